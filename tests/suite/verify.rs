//! `verify` on a host that serves a published school well, and in every wrong way.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use kinfolio::host::{HostFault, Web, WebAnswer};
use kinfolio::incremental::BuiltFolder;
use kinfolio::io::Stamp;
use kinfolio::model::Access;
use kinfolio::publish::{Contents, FindingKind, Memory, Verification, Verified};
use kinfolio::source::RelPath;

use crate::publish_commands::Publishing;
use crate::support::files_below;

/// What a host does to its answers.
type Quirk = fn(&str, WebAnswer) -> WebAnswer;

/// A web server in memory.
struct Server {
    address: &'static str,
    folder: PathBuf,
    quirk: Quirk,
    /// Whether it serves pages without encryption, too.
    is_open: bool,
}

impl Server {
    fn file(&self, path: &str) -> WebAnswer {
        let mut place = self.folder.join(path);
        if place.is_dir() {
            place.push("index.html");
        }
        let kind = match place.extension().and_then(|ending| ending.to_str()) {
            Some("html") => "text/html; charset=utf-8",
            _ => "application/octet-stream",
        };
        let header = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        match fs::read(place) {
            Err(_) => with_status(404),
            Ok(bytes) => WebAnswer {
                status: 200,
                headers: vec![
                    header("content-type", kind),
                    header("x-robots-tag", "noindex, nofollow, noarchive"),
                    header("cache-control", "private, no-cache"),
                ],
                bytes,
            },
        }
    }
}

impl Web for Server {
    fn address(&self) -> &str {
        self.address
    }

    fn get(&self, path: &str) -> Result<WebAnswer, HostFault> {
        Ok((self.quirk)(path, self.file(path)))
    }

    fn get_unencrypted(&self, path: &str) -> Option<WebAnswer> {
        self.is_open.then(|| self.file(path))
    }
}

/// A school that has been published to a folder.
struct Case {
    school: Publishing,
    contents: Contents,
}

impl Case {
    fn new() -> Self {
        let school = Publishing::new();
        school.published();
        let contents = contents(&school);
        Self { school, contents }
    }

    fn verify(&self, server: &Server, access: Access) -> Verified {
        let verification = Verification {
            web: server,
            key: self.school.keyring().root().manifest(),
            access,
            contents: &self.contents,
            is_thorough: true,
            no_folder: "nothing".to_owned(),
        };
        verification.run().unwrap()
    }

    fn server(&self, quirk: Quirk) -> Server {
        Server {
            address: "https://pages.example.org/families/",
            folder: self.school.host(),
            quirk,
            is_open: false,
        }
    }

    /// The kinds of findings with a host that has this quirk.
    fn kinds(&self, quirk: Quirk) -> Vec<FindingKind> {
        kinds(&self.verify(&self.server(quirk), Access::Sealed))
    }
}

/// What is in the folder of sites.
fn contents(school: &Publishing) -> Contents {
    let public = PathBuf::from(school.public());
    let mut folders: BTreeMap<String, BuiltFolder> = BTreeMap::new();
    for path in files_below(&public).into_keys() {
        let Some((name, file)) = path.split_once('/') else {
            continue;
        };
        let folder = folders
            .entry(name.to_owned())
            .or_insert_with(|| BuiltFolder {
                name: name.to_owned(),
                student: Some(name.to_owned()),
                sites: Vec::new(),
                files: BTreeMap::new(),
            });
        let stamp = Stamp::at(&public.join(&path)).unwrap();
        folder.files.insert(RelPath::new(file).unwrap(), stamp);
    }
    let folders = folders.into_values().collect();
    Contents::read(&public, folders, &mut Memory::default()).0
}

fn kinds(verified: &Verified) -> Vec<FindingKind> {
    let kinds = verified.findings.iter().map(|finding| finding.kind);
    let mut kinds: Vec<FindingKind> = kinds.collect();
    kinds.dedup();
    kinds
}

