//! OpenSSH.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::{Running, Server, folder, program, run};

/// The lines that every `sshd` here gets: no password, nothing of this computer's own.
const PLAIN: &str = "ListenAddress 127.0.0.1
StrictModes no
UsePAM no
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin prohibit-password
PidFile none
MaxStartups 100
";

/// Makes a pair of keys at `place`.
fn key(place: &Path) {
    let keygen = program("ssh-keygen", "install openssh-client");
    run(Command::new(keygen)
        .args(["-q", "-t", "ed25519", "-N", "", "-f"])
        .arg(place));
}

/// A running `sshd`.
pub(crate) fn sshd() -> Server {
    sshd_with("")
}

/// A running `sshd` that has no rename which replaces a file, as servers by others.
pub(crate) fn sshd_without_replacing() -> Server {
    sshd_with("-P posix-rename")
}

/// A running `sshd` with arguments for what serves files. The file `ssh_config` next to its
/// files knows its key, which has the same name at every port.
fn sshd_with(arguments: &str) -> Server {
    let (folder, files) = folder();
    let at = |name: &str| folder.path().join(name);
    key(&at("host"));
    key(&at("user"));
    fs::copy(at("user.pub"), at("authorized_keys")).unwrap();
    let known = fs::read_to_string(at("host.pub")).unwrap();
    fs::write(at("known_hosts"), format!("server {known}")).unwrap();
    let settings = format!(
        "HostKey {}\nAuthorizedKeysFile {}\n{PLAIN}\
         Subsystem sftp internal-sftp {arguments}\n",
        at("host").display(),
        at("authorized_keys").display(),
    );
    fs::write(at("sshd_config"), settings).unwrap();
    let own = format!(
        "Host *\nHostKeyAlias server\nUserKnownHostsFile {}\nGlobalKnownHostsFile /dev/null\n\
         StrictHostKeyChecking yes\nIdentityFile {}\nIdentitiesOnly yes\nIdentityAgent none\n",
        at("known_hosts").display(),
        at("user").display(),
    );
    fs::write(at("ssh_config"), own).unwrap();
    // Its processes for each connection change to a folder that has to be there.
    let _ = fs::create_dir_all("/run/sshd");
    let program = program("sshd", "install openssh-server");
    let running = Running::start(&at("log"), |port| {
        let mut command = Command::new(&program);
        command.args(["-D", "-e", "-p", &port.to_string(), "-f"]);
        command.arg(at("sshd_config"));
        command
    });
    let to = format!("sftp://127.0.0.1:{}{}", running.port, files.display());
    Server {
        running,
        to: (to, None),
        credentials: format!("KINFOLIO_SSH_CONFIG={}", at("ssh_config").display()),
        files,
        folder,
    }
}
