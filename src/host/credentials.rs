//! Users, passwords, and keys for hosts. They come from the environment or from a file that
//! only its owner can read, and never from the school folder, which all staff can read.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use zeroize::{Zeroize as _, Zeroizing};

use crate::io;

/// A password or key. It has no `Debug`, and its memory is overwritten when it is dropped.
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// Keeps `text` secret.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self(Zeroizing::new(text.to_owned()))
    }

    /// The secret itself, to show it to the host.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

/// What proves to a host who is publishing.
#[derive(Default)]
pub struct Credentials {
    /// For WebDAV: user and password.
    pub(super) webdav: Option<(Secret, Secret)>,
    /// For S3: the name of the key, the key, and the token of a session.
    pub(super) s3: Option<(Secret, Secret, Option<Secret>)>,
    /// For SFTP: the configuration file that `ssh` reads instead of the user's own.
    pub(super) ssh_config: Option<PathBuf>,
}

/// The name of the file with credentials, in the folder for settings and among the
/// credentials of a systemd service.
const FILE: &str = "credentials.env";

/// More is no file of credentials.
const MAX_BYTES: u64 = 64 * 1024;

/// The names of variables, in the environment and in the file.
const S3_KEY_NAME: &str = "AWS_ACCESS_KEY_ID";
const S3_KEY: &str = "AWS_SECRET_ACCESS_KEY";
const S3_SESSION: &str = "AWS_SESSION_TOKEN";
const WEBDAV_USER: &str = "KINFOLIO_WEBDAV_USER";
const WEBDAV_PASSWORD: &str = "KINFOLIO_WEBDAV_PASSWORD";
const SSH_CONFIG: &str = "KINFOLIO_SSH_CONFIG";
const NAMES: [&str; 6] = [
    S3_KEY_NAME,
    S3_KEY,
    S3_SESSION,
    WEBDAV_USER,
    WEBDAV_PASSWORD,
    SSH_CONFIG,
];

/// Why a file of credentials was not used. It contains nothing of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CredentialsFault {
    /// The file that somebody named is not there, or cannot be read.
    Unreadable(PathBuf),
    /// Others than its owner can read the file.
    NotPrivate(PathBuf),
    /// A line of the file, counted from 1, is not `NAME=VALUE` with a name that is known.
    Line(PathBuf, usize),
}

impl Credentials {
    /// The credentials in the file `named`, or else those of the environment, or else
    /// those of the service (systemd's `CREDENTIALS_DIRECTORY`), or else those in
    /// `credentials.env` in the folder for settings. What belongs together comes from one
    /// place: a key from a file is never used with a token from the environment.
    ///
    /// # Errors
    /// That a file is there, but was not used.
    pub fn find(named: Option<&Path>) -> Result<Self, CredentialsFault> {
        if let Some(named) = named {
            let unreadable = || CredentialsFault::Unreadable(named.to_path_buf());
            return Self::in_file(named, true)?.ok_or_else(unreadable);
        }
        let mut found = Self::new(&|name| std::env::var(name).ok());
        // systemd protects these itself, and lets the service read them as its group.
        let service = std::env::var_os("CREDENTIALS_DIRECTORY").map(PathBuf::from);
        let places = [(service, false), (io::config_folder(), true)];
        for (folder, private) in places {
            let place = folder.map(|folder| folder.join(FILE));
            let Some(more) = place.map(|place| Self::in_file(&place, private)) else {
                continue;
            };
            found.complete(more?.unwrap_or_default());
        }
        Ok(found)
    }

    /// `None` if there is no file at `place`.
    fn in_file(place: &Path, private: bool) -> Result<Option<Self>, CredentialsFault> {
        if !place.exists() {
            return Ok(None);
        }
        if private && !io::is_private(place) {
            return Err(CredentialsFault::NotPrivate(place.to_path_buf()));
        }
        let unreadable = || CredentialsFault::Unreadable(place.to_path_buf());
        let mut bytes = io::read_bytes(place, MAX_BYTES).ok_or_else(unreadable)?;
        let read = std::str::from_utf8(&bytes).map(Self::read);
        if let Some(bytes) = Arc::get_mut(&mut bytes) {
            bytes.zeroize();
        }
        let read = read.map_err(|_| unreadable())?;
        read.map(Some)
            .map_err(|line| CredentialsFault::Line(place.to_path_buf(), line))
    }

