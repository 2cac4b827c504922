# What the command line and the preview show. School technicians read most of it;
# teachers read the preview. Each message is in the situation it appears in: say
# what happened, what kinfolio did about it, and what to do. A command to run is
# last, after a colon.

severity-note = note
severity-warning = warning
severity-error = error
severity-bug = bug in kinfolio
why = why it matters
help = what to write
more = also
# Further places with the same cause. $places are lines of the same file, or files.
more-lines = { $count ->
    [one] The same problem appears once more, on line { $places }.
   *[other] The same problem appears { $count } more times, on lines { $places }.
}
more-files = { $count ->
    [one] The same problem appears once more, in { $places }.
   *[other] The same problem appears { $count } more times, in { $places }.
}

# At the end of a run. $list names students.
written = { $sites ->
    [one] { $sites } site is up to date in { $folder }: { $changed } pages written, { $kept } unchanged, { $removed } removed.
   *[other] { $sites } sites are up to date in { $folder }: { $changed } pages written, { $kept } unchanged, { $removed } removed.
}
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
# A line for each student with problems. $list names files, or students.
students-shared = { $errors ->
    [one] Shared files: { $errors } error in { $list }. Until it is fixed, no site can be updated.
   *[other] Shared files: { $errors } errors in { $list }. Until they are fixed, no site can be updated.
}
students-held = { $errors ->
    [one] { $student }: { $errors } error in { $list }. Fix it to update the site.
   *[other] { $student }: { $errors } errors in { $list }. Fix them to update the site.
}
students-held-more = { $students ->
    [one] { $students } more student has errors: { $list }.
   *[other] { $students } more students have errors: { $list }.
}
students-warned = { $warnings ->
    [one] { $student }: { $warnings } warning.
   *[other] { $student }: { $warnings } warnings.
}
students-warned-more = { $students ->
    [one] { $students } student has only warnings: { $list }.
   *[other] { $students } students have only warnings: { $list }.
}
students-well = { $students ->
    [one] { $students } other student has no errors or warnings.
   *[other] { $students } other students have no errors or warnings.
}
# `build` shows only so many problems in full. $files is “yes” if teachers have all of them
# in their folders.
problems-more = { $files ->
    [yes] Only the first { $shown } problems are shown, errors first. { $more } more are in the files MESSAGES.txt in the students’ folders. To see all problems of one student, run: kinfolio check --student NAME
   *[no] Only the first { $shown } problems are shown, errors first. There are { $more } more. To see all problems of one student, run: kinfolio check --student NAME
}
notes-hidden = To see the notes, run: kinfolio check
kept-back = Not updated because of errors: { $list }. Sites that already exist are unchanged.
left-alone = Not updated because files are still being saved or synced: { $list }. Sites that already exist are unchanged. Run the command again in a minute.
all-kept-back = Nothing was built because the shared files have errors. Sites that already exist are unchanged.

# The progress line of a long run, which is replaced several times a second. Keep it
# short: what does not fit into the width of the terminal is not shown. The first one is
# shown before kinfolio knows which students have changed.
progress-reading = Reading the school folder. Folders: { $folders }, files checked: { $looked }, files read: { $read }
progress-waiting = Waiting for files that are still being saved or synced.
progress-students = Students done: { $done } of { $students }
progress-seconds = { $seconds ->
    [one] Students done: { $done } of { $students }. About { $seconds } second left.
   *[other] Students done: { $done } of { $students }. About { $seconds } seconds left.
}
progress-minutes = { $minutes ->
    [one] Students done: { $done } of { $students }. About { $minutes } minute left.
   *[other] Students done: { $done } of { $students }. About { $minutes } minutes left.
}
# The system does not give the threads that --jobs asks for.
no-threads = kinfolio cannot start so many threads: { $system }. Choose a smaller number: --jobs NUMBER

