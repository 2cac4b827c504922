# Goals: what they are, where they began, where they are.

# How a goal stands. The team decides; nothing is computed.
status-met = Goal met
status-ahead = Ahead of plan
status-on-path = On the path
status-changing = We are changing something
status-steady = About the same
status-early = Too soon to tell
status-paused = Paused

goal-why = Why it matters
goal-what = The goal
goal-where-used = Where it helps in life
goal-now = { $pronoun ->
    [he] Where he is now
    [she] Where she is now
   *[they] Where they are now
}
goal-how-checked = How we check
goal-helps = What helps at school
goal-changed = What changed
goal-decision = Our decision
goal-home = At home
goal-work = { $name }’s own work
goal-more = More about this goal
goal-iep = The words of the IEP
goal-iep-ref = In the IEP: { $ref }
goal-standard = In class this is: { $what }
goal-benchmarks = What is expected of most children
goal-keeping = Keeping the skill
goal-agreed = We agreed on this goal on { $date }.
goal-agreed-with = We agreed on this goal on { $date }: { $people }.
goal-agreed-by = Agreed by: { $people }.
goal-owners = { $people } work on it together.
goal-owner = { $people } works on it.
all-numbers = All the numbers
levels = What the levels mean
levels-help = Kinds of help, most help first
steps = The steps
steps-caption = How each step went in the newest checks
step-alone = alone
step-help = with help
# Under a step, where it is not done alone: the kind of help.
step-now = now: { $help }
items-known = Learned so far
items-next = Next
items-later = Later
items-all = All there is to learn

# An amount: what was counted, as a thing. $n is the number that decides the
# plural. $unit is the school's own words for what is counted.
amount-words = <b>{ $n ->
    [one] { $n } word
   *[other] { $n } words
}</b> in a minute
amount-fraction-unit = <b>{ $n } of { $of }</b> { $unit }
amount-fraction = <b>{ $n } of { $of }</b> right
amount-checks = <b>{ $n } of { $of }</b> checks
amount-percent = <b>{ $n } percent</b>
amount-percent-unit = <b>{ $n } percent</b> { $unit }
amount-count = <b>{ $n ->
    [one] { $n } time
   *[other] { $n } times
}</b>
amount-count-unit = <b>{ $n }</b> { $unit }
amount-count-window = <b>{ $n ->
    [one] { $n } time
   *[other] { $n } times
}</b> in { $window ->
    [one] { $window } minute
   *[other] { $window } minutes
}
amount-count-unit-window = <b>{ $n }</b> { $unit } in { $window ->
    [one] { $window } minute
   *[other] { $window } minutes
}
amount-rate = <b>{ $n ->
    [one] { $n } time
   *[other] { $n } times
}</b> a minute
amount-rate-unit = <b>{ $n }</b> { $unit } a minute
amount-minutes = <b>{ $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}</b>
amount-seconds = <b>{ $n ->
    [one] { $n } second
   *[other] { $n } seconds
}</b>
amount-level = <b>Level { $n } of { $of }</b>
amount-steps = <b>{ $n } of { $of } steps</b> alone
amount-score = <b>{ $n }</b>
amount-score-unit = <b>{ $n }</b> { $unit }
amount-items = <b>{ $n } of { $of }</b> learned
amount-minutes-each = <b>{ $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}</b> each time
amount-seconds-each = <b>{ $n ->
    [one] { $n } second
   *[other] { $n } seconds
}</b> each time
amount-share = <b>{ $n } percent</b> of the time
amount-share-minutes = <b>{ $n } of { $of ->
    [one] { $of } minute
   *[other] { $of } minutes
}</b>
amount-share-seconds = <b>{ $n } of { $of ->
    [one] { $of } second
   *[other] { $of } seconds
}</b>
# $level is in the school's own words: "a point or a look".
amount-named = <b>“{ $level }”</b>
amount-level-alone = <b>Level { $n }</b>

