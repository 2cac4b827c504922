# What kinfolio reports about a school's files. The reader is a tired teacher on a
# Friday afternoon.
#
# A message says what is wrong, `.why` what it means for the family, `.help` what
# to write instead. `.before` and `.after` are lines of a file: as a case in
# tests/spec/ has them, and as they should be. Every other attribute is a label for
# a second place in a file, shown next to a marker under that line.
# `$path` is always the file. An empty value arrives as the number 0.

# Shared sentences.

last-good = Until this is fixed, families see the last good version.
read-anyway = This can only mean one thing, so kinfolio used it. The page is still updated.
skipped = Families do not see anything in it. The rest of the site is still updated.
incomplete = Without it, the family’s page would be incomplete. { last-good }
which-one = kinfolio cannot tell which one is right. { last-good }
looks-like-typo = This looks like a typo, but the family would take it as fact.
nothing-to-do = You do not need to do anything.
reads-as-is = The page is still updated, and the family will read it as it is.
tip-shown = The tip is still shown.
other-family = No family should read about another family’s child.
no-site = kinfolio cannot update any site. { last-good }
school-choice = In school.yaml, your school chose to hold back a site for this. { last-good }
ask-technician = Show this message to your technician.
did-you-mean = { $nearest ->
    [0] Check the spelling.
   *[other] Did you mean “{ $nearest }”?
}
better-name = { $better ->
    [0] Rename it with letters and digits, such as reading-aloud. An update or a review is named by its date, such as 2026-11-06.
   *[other] Rename it to: { $better }
}
plain-name = { $better ->
    [0] Name it by its date, such as 2026-11-06.md, or like the other files in this folder. If you do not need it here, move it out of this folder.
   *[other] Name it: { $better }
}
see-endings = If you cannot see file extensions: in Windows, open the folder and choose View, Show, File name extensions. On a Mac, choose File, Get Info.
right-name = { $better ->
    [0] Check the folder and the file extension. Facts end in .yaml, text in .md. An update is updates/2026-11-06.md; a goal is goals/reading.yaml. Photos and papers go in files/.
   *[other] Rename it to: { $better }
}
known-ids = { $choices ->
    [0] There are none yet.
   *[other] Choose one of: { $choices }.
}
save-as-utf-8 = { $editor ->
    [excel] In Excel: File, Save As, CSV UTF-8 (Comma delimited).
   *[notepad] In Notepad: File, Save as, Encoding: UTF-8. In TextEdit: Format, Make Plain Text, then save with Unicode (UTF-8).
}
keep-on-device = In OneDrive or a similar program, right-click the school folder and choose “Always keep on this device”.
# Each choice with a short explanation.
known-choices = { $list ->
    [goal-measure] { measure-kinds }
    [measure-kind] { measure-kinds }
    [goal-area] Choose one of: reading, writing, math, communication (speech, language, signing), social (with other people), motor (movement, hands), daily-living (dressing, eating, money), self-management (staying calm, attention, tasks).
    [explainer-areas] Choose one of: reading, writing, math, communication, social, motor, daily-living, self-management.
    [goal-direction] Choose one of: increase (more is better), decrease (less is better), maintain (staying the same is good).
    [goal-kind] Choose one of: mastery (the student learns a skill), outcome (something changes in the student’s life).
    [measure-told] Choose one of: total (all episodes together), mean (average per episode), share (part of the session).
    [measure-unit] Choose one of: seconds, minutes.
    [measure-method] Choose one of: partial (at any time in the interval), whole (for the whole interval), momentary (at the end of the interval).
    [observation-setting] { number-settings }
    [row-setting] { number-settings }
    [change-kind] Choose one of: strategy (a different way of teaching), target (a different number), date (a different day), setting (a different place), measure (a different way of counting).
    [decision-decision] Choose one of: continue (keep the plan), adjust (change the plan), raise (aim higher), transition (move to the next stage of support), met (the goal is met), end (stop the goal).
    [decision-status] Choose one of: met (the goal is met), ahead (ahead of the plan), on-path (on track), changing (the plan is changing), steady (about the same), early (too soon to tell), paused (not worked on now).
    [review-kind] Choose one of: formal (every goal gets a decision), brief (a quick check-in).
    [service-kind] Choose one of: reading, writing, math, speech-language, occupational (OT), physical (PT), counseling, classroom-support (help in class), study-skills (planning, organizing).
    [service-model] { service-models }
    [part-model] { service-models }
    [arrangement-model] { service-models }
    [service-coteach] Choose one of: one-teach-one-assist (one teaches, one helps), station (students rotate through stations), parallel (each teaches half the class), alternative (one takes a small group), team (both teach together).
    [frequency-per] Choose one of: day, week, month.
    [meeting-kind] Choose one of: planning (teachers only), family (with the family), iep (IEP meeting), review (go over progress).
    [meeting-every] Choose one of: week, two-weeks (every other week), month.
    [transition-kind] Choose one of: setting (where the student gets help), grade (next school year), school (another school), program (another program).
    [support-kind] Choose one of: universal (everyone has it), accommodation (changes how the student learns), scaffold (support that fades), modification (changes what is taught).
    [student-pronouns] Choose one of: she, he, they.
    [voice-kind] Choose one of: said (in words), wrote (on paper), drew (in a picture).
    [picture-faces] Choose one of: none (no one can be recognized), ok (everyone who can be recognized has agreed), not-ok (the photo stays off the page).
   *[other] { known-ids }
}
measure-kinds = Choose one of: words-per-minute (words read correctly), percent (correct out of all tries), count (how many times), rate (times per minute), duration (how long it lasts), latency (how long until it starts), level (rubric level), steps (steps done alone), prompt (kind of help needed), items (items learned one by one), goal-attainment (scale from -2 to 2), interval (intervals when it happened), score (points on a scale).
number-settings = Choose one of: small-group, class (with the class), elsewhere (home, bus, store).
service-models = Choose one of: push-in (in class), pull-out (small group elsewhere), blended (both), consult (advice to the teacher).
# These end a message. $example is a valid line made of the school's own short
# names; 0 if the school has none that it needs.
such-as = { $example ->
    [0] {"."}
   *[other] , such as: { $example }
}
write-example = { $example ->
    [0] See another file of the same kind for an example.
   *[other] Write: { $example }
}
add-line = { $place ->
    [column] Add a column with the heading: { $field }
    [inside] Add it inside the braces, followed by a comma{ such-as }
    [instead] Use braces, such as: measure: { $example }
   *[below] Add a line with the same indent as the lines around it{ such-as }
}
write-instead = { $instead ->
    [0] Use different words.
   *[other] Write instead: { $instead }.
}
write-number = { $better ->
    [0] Write the right number.
   *[other] Did you mean “{ $better }”?
}
if-sure = { $form ->
    [never] A number like this cannot be right.
    [below] If it is right, add this line with the same indent: sure: true
    [column] If it is right, add a column with the heading “sure” to the data sheet and write yes in this row.
   *[line] If it is right, write: { $sure }
}
hard-grade = This reads like grade { $grade }. Text for families should be grade { $most } or below.
long-words = { $long ->
    [0] Use short words where you can.
   *[other] Use shorter words where you can. Long words here: { $long }.
}
kind-of-thing = { $what ->
    [agreed] “agreed”
    [arrangement] “from” or “to”
    [ask] this family request
    [baseline] this baseline
    [benchmark] this benchmark
    [block] this lesson in the timetable
    [change] this change to the plan
    [charts] “charts”
    [closed] “closed”
    [consent] “consent”
    [core-exception] “core_exception”
    [decision] this decision about a goal
    [explainer] this text about a kind of goal
    [family] “family”
    [frequency] “frequency”
    [goal] this goal
    [families] the list of families
    [guardian] this guardian’s facts
    [handoff] “handoff”
    [iep] “iep”
    [interpreter] “interpreter”
    [level] this level
    [lint] “lint”
    [maintain] “maintain”
    [mastery] “mastery”
    [measure] this measure
    [meeting] this meeting
    [meetings] the list of meetings
    [minutes] this week of service minutes
    [member] this team member’s facts
    [observation] this data point
    [model-names] “words”
    [part] this part of a service
    [partner] this partner
    [pause] this pause
    [period] “period”
    [person] this person’s facts
    [reader] this reader’s facts
    [review] this review
    [review-goals] the goals of this review
    [picture] this picture
    [role] this role
    [prompt-hierarchy] this prompt hierarchy
    [publish] “publish”
    [retention] “retention”
    [row] this row of the data sheet
    [schedule] “schedule”
    [school] the school’s facts
    [service] this service
    [services] the list of services
    [source] this source
    [staff] the staff list
    [standard] this standard
    [step] this step
    [student] this student’s facts
    [support] this support
    [term] this glossary word
    [target] this target
    [tip] this tip
    [told] this entry of “told”
    [transition] this transition
    [update] this update
    [voice] “voice”
    [why] “why”
    [word-list] this word list
    [wording] this entry of a word list
    [words] this text
    [year] the school year
   *[other] “{ $what }”
}

# Files and folders.

bad-encoding = { $problem ->
    [zero] This file is damaged or is not text. There is a null character on line { $line }.
   *[letters] kinfolio cannot read some letters in this file. The first is on line { $line } (byte { $byte }).
}
    .why = { $problem ->
        [zero] Part of the text may be lost, so the page could be incomplete. { last-good }
       *[letters] The file uses an old text encoding, so names and words could come out wrong. { last-good }
    }
    .help = { $problem ->
        [zero] Open it and check that line. Restore an older version of the file, or write the line again.
       *[letters] Open the file and save it again as “UTF-8”. { save-as-utf-8 }
    }

empty-file = This file is empty.
    .why = It may not have finished copying to the shared folder, so the page could be incomplete. { last-good }
    .help = Open it and write what belongs there, or delete the file if you do not need it.

too-large = This file is very large ({ $megabytes } MB).
    .why = Text and data are never this large, so something is wrong with the file. { last-good }
    .help = Keep this file under { $most } MB. Move old numbers to a new file, or check that you saved the right file under this name.

unreadable = kinfolio cannot open this file. System error: { $system }
    .why = The family cannot see what is in it. { last-good }
    .help = Check that the file is on this computer and that you have permission to read it. Close other programs that have it open, then try again.

not-synced = This file has not finished downloading.
    .why = Your sync program creates the file first and fills it in later. Families must not see half of a file. { last-good }
    .help = Wait until your sync program is done, then try again. If you meant the file to be empty, delete it.

git-conflict = This file has an unresolved merge conflict (look for lines of =======).
    .why = kinfolio cannot tell which version is right, and the family must not see both. { last-good }
    .help = Keep the lines that are right. Delete the others, and the three lines of symbols.

old-encoding = This file was saved in an old text encoding. kinfolio read it as “{ $encoding }”.
    .why = Letters such as é and ñ should be right, but check the names that families will see.
    .help = Check the names on the page. Then save the file again as “UTF-8”. { save-as-utf-8 }

