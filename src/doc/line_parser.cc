// SPDX-License-Identifier: Apache-2.0
//
// simdjson's document and RawObject side by side.

#include "doc/line_parser.h"

#include <simdjson.h>

#include <array>

namespace pressmill::doc {

static_assert(Buffer::kPadding >= simdjson::SIMDJSON_PADDING);

namespace {

constexpr std::string_view kOwnKey = "pressmill";

// What is known of one role so far in this line.
struct Choice {
  std::uint32_t rank = UINT32_MAX;
  Field field;
  bool seen_nothing = false;     // a name was there, with null or an empty string
  bool seen_wrong_type = false;  // a name was there, with a value of another type
};

class FieldFinder {
 public:
  FieldFinder(std::string_view line, Article& article) : line_(line), article_(article) {}

  // Walks an object and, where names lead deeper, the objects inside.
  void walk(simdjson::dom::object object, std::uint32_t begin, const FieldMap::Node& node,
            bool top) {
    RawObject raw(line_, begin);
    RawMember member;
    std::uint32_t before = begin + 1;  // behind the last member that stays
    for (const auto& [key, value] : object) {
      if (!raw.next(member)) break;
      if (top && key == kOwnKey)
        cut_own(member, before);
      else if (const FieldMap::Node* child = node.child(key))
        visit(value, member.value, *child);
      if (!top || key != kOwnKey) before = member.value.end();
    }
  }

  const Choice& choice(Role role) const { return choices_[static_cast<std::size_t>(role)]; }

 private:
  void visit(simdjson::dom::element value, Span token, const FieldMap::Node& node) {
    for (const FieldMap::Use use : node.uses) consider(value, token, use);
    simdjson::dom::object inner;
    if (!node.children.empty() && value.get(inner) == simdjson::SUCCESS)
      walk(inner, token.begin, node, false);
  }

  void consider(simdjson::dom::element value, Span token, FieldMap::Use use) {
    Choice& choice = choices_[static_cast<std::size_t>(use.role)];
    Field field{{}, token, value.is_string()};
    const bool number = value.is_number() && use.role != Role::text;
    if (value.is_null()) {
      choice.seen_nothing = true;
      return;
    }
    if (!field.is_string && !number) {
      choice.seen_wrong_type = true;
      return;
    }
    field.value = field.is_string ? std::string_view(value) : token.of(line_);
    if (field.value.empty()) {
      choice.seen_nothing = true;
      return;
    }
    if (use.rank >= choice.rank) return;  // first of equal names wins
    choice.rank = use.rank;
    choice.field = field;
  }

  // The member and one comma: the one behind it, or else the one before it.
  void cut_own(const RawMember& member, std::uint32_t before) {
    std::uint32_t end = member.value.end();
    while (end < line_.size() && is_json_space(line_[end])) ++end;
    const bool comma_behind = end < line_.size() && line_[end] == ',';
    const std::uint32_t begin = comma_behind ? member.key.begin : before;
    if (comma_behind) ++end;
    // The last member takes the comma before it, and with it the cuts that lie between.
    while (!article_.own.empty() && article_.own.back().begin >= begin) article_.own.pop_back();
    article_.own.push_back({begin, end - begin});
  }

