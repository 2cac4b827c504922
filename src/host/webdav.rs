//! Folders of WebDAV servers.
//!
//! A file is put next to its place and moved over the old one, because many servers write
//! into the old file while it is sent. Apache is the other way around: it writes a file of
//! its own first, and removes the old one before it moves another to its place. nginx
//! replaces a file at once in both ways. So on these two, files are put straight into their
//! place. Nothing is sent in parts: some servers put a part where the file was.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError, RwLock};
use std::time::Duration;

use data_encoding::BASE64;
use percent_encoding::percent_decode_str;
use quick_xml::Reader;
use quick_xml::events::Event;
use ureq::http::{Request, header, request};
use zeroize::Zeroizing;

use super::address::encoded;
use super::http::{Answer, Client};
use super::{Host, HostFault, HostFaultKind, Kind, Listed, Secret};
use crate::source::RelPath;

/// What [`WebDavHost::list`] wants to know of a file.
const WANTED: &str = r#"<?xml version="1.0" encoding="utf-8"?><D:propfind xmlns:D="DAV:"><D:prop><D:resourcetype/><D:getcontentlength/></D:prop></D:propfind>"#;

/// What Apache's own storage of files says that it can do, and nobody else.
const APACHE: &str = "<http://apache.org/dav/propset/fs/1>";

/// What nginx's own module says that it allows, in this form and whatever its settings
/// are. A server behind an nginx that passes requests on says something else.
const NGINX: &str = "GET,HEAD,PUT,DELETE,MKCOL,COPY,MOVE,PROPFIND,OPTIONS,LOCK,UNLOCK";

/// A folder on a WebDAV server.
pub struct WebDavHost {
    client: Client,
    /// Encoded, with `/` at its end.
    address: String,
    /// The value of `Authorization`.
    login: Secret,
    /// Whether the server replaces a file at once when it is put into its place.
    replaces_at_once: bool,
    /// Folders that are there.
    made: Mutex<BTreeSet<String>>,
    /// One thread at a time makes folders: servers refuse to make the same one twice in
    /// ways that cannot be told from "you may not."
    making: Mutex<()>,
    /// How many files and folders were in a folder, less those that were removed since.
    left: Mutex<BTreeMap<String, usize>>,
    /// A folder is removed with whatever is in it, so nothing is written meanwhile.
    removing: RwLock<()>,
}

impl WebDavHost {
    /// Looks whether the folder at `address` is there.
    ///
    /// # Errors
    /// Why the server did not answer, or what it answered.
    pub(super) fn open(
        address: &str,
        login: &(Secret, Secret),
        patience: Duration,
    ) -> Result<Self, HostFault> {
        let (user, password) = login;
        let both = Zeroizing::new(format!("{}:{}", user.reveal(), password.reveal()));
        let coded = Zeroizing::new(BASE64.encode(both.as_bytes()));
        let secrets = vec![Secret::new(password.reveal()), Secret::new(&coded)];
        let mut host = Self {
            client: Client::new(address, patience, secrets),
            address: address.to_owned(),
            login: Secret::new(&Zeroizing::new(format!("Basic {}", *coded))),
            replaces_at_once: false,
            made: Mutex::default(),
            making: Mutex::default(),
            left: Mutex::default(),
            removing: RwLock::default(),
        };
        let answer = host.properties(address, "0")?;
        let found = entries(&answer.bytes).and_then(|entries| entries.into_iter().next());
        match found {
            Some(entry) if answer.status == 207 && entry.is_folder => {
                let can = host.send("OPTIONS", address)?;
                host.replaces_at_once = replaces_at_once(&can.header("dav"), &can.header("allow"));
                Ok(host)
            }
            // A file, or a web server that knows no WebDAV.
            _ if answer.status < 300 => {
                Err(host
                    .client
                    .fault(HostFaultKind::Other, address, "not WebDAV"))
            }
            _ => Err(host.client.refusal(address, &answer, "")),
        }
    }

    fn at(&self, path: &RelPath) -> String {
        self.address.clone() + &encoded(path.as_str())
    }

    fn folder_at(&self, folder: &str) -> String {
        format!("{}{}/", self.address, encoded(folder))
    }

    fn request(&self, method: &str, at: &str) -> request::Builder {
        let mut login = header::HeaderValue::from_str(self.login.reveal());
        if let Ok(login) = &mut login {
            login.set_sensitive(true);
        }
        let request = Request::builder().method(method).uri(at);
        match login {
            Ok(login) => request.header(header::AUTHORIZATION, login),
            // Base64 is always fine.
            Err(_) => request,
        }
    }

