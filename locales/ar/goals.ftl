# Goals: what they are, where they began, where they are.

# How a goal stands. The team decides; nothing is computed. Worded so that it
# fits a boy and a girl.
status-met = تحقّق الهدف
status-ahead = أسرع من الخطة
status-on-path = على الطريق إلى الهدف
status-changing = نغيّر شيئًا
status-steady = كما في السابق تقريبًا
status-early = من المبكر الحكم
status-paused = توقّف مؤقت

goal-why = لماذا هذا الهدف مهم
goal-what = الهدف
goal-where-used = أين يفيد هذا في الحياة
goal-now = { $pronoun ->
    [he] أين وصل الآن
    [she] أين وصلت الآن
   *[they] أين وصلنا الآن
}
goal-how-checked = كيف نتحقق
goal-helps = ما الذي يساعد في المدرسة
goal-changed = ما الذي تغيّر
goal-decision = قرارنا
goal-home = في البيت
goal-work = من أعمال { $name }
goal-more = المزيد عن هذا الهدف
goal-iep = نص خطة التعليم الفردي (IEP)
goal-iep-ref = في خطة التعليم الفردي (IEP): { $ref }
goal-standard = هذا في دروس الصف: { $what }
goal-benchmarks = ما يُتوقع من معظم الأطفال
goal-keeping = الحفاظ على المهارة
goal-agreed = اتفقنا على هذا الهدف في { $date }.
goal-agreed-with = اتفقنا على هذا الهدف في { $date }: { $people }.
goal-agreed-by = المتفقون على هذا الهدف: { $people }.
# Nouns, because verbs would have to agree with the people.
goal-owners = الفريق الذي يعمل على هذا الهدف: { $people }.
goal-owner = من يعمل على هذا الهدف: { $people }.
all-numbers = كل الأرقام
levels = ماذا تعني المستويات
levels-help = أنواع المساعدة، من الأكثر إلى الأقل
steps = الخطوات
steps-caption = كيف كانت كل خطوة في آخر المتابعات
step-alone = بلا مساعدة
step-help = بمساعدة
# Under a step, where it is not done alone: the kind of help.
step-now = الآن: { $help }
items-known = ما تم تعلّمه حتى الآن
items-next = التالي
items-later = لاحقًا
items-all = كل ما سنتعلّمه

