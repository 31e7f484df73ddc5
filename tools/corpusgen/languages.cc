// SPDX-License-Identifier: Apache-2.0
//
// Compiling the word models and finding their symbols.

#include "tools/corpusgen/languages.h"

#include <string>
#include <utility>

namespace pressmill::corpusgen {

namespace {

Result<LanguageModel> compile_one(std::string_view source, std::string_view sentence_gap) {
  auto grammar = Grammar::compile(source);
  if (!grammar) return std::move(grammar.error());
  LanguageModel model;
  model.grammar = *std::move(grammar);
  std::vector<std::string> wanted = {"general", "report", "spin", "$oq", "$cq"};
  for (const std::string_view section : kSections) {
    wanted.emplace_back(section);
    wanted.push_back("title." + std::string(section));
  }
  for (const std::string& name : wanted)
    if (!model.grammar.has(name)) return Error(Code::usage, "word model: no symbol " + name);
  for (std::size_t i = 0; i < kSections.size(); ++i) {
    model.sentences[i] = model.grammar.symbol(kSections[i]);
    model.titles[i] = model.grammar.symbol("title." + std::string(kSections[i]));
  }
  model.general = model.grammar.symbol("general");
  model.report = model.grammar.symbol("report");
  model.spin = model.grammar.symbol("spin");
  model.open_quote = model.grammar.value_index("oq");
  model.close_quote = model.grammar.value_index("cq");
  model.sentence_gap = sentence_gap;
  return model;
}

}  // namespace

Result<std::vector<LanguageModel>> compile_languages() {
  struct Source {
    std::string_view model;
    std::string_view gap;
  };
  const std::array<Source, kLanguageCount> sources = {{{english_model(), " "},
                                                       {spanish_model(), " "},
                                                       {arabic_model(), " "},
                                                       {chinese_model(), ""}}};
  std::vector<LanguageModel> models;
  for (const Source& source : sources) {
    auto model = compile_one(source.model, source.gap);
    if (!model) return std::move(model.error());
    models.push_back(*std::move(model));
  }
  return models;
}

}  // namespace pressmill::corpusgen
