//! Reads what a school wrote as the address of its host: text in, parts out. Nothing is
//! looked up.

use std::net::{IpAddr, Ipv6Addr};
use std::path::{Path, PathBuf};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::{BucketFolder, SftpFolder, Target};
use crate::source::RelPath;

/// What is wrong with the address of a host.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AddressFault {
    /// There is none.
    Empty,
    /// There is a space, or a character that cannot be seen, inside an address.
    Spaces,
    /// A password is part of it, where all staff can read it.
    Password,
    /// A user is part of a web address. The credentials say who it is.
    User,
    /// No host begins like this. Contains what is before the `:`.
    UnknownScheme(String),
    /// `user@host:/folder`, as `scp` writes it. Contains the address with `sftp://`.
    ScpForm(String),
    /// The name of the host, its port, or the user is missing or cannot be one.
    BadHost,
    /// There is no name of a bucket after `s3://`, or no bucket has such a name.
    BadBucket,
    /// The folder contains `..` or something else that is no folder.
    BadFolder,
    /// There is a `?` or `#`, as in links for sharing.
    Query,
    /// `http://`, but not on this computer: passwords could be read on the way.
    NotEncrypted,
    /// A service that shares files and shows no web pages.
    Sharing(Sharing),
    /// `endpoint` is no `https://` address of a host.
    BadEndpoint,
    /// For a bucket, `region` is missing, and there is no `endpoint` either.
    NoRegion,
    /// `endpoint` or `region` is given, but the host is no bucket.
    NotForBuckets,
}

/// Services that share files. A browser shows the source of a page there, or nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "they are names")]
pub enum Sharing {
    SharePoint,
    OneDrive,
    GoogleDrive,
    Dropbox,
}

impl Sharing {
    /// The name that people know.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::SharePoint => "SharePoint",
            Self::OneDrive => "OneDrive",
            Self::GoogleDrive => "Google Drive",
            Self::Dropbox => "Dropbox",
        }
    }
}

/// Hosts, and everything below them, that belong to such services.
const SHARING: [(&str, Sharing); 9] = [
    // A person's OneDrive at a school is `SCHOOL-my.sharepoint.com`.
    ("sharepoint.com", Sharing::SharePoint),
    ("onedrive.live.com", Sharing::OneDrive),
    ("d.docs.live.net", Sharing::OneDrive),
    ("onedrive.com", Sharing::OneDrive),
    ("1drv.ms", Sharing::OneDrive),
    ("drive.google.com", Sharing::GoogleDrive),
    ("docs.google.com", Sharing::GoogleDrive),
    ("dropbox.com", Sharing::Dropbox),
    ("db.tt", Sharing::Dropbox),
];

/// Reads the address `to`. `endpoint` and `region` belong to a bucket. A folder that is not
/// absolute is below `from`.
pub(super) fn read(
    to: &str,
    endpoint: Option<&str>,
    region: Option<&str>,
    from: &Path,
) -> Result<Target, AddressFault> {
    let to = to.trim();
    if to.is_empty() {
        return Err(AddressFault::Empty);
    }
    let written = Written::new(to);
    let is_bucket = written
        .as_ref()
        .is_some_and(|written| written.scheme == "s3");
    if !is_bucket && (endpoint.is_some() || region.is_some()) {
        return Err(AddressFault::NotForBuckets);
    }
    let Some(written) = &written else {
        return folder(to, from);
    };
    match written.scheme.as_str() {
        "sftp" => sftp(written),
        "s3" => bucket(written, endpoint, region),
        _ => Ok(Target::WebDav {
            address: web(written)?,
        }),
    }
}

/// `SCHEME:REST`, not looked into yet.
struct Written<'t> {
    /// In lower case.
    scheme: String,
    /// User, host, and port.
    authority: &'t str,
    /// Empty, or from the first `/`.
    path: &'t str,
}

