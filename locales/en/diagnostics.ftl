# What kinfolio says about a school's files. A tired teacher reads it on a Friday.
#
# A message says what is wrong, `.why` what it means for the family, `.help` what
# to write instead. Other attributes are words for a second place in a file, but
# for `.before` and `.after`: lines of a file as they stand in tests/spec/, and as
# they should be.
# `$path` is always the file. A value that is empty comes as the number 0.

# Parts of sentences.

last-good = Until then the last good site stays.
did-you-mean = { $nearest ->
    [0] Check the spelling.
   *[other] Did you mean “{ $nearest }”?
}
better-name = { $better ->
    [0] Rename it with letters and digits, such as reading-aloud. An update or a review is called by its day, such as 2026-11-06.
   *[other] Rename it to: { $better }
}
plain-name = { $better ->
    [0] Call it by its day, such as 2026-11-06.md, or like the files beside it. If nobody needs it here, move it out of this folder.
   *[other] Call it: { $better }
}
see-endings = If you cannot see the ending: on Windows open the folder and choose View, Show, File name extensions. On a Mac choose File, Get Info.
right-name = { $better ->
    [0] Check the folder and the ending of the name. Facts end in .yaml, words in .md. An update is updates/2026-11-06.md; a goal is goals/reading.yaml. Photos and papers go in files/.
   *[other] Rename it to: { $better }
}
known-ids = { $choices ->
    [0] There are none yet.
   *[other] Known here: { $choices }.
}
save-as-utf-8 = { $editor ->
    [excel] In Excel: File, Save As, CSV UTF-8 (Comma delimited).
   *[notepad] In Notepad: File, Save as, Encoding: UTF-8. In TextEdit: Format, Make Plain Text, then save with Unicode (UTF-8).
}
# Each choice with a few words on what it means.
known-choices = { $list ->
    [goal-measure] { measure-kinds }
    [measure-kind] { measure-kinds }
    [goal-area] Known here: reading, writing, math, communication (speech, language, signs), social (with other people), motor (moving, hands), daily-living (dressing, eating, money), self-management (calm, attention, tasks).
    [explainer-areas] Known here: reading, writing, math, communication, social, motor, daily-living, self-management.
    [goal-direction] Known here: increase (more is better), decrease (less is better), maintain (staying is good).
    [goal-kind] Known here: mastery (a skill is learned), outcome (something changes in life).
    [measure-told] Known here: total (all episodes together), mean (one on average), share (part of the session).
    [measure-unit] Known here: seconds, minutes.
    [measure-method] Known here: partial (at some time), whole (all the time), momentary (at one moment).
    [observation-setting] { number-settings }
    [row-setting] { number-settings }
    [change-kind] Known here: strategy (another way of teaching), target (another number), date (another day), setting (another place), measure (another way of counting).
    [decision-decision] Known here: continue (same plan goes on), adjust (the plan changes), raise (aim higher), transition (help takes the next step), met (goal is reached), end (goal stops).
    [decision-status] Known here: met (goal is reached), ahead (faster than planned), on-path (on track), changing (the plan is changing), steady (about the same), early (too soon to tell), paused (not worked on now).
    [review-kind] Known here: formal (every goal gets a decision), brief (a quick review).
    [service-kind] Known here: reading, writing, math, speech-language, occupational (OT), physical (PT), counselling, classroom-support (help in class), study-skills (planning, organizing).
    [service-model] { service-models }
    [part-model] { service-models }
    [arrangement-model] { service-models }
    [service-coteach] Known here: one-teach-one-assist (one teaches, one helps), station (children change tables), parallel (each teaches one half), alternative (one takes a small group), team (both teach together).
    [frequency-per] Known here: day, week, month.
    [meeting-kind] Known here: planning (teachers only), family (with the family), iep (IEP meeting), review (look at progress).
    [meeting-every] Known here: week, two-weeks (every other week), month.
    [transition-kind] Known here: setting (place of the help), grade (next school year), school (another school), programme (another program).
    [support-kind] Known here: universal (everybody has it), accommodation (how the child learns), scaffold (help that fades), modification (what is taught changes).
    [student-pronouns] Known here: she, he, they.
    [voice-kind] Known here: said (in words), wrote (on paper), drew (in a picture).
    [picture-faces] Known here: none (nobody can be recognized), ok (faces may be shown), not-ok (the photo stays off the page).
   *[other] { known-ids }
}
measure-kinds = Known here: words-per-minute (words read right), percent (right of all tries), count (how many times), rate (times in one minute), duration (how long it lasts), latency (how long until it starts), level (level of a rubric), steps (steps done alone), prompt (kind of help needed), items (things learned one by one), goal-attainment (scale from -2 to 2), interval (intervals with yes), score (points on a scale).
number-settings = Known here: small-group, class (with the class), elsewhere (home, bus, store).
service-models = Known here: push-in (in class), pull-out (small group elsewhere), blended (both of them), consult (advice to the teacher).
# $example is a line as it may be typed, made of the school's own short names; 0
# where the school has none of what it needs.
such-as = { $example ->
    [0] {""}
   *[other] , such as: { $example }
}
write-example = { $example ->
    [0] Look at another file of the same kind for an example.
   *[other] Write: { $example }
}
add-line = { $place ->
    [column] Add a column with the heading: { $field }
    [inside] Add between the brackets, with a comma after it{ such-as }
    [instead] Write both in brackets, such as: measure: { $example }
   *[below] Add a line just as far in as the lines beside it{ such-as }
}
write-instead = { $instead ->
    [0] Say it in other words.
   *[other] Write instead: { $instead }.
}
write-number = { $better ->
    [0] Write the right number.
   *[other] Did you mean “{ $better }”?
}
if-sure = { $form ->
    [never] No number like this one can be right.
    [below] If it is right as it stands, add one line beside the others, with the same indent: sure: true
    [column] If it is right as it stands, add a column with the heading “sure” to the sheet, and write yes in this row.
   *[line] If it is right as it stands, write: { $sure }
}
hard-grade = This reads like grade { $grade }. Families should need no more than grade { $most }.
long-words = { $long ->
    [0] Take short words where you can.
   *[other] Take shorter words where you can. Long words here: { $long }.
}
kind-of-thing = { $what ->
    [agreed] “agreed”
    [arrangement] “from” or “to”
    [ask] something the family asked for
    [baseline] a baseline
    [benchmark] a benchmark
    [block] a lesson of the timetable
    [change] a change of plan
    [charts] “charts”
    [closed] “closed”
    [consent] “consent”
    [core-exception] “core_exception”
    [decision] a decision about a goal
    [explainer] a text about a kind of goal
    [family] “family”
    [frequency] a frequency
    [goal] a goal
    [handoff] “handoff”
    [iep] “iep”
    [interpreter] the interpreter line
    [level] a level
    [lint] “lint”
    [maintain] “maintain”
    [mastery] “mastery”
    [measure] a measure
    [meeting] a meeting
    [meetings] the list of meetings
    [minutes] a week’s minutes
    [member] a team member
    [observation] one day’s numbers
    [part] a part of a service
    [partner] a partner
    [pause] a pause
    [period] a period
    [person] a person
    [review] a review
    [review-goals] the goals of a review
    [picture] a picture
    [role] a role
    [row] a row of the sheet
    [schedule] “schedule”
    [school] the school
    [service] a service
    [services] the list of services
    [source] a source
    [staff] the list of staff
    [standard] “standard”
    [step] a step
    [student] a student
    [support] a support
    [term] a word to know
    [target] a target
    [tip] a tip
    [told] somebody who was told
    [transition] a transition
    [update] an update
    [voice] “voice”
    [why] “why”
    [word-list] a list of words
    [wording] an entry of a list of words
    [words] this text
    [year] the school year
   *[other] “{ $what }”
}

# Files and folders.

bad-encoding = { $problem ->
    [zero] This file is damaged, or is no text. On line { $line } nothing stands where a letter should be.
   *[letters] Some letters in this file cannot be read. The first is on line { $line } (byte { $byte }).
}
    .why = { $problem ->
        [zero] A part of it may be lost, so the family could read less than is true. { last-good }
       *[letters] The file was saved in an old way of writing letters, so names and words could come out wrong. { last-good }
    }
    .help = { $problem ->
        [zero] Open it and look at that line. Bring back an older version of the file, or write the line again.
       *[letters] Open the file and save it again as “UTF-8”. { save-as-utf-8 }
    }

empty-file = This file is empty.
    .why = It may not have finished copying to the shared folder. A page made from it could lose words. { last-good }
    .help = Open it and write what belongs in it, or delete the file if you do not need it.

too-large = This file is very large ({ $megabytes } MB).
    .why = A file of words or numbers is never this large. { last-good }
    .help = Keep a file like this under { $most } MB. Move old numbers to a new file, or check that the right file was saved under this name.

unreadable = This file cannot be opened. The computer says: { $system }
    .why = What it holds cannot be shown to the family. { last-good }
    .help = Check that the file is on this computer and that you may read it. Close other programs that have it open, then try again.

not-synced = This file has a name, but what belongs in it is not here, or not all of it.
    .why = A sync program makes the name first and brings the words later. Half a file must not reach the family. { last-good }
    .help = Wait until your sync program is done, then try again. If the file is meant to be empty, delete it.

git-conflict = Two versions of this file stand in one, with lines of signs such as ======= around them.
    .why = Which version is true cannot be known, and the family must not see both. { last-good }
    .help = Keep the lines that are true. Delete the others, and the three lines of signs.

old-encoding = This file was saved in an old way of writing letters. It was read as “{ $encoding }”.
    .why = Letters such as é and ñ were worked out. They should be right, but a name deserves a look.
    .help = Look at the names on the page. Then save the file again as “UTF-8”. { save-as-utf-8 }

looks-like-copy = This looks like a copy of { $other }, so it was left out.
    .why = Words or numbers that are only in this copy are not shown to the family.
    .help = Move what is missing into { $other }, then delete this copy. If it is a file of its own, give it another name.

copy-alone = This file is not here. There is only a copy of it: { $other }
    .why = A site without it would tell the family less than is true. { last-good }
    .help = Open the copy. If it is right, rename it to this name. If nobody needs it, delete it.

placeholder-alone = This file is not here. There is only something that leads to it: { $other }
    .why = A site without it would tell the family less than is true. { last-good }
    .help = Choose “Always keep on this device” for the school folder and wait until it is done. Or put the file itself here and delete { $other }.

files-clash = “{ $name }” and “{ $other }” have the same name for many computers.
    .why = Which of them is meant cannot be known, and one could take the place of the other. { last-good }
    .help = Put what belongs together into one of them. Delete or rename the other.

folder-copy = The folder “{ $name }” looks like a copy of “{ $other }”.
    .why = It was left out. The family of { $other } keeps its site.
    .help = Move what is missing into the folder { $other }, then delete this copy. If this is another student, give the folder another name: their last name, or a letter.

no-answer = This has not answered for 20 seconds, as if it still had to be fetched from the internet.
    .why = What it holds cannot be shown to the family. { last-good }
    .help = Keep the school folder on this computer: in OneDrive and others, right-click it and choose “Always keep on this device”. Then try again.

