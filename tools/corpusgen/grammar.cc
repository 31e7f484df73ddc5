// SPDX-License-Identifier: Apache-2.0
//
// Compiling and expanding word models.

#include "tools/corpusgen/grammar.h"

#include <array>
#include <cassert>
#include <charconv>
#include <optional>

namespace pressmill::corpusgen {

namespace {

std::string_view trim(std::string_view s) {
  const std::size_t begin = s.find_first_not_of(' ');
  if (begin == std::string_view::npos) return {};
  return s.substr(begin, s.find_last_not_of(' ') - begin + 1);
}

// Takes everything up to the separator off the front.
std::string_view take(std::string_view& rest, char separator) {
  const std::size_t at = rest.find(separator);
  const std::string_view part = rest.substr(0, at);
  rest.remove_prefix(at == std::string_view::npos ? rest.size() : at + 1);
  return part;
}

std::optional<std::uint32_t> to_number(std::string_view s) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(s.data(), s.data() + s.size(), value);
  if (error != std::errc() || end != s.data() + s.size()) return std::nullopt;
  return value;
}

}  // namespace

void append_number(std::uint64_t value, const NumberStyle& style, std::string& out) {
  std::array<char, 20> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  const auto size = static_cast<std::size_t>(end - digits.data());
  const bool grouped = !style.thousands.empty() && value >= style.grouped_from;
  for (std::size_t i = 0; i < size; ++i) {
    if (grouped && i > 0 && (size - i) % 3 == 0) out += style.thousands;
    if (style.arabic_digits) {
      out += '\xD9';
      out += static_cast<char>(0xA0 + (digits[i] - '0'));
    } else {
      out += digits[i];
    }
  }
}

// Turns source lines into pieces; knows what has been named but not defined yet.
class Grammar::Compiler {
 public:
  explicit Compiler(Grammar& grammar) : g_(grammar) {}

  Status add_line(std::string_view line) {
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return bad("no ':'", line);
    std::string_view name = trim(line.substr(0, colon));
    std::string_view rest = line.substr(colon + 1);
    const bool is_value = name.starts_with('$');
    if (name.size() <= (is_value ? 1U : 0U)) return bad("no name", line);
    if (is_value && g_.value_names_.contains(name.substr(1))) return bad("value twice", line);
    const Symbol symbol = intern(name);
    while (!rest.empty()) {
      Status added = add_alternative(symbol, trim(take(rest, '|')), line);
      if (!added) return added;
    }
    // Named last: a value cannot use itself.
    if (is_value) g_.value_rules_.push_back({symbol, intern_value(name.substr(1))});
    return Status::ok();
  }

  // Every symbol that is used must be defined, and none may contain itself.
  Status check() const {
    for (const auto& [name, symbol] : g_.names_)
      if (g_.symbols_[symbol].empty()) return bad("used but not defined", name);
    std::vector<std::uint8_t> state(g_.symbols_.size());
    for (const auto& [name, symbol] : g_.names_)
      if (!ends(symbol, state)) return bad("expands to itself", name);
    return Status::ok();
  }

 private:
  static Error bad(std::string_view what, std::string_view where) {
    return Error(Code::usage, "word model: " + std::string(what) + ": " + std::string(where));
  }

  bool ends(Symbol symbol, std::vector<std::uint8_t>& state) const {
    if (state[symbol] == 2) return true;
    if (state[symbol] == 1) return false;
    state[symbol] = 1;
    for (const Alternative& alternative : g_.symbols_[symbol])
      for (std::uint32_t i = alternative.begin; i < alternative.end; ++i)
        if (g_.pieces_[i].kind == Kind::symbol && !ends(g_.pieces_[i].first, state)) return false;
    state[symbol] = 2;
    return true;
  }

  Symbol intern(std::string_view name) {
    const auto [it, is_new] =
        g_.names_.try_emplace(std::string(name), static_cast<Symbol>(g_.symbols_.size()));
    if (is_new) g_.symbols_.emplace_back();
    return it->second;
  }

  std::uint32_t intern_value(std::string_view name) {
    const auto next = static_cast<std::uint32_t>(g_.value_names_.size());
    return g_.value_names_.try_emplace(std::string(name), next).first->second;
  }

  void literal(std::string_view text, std::vector<Piece>& pieces) {
    if (text.empty()) return;
    pieces.push_back({Kind::literal, static_cast<std::uint32_t>(g_.literals_.size()),
                      static_cast<std::uint32_t>(text.size())});
    g_.literals_ += text;
  }

