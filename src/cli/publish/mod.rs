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

use report::{Lines, Report};

use super::args::{BuiltPlace, Publish, SitesOnHost, Writing};
use super::diagnostics::Messages;
use super::progress_line::ProgressLine;
use super::terminal::Terminal;
use super::{CLEAN, CommandError, build, keys, school};
use crate::build::Shared;
use crate::host::Host;
use crate::incremental::{BuiltSites, Settings, SharedInputs, SiteBuilder};
use crate::io::{self, Disk};
use crate::keyring::{KeyringFile, Keyrings};
use crate::model::{Access, Date};
use crate::publish::{Contents, Memory, PublishFault, Published, Publisher, Sending, Timing};
use crate::render;

/// How many days may be between two publications for a clock to be believed.
const CERTAIN_DAYS: i32 = 45;

/// A school, its keyring, and its host.
pub(super) struct SchoolOnHost {
    keyring: KeyringFile,
    host: Box<dyn Host>,
    /// The name of the host in records.
    target: String,
    /// The page for the top of the host.
    top: String,
    messages: Messages,
    access: Access,
    today: Date,
    retention: Option<Date>,
    sending: Sending,
}

/// Sends what has changed to the host.
pub(super) fn run(options: &Publish, terminal: &mut Terminal) -> Result<u8, CommandError> {
    let (school, mut sites) = open(&options.place, "publish")?;
    let (built, down) = school.wanted(&mut sites, options)?;
    let wish = Wish {
        built: &built,
        down: &down,
        sends_sites: true,
    };
    let mut lines = Lines::default();
    if options.dry_run {
        school.plan(&sites, &wish, &options.place)?.plan(&mut lines);
        lines.print(terminal)?;
        return Ok(CLEAN);
    }
    let report = school.publish(&sites, &wish, &options.place)?;
    report.say(&mut lines);
    lines.print(terminal)?;
    Ok(report.code())
}

/// What is to be on the host.
#[derive(Clone, Copy)]
pub(super) struct Wish<'a> {
    /// The folders here.
    built: &'a BuiltSites,
    /// The folders that are to be taken down.
    down: &'a BTreeSet<String>,
    /// Whether sites are sent, and not only folders of readers.
    sends_sites: bool,
}

/// Takes the lock on the folder of sites, reads the keyring, and connects to the host.
///
/// # Errors
/// Why that is not possible.
fn open(place: &SitesOnHost, command: &str) -> Result<(SchoolOnHost, SiteBuilder), CommandError> {
    let folder = school::find(place.folder.as_deref(), command)?;
    let shared = read_shared(&folder)?;
    let messages = Messages::new(shared.school.language.as_str());
    let settings = settings(&place.built, &messages)?;
    let keyrings = settings.keyrings.clone();
    let sites = build::open(&folder, settings)?;
    let school = SchoolOnHost::connect(&folder, &shared, &keyrings, place, messages)?;
    Ok((school, sites))
}

impl SchoolOnHost {
    /// Reads the keyring, and connects to the host.
    ///
    /// # Errors
    /// Why that is not possible.
    fn connect(
        folder: &Path,
        shared: &Shared,
        keyrings: &Keyrings,
        place: &SitesOnHost,
        messages: Messages,
    ) -> Result<Self, CommandError> {
        let school = &shared.school;
        let keyring = keys::open(keyrings, folder, place.built.keys.as_deref())?;
        let target = host::target(place, school.publish.as_ref(), folder, &messages)?;
        let host = host::open(&target, place.credentials.as_deref(), folder, &messages)?;
        Ok(Self {
            access: school.access,
            today: school.today,
            retention: school.retention,
            keyring,
            host,
            target: target.to_string(),
            top: top(shared, &messages)?,
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
            // Readers need not wait for sites that go.
            for reader in &mut built.folders {
                reader.sites.clear();
            }
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

    /// Finds out what publishing would do.
    fn plan<'a>(
        &'a self,
        sites: &'a SiteBuilder,
        wish: &Wish<'a>,
        place: &SitesOnHost,
    ) -> Result<Report<'a>, CommandError> {
        self.run(sites, wish, place, |sender, contents, memory| {
            sender.plan(contents, wish.down, memory)
        })
    }

    /// Publishes, and writes a record of what was taken down.
    fn publish<'a>(
        &'a self,
        sites: &'a SiteBuilder,
        wish: &Wish<'a>,
        place: &SitesOnHost,
    ) -> Result<Report<'a>, CommandError> {
        let mut report = self.run(sites, wish, place, |sender, contents, memory| {
            let published = sender.publish(contents, wish.down, memory)?;
            memory.set_day(self.today);
            (sender.keep)(memory);
            Ok(published)
        })?;
        report.recorded = deletion_record::write(self, sites, &report.published, place);
        Ok(report)
    }

    fn run<'a>(
        &'a self,
        sites: &'a SiteBuilder,
        wish: &Wish<'a>,
        place: &SitesOnHost,
        act: impl FnOnce(&Publisher, &Contents, &mut Memory) -> Result<Published, PublishFault>,
    ) -> Result<Report<'a>, CommandError> {
        let mut memory = self.memory(sites);
        let folders = wish.built.folders.clone();
        let (contents, unreadable) = Contents::read(sites.out(), folders, &mut memory);
        let sender = Publisher {
            host: &*self.host,
            key: self.keyring.keyring.root().manifest(),
            run: random_name(&self.messages)?,
            computer: io::computer(),
            timing: Timing::default(),
            jobs: place.jobs.into(),
            sends_sites: wish.sends_sites,
            sending: self.sending.clone(),
            top: &self.top,
            keep: &|memory| sites.remember(&self.target, &memory.bytes()),
        };
        let line = ProgressLine::of_sending(self.sending.clone());
        let published = act(&sender, &contents, &mut memory);
        drop(line);
        Ok(Report {
            school: self,
            sites,
            built: wish.built,
            published: published.map_err(|fault| self.fault(fault))?,
            unreadable,
            recorded: Ok(Vec::new()),
        })
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

/// The page for the top of the host, in all of the school's languages.
fn top(shared: &Shared, messages: &Messages) -> Result<String, CommandError> {
    let page = render::top(&shared.school.languages, &shared.packs, &shared.theme);
    page.map_err(|system| {
        let values = [("on", "top.html".to_owned()), ("system", system)];
        CommandError::Said(messages.say("host-other", values))
    })
}

/// The files that all students share, if they have no errors.
fn read_shared(folder: &Path) -> Result<Shared, CommandError> {
    let shared = SharedInputs::read(&Disk::new(folder))?.shared;
    shared.ok_or_else(|| {
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
