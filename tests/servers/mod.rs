//! Real servers for tests: on free ports of this computer, in folders that go with them,
//! and stopped when they are dropped, also when a test fails.

mod proxy;
mod s3;
mod ssh;
mod web;

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use kinfolio::host::{Credentials, Target};
use tempfile::TempDir;

pub(crate) use proxy::{Bend, Proxy};
pub(crate) use s3::storage;
pub(crate) use ssh::{sshd, sshd_without_replacing};
pub(crate) use web::{apache, nginx};

/// A server that runs, and how to publish to it.
pub(crate) struct Server {
    child: Child,
    folder: TempDir,
    /// Where it listens on this computer.
    pub(crate) port: u16,
    /// Where its files are on this computer.
    pub(crate) files: PathBuf,
    /// The folder on it that is published to: what a school writes, and the endpoint.
    pub(crate) to: (String, Option<String>),
    /// What a file of credentials says.
    pub(crate) credentials: String,
}

impl Server {
    /// The server as the host of a school.
    pub(crate) fn target(&self) -> Target {
        self.target_at(self.port)
    }

    /// The server as the host of a school that reaches it at another port.
    pub(crate) fn target_at(&self, port: u16) -> Target {
        let (own, other) = (
            format!("127.0.0.1:{}", self.port),
            format!("127.0.0.1:{port}"),
        );
        let at = |text: &str| text.replace(&own, &other);
        let (to, endpoint) = &self.to;
        let endpoint = endpoint.as_deref().map(at);
        Target::read(&at(to), endpoint.as_deref(), None, Path::new("/")).unwrap()
    }

    /// What the server wants to see.
    pub(crate) fn credentials(&self) -> Credentials {
        Credentials::read(&self.credentials).unwrap()
    }

    /// A file of the server's own, next to those it serves.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}

impl Server {
    /// Stops it. Its files stay.
    pub(crate) fn stop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

/// A port that nobody listens on.
pub(crate) fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}

/// The folder of a server. Servers that change their user have to get in.
fn folder() -> (TempDir, PathBuf) {
    let folder = tempfile::Builder::new()
        .prefix("kinfolio-server-")
        .tempdir()
        .unwrap();
    let files = folder.path().join("files");
    fs::create_dir(&files).unwrap();
    for open in [folder.path(), &files] {
        everyone_may_write(open);
    }
    (folder, files)
}

pub(crate) fn everyone_may_write(folder: &Path) {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o777)).unwrap();
}

/// The complete path of a program that Debian's `package` brings.
fn program(name: &str, package: &str) -> PathBuf {
    let tools = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/tools/bin");
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    // Not every user looks for servers.
    folders.extend([
        PathBuf::from("/usr/sbin"),
        PathBuf::from("/usr/local/sbin"),
        tools,
    ]);
    let mut places = folders.into_iter().map(|folder| folder.join(name));
    places
        .find(|place| place.is_file())
        .unwrap_or_else(|| panic!("{name} is missing: {package}"))
}

/// Runs a program that ends by itself.
fn run(command: &mut Command) {
    let done = command.output().unwrap();
    let words = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{command:?}: {words}");
}

/// Starts a server, and waits until it answers at `port`.
fn start(mut command: Command, log: &Path, port: u16) -> Child {
    let said = fs::File::create(log).unwrap();
    command
        .stdin(Stdio::null())
        .stderr(said.try_clone().unwrap())
        .stdout(said);
    let mut child = command.spawn().unwrap();
    let began = Instant::now();
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        let ended = child.try_wait().unwrap().is_some();
        if ended || began.elapsed() > Duration::from_mins(1) {
            let _ = child.kill();
            let said = fs::read_to_string(log).unwrap_or_default();
            panic!("{command:?} does not answer: {said}");
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    child
}