impl<'t> Written<'t> {
    /// `None` if it is the path of a folder. `D:\sites` is one.
    fn new(text: &'t str) -> Option<Self> {
        let (scheme, rest) = text.split_once(':')?;
        let named = scheme.len() > 1
            && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
        let rest = match rest.strip_prefix("//") {
            Some(rest) => rest,
            // A mistake that is better named as one than taken for a folder.
            None if ["sftp", "s3", "https", "http", "file"].contains(&scheme) => "",
            None => return None,
        };
        let (authority, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
        named.then(|| Self {
            scheme: scheme.to_ascii_lowercase(),
            authority,
            path,
        })
    }

    /// What no address may have.
    fn check(&self) -> Result<(), AddressFault> {
        let texts = [self.authority, self.path];
        let strange = |c: char| c.is_whitespace() || c.is_control();
        if texts.iter().any(|text| text.contains(strange)) {
            return Err(AddressFault::Spaces);
        }
        let user = self.authority.rsplit_once('@').map(|(user, _)| user);
        if user.is_some_and(|user| user.contains(':')) {
            return Err(AddressFault::Password);
        }
        if texts.iter().any(|text| text.contains(['?', '#'])) {
            return Err(AddressFault::Query);
        }
        Ok(())
    }
}

fn folder(to: &str, from: &Path) -> Result<Target, AddressFault> {
    if let Some((user, rest)) = to.split_once('@')
        && let Some((host, folder)) = rest.split_once(':')
        && !user.contains(['/', '\\'])
        && is_host(host)
    {
        let folder = match folder.strip_prefix('/') {
            Some(folder) => folder.to_owned(),
            None => format!("~/{folder}"),
        };
        if user.contains(':') {
            return Err(AddressFault::Password);
        }
        let address = format!("sftp://{user}@{host}/{folder}");
        return Err(AddressFault::ScpForm(address));
    }
    let folder = from.join(to);
    Ok(Target::Folder(folder.components().collect::<PathBuf>()))
}

fn sftp(written: &Written<'_>) -> Result<Target, AddressFault> {
    written.check()?;
    let (user, place) = match written.authority.rsplit_once('@') {
        Some((user, place)) => (Some(user), place),
        None => (None, written.authority),
    };
    let user = user.map(|user| decoded(user).ok_or(AddressFault::BadHost));
    let user = user.transpose()?;
    // `ssh` would take a name that begins with `-` for an option.
    if user
        .as_ref()
        .is_some_and(|user| user.is_empty() || user.starts_with('-'))
    {
        return Err(AddressFault::BadHost);
    }
    let (host, port) = host_and_port(place)?;
    let folder = path_of(written.path)?;
    Ok(Target::Sftp(SftpFolder {
        user,
        host,
        port: port.filter(|port| *port != 22),
        folder: match folder.strip_prefix('~') {
            Some("") => ".".to_owned(),
            Some(below) if below.starts_with('/') => below.trim_start_matches('/').to_owned(),
            _ => format!("/{folder}"),
        },
    }))
}

fn bucket(
    written: &Written<'_>,
    endpoint: Option<&str>,
    region: Option<&str>,
) -> Result<Target, AddressFault> {
    written.check()?;
    let name = written.authority;
    let edge = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    let inside = |c: char| edge(c) || c == '-' || c == '.' || c == '_';
    let good = (3..=63).contains(&name.len())
        && name.starts_with(edge)
        && name.ends_with(edge)
        && name.chars().all(inside);
    if !good {
        return Err(AddressFault::BadBucket);
    }
    let prefix = path_of(written.path)?;
    let prefix = match prefix.as_str() {
        "" => None,
        prefix => Some(RelPath::new(prefix).ok_or(AddressFault::BadFolder)?),
    };
    let region = region.map(str::trim).filter(|region| !region.is_empty());
    if region.is_some_and(|region| !region.chars().all(inside)) {
        return Err(AddressFault::NoRegion);
    }
    let endpoint = endpoint.map(|endpoint| {
        let written = Written::new(endpoint.trim()).ok_or(AddressFault::BadEndpoint)?;
        web(&written).map_err(|fault| match fault {
            AddressFault::NotEncrypted | AddressFault::Password => fault,
            _ => AddressFault::BadEndpoint,
        })
    });
    let endpoint = endpoint.transpose()?;
    // Servers other than Amazon's have one region, and mostly call it this.
    let usual = endpoint.as_ref().map(|_| "us-east-1");
    Ok(Target::S3(BucketFolder {
        bucket: name.to_owned(),
        prefix,
        endpoint,
        region: region.or(usual).ok_or(AddressFault::NoRegion)?.to_owned(),
    }))
}

/// The address of a folder on the web, with a `/` at its end.
fn web(written: &Written<'_>) -> Result<String, AddressFault> {
    let scheme = written.scheme.as_str();
    let usual_port = match scheme {
        "https" => 443,
        "http" => 80,
        _ => return Err(AddressFault::UnknownScheme(scheme.to_owned())),
    };
    let (user, place) = match written.authority.rsplit_once('@') {
        Some((user, place)) => (Some(user), place),
        None => (None, written.authority),
    };
    let place = host_and_port(place);
    // Before anything else, because links to such services have a lot that is wrong.
    if let Ok((host, _)) = &place
        && let Some(service) = sharing(host)
    {
        return Err(AddressFault::Sharing(service));
    }
    written.check()?;
    if user.is_some() {
        return Err(AddressFault::User);
    }
    let (host, port) = place?;
    if scheme == "http" && !is_here(&host) {
        return Err(AddressFault::NotEncrypted);
    }
    let port = port.filter(|port| *port != usual_port);
    let port = port.map(|port| format!(":{port}")).unwrap_or_default();
    let mut address = format!("{scheme}://{host}{port}/");
    let path = path_of(written.path)?;
    if !path.is_empty() {
        address.push_str(&encoded(&path));
        address.push('/');
    }
    Ok(address)
}

fn sharing(host: &str) -> Option<Sharing> {
    let found = SHARING.iter().find(|(name, _)| {
        let above = host.strip_suffix(name);
        above.is_some_and(|above| above.is_empty() || above.ends_with('.'))
    });
    found.map(|(_, service)| *service)
}

/// Whether `host` is this computer.
fn is_here(host: &str) -> bool {
    let number = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost" || number.parse().is_ok_and(|ip: IpAddr| ip.is_loopback())
}

/// Whether the web address `address` leads to this computer.
#[cfg(any(test, feature = "network"))]
pub(super) fn is_on_this_computer(address: &str) -> bool {
    let written = Written::new(address);
    let place = written.and_then(|written| host_and_port(written.authority).ok());
    place.is_some_and(|(host, _)| is_here(&host))
}

/// Splits `host:port`, and writes the host in lower case.
fn host_and_port(place: &str) -> Result<(String, Option<u16>), AddressFault> {
    // The number of a host in brackets has a `:` of its own.
    let end = place.find(']').unwrap_or(0);
    let colon = place.get(end..).and_then(|rest| rest.find(':'));
    let (host, port) = place.split_at(colon.map_or(place.len(), |at| end + at));
    if !is_host(host) {
        return Err(AddressFault::BadHost);
    }
    let port = port.strip_prefix(':').map(str::parse::<u16>);
    let port = port.transpose().map_err(|_| AddressFault::BadHost)?;
    if port == Some(0) {
        return Err(AddressFault::BadHost);
    }
    Ok((host.to_ascii_lowercase(), port))
}

/// Whether `text` can be the name or number of a host.
fn is_host(text: &str) -> bool {
    if let Some(number) = text.strip_prefix('[') {
        let number = number.strip_suffix(']');
        return number.is_some_and(|number| number.parse::<Ipv6Addr>().is_ok());
    }
    let fine = |c: char| c.is_ascii_alphanumeric() || "-._".contains(c);
    text.starts_with(|c: char| c.is_ascii_alphanumeric()) && text.chars().all(fine)
}

/// The folder that the path of an address means, without `/` around it.
fn path_of(path: &str) -> Result<String, AddressFault> {
    let path = decoded(path).ok_or(AddressFault::BadFolder)?;
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    let path = parts.join("/");
    let fine = path.is_empty() || RelPath::new(&path).is_some();
    let fine = fine && !path.contains(char::is_control);
    fine.then_some(path).ok_or(AddressFault::BadFolder)
}

fn decoded(text: &str) -> Option<String> {
    let text = percent_decode_str(text).decode_utf8().ok()?;
    Some(text.into_owned())
}

/// What needs no `%` in a path, besides letters and digits.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'/');

/// A path as an address writes it.
pub(super) fn encoded(path: &str) -> String {
    utf8_percent_encode(path, PLAIN).to_string()
}

#[cfg(test)]
mod tests;
