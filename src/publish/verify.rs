//! Looks at published pages as a stranger would: from the list of what should be there,
//! without a key and without a login.

use rayon::prelude::*;

use super::contents::{Contents, LocalFolder};
use super::manifest::Manifest;
use super::send::on_host;
use crate::host::{HostFault, Web, WebAnswer, address_of};
use crate::model::Access;
use crate::seal::{ManifestKey, is_sealed};
use crate::source::RelPath;

/// What is looked at.
pub struct Verification<'a> {
    /// The published pages.
    pub web: &'a dyn Web,
    /// The key of the school's manifest.
    pub key: ManifestKey,
    /// How pages are kept private.
    pub access: Access,
    /// What should be there.
    pub contents: &'a Contents,
    /// Whether every file is asked for, and not only some of each site.
    pub is_thorough: bool,
    /// A random name, which no folder has.
    pub no_folder: String,
}

/// What was found.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Verified {
    /// The number of the publication that is up, and when it ended.
    pub version: Option<(u64, String)>,
    /// How many files were asked for.
    pub asked: usize,
    /// The folders that are not as they are here.
    pub outdated: Vec<String>,
    /// What is wrong, or could be better.
    pub findings: Vec<Finding>,
}

/// Something that was found.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// What it is.
    pub kind: FindingKind,
    /// The address, below that of the pages. Empty for the address itself.
    pub path: String,
    /// What the host answered, as far as it explains the finding.
    pub found: String,
}

/// Kinds of findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FindingKind {
    /// A page can be read without a key or a login.
    Readable,
    /// A host that should ask for a login does not.
    NoLogin,
    /// There is no page.
    NotThere,
    /// There is no list of what is published, or it is another school's.
    NoManifest,
    /// The page is not what was sent: the host changes pages.
    Altered,
    /// The host added a script to the page.
    ScriptAdded,
    /// A page is not served as one, so browsers show its source.
    WrongType,
    /// The host sends browsers to another address.
    Redirected,
    /// The folders of families are listed.
    Listed,
    /// The address is not encrypted.
    NotEncrypted,
    /// A publication was not finished.
    NotFinished,
    /// The same pages are there without encryption. Sealed pages cannot be opened then.
    AlsoUnencrypted,
    /// The host answers every address, so a wrong one looks like a right one.
    AnswersEverything,
    /// Shared computers and caches on the way may keep the page.
    Cached,
    /// Search engines are not told to stay away.
    NoRobotsHeader,
    /// The host sets a cookie.
    Cookie,
}

impl FindingKind {
    /// Whether it has to be mended. The others could be better.
    #[must_use]
    pub fn is_problem(self) -> bool {
        self < Self::AlsoUnencrypted
    }
}

/// How many files of a site are asked for besides the home page.
const SOME: usize = 2;

/// How many questions are asked at the same time.
const TOGETHER: usize = 16;

