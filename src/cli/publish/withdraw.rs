//! `kinfolio withdraw`: takes one student's pages off the host at once.

use super::{
    CLEAN, CommandError, Lines, SchoolOnHost, SiteBuilder, Terminal, WORK, build, built,
    deletion_record, open, report,
};
use crate::cli::EX_TEMPFAIL;
use crate::cli::args::Withdraw;
use crate::host::HostFaultKind;
use crate::incremental::BuiltSites;

/// Retires a student, closes the letters that open nothing else, and takes the site off
/// the host. The student's files stay as they are.
pub(in crate::cli) fn run(options: &Withdraw, terminal: &mut Terminal) -> Result<u8, CommandError> {
    let (mut school, mut sites) = open(&options.place, "withdraw STUDENT")?;
    let student = &options.student;
    school.need_student(&mut sites, student)?;
    school.retire(student)?;
    // The folders of readers hold the keys of sites, so they are made again.
    let run = sites.build(&mut |_, _| {});
    let run = run.map_err(|refused| build::stop(refused, sites.out()))?;
    if let Some(fault) = run.and_then(|run| run.readers_error) {
        terminal.error(&build::readers_fault(&fault, &school.messages));
    }
    let mut left = built(&mut sites)?;
    // Nothing else is published now.
    left.folders.retain(|folder| folder.student.is_none());
    let built = BuiltSites {
        folders: left.folders,
        ..BuiltSites::default()
    };
    let down = [school.place_of(student)].into();
    let (published, unreadable) = school.publish(&sites, &built, &down, false, &options.place)?;
    let recorded = deletion_record::write(&school, &sites, &published, &options.place)?;
    let report = report::Report {
        school: &school,
        sites: &sites,
        built: &built,
        published: &published,
        unreadable: &unreadable,
    };
    let mut lines = Lines::default();
    report.removals(&mut lines);
    lines.print(terminal)?;
    let values = || [("student", student.clone())];
    if published.failed.is_empty() && published.taken_down.is_empty() {
        terminal.say(&school.messages.say("withdraw-nothing", values()))?;
    }
    for file in recorded {
        let file = [("file", file.display().to_string())];
        terminal.say(&school.messages.say("deletion-recorded", file))?;
    }
    terminal.say(&school.messages.say("withdraw-undo", values()))?;
    let is_passing = |kind| kind == HostFaultKind::Passing;
    let mut faults = published.failed.iter().map(|(_, fault)| fault.kind);
    Ok(match published.failed.is_empty() {
        true if published.are_removals_proved() => CLEAN,
        false if faults.all(is_passing) => EX_TEMPFAIL,
        _ => WORK,
    })
}

impl SchoolOnHost {
    /// Fails if the school does not know the student.
    fn need_student(&self, sites: &mut SiteBuilder, student: &str) -> Result<(), CommandError> {
        built(sites)?;
        let place = self.place_of(student);
        if sites.folders().student_of(&place).is_some() {
            return Ok(());
        }
        let values = [("student", student.to_owned())];
        let words = self.messages.say("withdraw-unknown", values);
        Err(CommandError::Said(words))
    }

    /// Retires a student in the keyring, as it is now in its place.
    fn retire(&mut self, student: &str) -> Result<(), CommandError> {
        let keyring = &mut self.keyring.keyring;
        if keyring.retired(student).is_some() {
            return Ok(());
        }
        keyring.retire(student, self.today);
        Ok(self.keyring.write()?)
    }
}
