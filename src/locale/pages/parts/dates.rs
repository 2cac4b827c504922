//! Days as numbers, for charts.

use crate::model::Date;

/// Days since the beginning of 1970: where a day is on a chart.
pub(crate) fn day_number(day: Date) -> i32 {
    (day - Date::constant(1970, 1, 1)).get_days()
}
