//! `kinfolio publish` and `kinfolio withdraw`: from the folder of sites to the host.

mod deletion_record;
pub(super) mod follow;
mod host;
mod report;
pub(super) mod verify;
pub(super) mod withdraw;

use std::collections::BTreeSet;
use std::path::Path;

use data_encoding::HEXLOWER;

use report::Lines;

use super::args::{BuiltPlace, Publish, SitesOnHost, Writing};
use super::diagnostics::Messages;
use super::progress_line::ProgressLine;
use super::terminal::Terminal;
use super::{CLEAN, CONTENT, CommandError, EX_TEMPFAIL, WORK, build, keys, school};
use crate::host::{Host, HostFaultKind};
use crate::incremental::{BuiltSites, Settings, SharedInputs, SiteBuilder};
use crate::io::{self, Disk};
use crate::keyring::{KeyringFile, Keyrings};
use crate::model::{Date, School};
use crate::publish::{Contents, Memory, PublishFault, Published, Publisher, Sending, Timing};

/// How many days may be between two publications for a clock to be believed.
const CERTAIN_DAYS: i32 = 45;

/// A school, its keyring, and its host.
pub(super) struct SchoolOnHost {
    keyring: KeyringFile,
    host: Box<dyn Host>,
    /// The name of the host in records.
    target: String,
    messages: Messages,
    today: Date,
    retention: Option<Date>,
    sending: Sending,
}

/// Sends what has changed to the host.
pub(super) fn run(options: &Publish, terminal: &mut Terminal) -> Result<u8, CommandError> {
    let (school, mut sites) = open(&options.place, "publish")?;
    let (built, down) = school.wanted(&mut sites, options)?;
    let (published, unreadable) =
        school.publish(&sites, &built, &down, options.dry_run, &options.place)?;
    let report = report::Report {
        school: &school,
        sites: &sites,
        built: &built,
        published: &published,
        unreadable: &unreadable,
    };
    let mut lines = Lines::default();
    if options.dry_run {
        report.plan(&mut lines);
        lines.print(terminal)?;
        return Ok(CLEAN);
    }
    let recorded = deletion_record::write(&school, &sites, &published, &options.place);
    report.say(&mut lines);
    lines.print(terminal)?;
    for file in recorded? {
        let file = [("file", file.display().to_string())];
        terminal.say(&school.messages.say("deletion-recorded", file))?;
    }
    Ok(code(&built, &published, &unreadable))
}

/// The exit code: something failed, something is to be done again, or a site is not as its
/// files are.
fn code(built: &BuiltSites, published: &Published, unreadable: &[String]) -> u8 {
    let faults = || published.failed.iter().map(|(_, fault)| fault.kind);
    if faults().any(|kind| kind != HostFaultKind::Passing) || !published.are_removals_proved() {
        WORK
    } else if faults().next().is_some() || published.not_begun > 0 || !unreadable.is_empty() {
        EX_TEMPFAIL
    } else if !built.held.is_empty() || !built.outdated.is_empty() {
        CONTENT
    } else {
        CLEAN
    }
}

/// Takes the lock on the folder of sites, reads the keyring, and connects to the host.
///
/// # Errors
/// Why that is not possible.
fn open(place: &SitesOnHost, command: &str) -> Result<(SchoolOnHost, SiteBuilder), CommandError> {
    let folder = school::find(place.folder.as_deref(), command)?;
    let school = read_school(&folder)?;
    let messages = Messages::new(school.language.as_str());
    let settings = settings(&place.built, &messages)?;
    let keyrings = settings.keyrings.clone();
    let sites = build::open(&folder, settings)?;
    let school = SchoolOnHost::connect(&folder, &school, &keyrings, place, messages)?;
    Ok((school, sites))
}

impl SchoolOnHost {
    /// Reads the keyring, and connects to the host.
    ///
    /// # Errors
    /// Why that is not possible.
    fn connect(
        folder: &Path,
        school: &School,
        keyrings: &Keyrings,
        place: &SitesOnHost,
        messages: Messages,
    ) -> Result<Self, CommandError> {
        let keyring = keys::open(keyrings, folder, place.built.keys.as_deref())?;
        let target = host::target(place, school.publish.as_ref(), folder, &messages)?;
        let host = host::open(&target, place.credentials.as_deref(), &messages)?;
        Ok(Self {
            today: school.today,
            retention: school.retention,
            keyring,
            host,
            target: target.to_string(),
            messages,
            sending: Sending::default(),
        })
    }

    /// What is to be on the host, and the folders that are to be taken down.
    fn wanted(
        &self,
        sites: &mut SiteBuilder,
        options: &Publish,
    ) -> Result<(BuiltSites, BTreeSet<String>), CommandError> {
        let mut built = built(sites)?;
        let mut down = if self.is_over(sites, options)? {
            built.folders.retain(|folder| folder.student.is_none());
            let known = sites.folders().all_known();
            known.map(str::to_owned).collect()
        } else {
            self.retired()
        };
        for student in &options.confirm_removal {
            down.insert(self.removal_of(student, &built)?);
        }
        Ok((built, down))
    }

    /// What is remembered of the host.
    fn memory(&self, sites: &SiteBuilder) -> Memory {
        Memory::read(&sites.remembered(&self.target).unwrap_or_default())
    }