# What `build` and `watch` leave in place until a person confirms that it should go.
# $command is `build` or `watch`.
to-remove = { $command ->
    [watch] To remove a site, stop `kinfolio watch`, run `kinfolio build --confirm-removal STUDENT`, and start it again.
   *[build] To remove a site, run: kinfolio build --confirm-removal STUDENT
}
not-published = Not published because `publish: false` is set or the `expires` date has passed: { $list }. These students have no pages here.
not-published-left = Not published because `publish: false` is set or the `expires` date has passed: { $list }. Pages from an earlier build are still in { $folder }. { to-remove }
leftover = No longer in the school folder: { $list }. Their sites were kept, in case a folder is missing by mistake. { to-remove }
leftover-all = The school folder has no students, but there are sites: { $list }. All sites were kept. The drive with the student folders may not be connected, or the folders may not be copied yet. { $command ->
    [watch] kinfolio keeps checking for them.
   *[build] Run the command again when the folders are there. If every student is gone for good, confirm each one: kinfolio build --confirm-removal STUDENT
}
login-no-keyring = Do not publish these folders yet: their names, which are part of the address, are those of the students’ folders. To get neutral names, passwords, and letters, build again after you run: kinfolio keys init
# A student's folder was renamed in capitals only: the site $site is that of $student from before.
leftover-twin = The site { $site } still exists next to { $student } because the student’s folder was renamed. A family with the old address sees outdated pages there. You can rename the folder back to { $site }. Or give the family the new address and remove the old site. { $command ->
    [watch] To remove it, stop `kinfolio watch`, run `kinfolio build --confirm-removal { $site }`, and start it again.
   *[build] To remove it, run: kinfolio build --confirm-removal { $site }
}
and-more = { $list } and { $more } more
taken-down = { $removed ->
    [one] The site of { $student } was removed ({ $removed } file).
   *[other] The site of { $student } was removed ({ $removed } files).
}
nothing-to-remove = { $student } has no site here. Nothing was removed.
# Why --confirm-removal $name removed nothing.
removal-there = The site of { $student } was not removed. The folder students/{ $student } still exists, and kinfolio builds the site from it. To remove the site, write `publish: false` in its student.yaml or move the folder out of the school folder. Then confirm again.
removal-built = The site of { $student } was not removed. The folder students/{ $student } still exists, and kinfolio built the site from its current files. To remove the complete site, write `publish: false` in its student.yaml or move the folder out of the school folder. Then confirm again.
removal-broken = The site of { $student } was not removed. There are errors in students/{ $student }, so kinfolio cannot tell whether the site should be published. Fix the errors or move the folder out of the school folder. Then confirm again.
removal-waits = The site of { $student } was not removed. Files in students/{ $student } are still being saved or synced. Confirm again in a minute.
removal-broken-school = The site of { $name } was not removed because the shared files have errors. Fix the errors. Then confirm again.
removal-part = Nothing was confirmed. { $name } is only part of a student’s folder. Name the student instead: kinfolio build --confirm-removal { $student }
removal-shared = Confirmed: kinfolio no longer expects files in { $name }.
removal-shared-there = { $name } contains files, so there was nothing to confirm.
live-twin = The site of { $student } was not removed. On many computers { $student } and { $other } are the same folder, and { $other } is in the school folder. kinfolio removes { $student } only if { $folder } has a separate site under each name.
held = { $computer ->
    [0] Another process
   *[other] Process { $process } on the computer { $computer }
} is writing sites to { $out }. Nothing was changed. Run the command again when it finishes. If it is `kinfolio watch`, which runs all day, stop it first (press Ctrl+C in its window, or run `systemctl stop kinfolio`), run the command, and start it again.
other-school = The sites in { $out } were built from { $school }, and most of them belong to students who are not in this school folder. Nothing was changed, so no family finds another child’s pages at its address. Give each school its own output folder: --to FOLDER. If this is the same school in a new location, delete { $mark } and run the command again.
shared-changing = The shared files (school.yaml, staff.yaml, library, locales, themes) are still being saved or copied. Nothing was built. Run the command again in a minute.
out-refused = kinfolio cannot write sites to { $out } ({ $on }: { $system }). Nothing was changed. Choose a folder that you can write to, or a place where you can create one.
# Why a keyring is not used. A technician reads this. $file is the keyring's file.
keyring-none = This school has no keyring yet. Without one, there are no letters, and nothing can be published. To make a keyring, run: kinfolio keys init
# The same when a school with sealed pages is built.
keyring-none-to-seal = This school has no keyring yet, so its pages cannot be sealed. Nothing was built. If your web host asks readers to log in, write this in school.yaml instead: access: host-login. If you want plain pages for a USB drive or to look at them, build with --plain. To make a keyring, run: kinfolio keys init
keyring-lost = The keyring of this school is not in its place: { $file }. Families can still read what is published. But without the keyring, nobody can update the pages or print letters. If the keyring is somewhere else, name its file: --keys FILE. If you have a backup, run: kinfolio keys restore FILE
keyring-damaged = kinfolio cannot read the keyring { $file }. It is damaged, or a newer version of kinfolio made it. Nothing was changed. If you use an older version than before, update it. Otherwise move this file to another folder. Then put back your backup, and run: kinfolio keys restore FILE
keyring-open = Other people on this computer can read the keyring { $file }. Whoever reads it can open every student’s pages, so kinfolio does not use it. If somebody else may have read it, ask the school what to do first. To make it private, run: chmod 600 { $file }
keyring-in-school = The keyring cannot be { $file }. That file is in the school folder, where everyone who works on students’ files could open every student’s pages. Nothing was changed. Keep the keyring outside the school folder: --keys FILE
keyring-in-sites = The keyring cannot be { $file }. Families’ sites are there, so it would be published, and everyone could open every student’s pages. Nothing was changed. Keep the keyring in a folder that only you can open: --keys FILE
keyring-other-school = The keyring { $file } belongs to another school or to an earlier keyring of this school. With it, this school’s letters would open nothing, so nothing was changed. Name the keyring of this school: --keys FILE. The file .kinfolio/keyring-id in the school folder says which one that is.
keyring-no-folder = This user has no folder for settings, so kinfolio does not know where the keyring is. Name its file, outside the school folder: --keys FILE
sealed-there = In { $out } are sealed sites, or sites for a web host that asks readers to log in. kinfolio does not write plain pages with students’ names next to them, because they could be published together. Choose another folder with --to.
# The keyring can have a pass phrase. $file is the keyring.
keyring-no-phrase = The keyring { $file } has a pass phrase, and there is no terminal to ask for it. Nothing was changed, and the published pages stay as they are. For runs without a terminal, write the pass phrase into a file that only this user can read, outside the school folder. Then name that file in the environment variable KINFOLIO_PASS_PHRASE_FILE.
keyring-empty-phrase = No pass phrase was typed, so kinfolio did not open the keyring { $file }. Nothing was changed. Run the command again.
keyring-wrong-phrase = This pass phrase does not open the keyring { $file }. Nothing was changed. Check capitals and the keyboard’s language, and run the command again. If you are sure that the pass phrase is right, the file is damaged. Then move it to another folder, and put back your backup: kinfolio keys restore FILE
keyring-no-support = The keyring { $file } has a pass phrase, and this program was built without support for pass phrases. Nothing was changed. Use a released program, or build one with: cargo build --profile dist --all-features
# $file is the file with the pass phrase.
phrase-file-unread = kinfolio cannot read the file with the pass phrase: { $file }. It is missing, larger than 4 kB, or not plain text. Nothing was changed. Correct KINFOLIO_PASS_PHRASE_FILE or the credential of the service.
phrase-file-empty = There is no pass phrase in { $file }. Nothing was changed. Write the pass phrase of the keyring into its first line.
phrase-file-open = Other people on this computer can read the pass phrase in { $file }, so kinfolio does not use it. Nothing was changed. If somebody may have read it, choose another one first: kinfolio keys protect. To make the file private, run: chmod 600 { $file }
phrase-file-place = The pass phrase cannot be in { $file }. Everyone who works on students’ files, or everyone who can see the pages, could read it there. Nothing was changed. Keep it in a folder that only you can open, and name that file in KINFOLIO_PASS_PHRASE_FILE.
# What is asked on the terminal, which does not show what is typed. $place is a file.
phrase-prompt = Pass phrase of { $place }:
phrase-prompt-new = New pass phrase:
phrase-prompt-again = The same again:
phrase-empty = No pass phrase was typed, so nothing was changed. Good pass phrases are six words chosen by chance, such as with dice, or a text that a password manager made.
phrase-short = This pass phrase has fewer than 16 characters. Somebody with a copy of the keyring could find it by trying, so nothing was changed. Good pass phrases are six words chosen by chance, such as with dice, or a text that a password manager made. A saying, a name, or an address is not good.
phrase-differs = The two pass phrases are not the same, so nothing was changed. Run the command again.
phrase-no-terminal = There is no terminal on which a new pass phrase can be typed. Nothing was changed. Run this command in a terminal.

readers-fault = kinfolio could not write what the families’ letters open: { $system } Some families cannot open their pages until the next build without this error.

work-open = { $work } is inside the school folder or next to the families’ sites, where others can read it. kinfolio keeps student information there. Choose a folder that only you can open: --work FOLDER

no-school-folder = There is no school.yaml in { $folder }. Name the school folder: kinfolio { $command } FOLDER
no-school-folder-here = There is no school.yaml here or in content/. Name the school folder: kinfolio { $command } FOLDER
overlap = The output folder { $out } and the school folder { $school } overlap. Pages inside the school folder would sync to everyone, and kinfolio would read them as source files. Choose another output folder: --to FOLDER

no-student = There is no student “{ $student }”. { $nearest ->
    [0] Choose one of: { $list }
   *[other] Did you mean { $nearest }? Choose one of: { $list }
}
handoff-in-school = The handoff cannot go in { $out }. That folder and the school folder overlap, so the handoff would sync to everyone. Choose a folder that only staff can open: --to FOLDER
handoff-in-sites = The handoff cannot go in { $out } because families’ sites are there. Choose a folder that only staff can open: --to FOLDER
handoff-written = Handoff written: { $file }. It contains one student’s record. Give it only to the team that takes over.
handoff-kept-back = No handoff was written. Fix the problems above first.

dashboard-alone = The staff dashboard was written to { $staff }. The sites in { $out } were not changed because another process is writing them. If that process is `kinfolio watch`, it keeps them up to date.
overlap-staff = The staff dashboard cannot go in { $out }. It names every student, and that folder overlaps { $near }, which others can read. Choose a folder that only staff can open: --staff FOLDER