    fn send(&self, method: &str, at: &str) -> Result<Answer, HostFault> {
        self.client.send(at, self.request(method, at).body(()))
    }

    fn properties(&self, at: &str, depth: &str) -> Result<Answer, HostFault> {
        let request = self.request("PROPFIND", at);
        let request = request.header("Depth", depth);
        let request = request.header(header::CONTENT_TYPE, "application/xml; charset=utf-8");
        self.client.send(at, request.body(WANTED))
    }

    fn put(&self, at: &str, bytes: &[u8], kind: Kind) -> Result<Answer, HostFault> {
        let request = self.request("PUT", at);
        let request = request.header(header::CONTENT_TYPE, kind.content_type());
        self.client.send(at, request.body(bytes))
    }

    /// Whether a folder is known to be there.
    fn is_made(&self, folder: &str) -> bool {
        let made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        made.contains(folder)
    }

    fn note_made(&self, folder: &str) {
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        made.insert(folder.to_owned());
    }

    /// Makes the folders on the way to `path` that are not known to be there.
    fn make_folders(&self, path: &RelPath) -> Result<(), HostFault> {
        let _alone = self.making.lock().unwrap_or_else(PoisonError::into_inner);
        for folder in path.folders() {
            if self.is_made(folder) {
                continue;
            }
            let at = self.folder_at(folder);
            let answer = self.send("MKCOL", &at)?;
            // 405 is how a server says that there is something. Whether that is a
            // folder, the file in it tells.
            if !matches!(answer.status, 200..=299 | 405) {
                return Err(self.client.refusal(&at, &answer, ""));
            }
            self.note_made(folder);
        }
        Ok(())
    }

    /// Puts a file at `path`, with the folders that are missing.
    fn put_in(&self, path: &RelPath, bytes: &[u8], kind: Kind) -> Result<(), HostFault> {
        let at = self.at(path);
        let was_made = path.folder().is_some_and(|folder| self.is_made(folder));
        let mut answer = self.put(&at, bytes, kind)?;
        // The folder may be missing. Mostly it is not, so nobody asks first. nginx answers
        // 500 then, others 404 or 409.
        let missing = match answer.status {
            404 | 409 => true,
            500 => !was_made,
            _ => false,
        };
        if missing && path.folder().is_some() {
            if was_made {
                self.forget(path);
            }
            self.make_folders(path)?;
            answer = self.put(&at, bytes, kind)?;
        }
        match answer.status {
            200..=299 => Ok(()),
            _ => Err(self.client.refusal(&at, &answer, "")),
        }
    }

    fn put_in_place(&self, beside: &RelPath, path: &RelPath) -> Result<(), HostFault> {
        let at = self.at(path);
        let request = self.request("MOVE", &self.at(beside));
        let request = request.header("Destination", &at).header("Overwrite", "T");
        let answer = self.client.send(&at, request.body(()))?;
        match answer.status {
            201 | 204 | 200 => Ok(()),
            _ => Err(self.client.refusal(&at, &answer, "")),
        }
    }

    /// Whether a folder may be empty now that one more file or folder in it was removed.
    /// Asking the server each time would list a large folder again and again.
    fn may_be_empty(&self, folder: &str) -> bool {
        let mut left = self.left.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(count) = left.get_mut(folder) else {
            return true;
        };
        *count = count.saturating_sub(1);
        if *count == 0 {
            left.remove(folder);
            return true;
        }
        false
    }

    /// Somebody else removed a folder, so nothing is known of those on the way to `path`.
    fn forget(&self, path: &RelPath) {
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        made.retain(|folder| path.below(folder).is_none());
    }

    /// What is directly in a folder. `None` if the folder is not there.
    fn inside(&self, at: &str) -> Result<Option<Vec<Entry>>, HostFault> {
        let answer = self.properties(at, "1")?;
        match answer.status {
            207 => {}
            404 | 410 => return Ok(None),
            _ => return Err(self.client.refusal(at, &answer, "")),
        }
        let nonsense = || {
            self.client
                .fault(HostFaultKind::Other, at, "PROPFIND: no list")
        };
        let mut entries = entries(&answer.bytes).ok_or_else(nonsense)?;
        // The folder itself is among them. Servers behind others write paths that begin
        // differently from the address, so what counts is how deep they are.
        let top = entries.iter().map(Entry::depth).min().unwrap_or_default();
        entries.retain(|entry| entry.depth() == top + 1);
        Ok(Some(entries))
    }
}

impl Host for WebDavHost {
    fn place(&self) -> String {
        self.address.clone()
    }

