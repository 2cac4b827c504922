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
write-instead = { $instead ->
    [0] Say it in other words.
   *[other] Write instead: { $instead }.
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

sheet-separator = The columns of this sheet are not separated by commas, but by “{ $sign }”.
    .why = Its numbers cannot be told apart, so none of them is used. { last-good }
    .help = Save the sheet again as “CSV (comma delimited)” or “CSV UTF-8”. If your computer writes { $sign } there, put a comma in its place in every line.
    .before =
        date;value
        2026-09-18;44
    .after =
        date,value
        2026-09-18,44

sheet-header = The first row has no headings: “{ $found }” stands in their place.
    .why = Without headings it is not clear what each number counts, so none of them is used. { last-good }
    .help = Put a first row with the names of the columns, such as: date,value
    .before =
        2026-09-18,44
    .after =
        date,value
        2026-09-18,44

sheet-row = This row has more cells than there are headings. The first without one is “{ $found }”.
    .why = A number may stand in the wrong column, so the row cannot be used. { last-good }
    .help = If you typed a number with a comma, such as 12,5, write it with a point: 12.5. If not, give the column a heading or empty the cell.

sheet-formula = “{ $found }” is something a spreadsheet would compute.
    .why = A family needs the number itself. The page cannot compute it. { last-good }
    .help = Write the result in its place, such as 12. Words may not begin with =, +, - or @.
    .before =
        2026-09-18,=B1+1
    .after =
        2026-09-18,45

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
    .why = kinfolio can read only plain text here. A family would see signs instead of words. { last-good }
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

# Facts.

unknown-field = “{ $field }” is not a field of { kind-of-thing }.
    .why = kinfolio does not know what to do with this line, so a family would miss what it says. { last-good }
    .help = { did-you-mean } Delete the line if it is not needed.
    .before =
        looks_lke: Three children read together.
    .after =
        looks_like: Three children read together.

missing-field = The line “{ $field }:” is missing in { kind-of-thing }.
    .why = The page has a sentence that needs it. { last-good }
    .help = Add the line “{ $field }:” and write its words, number or date after the colon.

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
   *[other] something else
}, but here is: { $found }
    .why = A page cannot show it in this form. { last-good }
    .help = { $expected ->
        [map] Put each part on its own line below “{ $field }:”, two spaces further in, such as “  date: 2026-09-11”.
        [list] Put brackets around it, such as: { $field }: [mon, wed]
        [text] Write plain words on one line. Words with a colon need quotes: { $field }: "Reading: page 3"
        [number] Write digits, with a point and no other signs: { $field }: 12.5
        [count] Write digits only: { $field }: 3
        [yes-no] Write: { $field }: true
        [rows] Write a line for each week: - {"{"}week: 2026-09-14, service: ot, planned: 30, given: 30{"}"}
        [time] Write hours and minutes in quotes: { $field }: "13:30"
        [choice] Write one word after “{ $field }:”.
        [id] Write the short name only, such as: { $field }: ortiz
        [letter] Write one letter, such as: { $field }: A
        [language] Write its code, such as en, es or zh-Hans: { $field }: [es, en]
        [data] Write a day, a colon and a number on each line below “{ $field }:”, such as “  2026-09-18: 44”.
        [fraction] Write how many were right and how many there were: 8/10
        [words] Write the number, such as 44. Or write: {"{"}attempted: 54, errors: 5{"}"}
        [level] Write the level as one digit, such as 2.
        [steps] Write one letter for each step, such as AVHMA, or a number, such as 3.
        [episodes] Write one number, such as 12, or each time in brackets: [4, 6, 5]
        [share] Write how long it lasted and how long the session was: 12/45
        [items] Write what is learned so far in brackets, such as [m, s, a], or how many, such as 3.
        [attainment] Write -2, -1, 0, 1 or 2.
       *[other] Look at another file of the same kind for an example.
    }
    .before =
        start: 10 am
    .after =
        start: "10:00"

