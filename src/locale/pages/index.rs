use serde::Serialize;

use super::super::localized_text::Phrase;
use super::super::localizer::{Speaker, Weight, args};
use super::change::{self, ComingChange};
use super::contact_links::{self, Letter};
use super::home::{self, TipView};
use super::meeting::{self, MeetingView};
use super::numbers::day_number;
use super::progress_text::Teller;
use super::updates::{self, UpdateView};
use super::words::{Links, Running, WordsView};
use super::{Passage, Section, framed, list, note, passage, section};
use crate::model::{Ask, Date, Goal, Status, Text, VoiceKind};
use crate::progress::{Portfolio, Progress};

/// The first page: the answers to a parent's questions, in their order.
#[derive(Debug, Clone, Serialize)]
pub struct IndexPage {
    /// The page's name, which says nothing about the student.
    pub title: Phrase,
    /// What everybody calls the student.
    pub name: String,
    /// The week it is about.
    pub week: Phrase,
    /// How the student is doing: the first goals.
    pub goals: Section<Vec<GoalCard>>,
    /// The other goals.
    pub more_goals: Option<Section<Vec<GoalCard>>>,
    /// "Finished goals", where there are any.
    pub finished: Option<Phrase>,
    /// Changes of the next weeks.
    pub coming: Option<Section<Vec<ComingChange>>>,
    /// "More about this change".
    pub about_changes: Phrase,
    /// The newest update.
    pub new: Section<Option<UpdateView>>,
    /// Whether it is too long for a sheet of paper with everything else.
    pub new_is_long: bool,
    /// Where no update is.
    pub no_updates: Phrase,
    /// "All updates".
    pub all_updates: Phrase,
    /// One thing to do.
    pub tonight: Option<Section<TipView>>,
    /// "All tips".
    pub all_tips: Phrase,
    /// The next meeting.
    pub meet: Section<Option<MeetingView>>,
    /// Where no meeting is planned.
    pub no_meeting: Phrase,
    /// Whom to call.
    pub call: Section<Call>,
    /// How to find the page again, and how to show it to others.
    pub keep: Section<Vec<Phrase>>,
    /// Who the student is.
    pub student: StudentView,
    /// Said once when some of the page is not in the reader's language.
    pub note: Option<Phrase>,
    /// Words to know, where it uses any.
    pub words: Option<WordsView>,
}

impl Running for IndexPage {
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
    pub strengths: Option<Section<Vec<Phrase>>>,
    /// The student's own words.
    pub voice: Option<Section<Phrase>>,
    /// What the family hopes for.
    pub hopes: Option<Section<Phrase>>,
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
    pub ask: Phrase,
    /// "What we did: …"
    pub did: Option<Phrase>,
}

/// One goal, in a sentence.
#[derive(Debug, Clone, Serialize)]
pub struct GoalCard {
    /// The goal's folder.
    pub id: String,
    /// The skill in plain words.
    pub title: Phrase,
    /// The status the team recorded.
    pub status: Option<StatusView>,
    /// Now and before.
    pub sentence: Phrase,
    /// What is hoped for, and by when, while it is.
    pub hope: Option<Phrase>,
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
    pub text: Phrase,
}

/// Whom to call first.
#[derive(Debug, Clone, Serialize)]
pub struct Call {
    /// Who that is.
    pub who: Phrase,
    /// Which languages they speak.
    pub speaks: Option<Phrase>,
    /// The number, for a link.
    pub phone: String,
    /// The words on the button.
    pub button: Phrase,
    /// A text message.
    pub text: Option<Letter>,
    /// An e-mail.
    pub email: Option<Letter>,
    /// The interpreter line.
    pub interpreter: Option<Phrase>,
}

/// Characters of an update that fit on a sheet of paper with everything else.
const SHORT_UPDATE: usize = 300;
/// How many goals the first screen shows.
const FIRST_GOALS: usize = 3;
/// Dots from which a small drawing says something.
const SPARK_POINTS: usize = 4;

pub(super) fn page(portfolio: &Portfolio, speaker: &Speaker) -> IndexPage {
    // Parts that say for themselves when they are not translated come first.
    let new = portfolio.updates().next();
    let new = new.map(|update| updates::view(portfolio, speaker, update));
    let tip = portfolio.live_tips().into_iter().next();
    let tip = tip.map(|tip| home::tip(portfolio, speaker, tip, false));
    let student = student(portfolio, speaker);
    let mut cards: Vec<GoalCard> = portfolio
        .open_goals()
        .map(|(goal, progress)| card(portfolio, speaker, goal, progress))
        .collect();
    let more = cards.split_off(cards.len().min(FIRST_GOALS));
    let monday = speaker.pack.formats.month_day(monday(portfolio.today()));
    let next = portfolio.next_meeting();
    let mut page = IndexPage {
        title: speaker.say("page-index"),
        name: speaker.name().to_owned(),
        week: speaker.say_with("week-of", args([("date", monday.into())])),
        goals: section(speaker, "doing", cards),
        more_goals: list(speaker, "more-goals", more),
        finished: portfolio
            .finished_goals()
            .next()
            .map(|_| speaker.say("page-finished")),
        coming: change::coming(portfolio, speaker),
        about_changes: speaker.say("all-changes"),
        new_is_long: new.as_ref().is_some_and(is_long),
        new: section(speaker, "new", new),
        no_updates: speaker.say("no-updates"),
        all_updates: speaker.say("all-updates"),
        tonight: tip.map(|tip| Section {
            label: tonight(speaker, portfolio),
            body: tip,
        }),
        all_tips: speaker.say("all-tips"),
        meet: section(
            speaker,
            "meet",
            next.map(|(day, next)| meeting::view(speaker, day, next)),
        ),
        no_meeting: speaker.say("meet-none"),
        call: section(speaker, "call", call(portfolio, speaker)),
        keep: section(speaker, "keep", keep(speaker)),
        student,
        note: None,
        words: None,
    };
    page.note = note(speaker, speaker.take_foreign());
    page
}

