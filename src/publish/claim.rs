//! Who may publish to a host: one run at a time, and one school in a folder.

use super::manifest::{Claim, Manifest};
use super::memory::Memory;
use super::run::{Before, PublishFault, Published, Publisher};
use crate::host::{HostFault, HostFaultKind, Kind};
use crate::io::watch::Since;
use crate::source::RelPath;

/// The file that says whose sites these are.
pub(super) const MARK: &str = "kinfolio.txt";

/// What the host is said to have done, for whoever runs it.
const NOT_STORED: &str = "the host said that it stored a file, and does not have it";

impl Publisher<'_> {
    /// The manifest on the host. `None` if there is none that can be used.
    pub(super) fn manifest(&self) -> Result<Option<Manifest>, HostFault> {
        let Some(path) = self.key.path() else {
            return Ok(None);
        };
        let sealed = self.host.read(&path)?;
        Ok(sealed.and_then(|sealed| Manifest::open(&sealed, &self.key)))
    }

    pub(super) fn write_manifest(&self, manifest: &Manifest) -> Result<(), HostFault> {
        let Some(path) = self.key.path() else {
            return Ok(());
        };
        self.host
            .write(&path, &manifest.seal(&self.key), Kind::Data)
    }

    /// Refuses a host with the sites of another school.
    pub(super) fn check_mark(&self) -> Result<(), PublishFault> {
        let Some(mark) = RelPath::new(MARK) else {
            return Ok(());
        };
        let Some(bytes) = self.host.read(&mark)? else {
            return Ok(());
        };
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let school = text.lines().find_map(|line| line.strip_prefix("school "));
        match school {
            Some(school) if school != self.key.school() => {
                Err(PublishFault::OtherSchool(school.to_owned()))
            }
            _ => Ok(()),
        }
    }

    /// Waits until a claim of another run has ended or is too old.
    pub(super) fn wait_for_others(
        &self,
        mut manifest: Manifest,
        memory: &Memory,
        published: &mut Published,
        read: &mut Since,
    ) -> Result<Manifest, PublishFault> {
        let Some(claim) = manifest.claim.clone() else {
            return Ok(manifest);
        };
        // A run of this computer was stopped, because it would still hold the lock on the
        // folder of sites.
        if !memory.is_own(&claim.run) {
            self.sending.wait(true);
            let began = Since::now();
            while began.elapsed() < self.timing.lease {
                std::thread::sleep(self.timing.renewed.min(self.timing.lease) / 4);
                *read = Since::now();
                manifest = self.manifest()?.unwrap_or(manifest);
                if manifest.claim.as_ref() != Some(&claim) {
                    break;
                }
            }
            self.sending.wait(false);
            match &manifest.claim {
                None => return Ok(manifest),
                Some(now) if *now != claim => return Err(busy(manifest)),
                Some(_) => {}
            }
        }
        published.taken_over = Some(claim.computer);
        Ok(manifest)
    }

    /// Writes into the manifest that this run is publishing, and which folders.
    pub(super) fn claim(
        &self,
        before: Before,
        published: &Published,
        memory: &mut Memory,
    ) -> Result<Manifest, PublishFault> {
        let Before {
            mut manifest,
            mut files,
            read,
            ..
        } = before;
        // Somebody may have published while the host was listed.
        if read.elapsed() > self.timing.settle / 2 {
            let now = self.manifest()?.unwrap_or_else(Manifest::new);
            if now != manifest {
                return Err(busy(now));
            }
        }
        for folder in published.plan.folders() {
            let name = &folder.folder;
            manifest.folders.insert(name.clone(), self.run.clone());
            memory.begin(name, &self.run, files.remove(name).unwrap_or_default());
        }
        // Before the claim: a run that is stopped in between is known to be this
        // computer's.
        memory.claim(&self.run);
        (self.keep)(memory);
        if published.is_first
            && let Some(mark) = RelPath::new(MARK)
        {
            let text = format!("kinfolio/1\nschool {}\n", self.key.school());
            self.host.write(&mark, text.as_bytes(), Kind::Text)?;
            self.write_top(published)?;
        }
        manifest.claim = Some(Claim {
            run: self.run.clone(),
            computer: self.computer.clone(),
            beat: 0,
        });
        self.write_manifest(&manifest)?;
        std::thread::sleep(self.timing.settle);
        self.still_ours()?;
        Ok(manifest)
    }

    /// Fails if another computer has begun to publish.
    pub(super) fn still_ours(&self) -> Result<(), PublishFault> {
        let Some(now) = self.manifest()? else {
            // Nobody removes the list: the host lost it, or never had it.
            return Err(PublishFault::Host(HostFault {
                kind: HostFaultKind::Other,
                on: self.host.place(),
                system: NOT_STORED.to_owned(),
            }));
        };
        if now.is_claimed_by(&self.run) {
            return Ok(());
        }
        Err(busy(now))
    }

    /// Renews the claim.
    pub(super) fn renew(&self, manifest: &mut Manifest) -> Result<(), PublishFault> {
        self.still_ours()?;
        if let Some(claim) = &mut manifest.claim {
            claim.beat += 1;
        }
        self.write_manifest(manifest)?;
        Ok(())
    }

    /// Makes sure before files are removed that nobody else has begun, if that was not
    /// looked at just now.
    pub(super) fn confirm(&self, manifest: &mut Manifest) -> Result<(), PublishFault> {
        let has_renewed = manifest.claim.as_ref().is_some_and(|claim| claim.beat > 0);
        if has_renewed {
            self.renew(manifest)?;
        }
        Ok(())
    }
}

/// That another run, which is in `manifest`, is publishing.
fn busy(manifest: Manifest) -> PublishFault {
    let computer = manifest.claim.map(|claim| claim.computer);
    PublishFault::Busy {
        computer: computer.unwrap_or_default(),
    }
}
