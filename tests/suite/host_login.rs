//! Schools whose web host asks who is reading: neutral folders, and passwords.

use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};

use image::{ImageFormat, Rgb, RgbImage};
use kinfolio::seal::{Login, Place};

use crate::keys::{Sealed, school as sealed_school};
use crate::support::{School, files_below};
use crate::web_servers::{Kind, NOBODY, WebServer, is_root, open_the_way};

fn picture(red: u8) -> Vec<u8> {
    let mut bytes = Vec::new();
    let image = RgbImage::from_pixel(300, 200, Rgb([red, 99, 200]));
    image
        .write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png)
        .unwrap();
    bytes
}

/// Ana has a mother, an uncle who reads updates only, and a coach who reads updates and
/// goals. Cleo has a father. Aunt Noor reads about both.
pub(crate) fn school() -> School {
    let update =
        "---\nby: rivera\nphoto: {file: bat.png, alt: A bat, faces: none}\n---\nAna drew a bat.\n";
    sealed_school()
        .edit(
            "school.yaml",
            "address:",
            "access: host-login\naddress:",
        )
        .edit(
            "students/ana/student.yaml",
            "{id: father, language: es, pages: [updates], until: 2026-11-19}]",
            "{id: uncle, language: es, pages: [updates]}, {id: coach, pages: [updates, goals]}]\nconsent: {photo: true}",
        )
        .edit(
            "students/ana/goals/reading.yaml",
            "area: reading",
            "area: reading\nwork: {file: page.png, alt: A page, faces: none}",
        )
        .file("students/ana/updates/2026-11-19.md", update)
        .file("students/ana/files/bat.png", picture(1))
        .file("students/ana/files/page.png", picture(2))
}

/// A school whose host asks who is reading.
pub(crate) struct LoginSchool(pub(crate) Sealed);

impl LoginSchool {
    /// With a keyring, and built.
    pub(crate) fn built() -> Self {
        let login = Self(Sealed::of(&school()));
        login.0.done(&["keys", "init"]);
        login.build();
        login
    }

    fn build(&self) -> String {
        let run = self.0.build();
        assert_eq!(run.code, 0, "{run:?}");
        run.out
    }

    pub(crate) fn sites(&self) -> PathBuf {
        self.0.place.out()
    }

    /// The folder of files for a server, open to its group as the guide says.
    pub(crate) fn rules(&self, kind: Kind) -> PathBuf {
        let rules = PathBuf::from(self.0.beside(kind.name()));
        if !rules.exists() {
            fs::create_dir(&rules).unwrap();
            #[cfg(unix)]
            if is_root(&rules) {
                use std::os::unix::fs::{PermissionsExt as _, chown};
                chown(&rules, None, Some(NOBODY)).unwrap();
                fs::set_permissions(&rules, fs::Permissions::from_mode(0o2750)).unwrap();
            }
        }
        rules
    }

    /// Writes the files for a server.
    fn host_files(&self, kind: Kind) -> String {
        let (rules, sites) = (self.rules(kind), self.sites());
        let [to, sites] = [&rules, &sites].map(|path| path.to_str().unwrap());
        let options = ["--to", to, "--root", sites, "--from", sites];
        let args = [&["host-files", "--for", kind.name()], &options[..]].concat();
        self.0.done(&args)
    }

    pub(crate) fn start(&self, kind: Kind) -> Option<WebServer> {
        self.host_files(kind);
        let work = PathBuf::from(self.0.beside(&format!("{}-work", kind.name())));
        open_the_way(&self.sites());
        WebServer::start(kind, &self.rules(kind), &work)
    }

    pub(crate) fn login(&self, reader: &str) -> Login {
        let keyring = self.0.keyring();
        let id = kinfolio::model::ReaderId::named(reader);
        keyring.root().login(reader, keyring.reader_turn(&id))
    }

    pub(crate) fn site_place(&self, student: &str) -> String {
        self.0
            .keyring()
            .root()
            .site_place(student)
            .as_str()
            .to_owned()
    }

    pub(crate) fn reader_place(&self, reader: &str) -> String {
        self.0
            .keyring()
            .root()
            .reader_place(reader)
            .as_str()
            .to_owned()
    }

    /// The picture of a page.
    pub(crate) fn picture_of(&self, page: &str) -> String {
        let place = self.site_place("ana");
        let html = fs::read_to_string(self.sites().join(&place).join(page)).unwrap();
        let (_, rest) = html.split_once("pictures/").unwrap();
        format!("pictures/{}", rest.split_once(['"', ' ']).unwrap().0)
    }
}

