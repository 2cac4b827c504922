//! The code that a reader types: six groups of five digits.

use std::fmt;

use pbkdf2::pbkdf2_hmac_array;
use sha2::Sha256;
use zeroize::Zeroizing;

use super::key::Key;

/// How often a code is hashed before it is a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rounds(u32);

/// As OWASP's Password Storage Cheat Sheet recommends for PBKDF2 with SHA-256.
impl Default for Rounds {
    fn default() -> Self {
        Self(600_000)
    }
}

impl Rounds {
    /// This many rounds. `None` if a page asks for so few that the code could be
    /// guessed, or so many that a phone would hang.
    #[must_use]
    pub fn new(rounds: u64) -> Option<Self> {
        let rounds = u32::try_from(rounds).ok()?;
        (100_000..=5_000_000)
            .contains(&rounds)
            .then_some(Self(rounds))
    }

    /// How many there are.
    #[must_use]
    pub fn count(self) -> u32 {
        self.0
    }
}

const GROUPS: usize = 6;
/// The digits of a group without its check digit.
const RANDOM: usize = 4;
/// The digits of a group as it is shown.
const SHOWN: usize = RANDOM + 1;

/// Twenty-four random digits.
#[derive(Clone, PartialEq, Eq)]
pub struct Code(Zeroizing<[[u8; RANDOM]; GROUPS]>);

/// Why typed digits are no code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mistyped {
    /// There are other than thirty digits.
    Digits(usize),
    /// The check digit of this group is wrong; the first group is 1.
    Group(usize),
}

impl Code {
    /// The code that follows from random bytes: eight for each group. The remainder is
    /// uneven by less than one in 2⁵⁰.
    pub(super) fn from_random(random: &[u8; GROUPS * 8]) -> Self {
        let mut groups = [[0; RANDOM]; GROUPS];
        for (group, bytes) in groups.iter_mut().zip(random.chunks_exact(8)) {
            let bytes: [u8; 8] = bytes.try_into().unwrap_or_default();
            let mut number = u64::from_be_bytes(bytes) % 10_u64.pow(4);
            for digit in group.iter_mut().rev() {
                *digit = u8::try_from(number % 10).unwrap_or_default();
                number /= 10;
            }
        }
        Self(Zeroizing::new(groups))
    }

    /// Reads a code as people type it: in digits of any script, with anything between.
    ///
    /// # Errors
    /// What to look at again.
    pub fn read(typed: &str) -> Result<Self, Mistyped> {
        let digits: Vec<u8> = typed.chars().filter_map(digit).collect();
        if digits.len() != GROUPS * SHOWN {
            return Err(Mistyped::Digits(digits.len()));
        }
        let mut groups = [[0; RANDOM]; GROUPS];
        let typed = digits.chunks_exact(SHOWN);
        for (number, (group, typed)) in (1..).zip(groups.iter_mut().zip(typed)) {
            let (digits, check) = typed.split_at(RANDOM);
            group.copy_from_slice(digits);
            if check.first() != Some(&check_digit(number, *group)) {
                return Err(Mistyped::Group(number.into()));
            }
        }
        Ok(Self(Zeroizing::new(groups)))
    }

    /// Makes a key of the code. This takes about a tenth of a second, on purpose.
    #[must_use]
    pub fn stretch(&self, salt: &[u8; 16], rounds: Rounds) -> Key {
        let digits = self.0.iter().flatten().map(|digit| b'0' + digit);
        let password: Zeroizing<Vec<u8>> = Zeroizing::new(digits.collect());
        Key::new(pbkdf2_hmac_array::<Sha256, 32>(&password, salt, rounds.0))
    }
}

/// The groups with their check digits, as a letter shows them.
impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        for (number, group) in (1..).zip(self.0.iter()) {
            if number > 1 {
                f.write_str(" ")?;
            }
            for digit in group {
                write!(f, "{digit}")?;
            }
            write!(f, "{}", check_digit(number, *group))?;
        }
        Ok(())
    }
}

