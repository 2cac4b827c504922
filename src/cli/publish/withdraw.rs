//! `kinfolio withdraw`: takes one student's pages off the host at once.

use super::{
    CLEAN, CommandError, Lines, SchoolOnHost, SiteBuilder, Terminal, Wish, build, built, open,
};
use crate::cli::CONTENT;
use crate::cli::args::Withdraw;
use crate::model::Access;

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
    let built = built(&mut sites)?;
    let down = [school.place_of(student)].into();
    let wish = Wish {
        built: &built,
        down: &down,
        // Only this was asked for.
        sends_sites: false,
    };
    let report = school.publish(&sites, &wish, &options.place)?;
    let mut lines = Lines::default();
    report.removals(&mut lines);
    report.faults(&mut lines);
    lines.print(terminal)?;
    let values = || [("student", student.clone())];
    if report.published.failed.is_empty() && report.published.taken_down.is_empty() {
        terminal.say(&school.messages.say("withdraw-nothing", values()))?;
    }
    if school.access == Access::HostLogin {
        terminal.say(&school.messages.say("withdraw-host-login", values()))?;
    }
    terminal.say(&school.messages.say("withdraw-undo", values()))?;
    // What other students' files have is another matter.
    Ok(match report.code() {
        CONTENT => CLEAN,
        code => code,
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