# An amount: what was counted, as a thing. $n is the number that decides the
# plural. $unit is the school's own words for what is counted. An amount stands
# at the beginning of a sentence or after a colon, so مرتان, كلمتان; after خلال:
# دقيقتين.
amount-words = <b>{ $n ->
    [zero] { $n } كلمة
    [one] كلمة واحدة
    [two] كلمتان
    [few] { $n } كلمات
    [many] { $n } كلمة
   *[other] { $n } كلمة
}</b> في الدقيقة
amount-fraction-unit = <b>{ $n } من { $of }</b> { $unit }
amount-fraction = <b>{ $n } من { $of }</b> صحيحة
amount-checks = <b>{ $n ->
    [zero] { $n } مرة
    [one] مرة واحدة
    [two] مرتان
    [few] { $n } مرات
    [many] { $n } مرة
   *[other] { $n } مرة
} من { $of }</b>
amount-percent = <b>{ $n } في المئة</b>
amount-percent-unit = <b>{ $n } من كل 100</b> { $unit }
amount-count = <b>{ $n ->
    [zero] { $n } مرة
    [one] مرة واحدة
    [two] مرتان
    [few] { $n } مرات
    [many] { $n } مرة
   *[other] { $n } مرة
}</b>
amount-count-unit = <b>{ $n }</b> { $unit }
amount-count-window = <b>{ $n ->
    [zero] { $n } مرة
    [one] مرة واحدة
    [two] مرتان
    [few] { $n } مرات
    [many] { $n } مرة
   *[other] { $n } مرة
}</b> خلال { $window ->
    [zero] { $window } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $window } دقائق
    [many] { $window } دقيقة
   *[other] { $window } دقيقة
}
amount-count-unit-window = <b>{ $n }</b> { $unit } خلال { $window ->
    [zero] { $window } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $window } دقائق
    [many] { $window } دقيقة
   *[other] { $window } دقيقة
}
amount-rate = <b>{ $n ->
    [zero] { $n } مرة
    [one] مرة واحدة
    [two] مرتان
    [few] { $n } مرات
    [many] { $n } مرة
   *[other] { $n } مرة
}</b> في الدقيقة
amount-rate-unit = <b>{ $n }</b> { $unit } في الدقيقة
amount-minutes = <b>{ $n ->
    [zero] { $n } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $n } دقائق
    [many] { $n } دقيقة
   *[other] { $n } دقيقة
}</b>
amount-seconds = <b>{ $n ->
    [zero] { $n } ثانية
    [one] ثانية واحدة
    [two] ثانيتان
    [few] { $n } ثوانٍ
    [many] { $n } ثانية
   *[other] { $n } ثانية
}</b>
amount-level = <b>المستوى { $n } من { $of }</b>
# «تُكمل وحدها 6 خطوات من 8»; after a verb or في: خطوتين.
amount-steps = { $pronoun ->
    [he] يُكمل وحده
    [she] تُكمل وحدها
   *[they] اعتماد على النفس في
} <b>{ $n ->
    [zero] { $n } خطوة
    [one] خطوة واحدة
    [two] خطوتين
    [few] { $n } خطوات
    [many] { $n } خطوة
   *[other] { $n } خطوة
} من { $of }</b>
amount-score = <b>{ $n }</b>
amount-score-unit = <b>{ $n }</b> { $unit }
amount-items = تعلُّم <b>{ $n } من { $of }</b>
amount-minutes-each = <b>{ $n ->
    [zero] { $n } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $n } دقائق
    [many] { $n } دقيقة
   *[other] { $n } دقيقة
}</b> في كل مرة
amount-seconds-each = <b>{ $n ->
    [zero] { $n } ثانية
    [one] ثانية واحدة
    [two] ثانيتان
    [few] { $n } ثوانٍ
    [many] { $n } ثانية
   *[other] { $n } ثانية
}</b> في كل مرة
amount-share = <b>{ $n } في المئة</b> من الوقت
# After من: دقيقتين.
amount-share-minutes = <b>{ $n } من { $of ->
    [zero] { $of } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $of } دقائق
    [many] { $of } دقيقة
   *[other] { $of } دقيقة
}</b>
amount-share-seconds = <b>{ $n } من { $of ->
    [zero] { $of } ثانية
    [one] ثانية واحدة
    [two] ثانيتين
    [few] { $of } ثوانٍ
    [many] { $of } ثانية
   *[other] { $of } ثانية
}</b>
# $level is in the school's own words: «إشارة أو نظرة».
amount-named = <b>«{ $level }»</b>
amount-level-alone = <b>المستوى { $n }</b>

# The same in short, where the unit has just been said.
short-number = { $n }
short-fraction = { $n } من { $of }
short-percent = { $n } في المئة
short-level = المستوى { $n }
short-named = «{ $level }»

# Then and now. $amount is an amount from above, $before is short. $when is
# `month`, `year` (the month with its year) or `start` (it began this month).
now = { $amount }. { $when ->
    [start] في البداية: { $before }.
   *[month] في { $month }: { $before }.
}
now-level = { $amount }: { $level }. { $when ->
    [start] في البداية: { $before }.
   *[month] في { $month }: { $before }.
}
now-named = الآن: { $amount }. { $when ->
    [start] في البداية: { $before }.
   *[month] في { $month }: { $before }.
}
few = حتى الآن: { $amount }. ما زال الوقت مبكرًا لقول المزيد.
none = لم نبدأ بعد قياس التقدّم في هذا الهدف.

# Above the chart. $start is an amount, $now, $aim and $target are short.
# $start stands after a colon (not after من), so that مرتان is right.
caption = البداية في { $month }: { $start }. وفي { $now-month }: { $now }.
caption-start = في البداية: { $start }. والآن: { $now }.
hoped = كنا نأمل أن نصل الآن إلى { $aim }، ونأمل أن نصل إلى { $target } بحلول { $by }.
hope = نأمل أن نصل إلى { $target } بحلول { $by }.
heading-up = الأرقام ترتفع خلال هذه الأسابيع.
heading-down = الأرقام تنخفض خلال هذه الأسابيع.
heading-steady = الأرقام ثابتة خلال هذه الأسابيع.
heading-unclear = الأرقام ترتفع حينًا وتنخفض حينًا، ولم يظهر اتجاه واضح بعد.
# $target is an amount. «… مرتين متتاليتين»، «… 4 مرات من 5 متتالية».
mastery = يتحقق الهدف عندما نرى هذه النتيجة { $times ->
    [zero] { $times } مرة من { $of } متتالية
    [one] مرة واحدة من كل { $of }
    [two] { $of ->
        [zero] مرتين من { $of } متتالية
        [one] مرتين من { $of } متتالية
        [two] مرتين متتاليتين
        [few] مرتين من { $of } متتالية
        [many] مرتين من { $of } متتالية
       *[other] مرتين من { $of } متتالية
    }
    [few] { $times } مرات من { $of } متتالية
    [many] { $times } مرة من { $of } متتالية
   *[other] { $times } مرة من { $of } متتالية
}: { $target }.
mastery-once = يتحقق الهدف عند هذه النتيجة: { $target }.

