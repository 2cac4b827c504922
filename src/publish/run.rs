//! One publication: looks at the host, claims it, sends, removes, and says what is there.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use super::claim::MARK;
use super::contents::{Contents, Hashes, LocalFolder};
use super::manifest::Manifest;
use super::memory::Memory;
use super::plan::{FolderPlan, Plan};
use super::send::{FolderSent, Sender, Sending, Stopped, on_host};
use super::take_down::{TakenDown, take_down};
use crate::host::{Host, HostFault};
use crate::io::watch::Since;
use crate::seal::{ManifestKey, Place};
use crate::source::RelPath;

/// How long a publication waits for what.
#[derive(Debug, Clone, Copy)]
pub struct Timing {
    /// Between writing a claim and believing it.
    pub settle: Duration,
    /// Between two renewals of a claim.
    pub renewed: Duration,
    /// How long a claim of another computer counts without a renewal.
    pub lease: Duration,
    /// Between two times when the memory is kept.
    pub kept: Duration,
}

impl Default for Timing {
    fn default() -> Self {
        Self {
            settle: Duration::from_secs(2),
            renewed: Duration::from_secs(20),
            lease: Duration::from_secs(90),
            kept: Duration::from_secs(5),
        }
    }
}

/// Why nothing, or not everything, was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PublishFault {
    /// The host did not answer as it should.
    Host(HostFault),
    /// Another computer is publishing.
    Busy {
        /// Its name.
        computer: String,
    },
    /// The sites of another school are there. Its public name.
    OtherSchool(String),
}

impl From<HostFault> for PublishFault {
    fn from(fault: HostFault) -> Self {
        Self::Host(fault)
    }
}

/// What a publication did.
#[derive(Debug, Default)]
pub struct Published {
    /// What was to be done.
    pub plan: Plan,
    /// Folders that are complete now.
    pub done: BTreeSet<String>,
    /// How many files were sent, and how many bytes.
    pub sent: (usize, u64),
    /// How many stale files were removed.
    pub removed: usize,
    /// Folders that were not completed, and why.
    pub failed: Vec<(String, HostFault)>,
    /// Folders that were not completed, because files here changed meanwhile.
    pub changed: Vec<String>,
    /// How many folders were not begun, because of these faults.
    pub not_begun: usize,
    /// Folders on the host that are to be taken down.
    pub to_take_down: BTreeSet<String>,
    /// Folders that were taken down.
    pub taken_down: Vec<TakenDown>,
    /// Whether the host had no list of this school before.
    pub is_first: bool,
    /// Files and folders of others at the top of the host, if this is the first time.
    pub foreign: BTreeSet<String>,
    /// Why another run was taken over: the computer that did not end it.
    pub taken_over: Option<String>,
}

impl Published {
    /// Whether every folder that was to be sent is complete.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.failed.is_empty() && self.changed.is_empty() && self.not_begun == 0
    }

    /// Whether nothing is left of what was taken down.
    #[must_use]
    pub fn are_removals_proved(&self) -> bool {
        self.taken_down.iter().all(TakenDown::is_proved)
    }
}

/// Publishes to one host.
pub struct Publisher<'a> {
    /// The host.
    pub host: &'a dyn Host,
    /// The key of the school's manifest.
    pub key: ManifestKey,
    /// The random name of this run.
    pub run: String,
    /// The name of this computer.
    pub computer: String,
    /// How long to wait for what.
    pub timing: Timing,
    /// How many folders are sent at the same time.
    pub jobs: usize,
    /// Whether sites are sent. Otherwise only the folders of readers are, as far as the
    /// sites that they open are up to date.
    pub sends_sites: bool,
    /// How far it has come.
    pub sending: Sending,
    /// The page for the top of the host, which names nobody.
    pub top: &'a str,
    /// Keeps what is known of the host.
    pub keep: &'a dyn Fn(&Memory),
}

/// From how many folders on the complete host is listed instead of each.
const MANY: usize = 16;

/// What is on the host before a run.
pub(super) struct Before {
    pub(super) manifest: Manifest,
    /// When the manifest was read.
    pub(super) read: Since,
    /// What is at the top of the host, if it was listed.
    top: BTreeSet<String>,
    /// The folders that are not up to date, with their files. A file whose contents are
    /// not known has no hash.
    pub(super) files: BTreeMap<String, Hashes>,
}

