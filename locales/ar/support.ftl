# Services and supports.

model-push-in = دعم داخل الصف
model-pull-out = وقت في مجموعة صغيرة
model-blended = داخل الصف وفي مجموعة صغيرة
model-consult = مشورة لمعلمي الصف

service-reading = القراءة
service-writing = الكتابة
service-speech-language = النطق واللغة
service-occupational = مهارات اليدين والمهام اليومية
service-physical = الحركة
service-math = الرياضيات
service-counseling = وقت للحديث
service-classroom-support = مساعدة خلال اليوم
service-study-skills = مهارات الدراسة

service-who = من يساعد
service-with = { $who }، بالتعاون مع { $with }
service-where = أين
service-when = متى
service-since = منذ
service-since-until = { $since }، حتى { $until }
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
supports-accommodation = من أجل { $name }: الدرس نفسه مع هذه المساعدة
supports-scaffold = من أجل { $name }: مساعدة نخففها شيئًا فشيئًا
supports-modification = من أجل { $name }: ما نعلّمه مختلف
support-for = لمن: { $words }
support-where = أين: { $words }

# The week. $what is the kind of help: القراءة.
week = الأسبوع في لمحة
week-time = من { $start } إلى { $end }
# From one day of the week to another.
days-from-to = من { $first } إلى { $last }
week-every-day = كل يوم
week-loose = في أيام قد تتغيّر
week-with-class = مع الصف طوال اليوم
short-push-in = { $what }، داخل الصف
short-pull-out = { $what }، في مجموعة صغيرة
short-alone = { $what }، بشكل فردي
short-blended = { $what }، داخل الصف وفي مجموعة صغيرة
short-consult = { $what }، مشورة لمعلمي الصف
share = { $name } مع الصف في <b>{ $percent } في المئة</b> من الأسبوع الدراسي.
share-nearly = { $name } مع الصف <b>طوال الأسبوع الدراسي تقريبًا</b>.
share-all = { $name } مع الصف <b>طوال الأسبوع الدراسي</b>.
never-missed = ما لا يفوت { $name } أبدًا

n-minutes = { $minutes ->
    [zero] { $minutes } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $minutes } دقائق
    [many] { $minutes } دقيقة
   *[other] { $minutes } دقيقة
}
# يومين, because it answers «كم يومًا؟».
n-days = { $days ->
    [zero] { $days } يوم
    [one] يوم واحد
    [two] يومين
    [few] { $days } أيام
    [many] { $days } يومًا
   *[other] { $days } يوم
} في الأسبوع

service-missed = ما يفوت { $name }
# $subject is a lesson as the timetable names it.
missed-days = { $extent ->
    [whole] { $subject }
   *[part] جزء من { $subject }
} ({ n-minutes }، { n-days })
missed-week = { $extent ->
    [whole] { $subject }
   *[part] جزء من { $subject }
} ({ n-minutes } في الأسبوع)
service-exception = لماذا خلال هذا الدرس
exception-decided = قرّر الفريق ذلك في { $date }.
service-more = المزيد عن هذه المساعدة
service-return = العودة إلى الصف
service-materials = الأدوات
service-peers = مع الزملاء
service-split = الدقائق في الأسبوع
split = { $inside } داخل الصف، { $outside } في مجموعة صغيرة

service-coteach = طريقة التعليم
coteach-one-teach-one-assist = شخص يعلّم الصف، وآخر ينتقل بين الطاولات ويساعد.
coteach-station = ينتقل الأطفال من طاولة إلى أخرى، ويعلّمهم الكبار عند بعضها.
coteach-parallel = الصف نصفان، ومع كل نصف شخص يعلّمه، ويتعلم النصفان الشيء نفسه.
coteach-alternative = شخص يعلّم الصف، وآخر يعمل مع عدد قليل من الأطفال في الغرفة نفسها.
coteach-team = شخصان يعلّمان الصف كله معًا.

minutes = الدقائق المخطط لها والدقائق المقدَّمة
minutes-part = الدقائق المخطط لها: <b>{ $planned }</b>. الدقائق المقدَّمة: <b>{ $given }</b>.
minutes-whole = قُدِّمت كل الدقائق المخطط لها: <b>{ $planned }</b>.
minutes-since = منذ { $date }.
minutes-weeks = أسبوعًا بعد أسبوع
minutes-week = أسبوع
minutes-planned = المخطط لها
minutes-given = المقدَّمة
# Why some minutes were not given. No blame.
reason-no-school = لم تكن هناك دراسة: { n-minutes }.
reason-staff-away = غاب من يساعد: { n-minutes }.
reason-student-away = غياب { $name }: { n-minutes }.
reason-other = سبب آخر: { n-minutes }.

goal-minutes = الوقت لهذا الهدف: { n-minutes } في الأسبوع تقريبًا.
support-fades = تُخفَّف شيئًا فشيئًا وتنتهي بحلول { $date }.
