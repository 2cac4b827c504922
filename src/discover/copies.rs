//! Names of copies that sync programs and people make, and of shortcuts and
//! placeholders for a file that is somewhere else.

/// What sync programs write in the brackets of a copy's name, in lower case:
/// "reading (Ana's conflicted copy 2026-11-13).yaml".
const IN_BRACKETS: [&str; 22] = [
    "conflicted copy",
    "conflict copy",
    "case conflict",
    "unicode encoding conflict",
    "white space conflict",
    "whitespace conflict",
    "selective sync conflict",
    "sfconflict ",
    " conflict 2",
    "conflict #",
    "in konflikt stehende kopie",
    "copie en conflit",
    "copia en conflicto",
    "copia in conflitto",
    "cópia em conflito",
    "conflicterende kopie",
    "konflikterade kopia",
    "konfliktkopi",
    "konfliktowa kopia",
    "冲突副本",
    "衝突副本",
    "競合コピー",
];

/// The file that `name` is a copy of, if a sync program made the copy because two
/// people saved at the same time.
pub(super) fn conflicted(name: &str) -> Option<String> {
    let whole = name.trim_end_matches(|c: char| c.is_ascii_digit());
    if let Some(plain) = whole.strip_suffix(".conflict") {
        return Some(plain.to_owned());
    }
    if let Some(plain) = whole.strip_suffix("..path") {
        return Some(plain.to_owned());
    }
    let (stem, ending) = name.rsplit_once('.')?;
    let (stem, ending) = (without_count(stem), format!(".{ending}"));
    let plain = in_brackets(stem).or_else(|| after_separator(stem))?;
    Some(plain.trim_end().to_owned() + &ending)
}

/// The names of which `folder` may be a copy.
pub(super) fn of_folder(folder: &str) -> Vec<String> {
    let conflicted = in_brackets(without_count(folder)).or_else(|| after_separator(folder));
    let conflicted = conflicted.map(|plain| plain.trim_end().to_owned());
    let mut plains: Vec<String> = conflicted.into_iter().chain(counted(folder)).collect();
    // The contents of folders are not compared, so the name alone must be certain.
    let hosts = hosts(folder).filter(|(_, host)| is_surely_a_computer(host));
    plains.extend(hosts.map(|(plain, _)| plain.to_owned()));
    plains
}

/// `reading (1)` without the count. A second copy has it after everything else.
fn without_count(stem: &str) -> &str {
    match bracketed(stem) {
        Some((before, count)) if is_count(count) && !before.is_empty() => before.trim_end(),
        _ => stem,
    }
}