fn is_long(update: &UpdateView) -> bool {
    update.body.markdown.text.chars().count() > SHORT_UPDATE
}

/// Leaves in the speaker's memory what is foreign in it, but for the passage,
/// which says so itself.
fn student(portfolio: &Portfolio, speaker: &Speaker) -> StudentView {
    let student = &portfolio.record.student;
    let words = |text: &Text| speaker.written(text, Weight::Everyday);
    let line = |label, text: &Option<Text>| {
        let text = text.as_ref();
        text.map(|text| section(speaker, label, words(text)))
    };
    let about = portfolio.record.about.as_ref();
    let about = about.map(|about| section(speaker, "about", passage(speaker, about)));
    speaker.take_foreign();
    StudentView {
        strengths: list(
            speaker,
            "doing-well",
            student.strengths.iter().map(words).collect(),
        ),
        voice: voice(portfolio, speaker),
        hopes: line("hopes", &student.hopes),
        asks: list(
            speaker,
            "asks",
            student.asks.iter().map(|one| asked(speaker, one)).collect(),
        ),
        about,
    }
}

/// What the student made known, and how.
pub(super) fn voice(portfolio: &Portfolio, speaker: &Speaker) -> Option<Section<Phrase>> {
    let voice = portfolio.record.student.voice.as_ref()?;
    let label = match voice.kind {
        VoiceKind::Said => "voice",
        VoiceKind::Wrote => "voice-wrote",
        VoiceKind::Drew => "voice-drew",
    };
    let words = speaker.written(&voice.text, Weight::Everyday);
    Some(section(speaker, label, words))
}

fn asked(speaker: &Speaker, ask: &Ask) -> Asked {
    let around = |id: &str, text: &Text| {
        let words = speaker.written(text, Weight::Everyday);
        let args = args([("what", words.text.clone().into())]);
        framed(speaker, id, args, words)
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
pub(super) fn status(portfolio: &Portfolio, speaker: &Speaker, goal: &Goal) -> Option<StatusView> {
    let (day, review) = portfolio.review(goal)?;
    let StatusView { key, text } = status_view(speaker, review.status?);
    let dated = args([
        ("status", text.text.clone().into()),
        // One line holds the whole date.
        ("date", speaker.day(day).replace(' ', "\u{a0}").into()),
    ]);
    let text = framed(speaker, "status-dated", dated, text);
    Some(StatusView { key, text })
}

pub(super) fn status_view(speaker: &Speaker, status: Status) -> StatusView {
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
        text: speaker.say(id),
    }
}

fn card(portfolio: &Portfolio, speaker: &Speaker, goal: &Goal, progress: &Progress) -> GoalCard {
    let teller = Teller::new(portfolio, speaker, goal, progress);
    let points = || {
        progress
            .points()
            .map(|point| (day_number(point.date), point.value))
    };
    let drawn = progress.points().count() >= SPARK_POINTS && !goal.measure.ordinal();
    GoalCard {
        id: goal.id.to_string(),
        title: speaker.written(&goal.title, Weight::Everyday),
        status: status(portfolio, speaker, goal),
        sentence: teller.now(),
        hope: teller.card_goal(),
        spark_goal: (!teller.over).then_some(goal.target),
        spark: if drawn {
            points().collect()
        } else {
            Vec::new()
        },
    }
}

/// The heading of the one tip: "Tonight" only over one that has its time then.
fn tonight(speaker: &Speaker, portfolio: &Portfolio) -> Phrase {
    let tips = portfolio.live_tips();
    let tip = tips.first().filter(|tip| tip.routine.of_an_evening());
    match tip.and_then(|tip| tip.minutes) {
        Some(minutes) => speaker.say_with("tonight", args([("minutes", speaker.number(minutes))])),
        None => speaker.say("tonight-any"),
    }
}

fn keep(speaker: &Speaker) -> Vec<Phrase> {
    let ways = ["keep-iphone", "keep-android", "keep-bookmark", "keep-show"];
    let mut lines: Vec<Phrase> = ways.iter().map(|id| speaker.say(id)).collect();
    let phone = speaker.telephone(&speaker.school.phone);
    lines.push(speaker.say_with("keep-private", args([("phone", phone)])));
    lines
}

pub(super) fn call(portfolio: &Portfolio, speaker: &Speaker) -> Call {
    let school = speaker.school;
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
        || speaker.proper(&school.name),
        |person| speaker.proper(&person.name),
    );
    let speaks = person
        .filter(|person| !person.languages.is_empty())
        .map(|person| {
            let names: Vec<String> = person
                .languages
                .iter()
                .map(|lang| speaker.language_name(lang))
                .collect();
            speaker.say_with(
                "speaks",
                args([("languages", speaker.pack.formats.list(&names).into())]),
            )
        });
    // Those who read the school's own language need no interpreter.
    let line = school
        .interpreter
        .as_ref()
        .filter(|_| speaker.pack.lang != school.language);
    let interpreter = line.map(|line| {
        let id = if line.free {
            "call-interpreter"
        } else {
            "call-interpreter-paid"
        };
        speaker.say_with(id, args([("phone", speaker.telephone(&line.phone))]))
    });
    Call {
        who: speaker.sentence("call-first", args([("who", name.into())])),
        speaks,
        phone: phone.clone(),
        button: speaker.say_with("call-button", args([("phone", speaker.telephone(phone))])),
        text: text.map(|phone| contact_links::text(speaker, phone)),
        email: email.map(|email| contact_links::email(speaker, email)),
        interpreter,
    }
}
