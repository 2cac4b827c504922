//! The preview: it shows what `build` writes, and follows each save.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::support::{School, Workplace, kinfolio, program};

/// A running preview; ends with the test.
pub(crate) struct Preview {
    child: Child,
    pub(crate) address: String,
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Preview {
    pub(crate) fn start(place: &Workplace) -> Self {
        let school = place.school();
        Self::of(&mut program(&[
            "serve",
            school.to_str().unwrap(),
            "--port",
            "0",
        ]))
    }

    /// One that `command` shows.
    pub(crate) fn of(command: &mut Command) -> Self {
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let address = lines
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| Some(line.split_once("http://")?.1.split('/').next()?.to_owned()))
            .expect("the address is said");
        // What else it says is read, so that it never waits for us.
        std::thread::spawn(move || lines.map_while(Result::ok).for_each(drop));
        Self { child, address }
    }

    pub(crate) fn connect(&self, path: &str, host: &str) -> BufReader<TcpStream> {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream
            .set_read_timeout(Some(Duration::from_mins(1)))
            .unwrap();
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
        )
        .unwrap();
        BufReader::new(stream)
    }

    /// Status and body.
    fn get_as(&self, path: &str, host: &str) -> (u16, Vec<u8>) {
        let mut reader = self.connect(path, host);
        let mut status = String::new();
        reader.read_line(&mut status).unwrap();
        let status = status
            .split(' ')
            .nth(1)
            .and_then(|code| code.parse().ok())
            .expect(&status);
        let mut length = None;
        let mut line = String::new();
        while reader.read_line(&mut line).unwrap() > 2 {
            let (name, value) = line.split_once(':').unwrap();
            if name.eq_ignore_ascii_case("content-length") {
                length = value.trim().parse::<usize>().ok();
            }
            assert!(!name.eq_ignore_ascii_case("set-cookie"));
            line.clear();
        }
        let mut body = vec![0; length.expect("a page says how long it is")];
        reader.read_exact(&mut body).unwrap();
        (status, body)
    }

    pub(crate) fn get(&self, path: &str) -> (u16, String) {
        let (status, body) = self.get_as(path, &self.address);
        (status, String::from_utf8(body).unwrap())
    }

    /// Asks again until `done` likes the answer.
    pub(crate) fn wait_for(&self, path: &str, done: impl Fn(&str) -> bool) -> String {
        let start = Instant::now();
        loop {
            let (_, body) = self.get(path);
            if done(&body) {
                return body;
            }
            assert!(
                start.elapsed() < Duration::from_mins(1),
                "{path} stayed {body}"
            );
            std::thread::sleep(Duration::from_millis(100));
        }
    }
}

/// Sends a form as a browser does; status and what came back.
pub(crate) fn send(
    preview: &Preview,
    path: &str,
    head: &[(&str, &str)],
    form: &str,
) -> (u16, String) {
    let mut stream = TcpStream::connect(&preview.address).unwrap();
    let mut fields = vec![
        ("Host", preview.address.clone()),
        ("Origin", format!("http://{}", preview.address)),
        (
            "Content-Type",
            "application/x-www-form-urlencoded".to_owned(),
        ),
    ];
    fields.retain(|(name, _)| !head.iter().any(|(other, _)| other == name));
    fields.extend(
        head.iter()
            .map(|(name, value)| (*name, (*value).to_owned())),
    );
    let fields: Vec<String> = fields
        .iter()
        .map(|(name, value)| format!("{name}: {value}\r\n"))
        .collect();
    let length = form.len();
    write!(
        stream,
        "POST {path} HTTP/1.1\r\n{}Content-Length: {length}\r\nConnection: close\r\n\r\n{form}",
        fields.concat()
    )
    .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    let status = answer.split(' ').nth(1).unwrap().parse().unwrap();
    (status, answer)
}

/// The secret in the forms of the page.
pub(crate) fn secret(page: &str) -> String {
    let (_, from) = page.split_once("name=\"secret\" value=\"").expect(page);
    from.split('"').next().unwrap().to_owned()
}

