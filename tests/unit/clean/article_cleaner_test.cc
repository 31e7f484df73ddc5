// SPDX-License-Identifier: Apache-2.0
//
// Whole articles: what goes, what stays, what the guard does, and that nothing else changes.

#include "clean/article_cleaner.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/support/test_support.h"

namespace pressmill::clean {
namespace {

const std::string kBody1 =
    "The river rose by two metres overnight, and the town closed both of its bridges on Monday, "
    "the mayor said.";
const std::string kBody2 =
    "Officials said that nobody was hurt, but that the repairs to the older bridge would take "
    "until the spring.";
const std::string kBody3 =
    "“We have seen worse,” said Ann Example, who has lived on the bank for forty years and has "
    "no plans to leave.";

TEST(ArticleCleaner, AnArticleWithoutFurnitureIsLeftAlone) {
  ArticleCleaner cleaner({});
  const std::string text = kBody1 + "\n\n" + kBody2 + "\n\n" + kBody3;
  const CleanedText& got = cleaner.clean(text, "River floods town");
  EXPECT_FALSE(got.changed());
  EXPECT_FALSE(got.guarded);
  EXPECT_TRUE(got.removed.empty());
}

TEST(ArticleCleaner, FurnitureGoesAndBlankLinesStay) {
  ArticleCleaner cleaner({});
  const std::string text = kBody1 + "\n\n\nSee also  Harbour strike enters its third week\n\n" +
                           kBody2 + "\n" + kBody3 + "\n\nShare this article\n\nMost read";
  const CleanedText& got = cleaner.clean(text, "River floods town");
  ASSERT_TRUE(got.changed());
  EXPECT_EQ(got.text, kBody1 + "\n\n\n" + kBody2 + "\n" + kBody3);
  ASSERT_EQ(got.removed.size(), 3U);
  EXPECT_EQ(got.removed[0].line, 3U);
  EXPECT_EQ(got.removed[0].blank_behind, 1U);
  EXPECT_EQ(got.removed[1].blank_behind, 1U);
  EXPECT_EQ(got.removed[2].blank_behind, 0U);
  EXPECT_EQ(got.removed[0].rule, LineRule::pointer);
  EXPECT_EQ(got.removed[0].text, "See also  Harbour strike enters its third week");
  EXPECT_EQ(got.removed[1].rule, LineRule::model);
  EXPECT_NE(got.removed[1].because[0], Feature::end);
  EXPECT_LT(got.removed[1].chance, 30);
}

TEST(ArticleCleaner, TheGuardKeepsWhatWouldBeHalfEaten) {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "Sign in\nSubscribe to our newsletter\nShare\nMost read\n";
  text += kBody1;
  ArticleCleaner strict({Thresholds::of_percent(30), 50});
  const CleanedText& got = strict.clean(text, "");
  EXPECT_TRUE(got.guarded);
  EXPECT_FALSE(got.changed());
  EXPECT_GT(got.words_removed * 2, got.words);
  EXPECT_FALSE(got.removed.empty()) << "what would have gone is told";
}

TEST(ArticleCleaner, AllLinesNeverGo) {
  ArticleCleaner lax({Thresholds::of_percent(99), 100});
  EXPECT_TRUE(lax.clean("Share\nSubscribe\nSign in", "").guarded);
}

TEST(ArticleCleaner, ATextOfTooManyLinesIsNotJudged) {
  ArticleCleaner cleaner({});
  std::string text;
  for (std::size_t i = 0; i < kMostLines; ++i) text += "Share\n";
  text += kBody1;
  EXPECT_TRUE(cleaner.clean(text, "").guarded);
  EXPECT_TRUE(cleaner.clean(text, "").removed.empty());
  EXPECT_FALSE(cleaner.clean(kBody1 + "\n" + kBody2, "").guarded) << "the next one is";
}

TEST(ArticleCleaner, ALowerThresholdTakesLess) {
  const std::string text = kBody1 + "\nGetty Images\n" + kBody2 + "\nShare this article\nMost read";
  ArticleCleaner lax({Thresholds::of_percent(1), 100});
  ArticleCleaner strict({Thresholds::of_percent(90), 100});
  const std::size_t few = lax.clean(text, "").removed.size();
  EXPECT_LE(few, strict.clean(text, "").removed.size());
}

// What is kept is a subsequence of the lines, in every article: nothing is made up or moved.
TEST(ArticleCleaner, KeptLinesAreTheTextsOwnInOrder) {
  test::Random random(3);
  const std::vector<std::string> pieces = {kBody1,
                                           kBody2,
                                           kBody3,
                                           "Share",
                                           "Related articles",
                                           "",
                                           "AD",
                                           "Photo: Ann Example/Getty Images",
                                           "12:30",
                                           "東京",
                                           "Read more: Storm hits the coast"};
  ArticleCleaner cleaner({});
  for (int round = 0; round < 300; ++round) {
    std::string text = kBody1;
    for (std::uint64_t i = random.below(20); i > 0; --i)
      text += "\n" + pieces[random.below(pieces.size())];
    while (text.ends_with('\n')) text.pop_back();
    const CleanedText& got = cleaner.clean(text, "");
    const std::string& out = got.changed() ? got.text : text;
    std::size_t at = 0;
    std::string_view rest = out;
    while (!rest.empty()) {
      const std::string_view line = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(std::min(line.size() + 1, rest.size()));
      const std::size_t found = ("\n" + text + "\n").find("\n" + std::string(line) + "\n", at);
      ASSERT_NE(found, std::string::npos) << line;
      at = found + 1;
    }
    EXPECT_FALSE(out.starts_with('\n') || out.ends_with('\n'));
  }
}

// An article as copying sites print it, in five languages: the headline cut off and glued to a
// section's name, whole below it, other articles' headlines in mid-text, prompts at the end.
struct Copied {
  const char* language;
  const char* glued;
  const char* headline;
  std::vector<std::string> body;
  std::vector<std::string> pointers;  // the n-th stands behind the n-th paragraph
  std::vector<std::string> end;
};

const std::vector<Copied>& copied_articles() {
  static const std::vector<Copied> articles = {
      {"de",
       "PolitikHafenstreik geht in die dritte Woche, Gewerkschaft lehnt neues Angebot...",
       "Hafenstreik geht in die dritte Woche, Gewerkschaft lehnt neues Angebot der Reeder ab",
       {"Der Streik im Hafen von Beispielstadt geht in die dritte Woche, nachdem die Gewerkschaft "
        "am Montag ein neues Angebot der Reeder abgelehnt hat.",
        "Die Reeder hatten vier Prozent mehr Lohn geboten, die Gewerkschaft verlangt sieben und "
        "eine "
        "kürzere Nachtschicht.",
        "„Wir werden so lange streiken, wie es nötig ist“, sagte die Sprecherin der Gewerkschaft "
        "vor "
        "mehreren hundert Beschäftigten.",
        "Vor der Küste warten inzwischen mehr als vierzig Schiffe, und in den Läden der Stadt "
        "werden "
        "die ersten Waren knapp."},
       {"Lesen Sie auch: Neue Brücke über den Fluss wird teurer als geplant",
        "Siehe auch  Zoo freut sich über drei junge Schneeleoparden"},
       {"Weitere Artikel", "Meistgelesen", "Kommentar schreiben"}},
      {"fr",
       "ActualitésGrève au port : troisième semaine, le syndicat rejette la nouvelle...",
       "Grève au port : troisième semaine, le syndicat rejette la nouvelle offre des armateurs",
       {"La grève au port entre dans sa troisième semaine, après que le syndicat a rejeté lundi la "
        "nouvelle offre des armateurs.",
        "Les armateurs proposaient une hausse de quatre pour cent, le syndicat en demande sept et "
        "une "
        "nuit de travail plus courte.",
        "« Nous ferons grève aussi longtemps qu'il le faudra », a dit la porte-parole du syndicat "
        "devant plusieurs centaines de salariés.",
        "Plus de quarante navires attendent au large, et les premiers produits commencent à "
        "manquer "
        "dans les magasins de la ville."},
       {"À lire aussi : Le nouveau pont coûtera plus cher que prévu",
        "Voir aussi  Trois jeunes panthères des neiges au zoo"},
       {"Articles similaires", "Les plus lus", "Laisser un commentaire"}},
      {"es",
       "PortadaLa huelga del puerto entra en su tercera semana y el sindicato rechaza...",
       "La huelga del puerto entra en su tercera semana y el sindicato rechaza la nueva oferta",
       {"La huelga del puerto entra en su tercera semana después de que el sindicato rechazara el "
        "lunes la nueva oferta de las navieras.",
        "Las navieras ofrecían un aumento del cuatro por ciento y el sindicato pide el siete y un "
        "turno de noche más corto.",
        "«Haremos huelga el tiempo que haga falta», dijo la portavoz del sindicato ante varios "
        "cientos de trabajadores.",
        "Más de cuarenta barcos esperan frente a la costa y en las tiendas de la ciudad empiezan a "
        "faltar los primeros productos."},
       {"Lea también: El nuevo puente costará más de lo previsto",
        "Te puede interesar: Tres crías de leopardo de las nieves en el zoo"},
       {"Noticias relacionadas", "Lo más leído", "Deja un comentario"}},
      {"it",
       "CronacaSciopero al porto alla terza settimana, il sindacato respinge la nuova...",
       "Sciopero al porto alla terza settimana, il sindacato respinge la nuova offerta",
       {"Lo sciopero al porto entra nella terza settimana dopo che lunedì il sindacato ha respinto "
        "la "
        "nuova offerta degli armatori.",
        "Gli armatori offrivano un aumento del quattro per cento, il sindacato chiede il sette e "
        "un "
        "turno di notte più breve.",
        "«Sciopereremo finché sarà necessario», ha detto la portavoce del sindacato davanti a "
        "centinaia di lavoratori.",
        "Più di quaranta navi aspettano al largo e nei negozi della città cominciano a mancare i "
        "primi prodotti."},
       {"Leggi anche: Il nuovo ponte costerà più del previsto",
        "Vedi anche  Tre cuccioli di leopardo delle nevi allo zoo"},
       {"Articoli correlati", "I più letti", "Lascia un commento"}},
      {"ru",
       "НовостиЗабастовка в порту продолжается третью неделю, профсоюз отклонил...",
       "Забастовка в порту продолжается третью неделю, профсоюз отклонил новое предложение",
       {"Забастовка в порту продолжается третью неделю после того, как профсоюз в понедельник "
        "отклонил новое предложение судовладельцев.",
        "Судовладельцы предлагали повысить зарплату на четыре процента, профсоюз требует семь и "
        "более "
        "короткую ночную смену.",
        "«Мы будем бастовать столько, сколько потребуется», сказала представительница профсоюза "
        "перед "
        "сотнями рабочих.",
        "Более сорока судов ждут у берега, и в магазинах города уже не хватает первых товаров."},
       {"Читайте также: Новый мост обойдётся дороже, чем планировали",
        "Смотрите также: Три детёныша снежного барса в зоопарке"},
       {"Похожие материалы", "Самое читаемое", "Оставить комментарий"}},
  };
  return articles;
}

TEST(ArticleCleaner, CopiedArticlesInFiveLanguagesComeOutWhole) {
  ArticleCleaner cleaner({});
  for (const Copied& article : copied_articles()) {
    std::string text = std::string(article.glued) + "\n\n" + article.headline;
    std::string wanted = article.headline;
    for (std::size_t i = 0; i < article.body.size(); ++i) {
      text += "\n\n" + article.body[i];
      wanted += "\n\n" + article.body[i];
      if (i < article.pointers.size()) text += "\n\n" + article.pointers[i];
    }
    for (const std::string& line : article.end) text += "\n\n" + line;
    const CleanedText& got = cleaner.clean(text, "");
    EXPECT_TRUE(got.changed()) << article.language;
    EXPECT_EQ(got.text, wanted) << article.language;
    EXPECT_EQ(got.title, article.headline) << article.language;
  }
}

}  // namespace
}  // namespace pressmill::clean
