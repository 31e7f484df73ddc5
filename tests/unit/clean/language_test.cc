// SPDX-License-Identifier: Apache-2.0
//
// Whom the commonest words convince and whom they do not; and that they say what CLD2 says.

#include "clean/language.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "clean/language_cues.h"
#include "clean/quality_measures.h"
#include "tests/support/test_support.h"

namespace pressmill::clean {
namespace {

CuedLanguage cued(std::string_view text) {
  QualityMeter meter;
  meter.see(text);
  return language_of_cues(meter.scanned(), meter.word_counts());
}

Language detected(std::string_view text) {
  QualityMeter meter;
  meter.see(text);
  return detect_language(text, meter);
}

constexpr std::string_view kEnglish =
    "The harbour board voted on Monday to rebuild the old pier, which has been closed to visitors "
    "since a storm took its last forty metres. The work will begin in the spring, and the town "
    "is to pay a third of it.";
constexpr std::string_view kSpanish =
    "El ayuntamiento aprobó el lunes las obras del viejo muelle, que fue cerrado hace dos años "
    "por un temporal. Los vecinos pedían una solución desde entonces, pero no había dinero para "
    "pagarla. Ahora es el puerto el que pone la mitad, y las obras empiezan en primavera.";
constexpr std::string_view kFrench =
    "Le conseil municipal a voté lundi les travaux du vieux quai, qui est fermé au public depuis "
    "une tempête. La ville et le port se partagent les frais, et les habitants sont soulagés: "
    "ils ne pouvaient plus se promener le long des bassins avec leurs enfants.";
constexpr std::string_view kGerman =
    "Der Rat hat am Montag beschlossen, die alte Brücke zu erneuern, die seit einem Sturm nicht "
    "mehr befahren wird. Die Stadt und der Hafen teilen sich die Kosten, und im Frühjahr soll "
    "mit dem Bau begonnen werden.";
constexpr std::string_view kItalian =
    "Il consiglio ha approvato lunedì i lavori del vecchio molo, che era chiuso da due anni per "
    "una tempesta. La città e il porto dividono le spese, e gli abitanti sono contenti: non "
    "potevano più passeggiare lungo la banchina con i bambini, come hanno detto dopo il voto.";
constexpr std::string_view kPortuguese =
    "A câmara aprovou na segunda-feira as obras do velho cais, que foi fechado há dois anos por "
    "uma tempestade. A cidade e o porto dividem os custos, e os moradores estão satisfeitos: não "
    "podiam passear ao longo da doca com as crianças, como disseram também depois do voto.";
constexpr std::string_view kRussian =
    "Совет города решил в понедельник, что старый мост будет построен заново. Он был закрыт для "
    "машин после бури, и жители ждали этого только два года. Деньги дают город и порт, а работы "
    "начнутся весной, как сообщили они также после заседания.";
constexpr std::string_view kArabic =
    "قال رئيس البلدية إن المجلس وافق على إصلاح الجسر القديم في المدينة بعد أن أغلق منذ عامين. "
    "وأضاف أن العمل في هذا المشروع يبدأ في الربيع مع شركة من العاصمة، وقد كان السكان ينتظرون ذلك.";
constexpr std::string_view kChinese =
    "市政府星期一决定重建旧码头，这个码头从两年前开始对游客关闭。工程将在春天开始，"
    "市里与港口各出一半的钱。居民们说，他们已经等了很长时间。";

// Kin of these, which they must not be taken for.
constexpr std::string_view kCatalan =
    "El ple de l'ajuntament va aprovar dilluns les obres del moll vell, que és tancat als "
    "visitants des de fa dos anys per un temporal. Els veïns demanaven una solució, però no hi "
    "havia diners per pagar-la. Ara el port posa la meitat amb la Generalitat i les obres "
    "començaran a la primavera, segons els tècnics dels serveis.";
constexpr std::string_view kAfrikaans =
    "Die raad het Maandag besluit om die ou brug te herstel wat sedert die storm gesluit is. Die "
    "stad en die hawe deel die koste en die werk begin in die lente. Die inwoners sê dat hulle "
    "nie langer kan wag nie, want daar is geen ander pad na die skool nie.";
constexpr std::string_view kGalician =
    "O Deportivo gañou onte ao Celta no derbi galego por dous goles a un. Os dous tantos da "
    "primeira parte foron de cabeza, e na segunda o equipo visitante recortou distancias, mais "
    "xa non houbo tempo para o empate. O adestrador dixo ao remate que o partido foi moi duro e "
    "que os seareiros merecían a vitoria despois das últimas semanas.";
constexpr std::string_view kDutch =
    "De raad heeft maandag besloten om de oude brug te herstellen, die sinds een storm gesloten "
    "is. De stad en de haven delen de kosten en het werk begint in de lente. De bewoners zeggen "
    "dat zij niet langer kunnen wachten, want er is geen andere weg naar de school.";
constexpr std::string_view kUkrainian =
    "Міська рада вирішила в понеділок, що старий міст буде збудовано заново. Він був закритий для "
    "машин після бурі, і мешканці чекали на це вже два роки. Гроші дають місто та порт, а роботи "
    "почнуться навесні, як повідомили також після засідання.";
constexpr std::string_view kBulgarian =
    "Градският съвет реши в понеделник старият мост да се построи отново. Той беше затворен за "
    "коли след бурята и жителите чакаха това две години. Парите са от града и от пристанището, "
    "а работата ще започне през пролетта, както съобщиха след заседанието.";
constexpr std::string_view kRomanian =
    "Consiliul a hotărât luni să refacă vechiul pod, care este închis din cauza unei furtuni de "
    "doi ani. Orașul și portul împart costurile, iar lucrările încep în primăvară. Locuitorii au "
    "spus că nu mai pot aștepta, pentru că nu este alt drum până la școală.";
constexpr std::string_view kPersian =
    "شهردار گفت که شورا روز دوشنبه با بازسازی پل قدیمی شهر موافقت کرد. این پل از دو سال پیش برای "
    "مردم بسته است و کار آن در بهار آغاز می شود. او گفت که ساکنان این محله را در این مدت همراهی "
    "کرده است و هزینه آن را شهر و بندر با هم می دهند.";
constexpr std::string_view kTraditional =
    "市政府星期一決定重建舊碼頭，這個碼頭從兩年前開始對遊客關閉。工程將在春天開始，"
    "市裡與港口各出一半的錢。居民們說，他們已經等了很長時間。";
constexpr std::string_view kJapanese =
    "市議会は月曜日に古い桟橋を建て直すことを決めた。二年前の嵐で壊れてから閉まっていた。"
    "工事は春に始まり、費用は市と港が半分ずつ出す。住民は長い間これを待っていたと話している。";

TEST(LanguageOfCues, KnowsWhatItSays) {
  for (const auto& [code, text] : {std::pair("en", kEnglish),
                                   {"es", kSpanish},
                                   {"fr", kFrench},
                                   {"de", kGerman},
                                   {"it", kItalian},
                                   {"pt", kPortuguese},
                                   {"ru", kRussian},
                                   {"ar", kArabic},
                                   {"zh", kChinese}}) {
    const CuedLanguage language = cued(text);
    EXPECT_EQ(language.code, code);
    EXPECT_GE(language.percent, 80) << code;        // less is no answer
    EXPECT_EQ(detect_by_samples(text).code, code);  // CLD2 thinks so, too
  }
}

TEST(LanguageOfCues, LeavesKinToCld2) {
  for (const auto& [code, text] : {std::pair("ca", kCatalan),
                                   {"gl", kGalician},
                                   {"af", kAfrikaans},
                                   {"nl", kDutch},
                                   {"ro", kRomanian},
                                   {"uk", kUkrainian},
                                   {"bg", kBulgarian},
                                   {"fa", kPersian},
                                   {"zh-hant", kTraditional},
                                   {"ja", kJapanese}}) {
    EXPECT_EQ(cued(text).code, "") << code;
    EXPECT_EQ(detected(text).code, code);
  }
}

TEST(LanguageOfCues, SaysNothingOfTwoLanguagesInOne) {
  EXPECT_EQ(cued(std::string(kEnglish) + "\n" + std::string(kSpanish)).code, "");
  EXPECT_EQ(cued(std::string(kGerman) + "\n" + std::string(kFrench)).code, "");
  EXPECT_EQ(cued(std::string(kArabic) + "\n" + std::string(kPersian)).code, "");
}

// Names of firms in Chinese letters make no Chinese text.
TEST(LanguageOfCues, SaysNothingOfQuotesInAnotherScript) {
  EXPECT_EQ(cued("중국 기업들이 서울에 사무소를 열었다. 참가 기업은 (中国实业开发有限公司), "
                 "(长江经济发展总公司), (华东产业进出口公司) 이라고 시는 밝혔다. "
                 "시장은 이번 행사가 지역 경제에 도움이 될 것이라고 말했다.")
                .code,
            "");
}

TEST(LanguageOfCues, EveryCueIsOneWord) {
  for (const std::string_view list : cue_lists()) {
    QualityMeter meter;
    meter.see(list);
    EXPECT_EQ(meter.scanned().all_words, std::ranges::count(list, ' ') + 1U) << list;
  }
}

TEST(LanguageOfCues, AnswersWithCodesThatCld2Has) {
  const std::vector<std::string> known = known_languages();
  for (const std::string_view code : cued_languages())
    EXPECT_TRUE(std::ranges::binary_search(known, code)) << code;
}

// Thirty words, six of them different.
TEST(LanguageOfCues, LimitsAreWhereTheyAre) {
  const std::string five = "the and of that with ";
  const auto padded = [](std::string cues, int words) {
    for (int i = 0; i < words; ++i)
      cues += "zzz" + std::string(1, static_cast<char>('a' + i)) + " ";
    return cues;
  };
  EXPECT_EQ(cued(padded(five + "from the and ", 22)).code, "en");  // 30 words, 6 different
  EXPECT_EQ(cued(padded(five + "from the and ", 21)).code, "");    // 29
  EXPECT_EQ(cued(padded(five + "of the and ", 22)).code, "");      // 5 different
}

TEST(LanguageOfCues, SaysNothingOfShortTextsAndLists) {
  EXPECT_EQ(cued("").code, "");
  EXPECT_EQ(cued("The pier has been closed to visitors since the storm.").code, "");
  // Often enough, but always the same few.
  std::string menu;
  for (int i = 0; i < 40; ++i) menu += "Fruit of the season and wine\n";
  EXPECT_EQ(cued(menu).code, "");
}

// A sentence of another language is a share of the percent, not another answer.
TEST(LanguageOfCues, PercentKnowsOfQuotes) {
  const std::string text = std::string(kEnglish) + "\n" + std::string(kEnglish) + "\n" +
                           std::string(kEnglish) +
                           "\nLos vecinos pedían una solución, pero no hay.";
  const CuedLanguage language = cued(text);
  EXPECT_EQ(language.code, "en");
  EXPECT_LT(language.percent, 98);
  EXPECT_GE(language.percent, 80);
}

TEST(LanguageOfTag, LeavesOutTheRegion) {
  EXPECT_EQ(language_of_tag("en"), "en");
  EXPECT_EQ(language_of_tag("en-US"), "en");
  EXPECT_EQ(language_of_tag("PT_br"), "PT");
  EXPECT_EQ(language_of_tag("zh-CN"), "zh");
  EXPECT_EQ(language_of_tag("zh-TW"), "zh-hant");
  EXPECT_EQ(language_of_tag("zh-Hant-HK"), "zh-hant");
  EXPECT_EQ(language_of_tag("qx-x"), "qx-x") << "a language that nobody knows";
  EXPECT_EQ(language_of_tag("English"), "English");
  EXPECT_EQ(language_of_tag(""), "");
}

TEST(DetectLanguage, FallsBackOnCld2) {
  const Language language = detected(
      "Rada miasta zdecydowała w poniedziałek o odbudowie starego mola, które od dwóch lat jest "
      "zamknięte dla zwiedzających. Prace zaczną się wiosną.");
  EXPECT_EQ(language.code, "pl");
  EXPECT_GT(language.percent, 90);
}

}  // namespace
}  // namespace pressmill::clean
