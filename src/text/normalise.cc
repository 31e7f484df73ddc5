// SPDX-License-Identifier: Apache-2.0
//
// Examining, cleaning, composing.
//
// Examiner says whether a text is normal, from the suspects that the kernel marks; that is all
// that happens to most texts. Cleaner writes a clean text: it copies what lies between suspects
// and goes character by character only around them. Both look at suspects alone, so whatever
// they know of "the character before" is reset by the inert ones in between.

#include "text/normalise.h"

#include <algorithm>
#include <bit>
#include <cstddef>

#include "text/nfc.h"
#include "text/normalise_table.h"
#include "text/simd/mark_suspects.h"
#include "text/utf8.h"

namespace pressmill::text {
namespace {

// Calls visit(position of a suspect's first byte) in order, until it returns false.
template <class Visit>
void for_each_suspect(std::string_view text, Visit&& visit) {
  Marks marks;
  for (std::size_t begin = 0; begin < text.size(); begin += kMarkedBytes) {
    const std::size_t words = mark_suspects(text, begin, marks);
    for (std::size_t word = 0; word < words; ++word) {
      for (std::uint64_t bits = marks[word]; bits != 0; bits &= bits - 1) {
        const std::size_t at =
            begin + word * kMarkBits + static_cast<std::size_t>(std::countr_zero(bits));
        const std::size_t start = is_continuation(text[at]) ? at - 1 : at;
        if (!visit(start)) return;
      }
    }
  }
}

// A flag of a region is U+1F3F4 and tags. Tags that do not follow one have gone from what stands
// before, so the last character tells. Tags are F3 A0 80 80 .. F3 A0 81 BF.
bool may_carry_tag(std::string_view before) {
  constexpr std::string_view kBlackFlag = "\xF0\x9F\x8F\xB4";
  if (before.ends_with(kBlackFlag)) return true;
  if (before.size() < 4) return false;
  const std::string_view last = before.substr(before.size() - 4);
  return last.starts_with("\xF3\xA0\x80") || last.starts_with("\xF3\xA0\x81");
}

// Whether U+200B separates words after what has been seen. Marks that combine do not change the
// answer, as NFC may put them in another order.
class WordBreakContext {
 public:
  void reset() { unspaced_ = false; }
  void add(CharRule rule) {
    if (rule.combining_class() == 0) unspaced_ = rule.unspaced();
  }
  bool separates() const { return unspaced_; }

 private:
  bool unspaced_ = false;
};

class Examiner {
 public:
  explicit Examiner(std::string_view text) : text_(text) { examine(); }

  bool is_clean() const { return clean_; }
  NfcCheck nfc() const { return nfc_; }  // Needs: is_clean().

 private:
  static bool is_blank(char c) { return c == ' ' || c == '\n'; }

  void examine() {
    if (text_.empty()) return;
    // Line ends are inert except at the text's edges; the kernel leaves that to us.
    clean_ = !is_blank(text_.front()) && !is_blank(text_.back());
    if (!clean_) return;
    for_each_suspect(text_, [this](std::size_t start) { return clean_ = stays(start); });
  }

  bool stays(std::size_t start) {
    if (static_cast<unsigned char>(text_[start]) < 0x80) return false;
    if (start != end_) {  // inert characters stand between
      combining_class_ = 0;
      context_.reset();
    }
    const char* p = text_.data() + start;
    const CharRule rule = rules_[decode_one(p)];
    end_ = static_cast<std::size_t>(p - text_.data());
    if (!stays_by(rule.treatment(), start)) return false;
    const std::uint8_t combining_class = rule.combining_class();
    const bool ordered = combining_class == 0 || combining_class >= combining_class_;
    nfc_ = std::max({nfc_, rule.nfc(), ordered ? NfcCheck::yes : NfcCheck::no});
    combining_class_ = combining_class;
    context_.add(rule);
    return true;
  }

  bool stays_by(Treatment treatment, std::size_t start) const {
    if (treatment == Treatment::keep) return true;
    if (treatment == Treatment::zero_width_space) return context_.separates();
    return treatment == Treatment::tag && may_carry_tag(text_.substr(0, start));
  }

  const CharRuleTable& rules_ = char_rules();
  std::string_view text_;
  std::size_t end_ = 0;  // of the last suspect
  std::uint8_t combining_class_ = 0;
  WordBreakContext context_;
  bool clean_ = true;
  NfcCheck nfc_ = NfcCheck::yes;
};

class Cleaner {
 public:
  // Needs: `out` is empty.
  Cleaner(std::string_view text, std::string& out, NormaliseCounts& counts)
      : text_(text), out_(out), counts_(counts) {}