impl Verification<'_> {
    /// Looks at everything.
    ///
    /// # Errors
    /// That the host does not answer.
    pub fn run(&self) -> Result<Verified, HostFault> {
        let mut verified = Verified::default();
        let manifest = self.manifest(&mut verified)?;
        self.whole_host(&mut verified)?;
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(TOGETHER)
            .build();
        let look = || {
            let folders = self.contents.folders.par_iter();
            let looked = folders.map(|(name, local)| {
                let is_current = manifest
                    .as_ref()
                    .is_none_or(|manifest| manifest.folders.get(name) == Some(&local.state()));
                (name, is_current, self.folder(name, local, is_current))
            });
            looked.collect::<Vec<_>>()
        };
        let looked = match pool {
            Ok(pool) => pool.install(look),
            Err(_) => look(),
        };
        for (name, is_current, folder) in looked {
            let (asked, findings) = folder?;
            verified.asked += asked;
            verified.findings.extend(findings);
            if !is_current {
                verified.outdated.push(name.clone());
            }
        }
        verified.findings.sort();
        Ok(verified)
    }

    /// Reads the list of what is published, as far as strangers get it.
    fn manifest(&self, verified: &mut Verified) -> Result<Option<Manifest>, HostFault> {
        let Some(path) = self.key.path() else {
            return Ok(None);
        };
        let answer = self.web.get(path.as_str())?;
        let manifest = Manifest::open(&answer.bytes, &self.key).filter(|_| answer.status == 200);
        match &manifest {
            Some(manifest) => {
                verified.version = Some((manifest.number, manifest.ended.clone()));
                if manifest.claim.is_some() {
                    verified.add(FindingKind::NotFinished, "", "");
                }
            }
            None if self.access == Access::HostLogin && answer.is_refused() => {}
            None => {
                let found = format!("HTTP {}", answer.status);
                verified.add(FindingKind::NoManifest, path.as_str(), &found);
            }
        }
        Ok(manifest)
    }

    /// What is the same for all sites.
    fn whole_host(&self, verified: &mut Verified) -> Result<(), HostFault> {
        let address = self.web.address();
        if !address.starts_with("https://") && !is_this_computer(address) {
            verified.add(FindingKind::NotEncrypted, "", address);
        }
        let top = self.web.get("")?;
        let text = String::from_utf8_lossy(&top.bytes);
        let mut names = self.contents.folders.keys();
        if top.status == 200 && names.any(|name| text.contains(name.as_str())) {
            verified.add(FindingKind::Listed, "", "HTTP 200");
        }
        let nothing = self.web.get(&format!("{}/", self.no_folder))?;
        if nothing.status == 200 {
            verified.add(FindingKind::AnswersEverything, &self.no_folder, "HTTP 200");
        }
        let Some((name, _)) = self.contents.folders.first_key_value() else {
            return Ok(());
        };
        let home = format!("{name}/");
        if let Some(answer) = self.web.get_unencrypted(&home)
            && answer.status == 200
        {
            verified.add(FindingKind::AlsoUnencrypted, &home, "HTTP 200");
        }
        Ok(())
    }

    /// Looks at the files of a folder.
    fn folder(
        &self,
        name: &str,
        local: &LocalFolder,
        is_current: bool,
    ) -> Result<(usize, Vec<Finding>), HostFault> {
        let mut verified = Verified::default();
        for path in self.some_files(local) {
            let Some(place) = on_host(name, path) else {
                continue;
            };
            let address = address_of(&place);
            let answer = self.web.get(&address)?;
            verified.asked += 1;
            match self.access {
                Access::HostLogin => no_login(&answer, &address, &mut verified),
                Access::Sealed => {
                    let sent = self.contents.bytes(name, path).filter(|_| is_current);
                    sealed(&answer, &address, path, sent.as_deref(), &mut verified);
                }
            }
        }
        Ok((verified.asked, verified.findings))
    }

    /// The home page, a picture, and some others, or all.
    fn some_files<'a>(&self, local: &'a LocalFolder) -> Vec<&'a RelPath> {
        let (mut first, mut rest): (Vec<&RelPath>, Vec<&RelPath>) = local
            .files
            .keys()
            .partition(|path| path.as_str() == "index.html");
        if self.is_thorough {
            first.append(&mut rest);
            return first;
        }
        let step = (rest.len() / SOME).max(1);
        let picture = rest.iter().copied().find(|path| !path.has_ending("html"));
        first.extend(rest.iter().copied().step_by(step).take(SOME));
        first.extend(picture.filter(|picture| !first.contains(picture)));
        first
    }
}

impl Verified {
    fn add(&mut self, kind: FindingKind, path: &str, found: &str) {
        self.findings.push(Finding {
            kind,
            path: path.to_owned(),
            found: found.chars().take(200).collect(),
        });
    }

    /// Whether nothing has to be mended.
    #[must_use]
    pub fn is_well(&self) -> bool {
        !self
            .findings
            .iter()
            .any(|finding| finding.kind.is_problem())
    }
}

/// Whether an address does not leave this computer, so that nobody is on the way.
fn is_this_computer(address: &str) -> bool {
    let here = ["http://127.0.0.1", "http://localhost", "http://[::1]"];
    here.iter().any(|here| {
        let rest = address.strip_prefix(here);
        rest.is_some_and(|rest| rest.starts_with([':', '/']))
    })
}

