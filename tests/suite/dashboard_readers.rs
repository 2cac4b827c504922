//! Who may open which pages, on the staff dashboard and in the report.

use std::collections::BTreeMap;
use std::fs;
use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::keys::{Sealed, school};
use crate::serve::Preview;
use crate::support::{Watching, files_below};

impl Sealed {
    /// The dashboard's pages, and what the build said.
    fn dashboard(&self, more: &[&str]) -> (BTreeMap<String, String>, String) {
        let [sites, staff] = ["public", "staff"].map(|name| self.beside(name));
        let args = ["build", "--to", &sites, "--staff", &staff, "--settle", "0"];
        let run = self.run(&[&args, more].concat());
        assert!(run.code < 2, "{}", run.err);
        let pages = files_below(staff.as_ref()).into_iter();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        let pages = pages.map(|(path, bytes)| (path, text(bytes))).collect();
        (pages, run.err)
    }

    fn report(&self, student: &str) -> serde_json::Value {
        let run = self.run(&["report", "--format", "json"]);
        let students: serde_json::Value = serde_json::from_str(&run.out).unwrap();
        let mut students = students.as_array().unwrap().iter();
        students.find(|one| one["id"] == student).unwrap().clone()
    }
}

/// The row of a student in the list of all.
fn row<'a>(index: &'a str, student: &str) -> &'a str {
    let link = format!("href=\"{student}/index.html\"");
    let mut rows = index.split("<tr ");
    let row = rows.find(|row| row.contains(&link)).unwrap();
    row.split("</tr>").next().unwrap()
}

/// The cells of a reader's line.
fn line(page: &str, reader: &str) -> Vec<String> {
    let head = format!("<tr><th scope=\"row\"><bdi>{reader}</bdi></th>");
    let (_, rest) = page.split_once(&head).expect(page);
    let (line, _) = rest.split_once("</tr>").unwrap();
    let mut words = vec![String::new()];
    for part in line.split('<').filter_map(|part| part.split_once('>')) {
        match part {
            ("/td", _) => words.push(String::new()),
            (_, text) => words.last_mut().unwrap().push_str(text),
        }
    }
    words.pop();
    words
}

#[test]
fn staff_see_who_has_which_letter() {
    let sealed = Sealed::with_keys();
    let (pages, _) = sealed.dashboard(&[]);
    let (index, ana) = (&pages["index.html"], &pages["ana/index.html"]);
    let check = |reader: &str, expected: [&str; 4]| assert_eq!(line(ana, reader), expected);
    check("mother", ["none yet", "English", "all", "–"]);
    let father = ["ended Nov 19, 2026", "Español", "updates", "Nov 19, 2026"];
    check("father", father);
    check("noor", ["none yet", "العربية", "all", "–"]);
    assert!(!ana.contains("ana/mother"), "a reader is one word: {ana}");
    // The father's last day has passed.
    assert!(
        row(index, "ana").contains(">2 letters to print<"),
        "{index}"
    );
    let ben = row(index, "ben");
    assert!(ben.contains(">nobody can open the pages<"), "{ben}");
    assert!(pages["ben/index.html"].contains("because no reader is named"));

    let letters = [
        "letters",
        "--to",
        &sealed.beside("letters"),
        "--reader",
        "noor",
    ];
    sealed.done(&letters);
    sealed.done(&["keys", "revoke", "cleo/father"]);
    let (pages, _) = sealed.dashboard(&[]);
    let index = &pages["index.html"];
    assert!(row(index, "ana").contains(">1 letter to print<"), "{index}");
    let cleo = row(index, "cleo");
    assert!(!cleo.contains("letter"), "noor has one: {cleo}");
    let cleo = &pages["cleo/index.html"];
    assert_eq!(line(cleo, "noor")[0], "printed Nov 20, 2026");
    assert_eq!(line(cleo, "father")[0], "revoked Nov 20, 2026");

    sealed.done(&["keys", "revoke", "noor"]);
    sealed.done(&["keys", "retire", "ana"]);
    let (pages, _) = sealed.dashboard(&[]);
    let index = &pages["index.html"];
    assert!(row(index, "cleo").contains(">nobody can open the pages<"));
    assert!(
        !row(index, "ana").contains("letter"),
        "it would open nothing"
    );
    let closed = "closed to everyone since Nov 20, 2026";
    assert!(pages["ana/index.html"].contains(closed));
}

