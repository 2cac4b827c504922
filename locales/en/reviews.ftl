# Reviews: what the team decided, and finished goals. Meetings stand at the end.

page-reviews = Reviews
reviews-lead = What we decided together. The newest comes first.
reviews-none = There is no review yet.
review-formal = Progress review
review-brief = A quick review
review-title = Progress review, { $date }
review-title-brief = Quick review, { $date }
review-period = We looked back on { $from } to { $to }.
review-decided = What we decided
review-said = What else we talked about
review-present = Who was there
review-next = The next review
review-next-none = No day is set yet.
review-ask = You can ask about any of this at any time.

# The table of decisions: as short as can be.
verdict-continue = Keep going
verdict-adjust = Change the plan
verdict-raise = Aim higher
verdict-transition = Help changes: next step
verdict-met = Goal met
verdict-end = Goal ends

# The numbers of the time that a review looks back on. $n is how many checks.
# $first is an amount from goals.ftl, $last is short.
span = { $n ->
    [one] { $n } check
   *[other] { $n } checks
} in this time: from { $first } to <b>{ $last }</b>.
span-none = There was no check in this time.

# People without a name of their own in a list.
party-family = the family
party-mother = { $name }’s mother
party-father = { $name }’s father
party-interpreter = an interpreter

# Goals that have ended.
page-finished = Finished goals
finished-lead = Goals that { $name } worked on before.
finished-met = { $name } met this goal on { $date }.
finished-on = We ended this goal on { $date }.

# What the family asked for, and what came of it.
asks = What you asked for
you-asked = You asked: { $what }
we-did = What we did: { $what }

# Meetings.
meet-who = With { $who }
meet-booked = An interpreter who speaks { $language } is booked. It is free.
planning-week = Teachers plan together every week. The next time is { $date }.
planning-two-weeks = Teachers plan together every two weeks. The next time is { $date }.
planning-month = Teachers plan together every month. The next time is { $date }.
planning-once = Teachers plan together on { $date }.