#[test]
fn the_preview_shows_what_build_writes() {
    let place = School::tiny().on_disk();
    place.build();
    let preview = Preview::start(&place);
    let (status, list) = preview.get("/");
    assert_eq!(status, 200);
    for student in ["ana", "ben", "cleo"] {
        assert!(list.contains(&format!("/view/{student}/")), "{list}");
        assert_eq!(preview.get(&format!("/view/{student}/")).0, 200);
        for (path, bytes) in place.site(student) {
            let (status, served) =
                preview.get_as(&format!("/site/{student}/{path}"), &preview.address);
            assert_eq!(status, 200, "{student}/{path}");
            assert!(served == bytes, "{student}/{path}");
        }
    }
    assert_eq!(
        preview.get("/site/ana/").1,
        String::from_utf8_lossy(&place.site("ana")["index.html"])
    );
}

#[test]
fn the_preview_answers_this_machine_and_its_own_paths_only() {
    let preview = Preview::start(&School::tiny().on_disk());
    let port = preview.address.split(':').nth(1).unwrap().to_owned();
    let check = |path: &str, host: &str, expected: u16| {
        assert_eq!(preview.get_as(path, host).0, expected, "{path} for {host}");
    };
    check("/", &format!("localhost:{port}"), 200);
    check("/", &format!("127.0.0.1:{port}"), 200);
    check("/", "school.example", 403);
    check("/", &format!("school.example:{port}"), 403);
    check("/", &format!("localhost.school.example:{port}"), 403);
    check("/site/ana/en/index.html", "127.0.0.1:1", 403);
    let own = preview.address.clone();
    for path in [
        "/site/ana/../../school.yaml",
        "/site/ana/..%2f..%2fschool.yaml",
        "/site/..%2f..%2fetc/passwd",
        "/site/ana/%00",
        "/site/ana/nothing.html",
        "/site/nobody/",
        "/school.yaml",
        "/%zz",
    ] {
        check(path, &own, 404);
    }
}

#[test]
fn a_save_reaches_the_page_and_a_broken_one_keeps_it() {
    let place = School::tiny().on_disk();
    let preview = Preview::start(&place);
    let before = preview.get("/site/ana/en/index.html").1;
    let mut events = preview.connect("/events", &preview.address);
    let mut line = String::new();
    while !line.starts_with(": open") {
        line.clear();
        assert!(
            events.read_line(&mut line).unwrap() > 0,
            "the stream begins"
        );
    }

    place.save(
        "students/ana/updates/2026-11-20.md",
        "Ana wrote about owls.\n",
    );
    while !line.starts_with("data:") {
        line.clear();
        assert!(
            events.read_line(&mut line).unwrap() > 0,
            "the stream goes on"
        );
    }
    let page = preview.wait_for("/site/ana/en/index.html", |page| page.contains("owls"));
    assert_ne!(page, before);

    place.edit(
        "students/ana/goals/reading.yaml",
        "target: 90",
        "target: 30",
    );
    let frame = preview.wait_for("/view/ana/", |frame| frame.contains("reading.yaml:5"));
    assert!(frame.contains("The target is 30"), "{frame}");
    assert!(
        frame.contains("<iframe"),
        "the old page is still shown: {frame}"
    );
    assert_eq!(
        preview.get("/site/ana/en/index.html").1,
        page,
        "the old page stays"
    );
    assert!(
        !preview.get("/view/ben/").1.contains("reading.yaml:5"),
        "it is Ana's alone"
    );

    place.edit(
        "students/ana/goals/reading.yaml",
        "target: 30",
        "target: 95",
    );
    preview.wait_for("/view/ana/", |frame| !frame.contains("reading.yaml:5"));
    preview.wait_for("/site/ana/en/goals/reading/index.html", |page| {
        page.contains("95")
    });
}

