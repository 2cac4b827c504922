# The staff board and the report, in the words of progress monitoring. Only staff
# read them.

board-title = Staff board
board-private = For staff only. Never share this folder with families.
board-day = Data as of
board-student = Student
board-manager = Case manager
board-needs = Action needed
board-update = Last update
board-numbers = Last data point
board-decided = Last team decision
board-find = Search
board-everybody = Everyone
board-anything = Any
board-shown = Students shown:
board-nobody = There are no students in this folder yet. Each student has a folder in students/.
board-none = No open goals.
board-unread = The goals, services and dates cannot be shown until the errors above are fixed.
board-back = All students
board-site = Family’s page
board-problems = To fix
board-shared = To fix in the files that all students share
board-fine = No errors or warnings.
board-goals = Goals
board-goal = Goal
board-progress = Progress
board-start = Baseline
board-newest = Most recent
board-target = Target
board-criterion = Mastery criterion
board-decision = Team decision
board-details = Data and decision rules
board-rules = The rules read the data. The team decides.
board-on = on { $date }
board-by = by { $date }

board-waiting = { $weeks ->
    [one] no data for { $weeks } week
   *[other] no data for { $weeks } weeks
}

# The rules read something else than the team decided. $better is the side of the
# aim line on which a goal is ahead of it.
board-differs = 4-point rule: { $reading ->
    [raise] { $better ->
        [below] consider lowering the target
       *[above] consider raising the goal
    }
    [change] consider an instructional change
   *[keep] keep the current plan
}
board-too-soon = decided as met, but the criterion is not met

# Readings of the current phase.
reading-none = No data in this phase yet.
reading-given = Only { $percent }% of the planned minutes were provided. Look at that before judging the plan.
reading-rests = { $checks ->
    [one] { $checks } data point
   *[other] { $checks } data points
} over { $single ->
    [yes] { $weeks } week
   *[no] { $weeks } weeks
} in this phase.
reading-level = Level { $level }: { $times ->
    [one] once
   *[other] { $times } times
}.
# $value is an amount with its unit, such as "80 percent or more".
reading-criterion = { $now ->
    [yes] Criterion met:
   *[no] Criterion not met:
} { $met } of the last { $checks ->
    [one] data point
   *[other] { $checks } data points
} at { $value }; the goal asks for { $times } of { $of }.{ $before ->
    [yes] {" "}First met on { $on }.
   *[no] {""}
}
# The same as short as can be, in a table.
criterion-short = { $now ->
    [yes] Met
   *[no] Not met
}: { $met } of the last { $checks } (needs { $times } of { $of })
criterion-none = No data yet (needs { $times } of { $of })
reading-four = { $reading ->
    [raise] { $better ->
        [below] Last 4 data points below the aim line: consider lowering the target.
       *[above] Last 4 data points above the aim line: consider raising the goal.
    }
    [change] { $better ->
        [below] Last 4 data points above the aim line: consider an instructional change.
       *[above] Last 4 data points below the aim line: consider an instructional change.
    }
   *[keep] Last 4 data points not all on one side of the aim line: keep the current plan.
}
reading-three = { $better ->
    [below] Last 3 data points above the aim line.
   *[above] Last 3 data points below the aim line.
}
reading-median = Median of the last 3 data points: { $reading ->
    [raise] { $better ->
        [below] below
       *[above] above
    }
    [change] { $better ->
        [below] above
       *[above] below
    }
   *[keep] on
} the aim line.
reading-trend = { $reading ->
    [raise] Trend better than the aim line
    [change] Trend falls short of the aim line
    [unclear] No clear trend
   *[keep] Trend about the same as the aim line
}: { $slope } a week (95% confidence interval { $low } to { $high }); the aim line needs { $aim } a week.{ $solid ->
    [yes] {""}
   *[no] {" "}Based on fewer than 12 data points.
}

board-minutes = Service minutes, most recent weeks
board-service = Service
board-planned = Planned minutes
board-given = Provided minutes
board-percent = Share provided
board-little = below 85%
# $minutes of $week minutes are with the own class.
board-share = With their class { $percent }% of the week ({ $minutes } of { $week } minutes).
board-clashes = Schedule conflicts
# $first and $second are services with the names of their students.
board-clash = { $person }: { $first } and { $second } at the same time in different rooms.
board-engagement = { $service } with { $student }

# What asks for somebody’s attention.
need-fault = fix errors
need-update = write an update
need-review = hold a review
need-numbers = collect data
need-minutes = check service minutes
need-differs = revisit a decision
need-look = read the warnings
need-translation = translate

# Problems, where they are folded and where they are open.
problems-folded = { $problems ->
    [one] { $problems } thing to look at
   *[other] { $problems } things to look at
}
problems-help = What to write

# What the team decided.
team-continue = Continue
team-adjust = Adjust instruction
team-raise = Raise the goal
team-transition = Move to the next step
team-met = Goal met
team-end = End the goal
