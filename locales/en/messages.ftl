# MESSAGES.txt: what teachers read in a student's folder, and beside school.yaml.
# $student is the name of a folder; 0 where it is about what all students share.
letter-what = { $student ->
    [0] This file lists what to fix or look at in the files that all students share (school.yaml, staff.yaml, library).
   *[other] This file lists what to fix or look at in the folder “{ $student }”.
} kinfolio writes it and keeps it up to date. It goes away by itself when nothing is left.
# Whether errors hold pages back; $errors and $warnings are counted.
letter-state = { $errors ->
    [0] { $student ->
        [0] There are no errors, so nothing below holds any page back.
       *[other] There are no errors, so nothing below holds the page back.
    }
    [one] { $student ->
        [0] { $errors } error holds the pages of all students back. Until it is fixed, families still see the last good pages, and the messages in the students’ folders stay as they are.
       *[other] { $errors } error holds the page back. Until it is fixed, the family still sees the last good page, if there was one.
    }
   *[other] { $student ->
        [0] { $errors } errors hold the pages of all students back. Until they are fixed, families still see the last good pages, and the messages in the students’ folders stay as they are.
       *[other] { $errors } errors hold the page back. Until they are fixed, the family still sees the last good page, if there was one.
    }
}
letter-errors = { $errors ->
    [one] { $errors } ERROR: fix this first
   *[other] { $errors } ERRORS: fix these first
}
letter-warnings = { $warnings ->
    [one] { $warnings } WARNING: have a look when you can
   *[other] { $warnings } WARNINGS: have a look when you can
}
# One message: where it is, then in sentences what is wrong.
letter-place = { $place } ({ $code })
letter-at = { $file }, line { $line }
letter-nowhere = The school folder
letter-line = The line: { $line }
letter-why = Why it matters: { $words }
letter-help = What to write: { $words }
# Where a message would hold the name of another student.
letter-named = { $student ->
    [0] This message has a student’s name in it, so it is left out here. Look at this place: no student may be named in what all share. `kinfolio check` shows the message in full.
   *[other] This message has another student’s name in it, so it is left out here. Look at this place. If another student is named there, write “a classmate” instead. `kinfolio check` shows the message in full.
}
letter-place-named = A file in { $folder }
# For whoever runs the program.
letter-not-ours = Note: { $file } is not kinfolio’s file, so it stays as it is, and the messages for that folder are not written into it. Rename it if teachers should read them there.
fault-messages = Note: { $on } cannot be written: { $system }. The sites are made. But teachers do not read in their folders what has to be fixed. Let this user write there, or write in school.yaml: messages: no
