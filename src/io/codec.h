// SPDX-License-Identifier: Apache-2.0
//
// Which compression a file uses, told from its first bytes.
//
// Names lie: dumps are renamed, and downloads unpacked on the way. Magic bytes decide alone, so a
// file that is called .gz and holds plain text is read as plain text.
//
// Threads:  pure functions.

#pragma once

#include <cstdint>
#include <string_view>

namespace pressmill::io {

enum class Codec : std::uint8_t { plain, zst, gz, xz, bz2, lz4 };

// Needs: the first bytes of the input; a few hundred let it look behind skippable frames, which
// zstd and lz4 share. Where nothing else is to be seen they count as zstd's.
Codec detect_codec(std::string_view head);

// "zst", "gz", ...: as file names end. "plain" for bytes as they are.
std::string_view codec_name(Codec codec);

}  // namespace pressmill::io
