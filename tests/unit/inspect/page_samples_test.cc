// SPDX-License-Identifier: Apache-2.0
//
// Cutting texts for the page; what is drawn is looked at by tests/end_to_end/report_test.cc.

#include "inspect/page_samples.h"

#include <gtest/gtest.h>

namespace pressmill::inspect {
namespace {

TEST(FirstCharacters, CountsCharactersNotBytes) {
  EXPECT_EQ(first_characters("", 3), "");
  EXPECT_EQ(first_characters("abc", 3), "abc");
  EXPECT_EQ(first_characters("abcd", 3), "abc…");
  EXPECT_EQ(first_characters("äöü", 3), "äöü");
  EXPECT_EQ(first_characters("äöü!", 3), "äöü…");
  EXPECT_EQ(first_characters("八月以来", 2), "八月…");
  EXPECT_EQ(first_characters("😀😀", 1), "😀…");
  EXPECT_EQ(first_characters("abc", 0), "…");
}

}  // namespace
}  // namespace pressmill::inspect