still-changing = Files of this student are just being changed or copied.
    .why = Half a file must not reach the family. { last-good }
    .help = Wait until your sync program is done, then run kinfolio again.

text-shrank = This file has just lost most of its text: it had { $before } bytes and now has { $now }.
    .why = It may be half copied. { last-good }
    .help = If you meant to shorten it, do nothing: it is taken as it is after a minute. If not, bring back the older version.

files-vanished = { $gone } of { $before } files in { $folder } are gone at once.
    .why = They may be lost or not yet copied, and a site without them would tell the family less than is true. { last-good }
    .help = Bring the files back. If they are meant to be gone, say so once: kinfolio build --confirm-removal { $student }

not-a-file = This is a link to something else, or another thing that is neither a file nor a folder of its own.
    .why = A link could lead to another child’s folder, so kinfolio never follows one. { last-good }
    .help = Delete it and put a copy of the real file or folder here.

unknown-file = { $what ->
    [files] kinfolio does not know { $count } files in this folder, so they were left out. This is the first of them.
    [folder] kinfolio does not know this folder, so all that is in it was left out.
    [twin] kinfolio does not know this folder, so all that is in it was left out.
   *[file] kinfolio does not know this file, so it was left out.
}
    .why = { $what ->
        [files] Nothing in them is shown to the family. The rest of the site is made.
       *[file] Nothing in it is shown to the family. The rest of the site is made.
    }
    .help = { $what ->
        [twin] Move what is missing into the folder { $better }, then delete this one.
       *[other] { right-name }
    }

conflicted-copy = Two people saved this file at the same time, and the shared folder kept both. This copy was left out.
    .why = Words or numbers in this copy are not shown to the family.
    .help = Open both files, move what is missing into the one with the plain name, then delete this copy.

placeholder = This file only leads to one in the cloud or elsewhere, so it was left out.
    .why = What it leads to is not shown to the family.
    .help = Choose “Always keep on this device” for the school folder and wait until it is done. If it is a Google document or a shortcut, copy the words into a file here.

translation-alone = This is a translation, but the file it translates is not there.
    .why = A translation holds only words. The facts come from the file without a language in its name. { last-good }
    .help = Add the first file with the same name and no language in it, such as reading.yaml beside reading.es.yaml. Or correct this name.

unknown-language-file = This file is in “{ $language }”, a language the school does not offer. It was left out.
    .why = No family will read it.
    .help = Correct the letters before the ending, such as .es.md. Or add { $language } to “languages” in school.yaml.

languages-not-offered = { $count ->
    [one] One file is in a language the school does not offer ({ $languages }). It was left out.
   *[other] { $count } files are in languages the school does not offer ({ $languages }). They were left out. This is the first of them.
}
    .why = No family will read them. The rest of the site is made.
    .help = You do not need to do anything. Delete them if nobody needs them. If a family reads one of these languages, add it to “languages” in school.yaml.

file-name-read-as = “{ $found }” was read as “{ $read }”.
    .why = There is one way to read this name, and kinfolio has read it that way. The page is made.
    .help = Rename it to: { $read }

two-files-for-one = “{ $name }” and “{ $other }” are the same file for kinfolio.
    .why = Which of them is meant cannot be known. { last-good }
    .help = Put what belongs together into { $other }, then delete { $name }.

other-program = { $program ->
    [ending] The name of this file has one ending too many, so the file was left out.
    [text] The name of this file ends in .txt, so it was left out.
    [word] This is a Word document, so it was left out.
    [writer] This is a LibreOffice document, so it was left out.
    [rtf] This is an RTF document, so it was left out.
    [pages] This is a Pages document, so it was left out.
    [pdf] This is a PDF, so it was left out.
    [mail] This is an e-mail, so it was left out.
   *[web] This is a web page, so it was left out.
}
    .why = Nothing in it is shown to the family. The rest of the site is made.
    .help = { $program ->
        [ending] { see-endings } { plain-name }
        [text] { see-endings } { plain-name }
        [rtf] In TextEdit choose Format, then Make Plain Text. In WordPad choose Save as, then Plain text. { see-endings } { plain-name }
        [pages] In Pages choose File, Export To, Plain Text. { see-endings } { plain-name }
        [pdf] Copy the words into a new file in a plain editor such as Notepad. The PDF itself can go to the family on paper or by mail. { plain-name }
       *[other] Copy the words into a new file in a plain editor. In Notepad choose File, Save as, All files, and UTF-8. On a Mac, in TextEdit choose Format, then Make Plain Text. { plain-name }
    }

example-in-school = { $what ->
    [student] This is a student of the demo school, not a real child.
    [person] This is a person of the demo school, whom nobody can call.
    [partner] This place was invented for the demo school. It does not exist.
   *[other] This text belongs to the demo school. It says so itself: “example: true”.
}
    .why = { $what ->
        [partner] A family could call a number that reaches nobody, or look for a place that is not there. { last-good }
        [person] A family could call a number that reaches nobody. { last-good }
       *[other] A family could take it for your own. { last-good }
    }
    .help = { $what ->
        [student] Delete this student’s folder.
        [person] Delete this person’s lines. Or write the facts of a colleague in their place and delete the line “example: true”.
       *[other] Delete this file and its translations. Or write what is true of your school in its place and delete the line “example: true”.
    }

student-in-example = This student is not marked as an example, but school.yaml is that of an invented school: { $name }.
    .why = The family would read the name and the telephone number of a school that does not exist, on a day that never changes. { last-good }
    .help = If this is a real child, write your own school’s name, telephone number, languages and days into school.yaml, and delete the lines “example: true” and “today” there. If you are only trying kinfolio out, add a line here: example: true

bad-name = “{ $name }” cannot be used as a name here.
    .why = Names become part of a web address, so they hold letters, digits and - only. { last-good }
    .help = { $other ->
        [0] { better-name }
       *[other] It may be a copy of { $other } that somebody or a sync program made. Keep what is right in { $other }, then delete this one. If it is a file of its own, give it a name of its own. An update is called by its day, such as 2026-11-06.
    }

names-clash = The folders “{ $name }” and “{ $other }” have the same name for many computers.
    .why = One child’s pages could take the place of another’s, so neither site is made anew. The last good sites stay.
    .help = Rename one of the two folders, such as { $name }-2.

missing-file = { $path } is missing.
    .why = Every site needs it, so no site can be made anew without it. The last good sites stay.
    .help = Put the file back. If the shared folder is still copying, wait and try again.

no-students = There are no students in this folder.
    .why = No site is made. Sites that were made before stay.
    .help = Make a folder for each student, such as students/ana/, with a student.yaml in it. If the folder should not be empty, wait until it has finished copying.

# The way a file of facts is written.

yaml-tab = { $lines ->
    [one] A line begins with a tab.
   *[other] { $lines } lines begin with a tab.
}
    .why = Only spaces show which lines belong together, so this file cannot be read. { last-good }
    .help = Delete the tab and type two spaces.

yaml-syntax = { $problem ->
    [bracket] A list that begins with [ does not end with ].
    [brace] A group that begins with {"{"} does not end with {"}"}.
    [indentation] This line is not level with the lines it belongs to.
    [quote] The quotes on this line do not come in a pair.
    [second-document] A line with --- begins a second file in this one.
    [key] A field’s name has to be a plain word.
    [colon] This line has no colon with a space after it.
   *[other] This line is not written in a way kinfolio can read.
}
    .why = The rest of the file cannot be understood, so it is not used. { last-good }
    .help = { $problem ->
        [bracket] Close the list, such as: days: [mon, wed]
        [brace] Close the group, such as: frequency: {"{"}times: 2, per: week{"}"}
        [indentation] Start lines that belong together at the same place. Lines below a field begin two spaces further in.
        [quote] Put a quote at both ends, such as: title: "Reading aloud"
        [second-document] Delete the line with ---
        [colon] Write the name of the field, a colon, a space and the words, such as: what: Read a new page. If the line goes on from the one before it, begin it two spaces further in.
        [key] Write the name of the field, then a colon and a space, such as: target: 90
       *[other] Each line is a name, a colon, a space and a value, such as: target: 90. If the value has signs like # or : in it, put quotes around it.
    }

yaml-colon = There is a second colon on this line.
    .why = It is not clear where the words begin, so the file cannot be read. { last-good }
    .help = Put quotes around the words: { $quoted }
    .before =
        title: Reading: the long way
    .after =
        title: "Reading: the long way"

duplicate-key = “{ $key }” is written twice.
    .why = Only one of the two could be shown, and it might be the wrong one. { last-good }
    .help = Keep one of the two lines and delete the other. Two results from one day go in a list: 2026-09-18: [44, 46]
    .first = it is written here first
    .before =
        2026-09-25: 46
        2026-09-18: 45
    .after =
        2026-09-25: [46, 45]

