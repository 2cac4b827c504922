//! `kinfolio host-files`: what a web server has to know, so that each reader opens their
//! own pages and nobody else does.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::args::{HostFiles, HostServer};
use super::diagnostics::Messages;
use super::readers::SchoolReaders;
use super::terminal::Terminal;
use super::{CLEAN, CONTENT, CommandError, build, keys, school};
use crate::host_files::{
    self, FolderReader, GuardedFolder, PASSWORDS, RuleWords, Rules, Server, ServerFolder, UrlPath,
};
use crate::incremental::{ReadableSites, is_near_sites};
use crate::io::{self, Readers};
use crate::keyring::{self, Keyring};
use crate::model::{Access, ReaderId};
use crate::render::Bundle;
use crate::seal::Place;
use crate::source::{MAX_PICTURE_BYTES, RelPath};

/// Writes the files.
pub(super) fn run(options: &HostFiles, terminal: &mut Terminal) -> Result<u8, CommandError> {
    let named = options.place.folder.as_deref();
    let folder = school::find(named, "host-files --for SERVER --to FOLDER")?;
    refuse(options, &folder)?;
    let readers = SchoolReaders::read(&folder)?;
    let messages = &readers.messages;
    let mut code = CLEAN;
    let is_sealed = readers.shared.school.access == Access::Sealed;
    if !is_sealed && options.server == HostServer::Static {
        return Err(CommandError::Said(messages.say("host-files-static", [])));
    }
    let folders = if is_sealed {
        None
    } else {
        let (sites, keyring) = readable_sites(options, &folder, messages)?;
        if !sites.unknown.is_empty() {
            let list: Vec<&str> = sites.unknown.iter().map(String::as_str).collect();
            let values = [
                ("list", build::list(&list, messages)),
                ("sites", options.from.display().to_string()),
            ];
            terminal.error(&messages.say("host-files-unknown", values));
            code = CONTENT;
        }
        Some(guarded(&sites, &keyring))
    };
    let rules = rules(options, &readers, folders)?;
    let server = server(options.server);
    write(&host_files::files(server, &rules), &rules, options)?
        .say(server, &rules, options, messages, terminal)?;
    Ok(code)
}

fn server(server: HostServer) -> Server {
    match server {
        HostServer::Nginx => Server::Nginx,
        HostServer::Apache => Server::Apache,
        HostServer::Caddy => Server::Caddy,
        HostServer::Static => Server::Static,
    }
}

/// Refuses a place that others can see.
fn refuse(options: &HostFiles, school: &Path) -> Result<(), CommandError> {
    let to = &options.to;
    let in_sites = || {
        let root = options.root.as_deref();
        let near = [Some(options.from.as_path()), root].into_iter().flatten();
        is_near_sites(to) || near.into_iter().any(|near| io::overlap(near, to))
    };
    let id = if io::overlap(school, to) {
        "host-files-in-school"
    } else if in_sites() {
        "host-files-in-sites"
    } else {
        return Ok(());
    };
    let place = [("out", to.display().to_string())];
    Err(CommandError::Said(Messages::of_tool().say(id, place)))
}

/// The sites that are to be served, and the keyring.
fn readable_sites(
    options: &HostFiles,
    folder: &Path,
    messages: &Messages,
) -> Result<(ReadableSites, Keyring), CommandError> {
    let keys = options.place.keys.as_deref();
    let keyring = super::pass_phrase::keyrings().open(folder, Some(&options.from), keys);
    let keyring = keyring.map_err(|fault| match fault.problem {
        keyring::Problem::None => CommandError::Said(messages.say("host-files-no-keyring", [])),
        _ => keys::refused(&fault),
    })?;
    let keyring = keyring.keyring;
    let sites = ReadableSites::read(&options.from, options.work.as_deref(), &keyring);
    if sites.sites.is_empty() && sites.unknown.is_empty() {
        let values = [("sites", options.from.display().to_string())];
        return Err(CommandError::Said(messages.say("host-files-none", values)));
    }
    Ok((sites, keyring))
}

/// Who may read which folder: the sites, and the own page of each reader.
fn guarded(sites: &ReadableSites, keyring: &Keyring) -> Vec<GuardedFolder> {
    let root = keyring.root();
    let login = |id: &&ReaderId| {
        let login = root.login(id.as_str(), keyring.reader_turn(id));
        let reader = FolderReader {
            hash: login.hash(),
            user: login.user,
            only: None,
        };
        ((*id).clone(), reader)
    };
    // Each hash takes a millisecond or two.
    let logins: BTreeMap<ReaderId, FolderReader> = sites.readers().par_iter().map(login).collect();
    let mut folders: BTreeMap<Place, Vec<FolderReader>> = BTreeMap::new();
    for site in &sites.sites {
        let readers = site.readers.iter().filter_map(|reader| {
            Some(FolderReader {
                only: reader.only.clone(),
                ..logins.get(&reader.id)?.clone()
            })
        });
        folders.insert(site.place.clone(), readers.collect());
    }
    for (id, reader) in logins {
        folders.insert(root.reader_place(id.as_str()), vec![reader]);
    }
    let folders = folders.into_iter();
    let folders = folders.filter(|(_, readers)| !readers.is_empty());
    folders
        .map(|(place, readers)| GuardedFolder { place, readers })
        .collect()
}