# `kinfolio new school`.
new-school = The new school is in { $folder }. Fill in the blanks in school.yaml, add yourself to staff.yaml, and fill in students/first-student/student.yaml. Rename that folder to the student’s name, in lowercase.
new-look = To see the site and what is still missing, run: kinfolio serve --open { $folder }
new-no-library = The library that comes with kinfolio is in English, with translations. A school that writes in another language starts without it. Write your own roles, words to know, and tips: see “library” in docs/format.md.
new-kept = These files already existed and were not changed: { $list }
new-there = { $folder } already contains a school: it has a school.yaml. Nothing was changed. Name a new folder.
new-language = There is no language pack for “{ $language }”, so kinfolio cannot make pages in it. Choose from these, and name the language that staff write in first, as in --languages en,es: { $list }. You can add another language to the school later: see “own languages” in docs/format.md.
new-no-language = Choose at least one language.

# System errors. $system is the operating system's own text.
fault-read-folder = kinfolio cannot read { $on }: { $system }
fault-write = kinfolio cannot write { $on }: { $system }. The files written before this are complete. After you fix the cause, the next run writes the rest.
# $first is one of the sentences about a fault.
fault-of-many = System error for these students: { $list }. First error: { $first }
fault-remember = Note: kinfolio cannot write { $on }: { $system }. The sites were built, but kinfolio will not notice translations that become older than their originals.
fault-ledger = Note: kinfolio cannot write its build record { $on }: { $system }. The sites were built. But the next build has to rebuild everything, and it cannot detect files or student names that have disappeared. Let this user write there, or choose another folder: --work FOLDER
fault-no-ledger = Note: this user has no home folder, so kinfolio has nowhere to keep its build record. The sites were built. But each build has to rebuild everything, and it cannot detect files or student names that have disappeared. Choose a folder that only this user can open: --work FOLDER
fault-remove = kinfolio cannot remove { $on }: { $system }
fault-watch = kinfolio cannot watch { $on } for changes: { $system }
fault-listen-taken = The preview cannot use { $on } because another program is using it, perhaps another preview. Close that program, or choose another port: --port 0
fault-listen = The preview cannot listen on { $on }: { $system }. Choose another port: --port 0

# The shared files (school.yaml and so on) have errors.
readers-nothing = Nothing was done because the shared files have errors. To see them, run: kinfolio check
readers-unread = Not included because of errors in student.yaml: { $list }. To see the errors, run: kinfolio check
# $nearest and $list are readers such as mateo/mother.
reader-unknown = There is no reader “{ $reader }”. { $list ->
    [0] No reader is named in students’ files or in families.yaml. Add `guardians: [mother]` to a student.yaml first.
   *[other] { $nearest ->
        [0] Choose one of: { $list }
       *[other] Did you mean { $nearest }? Choose one of: { $list }
    }
}

# `kinfolio keys init`. $place is the file.
keys-made = The keyring of this school was made: { $place }. Only you can read it. Never copy it into the school folder, and never send it to anyone.
keys-made-elsewhere = Commands find this keyring only if you name it each time: --keys { $place }
keys-made-again = All earlier letters stop working as soon as the next build is published, so print new letters for everyone. This keyring does not know whose access was revoked before. Revoke those readers and retire those students again before you build.
keys-made-loss = If the keyring is lost, families can still read what is published, but nobody can update it. You would have to make another keyring and give every family a new letter.
keys-made-backup = Make a backup now, on a drive that you keep in a safe place: kinfolio keys backup FILE
keys-there = This school has a keyring already: { $place }. Nothing was changed. To see who has a letter, run: kinfolio keys status
keys-there-lost = This school had a keyring, and its file is not there: { $place }. Nothing was changed. Families can still read what is published, but nobody can update it without that keyring. If the keyring is somewhere else, name its file: --keys FILE. If you have a backup, run `kinfolio keys restore FILE`. If it is lost for good, another keyring can be made. Every letter then stops working, and every family needs a new one. To do that, run: kinfolio keys init --new
keys-file-there = There is a file already: { $place }. Nothing was changed. If it is the keyring of this school, run `kinfolio keys restore { $place }`. Otherwise choose another file: --keys FILE
keys-no-random = This computer could not generate random numbers: { $system }. No keyring was made. Restart the computer. Then run: kinfolio keys init

# `kinfolio keys protect` and `unprotect`. $place is the keyring.
protect-loss = If the pass phrase is lost, the keyring is lost: nobody can find out the pass phrase or open the keyring without it. You would have to make another keyring and give every family a new letter. So write the pass phrase down now, and keep it in the school’s safe, away from the backup of the keyring.
protect-done = The keyring { $place } is protected. Every command that uses it asks for the pass phrase.
protect-changed = The keyring { $place } has a new pass phrase. If a file has the pass phrase for scheduled runs, write the new one into it.
protect-copies = Backups that were made before are as they were: an unprotected one can be read by whoever has it, and one with an earlier pass phrase opens with that one. Make a new backup, and destroy those. To make one, run: kinfolio keys backup FILE
protect-scheduled = Scheduled runs cannot ask. They read the pass phrase from the file that KINFOLIO_PASS_PHRASE_FILE names, or from the service’s credential kinfolio-pass-phrase. Until one of them is there, scheduled runs stop with a message, and published pages stay as they are.
protect-no-support = This program was built without support for pass phrases. Nothing was changed. Use a released program, or build one with: cargo build --profile dist --all-features
unprotect-done = The keyring { $place } has no pass phrase anymore. Whoever can read this file can open every student’s pages. Backups that were made before keep the pass phrase.
unprotect-none = The keyring { $place } has no pass phrase. Nothing was changed.

