//! Folders on servers that the system's `ssh` reaches. `ssh` knows keys, agents, the keys of
//! hosts, and jump hosts from its own configuration, and the technician already trusts it.
//!
//! A file is written next to its place, its size is compared with what the server says,
//! and `posix-rename@openssh.com` puts it over the old one. The rename of the protocol
//! itself replaces nothing on most servers. Where there is no other, the old file is
//! moved aside first, and readers may miss it for a moment.

mod session;
mod wire;

use std::sync::{Arc, Mutex, PoisonError};

pub(super) use session::Ssh;
use session::{Answer, Asked, Session};
use wire::{Attributes, Packet, Reader, kind};

use super::{Host, HostFault, HostFaultKind, Kind, Listed};
use crate::source::{MAX_PICTURE_BYTES, RelPath};

/// How much of a file is in one packet, in bytes. Every server accepts this.
const PIECE: usize = 32 * 1024;

/// How many packets of one file are on their way.
const PIECES_AT_ONCE: usize = 32;

const RENAME: &str = "posix-rename@openssh.com";
const SPACE: &str = "statvfs@openssh.com";

/// A folder on a server, over SFTP.
pub struct SftpHost {
    ssh: Ssh,
    /// The address, for people.
    place: String,
    /// Absolute, or below the folder that the user has there.
    folder: String,
    session: Mutex<Option<Arc<Session>>>,
}

/// What a server answers that is no success.
enum Refusal {
    /// The end of a file or folder.
    End,
    NotThere,
    /// Anything else, with its number and words.
    Status(u32, String),
    Fault(HostFault),
}

impl From<HostFault> for Refusal {
    fn from(fault: HostFault) -> Self {
        Self::Fault(fault)
    }
}

impl SftpHost {
    /// Connects to the server, and looks whether the folder is there.
    ///
    /// # Errors
    /// Why `ssh` did not connect, or that there is no such folder.
    pub(super) fn open(ssh: Ssh) -> Result<Self, HostFault> {
        let host = Self {
            place: ssh.to.to_string(),
            folder: ssh.to.folder.clone(),
            ssh,
            session: Mutex::new(None),
        };
        let session = host.session()?;
        host.check_folder(&session)?;
        Ok(host)
    }

    /// The connection, made anew if it has ended.
    fn session(&self) -> Result<Arc<Session>, HostFault> {
        let mut session = self.session.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(session) = session.as_ref().filter(|session| session.is_open()) {
            return Ok(session.clone());
        }
        let new = Arc::new(Session::connect(&self.ssh, &self.place)?);
        *session = Some(new.clone());
        Ok(new)
    }

    fn check_folder(&self, session: &Session) -> Result<(), HostFault> {
        let asked = session.ask(kind::STAT, |packet| packet.bytes(self.folder.as_bytes()));
        let found =
            attributes(session, asked).map_err(|refusal| self.fault(&self.folder, refusal))?;
        if found.is_folder() == Some(false) {
            return Err(self.fault(&self.folder, Refusal::NotThere));
        }
        Ok(())
    }

    fn at(&self, path: &str) -> String {
        let between = if self.folder.ends_with('/') { "" } else { "/" };
        format!("{}{between}{path}", self.folder)
    }

    fn fault(&self, on: &str, refusal: Refusal) -> HostFault {
        let (kind, system) = match refusal {
            Refusal::Fault(fault) => return fault,
            Refusal::End => (HostFaultKind::Other, "SFTP 1".to_owned()),
            Refusal::NotThere => (HostFaultKind::Missing, "SFTP 2: No such file".to_owned()),
            Refusal::Status(number, words) => {
                let kind = match number {
                    3 | 12 => HostFaultKind::Refused,
                    6 | 7 => HostFaultKind::Passing,
                    10 => HostFaultKind::Missing,
                    14 | 15 => HostFaultKind::Full,
                    _ => HostFaultKind::Other,
                };
                (kind, format!("SFTP {number}: {words}"))
            }
        };
        HostFault {
            kind,
            on: format!("{} {on}", self.place),
            system,
        }
    }

