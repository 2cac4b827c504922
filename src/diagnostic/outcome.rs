//! A value together with the diagnostics found while making it.

use super::Diagnostics;

/// The result of a stage, together with the diagnostics found on the way.
///
/// A stage does not fail because of what an author wrote: it returns what it
/// could make. The value can only be taken out together with its diagnostics.
#[derive(Debug)]
#[must_use = "an outcome carries diagnostics that somebody has to read"]
pub struct Outcome<T> {
    value: T,
    diagnostics: Diagnostics,
}

impl<T> Outcome<T> {
    /// Combines a value with its diagnostics.
    pub fn new(value: T, diagnostics: Diagnostics) -> Self {
        Self { value, diagnostics }
    }

    /// Returns the value and adds the diagnostics to `sink`.
    pub fn into_value(self, sink: &mut Diagnostics) -> T {
        sink.append(self.diagnostics);
        self.value
    }
}
