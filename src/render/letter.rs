//! Letters for paper.

use serde::Serialize;
use tera::{Context, Value};

use super::qr::qr_svg;
use crate::locale::{Direction, LetterPage};
use crate::theme::Theme;

/// The content policy of a letter: only the style inside it.
const LETTER_POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// The sheets that letters are printed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Paper {
    A4,
    Letter,
}

/// A letter with its QR code.
#[derive(Serialize)]
struct Sheet<'a> {
    letter: &'a LetterPage,
    qr: Value,
}

/// Renders letters as one page, a sheet for each.
///
/// # Errors
/// The template engine's message.
pub fn letters(letters: &[LetterPage], paper: Paper, theme: &Theme) -> Result<Vec<u8>, String> {
    let sheets = letters.iter().map(|letter| Sheet {
        letter,
        qr: qr_svg(&letter.link).map_or_else(Value::none, |svg| Value::safe_string(&svg)),
    });
    let sheets: Vec<Sheet> = sheets.collect();
    let first = letters.first();
    let direction = first.map_or(Direction::Ltr, |letter| letter.dir);
    let mut context = Context::new();
    context.insert("sheets", &sheets);
    context.insert("first", &first);
    context.insert("policy", LETTER_POLICY);
    context.insert(
        "paper",
        match paper {
            Paper::A4 => "A4",
            Paper::Letter => "letter",
        },
    );
    let html = theme.render(direction, "letter.html", &context)?;
    Ok(html.into_bytes())
}
