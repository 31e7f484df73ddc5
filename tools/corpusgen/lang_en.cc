// SPDX-License-Identifier: Apache-2.0
//
// The English word model. People, places, bodies and sentences are invented.

#include "tools/corpusgen/languages.h"

namespace pressmill::corpusgen {

std::string_view english_model() {
  return R"(
$oq: “
$cq: ”
$given: {given}
$family: {family}
$person: {$given} {$family}
$family2: {family}
$person2: {given} {$family2}
$place: {place}
$place2: {place}
$org: {org}
$role: {role}
$project: {project}
$club: {club}
$project2: {Footbridge/Reservoir/Tram line/Sea wall/Clinic/Night bus/Fish market}
$role2: {Mayor/Councillor/Surveyor/Trustee/Planner}

given: Ada | Bram | Celia | Dorian | Edda | Fenwick | Greta | Hollis | Imogen | Jasper | Kerensa | Lorcan
given: Maeve | Nils | Orla | Piers | Quenby | Rufus | Sabine | Tobias | Una | Viggo | Wilma | Zelda
family: Brackwater | Cobbold | Dunmarrow | Eddowes | Fairlop | Grimsditch | Inkpen | Jollyboat | Kettlethorpe
family: Larkspur | Marchbank | Netherby | Oakapple | Pennyfeather | Quillfeather | Rushbottle | Sandlewood
family: Tidewell | Underbarrow | Vellacott | Wetherfield | Yarrowby | Amblegate | Copperwheat | Thistlewood
place: Harbourwick | Quillmoor | Saltmarsh | Tarn Hollow | Eddlestone | Vennick | Oxmere | Brackenford
place: Lower Thistle | Port Sorrel | Mirebeck | Castle Dunny | Calder Reach | Pellwick | Stonnard | Aldermoss
place: Great Larkin | Sandgate Quay | Upper Fenn | Otterbridge | Hallowmere | Kestrel Bay
org: the Tidewater Board | the Northshore Council | the Lantern Trust | the Ferry Workers' Union
org: the Quillmoor Assembly | the Coastal Roads Office | the Mirebeck Growers | the Vennick Chamber
org: the Institute for Open Rivers | the Harbour Commission | the Oxmere School League | the Lowland Rail Group
role: mayor | engineer | teacher | harbour master | councillor | surveyor | nurse | farmer | economist | librarian
role: spokesman | historian | trustee | driver | planner | treasurer
project: footbridge | reservoir | tram line | library wing | sea wall | night bus | fish market | wind park
project: cycle lane | school kitchen | water tower | clinic | ferry dock | flood gate | grain depot
club: Vennick Rovers | Saltmarsh United | Oxmere Town | the Quillmoor Otters | Pellwick Athletic
club: Harbourwick Harriers | the Stonnard Kites | Mirebeck Wanderers | Calder Rangers

day: Monday | Tuesday | Wednesday | Thursday | Friday | Saturday | Sunday
month: January | March | April | June | July | September | October | November
when: on {day} | last {day} | late on {day} | early {day} | this week | in {month} | two days ago | overnight
soon: next {day} | before {month} | within {#2-9} weeks | by the end of {month} | in {#3-18} months | soon
adj: narrow | costly | quiet | modest | stubborn | careful | rough | tangled | familiar | patient | bold | fragile
adj: hasty | practical | wordy | generous | steady | puzzling | thorough | cautious | lively | bitter | short
thing: budget | proposal | plan | contract | timetable | map | forecast | petition | report | survey | licence
thing: loan | drawing | treaty | notice | tender | ledger | grant | list | letter
people: residents | shopkeepers | commuters | pensioners | anglers | parents | students | visitors | fishermen
people: tenants | cyclists | volunteers | nurses | traders | farmers | drivers | musicians
spot: the old mill | the lower quay | the bus station | the market hall | the chapel steps | the east gate
spot: the weir | the corn exchange | the lighthouse | the allotments | the railway arch | the cattle yard
manner: quietly | without warning | after a long pause | by a wide margin | with some regret | at short notice
manner: in good spirits | against advice | line by line | in front of cameras | under heavy rain | once again
said: said | argued | admitted | insisted | explained | warned | added | noted | repeated | conceded
verb: delay | widen | sell | repair | inspect | reopen | shorten | defend | rewrite | fund | measure | cancel
verb: replace | publish | reject | extend | share | rename | test | move
verbed: delayed | widened | sold | repaired | inspected | reopened | shortened | defended | funded | cancelled
verbed: replaced | published | rejected | extended | renamed | tested | moved | copied | counted | praised
reason: because {people} had asked for it | since the {thing} ran out | to keep {people} safe
reason: after {#12-940} complaints from {people} | as the {adj} {thing} had foreseen | before {month} ends
reason: while the {project} stays shut | in spite of a {adj} {thing} | so that {people} can plan ahead
reason: although {#2-38} {people} disagreed | for the first time since {month} | out of respect for {people}
claim: the {thing} was {adj} but fair | no {thing} is ever {adj} enough | the {project} would pay for itself
claim: {people} deserve a {adj} {thing} | every {thing} had been {verbed} twice | the {adj} part lies ahead
claim: nobody at {spot} expected a {adj} {thing} | money for the {project} was never the question
claim: {$place} cannot wait for another {thing} | {people} and {people} want the same {thing}
claim: a {project} in {place} cost {#3-97} million crowns | the {thing} should be {verbed} {soon}
speech: We {counted/checked/read} the {thing} {#2-14} times | Nobody wants a {adj} {project} | It was a {adj} {day}
speech: My {mother/brother/neighbour/aunt} still remembers the {thing} | Ask the {people} at {spot}
speech: You cannot {verb} a {project} with a {thing} | We owe {people} a {adj} answer | I would {verb} it again
speech: The {thing} is {adj}, and so are the {people} | Come back {soon} and look at {spot}
speech: There are {#20-900} {people} here and one {thing} | If we {verb} the {project}, we {verb} {place} too
speaker: {$person} | {$family} | the {$role} | {$person2} | {$family2}
tail: , {reason} | , {reason} | , {manner} | , a {thing} shows | , according to {org}

general: {speaker} {said} {when} that {claim}{tail}.
general: {speaker} {said} that {claim}, {reason}.
general: {$oq}{speech},{$cq} {said} {speaker}, {reason}.
general: {$oq}{speech}. {speech}.{$cq}
general: {$oq}{speech},{$cq} {speaker} {said} near {spot}. {$oq}{speech}.{$cq}
general: About {#20-9800} {people} {signed/read/challenged/welcomed} the {thing} {when}{tail}.
general: In {place}, {#3-64} kilometres away, a {adj} {thing} {was/had been} {verbed} {reason}.
general: The {thing}, {verbed} {when}, runs to {#4-480} pages and {names/thanks/blames} {#2-60} {people}.
general: {people} at {spot} {said} {claim}.
general: {org} will {verb} the {thing} {soon}, {reason}.
general: {speaker}, {#24-79}, {moved to/left/grew up in/returned to} {place} {when} and {manner} joined {org}.
general: Of {#40-990} {people} who were asked, {#2-39} would {verb} the {adj} {project}{tail}.
general: A second {thing}, this one from {org}, is {adj} and {adj}; it was {verbed} {when}.
general: Neither {person} nor {org} wished to {verb} the {thing} {when}.
general: {claim}, {speaker} {said}, and {claim}.
general: It took {#2-28} hours to {verb} the {thing} {manner}.
person: {given} {family}

council: {$org} {voted/agreed/refused/promised} {when} to {verb} the {$project} in {$place}{tail}.
council: The {$project}, {#2-40} years in the making, will {verb} {people} and cost {#2000-90000} crowns a {week/month/year}.
council: By {#9-31} votes to {#1-8}, members {verbed} a {adj} {thing} for {$place} {reason}.
council: {$role} {$person} {said} {claim} when the {thing} reached {$org} {when}.
council: Under the {thing}, {people} in {$place2} pay {#2-35} crowns more, {people} {#2-19} fewer{tail}.
council: Work at {spot} may {start/stop/slow down} {soon}; {org} still has to {verb} a {thing}.
council: The chamber {laughed/fell silent/broke up/applauded} when {$family} {said} {claim}.
council: An {adj2} {thing} by {org} {asks/expects/allows} {$place} to {verb} its {project} {soon}.
council: Opponents of the {$project} {met/marched/sang} at {spot} {when}, {#30-2400} of them {people}.
adj2: earlier | angry | official | unsigned | elegant | empty | honest | eager

economy: Prices for {goods} {rose/fell/climbed/slid} by {#1-29} percent {when}, {reason}.
economy: {firm} of {$place} {hired/lost/trained} {#12-870} {people} and {verbed} a {thing} {when}.
economy: {$person}, {$role} at {firm}, {said} {claim}{tail}.
economy: Exports of {goods} from {place} to {place} brought {#3-310} million crowns, {#2-44} percent more than in {month}.
economy: The bank at {spot} {verbed} its {adj} {thing} for {people} who deal in {goods}.
economy: {firm} plans to {verb} {#2-30} workshops in {$place2} {soon}, {reason}.
economy: A barrel of {goods} {cost/fetched/sold for} {#14-290} crowns {when}, a {adj} price for {people}.
economy: Rents near {spot} {rose/fell/held steady} {when}; {speaker} {said} {claim}.
economy: Orders for {goods} and {goods} are {adj}, {firm} {said} {when}, {reason}.
goods: herring | barley | rope | glass | wool | peat | timber | clocks | salt | honey | copper | paper | cider | tin
firm: Brackwater & Daughters | Tidewell Ropes | the Oxmere Glassworks | Larkspur Cold Stores | Vennick Lines
firm: Copperwheat Mills | Kestrel Freight | Thistlewood Press | the Pellwick Dairy | Sandlewood Timber

sport: {$club} beat {club} {#2-6}-{#0-1} at {spot} {when}, {reason}.
sport: {$person} scored {manner} after {#2-89} minutes, and {#200-9800} {people} {cheered/groaned/sang}.
sport: Coach {$person2} {said} {claim}{tail}.
sport: {club} stay {#1-9} points {behind/ahead of} {$club} with {#2-14} matches left{tail}.
sport: The {adj} referee, {person}, {verbed} a goal by {family} in minute {#3-88}.
sport: {$club} will {verb} their {adj} {thing} and play {club} in {place} {soon}.
sport: Injured {when}, {family} ({#17-36}) may {miss/return for} the game against {club} {soon}.
sport: It was win number {#4-31} for {$club}, the {adj} side from {$place}.
sport: {club} paid {#14000-980000} crowns for {person}, a {adj} {keeper/winger/striker/defender} from {place}.

weather: {storm} crossed {$place} {when}, with gusts of {#60-139} kilometres per hour near {spot}.
weather: Up to {#11-94} millimetres of rain fell on {place} {when}; {people} were {verbed} {manner}.
weather: The {river} at {spot} rose {#12-240} centimetres {when}, {reason}.
weather: Roads between {place} and {place} are {closed/icy/flooded/clear} again, {org} {said} {when}.
weather: {$person}, {$role} in {$place}, {said} {claim}{tail}.
weather: Temperatures will {fall to/rise to/hover around} {#1-31} degrees {soon}, {adj} for {month}.
weather: {#3-480} homes in {place2} lost power {when}; crews {verbed} {#2-90} lines {manner}.
weather: Forecasters expect {adj} winds, {adj} nights and {storm} {soon}.
weather: Ferries to {place} were {verbed} {manner} {when}, {reason}.
place2: {$place} | {$place2} | {place}
storm: a {adj} storm | thick fog | hail | a cold front | heavy snow | a dry gale | a {adj} shower
river: Tarn | Larkin Water | Little Ouzel | Brack | Mirebeck Stream | Vennick Canal

culture: {$person} will {read/sing/paint/speak} at {spot} {soon}, {reason}.
culture: The {show}, {verbed} {when} in {$place}, drew {#90-7600} {people} from {place} and {place}.
culture: {$person2} wrote the {adj} {show} {manner}, in {#3-90} nights, for {people}.
culture: Tickets for the {show} cost {#4-60} crowns; {people} get in free {soon}.
culture: {org} bought {#2-48} {adj} {works} from {person} of {place} {when}.
culture: A jury of {#3-11} {people} called the {show} {adj}, {adj} and never {adj}.
culture: The museum at {spot} shows {#12-640} {works}, most of them {verbed} {when}.
culture: {$oq}{speech},{$cq} sings the choir of {$place} in the {adj} second act of the {show}.
culture: {person}, {#19-88}, played the {instrument} {manner} until {people} {left/wept/danced/stood up}.
show: opera | puppet play | lantern parade | poetry night | brass concert | short film | radio play | quilt show
works: etchings | masks | kites | songbooks | portraits | tapestries | maps | carvings | posters
instrument: fiddle | hurdy-gurdy | cornet | harp | accordion | flute | double bass

title.council: {$place} to {verb} {$project} | {$project2} for {$place} {verbed} | {$role2} {$family}: {claim}
title.council: Why {people} in {$place} want a {adj} {$project} | {adj3} {thing} splits {$place}
title.economy: {goods2} prices worry {people} in {$place} | {firm} to {verb} {thing} | {$place} trade: {claim}
title.economy: {#3-29} percent more for {goods}: {adj} {month} in {$place} | {$family} leaves {firm}
title.sport: {$club} beat {club} in {$place} | {$family} stars for {$club} | {$club}: {claim}
title.sport: {#2-9} points from {people}' dreams: {$club} in {month} | {$family2} to coach {club}
title.weather: {storm} heads for {$place} | {$place} counts damage at {spot} | {river} rises in {$place}
title.weather: {#20-90} millimetres in {#2-9} hours: {$place} and {$place2} clean up
title.culture: {$person} brings {show} to {$place} | {adj3} {works} on show in {$place} | {$place} loves its {show}
title.culture: How {$family} wrote a {adj} {show} | {#3-40} {works}, one {instrument}: {day} in {$place}
adj3: Overdue | Costly | Bold | Quiet | Unusual | Fragile | Lively
goods2: Herring | Barley | Timber | Honey | Copper | Cider | Wool

report: {goods} at {place}: {#100-990} crowns, {#10-99} up, {#200-990} lots sold, {#10-99} left.
report: {goods} from {place}: {#100-990} crowns, {#10-99} down, {#200-990} barrels, {#10-99} buyers.

spin: amber | basket | candle | dagger | ember | feather | garnet | hammer | island | jacket | kettle | ladder
spin: marble | needle | orchard | pebble | quarry | ribbon | saddle | timber | umbrella | velvet | walnut | yonder
spin: brisk | crooked | dusty | eastern | frosty | gentle | hollow | idle | jolly | keen | lofty | mellow | nimble
)";
}

}  // namespace pressmill::corpusgen
