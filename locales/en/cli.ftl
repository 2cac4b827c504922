# What the command line says. Technicians read it, and teachers in the preview.

severity-note = note
severity-warning = warning
severity-error = error
severity-bug = bug in kinfolio
why = why it matters
help = what to write
more = more like it
# Further places with the same cause. $places are lines of the same file, or files.
more-lines = { $count ->
    [one] There is { $count } more like it, in line { $places }.
   *[other] There are { $count } more like it, in lines { $places }.
}
more-files = { $count ->
    [one] There is { $count } more like it: { $places }.
   *[other] There are { $count } more like it: { $places }.
}

# At the end of a run. $list names students.
written = { $sites ->
    [one] { $sites } site
   *[other] { $sites } sites
} in { $folder }: { $changed } pages written, { $kept } unchanged, { $removed } removed.
counted = { $errors ->
    [0] No errors
    [one] { $errors } error
   *[other] { $errors } errors
}, { $warnings ->
    [0] no warnings
    [one] { $warnings } warning
   *[other] { $warnings } warnings
}, { $notes ->
    [0] no notes
    [one] { $notes } note
   *[other] { $notes } notes
}.
# A line for each student who has something to look at. $list names files, or
# students.
students-shared = All students: { $errors ->
    [one] { $errors } error holds
   *[other] { $errors } errors hold
} every site back, in { $list }.
students-held = { $student }: { $errors ->
    [one] { $errors } error holds
   *[other] { $errors } errors hold
} the site back, in { $list }.
students-held-more = { $students ->
    [one] Errors hold the site of { $students } more student back: { $list }.
   *[other] Errors hold the sites of { $students } more students back: { $list }.
}
students-warned = { $student }: { $warnings ->
    [one] { $warnings } warning.
   *[other] { $warnings } warnings.
}
students-warned-more = { $students ->
    [one] { $students } student has only warnings: { $list }.
   *[other] { $students } students have only warnings: { $list }.
}
students-well = { $students ->
    [one] { $students } other student has neither errors nor warnings.
   *[other] { $students } other students have neither errors nor warnings.
}
notes-hidden = `kinfolio check` shows the notes.
kept-back = Not built because of errors: { $list }. An earlier site of theirs stays as it is.
not-published = Not to be published (`publish: false`, or `expires` has passed): { $list }. They have no pages here.
not-published-left = Not to be published (`publish: false`, or `expires` has passed): { $list }. Pages of an earlier build stay in { $folder } until you say that they must go: kinfolio build --confirm-removal STUDENT
left-alone = Left alone, because their files are just being changed: { $list }. An earlier site of theirs stays as it is. Run the command again in a minute.
all-kept-back = Nothing was built: what all students share has errors. Earlier sites stay as they are.
leftover = Still in { $folder } but no longer in the school folder: { $list }. A folder that is missing takes no site down. If that is meant, say so: kinfolio build --confirm-removal STUDENT
leftover-all = The school folder has no students, but { $folder } has sites: { $list }. The disk with the students may not be connected, or not copied yet. All sites stay. Run the command again when the students are there. If all are meant to be gone, say so for each: kinfolio build --confirm-removal STUDENT
# A student's folder was renamed in capitals only: the site $site is that of $student from before.
leftover-twin = The site { $site } stands still beside { $student }: the student’s folder was renamed. A family that has the old address sees old pages there. Rename the folder back to { $site }, or tell the family the new address and take the old site down: kinfolio build --confirm-removal { $site }
and-more = { $list } and { $more } more
taken-down = The site of { $student } is taken down: { $removed ->
    [one] { $removed } file
   *[other] { $removed } files
} removed.
nothing-to-remove = { $student } has no site here, so nothing was removed.
# What came of --confirm-removal $name.
removal-there = { $student } was not taken down: the folder students/{ $student } is there, and a site is made from it. To take the site down, write `publish: false` in its student.yaml or take the folder out of the school folder, then confirm again.
removal-built = { $student } was not taken down: the folder students/{ $student } is there, and the site was made from what is in it now. If the whole site is meant to go, write `publish: false` in its student.yaml or take the folder out of the school folder, then confirm again.
removal-broken = { $student } was not taken down: there are errors in students/{ $student }, so it cannot be known whether a site is wanted. Put them right or take the folder out of the school folder, then confirm again.
removal-waits = { $student } was not taken down: files in students/{ $student } are just being changed. Confirm again in a minute.
removal-broken-school = { $name } was not taken down: what all students share has errors. Put them right, then confirm again.
removal-part = Nothing was confirmed with { $name }, which is a part of a student’s folder. Name the student: kinfolio build --confirm-removal { $student }
removal-shared = Files of { $name } are not missed any more.
removal-shared-there = { $name } has files, so nothing had to be confirmed there.
live-twin = { $student } was not taken down: for many computers that is the same folder as { $other }, and { $other } is in the school folder. It is taken down only where { $folder } holds a site by either name.
held = { $computer ->
    [0] Somebody else
   *[other] The computer { $computer } (process { $process })
} is writing sites to { $out } just now. Nothing was changed. Run the command again when that is done. If it is `kinfolio watch`, which goes on all day, end it first (Ctrl+C where it runs, or systemctl stop kinfolio), run the command, and start it again.
other-school = The sites in { $out } were made from { $school }, and most of them are of nobody in this school folder. Nothing was changed, so that no family finds another child’s pages at its address. Each school needs a folder of sites of its own: --to FOLDER. If it is the same school in another place, delete { $mark } and run the command again.
shared-changing = What all students share (school.yaml, staff.yaml, library, locales, themes) is just being changed or copied. Nothing was made. Run the command again in a minute.
out-refused = No site can be written to { $out }: { $on }: { $system }. Nothing was changed. { $out } has to be a folder, or a place for a new one, that you can write to.
work-open = { $work } lies in the school folder or with the families’ sites, where others could read it. kinfolio keeps words about students there. Choose a folder that only you can open: --work FOLDER