/// What the rules are made of.
fn rules(
    options: &HostFiles,
    readers: &SchoolReaders,
    folders: Option<Vec<GuardedFolder>>,
) -> Result<Rules, CommandError> {
    let messages = &readers.messages;
    let said = |id, value: String| CommandError::Said(messages.say(id, [("value", value)]));
    let url = if let Some(path) = &options.url_path {
        UrlPath::new(path).ok_or_else(|| said("host-files-url", path.clone()))?
    } else {
        let address = readers.shared.school.address.as_deref();
        let address = address.ok_or_else(|| said("host-files-no-url", String::new()))?;
        UrlPath::of_address(address).ok_or_else(|| said("host-files-url", address.to_owned()))?
    };
    let place = |path: PathBuf| {
        let text = path.display().to_string();
        ServerFolder::new(&text).ok_or_else(|| said("host-files-folder", text))
    };
    let to = io::real(&options.to);
    let root = options.root.clone();
    let root = match options.server {
        HostServer::Static => root.unwrap_or_else(|| to.clone()),
        _ => root.ok_or_else(|| said("host-files-no-root", String::new()))?,
    };
    let tool = Messages::of_tool();
    let words = |id| tool.say(id, []);
    Ok(Rules {
        url,
        root: place(root)?,
        own: place(options.server_folder.clone().unwrap_or(to))?,
        folders,
        words: RuleWords {
            realm: words("rules-realm"),
            head: words("rules-head"),
            https: words("rules-https"),
            limit: words("rules-limit"),
        },
    })
}

/// What was done to the files.
struct Written {
    changed: usize,
    kept: usize,
    removed: usize,
    /// Whether the server has to read its rules again. It reads passwords each time.
    reload: bool,
    /// Whether the server has never been told about the rules.
    first: bool,
}

/// Writes what has changed, passwords first, and takes away those of readers who may open
/// nothing anymore. Their files stay empty until the next time: a server that has not read
/// its new rules yet looks for them.
fn write(files: &Bundle, rules: &Rules, options: &HostFiles) -> Result<Written, CommandError> {
    let to = &options.to;
    let readers = if rules.folders.is_some() {
        io::private_folder(to)?;
        Readers::of_staff(to)
    } else {
        Readers::Everyone
    };
    let is_new = |(path, bytes): (&RelPath, &Vec<u8>)| {
        let old = io::read_bytes(&to.join(path.as_str()), MAX_PICTURE_BYTES);
        old.is_none_or(|old| *old != **bytes)
    };
    let rule_files = || files.iter().filter(|(path, _)| path.folder().is_none());
    let reload = rule_files().any(is_new);
    let first = rule_files().all(|(path, _)| !to.join(path.as_str()).exists());
    let mut stale = Vec::new();
    if matches!(options.server, HostServer::Nginx | HostServer::Apache) {
        let there = io::names_in(&to.join(PASSWORDS)).into_iter();
        let there = there.filter(|name| Place::new(name).is_some());
        let there = there.filter_map(|name| RelPath::new(&format!("{PASSWORDS}/{name}")));
        stale.extend(there.filter(|path| !files.contains_key(path)));
    }
    let (emptied, empty): (Vec<RelPath>, Vec<RelPath>) = stale
        .into_iter()
        .partition(|path| is_new((path, &Vec::new())));
    let emptied: Bundle = emptied.into_iter().map(|path| (path, Vec::new())).collect();
    io::replace_files(to, to, &emptied, readers)?;
    let replaced = io::replace_files(to, to, files, readers)?;
    for path in &empty {
        io::remove_file(&to.join(path.as_str()))?;
    }
    Ok(Written {
        changed: replaced.changed,
        kept: replaced.kept,
        removed: emptied.len() + empty.len(),
        reload,
        first,
    })
}

impl Written {
    /// Says what was done, and what to do with it.
    fn say(
        &self,
        server: Server,
        rules: &Rules,
        options: &HostFiles,
        messages: &Messages,
        terminal: &mut Terminal,
    ) -> Result<(), CommandError> {
        let numbers = [
            ("changed", self.changed),
            ("kept", self.kept),
            ("removed", self.removed),
        ];
        let out = ("out", options.to.display().to_string());
        terminal.say(&messages.count("host-files-written", &numbers, [out]))?;
        let file = format!("{}/{}", rules.own.as_str(), host_files::main_file(server));
        let values = || {
            [
                ("file", file.clone()),
                ("folder", rules.own.as_str().to_owned()),
            ]
        };
        let (first, reload) = match server {
            Server::Nginx => ("host-files-first-nginx", Some("host-files-reload-nginx")),
            Server::Apache => ("host-files-first-apache", Some("host-files-reload-apache")),
            Server::Caddy => ("host-files-first-caddy", Some("host-files-reload-caddy")),
            Server::Static => ("host-files-first-static", None),
        };
        if self.first || (reload.is_none() && self.reload) {
            terminal.say(&messages.say(first, values()))?;
        }
        if let Some(id) = reload.filter(|_| self.reload) {
            terminal.say(&messages.say(id, values()))?;
        }
        Ok(())
    }
}