# What a change to keys means. $list names folders of students, $reader a reader such as
# mateo/mother. $access is “login” where pages are plain and the web host asks who is reading.
keys-rotate-login = These pages are plain, so they have no keys (access: host-login in school.yaml). Nothing was changed. To give one reader another password, run: kinfolio keys reissue READER
keys-rotated = The next build seals all pages of { $list } with a new key, under new names. Letters stay valid, so there is nothing to hand out. Bookmarks of single pages stop working; those of the first page still work.
keys-rotated-all = The next build seals the pages of all students with new keys, under new names. Letters stay valid, so there is nothing to hand out. Bookmarks of single pages stop working; those of first pages still work.
keys-revoked = { $access ->
    [login] { $reader } no longer has access. This reader’s password stops working as soon as the web server has the files that `kinfolio host-files` writes. Other readers keep their letters.
   *[sealed] { $reader } no longer has access. This reader’s code and link stop working as soon as the next build is published.{ $list ->
        [0] { "" }
       *[other] { " " }That build seals these sites with a new key: { $list }. Other readers keep their letters.
    }
}
keys-revoked-before = { $reader } has had no access since { $day }. Nothing was changed.
keys-revoked-undo = The old letter cannot be used again. To give this reader access again, with a new letter, run: kinfolio keys reissue { $reader }
keys-reissued = { $access ->
    [login] { $reader } has a new password. The old letter stops working as soon as the web server has the files that `kinfolio host-files` writes. Other readers keep their letters.
   *[sealed] { $reader } has a new code and a new link. The old letter stops working as soon as the next build is published.{ $list ->
        [0] { "" }
       *[other] { " " }That build seals these sites with a new key: { $list }. Other readers keep their letters.
    }
}
keys-reissued-undo = This cannot be undone: the old letter never works again.
keys-reissued-letter = Hand out the new letter in person. To make it, run: kinfolio letters --to FOLDER --reader { $reader }
keys-retired = The pages of { $list } are closed to everyone as soon as { $access ->
    [login] the web server has the files that `kinfolio host-files` writes
   *[sealed] the next build is published
}. Letters that open only these pages stop working then. Readers who also have other students keep their letters for those.
keys-retired-before = The pages of { $list } have been closed since { $day }. Nothing was changed.
keys-retired-undo = The student’s files were not changed. To open the pages again with the same letters, run: kinfolio keys retire { $list } --undo
keys-reopened = { $access ->
    [login] The pages of { $list } open again as soon as the web server has the files that `kinfolio host-files` writes. Letters work as before.
   *[sealed] The next build opens the pages of { $list } again, with a new key. Letters work as before.
}
keys-not-retired = The pages of { $list } are not closed. Nothing was changed.
keys-copies = { $access ->
    [login] Build, publish, and write the files for the web server soon. Somebody who opened pages before may have kept copies of them, and no new password changes that.
   *[sealed] Build and publish soon. Somebody who opened pages before may have kept copies of them, and no new key changes that.
}
keys-backup-again = Older backups do not include this change. To make a new one, run: kinfolio keys backup FILE

# `kinfolio keys status`.
status-keyring = Keyring: { $place }, made on { $day }
status-protected = It is protected with a pass phrase.
status-unprotected = It has no pass phrase. To protect it with one, run: kinfolio keys protect
status-student = student
status-reader = reader
status-language = language
status-pages = pages
status-until = last day
status-letters = letter
status-all = all
status-letter = printed { $day }
status-no-letter = none yet
status-revoked = revoked { $day }
status-ended = ended { $day }
status-none = Nobody can open the pages of these students, because they have no reader: { $list }. Add a line such as `guardians: [mother]` to student.yaml.
status-nobody = Nobody can open the pages of these students, because every reader was revoked or is past the last day: { $list }
status-hidden = Not published because of student.yaml: { $list }
status-retired = Closed to everyone with `kinfolio keys retire`: { $list }
# A reader of several students gets one letter.
status-to-print = { $letters ->
    [one] { $letters } letter is to be printed. To make it, run
   *[other] { $letters } letters are to be printed. To make them, run
}: kinfolio letters --to FOLDER --new

# `kinfolio keys backup` and `restore`. $file is the backup.
backup-written = Backup written: { $file }. Whoever has it can open every student’s pages. Keep it where nobody else can get it, such as in the school’s safe, and not on the same computer.
backup-written-protected = Backup written: { $file }. It has the same pass phrase as the keyring. Whoever has both can open every student’s pages. Keep it where nobody else can get it, such as in the school’s safe, not on the same computer, and away from the pass phrase.
backup-in-school = The backup cannot be { $file }. That file is in the school folder, where everyone who works on students’ files could open every student’s pages. Choose a file on another drive.
backup-in-sites = The backup cannot be { $file }. Families’ sites are there, so it would be published. Choose a file on another drive.
backup-same = { $file } is the keyring itself. Choose a file on another drive.
backup-folder = { $file } is a folder. Name a file in it, such as: { $file }/keyring-backup.json
backup-there = { $file } exists and is not a keyring of kinfolio. It was not changed. Choose another file.
backup-there-protected = { $file } exists and has a pass phrase that was not given, so kinfolio cannot tell what is in it. It was not changed. Choose another file.
backup-other = { $file } is the backup of another keyring: that of another school, or the one that this school had before. It was not changed. Choose another file.
backup-newer = { $file } has changes that the keyring in use lacks, such as a reader whose access was revoked. It was not changed. If it is the right one, run: kinfolio keys restore { $file }
restore-none = There is no file { $file }. Nothing was changed. Name the backup that `kinfolio keys backup` wrote.
restore-damaged = { $file } is not a keyring, or it is damaged, or a newer version of kinfolio made it. Nothing was changed. Try another backup, or update kinfolio.
# $school is the name of the school in the backup, $day the day on which that keyring was made.
restore-other = { $file } is a keyring of { $school }, made on { $day }, and not the one that this school uses. Nothing was changed. If this school should use it again in place of a newer one, all letters of the newer one stop working: delete .kinfolio/keyring-id in the school folder. Then run: kinfolio keys restore { $file }
restore-place = The file { $place } is the keyring of another school. Nothing was changed. Choose another place: --keys FILE
restore-protected = The keyring in use has a pass phrase that was not given: { $place }. So kinfolio cannot tell whether the backup lacks something that it has, such as a reader whose access was revoked. Nothing was changed. To use the backup anyway, move that file to another folder, and run this command again.
restore-behind = { $file } is older than the keyring in use. Since then, keys were changed, or readers or students lost access, and this backup would give it back to them. Nothing was changed. To use it anyway, run: kinfolio keys restore { $file } --older
restored = The keyring is in its place: { $place }
restored-phrase = The backup has no pass phrase. The keyring keeps the one that it had.
restored-older = This backup is older than the keyring that it replaced. Letters that were made since then may not work. Revoke and reissue the same readers again. To see who has a letter, run: kinfolio keys status
restored-readers = These readers had been revoked and now have access again: { $list }. To revoke one, run: kinfolio keys revoke READER
restored-check = Changes that were made after the backup are missing: readers who lost access or got a new letter later. To check, run: kinfolio keys status

# `kinfolio letters`. $out is the folder.
letters-in-school = Letters cannot go in { $out }. That folder and the school folder overlap, so the codes of all families would sync to everyone. Choose a folder that only you can open: --to FOLDER
letters-in-sites = Letters cannot go in { $out } because families’ sites are there, and the codes would be published. Choose a folder that only you can open: --to FOLDER
letters-there = There are letters in { $out } from an earlier run. Nothing was changed. Print and hand out those letters if you have not done so, and delete the files. Or choose another folder: --to FOLDER
letters-no-address = A letter needs the address of the pages. Nothing was written. Add a line such as this one to school.yaml: address: https://pages.example.org/families
letters-closed = { $reader } can open no pages today, so there is no letter. The reader was revoked or is past the last day, or the pages are not published. To see which, run: kinfolio keys status
letters-none = Every reader has a letter that works, or nobody can open pages yet. Nothing was written. To see who has one, run: kinfolio keys status
letters-written = { $letters ->
    [one] { $letters } letter was written to { $out }.
   *[other] { $letters } letters were written to { $out }. To print all of them at once, open all-letters.html in a browser.
}
letters-address = The squares on these letters hold the address only. Everyone has to type the code.
letters-login = These letters work as soon as the web server has the new password files. To write them, run: kinfolio host-files
letters-hand-out = Print on one side, in black, at 100 percent. Cut off the top strip, which names the student, and hand each letter to that person only. Then delete the files: anyone who has them can open the pages.

