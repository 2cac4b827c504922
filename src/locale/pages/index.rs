use serde::Serialize;

use super::change::{self, ComingChange};
use super::home::{self, TipView};
use super::numbers::day_number;
use super::parts::contact_links::{self, Letter};
use super::parts::meeting::{self, MeetingView};
use super::parts::progress_text::ProgressText;
use super::parts::words::{LinkTerms, Links, WordsView};
use super::updates::{self, UpdateView};
use super::{Passage, Section, framed, list, note, passage, section};
use crate::locale::localized_text::LocalizedText;
use crate::locale::localizer::{Localizer, MachineTranslation, args};
use crate::model::{Ask, Date, Goal, Status, Text, VoiceKind};
use crate::progress::{Portfolio, Progress};

/// The first page: the answers to a parent's questions, in their order.
#[derive(Debug, Clone, Serialize)]
pub struct IndexPage {
    /// The page's name, which says nothing about the student.
    pub title: LocalizedText,
    /// What everybody calls the student.
    pub name: String,
    /// The week it is about.
    pub week: LocalizedText,
    /// How the student is doing: the first goals.
    pub goals: Section<Vec<GoalCard>>,
    /// The other goals.
    pub more_goals: Option<Section<Vec<GoalCard>>>,
    /// "Finished goals", where there are any.
    pub finished: Option<LocalizedText>,
    /// Changes of the next weeks.
    pub coming: Option<Section<Vec<ComingChange>>>,
    /// "More about this change".
    pub about_changes: LocalizedText,
    /// The newest update.
    pub new: Section<Option<UpdateView>>,
    /// Whether it is too long for a sheet of paper with everything else.
    pub new_is_long: bool,
    /// Where no update is.
    pub no_updates: LocalizedText,
    /// "All updates".
    pub all_updates: LocalizedText,
    /// One thing to do.
    pub tonight: Option<Section<TipView>>,
    /// "All tips".
    pub all_tips: LocalizedText,
    /// The next meeting.
    pub meet: Section<Option<MeetingView>>,
    /// Where no meeting is planned.
    pub no_meeting: LocalizedText,
    /// Whom to call.
    pub call: Section<Call>,
    /// How to find the page again, and how to show it to others.
    pub keep: Section<Vec<LocalizedText>>,
    /// Who the student is.
    pub student: StudentView,
    /// Said once when some of the page is not in the reader's language.
    pub note: Option<LocalizedText>,
    /// Words to know, where it uses any.
    pub words: Option<WordsView>,
}

impl LinkTerms for IndexPage {
    fn link(&mut self, links: &mut Links) {
        self.new.link(links);
        self.tonight.link(links);
        self.student.about.link(links);
    }
}

/// Who the student is, in people's own words.
#[derive(Debug, Clone, Serialize)]
pub struct StudentView {
    /// What the student does well.
    pub strengths: Option<Section<Vec<LocalizedText>>>,
    /// The student's own words.
    pub voice: Option<Section<LocalizedText>>,
    /// What the family hopes for.
    pub hopes: Option<Section<LocalizedText>>,
    /// What the family asked for.
    pub asks: Option<Section<Vec<Asked>>>,
    /// A few lines about the student.
    pub about: Option<Section<Passage>>,
}

impl StudentView {
    /// Whether anything is written in it.
    pub(super) fn is_told(&self) -> bool {
        let Self {
            strengths,
            voice,
            hopes,
            asks,
            about,
        } = self;
        strengths.is_some()
            || voice.is_some()
            || hopes.is_some()
            || asks.is_some()
            || about.is_some()
    }
}

/// Something the family asked for, and what came of it.
#[derive(Debug, Clone, Serialize)]
pub struct Asked {
    /// "You asked: …"
    pub ask: LocalizedText,
    /// "What we did: …"
    pub did: Option<LocalizedText>,
}

/// One goal, in a sentence.
#[derive(Debug, Clone, Serialize)]
pub struct GoalCard {
    /// The goal's folder.
    pub id: String,
    /// The skill in plain words.
    pub title: LocalizedText,
    /// The status the team recorded.
    pub status: Option<StatusView>,
    /// Now and before.
    pub sentence: LocalizedText,
    /// What is hoped for, and by when, while it is.
    pub hope: Option<LocalizedText>,
    /// Days and values for the small drawing; empty when there are too few.
    #[serde(skip)]
    pub spark: Vec<(i32, f64)>,
    /// How high the goal is in the small drawing.
    #[serde(skip)]
    pub spark_goal: Option<f64>,
}

/// A status: a word and a shape.
#[derive(Debug, Clone, Serialize)]
pub struct StatusView {
    /// Which shape.
    pub key: &'static str,
    /// The word.
    pub text: LocalizedText,
}

