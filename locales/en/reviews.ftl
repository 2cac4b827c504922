# Reviews: what the team decided, and finished goals. Meetings are at the end.

page-reviews = Reviews
reviews-lead = What we decided together. The newest comes first.
reviews-none = There is no review yet.
review-formal = Progress review
review-brief = Quick check-in
review-title = Progress review, { $date }
review-title-brief = Quick check-in, { $date }
review-period = We looked back at { $from } to { $to }.
review-decided = What we decided
review-said = What else we talked about
review-present = Who was there
review-next = The next review
review-next-none = No date is set yet.
review-ask = You can ask about any of this at any time.

# The table of decisions: as short as possible.
verdict-continue = Keep going
verdict-adjust = Change the plan
verdict-raise = Aim higher
verdict-transition = Next stage of support
verdict-met = Goal met
verdict-end = Goal ends

# The numbers from the period that a review covers. $n is how many checks.
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
finished-lead = Goals that { $name } worked on in the past.
finished-met = { $name } met this goal on { $date }.
finished-on = We ended this goal on { $date }.

# What the family asked for, and what the school did.
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
