//! What a double click does: a preview of the school that is here. Where there is
//! none, a page that asks for one: a new one, or one that lies elsewhere.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Serialize;
use tera::{Context, Tera};

use crate::cli::args::NewSchool;
use crate::cli::diagnostics::Messages;
use crate::cli::terminal::Terminal;
use crate::cli::{CommandError, new};
use crate::io::http::{Answer, secret};
use crate::io::{self, Disk};

const PAGE: &str = include_str!("begin.html");
const HTML: &str = "text/html; charset=utf-8";

/// Shows the school that is here, or asks for one.
pub(in crate::cli) fn run(terminal: &mut Terminal) -> Result<u8, CommandError> {
    let here = std::env::current_dir()?;
    let near = io::schools_in(&here);
    let school = io::school_folder(None).or_else(|| match &near[..] {
        [only] => Some(only.clone()),
        _ => None,
    });
    let server = super::listen(None)?;
    let school = school.map(|school| here.join(school).components().collect::<PathBuf>());
    let mut ask = Ask::new(here, near)?;
    if let Some(school) = school {
        let place = [("place", school.display().to_string())];
        terminal.say(&ask.words.say("begin-found", place))?;
        match ask.readable(&school) {
            Ok(()) => return super::show(&school, &server, true, terminal),
            Err(fault) => ask.unread = Some((school, fault)),
        }
    }
    let address = format!("http://{}/", server.address());
    terminal.say(&ask.lead())?;
    let place = [("place", address.clone())];
    terminal.say(&ask.words.say("begin-open", place))?;
    terminal.say(&ask.words.say("begin-window", []))?;
    super::open(&address);
    let chosen = server.decide(|path, form| ask.answer(path, form));
    let chosen =
        chosen.ok_or_else(|| CommandError::Said(ask.words.say("begin-none-chosen", [])))?;
    for words in &chosen.told {
        terminal.say(words)?;
    }
    super::show(&chosen.folder, &server, false, terminal)
}

/// The school that somebody chose, and what there is to say about it.
struct Chosen {
    folder: PathBuf,
    told: Vec<String>,
}

/// The page that asks.
struct Ask {
    here: PathBuf,
    near: Vec<PathBuf>,
    /// The school that is here, where it cannot be read, and why.
    unread: Option<(PathBuf, String)>,
    /// Stands in each form of the page, so that no other page can send one.
    secret: String,
    words: Messages,
}

/// What somebody typed, to stand there again when it was not right.
#[derive(Default, Serialize)]
struct Typed {
    #[serde(skip)]
    secret: String,
    folder: String,
    name: String,
    phone: String,
    languages: Vec<String>,
    other: String,
}

impl Typed {
    /// The fields of a form.
    fn of(form: &str) -> Self {
        let mut typed = Self::default();
        for (name, value) in form_urlencoded::parse(form.as_bytes()) {
            let value = value.trim().to_owned();
            match &*name {
                "secret" => typed.secret = value,
                "folder" => typed.folder = value,
                "name" => typed.name = value,
                "phone" => typed.phone = value,
                "language" => typed.languages.push(value),
                "other" => typed.other = value,
                _ => {}
            }
        }
        typed
    }
}

impl Ask {
    fn new(here: PathBuf, near: Vec<PathBuf>) -> Result<Self, CommandError> {
        Ok(Self {
            here,
            near,
            unread: None,
            secret: secret()?,
            words: Messages::of_tool(),
        })
    }

    /// The page, or the school that a form of it chose.
    fn answer(&self, path: &str, form: Option<&str>) -> (Answer, Option<Chosen>) {
        let Some(form) = form else {
            let page = match path {
                "/" => {
                    let unread = self.unread.as_ref().map(|(_, fault)| fault.as_str());
                    self.page(&self.suggested(), unread)
                }
                // A page of an earlier preview asks for news.
                "/events" => Answer::NotFound,
                _ => Answer::Redirect("/".to_owned()),
            };
            return (page, None);
        };
        let typed = Typed::of(form);
        let chosen = if typed.secret != self.secret {
            Err(self.words.say("begin-again", []))
        } else if path == "/open" {
            self.open(&typed)
        } else {
            self.begin(&typed)
        };
        match chosen {
            Ok(chosen) => (Answer::Redirect("/".to_owned()), Some(chosen)),
            Err(fault) => (self.page(&typed, Some(&fault)), None),
        }
    }