    fn read(&self, path: &RelPath) -> Result<Option<Vec<u8>>, HostFault> {
        let at = self.at(path);
        let request = self.request("GET", &at);
        let request = request.header(header::CACHE_CONTROL, "no-cache");
        let answer = self.client.send(&at, request.body(()))?;
        match answer.status {
            200 => Ok(Some(answer.bytes)),
            404 | 410 => Ok(None),
            _ => Err(self.client.refusal(&at, &answer, "")),
        }
    }

    fn write(&self, path: &RelPath, bytes: &[u8], kind: Kind) -> Result<(), HostFault> {
        let _nothing_is_removed = self.removing.read().unwrap_or_else(PoisonError::into_inner);
        if self.replaces_at_once {
            return self.put_in(path, bytes, kind);
        }
        let beside = super::beside(path)?;
        let placed = self
            .put_in(&beside, bytes, kind)
            .and_then(|()| self.put_in_place(&beside, path));
        if placed.is_err() {
            // A part of the file may be there, and nothing depends on it.
            let _ = self.send("DELETE", &self.at(&beside));
        }
        placed
    }

    fn remove(&self, path: &RelPath) -> Result<(), HostFault> {
        let _nothing_is_written = self
            .removing
            .write()
            .unwrap_or_else(PoisonError::into_inner);
        let at = self.at(path);
        let answer = self.send("DELETE", &at)?;
        if !matches!(answer.status, 200..=299 | 404 | 410) {
            return Err(self.client.refusal(&at, &answer, ""));
        }
        for folder in path.folders().rev() {
            if !self.may_be_empty(folder) {
                break;
            }
            let at = self.folder_at(folder);
            let inside = self.inside(&at)?.map(|entries| entries.len());
            if let Some(count @ 1..) = inside {
                let mut left = self.left.lock().unwrap_or_else(PoisonError::into_inner);
                left.insert(folder.to_owned(), count);
                break;
            }
            if inside.is_some() {
                let answer = self.send("DELETE", &at)?;
                if !matches!(answer.status, 200..=299 | 404 | 410) {
                    break;
                }
            }
            let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
            made.remove(folder);
        }
        Ok(())
    }

    fn list(&self, folder: Option<&RelPath>) -> Result<Vec<Listed>, HostFault> {
        let mut listed = Vec::new();
        let mut folders = vec![folder.map(|folder| folder.as_str().to_owned())];
        while let Some(folder) = folders.pop() {
            let at = folder.as_ref().map(|folder| self.folder_at(folder));
            let at = at.unwrap_or_else(|| self.address.clone());
            let Some(entries) = self.inside(&at)? else {
                if folder.is_some() {
                    continue;
                }
                // Somebody may remove a folder meanwhile, but not the whole host.
                return Err(self.client.fault(HostFaultKind::Missing, &at, "HTTP 404"));
            };
            for entry in entries {
                let Some(name) = entry.name() else {
                    continue;
                };
                let path = match &folder {
                    Some(folder) => format!("{folder}/{name}"),
                    None => name,
                };
                // What has a name that no path can have was not published from here.
                let Some(path) = RelPath::new(&path) else {
                    continue;
                };
                if entry.is_folder {
                    folders.push(Some(path.as_str().to_owned()));
                } else {
                    let bytes = entry.bytes;
                    listed.push(Listed { path, bytes });
                }
            }
        }
        listed.sort();
        Ok(listed)
    }
}

/// Whether a server replaces a file at once when it is put into its place, from the
/// headers `DAV` and `Allow` of what it says that it can do.
fn replaces_at_once(can: &str, allows: &str) -> bool {
    let is_nginx = matches!(can, "1" | "2") && allows == NGINX;
    can.contains(APACHE) || is_nginx
}

/// What a server says of a file or folder.
#[derive(Debug, Default, PartialEq, Eq)]
struct Entry {
    /// Its path, encoded, without what is before the path and without `/` at its end.
    path: String,
    is_folder: bool,
    bytes: u64,
}

impl Entry {
    fn depth(&self) -> usize {
        self.path.split('/').filter(|part| !part.is_empty()).count()
    }

    fn name(&self) -> Option<String> {
        let name = self.path.rsplit('/').next()?;
        let name = percent_decode_str(name).decode_utf8().ok()?;
        Some(name.into_owned())
    }
}