fn is_page(path: &str) -> bool {
    path.ends_with('/')
        || Path::new(path)
            .extension()
            .is_some_and(|ending| ending == "html")
}

fn with(mut answer: WebAnswer, name: &str, value: &str) -> WebAnswer {
    answer.headers.retain(|(header, _)| header != name);
    answer.headers.push((name.to_owned(), value.to_owned()));
    answer
}

fn with_text(mut answer: WebAnswer, from: &str, to: &str) -> WebAnswer {
    let text = String::from_utf8_lossy(&answer.bytes).replace(from, to);
    answer.bytes = text.into_bytes();
    answer
}

/// Changes the pages that are there.
fn of_pages(path: &str, answer: WebAnswer, change: Quirk) -> WebAnswer {
    if is_page(path) && answer.status == 200 {
        change(path, answer)
    } else {
        answer
    }
}

fn with_status(status: u16) -> WebAnswer {
    WebAnswer {
        status,
        ..WebAnswer::default()
    }
}

/// What a host does, and what is found then.
const QUIRKS: [(&str, Quirk, &[FindingKind]); 12] = [
    ("nothing", |_, answer| answer, &[]),
    (
        "text/plain",
        |path, answer| of_pages(path, answer, |_, it| with(it, "content-type", "text/plain")),
        &[FindingKind::WrongType],
    ),
    (
        "scripts",
        |path, answer| {
            of_pages(path, answer, |_, it| {
                with_text(it, "</body>", "<script src=\"/stats.js\"></script></body>")
            })
        },
        &[FindingKind::ScriptAdded],
    ),
    (
        "minifying",
        |path, answer| of_pages(path, answer, |_, it| with_text(it, "\n", " ")),
        &[FindingKind::Altered],
    ),
    (
        "plain pages",
        |path, answer| {
            of_pages(path, answer, |_, it| {
                with_text(it, "id=\"sealed\"", "id=\"open\"")
            })
        },
        &[FindingKind::Readable],
    ),
    (
        "no home pages",
        |path, answer| {
            if path.ends_with('/') {
                with_status(404)
            } else {
                answer
            }
        },
        &[FindingKind::NotThere],
    ),
    (
        "another address",
        |path, answer| {
            let to = "https://login.example.org/";
            of_pages(path, answer, |_, _| with_status(302)).redirected(to)
        },
        &[FindingKind::Redirected],
    ),
    (
        "single-page apps",
        |_, answer| WebAnswer {
            status: 200,
            ..answer
        },
        &[FindingKind::AnswersEverything],
    ),
    (
        "caches",
        |_, answer| with(answer, "cache-control", "public, max-age=604800"),
        &[FindingKind::Cached],
    ),
    (
        "no word to search engines",
        |_, answer| with(answer, "x-robots-tag", "none"),
        &[FindingKind::NoRobotsHeader],
    ),
    (
        "cookies",
        |_, answer| with(answer, "set-cookie", "id=7"),
        &[FindingKind::Cookie],
    ),
    (
        "a damaged list",
        |path, mut answer| {
            // The list is the only file of this length at the top.
            if path.len() == 30 {
                answer.bytes.push(0);
            }
            answer
        },
        &[FindingKind::NoManifest],
    ),
];

trait Redirected {
    fn redirected(self, to: &str) -> Self;
}

impl Redirected for WebAnswer {
    fn redirected(self, to: &str) -> Self {
        if self.status == 302 {
            with(self, "location", to)
        } else {
            self
        }
    }
}

#[test]
fn every_way_in_which_a_host_is_wrong_is_named() {
    let case = Case::new();
    let well = case.verify(&case.server(|_, answer| answer), Access::Sealed);
    assert_eq!(well.version.as_ref().map(|(number, _)| *number), Some(1));
    assert!(well.is_well() && well.asked > 40 && well.outdated.is_empty());
    for (name, quirk, expected) in QUIRKS {
        assert_eq!(case.kinds(quirk), expected, "{name}");
    }
}

