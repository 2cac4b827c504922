# The desk: forms for teachers, in a browser on their own computer.

# The name of the list of pages, for screen readers.
desk-pages = Pages
desk-students = Students
desk-numbers = This week’s numbers
desk-friday = Friday’s updates
desk-needs = Staff dashboard
desk-day = Day
desk-person = Students of
desk-all-students = all staff
desk-show = Show
desk-goal = Goal
desk-before = Earlier data points
# One earlier data point. $day is a day such as “Nov 13, 2026”, $value is what was typed.
desk-newest = { $day }: { $value }
desk-value = Value of the day
desk-where = Where
desk-setting-small-group = small group
desk-setting-class = class
desk-setting-elsewhere = elsewhere
desk-save = Save
desk-numbers-lead = Type one value for each goal that you checked: 8/10, or 49-5 for 49 words with 5 errors. Enter moves to the next one, Escape brings back what was there. Leave a cell empty if there was no check. Write several checks on one day as 8/10, 9/10.
desk-friday-lead = Write a few sentences for each family. A translation goes into a file of its own, such as 2026-11-20.es.md.
desk-details = This day has more than one number or a note. Change it in the goal’s file.
desk-no-goals = There are no open goals here. Choose other staff above.
# What to type for a kind of measure.
desk-example-words-per-minute = 49-5
desk-example-percent = 8/10
desk-example-level = 3
desk-example-duration = 4:30
desk-example-latency = 40
desk-example-count = 3
desk-example-rate = 12/5
desk-example-steps = AAGA
desk-example-prompt = G
desk-example-items = 3
desk-example-goal-attainment = 0
desk-example-interval = 7/20
desk-example-score = 14
desk-update = Update
desk-about-goals = Goals that it is about
desk-by = Written by
desk-page = The family’s page
# $most is the number of words that the school wants at most.
desk-words = Up to { $most } words.
# $languages are the names of the languages that the family reads.
desk-languages = The family reads: { $languages }
# Forms for files.
desk-files = Everything about a student
desk-edit = Edit
desk-in-file = This is in the file only.
desk-needed = needed
desk-only-staff = Only staff see this.
desk-one-a-line = One on each line.
desk-changed-form = Somebody else has saved this file since you opened the form. Nothing was changed. What you typed is still here; where the file has something else now, it stands below the field. Save again to keep yours.
# After a save.
desk-saved = Saved.
desk-undo = Undo the last save ({ $name }, { $day })
desk-kept = This was not saved yet. Press Enter to save it.
desk-lost = Not saved: kinfolio does not answer. What you typed is kept in this browser. Start kinfolio again and open this page.
desk-again = This page is of an earlier start of kinfolio. What you typed is kept in this browser. Reload the page.
desk-empty = An update needs a text. To remove this update, delete its file.
desk-gone = This is not in the school folder anymore. Reload the page.
desk-changed = Somebody else saved this file just now. Nothing was changed. Save again.
# Somebody else changed the value. $now is in the file, $typed is what this person typed.
desk-changed-cell = Somebody else has changed this value. In the file: { $now }. You typed: { $typed }. Reload the page to see it, and type yours again if it is right.
desk-changed-text = Somebody else has changed this update. Yours was not saved and stays here. In the file: { $now }
desk-not-written = Not saved: kinfolio cannot write { $on } ({ $system }). What you typed is still here. Make sure that the folder is available and that you may write to it, then save again.
desk-broken = Not saved: this file has a mistake that must be fixed in the file first. “Students” shows where.
desk-letter = Not saved: this file is in an older encoding ({ $encoding }), which has no “{ $letter }”. Open the file in Notepad, choose Save as and the encoding UTF-8, and save here again.
desk-by-hand = Not saved: kinfolio cannot change this place without touching other lines. Change it in the file.
