//! What goes wrong on the way, and on the other side. Each fault gets the kind that says
//! what helps, and the page is the old one or the new one.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use kinfolio::host::{Credentials, FolderHost, Host, HostFaultKind, Kind, Tries};

use crate::contract::path;
use crate::servers::{Bend, Proxy, Server, apache, nginx, sshd, storage};
use crate::{ONCE, open};

/// A host behind a proxy, open already.
fn behind(server: &Server, tries: Tries) -> (Proxy, Box<dyn Host>) {
    let proxy = Proxy::before(server.running.port);
    let target = server.target_at(proxy.port);
    let host = target.open_with(&server.credentials(), tries).unwrap();
    (proxy, host)
}

/// Bends the way to the server while a page is replaced, with all requests, and looks at
/// the page without the proxy.
fn check(server: &Server, bends: &[(Bend, HostFaultKind)], tries: Tries) {
    let direct = open(server);
    let (proxy, host) = behind(server, tries);
    let page = path("a/index.html");
    let (old, new) = (vec![b'o'; 100_000], vec![b'n'; 120_000]);
    for (bend, kind) in bends {
        direct.write(&page, &old, Kind::Page).unwrap();
        proxy.set(*bend);
        let fault = host.write(&page, &new, Kind::Page).unwrap_err();
        assert_eq!(fault.kind, *kind, "{bend:?}: {fault:?}");
        // What reaches the server is done there.
        if !matches!(bend, Bend::CutAfter(_) | Bend::Deaf) {
            let faults = [
                host.read(&page).unwrap_err(),
                host.remove(&page).unwrap_err(),
                host.list(None).unwrap_err(),
                host.list(Some(&path("a"))).unwrap_err(),
            ];
            for fault in faults {
                assert_eq!(fault.kind, *kind, "{bend:?}: {fault:?}");
                let shown = format!("{fault:?}");
                assert!(
                    !shown.contains("pass:word") && !shown.contains("secret/"),
                    "{shown}"
                );
            }
        }
        let found = direct.read(&page).unwrap().unwrap();
        assert!(
            found == old || found == new,
            "{bend:?}: {} bytes",
            found.len()
        );
        // The same host works again when the way does.
        proxy.set(Bend::Nothing);
        host.write(&page, &new, Kind::Page).unwrap();
        assert!(direct.read(&page).unwrap().unwrap() == new);
    }
}

/// Cuts at many places of a request, so that it hits each step of the protocol.
fn cuts() -> Vec<(Bend, HostFaultKind)> {
    let places = [
        1, 10, 100, 300, 500, 5_000, 60_000, 99_000, 119_900, 120_100,
    ];
    places
        .map(|at| (Bend::CutAfter(at), HostFaultKind::Passing))
        .to_vec()
}

/// What a web server may answer.
fn statuses(is_webdav: bool) -> Vec<(Bend, HostFaultKind)> {
    use HostFaultKind::{Full, Other, Passing, Refused};
    let mut statuses = vec![
        (429, Passing),
        (500, Passing),
        (502, Passing),
        (503, Passing),
        (504, Passing),
        (401, Refused),
        (403, Refused),
        (507, Full),
        (302, Other),
        (400, Other),
    ];
    if is_webdav {
        statuses.push((423, Passing));
    }
    statuses
        .into_iter()
        .map(|(status, kind)| (Bend::Status(status), kind))
        .collect()
}

/// Everything that can go wrong on the way to a web server.
fn check_web(server: &Server, statuses: &[(Bend, HostFaultKind)]) {
    check(server, statuses, ONCE);
    check(server, &cuts(), ONCE);
    let silent = [
        (Bend::Silent, HostFaultKind::Passing),
        (Bend::Deaf, HostFaultKind::Passing),
    ];
    let impatient = Tries {
        patience: Duration::from_millis(400),
        ..ONCE
    };
    check(server, &silent, impatient);
}

#[test]
fn webdav_on_nginx() {
    check_web(&nginx(false), &statuses(true));
}

#[test]
fn webdav_on_apache() {
    let server = apache();
    check(&server, &cuts(), ONCE);
}

#[test]
fn s3() {
    check_web(&storage(), &statuses(false));
}

#[test]
fn sftp() {
    let server = sshd();
    let cuts: Vec<(Bend, HostFaultKind)> = [1, 500, 2_000, 4_000, 6_000, 60_000, 120_000]
        .map(|at| (Bend::CutAfter(at), HostFaultKind::Passing))
        .to_vec();
    check(&server, &cuts, ONCE);
    let tries = Tries {
        patience: Duration::from_secs(2),
        ..ONCE
    };
    check(&server, &[(Bend::Silent, HostFaultKind::Passing)], tries);
}