    /// Writes `bytes` to a file that is not there yet.
    fn create(session: &Session, place: &str, bytes: &[u8]) -> Result<(), Refusal> {
        const WRITE_NEW: u32 = 0x02 | 0x08 | 0x20;
        let asked = session.ask(kind::OPEN, |packet| {
            let packet = packet.bytes(place.as_bytes()).number(WRITE_NEW);
            packet.permissions(0o644)
        });
        let file = handle(session, asked)?;
        let written = fill(session, &file, bytes);
        let size = session.ask(kind::FSTAT, |packet| packet.bytes(&file));
        let closed = session.ask(kind::CLOSE, |packet| packet.bytes(&file));
        let size = attributes(session, size).map(|found| found.bytes);
        let closed = status(session, closed);
        written.and(closed)?;
        match size {
            Ok(Some(size)) if size != bytes.len() as u64 => {
                let words = format!("{size} of {} bytes", bytes.len());
                Err(Refusal::Status(4, words))
            }
            Err(Refusal::Fault(fault)) => Err(Refusal::Fault(fault)),
            // The server has the file, and does not say how large it is.
            _ => Ok(()),
        }
    }

    /// Puts `from` in the place of `to`.
    fn replace(session: &Session, from: &str, to: &str) -> Result<(), Refusal> {
        if session.has(RENAME) {
            let asked = session.ask(kind::EXTENDED, |packet| {
                let packet = packet.bytes(RENAME.as_bytes());
                packet.bytes(from.as_bytes()).bytes(to.as_bytes())
            });
            return status(session, asked);
        }
        let rename = |from: &str, to: &str| {
            let names = |packet: Packet| packet.bytes(from.as_bytes()).bytes(to.as_bytes());
            status(session, session.ask(kind::RENAME, names))
        };
        match rename(from, to) {
            // Any failure, or that there is a file.
            Err(Refusal::Status(4 | 11, _)) => {}
            done => return done,
        }
        // If the new file cannot get there, the old one comes back.
        let aside = format!("{from}.old");
        rename(to, &aside)?;
        if let Err(refusal) = rename(from, to) {
            rename(&aside, to)?;
            return Err(refusal);
        }
        let asked = session.ask(kind::REMOVE, |packet| packet.bytes(aside.as_bytes()));
        status(session, asked)
    }

    /// Makes the folders on the way to `path`. Others may make the same ones meanwhile, so
    /// what counts is whether the file can be written then.
    fn make_folders(&self, session: &Session, path: &RelPath) -> Result<(), HostFault> {
        for folder in path.folders() {
            let folder = self.at(folder);
            let asked = session.ask(kind::MKDIR, |packet| {
                packet.bytes(folder.as_bytes()).permissions(0o755)
            });
            if let Err(Refusal::Fault(fault)) = status(session, asked) {
                return Err(fault);
            }
        }
        Ok(())
    }

    /// The refusal, or that the disk is full. OpenSSH has no number for that.
    fn or_full(&self, session: &Session, bytes: &[u8], refusal: Refusal) -> Refusal {
        let Refusal::Status(4, words) = refusal else {
            return refusal;
        };
        let full = session.has(SPACE) && {
            let asked = session.ask(kind::EXTENDED, |packet| {
                let packet = packet.bytes(SPACE.as_bytes());
                packet.bytes(self.folder.as_bytes())
            });
            let left = asked.answer().ok().and_then(|answer| space_left(&answer));
            left.is_some_and(|left| left < (bytes.len() as u64).max(PIECE as u64))
        };
        Refusal::Status(if full { 14 } else { 4 }, words)
    }

    fn put(&self, session: &Session, path: &RelPath, bytes: &[u8]) -> Result<(), Refusal> {
        let beside = super::beside(path)?;
        let beside = self.at(beside.as_str());
        let created = match Self::create(session, &beside, bytes) {
            Err(Refusal::NotThere) => {
                self.make_folders(session, path)?;
                Self::create(session, &beside, bytes)
            }
            done => done,
        };
        let replaced =
            created.and_then(|()| Self::replace(session, &beside, &self.at(path.as_str())));
        replaced.map_err(|refusal| {
            let refusal = self.or_full(session, bytes, refusal);
            // What is left of the file is in the way, and nothing depends on it.
            let asked = session.ask(kind::REMOVE, |packet| packet.bytes(beside.as_bytes()));
            let _ = status(session, asked);
            refusal
        })
    }