#[test]
fn the_address_itself_is_looked_at() {
    use FindingKind as Kind;
    let case = Case::new();
    let mut server = case.server(|_, answer| answer);
    server.is_open = true;
    let verified = case.verify(&server, Access::Sealed);
    assert_eq!(kinds(&verified), [Kind::AlsoUnencrypted]);
    assert!(verified.is_well(), "it could be better");
    server.address = "http://pages.example.org/";
    let verified = case.verify(&server, Access::Sealed);
    assert_eq!(
        kinds(&verified),
        [Kind::NotEncrypted, Kind::AlsoUnencrypted]
    );
    let ana = case.school.folder_of("ana");
    fs::write(
        case.school.host().join("index.html"),
        format!("<a href={ana}>"),
    )
    .unwrap();
    let verified = case.verify(&case.server(|_, answer| answer), Access::Sealed);
    assert_eq!(kinds(&verified), [Kind::Listed]);
}

#[test]
fn a_host_with_a_login_refuses_strangers() {
    use FindingKind as Kind;
    let case = Case::new();
    let verified = case.verify(&case.server(|_, _| with_status(401)), Access::HostLogin);
    assert_eq!(kinds(&verified), []);
    let open = case.verify(&case.server(|_, answer| answer), Access::HostLogin);
    assert_eq!(kinds(&open), [Kind::NoLogin]);
}

#[test]
fn what_is_older_than_here_is_named() {
    let mut case = Case::new();
    case.school.edit(
        "students/ben/goals/counting.yaml",
        "2026-10-01: 6/10",
        "2026-10-01: 7/10",
    );
    case.school.build();
    case.contents = contents(&case.school);
    let verified = case.verify(&case.server(|_, answer| answer), Access::Sealed);
    assert_eq!(kinds(&verified), []);
    assert_eq!(verified.outdated, [case.school.folder_of("ben")]);
}

/// The rules that kinfolio writes make a web server that `verify` is content with.
#[cfg(all(unix, feature = "network"))]
#[test]
fn real_servers_with_our_rules_are_well() {
    use crate::web_servers::{Kind, WebServer, open_the_way};

    let school = Publishing::new();
    school.published();
    let [host, public] = [school.host().to_str().unwrap().to_owned(), school.public()];
    for kind in Kind::ALL {
        let rules = school.beside(kind.name());
        fs::create_dir(&rules).unwrap();
        let server = ["host-files", "--for", kind.name(), "--to", &rules];
        school.done(&[&server[..], &["--root", &host, "--from", &public]].concat());
        open_the_way(&school.host());
        open_the_way(Path::new(&rules));
        let work = PathBuf::from(school.beside(&format!("{}-work", kind.name())));
        let Some(server) = WebServer::start(kind, Path::new(&rules), &work) else {
            continue;
        };
        let address = format!("http://127.0.0.1:{}/families", server.port());
        let said = school.done(&["verify", &address, "--from", &public, "--all"]);
        assert!(
            said.contains("strangers see nothing"),
            "{}: {said}",
            kind.name()
        );
        assert!(said.contains("Publication 1 of"), "{}: {said}", kind.name());
        assert_eq!(said.lines().count(), 1, "{}: {said}", kind.name());
        // A page that should not be there.
        let place = school
            .host()
            .join(school.folder_of("ana"))
            .join("index.html");
        let sealed = fs::read(&place).unwrap();
        fs::write(&place, "<!doctype html><title>Ana</title>").unwrap();
        let run = school.run_alone(&["verify", &address, "--from", &public]);
        assert_eq!(run.code, 1, "{}: {}", kind.name(), run.out);
        assert!(run.err.contains("ANYONE CAN READ THIS PAGE"), "{}", run.err);
        fs::write(&place, sealed).unwrap();
    }
}