/// Whom to call first.
#[derive(Debug, Clone, Serialize)]
pub struct Call {
    /// Who that is.
    pub who: LocalizedText,
    /// Which languages they speak.
    pub speaks: Option<LocalizedText>,
    /// The number, for a link.
    pub phone: String,
    /// The words on the button.
    pub button: LocalizedText,
    /// A text message.
    pub text: Option<Letter>,
    /// An e-mail.
    pub email: Option<Letter>,
    /// The interpreter line.
    pub interpreter: Option<LocalizedText>,
}

/// Characters of an update that fit on a sheet of paper with everything else.
const SHORT_UPDATE: usize = 300;
/// How many goals the first screen shows.
const FIRST_GOALS: usize = 3;
/// Dots from which a small drawing says something.
const SPARK_POINTS: usize = 4;

pub(super) fn page(portfolio: &Portfolio, localizer: &Localizer) -> IndexPage {
    // Parts that say for themselves when they are not translated come first.
    let new = portfolio.updates().next();
    let new = new.map(|update| updates::view(portfolio, localizer, update));
    let tip = portfolio.live_tips().into_iter().next();
    let tip = tip.map(|tip| home::tip(portfolio, localizer, tip, false));
    let student = student(portfolio, localizer);
    let mut cards: Vec<GoalCard> = portfolio
        .open_goals()
        .map(|(goal, progress)| card(portfolio, localizer, goal, progress))
        .collect();
    let more = cards.split_off(cards.len().min(FIRST_GOALS));
    let monday = localizer.pack.formats.month_day(monday(portfolio.today()));
    let next = portfolio.next_meeting();
    let mut page = IndexPage {
        title: localizer.say("page-index"),
        name: localizer.name().to_owned(),
        week: localizer.say_with("week-of", args([("date", monday.into())])),
        goals: section(localizer, "doing", cards),
        more_goals: list(localizer, "more-goals", more),
        finished: portfolio
            .finished_goals()
            .next()
            .map(|_| localizer.say("page-finished")),
        coming: change::coming(portfolio, localizer),
        about_changes: localizer.say("all-changes"),
        new_is_long: new.as_ref().is_some_and(is_long),
        new: section(localizer, "new", new),
        no_updates: localizer.say("no-updates"),
        all_updates: localizer.say("all-updates"),
        tonight: tip.map(|tip| Section {
            label: tonight(localizer, portfolio),
            body: tip,
        }),
        all_tips: localizer.say("all-tips"),
        meet: section(
            localizer,
            "meet",
            next.map(|(day, next)| meeting::view(localizer, day, next)),
        ),
        no_meeting: localizer.say("meet-none"),
        call: section(localizer, "call", call(portfolio, localizer)),
        keep: section(localizer, "keep", keep(localizer)),
        student,
        note: None,
        words: None,
    };
    page.note = note(localizer, localizer.take_foreign());
    page
}

fn is_long(update: &UpdateView) -> bool {
    update.body.markdown.text.chars().count() > SHORT_UPDATE
}

/// Leaves in the speaker's memory what is foreign in it, but for the passage,
/// which says so itself.
fn student(portfolio: &Portfolio, localizer: &Localizer) -> StudentView {
    let student = &portfolio.record.student;
    let words = |text: &Text| localizer.written(text, MachineTranslation::Everyday);
    let line = |label, text: &Option<Text>| {
        let text = text.as_ref();
        text.map(|text| section(localizer, label, words(text)))
    };
    let about = portfolio.record.about.as_ref();
    let about = about.map(|about| section(localizer, "about", passage(localizer, about)));
    localizer.take_foreign();
    StudentView {
        strengths: list(
            localizer,
            "doing-well",
            student.strengths.iter().map(words).collect(),
        ),
        voice: voice(portfolio, localizer),
        hopes: line("hopes", &student.hopes),
        asks: list(
            localizer,
            "asks",
            student
                .asks
                .iter()
                .map(|one| asked(localizer, one))
                .collect(),
        ),
        about,
    }
}

/// What the student made known, and how.
pub(super) fn voice(
    portfolio: &Portfolio,
    localizer: &Localizer,
) -> Option<Section<LocalizedText>> {
    let voice = portfolio.record.student.voice.as_ref()?;
    let label = match voice.kind {
        VoiceKind::Said => "voice",
        VoiceKind::Wrote => "voice-wrote",
        VoiceKind::Drew => "voice-drew",
    };
    let words = localizer.written(&voice.text, MachineTranslation::Everyday);
    Some(section(localizer, label, words))
}

fn asked(localizer: &Localizer, ask: &Ask) -> Asked {
    let around = |id: &str, text: &Text| {
        let words = localizer.written(text, MachineTranslation::Everyday);
        let args = args([("what", words.text.clone().into())]);
        framed(localizer, id, args, words)
    };
    Asked {
        ask: around("you-asked", &ask.ask),
        did: ask.did.as_ref().map(|did| around("we-did", did)),
    }
}