    /// Adds the files in `folder` to `listed`, and its folders to `folders`.
    fn list_one(
        &self,
        session: &Session,
        folder: Option<&RelPath>,
        listed: &mut Vec<Listed>,
        folders: &mut Vec<RelPath>,
    ) -> Result<(), Refusal> {
        let place = folder.map_or_else(|| self.folder.clone(), |folder| self.at(folder.as_str()));
        let asked = session.ask(kind::OPENDIR, |packet| packet.bytes(place.as_bytes()));
        let opened = handle(session, asked)?;
        let read = loop {
            let asked = session.ask(kind::READDIR, |packet| packet.bytes(&opened));
            let names = match expect(session, asked, kind::NAME) {
                Ok(answer) => names(&answer).ok_or_else(|| session.nonsense())?,
                Err(Refusal::End) => break Ok(()),
                Err(refusal) => break Err(refusal),
            };
            for (name, is_folder, found) in names {
                let path = match folder {
                    Some(folder) => format!("{folder}/{name}"),
                    None => name,
                };
                // What has a name that no path can have was not published from here.
                let Some(path) = RelPath::new(&path) else {
                    continue;
                };
                if is_folder {
                    folders.push(path);
                } else {
                    let bytes = found.bytes.unwrap_or_default();
                    listed.push(Listed { path, bytes });
                }
            }
        };
        let asked = session.ask(kind::CLOSE, |packet| packet.bytes(&opened));
        let closed = status(session, asked);
        read.and(closed)
    }
}

impl Host for SftpHost {
    fn place(&self) -> String {
        self.place.clone()
    }

    fn read(&self, path: &RelPath) -> Result<Option<Vec<u8>>, HostFault> {
        let session = self.session()?;
        let place = self.at(path.as_str());
        let read = || {
            let asked = session.ask(kind::OPEN, |packet| {
                packet.bytes(place.as_bytes()).number(1).number(0)
            });
            let file = handle(&session, asked)?;
            let bytes = drain(&session, &file);
            let asked = session.ask(kind::CLOSE, |packet| packet.bytes(&file));
            let _ = status(&session, asked);
            bytes
        };
        match read() {
            Ok(bytes) => Ok(Some(bytes)),
            Err(Refusal::NotThere) => Ok(None),
            Err(refusal) => Err(self.fault(&place, refusal)),
        }
    }

    fn write(&self, path: &RelPath, bytes: &[u8], _: Kind) -> Result<(), HostFault> {
        let session = self.session()?;
        let put = self.put(&session, path, bytes);
        put.map_err(|refusal| self.fault(&self.at(path.as_str()), refusal))
    }

    fn remove(&self, path: &RelPath) -> Result<(), HostFault> {
        let session = self.session()?;
        let place = self.at(path.as_str());
        let asked = session.ask(kind::REMOVE, |packet| packet.bytes(place.as_bytes()));
        match status(&session, asked) {
            Ok(()) | Err(Refusal::NotThere) => {}
            Err(refusal) => return Err(self.fault(&place, refusal)),
        }
        // The server refuses to remove a folder that is not empty.
        for folder in path.folders().rev() {
            let place = self.at(folder);
            let asked = session.ask(kind::RMDIR, |packet| packet.bytes(place.as_bytes()));
            match status(&session, asked) {
                Ok(()) | Err(Refusal::NotThere) => {}
                Err(Refusal::Fault(fault)) => return Err(fault),
                Err(_) => break,
            }
        }
        Ok(())
    }

    fn list(&self, folder: Option<&RelPath>) -> Result<Vec<Listed>, HostFault> {
        let session = self.session()?;
        let mut listed = Vec::new();
        let mut folders = Vec::new();
        let mut next = folder.cloned();
        loop {
            match self.list_one(&session, next.as_ref(), &mut listed, &mut folders) {
                Ok(()) => {}
                // Somebody may remove a folder meanwhile, but not the whole host.
                Err(Refusal::NotThere) if next.is_some() => {}
                Err(refusal) => {
                    let place =
                        next.map_or_else(|| self.folder.clone(), |next| self.at(next.as_str()));
                    return Err(self.fault(&place, refusal));
                }
            }
            match folders.pop() {
                Some(folder) => next = Some(folder),
                None => break,
            }
        }
        listed.sort();
        Ok(listed)
    }
}

/// Sends `bytes` into an open file.
fn fill(session: &Session, file: &[u8], bytes: &[u8]) -> Result<(), Refusal> {
    let pieces: Vec<&[u8]> = bytes.chunks(PIECE).collect();
    let mut from = 0_u64;
    for some in pieces.chunks(PIECES_AT_ONCE) {
        let mut asked = Vec::with_capacity(some.len());
        for piece in some {
            asked.push(session.ask(kind::WRITE, |packet| {
                packet.bytes(file).long(from).bytes(piece)
            }));
            from += piece.len() as u64;
        }
        for asked in asked {
            status(session, asked)?;
        }
    }
    Ok(())
}

