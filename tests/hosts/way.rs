//! The whole way, once for each kind of host: the demo school is built, published by the
//! program, and read in a browser with the link and the code of a letter. Then one number
//! changes, and then one reader may not read anymore.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};

use kinfolio::seal::Place;
use serde_json::{Value, json};

use crate::school::{Below, Sealed, opened};
use crate::servers::{Server, apache, nginx, sshd, storage};
use crate::support::{School, files_below, root};
use crate::web_servers::{Kind, WebServer, open_the_way};

/// The address in the demo school's letters.
const ADDRESS: &str = "https://pages.cedarhollow.example";

/// Mateo's grandmother reads in English, and a reader of two students in Arabic.
const READERS: &str = "
both: {students: [layla, mateo], language: ar}
grandmother: {students: [mateo], language: en}
";

const GOAL: &str = "students/mateo/goals/reading-aloud.yaml";
const OLD: &str = "2026-11-20: {attempted: 61, errors: 3}";
const NEW: &str = "2026-11-20: {attempted: 74, errors: 3}";

/// `tests/browser/way.mjs`, which ends with the test.
struct Browser {
    node: Child,
    answers: BufReader<ChildStdout>,
}

impl Browser {
    fn start() -> Self {
        let mut node = Command::new("node");
        node.arg(root().join("tests/browser/way.mjs"));
        node.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut node = node
            .spawn()
            .unwrap_or_else(|fault| panic!("node: {fault}. ./test.sh installs it"));
        let answers = BufReader::new(node.stdout.take().unwrap());
        Self { node, answers }
    }

    /// Does one step in all tabs.
    fn step(&mut self, step: &Value) -> Value {
        writeln!(self.node.stdin.as_mut().unwrap(), "{step}").unwrap();
        let mut line = String::new();
        self.answers.read_line(&mut line).unwrap();
        assert!(!line.is_empty(), "the browser did not do this: {step}");
        serde_json::from_str(&line).unwrap()
    }

    /// The same for a step whose tabs all show all of the words.
    fn shows(&mut self, step: &Value, words: &[&str]) -> Value {
        let shown = self.step(step);
        for tab in shown.as_array().unwrap() {
            let text = tab["text"].as_str().unwrap();
            for word in words {
                assert!(text.contains(word), "{step}: {word} is not in: {text}");
            }
        }
        shown
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Without input, it closes the browser and ends.
        drop(self.node.stdin.take());
        let _ = self.node.wait();
    }
}

/// A host: where the school publishes to, and the web server in front of it.
struct Published {
    name: &'static str,
    /// The arguments of `publish`.
    to: Vec<String>,
    files: PathBuf,
    web: WebServer,
    _server: Option<Server>,
}

impl Published {
    /// `below` is the folder on the server, as it is on the disk.
    fn on(school: &Sealed, name: &'static str, server: Option<Server>, below: &str) -> Self {
        let (to, files) = match &server {
            None => {
                let folder = school.beside("host");
                fs::create_dir(&folder).unwrap();
                (
                    vec!["--to".to_owned(), folder.clone()],
                    PathBuf::from(folder),
                )
            }
            Some(server) => {
                let credentials = school.beside(&format!("{name}-credentials"));
                private_file(&credentials, &server.credentials);
                let mut to = vec!["--credentials".to_owned(), credentials, "--to".to_owned()];
                // A folder in a bucket whose name fits into the rules of a web server.
                let is_bucket = server.to.1.is_some();
                to.push(if is_bucket {
                    format!("s3://sites/{below}")
                } else {
                    server.to.0.clone()
                });
                let endpoint = server.to.1.clone().into_iter();
                to.extend(endpoint.flat_map(|one| ["--endpoint".to_owned(), one]));
                (to, server.files.join(below))
            }
        };
        let rules = school.beside(&format!("{name}-rules"));
        fs::create_dir(&rules).unwrap();
        let (public, root) = (
            school.beside("public"),
            files.to_str().unwrap().trim_end_matches('/').to_owned(),
        );
        let args = [
            "host-files",
            "--for",
            "nginx",
            "--to",
            &rules,
            "--root",
            &root,
        ];
        school.done(&[&args[..], &["--from", &public, "--url-path", "/families/"]].concat());
        open_the_way(Path::new(&rules));
        let work = PathBuf::from(school.beside(&format!("{name}-work")));
        let web = WebServer::start(Kind::Nginx, Path::new(&rules), &work).unwrap();
        Self {
            name,
            to,
            files,
            web,
            _server: server,
        }
    }

