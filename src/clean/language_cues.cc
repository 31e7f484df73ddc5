// SPDX-License-Identifier: Apache-2.0
//
// Lists of cues; one table of all of them, with the lists each word is in.
//
// A language is answered with where of all lists its own has most of the text's words, these are
// frequent enough and of several kinds, and no other list has more than a quarter as many that are
// not its own. The lists of languages that
// are never answered with are there to object: each has what its language says all the time and
// those above hardly ever.

#include "clean/language_cues.h"

#include <algorithm>
#include <array>
#include <bit>
#include <bitset>
#include <vector>

#include "base/probe.h"

namespace pressmill::clean {
namespace {

// A script of its own keeps chance out; a Latin "na" or "is" may be of a dozen languages.
enum class Doubt : std::uint8_t { little, much };

struct CueList {
  std::string_view lang;
  Doubt doubt;
  std::uint32_t least_share;  // of a text's words, in thousandths; 0: only objects
  std::string_view words;
};

// What there must be, with little doubt and with much.
struct Least {
  std::uint64_t words;      // in all
  std::uint32_t different;  // of the list
};
constexpr std::array<Least, 2> kLeast = {{{15, 3}, {30, 6}}};
static_assert(kLeast[0].words < kLeast[1].words);

constexpr std::uint32_t kThousand = 1000;
constexpr std::uint32_t kMargin = 4;  // times the next language's words, at least
// Chinese is a word a letter. Where other words are many, they are of another language.
constexpr std::string_view kChinese = "zh";
constexpr std::uint64_t kLeastSinglePercent = 70;
// Different cues of a text that are counted: more than all lists have together.
constexpr std::size_t kMostCues = 1024;

// clang-format off
constexpr CueList kLists[] = {
    {"en", Doubt::much, 240,
     "the and of that with was from by they this have which are were been his their would about "
     "who to for is it he she at be as but you said will when there more if what can had after "
     "an has its not than could into out also other while since do go so we our or i up my"},
    {"es", Doubt::much, 150,
     "el los las y una con por su es pero muy como más esta fue al lo sus cuando también sobre "
     "hasta desde donde porque ha hay este entre del se un son"},
    {"fr", Doubt::much, 170,
     "le les des et une est dans du pour qui au sur pas avec sont il par ce cette aux plus ne "
     "nous vous mais ont ses leur été elle deux fait se un"},
    {"de", Doubt::much, 140,
     "der und das den nicht ist mit von dem für eine auf auch ein im zu sich des wird sind hat "
     "aus bei einen werden einer dass nach oder war wie"},
    {"it", Doubt::much, 160,
     "il di che della per una gli nel sono alla dei anche delle dal questo essere stato un si "
     "come ha più con nella dalla degli ai ed dopo era nei sul"},
    {"pt", Doubt::much, 150,
     "do da não uma em os ao com um na mais foi também pelo pela são seu sua ele as dos por já "
     "até das se como entre este esta sobre porque desde"},
    {"ru", Doubt::much, 80,
     "что это как его был было были для или также только она они из к у но он я мы после при "
     "которые уже если где"},
    {"ar", Doubt::little, 80,
     "في من على إلى أن التي عن الذي هذا هذه كان ما بين مع ذلك كل أو كما لم هو وقد وفي هي خلال "
     "كانت وأن بعد قد"},
    {"zh", Doubt::little, 35,
     "这 为 与 对 从 个 们 说 时 发 经 过 进 现 实 开 业 务 产 让 应 问 关 间 动 员 长 见 还 该 总 习"},

    {"zh-hant", Doubt::much, 0,
     "這 為 與 對 從 個 們 說 時 發 經 過 進 現 實 開 業 務 產 讓 應 問 關 間 動 員 長 見 還 該 總 習"},
    {"ja", Doubt::much, 0, "の は を が で て に と し れ る い も な た か"},
    {"ca", Doubt::much, 0, "amb aquest aquesta dels els les per seva seu va però és són i també pels"},
    {"gl", Doubt::much, 0,
     "do da os ao na mais foi seu sua ele as dos das por se como entre este esta sobre porque desde "
     "unha unhas pola polas polo polos co coa cos un con non dun dunha nun nunha xa hai moi tamén "
     "ten sen pero xunta galicia goberno concello onte"},
    {"oc", Doubt::much, 0, "amb dins lo las los"},
    {"ro", Doubt::much, 0, "cu din mai nu pe este au sunt"},
    {"la", Doubt::much, 0, "cum ut et est non ad"},
    {"eo", Doubt::much, 0, "kaj estas estis ankaŭ kun sed tio"},
    {"af", Doubt::much, 0, "dat deur het hulle hy nie ook vir wat"},
    {"nl", Doubt::much, 0, "het een van dat niet zijn voor met op ook aan bij"},
    {"lb", Doubt::much, 0, "ass fir mat net och op vun dat"},
    {"sco", Doubt::much, 0, "aye frae hae nae tae whit wi wis"},
    {"da", Doubt::much, 0, "af det ikke med og på som til"},
    {"sv", Doubt::much, 0, "är att av inte och på som"},
    {"is", Doubt::much, 0, "að sem þetta því ekki við og"},
    {"et", Doubt::much, 0, "ja ei see oli kui mis"},
    {"lv", Doubt::much, 0, "un ir ar kas par tas"},
    {"lt", Doubt::much, 0, "ir kad yra su bet buvo"},
    {"fi", Doubt::much, 0, "ei että joka oli ja"},
    {"hu", Doubt::much, 0, "az egy hogy nem és"},
    {"pl", Doubt::much, 0, "dla jest nie oraz przez się że"},
    {"cs", Doubt::much, 0, "ale jsou který že se"},
    {"hr", Doubt::much, 0, "koji od kao za je su"},
    {"sq", Doubt::much, 0, "dhe një për"},
    {"eu", Doubt::much, 0, "bat dira eta ez"},
    {"cy", Doubt::much, 0, "ei gan mae oedd wedi yn yr"},
    {"ga", Doubt::much, 0, "agus ar ag bhí go leis"},
    {"tr", Doubt::much, 0, "bir bu çok daha için ile olarak ve"},
    {"id", Doubt::much, 0, "akan dalam dan dari dengan ini pada tidak untuk yang"},
    {"tl", Doubt::much, 0, "ang ay mga ng ni"},
    {"vi", Doubt::much, 0, "các cho có của không trong được"},
    {"mi", Doubt::much, 0, "ana ka ki ko nga te"},
    {"sw", Doubt::much, 0, "katika kwa ni wa za"},
    {"so", Doubt::much, 0, "iyo oo ka ku waxaa"},
    {"st", Doubt::much, 0, "ba ea ho ka ke tsa"},
    {"tn", Doubt::much, 0, "ba go ka mo tsa"},
    {"yo", Doubt::much, 0, "àti àwọn fún ni ti wa"},
    {"ht", Doubt::much, 0, "ak nan pou yo ki"},
    {"pcm", Doubt::much, 0, "dey don wetin wey"},
    {"uk", Doubt::much, 0,
     "або був вже вони від зі про після року та також тільки це ще що яка який якщо які і із їх її"},
    {"be", Doubt::much, 0, "ад але быў гэта гэтага каб пра таксама што яго як якія і"},
    {"bg", Doubt::much, 0, "беше бяха е като която които му през са се си след това че ще"},
    {"mk", Doubt::much, 0, "беше во ги го дека ја како ке која кој од се што"},
    {"sr", Doubt::much, 0, "али као која који није од са су што је"},
    {"kk", Doubt::much, 0, "бар бұл деп және мен үшін"},
    {"el", Doubt::much, 0, "και το να του η της με που την από για είναι"},
    {"he", Doubt::much, 0, "של את על לא הוא זה עם כי גם היא"},
    {"hi", Doubt::much, 0, "के में की है और से का को पर ने कि"},
    // Languages with a script of their own each, in one: what they have in common with the others is
    // that Chinese or Arabic names stand in them.
    {"own script", Doubt::much, 0,
     "છે અને આ એક આવેલા તે પણ ભારત ભાગમાં રાજ્યના માટે કે ਦੇ ਨੂੰ ਦੀ ਅਤੇ ਦਾ ਹੈ ਨੇ ਤੇ ਤੋਂ ਕਿ ਨਾਲ మరియు ఈ ఒక లో ఉంది యొక్క "
     "ఇది రెండు కూడా ఉన్న ను చెందిన ஒரு மற்றும் இது இந்த ஆகும் என்பது என்று அல்லது சில அவர் பெயர் மூலம் ও করে থেকে এবং "
     "জন্য করতে যে করা তাদের এ তারা করার आहे या आणि व नाही आहेत तर ते असे काही अनेक एक და წლის წელს იყო რომელიც ის "
     "ერთი შემდეგ არ იგი როგორც ერთ է են և որ ու համար հետ ին այդ էր այս էլ 있다 이 그 수 것 등 및 를 위해 대한 한 있는 고"},
    {"fa", Doubt::much, 0, "است از این برای خود در را شد می های که یک"},
    {"ur", Doubt::much, 0, "اور سے نے پر کا کو کی کے ہیں ہے یہ"},
    {"ps", Doubt::much, 0, "په د دا سره ته چې کې"},
};
// clang-format on

constexpr std::size_t kListCount = std::size(kLists);
static_assert(kListCount <= 64, "a bit of 64 for each list");

using ListBits = std::uint64_t;

// Words by their hashes. Read-only once it is made.
class CueTable {
 public:
  CueTable() : slots_(kSlots) {
    TextScanner scanner;
    for (std::size_t i = 0; i < kListCount; ++i)
      for (const ScannedWord& word : scanner.scan(kLists[i].words).words) add(word.hash, i);
  }
  // The lists that have the word. Most words are in none, and the filter, which stays in the first
  // cache, tells.
  ListBits lists_of(std::uint64_t hash) const {
    return filter_[hash % kFilterBits] ? slots_[place(hash)].lists : 0;
  }

