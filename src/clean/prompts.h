// SPDX-License-Identifier: Apache-2.0
//
// Prompts: what sites say to their readers around an article, in many languages.
//
// "Read more", "Teilen", "Suscríbete", "相关阅读": phrases by which a reader tells furniture from
// body, each of one kind. They are words in order; case, accents and what stands between the
// words do not matter. A prompt alone removes nothing: it is one measure of a line among many.
//
// Threads:  constant data.

#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace pressmill::clean {

enum class Prompt : std::uint8_t {
  share,
  subscribe,
  read_more,
  related,
  comments,
  copyright,
  advert,
  photo,
  byline,
  form,
  menu,
  legal,
  time,
  tags,
  app,
  pager,
  pointer,  // "see also": the headline of another article follows on the same line
};
inline constexpr std::size_t kPrompts = 17;

std::string_view name_of(Prompt prompt);

// All phrases of one kind in one language: separated by '|'. One that is common in bodies, too,
// counts at the start of a line only ('^' before it) or as a whole line ('=').
struct PromptList {
  std::string_view lang;  // ISO 639-1
  Prompt prompt;
  std::string_view phrases;
};

std::span<const PromptList> prompt_lists();

}  // namespace pressmill::clean
