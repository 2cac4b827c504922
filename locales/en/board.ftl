# The staff board and the report, in the terms of progress monitoring. Only staff
# read them.

board-title = Staff board
board-private = For staff only. Do not share this folder with families.
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
board-unread = Fix the errors above to see the goals, services, and dates.
board-back = All students
board-site = Family page
board-problems = Problems
board-shared = Problems in shared files
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
board-rules = The rules interpret the data. The team makes the decision.
board-on = on { $date }
board-by = by { $date }

board-waiting = { $weeks ->
    [one] no data for { $weeks } week
   *[other] no data for { $weeks } weeks
}

# The data point to a different decision than the team made. $better is the side of
# the aim line that means ahead of plan.
board-differs = 4-point rule: { $reading ->
    [raise] { $better ->
        [below] consider lowering the target
       *[above] consider raising the goal
    }
    [change] consider an instructional change
   *[keep] keep the current plan
}
board-too-soon = recorded as met, but the criterion is not met

# Readings of the current phase.
reading-none = No data in this phase yet.
reading-given = Only { $percent }% of the planned minutes were provided. Consider this before you judge the plan.
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
} at { $value }; the goal requires { $times } of { $of }.{ $before ->
    [yes] {" "}First met on { $on }.
   *[no] {""}
}
# The same, shortened for a table.
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
board-planned = Minutes planned
board-given = Minutes provided
board-percent = Percent provided
board-little = below 85%
# $minutes of $week minutes are with the own class.
board-share = Time with their class: { $percent }% of the week ({ $minutes } of { $week } minutes).
board-clashes = Schedule conflicts
# $first and $second are services with the names of their students.
board-clash = { $person }: { $first } and { $second } are at the same time in different rooms.
board-engagement = { $service } with { $student }

# Actions that a student’s team needs to take.
need-fault = fix errors
need-update = write an update
need-review = hold a review
need-numbers = collect data
need-minutes = check service minutes
need-differs = revisit a decision
need-look = review the warnings
need-translation = translate

# The heading of warnings and notes, which are folded; errors are open above it.
problems-folded = { $problems ->
    [one] { $problems } item to review
   *[other] { $problems } items to review
}
problems-help = What to write

# What the team decided.
team-continue = Continue
team-adjust = Adjust instruction
team-raise = Raise the goal
team-transition = Move to the next stage of support
team-met = Goal met
team-end = End the goal