fn monday(day: Date) -> Date {
    let back = i64::from(day.weekday().to_monday_zero_offset());
    day.checked_sub(jiff::Span::new().days(back)).unwrap_or(day)
}

/// How the newest review says that `goal` stands, and the day of that review.
pub(super) fn status(
    portfolio: &Portfolio,
    localizer: &Localizer,
    goal: &Goal,
) -> Option<StatusView> {
    let (day, review) = portfolio.review(goal)?;
    let StatusView { key, text } = status_view(localizer, review.status?);
    let dated = args([
        ("status", text.text.clone().into()),
        // One line holds the whole date.
        ("date", localizer.day(day).replace(' ', "\u{a0}").into()),
    ]);
    let text = framed(localizer, "status-dated", dated, text);
    Some(StatusView { key, text })
}

pub(super) fn status_view(localizer: &Localizer, status: Status) -> StatusView {
    let (key, id) = match status {
        Status::Met => ("met", "status-met"),
        Status::Ahead => ("ahead", "status-ahead"),
        Status::OnPath => ("on-path", "status-on-path"),
        Status::Changing => ("changing", "status-changing"),
        Status::Steady => ("steady", "status-steady"),
        Status::Early => ("early", "status-early"),
        Status::Paused => ("paused", "status-paused"),
    };
    StatusView {
        key,
        text: localizer.say(id),
    }
}

fn card(
    portfolio: &Portfolio,
    localizer: &Localizer,
    goal: &Goal,
    progress: &Progress,
) -> GoalCard {
    let progress_text = ProgressText::new(portfolio, localizer, goal, progress);
    let points = || {
        progress
            .points()
            .map(|point| (day_number(point.date), point.value))
    };
    let drawn = progress.points().count() >= SPARK_POINTS && !goal.measure.ordinal();
    GoalCard {
        id: goal.id.to_string(),
        title: localizer.written(&goal.title, MachineTranslation::Everyday),
        status: status(portfolio, localizer, goal),
        sentence: progress_text.now(),
        hope: progress_text.card_goal(),
        spark_goal: (!progress_text.over).then_some(goal.target),
        spark: if drawn {
            points().collect()
        } else {
            Vec::new()
        },
    }
}

/// The heading of the one tip: "Tonight" only over one that has its time then.
fn tonight(localizer: &Localizer, portfolio: &Portfolio) -> LocalizedText {
    let tips = portfolio.live_tips();
    let tip = tips.first().filter(|tip| tip.routine.of_an_evening());
    match tip.and_then(|tip| tip.minutes) {
        Some(minutes) => {
            localizer.say_with("tonight", args([("minutes", localizer.number(minutes))]))
        }
        None => localizer.say("tonight-any"),
    }
}

fn keep(localizer: &Localizer) -> Vec<LocalizedText> {
    let ways = ["keep-iphone", "keep-android", "keep-bookmark", "keep-show"];
    let mut lines: Vec<LocalizedText> = ways.iter().map(|id| localizer.say(id)).collect();
    let phone = localizer.telephone(&localizer.school.phone);
    lines.push(localizer.say_with("keep-private", args([("phone", phone)])));
    lines
}

pub(super) fn call(portfolio: &Portfolio, localizer: &Localizer) -> Call {
    let school = localizer.school;
    let person = school.staff.get(&portfolio.record.student.case_manager);
    // The school's own where the person has none.
    let phone = person
        .and_then(|person| person.phone.as_ref())
        .unwrap_or(&school.phone);
    let text = person.and_then(|person| person.text_phone.as_ref());
    let text = text.or(school.text_phone.as_ref());
    let email = person.and_then(|person| person.email.as_ref());
    let email = email.or(school.email.as_ref());
    let name = person.map_or_else(
        || localizer.proper(&school.name),
        |person| localizer.proper(&person.name),
    );
    let speaks = person
        .filter(|person| !person.languages.is_empty())
        .map(|person| {
            let names: Vec<String> = person
                .languages
                .iter()
                .map(|lang| localizer.language_name(lang))
                .collect();
            localizer.say_with(
                "speaks",
                args([("languages", localizer.pack.formats.list(&names).into())]),
            )
        });
    // Those who read the school's own language need no interpreter.
    let line = school
        .interpreter
        .as_ref()
        .filter(|_| localizer.pack.lang != school.language);
    let interpreter = line.map(|line| {
        let id = if line.free {
            "call-interpreter"
        } else {
            "call-interpreter-paid"
        };
        localizer.say_with(id, args([("phone", localizer.telephone(&line.phone))]))
    });
    Call {
        who: localizer.sentence("call-first", args([("who", name.into())])),
        speaks,
        phone: phone.clone(),
        button: localizer.say_with("call-button", args([("phone", localizer.telephone(phone))])),
        text: text.map(|phone| contact_links::text(localizer, phone)),
        email: email.map(|email| contact_links::email(localizer, email)),
        interpreter,
    }
}
