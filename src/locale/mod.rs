//! Languages: packs of words and rules, and a student's portfolio told in one
//! of them. Knows no HTML.

mod formats;
mod glossary;
mod lint;
mod localized_text;
mod localizer;
mod pack;
mod pages;
mod telephone;

pub use formats::Formats;
pub use glossary::Glossary;
pub use localized_text::{Mark, Phrase, TERM, TERM_END, bold_off, plain, term_id};
pub use localizer::{Speaker, args};
pub use pack::{Direction, Pack, PackFile, Packs, built_in};
pub use pages::{
    AboutPage, Asked, Bar, BarPiece, Call, ChangeView, ChangesPage, ChartView, ComingChange,
    Contact, DayItem, DayView, Decided, Edition, Ending, Fact, FinishedGoal, FinishedPage,
    GoalCard, GoalDecided, GoalLink, GoalNumbers, GoalPage, GoalWords, GuideItem, GuideView,
    HandoffChange, HandoffGoal, HandoffPage, HomePage, Iep, IndexPage, ItemGroup, Keeping, KeyItem,
    Letter, Level, Levels, MarkView, MeetingView, MeetingsView, MinutesRow, MinutesView, NavItem,
    NextReview, NumbersView, Original, PartnerView, PartnersView, Parts, Passage, PersonView,
    PictureView, PrintGoal, PrintPage, ReviewLink, ReviewPage, ReviewsPage, Row, Section,
    ServiceView, Shell, SizeView, StandingWords, StatusView, StepCell, StepGrid, StepRow, StepView,
    StudentView, SupportGroup, SupportPage, SupportView, Table, TeamPage, TermView, TipView,
    ToldRow, ToldTable, UpdateView, UpdatesPage, Verdict, VerdictTable, WordsView, edition,
    handoff, standing,
};
pub use telephone::telephone;
