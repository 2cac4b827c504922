//! One connection that the system's `ssh` made, for all threads at once. A thread writes to
//! `ssh`, a thread reads from it, and each request waits for the answer with its number. So
//! no request waits longer than it may, whatever the server does.

use std::collections::HashMap;
use std::io::{Read, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::super::{HostFault, HostFaultKind, SftpFolder};
use super::wire::{MAX_PACKET, Packet, Reader, kind};

/// How long one answer may take although the server answers others.
const LONGEST: Duration = Duration::from_mins(10);

/// What `ssh` is called with.
#[derive(Debug, Clone)]
pub(in crate::host) struct Ssh {
    pub(in crate::host) to: SftpFolder,
    /// The configuration file that `ssh` reads instead of the user's own.
    pub(in crate::host) config: Option<PathBuf>,
    /// How long a server may send nothing at all while somebody waits for an answer.
    pub(in crate::host) patience: Duration,
}

impl Ssh {
    fn command(&self) -> Command {
        let mut command = Command::new("ssh");
        // The system's words about a connection are compared below.
        command.env("LC_ALL", "C");
        if let Some(config) = &self.config {
            command.arg("-F").arg::<&Path>(config);
        }
        // Nobody is there to answer questions, and nothing but files goes through.
        for option in [
            "BatchMode=yes",
            "ConnectTimeout=20",
            "ServerAliveInterval=15",
            "ServerAliveCountMax=3",
            "ClearAllForwardings=yes",
            "ForwardAgent=no",
            "ForwardX11=no",
            "PermitLocalCommand=no",
            "RemoteCommand=none",
            "RequestTTY=no",
            "LogLevel=ERROR",
        ] {
            command.args(["-o", option]);
        }
        if let Some(port) = self.to.port {
            command.args(["-p", &port.to_string()]);
        }
        if let Some(user) = &self.to.user {
            command.args(["-l", user]);
        }
        command.args(["-s", "--"]);
        command.args([without_brackets(&self.to.host), "sftp"]);
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }
}

/// `ssh` takes the number of a host without the brackets that addresses have.
fn without_brackets(host: &str) -> &str {
    let inside = host
        .strip_prefix('[')
        .and_then(|host| host.strip_suffix(']'));
    inside.unwrap_or(host)
}

/// An answer: its kind, and what follows its number.
pub(super) type Answer = (u8, Vec<u8>);

/// What the threads share.
#[derive(Default)]
struct Shared {
    /// Who waits for which number. `None` when the connection has ended.
    waiting: Mutex<Option<HashMap<u32, Sender<Answer>>>>,
    /// When the last packet came.
    last: Mutex<Option<Instant>>,
}

fn locked<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A connection to an SFTP server.
pub(super) struct Session {
    place: String,
    patience: Duration,
    shared: Arc<Shared>,
    out: Sender<Vec<u8>>,
    next: AtomicU32,
    child: Mutex<Child>,
    /// The last words of `ssh`.
    words: Mutex<Receiver<String>>,
    extensions: Vec<String>,
}

impl Session {
    /// Connects with `ssh`. `place` is how faults name the server.
    pub(super) fn connect(ssh: &Ssh, place: &str) -> Result<Self, HostFault> {
        let fault = |system: String| fault(HostFaultKind::Other, place, &system);
        let spawned = ssh.command().spawn();
        let mut child = spawned.map_err(|error| fault(format!("ssh: {error}")))?;
        let pipes = (child.stdin.take(), child.stdout.take(), child.stderr.take());
        let (Some(mut stdin), Some(mut stdout), Some(stderr)) = pipes else {
            return Err(fault("ssh".to_owned()));
        };
        let (out, packets) = mpsc::channel::<Vec<u8>>();
        // Whoever has no answer because of an error here learns it from the reading thread.
        thread::spawn(move || {
            for packet in packets {
                if stdin
                    .write_all(&packet)
                    .and_then(|()| stdin.flush())
                    .is_err()
                {
                    break;
                }
            }
        });
        let (said, words) = mpsc::channel();
        thread::spawn(move || said.send(last_words(stderr)));
        let shared = Arc::new(Shared::default());
        *locked(&shared.waiting) = Some(HashMap::new());
        let (greeting, greeted) = mpsc::channel();
        let readers = shared.clone();
        thread::spawn(move || {
            if let Some(version) = read_packet(&mut stdout)
                && greeting.send(version).is_ok()
            {
                while let Some(packet) = read_packet(&mut stdout) {
                    readers.deliver(&packet);
                }
            }
            *locked(&readers.waiting) = None;
        });
        let mut session = Self {
            place: place.to_owned(),
            patience: ssh.patience,
            shared,
            out,
            next: AtomicU32::new(0),
            child: Mutex::new(child),
            words: Mutex::new(words),
            extensions: Vec::new(),
        };
        session.send(Packet::new(kind::INIT).number(3));
        let version = greeted
            .recv_timeout(ssh.patience)
            .map_err(|error| match error {
                RecvTimeoutError::Timeout => session.timed_out(),
                RecvTimeoutError::Disconnected => session.ended(true),
            })?;
        session.extensions = extensions(&version).ok_or_else(|| session.nonsense())?;
        Ok(session)
    }

    /// Whether the server knows `extension`.
    pub(super) fn has(&self, extension: &str) -> bool {
        self.extensions.iter().any(|known| known == extension)
    }

    /// Whether requests can still be sent.
    pub(super) fn is_open(&self) -> bool {
        locked(&self.shared.waiting).is_some()
    }

    fn send(&self, packet: Packet) {
        // If the writing thread has ended, the connection has ended, and no answer comes.
        let _ = self.out.send(packet.done());
    }

    /// Sends a request: `kind`, its number, and what `rest` adds.
    pub(super) fn ask(&self, kind: u8, rest: impl FnOnce(Packet) -> Packet) -> Asked<'_> {
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        let (sender, answer) = mpsc::channel();
        if let Some(waiting) = locked(&self.shared.waiting).as_mut() {
            waiting.insert(number, sender);
        }
        self.send(rest(Packet::new(kind).number(number)));
        Asked {
            session: self,
            number,
            answer,
        }
    }

    fn timed_out(&self) -> HostFault {
        // Ends the threads, and whoever waits for an answer.
        let _ = locked(&self.child).kill();
        fault(HostFaultKind::Passing, &self.place, "ssh: no answer")
    }

    /// Why the connection ended. `early` if the server has not even said hello.
    fn ended(&self, early: bool) -> HostFault {
        let words = locked(&self.words).recv_timeout(Duration::from_secs(5));
        let words = words.unwrap_or_default();
        let kind = match kind_of(&words) {
            // Whoever was let in can be let in again.
            HostFaultKind::Other if !early => HostFaultKind::Passing,
            // It only says that the connection failed, and not why.
            HostFaultKind::Other if words.is_empty() && self.failed() => HostFaultKind::Passing,
            kind => kind,
        };
        let words = if words.is_empty() {
            "ssh: connection closed"
        } else {
            &words
        };
        fault(kind, &self.place, words)
    }

    /// Whether `ssh` itself failed, and not what it started on the server.
    fn failed(&self) -> bool {
        let mut child = locked(&self.child);
        for _ in 0..20 {
            if let Ok(Some(status)) = child.try_wait() {
                return status.code() == Some(255);
            }
            thread::sleep(Duration::from_millis(50));
        }
        false
    }

    /// The server sent something that is no answer.
    pub(super) fn nonsense(&self) -> HostFault {
        fault(HostFaultKind::Other, &self.place, "ssh: not SFTP")
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let child = self.child.get_mut().unwrap_or_else(PoisonError::into_inner);
        let _ = child.kill();
        let _ = child.wait();
    }
}