# `kinfolio publish` and `kinfolio withdraw`. A technician reads this. $host is where the
# pages are published: a folder or an address.
publish-shared-broken = Some files that all students share have errors, so kinfolio cannot tell what to publish, or where. Nothing was changed. What families see stays as it is. To see the errors, run: kinfolio check
publish-no-sites = There are no sites in { $from }. Nothing was published. Build them first (kinfolio build --to { $from }), or name the folder that you build into: --from FOLDER
publish-no-host = kinfolio does not know where to publish. Nothing was changed. Write the host in school.yaml, such as: publish: {"{"}to: "sftp://kinfolio@web.example.org/srv/families"{"}"}. Or name it in the command: --to HOST
publish-in-school = The host { $host } and the school folder overlap, so the sites would be copied to everyone who can open the school folder. Nothing was changed. Choose another folder: --to FOLDER
publish-in-sites = The host { $host } and the folder of sites overlap. Nothing was changed. The folder of sites is where `build` works, and the host is a copy that families see. Choose another folder: --to FOLDER
publish-busy = { $computer ->
    [0] Another computer
   *[other] The computer { $computer }
} is publishing to { $host }. This run changed nothing that families see. If nobody else should publish there, find out who does. Otherwise run the command again when that is finished.
publish-other-school = The sites of another school are on { $host }. Nothing was changed. Each school needs a folder of its own on the host, so that no command for one school can change the pages of another. Choose another folder: --to HOST. If this is your school with a new keyring, delete the old pages and the file kinfolio.txt on the host first. Letters of the old keyring stop working anyway.
publish-first = This is the first publication of this school there, or the list of what was published was lost. All sites are sent.
publish-foreign = These files and folders on the host are not from kinfolio: { $list }. kinfolio does not change or remove them.
publish-taken-over = The last publication from the computer { $computer } was stopped before it was finished. This one finishes it.
publish-done = Published to { $host }. { $files ->
    [0] Nothing was sent
    [one] { $files } file ({ $kilobytes } kB) was sent
   *[other] { $files } files ({ $kilobytes } kB) were sent
}{ $sites ->
    [0] {""}
    [one] {" "}for { $sites } student’s site
   *[other] {" "}for { $sites } students’ sites
}{ $removed ->
    [0] {""}
    [one] , and { $removed } file that no page links to anymore was removed
   *[other] , and { $removed } files that no page links to anymore were removed
}.
publish-nothing = { $host } is up to date. Nothing was sent.
publish-only-removals = Everything else on { $host } is up to date. Nothing was sent.
publish-incomplete = Publishing to { $host } was not finished. { $files ->
    [0] No file was
    [one] { $files } file was
   *[other] { $files } files were
} sent. Every page that families see is complete. The next run sends and removes the rest.
publish-held-changed = Not published, because files of these sites are not as `build` wrote them: { $list }. What families see stays as it is. To write the sites again, run: kinfolio build
publish-held-keys = Not published, because keys or readers have changed since these sites were built: { $list }. What families see stays as it is. To write the sites again, run: kinfolio build
publish-held-names = Not published, because the last check found the name of another student in the files of: { $list }. What families see stays as it is. To see where, run: kinfolio check
publish-held-unrecorded = Not published, because this computer did not build these sites, or lost the record of it: { $list }. What families see stays as it is. To build them, run: kinfolio build
publish-held-named = Not published, because the folders of these sites have students’ names, which would be part of the addresses: { $list }. A school with a keyring has neutral names. If you built with --plain, build without it into another folder. If this school has no keyring yet, run: kinfolio keys init
publish-outdated = These sites are from an earlier build, because the students’ files have errors now: { $list }. They were published as they are. To see the errors, run: kinfolio check
publish-changing = Files of these sites changed while they were read: { $list }. They are published with the next run.
publish-failed = Not completed: { $list }. { $fault }
publish-not-begun = { $folders ->
    [one] { $folders } more folder was
   *[other] { $folders } more folders were
} not sent because of this. What families see there is complete, but not new.
publish-absent = Still on the host although there is no site here: { $list }. kinfolio never takes a site down only because it is missing here. If it should go, run: kinfolio publish --confirm-removal { $first }
publish-removal-here = The site of { $student } is in the folder of sites, so kinfolio does not take it off the host. Nothing was changed. To take down the pages of a student who has a folder, run: kinfolio withdraw { $student }
publish-retention = The last day for pages was { $day } (retention in school.yaml), and today is { $today } according to this computer. This computer has not published for a long time, so kinfolio cannot tell whether its clock is right. Nothing was changed. If it is right, all sites are to go from the host. To do that, run: kinfolio publish --confirm-retention
publish-taken-down = The pages of { $student } are gone from { $host }: { $files ->
    [0] there were no files
    [one] { $files } file was removed, and the host does not have it anymore
   *[other] { $files } files were removed, and the host does not have any of them anymore
}.
publish-not-taken-down = The host { $host } said that it removed the pages of { $student }, but { $left ->
    [0] not every removal could be verified
    [one] { $left } file is still there
   *[other] { $left } files are still there
}, in the folder { $folder }. Anyone with the letter may still open them. Delete that folder on the host by hand, and run the command again.
publish-foreign-in-site = In the folder { $folder } of { $student }, the host has { $foreign ->
    [one] { $foreign } file that is
   *[other] { $foreign } files that are
} not from kinfolio. kinfolio removes nothing that it did not make. Look at the folder on the host.
publish-would-folder = { $student ->
    [0] reader’s page { $folder }
   *[other] { $student } ({ $folder })
}: { $files ->
    [one] { $files } file
   *[other] { $files } files
} to send, { $kilobytes } kB{ $removed ->
    [0] {""}
    [one] , { $removed } file to remove
   *[other] , { $removed } files to remove
}
publish-would-take-down = { $student }: all pages to take down
publish-would-nothing = { $host } is up to date. There is nothing to send.
publish-would = To send to { $host }: { $files ->
    [one] { $files } file
   *[other] { $files } files
} ({ $kilobytes } kB), for { $sites ->
    [one] { $sites } student’s site
   *[other] { $sites } students’ sites
} and { $readers ->
    [one] { $readers } reader’s page
   *[other] { $readers } readers’ pages
}. To remove: { $removed ->
    [one] { $removed } file
   *[other] { $removed } files
}. Nothing was changed.
withdraw-unknown = kinfolio has never built a site for { $student }. Nothing was changed. Give the name of the student’s folder.
withdraw-nothing = There are no pages of { $student } on the host. The student is retired now, so none will be published.
# With `access: host-login`. The options of host-files are different in each school.
withdraw-host-login = The files of the web server still have the rules and passwords for the pages of { $student }. Nothing can be opened with them, but they should go. Write these files again with the same options as before, and reload the web server if kinfolio says so. To do that, run: kinfolio host-files --for SERVER --to FOLDER
withdraw-undo = The pages of { $student } are closed from now on, and the files in the school folder were not changed. To open the pages again with the same letters, build and publish after you run: kinfolio keys retire { $student } --undo
# `kinfolio verify`. A technician reads this. $more is how many other files have the same
# problem: they are counted in a line of their own. $found is what the host answered.
verify-no-address = kinfolio does not know the web address of the pages. Name it in the command, such as: kinfolio verify https://pages.example.org/families. Or write it in school.yaml, in the line address:
verify-readable = ANYONE CAN READ THIS PAGE: { $address }. It is not sealed. Delete it on the host now. Then build without --plain, and publish again.
verify-no-login = THE HOST DOES NOT ASK FOR A LOGIN: { $address } ({ $found }). Anyone with the address can read the page. Turn the rules for the web server on, or take the pages down until that is done.
verify-not-there = This page is missing: { $address } ({ $found }). Families who open it see an error. Check the address, and publish again.
verify-no-manifest = The list of what is published is not at { $address } ({ $found }). Either this is not the address of the pages, or nothing was published there yet, or the host does not serve .bin files.
verify-altered = The host changes what was sent: { $address }. Sealed pages then do not open. Turn off whatever changes pages on the host (compressing, minifying, protecting e-mail addresses), or publish again if somebody else wrote there.
verify-script = The host adds a script to pages: { $address }. It could see what families read, and sealed pages may not open. Turn off analytics, chat windows, and “protection” that the host adds to pages.
verify-type = The host does not serve pages as web pages: { $address } ({ $found }). Browsers show their source or download them. Set the type of .html files to text/html, or choose another host.
verify-redirected = The host sends browsers to another address: { $address } leads to { $found }. The link in a letter may lose its secret part on the way. Use the address that the host wants as address in school.yaml, or turn the redirection off.
verify-listed = The host lists the folders of all families at { $address }. Strangers could see how many families there are. Turn directory listing off.
verify-not-encrypted = { $found } is not encrypted (https). Sealed pages open only with https. Others on the way could read passwords and change what families see.
verify-not-finished = A publication was not finished, or is running just now. Families see complete pages, some old and some new. If nobody is publishing, run: kinfolio publish
verify-also-unencrypted = The same pages are also at http:// without encryption. Families who type the address without https land there, and sealed pages do not open. Let the host redirect http:// to https://.
verify-answers-everything = The host shows a page for every address, even { $address }. Families with a wrong address do not learn that it is wrong. Turn off the setting for single-page apps.
verify-cached = Copies of pages may be kept for a long time ({ $found }): { $address }. Families may see old pages after you publish. Set Cache-Control to “private, no-cache” for .html and .bin files.
verify-no-robots = The host does not tell search engines to stay away: { $address }. The pages themselves do. To be safe, set the header X-Robots-Tag to “noindex, nofollow, noarchive”.
verify-cookie = The host sets a cookie ({ $found }): { $address }. kinfolio’s pages do not need one. Turn it off if you can.
verify-more = { $more ->
    [one] { $more } other file has the same problem.
   *[other] { $more } other files have the same problem.
}
verify-outdated = The pages of these students on the host are not the ones that were built last: { $list }. To send the newest ones, run: kinfolio publish
verify-well = { $address }: strangers see nothing that they should not. { $files ->
    [one] { $files } file was asked for.
   *[other] { $files } files were asked for.
}{ $ended ->
    [0] {""}
   *[other] {" "}Publication { $number } of { $ended } is up.
}
verify-not-well = { $address }: there is something to fix, see above. { $files ->
    [one] { $files } file was asked for.
   *[other] { $files } files were asked for.
}
# Why the host did not do what was asked. $system are the words of the host or the system.
host-passing = The host did not answer as it should ({ $on }: { $system }). This often passes. Run the command again in a few minutes.
host-refused = The host refused access ({ $on }: { $system }). The user name, password, or key is wrong or has expired, or it has no right to write there. Renew it, and run the command again.
host-stranger = The host is not the one that was known before ({ $on }: { $system }). Either it got a new key, or somebody pretends to be the host. Nothing was sent. Ask whoever runs the host. Only when they confirm the new key, accept it.
host-missing = This place was not found: { $on } ({ $system }). Check the name of the host and of the folder. If it is a share, check that it is mounted. kinfolio does not create the top folder.
host-full = There is no space left on the host ({ $on }: { $system }). Every page that families see is complete. Make room, and run the command again.
host-other = This did not work ({ $on }: { $system }). Run the command again. If it happens again, ask whoever runs the host.
host-no-credentials = kinfolio needs a user name and password, or a key, for { $on }. Nothing was changed. The technician’s guide says where to write them.
host-not-built = This program was built without what is needed to publish to { $on }. Nothing was changed. Use a released program, or build one with: cargo build --profile dist --all-features
# What is wrong with the address of a host, and with the credentials for it.
address-spaces = The address of the host has a space, or a character that cannot be seen: { $address }. Nothing was changed. Write %20 for a space in the name of a folder.
address-password = The address of the host contains a password. Nothing was changed. Take it out, and change the password, because others may have read it. The technician’s guide says where credentials are kept.
address-user = Leave the user out of the address { $address }. Nothing was changed. The user belongs to the password: the technician’s guide says where credentials are kept.
address-scheme = kinfolio cannot publish to “{ $value }:” addresses ({ $address }). Nothing was changed. kinfolio can publish to sftp://, s3://, https:// (WebDAV), and folders.
address-scp = The address of the host is written as for scp: { $address }. Nothing was changed. Write: { $value }
address-host = This address does not name a host: { $address }. Nothing was changed. It looks like this: sftp://user@host/folder
address-bucket = This address does not name a bucket: { $address }. Nothing was changed. It looks like this: s3://bucket/folder
address-folder = The folder in this address cannot be one: { $address }. Nothing was changed. Write the full path, without “..”.
address-query = This looks like a link for sharing or for a browser: { $address }. Nothing was changed. Take the part after “?” or “#” out. For WebDAV, the settings of the server name the address.
address-not-encrypted = The way to this host is not encrypted, so others could read the password: { $address }. Nothing was changed. Use https://.
address-sharing = { $value } does not show web pages: families would see the source of a page, or be asked to log in. Nothing was changed. Publish to web space of the school. The technician’s guide has a table of hosts that work.
address-endpoint = The endpoint has to be the https:// address of the storage service, without a folder. Nothing was changed.
address-region = A bucket needs a region, or the endpoint of the storage service ({ $address }). Nothing was changed. Add --region or --endpoint, or region or endpoint to publish in school.yaml.
address-not-bucket = endpoint and region are for s3:// only, and this host is { $address }. Nothing was changed. Take them out.
credentials-unreadable = kinfolio cannot read the file with credentials: { $file }. Nothing was changed. Check its name, and that this user may read it.
credentials-in-school = The file { $file } is in the school folder, which all staff can open. Nothing was changed. Move it to a place that only you can open, and renew the password or key in it, because others may have copies. The technician’s guide names good places.
credentials-open = Other people on this computer can read the credentials in { $file }, so kinfolio does not use them. Nothing was changed. To make the file private, run: chmod 600 { $file }
credentials-line = Line { $line } of { $file } is not a name that kinfolio knows, an equals sign, and a value. Nothing was changed. The technician’s guide has an example.
# The deletion record, which a district files.
deletion-recorded = The deletion record is in { $file }.
deletion-title = Record of deletion: published pages of one student
deletion-facts = School: { $school }
    Student (name of the folder): { $student }
    Host: { $host }
    Folder on the host: { $folder }
    Time: { $time } (clock of this computer)
    Done by: user { $user } on the computer { $computer }, with kinfolio { $version }
