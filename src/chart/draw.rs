//! Draws a chart that is laid out, from back to front.

use std::borrow::Cow;

use plotters::prelude::CoordTranslate as _;

use super::label::Label;
use super::layout::Layout;
use super::line_labels::{BASELINE_RADIUS, GOAL_RADIUS};
use super::markup::Tenths;
use super::obstacles::Point;
use super::plot::Coord;
use super::role::Role;
use super::svg_writer::SvgWriter;
use super::{Chart, Marker, Setting, WIDTH};

/// Appends the drawing to `out`.
pub(super) fn draw(layout: &Layout, chart: &Chart, out: &mut String) {
    let mut drawing = Drawing {
        layout,
        mirror: chart.mirror,
        rtl: chart.rtl,
        coord: layout.plot.coord(layout.top, chart.mirror),
        writer: SvgWriter::new(out),
    };
    drawing.axes();
    drawing.lines();
    drawing.markers();
    for label in &layout.labels {
        drawing.label(label);
    }
    drawing.writer.finish();
}

struct Drawing<'l, 'o> {
    layout: &'l Layout<'l>,
    mirror: bool,
    rtl: bool,
    /// From days and values to tenths of a user unit.
    coord: Coord,
    writer: SvgWriter<'o>,
}

impl Drawing<'_, '_> {
    fn axes(&mut self) {
        let (layout, plot) = (self.layout, &self.layout.plot);
        let scale = &layout.data.scale;
        for &tick in scale.ticks.iter().filter(|&&tick| tick > scale.low) {
            let y = plot.y(tick);
            self.line(Role::Grid, [(plot.left, y), (plot.right, y)]);
        }
        let bottom = plot.height;
        self.line(Role::Axis, [(plot.left, bottom), (plot.right, bottom)]);
        for &x in &layout.month_ticks {
            self.line(Role::Axis, [(x, bottom), (x, bottom + 5.0)]);
        }
        for &(x, top) in &layout.change_lines {
            self.line(Role::ChangeLine, [(x, top), (x, bottom)]);
        }
    }

    fn lines(&mut self) {
        let (layout, data) = (self.layout, &self.layout.data);
        if let Some(line) = &data.aim_line {
            self.series(Role::AimLine, &line.points);
        }
        if let Some(line) = &data.trend_line {
            self.series(Role::TrendLine, &line.points);
        }
        for &(from, to) in &layout.leaders {
            self.line(Role::Leader, [from, to]);
        }
        for path in data.paths.iter().filter(|path| path.len() > 1) {
            self.series(Role::Path, path);
        }
    }

    fn markers(&mut self) {
        let data = &self.layout.data;
        if let Some((baseline, _)) = data.baseline {
            let radius = Tenths::of(BASELINE_RADIUS - 0.5).0;
            let at = self.coord.translate(&baseline);
            self.writer.square(Role::Baseline, at, radius);
        }
        if let Some((goal, _)) = data.goal {
            let at = self.coord.translate(&goal);
            for radius in [GOAL_RADIUS - 1.0, 1.0] {
                self.writer.circle(Role::Goal, at, Tenths::of(radius).0);
            }
        }
        for marker in &data.markers {
            self.marker(marker);
        }
    }

    fn marker(&mut self, marker: &Marker) {
        let role = if marker.open {
            Role::OpenMarker
        } else {
            Role::Marker
        };
        let at = self.coord.translate(&(f64::from(marker.day), marker.value));
        let radius = Tenths::of(self.layout.radius).0;
        // All three shapes look equally large.
        match marker.setting {
            Setting::SmallGroup => self.writer.circle(role, at, radius),
            Setting::Class => self.writer.square(role, at, radius * 9 / 10),
            Setting::Elsewhere => self.writer.diamond(role, at, radius * 13 / 10),
        }
    }

    fn label(&mut self, label: &Label) {
        let anchor = if self.mirror {
            label.anchor.mirrored()
        } else {
            label.anchor
        };
        let mut base = label.base;
        for line in &label.lines {
            let at = self.tenths((label.x(), base));
            let text = self.isolated(line);
            self.writer.text(label.role, anchor, at, &text);
            base += label.leading;
        }
    }

    /// The SVG runs left to right on every page, so that anchors stay correct.
    /// Text that runs right to left therefore carries its own direction.
    fn isolated<'t>(&self, line: &'t str) -> Cow<'t, str> {
        if self.rtl && line.chars().any(char::is_alphabetic) {
            Cow::Owned(format!("\u{2067}{line}\u{2069}"))
        } else {
            Cow::Borrowed(line)
        }
    }

    /// A line of days and values.
    fn series(&mut self, role: Role, points: &[Point]) {
        self.writer.series(role, points, self.coord.clone());
    }

    /// A straight line in the units of the layout.
    fn line(&mut self, role: Role, ends: [Point; 2]) {
        let ends = ends.map(|end| self.tenths(end));
        self.writer.path(role, ends);
    }

    /// From the layout's units to tenths of the view box's.
    fn tenths(&self, (x, y): Point) -> (i32, i32) {
        let x = if self.mirror { WIDTH - x } else { x };
        (Tenths::of(x).0, Tenths::of(y + self.layout.top).0)
    }
}
