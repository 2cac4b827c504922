//! Schools whose web host asks who is reading: neutral folders, passwords, and rules that
//! real web servers keep.

use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};

use image::{ImageFormat, Rgb, RgbImage};
use kinfolio::seal::{Login, Place};

use crate::keys::{Sealed, school as sealed_school};
use crate::support::{School, files_below};
use crate::web_servers::{Answer, Kind, NOBODY, WebServer, is_root, open_the_way};

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

    fn sites(&self) -> PathBuf {
        self.0.place.out()
    }

    /// The folder of files for a server, open to its group as the guide says.
    fn rules(&self, kind: Kind) -> PathBuf {
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
        let options = ["--to", to, "--root", sites, "--sites", sites];
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

    fn site_place(&self, student: &str) -> String {
        self.0
            .keyring()
            .root()
            .site_place(student)
            .as_str()
            .to_owned()
    }

    fn reader_place(&self, reader: &str) -> String {
        self.0
            .keyring()
            .root()
            .reader_place(reader)
            .as_str()
            .to_owned()
    }

    /// The picture of a page.
    fn picture_of(&self, page: &str) -> String {
        let place = self.site_place("ana");
        let html = fs::read_to_string(self.sites().join(&place).join(page)).unwrap();
        let (_, rest) = html.split_once("pictures/").unwrap();
        format!("pictures/{}", rest.split_once(['"', ' ']).unwrap().0)
    }
}

/// A server, and the school that it serves.
struct Served<'a> {
    school: &'a LoginSchool,
    server: WebServer,
    kind: Kind,
}

impl Served<'_> {
    fn get(&self, path: &str, reader: Option<&str>) -> Answer {
        let login = reader.map(|reader| self.school.login(reader));
        let login = login
            .as_ref()
            .map(|login| (&*login.user, login.password.as_str()));
        self.server.get(path, login)
    }

    fn check(&self, path: &str, reader: Option<&str>, expected: &[u16]) {
        let answer = self.get(path, reader);
        assert!(
            expected.contains(&answer.status),
            "{:?}: {path} as {reader:?} is {}, not {expected:?}",
            self.kind,
            answer.status
        );
    }
}

/// Starts a server, and tries everything with it.
fn check_server(kind: Kind) {
    let school = LoginSchool::built();
    let Some(server) = school.start(kind) else {
        return;
    };
    let served = Served {
        school: &school,
        server,
        kind,
    };
    a_site_opens_only_for_its_readers(&served);
    a_reader_has_a_page_of_their_own(&served);
    a_limited_reader_opens_only_some_pages_and_their_pictures(&served);
    nothing_else_is_served(&served);
    answers_have_the_headers_that_keep_pages_private(&served);
}

#[test]
fn nginx_keeps_pages_private() {
    check_server(Kind::Nginx);
}

#[test]
fn apache_keeps_pages_private() {
    check_server(Kind::Apache);
}

/// It is left out, with a word about it, if there is no Caddy of today.
#[test]
fn caddy_keeps_pages_private() {
    check_server(Kind::Caddy);
}

fn a_site_opens_only_for_its_readers(served: &Served) {
    let school = served.school;
    let [ana, ben, cleo] = ["ana", "ben", "cleo"].map(|one| school.site_place(one));
    for page in [
        "",
        "index.html",
        "en/index.html",
        "en/goals/reading/index.html",
    ] {
        let path = format!("/families/{ana}/{page}");
        served.check(&path, Some("ana/mother"), &[200]);
        served.check(&path, Some("noor"), &[200]);
        served.check(&path, Some("cleo/father"), &[401, 403]);
        served.check(&path, None, &[401]);
    }
    let path = format!("/families/{cleo}/en/index.html");
    served.check(&path, Some("cleo/father"), &[200]);
    served.check(&path, Some("noor"), &[200]);
    served.check(&path, Some("ana/mother"), &[401, 403]);
    // Nobody reads about Ben.
    for reader in [None, Some("noor"), Some("ana/mother")] {
        served.check(&format!("/families/{ben}/index.html"), reader, &[403, 404]);
    }
    let mother = school.login("ana/mother");
    let path = format!("/families/{ana}/index.html");
    let with = |user: &str, password: &str| served.server.get(&path, Some((user, password)));
    assert_eq!(with(&mother.user, &mother.password).status, 200);
    assert_eq!(
        with(&mother.user, &mother.password.replace('-', "")).status,
        401
    );
    assert_eq!(with(&mother.user, "").status, 401);
    assert_eq!(with("", &mother.password).status, 401);
    assert_eq!(with("family", &mother.password).status, 401);
    let father = school.login("cleo/father");
    assert_eq!(with(&mother.user, &father.password).status, 401);
}

