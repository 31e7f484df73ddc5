// SPDX-License-Identifier: Apache-2.0
//
// The stop words themselves, the commonest of each language.

#include "clean/stop_words.h"

namespace pressmill::clean {
namespace {

// clang-format off
constexpr StopWords kLists[] = {
    {"en",
     "the of and to in a is that for it as was with be by on not he his but at are this have "
     "from or had an they which one you were her all she there would their we him been has "
     "when who will no more if out so said what its about than into them can only other some "
     "could time these two may then do first any my now such like our over even most after "
     "also did many before must through where much your well down should because each just "
     "those how too me under make us between own same being here while against during without "
     "however both few still since another around until though"},
    {"de",
     "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es "
     "an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen "
     "so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei ihr seine ich "
     "wir kann gegen vom können schon wenn habe ihre dann unter sehr diese dieser keine eines "
     "ihm also alle wo was seit"},
    {"fr",
     "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il "
     "sont avec son être aux d'un cette d'une été ses mais comme on tout nous sa fait ou leur "
     "bien peut elle ces même entre sans deux l'a dont ont aussi y si ils après sous très "
     "encore je vous c'est n'est qu'il était avait"},
    {"es",
     "de la que el en y a los se del las un por con no una su para es al lo como más o pero "
     "sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había "
     "era muy años hasta desde está mi porque qué sólo han yo hay vez puede todos así nos ni "
     "parte tiene él uno donde bien tiempo mismo ese ahora cada e vida otro después te otros "
     "aunque esa eso hace otra gobierno tan durante"},
    {"pt",
     "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao "
     "ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso "
     "ela entre era depois sem mesmo aos ter seus quem nas me esse eles estão você tinha foram "
     "essa num nem suas meu às minha têm numa pelos elas"},
    {"it",
     "di e il la che in a per un è del non una le si con i da dei al come sono nel della ha "
     "più alla dal gli lo anche o ma su delle se ci questo nella essere stato ai ed era loro "
     "suo tra quello ancora poi molto sua dopo tutti due stata fatto lui solo senza cosa "
     "perché prima mentre quando dove chi può sul sulla dalla degli"},
    {"nl",
     "de van het een en in is dat op te zijn met voor niet die aan er om ook als dan maar bij "
     "uit nog door over naar heeft hij ze worden wordt was zich meer of hebben kan tot geen "
     "deze al zo wel we ik je ons onder tegen na veel zou werd moet haar hun"},
    {"sv",
     "och i att det som en på är av för med till den har de inte om ett han men var jag sig "
     "från vi så kan när man nu år hon under också efter eller sin där vid mot ska skulle "
     "kommer ut får finns vara hade alla mycket än här bara"},
    {"da",
     "og i at det er en til af på for den de der med som ikke har et han jeg om var vi men fra "
     "sig ved så kan når da nu efter eller man hun blev være ud vil over også skal deres op "
     "hvor sin"},
    {"no",
     "og i det på er av en til å for som at med den har de ikke et han om fra var seg jeg men "
     "så vi ble kan sier når etter ved skal eller ut nå over mot bli hun også vil dette være "
     "må mer mellom bare"},
    {"fi",
     "ja on ei että oli se hän joka mutta ovat kun myös niin tai ole mukaan sen jos vain kuin "
     "sitä jo kanssa ollut vielä voi nyt mitä tämä tämän sekä olisi hänen jotka siitä hyvin "
     "kaikki"},
    {"pl",
     "w i na z się do nie to że jest o jak za po od przez ale ma dla są co tym był tak już czy "
     "być oraz może tylko także było ich które przed jego który która go więc jej bardzo tego "
     "gdy jako jeszcze sobie bez nad między pod mnie"},
    {"cs",
     "a se v na je že o s z do to i ve k by ale jako za si po pro od jsou však které který "
     "jeho bylo být už která tak podle jen aby také nebo jak před při mezi až když co více má "
     "není může roku bude byla byl ze u"},
    {"sk",
     "a sa v na je že o s z do to i ale ako za si po pre od sú však ktoré ktorý jeho bolo byť "
     "už ktorá tak podľa len aby tiež alebo pred pri medzi až keď čo viac má nie môže bude "
     "bola bol zo u"},
    {"hu",
     "a az és hogy nem is egy van volt meg ez csak de azt még már mint ki el ha szerint vagy "
     "lesz után minden majd ezt fel nagyon kell azonban sem pedig lehet ezek akkor így itt "
     "amely aki"},
    {"ro",
     "de și în a la cu pe din care nu să o un este că mai pentru au se fi fost sau ca după "
     "prin dar ce el lui până între cel sunt va foarte acest această cum fără către"},
    {"el",
     "και το να του η της με που την από για είναι στο των τη τα οι ο στην θα τον τους δεν σε "
     "ότι μια ένα έχει στη ως κατά αλλά στα μετά πως αυτό όπως στις στον έναν μας ή αν"},
    {"tr",
     "ve bir bu da de için ile olarak çok daha olan gibi en kadar ne ki sonra ama her var o mi "
     "olduğunu diye göre ise veya şey değil ya olduğu iki biz ben sen ancak önce"},
    {"ru",
     "и в не на что с по он как это к но из у то за так же от бы о для был его все или было "
     "только еще они она мы до если уже при чем может их также после того который которые без "
     "со во когда быть лет были более"},
    {"uk",
     "і в не на що з по як це до але із у та за так же від про для був його все або було "
     "тільки ще вони вона ми якщо вже при може їх також після того який які без зі коли бути "
     "років були більше"},
    {"bg",
     "и на да в за се от с е не че са по при като до това си но ще има който която които след "
     "му или още само може бе им ни беше"},
    {"ar",
     "في من على إلى أن التي عن الذي مع هذا هذه كان ما لا بين بعد كل ذلك قد أو كما لم هو وقد "
     "وفي هي خلال كانت وأن حيث إن عام قبل منذ عند غير أي له به لها بها فيها منها عليه ولا وهو "
     "وهي ثم حتى"},
    {"fa",
     "و در به از که این را با است برای آن یک شد می هم خود تا کرد بر شده بود او ما نیز باید اما "
     "یا هر گفت دو کرده ها های بین پس"},
    {"he",
     "של את על לא הוא זה עם כי גם היא יש אני או אם כל אל היה מה יותר זו בין רק אבל אך עד הם כך "
     "לאחר כמו"},
    {"hi",
     "के में की है और से का को पर ने कि यह हैं भी एक नहीं इस हो कर था ही तो लिए वह गया तक अपने "
     "साथ किया जो या रहा थे थी बाद"},
    {"zh",
     "的 了 在 是 和 有 不 为 与 也 而 对 等 这 中 就 到 以 将 并 从 都 个 被 于 及 之 其 但 或 我 他 们 上 說 會 為 這 與 對 於"},
    {"ja",
     "の に は を た が で て と し れ さ い る も な あ り か ら こ う す ま"},
    {"ko",
     "있다 이 그 수 것 등 및 를 위해 대한 한 있는 했다 이번 지난 있다고 것으로 고 하는 대해 따르면 그는 말했다 밝혔다 함께 통해 또 더 하지만"},
    {"vi",
     "và của là có trong cho không được một các với để người những khi đã này từ đến về tại "
     "cũng ra như sẽ nhưng vào theo sau còn trên hay bị nhiều đó phải do"},
    {"id",
     "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya ke karena tersebut "
     "bisa ada mereka lebih kata tahun sudah atau saat oleh menjadi orang telah dapat adalah "
     "kepada sebagai kita hanya bahwa secara para"},
    {"th",
     "ที่ และ"},
    {"lt",
     "ir į kad iš su yra bet kaip tai jo apie buvo ar už tik jau nuo dar taip po dėl savo prie "
     "jis jų ji metų gali kuris"},
};
// clang-format on

}  // namespace

std::span<const StopWords> stop_word_lists() {
  return kLists;
}

}  // namespace pressmill::clean
