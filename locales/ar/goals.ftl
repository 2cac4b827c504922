# Goals: what they are, where they began, where they are.

# The status of a goal. The team decides it; nothing is computed. Worded so that it
# fits a boy and a girl.
status-met = تحقّق الهدف
status-ahead = أسرع من الخطة
status-on-path = وفق الخطة
status-changing = نغيّر الخطة
status-steady = كما في السابق تقريبًا
status-early = من المبكر الحكم
status-paused = توقّف مؤقت
# A status and the day of the review that says so.
status-dated = { $status } · { $date }

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
goal-iep = ما تقوله خطة التعليم الفردي (IEP)
goal-iep-ref = في خطة التعليم الفردي (IEP): { $ref }
goal-standard = في الصف يتعلّم الجميع: { $what }
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
steps-caption = كيف كانت كل خطوة في آخر القياسات
step-alone = بلا مساعدة
step-help = بمساعدة
# Under a step, where it is not done alone: the kind of help.
step-now = الآن: { $help }
items-known = ما تم تعلّمه حتى الآن
items-next = التالي
items-later = لاحقًا
items-all = كل ما سنتعلّمه

# An amount: what was counted, as a thing. $n is the number that decides the
# plural. An amount stands at the beginning of a sentence or after a colon, so
# مرتان, كلمتان; after خلال: دقيقتين.
#
# $unit is the school's own words for what is counted, with the article: a number
# would decide its form, and they have one form only. So they stand before the
# number: «البطاقات الصحيحة 9 من 20», «عدد التذكيرات 2».
#
# $bound is `least` or `most` where all that is better counts as well. «18 من 20 أو
# أكثر», because «أو أكثر من 20» would say something else.
bound-count = { $bound ->
    [least] {" أو أكثر"}
    [most] {" أو أقل"}
   *[exact] {""}
}
bound-extent = { bound-count }
bound-level = { $bound ->
    [least] {" أو أعلى"}
    [most] {" أو أدنى"}
   *[exact] {""}
}
bound-named = { $bound ->
    [least] {" أو أفضل"}
    [most] {" أو أقل"}
   *[exact] {""}
}
amount-words = <b>{ $n ->
    [zero] ولا كلمة
    [one] كلمة واحدة
    [two] كلمتان
    [few] { $n } كلمات
    [many] { $n } كلمة
   *[other] { $n } كلمة
}{ bound-count }</b> في الدقيقة
amount-fraction-unit = { $unit } <b>{ $n } من { $of }{ bound-count }</b>
amount-fraction = الإجابات الصحيحة <b>{ $n } من { $of }{ bound-count }</b>
amount-checks = <b>{ $n ->
    [zero] ولا مرة
    [one] مرة واحدة
    [two] مرتان
    [few] { $n } مرات
    [many] { $n } مرة
   *[other] { $n } مرة
} من { $of }{ bound-count }</b>
amount-percent = <b>{ $n } في المئة{ bound-extent }</b>
amount-percent-unit = نسبة { $unit } <b>{ $n } في المئة{ bound-extent }</b>
amount-count = <b>{ $n ->
    [zero] ولا مرة
    [one] مرة واحدة
    [two] مرتان
    [few] { $n } مرات
    [many] { $n } مرة
   *[other] { $n } مرة
}{ bound-count }</b>
amount-count-unit = عدد { $unit } <b>{ $n }{ bound-count }</b>
amount-count-window = <b>{ $n ->
    [zero] ولا مرة
    [one] مرة واحدة
    [two] مرتان
    [few] { $n } مرات
    [many] { $n } مرة
   *[other] { $n } مرة
}{ bound-count }</b> خلال { $window ->
    [zero] { $window } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $window } دقائق
    [many] { $window } دقيقة
   *[other] { $window } دقيقة
}
amount-count-unit-window = { amount-count-unit } خلال { $window ->
    [zero] { $window } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $window } دقائق
    [many] { $window } دقيقة
   *[other] { $window } دقيقة
}
amount-rate = <b>{ $n ->
    [zero] ولا مرة
    [one] مرة واحدة
    [two] مرتان
    [few] { $n } مرات
    [many] { $n } مرة
   *[other] { $n } مرة
}{ bound-count }</b> في الدقيقة
amount-rate-unit = { amount-count-unit } في الدقيقة
amount-minutes = <b>{ $n ->
    [zero] { $n } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $n } دقائق
    [many] { $n } دقيقة
   *[other] { $n } دقيقة
}{ bound-extent }</b>
amount-seconds = <b>{ $n ->
    [zero] { $n } ثانية
    [one] ثانية واحدة
    [two] ثانيتان
    [few] { $n } ثوانٍ
    [many] { $n } ثانية
   *[other] { $n } ثانية
}{ bound-extent }</b>
amount-level = <b>المستوى { $n } من { $of }{ bound-level }</b>
amount-steps = <b>{ $n ->
    [zero] ولا خطوة
    [one] خطوة واحدة
    [two] خطوتان
    [few] { $n } خطوات
    [many] { $n } خطوة
   *[other] { $n } خطوة
} من { $of }{ bound-count }</b> بلا مساعدة
amount-score = <b>{ $n ->
    [zero] ولا نقطة
    [one] نقطة واحدة
    [two] نقطتان
    [few] { $n } نقاط
    [many] { $n } نقطة
   *[other] { $n } نقطة
}{ bound-extent }</b>
amount-score-unit = { amount-count-unit }
amount-items = تعلُّم <b>{ $n } من { $of }{ bound-count }</b>
amount-minutes-each = { amount-minutes } في كل مرة
amount-seconds-each = { amount-seconds } في كل مرة
amount-share = <b>{ $n } في المئة{ bound-extent }</b> من الوقت
# After من: دقيقتين.
amount-share-minutes = <b>{ $n } من { $of ->
    [zero] { $of } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $of } دقائق
    [many] { $of } دقيقة
   *[other] { $of } دقيقة
}{ bound-extent }</b>
amount-share-seconds = <b>{ $n } من { $of ->
    [zero] { $of } ثانية
    [one] ثانية واحدة
    [two] ثانيتين
    [few] { $of } ثوانٍ
    [many] { $of } ثانية
   *[other] { $of } ثانية
}{ bound-extent }</b>
# $level is in the school's own words: «إشارة أو نظرة».
amount-named = <b>«{ $level }»{ bound-named }</b>
amount-level-alone = <b>المستوى { $n }{ bound-level }</b>

