// SPDX-License-Identifier: Apache-2.0
//
// Words by their folded hash; in scripts without spaces and where words grow at both ends, by
// their letters.

#include "clean/phone_cues.h"

#include <algorithm>
#include <array>
#include <vector>

#include "clean/personal_span.h"
#include "text/word_walk.h"

namespace pressmill::clean {

namespace {

constexpr std::size_t kWindowBytes = 64;
constexpr int kStrongReach = 6;  // words between announcement and number
constexpr int kWeakReach = 2;

// Case and accents do not matter.
constexpr std::string_view kStrongWords =
    // Latin script: English, Spanish, French, German, Italian, Portuguese, Polish, ...
    "tel telephone phone fax telefax faks faksi whatsapp viber hotline helpline "
    "infoline careline landline cellphone telefono telefon telefone telefonu "
    "telefonszam telefonnummer telefoonnummer telefoon telef telf tlf tlph telp telepon puhelin "
    "puh fono celular cellulare handynummer portable movil gsm dt thoai simu sdt "
    // Cyrillic, Greek, Hebrew
    "тел телефон телефону телефонам телефона телефоном факс факсу моб мобильный "
    "мобільний viber вайбер ватсап τηλ τηλεφωνο τηλεφωνα φαξ κιν טלפון טל פקס נייד "
    // Persian, Urdu, Hindi, Bengali
    "تلفن فون موبائل फोन फ़ोन मोबाइल टेलीफोन दूरभाष फैक्स ফোন মোবাইল টেলিফোন ফ্যাক্স হটলাইন নম্বর";
constexpr std::string_view kWeakWords =
    "call calls calling ring ringing dial text texting sms mobile mobiles cell mob contact number "
    "numbers llame llamar llamando llama marque marcar marca numero numeros appelez appeler "
    "composez chiama chiamare chiamate ligue ligar anrufen anruf rufnummer nummer bel zadzwon "
    "numer звоните позвоните номер номеру номерам handy mobil kom hp";

// Found inside words, too.
constexpr std::array<std::string_view, 33> kStrongSigns = {
    "☎",        "☏",      "📞",    "📱",    "电话",        "電話",   "热线", "熱線",  "手机",
    "手機",     "传真",   "傳真", "致电", "致電",        "拨打",   "撥打", "微信",  "咨询",
    "联系方式", "携帯",   "전화", "팩스", "연락처",      "โทร",    "هاتف", "تلفون", "تليفون",
    "جوال",     "موبايل", "فاكس", "واتس", "الخط الساخن", "للتواصل"};
constexpr std::array<std::string_view, 5> kWeakSigns = {"اتصل", "الاتصال", "الرقم", "رقم", "联系"};

struct HashList : std::vector<std::uint64_t> {
  explicit HashList(std::string_view words) {
    text::walk_words(words, *this);
    std::sort(begin(), end());
  }
  void on_word(const text::Word& word) { push_back(word.hash); }
  void on_other(char32_t) {}
  bool holds(std::uint64_t hash) const { return std::binary_search(begin(), end(), hash); }
};

struct CueFinder {
  const HashList& strong;
  const HashList& weak;
  PhoneCue cue = PhoneCue::none;
  int reach = 0;  // words that may still follow

  void on_word(const text::Word& word) {
    if (word.digits == 0 && strong.holds(word.hash)) {
      cue = PhoneCue::strong;
      reach = kStrongReach;
    } else if (word.digits == 0 && cue != PhoneCue::strong && weak.holds(word.hash)) {
      cue = PhoneCue::weak;
      reach = kWeakReach;
    } else if (word.digits > 0 || (!word.is_single && --reach < 0)) {
      cue = PhoneCue::none;
    }
  }
  void on_other(char32_t) {}
};

// The line before `at`, at most kWindowBytes of it, from a word's beginning on.
std::string_view window_before(std::string_view text, std::size_t at) {
  std::size_t from = at > kWindowBytes ? at - kWindowBytes : 0;
  while (from < at && text::is_continuation(text[from])) ++from;
  std::string_view window = text.substr(from, at - from);
  if (const std::size_t line = window.rfind('\n'); line != window.npos)
    window.remove_prefix(line + 1);
  else if (from > 0 && is_ascii_word(text[from - 1]))
    while (!window.empty() && is_ascii_word(window.front())) window.remove_prefix(1);
  if (const std::size_t mask = window.rfind(kPhoneMask); mask != window.npos)
    window.remove_prefix(mask + kPhoneMask.size());
  return window;
}

template <std::size_t N>
bool has_sign(std::string_view window, const std::array<std::string_view, N>& signs) {
  return std::any_of(signs.begin(), signs.end(),
                     [&](std::string_view sign) { return window.find(sign) != window.npos; });
}

// "T: 020 ...", "M. 07700 ...": one letter of a business card.
bool is_letter_cue(std::string_view window) {
  while (window.ends_with(' ')) window.remove_suffix(1);
  if (!window.ends_with(':') && !window.ends_with('.')) return false;
  window.remove_suffix(1);
  constexpr std::string_view kLetters = "tpmfTPMF";
  if (window.empty() || kLetters.find(window.back()) == kLetters.npos) return false;
  window.remove_suffix(1);
  return window.empty() || window.back() == ' ' || window.back() == '|';
}

}  // namespace

PhoneCue phone_cue(std::string_view text, std::size_t at) {
  static const HashList strong(kStrongWords);
  static const HashList weak(kWeakWords);
  std::string_view window = window_before(text, at);
  CueFinder finder{strong, weak};
  text::walk_words(window, finder);
  if (finder.cue == PhoneCue::strong || is_letter_cue(window)) return PhoneCue::strong;
  // Signs count behind the last number only.
  const std::size_t digit = window.find_last_of("0123456789");
  if (digit != window.npos) window.remove_prefix(digit + 1);
  if (has_sign(window, kStrongSigns)) return PhoneCue::strong;
  return has_sign(window, kWeakSigns) ? PhoneCue::weak : finder.cue;
}

}  // namespace pressmill::clean
