// SPDX-License-Identifier: Apache-2.0
//
// Every kernel against its scalar twin: all vector units, all alignments, all tail lengths.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.h"
#include "tests/unit/text/samples.h"
#include "text/legacy_encoding.h"
#include "text/simd/count_byte.h"
#include "text/simd/count_kinds.h"
#include "text/simd/count_word_starts.h"
#include "text/simd/find_json_escape.h"
#include "text/simd/find_legacy_lead.h"
#include "text/simd/mark_hints.h"
#include "text/simd/mark_suspects.h"
#include "text/simd/mark_words.h"
#include "text/simd/min_hashes.h"
#include "text/simd/valid_blocks.h"
#include "text/simd/window_minima.h"
#include "text/utf8.h"

namespace pressmill::text {
namespace {

constexpr std::size_t kStarts = 32;    // every alignment of the vector units in use
constexpr std::size_t kLengths = 300;  // every tail length behind none to several vectors

// Calls test(bytes, where) for every start and length within `bytes`.
template <class Test>
void for_each_window(const std::string& bytes, Test&& test) {
  ASSERT_GE(bytes.size(), kStarts + kLengths);
  for (std::size_t start = 0; start < kStarts; ++start) {
    for (std::size_t length = 0; length < kLengths; ++length) {
      const std::string_view window(bytes.data() + start, length);
      test(window, "start " + std::to_string(start) + " length " + std::to_string(length));
      if (testing::Test::HasFatalFailure()) return;
    }
  }
}

std::string sample(std::uint64_t seed) {
  test::Random random(seed);
  std::string text;
  while (text.size() < kStarts + kLengths) text += test::random_text(random, 20);
  return text;
}

TEST(Kernels, TestsReachMoreThanOneVectorUnit) {
  std::set<std::string> names;
  test::for_each_target([&](const char* name) { names.insert(name); });
  EXPECT_GE(names.size(), 2U);  // the baseline and whatever this CPU has
}

TEST(Kernels, ForcedTargetIsTheOneThatRuns) {
  std::set<std::size_t> indices;
  test::for_each_target([&](const char*) { indices.insert(hwy::GetChosenTarget().GetIndex()); });
  EXPECT_EQ(indices.size(), hwy::SupportedAndGeneratedTargets().size());
}

TEST(CountByte, EveryTargetAgreesWithTheScalarTwin) {
  const std::string bytes = sample(1);
  test::for_each_target([&](const char* target) {
    for_each_window(bytes, [&](std::string_view s, const std::string& where) {
      for (const char wanted : {'n', '\n', '\xE4', '\0'}) {
        ASSERT_EQ(count_byte(s, wanted), scalar::count_byte(s, wanted)) << target << ' ' << where;
      }
      ASSERT_EQ(count_char_starts(s), scalar::count_char_starts(s)) << target << ' ' << where;
    });
  });
}

TEST(CountByte, CountsAllByteValues) {
  std::string all;
  for (int i = 0; i < 256; ++i) all += static_cast<char>(i);
  test::for_each_target([&](const char* target) {
    for (const char c : all) EXPECT_EQ(count_byte(all, c), 1U) << target;
    EXPECT_EQ(count_char_starts(all), 192U) << target;
  });
}

TEST(CountKinds, EveryTargetAgreesWithTheScalarTwin) {
  const std::string bytes = sample(4);
  test::for_each_target([&](const char* target) {
    for_each_window(bytes, [&](std::string_view s, const std::string& where) {
      ASSERT_EQ(count_kinds(s), scalar::count_kinds(s)) << target << ' ' << where;
    });
  });
}

// Sums of a byte each overflow after 255 vectors: lengths around that, for all widths.
TEST(CountKinds, SumsDoNotOverflow) {
  const std::string capitals(3 * 255 * 64 + 2, 'Z');
  const std::string digits(capitals.size(), '0');
  test::for_each_target([&](const char* target) {
    for (const std::size_t width : {1U, 8U, 16U, 32U, 64U})
      for (const std::size_t vectors : {254U, 255U, 256U, 510U, 511U, 765U})
        for (std::size_t length = vectors * width - 1; length <= vectors * width + 1; ++length) {
          const KindCounts upper = count_kinds(std::string_view(capitals).substr(0, length));
          ASSERT_EQ(upper, (KindCounts{length, length, 0})) << target;
          const KindCounts figures = count_kinds(std::string_view(digits).substr(0, length));
          ASSERT_EQ(figures, (KindCounts{length, 0, length})) << target;
        }
  });
}

TEST(CountKinds, KnowsAllByteValues) {
  std::string all;
  for (int i = 0; i < 256; ++i) all += static_cast<char>(i);
  test::for_each_target([&](const char* target) {
    EXPECT_EQ(count_kinds(all), (KindCounts{192, 26, 10})) << target;
  });
}

TEST(FindJsonEscape, EveryTargetAgreesWithTheScalarTwin) {
  // Each place in turn holds what is looked for; what stands behind it must not matter.
  std::string bytes(kStarts + kLengths, 'x');
  test::for_each_target([&](const char* target) {
    for (const char escape : {'"', '\\', '\n', '\0', '\x1F'}) {
      for (std::size_t place = 0; place < 140; place += 3) {
        bytes.assign(bytes.size(), '\x7F');
        bytes[place] = escape;
        bytes[place + 20] = '"';
        for (std::size_t start = 0; start < kStarts; ++start) {
          const std::string_view s = std::string_view(bytes).substr(start, 150);
          ASSERT_EQ(find_json_escape(s), scalar::find_json_escape(s)) << target << ' ' << place;
        }
      }
    }
  });
}

TEST(FindJsonEscape, EveryTargetAgreesOnRandomText) {
  const std::string bytes = sample(2);
  test::for_each_target([&](const char* target) {
    for_each_window(bytes, [&](std::string_view s, const std::string& where) {
      ASSERT_EQ(find_json_escape(s), scalar::find_json_escape(s)) << target << ' ' << where;
    });
  });
}

TEST(MarkWords, EveryTargetAgreesWithTheScalarTwin) {
  test::Random random(9);
  std::string bytes(kStarts + kLengths, ' ');
  for (char& c : bytes) c = static_cast<char>(random.below(256));
  for (std::size_t i = 0; i < 128; ++i) bytes[150 + i] = static_cast<char>(i);
  test::for_each_target([&](const char* target) {
    for_each_window(bytes, [&](std::string_view s, const std::string& where) {
      // What is behind the text must be written, too.
      std::vector<std::uint8_t> marks[6];
      for (auto& list : marks) list.assign(mark_bytes(s.size()), 0xA5);
      mark_words(s, {marks[0].data(), marks[1].data(), marks[2].data()});
      scalar::mark_words(s, {marks[3].data(), marks[4].data(), marks[5].data()});
      for (std::size_t i = 0; i < 3; ++i)
        ASSERT_EQ(marks[i], marks[i + 3]) << target << ' ' << where << ' ' << i;
    });
  });
}

// An article without a title has a view of nothing.
TEST(MarkWords, ANullViewIsAnEmptyText) {
  test::for_each_target([](const char* target) {
    std::vector<std::uint8_t> marks[3];
    for (auto& list : marks) list.assign(mark_bytes(0), 0xA5);
    mark_words({}, {marks[0].data(), marks[1].data(), marks[2].data()});
    for (const auto& list : marks)
      EXPECT_EQ(list, std::vector<std::uint8_t>(mark_bytes(0), 0)) << target;
  });
}

TEST(FindLegacyLead, EveryTargetAgreesWithTheScalarTwin) {
  constexpr std::array<std::string_view, 7> kFound = {"\u00E9", "\u0081", "\u04B0", "\u2019",
                                                      "\uF8FF", "\uFB01", "\uFF0C"};
  std::string bytes;
  test::for_each_target([&](const char* target) {
    for (const std::string_view found : kFound) {
      for (std::size_t place = 0; place < 140; place += 3) {
        bytes.assign(kStarts + kLengths, 'x');
        bytes.replace(place, found.size(), found);
        for (std::size_t start = 0; start < kStarts; ++start) {
          const std::string_view s = std::string_view(bytes).substr(start, 150);
          ASSERT_EQ(find_legacy_lead(s), scalar::find_legacy_lead(s)) << target << ' ' << place;
        }
      }
    }
    const std::string random = sample(5);
    for_each_window(random, [&](std::string_view s, const std::string& where) {
      ASSERT_EQ(find_legacy_lead(s), scalar::find_legacy_lead(s)) << target << ' ' << where;
    });
  });
}

TEST(FindLegacyLead, FindsWhateverAnEncodingHas) {
  for (char32_t c = 0x80; c < kCodePointEnd; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    if (!legacy_bytes()[c].any() && c >= 0xA0) continue;
    std::string text = "a";
    append_utf8(text, c);
    ASSERT_EQ(find_legacy_lead(text), 1U) << std::hex << unsigned{c};
  }
}

TEST(CountWordStarts, EveryTargetAgreesWithTheScalarTwin) {
  test::Random random(3);
  constexpr std::string_view kCharacters = "aZ09'' .\n'ab'";
  for (int round = 0; round < 4; ++round) {
    std::string bytes(kStarts + kLengths, ' ');
    for (char& c : bytes) c = kCharacters[random.below(kCharacters.size())];
    if (round == 3) bytes[200] = '\xC3';  // where the scan must stop
    test::for_each_target([&](const char* target) {
      for_each_window(bytes, [&](std::string_view s, const std::string& where) {
        for (const auto state : {WordState::outside, WordState::inside, WordState::joining}) {
          WordScan fast{state, 7};
          WordScan slow{state, 7};
          ASSERT_EQ(count_word_starts(s, fast), scalar::count_word_starts(s, slow));
          ASSERT_EQ(fast.words, slow.words) << target << ' ' << where << ' ' << s;
          ASSERT_EQ(fast.state, slow.state) << target << ' ' << where << ' ' << s;
        }
      });
    });
  }
}

TEST(CountWordStarts, KnowsAllAsciiCharacters) {
  for (int value = 0; value < 128; ++value) {
    const std::string bytes(1, static_cast<char>(value));
    WordScan scan;
    EXPECT_EQ(count_word_starts(bytes, scan), 1U);
    EXPECT_EQ(scan.words, reference::count_words(bytes)) << value;
  }
}

// All marks of a text, as the places of its marked bytes.
std::vector<std::size_t> marked(std::string_view text) {
  std::vector<std::size_t> places;
  Marks marks;
  for (std::size_t begin = 0; begin < text.size(); begin += kMarkedBytes) {
    const std::size_t words = mark_suspects(text, begin, marks);
    for (std::size_t bit = 0; bit < words * kMarkBits; ++bit) {
      if ((marks[bit / kMarkBits] >> (bit % kMarkBits) & 1) != 0) places.push_back(begin + bit);
    }
  }
  return places;
}

// Byte by byte, without pieces or words.
std::vector<std::size_t> marked_by_definition(std::string_view text) {
  std::vector<std::size_t> places;
  std::uint8_t before = '\n';
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<std::uint8_t>(text[i]);
    if (scalar::is_suspect(before, byte)) places.push_back(i);
    before = byte;
  }
  return places;
}

TEST(MarkSuspects, EveryTargetAgreesWithTheScalarTwin) {
  const std::string bytes = sample(4);
  test::for_each_target([&](const char* target) {
    for_each_window(bytes, [&](std::string_view s, const std::string& where) {
      ASSERT_EQ(marked(s), marked_by_definition(s)) << target << ' ' << where;
    });
  });
}

TEST(MarkSuspects, EveryTargetAgreesOnEveryPairOfBytes) {
  std::string bytes;
  for (int first = 0; first < 256; ++first) {
    for (int second = 0; second < 256; ++second) {
      bytes += static_cast<char>(first);
      bytes += static_cast<char>(second);
    }
  }
  const std::vector<std::size_t> expected = marked_by_definition(bytes);
  test::for_each_target([&](const char* target) { EXPECT_EQ(marked(bytes), expected) << target; });
}

TEST(MarkSuspects, PiecesJoinWithoutGapOrOverlap) {
  for (const std::size_t size :
       {kMarkedBytes - 1, kMarkedBytes, kMarkedBytes + 1, 2 * kMarkedBytes + 65}) {
    std::string text(size, 'a');
    for (std::size_t i = 61; i + 1 < size; i += 64) text.replace(i, 2, "  ");
    if (size > kMarkedBytes) text.replace(kMarkedBytes - 1, 2, "  ");  // a pair across the border
    EXPECT_EQ(marked(text), marked_by_definition(text)) << size;
  }
}

// All hints of a text, as places: of signs, of digits, of points.
using HintPlaces = std::array<std::vector<std::size_t>, 3>;

HintPlaces hinted(std::string_view text) {
  HintPlaces places;
  Hints hints;
  for (std::size_t begin = 0; begin < text.size(); begin += kHintedBytes) {
    const std::size_t words = mark_hints(text, begin, hints);
    for (std::size_t i = 0; i < words * kHintBits; ++i) {
      const auto is_set = [&](const auto& bits) {
        return (bits[i / kHintBits] >> (i % kHintBits) & 1) != 0;
      };
      if (is_set(hints.signs)) places[0].push_back(begin + i);
      if (is_set(hints.digits)) places[1].push_back(begin + i);
      if (is_set(hints.points)) places[2].push_back(begin + i);
    }
  }
  return places;
}

// Byte by byte, without pieces or words.
HintPlaces hinted_by_definition(std::string_view text) {
  HintPlaces places;
  std::uint8_t before = '\n';
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<std::uint8_t>(text[i]);
    if (scalar::is_sign_hint(before, byte)) places[0].push_back(i);
    if (scalar::is_digit_hint(before, byte)) places[1].push_back(i);
    if (scalar::is_point_hint(before, byte)) places[2].push_back(i);
    before = byte;
  }
  return places;
}

