//! Numbers and text as SVG writes them.

use std::borrow::Cow;

/// A length in tenths of a user unit, written with one decimal at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Tenths(pub(super) i32);

impl Tenths {
    /// Rounds a length.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "saturates; nothing is drawn that far out"
    )]
    pub(super) fn of(length: f64) -> Tenths {
        Tenths((length * 10.0).round() as i32)
    }

    /// Appends the length. Written by hand because numbers are most of a drawing,
    /// and `format!` would take longer than everything else.
    pub(super) fn write(self, out: &mut String) {
        if self.0 < 0 {
            out.push('-');
        }
        let size = self.0.unsigned_abs();
        if size >= 10 || size == 0 {
            integer(size / 10, out);
        }
        if !size.is_multiple_of(10) {
            out.push('.');
            out.push(digit(size));
        }
    }
}

fn integer(number: u32, out: &mut String) {
    if number >= 10 {
        integer(number / 10, out);
    }
    out.push(digit(number));
}

fn digit(number: u32) -> char {
    char::from_digit(number % 10, 10).unwrap_or('0')
}

/// Escapes plain text for an element or a quoted attribute.
pub(super) fn escape(text: &str) -> Cow<'_, str> {
    if !text.contains(['&', '<', '>', '"', '\'']) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
    Cow::Owned(out)
}
