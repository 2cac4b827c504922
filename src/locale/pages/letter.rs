//! The letter that gives a reader the address and the code of the pages, or a user name
//! and a password, and the sentence that tells the reader of news.
//!
//! Only the strip at the top of a letter names students. It is cut off before the letter
//! leaves the school, so that a lost letter does not say whose pages it opens.

use serde::Serialize;

use super::parts::call::interpreter;
use crate::locale::Direction;
use crate::locale::localized_text::{LocalizedText, plain};
use crate::locale::localizer::{Localizer, args};
use crate::model::{Person, Reader, School, Student};

/// What a letter is made of, besides its words.
#[derive(Clone, Copy)]
pub struct LetterFacts<'a> {
    /// Whom it is for.
    pub reader: &'a Reader,
    /// The students whose pages the reader may open.
    pub students: &'a [&'a Student],
    /// The address of the reader's folder.
    pub address: &'a str,
    /// What opens the pages.
    pub opens: LetterOpens<'a>,
}

/// What a reader opens the pages with.
#[derive(Clone, Copy)]
pub enum LetterOpens<'a> {
    /// Pages are sealed.
    Code {
        /// The code.
        code: &'a str,
        /// What the square holds: the address, perhaps with the secret that opens the pages.
        link: &'a str,
    },
    /// The host asks who is reading. The square holds the address.
    Login {
        /// The user name.
        user: &'a str,
        /// The password.
        password: &'a str,
    },
}

impl LetterFacts<'_> {
    /// What the square holds.
    fn square(&self) -> &str {
        match self.opens {
            LetterOpens::Code { link, .. } => link,
            LetterOpens::Login { .. } => self.address,
        }
    }
}

/// A letter.
#[derive(Debug, Clone, Serialize)]
pub struct LetterPage {
    /// The language's tag.
    pub lang: String,
    /// Its direction.
    pub dir: Direction,
    /// The school.
    pub school: String,
    /// The part for staff.
    pub strip: LetterStrip,
    /// The words, in the reader's language and then in the school's.
    pub texts: Vec<LetterText>,
    /// The address, in parts between which a line may end.
    pub address: Vec<String>,
    /// The groups of the code. None if there is a user name.
    pub code: Vec<String>,
    /// The user name and the password. `None` if there is a code.
    pub login: Option<[String; 2]>,
    /// What the square holds.
    #[serde(skip)]
    pub link: String,
}

/// What staff need to hand out a letter, in their language.
#[derive(Debug, Clone, Serialize)]
pub struct LetterStrip {
    /// The language's tag.
    pub lang: String,
    /// Its direction.
    pub dir: Direction,
    /// The students.
    pub students: LocalizedText,
    /// The reader, as commands call it.
    pub reader: LocalizedText,
    /// What to do with the strip.
    pub cut: LocalizedText,
}

/// The words of a letter in one language.
#[derive(Debug, Clone, Serialize)]
pub struct LetterText {
    /// The language's tag.
    pub lang: String,
    /// Its direction.
    pub dir: Direction,
    /// What this is.
    pub title: LocalizedText,
    /// When the letter was made.
    pub made: LocalizedText,
    /// What the pages are.
    pub what: LocalizedText,
    /// How to open them.
    pub open: LetterSection,
    /// Above the address.
    pub address: LocalizedText,
    /// Above the code, or above the user name and the password.
    pub labels: Vec<LocalizedText>,
    /// A shared phone, a lost letter, whom to call.
    pub more: Vec<LetterSection>,
}

/// A heading with sentences.
#[derive(Debug, Clone, Serialize)]
pub struct LetterSection {
    /// The heading.
    pub heading: LocalizedText,
    /// The sentences.
    pub lines: Vec<LocalizedText>,
}

/// The letter, in the languages of `localizers`: the reader's, then the school's if that
/// is another one. `staff` is in the school's language.
pub(super) fn page(
    facts: &LetterFacts,
    localizers: &[&Localizer],
    staff: &Localizer,
) -> LetterPage {
    let first = localizers.first().copied().unwrap_or(staff);
    let (code, login) = match facts.opens {
        LetterOpens::Code { code, .. } => (code.split(' ').map(str::to_owned).collect(), None),
        LetterOpens::Login { user, password } => {
            (Vec::new(), Some([user, password].map(str::to_owned)))
        }
    };
    LetterPage {
        lang: first.pack.lang.to_string(),
        dir: first.pack.direction,
        school: first.proper(&first.school.name),
        strip: strip(facts, staff),
        texts: localizers.iter().map(|one| text(facts, one)).collect(),
        address: facts
            .address
            .split_inclusive('/')
            .fold(Vec::new(), joined_slashes),
        code,
        login,
        link: facts.square().to_owned(),
    }
}