TEST(MarkHints, EveryTargetAgreesWithTheScalarTwin) {
  test::Random random(5);
  constexpr std::string_view kCharacters = "aAfg09@..::([{ 5\xD9\xA5\xDB\xB3\xE0\xA5\xA7\xEF\xBC";
  std::string bytes(kStarts + kLengths, ' ');
  for (char& c : bytes) c = kCharacters[random.below(kCharacters.size())];
  for (const std::string& sampled : {bytes, sample(6)}) {
    test::for_each_target([&](const char* target) {
      for_each_window(sampled, [&](std::string_view s, const std::string& where) {
        ASSERT_EQ(hinted(s), hinted_by_definition(s)) << target << ' ' << where;
      });
    });
  }
}

TEST(MarkHints, EveryTargetAgreesOnEveryPairOfBytes) {
  std::string bytes;
  for (int first = 0; first < 256; ++first) {
    for (int second = 0; second < 256; ++second) {
      bytes += static_cast<char>(first);
      bytes += static_cast<char>(second);
    }
  }
  const HintPlaces expected = hinted_by_definition(bytes);
  test::for_each_target([&](const char* target) { EXPECT_EQ(hinted(bytes), expected) << target; });
}

// What valid_blocks() promises: valid, at a character's start, and not far behind the truth.
void expect_sound(std::string_view bytes, const std::string& where, bool has_vectors) {
  const std::size_t truth = scalar::valid_prefix(bytes);
  const std::size_t found = valid_blocks(bytes);
  ASSERT_LE(found, truth) << where;
  ASSERT_EQ(scalar::valid_prefix(bytes.substr(0, found)), found) << where;
  ASSERT_LT(truth - found, has_vectors ? 64U + 64U : bytes.size() + 1) << where;
}

