//! The lock on a folder of sites, so that one process at a time writes there.
//!
//! On one computer the system itself keeps the file locked, and unlocks it when the
//! process ends, however it ends. Between computers, on a share that may not pass such
//! locks on, and on a disk that has no locks, the file is a lease: its holder renews it,
//! and after a minute without renewal any process may take it over.
//! `docs/decisions.md` says why there are both.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{ErrorKind, Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use tempfile::NamedTempFile;

use super::{Fault, plain};

/// The name of the lock file in the folder of sites.
pub(super) const NAME: &str = ".kinfolio-lock";

/// How often the holder renews the lease.
const RENEWED: Duration = Duration::from_secs(10);

/// How long after the last renewal a lease of another computer is over.
const LEASE: Duration = Duration::from_mins(1);

/// How long kinfolio watches for a renewal if the time of a lease makes no sense.
const HEARD: Duration = if cfg!(test) {
    Duration::from_millis(300)
} else {
    RENEWED.saturating_mul(2)
};

/// How often kinfolio tries again if the holder lets go in the same moment.
const TRIES: usize = 100;

/// The process that writes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// The name of the computer.
    pub computer: String,
    /// The process ID on that computer.
    pub process: u32,
    /// Counts the renewals, so that every computer sees the file change.
    #[serde(default)]
    beat: u64,
}

/// The right to write into a folder of sites. Dropping it lets go.
#[derive(Debug)]
pub struct Lock {
    place: PathBuf,
    file: Arc<Mutex<File>>,
    us: Holder,
    stop: Option<Sender<()>>,
    renewal: Option<JoinHandle<()>>,
    /// Whether the last holder was stopped before it could let go.
    pub was_left: bool,
}

/// The result of [`Lock::take`].
#[derive(Debug)]
pub enum Locked {
    /// This process has the lock.
    Ours(Lock),
    /// Another process has it. `None` if kinfolio cannot read which.
    Held(Option<Holder>),
}

impl Lock {
    /// Takes the lock on `out`. Makes the folder if necessary.
    ///
    /// # Errors
    /// The system error if the lock file cannot be written.
    pub fn take(out: &Path) -> Result<Locked, Fault> {
        let place = out.join(NAME);
        let fault = |error: std::io::Error| Fault::new("write", &place, error);
        fs::create_dir_all(out).map_err(fault)?;
        for _ in 0..TRIES {
            if let Some(locked) = Self::attempt(&place, out).map_err(fault)? {
                return Ok(locked);
            }
        }
        Ok(Locked::Held(None))
    }

    /// Tries once. `None` if the holder let go and removed the file meanwhile.
    fn attempt(place: &Path, out: &Path) -> std::io::Result<Option<Locked>> {
        let Some((mut file, is_new)) = open(place)? else {
            return Ok(None);
        };
        let locked = match file.try_lock() {
            Err(TryLockError::WouldBlock) => return Ok(Some(Locked::Held(holder(&mut file)))),
            // On a disk without locks there is the lease.
            Err(TryLockError::Error(_)) => false,
            Ok(()) => true,
        };
        if !is_at(&file, place) {
            return Ok(None);
        }
        let before = holder(&mut file);
        let us = Holder::here();
        let other = before.as_ref();
        let other = other.filter(|one| !locked || one.computer != us.computer);
        if other.is_some() && is_fresh(place, out)? {
            return Ok(Some(Locked::Held(before)));
        }
        write(&mut file, &us)?;
        file.sync_all()?;
        let place = place.to_path_buf();
        let lock = Self::renewing(place, file, us, !is_new);
        Ok(Some(Locked::Ours(lock)))
    }

    fn renewing(place: PathBuf, file: File, us: Holder, was_left: bool) -> Self {
        let (stop, stopped) = channel();
        let file = Arc::new(Mutex::new(file));
        let (renewed, mut beating) = (file.clone(), us.clone());
        let renewal = std::thread::spawn(move || {
            while stopped.recv_timeout(RENEWED) == Err(RecvTimeoutError::Timeout) {
                let mut file = renewed.lock().unwrap_or_else(PoisonError::into_inner);
                if !holder(&mut file).is_some_and(|one| one.is(&beating)) {
                    // Another process took it over while this computer slept.
                    return;
                }
                beating.beat += 1;
                // A lease that cannot be renewed runs out. Another process may write
                // then, and each page is still complete.
                let _ = write(&mut file, &beating);
            }
        });
        Self {
            place,
            file,
            us,
            stop: Some(stop),
            renewal: Some(renewal),
            was_left,
        }
    }

