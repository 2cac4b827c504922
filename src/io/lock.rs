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

/// The file in the folder of sites that says who is writing there.
pub(super) const NAME: &str = ".kinfolio-lock";

/// How often whoever holds a lock says that it is still there.
const RENEWED: Duration = Duration::from_secs(10);

/// After how long without a word a holder on another computer is taken to be
/// gone.
const LEASE: Duration = Duration::from_mins(1);

/// For how long a holder is listened for whose lease tells no age.
const HEARD: Duration = if cfg!(test) {
    Duration::from_millis(300)
} else {
    RENEWED.saturating_mul(2)
};

/// How often it is asked for when it is let go just then.
const TRIES: usize = 100;

/// Who is writing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// The name of the computer.
    pub computer: String,
    /// The number of the process there.
    pub process: u32,
    /// Counts up while it works: a change of the file that every computer sees.
    #[serde(default)]
    beat: u64,
}

/// The right to write into a folder of sites; letting it go ends it.
///
/// On one computer the system itself holds the file locked and lets go of it
/// when the process ends, however it ends. Between computers, where a shared
/// disk may not pass such locks on, and on a disk that has none, the file is a
/// lease: it is renewed while the holder works, and after a minute without
/// renewal it is anybody's.
#[derive(Debug)]
pub struct Lock {
    place: PathBuf,
    file: Arc<Mutex<File>>,
    us: Holder,
    stop: Option<Sender<()>>,
    renewal: Option<JoinHandle<()>>,
    /// Whether somebody before had it and was stopped without letting go.
    pub was_left: bool,
}

/// What came of asking for the lock.
#[derive(Debug)]
pub enum Locked {
    /// It is ours.
    Ours(Lock),
    /// Somebody else has it; who, if that can be read.
    Held(Option<Holder>),
}

impl Lock {
    /// Asks for the right to write into `out`, which is made if need be.
    ///
    /// # Errors
    /// When nothing can be written there at all.
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

    /// Asks once. Nothing comes back when the file was removed meanwhile by
    /// whoever let it go.
    fn attempt(place: &Path, out: &Path) -> std::io::Result<Option<Locked>> {
        let Some((mut file, is_new)) = open(place)? else {
            return Ok(None);
        };
        let locked = match file.try_lock() {
            Err(TryLockError::WouldBlock) => return Ok(Some(Locked::Held(holder(&mut file)))),
            // On a disk without such locks the lease has to do.
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
                    // After a long sleep it may be somebody else's.
                    return;
                }
                beating.beat += 1;
                // A lease that cannot be renewed runs out: others may then write,
                // too, and each page is still whole.
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

    /// Whether the right is still ours: it goes with the folder of sites, and to
    /// whoever took the lease over while this computer slept.
    #[must_use]
    pub fn is_ours(&self) -> bool {
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        is_at(&file, &self.place) && holder(&mut file).is_some_and(|one| one.is(&self.us))
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        if self.is_ours() {
            // Removed while it is still locked: whoever waits looks for it again.
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
            computer: gethostname::gethostname().to_string_lossy().into_owned(),
            process: std::process::id(),
            beat: 0,
        }
    }

    /// Whether both are the same process.
    fn is(&self, other: &Self) -> bool {
        (&self.computer, self.process) == (&other.computer, other.process)
    }
}

/// Opens the file, and tells whether it was not there before. Nothing comes back
/// when it comes and goes, or when it was no file and had to go: a link, a pipe or
/// the like under our own name is not ours.
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

/// Takes away what is no file. It is moved aside before it is looked at: somebody
/// else may have cleared the place meanwhile and hold a lock there, which then goes
/// back.
fn clear(place: &Path) -> std::io::Result<()> {
    let aside = place.with_file_name(format!("{NAME}-{}", std::process::id()));
    match fs::rename(place, &aside) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        moved => moved?,
    }
    // Not every disk knows a second name for a file.
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

/// Whether the lease still runs. Both times are the disk's own: the clocks of
/// two computers need not agree. A time far ahead was written before a clock was
/// set back and tells no age: then a holder who is there is soon heard of.
fn is_fresh(place: &Path, out: &Path) -> std::io::Result<bool> {
    let probe = NamedTempFile::with_prefix_in(".kinfolio-", out)?;
    let now = probe.as_file().metadata()?.modified()?;
    // Opened each time: a share tells whoever opens a file how it is just now.
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
    fn one_at_a_time() {
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
    fn it_is_lost_with_its_file_and_takes_nobody_elses_away() {
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
    fn a_link_in_its_place_goes() {
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
    fn what_was_left_is_taken_over() {
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
    fn who_is_heard_of_has_it_whatever_the_clock_says() {
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
