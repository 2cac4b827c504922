//! Texts that every student shares.

use std::collections::BTreeMap;

use super::context::Context;
use super::fields::{Fields, read_file};
use super::prose::{self, Folder};
use super::shared;
use crate::diagnostic::{Code, Diagnostic, Expected, RangeProblem};
use crate::model::{
    Library, PromptHierarchy, PromptLevel, Role, Routine, Support, SupportKind, Tip, TipId,
};
use crate::parse::{Group, Groups, Node, RawFile};
use crate::schema::{self, choices};

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
                add(context, (kind, id), (group, raw), &folder, &mut library);
            }
            None => library.about = shared::about(context, group, raw, &folder),
        }
    }
    library
}

/// Reads one file, and adds it to the library.
fn add(
    context: &Context,
    (kind, id): (&str, &str),
    (group, raw): (&Group, &RawFile),
    folder: &Folder,
    library: &mut Library,
) {
    let id = id.to_owned();
    match kind {
        "roles" => {
            let role = read_file(context, &schema::ROLE, group, raw, role);
            library.roles.extend(role.map(|role| (id, role)));
        }
        "supports" => {
            let support = read_file(context, &schema::SUPPORT, group, raw, support).flatten();
            library.supports.extend(support.map(|one| (id, one)));
        }
        "measures" => {
            let ladder = read_file(context, &schema::PROMPT_HIERARCHY, group, raw, ladder);
            library.ladders.extend(ladder.map(|one| (id, one)));
        }
        "tips" => {
            let tip = tip(context, group, raw, &id, folder);
            library.tips.extend(tip.map(|tip| (tip.id.clone(), tip)));
        }
        "glossary" => {
            let term = shared::term(context, group, raw, folder);
            library.glossary.extend(term.map(|one| (id, one)));
        }
        "explainers" => {
            let explainer = shared::explainer(context, group, raw, folder);
            library.explainers.extend(explainer.map(|one| (id, one)));
        }
        "partners" => {
            let partner = read_file(context, &schema::PARTNER, group, raw, shared::partner);
            library.partners.extend(partner);
        }
        _ => {}
    }
}

fn role(fields: &mut Fields) -> Role {
    Role {
        name: fields.need_text("name"),
        plain: fields.need_text("plain"),
    }
}

pub(super) fn support(fields: &mut Fields) -> Option<Support> {
    let kind = fields.choice("kind", &choices::SUPPORT_KINDS);
    let text = fields.need_text("text");
    let place = fields.text("where");
    let audience = fields.placed_text("for");
    let fade_by = fields.date("fade_by").map(|day| day.value);
    let family_note = fields.text("family_note");
    if kind == Some(SupportKind::Modification) && family_note.is_none() {
        let at = fields.key_place("kind");
        fields.report(Diagnostic::at(Code::ModificationWithoutNote, &at));
    }
    Some(Support {
        kind: kind?,
        text,
        place,
        audience,
        fade_by,
        family_note,
    })
}

/// A prompt hierarchy, the level with the most help first.
fn ladder(fields: &mut Fields) -> PromptHierarchy {
    let _ = fields.choice("kind", &choices::MEASURE_FILES);
    let levels = fields.items("levels", prompt_level);
    PromptHierarchy {
        levels: levels.into_iter().flatten().collect(),
    }
}

/// The most letters in the code of a prompt level: `FP`, `IND`.
const MAX_CODE_LETTERS: usize = 3;

fn prompt_level(level: &mut Fields) -> Option<PromptLevel> {
    let node = level.node("id");
    let code = node.and_then(Node::text).unwrap_or_default().trim();
    let short = (1..=MAX_CODE_LETTERS).contains(&code.chars().count());
    let id = Some(code.to_owned()).filter(|code| short && !code.contains([' ', ',', ';']));
    if let Some(node) = node.filter(|_| id.is_none()) {
        level.report_type_error("id", Expected::Letter, node);
    }
    let (name, family) = (level.need_text("name"), level.text("family"));
    Some(PromptLevel {
        id: id?,
        name,
        family,
    })
}

/// The most minutes that a tip may take, so that tired families can do it.
const MAX_TIP_MINUTES: f64 = 10.0;
/// The most steps of a tip.
const MAX_TIP_STEPS: usize = 4;

pub(super) fn tip(
    context: &Context,
    group: &Group,
    raw: &RawFile,
    id: &str,
    folder: &Folder,
) -> Option<Tip> {
    read_file(context, &schema::TIP, group, raw, |fields| {
        let survey = prose::check(context, group, raw, folder);
        if survey.steps > MAX_TIP_STEPS {
            let fault = Diagnostic::at(Code::TooManySteps, &raw.top());
            context.report(fault.with("steps", survey.steps));
        }
        let (title, body) = context.prose(group, raw);
        if title.is_none() {
            context.report(Diagnostic::at(Code::NoTitle, &raw.top()));
        }
        Tip {
            id: TipId::new(id),
            title: title.unwrap_or_default(),
            body,
            routine: fields
                .choice("routine", &choices::ROUTINES)
                .unwrap_or(Routine::Any),
            minutes: minutes(fields),
            times: fields.text("times"),
            materials: fields.text("materials"),
            good_if: fields.text("good_if"),
            stop_if: fields.text("stop_if"),
            from: fields.date("from").map(|date| date.value),
            until: fields.date("until").map(|date| date.value),
        }
    })
}

fn minutes(fields: &mut Fields) -> Option<f64> {
    let minutes = fields.number("minutes")?;
    if !(1.0..=MAX_TIP_MINUTES).contains(&minutes.value) {
        let fault = Diagnostic::at(Code::OutOfRange, &minutes.at)
            .with("found", minutes.value.to_string())
            .select(RangeProblem::Between)
            .with("low", 1.0)
            .with("high", MAX_TIP_MINUTES);
        fields.report(fault);
    }
    Some(minutes.value)
}
