// SPDX-License-Identifier: Apache-2.0
//
// Mojibake: what is mended, what is left alone, and the shared sets where they are there.

#include "clean/mojibake.h"

#include <gtest/gtest.h>

#include <array>

#include "doc/json_value.h"
#include "io/decoder.h"
#include "io/line_cutter.h"
#include "tests/support/test_support.h"
#include "text/legacy_encoding.h"
#include "text/normalise.h"
#include "text/utf8.h"
#include "text/words.h"

namespace pressmill::clean {
namespace {

std::string mended(std::string_view text) {
  std::string out;
  MojibakeCounts counts;
  return mend_mojibake(text, out, counts) ? out : std::string(text);
}

TEST(Mojibake, IsMended) {
  EXPECT_EQ(mended("Un café à Málaga costÃ³ dos euros"), "Un café à Málaga costó dos euros");
  EXPECT_EQ(mended("Die BÃ¼rgermeisterin sagte â€žneinâ€œ"), "Die Bürgermeisterin sagte „nein“");
  EXPECT_EQ(mended("The mayor\u00E2\u0080\u0099s word"), "The mayor’s word");
  EXPECT_EQ(mended("РџРѕРіРѕРґР°"), "Погода");
  EXPECT_EQ(mended("l√©gende"), "légende");
  EXPECT_EQ(mended("ф \u0093quote\u0094"), "ф “quote”");
}

TEST(Mojibake, DashesAndQuotesReadAsCyrillic) {
  EXPECT_EQ(mended("Tip 2 вЂ“ it is the bankвЂ™s"), "Tip 2 – it is the bank’s");
}

TEST(Mojibake, AtTheBeginOfAWord) {
  EXPECT_EQ(mended("Ã–sterreich"), "Österreich");
  EXPECT_EQ(mended("Ã‰tat"), "État");
}

TEST(Mojibake, MisreadTwice) {
  EXPECT_EQ(mended("doesnÃƒÂ¢Ã¢â€šÂ¬Ã¢â€žÂ¢t"), "doesn’t");
}

TEST(Mojibake, WhatIsRightStays) {
  for (const char* text : {"RETWEET SE VOCÊ…",
                           "“+” and “×” curves",
                           "5×£35",
                           "L’épisode 8",
                           "Charlotte Brontë…”",
                           "NESTLÉ® chocolate",
                           "SÃO PAULO",
                           "√π",
                           "∆°",
                           "Кирил и Методиј“ во Скопје",
                           "О проекте",
                           "РІСІЯ",
                           "навчаться з’їхати з гір",
                           "УИХ–ын дарга",
                           "СССР–Китай",
                           "Вя\u00ADлі\u00ADкай Гісторыка-этнаграфічны",
                           "nejtěžší převod",
                           "ў стагоддзяў У кожнай",
                           "MANHÃ… SÓ",
                           "IRMÃ”",
                           "Рівне",
                           "Что-то — “такое”",
                           "新闻联播",
                           "الميناء",
                           "Ôôô",
                           "¿Qué pasó?…"})
    EXPECT_EQ(mended(text), text);
}

TEST(Mojibake, Counts) {
  MojibakeCounts counts;
  std::string out;
  EXPECT_TRUE(mend_mojibake("cafÃ© thÃ© \u0085", out, counts));
  EXPECT_EQ(counts.sequences, 2U);
  EXPECT_EQ(counts.controls, 1U);
  EXPECT_FALSE(mend_mojibake("plain", out, counts));
}

// Text misread as an encoding comes back, for words of the languages it was used for.
TEST(Mojibake, ComesBackFromEveryEncoding) {
  const struct {
    text::LegacyEncoding encoding;
    const char* text;
  } cases[] = {
      {text::LegacyEncoding::windows_1252, "Müller über Straßenbahnen in Köln"},
      {text::LegacyEncoding::windows_1251, "Погода в Москве завтра изменится"},
      {text::LegacyEncoding::windows_1250, "Měření příčin žloutnutí"},
      {text::LegacyEncoding::windows_1257, "Vyriausybė šiandien pranešė"},
      {text::LegacyEncoding::mac_roman, "Élégante façade près du théâtre"},
      {text::LegacyEncoding::ibm_437, "Правительство сообщило"},
  };
  for (const auto& c : cases) {
    // Every byte beyond ASCII becomes the character that the encoding has for it.
    std::array<char32_t, 256> chars{};
    for (char32_t u = 0xFFFF; u >= 0x80; --u)
      if (const std::uint8_t byte = text::legacy_bytes()[u].in(c.encoding); byte != 0)
        chars[byte] = u;
    std::string misread;
    for (const char byte : std::string_view(c.text)) {
      const auto value = static_cast<unsigned char>(byte);
      text::append_utf8(misread, value < 0x80 ? value : chars[value]);
    }
    EXPECT_EQ(mended(misread), c.text) << misread;
  }
}

TEST(Mojibake, ResultsAreValidAndNotLonger) {
  test::Random random(9);
  const std::vector<std::string> pieces = {"Ã", "©", "â", "€", "™", "a", "É",
                                           " ", "Р", "В", "ё", "×", "√", "\u0092"};
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (std::uint64_t i = random.below(12); i > 0; --i)
      text += pieces[random.below(pieces.size())];
    const std::string once = mended(text);
    EXPECT_TRUE(text::is_valid(once));
    EXPECT_LE(text::count_chars(once), text::count_chars(text)) << text;
  }
}

}  // namespace
}  // namespace pressmill::clean
