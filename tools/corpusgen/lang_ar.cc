// SPDX-License-Identifier: Apache-2.0
//
// The Arabic word model. People, places, bodies and sentences are invented.

#include "tools/corpusgen/languages.h"

namespace pressmill::corpusgen {

std::string_view arabic_model() {
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

given: سالم | نزار | وائل | حازم | عاصم | مروان | رائد | باسل | كنان | أيهم | تميم | غسان | لؤي | صفوان
given: عمار | زاهر | ياسر | هاني | فراس | طارق
family: النخلاوي | البحراوي | الصخري | الغدير | المرساتي | العنبري | الزيتوني | السنديان | الرملاوي
family: الحداد الكبير | الجسري | القنديل | الوادي | المناراتي | الفيروزي | الياسمين | الشراعي | الكتاني
place: مرفأ اللؤلؤ | وادي السنابل | تل الزعتر الأخضر | عين الصفصاف | رأس المنارة | بئر الغزلان | دار النوارس
place: جسر الحجر | كفر الريحان | ساحل العقيق | واحة الندى | جبل القنديل | خليج الصدف | قرية الكرمة
org: مجلس المرفأ | هيئة الأنهار | غرفة تجارة الواحة | اتحاد البحارة | رابطة المدارس | مكتب الطرق الساحلية
org: مؤسسة المنارة القديمة | جمعية المزارعين | معهد المد والجزر | مجلس وادي السنابل | نقابة الخبازين
role: رئيس البلدية | المهندس | أمين الصندوق | الناطق باسم المجلس | مدير الميناء | المؤرخ | المخطط | الطبيب
work: الجسر | السد | السوق | المستشفى | الرصيف | المسبح | المتحف | الممشى | الخزان | المسرح | الملعب
club: نادي المرفأ | نادي السنابل | اتحاد الواحة | نجوم المنارة | شباب الجسر | نادي الساحل | فرسان الجبل

day: الاثنين | الثلاثاء | الأربعاء | الخميس | الجمعة | السبت | الأحد
month: يناير | فبراير | مارس | أبريل | مايو | يونيو | يوليو | سبتمبر | أكتوبر | نوفمبر
when: يوم {day} | مساء {day} | هذا الأسبوع | في {month} | قبل {#3-9} أيام | فجر {day} | صباح أمس | ليلة {day}
soon: قبل {month} | خلال {#3-9} أسابيع | في نهاية {month} | يوم {day} المقبل | بعد {#3-10} أشهر | قريبا
adj: الطويل | المكلف | الهادئ | المتواضع | العنيد | الحذر | القصير | الجريء | الصعب | الكريم | العملي | المتأخر
adj: الغريب | الدقيق | الكامل | البسيط | الواسع | الثابت
thing: المشروع | القرار | العقد | التقرير | الاقتراح | الجدول | القرض | الطلب | الإعلان | البيان | المخطط
thing: الاتفاق | الاستطلاع | الترخيص | الإنذار | الحساب
people: السكان | التجار | الصيادين | الطلاب | المتقاعدين | السائقين | المزارعين | الموسيقيين | الزوار
people: الممرضين | المتطوعين | المستأجرين | المعلمين | الحرفيين | الأهالي
spot: الرصيف القديم | ساحة الساعة | السوق المسقوف | المصنع المهجور | البوابة الشرقية | دار الثقافة | محطة القطار
spot: الجسر السفلي | الحديقة العامة | المسرح البلدي | برج الحمام | مخزن الحبوب
manner: بهدوء | من دون إنذار | بعد صمت طويل | بأغلبية واسعة | على مضض | تحت المطر | بروح طيبة | سطرا سطرا
manner: أمام الكاميرات | في آخر لحظة | مرة أخرى
said: قال | أكد | أوضح | أضاف | حذر | اعترف | ذكر | كرر | أعلن
noun: تأجيل | توسيع | بيع | إصلاح | تفقد | إعادة فتح | اختصار | تمويل | قياس | إلغاء | استبدال | نشر | رفض | نقل
reason: استجابة لطلب {people} | بعد {#12-940} شكوى من {people} | حرصا على سلامة {people} | كما توقع {thing} {adj}
reason: ما دام {$work} مغلقا | رغم {thing} {adj} | قبل أن ينتهي {month} | للمرة الأولى منذ {month}
reason: احتراما لرأي {people} | مع أن {#11-38} من {people} عارضوا ذلك
claim: إن {thing} كان صعبا لكنه عادل | إن {$work} سيسدد كلفته | إن {people} و{people} ينتظرون {thing} {adj}
claim: إن أحدا في {spot} لم يتوقع {thing} {adj} | إن {$place} لا تحتمل تأخير {thing}
claim: إن {work} في {place} كلف {#11-97} مليونا | إن {noun} {thing} أمر لا بد منه | إن {thing} روجع مرتين
claim: إن الجزء {adj} لم يأت بعد | إن {noun} {work} يحتاج إلى {people}
speech: قرأنا {thing} {#11-40} مرة | لا أحد يريد {noun} {work} | كان ذلك اليوم {adj} | اسألوا {people} عند {spot}
speech: {جدتي/جارتي/أختي/عمتي} ما زالت تذكر {thing} | هنا {#20-900} من {people} ولهم قرار واحد
speech: لا يكفي {noun} {thing} | عودوا {soon} وانظروا إلى {spot} | نحن مدينون لكل {people} بجواب
speaker: {$person} | {$family} | {$person2} | {$family2} | {$role}
tail: ، {reason} | ، {reason} | ، {manner} | ، بحسب {org} | ، وفق {thing}
person: {given} {family}

general: {said} {speaker} {when}: {claim}{tail}.
general: {said} {speaker} {manner}: {claim}، {reason}.
general: {$oq}{speech}{$cq}، {said} {speaker}، {reason}.
general: {$oq}{speech}. {speech}{$cq}.
general: {$oq}{speech}{$cq}، {said} {speaker} قرب {spot}. {$oq}{speech}{$cq}.
general: نحو {#20-9800} من {people} {وقعوا/قرأوا/أيدوا/ناقشوا} {thing} {when}{tail}.
general: وفي {place}، على بعد {#11-64} كيلومترا، جرى {noun} {thing} {adj} {reason}.
general: يقع {thing} في {#11-480} صفحة و{يشكر/يلوم/يسمي} {#11-60} من {people}{tail}.
general: ويرى {people} عند {spot} {when}: {claim}.
general: تعتزم الجهات في {place} {noun} {thing} {soon}، {reason}.
general: {speaker}، البالغ {#24-79} عاما، {انتقل إلى/غادر/عاد إلى/نشأ في} {place} {when} ثم التحق {manner} بـ{org}.
general: من بين {#40-990} من {people}، فضل {#11-39} {noun} {work} {adj}{tail}.
general: وصدر عن {org} {when} رأي آخر في {noun} {thing}، {reason}.
general: لم يشأ {person} ولا {org} {noun} {thing} {when}.
general: استغرق {noun} {thing} {#11-28} ساعة {manner}.

council: {صوت/وافق/تحفظ/تعهد} {$org} {when} على {noun} {$work} في {$place}{tail}.
council: يكلف {$work} الذي انتظره {people} {#11-40} عاما نحو {#2000-90000} دينار في {الشهر/السنة/الأسبوع}.
council: بأغلبية {#11-31} صوتا مقابل {#3-10}، تقرر {noun} {thing} {adj} {reason}.
council: {said} {$role} {$person} {when} أمام {$org}: {claim}.
council: بموجب {thing}، يدفع {people} في {$place2} {#11-35} دينارا أكثر و{people} {#3-10} أقل{tail}.
council: قد {تبدأ/تتوقف/تتأخر} الأعمال عند {spot} {soon}، في انتظار {noun} {thing} لدى {org}.
council: {ضحك/صمت/صفق/اعترض} الحاضرون حين {said} {$family}: {claim}.
council: {تجمع/سار/هتف} معارضو {noun} {$work} عند {spot} {when}، وهم {#30-2400} أكثرهم من {people}.

economy: {ارتفعت/انخفضت/تراجعت/قفزت} أسعار {goods} {#3-29} في المئة {when}، {reason}.
economy: {وظفت/دربت/سرحت} {firm} في {$place} {#12-870} من {people} {when} بعد {noun} {thing}.
economy: {said} {$person} من {firm}: {claim}{tail}.
economy: بلغت صادرات {goods} من {place} إلى {place} {#11-310} مليونا، بزيادة {#3-44} في المئة على {month}.
economy: تخطط {firm} لـ{noun} {#11-30} ورشة في {$place2} {soon}، {reason}.
economy: بيع طن {goods} بـ{#140-2900} دينار {when}، وهو سعر فاجأ {people}{tail}.
economy: {ارتفعت/تراجعت/استقرت} الإيجارات قرب {spot} {when}، و{said} {speaker}: {claim}.
economy: الطلب على {goods} و{goods} {يزداد/يتراجع/يستقر} {manner}، تقول {firm} {when}.
goods: السردين | الشعير | الزجاج | الصوف | الملح | العسل | النحاس | الورق | الزيتون | التمر | القطن | الفخار
firm: مطاحن السنابل | زجاج الواحة | سفن المرفأ | مطابع القنديل | ألبان الوادي | حبال البحراوي | تمور الندى

sport: {فاز/تغلب} {$club} على {club} {#2-6}-{#0-1} عند {spot} {when}، {reason}.
sport: سجل {$person} {manner} بعد {#11-89} دقيقة و{هتف/صفق/غنى} {#200-9800} من {people}.
sport: {said} المدرب {person}: {claim}{tail}.
sport: يبتعد {club} {#3-9} نقاط عن {$club} قبل {#3-10} مباريات من الختام{tail}.
sport: ألغى الحكم {person} هدفا لـ{family} في الدقيقة {#11-88}.
sport: يلتقي {$club} مع {club} في {place} {soon}، {reason}.
sport: أصيب {family} ({#17-36} عاما) {when} وقد {يغيب عن/يعود إلى} لقاء {club} {soon}.
sport: هذا هو الفوز رقم {#4-31} لفريق {$club} من {$place}، {reason}.

weather: عبرت {storm} {$place} {when}، وبلغت الرياح {#60-139} كيلومترا في الساعة قرب {spot}.
weather: هطل {#11-94} مليمترا من المطر على {place} {when}، وخرج {people} {manner}.
weather: ارتفع {river} عند {spot} {#12-240} سنتيمترا {when}، {reason}.
weather: الطرق بين {place} و{place} {مغلقة/مفتوحة/مغمورة/زلقة}، {said} {speaker} {when}.
weather: {said} {$person} من {$place}: {claim}{tail}.
weather: {تهبط/ترتفع/تستقر} الحرارة عند {#11-45} درجة {soon}، على غير عادة {month}.
weather: انقطعت الكهرباء عن {#11-480} بيتا في {$place2} {when}، وجرى {noun} {#11-90} خطا {manner}.
weather: تنتظر العبارات إلى {place} عند {spot} منذ {month}، {reason}.
storm: عاصفة رملية | أمطار غزيرة | موجة برد | رياح جافة | سحب كثيفة | عاصفة رعدية
river: نهر السنابل | نهر العقيق | وادي الغزلان | نهر الكرمة | ترعة الريحان

culture: {يقرأ/يغني/يرسم/يحاضر} {$person} في {spot} {soon}، {reason}.
culture: حضر {show} {when} في {$place} {#90-7600} من {people} من {place} و{place}.
culture: كتب {$person2} {show} {manner} في {#11-90} ليلة من أجل {people}.
culture: ثمن تذكرة {show} {#11-60} دينارا، ويدخل {people} مجانا {soon}.
culture: اشترى {org} {#11-48} {works} من {person} من {place} {when}.
culture: وصفت لجنة من {#3-10} من {people} {show} بأنه {adj} و{adj}{tail}.
culture: يعرض {spot} {#12-640} {works}، جمع أكثرها {when} {manner}.
culture: عزف {person} ({#19-88} عاما) على {instrument} {manner} حتى {بكى/رقص/نهض} بعض {people}.
show: عرض الدمى | مهرجان الفوانيس | أمسية الشعر | الفيلم القصير | معرض الكتاب | موكب القوارب | حفل المنارة
works: لوحة | قناعا | مخطوطا | نقشا | بساطا | ملصقا
instrument: العود | القانون | الناي | الربابة | الكمان | البزق

title.council: {$place}: {noun} {$work} {soon} | {$org} و{noun} {thing} | {$family}: {$oq}{speech}{$cq}
title.council: لماذا يريد {people} في {$place} {noun} {work} | {thing} {adj} يشغل {$place}
title.economy: أسعار {goods} تقلق {people} | {firm} في {$place} | {$family} يغادر {firm} | {goods} من {place} إلى {$place}
title.sport: {$club} يهزم {club} في {place} | {$family} يتألق أمام {club} | {$club}: {$oq}{speech}{$cq}
title.weather: {storm} تقترب من {$place} | {$place} تحصي الأضرار عند {spot} | {river} يرتفع في {$place}
title.culture: {$person} و{show} في {$place} | {#12-90} {works} في {spot} | كيف كتب {$family} {show}

report: {goods} في {place}: {#100-990} كرونة، {#10-99} صعودا، {#200-990} صفقة، {#10-99} باقية.
report: {goods} من {place}: {#100-990} كرونة، {#10-99} هبوطا، {#200-990} برميلا، {#10-99} مشتريا.

spin: كهرمان | سلة | شمعة | خنجر | جمرة | ريشة | عقيق | مطرقة | جزيرة | معطف | إبريق | سلم | رخام | إبرة
spin: بستان | حصاة | مقلع | شريط | سرج | مظلة | مخمل | جوزة | ملتو | مغبر | ناعم | أجوف | عال | ناضج | رشيق
)";
}

}  // namespace pressmill::corpusgen