  void store(Symbol symbol, const std::vector<Piece>& pieces) {
    const auto begin = static_cast<std::uint32_t>(g_.pieces_.size());
    g_.pieces_.insert(g_.pieces_.end(), pieces.begin(), pieces.end());
    g_.symbols_[symbol].push_back({begin, static_cast<std::uint32_t>(g_.pieces_.size())});
  }

  Status add_alternative(Symbol symbol, std::string_view text, std::string_view line) {
    std::vector<Piece> pieces;
    while (!text.empty()) {
      literal(text.substr(0, text.find('{')), pieces);
      if (text.find('{') == std::string_view::npos) break;
      text.remove_prefix(text.find('{') + 1);
      if (text.find('}') == std::string_view::npos) return bad("no '}'", line);
      Status added = add_slot(take(text, '}'), line, pieces);
      if (!added) return added;
    }
    store(symbol, pieces);
    return Status::ok();
  }

  Status add_slot(std::string_view slot, std::string_view line, std::vector<Piece>& pieces) {
    if (slot.starts_with('$')) {
      const auto value = g_.value_names_.find(slot.substr(1));
      if (value == g_.value_names_.end()) return bad("unknown value {" + std::string(slot), line);
      pieces.push_back({Kind::value, value->second, 0});
    } else if (slot.starts_with('#')) {
      slot.remove_prefix(1);
      const auto low = to_number(take(slot, '-'));
      const auto high = to_number(slot);
      if (!low || !high || *low > *high) return bad("broken number", line);
      pieces.push_back({Kind::number, *low, *high});
    } else if (slot.find('/') != std::string_view::npos) {
      pieces.push_back({Kind::symbol, add_inline(slot), 0});
    } else {
      pieces.push_back({Kind::symbol, intern(slot), 0});
    }
    return Status::ok();
  }

  // {a/b}: a symbol that carries its own source as its name, so that equal ones are one.
  Symbol add_inline(std::string_view words) {
    const Symbol symbol = intern(words);
    if (!g_.symbols_[symbol].empty()) return symbol;
    for (bool more = true; more;) {
      more = words.find('/') != std::string_view::npos;
      std::vector<Piece> pieces;
      literal(take(words, '/'), pieces);
      store(symbol, pieces);
    }
    return symbol;
  }

  Grammar& g_;
};

Result<Grammar> Grammar::compile(std::string_view source) {
  Grammar grammar;
  Compiler compiler(grammar);
  while (!source.empty()) {
    const std::string_view line = trim(take(source, '\n'));
    if (line.empty()) continue;
    Status added = compiler.add_line(line);
    if (!added) return std::move(added.error());
  }
  Status checked = compiler.check();
  if (!checked) return std::move(checked.error());
  return grammar;
}

Symbol Grammar::symbol(std::string_view name) const {
  assert(has(name));
  return names_.find(name)->second;
}

bool Grammar::has(std::string_view name) const {
  return names_.contains(name);
}

std::size_t Grammar::value_index(std::string_view name) const {
  assert(value_names_.contains(name));
  return value_names_.find(name)->second;
}

void Grammar::fill(Values& values, const NumberStyle& numbers, Random& random) const {
  values.resize(value_names_.size());
  for (const ValueRule& rule : value_rules_)
    if (values[rule.value].empty())
      expand(rule.symbol, values, numbers, random, values[rule.value]);
}

void Grammar::expand(Symbol symbol, const Values& values, const NumberStyle& numbers,
                     Random& random, std::string& out) const {
  const std::size_t choices = symbols_[symbol].size();
  const std::size_t chosen = choices == 1 ? 0 : random.index(choices);
  expand_alternative(symbol, chosen, values, numbers, random, out);
}

void Grammar::expand_alternative(Symbol symbol, std::size_t chosen, const Values& values,
                                 const NumberStyle& numbers, Random& random,
                                 std::string& out) const {
  const Alternative alternative = symbols_[symbol][chosen];
  for (std::uint32_t i = alternative.begin; i < alternative.end; ++i) {
    const Piece& piece = pieces_[i];
    switch (piece.kind) {
      case Kind::literal:
        out.append(literals_.data() + piece.first, piece.second);
        break;
      case Kind::symbol:
        expand(piece.first, values, numbers, random, out);
        break;
      case Kind::value:
        out += values[piece.first];
        break;
      case Kind::number:
        append_number(random.between(piece.first, piece.second), numbers, out);
        break;
    }
  }
}

}  // namespace pressmill::corpusgen