/// A host that asks for a login refuses strangers.
fn no_login(answer: &WebAnswer, address: &str, verified: &mut Verified) {
    let status = format!("HTTP {}", answer.status);
    match answer.status {
        // Refused, or sent to a login page of the host's own.
        401 | 403 | 301..=303 | 307 | 308 => {}
        404 | 410 => verified.add(FindingKind::NotThere, address, &status),
        _ => verified.add(FindingKind::NoLogin, address, &status),
    }
}

/// A sealed file is there for everybody, and is what was sent. `sent` is `None` if another
/// version is there.
fn sealed(
    answer: &WebAnswer,
    address: &str,
    path: &RelPath,
    sent: Option<&[u8]>,
    verified: &mut Verified,
) {
    let status = format!("HTTP {}", answer.status);
    if matches!(answer.status, 300..=399) {
        let to = answer.header("location").unwrap_or(&status);
        return verified.add(FindingKind::Redirected, address, to);
    }
    if answer.status != 200 {
        return verified.add(FindingKind::NotThere, address, &status);
    }
    let is_page = path.has_ending("html");
    let text = String::from_utf8_lossy(&answer.bytes);
    if is_page && !is_sealed(&text) {
        return verified.add(FindingKind::Readable, address, &status);
    }
    if let Some(sent) = sent
        && sent != answer.bytes
    {
        let scripts = |text: &str| text.matches("<script").count();
        let more = scripts(&text) > scripts(&String::from_utf8_lossy(sent));
        let kind = if is_page && more {
            FindingKind::ScriptAdded
        } else {
            FindingKind::Altered
        };
        verified.add(kind, address, &status);
    }
    let kind = answer.header("content-type").unwrap_or("-");
    if is_page && !kind.to_ascii_lowercase().starts_with("text/html") {
        verified.add(FindingKind::WrongType, address, kind);
    }
    // The home page stands for the others: a host has one rule for all.
    if path.as_str() == "index.html" {
        headers(answer, address, verified);
    }
}

fn headers(answer: &WebAnswer, address: &str, verified: &mut Verified) {
    let robots = answer.header("x-robots-tag").unwrap_or_default();
    if !robots.contains("noindex") {
        verified.add(FindingKind::NoRobotsHeader, address, robots);
    }
    if let Some(cookie) = answer.header("set-cookie") {
        let name = cookie.split('=').next().unwrap_or_default();
        verified.add(FindingKind::Cookie, address, name);
    }
    let cache = answer.header("cache-control").unwrap_or_default();
    if stays(cache) {
        verified.add(FindingKind::Cached, address, cache);
    }
}

/// How long a page may be kept without asking, in seconds.
const KEPT: u64 = 60 * 60;

/// Whether a changed page may not be seen for a while.
fn stays(cache: &str) -> bool {
    let cache = cache.to_ascii_lowercase();
    let mut rules = cache.split(',').map(str::trim);
    rules.any(|rule| {
        let age = rule
            .split_once('=')
            .filter(|(name, _)| name.ends_with("max-age") || name.ends_with("s-maxage"));
        let seconds = age.and_then(|(_, age)| age.parse::<u64>().ok());
        rule == "immutable" || seconds.is_some_and(|seconds| seconds > KEPT)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_computer_is_known() {
        let check = |address: &str, expected: bool| {
            assert_eq!(is_this_computer(address), expected, "{address}");
        };
        check("http://127.0.0.1:8080/families/", true);
        check("http://localhost/", true);
        check("http://[::1]:80/", true);
        check("http://127.0.0.1.example.org/", false);
        check("http://pages.example.org/", false);
    }

    #[test]
    fn rules_for_caches_are_read() {
        let check = |rule: &str, expected: bool| assert_eq!(stays(rule), expected, "{rule}");
        check("", false);
        check("no-cache", false);
        check("private, no-cache", false);
        check("public, max-age=0, must-revalidate", false);
        check("max-age=600", false);
        check("public, max-age=86400", true);
        check("max-age=0, s-maxage=604800", true);
        check("public, IMMUTABLE", true);
    }
}