#[test]
fn the_preview_says_that_the_school_folder_is_gone() {
    let place = School::tiny().on_disk();
    let preview = Preview::start(&place);
    let aside = place.school().with_file_name("aside");
    std::fs::rename(place.school(), &aside).unwrap();
    let frame = preview.wait_for("/view/ana/", |frame| frame.contains("is not available"));
    assert!(frame.contains("<iframe"), "{frame}");
    std::fs::rename(&aside, place.school()).unwrap();
    place.edit("school.yaml", "name: ", "name: New ");
    preview.wait_for("/view/ana/", |frame| !frame.contains("is not available"));
}

#[test]
fn the_preview_shows_what_an_author_wrote_as_text() {
    let place = School::tiny()
        .edit(
            "students/ana/goals/reading.yaml",
            "title: Reading aloud with ease",
            "title: x\n<script>alert(1)</script>: 1",
        )
        .on_disk();
    let frame = Preview::start(&place).get("/view/ana/").1;
    assert!(
        frame.contains("&lt;script&gt;") && !frame.contains("<script>alert"),
        "{frame}"
    );
}

#[test]
fn the_preview_says_why_there_is_no_page() {
    let check = |school: School, path: &str, says: &str| {
        let frame = Preview::start(&school.on_disk()).get(path).1;
        assert!(
            frame.contains(says) && !frame.contains("<iframe"),
            "{frame}"
        );
        assert!(!frame.contains("This is the last good version"), "{frame}");
    };
    let hidden = School::tiny().edit("students/ben/student.yaml", "he", "he\npublish: false");
    check(hidden, "/view/ben/", "This student has no page");
    let broken = School::tiny().edit("students/ben/student.yaml", "pronouns", "pronuns");
    check(
        broken,
        "/view/ben/",
        "There is no page yet. Fix the errors first.",
    );
    check(
        School::tiny().without("students/"),
        "/",
        "no students in this folder",
    );
}

#[test]
fn the_preview_folds_warnings_and_shows_the_line_of_an_error() {
    let goal = "students/ana/goals/reading.yaml";
    let place = School::tiny()
        .file(
            "students/ana/updates/2026-11-20.md",
            "Ana was sad and lazy.\n",
        )
        .edit(
            "students/ana/student.yaml",
            "home_languages: [en]",
            "home_languages: [es, en]",
        )
        .on_disk();
    let preview = Preview::start(&place);
    let (_, list) = preview.get("/");
    assert!(
        list.contains("<a href=\"/view/ana/\"><bdi>Ana</bdi> · <span>"),
        "{list}"
    );
    let frame = preview.get("/view/ana/").1;
    for words in [
        "<h1><bdi>Ana</bdi></h1>",
        "items to review</summary>",
        "<option value=\"en\" lang=\"en\">English</option>",
        "<option value=\"es\" lang=\"es\">",
    ] {
        assert!(frame.contains(words), "{words}: {frame}");
    }
    assert!(!frame.contains("<h2>"), "nothing is open: {frame}");

    place.edit(goal, "target: 90", "target: 30");
    let frame = preview.wait_for("/view/ana/", |frame| frame.contains("K211"));
    let (open, folded) = frame.split_once("<details").unwrap();
    assert!(
        open.contains("<b>5</b> <bdi>target: <mark>30</mark></bdi>"),
        "{frame}"
    );
    assert!(open.contains("This is the last good version."), "{frame}");
    assert!(!folded.contains("K211"), "{frame}");
    let list = preview.get("/").1;
    assert!(
        list.contains("<bdi>Ana</bdi> · <span class=\"bad\">1 error</span>"),
        "{list}"
    );
}

#[test]
fn while_what_all_share_is_broken_the_list_says_so() {
    let place = School::tiny()
        .edit("school.yaml", "phone:", "phne:")
        .on_disk();
    let preview = Preview::start(&place);
    let list = preview.get("/").1;
    assert!(
        list.contains("<mark>phne</mark>") && list.contains("Ana Duarte"),
        "{list}"
    );
    assert_eq!(preview.get_as("/staff/", &preview.address).0, 302);
}

#[test]
fn a_port_that_is_taken_is_said() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let place = School::tiny().on_disk();
    let run = kinfolio(&["serve", place.school().to_str().unwrap(), "--port", &port]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains(&port), "{}", run.err);
}
