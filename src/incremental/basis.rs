//! What a student's result was made with besides the student's own files, and whether it
//! still holds.

use data_encoding::BASE64;
use serde::{Deserialize, Serialize};

use super::shared_inputs::CompleteInputs;
use crate::build::Built;
use crate::model::{Date, days_after};
use crate::rules::KeySet;

/// The shared inputs and the day that a result was made with.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Basis {
    /// The history of the shared inputs.
    epoch: String,
    /// The generation of that history.
    generation: u32,
    /// The day that counted as today. Days are written so that they sort as text.
    day: String,
    /// The first day on which the result may be another one.
    first_difference: String,
    /// Names of other students' folders that are like this one.
    near: Vec<String>,
}

impl Basis {
    /// What `built` was made with, and that it holds up to `first_difference`. Its keys are
    /// kept apart, because they are large.
    pub(super) fn of<T>(built: &Built<T>, first_difference: Date, inputs: &CompleteInputs) -> Self {
        let (epoch, generation) = inputs.history.now();
        let today = inputs.shared.school.today;
        let until = first_difference.max(days_after(today, 1));
        Self {
            epoch: epoch.to_owned(),
            generation,
            day: today.to_string(),
            first_difference: until.to_string(),
            near: near(built.student.as_str(), inputs),
        }
    }

    /// Whether the result for `student` would be the same with these inputs. `keys` are
    /// those that it depends on; they are asked for only if something has changed.
    pub(super) fn holds(
        &self,
        student: &str,
        inputs: &CompleteInputs,
        keys: impl FnOnce() -> Option<KeySet>,
    ) -> bool {
        let today = inputs.shared.school.today.to_string();
        // A day before that of the result: somebody has set the clock back.
        if today < self.day || today >= self.first_difference || self.near != near(student, inputs)
        {
            return false;
        }
        let changed = inputs.history.changed_since(&self.epoch, self.generation);
        changed.is_some_and(|changed| {
            changed.is_empty() || keys().is_some_and(|keys| !keys.contains_any(&changed))
        })
    }
}

/// Names of other folders that change what kinfolio says about this one.
fn near(student: &str, inputs: &CompleteInputs) -> Vec<String> {
    let near = inputs.inputs.students.near(student);
    near.map(str::to_owned).collect()
}

/// The keys that a result depends on, as text for a build record.
pub(super) fn written(keys: &KeySet) -> String {
    BASE64.encode(&keys.to_bytes())
}

/// Reads what [`written`] wrote. `None` if it is something else.
pub(super) fn read(keys: &str) -> Option<KeySet> {
    KeySet::from_bytes(&BASE64.decode(keys.as_bytes()).ok()?)
}
