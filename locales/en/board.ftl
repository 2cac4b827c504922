# The staff board and the report. Only staff read them.

board-title = How every student’s work stands
board-private = For staff only. Never put this folder where families read.
board-day = As of
board-student = Student
board-manager = Case manager
board-needs = Needs
board-update = Last update
board-numbers = Last number
board-decided = Last decision
board-find = Find
board-everybody = Everybody
board-anything = Anything
board-shown = Students shown:
board-none = No goal is open.
board-back = All students
board-problems = Problems
board-shared = What all students share
board-fine = No problems.
board-goals = Goals
board-goal = Goal
board-checks = Checks
board-newest = Newest
board-target = Target
board-decision = Decision
# $what is a number or a decision, $date a day.
board-dated = { $what } ({ $date })

board-waiting = { $weeks ->
    [one] { $weeks } week ago
   *[other] { $weeks } weeks ago
}

board-readings = What the dots read (for people to decide)
board-differs = the dots read something else

# Readings of the current phase.
reading-none = No check in this phase yet.
reading-given = Only { $percent } % of the planned minutes were given. Look at that first.
reading-rests = { $checks ->
    [one] { $checks } check
   *[other] { $checks } checks
} in { $weeks } weeks
reading-level = Level { $level }: { $times ->
    [one] once
   *[other] { $times } times
}
reading-criterion = { $now ->
    [yes] Criterion met:
   *[no] Criterion not met:
} { $met } of the last { $checks ->
    [one] check
   *[other] { $checks } checks
} at { $value } or { $side ->
    [most] less
   *[least] more
}; the goal asks for { $times } of { $of }.{ $before ->
    [yes] {" "}First met on { $on }.
   *[no] {""}
}
reading-four = { $reading ->
    [raise] Last four: all on the hoped-for side. Consider raising the goal.
    [change] Last four: none on the hoped-for side. Consider a change.
   *[keep] Last four: mixed. Keep going.
}
reading-three = Three in a row on the other side of the line.
reading-median = { $reading ->
    [raise] Middle of the last three: on the hoped-for side.
    [change] Middle of the last three: not there yet.
   *[keep] Middle of the last three: on the line.
}
reading-trend = { $reading ->
    [raise] Trend { $slope } a week (95 % interval { $low } to { $high }), better than the { $aim } hoped for.
    [change] Trend { $slope } a week (95 % interval { $low } to { $high }), not as good as the { $aim } hoped for.
   *[keep] Trend { $slope } a week (95 % interval { $low } to { $high }). The { $aim } hoped for lies in it.
}{ $solid ->
    [yes] {""}
   *[no] {" "}Fewer than 12 checks: take it lightly.
}

board-minutes = Minutes, newest weeks
board-service = Service
board-planned = Planned
board-given = Given
board-little = under 85 %
# $minutes of $week minutes are with the own class.
board-share = With the own class { $percent } % of the week ({ $minutes } of { $week } minutes).
board-clashes = Two places at one time
board-clash = { $person }: { $first } and { $second }, at the same hours in different rooms.

# What asks for somebody’s attention.
need-fault = something to put right
need-update = an update
need-review = a review
need-numbers = numbers
need-minutes = a look at minutes
need-differs = a second look at a decision
need-look = a look
need-translation = a translation