  std::string_view line_;
  Article& article_;
  std::array<Choice, kRoleCount> choices_;
};

ParsedLine malformed(Malformed reason, std::string_view detail) {
  return {LineKind::malformed, reason, detail};
}

ParsedLine refuse(simdjson::error_code error) {
  switch (error) {
    case simdjson::DEPTH_ERROR:
      return malformed(Malformed::too_deep, "nested too deeply");
    case simdjson::CAPACITY:
      return malformed(Malformed::too_long, "line too long");
    case simdjson::UTF8_ERROR:
      return malformed(Malformed::bad_utf8, "invalid UTF-8");
    case simdjson::UNCLOSED_STRING:
      return malformed(Malformed::not_json, "unclosed string");
    case simdjson::UNESCAPED_CHARS:
      return malformed(Malformed::not_json, "control character inside a string");
    case simdjson::NUMBER_ERROR:
      return malformed(Malformed::not_json, "broken number");
    case simdjson::STRING_ERROR:
      return malformed(Malformed::not_json, "broken escape");
    case simdjson::EMPTY:
      return malformed(Malformed::not_json, "nothing but white space");
    default:
      return malformed(Malformed::not_json, "broken JSON");
  }
}

std::string_view trim(std::string_view line) {
  while (!line.empty() && is_json_space(line.front())) line.remove_prefix(1);
  while (!line.empty() && is_json_space(line.back())) line.remove_suffix(1);
  return line;
}

}  // namespace

std::string_view malformed_name(Malformed reason) {
  static constexpr std::array<std::string_view, kMalformedCount> kNames = {
      "",          "not_json", "bad_utf8", "not_object",
      "text_type", "too_deep", "too_long", "damaged_input"};
  return kNames[static_cast<std::size_t>(reason)];
}

struct LineParser::Parser {
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  Buffer mended;
  Buffer masked;

  simdjson::error_code parse(std::string_view line) {
    if (line.size() > parser.capacity() || parser.max_depth() != kMaxDepth) {
      const auto error = parser.allocate(std::max<std::size_t>(line.size(), 1 << 16), kMaxDepth);
      if (error != simdjson::SUCCESS) return error;
    }
    return parser.parse(line.data(), line.size(), false).get(root);
  }

  // Valid numbers may exceed what a 64-bit parser holds; they pass through like everything else.
  simdjson::error_code parse_any_numbers(std::string_view line) {
    const auto error = parse(line);
    if (error != simdjson::NUMBER_ERROR || !mask_large_numbers(line, masked)) return error;
    return parse(masked.view());
  }
};

LineParser::LineParser(const FieldMap& fields, bool repair)
    : fields_(fields), repair_(repair), parser_(std::make_unique<Parser>()) {}
LineParser::~LineParser() = default;

ParsedLine LineParser::parse(std::string_view line, Article& article) {
  if (parser_->parser.capacity() > kLargeLineBytes && line.size() < kLargeLineBytes)
    parser_ = std::make_unique<Parser>();
  article = {};
  article.line = trim(line);
  if (article.line.empty()) return malformed(Malformed::not_json, "nothing but white space");
  auto error = parser_->parse_any_numbers(article.line);
  if (error == simdjson::UTF8_ERROR || error == simdjson::STRING_ERROR) {
    const MendCounts counts = mend_line(article.line, parser_->mended);
    if (counts.any() && !repair_)
      return malformed(Malformed::bad_utf8,
                       counts.bad_bytes + counts.legacy > 0 ? "invalid UTF-8" : "lone surrogate");
    if (counts.any()) {
      article.mended = counts;
      article.line = parser_->mended.view();
      error = parser_->parse_any_numbers(article.line);
    }
  }
  return error == simdjson::SUCCESS ? read_fields(article) : refuse(error);
}

ParsedLine LineParser::read_fields(Article& article) {
  simdjson::dom::object object;
  if (parser_->root.get(object) != simdjson::SUCCESS)
    return malformed(Malformed::not_object, "JSON, but no object");
  FieldFinder finder(article.line, article);
  finder.walk(object, 0, fields_.root(), true);
  for (std::size_t role = 0; role < kRoleCount; ++role)
    article.fields[role] = finder.choice(static_cast<Role>(role)).field;
  const Choice& text = finder.choice(Role::text);
  if (text.field.present()) return {LineKind::article, Malformed::none, {}};
  if (text.seen_wrong_type && !text.seen_nothing)
    return malformed(Malformed::text_type, "the text is no string");
  return {LineKind::empty, Malformed::none, text.seen_nothing ? "empty text" : "no text"};
}

std::string simdjson_version() {
  return std::to_string(simdjson::SIMDJSON_VERSION_MAJOR) + "." +
         std::to_string(simdjson::SIMDJSON_VERSION_MINOR) + "." +
         std::to_string(simdjson::SIMDJSON_VERSION_REVISION);
}

}  // namespace pressmill::doc
