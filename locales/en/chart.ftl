# The chart of a goal, and how to read it.

guide = How to read this chart
guide-start = The square is where { $name } started.
guide-dots = Each dot is one check. The bold number is the newest one.
# For levels and lists: the line is a staircase.
guide-steps = Each dot is one check. The line stays level until the next one. The bold number is the newest.
guide-goal = The ring is the goal, on the day we hope to reach it.
guide-aim = The dashed line is the path we hope for, from the start to the goal.
# For a goal that has ended.
guide-level = The dashed line is the goal.
guide-trend = The thin line is the pace so far. It stops at the newest check, because nobody knows what comes next.
guide-change = A vertical line marks a day when the plan changed.
guide-better = { $better ->
    [lower] For this goal, lower is better.
   *[higher] For this goal, higher is better.
}
# For languages that are written from right to left, where time still runs this way.
guide-time = Time runs from left to right. The newest check is on the right.