    /// Reads the text of a file: `NAME=VALUE` in each line, as in the `EnvironmentFile` of
    /// a systemd service. Lines that are empty or begin with `#` mean nothing.
    ///
    /// # Errors
    /// The number of the first line that is something else.
    pub fn read(text: &str) -> Result<Self, usize> {
        let mut values = Vec::new();
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        for (line, number) in text.lines().map(str::trim).zip(1_usize..) {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let (name, value) = line.split_once('=').ok_or(number)?;
            let name = NAMES.iter().find(|known| **known == name.trim_end());
            values.push((*name.ok_or(number)?, without_quotes(value.trim_start())));
        }
        let value = |name: &str| {
            let value = values.iter().rev().find(|(known, _)| *known == name);
            value.map(|(_, value)| (*value).to_owned())
        };
        Ok(Self::new(&value))
    }

    fn new(value: &dyn Fn(&str) -> Option<String>) -> Self {
        let value = |name: &str| value(name).filter(|value| !value.is_empty());
        let secret = |name: &str| value(name).map(|value| Secret(Zeroizing::new(value)));
        Self {
            webdav: secret(WEBDAV_USER).zip(secret(WEBDAV_PASSWORD)),
            s3: secret(S3_KEY_NAME)
                .zip(secret(S3_KEY))
                .map(|(name, key)| (name, key, secret(S3_SESSION))),
            ssh_config: value(SSH_CONFIG).map(PathBuf::from),
        }
    }

    /// Adds what is not there yet.
    fn complete(&mut self, other: Self) {
        self.webdav = self.webdav.take().or(other.webdav);
        self.s3 = self.s3.take().or(other.s3);
        self.ssh_config = self.ssh_config.take().or(other.ssh_config);
    }
}

/// The text inside the quotes that some people and programs write around a value.
fn without_quotes(value: &str) -> &str {
    let inside = |quote: char| value.strip_prefix(quote)?.strip_suffix(quote);
    inside('"').or_else(|| inside('\'')).unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// User and password, S3's key name, key, and token, and the file for `ssh`.
    fn shown(found: &Credentials) -> String {
        let mut parts = Vec::new();
        if let Some((user, password)) = &found.webdav {
            parts.extend([user.reveal(), password.reveal()]);
        }
        if let Some((name, key, token)) = &found.s3 {
            parts.extend([name.reveal(), key.reveal()]);
            parts.extend(token.as_ref().map(Secret::reveal));
        }
        let file = found.ssh_config.as_ref().and_then(|file| file.to_str());
        parts.extend(file);
        parts.join("|")
    }

    #[test]
    fn a_file_has_a_name_and_a_value_in_each_line() {
        let check = |text: &str, expected: Result<&str, usize>| {
            let found = Credentials::read(text).map(|found| shown(&found));
            assert_eq!(found, expected.map(str::to_owned), "{text}");
        };
        check("", Ok(""));
        check("# a\n\nKINFOLIO_WEBDAV_USER=ana\n", Ok(""));
        let login = "KINFOLIO_WEBDAV_USER = ana\r\nKINFOLIO_WEBDAV_PASSWORD= a=b #c \r\n";
        check(login, Ok("ana|a=b #c"));
        check(
            "AWS_ACCESS_KEY_ID='AK'\nAWS_SECRET_ACCESS_KEY=\"it's\"\nAWS_SESSION_TOKEN=T",
            Ok("AK|it's|T"),
        );
        check("AWS_SECRET_ACCESS_KEY=s\nAWS_ACCESS_KEY_ID=", Ok(""));
        check("\u{feff}KINFOLIO_SSH_CONFIG=/etc/a", Ok("/etc/a"));
        check("KINFOLIO_SSH_CONFIG=a\nhunter2\n", Err(2));
        check("KINFOLIO_WEBDAV_PASWORD=hunter2", Err(1));
    }

    #[test]
    fn what_belongs_together_comes_from_one_place() {
        let of = |text: &str| Credentials::read(text).unwrap();
        let mut first = of("AWS_ACCESS_KEY_ID=a\nAWS_SECRET_ACCESS_KEY=b");
        first.complete(of(
            "AWS_ACCESS_KEY_ID=c\nAWS_SECRET_ACCESS_KEY=d\nAWS_SESSION_TOKEN=e\n\
             KINFOLIO_WEBDAV_USER=f\nKINFOLIO_WEBDAV_PASSWORD=g",
        ));
        assert_eq!(shown(&first), "f|g|a|b");
    }

    #[test]
    fn a_file_that_others_can_read_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join(FILE);
        let find = || Credentials::find(Some(&place)).map(|found| shown(&found));
        assert_eq!(find(), Err(CredentialsFault::Unreadable(place.clone())));
        let text = b"KINFOLIO_WEBDAV_USER=ana\nKINFOLIO_WEBDAV_PASSWORD=b\n";
        io::private_file(&place, text).unwrap();
        assert_eq!(find(), Ok("ana|b".to_owned()));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let others = std::fs::Permissions::from_mode(0o640);
            std::fs::set_permissions(&place, others).unwrap();
            assert_eq!(find(), Err(CredentialsFault::NotPrivate(place.clone())));
        }
    }
}