no-school-folder = There is no school.yaml in { $folder }. Name the school folder: kinfolio { $command } FOLDER
no-school-folder-here = There is no school.yaml here and none in content/. Name the school folder: kinfolio { $command } FOLDER
overlap = { $out } and the school folder { $school } lie in each other. Pages in the shared folder would be synced to everybody and read as a school’s words. Choose another place: --to FOLDER

no-student = There is no student “{ $student }”. { $nearest ->
    [0] Known here: { $list }
   *[other] Did you mean { $nearest }? Known here: { $list }
}
handoff-in-school = The handoff cannot go to { $out }: it and the school folder lie in each other, and the shared folder would sync it. Choose a folder that only staff can open: --to FOLDER
handoff-in-sites = The handoff cannot go to { $out }: families’ sites lie there. Choose a folder that only staff can open: --to FOLDER
handoff-written = Handoff written: { $file }. It holds one student’s record; give it to those who take over, and to nobody else.
handoff-kept-back = No handoff was written. The problems above have to be put right first.

board-alone = The staff board is written to { $staff }. The sites in { $out } were left alone: something else is writing them just now, such as `kinfolio watch`, which keeps them up to date.
overlap-staff = The staff board cannot go to { $out }: it names every student, and { $near } is read by others or lies inside. Choose a folder that only staff can open: --staff FOLDER

# `kinfolio new school`.
new-school = A new school is in { $folder }. Fill in what is blank in school.yaml, write yourself into staff.yaml, and fill in students/first-student/student.yaml. Give that folder the name of the student, in small letters.
new-look = To see it, and what is still missing: kinfolio serve --open { $folder }
new-no-library = The library that comes with kinfolio is written in English with translations, so a school that writes in another language begins without it. Roles, words to know and tips are yours to write: see “library” in docs/format.md.
new-kept = These files were there already and stay as they are: { $list }
new-there = There is a school in { $folder } already: it has a school.yaml. Nothing was changed. Name a new folder.
new-language = There is no language pack for “{ $language }”, so no page can be in it. There is one for each of these: { $list }. Choose from those, the one that staff write in first: --languages en,es. Another language can be added to the school later: see “own languages” in docs/format.md.
new-no-language = Choose at least one language.

