use super::Diagnostics;

/// What a stage could make, and what it saw while making it.
///
/// A stage does not fail because of what an author wrote: it hands over what it
/// has. The value can only be reached together with a place for what was seen.
#[derive(Debug)]
#[must_use = "an outcome carries diagnostics that somebody has to read"]
pub struct Outcome<T> {
    value: T,
    diagnostics: Diagnostics,
}

impl<T> Outcome<T> {
    /// Joins a value with what was seen.
    pub fn new(value: T, diagnostics: Diagnostics) -> Self {
        Self { value, diagnostics }
    }

    /// Opens the outcome; what was seen goes to `sink`.
    pub fn into_value(self, sink: &mut Diagnostics) -> T {
        sink.append(self.diagnostics);
        self.value
    }
}
