//! Draws a laid out chart with plotters, what lies behind first.

use std::borrow::Cow;
use std::convert::Infallible;

use super::backend::Svg;
use super::layout::{Label, Layout};
use super::line_labels::{GOAL_REACH, START_REACH};
use super::markup::Tenths;
use super::obstacles::Point;
use super::plot::Coord;
use super::role::Role;
use super::{Chart, Mark, Setting, WIDTH};
use plotters::coord::Shift;
use plotters::prelude::{
    Circle, DrawingArea, DrawingAreaErrorKind, EmptyElement, IntoDrawingArea as _, LineSeries,
    PathElement, Polygon, Rectangle, Text,
};

type Drawn = Result<(), DrawingAreaErrorKind<Infallible>>;

/// Appends the drawing to `out`.
pub(super) fn draw(layout: &Layout, chart: &Chart, out: &mut String) {
    // The backend cannot fail, and nothing else here can either.
    let _ = Pen::new(layout, chart, out).draw();
}

struct Pen<'l, 'o> {
    layout: &'l Layout<'l>,
    mirror: bool,
    rtl: bool,
    /// Draws in tenths of a user unit.
    page: DrawingArea<Svg<'o>, Shift>,
    /// Draws in days and values.
    plot: DrawingArea<Svg<'o>, Coord>,
}

impl<'l, 'o> Pen<'l, 'o> {
    fn new(layout: &'l Layout<'l>, chart: &Chart, out: &'o mut String) -> Self {
        let size = [WIDTH, layout.height].map(|length| Tenths::of(length).0.unsigned_abs());
        let page = Svg::new(out, size.into()).into_drawing_area();
        Pen {
            layout,
            mirror: chart.mirror,
            rtl: chart.rtl,
            plot: page.apply_coord_spec(layout.plot.coord(layout.top, chart.mirror)),
            page,
        }
    }

    fn draw(&self) -> Drawn {
        self.axes()?;
        self.lines()?;
        self.marks()?;
        self.layout
            .labels
            .iter()
            .try_for_each(|label| self.label(label))?;
        self.page.present()
    }

    fn axes(&self) -> Drawn {
        let plot = &self.layout.plot;
        let scale = &self.layout.content.scale;
        for &tick in scale.ticks.iter().filter(|&&tick| tick > scale.low) {
            let y = plot.y(tick);
            self.stroke(Role::Grid, &[(plot.left, y), (plot.right, y)])?;
        }
        let foot = plot.height;
        self.stroke(Role::Axis, &[(plot.left, foot), (plot.right, foot)])?;
        for &x in &self.layout.month_ticks {
            self.stroke(Role::Axis, &[(x, foot), (x, foot + 5.0)])?;
        }
        for &(x, top) in &self.layout.poles {
            self.stroke(Role::Change, &[(x, top), (x, foot)])?;
        }
        Ok(())
    }

    fn lines(&self) -> Drawn {
        let content = &self.layout.content;
        if let Some(line) = &content.aim {
            self.series(Role::Aim, &line.points)?;
        }
        if let Some(line) = &content.trend {
            self.series(Role::Trend, &line.points)?;
        }
        for &(from, to) in &self.layout.leaders {
            self.stroke(Role::Leader, &[from, to])?;
        }
        content
            .paths
            .iter()
            .filter(|path| path.len() > 1)
            .try_for_each(|path| self.series(Role::Path, path))
    }

    fn series(&self, role: Role, points: &[Point]) -> Drawn {
        LineSeries::new(points.iter().copied(), role.line())
            .try_for_each(|line| self.plot.draw(&line))
    }

    fn marks(&self) -> Drawn {
        if let Some((start, _)) = self.layout.content.start {
            let reach = Tenths::of(START_REACH - 0.5).0;
            self.plot
                .draw(&(EmptyElement::at(start) + square(reach, Role::Start)))?;
        }
        if let Some((goal, _)) = self.layout.content.goal {
            let ring = Tenths::of(GOAL_REACH - 1.0).0;
            self.plot
                .draw(&Circle::new(goal, ring, Role::Goal.filled()))?;
            self.plot
                .draw(&Circle::new(goal, 10, Role::Goal.filled()))?;
        }
        self.layout
            .content
            .marks
            .iter()
            .try_for_each(|mark| self.mark(mark))
    }

    fn mark(&self, mark: &Mark) -> Drawn {
        let at = (f64::from(mark.day), mark.value);
        let role = if mark.open { Role::Open } else { Role::Mark };
        let reach = Tenths::of(self.layout.reach).0;
        match mark.setting {
            Setting::SmallGroup => self.plot.draw(&Circle::new(at, reach, role.filled())),
            // Squares and diamonds of the same weight to the eye as circles.
            Setting::Class => self
                .plot
                .draw(&(EmptyElement::at(at) + square(reach * 9 / 10, role))),
            Setting::Elsewhere => {
                let reach = reach * 13 / 10;
                let corners = vec![(0, -reach), (reach, 0), (0, reach), (-reach, 0)];
                self.plot
                    .draw(&(EmptyElement::at(at) + Polygon::new(corners, role.filled())))
            }
        }
    }

    fn label(&self, label: &Label) -> Drawn {
        let anchor = if self.mirror {
            label.anchor.mirrored()
        } else {
            label.anchor
        };
        let mut base = label.base;
        for line in &label.lines {
            let text = Text::new(
                self.isolated(line),
                self.tenths((label.x(), base)),
                label.role.words(anchor),
            );
            self.page.draw(&text)?;
            base += label.leading;
        }
        Ok(())
    }

    /// The svg runs left to right whatever the page does, so that anchors
    /// hold; words that run right to left say so themselves.
    fn isolated<'t>(&self, line: &'t str) -> Cow<'t, str> {
        if self.rtl && line.chars().any(char::is_alphabetic) {
            Cow::Owned(format!("\u{2067}{line}\u{2069}"))
        } else {
            Cow::Borrowed(line)
        }
    }

    fn stroke(&self, role: Role, points: &[Point]) -> Drawn {
        let points: Vec<(i32, i32)> = points.iter().map(|&point| self.tenths(point)).collect();
        self.page.draw(&PathElement::new(points, role.line()))
    }

    /// From the layout's units to the page's.
    fn tenths(&self, (x, y): Point) -> (i32, i32) {
        let x = if self.mirror { WIDTH - x } else { x };
        (Tenths::of(x).0, Tenths::of(y + self.layout.top).0)
    }
}

fn square(reach: i32, role: Role) -> Rectangle<(i32, i32)> {
    Rectangle::new([(-reach, -reach), (reach, reach)], role.filled())
}