deletion-proved = Result: { $files ->
    [0] There was no file to remove.
    [one] { $files } file was removed. Afterwards, kinfolio asked the host for it, and the host does not have it. kinfolio also listed the folder: nothing that kinfolio published is in it.
   *[other] { $files } files were removed. Afterwards, kinfolio asked the host for each of them, and the host has none. kinfolio also listed the folder: nothing that kinfolio published is in it.
}
deletion-not-proved = Result: NOT VERIFIED. { $files ->
    [one] { $files } file was
   *[other] { $files } files were
} to be removed. kinfolio asked the host afterwards: { $verified ->
    [one] { $verified } file is
   *[other] { $verified } files are
} gone, and { $left ->
    [one] { $left } file is
   *[other] { $left } files are
} still there.
deletion-scope = This record is about the host only. It does not cover the school folder, backups of the host, or copies that readers made on their devices.
deletion-files = Files on the host:
deletion-left = Still there:
progress-host = Checking the host…
progress-sending = Sending: { $done } of { $files } files ({ $kilobytes } kB)…
progress-other-publisher = Another computer may be publishing. Waiting for it…
# `kinfolio host-files`. $out is the folder of files for a web server, $sites the folder of sites.
host-files-in-school = Files for the web server cannot go in { $out }. That folder and the school folder overlap, so they would sync to everyone. Choose a folder that only you and the web server can open: --to FOLDER
host-files-in-sites = Files for the web server cannot go in { $out } because families’ sites are there, and the passwords would be published. Choose a folder that only you and the web server can open: --to FOLDER
host-files-static = A host for static files cannot ask who is reading, so everyone could read these pages (access: host-login in school.yaml). Nothing was written. Write in school.yaml: access: sealed. Or use a web server that asks for passwords: --for nginx
host-files-no-keyring = This school has no keyring yet, so there are no passwords, and folders have students’ names. Nothing was written. Make a keyring, and build again. To make one, run: kinfolio keys init
host-files-none = There are no sites in { $sites } that kinfolio built with this keyring, so there is nothing to protect. Nothing was written. Build first, or name the folder that `kinfolio build --to` wrote to: --from FOLDER
host-files-unknown = Nobody can open the pages of these students, because kinfolio does not know who may: { $list }. Build again into { $sites }, and run this command again. If `build` has the option --work, add the same here.
host-files-no-url = kinfolio does not know where the sites are in addresses. Nothing was written. Add a line such as this one to school.yaml: address: https://pages.example.org/families. Or name the path: --url-path /families/
# $value is the path or address.
host-files-url = “{ $value }” cannot be used in the rules of a web server. Nothing was written. Use a path of plain letters, digits, hyphens, and slashes: --url-path /families/
host-files-no-root = Name the folder on the web server that holds the sites. Nothing was written. For example, add: --root /srv/www/families
host-files-folder = The folder “{ $value }” cannot be used in the rules of a web server. Nothing was written. Use a path that begins with a slash and has only letters, digits, spaces, and these characters: . _ - ~ + @ ,
host-files-written = { $changed ->
    [one] { $changed } file was written to { $out }
   *[other] { $changed } files were written to { $out }
}; { $kept } unchanged, { $removed } removed.
# The first time. $file is the file of rules on the server, $folder its folder.
host-files-first-nginx = In the configuration of nginx, add this line to the `http` block: include { $folder }/nginx-http.conf; And add this line to the `server` block: include { $file };
host-files-first-apache = In the configuration of Apache, add this line to the virtual host: Include { $file }
host-files-first-caddy = In the Caddyfile, add this line to the site: import { $file }
host-files-first-static = Copy _headers to the top folder of what you publish. If there is one already, add these lines to it.
host-files-reload-nginx = Then run: nginx -t && systemctl reload nginx
host-files-reload-apache = Then run: apachectl configtest && systemctl reload apache2
host-files-reload-caddy = Then run: systemctl reload caddy

