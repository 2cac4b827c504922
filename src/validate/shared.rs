//! Texts of the library that explain: words to know, kinds of goals, how the school
//! works, and partners who help too.

use super::context::Context;
use super::fields::{Fields, read_file};
use super::prose::{self, Folder};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Explainer, Partner, PublishTo, Reference, Term, Text};
use crate::parse::markdown::may_link;
use crate::parse::{Group, RawFile};
use crate::schema::{self, choices};

pub(super) fn term(
    context: &Context,
    group: &Group,
    raw: &RawFile,
    folder: &Folder,
) -> Option<Term> {
    read_file(context, &schema::TERM, group, raw, |fields| {
        let (title, body) = titled(context, group, raw, folder);
        Term {
            title,
            also: fields.own_text("also"),
            body,
            title_alone: fields.yes("title_alone").unwrap_or(true),
        }
    })
}

pub(super) fn explainer(
    context: &Context,
    group: &Group,
    raw: &RawFile,
    folder: &Folder,
) -> Option<Explainer> {
    read_file(context, &schema::EXPLAINER, group, raw, |fields| {
        for node in fields.list("areas") {
            let _ = fields.choice_of("areas", node, &choices::AREAS);
        }
        let (title, body) = titled(context, group, raw, folder);
        Explainer { title, body }
    })
}

/// How the school works, as it says itself: a title and a text.
pub(super) fn about(
    context: &Context,
    group: &Group,
    raw: &RawFile,
    folder: &Folder,
) -> Option<(Text, Text)> {
    read_file(context, &schema::TEXT, group, raw, |_| {
        titled(context, group, raw, folder)
    })
}

/// A text that begins with a title.
fn titled(context: &Context, group: &Group, raw: &RawFile, folder: &Folder) -> (Text, Text) {
    prose::check(context, group, raw, folder);
    let (title, body) = context.prose(group, raw);
    if title.is_none() {
        context.report(Diagnostic::at(Code::NoTitle, &raw.top()));
    }
    (title.unwrap_or_default(), body)
}

/// For how many months a partner's phone number and opening hours count as checked.
const MONTHS_CHECKED: i32 = 12;

pub(super) fn partner(fields: &mut Fields) -> Partner {
    let partner = Partner {
        name: fields.need_text("name"),
        what: fields.need_text("what"),
        phone: fields.plain("phone"),
        url: web(fields, "url"),
        languages: fields
            .languages("languages")
            .into_iter()
            .map(|tag| tag.value)
            .collect(),
    };
    if !fields.has("phone") && !fields.has("url") {
        fields.report(Diagnostic::at(Code::PartnerUnreachable, fields.at()));
    }
    let checked = fields.date("checked");
    fields.context().report_future(checked.as_ref());
    let age = jiff::Span::new().months(MONTHS_CHECKED);
    let is_stale = |day: jiff::civil::Date| {
        let end = day.checked_add(age);
        end.is_ok_and(|end| end < fields.context().today)
    };
    if let Some(day) = checked.filter(|day| is_stale(day.value)) {
        let warning = Diagnostic::at(Code::PartnerStale, &day.at);
        fields.report(warning.with("date", day.value.to_string()));
    }
    partner
}

/// Where to read about how the school works.
pub(super) fn references(fields: &mut Fields) -> Vec<Reference> {
    let sources = fields.items("sources", |map| {
        let name = map.need_text("name");
        Some(Reference {
            name,
            url: web(map, "url")?,
        })
    });
    sources.into_iter().flatten().collect()
}

/// The address of the folder of sites on the web.
pub(super) fn address(fields: &mut Fields) -> Option<String> {
    let address = web(fields, "address")?;
    let address = address.trim_end_matches('/');
    Some(format!("{address}/"))
}

/// Where the sites are published. A password has no place in the school folder, which all
/// staff can read.
pub(super) fn publish_to(fields: &mut Fields) -> Option<PublishTo> {
    let to = fields.plain("to");
    if to.as_deref().is_some_and(has_password)
        && let Some(at) = fields.node("to").map(|node| fields.place(node.span))
    {
        fields.report(Diagnostic::at(Code::PasswordInAddress, &at));
    }
    Some(PublishTo {
        endpoint: fields.plain("endpoint"),
        region: fields.plain("region"),
        to: to?,
    })
}

/// Whether an address contains a user name with a password: `sftp://name:word@host/`.
fn has_password(address: &str) -> bool {
    let host = address.split_once("://").map(|(_, rest)| rest);
    let host = host.and_then(|rest| rest.split('/').next());
    let user = host.and_then(|host| host.rsplit_once('@'));
    user.is_some_and(|(user, _)| user.contains(':'))
}

/// The address of a page, which has to be `https`.
fn web(fields: &mut Fields, name: &'static str) -> Option<String> {
    let url = fields.plain(name)?;
    if may_link(&url) && url.starts_with("https://") {
        return Some(url);
    }
    let at = fields.node(name).map(|node| fields.place(node.span))?;
    fields.report(Diagnostic::at(Code::LinkScheme, &at).with("address", url.as_str()));
    None
}
