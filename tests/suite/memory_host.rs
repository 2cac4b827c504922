//! A host in memory that breaks where a test wants it to.

use std::collections::BTreeMap;
use std::sync::Mutex;

use kinfolio::host::{Host, HostFault, HostFaultKind, Kind, Listed};
use kinfolio::source::RelPath;

/// Files on a host.
pub(crate) type Files = BTreeMap<RelPath, Vec<u8>>;

/// A host in memory.
#[derive(Default)]
pub(crate) struct MemoryHost {
    pub(crate) files: Mutex<Files>,
    /// What it was asked to do.
    pub(crate) asked: Mutex<Vec<String>>,
    /// Which request fails, and whether it has been carried out then.
    pub(crate) fails: Mutex<Option<(usize, bool, HostFaultKind)>>,
    /// Whether everything fails from that request on.
    pub(crate) is_down: bool,
    /// Looked at after each change.
    pub(crate) after: Option<fn(&Files)>,
    /// Says that it removes, and does not.
    pub(crate) lies: bool,
    /// Says that it writes, and does not.
    pub(crate) forgets: bool,
}

impl MemoryHost {
    fn ask<T>(&self, what: String, act: impl FnOnce(&mut Files) -> T) -> Result<T, HostFault> {
        let number = {
            let mut asked = self.asked.lock().unwrap();
            asked.push(what.clone());
            asked.len()
        };
        let fails = *self.fails.lock().unwrap();
        let broken = fails.filter(|(at, ..)| number == *at || (self.is_down && number > *at));
        let mut files = self.files.lock().unwrap();
        if let Some((_, is_done, kind)) = broken {
            if is_done {
                act(&mut files);
            }
            let system = "broken".to_owned();
            return Err(HostFault {
                kind,
                on: what,
                system,
            });
        }
        let done = act(&mut files);
        if let Some(after) = self.after {
            after(&files);
        }
        Ok(done)
    }

    pub(crate) fn paths(&self) -> Vec<String> {
        let files = self.files.lock().unwrap();
        files.keys().map(|path| path.as_str().to_owned()).collect()
    }

    pub(crate) fn text(&self, path: &str) -> Option<String> {
        let files = self.files.lock().unwrap();
        let bytes = files.get(&RelPath::new(path).unwrap())?;
        Some(String::from_utf8(bytes.clone()).unwrap())
    }

    pub(crate) fn asked(&self) -> Vec<String> {
        std::mem::take(&mut *self.asked.lock().unwrap())
    }
}

impl Host for MemoryHost {
    fn place(&self) -> String {
        "memory".to_owned()
    }

    fn read(&self, path: &RelPath) -> Result<Option<Vec<u8>>, HostFault> {
        self.ask(format!("read {}", path.as_str()), |files| {
            files.get(path).cloned()
        })
    }

    fn write(&self, path: &RelPath, bytes: &[u8], _: Kind) -> Result<(), HostFault> {
        self.ask(format!("write {}", path.as_str()), |files| {
            if !self.forgets {
                files.insert(path.clone(), bytes.to_vec());
            }
        })
    }

    fn remove(&self, path: &RelPath) -> Result<(), HostFault> {
        self.ask(format!("remove {}", path.as_str()), |files| {
            if !self.lies {
                files.remove(path);
            }
        })
    }

    fn list(&self, folder: Option<&RelPath>) -> Result<Vec<Listed>, HostFault> {
        self.ask(
            format!("list {}", folder.map_or("", RelPath::as_str)),
            |files| {
                let is_in =
                    |path: &RelPath| folder.is_none_or(|top| path.below(top.as_str()).is_some());
                let files = files.iter().filter(|(path, _)| is_in(path));
                files
                    .map(|(path, bytes)| Listed {
                        path: path.clone(),
                        bytes: bytes.len() as u64,
                    })
                    .collect()
            },
        )
    }
}

/// A host on which another computer writes before or after it is asked for the list.
pub(crate) struct WithOther<'a> {
    pub(crate) host: &'a MemoryHost,
    pub(crate) before: &'a (dyn Fn(&MemoryHost) + Sync),
    pub(crate) after: &'a (dyn Fn(&MemoryHost) + Sync),
}

impl Host for WithOther<'_> {
    fn place(&self) -> String {
        self.host.place()
    }
    fn read(&self, path: &RelPath) -> Result<Option<Vec<u8>>, HostFault> {
        if path.has_ending("bin") {
            (self.before)(self.host);
        }
        let read = self.host.read(path);
        if path.has_ending("bin") {
            (self.after)(self.host);
        }
        read
    }
    fn write(&self, path: &RelPath, bytes: &[u8], kind: Kind) -> Result<(), HostFault> {
        self.host.write(path, bytes, kind)
    }
    fn remove(&self, path: &RelPath) -> Result<(), HostFault> {
        self.host.remove(path)
    }
    fn list(&self, folder: Option<&RelPath>) -> Result<Vec<Listed>, HostFault> {
        self.host.list(folder)
    }
}