    /// Whether this process still has the lock. It loses it if the folder of sites is
    /// removed, or if another process takes the lease over while this computer sleeps.
    #[must_use]
    pub fn is_ours(&self) -> bool {
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        is_at(&file, &self.place) && holder(&mut file).is_some_and(|one| one.is(&self.us))
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        if self.is_ours() {
            // Removed while it is still locked, so that a waiting process tries again.
            let _ = fs::remove_file(&self.place);
        }
        drop(self.stop.take());
        if let Some(renewal) = self.renewal.take() {
            let _ = renewal.join();
        }
    }
}

impl Holder {
    fn here() -> Self {
        Self {
            computer: super::computer(),
            process: std::process::id(),
            beat: 0,
        }
    }

    /// Whether both are the same process.
    fn is(&self, other: &Self) -> bool {
        (&self.computer, self.process) == (&other.computer, other.process)
    }
}

/// Opens the lock file. Returns whether it is new with it. `None` if the file came and
/// went, or if something else was in its place (a link, a pipe) and had to be removed.
fn open(place: &Path) -> std::io::Result<Option<(File, bool)>> {
    let mut options = OpenOptions::new();
    match options.read(true).write(true).create_new(true).open(place) {
        Ok(file) => return Ok(Some((file, true))),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
        Err(error) => return Err(error),
    }
    match plain::open_both(place) {
        Ok(file) => Ok(Some((file, false))),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => match place.symlink_metadata() {
            Ok(facts) if !facts.is_file() && !facts.is_dir() => clear(place).map(|()| None),
            _ => Err(error),
        },
    }
}

/// Removes what is in the place of the lock file. It is moved aside before it is
/// checked: another process may have cleared the place meanwhile and made its own lock
/// there, which goes back then.
fn clear(place: &Path) -> std::io::Result<()> {
    let aside = place.with_file_name(format!("{NAME}-{}", std::process::id()));
    match fs::rename(place, &aside) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        moved => moved?,
    }
    // Not every disk can give a file a second name.
    if aside.symlink_metadata()?.is_file() && fs::hard_link(&aside, place).is_err() {
        return fs::rename(&aside, place);
    }
    fs::remove_file(&aside)
}

fn holder(file: &mut File) -> Option<Holder> {
    let mut text = String::new();
    file.rewind().ok()?;
    file.take(4096).read_to_string(&mut text).ok()?;
    serde_json::from_str(&text).ok()
}

fn write(file: &mut File, holder: &Holder) -> std::io::Result<()> {
    let mut text = serde_json::to_vec(holder)?;
    text.push(b'\n');
    file.rewind()?;
    file.write_all(&text)?;
    file.set_len(text.len() as u64)
}

/// Whether the lease still runs. Both times come from the disk, because the clocks of
/// two computers may differ. A time far in the future was written before a clock was
/// set back and does not tell; a holder that is there renews the lease soon.
fn is_fresh(place: &Path, out: &Path) -> std::io::Result<bool> {
    let probe = NamedTempFile::with_prefix_in(".kinfolio-", out)?;
    let now = probe.as_file().metadata()?.modified()?;
    // Opened each time, because a share tells the present time of a file then.
    let renewed = || plain::open(place)?.metadata()?.modified();
    let before = renewed()?;
    match now.duration_since(before) {
        Ok(age) => Ok(age < LEASE),
        Err(ahead) if ahead.duration() < LEASE => Ok(true),
        Err(_) => {
            std::thread::sleep(HEARD);
            Ok(!renewed().is_ok_and(|after| after == before))
        }
    }
}

#[cfg(unix)]
fn is_at(file: &File, place: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let (Ok(ours), Ok(theirs)) = (file.metadata(), place.symlink_metadata()) else {
        return false;
    };
    (ours.dev(), ours.ino()) == (theirs.dev(), theirs.ino())
}

