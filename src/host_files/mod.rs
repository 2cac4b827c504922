//! Rules for web servers: who may read what, and with which headers.
//!
//! Everything here is pure: from a description of folders and readers to files for one
//! kind of server, a file of this folder for each. A server asks for a user name and a
//! password, and refuses what no rule allows. `guard.rs` has what all of them express.

mod apache;
mod caddy;
mod guard;
mod nginx;
mod places;
mod static_host;

use crate::render::Bundle;
use crate::source::RelPath;

pub use guard::{FolderReader, GuardedFolder};
pub use places::{ServerFolder, UrlPath};

use guard::Guard;

/// The servers that there are rules for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are those of the programs")]
pub enum Server {
    Nginx,
    Apache,
    Caddy,
    /// A host for static files that reads `_headers`: Netlify, Cloudflare Pages.
    Static,
}

/// What rules are made of.
pub struct Rules {
    /// Where the folder of sites is in addresses.
    pub url: UrlPath,
    /// Where the folder of sites is on the server. Static hosts do not need it.
    pub root: ServerFolder,
    /// Where the files of the rules are on the server.
    pub own: ServerFolder,
    /// Who may read what. `None` if everyone may read everything, because it is encrypted.
    pub folders: Option<Vec<GuardedFolder>>,
    /// What people read in the files.
    pub words: RuleWords,
}

/// What people read in the files, in one line each.
pub struct RuleWords {
    /// What browsers may show when they ask for a password. All folders have the same, so
    /// that a browser asks once for all of them.
    pub realm: String,
    /// The comment at the top.
    pub head: String,
    /// The comment about `https`.
    pub https: String,
    /// The comment about the limit of requests.
    pub limit: String,
}

/// The headers of every answer, besides those about caches.
const HEADERS: [(&str, &str); 3] = [
    ("X-Robots-Tag", "noindex, nofollow, noarchive"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
];

/// What makes browsers use `https` only.
const HTTPS_ONLY: (&str, &str) = ("Strict-Transport-Security", "max-age=31536000");

/// How long what may be kept: pages are asked for each time, and no cache that several
/// people share keeps anything.
const ASK: &str = "private, no-cache";

/// The same of plain pictures, whose names change with their contents.
const KEEP: &str = "private, max-age=31536000, immutable";

/// The folder of password files.
pub const PASSWORDS: &str = "passwords";

/// The file of the rules that the server has to be told about.
#[must_use]
pub fn main_file(server: Server) -> &'static str {
    match server {
        Server::Nginx => nginx::FILE,
        Server::Apache => apache::FILE,
        Server::Caddy => caddy::FILE,
        Server::Static => static_host::FILE,
    }
}

/// The files for `server`. The same rules give the same bytes.
#[must_use]
pub fn files(server: Server, rules: &Rules) -> Bundle {
    let folders = rules.folders.as_deref();
    let guards: Option<Vec<Guard>> =
        folders.map(|folders| folders.iter().map(Guard::new).collect());
    let guards = guards.as_deref();
    let mut texts = match server {
        Server::Nginx => vec![
            (nginx::FILE.to_owned(), nginx::rules(rules, guards)),
            (nginx::LIMITS.to_owned(), nginx::limits(rules)),
        ],
        Server::Apache => vec![(apache::FILE.to_owned(), apache::rules(rules, guards))],
        Server::Caddy => vec![(caddy::FILE.to_owned(), caddy::rules(rules, guards))],
        Server::Static => vec![(static_host::FILE.to_owned(), static_host::rules(rules))],
    };
    if matches!(server, Server::Nginx | Server::Apache) {
        let guards = guards.into_iter().flatten();
        let file = |guard: &Guard| (format!("{PASSWORDS}/{}", guard.place), guard.passwords());
        texts.extend(guards.map(file));
    }
    let texts = texts.into_iter();
    texts
        .filter_map(|(path, text)| Some((RelPath::new(&path)?, text.into_bytes())))
        .collect()
}

/// Words as comments of a configuration file.
fn comment(words: &str, indent: &str) -> String {
    let mark = format!("{indent}# ");
    let options = textwrap::Options::new(90)
        .initial_indent(&mark)
        .subsequent_indent(&mark);
    textwrap::fill(words, options) + "\n"
}
