// SPDX-License-Identifier: Apache-2.0
//
// What is personal data in a text and what only looks like it. Everything here is made up: domains
// and numbers that are kept for examples, addresses of public name servers.

#include "clean/personal_data.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/reference/naive_personal.h"
#include "tests/support/test_support.h"
#include "text/utf8.h"

namespace pressmill::clean {
namespace {

struct Piece {
  PersonalKind kind;
  std::string text;
  bool operator==(const Piece&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Piece& piece) {
  return out << mask_of(piece.kind) << piece.text;
}

std::vector<Piece> pieces(std::string_view text) {
  PersonalFinder finder;
  std::vector<Piece> found;
  for (const PersonalSpan& item : finder.find(text))
    found.push_back(
        {item.kind, std::string(text.substr(item.span.begin, item.span.end - item.span.begin))});
  return found;
}

std::string masked(std::string_view text) {
  PersonalFinder finder;
  PersonalCounts counts{};
  const std::string* out = finder.mask(text, counts);
  return out != nullptr ? *out : std::string(text);
}

// Each text holds one piece of the kind: what stands between the bars.
void expect_found(PersonalKind kind, const std::vector<std::string_view>& texts) {
  for (const std::string_view marked : texts) {
    const std::size_t first = marked.find('|');
    const std::size_t last = marked.rfind('|');
    const std::string value(marked.substr(first + 1, last - first - 1));
    std::string text(marked.substr(0, first));
    text.append(value).append(marked.substr(last + 1));
    EXPECT_EQ(pieces(text), std::vector<Piece>({{kind, value}})) << text;
  }
}

void expect_nothing(const std::vector<std::string_view>& texts) {
  for (const std::string_view text : texts) EXPECT_EQ(pieces(text), std::vector<Piece>()) << text;
}

TEST(PersonalEmail, IsFoundInAllItsForms) {
  expect_found(PersonalKind::email, {"|name@example.com|",
                                     "Write to |first.last@mail.example.org|.",
                                     "(|desk+tips@news.example|), or",
                                     "mail to:|o'hara@example.com|; thanks",
                                     "\"|under_score-dash%x@sub-domain.example.co.uk|\"",
                                     "<|NAME@EXAMPLE.COM|>",
                                     "'|quoted@example.com|'",
                                     "see |a@b.example|?",
                                     "https://example.com/send?to=|name@example.com|&x",
                                     "mailto:|name@example.com|",
                                     "|müller@exämple.com|",
                                     "|name@xn--exmple-cua.com|",
                                     "|name@example.xn--p1ai|",
                                     "Пишите: |почта@пример.рф|.",
                                     "请联系|wang@example.cn|。谢谢",
                                     "邮箱|wang@example.cn|联系人",
                                     "|用户@例子.中国|，",
                                     "للتواصل |info@example.com|، شكرا",
                                     "|name＠example.com|",
                                     "...|name@example.com|...",
                                     "|info@example.com|Customer Support",
                                     "|name [at] example.com|",
                                     "|name(at)example.com|,",
                                     "|name [at] example [dot] org|.",
                                     "|name (arroba) example.com|",
                                     "|name[at]sub.example(dot)com|",
                                     "|name [@] example.com|"});
}

TEST(PersonalEmail, LeavesAloneWhatIsNone) {
  expect_nothing({"@handle",
                  "follow @first.last",
                  "Mastodon: @name@social.example",
                  "https://user@host.example/path",
                  "https://user:secret@host.example/",
                  "https://medium.example/@name/story",
                  "photo@2x.png and logo@icon.svg",
                  "name@localhost",
                  "name@example.c",
                  "name@192.168.0.1",
                  "12@34.56",
                  "two @ three.com",
                  "@",
                  "a@",
                  "@a.example",
                  "name.@example.com",
                  "the show (at) noon",
                  "imprisoned (at) Guantanamo Bay",
                  "(a) first. (b) second.",
                  "see you [at the station.com]",
                  "name@-example.com",
                  "3 apples @ 1.50"});
}

TEST(PersonalIp, IsFoundInAllItsForms) {
  expect_found(
      PersonalKind::ip,
      {"the IP address |8.8.8.8|.", "from |93.184.216.34|, he said",
       "http://|93.184.216.34|:8080/index", "(|185.199.108.153|)", "地址|185.199.108.153|。",
       "DNS |1.1.1.1|", "a network |185.199.108.0|/24", "|2001:4860:4860::8888|",
       "IP:|2001:4860:4860:0:0:0:0:8844|.", "Adresse:|2A00:1450:4001::5|",
       "[|2606:4700:4700::1111|]:443", "|2a02:1:2:3:4:5:93.184.216.34|", "|::ffff:93.184.216.34|",
       "|64:ff9b::93.184.216.34|", "|2002:5db8:d822::1|", "|2a00:1450::5%eth0| on the wire",
       "net |2a00:1450:4001::|/48"});
}

TEST(PersonalIp, LeavesAloneWhatIsNone) {
  expect_nothing({"127.0.0.1 10.1.2.3 172.16.0.1 192.168.1.1 169.254.1.1 100.64.0.1",
                  "192.0.2.1 198.51.100.7 203.0.113.9 198.18.0.1 224.0.0.1 255.255.255.255 0.1.2.3",
                  "version 91.184.216.34",
                  "Firefox 57.0.87.133",
                  "firmware v91.184.216.34",
                  "openssl/91.184.216.34",
                  "lib-91.184.216.34",
                  "section 4.2.1.11",
                  "of 4.2.1.11 and 5.6.7.8",
                  "93.184.216.256",
                  "93.184.216",
                  "93.184.216.34.5",
                  "93.184.216.034",
                  "12:30:45 and 23:59:59.999",
                  "00:1a:2b:3c:4d:5e",
                  "std::vector, a::b, dead::beef, face::b00c",
                  "::1 fe80::1 fd12:3456::1 ff02::1 2001:db8::1 3fff::1 100::1",
                  "2002:a01:203::1 ::ffff:10.1.2.3 2001:0:4136:e378:8000:63bf:f5ff:fffd",
                  "2011::2012",
                  "2a00:1450:4001::5xyz",
                  "Genesis 1:26:27",
                  "score 2:1 (1:0), 3:2",
                  "ratio 2000:1:2:3"});
}

TEST(PersonalIp, PublicIsWhatTheRegistriesLeave) {
  for (const char* const text : {"1.0.0.1",
                                 "9.255.255.255",
                                 "11.0.0.0",
                                 "100.63.255.255",
                                 "100.128.0.0",
                                 "126.255.255.255",
                                 "128.0.0.0",
                                 "169.253.0.1",
                                 "172.15.255.255",
                                 "172.32.0.0",
                                 "192.0.1.0",
                                 "192.0.3.0",
                                 "192.88.98.255",
                                 "192.167.1.1",
                                 "192.169.0.0",
                                 "198.17.255.255",
                                 "198.20.0.0",
                                 "198.51.99.1",
                                 "203.0.112.1",
                                 "223.255.255.255",
                                 "10.0.0.0",
                                 "100.64.0.0",
                                 "172.16.0.0",
                                 "172.31.255.255",
                                 "192.0.2.255",
                                 "198.19.255.255",
                                 "224.0.0.0",
                                 "239.1.1.1",
                                 "240.0.0.0",
                                 "192.175.48.6",
                                 "2000::a",
                                 "2001:200::a:1",
                                 "2001:1ff::a:1",
                                 "2001:db7::a",
                                 "2001:db9::a",
                                 "3ffe::a:1",
                                 "3fff:fff::a",
                                 "3fff:1000::a",
                                 "4000::a:1",
                                 "1fff::a:1",
                                 "2620:4f:8000::a",
                                 "2620:4f:8001::a",
                                 "2002:808:808::a",
                                 "2002:7f00:1::a",
                                 "64:ff9b::808:808",
                                 "64:ff9b::a00:1",
                                 "64:ff9b:1::808:808",
                                 "::ffff:8.8.8.8",
                                 "::ffff:192.168.0.1",
                                 "2001:0:1:2:3:4:f7f7:f7f7",
                                 "2001:0:1:2:3:4:f5ff:fffe"}) {
    const std::string said = std::string("IP ") + text;
    EXPECT_EQ(!pieces(said).empty(), reference::is_public_address(text)) << text;
  }
}

TEST(PersonalIp, AgreesWithTheSystemOnRandomAddresses) {
  test::Random random(7);
  constexpr std::string_view kParts[] = {":",  "::", "2001", "2a02", "db8", "0",   "1",
                                         "ff", "a0", "9",    ":",    ":",   "ffff"};
  for (int round = 0; round < 20'000; ++round) {
    std::string text = random.below(2) == 0 ? "2a02:" : "";
    for (std::size_t i = random.below(16); i > 0; --i)
      text += kParts[random.below(std::size(kParts))];
    if (random.below(6) == 0) text += "93.184.216.34";
    if (text.find("::") == text.npos || text.find_first_of("abcdef") == text.npos) continue;
    if (text.ends_with(':') && !text.ends_with("::")) continue;  // a colon of the sentence
    if (text.starts_with(':') && !text.starts_with("::")) continue;
    const bool is_found =
        pieces("x " + text + " y") == std::vector<Piece>{{PersonalKind::ip, text}};
    EXPECT_EQ(is_found, reference::is_public_address(text)) << text;
  }
}

TEST(PersonalCard, IsFoundInAllItsForms) {
  expect_found(
      PersonalKind::card,
      {"|4111111111111111|", "card |4111 1111 1111 1111|.", "card:|4111-1111-1111-1111|, he said",
       "|5555 5555 5555 4444| exp 12/25", "|5555 5555 5555 4444| 12/25", "|2223 0031 2200 3222|",
       "|3782 822463 10005|", "|371449635398431|", "|3056 930902 5904|", "|6011 1111 1111 1117|",
       "|3530 1113 3330 0000|", "|6200000000000005|", "|2200 0000 0000 0004|",
       "|4000 0000 0000 0000 006|", "卡号：|4111 1111 1111 1111|。", "|٤١١١ ١١١١ ١١١١ ١١١١|",
       "|4222222222222|"});
}

TEST(PersonalCard, LeavesAloneWhatIsNone) {
  expect_nothing({"4111 1111 1111 1112",      // check digit
                  "9111 1111 1111 1111",      // no issuer
                  "4111 1111-1111 1111",      // two signs
                  "41111 1111 1111 111",      // groups
                  "41 11 11 11 11 11 11 11",  // groups
                  "4111.1111.1111.1111",      // points
                  "411111111111111111111",    // too long
                  "A4111111111111111",        // an id
                  "https://example.com/status/4111111111111111", "id=4111111111111111",
                  "4,111,111,111,111,111",
                  "978-3-16-148410-0",  // ISBN
                  "ISBN 9780306406157", "2010 2011 2012 2013",
                  "1685451269791",  // milliseconds since 1970
                  "1111 4111 1111 1111 1111 1111", "3.14159265358979"});
}

TEST(PersonalCard, CheckDigitIsLuhns) {
  test::Random random(11);
  PersonalFinder finder;
  for (int round = 0; round < 5'000; ++round) {
    std::string number = "4";
    while (number.size() < 16) number += static_cast<char>('0' + random.below(10));
    EXPECT_EQ(!pieces(number).empty(), reference::has_check_digit(number)) << number;
  }
}

TEST(PersonalPhone, International) {
  expect_found(PersonalKind::phone, {"|+44 20 7946 0018|",
                                     "|+44 (0)20 7946 0018|,",
                                     "ring |(+44) 020 7946 0018|.",
                                     "|+1 (212) 555-0123|",
                                     "|+1-212-555-0123|",
                                     "|+12125550123| now",
                                     "|+33 1 99 00 12 34|",
                                     "|+49 30 23125 678|",
                                     "|+34 910 123 456|",
                                     "|+86 10 5555 0123|。",
                                     "|+86 138 0013 8000|",
                                     "|+971 (4) 305 0000|",
                                     "|+7 (495) 123-45-67|",
                                     "|+91-120-6770000|",
                                     "|+352 54 71 31-1|",
                                     "电话|+852 2110 0000|",
                                     "هاتف: |+٩٦٦ ٥٠ ١٢٣ ٤٥٦٧|",
                                     "|00966501234567|",
                                     "|0033 1 99 00 12 34| (office)",
                                     "|+1 (855) 555-0123|Sales"});
}

TEST(PersonalPhone, NationalByItsShape) {
  expect_found(PersonalKind::phone,
               {"at |(212) 555-0123|.", "|212-555-0123|", "|212.555.0123| ext. 12",
                "|1-800-555-0199|", "|1 (800) 555-0199|", "|212/555-0123|", "2013 |212-555-0123|",
                "|020 7946 0018|", "|(020) 7946 0018|", "|01632 960001|", "|07700 900123|",
                "|0845 8 505 505|", "|0800 555 111|", "|010-55550123|", "|0755-12345678|",
                "|030/1234567|", "|212-555-0123|x45"});
}

TEST(PersonalPhone, AnnouncedInManyLanguages) {
  expect_found(PersonalKind::phone, {"Tel. |555-0123|",
                                     "tel: |2079460018|",
                                     "Phone |212 555 0123| (24 hours)",
                                     "call us on |01632960001|",
                                     "Call |555-0123| now",
                                     "WhatsApp al |300 555 0123|",
                                     "T: |7946 0018|",
                                     "Fax |7946-0018|",
                                     "Tél. |01 99 00 12 34|",
                                     "Teléfono: |910 123 456|",
                                     "Telefon |12 34 56 78|",
                                     "Тел. |8 495 123-45-67|",
                                     "телефон |123-45-67|",
                                     "电话：|55550123|",
                                     "手机|13800138000|。",
                                     "联系 |13800138000|",
                                     "電話 |03-5550-0123|",
                                     "전화 |02-555-0123|",
                                     "هاتف: |71 234 567|",
                                     "الهاتف: |٠١٢٣٤٥٦٧٨٩|",
                                     "الأرقام الهاتفية التالية: |71.234.567|",
                                     "ফোন: |০১৭১২৩৪৫৬৭৮|",
                                     "फ़ोन |०११ २३४५६७८९|",
                                     "โทร |02 555 0123|",
                                     "☎ |555 0123|"});
}

TEST(PersonalPhone, ListsNeedOneAnnouncement) {
  EXPECT_EQ(masked("Tel. 555-0123 or 555-0124, 555-0125."), "Tel. [PHONE] or [PHONE], [PHONE].");
  EXPECT_EQ(masked("Phone: 71.234.567 / 36.300.001"), "Phone: [PHONE] / [PHONE]");
  EXPECT_EQ(masked("Tel. 555-0123\n555-0124"), "Tel. [PHONE]\n555-0124");
}

TEST(PersonalPhone, LeavesAloneWhatIsNone) {
  expect_nothing({"from 2011-2012 to 2013–2014",
                  "on 2012-08-15, 15.08.2012, 08/15/2012 and 20120815",
                  "call on 2012-08-15",
                  "telephone survey of 2011-2012",
                  "1,234,567 votes, 12.345.678 euros, 12 345 678 people",
                  "mobile 5000000 users",
                  "phones sold: 12 345 678 in 2013",
                  "call $1234567 a bargain",
                  "ISBN 978-3-16-148410-0, ISBN 0-306-40615-2",
                  "6-4 6-3 7-5 6-7 (3-7)",
                  "03 11 24 36 41 49",
                  "08.15 09.30 10.45 11.00",
                  "40.7128, -74.0060",
                  "zip 12345-6789",
                  "ZIP 97034 503",
                  "123-45-6789",
                  "the number 40052308090",
                  "company number 07130747",
                  "routing number: 061211171",
                  "90+3, +24 points, +1.5%, +20 000 000",
                  "+1 555",
                  "GMT+8 2012",
                  "https://example.com/0123/212-555-0123",
                  "order=212-555-0123",
                  "AB-212-555-0123",
                  "112-555-0123 212-155-0123",
                  "212 555 0123",
                  "0800 1200 1600",
                  "0 800 123",
                  "doi: 10.1590/1807-59322005000100012",
                  "1685451269791",
                  "call 911 or dial 116 123",
                  "tel aviv 1948 1967 1973",
                  "Tel. 192.168.161.84",
                  "Tel. 4469 5925 7677 9485",
                  "phone 1200 1300 1400 1500",
                  "共有12345678人，增长20230101",
                  "عام 1985-1986 و 1990"});
}

TEST(PersonalData, MasksAndCounts) {
  PersonalFinder finder;
  PersonalCounts counts{};
  const std::string* out = finder.mask(
      "Mail a@b.example, tel. 555-0123; IP 8.8.8.8, card 4111 1111 1111 1111. Mail c@d.example!",
      counts);
  ASSERT_NE(out, nullptr);
  EXPECT_EQ(*out, "Mail [EMAIL], tel. [PHONE]; IP [IP], card [CARD]. Mail [EMAIL]!");
  EXPECT_EQ(counts, (PersonalCounts{2, 1, 1, 1}));
  EXPECT_EQ(finder.mask("Nothing of 2013.", counts), nullptr);
  EXPECT_EQ(finder.mask("", counts), nullptr);
  EXPECT_EQ(counts, (PersonalCounts{2, 1, 1, 1}));
}

TEST(PersonalData, EmailsGoBeforeNumbersInThem) {
  EXPECT_EQ(masked("tel 5550123.x@b.example"), "tel [EMAIL]");
  EXPECT_EQ(masked("+48 509 509 326contact@b.example"), "+48 509 509 [EMAIL]");
}

TEST(PersonalData, AMaskAnnouncesNothing) {
  const std::string once = masked("Tel. 555-0123. Since 2013 there were 5550124 of them.");
  EXPECT_EQ(once, "Tel. [PHONE]. Since 2013 there were 5550124 of them.");
  EXPECT_EQ(masked(once), once);
}

// Parts of everything, with padding so that they meet the borders of blocks.
std::string random_text(test::Random& random) {
  static constexpr std::string_view kParts[] = {"Tel. ",
                                                "call ",
                                                "IP ",
                                                "电话",
                                                "هاتف ",
                                                "name",
                                                "@",
                                                "＠",
                                                ".com",
                                                "example",
                                                ".",
                                                ":",
                                                "::",
                                                "2a02:1:",
                                                "8.8.8.8",
                                                "93.184.216.34",
                                                "+44",
                                                "+",
                                                "(0)",
                                                "(",
                                                ")",
                                                "-",
                                                "–",
                                                " ",
                                                " ",
                                                "\n",
                                                "/",
                                                ",",
                                                "020",
                                                "7946",
                                                "0018",
                                                "555",
                                                "0123",
                                                "4111",
                                                "1111",
                                                "1111",
                                                "1111",
                                                "212",
                                                "2013",
                                                "٠١٢",
                                                "۴۵",
                                                "০১৭",
                                                "०११",
                                                "１２３",
                                                "[at]",
                                                " [dot] ",
                                                "(at)",
                                                "a",
                                                "x",
                                                "中文",
                                                "слово",
                                                "é",
                                                "4111 1111 1111 1111",
                                                "212-555-0123",
                                                "a@b.example",
                                                "[PHONE]",
                                                "0",
                                                "1",
                                                "71.234.567"};
  std::string text;
  for (std::size_t i = 1 + random.below(24); i > 0; --i) {
    text += kParts[random.below(std::size(kParts))];
    if (random.below(5) == 0) text.append(random.below(80), random.below(2) == 0 ? ' ' : 'n');
  }
  return text;
}

TEST(PersonalData, HintsChangeNothing) {
  test::Random random(13);
  PersonalFinder finder;
  std::size_t found = 0;
  for (int round = 0; round < 40'000; ++round) {
    const std::string text = random_text(random);
    const auto& fast = finder.find(text);
    found += fast.size();
    ASSERT_EQ(fast, reference::find_personal(text)) << text;
  }
  EXPECT_GT(found, 10'000U);
}

TEST(PersonalData, LongTextsAreLookedThroughToTheirEnds) {
  test::Random random(17);
  PersonalFinder finder;
  for (int round = 0; round < 40; ++round) {
    std::string text;
    while (text.size() < 3 * text::kHintedBytes) text += random_text(random);
    ASSERT_EQ(finder.find(text), reference::find_personal(text));
  }
}

TEST(PersonalData, MaskingTwiceChangesNothing) {
  test::Random random(19);
  for (int round = 0; round < 20'000; ++round) {
    const std::string once = masked(random_text(random));
    ASSERT_TRUE(text::is_valid(once));
    ASSERT_EQ(masked(once), once);
  }
}

}  // namespace
}  // namespace pressmill::clean
