# Reviews: what the team decided, and finished goals. Meetings are at the end.

page-reviews = المراجعات
reviews-lead = ما قررناه معًا. الأحدث أولًا.
reviews-none = لا توجد مراجعة بعد.
review-formal = مراجعة التقدّم
review-brief = مراجعة قصيرة
review-title = مراجعة التقدّم، { $date }
review-title-brief = مراجعة قصيرة، { $date }
review-period = راجعنا الفترة من { $from } إلى { $to }.
review-decided = ما قررناه
review-said = ما تحدثنا عنه أيضًا
review-present = من حضر
review-next = المراجعة القادمة
review-next-none = لم يُحدَّد موعد بعد.
review-ask = يمكنكم أن تسألوا عن أي شيء هنا في أي وقت.

# The table of decisions: as short as possible.
verdict-continue = نواصل
verdict-adjust = نغيّر الخطة
verdict-raise = نطمح إلى المزيد
verdict-transition = المرحلة التالية من الدعم
verdict-met = تحقّق الهدف
verdict-end = انتهى الهدف

# The numbers of the time that a review looks back on. $n is how many checks.
# $first is an amount from goals.ftl, $last is short.
span = { $n ->
    [zero] { $n } قياس
    [one] قياس واحد
    [two] قياسان
    [few] { $n } قياسات
    [many] { $n } قياسًا
   *[other] { $n } قياس
} في هذه الفترة. في البداية: { $first }. في النهاية: <b>{ $last }</b>.
span-none = لم يكن هناك أي قياس في هذه الفترة.

# People without a name of their own in a list.
party-family = العائلة
party-mother = والدة { $name }
party-father = والد { $name }
party-interpreter = مترجم

# Goals that have ended.
page-finished = أهداف انتهت
# No verb that would have to agree with the child.
finished-lead = أهداف عملنا عليها مع { $name } من قبل.
finished-met = تحقّق هذا الهدف في { $date }. مبروك { $name }!
finished-on = أنهينا العمل على هذا الهدف في { $date }.

# What the family asked for, and what the school did.
asks = ما طلبتموه
you-asked = طلبتم: { $what }
we-did = ما فعلناه: { $what }

# Meetings.
meet-who = مع { $who }
meet-booked = تم حجز مترجم للغة { $language }. الخدمة مجانية.
planning-week = يخطط فريق المدرسة معًا كل أسبوع. المرة القادمة: { $date }.
planning-two-weeks = يخطط فريق المدرسة معًا كل أسبوعين. المرة القادمة: { $date }.
planning-month = يخطط فريق المدرسة معًا كل شهر. المرة القادمة: { $date }.
planning-once = يخطط فريق المدرسة معًا في هذا اليوم: { $date }.
