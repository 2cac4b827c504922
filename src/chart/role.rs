//! What a drawn thing is; its looks are the style sheet's business.

use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color as _, IntoFont as _, RGBColor, ShapeStyle, TextStyle};

/// Which side of its box a line of words is set against.
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
    /// The same in a mirror.
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
}

/// First part of every code, lest a real color be taken for one.
const MARK: u8 = 0xFE;

/// A role in the chart, carried through plotters as a color code and written
/// by the backend as a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Role {
    /// Horizontal lines at the ticks.
    Grid,
    /// The lowest line, and where months begin.
    Axis,
    /// A day on which the help changed.
    Change,
    /// The hoped-for line.
    Aim,
    /// The direction so far.
    Trend,
    /// The line through the marks.
    Path,
    /// From a line's end to a label that had to move away.
    Leader,
    /// The baseline's square.
    Start,
    /// The goal's ring.
    Goal,
    /// A mark.
    Mark,
    /// A mark made with help, or cut short.
    Open,
    /// Numbers and months along the axes.
    Tick,
    /// Words at the baseline.
    StartWords,
    /// Words at a change.
    ChangeWords,
    /// Words at the goal.
    GoalWords,
    /// Words at the hoped-for line.
    AimWords,
    /// Words at the end of the trend.
    TrendWords,
    /// The newest value.
    Newest,
}

impl Role {
    /// In the order of their codes.
    const ALL: [Role; 18] = [
        Role::Grid,
        Role::Axis,
        Role::Change,
        Role::Aim,
        Role::Trend,
        Role::Path,
        Role::Leader,
        Role::Start,
        Role::Goal,
        Role::Mark,
        Role::Open,
        Role::Tick,
        Role::StartWords,
        Role::ChangeWords,
        Role::GoalWords,
        Role::AimWords,
        Role::TrendWords,
        Role::Newest,
    ];

    /// The class the style sheet knows it by.
    pub(super) const fn class(self) -> &'static str {
        match self {
            Role::Grid => "grid",
            Role::Axis => "axis",
            Role::Change => "change",
            Role::Aim => "aim",
            Role::Trend => "trend",
            Role::Path => "path",
            Role::Leader => "leader",
            Role::Start => "start",
            Role::Goal => "target",
            Role::Mark => "mark",
            Role::Open => "mark open",
            Role::Tick => "tick",
            Role::StartWords => "label",
            Role::ChangeWords => "label why",
            Role::GoalWords | Role::AimWords => "label hoped",
            Role::TrendWords => "label drift",
            Role::Newest => "label newest",
        }
    }

    /// The role behind a color that came back from plotters.
    pub(super) fn of(color: (u8, u8, u8)) -> Option<Role> {
        let (mark, _, index) = color;
        let role = Role::ALL.get(usize::from(index)).copied();
        role.filter(|_| mark == MARK)
    }

    /// Style of a line of this role.
    pub(super) fn line(self) -> ShapeStyle {
        let (red, green, blue) = self.code();
        RGBColor(red, green, blue).into()
    }

    /// Style of a filled shape of this role.
    pub(super) fn filled(self) -> ShapeStyle {
        self.line().filled()
    }

    /// Style of words of this role, anchored as told.
    pub(super) fn words(self, anchor: Anchor) -> TextStyle<'static> {
        let (red, green, blue) = self.code();
        let side = match anchor {
            Anchor::Left => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::Right => HPos::Right,
        };
        TextStyle {
            font: ("", 1.0).into_font(),
            color: RGBColor(red, green, blue).to_backend_color(),
            pos: Pos::new(side, VPos::Bottom),
        }
    }

    const fn code(self) -> (u8, u8, u8) {
        (MARK, 0, self as u8)
    }
}
