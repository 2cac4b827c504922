//! Where the time of a run goes.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// A part of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Listing the files of students, and comparing them with the last run.
    List,
    /// Reading what all students share.
    Shared,
    /// Reading students' files.
    Read,
    /// From files to pages and messages, with photos.
    Compile,
    /// Encrypting sites.
    Seal,
    /// Writing sites.
    Write,
    /// Writing build records.
    Record,
    /// Writing what readers' letters open.
    Letters,
    /// Showing messages, and writing them to students' folders.
    Report,
}

/// Adds up how long each stage takes, over all threads. Off, it does nothing.
#[derive(Debug, Clone, Default)]
pub struct Stopwatch(Option<Arc<Mutex<BTreeMap<Stage, Duration>>>>);

impl Stopwatch {
    /// One that counts if it is `on`.
    #[must_use]
    pub fn new(on: bool) -> Self {
        Self(on.then(Arc::default))
    }

    /// Does `work`, and counts it as `stage`.
    pub fn time<T>(&self, stage: Stage, work: impl FnOnce() -> T) -> T {
        let Some(totals) = &self.0 else {
            return work();
        };
        let begun = Instant::now();
        let done = work();
        let mut totals = totals.lock().unwrap_or_else(PoisonError::into_inner);
        *totals.entry(stage).or_default() += begun.elapsed();
        done
    }

    /// How long each stage took, in the order of the stages. Empty if nothing was counted.
    #[must_use]
    pub fn totals(&self) -> Vec<(Stage, Duration)> {
        let totals = self.0.as_ref();
        let totals = totals.map(|totals| totals.lock().unwrap_or_else(PoisonError::into_inner));
        totals.map_or_else(Vec::new, |totals| {
            totals.iter().map(|(stage, time)| (*stage, *time)).collect()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stages_add_up() {
        let off = Stopwatch::default();
        assert_eq!(off.time(Stage::Read, || 5), 5);
        assert!(off.totals().is_empty());
        let on = Stopwatch::new(true);
        let pause = || std::thread::sleep(Duration::from_millis(2));
        on.time(Stage::Write, pause);
        on.time(Stage::Read, pause);
        on.clone().time(Stage::Write, pause);
        let totals = on.totals();
        let stages: Vec<Stage> = totals.iter().map(|(stage, _)| *stage).collect();
        assert_eq!(stages, [Stage::Read, Stage::Write]);
        assert!(totals[1].1 >= Duration::from_millis(4));
    }
}
