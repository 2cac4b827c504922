use super::args::Check;
use super::report::{self, Words};
use super::school::{self, Compiled};
use super::terminal::Terminal;
use super::{CLEAN, CONTENT, Format, Stop, explain};
use crate::diagnostic::{Diagnostics, Severity};

/// Shows every problem and writes nothing.
pub(super) fn run(options: &Check, terminal: &mut Terminal) -> Result<u8, Stop> {
    if let Some(code) = &options.explain {
        return explain::run(code, terminal);
    }
    let folder = school::find(options.folder.as_deref(), "check")?;
    let mut compiled = school::compile(&folder, |_, _| ())?;
    let words = Words::new(&compiled.language);
    if let Some(student) = &options.student {
        compiled.seen = concerning(student, &compiled)?;
        compiled.students.retain(|known| known == student);
    }
    let format = Terminal::format(options.format);
    let least = Severity::from(options.least);
    report::show(&compiled, least, format, &words, terminal)?;
    if format != Format::Json {
        report::end(&compiled, &words, terminal)?;
        let first = compiled
            .seen
            .iter()
            .find(|one| one.code.severity() >= least);
        if let Some(first) = first {
            let code = first.code.number().to_owned();
            terminal.say(&words.say("explain-hint", [("code", code)]))?;
        }
    }
    Ok(if compiled.seen.any_error() {
        CONTENT
    } else {
        CLEAN
    })
}

/// What was seen in a student's own files, and what keeps all sites back.
fn concerning<T>(student: &str, compiled: &Compiled<T>) -> Result<Diagnostics, Stop> {
    school::need_student(&compiled.students, student)?;
    let own = compiled.seen.iter().filter(|one| {
        let shared = one.student().is_none() && one.code.severity() >= Severity::Error;
        shared || one.student() == Some(student)
    });
    Ok(own.cloned().collect())
}
