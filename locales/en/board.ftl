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

# What asks for somebody’s attention.
need-fault = something to put right
need-update = an update
need-numbers = numbers
need-look = a look
need-translation = a translation
