//! The pages around sealed ones.

use tera::Context;

use crate::locale::{Direction, Packs, ReaderPage, lock_screens};
use crate::model::{Access, Lang, School};
use crate::theme::{POLICY, Theme};

/// What a page in front of a sealed one is for, as the format names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LockRole {
    /// The address in a letter.
    Reader,
    /// The first page of a site.
    Site,
    /// Any other page of a site.
    Page,
    /// The address of a reader who may open nothing anymore.
    Closed,
}

impl LockRole {
    fn name(self) -> &'static str {
        match self {
            Self::Reader => "reader",
            Self::Site => "site",
            Self::Page => "page",
            Self::Closed => "closed",
        }
    }
}

/// The page in front of sealed ones, in `languages`. `data` stands where the sealed data
/// goes. It names nobody: whoever runs the host can read it.
///
/// # Errors
/// The template engine's message.
pub fn lock(
    role: LockRole,
    languages: &[Lang],
    packs: &Packs,
    school: &School,
    theme: &Theme,
    data: &str,
) -> Result<String, String> {
    let (direction, mut context) = screens(languages, packs);
    context.insert("role", role.name());
    context.insert("phone", &school.phone);
    context.insert("data", data);
    theme.lock(direction, context)
}

/// The page at the top of the host, in `languages`. It names nobody: everyone can read it.
///
/// # Errors
/// The template engine's message.
pub fn top(languages: &[Lang], packs: &Packs, theme: &Theme) -> Result<String, String> {
    let (direction, mut context) = screens(languages, packs);
    context.insert("policy", POLICY);
    theme.render(direction, "top.html", &context)
}

/// The words in `languages`, and the direction of the first one.
fn screens(languages: &[Lang], packs: &Packs) -> (Direction, Context) {
    let mut screens = lock_screens(languages, packs);
    if screens.is_empty() {
        screens = lock_screens(&[Lang::new("en")], packs);
    }
    let first = screens.first();
    let direction = first.map_or(Direction::Ltr, |screen| screen.dir);
    let mut context = Context::new();
    context.insert("languages", &screens);
    (direction, context)
}

/// The list of students of a reader who may open the pages of several. Where pages are
/// plain, it is the reader's own page, and opens the pages of an only student by itself.
///
/// # Errors
/// The template engine's message.
pub fn reader(page: &ReaderPage, access: Access, theme: &Theme) -> Result<String, String> {
    let mut context = Context::new();
    context.insert("sealed", &(access == Access::Sealed));
    context.insert("page", page);
    context.insert("policy", POLICY);
    theme.render(page.dir, "reader.html", &context)
}
