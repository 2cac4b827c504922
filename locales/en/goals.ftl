# Goals: what they are, where they began, where they are.

# The status of a goal. The team decides it; nothing is computed.
status-met = Goal met
status-ahead = Ahead of plan
status-on-path = On track
status-changing = We are changing the plan
status-steady = About the same
status-early = Too soon to tell
status-paused = Paused
# A status and the day of the review that decided it.
status-dated = { $status } · { $date }

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
goal-iep = IEP wording
goal-iep-ref = In the IEP: { $ref }
goal-standard = In class, everyone is learning to: { $what }
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
steps-caption = How each step went in the latest checks
step-alone = alone
step-help = with help
# Under a step, where it is not done alone: the kind of help.
step-now = now: { $help }
items-known = Learned so far
items-next = Next
items-later = Later
items-all = All there is to learn

# An amount: what was counted, as a thing. $n is the number that decides the
# plural. Amounts begin in lower case, so that they can be anywhere; where one
# begins a sentence, its first letter is made large.
#
# $unit is the school's own wording for what is counted, a noun in the plural, in
# the one form that the school wrote. So it never follows a number that could be
# one: "9 of 20 word cards right", "2 reminders", "1 or fewer reminders", but
# "Reminders: 1" where $place is `first` (a sentence begins with it), and else
# "1 (reminders)".
#
# $bound is `least` or `most` where everything better counts, too: "18 or more
# of 20", "2 or fewer". These are the endings for things, for time and parts of a
# hundred, for levels, and for what has a name in place of a number.
bound-count = { $bound ->
    [least] {" or more"}
    [most] {" or fewer"}
   *[exact] {""}
}
bound-extent = { $bound ->
    [least] {" or more"}
    [most] {" or less"}
   *[exact] {""}
}
bound-level = { $bound ->
    [least] {" or higher"}
    [most] {" or lower"}
   *[exact] {""}
}
bound-named = { $bound ->
    [least] {" or better"}
    [most] {" or less"}
   *[exact] {""}
}
amount-words = <b>{ $n ->
    [one] { $n } word
   *[other] { $n } words
}{ bound-count }</b> in a minute
amount-fraction-unit = <b>{ $n }{ bound-count } of { $of }</b> { $unit }
amount-fraction = <b>{ $n }{ bound-count } of { $of }</b> right
amount-checks = <b>{ $n }{ bound-count } of { $of }</b> moments
amount-percent = <b>{ $n } percent{ bound-extent }</b>
amount-percent-unit = <b>{ $n } percent{ bound-extent }</b> of { $unit }
amount-count = <b>{ $n ->
    [one] { $n } time
   *[other] { $n } times
}{ bound-count }</b>
amount-count-unit = { $bound ->
    [least] <b>{ $n } or more</b> { $unit }
    [most] <b>{ $n } or fewer</b> { $unit }
   *[exact] { $n ->
        [one] { $place ->
            [first] { $unit }: <b>{ $n }</b>
           *[inside] <b>{ $n }</b> ({ $unit })
        }
       *[other] <b>{ $n }</b> { $unit }
    }
}
amount-count-window = <b>{ $n ->
    [one] { $n } time
   *[other] { $n } times
}{ bound-count }</b> in { $window ->
    [one] { $window } minute
   *[other] { $window } minutes
}
amount-count-unit-window = { amount-count-unit } in { $window ->
    [one] { $window } minute
   *[other] { $window } minutes
}
amount-rate = <b>{ $n ->
    [one] { $n } time
   *[other] { $n } times
}{ bound-count }</b> a minute
amount-rate-unit = { amount-count-unit } a minute
amount-minutes = <b>{ $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}{ bound-extent }</b>
amount-seconds = <b>{ $n ->
    [one] { $n } second
   *[other] { $n } seconds
}{ bound-extent }</b>
amount-level = <b>level { $n } of { $of }{ bound-level }</b>
amount-steps = <b>{ $n }{ bound-count } of { $of } steps</b> alone
amount-score = <b>{ $n ->
    [one] { $n } point
   *[other] { $n } points
}{ bound-extent }</b>
amount-score-unit = { amount-count-unit }
amount-items = <b>{ $n }{ bound-count } of { $of }</b> learned
amount-minutes-each = { amount-minutes } each time
amount-seconds-each = { amount-seconds } each time
amount-share = <b>{ $n } percent{ bound-extent }</b> of the time
amount-share-minutes = <b>{ $n }{ bound-extent } of { $of ->
    [one] { $of } minute
   *[other] { $of } minutes
}</b>
amount-share-seconds = <b>{ $n }{ bound-extent } of { $of ->
    [one] { $of } second
   *[other] { $of } seconds
}</b>
# $level is the school's own wording: "a point or a look".
amount-named = <b>“{ $level }”{ bound-named }</b>
amount-level-alone = <b>level { $n }{ bound-level }</b>