# In these files, for technicians, in one line each.
# What browsers may show when they ask for a password. Plain letters and spaces only.
rules-realm = Pages for families
rules-head = Made by kinfolio host-files, which replaces this file. Do not change it.
rules-https = When https works, this line makes browsers use nothing else. It concerns the complete host name, so it is up to you: remove the first character.
rules-limit = How many requests one address may send. A family that looks at photos sends many at once.
# `kinfolio letters --pdf`. $browser is the browser's program, $file an HTML file in the
# folder $out.
pdf-begin = Printing to PDF with { $browser }
pdf-written = { $letters ->
    [one] { $letters } PDF file was written to { $out }.
   *[other] { $letters } PDF files were written to { $out }. all-letters.pdf has all of them.
}
pdf-no-browser = The letters were written to { $out }, but not as PDF: kinfolio found no Edge, Chrome, or Chromium on this computer. Open the HTML files in any browser, print, and choose “Save as PDF”. If there is a browser in another place, name its program: --browser FILE
pdf-browser-missing = The letters were written to { $out }, but not as PDF: there is no program { $browser }. Open the HTML files in any browser, print, and choose “Save as PDF”. Or name the program of Edge, Chrome, or Chromium: --browser FILE
pdf-system = The letters were written to { $out }, but not as PDF: { $browser } could not be started. { $system } Open the HTML files in any browser, print, and choose “Save as PDF”. Or name another browser’s program: --browser FILE
pdf-late = The letters were written to { $out }, but { $browser } did not finish the PDF of { $file } in time, and was stopped. Open the HTML files in any browser, print, and choose “Save as PDF”. Or name another browser’s program: --browser FILE
pdf-nothing = The letters were written to { $out }, but { $browser } made no PDF of { $file }. Open the HTML files in any browser, print, and choose “Save as PDF”. Or name another browser’s program: --browser FILE
pdf-pages = The letters were written to { $out }, but the PDF that { $browser } made of { $file } has the wrong number of pages (pages: { $pages }, letters: { $letters }). A letter is one sheet, so a font is missing, or the browser is too old. Open { $file } in a browser and look at its print preview. Or name another browser’s program: --browser FILE

# `kinfolio messages`. $file is a CSV file.
news-in-school = The messages cannot go in { $file }, which is in the school folder. Choose a file that only you can open: --to FILE
news-in-sites = The messages cannot go in { $file }, because families’ sites are there. Choose a file that only you can open: --to FILE
news-written = { $messages ->
    [one] { $messages } message was written to { $file }.
   *[other] { $messages } messages were written to { $file }.
} The messages name no student and open nothing without the letter. The column “reader” is for you: do not send it.

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
translate-files = To see which translations are stale, and which are missing in students’ folders, run `kinfolio check`. For missing translations of shared files, add --format json: it lists every file.
translate-unread = Not counted because of errors: { $list }. To see the errors, run: kinfolio check
translate-nothing = Nothing was counted because the shared files have errors. To see them, run: kinfolio check

