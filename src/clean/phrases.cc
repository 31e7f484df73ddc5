// SPDX-License-Identifier: Apache-2.0
//
// The phrases, and looking for them.

#include "clean/phrases.h"

#include <algorithm>
#include <string_view>

namespace pressmill::clean {
namespace {

struct PhraseList {
  PhraseKind kind;
  std::string_view phrases;  // separated by '|'; case and accents do not matter
};

constexpr PhraseList kLists[] = {
    {PhraseKind::lorem_ipsum, "lorem ipsum"},
    // C4 takes lines out that have one of these.
    {PhraseKind::c4_line,
     "javascript|terms of use|privacy policy|cookie policy|uses cookies|use of cookies|"
     "use cookies"},
    // Errors.
    {PhraseKind::notice,
     "access denied|permission to access|403 forbidden|404 not found|error 404|404 error|"
     "page not found|page cannot be found|page could not be found|"
     "page you requested|page you are looking for|page you were looking for|"
     "page doesn't exist|page does not exist|page no longer exists|page is not available|"
     "page isn't available|content is no longer available|story is no longer available|"
     "article is no longer available|content is currently unavailable|"
     "internal server error|bad gateway|gateway timeout|service temporarily unavailable|"
     "503 service unavailable|too many requests|connection timed out|"
     "request could not be satisfied|request was blocked|request has been blocked|"
     "reference #|domain is for sale|domain has expired|under construction|"
     "under maintenance|temporarily down for maintenance"},
    // Walls.
    {PhraseKind::notice,
     "enable javascript|javascript is disabled|javascript is not enabled|javascript disabled|"
     "javascript is required|requires javascript|turn on javascript|enable cookies|"
     "cookies are disabled|disable your ad blocker|disable your adblocker|ad blocker detected|"
     "verify you are human|verify that you are human|you are not a robot|you're not a robot|"
     "you are a robot|complete the captcha|captcha below|unusual traffic|checking your browser|"
     "ddos protection|cloudflare ray id|browser is not supported|browser is out of date|"
     "outdated browser|unsupported browser|upgrade your browser|browser does not support|"
     "browser doesn't support|we use cookies|uses cookies|use of cookies|accept all cookies|"
     "accept cookies|cookie settings|cookie preferences|cookie policy|your cookie|"
     "subscribe to continue|subscribe to read|subscribe to keep reading|subscribers only|"
     "available to subscribers|exclusive to subscribers|for subscribers only|"
     "to continue reading|to keep reading|to read the full|to read this article|"
     "to read the rest|already a subscriber|log in to read|sign in to read|"
     "sign in to continue|log in to continue|register to read|register to continue|"
     "create a free account|reached your limit|free articles remaining|"
     "free articles left|not available in your region|not available in your country|"
     "unavailable in your region|unavailable for legal reasons|outside the european|"
     "european economic area"},
    // The same in other languages.
    {PhraseKind::notice,
     "seite nicht gefunden|seite wurde nicht gefunden|seite existiert nicht|zugriff verweigert|"
     "javascript aktivieren|aktivieren sie javascript|wir verwenden cookies|verwendet cookies|"
     "cookies akzeptieren|cookie einstellungen|jetzt weiterlesen|nur für abonnenten|"
     "artikel ist nur für|um weiterzulesen"},
    {PhraseKind::notice,
     "page introuvable|page non trouvée|page demandée|accès refusé|activer javascript|"
     "activez javascript|utilise des cookies|utilisons des cookies|accepter les cookies|"
     "réservé aux abonnés|réservée aux abonnés|pour lire la suite|article réservé"},
    {PhraseKind::notice,
     "página no encontrada|página no existe|página que busca|página que buscas|"
     "acceso denegado|active javascript|activar javascript|habilite javascript|"
     "utiliza cookies|utilizamos cookies|usamos cookies|aceptar cookies|uso de cookies|"
     "exclusivo para suscriptores|solo para suscriptores|para seguir leyendo"},
    {PhraseKind::notice,
     "página não encontrada|página não existe|acesso negado|habilite o javascript|"
     "ative o javascript|utiliza cookies|usamos cookies|aceitar cookies|uso de cookies|"
     "exclusivo para assinantes|para continuar lendo|para continuar a ler"},
    {PhraseKind::notice,
     "pagina non trovata|pagina non esiste|accesso negato|attiva javascript|"
     "abilitare javascript|utilizza cookie|utilizza i cookie|accetta i cookie|"
     "riservato agli abbonati|per continuare a leggere|"
     "pagina niet gevonden|toegang geweigerd|gebruikt cookies|gebruiken cookies|"
     "alleen voor abonnees|om verder te lezen|sidan kunde inte hittas|sidan finns inte|"
     "använder cookies|siden blev ikke fundet|siden findes ikke|bruker informasjonskapsler|"
     "strona nie istnieje|nie znaleziono strony|używa plików cookie|stránka nenalezena|"
     "sayfa bulunamadı|erişim engellendi|çerez kullanıyoruz|çerezleri"},
    {PhraseKind::notice,
     "страница не найдена|страница не существует|доступ запрещен|доступ ограничен|"
     "включите javascript|использует cookie|файлы cookie|сторінку не знайдено|"
     "الصفحة غير موجودة|لم يتم العثور على الصفحة|الصفحة المطلوبة|ملفات تعريف الارتباط|"
     "تفعيل جافا سكريبت|صفحه مورد نظر|صفحه یافت نشد|页面不存在|您访问的页面|页面未找到|"
     "找不到页面|网页不存在|请启用javascript|该内容已被删除|頁面不存在|找不到網頁|"
     "ページが見つかりません|お探しのページ|会員限定記事|有料会員限定|javascriptを有効|"
     "페이지를 찾을 수|존재하지 않는 페이지|ไม่พบหน้า|không tìm thấy trang|"
     "halaman tidak ditemukan|पृष्ठ नहीं मिला"},
};

}  // namespace

PhraseTable::PhraseTable() {
  for (const PhraseList& list : kLists) add(list.kind, list.phrases);
  std::stable_sort(phrases_.begin(), phrases_.end(),
                   [](const Phrase& a, const Phrase& b) { return a.anchor < b.anchor; });
}

void PhraseTable::add(PhraseKind kind, std::string_view phrases) {
  TextScanner scanner;
  while (!phrases.empty()) {
    const std::size_t end = std::min(phrases.find('|'), phrases.size());
    const auto words = scanner.scan(phrases.substr(0, end)).words;
    phrases.remove_prefix(std::min(end + 1, phrases.size()));
    if (words.empty()) continue;
    const auto longest = std::max_element(
        words.begin(), words.end(),
        [](const ScannedWord& a, const ScannedWord& b) { return a.chars < b.chars; });
    phrases_.push_back({longest->hash, kind, static_cast<std::uint8_t>(longest - words.begin()),
                        static_cast<std::uint8_t>(words.size()),
                        static_cast<std::uint16_t>(words_.size())});
    for (const ScannedWord& word : words) words_.push_back(word.hash);
    anchors_.set(longest->hash % kFilterBits);
  }
}

PhraseCounts PhraseTable::count(std::span<const ScannedWord> words) const {
  PhraseCounts counts;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::uint64_t hash = words[i].hash;
    if (!anchors_[hash % kFilterBits]) continue;
    auto it =
        std::lower_bound(phrases_.begin(), phrases_.end(), hash,
                         [](const Phrase& phrase, std::uint64_t h) { return phrase.anchor < h; });
    for (; it != phrases_.end() && it->anchor == hash; ++it)
      if (matches(*it, words, i)) ++counts.counts[static_cast<std::size_t>(it->kind)];
  }
  return counts;
}

// `at` is the anchor's place among the words.
bool PhraseTable::matches(const Phrase& phrase, std::span<const ScannedWord> words,
                          std::size_t at) const {
  if (at < phrase.anchor_at) return false;
  const std::size_t first = at - phrase.anchor_at;
  if (words.size() - first < phrase.size) return false;
  for (std::size_t i = 0; i < phrase.size; ++i)
    if (words[first + i].hash != words_[phrase.words + i]) return false;
  return true;
}

const PhraseTable& phrases() {
  static const PhraseTable table;
  return table;
}

}  // namespace pressmill::clean
