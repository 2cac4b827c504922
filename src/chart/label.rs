//! A label: text with a position.

use std::borrow::Cow;

use super::obstacles::{Point, Rect};
use super::role::Role;
use super::text_layout::TextBlock;

/// Which side of its box a label's lines are aligned to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    /// The left side.
    Left,
    /// The middle.
    Middle,
    /// The right side.
    Right,
}

impl Anchor {
    /// The anchor after the chart is mirrored.
    pub(super) fn mirrored(self) -> Anchor {
        match self {
            Anchor::Left => Anchor::Right,
            Anchor::Middle => Anchor::Middle,
            Anchor::Right => Anchor::Left,
        }
    }

    /// Left edge of a box of this width that is anchored at x.
    pub(super) fn left(self, x: f64, width: f64) -> f64 {
        match self {
            Anchor::Left => x,
            Anchor::Middle => x - width / 2.0,
            Anchor::Right => x - width,
        }
    }

    /// The value of the `text-anchor` attribute; empty for the default.
    pub(super) fn attribute(self) -> &'static str {
        match self {
            Anchor::Left => "",
            Anchor::Middle => "middle",
            Anchor::Right => "end",
        }
    }
}

/// Lines of text with a position.
#[derive(Clone, Debug)]
pub(super) struct Label<'a> {
    /// Decides the class.
    pub(super) role: Role,
    /// Which side of the box the lines are aligned to.
    pub(super) anchor: Anchor,
    /// The lines, top to bottom.
    pub(super) lines: Vec<Cow<'a, str>>,
    /// Y of the first baseline.
    pub(super) base: f64,
    /// Distance from one baseline to the next.
    pub(super) leading: f64,
    /// The box around all lines.
    pub(super) area: Rect,
}

impl<'a> Label<'a> {
    /// A block of text whose upper corner on the anchored side is at `(x, top)`.
    pub(super) fn new(
        role: Role,
        block: &TextBlock<'a>,
        anchor: Anchor,
        (x, top): Point,
    ) -> Label<'a> {
        let left = anchor.left(x, block.width);
        Label {
            role,
            anchor,
            lines: block
                .lines
                .iter()
                .map(|&line| Cow::Borrowed(line))
                .collect(),
            base: top + block.rise,
            leading: block.leading,
            area: Rect {
                left,
                top,
                right: left + block.width,
                bottom: top + block.height(),
            },
        }
    }

    /// X of the anchor.
    pub(super) fn x(&self) -> f64 {
        match self.anchor {
            Anchor::Left => self.area.left,
            Anchor::Middle => f64::midpoint(self.area.left, self.area.right),
            Anchor::Right => self.area.right,
        }
    }
}
