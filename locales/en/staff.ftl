# The handoff: what the receiving team reads about one student.

handoff-title = Handoff: { $student }
handoff-made = Prepared on { $date }.
handoff-private = For the receiving team only. This handoff is not part of the IEP and does not appear on the family’s site. Delete it when it is no longer needed.
handoff-grade = Grade
handoff-class = Class
handoff-languages = Home languages
handoff-family = Interpreter
handoff-interpreter = The family has asked for an interpreter at meetings.
handoff-goals = Goals
handoff-to-do = Still to do
handoff-told = People notified
told-who = Who
told-when = When
told-how = How
open-goals = Review the goals.
open-family = Tell the family and record the date.
open-receiving = Record who takes over.
open-steps = Complete the remaining steps below.
open-done = Mark the handoff as done.
