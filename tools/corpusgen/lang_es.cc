// SPDX-License-Identifier: Apache-2.0
//
// The Spanish word model. People, places, bodies and sentences are invented.

#include "tools/corpusgen/languages.h"

namespace pressmill::corpusgen {

std::string_view spanish_model() {
  return R"(
$oq: «
$cq: »
$given: {given}
$family: {family}
$person: {$given} {$family}
$family2: {family}
$person2: {given} {$family2}
$place: {place}
$place2: {place}
$org: {org}
$role: {role}
$work: {work}
$club: {club}

given: Amaya | Bruno | Celina | Damián | Estela | Fabián | Gloria | Hernán | Inés | Joaquín | Lucía | Mateo
given: Nuria | Octavio | Paloma | Quintín | Rosario | Saúl | Teresa | Ulises | Valeria | Zoilo
family: Almendral | Bocanegra | Cifuentes Rey | Doradal | Escarcha | Fontanarosa | Garbancero | Hinojal
family: Jarandilla | Laguardia Sol | Montearagón | Navacerro | Olmedilla | Peñascal | Quintanar Luz | Robledal
family: Salvatierra Mar | Tordehumos | Uriguen | Valdeolivas | Zarzalejo
place: Brisamar | Val Claro | Puerto Ceniza | Las Alondras | Monteluz | Ribera Honda | Aldea Nueva del Faro
place: Torre Salina | Campoalto | Arroyo Largo | San Telmo de la Sierra | Piedraluna | Villacorcho
place: El Junquillo | Peña Dormida | Los Molinetes | Cala Perdida | Hoyo de Nieve
org: la Junta del Puerto | la Mancomunidad del Río | la Cámara de Monteluz | el Sindicato de Barqueros
org: la Liga de Escuelas | el Consorcio de Aguas | la Fundación Faro Viejo | el Cabildo de Brisamar
org: la Cooperativa La Espiga | el Instituto de Mareas | la Oficina de Caminos | el Ateneo de Val Claro
role: alcaldía | portavocía | concejalía de obras | gerencia | secretaría | tesorería | dirección técnica
work: pasarela | depuradora | lonja | biblioteca | escollera | vía verde | estación | clínica | plaza de abastos
work: residencia | piscina | guardería | presa
club: el Deportivo Brisamar | el Atlético Val Claro | la Unión Monteluz | el Náutico de Ceniza | el Real Alondras
club: el Rápido de Campoalto | la Cultural Piedraluna | el Racing del Junquillo

day: lunes | martes | miércoles | jueves | viernes | sábado | domingo
month: enero | febrero | marzo | abril | mayo | junio | julio | septiembre | octubre | noviembre
when: el {day} | el pasado {day} | esta semana | en {month} | hace {#2-9} días | de madrugada | ayer por la tarde
soon: antes de {month} | en {#2-9} semanas | a finales de {month} | el próximo {day} | en {#3-18} meses | pronto
adjf: larga | costosa | discreta | modesta | tenaz | prudente | breve | frágil | audaz | paciente | amarga | firme
adjf: rara | generosa | práctica | tardía | completa | sobria | alegre | confusa
thing: propuesta | obra | licencia | encuesta | carta | reforma | subasta | lista | factura | ordenanza
thing: prórroga | auditoría | maqueta | denuncia | beca | cuenta | ruta | norma
people: vecinos | comerciantes | pescadores | estudiantes | jubilados | taxistas | agricultores | músicos
people: turistas | enfermeros | padres | ciclistas | voluntarios | inquilinos | docentes | mariscadores
spot: el muelle viejo | la plaza del reloj | el mercado | la ermita | la antigua fábrica | el puente bajo
spot: la casa de cultura | el apeadero | la rambla | el mirador | el teatro municipal | la dársena
manner: sin hacer ruido | por sorpresa | con cierta pena | por amplia mayoría | bajo la lluvia | de buen humor
manner: línea por línea | ante las cámaras | a última hora | contra todo consejo | una vez más
said: dijo | aseguró | admitió | explicó | advirtió | insistió | añadió | recordó | reconoció | sostuvo
verb: aplazar | ampliar | vender | reparar | revisar | reabrir | acortar | defender | pagar | medir | cancelar
verb: publicar | rechazar | compartir | trasladar | probar
verbed: aplazada | ampliada | vendida | reparada | revisada | reabierta | defendida | pagada | cancelada
verbed: publicada | rechazada | trasladada | aprobada | copiada
reason: porque lo pedían {people} | tras {#12-940} quejas de {people} | para proteger a {people}
reason: como preveía la {thing} | mientras la {$work} siga cerrada | pese a una {thing} {adjf}
reason: antes de que acabe {month} | por primera vez desde {month} | por respeto a {people}
reason: aunque {#2-38} {people} se oponían
claim: la {thing} era {adjf} pero justa | ninguna {thing} resulta {adjf} | la {$work} se pagará sola
claim: {people} y {people} merecen una {thing} {adjf} | cada {thing} fue {verbed} dos veces
claim: nadie en {spot} esperaba una {thing} tan {adjf} | {$place} no puede esperar otra {thing}
claim: una {work} en {place} costó {#3-97} millones | la {thing} debe quedar {verbed} {soon}
claim: sin {people} no hay {thing} que valga | lo más {adjf} está por venir
speech: Leímos la {thing} {#2-14} veces | Nadie quiere una {work} {adjf} | Fue una tarde {adjf}
speech: Mi {abuela/hermana/vecina/tía} recuerda esa {thing} | Pregunten a los {people} en {spot}
speech: Hay {#20-900} {people} y una sola {thing} | Vuelvan {soon} y miren {spot}
speech: Una {thing} {adjf} no basta | Debemos a {people} una respuesta {adjf} | Lo volvería a {verb}
speaker: {$person} | {$family} | {$person2} | {$family2} | la {$role}
tail: , {reason} | , {reason} | , {manner} | , según {org} | , consta en la {thing}
person: {given} {family}

general: {speaker} {said} {when} que {claim}{tail}.
general: {speaker} {said} que {claim}, {reason}.
general: {$oq}{speech}{$cq}, {said} {speaker}, {reason}.
general: {$oq}{speech}. {speech}{$cq}.
general: {$oq}{speech}{$cq}, {said} {speaker} en {spot}. {$oq}{speech}{$cq}.
general: Unos {#20-9800} {people} {firmaron/leyeron/impugnaron/celebraron} la {thing} {when}{tail}.
general: En {place}, a {#3-64} kilómetros, una {thing} {adjf} quedó {verbed} {reason}.
general: La {thing}, {verbed} {when}, ocupa {#4-480} páginas y {cita/elogia/culpa} a {#2-60} {people}.
general: Varios {people} en {spot} {creen/niegan/repiten} que {claim}.
general: Desde {spot}, {org} quiere {verb} la {thing} {soon}, {reason}.
general: {speaker}, de {#24-79} años, {llegó a/dejó/volvió a/creció en} {place} {when} y {manner} entró en {org}.
general: De {#40-990} {people} consultados, {#2-39} prefieren {verb} la {$work}{tail}.
general: Otra {thing}, firmada por {org}, es {adjf} y {adjf}; fue {verbed} {when}.
general: Ni {person} ni {org} quisieron {verb} la {thing} {when}.
general: Hicieron falta {#2-28} horas para {verb} la {thing} {manner}.

council: {$org} {aprobó/rechazó/debatió/prometió} {when} {verb} la {$work} de {$place}{tail}.
council: La {$work}, que esperaba desde hace {#2-40} años, costará {#2000-90000} coronas al {mes/año/día}.
council: Con {#9-31} votos frente a {#1-8}, quedó {verbed} la {thing} de {$place} {reason}.
council: Desde la {$role}, {$person} {said} que {claim} cuando la {thing} llegó ante {$org}.
council: Según la {thing}, los {people} de {$place2} pagarán {#2-35} coronas más y los {people} {#2-19} menos.
council: Las obras en {spot} pueden {empezar/parar/retrasarse} {soon}; falta que {org} decida {verb} la {thing}.
council: El salón {rio/calló/aplaudió/protestó} cuando {$family} {said} que {claim}.
council: Los contrarios a la {$work} {marcharon/cantaron/se citaron} en {spot} {when}: {#30-2400}, casi todos {people}.

economy: El precio de {goods} {subió/bajó/cayó/creció} un {#1-29} por ciento {when}, {reason}.
economy: {firm}, de {$place}, {contrató/despidió/formó} a {#12-870} {people} {when} tras una {thing} {adjf}.
economy: {$person}, de {firm}, {said} que {claim}{tail}.
economy: La venta de {goods} entre {place} y {place} dejó {#3-310} millones, un {#2-44} por ciento más que en {month}.
economy: {firm} piensa {verb} {#2-30} talleres en {$place2} {soon}, {reason}.
economy: Una tonelada de {goods} {costaba/valía/rondaba} {#140-2900} coronas {when}, cifra {adjf} para {people}.
economy: El alquiler en {spot} {subió/bajó/aguantó} {when}; {speaker} {said} que {claim}.
economy: Los pedidos de {goods} y {goods} llegan {manner}, {said} {firm} {when}.
goods: sardina | cebada | esparto | vidrio | lana | aceite | sal | miel | cobre | papel | sidra | corcho | almendra
firm: Hilaturas Peñascal | Conservas Brisamar | Vidrios Monteluz | Navieras Doradal | Imprenta Robledal
firm: Molinos Quintanar | Corchos del Sur Alto | Lácteos Alondra

sport: {$club} ganó ante {club} por {#2-6}-{#0-1} en {spot} {when}, {reason}.
sport: {$person} marcó {manner} a los {#2-89} minutos y {#200-9800} {people} {cantaron/silbaron/saltaron}.
sport: La entrenadora {person} {said} que {claim}{tail}.
sport: {club} suma {#1-9} puntos menos que {$club} con {#2-14} jornadas por jugar{tail}.
sport: El colegiado, {person}, anuló un gol de {family} en el minuto {#3-88}.
sport: {$club} jugará contra {club} en {place} {soon}, con la plantilla {adjf}.
sport: Lesionado {when}, {family} ({#17-36} años) puede {perderse/jugar} el partido ante {club} {soon}.
sport: Con esta, {$club} suma {#4-31} victorias en {$place}, {reason}.

weather: {storm} cruzó {$place} {when}, con rachas de {#60-139} kilómetros por hora en {spot}.
weather: Cayeron {#11-94} litros por metro en {place} {when}; los {people} salieron {manner}.
weather: El río {river} creció {#12-240} centímetros en {spot} {when}, {reason}.
weather: Los caminos entre {place} y {place} siguen {cortados/helados/anegados/abiertos}, {said} {org} {when}.
weather: {$person}, desde {$place}, {said} que {claim}{tail}.
weather: Los termómetros {bajarán a/subirán a/rondarán} {#1-31} grados {soon}, algo raro en {month}.
weather: {#3-480} casas de {$place2} quedaron sin luz {when}; se repararon {#2-90} líneas {manner}.
weather: Los barcos a {place} esperan en {spot} desde {when2}, {reason}.
when2: el {day} | {month} | hace {#2-9} horas | la madrugada | anteayer
storm: una tormenta {adjf} | una niebla espesa | una granizada | una nevada {adjf} | una ventolera {adjf}
river: Alondro | Cenizo | Junquillar | Clarete | Salinero | Largo

culture: {$person} {leerá/cantará/pintará/hablará} en {spot} {soon}, {reason}.
culture: La {show}, {verbed} {when} en {$place}, reunió a {#90-7600} {people} de {place} y {place}.
culture: {$person2} compuso la {show} {manner}, en {#3-90} noches, para {people}.
culture: La entrada de la {show} cuesta {#4-60} coronas; los {people} pasan gratis {soon}.
culture: {org} compró {#2-48} {works} a {person}, de {place}, {when}.
culture: Un jurado de {#3-11} {people} llamó a la {show} {adjf}, {adjf} y nunca {adjf}.
culture: En {spot} se exponen {#12-640} {works}, casi todas reunidas {when}.
culture: {person}, de {#19-88} años, tocó {instrument} {manner} hasta que los {people} {lloraron/bailaron/se fueron}.
show: zarzuela | obra de títeres | noche de poesía | película breve | feria de libros | cabalgata | danza del faro
works: estampas | máscaras | cometas | partituras | acuarelas | tallas | cartas náuticas
instrument: el laúd | la gaita | el acordeón | el arpa | la dulzaina | el contrabajo

title.council: {$place} decide {verb} la {$work} | La {thing} de {$place}, {verbed} | {$family}: {$oq}{speech}{$cq}
title.council: Por qué los {people} de {$place} quieren una {work} {adjf} | Una {thing} {adjf} divide {$place}
title.economy: El precio de {goods} inquieta a los {people} | {firm} llega a {$place} | {$family} deja {firm}
title.economy: Un {#3-29} por ciento más por {goods}: {month} en {$place} | {$place} vende {goods} a {place}
title.sport: {$place} vence en {spot} | {$family} brilla ante {club} | {#2-9} puntos y un sueño: {month} en {$place}
title.sport: {$family2}: {$oq}{speech}{$cq} | Tarde {adjf} para {club}
title.weather: {storm2} en {$place} | {$place} cuenta daños en {spot} | El río {river} crece en {$place}
title.weather: {#20-90} litros en {#2-9} horas: {$place} y {$place2} achican agua
title.culture: {$person} lleva su {show} a {$place} | {#12-90} {works} y una {show} en {spot} | {$place} y su {show}
title.culture: Cómo escribió {$family} una {show} {adjf} | Noche {adjf} en {spot}
storm2: Tormenta {adjf} | Niebla | Granizo y viento | Nieve {adjf} | Lluvia {adjf}

report: {goods} en {place}: {#100-990} coronas, {#10-99} más, {#200-990} lotes, {#10-99} restan.
report: {goods} de {place}: {#100-990} coronas, {#10-99} menos, {#200-990} barriles, {#10-99} ventas.

spin: ámbar | cesto | candil | daga | brasa | pluma | granate | martillo | isla | chaqueta | tetera | escalera
spin: mármol | aguja | huerto | guijarro | cantera | cinta | montura | madera | paraguas | terciopelo | nogal
spin: torcido | polvoriento | suave | hueco | ocioso | alto | maduro | ágil | tibio | ronco | lejano | dulce
)";
}

}  // namespace pressmill::corpusgen
