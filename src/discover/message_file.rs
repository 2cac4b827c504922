//! The file in which `build` and `watch` list the errors in a folder. It is
//! kinfolio's own, so neither it nor a copy of it is read.

use super::{copies, folded};

/// The name of the file.
pub const MESSAGES: &str = "MESSAGES.txt";

/// How many times a copy may have been copied.
const COPIES: usize = 3;

/// Whether `name` is that file, a copy of it that a person or a sync program made,
/// or a shortcut to it.
pub(super) fn is_messages(name: &str) -> bool {
    folded(name).contains("messages") && is_copy(name, COPIES)
}

fn is_copy(name: &str, copies: usize) -> bool {
    if folded(name) == folded(MESSAGES) {
        return true;
    }
    let Some(copies) = copies.checked_sub(1) else {
        return false;
    };
    let mut plains = copies::perhaps(name);
    plains.extend(copies::conflicted(name));
    plains.extend(copies::stub(name).map(str::to_owned));
    plains.iter().any(|plain| is_copy(plain, copies))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_and_their_copies_are_known_by_their_names() {
        let check = |name: &str, expected: bool| assert_eq!(is_messages(name), expected, "{name}");
        check("MESSAGES.txt", true);
        check("messages.TXT", true);
        check("MESSAGES (1).txt", true);
        check("MESSAGES (2) (1).txt", true);
        check("MESSAGES 2.txt", true);
        check("MESSAGES - Copy.txt", true);
        check("MESSAGES - Copy (2).txt", true);
        check("Copy of MESSAGES.txt", true);
        check("MESSAGES (Kopie).txt", true);
        check("Copia de MESSAGES.txt", true);
        check("bản sao của MESSAGES.txt", true);
        check("نسخة من MESSAGES.txt", true);
        check("MESSAGES-DESKTOP-4F2K9Q1.txt", true);
        check("MESSAGES-DESKTOP-4F2K9Q1 (1).txt", true);
        check("MESSAGES (Ana's conflicted copy 2026-11-13).txt", true);
        check("MESSAGES (copia en conflicto de Ana 2026-11-13).txt", true);
        check("MESSAGES.sync-conflict-20261113-120000-ABCDEFG.txt", true);
        check("MESSAGES.txt.conflict1", true);
        check(".MESSAGES.txt.icloud", true);
        check("messages.md", false);
        check("messages.yaml", false);
        check("messages to the family.txt", false);
        check("parent messages.txt", false);
        check("MESSAGES.txt.docx", false);
    }

    #[test]
    fn a_long_name_takes_no_time() {
        let name = format!("MESSAGES{}.txt", "-A".repeat(120));
        assert!(!is_messages(&format!("x{name}")));
    }
}
