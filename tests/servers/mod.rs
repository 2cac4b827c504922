//! Real servers that pages are published to: on free ports of this computer, and in
//! folders that go with them.

mod proxy;
pub(crate) mod running;
mod s3;
mod ssh;
mod web;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use kinfolio::host::{Credentials, Target};
use tempfile::TempDir;

pub(crate) use proxy::{Bend, Proxy};
pub(crate) use running::free_port;
use running::{Running, find};
pub(crate) use s3::storage;
pub(crate) use ssh::{sshd, sshd_without_replacing};
pub(crate) use web::{apache, nginx};

/// A server that runs, and how to publish to it.
pub(crate) struct Server {
    pub(crate) running: Running,
    folder: TempDir,
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
        self.target_at(self.running.port)
    }

    /// The server as the host of a school that reaches it at another port.
    pub(crate) fn target_at(&self, port: u16) -> Target {
        let (to, endpoint) = self.to_at(port);
        Target::read(&to, endpoint.as_deref(), None, Path::new("/")).unwrap()
    }

    /// What such a school writes, and the endpoint.
    pub(crate) fn to_at(&self, port: u16) -> (String, Option<String>) {
        let own = format!("127.0.0.1:{}", self.running.port);
        let at = |text: &str| text.replace(&own, &format!("127.0.0.1:{port}"));
        let (to, endpoint) = &self.to;
        (at(to), endpoint.as_deref().map(at))
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

/// The complete path of a program. `how` is how to get it.
fn program(name: &str, how: &str) -> PathBuf {
    find(name, "bin").unwrap_or_else(|| panic!("{name} is missing: {how}"))
}

/// Runs a program that ends by itself.
fn run(command: &mut Command) {
    let done = command.output().unwrap();
    let words = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{command:?}: {words}");
}