fn a_reader_has_a_page_of_their_own(served: &Served) {
    let place = served.school.reader_place("noor");
    for path in ["", "index.html"] {
        let path = format!("/families/{place}/{path}");
        served.check(&path, Some("noor"), &[200]);
        served.check(&path, Some("ana/mother"), &[401, 403]);
        served.check(&path, None, &[401]);
    }
    // Without the slash that people leave out, the browser is sent on.
    let answer = served.get(&format!("/families/{place}"), Some("noor"));
    let to = answer.headers.get("location").unwrap();
    assert!((301..309).contains(&answer.status) && to.ends_with(&format!("{place}/")));
    let page = served.get(&format!("/families/{place}/index.html"), Some("noor"));
    let page = String::from_utf8(page.body).unwrap();
    assert!(page.contains("<html lang=\"ar\" dir=\"rtl\">"), "{page}");
    for (student, lang, name) in [("ana", "en", "Ana"), ("cleo", "ar", "كليو")] {
        let start = format!("../{}/{lang}/index.html", served.school.site_place(student));
        assert!(page.contains(&start.replace('/', "&#x2F;")) || page.contains(&start));
        assert!(page.contains(name), "{name}: {page}");
    }
    assert!(!page.contains("Ben"));
}

fn a_limited_reader_opens_only_some_pages_and_their_pictures(served: &Served) {
    let school = served.school;
    let place = school.site_place("ana");
    let check = |path: &str, readers: [(&str, u16); 3]| {
        for (reader, expected) in readers {
            served.check(
                &format!("/families/{place}/{path}"),
                Some(reader),
                &[expected],
            );
        }
        served.check(&format!("/families/{place}/{path}"), None, &[401]);
    };
    let readers = |uncle, coach| {
        [
            ("ana/mother", 200),
            ("ana/uncle", uncle),
            ("ana/coach", coach),
        ]
    };
    check("en/updates/index.html", readers(200, 200));
    check("en/updates/", readers(200, 200));
    check("en/goals/reading/index.html", readers(403, 200));
    check("en/goals/reading/", readers(403, 200));
    for page in [
        "",
        "index.html",
        "en/index.html",
        "en/team/index.html",
        "en/print/index.html",
    ] {
        check(page, readers(403, 403));
    }
    check(
        &school.picture_of("en/updates/index.html"),
        readers(200, 200),
    );
    check(
        &school.picture_of("en/goals/reading/index.html"),
        readers(403, 200),
    );
    // Other ways of writing the same.
    for path in [
        "en/updates/../index.html",
        "en//index.html",
        "en/updates/%2e%2e/index.html",
    ] {
        served.check(
            &format!("/families/{place}/{path}"),
            Some("ana/uncle"),
            &[400, 403, 404],
        );
    }
    served.check(
        &format!("/families/{place}/en/updates/index.html/x"),
        Some("ana/uncle"),
        &[403, 404],
    );
    // Their own page leads to what they may open.
    let page = served.get(
        &format!("/families/{}/", school.reader_place("ana/uncle")),
        Some("ana/uncle"),
    );
    let page = String::from_utf8(page.body).unwrap();
    assert!(
        page.contains(&format!("url=../{place}/en/updates/index.html")),
        "{page}"
    );
}