impl Shared {
    fn deliver(&self, packet: &[u8]) {
        *locked(&self.last) = Some(Instant::now());
        let mut reader = Reader(packet);
        let (Some(kind), Some(number)) = (reader.byte(), reader.number()) else {
            return;
        };
        let mut waiting = locked(&self.waiting);
        let asked = waiting.as_mut().and_then(|waiting| waiting.remove(&number));
        if let Some(asked) = asked {
            // Nobody listens if the request was given up.
            let _ = asked.send((kind, reader.0.to_vec()));
        }
    }
}

/// A request that was sent.
pub(super) struct Asked<'s> {
    session: &'s Session,
    number: u32,
    answer: Receiver<Answer>,
}

impl Asked<'_> {
    /// Waits for the answer.
    pub(super) fn answer(self) -> Result<Answer, HostFault> {
        let began = Instant::now();
        let patience = self.session.patience;
        loop {
            // The connection may have ended before this request was noted.
            if !self.session.is_open() {
                let late = self.answer.try_recv();
                return late.map_err(|_| self.session.ended(false));
            }
            match self.answer.recv_timeout(patience / 4) {
                Ok(answer) => return Ok(answer),
                Err(RecvTimeoutError::Disconnected) => return Err(self.session.ended(false)),
                Err(RecvTimeoutError::Timeout) => {}
            }
            let last = locked(&self.session.shared.last).unwrap_or(began);
            if last.max(began).elapsed() > patience || began.elapsed() > LONGEST {
                return Err(self.session.timed_out());
            }
        }
    }
}