unknown-choice = “{ $found }” is not a choice for “{ $field }”.
    .why = The page could not say what is meant. { last-good }
    .help = { did-you-mean } { known-ids }
    .before =
        area: redaing
    .after =
        area: reading

bad-date = { $problem ->
    [order] It is not clear which part of “{ $found }” is the day and which the month.
    [month] “{ $found }” has a month that does not exist.
    [day] “{ $found }” does not exist: that month has { $days } days.
   *[other] “{ $found }” is not a date kinfolio can read.
}
    .why = A family would read a wrong day, or none. { last-good }
    .help = { $problem ->
        [order] Write the day as 2026-09-18. Or say once in school.yaml how your sheets write days: “dates: day-first” or “dates: month-first”.
       *[other] Write year, month and day with two digits each for month and day, such as: 2026-09-18
    }
    .before =
        by: May 28
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
    .help = Add a line like: baseline: {"{"}date: 2026-09-11, values: [41, 46, 43]{"}"}
    .before =
        baseline: {"{"}date: 2026-09-11{"}"}
    .after =
        baseline: {"{"}date: 2026-09-11, value: 3/10{"}"}

goal-without-target = The goal “{ $goal }” has no target.
    .why = Families see what everyone hopes for and how far the way is. Without it the page cannot say so. { last-good }
    .help = Add a line like: target: 90
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
    .help = Add a column with the heading: date

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
    .help = Add the line “outcome:” with a sentence, such as: outcome: He reads 90 words in a minute.

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
    .help = Add the line “source:”, such as: source: Hasbrouck and Tindal, 2017

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
    .help = Add a line such as: agreed: {"{"}on: 2026-09-14, by: [family, ortiz]{"}"}

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
    .help = Write as many entries as the first file has, in the same order.
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
    .help = Add below “goals:” the name of each goal with “decision:” and “why:”. If this was only a short look in between, write: kind: brief

decided-after-end = The goal “{ $goal }” ended on { $date }, before this review.
    .why = A family would read a new decision about a goal that they were told is finished. { last-good }
    .help = Take “{ $goal }” out of this review. If the goal goes on, take “closed” out of its file.

adjust-without = This decision changes something for “{ $goal }”, but the line “{ $field }:” is missing.
    .why = A family would read that something changes, and not what or from when. The chart could not show the change either. { last-good }
    .help = { $field ->
        [from] Add the first day of the change, such as: from: 2026-11-30
       *[what_changes] Add what you do differently, such as: what_changes: two short circles, standing is fine
    }

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
       *[no] Call the family, then add below “handoff:” and “told:” a line such as: - {"{"}who: family, when: 2026-11-20, how: phone call{"}"}
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
        [family] Add below “told:” a line such as: - {"{"}who: family, when: 2026-11-20, how: phone call{"}"}
        [receiving] Write below “handoff:” the short name of the person, such as: receiving: bell
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
    .help = Add one to meetings.yaml, such as: winter: {"{"}date: 2026-12-03, time: "15:30", kind: family, where: Room 12{"}"}

no-interpreter = Nobody is written down to interpret on { $date }. The family reads “{ $language }”.
    .why = A family cannot decide with the team about what it does not follow. The page does not promise an interpreter.
    .help = Book one, then write: interpreter: { $language }. If the family does not want one, write: interpreter: no

past-meeting-next = This meeting is marked as the next one, but { $date } has passed. Today is { $today }.
    .why = A family would wait for a meeting that has already been. { last-good }
    .help = Write the day of the next meeting, or take the line “next:” out.

update-late = { $any ->
    [no] There is no update yet, after { $days } school days.
   *[yes] The last update is { $days } school days old.
}
    .why = The family was promised to hear from you more often. The page still shows the last one.
    .help = Two lines are enough: one thing that happened, and one that comes. Save them as updates/ with today’s date, ending in .md

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
        [update] Add a file to updates/, such as updates/2026-11-13.md, with two lines about the week.
        [tip] Add a tip to tips/, or name one of the library in a goal: tips: [read-it-twice]
        [date] Add a meeting to meetings.yaml, or “next_review:” to the newest review.
       *[contact] Add “phone:” or “email:” to this person in staff.yaml.
    }

