//! Lines of text: how wide and tall they are, and where they may break.

use super::glyph_width::{advance, is_joined, is_tall, is_wide};
use super::obstacles::to_f64;

/// No line is wider than this, even if a word has to be cut.
const WIDEST: f64 = 130.0;

/// The font of a label.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Face {
    /// 14.5 units.
    Plain,
    /// 16 units, bold: the newest value.
    Strong,
}

impl Face {
    const fn size(self) -> f64 {
        match self {
            Face::Plain => 14.5,
            Face::Strong => 16.0,
        }
    }

    /// Factor for unknown fonts and bold, which are wider than the table says.
    const fn allowance(self) -> f64 {
        match self {
            Face::Plain => 1.05,
            Face::Strong => 1.21,
        }
    }
}

/// Text broken into lines, and its size.
#[derive(Clone, Debug)]
pub(super) struct TextBlock<'a> {
    /// The lines, top to bottom.
    pub(super) lines: Vec<&'a str>,
    /// Width of the widest line.
    pub(super) width: f64,
    /// From the top of the block to the first baseline.
    pub(super) rise: f64,
    /// From one baseline to the next.
    pub(super) leading: f64,
    /// From the last baseline to the bottom of the block.
    pub(super) drop: f64,
}

impl TextBlock<'_> {
    /// Height from the top of the first line to the bottom of the last.
    pub(super) fn height(&self) -> f64 {
        self.rise + self.leading * to_f64(self.lines.len().saturating_sub(1)) + self.drop
    }
}

/// Width of one line.
pub(super) fn width(text: &str, face: Face) -> f64 {
    let thousandths: u32 = text.chars().map(advance).sum();
    f64::from(thousandths) * face.size() / 1000.0 * face.allowance()
}

/// Breaks text into the fewest lines that fit `limit`, up to three. If three
/// lines do not fit, into the narrowest three that are legible.
pub(super) fn block(text: &str, face: Face, limit: f64) -> TextBlock<'_> {
    let text = text.trim();
    let full = width(text, face);
    if full <= limit {
        return set(vec![text], full, face);
    }
    let pieces = pieces(text, face);
    let mut best = fill(&pieces, WIDEST);
    for count in [2, 3] {
        if widest(&best) > limit
            && let Some(narrower) = narrowest(&pieces, full, count)
        {
            best = narrower;
        }
    }
    let lines = best
        .iter()
        .filter_map(|line| text.get(line.start..line.end))
        .collect();
    set(lines, widest(&best), face)
}

/// Two texts, one below the other, each broken where it has to be.
pub(super) fn stacked(texts: [&str; 2], face: Face, limit: f64) -> TextBlock<'_> {
    let blocks = texts.map(|text| block(text, face, limit));
    let width = blocks.iter().map(|block| block.width).fold(0.0, f64::max);
    let lines = blocks
        .into_iter()
        .flat_map(|block| block.lines)
        .filter(|line| !line.is_empty())
        .collect();
    set(lines, width, face)
}

/// The narrowest way to break into this many lines; `None` if none is legible.
fn narrowest(pieces: &[Piece], full: f64, lines: usize) -> Option<Vec<Piece>> {
    let mut limit = full / to_f64(lines);
    while limit < WIDEST {
        let filled = fill(pieces, limit);
        if filled.len() <= lines && widest(&filled) <= WIDEST {
            return Some(filled);
        }
        limit += 4.0;
    }
    None
}

fn set(lines: Vec<&str>, width: f64, face: Face) -> TextBlock<'_> {
    let tall = lines.iter().any(|line| line.chars().any(is_tall));
    let lone_number = lines
        .iter()
        .all(|line| line.chars().all(|c| c.is_ascii_digit()));
    let size = face.size();
    let (rise, leading, drop) = if tall {
        (0.95, 1.4, 0.4)
    } else {
        (0.78, 1.15, if lone_number { 0.05 } else { 0.24 })
    };
    TextBlock {
        width,
        lines,
        rise: rise * size,
        leading: leading * size,
        drop: drop * size,
    }
}

fn widest(lines: &[Piece]) -> f64 {
    lines.iter().map(|line| line.width).fold(0.0, f64::max)
}

/// A part of a text that must stay on one line, or a complete line. `start` and
/// `end` are byte positions.
#[derive(Clone, Copy, Debug)]
struct Piece {
    start: usize,
    end: usize,
    width: f64,
    /// Width of the space before it.
    gap: f64,
}

fn pieces(text: &str, face: Face) -> Vec<Piece> {
    let begin = |start, gap| Piece {
        start,
        end: start,
        width: 0.0,
        gap,
    };
    let mut pieces = Vec::new();
    let mut piece = begin(0, 0.0);
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let wide = width(c.encode_utf8(&mut [0; 4]), face);
        if is_space(c) {
            pieces.push(piece);
            piece = begin(at + c.len_utf8(), wide);
        } else {
            let full = piece.width + wide > WIDEST;
            if (is_wide(c) || full) && !is_joined(before, c) {
                pieces.push(piece);
                piece = begin(at, 0.0);
            }
            piece.width += wide;
            piece.end = at + c.len_utf8();
        }
        before = c;
    }
    pieces.push(piece);
    pieces.retain(|piece| piece.start < piece.end);
    pieces
}

/// Whether a line may end here, without the character itself.
fn is_space(c: char) -> bool {
    (c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}')) || c == '\u{200b}'
}

/// Puts as many pieces on each line as fit the limit.
fn fill(pieces: &[Piece], limit: f64) -> Vec<Piece> {
    let mut lines: Vec<Piece> = Vec::new();
    for piece in pieces {
        match lines.last_mut() {
            Some(line) if line.width + piece.gap + piece.width <= limit => {
                line.width += piece.gap + piece.width;
                line.end = piece.end;
            }
            _ => lines.push(*piece),
        }
    }
    lines
}