#[cfg(not(unix))]
fn is_at(_: &File, place: &Path) -> bool {
    place.exists()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ours(out: &Path) -> Lock {
        match Lock::take(out).unwrap() {
            Locked::Ours(lock) => lock,
            Locked::Held(holder) => panic!("{holder:?}"),
        }
    }

    #[test]
    fn one_process_at_a_time_has_the_lock() {
        let out = tempfile::tempdir().unwrap();
        let lock = ours(out.path());
        assert!(!lock.was_left);
        let Locked::Held(Some(holder)) = Lock::take(out.path()).unwrap() else {
            panic!("two have it");
        };
        assert_eq!(holder.process, std::process::id());
        drop(lock);
        assert!(!out.path().join(NAME).exists());
        assert!(!ours(out.path()).was_left);
    }

    #[cfg(unix)]
    #[test]
    fn a_lock_is_lost_with_its_file_and_leaves_that_of_another_process() {
        let out = tempfile::tempdir().unwrap();
        let place = out.path().join(NAME);
        let first = ours(out.path());
        assert!(first.is_ours());
        fs::remove_file(&place).unwrap();
        assert!(!first.is_ours());
        let second = ours(out.path());
        drop(first);
        assert!(second.is_ours());
        fs::write(&place, r#"{"computer":"office","process":7}"#).unwrap();
        assert!(!second.is_ours());
        drop(second);
        assert!(place.exists());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_in_its_place_is_removed() {
        let out = tempfile::tempdir().unwrap();
        let elsewhere = out.path().join("elsewhere");
        let check = |is_there: bool| {
            let place = out.path().join(NAME);
            std::os::unix::fs::symlink(&elsewhere, &place).unwrap();
            drop(ours(out.path()));
            assert!(place.symlink_metadata().is_err());
            assert_eq!(elsewhere.exists(), is_there);
        };
        check(false);
        fs::write(&elsewhere, "").unwrap();
        check(true);
        assert_eq!(fs::read_to_string(&elsewhere).unwrap(), "");
    }

    /// A lock that was last written `minutes` ago.
    fn left(out: &Path, computer: Option<&str>, minutes: i64) -> Holder {
        let mut holder = Holder::here();
        if let Some(computer) = computer {
            holder.computer = computer.to_owned();
        }
        let place = out.join(NAME);
        fs::write(&place, serde_json::to_vec(&holder).unwrap()).unwrap();
        set_age(&place, minutes);
        holder
    }

    fn set_age(place: &Path, minutes: i64) {
        let age = Duration::from_mins(minutes.unsigned_abs());
        let now = std::time::SystemTime::now();
        let then = if minutes < 0 { now + age } else { now - age };
        let file = File::options().write(true).open(place).unwrap();
        file.set_modified(then).unwrap();
    }

    #[test]
    fn a_lock_that_was_left_is_taken_over() {
        let check = |computer: Option<&str>, minutes: i64, taken: bool| {
            let out = tempfile::tempdir().unwrap();
            let holder = left(out.path(), computer, minutes);
            match Lock::take(out.path()).unwrap() {
                Locked::Ours(lock) => assert!(taken && lock.was_left, "{computer:?} {minutes}"),
                Locked::Held(found) => {
                    assert!(!taken, "{computer:?} {minutes}");
                    assert_eq!(found.unwrap(), holder);
                }
            }
        };
        check(None, 0, true);
        check(None, 9, true);
        check(Some("office"), 0, false);
        check(Some("office"), 9, true);
        check(Some("office"), -1440, true);
    }

    #[test]
    fn a_holder_that_renews_has_the_lock_whatever_the_clock_says() {
        let out = tempfile::tempdir().unwrap();
        left(out.path(), Some("office"), -1440);
        std::thread::scope(|scope| {
            let taken = scope.spawn(|| Lock::take(out.path()).unwrap());
            while !taken.is_finished() {
                std::thread::sleep(Duration::from_millis(20));
                set_age(&out.path().join(NAME), -1441);
            }
            assert!(matches!(taken.join().unwrap(), Locked::Held(_)));
        });
    }
}
