//! Commas and points in the numbers of a sheet: which of them is the decimal point, and
//! which is the thousands separator.

use std::borrow::Cow;

use super::Grid;
use crate::input::{NotANumber, NotTries, number, percent, tries};

/// How a sheet writes numbers.
pub(in crate::validate) struct Decimals {
    /// Whether commas do not separate cells in this sheet.
    free: bool,
    comma: bool,
    point: bool,
}

/// The two readings of a number: `1,052`.
#[derive(Debug, PartialEq)]
pub(in crate::validate) struct Doubt {
    pub(in crate::validate) thousands: String,
    pub(in crate::validate) parts: String,
}

impl Decimals {
    /// Finds it from all cells of `columns`.
    pub(in crate::validate) fn of(grid: &Grid, columns: &[usize]) -> Self {
        let cells = || {
            let rows = grid.sheet.rows.iter();
            rows.flat_map(|row| columns.iter().filter_map(|column| row.filled(*column)))
        };
        let proves = |sign: char| {
            cells().any(|cell| {
                let bare = cell.text.trim_end_matches(['%', ' ']);
                let parts = bare.split_once(sign);
                parts.is_some_and(|(whole, part)| {
                    is_digits(whole) && is_digits(part) && (part.len() != 3 || whole.len() > 3)
                })
            })
        };
        Self {
            free: grid.sheet.separator != ',',
            comma: proves(','),
            point: proves('.'),
        }
    }

    /// The cell with a decimal point, as the readers of numbers need it.
    ///
    /// # Errors
    ///
    /// Returns both readings if there are two.
    pub(in crate::validate) fn plain<'t>(&self, text: &'t str) -> Result<Cow<'t, str>, Doubt> {
        let bare = text.trim();
        if number(bare).is_ok() {
            let grouped = bare.split_once('.').filter(|(whole, part)| {
                is_digits(whole)
                    && is_digits(part)
                    && part.len() == 3
                    && whole.len() <= 3
                    && *whole != "0"
            });
            // If the comma is the decimal point, the point separates thousands.
            return match grouped {
                Some((whole, part)) if self.free && self.comma => Err(Doubt {
                    thousands: format!("{whole}{part}"),
                    parts: bare.to_owned(),
                }),
                _ => Ok(Cow::Borrowed(text)),
            };
        }
        match number(bare) {
            Err(NotANumber::Comma {
                thousands: None, ..
            }) => return Ok(bare.replace(',', ".").into()),
            Err(NotANumber::Comma {
                thousands: Some(_), ..
            }) => return self.grouped(bare),
            _ => {}
        }
        if self.free
            && let Some((whole, part)) = bare.rsplit_once(',')
            && is_grouped(whole, '.')
            && is_digits(part)
        {
            return Ok(format!("{}.{part}", whole.replace('.', "")).into());
        }
        let pointed = bare.replace(',', ".");
        let meant = self.free && bare.contains(',') && is_parted(bare);
        let read = meant && (percent(&pointed).is_ok() || tries(&pointed).is_ok());
        Ok(if read {
            pointed.into()
        } else {
            Cow::Borrowed(text)
        })
    }

    /// Whether a number has three digits after its comma: `1,052`.
    fn grouped<'t>(&self, text: &str) -> Result<Cow<'t, str>, Doubt> {
        let thousands = text.replace(',', "");
        let several = text.matches(',').count() > 1 || text.contains('.');
        if several {
            return Ok(thousands.into());
        }
        let parts = text.replace(',', ".");
        if self.free && !self.point && self.comma {
            return Ok(parts.into());
        }
        Err(Doubt { thousands, parts })
    }
}

/// Whether the commas are decimal points: none has three digits after it.
fn is_parted(text: &str) -> bool {
    let comma = |fault| {
        matches!(
            fault,
            NotANumber::Comma {
                thousands: None,
                ..
            }
        )
    };
    match (percent(text), tries(text)) {
        (Err(fault), _) if comma(fault) => true,
        (_, Err(NotTries::Number(fault))) => comma(fault),
        _ => false,
    }
}

fn is_grouped(text: &str, sign: char) -> bool {
    let mut groups = text.split(sign);
    let first = groups
        .next()
        .is_some_and(|first| is_digits(first) && first.len() <= 3);
    let rest: Vec<&str> = groups.collect();
    first
        && !rest.is_empty()
        && rest
            .iter()
            .all(|group| group.len() == 3 && is_digits(group))
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commas_are_read_where_they_mean_one_thing() {
        let style = |free, comma, point| Decimals { free, comma, point };
        let (english, german) = (style(false, false, false), style(true, true, false));
        let check = |style: &Decimals, text: &str, expected: Option<&str>| {
            let found = style.plain(text).ok();
            assert_eq!(found.as_deref(), expected, "{text}");
        };
        check(&english, "47", Some("47"));
        check(&english, "47,5", Some("47.5"));
        check(&english, "1,052", None);
        check(&english, "1,052.5", Some("1052.5"));
        check(&english, "1,052,300", Some("1052300"));
        check(&english, "1.052", Some("1.052"));
        check(&english, "m, s, a", Some("m, s, a"));
        check(&german, "47,5", Some("47.5"));
        check(&german, "62,5%", Some("62.5%"));
        check(&german, "7,5/10", Some("7.5/10"));
        check(&german, "1,052", Some("1.052"));
        check(&german, "1.052", None);
        check(&german, "1.052,5", Some("1052.5"));
        check(&style(true, false, false), "1,052", None);
        check(&style(true, true, true), "1,052", None);
    }
}
