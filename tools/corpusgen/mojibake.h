// SPDX-License-Identifier: Apache-2.0
//
// Planted: mojibake. UTF-8 that somebody read in a legacy encoding, once or twice.
//
// Truth: the encoding, how often, and the text as it was; a repair that gives it back is right.
// Bytes without a character in the encoding become the control of the same number, as browsers
// have it.
//
// Threads:  a Garbler belongs to one thread (ICU's converters keep state).

#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "tools/corpusgen/random.h"

namespace pressmill::corpusgen {

struct Garbling {
  std::string_view encoding;
  unsigned times = 1;
};
inline constexpr std::array<Garbling, 5> kGarblings = {{{"windows-1252", 1},
                                                        {"iso-8859-1", 1},
                                                        {"macintosh", 1},
                                                        {"windows-1251", 1},
                                                        {"windows-1252", 2}}};

class Garbler {
 public:
  Garbler();
  ~Garbler();
  Garbler(Garbler&&) noexcept;

  // Needs: valid UTF-8; index into kGarblings.
  void garble(std::size_t garbling, std::string& text);

 private:
  struct Converters;
  std::unique_ptr<Converters> converters_;
};

}  // namespace pressmill::corpusgen
