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
pub use localized_text::{LocalizedText, Mark, TERM, TERM_END, plain, strip_markup, term_id};
pub use localizer::{Localizer, args};
pub use pack::{Direction, Pack, PackFile, Packs, built_in};
pub use pages::{
    AboutPage, Asked, Bar, BarPiece, Call, ChangeView, ChangesPage, ComingChange, Contact, DayItem,
    DayView, Decided, Ending, Fact, FinishedGoal, FinishedPage, GoalCard, GoalDecided, GoalLink,
    GoalNumbers, GoalPage, GoalWords, GuideItem, GuideView, HandoffChange, HandoffGoal,
    HandoffPage, HomePage, Iep, IndexPage, ItemGroup, Keeping, KeyItem, Letter, Level, Levels,
    LocalizedSite, MeetingView, MeetingsView, MinutesRow, MinutesView, NavItem, NextReview,
    NumbersView, Original, PartnerView, PartnersView, Parts, Passage, PersonView, PictureView,
    PrintGoal, PrintPage, ReviewLink, ReviewPage, ReviewsPage, Row, Section, ServiceView, Shell,
    SizeView, StaffSummaryText, StatusView, StepCell, StepGrid, StepRow, StepView, StudentView,
    SupportGroup, SupportPage, SupportView, Table, TeamPage, TermView, TipView, ToldRow, ToldTable,
    UpdateView, UpdatesPage, Verdict, VerdictTable, WordsView, handoff, localized_site, standing,
};
pub use telephone::telephone;
