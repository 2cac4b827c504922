# Changes of setting, grade, school or program.

page-changes = Changes
changes-lead = What stays the same, what will be different, and why.
changes-none = No change is coming.
changes-earlier = Earlier changes
all-changes = More about this change
change-coming = A change is coming
change-from = Starting { $date }
change-since = Since { $date }
change-setting = Where help is given
change-grade = A new grade
change-school = A new school
change-program = A new program
change-same = What stays the same
change-before = Before
change-after = After
change-why = Why
change-team = Who welcomes { $name } there
change-first-weeks = Help in the first weeks
change-watch = Signs it is going well
change-materials = What { $name } takes along
change-checks = Days when we check in together: { $dates }.
change-window = The first 4 weeks after the change
# The newest result since a change, and the last one before it. $now is an
# amount from goals.ftl, $before is short.
change-numbers = { $now } on { $now-date }. Before the change, on { $date }: { $before }.
change-grade-name = Grade { $grade }

# How much help there is. $what is a kind of help, such as “In-class support”.
help-times = { $what }, { $times ->
    [one] { $times } time
   *[other] { $times } times
} a week
help-minutes = { $what }, { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
} each time
help-times-minutes = { $what }, { $times ->
    [one] { $times } time
   *[other] { $times } times
} a week, { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
} each time

# What has to be done before the change.
change-steps = What we will do before then
change-steps-behind = What we did before the change
step-done = Done
step-by = By { $date }
step-told = We told you on { $date }
step-goals = We went over the goals together

# On a chart: as short as possible.
turn-push-in = help in class
turn-pull-out = small group
turn-blended = class and group
turn-consult = advice to teacher
turn-setting = new setting