impl Publisher<'_> {
    /// What publishing would do. Writes nothing.
    ///
    /// # Errors
    /// Why it could not be found out.
    pub fn plan(
        &self,
        contents: &Contents,
        down: &BTreeSet<String>,
        memory: &Memory,
    ) -> Result<Published, PublishFault> {
        Ok(self.compared(contents, down, memory)?.0)
    }

    fn compared(
        &self,
        contents: &Contents,
        down: &BTreeSet<String>,
        memory: &Memory,
    ) -> Result<(Published, Before), PublishFault> {
        let mut published = Published::default();
        let before = self.look(contents, memory, &mut published)?;
        let listed = before.manifest.folders.keys();
        let mut plan = Plan::new(contents, &before.files, listed);
        if !self.sends_sites {
            plan.readers = readers_of_complete_sites(&plan, contents, &published).0;
            plan.sites.clear();
        }
        published.plan = plan;
        let there = down.iter().filter(|name| before.has(name));
        published.to_take_down = there.cloned().collect();
        Ok((published, before))
    }

    /// Brings the host up to date with `contents`, and takes down the folders in `down`.
    ///
    /// # Errors
    /// Why nothing was published. What families see is complete, old or new.
    pub fn publish(
        &self,
        contents: &Contents,
        down: &BTreeSet<String>,
        memory: &mut Memory,
    ) -> Result<Published, PublishFault> {
        let (mut published, before) = self.compared(contents, down, memory)?;
        let is_claimed = before.manifest.claim.is_some();
        if published.plan.is_empty()
            && published.to_take_down.is_empty()
            && !is_claimed
            && !published.is_first
        {
            return Ok(published);
        }
        self.sending.begin(published.plan.files());
        let mut manifest = self.claim(before, &published, memory)?;
        let mut renewed = Since::now();
        let plan = published.plan.clone();
        let mut send = |folders: &[FolderPlan], published: &mut Published| {
            self.send(
                folders,
                contents,
                &mut manifest,
                memory,
                &mut renewed,
                published,
            )
        };
        send(&plan.sites, &mut published)?;
        let (readers, waiting) = readers_of_complete_sites(&plan, contents, &published);
        send(&readers, &mut published)?;
        published.not_begun += waiting;
        self.host.settle()?;
        if published.is_complete() {
            self.confirm(&mut manifest)?;
            self.remove_stale(&plan, memory, &mut published);
        }
        if published.is_complete() {
            self.take_down(&mut manifest, memory, &mut published);
        }
        self.end(contents, &mut manifest, memory, &published)?;
        Ok(published)
    }

    /// What is on the host.
    fn look(
        &self,
        contents: &Contents,
        memory: &Memory,
        published: &mut Published,
    ) -> Result<Before, PublishFault> {
        let mut read = Since::now();
        let found = self.manifest()?;
        published.is_first = found.is_none();
        let manifest = found.unwrap_or_else(Manifest::new);
        let manifest = self.wait_for_others(manifest, memory, published, &mut read)?;
        let mut top = BTreeSet::new();
        let mut files = BTreeMap::new();
        let mut unknown = Vec::new();
        for (name, local) in &contents.folders {
            let state = manifest.folders.get(name);
            if state.is_some_and(|state| *state == local.state()) {
                continue;
            }
            match state.and_then(|state| memory.files(name, state)) {
                Some(known) => drop(files.insert(name.clone(), known.clone())),
                None => unknown.push(name),
            }
        }
        if published.is_first {
            self.check_mark()?;
        }
        if published.is_first || unknown.len() >= MANY {
            top = self.list_all(&unknown, &mut files, published)?;
        } else {
            for name in unknown {
                let folder = RelPath::new(name);
                let listed = self.host.list(folder.as_ref())?;
                let paths = listed.iter().filter_map(|file| file.path.below(name));
                files.insert(name.clone(), without_hashes(paths));
            }
        }
        Ok(Before {
            manifest,
            read,
            top,
            files,
        })
    }

    /// Lists the complete host, for a first publication or if much is unknown. Returns
    /// what is at its top.
    fn list_all(
        &self,
        unknown: &[&String],
        files: &mut BTreeMap<String, Hashes>,
        published: &mut Published,
    ) -> Result<BTreeSet<String>, HostFault> {
        let mut tops = BTreeSet::new();
        for name in unknown {
            files.insert((*name).clone(), Hashes::new());
        }
        for file in self.host.list(None)? {
            let (top, rest) = match file.path.as_str().split_once('/') {
                Some((top, rest)) => (top, RelPath::new(rest)),
                None => (file.path.as_str(), None),
            };
            if let (Some(known), Some(path)) = (files.get_mut(top), rest) {
                known.insert(path, String::new());
            }
            tops.insert(top.to_owned());
        }
        if published.is_first {
            let is_foreign = |top: &&String| *top != MARK && Place::new(top).is_none();
            published.foreign = tops.iter().filter(is_foreign).cloned().collect();
            if published.foreign.iter().any(|name| Self::is_top(name)) && self.has_own_top()? {
                published.foreign.retain(|name| !Self::is_top(name));
            }
        }
        Ok(tops)
    }

    fn send(
        &self,
        folders: &[FolderPlan],
        contents: &Contents,
        manifest: &mut Manifest,
        memory: &mut Memory,
        renewed: &mut Since,
        published: &mut Published,
    ) -> Result<(), PublishFault> {
        let sender = Sender {
            host: self.host,
            contents,
            sending: &self.sending,
            jobs: self.jobs,
            turn: self.timing.renewed.min(self.timing.kept) / 2,
        };
        let mut lost = Ok(());
        let mut kept = Since::now();
        let not_begun = sender.send(folders, &mut |one| {
            if let Some(one) = one {
                take(one, contents, memory, published);
            }
            if kept.elapsed() > self.timing.kept {
                (self.keep)(memory);
                kept = Since::now();
            }
            if renewed.elapsed() > self.timing.renewed && lost.is_ok() {
                lost = self.renew(manifest);
                *renewed = Since::now();
            }
            lost.is_ok()
        });
        published.not_begun += not_begun;
        published.sent.1 = self.sending.bytes();
        (self.keep)(memory);
        lost
    }

    fn remove_stale(&self, plan: &Plan, memory: &mut Memory, published: &mut Published) {
        for folder in plan.folders() {
            for path in &folder.stale {
                let Some(place) = on_host(&folder.folder, path) else {
                    continue;
                };
                match self.host.remove(&place) {
                    Ok(()) => {
                        memory.removed(&folder.folder, path);
                        published.removed += 1;
                    }
                    Err(fault) => {
                        published.done.remove(&folder.folder);
                        published.failed.push((folder.folder.clone(), fault));
                        return;
                    }
                }
            }
        }
    }

    fn take_down(&self, manifest: &mut Manifest, memory: &mut Memory, published: &mut Published) {
        for name in &published.to_take_down {
            let Some(folder) = RelPath::new(name) else {
                continue;
            };
            let state = manifest.folders.get(name).cloned().unwrap_or_default();
            let known = memory.files(name, &state).into_iter().flatten();
            let known = known.filter_map(|(path, _)| on_host(name, path));
            match take_down(self.host, &folder, known) {
                Ok(taken) => {
                    if taken.is_proved() {
                        manifest.folders.remove(name);
                        memory.forget(name);
                    }
                    published.taken_down.push(taken);
                }
                Err(fault) => published.failed.push((name.clone(), fault)),
            }
        }
    }

    /// Writes what is on the host now, and lets go of it.
    fn end(
        &self,
        contents: &Contents,
        manifest: &mut Manifest,
        memory: &mut Memory,
        published: &Published,
    ) -> Result<(), PublishFault> {
        let has_all = |(name, local): &(&String, &LocalFolder)| {
            published.done.contains(*name) && memory.has_exactly(name, &self.run, &local.files)
        };
        let complete: Vec<(&String, &LocalFolder)> =
            contents.folders.iter().filter(has_all).collect();
        for (name, local) in &complete {
            manifest.folders.insert((*name).clone(), local.state());
        }
        manifest.number += 1;
        manifest.ended = crate::io::time_of_day();
        manifest.claim = None;
        self.write_manifest(manifest)?;
        for (name, local) in complete {
            memory.end(name, &local.state(), local.files.clone());
        }
        (self.keep)(memory);
        Ok(())
    }
}

