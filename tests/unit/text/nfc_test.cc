// SPDX-License-Identifier: Apache-2.0
//
// The shortcuts of normalise(), proved over all code points: what the kernel leaves unmarked is
// inert, the quick check never calls a text NFC that is not, and NFC never undoes the cleaning.

#include "text/nfc.h"

#include <gtest/gtest.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/unit/text/samples.h"
#include "text/normalise.h"
#include "text/normalise_table.h"
#include "text/simd/mark_suspects.h"
#include "text/utf8.h"

namespace pressmill::text {
namespace {

using reference::encode;

// All code points but surrogates, unassigned ones too.
template <class Test>
void for_each_code_point(Test&& test) {
  for (char32_t c = 0; c < kCodePointEnd; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    test(c);
    if (testing::Test::HasFatalFailure()) return;
  }
}

bool is_marked(char32_t c) {
  const std::string bytes = encode(c);
  if (bytes.size() == 1) return scalar::is_suspect('a', static_cast<std::uint8_t>(bytes[0]));
  return scalar::is_suspect(static_cast<std::uint8_t>(bytes[0]),
                            static_cast<std::uint8_t>(bytes[1]));
}

TEST(Shortcuts, TableSaysWhatIcuSaysOfEveryCodePoint) {
  for_each_code_point([](char32_t c) {
    const CharRule rule = char_rules()[c];
    if (rule.treatment() != Treatment::keep) return;
    const auto icu = static_cast<UChar32>(c);
    ASSERT_EQ(rule.combining_class(), u_getCombiningClass(icu)) << std::hex << unsigned{c};
    const std::int32_t quick = u_getIntPropertyValue(icu, UCHAR_NFC_QUICK_CHECK);
    const NfcCheck expected = quick == UNORM_YES     ? NfcCheck::yes
                              : quick == UNORM_MAYBE ? NfcCheck::maybe
                                                     : NfcCheck::no;
    ASSERT_EQ(rule.nfc(), expected) << std::hex << unsigned{c};
  });
}

TEST(Shortcuts, EveryCharacterThatIsNotInertIsMarked) {
  std::size_t marked = 0;
  for_each_code_point([&](char32_t c) {
    ASSERT_TRUE(char_rules()[c].inert() || is_marked(c)) << std::hex << unsigned{c};
    marked += is_marked(c) ? 1 : 0;
  });
  EXPECT_LT(marked, 60'000U);  // or the kernel would save nothing
}

TEST(Shortcuts, LettersOfTheGreatLanguagesAreNotMarked) {
  for (const char32_t c : std::u32string_view(
           U"azAZ09\u00E9\u00DF\u00F1\u0142\u017E\u03B1\u03C9\u0430\u044F\u0627\u0628\u0629\u0643"
           U"\u0644\u0645\u0646\u0648\u064A\u060C\u05D0\u05EA\u1EBF\u1EA1\u20AC\u4E00\u9FA5\uFF0C"
           U"\u3042\u30FC\uAC00\uD55C\U0001F600")) {
    EXPECT_FALSE(is_marked(c)) << std::hex << unsigned{c};
  }
}

// to_nfc() puts marks in order before ICU sees them, and knows by name what comes apart into marks
// without being one.
TEST(Shortcuts, OnlyThreeCharactersHideMarks) {
  std::u32string found;
  for_each_code_point([&found](char32_t c) {
    if (char_rules()[c].combining_class() != 0) return;
    const std::u32string apart = reference::decode(reference::nfd(encode(c)));
    if (char_rules()[apart[0]].combining_class() != 0) found += c;
  });
  EXPECT_EQ(found, U"\u0F73\u0F75\u0F81");
}

// The form that each code point has, alone.
TEST(Shortcuts, EveryCodePointAloneComesOutInNfc) {
  for_each_code_point([](char32_t c) {
    if (char_rules()[c].treatment() != Treatment::keep || c == '\n' || c == ' ') return;
    const std::string text = encode(c);
    std::string out = text;
    NormaliseCounts counts;
    const bool changed = normalise(text, out, counts);
    ASSERT_EQ(changed, out != text) << std::hex << unsigned{c};
    ASSERT_EQ(out, reference::nfc(text)) << std::hex << unsigned{c};
  });
}

// Cleaning sees spaces, line ends, treated characters, and whether a script is unspaced; if NFC
// made one of them out of something else, a second normalise() would find work.
TEST(Shortcuts, NfcMakesNoWorkForTheCleaning) {
  const CharRuleTable& rules = char_rules();
  const auto is_unspaced_after = [&rules](const std::string& text, bool before) {
    for (const char32_t c : reference::decode(text)) {
      if (rules[c].combining_class() == 0) before = rules[c].unspaced();
    }
    return before;
  };
  for_each_code_point([&](char32_t c) {
    if (rules[c].treatment() != Treatment::keep || c == ' ' || c == '\n') return;
    const std::string text = encode(c);
    for (const std::string& form : {reference::nfc(text), reference::nfd(text)}) {
      for (const char32_t part : reference::decode(form)) {
        ASSERT_EQ(rules[part].treatment(), Treatment::keep) << std::hex << unsigned{c};
        ASSERT_TRUE(part != ' ' && part != '\n') << std::hex << unsigned{c};
      }
    }
    // A zero width space that stayed must still have its reason, whichever way NFC went. Where
    // NFC only takes apart (a few Tibetan vowels) it may find one too late, which is no harm.
    const std::string composed = reference::nfc(text);
    const std::string apart = reference::nfd(text);
    for (const bool before : {false, true}) {
      ASSERT_LE(is_unspaced_after(text, before), is_unspaced_after(composed, before))
          << std::hex << unsigned{c};
      ASSERT_TRUE(composed != text ||
                  is_unspaced_after(apart, before) == is_unspaced_after(text, before))
          << std::hex << unsigned{c};
    }
  });
}

void expect_nfc(const std::string& text) {
  const std::string expected = reference::nfc(text);
  std::string out;
  NormaliseCounts counts;
  const bool changed = normalise(text, out, counts);
  ASSERT_EQ(changed, expected != text) << testing::PrintToString(text);
  ASSERT_EQ(changed ? out : text, expected) << testing::PrintToString(text);
  ASSERT_EQ(is_nfc(text), expected == text);
}

// Starters that begin some canonical composition, and all that can follow one.
struct Composing {
  std::vector<char32_t> bases;
  std::vector<char32_t> followers;
};

Composing composing() {
  std::vector<bool> is_base(kCodePointEnd);
  Composing found;
  const UNormalizer2* nfc = nullptr;
  UErrorCode error = U_ZERO_ERROR;
  nfc = unorm2_getNFCInstance(&error);
  for_each_code_point([&](char32_t c) {
    UChar raw[8];
    UErrorCode status = U_ZERO_ERROR;
    const std::int32_t length =
        unorm2_getRawDecomposition(nfc, static_cast<UChar32>(c), raw, 8, &status);
    if (length > 0 && U_SUCCESS(status)) {
      UChar32 first = 0;
      std::int32_t i = 0;
      U16_NEXT(raw, i, length, first);
      is_base[static_cast<std::size_t>(first)] = true;
    }
    const CharRule rule = char_rules()[c];
    if (rule.treatment() != Treatment::keep) return;
    if (rule.nfc() != NfcCheck::yes || rule.combining_class() != 0) found.followers.push_back(c);
  });
  // Hangul syllables all behave alike: with a final consonant or without.
  for (const char32_t c : {U'\uAC00', U'\uAC01', U'\uD7A3'}) is_base[c] = true;
  for (char32_t c = 0; c < kCodePointEnd; ++c) {
    const bool is_kept = char_rules()[c].treatment() == Treatment::keep && c != ' ';
    if (is_base[c] && is_kept) found.bases.push_back(c);
  }
  return found;
}

TEST(Shortcuts, QuickCheckIsRightForEveryBaseWithEveryFollower) {
  const Composing all = composing();
  ASSERT_GT(all.bases.size(), 300U);
  ASSERT_GT(all.followers.size(), 900U);
  for (const char32_t base : all.bases) {
    // One base of the first thousand with all of them, the others with every seventh.
    for (std::size_t i = base % 7; i < all.followers.size(); i += base == 'a' ? 1 : 7) {
      expect_nfc(encode(base) + encode(all.followers[i]));
      if (HasFatalFailure()) return;
    }
  }
}

TEST(Shortcuts, QuickCheckIsRightForPairsOfMarks) {
  const Composing all = composing();
  for (std::size_t i = 0; i < all.followers.size(); ++i) {
    for (std::size_t k = i % 5; k < all.followers.size(); k += 5) {
      expect_nfc("a" + encode(all.followers[i]) + encode(all.followers[k]));
      if (HasFatalFailure()) return;
    }
  }
}

TEST(Shortcuts, QuickCheckForgetsMarksBehindAnInertCharacter) {
  expect_nfc("a\u0301b\u0323");  // descending classes, but of two bases
  expect_nfc("a\u0301\u0323");   // of one
  expect_nfc("a\u0301\u4E2D\u0323");
}

TEST(Nfc, AgreesWithTheUtf16WayOnRandomText) {
  test::Random random(11);
  for (int round = 0; round < 3000; ++round) {
    const std::string text = test::random_text(random, random.below(30));
    std::string out = "old";
    to_nfc(text, out);
    ASSERT_EQ(out, reference::nfc(text));
    ASSERT_TRUE(is_nfc(out));
  }
}

}  // namespace
}  // namespace pressmill::text