# The same in short, where the unit has just been said.
short-number = { $n }
short-fraction = { $n } of { $of }
short-percent = { $n } percent
short-level = level { $n }
short-named = “{ $level }”

# Then and now. $amount is an amount from above, $before is short. $when is
# `month`, `year` (the month with its year) or `start` (it began this month).
# $month-number is 1 to 12, for languages that change the month's name.
now = { $amount }. { $when ->
    [start] At the start: { $before }.
   *[month] In { $month }: { $before }.
}
now-level = { $amount }: { $level }. { $when ->
    [start] At the start: { $before }.
   *[month] In { $month }: { $before }.
}
now-named = Now: { $amount }. { $when ->
    [start] At the start: { $before }.
   *[month] In { $month }: { $before }.
}
few = So far: { $amount }. It is too soon to tell more.
none = We have not started to check this yet.

# Above the chart. $start is an amount, $now, $aim and $target are short.
caption = From { $start } in { $month } to { $now } in { $now-month }.
caption-start = From { $start } at the start to { $now } now.
hoped = We hoped for { $aim } by now, and for { $target } by { $by }.
hope = We hope for { $target } by { $by }.
heading-up = Over these weeks the numbers are going up.
heading-down = Over these weeks the numbers are going down.
heading-steady = Over these weeks the numbers stay the same.
heading-unclear = The numbers go up and down. There is no clear direction yet.
mastery = The goal is met at { $target } on { $times } of { $of } checks in a row.
mastery-once = The goal is met at { $target }.

# On the chart: as short as can be.
chart-start = { $value } start
chart-aim = hoped for
chart-trend = pace so far
axis-words = words right in one minute
axis-percent = how many of every 100
axis-percent-unit = { $unit }, of every 100
axis-count-unit = { $unit }
axis-count = how many times
axis-count-window = how many times in { $window ->
    [one] { $window } minute
   *[other] { $window } minutes
}
axis-rate = how many times a minute
axis-minutes = minutes
axis-seconds = seconds
axis-level = level
axis-steps = steps done alone
axis-score = points
axis-items = how many are learned
axis-minutes-each = minutes each time
axis-seconds-each = seconds each time
axis-share = how much of the time, of every 100
axis-prompt = how much help: 1 is the most
axis-attainment = 0 is what we expect

# Under the chart: what a shape stands for and, for a place, the newest result.
key-setting = { $setting ->
    [small-group] Small group
    [class] In class
   *[elsewhere] Elsewhere
}: { $result } ({ $date })
key-open = Open dot: it had not begun by then. The true time is longer.
baseline-note = At the start: { $note }

# The table of numbers.
column-date = Date
column-value = Result
column-setting = Where
setting = { $setting ->
    [small-group] small group
    [class] class
   *[elsewhere] elsewhere
}
# A value at the longest time that is measured: it had not begun by then.
value-capped = { $amount } or longer

# A change of plan: the day, what is done now, and why.
change = From { $date }: { $to }
change-from-to = From { $date }: { $to }. Before: { $from }

decision-continue = We keep going with the same plan.
decision-adjust = We change something.
decision-raise = We aim higher.
decision-transition = This help takes the next step.
decision-met = The goal is met.
decision-end = We end this goal.
decided = Decided together on { $date }.
decision-from = From { $date }: { $what }
decision-next = What comes next: { $what }

# Days on which a skill that was reached is looked at again. $floor and $result
# are amounts.
keeping-floor = We check on these days that the skill stays: { $floor }, or better.
keeping-seen = { $date }: { $result }
keeping-planned = { $date }: planned
keeping-unseen = { $date }: not checked yet

# What is expected of most children of the class; $expected is an amount.
benchmark = Most children are expected to reach this by { $date }: { $expected }.
benchmark-source = Source: { $source }

# The chart for those who do not see it; the sentences above it are not said again.
# $low and $high are results, $from and $to days.
chart-points = { $count ->
    [one] One check, on { $to }: { $high }.
   *[other] { $count } checks, from { $from } to { $to }. The lowest is { $low }, the highest is { $high }.
}
