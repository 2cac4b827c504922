# Services and supports.

model-push-in = دعم داخل الصف
model-pull-out = وقت في مجموعة صغيرة
model-blended = داخل الصف وفي مجموعة صغيرة
model-consult = مشورة لمعلمي الصف

service-reading = القراءة
service-speech-language = النطق واللغة
service-occupational = مهارات اليدين والمهام اليومية
service-physical = الحركة
service-math = الرياضيات
service-counselling = وقت للحديث
service-classroom-support = مساعدة خلال اليوم
service-study-skills = مهارات الدراسة

service-who = من يساعد
service-with = { $who }، بالتعاون مع { $with }
service-where = أين
service-when = متى
service-often = كم مرة
service-since = منذ
service-since-until = { $since } حتى { $until }
service-instead = بدلًا من
service-goals = الأهداف
service-why = لماذا هذا الاختيار
service-exit = متى يتغيّر هذا
# $other is how many children come besides this one.
service-group = { $place }، { $other ->
    [zero] بشكل فردي
    [one] مع طفل آخر
    [two] مع طفلين آخرين
    [few] مع { $other } أطفال آخرين
    [many] مع { $other } طفلًا آخر
   *[other] مع { $other } طفل آخر
}
service-during = { $place }، خلال { $lesson }
# How often: مرتين, not مرتان, because it answers «كم مرة؟».
often-day = { $times ->
    [zero] { $times } مرة
    [one] مرة واحدة
    [two] مرتين
    [few] { $times } مرات
    [many] { $times } مرة
   *[other] { $times } مرة
} في اليوم
often-week = { $times ->
    [zero] { $times } مرة
    [one] مرة واحدة
    [two] مرتين
    [few] { $times } مرات
    [many] { $times } مرة
   *[other] { $times } مرة
} في الأسبوع
often-month = { $times ->
    [zero] { $times } مرة
    [one] مرة واحدة
    [two] مرتين
    [few] { $times } مرات
    [many] { $times } مرة
   *[other] { $times } مرة
} في الشهر
# After لمدة: دقيقتين.
often-minutes = { $often }، لمدة { $minutes ->
    [zero] { $minutes } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $minutes } دقائق
    [many] { $minutes } دقيقة
   *[other] { $minutes } دقيقة
} في كل مرة
days-time = { $days }، من { $start } إلى { $end }
service-line = { $who }: { $what }
# One line on a goal's page: who helps, and how often.
no-services = لم تُسجَّل أي خدمة بعد.

supports = ما الذي يساعد أيضًا
supports-universal = لجميع الأطفال في الصف
supports-accommodation = من أجل { $name }: يبقى الدرس نفسه
supports-scaffold = من أجل { $name }: مساعدة نخففها شيئًا فشيئًا
supports-modification = من أجل { $name }: العمل المطلوب مختلف
support-where = { $text } ({ $place })
