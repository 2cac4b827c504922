//! When each part of the shared inputs last changed, so that a build can tell which sites
//! a change concerns.
//!
//! Each run in which something changed is a generation. A student's result names the
//! generation that it was made in. It still holds if no part that it depends on has
//! changed since.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::record_store::RecordStore;
use crate::build::TrackedInputs;
use crate::io::{self, Fault};

/// The name of this record. No student's folder can have it.
const NAME: &str = "/history";

/// The history of the shared inputs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SharedHistory {
    /// Names this history, so that no generation is taken for one of another.
    epoch: String,
    /// The fingerprint of what every site depends on. A new one begins a new history.
    rest: String,
    /// The current generation.
    generation: u32,
    /// Each part by its key: its fingerprint, and the generation in which it last
    /// changed. A part that is gone has no fingerprint.
    parts: BTreeMap<u32, (Option<u64>, u32)>,
}

impl SharedHistory {
    /// The recorded history. A new one if there is none.
    pub(super) fn read(records: &RecordStore) -> Self {
        let bytes = records.read(NAME);
        bytes
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default()
    }

    /// Adds the inputs of now, and records them if they have changed. This comes before
    /// any result that names the new generation. Otherwise an interrupted run could
    /// leave results of a generation that the next run takes for another one.
    ///
    /// # Errors
    /// The system error if the history cannot be recorded. Then nothing that this run
    /// makes will hold in the next one.
    pub(super) fn advance(
        &mut self,
        now: &TrackedInputs,
        records: &RecordStore,
    ) -> Result<(), Fault> {
        if !self.add(
            now,
            &io::moment_before(std::time::Duration::ZERO).to_string(),
        ) {
            return Ok(());
        }
        let bytes = serde_json::to_vec(self).unwrap_or_default();
        let written = records.write(NAME, &bytes);
        if written.is_err() {
            self.epoch.push_str(" unrecorded");
        }
        written
    }

    /// Adds the inputs of now. `moment` tells a new history from all others. Returns
    /// whether anything has changed.
    pub(super) fn add(&mut self, now: &TrackedInputs, moment: &str) -> bool {
        if self.rest != now.rest {
            let parts = now.parts.iter().map(|(key, part)| (*key, (Some(*part), 0)));
            *self = Self {
                epoch: moment.to_owned(),
                rest: now.rest.clone(),
                generation: 0,
                parts: parts.collect(),
            };
            return true;
        }
        let next = self.generation + 1;
        let mut changed = false;
        for (key, (part, since)) in &mut self.parts {
            if part.is_some() && !now.parts.contains_key(key) {
                (*part, *since) = (None, next);
                changed = true;
            }
        }
        for (key, part) in &now.parts {
            let known = self.parts.entry(*key).or_insert((None, 0));
            if known.0 != Some(*part) {
                *known = (Some(*part), next);
                changed = true;
            }
        }
        if changed {
            self.generation = next;
        }
        changed
    }

    /// This history and its current generation.
    pub(super) fn now(&self) -> (&str, u32) {
        (&self.epoch, self.generation)
    }

    /// The keys of the parts that have changed since `generation`. `None` if `epoch` is
    /// another history, so that anything may have changed.
    pub(super) fn changed_since(&self, epoch: &str, generation: u32) -> Option<Vec<u32>> {
        if self.epoch != epoch || generation > self.generation {
            return None;
        }
        if generation == self.generation {
            return Some(Vec::new());
        }
        let parts = self.parts.iter();
        let changed = parts.filter(|(_, (_, since))| *since > generation);
        Some(changed.map(|(key, _)| *key).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inputs(rest: &str, parts: &[(u32, u64)]) -> TrackedInputs {
        TrackedInputs {
            parts: parts.iter().copied().collect(),
            rest: rest.to_owned(),
        }
    }

    #[test]
    fn a_part_has_changed_since_every_generation_before() {
        let mut history = SharedHistory::default();
        let steps: [&[(u32, u64)]; 5] = [
            &[(1, 10), (2, 20)],
            &[(1, 11), (2, 20)],
            &[(1, 11), (2, 20)],
            &[(2, 20), (3, 30)],
            &[(1, 11), (2, 20), (3, 30)],
        ];
        let generations = steps.map(|parts| {
            history.add(&inputs("rest", parts), "a");
            history.now().1
        });
        assert_eq!(generations, [0, 1, 1, 2, 3]);
        let check = |generation, expected: Option<&[u32]>| {
            let changed = history.changed_since("a", generation);
            assert_eq!(changed.as_deref(), expected, "{generation}");
        };
        check(0, Some(&[1, 3]));
        check(1, Some(&[1, 3]));
        check(2, Some(&[1]));
        check(3, Some(&[]));
        check(4, None);
        assert_eq!(history.changed_since("b", 0), None);
    }

    #[test]
    fn another_rest_begins_a_new_history() {
        let mut history = SharedHistory::default();
        assert!(history.add(&inputs("one", &[(1, 10)]), "a"));
        assert!(!history.add(&inputs("one", &[(1, 10)]), "b"));
        assert!(history.add(&inputs("two", &[(1, 10)]), "c"));
        assert_eq!(history.now(), ("c", 0));
        assert_eq!(history.changed_since("a", 0), None);
    }
}