# The same in short, where the unit has just been said.
short-number = { $n }
short-count = { $n }{ bound-count }
short-extent = { $n }{ bound-extent }
short-fraction = { $n } من { $of }{ bound-count }
short-percent = { $n } في المئة{ bound-extent }
short-level = المستوى { $n }{ bound-level }
short-named = «{ $level }»{ bound-named }

# Then and now. $amount is an amount from above, $before is short. $when is
# `month`, `year` (the month with its year) or `start` (it began this month). $age
# is `old` where the newest number is more than three weeks old: then its $date is
# told.
seen-amount = { $amount }{ $age ->
    [old] {" "}({ $date })
   *[new] {""}
}
began = { $when ->
    [start] في البداية: { $before }.
   *[month] في { $month }: { $before }.
}
now = { seen-amount }. { began }
now-level = { seen-amount }: { $level }. { began }
now-named = { $age ->
    [old] في { $date }: { $amount }.
   *[new] الآن: { $amount }.
} { began }
few = حتى الآن: { seen-amount }. ما زال الوقت مبكرًا لقول المزيد.
none = لم نبدأ بعد قياس التقدّم في هذا الهدف.

# Above the chart. $start is an amount, $now, $aim and $target are short.
# $start stands after a colon (not after من), so that مرتان is right.
caption = { $when ->
    [start] في البداية
   *[month] البداية في { $month }
}: { $start }. { $age ->
    [old] وفي { $date }
   *[new] { $when ->
        [start] والآن
       *[month] وفي { $now-month }
    }
}: { $now }.
# $aim was hoped for on the day of the newest number; that is long ago where $age
# is `old`. $time is `over` once the day $by has passed, and
# `reached` where the newest number is as good as the target.
hoped = كنا نأمل { $pronoun ->
    [he] أن يصل { $name }
    [she] أن تصل { $name }
   *[they] الوصول
} { $age ->
    [old] بحلول { $date }
   *[new] الآن
} إلى { $aim }. { hope }
hope = { $time ->
    [over] كنا نأمل { $pronoun ->
        [he] أن يصل { $name }
        [she] أن تصل { $name }
       *[they] الوصول
    } إلى { $target } بحلول { $by }.
    [reached] الهدف بحلول { $by } هو { $target }.
   *[open] نأمل { $pronoun ->
        [he] أن يصل { $name }
        [she] أن تصل { $name }
       *[they] الوصول
    } إلى { $target } بحلول { $by }.
}
heading-up = ارتفعت الأرقام خلال هذه الأسابيع.
heading-down = انخفضت الأرقام خلال هذه الأسابيع.
heading-steady = بقيت الأرقام على حالها تقريبًا خلال هذه الأسابيع.
heading-unclear = الأرقام ترتفع حينًا وتنخفض حينًا، ولم يظهر اتجاه واضح بعد.
# $target is an amount with its «أو أكثر». $run is `once`, `all` (every one of $of
# checks in a row) or `some` ($times of them).
mastery = شرط تحقيق الهدف: { $target }{ $run ->
    [once] . تكفي مرة واحدة.
    [all] ، في { $of ->
        [zero] { $of } قياس
        [one] قياس واحد
        [two] قياسين متتاليين
        [few] { $of } قياسات متتالية
        [many] { $of } قياسًا متتاليًا
       *[other] { $of } قياس متتالٍ
    }.
   *[some] ، في { $times ->
        [zero] { $times } قياس
        [one] قياس واحد
        [two] قياسين
        [few] { $times } قياسات
        [many] { $times } قياسًا
       *[other] { $times } قياس
    } من كل { $of } متتالية.
}