# What the machine refused. $system is the system's own words.
fault-read-folder = { $on } cannot be read: { $system }
fault-write = { $on } cannot be written: { $system }. What was written before is whole. Once this is put right, the next run writes the rest.
# $first is one of the sentences about a fault.
fault-of-many = The machine refused something for these students: { $list }. The first of it: { $first }
fault-remember = Note: { $on } cannot be written: { $system }. The sites are made. Only translations that grow older than their originals will not be noticed.
fault-ledger = Note: { $on } cannot be written: { $system }. The sites are made. But the next build makes everything anew, and does not notice files and students’ names that are gone by then. Let this user write there, or name another folder: --work FOLDER
fault-no-ledger = Note: this user has no folder for what is known of the sites (no home folder). The sites are made. But each build makes everything anew, and does not notice files and students’ names that are gone since. Name a folder that only this user can open: --work FOLDER
fault-remove = { $on } cannot be removed: { $system }
fault-watch = Changes in { $on } cannot be watched: { $system }
fault-listen-taken = The preview cannot use { $on }: another program is using it, perhaps another preview. Close that one, or choose another port: --port 0
fault-listen = The preview cannot listen on { $on }: { $system }. Choose another port: --port 0

# `kinfolio translate status`: the columns of a table. Files are counted.
translate-student = student
translate-language = language
translate-human = human
translate-reviewed = reviewed
translate-machine = machine
translate-stale = stale
translate-missing = missing
translate-words = words to translate
translate-school = (school)
translate-files = `kinfolio check` names every stale translation, and what is missing in students’ folders. What is missing of the files that all students share, only --format json names: it lists every file.
translate-unread = Not counted because of errors: { $list }. `kinfolio check` shows them.
translate-nothing = Nothing was counted: what all students share has errors. `kinfolio check` shows them.

# `watch`: a log.
watching = Watching { $folder }; sites go to { $out }. A save is built when it has been quiet for { $settle } s; everything is looked at every { $look } s. End with Ctrl+C.
watching-staff = The staff board goes to { $staff }.
watching-remote = This folder is on a share or made up by a sync program: the system may not tell of saves by other computers. They are noticed within { $look } s.
watch-none = The system does not tell of saves here: { $system }. They are noticed when everything is looked at.
watch-gone = The school folder is not there. Nothing is changed, and all sites stay as they are. It is looked for again and again.
watch-back = The school folder is there again.
watch-shared-busy = What all students share is just being changed. It is looked at again in a moment.
watch-wrote = { $list }: { $changed ->
    [one] { $changed } page
   *[other] { $changed } pages
} written, { $kept } unchanged, { $removed } removed ({ $milliseconds } ms).
watch-nothing = { $sites ->
    [one] { $sites } site is
   *[other] All { $sites } sites are
} as the school folder says ({ $milliseconds } ms).
watch-well = { $student ->
    [0] What all students share: the problems are gone.
   *[other] { $student }: the problems are gone.
}
watch-no-errors = { $student ->
    [0] What all students share: the errors are gone
   *[other] { $student }: the errors are gone
}; { $warnings ->
    [one] { $warnings } warning stays.
   *[other] { $warnings } warnings stay.
}
watch-machine-well = { $list ->
    [0] What the machine refused works again.
   *[other] { $list }: what the machine refused works again.
}
# Students whose folders are gone, as $list.
watch-left = No longer in the school folder: { $list }. A folder that is missing takes no site down, so nothing is changed. If it is meant to be gone, end `watch`, run kinfolio build --confirm-removal STUDENT, and start it again.
watch-left-all = The school folder has no students any more. All sites stay as they are: { $list }. The disk with the students may not be connected, or not copied yet. They are looked for again and again.
watch-twin = The site { $site } stands still beside { $student }: the student’s folder was renamed. A family that has the old address sees old pages there. Rename the folder back to { $site }; or tell the family the new address, end `watch`, run kinfolio build --confirm-removal { $site }, and start it again.
# Students who are not to be published, as $list.
watch-hidden = Not to be published (`publish: false`, or `expires` has passed): { $list }. They have no pages here.
watch-hidden-left = Not to be published (`publish: false`, or `expires` has passed): { $list }. Pages of an earlier build stay. To take them down, end `watch`, run kinfolio build --confirm-removal STUDENT, and start it again.
watch-left-back = In the school folder again: { $list }.
watch-end = Ended. Every site is whole.
fault-signals = The system cannot say when to end: { $system }

