//! Telephone numbers as a school writes them: "555-0162 ext. 14".

/// The number with which `written` begins, and the extension behind it. Anything
/// else, such as a second number, is in neither.
#[must_use]
pub fn telephone(written: &str) -> (&str, Option<&str>) {
    let sign =
        |c: char| c.is_numeric() || matches!(c, '+' | '-' | '‑' | '.' | '(' | ')' | ' ' | '\u{a0}');
    let end = written.find(|c| !sign(c)).unwrap_or(written.len());
    let (number, rest) = written.split_at(end);
    (number.trim(), extension(rest))
}

fn extension(rest: &str) -> Option<&str> {
    const SIGNS: [&str; 4] = ["extension", "ext", "x", "#"];
    let rest = rest.trim_start_matches([',', ';', ' ']);
    let behind = SIGNS.iter().find_map(|sign| {
        let head = rest.get(..sign.len())?;
        head.eq_ignore_ascii_case(sign)
            .then(|| rest.get(sign.len()..))?
    })?;
    let digits = behind.trim_start_matches(['.', ':', '=', ' ', '\u{a0}']);
    let end = digits
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(digits.len());
    digits.get(..end).filter(|digits| !digits.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn extensions_are_told_from_numbers() {
        let check = |written, expected| assert_eq!(telephone(written), expected, "{written}");
        check("555-0142", ("555-0142", None));
        check("+1 (555) 010-0142", ("+1 (555) 010-0142", None));
        check("555-0162 ext. 14", ("555-0162", Some("14")));
        check("555-0162, Ext 14", ("555-0162", Some("14")));
        check("555-0162 x14", ("555-0162", Some("14")));
        check("555-0162 extension: 14", ("555-0162", Some("14")));
        check("555-0162 #14", ("555-0162", Some("14")));
        check("555-0163 / 555-0199", ("555-0163", None));
        check("555-0163 (Room 12)", ("555-0163 (", None));
        check("", ("", None));
    }
}
