// SPDX-License-Identifier: Apache-2.0
//
// A word model: symbols and what they may expand to, compiled from a text that people can edit.
//
// Source, one or several lines a symbol:
//   name: alternative | alternative      adds alternatives; each is as likely as the others
//   $name: alternative                   a value: expanded once per article, in this order
// In an alternative:
//   {name}      expands a symbol           {$name}   inserts the article's value
//   {a/b/c}     one of these words         {#12-90}  a number, digits grouped as the language does
//
// Expansion only appends literals to a string: about a nanosecond per byte.
//
// Threads:  immutable after compile(); values belong to the caller.
// Failure:  compile() names the line; expand() cannot fail.

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pressmill/error.h"
#include "tools/corpusgen/random.h"

namespace pressmill::corpusgen {

using Symbol = std::uint32_t;

// How a site writes numbers.
struct NumberStyle {
  std::string_view thousands;      // between groups of three; empty: no groups
  std::uint64_t grouped_from = 0;  // smaller numbers stay ungrouped
  bool arabic_digits = false;      // U+0660 ... U+0669
};

void append_number(std::uint64_t value, const NumberStyle& style, std::string& out);

class Grammar {
 public:
  // The article's values, by their number in the source.
  using Values = std::vector<std::string>;

  static Result<Grammar> compile(std::string_view source);

  // Needs: the symbol exists; has() tells.
  Symbol symbol(std::string_view name) const;
  bool has(std::string_view name) const;
  std::size_t value_index(std::string_view name) const;  // Needs: the value exists

  // Fills the article's values. Those that are not empty already are kept (quotation marks).
  void fill(Values& values, const NumberStyle& numbers, Random& random) const;
  void expand(Symbol symbol, const Values& values, const NumberStyle& numbers, Random& random,
              std::string& out) const;
  // The alternatives of a symbol, for callers who choose among them by themselves.
  std::size_t alternatives(Symbol symbol) const { return symbols_[symbol].size(); }
  void expand_alternative(Symbol symbol, std::size_t chosen, const Values& values,
                          const NumberStyle& numbers, Random& random, std::string& out) const;

 private:
  enum class Kind : std::uint8_t { literal, symbol, value, number };
  struct Piece {
    Kind kind;
    std::uint32_t first;   // literal: place in literals_; symbol, value: its number; number: low
    std::uint32_t second;  // literal: its length; number: high
  };
  struct Alternative {
    std::uint32_t begin;  // in pieces_
    std::uint32_t end;
  };
  struct ValueRule {
    Symbol symbol;
    std::uint32_t value;
  };
  class Compiler;

  std::string literals_;
  std::vector<Piece> pieces_;
  std::vector<std::vector<Alternative>> symbols_;
  std::map<std::string, Symbol, std::less<>> names_;
  std::map<std::string, std::uint32_t, std::less<>> value_names_;
  std::vector<ValueRule> value_rules_;
};

}  // namespace pressmill::corpusgen