TEST(ValidBlocks, EveryTargetFindsASoundPrefix) {
  for (std::uint64_t seed = 10; seed < 14; ++seed) {
    std::string bytes = sample(seed);
    if (seed > 10) bytes[100 + seed] = '\xED';  // makes an error of whatever follows it
    test::for_each_target([&](const char* target) {
      for_each_window(bytes, [&](std::string_view s, const std::string& where) {
        expect_sound(s, target + (' ' + where), target != std::string_view("SCALAR"));
      });
    });
  }
}

// All numbers of functions up to several vectors of every unit, from any place in memory.
TEST(MinHashes, EveryTargetAgreesWithTheScalarTwin) {
  constexpr std::size_t kMostFunctions = 150;
  test::Random random(41);
  std::vector<std::uint32_t> seeds(kMostFunctions + 1);
  for (std::uint32_t& seed : seeds) seed = static_cast<std::uint32_t>(random.next() >> 32);
  seeds[7] = 0;
  seeds[8] = UINT32_MAX;
  std::vector<std::uint64_t> shingles(70);
  for (std::uint64_t& shingle : shingles) shingle = mix64(random.next());
  shingles[2] = 0;
  shingles[3] = UINT64_MAX;
  test::for_each_target([&](const char* target) {
    for (const std::size_t count : {0U, 1U, 2U, 5U, 70U}) {
      const std::span<const std::uint64_t> some = std::span(shingles).first(count);
      for (std::size_t functions = 0; functions <= kMostFunctions; ++functions) {
        const auto part = std::span<const std::uint32_t>(seeds).subspan(functions % 2, functions);
        std::vector<std::uint32_t> expected(functions, 1);
        std::vector<std::uint32_t> got(functions + 1, 2);  // the last must not be touched
        scalar::min_hashes(some, part, expected);
        min_hashes(some, part, std::span(got).first(functions));
        ASSERT_EQ(got.back(), 2U) << target;
        got.pop_back();
        ASSERT_EQ(got, expected) << target << ' ' << count << " of " << functions;
      }
    }
  });
}

