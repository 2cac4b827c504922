# The staff dashboard and the report, in the terms of progress monitoring. Only staff
# read them.

dashboard-title = Staff dashboard
dashboard-private = For staff only. Do not share this folder with families.
dashboard-day = Data as of
dashboard-student = Student
dashboard-manager = Case manager
dashboard-needs = Action needed
dashboard-update = Last update
dashboard-numbers = Last data point
dashboard-decided = Last team decision
dashboard-find = Search
dashboard-everybody = Everyone
dashboard-anything = Any
dashboard-shown = Students shown:
dashboard-nobody = There are no students in this folder yet. Each student has a folder in students/.
dashboard-none = No open goals.
dashboard-unread = Fix the errors above to see the goals, services, and dates.
dashboard-back = All students
dashboard-site = Family page
dashboard-problems = Problems
dashboard-shared = Problems in shared files
dashboard-fine = No errors or warnings.
dashboard-goals = Goals
dashboard-goal = Goal
dashboard-progress = Progress
dashboard-start = Baseline
dashboard-newest = Most recent
dashboard-target = Target
dashboard-criterion = Mastery criterion
dashboard-decision = Team decision
dashboard-details = Data and decision rules
dashboard-rules = The rules interpret the data. The team makes the decision.
dashboard-on = on { $date }
dashboard-by = by { $date }

dashboard-waiting = { $weeks ->
    [one] no data for { $weeks } week
   *[other] no data for { $weeks } weeks
}

# The data point to a different decision than the team made. $better is the side of
# the aim line that means ahead of plan.
dashboard-differs = 4-point rule: { $reading ->
    [raise] { $better ->
        [below] consider lowering the target
       *[above] consider raising the goal
    }
    [change] consider an instructional change
   *[keep] keep the current plan
}
dashboard-too-soon = recorded as met, but the criterion is not met

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

dashboard-minutes = Service minutes, most recent weeks
dashboard-service = Service
dashboard-planned = Minutes planned
dashboard-given = Minutes provided
dashboard-percent = Percent provided
dashboard-little = below 85%
# $minutes of $week minutes are with the own class.
dashboard-share = Time with their class: { $percent }% of the week ({ $minutes } of { $week } minutes).
dashboard-clashes = Schedule conflicts
# $first and $second are services with the names of their students.
dashboard-clash = { $person }: { $first } and { $second } are at the same time in different rooms.
dashboard-engagement = { $service } with { $student }

# Sealed pages: readers are the people who have a letter with a code.
dashboard-readers = Who may open the pages
dashboard-reader = Reader
dashboard-language = Language
dashboard-parts = Pages
dashboard-until = Last day
dashboard-letter = Letter
dashboard-letters = { $letters ->
    [one] { $letters } letter to print
   *[other] { $letters } letters to print
}
dashboard-no-reader = Nobody can open the pages, because no reader is named in student.yaml or families.yaml.
dashboard-hidden = The pages are not published, because student.yaml says so.
dashboard-retired = The pages have been closed to everyone since { $day }.
dashboard-no-keyring = Who may open which pages is not shown, because kinfolio cannot use the school’s keyring here; the command `kinfolio keys status` says why.

# Actions that a student’s team needs to take.
need-fault = fix errors
need-update = write an update
need-review = hold a review
need-numbers = collect data
need-minutes = check service minutes
need-differs = revisit a decision
need-no-reader = nobody can open the pages
need-letters = print letters
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