yaml-alias = A value begins with &, *, !, @, % or `, which mean something else here.
    .why = These signs have a meaning of their own in such files, so the words after them would be lost. { last-good }
    .help = Put quotes around the words, such as: title: "*My* story"
    .before =
        title: *My* story
    .after =
        title: "*My* story"

yaml-limit = { $problem ->
    [count] There are too many lines in this file.
   *[other] Too many groups stand inside each other here.
}
    .why = No goal or list needs this much, so something went wrong when the file was saved. { last-good }
    .help = { $problem ->
        [count] Split it into smaller files, or check that the right file was saved under this name.
       *[other] Check this place for brackets that were typed many times, and delete those that are too many.
    }

front-matter-open = The facts at the top of this file have no end.
    .why = It is not clear where the words for the family begin. { last-good }
    .help = Add a line with only --- after the last fact, before the words.
    .before =
        ---
        by: rivera

        Ana read a whole book.
    .after =
        ---
        by: rivera
        ---

        Ana read a whole book.

unknown-format = This file says it is written for another kinfolio.
    .why = Its facts could be misread, so they are not used. { last-good }
    .help = Write: format: 1. If somebody wrote this number on purpose, ask your technician for a newer kinfolio.

# Sheets of numbers.

one-day = { $first-month ->
     [1] January
     [2] February
     [3] March
     [4] April
     [5] May
     [6] June
     [7] July
     [8] August
     [9] September
     [10] October
     [11] November
    *[12] December
} { $first-day }
other-day = { $second-month ->
     [1] January
     [2] February
     [3] March
     [4] April
     [5] May
     [6] June
     [7] July
     [8] August
     [9] September
     [10] October
     [11] November
    *[12] December
} { $second-day }

sheet-separator = This sheet separates its cells in two ways: with “{ $sign }” and with “{ $other }”.
    .why = Its numbers cannot be told apart, so none of them is used. { last-good }
    .help = Row { $row } is the first with “{ $other }”. Put “{ $sign }” in its place. Or open the sheet in Excel or Google Sheets and save it again as CSV.
    .first = the headings are separated the other way
    .before =
        date;value
        2026-09-18,44
    .after =
        date;value
        2026-09-18;44

sheet-header = The first row has no headings: “{ $found }” stands in their place.
    .why = Without headings it is not clear what each number counts, so none of them is used. { last-good }
    .help = Put a first row with the names of the columns, such as: date,value
    .before =
        2026-09-18,44
    .after =
        date,value
        2026-09-18,44

sheet-row = { $problem ->
    [number] “{ $whole }” and “{ $part }” stand in two cells of row { $row }.
   *[extra] Row { $row } has more cells than there are headings. “{ $found }” in { $cell } has none.
}
    .why = kinfolio would read: { $read }. A number may stand in the wrong column, so the row is not used. { last-good }
    .help = { $problem ->
        [number] Is “{ $whole },{ $part }” one number? A comma begins a new cell here. Put quotes around it: "{ $whole },{ $part }". Or write { $whole }.{ $part }, or save the sheet with semicolons. The number stays the same.
       *[extra] Give the column a heading, or empty the cell { $cell }. Words with a comma in them need quotes.
    }

sheet-formula = “{ $found }” is something a spreadsheet would compute.
    .why = A family needs the number itself. The page cannot compute it. { last-good }
    .help = Write the result in its place, such as 12. Words may not begin with =, +, - or @.
    .before =
        2026-09-18,=B1+1
    .after =
        2026-09-18,45

sheet-needs = This sheet has no column “{ $field }”.
    .why = { $field ->
        [total] How many were right means little to a family when it is not said how many there were. { last-good }
        [correct] There is no number in the sheet that says how many were right. { last-good }
       *[other] The page needs these numbers. { last-good }
    }
    .help = { $field ->
        [total] Add a column with the heading: total. If there are always as many, say it once in the goal, inside “measure”: total: 10
       *[other] Add a column with the heading: { $field }
    }

sheet-quote = The quote that opens cell { $cell } is never closed.
    .why = Everything below it would count as one cell, and those numbers would be gone from the page. { last-good }
    .help = Put a quote at the end of the words in { $cell }. Or take the first one away.
    .before =
        2026-09-25,46,"a page about bats
    .after =
        2026-09-25,46,"a page about bats"

sheet-left-out = { $what ->
    [title] What stands above the headings is left out (rows { $row } to { $last }).
    [summary] A row that sums up the others is left out (row { $row }).
   *[column] Columns that are not needed are left out: { $found }.
}
    .why = The page is made from the other cells. Nothing of this is on it.
    .help = { $what ->
        [column] If this should be on the page, give it a heading that kinfolio knows, such as: note. If not, all is well.
       *[other] All is well if this is no check of its own. If it is one, write its day in the column of the days.
    }

sheet-column = kinfolio does not know the heading “{ $found }” (column { $column }).
    .why = There are numbers below it. Without knowing what they count, the page could leave out what matters. { last-good }
    .help = { did-you-mean } Write one of these in { $head }: { $choices }. For what only staff should read, write: staff_note

sheet-column-open = { $problem ->
    [twins] Column { $column } (“{ $found }”) and “{ $other }” would hold the same thing.
    [several] Column { $column } (“{ $found }”) or “{ $other }”: which one has the result?
    [errors] “{ $found }” with a column of errors: are the errors taken off already?
    [words] “{ $found }”: all words, or only those that were right?
    [probes] “{ $found }” is one of several results of a day. Which one counts?
   *[open] “{ $found }” could mean several things (column { $column }).
}
    .why = The two ways give different numbers, and the family would read one of them. { last-good }
    .help = { $problem ->
        [twins] Keep one of them. Take the other out, or change its heading to: staff_note
        [several] Change the heading of the one with the result to: value. Change the other heading to: staff_note
        [errors] If the errors are taken off, write in { $head }: WCPM. If they are still in it, write: attempted
        [words] If the errors are taken off, write in { $head }: WCPM. If not, write: attempted. Then a column “errors” says how many.
        [probes] Write a row for each check, with the columns: date,value. Or keep the one that counts.
       *[open] If this is the result, write in { $head }: value. If not, write: staff_note
    }

sheet-cell = { $problem ->
    [empty] Cell { $cell } is empty below “{ $heading }”, but its row has other numbers.
    [try] “{ $found }” in { $cell } does not say whether that try was right.
   *[number] “{ $found }” in { $cell } is not what the column “{ $heading }” should hold.
}
    .why = The page would have to guess what was counted. { last-good }
    .help = { $problem ->
        [empty] Write the number in { $cell }. If nothing was checked, empty the numbers of row { $row } and write why in the column staff_note.
        [try] Write + or 1 in { $cell } if it went right, - or 0 if it did not. Leave it empty if that try was not given.
        [fraction] Write in { $cell } how many were right and how many there were, such as 8 of 10. Or use two columns: correct and total.
        [share] Write in { $cell } how long it lasted and how long the session was, such as 12 of 45.
        [level] Write the level in { $cell } as one digit, such as 2.
        [attainment] Write -2, -1, 0, 1 or 2 in { $cell }.
        [steps] Write in { $cell } one letter for each step, or how many were done alone, such as 3.
        [episodes] Write in { $cell } how long it lasted, such as 12 or 4:30.
       *[number] Write digits in { $cell }, such as 44. If nothing was checked, leave it empty.
    }

sheet-day-blank = { $problem ->
    [alone] There is a number and no day in row { $row } (cell { $cell }).
   *[other] There are numbers and no day below “{ $above }” (cell { $cell }).
}
    .why = Without its day a number has no place on the chart. { last-good }
    .help = { $problem ->
        [alone] Write the day of the check in { $cell }.
       *[other] If all were on the same day, write { $above } in { $cell } as well. A sheet with merged cells keeps the day in the first one only.
    }

sheet-days-swapped = Day and month seem to be swapped in this column: { $count } of { $of } days cannot be right.
    .why = “{ $found }” in { $cell } is { $date } here: a day without school, before the goal began, or still to come. As { $other } it would make sense. { last-good }
    .help = Write the days of this sheet as { $other }. In Excel: choose the column, Format Cells, Date, and the form that begins with the year.

sheet-day-order = { $problem ->
    [both] The days in this column are written in two orders: “{ $second }” in { $other }, and “{ $found }” in { $cell }.
   *[open] Is “{ $found }” in { $cell } { one-day } or { other-day }?
}
    .why = A number on the wrong day would change the line that the family sees. { last-good }
    .help = { $problem ->
        [both] Write all of them in one way. The surest is the one that begins with the year: 2026-09-18.
       *[open] For { one-day }, write in school.yaml: dates: month-first. For { other-day }, write: dates: day-first. This holds for all sheets.
    }
    .other = the other order stands here

sheet-excel-day = { $problem ->
    [day] “{ $found }” in { $cell } is a day, where a result should be.
   *[other] “{ $found }” in { $cell } is a day. Excel makes it of { $part }/{ $whole }.
}
    .why = The family should read how many were right, not a day. { last-good }
    .help = { $problem ->
        [day] Use two columns, correct and total: Excel leaves them as they are. Or format the column as Text first, and type the results again.
       *[other] Use two columns: correct { $part }, total { $whole }. Excel leaves them as they are. Or format the column as Text first, and type it again.
    }

sheet-thousands = “{ $found }” in { $cell } can be read in two ways: { $thousands } or { $parts }.
    .why = One is a thousand times the other. The family would read one of them. { last-good }
    .help = Write in { $cell }: { $thousands }. Or, if that was meant: { $parts }

sheet-no-heading = Column { $column } has no heading, but “{ $found }” stands in { $cell }.
    .why = kinfolio would read the row so: { $read }. What has no heading would be lost. { last-good }
    .help = Write in { $head } what the column holds, such as: errors. For what only staff should read, write: staff_note

sheet-wide = This sheet has a column for each day.
    .why = kinfolio reads a row for each day, so it does not know whose number is whose. { last-good }
    .help = Copy the sheet, then choose Paste Special, Transpose. Keep only the column of this student and goal, with the headings: date,value

sheet-other-format = { $what ->
    [text] “{ $found }” stands beside a goal, but is not read.
   *[workbook] “{ $found }” is a workbook, not a plain sheet. kinfolio cannot read it yet.
}
    .why = If there are numbers in it, they are not on the page.
    .help = { $what ->
        [text] If it is a sheet of numbers, open it in Excel or Google Sheets. Save it as CSV, with the name: { $better }
       *[workbook] Open it and choose Save As or Download. Take CSV, and give it the name: { $better }
    }

sheet-other-student = { $problem ->
    [named] This sheet names another student.
   *[column] Cell { $cell } does not name this student.
}
    .why = The numbers may belong to another child. No family should see those. { last-good }
    .help = { $problem ->
        [named] Look whose numbers these are. If they are this student’s, take the other name out of the sheet.
       *[column] Keep only the rows of this student in this sheet. Then take the column { $column } out.
    }

sheet-mixed = { $problem ->
    [mixed] “{ $found }” in { $cell } and “{ $other }” in { $second } are not the same kind of number.
    [bare] Is “{ $found }” in { $cell } a percent, or how many were right?
    [share] Is “{ $found }” in { $cell } { $other }?
   *[columns] “{ $found }” in { $cell } does not fit the other numbers of its row. They give { $other }.
}
    .why = The family would read a number that may be wrong. { last-good }
    .help = { $problem ->
        [mixed] Write the column in one way. The best is two columns: correct and total.
        [bare] If it is a percent, change the heading to: percent. If not, use two columns: correct and total.
        [share] Write { $other } in { $cell }. In Excel, format the column as Percentage before you save it.
       *[columns] Look at row { $row } and put right what is wrong. Or take one of the columns out.
    }
    .other = the other kind stands here

# Slips of the hand.

yaml-mended = { $slip ->
    [space] A space here is not a plain one.
    [colon] The colon here is a wide one.
    [gap] A space is missing after the colon.
    [quotes] The quotes around these words are curly.
    [marker] A line of a list begins with a sign that is no plain hyphen and a space.
   *[unseen] A character stands here that nobody can see.
}
    .why = There is one way to read it, and kinfolio has read it that way. The page is made.
    .help = { $slip ->
        [space] Delete the space and type it again.
        [colon] Type a plain colon and a space, such as: target: 90
        [gap] Type a space after the colon, such as: target: 90
        [quotes] Type plain quotes, such as: title: "Reading: the long way"
        [marker] Type a hyphen and a space, such as: - Tells long stories
       *[unseen] Delete what stands before the first letter of the line, and type the letter again.
    }
    .before =
        target:90
    .after =
        target: 90

yaml-hash = “{ $words }” is not read, because # begins a remark.
    .why = What stands after # would be missing from the page, such as the number of a room. { last-good }
    .help = Put quotes around the words, such as: where: "Room #4". If it is a remark, type a space after #.
    .before =
        where: Room #4
    .after =
        where: "Room #4"

read-as = “{ $found }” was read as “{ $read }”.
    .why = There is one way to read it, and kinfolio has read it that way. The page is made.
    .help = Check that this is what you meant. To be sure, write: { $read }

time-at-night = { $problem ->
    [bare] “{ $found }” does not say morning or afternoon.
   *[night] “{ $found }” is a time at night.
}
    .why = A family would read a time at night, and could miss the meeting or the lesson. { last-good }
    .help = { $problem ->
        [bare] For the afternoon, write: { $field }: "{ $better }" or { $field }: { $short }
       *[night] Write the time that is meant, such as: { $field }: "{ $better }"
    }
    .other = this time needs it too
    .before =
        time: 3:30
    .after =
        time: 3:30 pm

unusual-time = “{ $found }” is outside the hours of most schools.
    .why = A family plans by this time. It is shown as it is written.
    .help = If it is right, you do not need to do anything. If not, write the right one, such as: { $field }: "15:30"

not-checked = { $problem ->
    [blank] There is no number for { $date }.
    [note] There is no number for { $date }, only a note: “{ $found }”.
   *[words] There is no number for { $date }, only “{ $found }”.
}
    .why = It counts as a day without a check, never as a zero. No page shows it.
    .help = If something was checked, write the number. If not, you do not need to do anything.

percent-only = Only a percent is written here: { $found }.
    .why = The page shows the percent. “8 of 10” tells a family more: with few tries, one more or less moves a percent a lot.
    .help = If you know how many tries there were, write them, such as: 8/10

data-out-of-place = “{ $found }” looks like a day with a number, and does not stand below “{ $field }:”.
    .why = The number would be missing from the chart. { last-good }
    .help = Write the line below “{ $field }:”, with the same spaces in front as there: { $better }
    .before =
        baseline: {"{"}date: 2026-09-11, values: [41, 46, 43]{"}"}
        2026-09-18: 44
    .after =
        baseline: {"{"}date: 2026-09-11, values: [41, 46, 43]{"}"}
        data:
          2026-09-18: 44

bad-day-name = { $problem ->
    [form] The name of this file, “{ $found }”, is a day in another form.
    [order] The name of this file, “{ $found }”, can be two days.
    [year] The name of this file, “{ $found }”, is a day without a year.
   *[other] The name of this file, “{ $found }”, is not a day.
}
    .why = The day in the name tells a family when this was written. { last-good }
    .help = { $problem ->
        [form] Rename the file to: { $better }.{ $ending }
        [order] Rename the file to: { $better }.{ $ending } or { $second }.{ $ending }
       *[other] Rename the file to its day, with year, month and day, such as: { $better }.{ $ending }
    }

two-readings = { $problem ->
    [excel] “{ $found }” is a date. Excel makes one of { $first } when it is typed into a cell.
   *[two] “{ $found }” can be read in two ways: { $first } and { $second }.
}
    .why = A family would read the wrong number, and the chart would show it. { last-good }
    .help = { $problem ->
        [excel] Write what was typed: { $first }
       *[two] Write the one that is meant: { $first } or { $second }
    }

facts-as-text = Facts stand here without --- lines around them, so they would be read as words for the family.
    .why = The family would read “{ $first }”, and what these lines say would be lost. { last-good }
    .help = Move these lines to the very top of the file. Write --- on a line of its own above “{ $first }”, and --- on a line of its own below “{ $last }”. If they are words for the family, write them as a sentence.
    .before =
        by: rivera
        goals: [reading]
        ---
        Ana read a whole book.
    .after =
        ---
        by: rivera
        goals: [reading]
        ---
        Ana read a whole book.

block-closed-twice = The facts at the top of this file end twice.
    .why = There is one way to read it, and kinfolio has read it that way. The page is made.
    .help = Delete this line. One line with only --- ends the facts.

not-plain-text = { $kind ->
    [rtf] This file is not plain text. It is a rich text file (RTF) with another ending.
    [html] This file is a web page, not a plain text.
    [login] This file is a web page that asks somebody to log in. It is not your text.
    [word] This file is a Word document with another ending.
    [excel] This file is an Excel workbook with another ending.
    [office] This file is an older Word or Excel file with another ending.
    [odf] This file is a LibreOffice document with another ending.
    [pages] This file is a Pages or Numbers document, or a ZIP file, with another ending.
    [pdf] This file is a PDF with another ending.
    [picture] This file is a picture with another ending.
   *[binary] This file is not text. Another program made it.
}
    .why = kinfolio can read only plain text here. A family would see symbols instead of words. { last-good }
    .help = { $kind ->
        [rtf] Open it in TextEdit. Choose Format, Make Plain Text, then save it as: { $file }. In Word: File, Save As, Plain Text, and choose UTF-8.
        [html] Open it, copy only your words, and paste them into a plain text file with the name { $file }. In TextEdit: Format, Make Plain Text.
        [login] Log in to the shared folder on the web, download the file again, and put it in the place of this one.
        [word] Open it in Word. Choose File, Save As, Plain Text (.txt), and UTF-8. Then rename it to: { $file }
        [excel] Open it in Excel. Choose File, Save As, CSV UTF-8, and save the numbers as a .csv file with the name of the goal.
        [office] Open it in Word or Excel. From Word, save it as Plain Text with UTF-8. From Excel, save it as CSV UTF-8. Use the name: { $file }
        [odf] Open it in LibreOffice. Choose File, Save As, Text (.txt) or Text CSV, with UTF-8. Then rename it to: { $file }
        [pages] Open it with the program that made it, and export it as plain text. Then rename it to: { $file }
        [pdf] Open it, copy the words, and paste them into a plain text file with the name { $file }
        [picture] Move it to the student’s “files” folder and give it back its ending, such as .jpg or .png.
       *[binary] Open it with the program that made it, and save it as plain text with the name { $file }
    }

garbled-mended = Some letters in this file were garbled and have been put right, such as “{ $found }”, which was read as “{ $read }”.
    .why = Another program had read the file in a wrong way and saved it so. The page is made with the right letters.
    .help = Look at the names on the page. Then write “{ $read }” for “{ $found }” in the file, or save the file again from the original.

garbled = Some letters in this file are garbled, such as “{ $found }”.
    .why = Another program read the file in a wrong way and saved it so. Names and words would be wrong on the page. { last-good }
    .help = Open the original file again and save it as “UTF-8”, or type these words again. { save-as-utf-8 }

# Too many problems in one file.

more-in-file = This file has { $count ->
    [one] { $count } more problem
   *[other] { $count } more problems
} that { $count ->
    [one] is
   *[other] are
} not told here{ $errors ->
    [0] {""}
    [one] , { $errors } of them an error
   *[other] , { $errors } of them errors
}.
    .why = Where so much is wrong in one file, there is often one reason for all of it. The first ones tell it best.
    .help = Put right what is told first, then run kinfolio again. If the file is not the one you meant to save, bring back an older version.

# Facts.

unknown-field = “{ $field }” is not a field of { kind-of-thing }.
    .why = kinfolio does not know what to do with this line, so a family would miss what it says. { last-good }
    .help = { did-you-mean } Delete the line if it is not needed.
    .before =
        looks_lke: Three children read together.
    .after =
        looks_like: Three children read together.

missing-field = { $problem ->
    [blank] Nothing stands after “{ $field }:” in { kind-of-thing }.
   *[gone] The line “{ $field }:” is missing in { kind-of-thing }.
}
    .why = Without it this part says too little to be shown. { last-good }
    .help = { $problem ->
        [blank] Write it after the colon{ such-as }
       *[gone] { $choices ->
            [0] { add-line }
           *[other] The choices are: { $choices }. { add-line }
        }
    }

wrong-type = “{ $field }” should be { $expected ->
    [map] a group of lines below it
    [list] a list
    [text] words
    [number] a number
    [count] a whole number
    [yes-no] true or false
    [time] a time of day
    [rows] a list with an entry for each week
    [choice] one word
    [id] one short name
    [letter] one letter
    [language] a language code
    [data] a list of days with their numbers
    [fraction] two numbers, such as 8/10
    [words] the words read right in a minute
    [level] the number of a level
    [steps] one letter for each step, or how many were done alone
    [episodes] a number, or a list of numbers
    [share] two numbers, such as 12/45
    [items] a list of what is learned so far, or how many that are
    [attainment] a number from -2 to 2
    [text-phone] one number that takes text messages, without an extension
   *[other] something else
}, but here is: { $found }
    .why = A page cannot show it in this form. { last-good }
    .help = { $expected ->
        [map] { write-example }
        [list] Put brackets around it{ such-as }
        [text] Write plain words on one line. Words with a colon need quotes{ such-as }
        [number] Write the number only{ such-as }
        [count] Write digits only{ such-as }
        [yes-no] Write true or false{ such-as }
        [rows] Write a line for each week{ such-as }
        [time] Write hours and minutes in quotes{ such-as }
        [choice] Write one word after “{ $field }:”.
        [id] Write the short name only{ such-as }
        [letter] Write one letter{ such-as }
        [language] Write its code{ such-as }
        [data] Give each day a line of its own below “{ $field }:”, two spaces further in. Or write all of them in brackets{ such-as }
        [fraction] Write how many were right and how many there were{ such-as }. If only the percent is known, write it with its sign: 80%
        [words] Write the words tried and the errors, as {"{"}attempted: 54, errors: 5{"}"}. Or write one number{ such-as }
        [level] Write the level as one digit{ such-as }
        [steps] Write one letter for each step. Or write how many steps were done alone{ such-as }
        [episodes] Write each time in brackets, as [4, 6, 5]. Or write one number{ such-as }
        [share] Write how long it lasted and how long the session was{ such-as }
        [items] Write those that are learned so far in brackets, with commas between them. Or write how many they are{ such-as }
        [attainment] Write -2, -1, 0, 1 or 2.
        [text-phone] Write the one number{ such-as }. A telephone on a desk cannot receive text messages: leave the line out if there is no other.
       *[other] { write-example }
    }
    .before =
        start: soon
    .after =
        start: "10:00"

unknown-choice = “{ $found }” is not a choice for “{ $field }”.
    .why = The page could not say what is meant. { last-good }
    .help = { did-you-mean } { known-choices }
    .before =
        area: redaing
    .after =
        area: reading

bad-date = { $problem ->
    [order] It is not clear which part of “{ $found }” is the day and which the month.
    [year] “{ $found }” has no year.
    [weekday] “{ $found }” is another day of the week.
    [month] “{ $found }” has a month that does not exist.
    [day] “{ $found }” does not exist: that month has { $days } days.
   *[other] “{ $found }” is not a date kinfolio can read.
}
    .why = A family would read a wrong day, or none. { last-good }
    .help = { $problem ->
        [order] Write the one that is meant: { $first } or { $second }
        [year] Write the year too, such as: { $first }
        [weekday] If the number is right, write: { $first }
       *[other] Write year, month and day with two digits each for month and day, such as: 2026-09-18
    }
    .before =
        by: in May
    .after =
        by: 2027-05-28

dates-reversed = The end comes before the beginning.
    .why = A family could not tell when this starts and ends. { last-good }
    .help = Check both dates. The later one belongs here.
    .earlier = it begins here
    .before =
        period: {"{"}from: 2026-11-20, to: 2026-08-31{"}"}
    .after =
        period: {"{"}from: 2026-08-31, to: 2026-11-20{"}"}

goal-without-baseline = The goal “{ $goal }” has no baseline.
    .why = Families see where a goal began. Without it the page cannot say “before”. { last-good }
    .help = { add-line }
    .before =
        baseline: {"{"}date: 2026-09-11{"}"}
    .after =
        baseline: {"{"}date: 2026-09-11, value: 3/10{"}"}

goal-without-target = The goal “{ $goal }” has no target.
    .why = Families see what everyone hopes for and how far the way is. Without it the page cannot say so. { last-good }
    .help = { add-line }
    .before =
        baseline: {"{"}date: 2026-09-11, value: 3/10{"}"}
        by: 2027-05-28
    .after =
        baseline: {"{"}date: 2026-09-11, value: 3/10{"}"}
        target: 80
        by: 2027-05-28

future-date = { $date } lies in the future. Today is { $today }.
    .why = Nothing can have been seen on that day yet. A family would wonder what is true. { last-good }
    .help = Check the year and the month. Write the day on which it happened.
    .before =
        2062-09-25: 46
    .after =
        2026-09-25: 46

out-of-range = { $problem ->
    [whole] The number of all tries, or the time, is { $found }. It has to be more than 0.
    [part] { $found } does not fit: it has to lie between 0 and { $high }.
    [letters] “{ $found }” has too many or too few letters: there are { $high } steps.
    [fraction] { $found } is not a whole number.
    [below] { $found } is too small: the least is { $low }.
   *[between] { $found } does not fit: it has to lie between { $low } and { $high }.
}
    .why = This number cannot be right for what is counted here, and the chart would show it to the family. { last-good }
    .help = { $problem ->
        [whole] Check for a slip of the finger. Write 8/10 for 8 of 10.
        [part] Check for a slip of the finger. The part comes first: 8/10 is 8 of 10.
        [letters] Write one letter for each step, in the order of the steps. Did the list of steps change? Then add to “changes” the day of the change, with kind: measure, and with steps_before: and how many steps there were until then.
        [fraction] Write a number without a point, such as 3.
       *[other] Check for a slip of the finger, such as 440 for 44.
    }
    .before =
        2026-09-18: 12/10
    .after =
        2026-09-18: 10/12

target-wrong-side = The target is { $target }, but the baseline is { $baseline }.
    .why = { $direction ->
        [decrease] The goal is to have less, so the target has to be under the baseline.
       *[other] The goal is to have more, so the target has to be over the baseline.
    } A family would read that there is nothing left to do. { last-good }
    .help = { $direction ->
        [decrease] Write a target under { $baseline }. If more is better for this goal, write: direction: increase
       *[other] Write a target over { $baseline }. If less is better for this goal, write: direction: decrease
    }
    .baseline = it began here
    .before =
        target: 30
    .after =
        target: 90

decimal-comma = “{ $found }” has a comma in it. kinfolio reads numbers with a point.
    .why = A comma also stands between numbers, so it is not certain what is meant. { last-good }
    .help = Write: { $better }

sheet-without-dates = This sheet has no column “date”.
    .why = Without the day, a number has no place on the chart. { last-good }
    .help = { $better ->
        [0] Add a column with the heading: date
       *[other] The column “{ $found }” holds days. Write in { $better }: date
    }

number-twice = The numbers of { $date } stand in two files.
    .why = If the two differ, a family could read either one. { last-good }
    .help = Keep this day in one file: in this sheet, or under “data:” in the goal’s .yaml. Several checks on one day may stand in several rows.
    .other = it stands here too

sheet-alone = There is no goal “{ $goal }” for these numbers.
    .why = No page can show them. { last-good }
    .help = Give the sheet the same name as its goal: reading.csv beside reading.yaml. Or add the file { $goal }.yaml.

few-tries = This check has only { $tries ->
    [one] { $tries } try
   *[other] { $tries } tries
}.
    .why = Of so few, one more or less makes the line jump. A family may see ups and downs that mean nothing.
    .help = If you can, give five tries or more each time. The numbers are shown as they are.

mastery-window = { $problem ->
    [zero] A goal cannot be met on 0 checks.
    [both] “at_least” and “at_most” stand side by side.
   *[more] { $times } of { $of } checks cannot be.
}
    .why = The page tells the family when the goal is met, and this can never be. { last-good }
    .help = { $problem ->
        [both] Keep “at_least” if more is better, and “at_most” if less is better.
       *[other] Write first on how many checks, then out of how many in a row: times: 3, of: 4
    }
    .other = it belongs together with this

closed-without-outcome = This goal is closed, but it does not say what came of it.
    .why = A family would see the goal disappear and not know why. { last-good }
    .help = { add-line }

after-closing = There is a number from { $date }, after the goal was closed.
    .why = The number is kept. The goal has ended, so a family may wonder which of the two is true.
    .help = If the work goes on, take “closed” out of the goal.
    .closed = the goal was closed on this day

five-levels = A goal attainment scale has five levels, but here { $found ->
    [one] is { $found }
   *[other] are { $found }
}.
    .why = Families read what each level from -2 to 2 means. { last-good }
    .help = Write five sentences, the one for -2 first. The third is for 0: what you expect.

standard-without-words = The standard { $code } stands here without plain words.
    .why = A code says nothing to a family, so the page leaves it out.
    .help = Add what the class works on, such as: plain: read grade 3 text smoothly

benchmark-without-source = This benchmark does not say where it comes from.
    .why = A family that compares has to know who says so. { last-good }
    .help = { add-line }

goal-unexplained = The goal “{ $goal }” does not say { $field ->
    [what] what the student will do (“what:”)
    [why] why it matters (“why:”)
   *[how_checked] how it is checked (“how_checked:”)
}.
    .why = Families who understand a goal can help with it. The page leaves this part out.
    .help = { $field ->
        [what] Add a sentence such as: what: Read a new page out loud, with 90 words right in one minute.
        [why] Add a sentence such as: why: Smooth reading leaves room to think about the story.
       *[how_checked] Add a sentence such as: how_checked: Every Friday, one minute with a new page. It is quick and calm.
    }

goal-without-use = The goal “{ $goal }” does not say where it helps in life.
    .why = A family may not see the skill when it happens at home.
    .help = Add one or two places, such as: where_used: [reading a menu, a letter from grandma]

not-agreed = The goal “{ $goal }” does not say when it was agreed.
    .why = The page cannot tell the family when everybody agreed on it.
    .help = Add a line with the day and who was there{ such-as }

number-far = { $found } is far from the other numbers of this goal: they go from { $low } to { $high }.
    .why = It looks like a slip of the finger. A family would read it as a fact, and the chart and the sentence would be built on it. { last-good }
    .help = { write-number } { if-sure }
    .before =
        2026-10-09: 590
    .after =
        2026-10-09: 59

over-limit = { $problem ->
    [words] { $found } words in a minute are more than readers of this age read out loud.
    [week] { $found } minutes are more than a school week has.
    [session] { $found } minutes are more than a school day has.
    [given] { $found } minutes were given, but { $high } were planned.
   *[day] { $found } is more than a whole day has.
}
    .why = { $problem ->
        [words] In grade 6, nine children in ten read 204 words or fewer (Hasbrouck and Tindal 2017). More than { $high } is asked about, because a family would read it as a fact.
       *[other] It looks like a slip of the finger. A family would read it as a fact.
    } { last-good }
    .help = { write-number } { if-sure }
    .before =
        2026-09-18: 470
    .after =
        2026-09-18: 47

unknown-person = “{ $found }” is not in staff.yaml.
    .why = A family would not know who this is or how to call. { last-good }
    .help = { did-you-mean } { known-ids } To add somebody, write a short name in staff.yaml with “name:” below it.
    .before =
        case_manager: riviera
    .after =
        case_manager: rivera

unknown-goal = This student has no goal “{ $found }”.
    .why = The page could not lead the family to the goal. { last-good }
    .help = { did-you-mean } A goal is named by its file: reading is goals/reading.yaml. { known-ids }
    .before =
        goals: [raeding]
    .after =
        goals: [reading]

unknown-tip = There is no tip “{ $found }”.
    .why = The family would find nothing to do at home. { last-good }
    .help = { did-you-mean } A tip is named by its file, in tips/ here or in library/tips/. { known-ids }

unknown-support = There is no support “{ $found }” in the library.
    .why = The page could not say what this help is. { last-good }
    .help = { did-you-mean } { known-ids } Or write it out: kind: accommodation, and text: with your own words.

unknown-role = There is no role “{ $found }” in the library.
    .why = Families read what each person does. Without the role the page cannot say it. { last-good }
    .help = { did-you-mean } { known-ids } A role is a file in library/roles/.

no-school-day = There was no school on { $date }.
    .why = The number is shown on that day. A family may wonder about it.
    .help = Check the date. If school was open, take the day out of “no_school” in school.yaml.

translation-shape = The translation of “{ $field }” does not fit. The first file has { $length ->
    [one] { $length } entry
   *[other] { $length } entries
} here.
    .why = The words could land next to the wrong entry. { last-good }
    .help = { $example ->
        [0] Write as many entries as the first file has, in the same order.
       *[other] Write as many entries as the first file has, in the same order. A list stands in brackets, with a comma between its entries{ such-as }
    }
    .original = the list it translates

translation-fact = “{ $field }” is a fact. A translation holds only words.
    .why = If a number or a date stood in two files, families could read two different ones. { last-good }
    .help = Delete this line here. The value in the first file counts for every language.
    .before =
        title: Contar monedas
        target: 90
    .after =
        title: Contar monedas

unknown-language = The school does not offer the language “{ $found }”.
    .why = The family’s site could not be made in their language. { last-good }
    .help = Write one of: { $choices }. Or add { $found } to “languages” in school.yaml.

no-pack = kinfolio does not speak “{ $language }” yet.
    .why = The family’s site is made in their other languages, or in the school’s own.
    .help = Ask your technician to add the words for this language in locales/{ $language }/.

unknown-service = This student has no service “{ $found }”.
    .why = The page could not say which help will change. { last-good }
    .help = { did-you-mean } { known-ids } Services stand in services.yaml.

not-yet = Sealed pages cannot be made yet.
    .why = Pages would be readable by everybody who finds the address. So none is made; pages of an earlier build stay as they are.
    .help = Write access: host-login, and put the pages only where the host asks who is reading.

# What has a date.

review-incomplete = This formal review says nothing about { $count ->
    [one] one open goal
   *[other] { $count } open goals
}: { $goals }.
    .why = A family has a right to hear about every goal when a formal review comes. They would look for this one and not find it. { last-good }
    .help = Add below “goals:” the name of each goal with “decision:” and “why:”. If the goal was agreed in this meeting or later, write the day into the goal’s file, such as: agreed: {"{"}on: 2026-11-20{"}"}. If this was only a quick review in between, write: kind: brief

decided-after-end = The goal “{ $goal }” ended on { $date }, before this review.
    .why = A family would read a new decision about a goal that they were told is finished. { last-good }
    .help = Take “{ $goal }” out of this review. If the goal goes on, take “closed” out of its file.

adjust-without = This decision changes something for “{ $goal }”, but the line “{ $field }:” is missing.
    .why = A family would read that something changes, and not what or from when. The chart could not show the change either. { last-good }
    .help = { add-line }

vague-review = “{ $phrase }” says nothing by itself, and there is no number in these words.
    .why = A family cannot tell from it how far the child has come. A formal review has to say it in a way that can be checked. { last-good }
    .help = Say it with numbers: “From 43 to 58 words in a minute.” or “4 of 5 times this month, 2 of 5 in September.”

review-overdue = The formal review of { $date } is not written yet.
    .why = The family was told to expect it on that day. The page is made, and still shows the review before it.
    .help = Write reviews/ and the day on which you met, such as reviews/{ $date }.md, with “kind: formal”. If the day has moved, change the date that was promised.

review-due = A formal review is due on { $date }.
    .why = The family expects it on that day.
    .help = Write reviews/{ $date }.md with “kind: formal” and a decision for every open goal.

short-notice = { $days ->
    [0] There is no school day left before this change.
    [one] There is only { $days } school day before this change.
   *[other] There are only { $days } school days before this change.
} { $told ->
    [yes] That is how long the family knows of it.
   *[no] Nobody wrote down that the family was told.
}
    .why = A child and a family need about ten school days to get ready. The page is made and tells them of the change.
    .help = { $told ->
        [yes] Move the change to a later day if you can: rename this file. If the family knew earlier, correct “when:” below “told:”.
       *[no] Call the family, then add below “handoff:” and “told:” a line{ such-as }
    }

nothing-stays = This change does not say what stays the same.
    .why = That is the first thing a family wants to know. The page is made without it.
    .help = Add a list, such as: stays_same: [He still works with Mr. Haddad., He keeps the same planner.]

handoff-open = This change is in effect, but { $what ->
    [goals] nobody has looked through the goals yet.
    [family] nobody wrote down that the family was told.
    [receiving] it does not say who takes over.
    [steps] a step is not done yet.
   *[done] the handoff is marked as not done.
}
    .why = What is not handed on gets lost, and the child begins again. The page is made and shows what is open.
    .help = { $what ->
        [goals] When it is done, write below “handoff:”: goals_reviewed: true
        [family] Add below “told:” a line{ such-as }
        [receiving] Write below “handoff:” the short name of the person{ such-as }
        [steps] When a step is done, add to it: done: true
       *[done] When all of it is done, write: done: true
    }

check-too-early = { $found } lies before the change on { $date }.
    .why = Nobody can look how a change is going before it comes. A family would wonder which of the two days is right. { last-good }
    .help = Check both days. Often two and six weeks after the change are a good time.

level-drop = The numbers of “{ $goal }” fell after this change: from { $before } to { $after } in { $weeks } weeks.
    .why = The family sees the numbers, and no verdict. A drop of more than a fifth is worth a talk in the team.
    .help = Look at it together: is the help given as planned, does the child need more time, or a step back? Write what you decide in a review.

no-family-meeting = No meeting with the family is planned for the next 90 days.
    .why = The first page tells the family that no meeting is planned.
    .help = Add a line of its own to meetings.yaml, at the left edge{ such-as }

no-interpreter = Nobody is written down to interpret on { $date }. The family reads “{ $language }”.
    .why = A family cannot decide with the team about what it does not follow. The page does not promise an interpreter.
    .help = Book one, then write: interpreter: { $language }. If the family does not want one, write: interpreter: no

no-interpreter-line = Families of this school read “{ $language }”, but there is no number for an interpreter.
    .why = A family that does not speak the school’s language has nobody to call. The pages give the school’s own number instead.
    .help = Add a line to school.yaml, such as: interpreter: {"{"}phone: "608 555 2199", free: true{"}"}

past-meeting-next = This meeting is marked as the next one, but { $date } has passed. Today is { $today }.
    .why = A family would wait for a meeting that has already been. { last-good }
    .help = Write the day of the next meeting, or take the line “next:” out.

update-late = { $any ->
    [no] There is no update yet, after { $days } school days.
   *[yes] The last update is { $days } school days old.
}
    .why = The family was promised to hear from you more often. The page still shows the last one.
    .help = Two lines are enough: one thing that happened, and one that comes. Save them as updates/ with today’s date, ending in .md

before-baseline = { $date } is before the baseline of this goal, which is of { $start }.
    .why = A goal begins with its baseline. A number from before that day pulls the chart apart, and a family would read “There is no clear direction”. { last-good }
    .help = { $better ->
        [0] Write the day on which it was seen, or delete the line. If the baseline is older, correct its day.
       *[other] Did you mean { $better }?
    }
    .start = the baseline
    .before =
        2025-09-25: 46
    .after =
        2026-09-25: 46

day-alone = { $date } is months away from every other day of this goal.
    .why = It looks like a slip in the year or the month. The chart would be one long line, and a family would read a direction that is not there. { last-good }
    .help = Did you mean { $better }? { if-sure }
    .before =
        2025-10-02: 49
    .after =
        2026-10-02: 49

other-total = In { $found } the second number is not like the others, which are { $span ->
    [same] always { $low }.
   *[other] between { $low } and { $high }.
}
    .why = It looks like a slip of the finger, and the chart would jump. A family would read it as a fact. { last-good }
    .help = { write-number } { if-sure }
    .before =
        2026-09-24: 8/100
    .after =
        2026-09-24: 8/10

day-too-far = { $problem ->
    [goal] The target is set for { $date }, years after the baseline of { $other }.
    [period] The period begins on { $date }, more than a year before this review of { $other }.
    [year] The school year begins on { $other } and ends on { $date }, more than a year later.
    [late] The period ends on { $date }, long after this review of { $other }.
   *[today] { $date } is many years away. Today is { $other }.
}
    .why = { $problem ->
        [goal] A goal of an IEP is a goal for a year. A family would read that nothing is due for years.
       *[other] It looks like a slip in the year. A family would wonder what is true.
    } { last-good }
    .help = Check the year.
    .before =
        by: 2072-05-28
    .after =
        by: 2027-05-28

first-page-gap = The first page has { $what ->
    [goals] no goal to show.
    [update] no update to show.
    [tip] nothing for the family to do at home.
    [date] no next day: no meeting and no review.
   *[contact] no telephone number or address of the case manager.
}
    .why = It answers a parent’s first questions, and one answer is missing.
    .help = { $what ->
        [goals] Add a file to goals/, such as goals/reading.yaml.
        [update] Add a file with two lines about the week{ such-as }
        [tip] { $example ->
            [0] Add a tip: a file in tips/ that begins with a line like # Read it twice.
           *[other] Add a tip to tips/, or name one in a goal: { $example }
        }
        [date] Add a meeting to meetings.yaml, or “next_review:” to the newest review.
       *[contact] Add “phone:” or “email:” to this person in staff.yaml.
    }

criterion-unread = It is not clear what “{ $found }” means.
    .why = A family reads when the goal counts as reached. { last-good }
    .help = { $problem ->
        [tries] If these are checks, write: { $better } If they are the tries of one check, write: { $second }
       *[words] Write the value, and on how many checks of how many in a row, such as: { $better }
    }
    .before =
        mastery: 4 of 5 trials
    .after =
        mastery: {"{"}at_least: 80, times: 4, of: 5{"}"}

frequency-unread = It is not clear how often “{ $found }” is.
    .why = A family reads how much help their child gets. { last-good }
    .help = Write how many times in a day, a week or a month, such as: frequency: {"{"}times: 2, per: week{"}"} and how long each time, such as: minutes: 30
    .before =
        frequency: as needed
    .after =
        frequency: {"{"}times: 2, per: week{"}"}
unknown-timezone = “{ $found }” is not a time zone that kinfolio knows.
    .why = It says when the school’s day begins. With a wrong one, an update of today could wait a day. { last-good }
    .help = { $nearest ->
        [0] Write the name of a large city near you, such as: timezone: America/Chicago
       *[other] Write: timezone: { $nearest }
    }
    .before =
        timezone: America/Chigago
    .after =
        timezone: America/Chicago

copied-file = { $what ->
    [goal] This goal is a copy of { $other }: it has the same title and the same numbers.
    [goal-numbers] This goal has the same numbers as { $other }, on the same days.
    [update] This update has the same words as that of { $other }.
   *[review] This review has the same words as that of { $other }.
}
    .why = { $what ->
        [goal] The family would find one goal twice, and every check of it twice.
        [goal-numbers] It looks like a copy that still has the numbers of the other goal. A family would read them as facts about this one.
       *[other] It looks like a copy that still has the old words. A family would read of one week twice, as if it had happened again.
    } { last-good }
    .help = { $what ->
        [goal] Delete one of the two files. If it is a new goal, write its own title and numbers.
        [goal-numbers] Write the numbers of this goal, or delete those that are copied.
       *[other] Write what is new, or delete this file.
    }

same-title = This student has another open goal with the title “{ $title }”, in { $other }.
    .why = A family cannot tell the two apart: both have the same name in every list.
    .help = Is one of them a copy or an old one? Delete it, or add “closed:” to it. If both are right, make the titles different.

waits-for-day = This { $what ->
    [update] update
   *[review] review
} is dated { $date }, so it waits until that day. Today is { $today }.
    .why = The family sees it from { $date } on, without anybody’s help. It has been checked like all others.
    .help = Nothing needs to be done. If it should be on the page today, rename the file to { $today }.md

goal-past-due = The target of the goal “{ $goal }” was set for { $date }. That day is over.
    .why = The page still tells the family what is hoped for by then.
    .help = If the goal goes on, write its new day, such as: by: { $better }. If it is over, add a line such as: closed: {"{"}on: { $date }, outcome: She reads 84 words in a minute.{"}"}


# Support at school.

service-without-goals = This is small-group time, but no goal is named.
    .why = A child leaves the class for it. A family has to know which goal that is for. { last-good }
    .help = { add-line }

service-without-minutes = { $missing ->
    [often] It is not said how often this help is given.
   *[long] It is not said how long this help takes.
}
    .why = Families see how much time a goal gets. Without it nobody can tell whether it was given. { last-good }
    .help = { $missing ->
        [often] Add days, such as: days: [mon, wed]. Or write: frequency: {"{"}times: 2, per: week{"}"}
       *[long] Add minutes, such as: minutes: 25. Or write “start:” and “end:” with the times.
    }

hours-reversed = The end is not after the start.
    .why = A family could not tell when this is. { last-good }
    .help = Write times of 24 hours: ten past one in the afternoon is "13:10".
    .earlier = it begins here

blended-parts = { $problem ->
    [not-blended] Only help that is both in class and in a small group has parts.
   *[one-kind] Help that is both in class and in a small group needs a part for each.
}
    .why = A family could not see what happens in class and what does not. { last-good }
    .help = { $problem ->
        [not-blended] Write “model: blended”. Or delete “parts:” and write its lines straight below the service.
       *[one-kind] Write two lines below “parts:”, such as - {"{"}model: push-in, times: 2, minutes: 25{"}"} and - {"{"}model: pull-out, times: 2, minutes: 25{"}"}. If there is only one kind, write that as the model.
    }

core-missed = This takes { $minutes } minutes { $per ->
    [week] a week
   *[time] each time
} of “{ $subject }”, a lesson that nobody should miss.
    .why = Help must not cost a child reading, writing or math lessons. { last-good }
    .help = Choose other hours. If the team has decided that it has to be so, say why and since when, in words for the family: { $example }
    .lesson = the lesson is here

services-clash = “{ $service }” and “{ $other }” are at the same time.
    .why = The child can be at one place only, so the family would read something that cannot be. { last-good }
    .help = Check the days and the times of both. If one has ended, write its last day: { $example }
    .other = the other one is here

timetable-clash = “{ $subject }” and “{ $other }” are at the same time in one class.
    .why = Pages compute from the timetable what a child misses. With two lessons at one time that would be wrong. The last good sites stay.
    .help = Check the days and the times. If they are for different classes, add to each a line with its own class, such as: class: Room 12
    .other = the other lesson is here

minutes-without-reason = { $problem ->
    [too-few] { $open ->
        [one] { $open } minute was not given, and no reason is noted.
       *[other] { $open } minutes were not given, and no reason is noted.
    }
   *[too-many] The reasons add up to { $told } minutes, but { $gap } were not given.
}
    .why = Families read planned and given minutes with the reasons. They have to add up. { last-good }
    .help = { $problem ->
        [too-few] Write the minutes into one of these: no_school, staff_away, student_away, other.
       *[too-many] Correct the reasons, or the minutes that were given.
    }

week-twice = The week of { $week } is noted twice for “{ $service }”.
    .why = Its minutes would count twice. { last-good }
    .help = Keep one of the two rows and delete the other.
    .first = it is noted here first

week-not-monday = This day is not a Monday.
    .why = Rows are named by the day their week begins. A family would read a wrong week.
    .help = Write the Monday of that week: { $monday }

service-incomplete = “{ $service }” does not say all that a family asks. Missing: { $fields }.
    .why = The family has to call you to find out.
    .help = Add these lines, in plain words. with: the class teacher. since: the first day. looks_like: what one would see. why: what the child needs. exit: the sign that it can change. return_plan: how the child goes back to class.

long-looks-like = “looks_like” has { $words } words. Forty are enough.
    .why = A family reads it first, on a phone.
    .help = Say in one or two sentences what one would see: Ms. Ortiz sits at his table while the class reads.

goal-without-service = No service names the goal “{ $goal }”.
    .why = The family reads what everybody hopes for, but not who helps and when.
    .help = In services.yaml, add “{ $goal }” to “goals:” of the service that works on it. If none does, talk about it with the team.

no-planning = There is help in class, but no planning meeting in the last 30 days.
    .why = Two adults who teach in one room plan together, so that the child gets one lesson and not two.
    .help = If there was none, find a day for one. If there was one, note it in meetings.yaml, with a line of its own at the left edge{ such-as }

goal-one-owner = The goal “{ $goal }” is worked on in class, but one person alone is named for it.
    .why = What is taught in class belongs to the teacher and to the one who helps. A family should know both.
    .help = Add the second person{ such-as }

little-given = Of “{ $service }”, { $given } of { $planned } planned minutes were given: { $percent } percent.
    .why = Under 85 percent, the numbers of a goal say little about whether the help works. The family sees the minutes and the reasons, not this message.
    .help = Look at the reasons together. Find time to make up for it, or plan what can be given.

times-disagree = { $problem ->
    [iep] The IEP promises { $said } minutes a week, but the days and minutes here make { $computed }.
    [days] It says { $said } times a week, but { $computed } days are named.
   *[hours] It says { $said } minutes, but from start to end it is { $computed }.
}
    .why = Somebody would read two numbers and not know which one is right.
    .help = Correct one of the two.

modification-without-note = This changes what is taught, but says no word about it to the family.
    .why = A family should not have to find out that their child works on something else than the class.
    .help = Add a line like: family_note: "The class writes two pages, he writes one. He learns the same ideas."

universal-for-one = Everyone in class has this, but it is written as one child’s own.
    .why = What helps everybody should not set one child apart.
    .help = Write: for: whole class. If only this child has it, write: kind: accommodation

instead-of-differs = The timetable has something else at this time: { $subjects }.
    .why = The page tells the family from the timetable what is missed. Two names for it make them wonder.
    .help = Write the same name here and in the timetable of school.yaml, or correct the hours.

# Words for families.

raw-html = { $count ->
    [one] A sign from web pages stands in these words: { $tag }
   *[other] { $count } signs from web pages stand in these words. The first is: { $tag }
}
    .why = Families will see it just as it is typed here. It changes nothing on the page.
    .help = Delete it. For bold words write two stars on each side: **like this**

link-scheme = A link here leads to “{ $address }”, and such links are not safe.
    .why = A link may open a secure web page, a mail or a telephone call. This one does something else. { last-good }
    .help = Begin the address with https:, mailto:, tel: or sms:
    .before =
        Ana read [a page](http://example.org).
    .after =
        Ana read [a page](https://example.org).

dead-link = { $exists ->
    [yes] The file “{ $address }” is not shown on family sites yet.
   *[other] The link “{ $address }” leads nowhere.
}
    .why = A family would tap on it and find nothing. { last-good }
    .help = { $exists ->
        [yes] Take the link out for now, and say in words what the file shows.
       *[other] Write the whole web address, beginning with https://, or take the link out.
    }
    .before =
        Here is the [page](bats.md).
    .after =
        Here is the page about bats.

remote-image = A picture here comes from another website: “{ $address }”.
    .why = That website would learn who opens the family’s page. { last-good }
    .help = Take the picture out, or write a link to it: [the picture](https://…)
    .before =
        ![a bat](https://example.org/bat.jpg)
    .after =
        See [a bat](https://example.org/bat.jpg)

no-title = This text has no title.
    .why = Families could not see what it is about. { last-good }
    .help = Begin the words with a line like: # Read it twice
    .before =
        Sing a song.
    .after =
        # Sing in the car

        Sing a song.

too-many-steps = This tip has { $steps } steps. Four are enough.
    .why = At the end of a long day a family will not get to the last ones. The tip is shown as it is.
    .help = Keep at most four steps, or make two tips of it.

long-update = This update has { $words } words. Up to { $most } are read on a phone in a minute.
    .why = The update is shown, but the end may not be read.
    .help = Keep what is new this week, and one thing the family can do.

untranslated = There is no { $file } yet.
    .why = The family will read these words in the language they were written in, and the page says so.
    .help = Add { $file } beside this file, with the same words in “{ $language }”.

stale-translation = { $file } may be older than its original: { $count ->
    [one] { $count } text is new there, or has changed.
   *[other] { $count } texts are new there, or have changed.
}
    .changed = new or changed since
    .why = A family that reads “{ $language }” sees old words. The page says so, and shows decisions, services, supports and places in the original.
    .help = Open both files, bring this one up to date and save it. If it still fits as it is, write the line “checked: { $today }” at the top of it (in Markdown, between the --- lines).

memory-broken = What kinfolio remembers of translations cannot be read ({ $path }).
    .why = A translation that is older than its original is not noticed: all count as up to date.
    .help = You do not need to do anything: the next `kinfolio build` writes the file anew. No words are lost.

foreign-digits = The digits { $digits } look different from those in charts and dates.
    .why = A family has to compare two kinds of digits on one page.
    .help = Write 0 1 2 3 here. If families should read their own digits everywhere, write in school.yaml: digits: native

hidden-characters = There is a sign in these words that cannot be seen ({ $character }).
    .why = It can turn words around or show as a box on the family’s phone. { last-good }
    .help = Type the words again here by hand. Text from other programs can bring such signs with it.

unknown-explainer = There is no text “{ $found }” about a kind of goal.
    .why = The family could not read what this kind of goal is about. { last-good }
    .help = { did-you-mean } { known-ids } It is a file in library/explainers/. Or take the line “explainer” out.

partner-stale = This partner was last checked on { $date }. That is more than a year ago.
    .why = A family may call a number that nobody answers, or go to a door that is closed. The partner is still shown.
    .help = Call there. Then write the day of your call in “checked”, or take the file away.

partner-unreachable = This partner has no “phone” and no “url”.
    .why = A family reads about help and has no way to get it. The partner is still shown.
    .help = Add a phone number, or a web address that begins with https://

endorsement = The words “{ $phrase }” say that somebody stands behind this page.
    .why = A family would trust the page more than anybody has promised. The words are still shown.
    .help = Say where the idea comes from: It is described by … . Take the words out even where they say “not”, unless that has to be said.

hidden-words = { $mark ->
    [tags] A line of tags was left out.
   *[other] Words that are marked as hidden were left out.
}
    .why = { $mark ->
        [tags] Tags such as #reading sort notes. They say nothing to a family, so the page does not show them.
       *[other] What stands between { $open } and { $close } is a remark for yourself, and no page shows it.
    }
    .help = { $mark ->
        [tags] Delete the line, or write the words as a sentence if the family should read them.
       *[other] If the family should read these words, take the marks away. If not, you do not need to do anything. Others with this folder can still read them.
    }

hidden-without-end = A remark begins here with { $open } and does not end.
    .why = kinfolio cannot know which words are for the family and which are only for you. { last-good }
    .help = Write { $close } where the remark ends, or delete { $open } if the family should read all of it.

other-note = “{ $found }” should show another note or a picture here, and kinfolio cannot do that.
    .why = The family would find a file name where you meant words or a picture. { last-good }
    .help = For a picture, delete it here and write it among the facts, such as: photo: {"{"}file: tower.jpg, alt: A tower of blocks, faces: none{"}"}. For words, copy them to this place.

note-to-self = “{ $phrase }” reads like a note to yourself.
    .why = The family would read it. { last-good }
    .help = Delete it, or put it between %% signs, which no page shows: %% { $phrase } … %%. If it is meant for the family, write it as a sentence in other words.

private-contact = { $kind ->
    [phone] The telephone number { $found } stands in these words, and no file of the school names it.
    [mail] The e-mail address { $found } stands in these words, and no file of the school names it.
   *[address] “{ $found }” looks like a street address, and no file of the school names it.
}
    .why = If it belongs to a family, everybody who sees this page could read it. { last-good }
    .help = { $kind ->
        [phone] Delete it if it belongs to a family. If families should call it, write it in staff.yaml, school.yaml or library/partners, or as a link with a name: [the library](tel:{ $found })
        [mail] Delete it if it belongs to a family. If families should write to it, put it in staff.yaml or school.yaml, or make it a link with a name: [the library](mailto:{ $found })
       *[address] Delete it if a family lives there. If it is a public place, use its name, such as: the library. Its address can stand in library/partners.
    }

left-in-words = “{ $found }” is left on the page “{ $page }”.
    .why = Families will see these marks as they are typed here. The page is made.
    .help = Delete the marks, or write them as docs/format.md says: **bold**, - an item, # Title.

# How texts read.

deficit-word = “{ $phrase }” says what a child is not.
    .why = A family remembers such words for years. The page is made, and they will read them.
    .help = { write-instead } Say what the child does now, what helps, and what comes next.
    .before =
        Ana is struggling with long words.
    .after =
        Ana is learning to read long words. Tapping the parts helps.
gendered-in-library = “{ $phrase }” fits only some of the students who share this text.
    .why = The same words are on the pages of girls and of boys. A family may read them about a child they do not fit.
    .help = { write-instead }

deficit-word-stops = { deficit-word }
    .why = A family remembers such words for years. In school.yaml your school has said that they stop a site. { last-good }
    .help = { deficit-word.help }

jargon-word = “{ $phrase }” is a word that only schools use.
    .why = A family may not know it, and may not like to ask. The page is made, and they will read it.
    .help = { write-instead } Or say in a short sentence what happens there.
    .before =
        She goes to pull-out on Monday.
    .after =
        She has small-group time on Monday.
jargon-word-stops = { jargon-word }
    .why = A family may not know it. In school.yaml your school has said that such words stop a site. { last-good }
    .help = { jargon-word.help }

vague-words = “{ $phrase }” says nothing by itself, and there is no number beside it.
    .why = A family cannot tell from it what has changed. The page is made, and they will read it.
    .help = { write-instead } Or tell one thing that somebody saw: “She read a whole page on her own.”
    .before =
        She is making progress.
    .after =
        She read 49 words in a minute. In September it was 43.
vague-words-stops = { vague-words }
    .why = A family cannot tell from it what has changed. In school.yaml your school has said that such words stop a site. { last-good }
    .help = { vague-words.help }

cost-in-tip = “{ $phrase }” in a tip may cost a family money, or need a thing they do not have.
    .why = Not every family has a printer, an app or money for it. They would feel left out. The tip is shown as it is.
    .help = { write-instead } If it costs nothing, say so: “There is nothing to buy.”
    .before =
        1. Download a game.
    .after =
        1. Look for letters on boxes in the kitchen.

home-language = “{ $phrase }” in a tip asks a family to give up its own language at home.
    .why = Talk at home is richest in the language a family speaks best, and it helps English too. The tip is shown as it is.
    .help = { write-instead } Any language works. Say so in the tip.
    .before =
        2. Please speak English.
    .after =
        2. Read in the language that you speak at home.

long-note = This note has { $words } words. It stands in a small cell of a table.
    .why = On a phone the table gets very long, and the number is hard to find. The note is shown as it is.
    .help = Keep up to 25 words. Write more of it in the update of that week.

hard-to-read = { hard-grade } The longest sentence here has { $words } words.
    .why = Many parents read late, tired, on a phone, or in their second language. The page is made, but they may not get to the end. The grade is counted from the length of words and sentences. It cannot know whether a text is clear.
    .help = { $cause ->
        [sentence] Write two sentences instead of one.
       *[words] Keep sentences short, as they are.
    } { long-words } Then read it aloud.
hard-to-read-stops = { hard-grade } The longest sentence here has { $words } words.
    .why = Many parents read late, tired, on a phone, or in their second language. In school.yaml your school has said that such a text stops a site. { last-good }
    .help = { hard-to-read.help }

long-sentences = Sentences here have { $words } words on average. Up to { $most } are easy to follow.
    .why = Long sentences are hard on a phone in every language. There is no better measure for this one.
    .help = Make two sentences of the longest one.

# Pictures.

picture-consent = There is a picture here, but no consent to photos.
    .why = A picture is shown only when the family has agreed to it in writing. { last-good }
    .help = Ask the family. When they have agreed, write in student.yaml: consent: {"{"}photo: true{"}"}. If they have not, take the picture out.

picture-faces = Somebody in this picture has not agreed to be shown.
    .why = Another child or adult could be recognised. { last-good }
    .help = Choose a picture without that person, or cut them out of it and save it under a new name. Then write: faces: none

picture-missing = There is no picture “{ $found }” in this student’s folder files/.
    .why = The family would see an empty frame. { last-good }
    .help = Put the picture into files/ and write its name with its ending, such as: file: tower.jpg. { did-you-mean } { known-ids }

picture-broken = “{ $found }” cannot be shown: { $problem ->
    [heic] it is in the format of an iPhone (HEIC), which other phones do not open.
    [svg] it is an SVG drawing, which can hold a program.
    [too-large] it is too large.
    [broken] it is damaged, or has not finished copying.
    [unreadable] the computer does not open it.
    [away] it has not arrived on this computer yet.
   *[unknown] it is not a JPEG, PNG or WebP picture.
}
    .why = The family would see an empty frame. { last-good }
    .help = { $problem ->
        [heic] On the iPhone: Settings, Camera, Formats, Most Compatible. For this picture: open it, share it, and save it as JPEG.
        [svg] Open the drawing and save or photograph it as PNG or JPEG.
        [too-large] Save it smaller: 4,000 dots on the long side are more than enough, and it has to be under 40 MB.
        [broken] Wait until the shared folder has finished copying, or save the picture there again.
        [unreadable] Close other programs that have it open, check that it is on this computer, then try again.
        [away] Choose “Always keep on this device” for the school folder, wait until it is done, then try again.
       *[unknown] Open it and save it as JPEG or PNG.
    }

# Other children.

same-name = “{ $name }” is also the name of the student in the folder “{ $other }”.
    .why = If one of the two folders began as a copy of the other, it shows one child’s plan to another child’s family.
    .help = Is it a copy? Then write the student’s own name first, and take out everything that is the other student’s. If two students really have this name, tell them apart: a middle name, or a letter.
    .before =
        name: Ana Duarte
    .after =
        name: Ana R. Duarte

other-student-named = The name “{ $name }” belongs to another student.
    .why = No family should read about another family’s child. { last-good }
    .help = { $what ->
        [word] If the child is meant, write “a classmate” instead. If it is the word, write it in small letters, or begin the sentence with another word.
       *[name] Write “a classmate” instead. If the name is meant and both families agree, add to this student’s student.yaml: may_mention: ["{ $name }"]
    }
    .before =
        Ana read with Ben Osei.
    .after =
        Ana read with a classmate.

name-or-word = { $what ->
    [page] The finished page { $page } has a sentence that begins with “{ $name }”. That is a word, and the name of another student.
   *[words] A sentence begins with “{ $name }”. That is a word, and the name of another student.
}
    .why = No family should read about another family’s child, and only a person can tell which is meant. { last-good }
    .help = If the child is meant, write “a classmate”. If it is the word, begin with another one, or answer once for the whole school. Then kinfolio asks no more when a sentence begins with it, and would not notice if the child is meant there. Inside a sentence, or with a family name, it stays an error. To answer, write in school.yaml: names_that_are_words: [{ $list }]

no-everyday-word = “{ $name }” is not on the list of names that are words.
    .why = This line would let a child’s name onto the pages of others. It is not used: the name is looked for as before.
    .help = Take { $name } out of this list. If it is an everyday word, add it to locales/{ $language }/lint.yaml beside school.yaml: names: [{ $better }]

eligibility-label = “{ $phrase }” is a label, and a family page never shows one unless the family wants it.
    .why = A page can be seen over a shoulder or on a shared phone. A label is the family’s to tell. { last-good }
    .help = Say what helps instead, such as “Directions are read aloud.” If the family wants the word to be there, write in student.yaml: show_label: true. For a single word of their own: family: {"{"}words: {"{"}autistic: true{"}"}{"}"}
    .before =
        Ana has dyslexia.
    .after =
        Ana reads best when she hears the text first.

label-in-library = “{ $phrase }” is a label, and this text is for all students.
    .why = On a child’s page it can tell what is the family’s to tell. The sites are made.
    .help = Say whom it helps by what they do: “for readers who like to hear the text first”.

staff-private = “{ $phrase }” may tell something about a person that is theirs alone.
    .why = Families need to know who helps and from when. Why somebody is away is private. The page is made, and they will read it.
    .help = { write-instead }
    .before =
        Mr. Okafor is on sick leave.
    .after =
        Mr. Okafor is away until January. Ms. Rivera reads with Ana until then.

# kinfolio itself.

panic = kinfolio made a mistake of its own with this student’s files: { $words }
    .why = It is not your fault. Only this student’s site is not made anew; the last good one stays.
    .help = Show this message to your technician. Undo the last change if the site is needed today.

broken-pack = { $problem ->
    [cldr] The language code in { $path } is not known.
    [missing] There are no words for the school’s own language, “{ $language }”.
   *[syntax] Line { $line } of { $path } cannot be read.
}
    .why = Families who read this language would miss words, so no site is made anew. The last good sites stay.
    .help = { $problem ->
        [cldr] Write a known code, such as: cldr: es-US
        [missing] Write another language in school.yaml, such as: language: en. Or add a folder locales/{ $language }.
       *[syntax] Each message is a name, an equals sign and its words. Compare the line with the same message in another language.
    }

pack-unsafe = { $problem ->
    [markup] The message { $message } holds a sign of HTML: { $found }
    [hidden] The message { $message } holds a character that nobody sees, { $found }.
    [value] The message { $message } uses { "{" } ${ $found } { "}" }, which has no value there.
    [call] The message { $message } calls { $found }, which is not known.
    [reference] The message { $message } takes in “{ $found }”, which is not there.
    [cycle] The message { $message } takes itself in.
   *[long] The message { $message } is too long to be one sentence.
}
    .why = Messages are words. Anything else in them could change a family’s page in ways nobody sees, so no site is made anew. The last good sites stay.
    .help = { $problem ->
        [markup] Write words only. Bold is the one sign of HTML that may stand there.
        [hidden] Delete the words around it and type them again by hand.
        [value] Use only the names that the English message has.
        [call] Write the value by itself, without a call around it.
        [reference] Check the spelling, or write the words themselves.
        [cycle] Write the words themselves.
       *[long] Shorten it, and check that the right text was pasted.
    }

pack-gap = { $problem ->
    [strange] The message { $message } has words for { $value } = { $found }, which never comes.
   *[missing] The message { $message } has no words for { $value } = { $found }.
}
    .why = Families would read the words for another case, which may be wrong for their child.
    .help = { $problem ->
        [strange] Compare the names in brackets with those of the English message.
       *[missing] Add a line that begins with [{ $found }].
    }

look-unsafe = { $problem ->
    [template] A school cannot have its own page templates.
    [tag] A style sheet cannot contain the character that opens a tag.
    [escape] A style sheet cannot contain a backslash.
   *[fetch] A style sheet cannot load anything from elsewhere: { $found }
}
    .why = kinfolio checks how every page is made, so that nothing in it can harm a family. Until this is fixed, families see the last good version.
    .help = { $problem ->
        [template] Delete this file. Use themes/default/theme.css to change colors, fonts and spacing.
        [tag] Delete it.
        [escape] Write the character itself.
       *[fetch] Use the fonts on the family’s device, and colors instead of pictures.
    }

broken-theme = kinfolio could not make a page from its template: { $words }
    .why = This is a mistake in kinfolio. Until it is fixed, families see the last good version.
    .help = Report this message. Leave out the child’s name.

output-leak = The finished page { $page } holds the name “{ $name }”, which belongs to another student.
    .why = No family should read about another family’s child, so this site is not made anew. The last good one stays.
    .help = Look for the name in the files that all students share: staff.yaml and library/. If it is not there, show this message to your technician.

output-link = The finished page { $page } has a link that leads nowhere: { $address }
    .why = This is kinfolio’s own mistake. Only this student’s site is not made anew; the last good one stays.
    .help = Show this message to your technician.

output-outline = The headings of the finished page { $page } are { $problem ->
    [skipped] out of order
   *[first] without a single main one
}.
    .why = People who listen to the page would lose their way. This is kinfolio’s own mistake; the last good site stays.
    .help = Show this message to your technician.
