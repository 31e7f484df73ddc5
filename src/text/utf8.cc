// SPDX-License-Identifier: Apache-2.0
//
// UTF-8 byte by byte, where the vector code has found that something is wrong or little is left.

#include "text/utf8.h"

#include "text/simd/valid_blocks.h"

namespace pressmill::text {
namespace {

// What stands at the start of some bytes: a character, or the maximal subpart of one.
struct Sequence {
  std::size_t length = 1;
  bool valid = false;
};

// Which second bytes a lead byte allows, and how many bytes follow it in all.
struct Expected {
  std::size_t following = 0;  // 0: no lead byte
  unsigned char low = 0x80;
  unsigned char high = 0xBF;
};

Expected expected_after(unsigned char lead) {
  if (lead < 0xC2) return {};  // continuations, and overlong forms of ASCII
  if (lead < 0xE0) return {.following = 1};
  if (lead == 0xE0) return {.following = 2, .low = 0xA0};   // below: overlong
  if (lead == 0xED) return {.following = 2, .high = 0x9F};  // above: surrogates
  if (lead < 0xF0) return {.following = 2};
  if (lead == 0xF0) return {.following = 3, .low = 0x90};   // below: overlong
  if (lead == 0xF4) return {.following = 3, .high = 0x8F};  // above: beyond U+10FFFF
  if (lead < 0xF4) return {.following = 3};
  return {};
}

// Needs: bytes that begin with one of 0x80 or more.
Sequence sequence_at(std::string_view bytes) {
  Expected expected = expected_after(static_cast<unsigned char>(bytes[0]));
  if (expected.following == 0) return {};
  for (std::size_t i = 1; i <= expected.following; ++i) {
    if (i == bytes.size()) return {.length = i};
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (byte < expected.low || byte > expected.high) return {.length = i};
    expected.low = 0x80;  // only the second byte is ever restricted
    expected.high = 0xBF;
  }
  return {.length = expected.following + 1, .valid = true};
}

}  // namespace

std::size_t scalar::valid_prefix(std::string_view bytes) {
  std::size_t i = 0;
  while (i < bytes.size()) {
    if (static_cast<unsigned char>(bytes[i]) < 0x80) {
      ++i;
      continue;
    }
    const Sequence sequence = sequence_at(bytes.substr(i));
    if (!sequence.valid) return i;
    i += sequence.length;
  }
  return i;
}

std::size_t valid_prefix(std::string_view bytes) {
  const std::size_t blocks = valid_blocks(bytes);
  return blocks + scalar::valid_prefix(bytes.substr(blocks));
}

std::size_t replace_invalid(std::string_view in, std::string& out) {
  out.clear();
  out.reserve(in.size());
  std::size_t replaced = 0;
  while (true) {
    const std::size_t valid = valid_prefix(in);
    out.append(in.substr(0, valid));
    in.remove_prefix(valid);
    if (in.empty()) return replaced;
    append_utf8(out, kReplacementCharacter);
    ++replaced;
    in.remove_prefix(sequence_at(in).length);
  }
}

void append_utf8(std::string& out, char32_t c) {
  const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (c < 0x80) {
    put(c);
    return;
  }
  if (c < 0x800) {
    put(0xC0 | c >> 6);
  } else if (c < 0x10000) {
    put(0xE0 | c >> 12);
    put(0x80 | (c >> 6 & 0x3F));
  } else {
    put(0xF0 | c >> 18);
    put(0x80 | (c >> 12 & 0x3F));
    put(0x80 | (c >> 6 & 0x3F));
  }
  put(0x80 | (c & 0x3F));
}

}  // namespace pressmill::text