TEST(MinHashes, OfNothingAreTheLargest) {
  const std::vector<std::uint32_t> seeds = {1, 2, 3, 4, 5};
  test::for_each_target([&](const char* target) {
    std::vector<std::uint32_t> minima(seeds.size());
    min_hashes({}, seeds, minima);
    EXPECT_EQ(minima, std::vector<std::uint32_t>(seeds.size(), UINT32_MAX)) << target;
  });
}

TEST(MinHashes, OfUnionsAreTheLesserOnes) {
  const std::vector<std::uint32_t> seeds = {0x9E3779B9, 0x85EBCA6B, 12345, 77};
  std::vector<std::uint64_t> all;
  for (std::uint64_t i = 0; i < 100; ++i) all.push_back(mix64(i));
  std::vector<std::uint32_t> left(4), right(4), both(4);
  min_hashes(std::span(all).first(60), seeds, left);
  min_hashes(std::span(all).subspan(60), seeds, right);
  min_hashes(all, seeds, both);
  for (std::size_t i = 0; i < seeds.size(); ++i) EXPECT_EQ(both[i], std::min(left[i], right[i]));
}

TEST(WindowMinima, EveryTargetAgreesWithTheScalarTwin) {
  test::for_each_target([&](const char* target) {
    test::Random random(31);
    for (const std::uint64_t distinct : {std::uint64_t{2}, std::uint64_t{50}, UINT64_MAX})
      for (std::size_t length = 1; length < 120; ++length) {
        std::vector<std::uint64_t> values;
        for (std::size_t i = 0; i < length; ++i) values.push_back(mix64(random.below(distinct)));
        for (const std::size_t window : {1U, 2U, 3U, 7U, 8U, 9U, 16U, 31U, 33U, 64U, 65U}) {
          if (window > length) continue;
          std::vector<std::uint64_t> expected(length), got(length);
          expected.resize(scalar::window_minima(values, window, expected.data()));
          got.resize(window_minima(values, window, got.data()));
          ASSERT_EQ(got, expected) << target << " length " << length << " window " << window;
        }
      }
  });
}

}  // namespace
}  // namespace pressmill::text
