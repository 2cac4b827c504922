use super::Shared;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Outcome};
use crate::discover::UnitSources;
use crate::locale::{self, Edition};
use crate::model::{Lang, Record};
use crate::progress::{Portfolio, portfolio};
use crate::render::Bundle;
use crate::rules::{self, Facts};
use crate::source::RelPath;
use crate::{audit, parse, render, validate};

/// Turns one student's sources into one student's site.
///
/// Pure: reads no file, no clock and no environment, and sees no other student
/// besides their names. No site comes back when anything is wrong with it.
pub fn compile(unit: &UnitSources, shared: &Shared) -> Outcome<Option<Bundle>> {
    let mut seen = unit.seen().clone();
    let groups = parse::files(unit.files(), &unit.folder()).into_value(&mut seen);
    let record = validate::record(unit, &groups, &shared.school).into_value(&mut seen);
    let Some(record) = record else {
        return Outcome::new(None, seen);
    };
    let facts = Facts {
        record: &record,
        school: &shared.school,
        roster: &shared.roster,
    };
    rules::check(&facts, &mut seen);
    if seen.any_error() || !record.student.publish {
        return Outcome::new(None, seen);
    }

    // From here on nothing can fail because of what an author wrote: every such
    // fault was found above, where there are still places to point at.
    let portfolio = portfolio(&record, &shared.school);
    let editions = editions(&portfolio, &record, shared, &mut seen);
    let bundle = render::site(&editions, &shared.theme).into_value(&mut seen);
    if !seen.any_error() {
        audit::bundle(&bundle, &record.student, &shared.roster, &mut seen);
    }
    let whole = !seen.any_error();
    Outcome::new(whole.then_some(bundle), seen)
}

/// One edition for each language the family reads; the school's own where
/// there is none.
fn editions<'a>(
    portfolio: &Portfolio<'a>,
    record: &'a Record,
    shared: &'a Shared,
    seen: &mut Diagnostics,
) -> Vec<Edition<'a>> {
    let mut languages: Vec<&Lang> = Vec::new();
    for lang in &record.student.home_languages {
        if shared.packs.get(lang).is_some() {
            languages.push(lang);
        } else if let Some(file) =
            RelPath::new(&format!("students/{}/student.yaml", record.student.id))
        {
            seen.push(Diagnostic::about(Code::NoPack, &file).with("language", lang.as_str()));
        }
    }
    if languages.is_empty() {
        languages.push(&shared.school.language);
    }
    languages
        .into_iter()
        .filter_map(|lang| locale::edition(portfolio, &shared.packs, lang))
        .collect()
}
