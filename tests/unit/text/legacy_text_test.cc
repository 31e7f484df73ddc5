// SPDX-License-Identifier: Apache-2.0
//
// Texts come back from the encodings they were in; noise and fragments are left alone.

#include "text/legacy_text.h"

#include <gtest/gtest.h>
#include <iconv.h>

#include <string>

namespace pressmill::text {
namespace {

// By the C library, which shares nothing with ICU.
std::string encoded(const std::string& text, const char* encoding) {
  const iconv_t how = ::iconv_open(encoding, "UTF-8");
  std::string from = text, to(4 * text.size(), '\0');
  char* in = from.data();
  char* out = to.data();
  std::size_t in_left = from.size(), out_left = to.size();
  const std::size_t failed = ::iconv(how, &in, &in_left, &out, &out_left);
  EXPECT_NE(failed, static_cast<std::size_t>(-1)) << encoding;
  ::iconv_close(how);
  to.resize(to.size() - out_left);
  return to;
}

struct Case {
  const char* encoding;
  const char* text;
};

constexpr Case kCases[] = {
    {"WINDOWS-1252",
     "El alcalde anunció ayer que la reparación del puente comenzará en el próximo año; “no hay "
     "más "
     "dinero”, explicó."},
    {"WINDOWS-1252",
     "Die Brücke über den Fluss wird für zwei Jahre geschlossen, sagte der Bürgermeister; während "
     "der "
     "Bauarbeiten fährt eine Fähre."},
    {"WINDOWS-1251",
     "Мэр города сообщил вчера, что ремонт старого моста начнется весной и продлится не меньше "
     "двух "
     "лет, а денег на него пока нет."},
    {"KOI8-R",
     "Мэр города сообщил вчера, что ремонт старого моста начнется весной и продлится не меньше "
     "двух "
     "лет, а денег на него пока нет."},
    {"ISO-8859-2",
     "Starosta oznámil, že oprava starého mostu začne na jaře a potrvá nejméně dva roky; peníze na "
     "ni "
     "město zatím nemá, řekl včera."},
    {"WINDOWS-1256",
     "أعلن رئيس البلدية أمس أن إصلاح الجسر القديم سيبدأ في الربيع ويستمر سنتين على الأقل وأن المال "
     "غير متوفر حتى الآن."},
    {"GB18030", "市长昨天宣布，老桥的修理工程将在春天开始，至少持续两年，目前还没有足够的资金。"},
    {"BIG5", "市長昨天宣布，老橋的修理工程將在春天開始，至少持續兩年，目前還沒有足夠的資金。"},
    {"SHIFT_JIS",
     "市長は昨日、古い橋の修理が春に始まり、少なくとも二年間続くと発表した。予算の表はまだない。"},
    {"EUC-KR",
     "시장은 어제 오래된 다리의 수리가 봄에 시작되어 적어도 2년 동안 계속될 것이라고 발표했다."},
};

TEST(LegacyText, ComesBackFromItsEncoding) {
  for (const Case& c : kCases) {
    const std::string line = "{\"id\":\"a-1\",\"text\":\"" + std::string(c.text) + "\"}";
    std::string got;
    EXPECT_NE(decode_legacy(encoded(line, c.encoding), got), "") << c.encoding;
    EXPECT_EQ(got, line) << c.encoding;
  }
}

TEST(LegacyText, NoiseIsInNone) {
  std::string got = "untouched";
  for (const char* noise :
       {"\xFF\xFE\xFF\xFE", "\xED\xA0\x80", "a\x81\x8D\x8F z", "",
        "{\"text\":\"noise:\xF8\x88\x80\x80\x80\"}",
        "{\"text\":\"noise \xA8 and \xA9 is \xAA no \xAB text \xAC at \xAD all\"}"})
    EXPECT_EQ(decode_legacy(noise, got), "") << noise;
  EXPECT_EQ(got, "untouched");
}

}  // namespace
}  // namespace pressmill::text
