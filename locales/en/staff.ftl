# What staff read about one student: the handoff.

handoff-title = Handoff: { $student }
handoff-made = Made on { $date }.
handoff-private = For the colleagues who take over. Not for the family’s site, and not a part of the IEP. Delete it when it is no longer needed.
handoff-grade = Grade
handoff-class = Class
handoff-languages = The family reads
handoff-family = Meetings
handoff-interpreter = The family wants an interpreter.
handoff-goals = Goals
handoff-to-do = Still to do
handoff-told = Who was told
told-who = Who
told-when = When
told-how = How
open-goals = Look through the goals.
open-family = Tell the family, and write down when.
open-receiving = Write down who takes over.
open-steps = Finish the steps below that are not done.
open-done = The handoff is marked as not done.
