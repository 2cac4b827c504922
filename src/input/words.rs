//! The names of months and weekdays, as people write them.

use jiff::civil::Weekday;

use super::plain::unaccented;

/// Months in English, Spanish and Arabic, in lower case and without accents.
const MONTHS: [(&str, i8); 39] = [
    ("january", 1),
    ("february", 2),
    ("march", 3),
    ("april", 4),
    ("may", 5),
    ("june", 6),
    ("july", 7),
    ("august", 8),
    ("september", 9),
    ("october", 10),
    ("november", 11),
    ("december", 12),
    ("enero", 1),
    ("febrero", 2),
    ("marzo", 3),
    ("abril", 4),
    ("mayo", 5),
    ("junio", 6),
    ("julio", 7),
    ("agosto", 8),
    ("septiembre", 9),
    ("setiembre", 9),
    ("octubre", 10),
    ("noviembre", 11),
    ("diciembre", 12),
    ("يناير", 1),
    ("فبراير", 2),
    ("مارس", 3),
    ("ابريل", 4),
    ("مايو", 5),
    ("يونيو", 6),
    ("يوليو", 7),
    ("اغسطس", 8),
    ("سبتمبر", 9),
    ("اكتوبر", 10),
    ("نوفمبر", 11),
    ("ديسمبر", 12),
    ("ايلول", 9),
    ("نيسان", 4),
];

/// Weekdays in English and Spanish, in lower case and without accents.
const WEEKDAYS: [(&str, Weekday); 14] = [
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
    ("lunes", Weekday::Monday),
    ("martes", Weekday::Tuesday),
    ("miercoles", Weekday::Wednesday),
    ("jueves", Weekday::Thursday),
    ("viernes", Weekday::Friday),
    ("sabado", Weekday::Saturday),
    ("domingo", Weekday::Sunday),
];

/// Small numbers in words, in English and Spanish.
const COUNTS: [(&str, u32); 22] = [
    ("once", 1),
    ("one", 1),
    ("twice", 2),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("una", 1),
    ("dos", 2),
    ("tres", 3),
    ("cuatro", 4),
    ("cinco", 5),
    ("seis", 6),
    ("siete", 7),
    ("ocho", 8),
    ("nueve", 9),
    ("diez", 10),
];

/// The number that a word means.
pub(super) fn count_word(word: &str) -> Option<u32> {
    let found = COUNTS.iter().find(|(name, _)| *name == word);
    found.map(|(_, count)| *count)
}

/// The month of a name, or of its first letters: `sept.`, `Aug`.
pub(super) fn month(word: &str) -> Option<i8> {
    begun(word, &MONTHS)
}

/// The day of the week of a name, or of its first letters: `Thurs.`, `mié`.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    begun(word, &WEEKDAYS)
}

/// What the name that begins with `word` stands for: three letters or more, a
/// point or a plural ending after them aside.
fn begun<T: Copy + PartialEq>(word: &str, names: &[(&str, T)]) -> Option<T> {
    let word = unaccented(word.trim_end_matches(['.', ','])).to_lowercase();
    let whole = names.iter().find(|(name, _)| {
        word.strip_prefix(name)
            .is_some_and(|rest| matches!(rest, "" | "s"))
    });
    if let Some((_, value)) = whole {
        return Some(*value);
    }
    if word.chars().count() < 3 {
        return None;
    }
    let mut meant = names.iter().filter(|(name, _)| name.starts_with(&word));
    let (_, first) = meant.next()?;
    meant.all(|(_, other)| other == first).then_some(*first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_and_weekdays_are_known_by_their_first_letters() {
        let check = |word: &str, expected: (Option<i8>, Option<Weekday>)| {
            assert_eq!((month(word), weekday(word)), expected, "{word}");
        };
        check("September", (Some(9), None));
        check("sept.", (Some(9), None));
        check("agosto", (Some(8), None));
        check("set", (Some(9), None));
        check("أغسطس", (Some(8), None));
        check("Thurs", (None, Some(Weekday::Thursday)));
        check("Mondays", (None, Some(Weekday::Monday)));
        check("miércoles", (None, Some(Weekday::Wednesday)));
        check("sábado", (None, Some(Weekday::Saturday)));
        check("mar", (Some(3), Some(Weekday::Tuesday)));
        check("ju", (None, None));
        check("word", (None, None));
        check("", (None, None));
    }
}