impl Drop for Asked<'_> {
    fn drop(&mut self) {
        if let Some(waiting) = locked(&self.session.shared.waiting).as_mut() {
            waiting.remove(&self.number);
        }
    }
}

fn read_packet(from: &mut impl Read) -> Option<Vec<u8>> {
    let mut length = [0; 4];
    from.read_exact(&mut length).ok()?;
    let length = u32::from_be_bytes(length);
    // A server that prints a greeting into the connection begins with text.
    if length > MAX_PACKET {
        return None;
    }
    let mut packet = vec![0; usize::try_from(length).ok()?];
    from.read_exact(&mut packet).ok()?;
    Some(packet)
}

/// The names of the extensions in a server's hello. `None` if it is none.
fn extensions(hello: &[u8]) -> Option<Vec<String>> {
    let mut reader = Reader(hello);
    let (kind::VERSION, 3..) = (reader.byte()?, reader.number()?) else {
        return None;
    };
    let mut names = Vec::new();
    while let (Some(name), Some(_)) = (reader.bytes(), reader.bytes()) {
        names.push(String::from_utf8_lossy(name).into_owned());
    }
    Some(names)
}

/// The last lines that `ssh` printed, as one.
fn last_words(mut from: impl Read) -> String {
    let mut all = Vec::new();
    let mut part = [0; 1024];
    while let Ok(length @ 1..) = from.read(&mut part) {
        all.extend(part.iter().take(length));
        let surplus = all.len().saturating_sub(4096);
        all.drain(..surplus);
    }
    let text = String::from_utf8_lossy(&all);
    let lines = text.lines().map(str::trim);
    let lines: Vec<&str> = lines
        .filter(|line| line.contains(char::is_alphabetic))
        .collect();
    let lines = lines.get(lines.len().saturating_sub(3)..).unwrap_or(&lines);
    lines.join(" / ").replace(char::is_control, " ")
}

/// What `ssh` complains about. Its words are the same in every language.
fn kind_of(words: &str) -> HostFaultKind {
    use HostFaultKind::{Missing, Other, Passing, Refused, Stranger};
    let known = [
        ("Host key verification failed", Stranger),
        ("REMOTE HOST IDENTIFICATION", Stranger),
        ("Permission denied", Refused),
        ("Too many authentication failures", Refused),
        ("Temporary failure in name resolution", Passing),
        ("Could not resolve hostname", Missing),
        ("subsystem request failed", Other),
        ("Bad configuration option", Other),
        ("connect to host", Passing),
        ("Connection closed", Passing),
        ("Connection reset", Passing),
        ("Connection timed out", Passing),
        ("Broken pipe", Passing),
        ("kex_exchange_identification", Passing),
        ("banner exchange", Passing),
        ("Timeout, server", Passing),
    ];
    let found = known.iter().find(|(part, _)| words.contains(part));
    found.map_or(Other, |(_, kind)| *kind)
}

fn fault(kind: HostFaultKind, on: &str, system: &str) -> HostFault {
    HostFault {
        kind,
        on: on.to_owned(),
        system: system.to_owned(),
    }
}
