# Changes of setting, grade, school or program.

page-changes = التغييرات
changes-lead = ما يبقى كما هو، وما سيختلف، ولماذا.
changes-none = لا يوجد تغيير قادم.
changes-earlier = تغييرات سابقة
all-changes = المزيد عن هذا التغيير
change-coming = تغيير قادم
change-from = ابتداءً من { $date }
change-since = منذ { $date }
change-setting = مكان المساعدة
change-grade = صف دراسي جديد
change-school = مدرسة جديدة
change-program = برنامج جديد
change-same = ما يبقى كما هو
change-before = قبل التغيير
change-after = بعد التغيير
change-why = لماذا
change-team = الشخص المسؤول بعد التغيير
change-first-weeks = مساعدة في الأسابيع الأولى
change-watch = علامات أن الأمور تسير جيدًا
change-materials = ما ينتقل مع { $name }
change-checks = نراجع معًا كيف تسير الأمور في: { $dates }.
change-window = الأسابيع الأربعة الأولى بعد التغيير
# The newest result since a change, and the last one before it. $now is an
# amount from goals.ftl, $before is short.
change-numbers = { $now } في { $now-date }. قبل التغيير، في { $date }: { $before }.
change-grade-name = الصف { $grade }

# How much help there is. $what is a kind of help, such as “In-class support”.
help-times = { $what }، { $times ->
    [zero] { $times } مرة
    [one] مرة واحدة
    [two] مرتين
    [few] { $times } مرات
    [many] { $times } مرة
   *[other] { $times } مرة
} في الأسبوع
help-minutes = { $what }، لمدة { $minutes ->
    [zero] { $minutes } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $minutes } دقائق
    [many] { $minutes } دقيقة
   *[other] { $minutes } دقيقة
} في كل مرة
help-times-minutes = { $what }، { $times ->
    [zero] { $times } مرة
    [one] مرة واحدة
    [two] مرتين
    [few] { $times } مرات
    [many] { $times } مرة
   *[other] { $times } مرة
} في الأسبوع، لمدة { $minutes ->
    [zero] { $minutes } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $minutes } دقائق
    [many] { $minutes } دقيقة
   *[other] { $minutes } دقيقة
} في كل مرة

# What has to be done before the change.
change-steps = ما سنفعله قبل ذلك اليوم
change-steps-behind = ما فعلناه قبل التغيير
step-done = تم
step-by = بحلول { $date }
step-told = أخبرناكم في { $date }
step-goals = راجعنا الأهداف معًا

# On a chart: as short as possible.
turn-push-in = داخل الصف
turn-pull-out = مجموعة صغيرة
turn-blended = الصف ومجموعة
turn-consult = مشورة للمعلمين
turn-setting = مكان جديد
