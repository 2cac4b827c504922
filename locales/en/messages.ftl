# MESSAGES.txt: what teachers read in a student's folder, and next to school.yaml.
# $student is the name of a folder; 0 if it is about the files that all students share.
letter-what = { $student ->
    [0] This file lists what to fix or check in the files that all students share (school.yaml, staff.yaml, library).
   *[other] This file lists what to fix or check in the folder “{ $student }”.
} kinfolio keeps it up to date, and removes it when there is nothing left to fix or check.
# Whether errors hold back pages; $errors and $warnings are counted.
letter-state = { $errors ->
    [0] { $student ->
        [0] There are no errors, so nothing here holds back any page.
       *[other] There are no errors, so nothing here holds back the page.
    }
    [one] { $student ->
        [0] { $errors } error holds back the pages of all students. Until it is fixed, families see the last good version, and the messages in the students’ folders are not updated.
       *[other] { $errors } error holds back the page. Until it is fixed, the family sees the last good version, if there is one.
    }
   *[other] { $student ->
        [0] { $errors } errors hold back the pages of all students. Until they are fixed, families see the last good version, and the messages in the students’ folders are not updated.
       *[other] { $errors } errors hold back the page. Until they are fixed, the family sees the last good version, if there is one.
    }
}
letter-errors = { $errors ->
    [one] { $errors } ERROR: fix this first
   *[other] { $errors } ERRORS: fix these first
}
letter-warnings = { $warnings ->
    [one] { $warnings } WARNING: check this when you can
   *[other] { $warnings } WARNINGS: check these when you can
}
# One message: where it is, then in sentences what is wrong.
letter-place = { $place } ({ $code })
letter-at = { $file }, line { $line }
letter-nowhere = The school folder
letter-line = The line: { $line }
letter-why = Why it matters: { $words }
letter-help = What to write: { $words }
# Replaces a message that contains another student's name.
letter-named = { $student ->
    [0] This message is not shown here, because it has a student’s name in it. Check this place: shared files must not name a student. `kinfolio check` shows the full message.
   *[other] This message is not shown here, because it has another student’s name in it. Check this place. If another student is named there, write “a classmate” instead. `kinfolio check` shows the full message.
}
letter-place-named = A file in { $folder }
# For the person who runs the program.
letter-not-ours = Note: kinfolio did not make { $file }, so it leaves the file alone and does not write the messages for that folder. Rename the file if teachers should read messages there.
fault-messages = Note: kinfolio cannot write { $on }. System error: { $system }. The sites are up to date, but teachers cannot read in their folders what to fix. Give this user permission to write there, or write in school.yaml: messages: no