    fn address(&self) -> String {
        format!("http://127.0.0.1:{}/families", self.web.port())
    }

    /// Publishes, and looks at the result as a stranger.
    fn publish(&self, school: &Sealed) -> BTreeMap<String, Vec<u8>> {
        let public = school.beside("public");
        let mut args = vec!["publish", "--from", &public];
        args.extend(self.to.iter().map(String::as_str));
        let run = school.run(&args);
        assert_eq!(
            (run.code, run.err.as_str()),
            (0, ""),
            "{}: {}",
            self.name,
            run.out
        );
        let said = school.done(&["verify", &self.address(), "--from", &public]);
        assert!(
            said.contains("strangers see nothing"),
            "{}: {said}",
            self.name
        );
        files_below(&self.files)
    }
}

pub(crate) fn private_file(place: &str, text: &str) {
    use std::os::unix::fs::OpenOptionsExt as _;
    let mut options = fs::OpenOptions::new();
    let file = options.write(true).create_new(true).mode(0o600).open(place);
    file.unwrap().write_all(text.as_bytes()).unwrap();
}

/// The folders of families in a list of files.
fn pages(files: &BTreeMap<String, Vec<u8>>) -> BTreeMap<String, Vec<u8>> {
    let files = files.iter().filter(|(path, _)| {
        path.split_once('/')
            .is_some_and(|(folder, _)| Place::new(folder).is_some())
    });
    files
        .map(|(path, bytes)| (path.clone(), bytes.clone()))
        .collect()
}

/// The files that are not the same in both.
fn changed(old: &BTreeMap<String, Vec<u8>>, new: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let (old, new) = (pages(old), pages(new));
    assert!(old.keys().eq(new.keys()), "a file came or went");
    let changed = new
        .into_iter()
        .filter(|(path, bytes)| old.get(path) != Some(bytes));
    changed.map(|(path, _)| path).collect()
}

/// The school, its hosts, and what its families have.
struct Way {
    school: Sealed,
    hosts: Vec<Published>,
    browser: Browser,
    letters: Value,
}

impl Way {
    fn begin() -> Self {
        let content = School::of(&root().join("content"));
        let school = Sealed::new(&content.file("families.yaml", READERS));
        let on = |name, server, below| Published::on(&school, name, server, below);
        let hosts = vec![
            on("folder", None, ""),
            on("openssh", Some(sshd()), ""),
            on("s3s-fs", Some(storage()), "families"),
            on("nginx-dav", Some(nginx(false)), ""),
            on("apache-dav", Some(apache()), ""),
        ];
        let mut browser = Browser::start();
        let folder = school.beside("letters");
        school.done(&["letters", "--to", &folder]);
        let letters = browser.step(&json!({"letters": folder}));
        Self {
            school,
            hosts,
            browser,
            letters,
        }
    }

    /// Publishes to all hosts. Returns what is there.
    fn publish(&self) -> Vec<BTreeMap<String, Vec<u8>>> {
        let hosts = self.hosts.iter();
        hosts.map(|host| host.publish(&self.school)).collect()
    }

    /// A letter's address or link on each host.
    fn at(&self, reader: &str, what: &str) -> Vec<String> {
        let written = self.letters[reader][what].as_str().unwrap();
        let rest = written.strip_prefix(ADDRESS).unwrap();
        let hosts = self.hosts.iter();
        hosts.map(|host| host.address() + rest).collect()
    }

