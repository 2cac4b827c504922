# The first page: the five questions of a parent, in their order.

week-of = أسبوع { $date }
doing-well = ما يميّز { $name }
doing = كيف حال { $name }
card-goal = الهدف: { $target } بحلول { $by }{ $again ->
    [again] {"، في أكثر من قياس"}
   *[once] {""}
}.
more-goals = أهداف أخرى
new = ما الجديد
# Under an update: who wrote it and when.
signed = { $who }، { $date }
all-updates = كل الأخبار
no-updates = لا توجد أخبار بعد.
tonight = الليلة، { $minutes ->
    [zero] { $minutes } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $minutes } دقائق
    [many] { $minutes } دقيقة
   *[other] { $minutes } دقيقة
}
tonight-any = جرّبوا هذا في البيت
all-tips = كل الأفكار للبيت
meet = متى نلتقي
meet-at = { $date }، الساعة { $time }
meet-none = لم يُحدَّد لقاء بعد. يمكنكم أن تطلبوا لقاءً في أي وقت.
meeting-planning = اجتماع للتخطيط
meeting-family = لقاء مع العائلة
meeting-iep = اجتماع خطة التعليم الفردي (IEP)
meeting-review = مراجعة التقدّم
meet-interpreter = سيكون معكم مترجم، والخدمة مجانية.
call = بمن تتصلون
# $who is a man, a woman or the school: no verb that would have to agree.
call-first = متابعة خطة { $name } من مسؤولية { $who }. اتصلوا بهذا الرقم أولًا.
call-button = اتصلوا على { $phone }
write-button = اكتبوا إلى { $email }
call-interpreter = إذا احتجتم إلى مترجم، فاتصلوا على الرقم { $phone }. الخدمة مجانية.
call-interpreter-paid = إذا احتجتم إلى مترجم، فاتصلوا على الرقم { $phone }.
# A man or a woman speaks them: a noun instead of a verb.
speaks = اللغات: { $languages }.
voice = بكلمات { $name }
hopes = ما تأملونه
about = عن { $name }
