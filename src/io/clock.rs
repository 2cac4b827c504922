//! The clock. Only this file reads it; everything else is told the time.

use std::time::Instant;

use jiff::Zoned;

use crate::model::Now;

/// The present moment. Which day that is depends on the school's time zone.
#[must_use]
pub fn now() -> Now {
    Zoned::now().into()
}

/// Runs `work`. Returns its result and how many milliseconds it took.
pub fn until_now<T>(work: impl FnOnce() -> T) -> (T, u128) {
    let start = Instant::now();
    let done = work();
    (done, start.elapsed().as_millis())
}

/// The local date and time for a log: `2026-11-24 08:15:00`.
#[must_use]
pub fn time_of_day() -> String {
    Zoned::now().strftime("%F %T").to_string()
}
