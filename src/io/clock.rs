use std::time::Instant;

use jiff::Zoned;

use crate::model::Now;

/// The moment it is. Which day that is, a school's time zone says.
#[must_use]
pub fn now() -> Now {
    Zoned::now().into()
}

/// Runs `work`; tells how long it took, in milliseconds.
pub fn until_now<T>(work: impl FnOnce() -> T) -> (T, u128) {
    let start = Instant::now();
    let done = work();
    (done, start.elapsed().as_millis())
}

/// The day and the time of day, for a log.
#[must_use]
pub fn time_of_day() -> String {
    Zoned::now().strftime("%F %T").to_string()
}
