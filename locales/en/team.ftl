# The people who work with the student.

team-lead = You can call or write to anyone here.
team-first = Call this person first
team-hours = Best time: { $hours }