# On the chart: as short as can be.
chart-start = البداية { $value }
chart-aim = المأمول
chart-trend = المسار الفعلي
axis-words = كلمات صحيحة في دقيقة
axis-percent = كم من كل 100
# $unit follows a number: «كم من كل 100 بطاقة صحيحة».
axis-percent-unit = كم من كل 100 { $unit }
axis-count-unit = كم { $unit }
axis-count = عدد المرات
axis-count-window = عدد المرات خلال { $window ->
    [zero] { $window } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $window } دقائق
    [many] { $window } دقيقة
   *[other] { $window } دقيقة
}
axis-rate = عدد المرات في الدقيقة
axis-minutes = الدقائق
axis-seconds = الثواني
axis-level = المستوى
axis-steps = { $pronoun ->
    [he] خطوات يُكملها وحده
    [she] خطوات تُكملها وحدها
   *[they] خطوات بلا مساعدة
}
axis-score = النقاط
axis-items = عدد ما تعلّمناه
axis-minutes-each = الدقائق في كل مرة
axis-seconds-each = الثواني في كل مرة
axis-share = كم من كل 100 جزء من الوقت
axis-prompt = قدر المساعدة: 1 هو الأكثر
axis-attainment = 0 هو ما نتوقعه

# Under the chart: what a shape stands for and, for a place, the newest result.
key-setting = { $setting ->
    [small-group] مجموعة صغيرة
    [class] في الصف
   *[elsewhere] في مكان آخر
}: { $result } ({ $date })
key-open = النقطة المفرغة: لم تكن البداية قد حصلت حتى ذلك الوقت، والزمن الحقيقي أطول.
baseline-note = في البداية: { $note }

# The table of numbers.
column-date = التاريخ
column-value = النتيجة
column-setting = أين
setting = { $setting ->
    [small-group] مجموعة صغيرة
    [class] الصف
   *[elsewhere] مكان آخر
}
# A value at the longest time that is measured: it had not begun by then.
value-capped = { $amount } أو أكثر

# A change of plan: the day, what is done now, and why.
change = ابتداءً من { $date }: { $to }
change-from-to = ابتداءً من { $date }: { $to }. قبل ذلك: { $from }

decision-continue = نواصل الخطة نفسها.
decision-adjust = نغيّر شيئًا في الخطة.
decision-raise = نطمح إلى المزيد.
decision-transition = تنتقل هذه المساعدة إلى خطوتها التالية.
decision-met = تحقّق الهدف.
decision-end = ننهي العمل على هذا الهدف.
decided = قررنا ذلك معًا في { $date }.
decision-from = ابتداءً من { $date }: { $what }
decision-next = الخطوة التالية: { $what }

# Days on which a skill that was reached is looked at again. $floor and $result
# are amounts.
keeping-floor = نتحقق في هذه الأيام من بقاء المهارة: { $floor } أو أفضل.
keeping-seen = { $date }: { $result }
keeping-planned = { $date }: مخطط له
keeping-unseen = { $date }: لم نتحقق بعد

# What is expected of most children of the class; $expected is an amount.
benchmark = يُتوقع أن يصل معظم الأطفال إلى هذا بحلول { $date }: { $expected }.
benchmark-source = المصدر: { $source }

# The chart for those who do not see it; the sentences above it are not said again.
# $low and $high are results, $from and $to days.
chart-points = { $count ->
    [zero] لا متابعات حتى { $to }.
    [one] متابعة واحدة في { $to }: { $high }.
    [two] متابعتان من { $from } إلى { $to }. الأدنى: { $low }. الأعلى: { $high }.
    [few] { $count } متابعات من { $from } إلى { $to }. الأدنى: { $low }. الأعلى: { $high }.
    [many] { $count } متابعة من { $from } إلى { $to }. الأدنى: { $low }. الأعلى: { $high }.
   *[other] { $count } متابعة من { $from } إلى { $to }. الأدنى: { $low }. الأعلى: { $high }.
}
