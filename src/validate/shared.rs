//! Shared texts that explain: words to know, kinds of goals, the school's way of
//! working, and who else helps.

use super::context::Context;
use super::fields::Fields;
use super::goal::{AREAS, report_future};
use super::prose::{self, Folder};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Explainer, Partner, Reference, Term, Text};
use crate::parse::markdown::may_link;
use crate::parse::{Group, RawFile};

pub(super) fn term(
    context: &Context,
    group: &Group,
    raw: &RawFile,
    folder: &Folder,
) -> Option<Term> {
    let fields = context.fields("term", group, raw)?;
    let (title, body) = titled(context, group, raw, folder);
    let term = Term {
        title,
        also: fields.own_text("also"),
        body,
        title_alone: fields.yes("title_alone").unwrap_or(true),
    };
    fields.finish();
    Some(term)
}

pub(super) fn explainer(
    context: &Context,
    group: &Group,
    raw: &RawFile,
    folder: &Folder,
) -> Option<Explainer> {
    let fields = context.fields("explainer", group, raw)?;
    for node in fields.list("areas") {
        let _ = fields.choice_of("areas", node, &AREAS);
    }
    fields.finish();
    let (title, body) = titled(context, group, raw, folder);
    Some(Explainer { title, body })
}

/// The school's way of working, in its own words.
pub(super) fn about(
    context: &Context,
    group: &Group,
    raw: &RawFile,
    folder: &Folder,
) -> Option<(Text, Text)> {
    context.fields("words", group, raw)?.finish();
    Some(titled(context, group, raw, folder))
}

/// Words that begin with a title.
fn titled(context: &Context, group: &Group, raw: &RawFile, folder: &Folder) -> (Text, Text) {
    prose::check(context, group, raw, folder);
    let (title, body) = context.prose(group, raw);
    if title.is_none() {
        context.report(Diagnostic::at(Code::NoTitle, &raw.top()));
    }
    (title.unwrap_or_default(), body)
}

/// How long a partner's telephone number and opening hours can be relied on.
const MONTHS_CHECKED: i32 = 12;

pub(super) fn partner(fields: Fields) -> Partner {
    let partner = Partner {
        name: fields.need_text("name"),
        what: fields.need_text("what"),
        phone: fields.plain("phone"),
        url: web(&fields),
        languages: fields
            .languages("languages")
            .into_iter()
            .map(|tag| tag.value)
            .collect(),
    };
    if fields.node("phone").or(fields.node("url")).is_none() {
        fields.report(Diagnostic::at(Code::PartnerUnreachable, fields.at()));
    }
    let checked = fields.need_date("checked");
    report_future(&fields, checked.as_ref());
    let year = jiff::Span::new().months(MONTHS_CHECKED);
    let stale = |day: jiff::civil::Date| {
        day.checked_add(year)
            .is_ok_and(|end| end < fields.context().today)
    };
    if let Some(day) = checked.filter(|day| stale(day.value)) {
        let warning = Diagnostic::at(Code::PartnerStale, &day.at);
        fields.report(warning.with("date", day.value.to_string()));
    }
    fields.finish();
    partner
}

/// Where the school's way of working can be read about.
pub(super) fn references(fields: &Fields) -> Vec<Reference> {
    let read = |map: Fields| {
        let name = map.need_text("name");
        if map.node("url").is_none() {
            map.missing("url");
        }
        let url = web(&map);
        map.finish();
        Some(Reference { name, url: url? })
    };
    let maps = fields.items("sources", "source").into_iter();
    maps.filter_map(read).collect()
}

fn web(fields: &Fields) -> Option<String> {
    let url = fields.plain("url")?;
    if may_link(&url) && url.starts_with("https://") {
        return Some(url);
    }
    let at = fields.node("url").map(|node| fields.place(node.span))?;
    fields.report(Diagnostic::at(Code::LinkScheme, &at).with("address", url.as_str()));
    None
}
