// SPDX-License-Identifier: Apache-2.0
//
// A record of the store of `pressmill stats`, which writes no articles: the words by which texts
// are compared, as hashes, and the title, by which a cluster is shown.
//
// Word hashes are cut to 32 bits. Two texts then seem to share a shingle that they do not share
// only where they differ in one word alone for five in a row and the two words' hashes agree: once
// in 2^32 such places. Whole hashes would double the store, and the text itself, which is half as
// large again, would have to be packed and read word by word once more.
//
// Layout (little-endian): the title token's length (u32) and the token, as the input has it; then
// a u32 for each word.
//
// Threads:  pure functions.

#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "doc/article.h"
#include "io/store.h"

namespace pressmill::doc {

// Part of what runs compare: raised whenever records may look otherwise.
inline constexpr std::uint32_t kWordRecordVersion = 1;

// Appends the record of `article`, whose text has the words `words` (text/shingles.h).
// `record_bytes` is set to its size.
io::RecordKey put_word_record(io::FrameBuilder& store, const Article& article,
                              std::span<const std::uint64_t> words, std::uint32_t& record_bytes);

// `words` replaced by those of the record, the same number for the same 32 bits; `title` is the
// token, empty where there is none. Both false where the bytes are no record (a damaged store).
bool read_word_hashes(std::string_view record, std::vector<std::uint64_t>& words);
bool read_word_record_title(std::string_view record, std::string_view& title);

}  // namespace pressmill::doc