# On the chart: as short as possible.
chart-start = البداية { $value }
chart-goal = الهدف { $value }
chart-aim = المأمول
chart-trend = المسار الفعلي
axis-words = كلمات صحيحة في دقيقة
axis-percent = النسبة المئوية
axis-percent-unit = نسبة { $unit }
axis-count-unit = عدد { $unit }
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
axis-share = نسبة الوقت
axis-prompt = قدر المساعدة: 1 هو الأكثر
axis-attainment = 0 هو ما نتوقعه

# Under the chart: what a shape stands for and, for a place, the newest result.
key-setting = { $setting ->
    [small-group] مجموعة صغيرة
    [class] في الصف
   *[elsewhere] في مكان آخر
}: { $result } ({ $date })
key-open = النقطة المفرغة: انتهى الوقت قبل أن تحصل البداية، والزمن الحقيقي أطول.
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
decision-adjust = نغيّر الخطة.
decision-raise = نطمح إلى المزيد.
decision-transition = ننتقل إلى المرحلة التالية من الدعم.
decision-met = تحقّق الهدف.
decision-end = ننهي العمل على هذا الهدف.
decided = قررنا ذلك معًا في { $date }.
decision-from = ابتداءً من { $date }: { $what }
decision-next = الخطوة التالية: { $what }

# Days on which a skill that was reached is looked at again. $floor and $result
# are amounts, $floor with its «أو أكثر».
keeping-floor = نتحقق في هذه الأيام من بقاء المهارة: { $floor }.
keeping-seen = { $date }: { $result }
keeping-planned = { $date }: مخطط له
keeping-unseen = { $date }: لم نتحقق بعد

# What is expected of most children of the class; $expected is an amount.
benchmark = يُتوقع أن يصل معظم الأطفال إلى هذا بحلول { $date }: { $expected }.
benchmark-source = المصدر: { $source }

# The chart for those who do not see it; the sentences above it are not said again.
# $low and $high are results, $from and $to days.
chart-points = { $count ->
    [zero] لا قياسات حتى { $to }.
    [one] قياس واحد في { $to }: { $high }.
    [two] قياسان من { $from } إلى { $to }. الأدنى: { $low }. الأعلى: { $high }.
    [few] { $count } قياسات من { $from } إلى { $to }. الأدنى: { $low }. الأعلى: { $high }.
    [many] { $count } قياسًا من { $from } إلى { $to }. الأدنى: { $low }. الأعلى: { $high }.
   *[other] { $count } قياس من { $from } إلى { $to }. الأدنى: { $low }. الأعلى: { $high }.
}