/// Damm's quasigroup of order 10 (H. M. Damm, "Total anti-symmetrische Quasigruppen",
/// Marburg 2004).
const DAMM: [[u8; 10]; 10] = [
    [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
    [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
    [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
    [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
    [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
    [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
    [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
    [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
    [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
    [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
];

/// The check digit of a group. The group's number counts, too: two groups that changed
/// places are noticed.
fn check_digit(number: u8, group: [u8; RANDOM]) -> u8 {
    let step = |check: u8, digit: &u8| {
        let row = DAMM.get(usize::from(check));
        row.and_then(|row| row.get(usize::from(*digit)).copied())
            .unwrap_or_default()
    };
    let start = step(0, &number);
    group.iter().fold(start, step)
}

/// The value of a decimal digit of any script. Unicode has them in runs of ten.
fn digit(c: char) -> Option<u8> {
    if let Some(digit) = c.to_digit(10) {
        return u8::try_from(digit).ok();
    }
    let zero = ZEROS.iter().rev().find(|zero| **zero <= c)?;
    let value = u32::from(c) - u32::from(*zero);
    u8::try_from(value).ok().filter(|value| *value < 10)
}

/// The zeros of the scripts that people type in, in order: Arabic, Persian, N'Ko,
/// Devanagari, Bengali, Gurmukhi, Gujarati, Odia, Tamil, Telugu, Kannada, Malayalam,
/// Thai, Lao, Tibetan, Myanmar, Khmer, Mongolian, full width.
const ZEROS: [char; 19] = [
    '\u{660}', '\u{6F0}', '\u{7C0}', '\u{966}', '\u{9E6}', '\u{A66}', '\u{AE6}', '\u{B66}',
    '\u{BE6}', '\u{C66}', '\u{CE6}', '\u{D66}', '\u{E50}', '\u{ED0}', '\u{F20}', '\u{1040}',
    '\u{17E0}', '\u{1810}', '\u{FF10}',
];

#[cfg(test)]
mod tests {
    use super::*;

    fn code() -> Code {
        Code::from_random(&std::array::from_fn(|at| u8::try_from(at * 5).unwrap()))
    }

    #[test]
    fn a_code_can_be_typed_as_people_type() {
        let shown = code().to_string();
        assert_eq!(shown.len(), 6 * 5 + 5);
        let check = |typed: &str| assert!(Code::read(typed) == Ok(code()), "{typed}");
        check(&shown);
        check(&shown.replace(' ', ""));
        check(&shown.replace(' ', "-"));
        check(&format!(" {} .\n", shown.replace(' ', " – ")));
        for zero in ZEROS {
            let foreign = |c: char| {
                let value = c.to_digit(10).map(|digit| u32::from(zero) + digit);
                value.and_then(char::from_u32).unwrap_or(c)
            };
            check(&shown.chars().map(foreign).collect::<String>());
        }
    }

    #[test]
    fn every_usual_mistake_is_found_in_its_group() {
        let shown: Vec<char> = code().to_string().replace(' ', "").chars().collect();
        let read = |typed: &[char]| Code::read(&typed.iter().collect::<String>()).err();
        for at in 0..shown.len() {
            for digit in '0'..='9' {
                let mut typed = shown.clone();
                typed[at] = digit;
                let wrong = (digit != shown[at]).then_some(Mistyped::Group(at / 5 + 1));
                assert_eq!(read(&typed), wrong);
            }
            if at % 5 < 4 && shown[at] != shown[at + 1] {
                let mut typed = shown.clone();
                typed.swap(at, at + 1);
                assert_eq!(read(&typed), Some(Mistyped::Group(at / 5 + 1)));
            }
        }
        for group in 0..5 {
            let mut typed = shown.clone();
            typed[group * 5..group * 5 + 10].rotate_left(5);
            assert_eq!(read(&typed), Some(Mistyped::Group(group + 1)));
        }
        assert_eq!(read(&shown[1..]), Some(Mistyped::Digits(29)));
        assert_eq!(read(&[]), Some(Mistyped::Digits(0)));
    }
}
