//! Texts that every student shares.

use std::collections::BTreeMap;

use super::context::Context;
use super::fields::Fields;
use super::prose::{self, Folder};
use super::shared;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{
    Library, PromptHierarchy, PromptLevel, Role, Routine, Support, SupportKind, Tip, TipId,
};
use crate::parse::{Group, Groups, Node, RawFile};

/// Reads everything below `library/`.
pub(super) fn read(context: &Context, groups: &Groups) -> Library {
    let mut library = Library::default();
    let no_files = BTreeMap::new();
    let folder = Folder {
        root: "library",
        attachments: &no_files,
    };
    for (key, group) in groups {
        let below = key.strip_prefix("library/");
        let (Some(raw), Some(below)) = (&group.original, below) else {
            continue;
        };
        match below.split_once('/') {
            Some((kind, name)) => {
                let id = name.split_once('.').map_or(name, |(id, _)| id);
                shelve(context, (kind, id), (group, raw), &folder, &mut library);
            }
            None => library.about = shared::about(context, group, raw, &folder),
        }
    }
    library
}

/// Reads one file into its place.
fn shelve(
    context: &Context,
    (kind, id): (&str, &str),
    (group, raw): (&Group, &RawFile),
    folder: &Folder,
    library: &mut Library,
) {
    let fields = |what| context.fields(what, group, raw);
    let name = id.to_owned();
    match kind {
        "roles" => library
            .roles
            .extend(fields("role").map(|role| (name, self::role(role)))),
        "supports" => {
            let support = fields("support").and_then(support);
            library.supports.extend(support.map(|one| (name, one)));
        }
        "measures" => library
            .ladders
            .extend(fields("measure").map(|measure| (name, ladder(measure)))),
        "tips" => {
            let tip = tip(context, group, raw, id, folder);
            library.tips.extend(tip.map(|tip| (tip.id.clone(), tip)));
        }
        "glossary" => {
            let term = shared::term(context, group, raw, folder);
            library.glossary.extend(term.map(|one| (name, one)));
        }
        "explainers" => {
            let explainer = shared::explainer(context, group, raw, folder);
            library.explainers.extend(explainer.map(|one| (name, one)));
        }
        "partners" => library
            .partners
            .extend(fields("partner").map(shared::partner)),
        _ => {}
    }
}

fn role(fields: Fields) -> Role {
    let role = Role {
        name: fields.need_text("name"),
        plain: fields.need_text("plain"),
    };
    fields.finish();
    role
}

const SUPPORT_KINDS: [(&str, SupportKind); 4] = [
    ("universal", SupportKind::Universal),
    ("accommodation", SupportKind::Accommodation),
    ("scaffold", SupportKind::Scaffold),
    ("modification", SupportKind::Modification),
];

pub(super) fn support(fields: Fields) -> Option<Support> {
    let kind = fields.need_choice("kind", &SUPPORT_KINDS);
    let text = fields.need_text("text");
    let place = fields.text("where");
    let audience = fields.placed_text("for");
    let fade_by = fields.date("fade_by").map(|day| day.value);
    let family_note = fields.text("family_note");
    if kind == Some(SupportKind::Modification) && family_note.is_none() {
        let at = fields.key_place("kind");
        fields.report(Diagnostic::at(Code::ModificationWithoutNote, &at));
    }
    fields.finish();
    Some(Support {
        kind: kind?,
        text,
        place,
        audience,
        fade_by,
        family_note,
    })
}

/// A ladder of help, most help first.
fn ladder(fields: Fields) -> PromptHierarchy {
    let _ = fields.need_choice("kind", &[("ladder", ())]);
    if fields.node("levels").is_none() {
        fields.missing_like("levels", "measure-file", "");
    }
    let levels = fields.items("levels", "level");
    let levels = levels.into_iter().filter_map(rung).collect();
    fields.finish();
    PromptHierarchy { levels }
}

/// The most letters of a code on a ladder: `FP`, `IND`.
const MAX_CODE_LETTERS: usize = 3;

fn rung(level: Fields) -> Option<PromptLevel> {
    let node = level.node("id");
    let code = node.and_then(Node::text).unwrap_or_default().trim();
    let short = (1..=MAX_CODE_LETTERS).contains(&code.chars().count());
    let id = Some(code.to_owned()).filter(|code| short && !code.contains([' ', ',', ';']));
    match node {
        None => level.missing("id"),
        Some(node) if id.is_none() => level.wrong("id", "letter", node),
        Some(_) => {}
    }
    let (name, family) = (level.need_text("name"), level.text("family"));
    level.finish();
    Some(PromptLevel {
        id: id?,
        name,
        family,
    })
}

const ROUTINES: [(&str, Routine); 13] = [
    ("morning", Routine::Morning),
    ("breakfast", Routine::Breakfast),
    ("car", Routine::Car),
    ("after-school", Routine::AfterSchool),
    ("shop", Routine::Shop),
    ("cooking", Routine::Cooking),
    ("dinner", Routine::Dinner),
    ("after-dinner", Routine::AfterDinner),
    ("bath", Routine::Bath),
    ("bedtime", Routine::Bedtime),
    ("play", Routine::Play),
    ("weekend", Routine::Weekend),
    ("any", Routine::Any),
];

/// The most minutes a tip may take, so that tired families can do it.
const MAX_TIP_MINUTES: f64 = 10.0;
/// The most steps.
const MAX_TIP_STEPS: usize = 4;

pub(super) fn tip(
    context: &Context,
    group: &Group,
    raw: &RawFile,
    id: &str,
    folder: &Folder,
) -> Option<Tip> {
    let fields = context.fields("tip", group, raw)?;
    let survey = prose::check(context, group, raw, folder);
    if survey.steps > MAX_TIP_STEPS {
        #[allow(clippy::cast_precision_loss, reason = "lists are short")]
        let steps = survey.steps as f64;
        context.report(Diagnostic::at(Code::TooManySteps, &raw.top()).with("steps", steps));
    }
    let (title, body) = context.prose(group, raw);
    if title.is_none() {
        context.report(Diagnostic::at(Code::NoTitle, &raw.top()));
    }
    let minutes = fields.number("minutes");
    if let Some(minutes) = minutes
        .as_ref()
        .filter(|minutes| !(1.0..=MAX_TIP_MINUTES).contains(&minutes.value))
    {
        let fault = Diagnostic::at(Code::OutOfRange, &minutes.at);
        let fault = fault
            .with("found", minutes.value.to_string())
            .with("problem", "between");
        context.report(fault.with("low", 1.0).with("high", MAX_TIP_MINUTES));
    }
    let tip = Tip {
        id: TipId::new(id),
        title: title.unwrap_or_default(),
        body,
        routine: fields.choice("routine", &ROUTINES).unwrap_or(Routine::Any),
        minutes: minutes.map(|minutes| minutes.value),
        times: fields.text("times"),
        materials: fields.text("materials"),
        good_if: fields.text("good_if"),
        stop_if: fields.text("stop_if"),
        from: fields.date("from").map(|date| date.value),
        until: fields.date("until").map(|date| date.value),
    };
    fields.accept(&["areas", "goal", "goals", "where_else", "language"]);
    fields.finish();
    Some(tip)
}
