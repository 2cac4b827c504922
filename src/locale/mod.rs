//! Languages: packs of words and rules, and a student's portfolio told in one
//! of them. Knows no HTML.

mod edition;
mod formats;
mod pack;
mod phrase;
mod speaker;

pub use edition::{
    Asked, Bar, BarPiece, Call, ChangeView, ChangesPage, ChartView, ComingChange, Contact, DayItem,
    DayView, Decided, Edition, Ending, Fact, FinishedGoal, FinishedPage, GoalCard, GoalDecided,
    GoalLink, GoalNumbers, GoalPage, HandoffChange, HandoffGoal, HandoffPage, HomePage, IndexPage,
    Level, MarkView, MeetingView, MeetingsView, MinutesRow, MinutesView, NavItem, NextReview,
    NumbersView, Original, Passage, PersonView, PictureView, ReviewLink, ReviewPage, ReviewsPage,
    Row, Section, ServiceView, Shell, SizeView, StatusView, StepView, StudentView, SupportGroup,
    SupportPage, SupportView, Table, TeamPage, TipView, ToldRow, ToldTable, UpdateView,
    UpdatesPage, Verdict, VerdictTable, edition, handoff,
};
pub use formats::Formats;
pub use pack::{Direction, Pack, PackFile, Packs, built_in};
pub use phrase::{Mark, Phrase, bold_off, plain};
pub use speaker::{Speaker, args};