/// Reads the answer to `PROPFIND`. `None` if it is none.
fn entries(answer: &[u8]) -> Option<Vec<Entry>> {
    let text = str::from_utf8(answer).ok()?;
    let mut reader = Reader::from_str(text);
    let mut entries = Vec::new();
    let mut entry = Entry::default();
    let mut words = String::new();
    let mut is_list = false;
    loop {
        match reader.read_event().ok()? {
            Event::Start(tag) => {
                words.clear();
                match tag.local_name().as_ref() {
                    "multistatus" => is_list = true,
                    "response" => entry = Entry::default(),
                    "collection" => entry.is_folder = true,
                    _ => {}
                }
            }
            Event::Empty(tag) if tag.local_name().as_ref() == "collection" => {
                entry.is_folder = true;
            }
            Event::Text(text) => words.push_str(&text),
            Event::GeneralRef(name) => words.push(meant(&name)?),
            Event::CData(text) => words.push_str(&text),
            Event::End(tag) => match tag.local_name().as_ref() {
                "href" if entry.path.is_empty() => entry.path = path_of(words.trim()),
                "getcontentlength" => entry.bytes = words.trim().parse().unwrap_or_default(),
                "response" => entries.push(std::mem::take(&mut entry)),
                _ => {}
            },
            Event::Eof => break,
            _ => {}
        }
    }
    is_list.then_some(entries)
}

/// The character that `&name;` stands for.
fn meant(name: &quick_xml::events::BytesRef<'_>) -> Option<char> {
    if let Some(character) = name.resolve_char_ref().ok()? {
        return Some(character);
    }
    Some(match &**name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => return None,
    })
}

/// The path of an address, which may be complete or begin with its path.
fn path_of(address: &str) -> String {
    let path = match address.split_once("://") {
        Some((_, rest)) => rest
            .find('/')
            .and_then(|at| rest.get(at..))
            .unwrap_or_default(),
        None => address,
    };
    path.trim_end_matches('/').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn servers_that_replace_at_once_are_recognized() {
        let check = |can: &str, allows: &str, expected: bool| {
            assert_eq!(replaces_at_once(can, allows), expected, "{can} {allows}");
        };
        let apache = "1,2, <http://apache.org/dav/propset/fs/1>";
        check(apache, "OPTIONS,GET,HEAD,POST", true);
        check("1", NGINX, true);
        check("2", NGINX, true);
        check(
            "1, 2",
            "OPTIONS, LOCK, GET, HEAD, POST, DELETE, PROPPATCH",
            false,
        );
        check("1, 3, extended-mkcol", "OPTIONS, GET, HEAD, DELETE", false);
        check("1, 2", NGINX, false);
    }

    #[test]
    fn answers_of_servers_are_read() {
        let check = |text: &str, expected: Option<&[(&str, bool, u64)]>| {
            let found = entries(text.as_bytes());
            let found = found.map(|entries| {
                let one = |entry: &Entry| (entry.name().unwrap(), entry.is_folder, entry.bytes);
                entries.iter().map(one).collect::<Vec<_>>()
            });
            let expected = expected.map(|expected| {
                let one = |(name, folder, bytes): &(&str, bool, u64)| {
                    ((*name).to_owned(), *folder, *bytes)
                };
                expected.iter().map(one).collect()
            });
            assert_eq!(found, expected, "{text}");
        };
        // As Apache writes it, and with a second set of properties that are not there.
        check(
            r#"<?xml version="1.0" encoding="utf-8"?>
            <D:multistatus xmlns:D="DAV:" xmlns:ns0="DAV:"><D:response xmlns:lp1="DAV:">
            <D:href>/dav/a%20b/</D:href><D:propstat><D:prop><lp1:resourcetype><D:collection/></lp1:resourcetype></D:prop>
            <D:status>HTTP/1.1 200 OK</D:status></D:propstat><D:propstat><D:prop><D:getcontentlength/></D:prop>
            <D:status>HTTP/1.1 404 Not Found</D:status></D:propstat></D:response>
            <D:response><D:href>https://h/dav/&#233;&amp;&#x41;.html</D:href><D:propstat><D:prop><lp1:resourcetype/>
            <lp1:getcontentlength>12</lp1:getcontentlength></D:prop></D:propstat></D:response></D:multistatus>"#,
            Some(&[("a b", true, 0), ("é&A.html", false, 12)]),
        );
        check(
            "<multistatus xmlns='DAV:'><response><href>/a</href><propstat><prop><resourcetype><collection></collection></resourcetype></prop></propstat></response></multistatus>",
            Some(&[("a", true, 0)]),
        );
        check("<html><body>It works!</body></html>", None);
        check("<multistatus>", Some(&[]));
        check("<a></b>", None);
        check("<multistatus>&unknown;</multistatus>", None);
        check("", None);
    }
}