fn nothing_else_is_served(served: &Served) {
    let school = served.school;
    let ana = school.site_place("ana");
    fs::write(school.sites().join(&ana).join(".hidden"), "x").unwrap();
    fs::create_dir_all(school.sites().join(&ana).join(".git")).unwrap();
    fs::write(school.sites().join(&ana).join(".git/config"), "x").unwrap();
    fs::write(school.sites().join("notes.html"), "x").unwrap();
    let mother = Some("ana/mother");
    for path in [
        "/families/",
        "/families",
        "/families/.kinfolio-lock",
        "/families/notes.html",
        "/families/ana/",
        "/families/passwords/",
        "/families/../passwords/x",
        "/families/%2e%2e/nginx/nginx-server.conf",
        "/families/..%2f..%2fetc/passwd",
        "/families/../../../etc/passwd",
        "/",
        "/passwords/",
    ] {
        served.check(path, None, &[400, 403, 404]);
        served.check(path, mother, &[400, 403, 404]);
    }
    let passwords = school.rules(served.kind).join("passwords").join(&ana);
    served.check(passwords.to_str().unwrap(), mother, &[400, 403, 404]);
    // In a site that the reader may open, too, and no folder is listed.
    for path in [
        ".hidden",
        ".git/config",
        ".git/",
        "en/goals/",
        "pictures/",
        "..%2f",
        "none.html",
    ] {
        let path = format!("/families/{ana}/{path}");
        let answer = served.get(&path, mother);
        let body = String::from_utf8_lossy(&answer.body).into_owned();
        let is_page = path.ends_with("goals/") && answer.status == 200;
        assert!(
            is_page || [400, 403, 404].contains(&answer.status),
            "{path}: {answer:?}"
        );
        assert!(!body.contains("Index of"), "{:?}: {path}", served.kind);
    }
}

fn answers_have_the_headers_that_keep_pages_private(served: &Served) {
    let school = served.school;
    let place = school.site_place("ana");
    let check = |path: &str, reader: Option<&str>, expected: &[(&str, Option<&str>)]| {
        let answer = served.get(&format!("/families/{path}"), reader);
        let always = [
            ("x-robots-tag", Some("noindex, nofollow, noarchive")),
            ("referrer-policy", Some("no-referrer")),
            ("x-content-type-options", Some("nosniff")),
            ("strict-transport-security", None),
        ];
        for (name, value) in always.iter().chain(expected) {
            let found = answer.headers.get(*name).map(String::as_str);
            assert_eq!(found, *value, "{:?}: {path} {name}", served.kind);
        }
    };
    let mother = Some("ana/mother");
    let page = [
        ("content-type", Some("text/html; charset=utf-8")),
        ("cache-control", Some("private, no-cache")),
    ];
    check(&format!("{place}/en/index.html"), mother, &page);
    check(
        &format!("{place}/en/updates/index.html"),
        Some("ana/uncle"),
        &page,
    );
    let picture = school.picture_of("en/updates/index.html");
    let long = Some("private, max-age=31536000, immutable");
    let shown = [
        ("content-type", Some("image/jpeg")),
        ("cache-control", long),
    ];
    check(&format!("{place}/{picture}"), mother, &shown);
    // What is refused is not kept.
    check(
        &format!("{place}/{picture}"),
        None,
        &[("cache-control", None)],
    );
    check("none/", None, &[("cache-control", None)]);
    // One realm, so that a browser asks once.
    let realm = |path: String| served.get(&path, None).headers["www-authenticate"].clone();
    let first = realm(format!("/families/{place}/index.html"));
    assert!(
        first
            .to_lowercase()
            .starts_with("basic realm=\"pages for families\""),
        "{first}"
    );
    assert_eq!(
        first,
        realm(format!(
            "/families/{}/index.html",
            school.reader_place("noor")
        ))
    );
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
