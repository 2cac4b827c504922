//! What a double-click does: a preview of the school in this folder. If there is none,
//! a page that offers to set one up, or to open one in another folder.

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

/// Shows the school in this folder, or asks for one.
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
        terminal.say(&ask.messages.say("begin-found", place))?;
        match ask.readable(&school) {
            Ok(()) => return super::show(&school, &server, true, terminal),
            Err(fault) => ask.unread = Some((school, fault)),
        }
    }
    let address = format!("http://{}/", server.address());
    terminal.say(&ask.lead())?;
    let place = [("place", address.clone())];
    terminal.say(&ask.messages.say("begin-open", place))?;
    terminal.say(&ask.messages.say("begin-window", []))?;
    super::open(&address);
    let chosen = server.decide(|asked| ask.answer(&asked.path, asked.form.as_deref()));
    let chosen =
        chosen.ok_or_else(|| CommandError::Said(ask.messages.say("begin-none-chosen", [])))?;
    for sentence in &chosen.sentences {
        terminal.say(sentence)?;
    }
    super::show(&chosen.folder, &server, false, terminal)
}

/// The school that a person chose.
struct Chosen {
    folder: PathBuf,
    /// What to say about it on the terminal.
    sentences: Vec<String>,
}

/// The page that asks.
struct Ask {
    here: PathBuf,
    near: Vec<PathBuf>,
    /// The school in this folder and why it cannot be read, if that is so.
    unread: Option<(PathBuf, String)>,
    /// A random text in each form of the page, so that no other site can send one.
    secret: String,
    messages: Messages,
}

/// What a person entered. The page shows it again if something was wrong.
#[derive(Default, Serialize)]
struct Entered {
    #[serde(skip)]
    secret: String,
    folder: String,
    name: String,
    phone: String,
    languages: Vec<String>,
    other: String,
}

impl Entered {
    /// The fields of a form.
    fn of(form: &str) -> Self {
        let mut entered = Self::default();
        for (name, value) in form_urlencoded::parse(form.as_bytes()) {
            let value = value.trim().to_owned();
            match &*name {
                "secret" => entered.secret = value,
                "folder" => entered.folder = value,
                "name" => entered.name = value,
                "phone" => entered.phone = value,
                "language" => entered.languages.push(value),
                "other" => entered.other = value,
                _ => {}
            }
        }
        entered
    }
}

impl Ask {
    fn new(here: PathBuf, near: Vec<PathBuf>) -> Result<Self, CommandError> {
        Ok(Self {
            here,
            near,
            unread: None,
            secret: secret()?,
            messages: Messages::of_tool(),
        })
    }

    /// The answer to a request, and the school if a form has chosen one.
    fn answer(&self, path: &str, form: Option<&str>) -> (Answer, Option<Chosen>) {
        let Some(form) = form else {
            let page = match path {
                "/" => {
                    let unread = self.unread.as_ref().map(|(_, fault)| fault.as_str());
                    self.page(&self.suggested(), unread)
                }
                // The page of an earlier preview asks for events.
                "/events" => Answer::NotFound,
                _ => Answer::Redirect("/".to_owned()),
            };
            return (page, None);
        };
        let entered = Entered::of(form);
        let chosen = if entered.secret != self.secret {
            Err(self.messages.say("begin-again", []))
        } else if path == "/open" {
            self.open(&entered)
        } else {
            self.begin(&entered)
        };
        match chosen {
            Ok(chosen) => (Answer::Redirect("/".to_owned()), Some(chosen)),
            Err(fault) => (self.page(&entered, Some(&fault)), None),
        }
    }

    fn suggested(&self) -> Entered {
        let unread = self.unread.as_ref();
        let other = unread.map(|(school, _)| school.display().to_string());
        Entered {
            other: other.unwrap_or_default(),
            folder: self.here.join("our-school").display().to_string(),
            languages: vec!["en".to_owned()],
            ..Entered::default()
        }
    }

    /// Opens an existing school.
    fn open(&self, entered: &Entered) -> Result<Chosen, String> {
        let folder = self.place(&entered.other)?;
        let place = [("folder", folder.display().to_string())];
        let school = io::school_folder(Some(&folder));
        let folder = school.ok_or_else(|| self.messages.say("begin-no-school", place))?;
        self.readable(&folder)?;
        Ok(Chosen {
            folder,
            sentences: Vec::new(),
        })
    }

    /// Checks that a school can be read. Returns the message if it cannot.
    fn readable(&self, school: &Path) -> Result<(), String> {
        let disk = Disk::new(school);
        let read = disk.shared().and_then(|_| disk.students());
        read.map(drop).map_err(|fault| self.messages.fault(&fault))
    }

    /// Sets up a new school.
    fn begin(&self, entered: &Entered) -> Result<Chosen, String> {
        let folder = self.place(&entered.folder)?;
        let place = || [("folder", folder.display().to_string())];
        if io::is_used(&folder) && io::school_folder(Some(&folder)).is_none() {
            return Err(self.messages.say("begin-used", place()));
        }
        let given = |text: &String| (!text.is_empty()).then(|| text.clone());
        let options = NewSchool {
            folder: folder.clone(),
            languages: entered.languages.clone(),
            name: given(&entered.name),
            phone: given(&entered.phone),
        };
        match new::begin(&options) {
            Ok(sentences) => Ok(Chosen { folder, sentences }),
            Err(CommandError::Said(messages) | CommandError::Later(messages)) => Err(messages),
            Err(CommandError::Fault(fault)) => {
                let [place] = place();
                let values = [place, ("system", fault.system)];
                Err(self.messages.say("begin-refused", values))
            }
        }
    }

    /// The folder that a person typed or pasted, perhaps in quotes.
    fn place(&self, entered: &str) -> Result<PathBuf, String> {
        let entered = entered.trim_matches(['\u{22}', '\u{27}']).trim();
        if entered.is_empty() {
            return Err(self.messages.say("begin-no-place", []));
        }
        let below_home = entered.strip_prefix("~/").and_then(|below| {
            let home = etcetera::home_dir().ok()?;
            Some(home.join(below))
        });
        Ok(below_home.unwrap_or_else(|| self.here.join(entered)))
    }

    /// Why a person has to choose.
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
        self.messages.say(id, [("place", place)])
    }

    fn page(&self, entered: &Entered, fault: Option<&str>) -> Answer {
        let labels: BTreeMap<String, String> = LABELS
            .iter()
            .map(|id| (id.replace('-', "_"), self.messages.say(id, [])))
            .collect();
        let near = self.near.iter().map(|school| school.display().to_string());
        let (lang, dir) = self.messages.language();
        let mut context = Context::new();
        context.insert("lang", &lang);
        context.insert("dir", dir);
        context.insert("label", &labels);
        context.insert("lead", &self.lead());
        context.insert("fault", &fault);
        context.insert("near", &near.collect::<Vec<_>>());
        context.insert("languages", &self.messages.languages());
        context.insert("typed", entered);
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
