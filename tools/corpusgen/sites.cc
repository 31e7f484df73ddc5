// SPDX-License-Identifier: Apache-2.0
//
// The table of sites. Names, domains and furniture lines are invented.

#include "tools/corpusgen/sites.h"

#include <array>
#include <cassert>

namespace pressmill::corpusgen {

namespace {

using sv = std::string_view;

constexpr NumberStyle kCommas{",", 1'000, false};
constexpr NumberStyle kPoints{".", 10'000, false};
constexpr NumberStyle kUngrouped{"", 0, false};
constexpr NumberStyle kArabicDigits{"", 0, true};

constexpr std::array<sv, 3> kHarbourTop = {"Home | Council | Trade | Sport | Weather | Arts",
                                           "Share this story with # others",
                                           "Listen to this article: # min"};
constexpr std::array<sv, 3> kHarbourMiddle = {"Advertisement: story continues below",
                                              "See also: our harbour webcam, live all day",
                                              "Sign up for the Morning Tide newsletter"};
constexpr std::array<sv, 4> kHarbourEnd = {"Read more from Harbour Times",
                                           "Follow us on every channel you like",
                                           "# comments. Log in to join the conversation.",
                                           "Copyright 2026 Harbour Times. All rights reserved."};

constexpr std::array<sv, 2> kLedgerTop = {"THE QUILLMOOR LEDGER - independent since 1871",
                                          "Reading time: # minutes"};
constexpr std::array<sv, 2> kLedgerMiddle = {"You have # free articles left this month.",
                                             "[Photo gallery: # pictures]"};
constexpr std::array<sv, 3> kLedgerEnd = {"Support local reporting: become a Ledger friend today.",
                                          "Tags: region, people, today", "Back to top"};

constexpr std::array<sv, 1> kWireTop = {"SALTMARSH WIRE / FOR SUBSCRIBERS / NO ARCHIVE"};
constexpr std::array<sv, 1> kWireMiddle = {"(more follows)"};
constexpr std::array<sv, 2> kWireEnd = {"(Reporting by the Saltmarsh Wire newsroom; desk #)",
                                        "Our standards: accuracy, brevity, tea."};

constexpr std::array<sv, 2> kFaroTop = {"Portada > Noticias > Hoy", "Compartir en redes (#)"};
constexpr std::array<sv, 2> kFaroMiddle = {"Publicidad", "Lea también: la agenda de la semana"};
constexpr std::array<sv, 3> kFaroEnd = {
    "Suscríbase al boletín de El Faro de Brisamar", "# comentarios. Inicie sesión para opinar.",
    "© 2026 El Faro de Brisamar. Reservados todos los derechos."};

constexpr std::array<sv, 1> kTribunaTop = {"La Tribuna de Val Claro | Edición digital"};
constexpr std::array<sv, 2> kTribunaMiddle = {"Sigue leyendo después del anuncio",
                                              "Mira el vídeo (# min)"};
constexpr std::array<sv, 2> kTribunaEnd = {"Lo más leído en La Tribuna",
                                           "Aviso legal · Cookies · Contacto"};

constexpr std::array<sv, 2> kMarfaTop = {"الرئيسية | محليات | اقتصاد | رياضة", "شارك الخبر (#)"};
constexpr std::array<sv, 2> kMarfaMiddle = {"إعلان", "اقرأ أيضا: نشرة الصباح كل يوم"};
constexpr std::array<sv, 3> kMarfaEnd = {"اشترك في نشرة صحيفة المرفأ", "عدد التعليقات: #",
                                         "جميع الحقوق محفوظة لصحيفة المرفأ 2026"};

constexpr std::array<sv, 1> kWahaTop = {"أخبار الواحة - على مدار الساعة"};
constexpr std::array<sv, 1> kWahaMiddle = {"تابعنا على صفحاتنا الرسمية"};
constexpr std::array<sv, 2> kWahaEnd = {"الأكثر قراءة اليوم في أخبار الواحة", "اتصل بنا | من نحن"};

constexpr std::array<sv, 2> kRibaoTop = {"首页 > 新闻 > 正文", "分享到：朋友 群聊 收藏（#）"};
constexpr std::array<sv, 2> kRibaoMiddle = {"广告", "延伸阅读：本周话题一览"};
constexpr std::array<sv, 3> kRibaoEnd = {"责任编辑：海港日报网络部", "相关评论（#条）",
                                         "版权所有 海港日报社 未经许可不得转载"};

constexpr std::array<sv, 1> kYunlingTop = {"云岭新闻网　字号：大 中 小"};
constexpr std::array<sv, 1> kYunlingMiddle = {"点击查看更多图片"};
constexpr std::array<sv, 2> kYunlingEnd = {"扫码下载云岭新闻客户端", "举报电话与网站声明"};

constexpr std::array<Site, 9> kSites = {{
    {"news.harbour-times.example",
     "Harbour Times",
     "ht-",
     Language::english,
     Shape::plain,
     DateStyle::iso_utc,
     UrlStyle::date_path,
     Escapes::least,
     0,
     true,
     kCommas,
     "",
     "",
     {kHarbourTop, kHarbourMiddle, kHarbourEnd}},
    {"www.quillmoor-ledger.example",
     "The Quillmoor Ledger",
     "ql:",
     Language::english,
     Shape::plain,
     DateStyle::day_only,
     UrlStyle::section_slug,
     Escapes::slash,
     0,
     false,
     kCommas,
     "\"",
     "\"",
     {kLedgerTop, kLedgerMiddle, kLedgerEnd}},
    {"saltmarsh-wire.example",
     "Saltmarsh Wire",
     "SW",
     Language::english,
     Shape::renamed,
     DateStyle::mail,
     UrlStyle::section_slug,
     Escapes::least,
     -300,
     false,
     kCommas,
     "",
     "",
     {kWireTop, kWireMiddle, kWireEnd}},
    {"www.faro-brisamar.example",
     "El Faro de Brisamar",
     "faro/",
     Language::spanish,
     Shape::plain,
     DateStyle::url_only,
     UrlStyle::date_path,
     Escapes::least,
     60,
     true,
     kPoints,
     "",
     "",
     {kFaroTop, kFaroMiddle, kFaroEnd}},
    {"tribuna-valclaro.example",
     "La Tribuna de Val Claro",
     "tvc-",
     Language::spanish,
     Shape::nested,
     DateStyle::iso_offset,
     UrlStyle::section_slug,
     Escapes::ascii,
     60,
     false,
     kPoints,
     "“",
     "”",
     {kTribunaTop, kTribunaMiddle, kTribunaEnd}},
    {"www.almarfa.example",
     "صحيفة المرفأ",
     "mrf-",
     Language::arabic,
     Shape::plain,
     DateStyle::iso_local,
     UrlStyle::date_name,
     Escapes::least,
     180,
     false,
     kUngrouped,
     "",
     "",
     {kMarfaTop, kMarfaMiddle, kMarfaEnd}},
    {"m.akhbar-alwaha.example",
     "أخبار الواحة",
     "waha_",
     Language::arabic,
     Shape::plain,
     DateStyle::epoch,
     UrlStyle::section_slug,
     Escapes::ascii,
     180,
     true,
     kArabicDigits,
     "“",
     "”",
     {kWahaTop, kWahaMiddle, kWahaEnd}},
    {"www.haigang-ribao.example",
     "海港日报",
     "hgrb",
     Language::chinese,
     Shape::plain,
     DateStyle::iso_offset,
     UrlStyle::date_path,
     Escapes::least,
     480,
     true,
     kUngrouped,
     "",
     "",
     {kRibaoTop, kRibaoMiddle, kRibaoEnd}},
    {"news.yunling-xinwen.example",
     "云岭新闻网",
     "yl-",
     Language::chinese,
     Shape::renamed,
     DateStyle::iso_local,
     UrlStyle::date_name,
     Escapes::least,
     480,
     false,
     kUngrouped,
     "「",
     "」",
     {kYunlingTop, kYunlingMiddle, kYunlingEnd}},
}};

constexpr std::array<std::uint32_t, 3> kEnglishSites = {0, 1, 2};
constexpr std::array<std::uint32_t, 2> kSpanishSites = {3, 4};
constexpr std::array<std::uint32_t, 2> kArabicSites = {5, 6};
constexpr std::array<std::uint32_t, 2> kChineseSites = {7, 8};

}  // namespace

std::span<const Site> all_sites() {
  return kSites;
}

std::span<const std::uint32_t> sites_of(Language language) {
  switch (language) {
    case Language::english:
      return kEnglishSites;
    case Language::spanish:
      return kSpanishSites;
    case Language::arabic:
      return kArabicSites;
    case Language::chinese:
      return kChineseSites;
  }
  assert(false);
  return kEnglishSites;
}

}  // namespace pressmill::corpusgen