    fn suggested(&self) -> Typed {
        let unread = self.unread.as_ref();
        let other = unread.map(|(school, _)| school.display().to_string());
        Typed {
            other: other.unwrap_or_default(),
            folder: self.here.join("our-school").display().to_string(),
            languages: vec!["en".to_owned()],
            ..Typed::default()
        }
    }

    /// Opens a school that is there.
    fn open(&self, typed: &Typed) -> Result<Chosen, String> {
        let folder = self.place(&typed.other)?;
        let place = [("folder", folder.display().to_string())];
        let school = io::school_folder(Some(&folder));
        let folder = school.ok_or_else(|| self.words.say("begin-no-school", place))?;
        self.readable(&folder)?;
        Ok(Chosen {
            folder,
            told: Vec::new(),
        })
    }

    /// Whether a school can be read at all; else, why not.
    fn readable(&self, school: &Path) -> Result<(), String> {
        let disk = Disk::new(school);
        let read = disk.shared().and_then(|_| disk.students());
        read.map(drop).map_err(|fault| self.words.fault(&fault))
    }

    /// Writes a new school.
    fn begin(&self, typed: &Typed) -> Result<Chosen, String> {
        let folder = self.place(&typed.folder)?;
        let place = || [("folder", folder.display().to_string())];
        if io::is_used(&folder) && io::school_folder(Some(&folder)).is_none() {
            return Err(self.words.say("begin-used", place()));
        }
        let given = |text: &String| (!text.is_empty()).then(|| text.clone());
        let options = NewSchool {
            folder: folder.clone(),
            languages: typed.languages.clone(),
            name: given(&typed.name),
            phone: given(&typed.phone),
        };
        match new::begin(&options) {
            Ok(told) => Ok(Chosen { folder, told }),
            Err(CommandError::Said(words) | CommandError::Later(words)) => Err(words),
            Err(CommandError::Fault(fault)) => {
                let [place] = place();
                let values = [place, ("system", fault.system)];
                Err(self.words.say("begin-refused", values))
            }
        }
    }

    /// The folder that somebody typed or pasted, perhaps in quotes.
    fn place(&self, typed: &str) -> Result<PathBuf, String> {
        let typed = typed.trim_matches(['\u{22}', '\u{27}']).trim();
        if typed.is_empty() {
            return Err(self.words.say("begin-no-place", []));
        }
        let below_home = typed.strip_prefix("~/").and_then(|below| {
            let home = etcetera::home_dir().ok()?;
            Some(home.join(below))
        });
        Ok(below_home.unwrap_or_else(|| self.here.join(typed)))
    }

    /// Why there is something to choose.
    fn lead(&self) -> String {
        if let Some((_, fault)) = &self.unread {
            return fault.clone();
        }
        let id = if self.near.is_empty() {
            "begin-none"
        } else {
            "begin-several"
        };
        let place = self.here.display().to_string();
        self.words.say(id, [("place", place)])
    }

    fn page(&self, typed: &Typed, fault: Option<&str>) -> Answer {
        let labels: BTreeMap<String, String> = LABELS
            .iter()
            .map(|id| (id.replace('-', "_"), self.words.say(id, [])))
            .collect();
        let near = self.near.iter().map(|school| school.display().to_string());
        let (lang, dir) = self.words.language();
        let mut context = Context::new();
        context.insert("lang", &lang);
        context.insert("dir", dir);
        context.insert("label", &labels);
        context.insert("lead", &self.lead());
        context.insert("fault", &fault);
        context.insert("near", &near.collect::<Vec<_>>());
        context.insert("languages", &self.words.languages());
        context.insert("typed", typed);
        context.insert("secret", &self.secret);
        let page = Tera::one_off(PAGE, &context, true);
        Answer::Body {
            content_type: HTML,
            bytes: page.unwrap_or_else(|error| error.to_string()).into_bytes(),
        }
    }
}

const LABELS: [&str; 16] = [
    "begin-title",
    "begin-new",
    "begin-new-lead",
    "begin-folder",
    "begin-folder-hint",
    "begin-name",
    "begin-phone",
    "begin-phone-hint",
    "begin-languages",
    "begin-languages-hint",
    "begin-do",
    "begin-other",
    "begin-other-lead",
    "begin-other-folder",
    "begin-other-do",
    "begin-end",
];