#[test]
fn a_server_that_is_stopped_is_no_reason_to_give_up() {
    for mut server in [nginx(false), storage(), sshd()] {
        let host = open(&server);
        server.running.stop();
        let again = server.target().open_with(&server.credentials(), ONCE);
        let fault = again.map(drop).unwrap_err();
        assert_eq!(fault.kind, HostFaultKind::Passing, "{fault:?}");
        // A connection to OpenSSH has a process of its own, which goes on.
        if !server.to.0.starts_with("sftp") {
            let fault = host.list(None).unwrap_err();
            assert_eq!(fault.kind, HostFaultKind::Passing, "{fault:?}");
        }
    }
}

/// The file that fills a disk.
const FILLER: &str = "filler";

/// A small disk of its own over a folder; it goes with the test.
pub(crate) struct Disk(PathBuf);

impl Disk {
    /// A disk with room for so much. `None` if nobody may mount here.
    pub(crate) fn over(folder: &Path, size: &str) -> Option<Self> {
        let mut mount = Command::new("mount");
        let options = format!("size={size},mode=777");
        mount.args(["-t", "tmpfs", "-o", &options, "tmpfs"]);
        // Only root can.
        let done = mount.arg(folder).output().unwrap();
        done.status.success().then(|| Self(folder.to_path_buf()))
    }

    /// Changes an option of the disk.
    pub(crate) fn mount(&self, option: &str) {
        let mut mount = Command::new("mount");
        let done = mount.args(["-o", option]).arg(&self.0).output().unwrap();
        // It is busy while somebody writes.
        drop(done);
    }

    /// Leaves no room on it.
    pub(crate) fn fill(&self) {
        let mut filler = fs::File::create(self.0.join(FILLER)).unwrap();
        let part = [0; 4096];
        while std::io::Write::write_all(&mut filler, &part).is_ok() {}
    }

    /// Takes back what filled it.
    pub(crate) fn make_room(&self) {
        let _ = fs::remove_file(self.0.join(FILLER));
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.0).status();
    }
}

/// Fills a disk through the host, and says what kind of fault that is.
fn fill(host: &dyn Host, files: &Path, kind: HostFaultKind) {
    let Some(_disk) = Disk::over(files, "512k") else {
        return;
    };
    let page = path("a/p.jpg");
    let (old, new) = (vec![1; 300_000], vec![2; 310_000]);
    host.write(&page, &old, Kind::Picture).unwrap();
    let fault = host.write(&page, &new, Kind::Picture).unwrap_err();
    assert_eq!(fault.kind, kind, "{fault:?}");
    assert!(host.read(&page).unwrap() == Some(old));
    if kind != HostFaultKind::Full {
        return;
    }
    // What was begun does not keep the disk full.
    let small = vec![3; 100_000];
    host.write(&path("a/q.jpg"), &small, Kind::Picture).unwrap();
    let mut names: Vec<_> = fs::read_dir(files.join("a"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    names.sort();
    assert_eq!(names, ["p.jpg", "q.jpg"]);
}

#[test]
fn a_full_disk_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let host = FolderHost::open(folder.path()).unwrap();
    fill(&host, folder.path(), HostFaultKind::Full);
    for server in [sshd(), apache()] {
        fill(&*open(&server), &server.files, HostFaultKind::Full);
    }
    // nginx only says 500, which may mean anything, and leaves what it has begun.
    let server = nginx(false);
    fill(&*open(&server), &server.files, HostFaultKind::Passing);
}

#[test]
fn a_folder_that_is_gone_is_not_empty() {
    for server in [sshd(), nginx(false), apache()] {
        let host = open(&server);
        fs::remove_dir(&server.files).unwrap();
        let faults = [
            host.list(None).unwrap_err(),
            server
                .target()
                .open(&server.credentials())
                .map(drop)
                .unwrap_err(),
        ];
        for fault in faults {
            assert_eq!(fault.kind, HostFaultKind::Missing, "{fault:?}");
        }
        // Not even for a file at the top.
        assert!(host.write(&path("a"), b"", Kind::Page).is_err());
        assert!(!server.files.exists(), "{}", server.to.0);
    }
    let folder = tempfile::tempdir().unwrap();
    let host = FolderHost::open(folder.path()).unwrap();
    fs::remove_dir(folder.path()).unwrap();
    assert_eq!(host.list(None).unwrap_err().kind, HostFaultKind::Missing);
    assert!(host.write(&path("a"), b"", Kind::Page).is_err());
    assert!(!folder.path().exists());
}

#[test]
fn nobody_without_credentials_is_let_in() {
    for server in [nginx(false), storage()] {
        let opened = server.target().open(&Credentials::default());
        let kind = opened.map(drop).unwrap_err().kind;
        assert_eq!(kind, HostFaultKind::NoCredentials);
    }
}
