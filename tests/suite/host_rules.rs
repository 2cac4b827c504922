//! Real web servers with the rules that `host-files` writes: who opens what, and what is
//! refused.

use std::fs;

use crate::host_login::LoginSchool;
use crate::web_servers::{Answer, Kind, WebServer};

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
    let pages = Served {
        school: &school,
        server,
        kind,
    };
    a_site_opens_only_for_its_readers(&pages);
    a_reader_has_a_page_of_their_own(&pages);
    a_limited_reader_opens_only_some_pages_and_their_pictures(&pages);
    a_limited_reader_finds_no_other_way(&pages);
    nothing_else_is_served(&pages);
    answers_have_the_headers_that_keep_pages_private(&pages);
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
}

/// Other ways of writing the same address, and the page that leads to what is open.
fn a_limited_reader_finds_no_other_way(served: &Served) {
    let school = served.school;
    let place = school.site_place("ana");
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