#[test]
fn who_is_revoked_is_refused_as_soon_as_the_files_are_there() {
    for kind in Kind::ALL {
        let school = LoginSchool::built();
        let Some(server) = school.start(kind) else {
            continue;
        };
        let ana = format!("/families/{}/index.html", school.site_place("ana"));
        let noor = format!("/families/{}/index.html", school.reader_place("noor"));
        let login = school.login("noor");
        let status = |server: &WebServer, path: &str, login: &Login| {
            server
                .get(path, Some((&login.user, &login.password)))
                .status
        };
        for path in [&ana, &noor] {
            assert_eq!(status(&server, path, &login), 200);
        }
        let mother = school.login("ana/mother");
        school.0.done(&["keys", "revoke", "noor"]);
        school.0.done(&["keys", "reissue", "ana/mother"]);
        let said = school.host_files(kind);
        let server = if kind == Kind::Caddy {
            assert!(said.contains("reload"), "{said}");
            school.start(kind).unwrap()
        } else {
            // Password files are read each time.
            server
        };
        for path in [&ana, &noor] {
            assert!(
                [401, 403, 404].contains(&status(&server, path, &login)),
                "{kind:?}"
            );
        }
        assert_eq!(status(&server, &ana, &mother), 401, "{kind:?}");
        let mother = school.login("ana/mother");
        assert_eq!(status(&server, &ana, &mother), 200, "{kind:?}");
        let files = files_below(&school.rules(kind));
        let text: Vec<u8> = files.into_values().flatten().collect();
        let text = String::from_utf8(text).unwrap();
        assert!(!text.contains(&login.user));
    }
}

#[test]
fn folders_get_neutral_names_as_soon_as_there_is_a_keyring() {
    let login = LoginSchool(Sealed::of(&school()));
    let said = login.build();
    assert!(said.contains("Do not publish these folders yet"), "{said}");
    assert!(said.contains("kinfolio keys init"), "{said}");
    let names = || {
        let names = fs::read_dir(login.sites()).unwrap();
        let names = names.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = names.filter(|name| !name.starts_with('.')).collect();
        names.sort();
        names
    };
    assert_eq!(names(), ["ana", "ben", "cleo"]);
    let plain = files_below(&login.sites().join("ana"));
    login.0.done(&["keys", "init"]);
    let said = login.build();
    assert!(!said.contains("Do not publish"), "{said}");
    assert!(
        names().iter().all(|name| Place::new(name).is_some()),
        "{:?}",
        names()
    );
    assert_eq!(names().len(), 3 + 5);
    let place = login.site_place("ana");
    assert!(files_below(&login.sites().join(&place)) == plain);
    // Nothing happens if nothing changed, and pages for a USB drive go elsewhere.
    let said = login.build();
    assert!(said.contains(": 0 pages written"), "{said}");
    let out = login.0.beside("public");
    let said = login
        .0
        .run(&["build", "--plain", "--to", &out, "--settle", "0"]);
    assert_eq!(said.code, 2, "{said:?}");
    let usb = login.0.beside("usb");
    login
        .0
        .run(&["build", "--plain", "--to", &usb, "--settle", "0"]);
    assert!(Path::new(&usb).join("ana/index.html").exists());
    // A lost keyring is no reason to use students' names again.
    fs::rename(login.0.file(), login.0.beside("lost")).unwrap();
    let run = login.0.build();
    assert_eq!(run.code, 2, "{run:?}");
    assert!(run.err.contains("not in its place"), "{}", run.err);
    assert!(names().iter().all(|name| Place::new(name).is_some()));
}

/// What changes to readers mean is said in the words of passwords.
#[test]
fn changes_say_what_the_web_server_needs() {
    let login = LoginSchool(Sealed::of(&school()));
    login.0.done(&["keys", "init"]);
    for args in [
        ["keys", "revoke", "noor"],
        ["keys", "reissue", "noor"],
        ["keys", "retire", "cleo"],
    ] {
        let said = login.0.done(&args);
        assert!(said.contains("`kinfolio host-files`"), "{said}");
        assert!(!said.contains("seals") && !said.contains("link"), "{said}");
    }
    for args in [["keys", "rotate", "ana"], ["keys", "rotate", "--all"]] {
        let said = login.0.refused(&args);
        assert!(said.contains("keys reissue READER"), "{said}");
    }
}

#[test]
fn a_reader_who_may_open_nothing_has_no_page() {
    let login = LoginSchool::built();
    let page = |reader: &str| {
        login
            .sites()
            .join(login.reader_place(reader))
            .join("index.html")
    };
    assert!(page("noor").exists() && page("ana/mother").exists());
    login.0.done(&["keys", "revoke", "noor"]);
    login.0.done(&["keys", "retire", "ana"]);
    login.build();
    assert!(!page("noor").exists() && !page("ana/mother").exists());
    assert!(page("cleo/father").exists());
    login.0.done(&["keys", "retire", "ana", "--undo"]);
    login.build();
    assert!(page("ana/mother").exists());
    // Sites are not mistaken for pages of readers, or the other way around.
    let left = login.build();
    assert!(!left.contains("No longer in the school folder"), "{left}");
}

#[test]
fn sealed_pages_become_plain_in_the_same_folders() {
    let login = LoginSchool::built();
    let place = login.sites().join(login.site_place("ana"));
    let plain = files_below(&place);
    login
        .0
        .place
        .edit("school.yaml", "access: host-login\n", "");
    login.build();
    let sealed = files_below(&place);
    let all: Vec<u8> = sealed.values().flatten().copied().collect();
    assert!(!String::from_utf8_lossy(&all).contains("Ana"));
    let own = login.sites().join(login.reader_place("noor"));
    assert!(
        !fs::read_to_string(own.join("index.html"))
            .unwrap()
            .contains("Ana")
    );
    login
        .0
        .place
        .edit("school.yaml", "address:", "access: host-login\naddress:");
    login.build();
    assert!(files_below(&place) == plain);
}