# The same in short, after text that has the unit.
short-number = { $n }
short-count = { $n }{ bound-count }
short-extent = { $n }{ bound-extent }
short-fraction = { $n }{ bound-count } of { $of }
short-percent = { $n } percent{ bound-extent }
short-level = level { $n }{ bound-level }
short-named = “{ $level }”{ bound-named }

# Then and now. $amount is an amount from above, $before is short. $when is
# `month`, `year` (the month with its year) or `start` (it began this month).
# $month-number is 1 to 12, for languages that change the month's name. $age is
# `old` where the newest number is more than three weeks old: then its $date is
# shown.
seen-amount = { $amount }{ $age ->
    [old] {" "}({ $date })
   *[new] {""}
}
began = { $when ->
    [start] At the start: { $before }.
   *[month] In { $month }: { $before }.
}
now = { seen-amount }. { began }
now-level = { seen-amount }: { $level }. { began }
now-named = { $age ->
    [old] On { $date }: { $amount }.
   *[new] Now: { $amount }.
} { began }
few = So far: { seen-amount }. It is too soon to say more.
none = We have not started to check this yet.

# Above the chart. $start is an amount, $now, $aim and $target are short.
caption = From { $start } { $when ->
    [start] at the start
   *[month] in { $month }
} to { $now } { $age ->
    [old] on { $date }
   *[new] { $when ->
        [start] now
       *[month] in { $now-month }
    }
}.
# $aim was hoped for on the day of the newest number; that is long ago where $age
# is `old`. $time is `over` once the day $by has passed, and
# `reached` where the newest number is as good as the target.
hoped = We hoped for { $aim } { $age ->
    [old] by { $date }
   *[new] by now
}. { hope }
hope = { $time ->
    [over] We hoped for { $target } by { $by }.
    [reached] The goal for { $by } is { $target }.
   *[open] We hope for { $target } by { $by }.
}
heading-up = Over these weeks the numbers have gone up.
heading-down = Over these weeks the numbers have gone down.
heading-steady = Over these weeks the numbers have stayed about the same.
heading-unclear = The numbers go up and down. There is no clear direction yet.
# $target is an amount with its "or more". $run is `once`, `all` (every one of $of
# checks in a row) or `some` ($times of them).
mastery = The goal is met at { $target }{ $run ->
    [once] . One time is enough.
    [all] {""}, on { $of } checks in a row.
   *[some] {""}, on { $times } of any { $of } checks in a row.
}

# On the chart: as short as possible.
chart-start = { $value } start
chart-goal = goal { $value }
chart-aim = hoped for
chart-trend = pace so far
axis-words = words right in one minute
axis-percent = percent
axis-percent-unit = percent of { $unit }
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
axis-share = percent of the time
axis-prompt = how much help: 1 is the most
axis-attainment = 0 is what we expect

# Under the chart: what a shape stands for and, for a place, the newest result.
key-setting = { $setting ->
    [small-group] Small group
    [class] In class
   *[elsewhere] Elsewhere
}: { $result } ({ $date })
key-open = Open dot: it had not started when the time was up. The real time is longer.
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
# A value at the longest time that is measured: it had not started by then.
value-capped = { $amount } or longer

# A change of plan: the day, what is done now, and why.
change = Starting { $date }: { $to }
change-from-to = Starting { $date }: { $to }. Before: { $from }

decision-continue = We are keeping the same plan.
decision-adjust = We are changing the plan.
decision-raise = We are aiming higher.
decision-transition = We are moving to the next stage of support.
decision-met = The goal is met.
decision-end = We are ending this goal.
decided = Decided together on { $date }.
decision-from = Starting { $date }: { $what }
decision-next = What comes next: { $what }

# Maintenance: days on which a skill that was reached is checked again. $floor and $result
# are amounts, $floor with its "or more".
keeping-floor = We check on these days that the skill has lasted: { $floor }.
keeping-seen = { $date }: { $result }
keeping-planned = { $date }: planned
keeping-unseen = { $date }: not checked yet

# What is expected of most children of the class; $expected is an amount.
benchmark = Most children are expected to reach this by { $date }: { $expected }.
benchmark-source = Source: { $source }

# The chart in words, for people who cannot see it. It does not repeat the sentences above.
# $low and $high are results, $from and $to days.
chart-points = { $count ->
    [one] One check, on { $to }: { $high }.
   *[other] { $count } checks, from { $from } to { $to }. The lowest is { $low }, the highest is { $high }.
}
