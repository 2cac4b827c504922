# What staff read about one student: the handoff.

handoff-title = Handoff: { $student }
handoff-made = Prepared on { $date }.
handoff-private = For the receiving team only. It is not part of the IEP and not for the family’s site. Delete it when it is no longer needed.
handoff-grade = Grade
handoff-class = Class
handoff-languages = Family’s languages
handoff-family = Interpreter
handoff-interpreter = The family has asked for an interpreter at meetings.
handoff-goals = Goals
handoff-to-do = Still to do
handoff-told = Who has been told
told-who = Who
told-when = When
told-how = How
open-goals = Review the goals.
open-family = Tell the family and record the date.
open-receiving = Record who takes over.
open-steps = Finish the steps below that are not done.
open-done = Mark the handoff as done.