fn is_count(text: &str) -> bool {
    (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn in_brackets(stem: &str) -> Option<&str> {
    let (before, inside) = match stem.strip_suffix(')') {
        Some(stem) => stem.split_once('(')?,
        None => stem.strip_suffix(']')?.split_once('[')?,
    };
    let inside = inside.to_lowercase();
    let said = IN_BRACKETS.iter().any(|words| inside.contains(words));
    let address = inside.contains('@') && !inside.contains(' ');
    (said || inside == "conflict" || address).then_some(before)
}

/// The name in front of a mark such as `.sync-conflict-` or `_Conflict`.
fn after_separator(stem: &str) -> Option<&str> {
    let dated = |mark: &str| {
        let (before, after) = stem.split_once(mark)?;
        after
            .starts_with(|c: char| c.is_ascii_digit())
            .then_some(before)
    };
    if let Some(before) = dated(".sync-conflict-").or_else(|| dated("_conflict-")) {
        return Some(before);
    }
    let numbered = stem.trim_end_matches(|c: char| c.is_ascii_digit());
    if let Some(before) = numbered.strip_suffix(".conflict") {
        return Some(before);
    }
    // reading_MARIA-PC_Nov-13-120000-2026_Conflict
    if let Some(before) = stem.strip_suffix("_Conflict") {
        let mut parts = before.rsplitn(3, '_');
        return parts.nth(2);
    }
    stem.strip_suffix(".Conflict")
}

/// What systems write after the name of a copy, in lower case.
const AFTER: [&str; 8] = [
    " copy",
    " copia",
    " kopie",
    " copie",
    " kopia",
    " cópia",
    " sao chép",
    " نسخة",
];

/// What systems write before the name of a copy, in lower case.
const BEFORE: [&str; 9] = [
    "copy of ",
    "copia de ",
    "kopie von ",
    "kopie van ",
    "copie de ",
    "cópia de ",
    "kopia av ",
    "bản sao của ",
    "نسخة من ",
];

/// The files that `name` may be a copy of. A teacher may have chosen such a name,
/// so the contents have to be compared.
pub(super) fn perhaps(name: &str) -> Vec<String> {
    let Some((stem, ending)) = name.rsplit_once('.') else {
        return Vec::new();
    };
    let plains = counted(stem).into_iter().chain(of_another_computer(stem));
    plains.map(|plain| format!("{plain}.{ending}")).collect()
}

/// The names before a number or a word for "copy" was added.
fn counted(stem: &str) -> Vec<String> {
    let mut plains = Vec::new();
    let mut add = |plain: &str| {
        let plain = plain.trim();
        if !plain.is_empty() && plain != stem.trim() {
            plains.push(plain.to_owned());
        }
    };
    let single = without_count(stem);
    add(single);
    if let Some((before, count)) = single.rsplit_once(' ')
        && is_count(count)
    {
        add(before);
    }
    if let Some(before) = single.strip_suffix("_conf").filter(|_| single != stem) {
        add(before);
    }
    if let Some((before, inside)) = bracketed(single)
        && AFTER.contains(&&*format!(" {}", without_number(inside).to_lowercase()))
    {
        add(before);
    }
    let uncounted = single.rsplit_once(BETWEEN);
    let uncounted = uncounted.filter(|(_, count)| is_count(count));
    // The number may be a part of the name: "Copy of 2026-11-13".
    let names = uncounted.map(|(before, _)| before).into_iter();
    for named in names.chain([single]) {
        for words in AFTER {
            let at = named.len().saturating_sub(words.len());
            if let Some((before, end)) = named.split_at_checked(at)
                && with_spaces(end) == words
            {
                add(before.trim_end_matches(BETWEEN));
            }
        }
        for words in BEFORE {
            if let Some((front, rest)) = named.split_at_checked(words.len())
                && with_spaces(front) == words
            {
                add(rest);
            }
        }
    }
    plains
}

/// Splits `reading (Kopie 2)` into `reading ` and `Kopie 2`.
fn bracketed(stem: &str) -> Option<(&str, &str)> {
    stem.strip_suffix(')')?.rsplit_once('(')
}

fn without_number(words: &str) -> &str {
    let plain = words.trim_end_matches(|c: char| c.is_ascii_digit());
    plain.trim_end()
}

/// The characters between the words of a name.
const BETWEEN: [char; 3] = [' ', '-', '_'];

/// Turns `-Copy` into ` copy`.
fn with_spaces(words: &str) -> String {
    words.replace(BETWEEN, " ").to_lowercase()
}

/// The name in `reading-DESKTOP-4F2K9Q1`: OneDrive adds the computer's name.
fn of_another_computer(stem: &str) -> impl Iterator<Item = String> + '_ {
    hosts(stem).map(|(plain, _)| plain.to_owned())
}

/// The ways to split a name into a name and that of a computer.
fn hosts(stem: &str) -> impl Iterator<Item = (&str, &str)> {
    stem.match_indices('-').filter_map(|(at, _)| {
        let (before, host) = stem.split_at_checked(at)?;
        let host = host.strip_prefix('-')?;
        let fits = host
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        let capital = host.bytes().any(|byte| byte.is_ascii_uppercase());
        (fits && capital && host.len() > 1).then_some((before, host))
    })
}

/// What people and systems call computers, in lower case.
const COMPUTERS: [&str; 15] = [
    "desktop",
    "laptop",
    "pc",
    "notebook",
    "workstation",
    "surface",
    "thinkpad",
    "chromebook",
    "macbook",
    "imac",
    "mac-mini",
    "mac-studio",
    "mac-pro",
    "ipad",
    "iphone",
];

/// Whether this is certainly a computer's name. The second Ana of a school may
/// have the folder `ana-Lee`, `ana-PC` or `ana-2B`.
fn is_surely_a_computer(host: &str) -> bool {
    let parts = host.split('-').map(|part| {
        let word = part.trim_end_matches(|c: char| c.is_ascii_digit());
        word.to_lowercase()
    });
    let parts = format!("-{}-", parts.collect::<Vec<_>>().join("-"));
    let mut computers = COMPUTERS.iter();
    let named = computers.any(|word| parts.contains(&format!("-{word}-")));
    let has = |fits: fn(&u8) -> bool| host.bytes().any(|byte| fits(&byte));
    let made_up = has(u8::is_ascii_digit) && !has(u8::is_ascii_lowercase);
    host.len() > 2 && (named || (made_up && host.len() > 5))
}

/// Whether at least half of the lines of the longer file are in both.
pub(super) fn are_alike(one: &[u8], other: &[u8]) -> bool {
    let lines = |bytes: &[u8]| -> Vec<Vec<u8>> {
        let lines = bytes.split(|byte| *byte == b'\n');
        let lines = lines.map(|line| line.trim_ascii().to_vec());
        lines.filter(|line| !line.is_empty()).collect()
    };
    let (one, mut other) = (lines(one), lines(other));
    other.sort_unstable();
    let most = one.len().max(other.len());
    let both = one.iter().filter(|line| other.binary_search(line).is_ok());
    both.count() * 2 >= most && most > 0
}

/// Endings of shortcuts and placeholders.
const STUBS: [&str; 14] = [
    ".gdoc",
    ".gsheet",
    ".gslides",
    ".gform",
    ".gdraw",
    ".url",
    ".webloc",
    ".lnk",
    ".desktop",
    ".cloud",
    ".cloudf",
    ".nextcloud",
    ".owncloud",
    ".opencloud",
];

/// The file that a shortcut or placeholder is for.
pub(super) fn stub(name: &str) -> Option<&str> {
    let lower = name.to_lowercase();
    if lower.ends_with(".icloud") {
        let hidden = name.strip_prefix('.').unwrap_or(name);
        return hidden.get(..hidden.len().saturating_sub(".icloud".len()));
    }
    let ending = STUBS.iter().find(|ending| lower.ends_with(*ending))?;
    name.get(..name.len().saturating_sub(ending.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_name_the_file_they_are_of() {
        let check = |name: &str, expected: Option<&str>| {
            assert_eq!(conflicted(name).as_deref(), expected, "{name}");
        };
        let reading = Some("reading.yaml");
        check("reading (Maria's conflicted copy 2026-11-13).yaml", reading);
        check(
            "reading (Maria’s conflicted copy 2026-11-13) (1).yaml",
            reading,
        );
        check(
            "reading.sync-conflict-20261113-120000-ABCDEFG.yaml",
            reading,
        );
        check("reading_conflict-20261113-120000.yaml", reading);
        check("reading_MARIA-PC_Nov-13-120000-2026_Conflict.yaml", reading);
        check("reading.yaml.conflict1", reading);
        check("reading.conflict2.yaml", reading);
        check("reading.yaml..path1", reading);
        check("reading[Conflict].yaml", reading);
        check("reading.yaml", None);
        check("reading (Conflicts between families).md", None);
        check("peer-conflict.yaml", None);
    }

    #[test]
    fn names_that_may_be_copies() {
        let check = |name: &str, expected: &[&str]| assert_eq!(perhaps(name), expected, "{name}");
        check("reading (1).yaml", &["reading.yaml"]);
        check("reading - Copy.yaml", &["reading.yaml"]);
        check(
            "reading - Copy (2).yaml",
            &["reading - Copy.yaml", "reading.yaml"],
        );
        check("Copy of reading.yaml", &["reading.yaml"]);
        check("reading 2.yaml", &["reading.yaml"]);
        check(
            "reading-DESKTOP-4F2K.yaml",
            &["reading.yaml", "reading-DESKTOP.yaml"],
        );
        check("reading-copy.yaml", &["reading.yaml"]);
        check("reading-2.yaml", &[]);
        check("2026-11-13.md", &[]);
        check("Copy of 2026-11-13.md", &["2026-11.md", "2026-11-13.md"]);
        check("2026-11-13 - Copy.md", &["2026-11-13.md"]);
        check("reading (Kopie).yaml", &["reading.yaml"]);
        check("reading (Kopie 2).yaml", &["reading.yaml"]);
        check(
            "reading_conf(2).yaml",
            &["reading_conf.yaml", "reading.yaml"],
        );
        check("reading (family).yaml", &[]);
        check("reading_conf.yaml", &[]);
    }

    #[test]
    fn folders_that_are_copies_by_their_name() {
        let check = |name: &str, expected: bool| {
            let found = of_folder(name).iter().any(|plain| plain == "ana");
            assert_eq!(found, expected, "{name}");
        };
        check("ana (1)", true);
        check("ana - Copy", true);
        check("ana - Copy (2)", true);
        check("ana-copy", true);
        check("ana_copy_2", true);
        check("Copy-of-ana", true);
        check("ana (Maria's conflicted copy 2026-11-13)", true);
        check("ana.sync-conflict-20261113-120000-ABCDEFG", true);
        check("ana_conflict-20261113-120000", true);
        check("ana_MARIA-PC_Nov-13-120000-2026_Conflict", true);
        check("ana-DESKTOP-4F2K9Q1", true);
        check("ana-Marias-MacBook-Pro", true);
        check("ana-MARIA-PC", true);
        check("ana-PC04", true);
        check("ana-SCHOOL0412", true);
        check("ana-lee", false);
        check("ana-Lee", false);
        check("ana-LEE", false);
        check("ana-PC", false);
        check("ana-2B", false);
        check("ana-2", false);
        check("ana-Mac", false);
        check("ana-2026", false);
        check("ana_2", false);
        check("ana-McCopy", false);
        check("anacopy", false);
    }

    #[test]
    fn stubs_name_the_file_they_stand_for() {
        let check = |name: &str, expected: Option<&str>| assert_eq!(stub(name), expected, "{name}");
        check(".reading.yaml.icloud", Some("reading.yaml"));
        check("reading.yaml.lnk", Some("reading.yaml"));
        check("about.gdoc", Some("about"));
        check("about.md", None);
    }
}