    /// What a family reads: in English by the link, on paper, and in Arabic by the code.
    fn read(&mut self, number: &str) {
        let goal = "Reading out loud, smoothly";
        let link = self.at("grandmother", "link");
        let secret = link[0].rsplit('#').next().unwrap().to_owned();
        let open = json!({"open": link, "heading": "Mateo"});
        let shown = self.browser.shows(&open, &[goal]);
        for tab in shown.as_array().unwrap() {
            assert_eq!((&tab["lang"], &tab["dir"]), (&json!("en"), &json!("ltr")));
            assert!(!tab["address"].as_str().unwrap().contains(&secret));
        }
        let photo = "Writing a paragraph";
        let follow = |to: &str| json!({"follow": to, "heading": to});
        let shown = self.browser.shows(&follow(photo), &[]);
        let mut tabs = shown.as_array().unwrap().iter();
        assert!(tabs.all(|tab| tab["pictures"].as_u64() >= Some(1)));
        self.browser.shows(&follow("Mateo"), &[]);
        self.browser.shows(&follow(goal), &[number]);
        self.on_paper(&[goal, number]);
        self.by_code();
    }

    fn on_paper(&mut self, words: &[&str]) {
        let paper = |host: &Published| self.school.beside(&format!("{}.pdf", host.name));
        let papers: Vec<String> = self.hosts.iter().map(paper).collect();
        self.browser.step(&json!({"print": papers}));
        for paper in papers {
            let text = Command::new("pdftotext").args([&paper, "-"]).output();
            let text = String::from_utf8_lossy(&text.unwrap().stdout).into_owned();
            for word in words {
                assert!(text.contains(word), "{paper}: {word}: {text}");
            }
        }
    }

    /// The reader of two students, with the code.
    fn by_code(&mut self) {
        let address = self.at("both", "address");
        let code = &self.letters["both"]["code"];
        let open = json!({"open": address, "code": code, "heading": ""});
        let shown = self.browser.shows(&open, &["ليلى"]);
        assert!(
            shown
                .as_array()
                .unwrap()
                .iter()
                .all(|tab| tab["dir"] == "rtl")
        );
        let layla = json!({"follow": 1, "heading": "ليلى"});
        self.browser.shows(&layla, &[]);
    }

    /// Only the pages that show the number travel.
    fn change_one_number(&mut self, first: &[BTreeMap<String, Vec<u8>>]) {
        let out = self.school.place.out();
        let built = files_below(&out);
        self.school.place.edit(GOAL, OLD, NEW);
        self.school.build();
        let now = files_below(&out);
        let travels = changed(&built, &now);
        let root = self.school.root();
        let mateo = root.site_place("mateo");
        let opener = opened(&out, &root.reader("both", 0)).unwrap();
        for path in &travels {
            let file = path.strip_prefix(&format!("{}/", mateo.as_str())).unwrap();
            let page = opener.file(&Below(&out), &mateo, file).unwrap();
            let page = String::from_utf8(page).unwrap();
            assert!(page.contains("71"), "{path} changed, and has no 71");
        }
        for ((host, old), new) in self.hosts.iter().zip(first).zip(&self.publish()) {
            assert_eq!(changed(old, new), travels, "{}", host.name);
            assert!(pages(new) == pages(&now), "{}", host.name);
        }
        let all = pages(&built).len();
        println!("figure: one number: {} of {all} files", travels.len());
    }

    /// The old link and the old code open nothing, and another reader's still do.
    fn revoke_a_reader(&mut self) {
        self.school.done(&["keys", "revoke", "grandmother"]);
        self.school.build();
        self.publish();
        let mateo = self.school.root().site_place("mateo");
        let site = |host: &Published| format!("{}/{}/index.html", host.address(), mateo.as_str());
        let sites: Vec<String> = self.hosts.iter().map(site).collect();
        let code = &self.letters["grandmother"]["code"];
        for refused in [
            json!({"refused": self.at("grandmother", "link"), "says": "closed"}),
            json!({"refused": self.at("grandmother", "address"), "says": "closed"}),
            json!({"refused": sites, "code": code, "says": "no_match"}),
        ] {
            let shown = self.browser.step(&refused);
            for tab in shown.as_array().unwrap() {
                assert!(!tab["text"].as_str().unwrap().contains("Mateo"), "{tab}");
            }
        }
        self.by_code();
    }
}

#[test]
fn from_the_school_folder_to_families() {
    let mut way = Way::begin();
    let first = way.publish();
    way.read("58");
    way.change_one_number(&first);
    way.read("71");
    way.revoke_a_reader();
}
