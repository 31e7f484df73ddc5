// SPDX-License-Identifier: Apache-2.0
//
// Shapes of lines, in several languages, and what only looks like them.

#include "clean/line_shape.h"

#include <gtest/gtest.h>

#include <string>

#include "clean/line_model.h"

namespace pressmill::clean {
namespace {

LineRule shape(const std::string& line) {
  static const WordTable table(line_model().weights);
  LineMeter meter(table);
  Page page;
  meter.measure(line, "", page);
  return page.lines.empty() ? LineRule::none : shape_of(page.lines[0]);
}

TEST(LineShape, Bylines) {
  for (const char* line :
       {"By Ann Example", "BY ANN EXAMPLE AND BO SAMPLE", "Von Anna Beispiel", "Por Ana Ejemplo",
        "Par Anne Exemple", "De Ion Exemplu", "Por Ana de la Rosa Ejemplo"})
    EXPECT_EQ(shape(line), LineRule::byline) << line;
  for (const char* line :
       {"By the time they left it rained", "By then, nobody was left.", "Von heute auf morgen",
        "De vuelta al Acuerdo de París", "de Guadalupe no tiene"})
    EXPECT_NE(shape(line), LineRule::byline) << line;
}

TEST(LineShape, UpdateNotes) {
  for (const char* line : {"Updated: May 4, 2021 at 9:13 a.m.", "Published 4 May 2021",
                           "Last updated 4 May 2021", "Actualizado 12:30"})
    EXPECT_EQ(shape(line), LineRule::update_note) << line;
  for (const char* line :
       {"Updated rules for the harbour", "Published in 1998, it sold 300 copies."})
    EXPECT_NE(shape(line), LineRule::update_note) << line;
}

TEST(LineShape, Captions) {
  for (const char* line :
       {"Photo: Ann Example/Agency", "Foto: Anna Beispiel / dpa", "Image: Bo Sample (Coast Press)"})
    EXPECT_EQ(shape(line), LineRule::caption) << line;
  for (const char* line :
       {"Photo:", "Photos show the bridge from above", "Photo finish at Oxmere."})
    EXPECT_NE(shape(line), LineRule::caption) << line;
}

TEST(LineShape, Datelines) {
  for (const char* line : {"19:32", "4 May 2021, 19:32 BST", "19:32 Uhr",
                           "Tuesday 4 May 2021 19:32", "12:09 AM EST, Sunday, May 5th"})
    EXPECT_EQ(shape(line), LineRule::dateline) << line;
  for (const char* line :
       {"The train left at 19:32.", "19 years", "May 4, 2021",
        // Verses, and what is on today.
        "1º) Genesis 3:16", "II Kings 2: 11-15",
        "14:30 : Oxmere Rovers – Harbour Town : Ann Example",
        "The train at 19:32 was the last one that left the old station that day"})
    EXPECT_NE(shape(line), LineRule::dateline) << line;
}

}  // namespace
}  // namespace pressmill::clean