looks-like-copy = This looks like a copy of { $other }, so kinfolio skipped it.
    .why = Families do not see text or numbers that are only in this copy.
    .help = Move anything missing into { $other }, then delete this copy. If it is a separate file, give it another name.

copy-alone = This file is missing. There is only a copy of it: { $other }
    .why = { incomplete }
    .help = Open the copy. If it is right, rename it to this name. If you do not need it, delete it.

placeholder-alone = This file is not on this computer. There is only a placeholder for it: { $other }
    .why = { incomplete }
    .help = { keep-on-device } Wait until it has finished downloading. Or put the file itself here and delete { $other }.

files-clash = On many computers, “{ $name }” and “{ $other }” are the same name.
    .why = { which-one }
    .help = Combine what you need in one of them. Delete or rename the other.

folder-copy = The folder “{ $name }” looks like a copy of “{ $other }”.
    .why = kinfolio skipped it, so families do not see anything in it. The site of { $other } is still updated.
    .help = Move anything missing into the folder { $other }, then delete this copy. If this is another student, rename the folder: add a last name or an initial.

no-answer = This file or folder did not respond for 20 seconds. It may still be in the cloud.
    .why = The family cannot see what is in it. { last-good }
    .help = Keep the school folder on this computer. { keep-on-device } Then try again.

still-changing = This student’s files are being changed or copied right now.
    .why = Families must not see half of a change. For now, they see the last good version.
    .help = Wait until your sync program is done, then run kinfolio again.

text-shrank = This file just lost most of its text: it had { $before } bytes and now has { $now }.
    .why = It may be only half copied. For now, families see the last good version.
    .help = If you meant to shorten it, wait: kinfolio uses it as it is after one minute. If not, restore the older version.

files-vanished = { $gone } of { $before } files in { $folder } disappeared together.
    .why = They may be lost or not copied yet, and a site without them would be incomplete. { last-good }
    .help = Restore the files. If you meant to remove them, confirm it once: kinfolio build --confirm-removal { $student }

not-a-file = This is a link or another special item, not a regular file or folder.
    .why = A link could lead to another student’s folder, so kinfolio never follows one. { last-good }
    .help = Delete it and put a copy of the real file or folder here.

unknown-file = { $what ->
    [files] kinfolio does not recognize { $count } files in this folder and skipped them. This is the first.
    [folder] kinfolio does not recognize this folder and skipped everything in it.
    [twin] kinfolio does not recognize this folder and skipped everything in it.
   *[file] kinfolio does not recognize this file and skipped it.
}
    .why = { $what ->
        [files] Families do not see anything in them. The rest of the site is still updated.
       *[file] { skipped }
    }
    .help = { $what ->
        [twin] Move anything missing into the folder { $better }, then delete this one.
       *[other] { right-name }
    }

conflicted-copy = Two people saved this file at the same time, and the shared folder kept both versions. kinfolio skipped this copy.
    .why = Families do not see text or numbers that are only in this copy.
    .help = Open both files. Move anything missing into the one with the plain name, then delete this copy.

placeholder = This is only a link to a file in the cloud or elsewhere, so kinfolio skipped it.
    .why = Families do not see the file it links to.
    .help = { keep-on-device } Wait until it has finished downloading. If it is a Google document or a shortcut, copy the text into a file here.

translation-alone = This is a translation, but the file it translates is missing.
    .why = A translation holds only text. The facts come from the file without a language in its name. { last-good }
    .help = Add the original file: the same name without the language, such as reading.yaml next to reading.es.yaml. Or correct this name.

unknown-language-file = This file is in “{ $language }”, a language the school does not offer. kinfolio skipped it.
    .why = No family will see it.
    .help = Correct the language before the extension, such as .es.md. Or add { $language } to “languages” in school.yaml.

languages-not-offered = { $count ->
    [one] One file is in a language the school does not offer ({ $languages }). kinfolio skipped it.
   *[other] { $count } files are in languages the school does not offer ({ $languages }). kinfolio skipped them. This is the first.
}
    .why = No family will see them. The rest of the site is still updated.
    .help = { nothing-to-do } If you do not need the files, delete them. If a family reads one of these languages, add it to “languages” in school.yaml.

file-name-read-as = kinfolio read “{ $found }” as “{ $read }”.
    .why = { read-anyway }
    .help = Rename it to: { $read }

two-files-for-one = kinfolio treats “{ $name }” and “{ $other }” as the same file.
    .why = { which-one }
    .help = Combine what you need in { $other }, then delete { $name }.

other-program = { $program ->
    [ending] This file name has one extension too many, so kinfolio skipped the file.
    [text] This file name ends in .txt, so kinfolio skipped the file.
    [word] This is a Word document, so kinfolio skipped it.
    [writer] This is a LibreOffice document, so kinfolio skipped it.
    [rtf] This is an RTF document, so kinfolio skipped it.
    [pages] This is a Pages document, so kinfolio skipped it.
    [pdf] This is a PDF, so kinfolio skipped it.
    [mail] This is an email, so kinfolio skipped it.
   *[web] This is a web page, so kinfolio skipped it.
}
    .why = { skipped }
    .help = { $program ->
        [ending] { see-endings } { plain-name }
        [text] { see-endings } { plain-name }
        [rtf] In TextEdit choose Format, then Make Plain Text. In WordPad choose Save as, then Plain text. { see-endings } { plain-name }
        [pages] In Pages choose File, Export To, Plain Text. { see-endings } { plain-name }
        [pdf] Copy the text into a new file in a plain text editor such as Notepad. You can give the PDF itself to the family on paper or by mail. { plain-name }
       *[other] Copy the text into a new file in a plain text editor. In Notepad choose File, Save as, All files, and UTF-8. On a Mac, in TextEdit choose Format, then Make Plain Text. { plain-name }
    }

example-in-school = { $what ->
    [student] This student is from the demo school and is not a real child.
    [person] This person is from the demo school and cannot be reached.
    [partner] This partner is from the demo school and does not exist.
   *[other] This text is from the demo school. It is marked “example: true”.
}
    .why = { $what ->
        [partner] A family could call a number that does not work, or look for a place that does not exist. { last-good }
        [person] A family could call a number that does not work. { last-good }
       *[other] A family could think it is from your school. { last-good }
    }
    .help = { $what ->
        [student] Delete this student’s folder.
        [person] Delete this person’s lines. Or replace them with a colleague’s details and delete the line “example: true”.
       *[other] Delete this file and its translations. Or replace the text with what is true of your school and delete the line “example: true”.
    }

student-in-example = This student is not marked as an example, but school.yaml describes an invented school: { $name }.
    .why = The family would see the name and phone number of a school that does not exist, and a date that never changes. { last-good }
    .help = For a real student, put your own school’s name, phone number, languages, and dates in school.yaml. Delete the lines “example: true” and “today” there. If you are only trying out kinfolio, add a line here: example: true

bad-name = kinfolio cannot use “{ $name }” as a name.
    .why = Names become part of a web address, so they can hold only letters, digits, and hyphens. { last-good }
    .help = { $other ->
        [0] { better-name }
       *[other] It may be a copy of { $other } that a person or a sync program made. Keep what is right in { $other }, then delete this one. If it is a separate file, give it its own name. An update is named by its date, such as 2026-11-06.
    }

names-clash = On many computers, the folders “{ $name }” and “{ $other }” have the same name.
    .why = One student’s pages could replace the other’s, so kinfolio updates neither site. { last-good }
    .help = Rename one of the two folders, such as { $name }-2.

missing-file = { $path } is missing.
    .why = kinfolio cannot build a site without it. { last-good }
    .help = Put the file back. If the shared folder is still copying, wait and try again.

no-students = There are no students in this folder.
    .why = kinfolio does not build any site. Families still see sites built earlier.
    .help = Make a folder for each student, such as students/ana/, with a student.yaml in it. If students are missing, wait until the folder has finished copying.

# How a file of facts is written.

yaml-tab = { $lines ->
    [one] A line begins with a tab.
   *[other] { $lines } lines begin with a tab.
}
    .why = kinfolio needs spaces to see which lines belong together, so it cannot read this file. { last-good }
    .help = Delete the tab and press the space bar twice.

yaml-syntax = { $problem ->
    [bracket] A list that begins with [ has no closing ].
    [brace] A group that begins with {"{"} has no closing {"}"}.
    [indentation] This line does not line up with the lines it belongs to.
    [quote] A quotation mark on this line has no match.
    [second-document] A line with --- starts a second document in this file.
    [key] A field name must be a plain word.
    [colon] This line needs a colon and a space.
   *[other] kinfolio cannot read this line.
}
    .why = kinfolio cannot understand the rest of the file, so it does not use it. { last-good }
    .help = { $problem ->
        [bracket] Close the list, such as: days: [mon, wed]
        [brace] Close the group, such as: frequency: {"{"}times: 2, per: week{"}"}
        [indentation] Give lines that belong together the same indent. Indent the lines below a field by two more spaces.
        [quote] Put a quotation mark at both ends, such as: title: "Reading aloud"
        [second-document] Delete the line with ---
        [colon] Write the field name, a colon, a space, and the text, such as: what: Read a new page. If the line continues the one above, indent it by two more spaces.
        [key] Write the field name, then a colon and a space, such as: target: 90
       *[other] Each line is a name, a colon, a space, and a value, such as: target: 90. If the value has characters like # or : in it, put quotation marks around it.
    }

yaml-colon = This line has a second colon.
    .why = kinfolio cannot tell where the text begins, so it cannot read the file. { last-good }
    .help = Put quotation marks around the text: { $quoted }
    .before =
        title: Reading: the long way
    .after =
        title: "Reading: the long way"

duplicate-key = “{ $key }” is written twice.
    .why = A family could see only one of the two, and it might be the wrong one. { last-good }
    .help = Keep one of the two lines and delete the other. Put two results from one day in a list: 2026-09-18: [44, 46]
    .first = first written here
    .before =
        2026-09-25: 46
        2026-09-18: 45
    .after =
        2026-09-25: [46, 45]

