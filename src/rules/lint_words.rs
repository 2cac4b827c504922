//! Words from the word lists: deficit language, jargon, words without a fact in
//! them, labels.

use std::collections::BTreeSet;

use super::RuleContext;
use super::word_matcher::{Hit, WordMatcher};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{AuthorText, Record, ReviewKind, School, Strictness, WordKind};
use crate::source::RelPath;

pub(super) fn check(facts: &RuleContext, diagnostics: &mut Diagnostics) {
    let (record, strictness) = (facts.record, facts.school.lint.words);
    report(
        &record.author_texts,
        facts.word_matcher,
        diagnostics,
        |written, hit| {
            let words = written.text.get(hit.start..hit.end).unwrap_or_default();
            let student = &record.student;
            if student.family_words.contains(&words.to_lowercase()) {
                return None;
            }
            match hit.wording.kind {
                WordKind::Label if student.show_label => None,
                WordKind::Label => Some(Code::EligibilityLabel),
                WordKind::Vague | WordKind::VagueDecision if decides(record, written) => {
                    Some(Code::VagueReview)
                }
                _ if is_own_voice(written) => None,
                kind => code(kind, written, strictness),
            }
        },
    );
}

pub(super) fn check_shared(
    school: &School,
    word_matcher: &WordMatcher,
    diagnostics: &mut Diagnostics,
) {
    // A word in a shared text must not hold back every site.
    let strictness = match school.lint.words {
        Strictness::CommandError => Strictness::Warn,
        other => other,
    };
    report(
        &school.author_texts,
        word_matcher,
        diagnostics,
        |written, hit| {
            let file = written.at.file.as_str();
            let explains = ["library/glossary/", "library/roles/"];
            if explains.iter().any(|folder| file.starts_with(folder)) {
                return None;
            }
            match hit.wording.kind {
                WordKind::Gendered => for_every_student(file).then_some(Code::GenderedInLibrary),
                WordKind::Label => Some(Code::LabelInLibrary),
                kind => code(kind, written, strictness),
            }
        },
    );
}

/// Reports the entries that `judge` has a code for, each word once per file.
fn report(
    texts: &[AuthorText],
    word_matcher: &WordMatcher,
    diagnostics: &mut Diagnostics,
    judge: impl Fn(&AuthorText, &Hit) -> Option<Code>,
) {
    let mut said: BTreeSet<(&RelPath, String)> = BTreeSet::new();
    for written in texts {
        for hit in word_matcher.find(&written.lang, &written.text) {
            let Some(code) = judge(written, &hit) else {
                continue;
            };
            let words = written.text.get(hit.start..hit.end).unwrap_or_default();
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            if said.insert((&written.at.file, words.to_lowercase())) {
                let instead = hit.wording.instead.as_deref().unwrap_or_default();
                let fault = Diagnostic::at(code, &written.place_at(hit.start, hit.end));
                diagnostics.push(fault.with("phrase", words).with("instead", instead));
            }
        }
    }
}

/// Whether a shared file is about whichever student it is used for, and not
/// about people, places or the school.
fn for_every_student(file: &str) -> bool {
    let folders = ["measures", "tips", "supports", "explainers"];
    let below = file.strip_prefix("library/");
    let folder = below.and_then(|below| below.split_once('/'));
    folder.is_some_and(|(folder, _)| folders.contains(&folder))
}

/// Quotes from the family, the child or the law are not corrected.
fn is_own_voice(written: &AuthorText) -> bool {
    matches!(written.what, "family" | "ask" | "iep" | "voice") || written.field == "voice"
}

/// Whether this text gives the reason for a decision in a formal review without
/// a number.
fn decides(record: &Record, written: &AuthorText) -> bool {
    let formal = record.reviews.iter().any(|review| {
        let name = format!("{}.md", review.date);
        review.kind == ReviewKind::Formal && written.at.file.file_name() == name
    });
    let reason = written.what == "decision" && written.field == "why";
    formal && reason && !written.text.contains(char::is_numeric)
}

fn code(kind: WordKind, written: &AuthorText, strictness: Strictness) -> Option<Code> {
    let file = &written.at.file;
    let in_tip = file.as_str().contains("/tips/");
    // The page about the school's approach, in any language.
    let about = file.below("library").filter(|below| !below.contains('/'));
    let in_about = about.is_some_and(|name| name.starts_with("about."));
    match kind {
        WordKind::StaffPrivate => Some(Code::StaffPrivate),
        WordKind::Cost => in_tip.then_some(Code::CostInTip),
        WordKind::HomeLanguage => in_tip.then_some(Code::HomeLanguage),
        WordKind::Claim => in_about.then_some(Code::Endorsement),
        WordKind::Label | WordKind::VagueDecision | WordKind::Gendered | WordKind::Remark => None,
        WordKind::Deficit | WordKind::Jargon | WordKind::Vague => of_list(kind, strictness),
    }
}

/// Each code has one severity, so a strict school uses twin codes that are
/// errors.
fn of_list(kind: WordKind, strictness: Strictness) -> Option<Code> {
    let (warns, stops) = match kind {
        WordKind::Deficit => (Code::DeficitWord, Code::DeficitWordStops),
        WordKind::Jargon => (Code::JargonWord, Code::JargonWordStops),
        _ => (Code::VagueWords, Code::VagueWordsStops),
    };
    match strictness {
        Strictness::Off => None,
        Strictness::Warn => Some(warns),
        Strictness::CommandError => Some(stops),
    }
}
