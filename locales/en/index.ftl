# The first page: the five questions of a parent, in their order.

week-of = Week of { $date }
doing-well = What { $name } does well
doing = How { $name } is doing
# The goal on its card. $target is short, $by a month with its year. $again is
# `again` where the newest number is as good as the target, but one is not enough.
card-goal = Goal: { $target } by { $by }{ $again ->
    [again] {", on more than one check"}
   *[once] {""}
}.
more-goals = More goals
new = What is new
# Under an update: who wrote it and when.
signed = { $who }, { $date }
all-updates = All updates
no-updates = There is no update yet.
tonight = Tonight, { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
tonight-any = To try at home
all-tips = All tips
meet = When we meet
meet-at = { $date }, { $time }
meet-none = No meeting is planned. You can ask for one at any time.
meeting-planning = Planning meeting
meeting-family = Family meeting
meeting-iep = IEP meeting
meeting-review = Progress review
meet-interpreter = An interpreter will be there. It is free.
call = Who to call
call-first = { $who } keeps { $name }’s plan on track. Call this person first.
call-button = Call { $phone }
write-button = Write to { $email }
call-interpreter = For an interpreter, call { $phone }. It is free.
call-interpreter-paid = For an interpreter, call { $phone }.
speaks = Speaks { $languages }.
voice = In { $name }’s words
hopes = What you hope for
about = About { $name }