yaml-alias = A value begins with &, *, !, @, % or `, which have a special meaning in this file.
    .why = kinfolio would lose the text after the character, and the family would not see it. { last-good }
    .help = Put quotation marks around the text, such as: title: "*My* story"
    .before =
        title: *My* story
    .after =
        title: "*My* story"

yaml-limit = { $problem ->
    [count] This file has too many entries.
   *[other] Too many groups are nested inside each other here.
}
    .why = No goal or list needs this much, so something went wrong when the file was saved. { last-good }
    .help = { $problem ->
        [count] Split it into smaller files, or check that you saved the right file under this name.
       *[other] Check this place for repeated brackets and delete the extra ones.
    }

front-matter-open = The facts at the top of this file have no end.
    .why = kinfolio cannot tell where the text for the family begins. { last-good }
    .help = Add a line with only --- after the last fact, before the text.
    .before =
        ---
        by: rivera

        Ana read a whole book.
    .after =
        ---
        by: rivera
        ---

        Ana read a whole book.

unknown-format = This file is written for a different version of kinfolio.
    .why = kinfolio could misread its facts, so it does not use them. { last-good }
    .help = Write: format: 1. If a person set this number on purpose, ask your technician for a newer kinfolio.

# Data sheets.

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

sheet-separator = This data sheet separates its cells in two ways: with “{ $sign }” and with “{ $other }”.
    .why = kinfolio cannot tell the numbers apart, so it uses none of them. { last-good }
    .help = Row { $row } is the first with “{ $other }”. Use “{ $sign }” instead. Or open the sheet in Excel or Google Sheets and save it again as CSV.
    .first = the headings use this separator
    .before =
        date;value
        2026-09-18,44
    .after =
        date;value
        2026-09-18;44

sheet-header = The first row of this data sheet has “{ $found }” where a heading should be.
    .why = Without headings kinfolio cannot tell what each number counts, so it uses none of them. { last-good }
    .help = Add a first row with the column names, such as: date,value
    .before =
        2026-09-18,44
    .after =
        date,value
        2026-09-18,44

sheet-row = { $problem ->
    [number] Row { $row } has “{ $whole }” and “{ $part }” in two separate cells.
   *[extra] Row { $row } has more cells than there are headings. “{ $found }” in { $cell } has no heading.
}
    .why = kinfolio would read: { $read }. A number may be in the wrong column, so kinfolio does not use the row. { last-good }
    .help = { $problem ->
        [number] A comma begins a new cell here. If “{ $whole },{ $part }” is one number, put quotation marks around it: "{ $whole },{ $part }". Or write { $whole }.{ $part }, or save the sheet with semicolons. The number stays the same.
       *[extra] Give the column a heading, or empty the cell { $cell }. Text with a comma in it needs quotation marks.
    }

sheet-formula = “{ $found }” is a spreadsheet formula.
    .why = A page cannot calculate it, and the family needs the result. { last-good }
    .help = Replace it with the result, such as 12. Text cannot begin with =, +, - or @.
    .before =
        2026-09-18,=B1+1
    .after =
        2026-09-18,45

sheet-needs = This data sheet has no column “{ $field }”.
    .why = { $field ->
        [total] “8 correct” means little to a family if they do not know out of how many. { last-good }
        [correct] Families read how many were correct, and no column says that. { last-good }
       *[other] The page needs these numbers. { last-good }
    }
    .help = { $field ->
        [total] Add a column with the heading: total. If the total is always the same, write it once in the goal, inside “measure”: total: 10
       *[other] Add a column with the heading: { $field }
    }

sheet-quote = The quotation mark that opens in cell { $cell } is never closed.
    .why = Everything below it would become one cell, and the page would lose those numbers. { last-good }
    .help = Put a quotation mark at the end of the text in { $cell }, or delete the first one.
    .before =
        2026-09-25,46,"a page about bats
    .after =
        2026-09-25,46,"a page about bats"

sheet-left-out = { $what ->
    [title] kinfolio skipped what is above the headings (rows { $row } to { $last }).
    [summary] kinfolio skipped row { $row }, which summarizes other rows.
   *[column] kinfolio skipped columns it does not need: { $found }.
}
    .why = The family sees the numbers from the other cells.
    .help = { $what ->
        [column] { nothing-to-do } To show one of these columns, give it a heading kinfolio knows, such as: note
       *[other] If a row here is a data point, write its date in the date column. If not, you do not need to do anything.
    }

sheet-column = kinfolio does not know the heading “{ $found }” (column { $column }).
    .why = There are numbers below it. The page could leave out something that matters. { last-good }
    .help = { did-you-mean } Write one of these in { $head }: { $choices }. For a column that only staff should read, write: staff_note

sheet-column-open = { $problem ->
    [twins] Column { $column } (“{ $found }”) and “{ $other }” mean the same thing.
    [several] Which column has the result: { $column } (“{ $found }”) or “{ $other }”?
    [errors] There is a column of errors. Are they already subtracted in “{ $found }”?
    [words] Does “{ $found }” count all words, or only those read correctly?
    [probes] “{ $found }” is one of several results from the same day. Which one counts?
   *[open] “{ $found }” could mean several things (column { $column }).
}
    .why = The family would see a different number depending on the answer. { last-good }
    .help = { $problem ->
        [twins] Keep one of them. Delete the other, or change its heading to: staff_note
        [several] Change the heading of the one with the result to: value. Change the other heading to: staff_note
        [errors] If the errors are subtracted, write in { $head }: WCPM. If not, write: attempted
        [words] If only words read correctly count, write in { $head }: WCPM. If all words count, write: attempted. Then add a column “errors”.
        [probes] Write one row for each probe, with the columns: date,value. Or keep only the one that counts.
       *[open] If this is the result, write in { $head }: value. If not, write: staff_note
    }

sheet-cell = { $problem ->
    [empty] Cell { $cell } below “{ $heading }” is empty, but its row has other numbers.
    [try] “{ $found }” in { $cell } does not say whether that try was correct.
   *[number] “{ $found }” in { $cell } does not fit the column “{ $heading }”.
}
    .why = kinfolio would have to guess what the family should see. { last-good }
    .help = { $problem ->
        [empty] Write the number in { $cell }. If no data was taken, empty the numbers in row { $row } and write why in the column staff_note.
        [try] In { $cell } write + or 1 if it was correct, - or 0 if it was not. Leave it empty if there was no such try.
        [fraction] In { $cell } write how many were correct and how many there were, such as 8 of 10. Or use two columns: correct and total.
        [share] In { $cell } write how long it lasted and how long the session was, such as 12 of 45.
        [level] In { $cell } write the level as one digit, such as 2.
        [attainment] In { $cell } write -2, -1, 0, 1, or 2.
        [steps] In { $cell } write one letter for each step, or how many were done alone, such as 3.
        [episodes] In { $cell } write how long it lasted, such as 12 or 4:30.
       *[number] In { $cell } write digits, such as 44. If no data was taken, leave it empty.
    }

sheet-day-blank = { $problem ->
    [alone] Row { $row } has a number but no date (cell { $cell }).
   *[other] There are numbers but no date below “{ $above }” (cell { $cell }).
}
    .why = A number without a date cannot go on the chart. { last-good }
    .help = { $problem ->
        [alone] Write the date in { $cell }.
       *[other] If they are all from the same day, write { $above } in { $cell } too. Merged cells keep the date only in the first cell.
    }

sheet-days-swapped = Day and month seem to be swapped in this column: { $count } of { $of } dates cannot be right.
    .why = “{ $found }” in { $cell } means { $date } here: a day without school, before the goal began, or in the future. { $other } would fit. { last-good }
    .help = Write { $other } in { $cell }, and the other dates in the same way. In Excel: select the column, choose Format Cells, Date, and a format that begins with the year.

sheet-day-order = { $problem ->
    [both] This column has dates in two orders: “{ $second }” in { $other } and “{ $found }” in { $cell }.
   *[open] Is “{ $found }” in { $cell } { one-day } or { other-day }?
}
    .why = A number on the wrong day would change the chart that the family sees. { last-good }
    .help = { $problem ->
        [both] Write all of them the same way. Beginning with the year is safest: 2026-09-18.
       *[open] For { one-day }, write in school.yaml: dates: month-first. For { other-day }, write: dates: day-first. This applies to all data sheets.
    }
    .other = this date has the other order

sheet-excel-day = { $problem ->
    [day] “{ $found }” in { $cell } is a date, but this cell should hold a result.
   *[other] “{ $found }” in { $cell } is a date. Excel makes this from { $part }/{ $whole }.
}
    .why = The family should read how many were correct, not a date. { last-good }
    .help = { $problem ->
        [day] Use two columns, correct and total: Excel does not change those. Or format the column as Text and enter the results again.
       *[other] Use two columns: correct { $part }, total { $whole }. Excel does not change those. Or format the column as Text and enter the results again.
    }

sheet-thousands = “{ $found }” in { $cell } could be { $thousands } or { $parts }.
    .why = One is a thousand times the other, and the family would read one of them. { last-good }
    .help = In { $cell } write: { $thousands }. Or, if you meant the other: { $parts }

sheet-no-heading = Column { $column } has no heading, but { $cell } holds “{ $found }”.
    .why = kinfolio would read the row as: { $read }. The page would lose what has no heading. { last-good }
    .help = In { $head } write what the column holds, such as: errors. For a column that only staff should read, write: staff_note

sheet-wide = This data sheet has a column for each day.
    .why = kinfolio needs a row for each day, so the family cannot see these numbers. { last-good }
    .help = Copy the sheet, then choose Paste Special, Transpose. Keep only the column for this student and goal, with the headings: date,value

sheet-other-format = { $what ->
    [text] “{ $found }” is next to a goal, but kinfolio does not read it.
   *[workbook] “{ $found }” is a workbook, and kinfolio reads only CSV data sheets.
}
    .why = If it has numbers in it, the family does not see them.
    .help = { $what ->
        [text] If it is a data sheet, open it in Excel or Google Sheets. Save it as CSV with the name: { $better }
       *[workbook] Open it, choose Save As or Download, then CSV. Name it: { $better }
    }

sheet-other-student = { $problem ->
    [named] This data sheet names another student.
   *[column] Cell { $cell } does not name this student.
}
    .why = The numbers may belong to another student. This family must not see those. { last-good }
    .help = { $problem ->
        [named] Check whose numbers these are. If they belong to this student, remove the other name from the sheet.
       *[column] Keep only this student’s rows in this sheet. Then delete the column { $column }.
    }

sheet-mixed = { $problem ->
    [mixed] “{ $found }” in { $cell } and “{ $other }” in { $second } are different kinds of numbers.
    [bare] Is “{ $found }” in { $cell } a percent, or how many were correct?
    [share] Does “{ $found }” in { $cell } mean { $other }?
   *[columns] “{ $found }” in { $cell } does not fit the other numbers in its row. They give { $other }.
}
    .why = The family would read a number that may be wrong. { last-good }
    .help = { $problem ->
        [mixed] Write the whole column one way. Two columns are best: correct and total.
        [bare] If it is a percent, change the heading to: percent. If not, use two columns: correct and total.
        [share] Write { $other } in { $cell }. In Excel, format the column as Percentage before you save it.
       *[columns] Check row { $row } and fix what is wrong. Or delete one of the columns.
    }
    .other = a different kind of number

# Typing mistakes and other slips.

yaml-mended = { $slip ->
    [space] The space here is not a regular space.
    [colon] The colon here is a full-width colon.
    [gap] A space is missing after the colon.
    [quotes] The quotation marks around this text are curly.
    [marker] A list item begins with a symbol that is not a hyphen and a space.
   *[unseen] There is an invisible character here.
}
    .why = { read-anyway }
    .help = { $slip ->
        [space] Delete the space and type it again.
        [colon] Type a regular colon and a space, such as: target: 90
        [gap] Type a space after the colon, such as: target: 90
        [quotes] Type straight quotation marks, such as: title: "Reading: the long way"
        [marker] Type a hyphen and a space, such as: - Tells long stories
       *[unseen] Delete everything before the first letter of the line, and type that letter again.
    }
    .before =
        target:90
    .after =
        target: 90

yaml-hash = kinfolio does not read “{ $words }”, because # begins a comment.
    .why = The family would not see the text after #, such as a room number. { last-good }
    .help = Put quotation marks around the text, such as: where: "Room #4". If it is a comment, type a space after #.
    .before =
        where: Room #4
    .after =
        where: "Room #4"

read-as = kinfolio read “{ $found }” as “{ $read }”.
    .why = { read-anyway }
    .help = Check that this is what you meant. To be sure, write: { $read }

time-at-night = { $problem ->
    [bare] “{ $found }” does not say a.m. or p.m.
   *[night] “{ $found }” is a time at night.
}
    .why = A family would read a time at night, and could miss the meeting or the lesson. { last-good }
    .help = { $problem ->
        [bare] For the afternoon, write: { $field }: "{ $better }" or { $field }: { $short }
       *[night] Write the time you mean, such as: { $field }: "{ $better }"
    }
    .other = this time has the same problem
    .before =
        time: 3:30
    .after =
        time: 3:30 pm

unusual-time = “{ $found }” is outside the hours of most schools.
    .why = A family plans by this time. The page shows it as written.
    .help = If it is right, you do not need to do anything. If not, correct it, such as: { $field }: "15:30"

not-checked = { $problem ->
    [blank] There is no number for { $date }.
    [note] There is no number for { $date }, only a note: “{ $found }”.
   *[words] There is no number for { $date }, only “{ $found }”.
}
    .why = kinfolio counts it as a day without data, never as a zero. Families do not see it.
    .help = If you took data that day, write the number. If not, you do not need to do anything.

percent-only = This data point is only a percent: { $found }.
    .why = The page shows the percent. “8 of 10” tells a family more: with few tries, one try changes the percent a lot.
    .help = If you know how many tries there were, write them, such as: 8/10

data-out-of-place = “{ $found }” looks like a data point, but it is not below “{ $field }:”.
    .why = The number would be missing from the chart. { last-good }
    .help = Write the line below “{ $field }:”, with the same indent as here: { $better }
    .before =
        baseline: {"{"}date: 2026-09-11, values: [41, 46, 43]{"}"}
        2026-09-18: 44
    .after =
        baseline: {"{"}date: 2026-09-11, values: [41, 46, 43]{"}"}
        data:
          2026-09-18: 44

bad-day-name = { $problem ->
    [form] The file name “{ $found }” is a date in another format.
    [order] The file name “{ $found }” could be two different dates.
    [year] The file name “{ $found }” is a date without a year.
   *[other] The file name “{ $found }” is not a date.
}
    .why = The date in the name tells a family when this was written. { last-good }
    .help = { $problem ->
        [form] Rename the file to: { $better }.{ $ending }
        [order] Rename the file to: { $better }.{ $ending } or { $second }.{ $ending }
       *[other] Rename the file to its date, with year, month, and day, such as: { $better }.{ $ending }
    }

two-readings = { $problem ->
    [excel] “{ $found }” is a date. Excel makes this from { $first } when you type it into a cell.
   *[two] “{ $found }” could be { $first } or { $second }.
}
    .why = A family could read the wrong number, and see it on the chart. { last-good }
    .help = { $problem ->
        [excel] Write the original result: { $first }
       *[two] Write the one you mean: { $first } or { $second }
    }

facts-as-text = These facts have no --- lines around them, so kinfolio would treat them as text for the family.
    .why = The family would read “{ $first }”, and the page would lose these facts. { last-good }
    .help = Move these lines to the very top of the file. Write --- on its own line above “{ $first }” and below “{ $last }”. If they are text for the family, write them as a sentence.
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
    .why = { read-anyway }
    .help = Delete this line. One line with only --- ends the facts.

not-plain-text = { $kind ->
    [rtf] This file is not plain text. It is a rich text (RTF) file with the wrong extension.
    [html] This file is a web page, not plain text.
    [login] This file is a login page from a website, not your text.
    [word] This file is a Word document with the wrong extension.
    [excel] This file is an Excel workbook with the wrong extension.
    [office] This file is an older Word or Excel file with the wrong extension.
    [odf] This file is a LibreOffice document with the wrong extension.
    [pages] This file is a Pages or Numbers document, or a ZIP file, with the wrong extension.
    [pdf] This file is a PDF with the wrong extension.
    [picture] This file is a picture with the wrong extension.
   *[binary] This file is not text. Another program made it.
}
    .why = kinfolio reads only plain text here. A family would see symbols instead of words. { last-good }
    .help = { $kind ->
        [rtf] Open it in TextEdit. Choose Format, Make Plain Text, then save it as: { $file }. In Word: File, Save As, Plain Text, and choose UTF-8.
        [html] Open it, copy only your text, and paste it into a plain text file named { $file }. In TextEdit: Format, Make Plain Text.
        [login] Log in to the shared folder on the web, download the file again, and replace this one.
        [word] Open it in Word. Choose File, Save As, Plain Text (.txt), and UTF-8. Then rename it to: { $file }
        [excel] Open it in Excel. Choose File, Save As, CSV UTF-8. Give the .csv file the name of the goal.
        [office] Open it in Word or Excel. From Word, save it as Plain Text with UTF-8. From Excel, save it as CSV UTF-8. Name it: { $file }
        [odf] Open it in LibreOffice. Choose File, Save As, Text (.txt) or Text CSV, with UTF-8. Then rename it to: { $file }
        [pages] Open it in the program that made it, and export it as plain text. Then rename it to: { $file }
        [pdf] Open it, copy the text, and paste it into a plain text file named { $file }
        [picture] Move it to the student’s “files” folder and rename it with its real extension, such as .jpg or .png.
       *[binary] Open it in the program that made it, and save it as plain text with the name { $file }
    }

garbled-mended = kinfolio repaired garbled letters in this file. For example, it read “{ $found }” as “{ $read }”.
    .why = Another program saved the file with the wrong text encoding. The page is still updated, with the right letters.
    .help = Check the names on the page. Then replace “{ $found }” with “{ $read }” in the file, or save the file again from the original.

garbled = Some letters in this file are garbled, such as “{ $found }”.
    .why = Another program saved the file with the wrong text encoding. Names and words would be wrong on the page. { last-good }
    .help = Open the original file again and save it as “UTF-8”, or type these words again. { save-as-utf-8 }

# Too many problems in one file.

more-in-file = This file has { $count ->
    [one] { $count } more problem that is not shown
   *[other] { $count } more problems that are not shown
}{ $errors ->
    [0] {""}
    [one] {" "}({ $errors } is an error)
   *[other] {" "}({ $errors } are errors)
}.
    .why = Many problems in one file often have one cause, and the first messages usually show it.
    .help = Fix the problems shown first, then run kinfolio again. If you saved the wrong file, restore an older version.

# Facts.

unknown-field = kinfolio does not know the field “{ $field }” in { kind-of-thing }.
    .why = A family would miss what this line says. { last-good }
    .help = { did-you-mean } If you do not need the line, delete it.
    .before =
        looks_lke: Three children read together.
    .after =
        looks_like: Three children read together.

missing-field = { $problem ->
    [blank] There is nothing after “{ $field }:” in { kind-of-thing }.
   *[gone] “{ $field }:” is missing in { kind-of-thing }.
}
    .why = Without it, the page cannot show this part to the family. { last-good }
    .help = { $problem ->
        [blank] Write it after the colon{ such-as }
       *[gone] { $choices ->
            [0] { add-line }
           *[other] Choose one of: { $choices }. { add-line }
        }
    }

wrong-type = “{ $field }” should be { $expected ->
    [map] a group of lines below it
    [list] a list
    [text] text
    [number] a number
    [count] a whole number
    [yes-no] true or false
    [time] a time of day
    [rows] a list with an entry for each week
    [choice] one word
    [id] one short name
    [letter] one letter
    [language] a language code
    [data] a list of dates with their numbers
    [fraction] two numbers, such as 8/10
    [words] the words read correctly in a minute
    [level] the number of a level
    [steps] one letter for each step, or how many were done alone
    [episodes] a number, or a list of numbers
    [share] two numbers, such as 12/45
    [items] a list of the items learned so far, or how many there are
    [attainment] a number from -2 to 2
    [text-phone] one number that gets text messages, without an extension
   *[other] something else
}, but it is: { $found }
    .why = A page cannot show it to the family in this form. { last-good }
    .help = { $expected ->
        [map] { write-example }
        [list] Put brackets around it{ such-as }
        [text] Write plain text on one line. Text with a colon needs quotation marks{ such-as }
        [number] Write the number only{ such-as }
        [count] Write digits only{ such-as }
        [yes-no] Write true or false{ such-as }
        [rows] Write a line for each week{ such-as }
        [time] Write hours and minutes in quotation marks{ such-as }
        [choice] Write one word after “{ $field }:”.
        [id] Write the short name only{ such-as }
        [letter] Write one letter{ such-as }
        [language] Write the language code{ such-as }
        [data] Give each date its own line below “{ $field }:”, indented by two more spaces. Or write all of them in braces{ such-as }
        [fraction] If you know only the percent, write it with its sign: 80%. If not, write how many were correct and how many there were{ such-as }
        [words] Write the words attempted and the errors: {"{"}attempted: 54, errors: 5{"}"}. Or write one number{ such-as }
        [level] Write the level as one digit{ such-as }
        [steps] Write one letter for each step. Or write how many steps were done alone{ such-as }
        [episodes] Write each time in brackets: [4, 6, 5]. Or write one number{ such-as }
        [share] Write how long it lasted and how long the session was{ such-as }
        [items] Write the items learned so far in brackets, with commas between them. Or write how many there are{ such-as }
        [attainment] Write -2, -1, 0, 1, or 2.
        [text-phone] A desk phone cannot get text messages, so leave the line out if there is no other phone. If there is one, write its number{ such-as }
       *[other] { write-example }
    }
    .before =
        start: soon
    .after =
        start: "10:00"

unknown-choice = “{ $found }” is not a choice for “{ $field }”.
    .why = The page could not tell the family what you mean. { last-good }
    .help = { did-you-mean } { known-choices }
    .before =
        area: redaing
    .after =
        area: reading

bad-date = { $problem ->
    [order] It is not clear which part of “{ $found }” is the day and which is the month.
    [year] “{ $found }” has no year.
    [weekday] “{ $found }” falls on a different day of the week.
    [month] “{ $found }” has a month that does not exist.
    [day] “{ $found }” does not exist: that month has { $days } days.
   *[other] kinfolio cannot read “{ $found }” as a date.
}
    .why = A family would read a wrong date, or none. { last-good }
    .help = { $problem ->
        [order] Write the one you mean: { $first } or { $second }
        [year] Add the year, such as: { $first }
        [weekday] If the date is right, write: { $first }
       *[other] Write year, month, and day, with two digits each for month and day, such as: 2026-09-18
    }
    .before =
        by: in May
    .after =
        by: 2027-05-28

dates-reversed = The end comes before the beginning.
    .why = A family could not tell when this starts and ends. { last-good }
    .help = Check both dates. The later one belongs here.
    .earlier = the beginning
    .before =
        period: {"{"}from: 2026-11-20, to: 2026-08-31{"}"}
    .after =
        period: {"{"}from: 2026-08-31, to: 2026-11-20{"}"}

goal-without-baseline = The goal “{ $goal }” has no baseline.
    .why = Families see where a goal began. Without a baseline, the page cannot show growth. { last-good }
    .help = { add-line }
    .before =
        baseline: {"{"}date: 2026-09-11{"}"}
    .after =
        baseline: {"{"}date: 2026-09-11, value: 3/10{"}"}

goal-without-target = The goal “{ $goal }” has no target.
    .why = Families see what everyone hopes for and how far there is to go. Without a target, the page cannot show that. { last-good }
    .help = { add-line }
    .before =
        baseline: {"{"}date: 2026-09-11, value: 3/10{"}"}
        by: 2027-05-28
    .after =
        baseline: {"{"}date: 2026-09-11, value: 3/10{"}"}
        target: 80
        by: 2027-05-28

future-date = { $date } is in the future. Today is { $today }.
    .why = This cannot have happened yet, and a family would not know what to believe. { last-good }
    .help = Check the year and the month. Write the date on which it happened.
    .before =
        2062-09-25: 46
    .after =
        2026-09-25: 46

out-of-range = { $problem ->
    [whole] The total number or time is { $found }. It must be more than 0.
    [part] { $found } is out of range: it must be between 0 and { $high }.
    [letters] “{ $found }” has too many or too few letters: there are { $high } steps.
    [fraction] { $found } is not a whole number.
    [below] { $found } is too small: the minimum is { $low }.
   *[between] { $found } is out of range: it must be between { $low } and { $high }.
}
    .why = This number cannot be right, and the family would see it on the page. { last-good }
    .help = { $problem ->
        [whole] Check for a typo. Write 8/10 for 8 of 10.
        [part] Check for a typo. The part comes first: 8/10 is 8 of 10.
        [letters] Write one letter for each step, in the order of the steps. If the list of steps changed, add the change to “changes”: its date, kind: measure, and steps_before: with the old number of steps.
        [fraction] Write a number without a decimal point, such as 3.
       *[other] Check for a typo, such as 440 for 44.
    }
    .before =
        2026-09-18: 12/10
    .after =
        2026-09-18: 10/12

target-wrong-side = The target is { $target }, but the baseline is { $baseline }.
    .why = { $direction ->
        [decrease] Less is better for this goal, so the target must be below the baseline.
       *[other] More is better for this goal, so the target must be above the baseline.
    } A family would think there is nothing left to do. { last-good }
    .help = { $direction ->
        [decrease] Write a target below { $baseline }. If more is better for this goal, write: direction: increase
       *[other] Write a target above { $baseline }. If less is better for this goal, write: direction: decrease
    }
    .baseline = this is the baseline
    .before =
        target: 30
    .after =
        target: 90

decimal-comma = “{ $found }” has a comma in it. kinfolio needs a decimal point.
    .why = A comma also separates numbers, so the family could see a wrong one. { last-good }
    .help = Write: { $better }

sheet-without-dates = This data sheet has no column “date”.
    .why = A number without a date cannot go on the chart. { last-good }
    .help = { $better ->
        [0] Add a column with the heading: date
       *[other] The column “{ $found }” has dates in it. Write in { $better }: date
    }

number-twice = The data for { $date } is in two files.
    .why = If the two differ, a family could see either one. { last-good }
    .help = Keep this date in one file: in this data sheet, or under “data:” in the goal’s .yaml. Several data points from one day can have several rows.
    .other = also written here

sheet-alone = There is no goal “{ $goal }” for these numbers.
    .why = Families cannot see them. { last-good }
    .help = Give the data sheet the same name as its goal: reading.csv next to reading.yaml. Or add the file { $goal }.yaml.

few-tries = This data point has only { $tries ->
    [one] { $tries } try
   *[other] { $tries } tries
}.
    .why = With so few tries, one more or less makes the line jump. A family may see ups and downs that mean nothing.
    .help = If you can, give at least five tries each time. The page shows the numbers as they are.

mastery-window = { $problem ->
    [zero] A goal cannot be met on 0 checks.
    [both] “at_least” and “at_most” are used together.
   *[more] { $times } of { $of } checks is not possible.
}
    .why = The page tells the family when the goal is met, and this could never happen. { last-good }
    .help = { $problem ->
        [both] Keep “at_least” if more is better, and “at_most” if less is better.
       *[other] Write on how many checks, then out of how many in a row: times: 3, of: 4
    }
    .other = used together with this

closed-without-outcome = This goal is closed, but has no outcome.
    .why = A family would see the goal disappear and not know why. { last-good }
    .help = { add-line }

after-closing = There is a number from { $date }, after the goal was closed.
    .why = kinfolio keeps the number. A family may wonder whether the goal has really ended.
    .help = If the work continues, remove “closed” from the goal.
    .closed = the goal was closed here

five-levels = A goal attainment scale has five levels. This one has { $found }.
    .why = Families read what each level from -2 to 2 means. { last-good }
    .help = Write five sentences, beginning with -2. The third one is for 0: the expected result.

standard-without-words = The standard { $code } has no plain-language description.
    .why = A code means nothing to a family, so the page leaves it out.
    .help = Add what the class works on, such as: plain: read grade 3 text smoothly

benchmark-without-source = This benchmark has no source.
    .why = A family needs to know where the comparison comes from. { last-good }
    .help = { add-line }

goal-unexplained = The goal “{ $goal }” does not say { $field ->
    [what] what the student will do (“what:”)
    [why] why it matters (“why:”)
   *[how_checked] how progress is monitored (“how_checked:”)
}.
    .why = Families who understand a goal can help with it. The page leaves this part out.
    .help = { $field ->
        [what] Add a sentence such as: what: Read a new page out loud, with 90 words right in one minute.
        [why] Add a sentence such as: why: Smooth reading leaves room to think about the story.
       *[how_checked] Add a sentence such as: how_checked: Every Friday, one minute with a new page. It is quick and calm.
    }

goal-without-use = The goal “{ $goal }” does not say where it helps in daily life.
    .why = A family may not notice the skill at home.
    .help = Add one or two places, such as: where_used: [reading a menu, a letter from grandma]

not-agreed = The goal “{ $goal }” does not say when it was agreed on.
    .why = The page cannot tell the family when the team agreed on it.
    .help = Add a line with the date and who was there{ such-as }

number-far = { $found } is far from the other numbers for this goal, which range from { $low } to { $high }.
    .why = { looks-like-typo } It would also change the chart. { last-good }
    .help = { write-number } { if-sure }
    .before =
        2026-10-09: 590
    .after =
        2026-10-09: 59

over-limit = { $problem ->
    [words] { $found } words in a minute is more than readers of this age read out loud.
    [week] { $found } minutes is more than a school week has.
    [session] { $found } minutes is more than a school day has.
    [given] { $found } minutes were given, but only { $high } were planned.
   *[day] { $found } is longer than a day.
}
    .why = { $problem ->
        [words] In grade 6, nine out of ten students read 204 words or fewer (Hasbrouck and Tindal 2017). kinfolio asks about anything over { $high }, because the family would take it as fact.
       *[other] { looks-like-typo }
    } { last-good }
    .help = { write-number } { if-sure }
    .before =
        2026-09-18: 470
    .after =
        2026-09-18: 47

unknown-person = “{ $found }” is not in staff.yaml.
    .why = A family would not know who this is or how to call. { last-good }
    .help = { did-you-mean } { known-ids } To add a person, write a short name in staff.yaml with “name:” below it.
    .before =
        case_manager: riviera
    .after =
        case_manager: rivera

unknown-goal = This student has no goal “{ $found }”.
    .why = The page could not link the family to the goal. { last-good }
    .help = { did-you-mean } A goal’s short name is its file name: reading is goals/reading.yaml. { known-ids }
    .before =
        goals: [raeding]
    .after =
        goals: [reading]

unknown-tip = There is no tip “{ $found }”.
    .why = The family would find nothing to do at home. { last-good }
    .help = { did-you-mean } A tip’s short name is its file name, in this student’s tips/ or in library/tips/. { known-ids }

unknown-support = The library has no support “{ $found }”.
    .why = The page could not explain this support to the family. { last-good }
    .help = { did-you-mean } { known-ids } Or write it out: kind: accommodation, and text: with your own description.

unknown-role = The library has no role “{ $found }”.
    .why = Families read what each person does. Without the role, the page cannot say it. { last-good }
    .help = { did-you-mean } { known-ids } A role is a file in library/roles/.

no-school-day = There was no school on { $date }.
    .why = The page shows the number on that day, and a family may wonder about it.
    .help = Check the date. If school was open, remove the date from “no_school” or “pauses” in school.yaml.

translation-shape = The translation of “{ $field }” does not match. The original file has { $length ->
    [one] { $length } entry
   *[other] { $length } entries
} here.
    .why = The family could read a translation next to the wrong entry. { last-good }
    .help = { $example ->
        [0] Write as many entries as the original has, in the same order.
       *[other] Write as many entries as the original has, in the same order. A list has brackets around it and commas between its entries{ such-as }
    }
    .original = the original list

translation-fact = “{ $field }” is a fact. A translation holds only text.
    .why = If two files had the same number or date, families could read two different ones. { last-good }
    .help = Delete this line here. The value in the original file applies to every language.
    .before =
        title: Contar monedas
        target: 90
    .after =
        title: Contar monedas

unknown-language = The school does not offer the language “{ $found }”.
    .why = kinfolio cannot build the site in the family’s language. { last-good }
    .help = Choose one of: { $choices }. Or add { $found } to “languages” in school.yaml.

no-pack = kinfolio does not support “{ $language }” yet.
    .why = The family sees the site in their other languages, or in the school’s language.
    .help = Ask your technician to add this language in locales/{ $language }/.

unknown-service = This student has no service “{ $found }”.
    .why = The page could not tell the family which service will change. { last-good }
    .help = { did-you-mean } { known-ids } Services are in services.yaml.

# Dates, reviews, and changes.

review-incomplete = This formal review says nothing about { $count ->
    [one] one open goal
   *[other] { $count } open goals
}: { $goals }.
    .why = A family has a right to hear about every goal in a formal review. They would look for this one and not find it. { last-good }
    .help = Below “goals:”, add each goal with “decision:” and “why:”. If the goal was agreed on in this meeting or later, write the date in the goal’s file, such as: agreed: {"{"}on: 2026-11-20{"}"}. If this was only a quick check-in, write: kind: brief

decided-after-end = The goal “{ $goal }” ended on { $date }, before this review.
    .why = A family would read a new decision about a goal that has ended. { last-good }
    .help = Remove “{ $goal }” from this review. If the goal continues, remove “closed” from its file.

adjust-without = This decision changes something for “{ $goal }”, but “{ $field }:” is missing.
    .why = A family would read that something changes, but not what or when. The chart could not show the change either. { last-good }
    .help = { add-line }

vague-review = “{ $phrase }” is vague, and there is no number in this text.
    .why = A family cannot tell how far the student has come. A formal review must say it in a way that can be checked. { last-good }
    .help = Say it with numbers: “From 43 to 58 words in a minute.” or “4 of 5 times this month, 2 of 5 in September.”

review-overdue = The formal review of { $date } is not written yet.
    .why = The family expects it on that date. The page is still updated, and shows the review before it.
    .help = Add a review named by the date you met, such as reviews/{ $date }.md, with “kind: formal”. If the date has moved, change “next_review:” in the newest review, or “schedule” in school.yaml.

review-due = A formal review is due on { $date }.
    .why = The family expects it on that date.
    .help = Write reviews/{ $date }.md with “kind: formal” and a decision for every open goal.

short-notice = { $days ->
    [0] There is no school day left before this change.
    [one] There is only { $days } school day before this change.
   *[other] There are only { $days } school days before this change.
} { $told ->
    [yes] That is all the notice the family had.
   *[no] There is no record that the family was told.
}
    .why = A student and a family need about ten school days to prepare. The page is still updated and tells them about the change.
    .help = { $told ->
        [yes] If you can, move the change to a later date: rename this file. If the family knew earlier, correct “when:” below “told:”.
       *[no] Call the family. Then below “handoff:” and “told:”, add a line{ such-as }
    }

nothing-stays = This change does not say what stays the same.
    .why = That is the first thing a family wants to know. The page is still updated, but without it.
    .help = Add a list, such as: stays_same: [He still works with Mr. Haddad., He keeps the same planner.]

handoff-open = This change is in effect, but { $what ->
    [goals] the goals have not been reviewed yet.
    [family] there is no record that the family was told.
    [receiving] it does not say who takes over.
    [steps] one of the steps is not done yet.
   *[done] the handoff is not marked as done.
}
    .why = What is not handed over gets lost, and the student starts over. The page is still updated and shows what is open.
    .help = { $what ->
        [goals] When it is done, write below “handoff:”: goals_reviewed: true
        [family] Below “told:”, add a line{ such-as }
        [receiving] Below “handoff:”, write the person’s short name{ such-as }
        [steps] When a step is done, add to it: done: true
       *[done] When everything is done, write: done: true
    }

check-too-early = { $found } is before the change on { $date }.
    .why = A check on the change cannot come before it. A family would wonder which date is right. { last-good }
    .help = Check both dates. Good times to check are often two and six weeks after the change.

level-drop = The numbers for “{ $goal }” fell after this change: from { $before } to { $after } in { $weeks } weeks.
    .why = The family sees only the numbers. A drop of more than a fifth is worth a team discussion.
    .help = Discuss it with the team. Is the student getting the help as planned? Does the student need more time, or a step back? Write your decision in a review.

no-family-meeting = No meeting with the family is planned for the next 90 days.
    .why = The first page tells the family that no meeting is planned.
    .help = Add an entry to meetings.yaml, with no indent{ such-as }

no-interpreter = No interpreter is listed for { $date }. The family reads “{ $language }”.
    .why = A family cannot decide with the team if they cannot follow the meeting. The page does not promise an interpreter.
    .help = Book one, then write: interpreter: { $language }. If the family does not want one, write: interpreter: no

no-interpreter-line = Families of this school read “{ $language }”, but there is no number for an interpreter.
    .why = A family that does not speak the school’s language has no one to call. The pages give the school’s own number instead.
    .help = Add a line to school.yaml, such as: interpreter: {"{"}phone: "608 555 2199", free: true{"}"}

past-meeting-next = This meeting is marked as the next one, but { $date } has passed.
    .why = A family would wait for a meeting that has already happened. { last-good }
    .help = Write the date of the next meeting, or remove the line “next:”.

update-late = { $any ->
    [no] There is no update yet, and school began on { $date }.
   *[yes] The last update is from { $date }.
}
    .why = The family was promised more frequent updates. The page still shows the last one.
    .help = Two lines are enough: one thing that happened, and one that comes next. Save them in updates/ under today’s date, ending in .md

before-baseline = { $date } is before the baseline of this goal, which is from { $start }.
    .why = A goal begins with its baseline. An earlier number distorts the chart, and a family would read “There is no clear direction”. { last-good }
    .help = { $better ->
        [0] Write the right date, or delete the line. If the baseline is older, correct its date.
       *[other] Did you mean { $better }?
    }
    .start = this is the baseline
    .before =
        2025-09-25: 46
    .after =
        2026-09-25: 46

day-alone = { $date } is months away from every other date of this goal.
    .why = The year or the month looks like a typo. The family would see one long line on the chart, and a trend that is not real. { last-good }
    .help = Did you mean { $better }? { if-sure }
    .before =
        2025-10-02: 49
    .after =
        2026-10-02: 49

other-total = In { $found } the second number is unlike the others, which are { $span ->
    [same] always { $low }.
   *[other] between { $low } and { $high }.
}
    .why = { looks-like-typo } It would also change the chart. { last-good }
    .help = { write-number } { if-sure }
    .before =
        2026-09-24: 8/100
    .after =
        2026-09-24: 8/10

day-too-far = { $problem ->
    [goal] The target date is { $date }, years after the baseline of { $other }.
    [period] The period begins on { $date }, more than a year before this review of { $other }.
    [year] The school year begins on { $other } and ends on { $date }, more than a year later.
    [late] The period ends on { $date }, long after this review of { $other }.
   *[today] { $date } is many years away. Today is { $other }.
}
    .why = { $problem ->
        [goal] An IEP goal is a goal for one year. A family would read that nothing is due for years.
       *[other] The year looks like a typo. A family would not know what to believe.
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
    [date] no next date: no meeting and no review.
   *[contact] no phone number or email address for the case manager.
}
    .why = The first page answers a parent’s first questions, and one answer is missing.
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

criterion-unread = kinfolio cannot read the mastery criterion “{ $found }”.
    .why = The page tells the family when the goal counts as met. { last-good }
    .help = { $problem ->
        [tries] If it counts checks, write: { $better }. If it counts the tries in one check, write: { $second }
       *[words] Write the value, and on how many checks out of how many in a row, such as: { $better }
    }
    .before =
        mastery: 4 of 5 trials
    .after =
        mastery: {"{"}at_least: 80, times: 4, of: 5{"}"}

frequency-unread = kinfolio cannot tell how often “{ $found }” is.
    .why = The page tells the family how much help the student gets. { last-good }
    .help = Write how often, such as: frequency: {"{"}times: 2, per: week{"}"}. On the next line, write how long each time is, such as: minutes: 30
    .before =
        frequency: as needed
    .after =
        frequency: {"{"}times: 2, per: week{"}"}

unknown-timezone = kinfolio does not know the time zone “{ $found }”.
    .why = It decides when the school’s day begins. With the wrong one, a family could get today’s update a day late. { last-good }
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
    [goal-numbers] This goal has the same numbers as { $other }, on the same dates.
    [update] This update has the same text as { $other }.
   *[review] This review has the same text as { $other }.
}
    .why = { $what ->
        [goal] The family would see one goal twice, with all its numbers.
        [goal-numbers] It looks like a copy that still has the other goal’s numbers. The family would take them as facts about this goal.
       *[other] It looks like a copy that still has the old text. The family would read about one week twice, as if it had happened again.
    } { last-good }
    .help = { $what ->
        [goal] Delete one of the two files. If it is a new goal, write its own title and numbers.
        [goal-numbers] Write this goal’s numbers, or delete the copied ones.
       *[other] Write what is new, or delete this file.
    }

same-title = This student has another open goal with the title “{ $title }”, in { $other }.
    .why = A family cannot tell the two apart: both have the same name in every list.
    .help = If one of them is a copy or an old goal, delete it, or add “closed:” to it. If both are right, give them different titles.

waits-for-day = This { $what ->
    [update] update
   *[review] review
} is dated { $date }, so kinfolio holds it until then. Today is { $today }.
    .why = The family sees it from { $date } on. kinfolio has checked it like all the others.
    .help = { nothing-to-do } To show it today, rename the file to { $today }.md

goal-past-due = The target date for the goal “{ $goal }” was { $date }, and it has passed.
    .why = The page still shows the family the old target date.
    .help = If the goal continues, write its new date, such as: by: { $better }. If it has ended, add a line such as: closed: {"{"}on: { $date }, outcome: She reads 84 words in a minute.{"}"}

# Services and supports.

service-without-goals = This is small-group time, but no goal is named.
    .why = The student leaves the class for it. A family needs to know which goal it is for. { last-good }
    .help = { add-line }

service-without-minutes = { $missing ->
    [often] This service does not say how often it is given.
   *[long] This service does not say how long it takes.
}
    .why = Families see how much time goes into a goal. Without this, no one can tell whether the student got that time. { last-good }
    .help = { $missing ->
        [often] Add days, such as: days: [mon, wed]. Or write: frequency: {"{"}times: 2, per: week{"}"}
       *[long] Add minutes, such as: minutes: 25. Or write “start:” and “end:” with the times.
    }

hours-reversed = The end is not after the start.
    .why = A family could not tell when this is. { last-good }
    .help = Write 24-hour times: 1:10 p.m. is "13:10".
    .earlier = the start

blended-parts = { $problem ->
    [not-blended] Only a blended service (push-in and pull-out) has parts.
   *[one-kind] A blended service needs a push-in part and a pull-out part.
}
    .why = A family could not see what happens in class and what happens in a small group. { last-good }
    .help = { $problem ->
        [not-blended] Write “model: blended”. Or delete “parts:” and move its lines directly below the service.
       *[one-kind] Write two lines below “parts:”, such as - {"{"}model: push-in, times: 2, minutes: 25{"}"} and - {"{"}model: pull-out, times: 2, minutes: 25{"}"}. If there is only one kind, write that as the model.
    }

core-missed = This takes { $minutes } minutes { $per ->
    [week] a week
   *[time] each time
} from “{ $subject }”, a core lesson.
    .why = The family’s page lists this as a lesson the student never misses. { last-good }
    .help = Choose another time. If the team decided on this time, say why and since when, in plain language for the family: { $example }
    .lesson = the core lesson

services-clash = “{ $service }” and “{ $other }” are at the same time.
    .why = The student cannot be in two places, so the family would read something that cannot be true. { last-good }
    .help = Check the days and times of both. If one has ended, write its last day: { $example }
    .other = the other service

timetable-clash = “{ $subject }” and “{ $other }” are at the same time in one class.
    .why = From the timetable, pages show families what a student misses. Two lessons at one time would make that wrong. { last-good }
    .help = Check the days and times. If they are for different classes, add the class to each, such as: class: Room 12
    .other = the other lesson

minutes-without-reason = { $problem ->
    [too-few] { $open ->
        [one] { $open } minute was not given, and no reason is noted.
       *[other] { $open } minutes were not given, and no reason is noted.
    }
   *[too-many] The reasons add up to { $told } minutes, but { $gap } were not given.
}
    .why = Families see planned and given minutes with the reasons. They must add up. { last-good }
    .help = { $problem ->
        [too-few] Write the minutes under one of these: no_school, staff_away, student_away, other.
       *[too-many] Correct the reasons, or the minutes that were given.
    }

week-twice = The week of { $week } is listed twice for “{ $service }”.
    .why = The family would see its minutes counted twice. { last-good }
    .help = Keep one of the two rows and delete the other.
    .first = first listed here

week-not-monday = This date is not a Monday.
    .why = The page names each week by its Monday, so a family would read the wrong week.
    .help = Write the Monday of that week: { $monday }

service-incomplete = “{ $service }” does not say everything a family asks. Missing: { $fields }.
    .why = The family has to call you to find out.
    .help = Add those lines in plain words. with: the class teacher. since: the first day. looks_like: what you would see. why: what the student needs. exit: the sign that it can change. return_plan: how the student goes back to class.

long-looks-like = “looks_like” has { $words } words. Forty are enough.
    .why = A family reads it first, on a phone.
    .help = Say in one or two sentences what you would see: Ms. Ortiz sits at his table while the class reads.

goal-without-service = No service names the goal “{ $goal }”.
    .why = The family reads what everyone hopes for, but not who helps and when.
    .help = In services.yaml, add “{ $goal }” to “goals:” of the service that works on it. If there is none, discuss it with the team.

no-planning = There is a push-in service, but no planning meeting in the last 30 days.
    .why = Two adults who teach in one room plan together, so that the student gets one lesson and not two.
    .help = If there was no meeting, schedule one. If there was one, add it to meetings.yaml, with no indent{ such-as }

goal-one-owner = The goal “{ $goal }” is worked on in class, but names only one person.
    .why = The class teacher and the specialist share what is taught in class. A family should know both.
    .help = Add the second person{ such-as }

little-given = The student got { $given } of { $planned } planned minutes of “{ $service }” ({ $percent } percent).
    .why = Below 85 percent, the data says little about whether the help works. The family sees the minutes and the reasons, not this message.
    .help = Go over the reasons as a team. Find time to make up the minutes, or plan what you can give.

times-disagree = { $problem ->
    [iep] The IEP promises { $said } minutes a week, but the days and minutes here add up to { $computed }.
    [days] This service says { $said } times a week, but lists { $computed } days.
   *[hours] This service says { $said } minutes, but from start to end it is { $computed }.
}
    .why = A family could see two numbers and not know which one is right.
    .help = Correct one of the two.

modification-without-note = This changes what is taught, but there is no note to the family about it.
    .why = A family should not have to discover that their child works on something different from the class.
    .help = Add a line like: family_note: "The class writes two pages, and he writes one. He learns the same ideas."

universal-for-one = Everyone in class has this support, but it names only this student.
    .why = Support for everyone should not single out one child on the family’s page.
    .help = Write: for: whole class. If only this student has it, write: kind: accommodation

instead-of-differs = The timetable has a different lesson at this time: { $subjects }.
    .why = The page tells the family from the timetable what the student misses. Two names for it are confusing.
    .help = Write the same name here and in “timetable” in school.yaml, or correct the times.

# Text for families.

raw-html = { $count ->
    [one] There is an HTML tag in this text: { $tag }
   *[other] There are { $count } HTML tags in this text. The first is: { $tag }
}
    .why = Families will see it exactly as it is written. It does not format anything on the page.
    .help = Delete it. For bold text, write two asterisks on each side: **like this**

link-scheme = The link to “{ $address }” is not of a safe kind.
    .why = A link may open a secure web page, an email, a phone call or a text message. This one does something else. { last-good }
    .help = Begin the address with https:, mailto:, tel: or sms:
    .before =
        Ana read [a page](http://example.org).
    .after =
        Ana read [a page](https://example.org).

dead-link = { $exists ->
    [yes] Family sites cannot show the file “{ $address }” yet.
   *[other] The link “{ $address }” does not lead anywhere.
}
    .why = A family would tap it and find nothing. { last-good }
    .help = { $exists ->
        [yes] Remove the link for now, and say in text what the file shows.
       *[other] Write the full web address, beginning with https://, or remove the link.
    }
    .before =
        Here is the [page](bats.md).
    .after =
        Here is the page about bats.

remote-image = A picture here comes from another website: “{ $address }”.
    .why = That website would learn who opens the family’s page. { last-good }
    .help = Remove the picture, or write a link to it: [the picture](https://…)
    .before =
        ![a bat](https://example.org/bat.jpg)
    .after =
        See [a bat](https://example.org/bat.jpg)

no-title = This text has no title.
    .why = Families could not see what it is about. { last-good }
    .help = Begin the text with a line like: # Read it twice
    .before =
        Sing a song.
    .after =
        # Sing in the car

        Sing a song.

too-many-steps = This tip has { $steps } steps. Four are enough.
    .why = At the end of a long day, a family will not get to the last steps. { tip-shown }
    .help = Keep at most four steps, or make two tips of it.

long-update = This update has { $words } words. Up to { $most } take about a minute to read on a phone.
    .why = The page shows the whole update, but the family may not read to the end.
    .help = Keep what is new this week, and one thing the family can do.

untranslated = There is no { $file } yet.
    .why = The family will read this text in the language it was written in. The page tells them so.
    .help = Add { $file } in the same folder, with the same text in “{ $language }”.

stale-translation = { $file } may be out of date: { $count ->
    [one] { $count } text in the original is new or has changed.
   *[other] { $count } texts in the original are new or have changed.
}
    .changed = new or changed since the translation
    .why = A family that reads “{ $language }” sees old text. The page says so, and shows decisions, services, supports, and places in the original language.
    .help = Open both files, update the translation and save it. If it is still right, write the line “checked: { $today }” at the top of it (in Markdown, between the --- lines).

memory-broken = kinfolio cannot read its translation log ({ $path }).
    .why = kinfolio cannot tell which translations are out of date, so families see all of them as current.
    .help = { nothing-to-do } The next `kinfolio build` writes the file again. No text is lost.

foreign-digits = The digits { $digits } differ from those in charts and dates.
    .why = A family would see two kinds of digits on one page.
    .help = Write 0 1 2 3 here. If families should see their own digits everywhere, write in school.yaml: digits: native

hidden-characters = There is an invisible character in this text ({ $character }).
    .why = It can reverse text or show as a box on the family’s phone. { last-good }
    .help = Delete this text and type it again by hand. Text pasted from other programs can bring such characters with it.

unknown-explainer = There is no text “{ $found }” about a kind of goal.
    .why = The family could not read what this kind of goal is about. { last-good }
    .help = { did-you-mean } { known-ids } It is a file in library/explainers/. Or remove the line “explainer:”.

partner-stale = This partner was last checked on { $date }, more than a year ago.
    .why = The page still shows the partner. A family may call a number that no longer works, or go to a place that has closed.
    .help = Call them. Then write the date of your call in “checked”, or delete the file.

partner-unreachable = This partner has no “phone” and no “url”.
    .why = The page still shows the partner. A family reads about help and has no way to get it.
    .help = Add a phone number, or a web address that begins with https://

endorsement = “{ $phrase }” claims that someone endorses this page.
    .why = The page still shows it. A family would trust the page more than anyone has promised.
    .help = Say where the idea comes from: It is described by … . Remove the claim even where it says “not”, unless you are required to say it.

hidden-words = { $mark ->
    [tags] kinfolio left out a line of tags.
   *[other] kinfolio left out text that is marked as hidden.
}
    .why = { $mark ->
        [tags] Tags such as #reading sort your notes. They mean nothing to a family, so the page does not show them.
       *[other] Text between { $open } and { $close } is a comment for yourself. Families do not see it.
    }
    .help = { $mark ->
        [tags] Delete the line, or write it as a sentence if the family should read it.
       *[other] If the family should read this text, remove the marks. If not, you do not need to do anything. Other people with access to this folder can still read it.
    }

hidden-without-end = A comment begins here with { $open } and does not end.
    .why = kinfolio cannot tell which text is for the family and which is only for you. { last-good }
    .help = Write { $close } where the comment ends, or delete { $open } if the family should read all of it.

other-note = “{ $found }” embeds another note or a picture, which kinfolio cannot show.
    .why = The family would see a file name instead of text or a picture. { last-good }
    .help = For a picture, delete it here and add it to the facts, such as: photo: {"{"}file: tower.jpg, alt: A tower of blocks, faces: none{"}"}. For text, copy it here.

note-to-self = “{ $phrase }” looks like a note to yourself.
    .why = The family would read it. { last-good }
    .help = Delete it, or put it between %% marks, which no page shows: %% { $phrase } … %%. If it is for the family, write it as a sentence in other words.

private-contact = { $kind ->
    [phone] The phone number { $found } is in this text, but in no file of the school.
    [mail] The email address { $found } is in this text, but in no file of the school.
   *[address] “{ $found }” looks like a street address, and it is in no file of the school.
}
    .why = If it belongs to a family, everyone who sees this page could read it. { last-good }
    .help = { $kind ->
        [phone] Delete it if it belongs to a family. If families should call it, add it to staff.yaml, school.yaml or library/partners, or write it as a link with a name: [the library](tel:{ $found })
        [mail] Delete it if it belongs to a family. If families should write to it, add it to staff.yaml or school.yaml, or write it as a link with a name: [the library](mailto:{ $found })
       *[address] Delete it if a family lives there. If it is a public place, write its name, such as: the library. You can put its address in library/partners.
    }

left-in-words = The page “{ $page }” still has the mark “{ $found }”.
    .why = Families will see these marks as you wrote them. The page is still updated.
    .help = Delete the marks, or use formatting that kinfolio knows: **bold**, - an item, # Title.

# Wording and reading level.

deficit-word = “{ $phrase }” says what the student is not.
    .why = A family remembers words like this for years. { reads-as-is }
    .help = { write-instead } Say what the student does now, what helps, and what comes next.
    .before =
        Ana is struggling with long words.
    .after =
        Ana is learning to read long words. Tapping the parts helps.

gendered-in-library = “{ $phrase }” fits only some of the students who share this text.
    .why = All students’ pages share this text, so a family may read the wrong pronoun about their child.
    .help = { write-instead }

deficit-word-stops = { deficit-word }
    .why = A family remembers words like this for years. { school-choice }
    .help = { deficit-word.help }

jargon-word = “{ $phrase }” is school jargon.
    .why = A family may not know it, and may not like to ask. { reads-as-is }
    .help = { write-instead } Or say in a short sentence what happens there.
    .before =
        She goes to pull-out on Monday.
    .after =
        She has small-group time on Monday.

jargon-word-stops = { jargon-word }
    .why = A family may not know it, and may not like to ask. { school-choice }
    .help = { jargon-word.help }

vague-words = “{ $phrase }” is vague, and there is no number with it.
    .why = A family cannot tell what has changed. { reads-as-is }
    .help = { write-instead } Or describe one thing that someone saw: “She read a whole page on her own.”
    .before =
        She is making progress.
    .after =
        She read 49 words in a minute. In September it was 43.

vague-words-stops = { vague-words }
    .why = A family cannot tell what has changed. { school-choice }
    .help = { vague-words.help }

cost-in-tip = “{ $phrase }” in a tip may cost a family money, or need something they do not have.
    .why = Not every family has a printer, an app, or the money for it. They would feel left out. { tip-shown }
    .help = { write-instead } If it costs nothing, say so: “There is nothing to buy.”
    .before =
        1. Download a game.
    .after =
        1. Look for letters on boxes in the kitchen.

home-language = “{ $phrase }” in a tip asks a family to give up its own language at home.
    .why = Talk at home is richest in the language a family speaks best, and it helps English too. { tip-shown }
    .help = { write-instead } Any language works. Say so in the tip.
    .before =
        2. Please speak English.
    .after =
        2. Read in the language that you speak at home.

long-note = This note has { $words } words, but it goes in a small table cell.
    .why = On a phone, the table gets very long and the number is hard to find. The page shows the note as it is.
    .help = Keep it to 25 words. Put the rest in that week’s update.

hard-to-read = { hard-grade } The longest sentence here has { $words } words.
    .why = Many parents read late, tired, on a phone, or in their second language, and may not get to the end. { reads-as-is } The grade depends only on the length of words and sentences. It cannot tell whether text is clear.
    .help = { $cause ->
        [sentence] Split long sentences in two.
       *[words] Keep sentences short, as they are.
    } { long-words } Then read it aloud.

hard-to-read-stops = { hard-grade } The longest sentence here has { $words } words.
    .why = Many parents read late, tired, on a phone, or in their second language, and may not get to the end. { school-choice }
    .help = { hard-to-read.help }

long-sentences = Sentences here have { $words } words on average. Up to { $most } are easy to follow.
    .why = Families find long sentences hard to read on a phone. kinfolio has no reading-level formula for this language.
    .help = Split the longest sentence in two.

# Pictures.

picture-consent = There is a picture here, but no photo consent.
    .why = A page shows a picture only when the family has agreed to it in writing. { last-good }
    .help = Ask the family. When they have agreed, write in student.yaml: consent: {"{"}photo: true{"}"}. If they have not, remove the picture.

picture-faces = Someone in this picture has not agreed to be shown.
    .why = Families could recognize another child or an adult. { last-good }
    .help = Choose a picture without that person, or crop them out and save it under a new name. Then write: faces: none

picture-missing = There is no picture “{ $found }” in this student’s files/ folder.
    .why = The family would see an empty frame. { last-good }
    .help = { did-you-mean } { known-ids } Or put the picture in files/ and write its name with the extension, such as: file: tower.jpg

picture-broken = kinfolio cannot show “{ $found }”: { $problem ->
    [heic] it is in an iPhone format (HEIC) that other phones do not open.
    [svg] it is an SVG drawing, which can contain a program.
    [too-large] it is too large.
    [broken] it is damaged, or has not finished copying.
    [unreadable] this computer cannot open it.
    [away] it has not been downloaded to this computer yet.
   *[unknown] it is not a JPEG, PNG, or WebP picture.
}
    .why = The family would see an empty frame. { last-good }
    .help = { $problem ->
        [heic] On the iPhone: Settings, Camera, Formats, Most Compatible. For this picture: open it, share it, and save it as JPEG.
        [svg] Open the drawing and save it as PNG or JPEG, or take a photo of it.
        [too-large] Save a smaller version: 4,000 pixels on the long side is plenty, and it must be under 40 MB.
        [broken] Wait until the shared folder has finished copying, or save the picture there again.
        [unreadable] Close other programs that have it open and check that it is on this computer. Then try again.
        [away] { keep-on-device } Wait until it has finished downloading, then try again.
       *[unknown] Open it and save it as JPEG or PNG.
    }

# Privacy.

same-name = “{ $name }” is also the name of the student in the folder “{ $other }”.
    .why = If one folder began as a copy of the other, a family could see another child’s plan.
    .help = If this is a copy, write this student’s own name first, then remove everything that belongs to the other student. If two students really have this name, add a middle name or an initial.
    .before =
        name: Ana Duarte
    .after =
        name: Ana R. Duarte

other-student-named = The name “{ $name }” belongs to another student.
    .why = { other-family } { last-good }
    .help = { $what ->
        [word] If you mean the student, write “a classmate” instead. If you mean the everyday word, write it in lowercase, or begin the sentence with another word.
       *[name] Write “a classmate” instead. If you mean the name and both families agree, add to this student’s student.yaml: may_mention: ["{ $name }"]
    }
    .before =
        Ana read with Ben Osei.
    .after =
        Ana read with a classmate.

name-or-word = { $what ->
    [page] The finished page { $page } has a sentence that begins with “{ $name }”, which is a word and another student’s name.
   *[words] A sentence begins with “{ $name }”, which is a word and another student’s name.
}
    .why = { other-family } Only you can tell which one is meant here. { last-good }
    .help = If you mean the student, write “a classmate”. If you mean the word, begin with another one, or answer once for the whole school in school.yaml: names_that_are_words: [{ $list }]. Then kinfolio no longer asks when a sentence begins with it, and would miss the student there. Inside a sentence, or with a last name, it stays an error.

no-everyday-word = “{ $name }” is not on the list of names that are also words.
    .why = kinfolio does not use this line, because it could let a student’s name onto other families’ pages. It still looks for the name.
    .help = Remove { $name } from this list. If it is an everyday word, add to locales/{ $language }/lint.yaml next to school.yaml: names: [{ $better }]

eligibility-label = “{ $phrase }” is a disability label. A family page shows one only if the family wants it.
    .why = Others can see a page on a shared phone or over a shoulder. The family decides who knows. { last-good }
    .help = Say what helps instead, such as “Directions are read aloud.” If the family wants the label on the page, write in student.yaml: show_label: true. For only one word of theirs: family: {"{"}words: {"{"}autistic: true{"}"}{"}"}
    .before =
        Ana has dyslexia.
    .after =
        Ana reads best when she hears the text first.

label-in-library = “{ $phrase }” is a disability label, and this text is for all students.
    .why = On a student’s page, it can reveal what only the family should tell. kinfolio still updates the sites.
    .help = Describe the students it helps by what they do: “for readers who like to hear the text first”.

staff-private = “{ $phrase }” may reveal something private about a person.
    .why = Families need to know who helps and from when. Why a person is away is private. { reads-as-is }
    .help = { write-instead }
    .before =
        Mr. Okafor is on sick leave.
    .after =
        Mr. Okafor is away until January. Ms. Rivera reads with Ana until then.

# Readers of sealed pages.

no-reader = Nobody can open this student’s pages.
    .why = The pages are sealed, and each reader has a letter with a code. There is no reader for this family, so there is no letter.
    .help = Write in student.yaml who may open the pages, one word for each person. The words are for staff only.
    .after =
        guardians: [mother, father]

reader-twice = “{ $reader }” is in “guardians” twice.
    .why = Each person gets a letter with a code of their own, so kinfolio cannot tell these two apart. { last-good }
    .help = Use another word for one of them.
    .before =
        guardians: [grandmother, grandmother]
    .after =
        guardians: [grandmother-ana, grandmother-rosa]
    .earlier = the first one

reader-language = The school does not offer the language “{ $found }”.
    .why = This reader’s letter will be in the family’s first home language.
    .help = Choose one of: { $choices }.

unknown-student = There is no student with the folder “{ $found }”.
    .why = This reader cannot open that student’s pages. The other students on the line are not affected.
    .help = Write the name of a folder in students/. { did-you-mean }

password-in-address = This address contains a password.
    .why = Everyone who can open the school folder can read it, and could change or delete the pages of all families.
    .help = Take the password out of the address. Whoever publishes keeps it on one computer: the technician’s guide says where. Then change the password, because others may have read it.
    .before =
        publish: {"{"}to: "sftp://kinfolio:secret@web.example.org/families"{"}"}
    .after =
        publish: {"{"}to: "sftp://kinfolio@web.example.org/families"{"}"}

# kinfolio itself.

panic = kinfolio failed on this student’s files: { $words }
    .why = This is a bug in kinfolio, not your mistake. It affects only this student’s site. { last-good }
    .help = { ask-technician } If you need the site today, undo your last change.

broken-pack = { $problem ->
    [cldr] kinfolio does not know the language code in { $path }.
    [missing] There is no language pack for the school’s own language, “{ $language }”.
   *[syntax] kinfolio cannot read line { $line } of { $path }.
}
    .why = Families who read this language would miss text. { no-site }
    .help = { $problem ->
        [cldr] Write a valid code, such as: cldr: es-US
        [missing] Write another language in school.yaml, such as: language: en. Or add a folder locales/{ $language }.
       *[syntax] Each message is a name, an equals sign and its text. Compare the line with the same message in another language.
    }

pack-unsafe = { $problem ->
    [markup] The message { $message } contains HTML: { $found }
    [hidden] The message { $message } contains an invisible character, { $found }.
    [value] The message { $message } uses { "{" } ${ $found } { "}" }, which has no value there.
    [call] The message { $message } calls an unknown function: { $found }
    [reference] The message { $message } includes “{ $found }”, which does not exist.
    [cycle] The message { $message } includes itself.
   *[long] The message { $message } is too long for one sentence.
}
    .why = Messages are plain text. Anything else could change a family’s page in hidden ways. { no-site }
    .help = { $problem ->
        [markup] Write plain text. Bold is the only HTML allowed here.
        [hidden] Delete the text around it and type it again by hand.
        [value] Use only the names that the English message uses.
        [call] Write the value alone, without the function.
        [reference] Check the spelling, or write the text itself.
        [cycle] Write the text itself.
       *[long] Shorten it, and check that you pasted the right text.
    }

pack-gap = { $problem ->
    [strange] The message { $message } has text for { $value } = { $found }, which never happens.
   *[missing] The message { $message } has no text for { $value } = { $found }.
}
    .why = Families would read the text for a different case, which may be wrong for their child.
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
    .why = A page must be safe for every family. { no-site }
    .help = { $problem ->
        [template] Delete this file. Use themes/default/theme.css to change colors, fonts and spacing.
        [tag] Delete it.
        [escape] Write the character itself.
       *[fetch] Use the fonts on the family’s device, and colors instead of pictures.
    }

broken-theme = kinfolio could not make a page from its template: { $words }
    .why = This is a mistake in kinfolio. Until it is fixed, families see the last good version.
    .help = Report this message. Leave out the child’s name.

output-leak = The finished page { $page } contains the name “{ $name }”, which belongs to another student.
    .why = { other-family } kinfolio cannot update this site. { last-good }
    .help = Look for the name in the files that all students share: staff.yaml and library/. If it is not there, show this message to your technician.

output-link = The finished page { $page } has a broken link: { $address }
    .why = This is a bug in kinfolio. It affects only this student’s site. { last-good }
    .help = { ask-technician }

output-outline = The headings of the finished page { $page } { $problem ->
    [skipped] are out of order
   *[first] do not include exactly one main heading
}.
    .why = Families who listen to the page would get lost. This is a bug in kinfolio. { last-good }
    .help = { ask-technician }