# Support at school.

service-without-goals = This is small-group time, but no goal is named.
    .why = A child leaves the class for it. A family has to know which goal that is for. { last-good }
    .help = Add a line like: goals: [reading-aloud]

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
    .help = Choose other hours. If the team has decided that it has to be so, say why and since when, in words for the family: core_exception: {"{"}reason: "…", decided: 2026-09-14{"}"}
    .lesson = the lesson is here

services-clash = “{ $service }” and “{ $other }” are at the same time.
    .why = The child can be at one place only, so the family would read something that cannot be. { last-good }
    .help = Check the days and the times of both. If one has ended, write its last day: until: 2026-11-06
    .other = the other one is here

timetable-clash = “{ $subject }” and “{ $other }” are at the same time in one class.
    .why = Pages compute from the timetable what a child misses. With two lessons at one time that would be wrong. The last good sites stay.
    .help = Check the days and the times. If they are for different classes, add a line like: class: Room 12
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
    .help = Note the meeting in meetings.yaml, such as: {"{"}date: 2026-11-18, kind: planning, who: [ortiz, bell]{"}"}. Or find a day for one.

goal-one-owner = The goal “{ $goal }” is worked on in class, but one person alone is named for it.
    .why = What is taught in class belongs to the teacher and to the one who helps. A family should know both.
    .help = Add the second person: owners: [ortiz, bell]

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
    .help = Nothing has to be done: the next `kinfolio build` writes the file anew. No words are lost.

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
       *[other] If the family should read these words, take the marks away. If not, nothing has to be done. Others with this folder can still read them.
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
    .why = Families will see these signs as they are typed here. The page is made.
    .help = Delete the signs, or write them as docs/format.md says: **bold**, - an item, # Title.

# How texts read.

deficit-word = “{ $phrase }” says what a child is not.
    .why = A family remembers such words for years. The page is made, and they will read them.
    .help = { write-instead } Say what the child does now, what helps, and what comes next.
    .before =
        Ana is struggling with long words.
    .after =
        Ana is learning to read long words. Tapping the parts helps.
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
        [too-large] Save it smaller, with a long side under 20,000 dots and under 40 MB.
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
    .help = Write “a classmate” instead. If the name is meant and both families agree, add to this student’s student.yaml: may_mention: ["{ $name }"]
    .before =
        Ana read with Ben Osei.
    .after =
        Ana read with a classmate.

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
    [statement] This statement may not stand in a template: { $found }
    [filter] This filter may not stand in a template: { $found }
    [call] A template may not call a function: { $found }
    [sum] A template may not compute: { $found }
    [loops] Too many loops stand inside each other in this template.
    [circle] The part { $found } of the look takes itself in.
    [tag] A style sheet may not hold the sign that opens a tag.
    [escape] A style sheet may not hold a backslash.
   *[fetch] A style sheet may not fetch anything from elsewhere: { $found }
}
    .why = The look of the pages places words that are ready. What opens files, never ends or shows unchecked words could harm every family, so no site is made anew. The last good sites stay.
    .help = { $problem ->
        [tag] Delete it.
        [escape] Write the character itself.
        [fetch] Use the fonts of the family’s device, and colours instead of pictures.
       *[other] Write it as the built-in templates do: block, component, if, for, extends and include, with the filters words, plain, prose, tel and length.
    }

look-page = The look of the pages puts something into { $page } that is not words: { $found }
    .why = A family’s page holds words and pictures, and nothing that runs, sends or fetches. This site is not made anew. The last good one stays.
    .help = Take this out of the school’s own templates, and put double quotes around every attribute. A page begins with “doctype html”, which a template has from its first line: extends "page.html".

broken-theme = The look of the pages has a mistake: { $words }
    .why = No page can be drawn with it, so no site is made anew. The last good sites stay.
    .help = Undo the last change in themes/, or take your own themes/ folder away to use the one that comes with kinfolio.

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