# `watch`: a log.
watching = Watching { $folder }. Sites go to { $out }. kinfolio builds when files have not changed for { $settle } s, and scans the complete folder every { $look } s. Press Ctrl+C to stop.
watching-staff = The staff dashboard goes to { $staff }.
watching-remote = This folder is on a network share or managed by a sync program, so the system may not report saves made on other computers. kinfolio finds them within { $look } s.
watch-none = The system does not report saves here: { $system }. kinfolio finds them at the next scan of the complete folder.
watch-gone = The school folder is not available. All sites are unchanged. kinfolio keeps retrying.
watch-back = The school folder is available again.
watch-shared-busy = The shared files are still being saved or copied. kinfolio builds when they stop changing.
watch-wrote = { $list }: { $changed ->
    [one] { $changed } page
   *[other] { $changed } pages
} written, { $kept } unchanged, { $removed } removed ({ $milliseconds } ms).
watch-nothing = { $sites ->
    [one] { $sites } site is up to date ({ $milliseconds } ms).
   *[other] All { $sites } sites are up to date ({ $milliseconds } ms).
}
watch-well = { $student ->
    [0] Shared files: all problems are fixed.
   *[other] { $student }: all problems are fixed.
}
watch-no-errors = { $student ->
    [0] Shared files: { $warnings ->
        [one] all errors are fixed. { $warnings } warning remains.
       *[other] all errors are fixed. { $warnings } warnings remain.
    }
   *[other] { $student }: { $warnings ->
        [one] all errors are fixed. { $warnings } warning remains.
       *[other] all errors are fixed. { $warnings } warnings remain.
    }
}
watch-machine-well = { $list ->
    [0] The system error is resolved.
   *[other] { $list }: the system error is resolved.
}
watch-left-back = In the school folder again: { $list }.
watch-end = Stopped. All sites are complete.
fault-signals = kinfolio cannot listen for the system’s signal to stop: { $system }

# The preview.
# How long each stage of a build took.
timings = Time, added up over all processors:
timing-list = { $seconds } s, { $percent } percent: looking for changed files
timing-shared = { $seconds } s, { $percent } percent: reading the files that all students share
timing-read = { $seconds } s, { $percent } percent: reading students’ files
timing-compile = { $seconds } s, { $percent } percent: checking files, and making pages and photos
timing-seal = { $seconds } s, { $percent } percent: sealing pages
timing-write = { $seconds } s, { $percent } percent: writing pages
timing-record = { $seconds } s, { $percent } percent: writing build records
timing-letters = { $seconds } s, { $percent } percent: writing what letters open
timing-report = { $seconds } s, { $percent } percent: messages

# Sealed pages, as a reader sees them.
open-type-code = Type the reader’s code, then press Enter.
open-no-code = No code was given. Give one with --code, or type it when kinfolio asks for it.
open-digits = A code has 30 digits. This one has { $number }.
open-group = There is a mistake in group { $number } of the code. Compare it with the letter.
open-link-cut = This link is not complete. It ends with “#1.” and 24 letters and digits. Copy the whole link, or use the code.
open-nothing-sealed = There are no sealed pages in { $folder }.
open-wrong = Nothing in { $folder } can be opened with this. It may be from an older letter, from another school, or of a reader who was revoked.
open-damaged = The code or link is right, but the pages in { $folder } are damaged or not complete. Build them again.
open-serving = The reader’s pages: { $address } To stop, close this window or press Ctrl+C.

serving = Preview: { $address }
serving-hint = Pages update after each save. To stop, close this window or press Ctrl+C.
# `kinfolio` without a command. Where there is no school, a page asks for one.
begin-found = School: { $place }
begin-none = There is no school in { $place } yet.
begin-several = There is more than one school in { $place }.
begin-open = A page in your browser helps you open a school or set one up. If no browser opens, enter this address in one: { $place }
begin-window = To stop, close this window or press Ctrl+C.
begin-none-chosen = No school was chosen.
begin-title = Welcome to kinfolio
begin-new = Set up a new school
begin-new-lead = This creates a folder with everything you need to start: the school and one student for you to fill in, and ready-made text (words to know, kinds of goals, supports, and tips for home). kinfolio does not send any of it anywhere.
begin-name = Name of the school
begin-phone = Phone number of the school
begin-phone-hint = A number that families can always call.
begin-languages = Languages that families read
begin-languages-hint = Keep English checked if staff write in English. The ready-made text is in English, with translations.
begin-folder = Location of the new folder
begin-folder-hint = It can be in a folder that your team shares, such as OneDrive. It will hold student records, so make sure that only staff can open it.
begin-do = Set up
begin-other = Open a school you already have
begin-other-lead = Open another school
begin-other-folder = The folder that contains school.yaml
begin-other-do = Open
begin-end = To stop, close the other window (the one with plain text).
begin-again = This page was from an earlier session. Please press the button again.
begin-no-place = Enter a folder.
begin-no-school = There is no school.yaml in { $folder }. Choose the folder that contains it.
begin-used = { $folder } already contains other files. Enter the name of a new folder, such as { $folder }/our-school.
begin-refused = kinfolio cannot write to { $folder } ({ $system }). Choose a place where you can create a folder.
begin-hold = Press Enter to close this window.
schema-written = { $files } schemas are in { $folder }. In VS Code with the extension “YAML” by Red Hat, begin a file with a line such as: # yaml-language-server: $schema=../../../.kinfolio/schema/goal.json
man-written = The manual pages are in { $folder }. To read one, run: man kinfolio
rebuilt = Rebuilt in { $milliseconds } ms.
preview-title = Preview
preview-lead = Choose a student. Pages update after each save.
preview-broken = There is no page yet. Fix the errors first.
preview-hidden = This student has no page because `publish: false` is set or the `expires` date has passed.
preview-kept = This is the last good version. Fix these errors to see your latest changes.
preview-shared = The shared files have errors. Until they are fixed, no page is updated.
preview-errors = { $problems ->
    [one] { $problems } error
   *[other] { $problems } errors
}
preview-gone = The school folder is not available. These are the last good pages. They update again when the folder is back.
preview-unread = kinfolio cannot read { $on }: { $system }. These are the last good pages. They update again when this is fixed.
preview-all = All students
preview-phone = Phone preview
preview-language = Language
preview-staff = Staff dashboard: the progress of all students

# `check`.
explain-hint = To read more about a problem, run: kinfolio check --explain { $code }
explain-severity = { $severity ->
    [note] This is a note. It is for your information.
    [warning] This is a warning. The site is built, but the family may notice the problem.
    [error] This is an error. Until it is fixed, families see the last good version.
   *[bug] This is a bug in kinfolio. Families see the last good version.
}
explain-before = instead of
explain-after = write
explain-also = Other forms of this message
explain-unknown = There is no problem called “{ $found }”. { $nearest ->
    [0] Choose one of:
   *[other] Did you mean { $nearest }? Choose one of:
}
# The hundreds that codes are grouped by.
explain-group = { $hundred ->
    [0] Files and folders
    [1] Syntax and values
    [2] Facts
    [3] Text and pictures
    [4] Privacy
   *[9] kinfolio itself
}