# The preview.
serving = Preview: { $address }
serving-hint = Pages follow each save. To stop, close this window or press Ctrl+C.
# `kinfolio` without a command. Where there is no school, a page asks for one.
begin-found = School: { $place }
begin-none = There is no school in { $place } yet.
begin-several = There is more than one school in { $place }.
begin-open = A page in the browser helps you choose or set one up. If no browser opens, type this address into one: { $place }
begin-window = To stop, close this window or press Ctrl+C.
begin-none-chosen = Nobody chose a school.
begin-title = Welcome to kinfolio
begin-new = Set up a new school
begin-new-lead = This makes a folder with what you need to start: the school and one student for you to fill in, and ready-made texts (words to know, kinds of goals, supports, and tips for home). kinfolio sends none of it anywhere.
begin-name = Name of the school
begin-phone = Phone number of the school
begin-phone-hint = One that families can always call.
begin-languages = Languages that families read
begin-languages-hint = Keep English checked if staff write in English. The ready-made texts are in English, with translations.
begin-folder = Where the new folder goes
begin-folder-hint = It can be in a folder that your team shares, such as OneDrive. It will hold student records, so only staff should be able to open it.
begin-do = Set up
begin-other = Open a school you already have
begin-other-lead = Open another one
begin-other-folder = The folder with school.yaml in it
begin-other-do = Open
begin-end = To stop, close the other window (the one with plain text).
begin-again = This page was left over from an earlier start of the program. Please press the button again.
begin-no-place = Type the folder.
begin-no-school = There is no school.yaml in { $folder }. Choose the folder that has it.
begin-used = There are other files in { $folder }. Choose the name of a new folder, such as { $folder }/our-school.
begin-refused = Nothing can be written to { $folder } ({ $system }). Choose a place where you can make a folder.
begin-hold = Press Enter to close this window.
man-written = Manual pages are in { $folder }. To read one: man kinfolio
rebuilt = Built again in { $milliseconds } ms.
preview-title = Preview
preview-lead = Choose a student. The page is updated after each save.
preview-broken = There is no page yet. Fix the errors first.
preview-hidden = No page is made for this student: “publish: false” is set, or the date in “expires” has passed.
preview-kept = This is the last good page. An error keeps the newest changes off it:
preview-shared = The files that all students share have an error, so no page is updated:
preview-errors = { $problems ->
    [one] { $problems } error
   *[other] { $problems } errors
}
preview-gone = The school folder is not there, so these pages do not follow saves. They are the last good ones, and follow again when the folder is back.
preview-unread = { $on } cannot be read: { $system }. These are the last good pages. They follow saves again when this is put right.
preview-all = All students
preview-phone = The page as on a phone
preview-language = Language
preview-staff = Staff board: the progress of all students

# `check`.
explain-hint = To read more about a problem: kinfolio check --explain { $code }
explain-severity = { $severity ->
    [note] A note. It is only good to know.
    [warning] A warning. The site is made, but a family may notice.
    [error] An error. The site is not made anew until this is put right. The last good site stays.
   *[bug] A mistake of kinfolio itself. The last good site stays.
}
explain-before = instead of
explain-after = write
explain-also = It can also say
explain-unknown = There is no problem called “{ $found }”. { $nearest ->
    [0] These are all that kinfolio knows:
   *[other] Did you mean { $nearest }? These are all that kinfolio knows:
}
# The hundreds that codes are grouped by.
explain-group = { $hundred ->
    [0] Files and folders
    [1] The way facts are written
    [2] Facts
    [3] Words and pictures
    [4] Privacy
   *[9] kinfolio itself
}
