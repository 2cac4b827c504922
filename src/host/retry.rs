//! Tries again what a host did not do for a reason that passes. Each request of a [`Host`]
//! can be made twice: it names the whole file, and the result is the same.

use std::thread;
use std::time::{Duration, Instant};

use super::{Host, HostFault, HostFaultKind, Kind, Listed};
use crate::source::RelPath;

/// How often to try, how long to wait in between, and how long for the host.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tries {
    /// How often to try in all. At least once.
    pub most: u32,
    /// How long to wait after the first try. Each wait is twice the last one.
    pub first_wait: Duration,
    /// How long one request may take with all its tries. No try begins after that.
    pub longest: Duration,
    /// How long a host on the network may be silent before a try counts as failed.
    pub patience: Duration,
}

impl Default for Tries {
    /// Long enough for a web server that starts anew, short enough for a person who waits.
    fn default() -> Self {
        Self {
            most: 6,
            first_wait: Duration::from_secs(1),
            longest: Duration::from_mins(2),
            patience: Duration::from_mins(1),
        }
    }
}

/// What measures time and waits. Tests have one that does not wait.
pub trait Clock: Send + Sync {
    /// The time since some moment, always the same one.
    fn now(&self) -> Duration;

    /// Waits.
    fn pause(&self, time: Duration);
}

/// The system's clock.
#[derive(Debug)]
pub struct SystemClock(Instant);

impl Default for SystemClock {
    fn default() -> Self {
        Self(Instant::now())
    }
}

impl Clock for SystemClock {
    fn now(&self) -> Duration {
        self.0.elapsed()
    }

    fn pause(&self, time: Duration) {
        thread::sleep(time);
    }
}

/// A host whose requests are tried again if the reason for a fault passes.
#[derive(Debug)]
pub struct Retried<H, C = SystemClock> {
    host: H,
    tries: Tries,
    clock: C,
}

impl<H, C: Clock> Retried<H, C> {
    /// `host`, with tries by `clock`.
    pub fn new(host: H, tries: Tries, clock: C) -> Self {
        Self { host, tries, clock }
    }

    fn again<T>(&self, one: impl Fn(&H) -> Result<T, HostFault>) -> Result<T, HostFault> {
        again(self.tries, &self.clock, || one(&self.host))
    }
}

/// Runs `one` until it succeeds, fails for good, or was tried often enough.
pub(super) fn again<T>(
    tries: Tries,
    clock: &impl Clock,
    one: impl Fn() -> Result<T, HostFault>,
) -> Result<T, HostFault> {
    let began = clock.now();
    let mut pause = tries.first_wait;
    for _ in 1..tries.most {
        match one() {
            Err(fault) if fault.kind == HostFaultKind::Passing => {
                if clock.now().saturating_sub(began) + pause > tries.longest {
                    return Err(fault);
                }
                clock.pause(pause);
                pause *= 2;
            }
            done => return done,
        }
    }
    one()
}

impl<H: Host, C: Clock> Host for Retried<H, C> {
    fn place(&self) -> String {
        self.host.place()
    }

    fn read(&self, path: &RelPath) -> Result<Option<Vec<u8>>, HostFault> {
        self.again(|host| host.read(path))
    }

    fn write(&self, path: &RelPath, bytes: &[u8], kind: Kind) -> Result<(), HostFault> {
        self.again(|host| host.write(path, bytes, kind))
    }

    fn remove(&self, path: &RelPath) -> Result<(), HostFault> {
        self.again(|host| host.remove(path))
    }

    fn list(&self, folder: Option<&RelPath>) -> Result<Vec<Listed>, HostFault> {
        self.again(|host| host.list(folder))
    }

    fn settle(&self) -> Result<(), HostFault> {
        self.again(Host::settle)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use super::*;

    /// A host whose first requests fail.
    struct Failing {
        kind: HostFaultKind,
        left: Mutex<u32>,
        asked: Arc<Mutex<u32>>,
    }

    impl Failing {
        fn answer<T>(&self, good: T) -> Result<T, HostFault> {
            *self.asked.lock().unwrap() += 1;
            let mut left = self.left.lock().unwrap();
            if *left == 0 {
                return Ok(good);
            }
            *left -= 1;
            Err(HostFault {
                kind: self.kind,
                on: "a".to_owned(),
                system: String::new(),
            })
        }
    }

    impl Host for Failing {
        fn place(&self) -> String {
            String::new()
        }
        fn read(&self, _: &RelPath) -> Result<Option<Vec<u8>>, HostFault> {
            self.answer(None)
        }
        fn write(&self, _: &RelPath, _: &[u8], _: Kind) -> Result<(), HostFault> {
            self.answer(())
        }
        fn remove(&self, _: &RelPath) -> Result<(), HostFault> {
            self.answer(())
        }
        fn list(&self, _: Option<&RelPath>) -> Result<Vec<Listed>, HostFault> {
            self.answer(Vec::new())
        }
        fn settle(&self) -> Result<(), HostFault> {
            self.answer(())
        }
    }

    /// Notes the waits. Each request takes a second besides.
    #[derive(Default)]
    struct Noted {
        waits: Mutex<Vec<u64>>,
        asked: Arc<Mutex<u32>>,
    }

    impl Clock for Noted {
        fn now(&self) -> Duration {
            let waited: u64 = self.waits.lock().unwrap().iter().sum();
            Duration::from_secs(waited + u64::from(*self.asked.lock().unwrap()))
        }
        fn pause(&self, time: Duration) {
            self.waits.lock().unwrap().push(time.as_secs());
        }
    }

    #[test]
    fn what_passes_is_tried_again_and_nothing_else() {
        use HostFaultKind::{Full, Missing, Other, Passing, Refused, Stranger};
        let seconds = Duration::from_secs;
        let tries = Tries {
            most: 4,
            first_wait: seconds(1),
            longest: seconds(60),
            patience: seconds(60),
        };
        // How many tries there were, the waits in between, and whether the last one succeeded.
        let check = |kind, faults, tries, asked: u32, waits: &[u64], good| {
            for request in 0..5 {
                let clock = Noted::default();
                let failing = Failing {
                    kind,
                    left: Mutex::new(faults),
                    asked: clock.asked.clone(),
                };
                let host = Retried::new(failing, tries, clock);
                let path = RelPath::new("a/b").unwrap();
                let done = match request {
                    0 => host.read(&path).is_ok(),
                    1 => host.write(&path, b"", Kind::Page).is_ok(),
                    2 => host.remove(&path).is_ok(),
                    3 => host.list(None).is_ok(),
                    _ => host.settle().is_ok(),
                };
                let case = format!("{kind:?}, {faults} faults, request {request}");
                assert_eq!(done, good, "{case}");
                assert_eq!(*host.clock.asked.lock().unwrap(), asked, "{case}");
                assert_eq!(*host.clock.waits.lock().unwrap(), waits, "{case}");
            }
        };
        check(Passing, 0, tries, 1, &[], true);
        check(Passing, 1, tries, 2, &[1], true);
        check(Passing, 3, tries, 4, &[1, 2, 4], true);
        check(Passing, 4, tries, 4, &[1, 2, 4], false);
        for kind in [Refused, Stranger, Missing, Full, Other] {
            check(kind, 1, tries, 1, &[], false);
        }
        let longest = seconds(6);
        check(Passing, 9, Tries { longest, ..tries }, 3, &[1, 2], false);
        check(Passing, 9, Tries { most: 1, ..tries }, 1, &[], false);
    }
}