    /// The folder of a student on the host.
    fn place_of(&self, student: &str) -> String {
        self.keyring
            .keyring
            .root()
            .site_place(student)
            .as_str()
            .to_owned()
    }

    /// The folders of students who are retired.
    fn retired(&self) -> BTreeSet<String> {
        let retired = self.keyring.keyring.all_retired();
        retired.map(|student| self.place_of(student)).collect()
    }

    /// Whether the last day of the sites has passed, and a person agrees if that is not
    /// certain.
    fn is_over(&self, sites: &SiteBuilder, options: &Publish) -> Result<bool, CommandError> {
        let Some(until) = self.retention.filter(|until| self.today > *until) else {
            return Ok(false);
        };
        // A clock that is wrong by a year must not take a school down.
        let last = self.memory(sites).day();
        let is_certain = last.is_some_and(|last| {
            (self.today - last).get_days() <= CERTAIN_DAYS && self.today >= last
        });
        if is_certain || options.confirm_retention || options.dry_run {
            return Ok(true);
        }
        let values = [
            ("day", self.messages.day(until)),
            ("today", self.messages.day(self.today)),
        ];
        let words = self.messages.say("publish-retention", values);
        Err(CommandError::Said(words))
    }

    /// The folder of a student whose removal was confirmed.
    fn removal_of(&self, student: &str, built: &BuiltSites) -> Result<String, CommandError> {
        let place = self.place_of(student);
        let is_here = built.folders.iter().any(|folder| folder.name == place)
            || built.held.iter().any(|(held, _)| held == student);
        if is_here {
            let values = [("student", student.to_owned())];
            let words = self.messages.say("publish-removal-here", values);
            return Err(CommandError::Said(words));
        }
        Ok(place)
    }

    /// Publishes, or finds out what publishing would do. Returns the students whose files
    /// were changed meanwhile, too.
    fn publish(
        &self,
        sites: &SiteBuilder,
        built: &BuiltSites,
        down: &BTreeSet<String>,
        is_dry: bool,
        place: &SitesOnHost,
    ) -> Result<(Published, Vec<String>), CommandError> {
        let mut memory = self.memory(sites);
        let (contents, unreadable) =
            Contents::read(sites.out(), built.folders.clone(), &mut memory);
        let keep = |memory: &Memory| sites.remember(&self.target, &memory.bytes());
        let sender = Publisher {
            host: &*self.host,
            key: self.keyring.keyring.root().manifest(),
            run: random_name(&self.messages)?,
            computer: io::computer(),
            timing: Timing::default(),
            jobs: place.jobs.into(),
            sending: self.sending.clone(),
            keep: &keep,
        };
        let line = ProgressLine::of_sending(self.sending.clone());
        let published = if is_dry {
            sender.plan(&contents, down, &memory)
        } else {
            sender.publish(&contents, down, &mut memory)
        };
        drop(line);
        let published = published.map_err(|fault| self.fault(fault))?;
        if !is_dry {
            memory.set_day(self.today);
            keep(&memory);
        }
        Ok((published, unreadable))
    }

    fn fault(&self, fault: PublishFault) -> CommandError {
        let messages = &self.messages;
        let host = ("host", self.host.place());
        match fault {
            PublishFault::Host(fault) => host::error(&fault, messages),
            PublishFault::Busy { computer } => {
                let values = [host, ("computer", computer)];
                CommandError::Later(messages.say("publish-busy", values))
            }
            PublishFault::OtherSchool(_) => {
                CommandError::Said(messages.say("publish-other-school", [host]))
            }
        }
    }
}

/// What may be published.
fn built(sites: &mut SiteBuilder) -> Result<BuiltSites, CommandError> {
    let built = sites.built();
    built.map_err(|refused| build::stop(refused, sites.out()))
}

/// The student whose site is or was in a folder.
fn student_in(sites: &SiteBuilder, folder: &str) -> String {
    let student = sites.folders().student_of(folder);
    student.unwrap_or(folder).to_owned()
}

/// The school, if the files that all students share have no errors.
fn read_school(folder: &Path) -> Result<School, CommandError> {
    let shared = SharedInputs::read(&Disk::new(folder))?.shared;
    shared.map(|shared| shared.school).ok_or_else(|| {
        let words = Messages::of_tool().say("publish-shared-broken", []);
        CommandError::Said(words)
    })
}

/// The settings of a builder that does not build.
fn settings(place: &BuiltPlace, messages: &Messages) -> Result<Settings, CommandError> {
    if !place.from.is_dir() {
        let from = [("from", place.from.display().to_string())];
        return Err(CommandError::Said(messages.say("publish-no-sites", from)));
    }
    let writing = Writing {
        work: place.work.clone(),
        keys: place.keys.clone(),
        plain: false,
        settle: 0,
    };
    Ok(build::settings(&place.from, &writing))
}

/// A name that no other run has.
fn random_name(messages: &Messages) -> Result<String, CommandError> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|error| {
        let system = ("system", error.to_string());
        CommandError::Said(messages.say("keys-no-random", [system]))
    })?;
    Ok(HEXLOWER.encode(&bytes))
}
