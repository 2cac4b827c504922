//! What `host-files` writes for web servers, and what it refuses.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::host_login::{LoginSchool, school};
use crate::keys::{Sealed, school as sealed_school};
use crate::support::files_below;
use crate::web_servers::Kind;

const ROOT: &str = "/srv/www/families";

fn args<'a>(server: &'a str, to: &'a str, sites: &'a str) -> Vec<&'a str> {
    let args = ["host-files", "--for", server, "--to", to, "--root", ROOT];
    args.into_iter().chain(["--from", sites]).collect()
}

impl LoginSchool {
    /// The files for a server in a folder next to the school, and what was said.
    fn files(&self, server: &str, options: &[&str]) -> (BTreeMap<String, String>, String) {
        let [to, sites] = [server, "public"].map(|name| self.0.beside(name));
        let said = self.0.done(&[&args(server, &to, &sites), options].concat());
        let files = files_below(Path::new(&to)).into_iter();
        let text = |(path, bytes)| (path, String::from_utf8(bytes).unwrap());
        (files.map(text).collect(), said)
    }

    fn refused(&self, server: &str, to: &str, options: &[&str]) -> String {
        let sites = self.0.beside("public");
        self.0
            .refused(&[&args(server, to, &sites), options].concat())
    }
}

#[test]
fn a_line_changes_only_with_its_reader() {
    let login = LoginSchool::built();
    let (first, said) = login.files("nginx", &[]);
    for words in [
        "nginx-http.conf;",
        "nginx-server.conf;",
        "systemctl reload nginx",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    // Two sites that somebody reads, and a page for each of five readers.
    assert_eq!(first.len(), 2 + 2 + 5, "{:?}", first.keys());
    let (again, said) = login.files("nginx", &[]);
    assert!(again == first);
    assert!(
        said.contains("0 files were written") && !said.contains("reload"),
        "{said}"
    );
    login.0.done(&["keys", "reissue", "ana/mother"]);
    let (later, said) = login.files("nginx", &[]);
    assert!(
        said.contains("2 files were written") && !said.contains("reload"),
        "{said}"
    );
    let lines = |files: &BTreeMap<String, String>| -> Vec<String> {
        let passwords = files
            .iter()
            .filter(|(path, _)| path.starts_with("passwords/"));
        passwords
            .flat_map(|(path, text)| text.lines().map(move |line| format!("{path} {line}")))
            .collect()
    };
    let user = login.login("ana/mother").user;
    for (old, new) in lines(&first).iter().zip(lines(&later)) {
        assert_eq!(*old != new, old.contains(&user), "{old}");
    }
    // Nothing in the files says whose they are, and no password is in them.
    let text: String = later
        .into_iter()
        .flat_map(|(path, text)| [path, text])
        .collect();
    for private in ["Ana", "ana", "mother", "noor", "Cleo", "Larch"] {
        assert!(!text.contains(private), "{private}");
    }
    assert!(!text.contains(login.login("ana/mother").password.as_str()));
}

#[cfg(unix)]
#[test]
fn only_the_owner_and_the_server_can_read_passwords() {
    use std::os::unix::fs::PermissionsExt as _;
    let login = LoginSchool::built();
    let mode = |path: &str| fs::metadata(path).unwrap().permissions().mode() & 0o7777;
    login.files("caddy", &[]);
    assert_eq!(mode(&login.0.beside("caddy")), 0o700);
    assert_eq!(mode(&login.0.beside("caddy/kinfolio.caddy")), 0o600);
    let to = login.0.beside("nginx");
    fs::create_dir(&to).unwrap();
    fs::set_permissions(&to, fs::Permissions::from_mode(0o2750)).unwrap();
    let (files, _) = login.files("nginx", &[]);
    for path in files.keys() {
        assert_eq!(mode(&format!("{to}/{path}")), 0o640, "{path}");
    }
}

#[test]
fn passwords_of_a_revoked_reader_are_gone_at_once() {
    let login = LoginSchool::built();
    let (first, _) = login.files("apache", &[]);
    let user = login.login("noor").user;
    let of = |files: &BTreeMap<String, String>| {
        files.values().filter(|text| text.contains(&user)).count()
    };
    assert_eq!(of(&first), 3);
    login.0.done(&["keys", "revoke", "noor"]);
    let (second, said) = login.files("apache", &[]);
    assert_eq!(of(&second), 0);
    assert!(
        said.contains("1 removed") && said.contains("reload apache2"),
        "{said}"
    );
    // An empty file is left for a server that was not told yet.
    assert_eq!(second.len(), first.len());
    let (third, _) = login.files("apache", &[]);
    assert_eq!(third.len(), first.len() - 1);
    // Nobody opens the pages of a student who left.
    login.0.done(&["keys", "retire", "ana"]);
    login.files("apache", &[]);
    let (last, _) = login.files("apache", &[]);
    assert!(
        !last
            .values()
            .any(|text| text.contains(&login.login("ana/mother").user))
    );
    assert!(
        last.values()
            .any(|text| text.contains(&login.login("cleo/father").user))
    );
}

/// A mistake in a student's file keeps the last good site, and lets its readers in.
#[test]
fn readers_of_a_broken_file_can_still_open_the_last_good_site() {
    let login = LoginSchool::built();
    let (first, _) = login.files("nginx", &[]);
    let file = "students/ana/student.yaml";
    login.0.place.edit(file, "pronouns: she", "pronouns: [");
    assert_eq!(login.0.build().code, 1);
    let (second, _) = login.files("nginx", &[]);
    assert!(first == second);
    fs::rename(
        login.0.place.school().join("students/ana"),
        login.0.beside("ana"),
    )
    .unwrap();
    login.0.build();
    let (third, _) = login.files("nginx", &[]);
    assert!(first == third);
}

#[test]
fn files_for_servers_go_where_nobody_else_sees_them() {
    let login = LoginSchool::built();
    let [sites, school] = [login.0.place.out(), login.0.place.school()];
    let check = |to: &Path, expected: &str| {
        let said = login.refused("nginx", to.to_str().unwrap(), &[]);
        assert!(said.contains(expected), "{said}");
    };
    check(&school.join("host"), "the school folder overlap");
    check(&sites.join("host"), "families’ sites are there");
    check(&sites, "families’ sites are there");
    check(&Path::new(ROOT).join("host"), "families’ sites are there");
}

#[test]
fn what_cannot_be_written_is_refused() {
    let login = LoginSchool::built();
    let to = login.0.beside("none");
    let check = |server: &str, options: &[&str], expected: &str| {
        let said = login.refused(server, &to, options);
        assert!(said.contains(expected), "{said}");
        assert!(!Path::new(&to).exists());
    };
    check("static", &[], "cannot ask who is reading");
    check("nginx", &["--url-path", "/a b/"], "cannot be used");
    check("nginx", &["--server-folder", "/etc/$x"], "cannot be used");
    check(
        "nginx",
        &["--work", &login.0.beside("other-work")],
        "no sites in",
    );
    let root = ["host-files", "--for", "nginx", "--to", &to];
    let sites = login.0.beside("public");
    let said = login.0.refused(&[&root[..], &["--from", &sites]].concat());
    assert!(said.contains("--root /srv/www/families"), "{said}");
    let bare = LoginSchool(Sealed::of(&school()));
    bare.0.build();
    let said = bare.refused("nginx", &bare.0.beside("none"), &[]);
    assert!(said.contains("kinfolio keys init"), "{said}");
    // Without an address, the path has to be named.
    login.0.place.edit(
        "school.yaml",
        "address: https://pages.example.org/families",
        "",
    );
    check("nginx", &[], "--url-path /families/");
    let (files, _) = login.files("nginx", &["--url-path", "children"]);
    assert!(files["nginx-server.conf"].contains("location ^~ /children/ {"));
}

#[test]
fn sealed_pages_need_headers_only() {
    let login = LoginSchool(Sealed::of(&sealed_school()));
    for kind in Kind::ALL {
        let (files, _) = login.files(kind.name(), &[]);
        let text: String = files.into_values().collect();
        assert!(text.contains("noindex, nofollow, noarchive"), "{text}");
        assert!(
            !text.contains("passwords") && !text.contains("basic"),
            "{text}"
        );
    }
    let to = login.0.beside("static");
    let said = login
        .0
        .done(&["host-files", "--for", "static", "--to", &to]);
    assert!(said.contains("top folder"), "{said}");
    let headers = fs::read_to_string(Path::new(&to).join("_headers")).unwrap();
    let lines: Vec<&str> = headers
        .lines()
        .filter(|line| !line.trim().starts_with('#'))
        .collect();
    let expected = [
        "/families/*",
        "  X-Robots-Tag: noindex, nofollow, noarchive",
        "  Referrer-Policy: no-referrer",
        "  X-Content-Type-Options: nosniff",
        "  Cache-Control: private, no-cache",
    ];
    assert_eq!(lines, expected);
    login.0.done(&["keys", "init"]);
    assert_eq!(login.0.build().code, 0);
    for kind in Kind::ALL {
        let Some(server) = login.start(kind) else {
            continue;
        };
        let place = login.0.keyring().root().site_place("ana");
        let get = |path: &str| server.get(&format!("/families/{}/{path}", place.as_str()), None);
        let page = get("index.html");
        assert_eq!(page.status, 200, "{kind:?}");
        assert_eq!(page.headers["content-type"], "text/html; charset=utf-8");
        assert_eq!(page.headers["cache-control"], "private, no-cache");
        assert_eq!(page.headers["x-content-type-options"], "nosniff");
        assert_eq!(get("").status, 200, "{kind:?}");
        fs::write(login.0.place.out().join(place.as_str()).join("x.bin"), "x").unwrap();
        let data = get("x.bin");
        assert_eq!(
            data.headers["content-type"], "application/octet-stream",
            "{kind:?}"
        );
        for path in ["/families/", "/families/.kinfolio-lock", "/families/none/"] {
            let status = server.get(path, None).status;
            assert!([403, 404].contains(&status), "{kind:?}: {path} is {status}");
        }
    }
}