 private:
  static constexpr std::size_t kSlots = 2048;  // three times the words there are
  static constexpr std::size_t kFilterBits = 16384;
  struct Slot {
    std::uint64_t hash = 0;
    ListBits lists = 0;  // none: free
  };
  std::size_t place(std::uint64_t hash) const {
    std::size_t i = hash % kSlots;
    while (is_of_another(slots_[i].lists != 0, slots_[i].hash, hash)) i = (i + 1) % kSlots;
    return i;
  }
  void add(std::uint64_t hash, std::size_t list) {
    Slot& slot = slots_[place(hash)];
    slot.hash = hash;
    slot.lists |= ListBits{1} << list;
    filter_.set(hash % kFilterBits);
  }

  std::bitset<kFilterBits> filter_;
  std::vector<Slot> slots_;
};

const CueTable& cue_table() {
  static const CueTable table;
  return table;
}

struct Cue {
  ListBits lists;
  std::uint32_t count;
};

using ListSums = std::array<std::uint32_t, kListCount>;

// Of each list, the words of the text that are in it and in none of `without`.
ListSums sums_of(std::span<const Cue> cues, ListBits without) {
  ListSums sums{};
  for (const Cue& cue : cues) {
    if ((cue.lists & without) != 0) continue;
    for (ListBits lists = cue.lists; lists != 0; lists &= lists - 1)
      sums[static_cast<std::size_t>(std::countr_zero(lists))] += cue.count;
  }
  return sums;
}

}  // namespace

CuedLanguage language_of_cues(const ScannedText& text, const WordCounts& counts) {
  if (counts.words() < kLeast.front().words) return {};
  const CueTable& table = cue_table();
  std::array<Cue, kMostCues> found;  // NOLINT(*-member-init): filled as far as it is read
  std::size_t size = 0;
  for (const DistinctWord& word : counts.all()) {
    found[size] = {table.lists_of(word.hash), word.count};
    size += found[size].lists != 0 ? 1 : 0;
    if (size == found.size()) break;
  }
  const std::span<const Cue> cues(found.data(), size);
  const ListSums sums = sums_of(cues, 0);
  // Of equal ones the last: those that object stand behind.
  const std::size_t best =
      kListCount - 1 -
      static_cast<std::size_t>(std::max_element(sums.rbegin(), sums.rend()) - sums.rbegin());
  const CueList& list = kLists[best];
  const ListBits own = ListBits{1} << best;
  const auto different =
      std::ranges::count_if(cues, [own](const Cue& cue) { return (cue.lists & own) != 0; });
  const Least& least = kLeast[static_cast<std::size_t>(list.doubt)];
  if (list.least_share == 0 || counts.words() < least.words || different < least.different ||
      std::uint64_t{sums[best]} * kThousand < counts.words() * list.least_share)
    return {};
  if (list.lang == kChinese && text.single_letters * 100 < text.all_words * kLeastSinglePercent)
    return {};
  const std::uint32_t next = std::ranges::max(sums_of(cues, own));
  if (next * kMargin > sums[best]) return {};
  return {list.lang, static_cast<std::uint8_t>(sums[best] * 100 / (sums[best] + next))};
}

std::vector<std::string_view> cue_lists() {
  std::vector<std::string_view> lists;
  for (const CueList& list : kLists) lists.push_back(list.words);
  return lists;
}

std::vector<std::string_view> cued_languages() {
  std::vector<std::string_view> codes;
  for (const CueList& list : kLists)
    if (list.least_share > 0) codes.push_back(list.lang);
  return codes;
}

}  // namespace pressmill::clean
