//! Languages: packs of words and rules, and a student's portfolio told in one
//! of them. Knows no HTML.

mod edition;
mod formats;
mod pack;
mod phrase;
mod speaker;

pub use edition::{
    Call, ChartView, Contact, Decided, Edition, Fact, GoalCard, GoalLink, GoalPage, HomePage,
    IndexPage, Level, MarkView, MeetingView, NavItem, NumbersView, Original, Passage, PersonView,
    PictureView, Row, Section, ServiceView, Shell, SizeView, StatusView, StudentView, SupportGroup,
    SupportPage, Table, TeamPage, TipView, UpdateView, UpdatesPage, edition,
};
pub use formats::Formats;
pub use pack::{Direction, Pack, PackFile, Packs, built_in};
pub use phrase::{Mark, Phrase, bold_off, plain};
pub use speaker::{Speaker, args};