/// Reads an open file to its end.
fn drain(session: &Session, file: &[u8]) -> Result<Vec<u8>, Refusal> {
    let ask = |from: usize| {
        session.ask(kind::READ, |packet| {
            let packet = packet.bytes(file).long(from as u64);
            packet.number(u32::try_from(PIECE).unwrap_or(u32::MAX))
        })
    };
    let asked = session.ask(kind::FSTAT, |packet| packet.bytes(file));
    let size = attributes(session, asked)?.bytes.unwrap_or_default();
    let size = usize::try_from(size.min(MAX_PICTURE_BYTES)).unwrap_or(usize::MAX);
    let mut bytes = Vec::with_capacity(size);
    loop {
        // Several pieces at once. After a short one, those behind it are asked for again.
        let left = size.saturating_sub(bytes.len()).div_ceil(PIECE);
        let pieces = left.clamp(1, PIECES_AT_ONCE);
        let asked: Vec<Asked<'_>> = (0..pieces)
            .map(|piece| ask(bytes.len() + piece * PIECE))
            .collect();
        for asked in asked {
            let answer = match expect(session, asked, kind::DATA) {
                Ok(answer) => answer,
                Err(Refusal::End) => return Ok(bytes),
                Err(refusal) => return Err(refusal),
            };
            let piece = Reader(&answer).bytes().ok_or_else(|| session.nonsense())?;
            bytes.extend_from_slice(piece);
            if bytes.len() as u64 > MAX_PICTURE_BYTES || piece.is_empty() {
                return Err(session.nonsense().into());
            }
            if piece.len() < PIECE {
                break;
            }
        }
    }
}

/// The body of an answer of the kind that was asked for.
fn expect(session: &Session, asked: Asked<'_>, expected: u8) -> Result<Vec<u8>, Refusal> {
    let (kind, body) = asked.answer()?;
    if kind == expected && kind != kind::STATUS {
        return Ok(body);
    }
    let mut reader = Reader(&body);
    let number = reader.number().filter(|_| kind == kind::STATUS);
    let words = reader.bytes().map(String::from_utf8_lossy);
    let words = words.unwrap_or_default().replace(char::is_control, " ");
    Err(match number.ok_or_else(|| session.nonsense())? {
        0 if expected == kind::STATUS => return Ok(Vec::new()),
        1 => Refusal::End,
        2 => Refusal::NotThere,
        number => Refusal::Status(number, words.chars().take(200).collect()),
    })
}

fn status(session: &Session, asked: Asked<'_>) -> Result<(), Refusal> {
    expect(session, asked, kind::STATUS).map(drop)
}

fn handle(session: &Session, asked: Asked<'_>) -> Result<Vec<u8>, Refusal> {
    let body = expect(session, asked, kind::HANDLE)?;
    let handle = Reader(&body).bytes().ok_or_else(|| session.nonsense())?;
    Ok(handle.to_vec())
}

fn attributes(session: &Session, asked: Asked<'_>) -> Result<Attributes, Refusal> {
    let body = expect(session, asked, kind::ATTRIBUTES)?;
    let found = Reader(&body).attributes();
    Ok(found.ok_or_else(|| session.nonsense())?)
}

/// The files and folders in an answer: name, whether it is a folder, attributes. Leaves
/// out links, devices, and names that are not Unicode.
fn names(answer: &[u8]) -> Option<Vec<(String, bool, Attributes)>> {
    let mut reader = Reader(answer);
    let mut names = Vec::new();
    for _ in 0..reader.number()? {
        let name = reader.bytes()?;
        // A line as `ls -l` prints it.
        let line = reader.bytes()?;
        let found = reader.attributes()?;
        let is_folder = found.is_folder().unwrap_or(line.first() == Some(&b'd'));
        let is_file = found.is_file().unwrap_or(line.first() == Some(&b'-'));
        let name = str::from_utf8(name).ok();
        let name = name.filter(|name| !name.is_empty() && !name.contains('/'));
        if let Some(name) = name
            && (is_folder || is_file)
        {
            names.push((name.to_owned(), is_folder, found));
        }
    }
    Some(names)
}

/// How many bytes a user can still write.
fn space_left((kind, body): &Answer) -> Option<u64> {
    let mut reader = Reader(body);
    if *kind != kind::EXTENDED_REPLY {
        return None;
    }
    // Block size, fragment size, blocks, free blocks, free blocks for users.
    let (_, size, _, _, free) = (
        reader.long()?,
        reader.long()?,
        reader.long()?,
        reader.long()?,
        reader.long()?,
    );
    size.checked_mul(free)
}