  void clean() {
    out_.reserve(text_.size());
    settle();
    for_each_suspect(text_, [this](std::size_t start) {
      if (start < pos_) return true;  // went by while settling
      copy_until(start);
      settle();
      return true;
    });
    copy_until(text_.size());
    drop_trailing_blanks();
  }

 private:
  // Goes character by character until one was kept that is no blank: from there on, what the
  // kernel saw before a character is what stands before it in the output.
  void settle() {
    settled_ = false;
    while (!settled_ && pos_ < text_.size()) step();
  }

  void copy_until(std::size_t end) {
    if (end <= pos_) return;
    out_.append(text_.substr(pos_, end - pos_));
    pos_ = end;
    context_.reset();
    space_was_counted_ = false;
  }

  void step() {
    const char* p = text_.data() + pos_;
    const char* const start = p;
    const char32_t c = decode_one(p);
    if (c == '\r' && p != text_.data() + text_.size() && *p == '\n') ++p;
    pos_ += static_cast<std::size_t>(p - start);
    const CharRule rule = rules_[c];
    switch (rule.treatment()) {
      case Treatment::control:
        ++counts_.controls;
        return;
      case Treatment::space:
        put_space(true);
        return;
      case Treatment::line_end:
        put_line_end(true);
        return;
      case Treatment::invisible:
        ++counts_.invisibles;
        return;
      case Treatment::zero_width_space:
        if (!context_.separates()) {
          ++counts_.invisibles;
          return;
        }
        break;
      case Treatment::tag:
        if (!may_carry_tag(out_)) {
          ++counts_.invisibles;
          return;
        }
        break;
      case Treatment::keep:
        break;
    }
    if (c == ' ') return put_space(false);
    if (c == '\n') return put_line_end(false);
    keep({start, p}, rule);
  }

  void keep(std::string_view character, CharRule rule) {
    out_.append(character);
    context_.add(rule);
    trailing_counted_ = 0;
    settled_ = true;
  }

  bool at_line_start() const { return out_.empty() || out_.back() == '\n'; }

  void put_space(bool replaced) {
    context_.reset();
    if (at_line_start() || out_.back() == ' ') {
      ++counts_.spaces;
      return;
    }
    out_ += ' ';
    space_was_counted_ = replaced;
    if (replaced) ++counts_.spaces;
  }

  void put_line_end(bool replaced) {
    context_.reset();
    drop_trailing_space();
    if (out_.empty()) {
      ++counts_.line_ends;
      return;
    }
    out_ += '\n';
    if (!replaced) return;
    ++counts_.line_ends;
    ++trailing_counted_;
  }

  void drop_trailing_space() {
    if (out_.empty() || out_.back() != ' ') return;
    out_.pop_back();
    if (!space_was_counted_) ++counts_.spaces;
  }

  void drop_trailing_blanks() {
    drop_trailing_space();
    const std::size_t end = out_.find_last_not_of('\n') + 1;  // npos + 1 == 0
    counts_.line_ends += out_.size() - end - trailing_counted_;
    out_.resize(end);
  }

  const CharRuleTable& rules_ = char_rules();
  std::string_view text_;
  std::string& out_;
  NormaliseCounts& counts_;
  std::size_t pos_ = 0;
  bool settled_ = false;
  WordBreakContext context_;
  bool space_was_counted_ = false;      // the space at the end of out_, if there is one
  std::uint64_t trailing_counted_ = 0;  // line ends at the end of out_ that were replaced
};

bool is_nfc_by(NfcCheck quick, std::string_view text) {
  return quick == NfcCheck::yes || (quick == NfcCheck::maybe && is_nfc(text));
}

}  // namespace

NormaliseCounts& NormaliseCounts::operator+=(const NormaliseCounts& other) {
  controls += other.controls;
  invisibles += other.invisibles;
  spaces += other.spaces;
  line_ends += other.line_ends;
  composed += other.composed;
  return *this;
}

bool normalise(std::string_view text, std::string& out, NormaliseCounts& counts) {
  const Examiner before(text);
  if (before.is_clean()) {
    if (is_nfc_by(before.nfc(), text)) return false;
    to_nfc(text, out);
    ++counts.composed;
    return true;
  }
  out.clear();
  Cleaner(text, out, counts).clean();
  // Taking characters away may have brought a base and a mark together.
  if (is_nfc_by(Examiner(out).nfc(), out)) return true;
  std::string composed;
  to_nfc(out, composed);
  out.swap(composed);
  ++counts.composed;
  return true;
}

}  // namespace pressmill::text