impl Before {
    /// Whether a folder is on the host, as far as is known.
    fn has(&self, folder: &str) -> bool {
        self.manifest.folders.contains_key(folder) || self.top.contains(folder)
    }
}

/// The folders of readers whose sites are all complete, and how many others there are: the
/// new keys in them would not open old pages.
fn readers_of_complete_sites(
    plan: &Plan,
    contents: &Contents,
    published: &Published,
) -> (Vec<FolderPlan>, usize) {
    let unfinished: BTreeSet<&String> = plan
        .sites
        .iter()
        .map(|site| &site.folder)
        .filter(|site| !published.done.contains(*site))
        .collect();
    let is_ready = |reader: &&FolderPlan| {
        let local = contents.folders.get(&reader.folder);
        local.is_some_and(|local| local.sites.iter().all(|site| !unfinished.contains(site)))
    };
    let ready: Vec<FolderPlan> = plan.readers.iter().filter(is_ready).cloned().collect();
    let waiting = plan.readers.len() - ready.len();
    (ready, waiting)
}

/// Notes what was sent of a folder.
fn take(one: FolderSent, contents: &Contents, memory: &mut Memory, published: &mut Published) {
    let local = contents.folders.get(&one.folder);
    for path in &one.sent {
        published.sent.0 += 1;
        if let Some(hash) = local.and_then(|local| local.files.get(path)) {
            memory.sent(&one.folder, path, hash);
        }
    }
    match one.stopped {
        None => drop(published.done.insert(one.folder)),
        Some(Stopped::Host(fault)) => published.failed.push((one.folder, fault)),
        Some(Stopped::Changed) => published.changed.push(one.folder),
    }
}

/// Files that are known by name only.
fn without_hashes<'a>(paths: impl Iterator<Item = &'a str>) -> Hashes {
    paths
        .filter_map(|path| Some((RelPath::new(path)?, String::new())))
        .collect()
}