/// The two slashes after `https:` stay with what follows.
fn joined_slashes(mut parts: Vec<String>, part: &str) -> Vec<String> {
    match parts
        .last_mut()
        .filter(|last| last.ends_with(":/") || last.ends_with("://"))
    {
        Some(last) => last.push_str(part),
        None => parts.push(part.to_owned()),
    }
    parts
}

fn strip(facts: &LetterFacts, staff: &Localizer) -> LetterStrip {
    let names: Vec<String> = facts
        .students
        .iter()
        .map(|student| staff.proper(&student.name))
        .collect();
    let names = staff.pack.formats.list(&names);
    let reader = facts.reader.id.as_str();
    LetterStrip {
        lang: staff.pack.lang.to_string(),
        dir: staff.pack.direction,
        students: LocalizedText::own(names),
        reader: staff.say_with("access-reader", args([("reader", reader.into())])),
        cut: staff.say("access-cut"),
    }
}

fn text(facts: &LetterFacts, localizer: &Localizer) -> LetterText {
    let today = localizer.date(localizer.today.date());
    let button = localizer.text("lock-forget", args([]));
    let Words {
        labels,
        open,
        forget,
    } = words(facts);
    let say = |id: &&'static str| localizer.say(id);
    LetterText {
        lang: localizer.pack.lang.to_string(),
        dir: localizer.pack.direction,
        title: localizer.say("access-title"),
        made: localizer.say_with("access-made", args([("date", today.into())])),
        what: localizer.say("access-what"),
        open: LetterSection {
            heading: localizer.say("access-open"),
            lines: open.iter().map(say).collect(),
        },
        address: localizer.say("access-address"),
        labels: labels.iter().map(say).collect(),
        more: vec![
            LetterSection {
                heading: localizer.say("access-shared"),
                lines: vec![localizer.say_with(forget, args([("button", button.into())]))],
            },
            LetterSection {
                heading: localizer.say("access-lost"),
                lines: vec![localizer.say("access-lost-do")],
            },
            LetterSection {
                heading: localizer.say("access-questions"),
                lines: call(facts, localizer),
            },
        ],
    }
}

/// The messages that depend on what opens the pages.
struct Words {
    labels: &'static [&'static str],
    open: &'static [&'static str],
    forget: &'static str,
}

fn words(facts: &LetterFacts) -> Words {
    match facts.opens {
        LetterOpens::Code { link, .. } if link == facts.address => Words {
            labels: &["access-code"],
            open: &["access-scan", "access-type"],
            forget: "access-forget",
        },
        LetterOpens::Code { .. } => Words {
            labels: &["access-code"],
            open: &["access-scan-key", "access-type"],
            forget: "access-forget-key",
        },
        LetterOpens::Login { .. } => Words {
            labels: &["access-user", "access-password"],
            open: &["access-scan-login", "access-type-login", "access-exactly"],
            forget: "access-forget-login",
        },
    }
}

/// Whom to call: the case manager if that is one person with a number, or else the
/// school.
fn call(facts: &LetterFacts, localizer: &Localizer) -> Vec<LocalizedText> {
    let school = localizer.school;
    let manager = case_manager(school, facts.students);
    let manager = manager.and_then(|person| Some((person, person.phone.as_ref()?)));
    let first = if let Some((person, phone)) = manager {
        let who = localizer.proper(&person.name);
        let phone = localizer.telephone(phone);
        localizer.say_with("access-call", args([("who", who.into()), ("phone", phone)]))
    } else {
        let phone = localizer.telephone(&school.phone);
        localizer.say_with("access-call-school", args([("phone", phone)]))
    };
    [first].into_iter().chain(interpreter(localizer)).collect()
}

/// The case manager of all `students`. `None` if they have different ones.
fn case_manager<'a>(school: &'a School, students: &[&Student]) -> Option<&'a Person> {
    let (first, rest) = students.split_first()?;
    let same = |student: &&Student| student.case_manager == first.case_manager;
    let one = rest.iter().all(same).then_some(&first.case_manager)?;
    school.staff.get(one)
}

/// "There is something new on your page", with its address.
pub(super) fn news(localizer: &Localizer, address: &str) -> String {
    plain(&localizer.text("access-news", args([("address", address.into())])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_may_be_broken_after_its_folders() {
        let check = |address: &str, expected: &[&str]| {
            let parts = address.split_inclusive('/');
            assert_eq!(parts.fold(Vec::new(), joined_slashes), expected);
        };
        check(
            "https://pages.example.org/families/abc/",
            &["https://pages.example.org/", "families/", "abc/"],
        );
        check("https://a.example/", &["https://a.example/"]);
    }
}