#[test]
fn programs_read_who_has_which_letter() {
    let sealed = Sealed::with_keys();
    let ana = sealed.report("ana");
    assert!(ana["needs"].as_array().unwrap().contains(&"letters".into()));
    let readers = ana["access"]["readers"].as_array().unwrap();
    let names: Vec<_> = readers.iter().map(|one| &one["reader"]).collect();
    assert_eq!(names, ["ana/mother", "ana/father", "noor"]);
    assert_eq!(readers[1]["until"], "2026-11-19");
    // A file with errors besides student.yaml says nothing about readers.
    sealed
        .place
        .edit("students/ana/goals/reading.yaml", "target:", "taget:");
    assert_eq!(sealed.report("ana")["access"], ana["access"]);
    fs::remove_file(sealed.file()).unwrap();
    assert_eq!(sealed.report("ana")["access"], serde_json::Value::Null);
}

/// Nothing on the dashboard opens a page: no code, no link, no folder of a reader.
#[test]
fn the_dashboard_shows_no_secret() {
    let sealed = Sealed::with_keys();
    sealed.done(&["letters", "--to", &sealed.beside("letters")]);
    let (pages, _) = sealed.dashboard(&[]);
    let mut all: Vec<String> = pages.into_values().collect();
    for format in ["json", "csv", "table"] {
        all.push(sealed.run(&["report", "--format", format]).out);
    }
    let readers = ["ana/mother", "cleo/father", "noor"];
    let mut secrets = sealed.secrets(&readers);
    let keyring = sealed.keyring();
    let places = readers.map(|reader| keyring.root().reader_place(reader));
    secrets.extend(places.map(|place| place.as_str().to_owned()));
    secrets.push(keyring.school().id);
    for secret in secrets {
        assert!(all.iter().all(|page| !page.contains(&secret)));
    }
}

#[test]
fn without_a_keyring_the_dashboard_says_so_and_is_made() {
    const SAID: &str = "Who may open which pages is not shown, because kinfolio cannot use";
    let check = |sealed: &Sealed, args: &[&str], says: bool, shows: bool| {
        let (pages, err) = sealed.dashboard(args);
        assert_eq!(pages["index.html"].contains(SAID), says, "{err}");
        assert_eq!(pages["ana/index.html"].contains("class=\"readers\""), shows);
        assert!(pages["ana/index.html"].contains("class=\"goals\""));
    };
    check(&Sealed::new(), &["--plain"], true, false);
    check(&Sealed::with_keys(), &["--plain"], false, true);
    let damaged = Sealed::with_keys();
    fs::write(damaged.file(), "{}").unwrap();
    check(&damaged, &["--plain"], true, false);
    let elsewhere = Sealed::new();
    let file = elsewhere.beside("own/keys.json");
    elsewhere.done(&["keys", "init", "--keys", &file]);
    check(&elsewhere, &["--keys", &file], false, true);
    let login = school().edit(
        "school.yaml",
        "address: https://pages.example.org/families",
        "access: host-login",
    );
    check(&Sealed::of(&login), &[], false, false);
}

#[test]
fn the_preview_shows_who_may_open_pages_if_there_is_a_keyring() {
    let check = |sealed: &Sealed, shows: bool| {
        let preview = Preview::of(&mut sealed.command(&["serve", "--port", "0"]));
        let (status, ana) = preview.get("/staff/ana/");
        assert_eq!((status, ana.contains("class=\"readers\"")), (200, shows));
    };
    check(&Sealed::with_keys(), true);
    check(&Sealed::new(), false);
}

#[test]
fn the_dashboard_follows_the_keyring_while_watch_runs() {
    let sealed = Sealed::with_keys();
    let [sites, staff] = ["public", "staff"].map(|name| sealed.beside(name));
    let watch = ["watch", "--to", &sites, "--staff", &staff, "--settle", "0"];
    let mut command = sealed.command(&[&watch[..], &["--poll", "600"]].concat());
    let command = command.stdout(Stdio::null()).stderr(Stdio::null());
    let _watching = Watching(command.spawn().unwrap());
    let page = sealed.beside("staff/cleo/index.html");
    let shows = |words: &str| {
        let start = Instant::now();
        while !fs::read_to_string(&page).is_ok_and(|text| text.contains(words)) {
            assert!(start.elapsed() < Duration::from_mins(1), "{words}");
            std::thread::sleep(Duration::from_millis(20));
        }
    };
    shows("none yet");
    sealed.done(&["keys", "revoke", "noor"]);
    // A save that changes nothing, so that the test need not wait for a scan.
    let same = sealed.place.school().join("school.yaml");
    fs::write(&same, fs::read(&same).unwrap()).unwrap();
    shows("revoked Nov 20, 2026");
}
