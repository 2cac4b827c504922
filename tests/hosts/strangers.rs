//! Servers that are others than they should be, and people who are.

use std::fs;
use std::path::Path;
use std::process::Command;

use kinfolio::host::{Credentials, HostFault, HostFaultKind, Target};

use crate::ONCE;
use crate::servers::{Server, free_port, nginx, sshd, storage};

/// The fault of opening `to` with what a file of credentials says.
fn fault(to: &str, endpoint: Option<&str>, credentials: &str) -> HostFault {
    let target = Target::read(to, endpoint, None, Path::new("/")).unwrap();
    let credentials = Credentials::read(credentials).unwrap();
    target.open_with(&credentials, ONCE).map(drop).unwrap_err()
}

fn check(server: &Server, to: &str, credentials: &str, kind: HostFaultKind) {
    let endpoint = server.to.1.as_deref();
    let fault = fault(to, endpoint, credentials);
    assert_eq!(fault.kind, kind, "{fault:?}");
    let shown = format!("{fault:?}");
    for secret in ["pass:word", "hunter2", "secret/", "UFJJVkFURQ"] {
        assert!(!shown.contains(secret), "{shown}");
    }
}

#[test]
fn sftp() {
    let server = sshd();
    let (to, own) = (&server.to.0, &server.credentials);
    check(&server, &format!("{to}/none"), own, HostFaultKind::Missing);
    fs::write(server.files.join("file"), "").unwrap();
    check(&server, &format!("{to}/file"), own, HostFaultKind::Missing);
    // `.invalid` is a name that is never there. Without a network, nobody knows.
    let unknown = fault("sftp://host.invalid/a", None, own);
    let kinds = [HostFaultKind::Missing, HostFaultKind::Passing];
    assert!(kinds.contains(&unknown.kind), "{unknown:?}");

    let config = fs::read_to_string(server.file("ssh_config")).unwrap();
    let with = |name: &str, text: &str| {
        fs::write(server.file(name), text).unwrap();
        format!("KINFOLIO_SSH_CONFIG={}", server.file(name).display())
    };
    // The key of another server under its name, as if somebody were in between.
    let user = fs::read_to_string(server.file("user.pub")).unwrap();
    let known = server.file("known_hosts").display().to_string();
    let other = server.file("other_hosts").display().to_string();
    fs::write(&other, format!("server {user}")).unwrap();
    let changed = with("changed", &config.replace(&known, &other));
    check(&server, to, &changed, HostFaultKind::Stranger);
    // A server that nobody has looked at yet.
    fs::write(&other, "").unwrap();
    check(&server, to, &changed, HostFaultKind::Stranger);
    // A key that the server does not know.
    let mine = server.file("user").display().to_string();
    let host = server.file("host").display().to_string();
    let stranger = with("stranger", &config.replace(&mine, &host));
    check(&server, to, &stranger, HostFaultKind::Refused);
}

#[test]
fn webdav() {
    let server = nginx(false);
    let (to, own) = (&server.to.0, &server.credentials);
    let wrong = "KINFOLIO_WEBDAV_USER=family\nKINFOLIO_WEBDAV_PASSWORD=hunter2";
    check(&server, to, wrong, HostFaultKind::Refused);
    check(&server, &format!("{to}/none"), own, HostFaultKind::Missing);
    let at = |path: &str| format!("http://127.0.0.1:{}/{path}", server.running.port);
    // A web server without WebDAV, and one that sends people elsewhere.
    check(&server, &at("plain/"), own, HostFaultKind::Other);
    check(&server, &at("elsewhere/"), own, HostFaultKind::Other);
    let unknown = fault("https://host.invalid/a", None, own);
    let kinds = [HostFaultKind::Missing, HostFaultKind::Passing];
    assert!(kinds.contains(&unknown.kind), "{unknown:?}");
}

#[test]
fn s3() {
    let server = storage();
    let (to, own) = (&server.to.0, &server.credentials);
    check(&server, "s3://other-bucket", own, HostFaultKind::Missing);
    let wrong = "AWS_ACCESS_KEY_ID=AKTEST\nAWS_SECRET_ACCESS_KEY=hunter2";
    check(&server, to, wrong, HostFaultKind::Refused);
    let wrong = "AWS_ACCESS_KEY_ID=AKOTHER\nAWS_SECRET_ACCESS_KEY=secret/+key";
    check(&server, to, wrong, HostFaultKind::Refused);
}

#[test]
fn a_server_of_another_kind_is_no_host() {
    let (web, ssh) = (nginx(false), sshd());
    let port = ssh.running.port;
    let webdav = format!("http://127.0.0.1:{port}/");
    assert!(Target::read(&webdav, None, None, Path::new("/")).is_ok());
    fault(&webdav, None, &web.credentials);
    fault(
        &format!("sftp://127.0.0.1:{}/", web.running.port),
        None,
        &ssh.credentials,
    );
    fault(
        &format!("sftp://127.0.0.1:{}/", free_port()),
        None,
        &ssh.credentials,
    );
}

/// The certificates of the system are read from the environment, which cannot be changed
/// inside a test. So this program is started again.
#[test]
fn certificates() {
    const AGAIN: &str = "KINFOLIO_TEST_TLS";
    if let Ok(to) = std::env::var(AGAIN) {
        let credentials = std::env::var("KINFOLIO_TEST_CREDENTIALS").unwrap();
        let target = Target::read(&to, None, None, Path::new("/")).unwrap();
        let credentials = Credentials::read(&credentials).unwrap();
        let host = target.open_with(&credentials, ONCE).unwrap();
        assert_eq!(host.list(None).unwrap(), []);
        return;
    }
    let server = nginx(true);
    check(
        &server,
        &server.to.0,
        &server.credentials,
        HostFaultKind::Stranger,
    );
    let done = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "strangers::certificates"])
        .env(AGAIN, &server.to.0)
        .env("KINFOLIO_TEST_CREDENTIALS", &server.credentials)
        .env("SSL_CERT_FILE", server.file("certificate"))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&done.stdout);
    assert!(done.status.success(), "{said}");
}
