//! Writes small, themeable SVG.
//!
//! Coordinates are tenths of a user unit, so that they come out rounded to one
//! decimal. What an element looks like is left to the class of its [`Role`].
//! Neighboring lines of a role share one `<path>`; neighboring shapes and texts
//! of a role share one `<g>`.

use std::convert::Infallible;

use plotters::prelude::{IntoDrawingArea as _, LineSeries};
use plotters::style::BLACK;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, DrawingBackend, DrawingErrorKind,
};

use super::label::Anchor;
use super::markup::{Tenths, escape};
use super::obstacles::Point;
use super::plot::Coord;
use super::role::Role;

/// The element that is not closed yet.
#[derive(Clone, Copy, PartialEq)]
enum OpenElement {
    None,
    Path(Role),
    Group(Role, Anchor),
}

/// Appends elements to a string that the caller begins and ends. Call
/// [`finish`](SvgWriter::finish) after the last element.
pub(super) struct SvgWriter<'o> {
    out: &'o mut String,
    open: OpenElement,
}

impl<'o> SvgWriter<'o> {
    /// A writer that appends to `out`.
    pub(super) fn new(out: &'o mut String) -> Self {
        SvgWriter {
            out,
            open: OpenElement::None,
        }
    }

    /// Closes the last element.
    pub(super) fn finish(mut self) {
        self.close();
    }

    /// A line of days and values, drawn by plotters.
    pub(super) fn series(&mut self, role: Role, points: &[Point], coord: Coord) {
        let area = SeriesBackend { writer: self, role }.into_drawing_area();
        let plot = area.apply_coord_spec(coord);
        for line in LineSeries::new(points.iter().copied(), BLACK) {
            // The backend cannot fail, and plotters has no error of its own here.
            let _ = plot.draw(&line);
        }
    }

    /// A line from point to point. Writes nothing if there is no point.
    pub(super) fn path(&mut self, role: Role, points: impl IntoIterator<Item = BackendCoord>) {
        let mut points = points.into_iter();
        let Some(mut last) = points.next() else {
            return;
        };
        if self.open != OpenElement::Path(role) {
            self.close();
            self.push_all(&["<path class=\"", role.class(), "\" d=\""]);
            self.open = OpenElement::Path(role);
        }
        self.point("M", last);
        for next in points {
            if next.1 == last.1 {
                self.number("H", next.0);
            } else if next.0 == last.0 {
                self.number("V", next.1);
            } else {
                self.point("L", next);
            }
            last = next;
        }
    }

    /// A circle around a point.
    pub(super) fn circle(&mut self, role: Role, (x, y): BackendCoord, radius: i32) {
        self.group(role, Anchor::Left);
        self.attributes(&[("<circle cx=\"", x), (" cy=\"", y), (" r=\"", radius)]);
        self.out.push_str("/>");
    }

    /// A square around a point; `radius` is half of its side.
    pub(super) fn square(&mut self, role: Role, (x, y): BackendCoord, radius: i32) {
        self.group(role, Anchor::Left);
        self.attributes(&[
            ("<rect x=\"", x - radius),
            (" y=\"", y - radius),
            (" width=\"", 2 * radius),
            (" height=\"", 2 * radius),
        ]);
        self.out.push_str("/>");
    }

    /// A square on its corner around a point; `radius` is half of its diagonal.
    pub(super) fn diamond(&mut self, role: Role, (x, y): BackendCoord, radius: i32) {
        self.group(role, Anchor::Left);
        self.point("<path d=\"M", (x, y - radius));
        for corner in [(x + radius, y), (x, y + radius), (x - radius, y)] {
            self.point("L", corner);
        }
        self.out.push_str("z\"/>");
    }

    /// One line of text.
    pub(super) fn text(&mut self, role: Role, anchor: Anchor, (x, y): BackendCoord, text: &str) {
        self.group(role, anchor);
        self.attributes(&[("<text x=\"", x), (" y=\"", y)]);
        self.push_all(&[">", &escape(text), "</text>"]);
    }

    fn group(&mut self, role: Role, anchor: Anchor) {
        if self.open == OpenElement::Group(role, anchor) {
            return;
        }
        self.close();
        self.push_all(&["<g class=\"", role.class(), "\""]);
        if anchor != Anchor::Left {
            self.push_all(&[" text-anchor=\"", anchor.attribute(), "\""]);
        }
        self.out.push('>');
        self.open = OpenElement::Group(role, anchor);
    }

    fn close(&mut self) {
        match self.open {
            OpenElement::None => {}
            OpenElement::Path(_) => self.out.push_str("\"/>"),
            OpenElement::Group(..) => self.out.push_str("</g>"),
        }
        self.open = OpenElement::None;
    }

    fn push_all(&mut self, parts: &[&str]) {
        for part in parts {
            self.out.push_str(part);
        }
    }

    fn number(&mut self, lead: &str, number: i32) {
        self.out.push_str(lead);
        Tenths(number).write(self.out);
    }

    fn point(&mut self, lead: &str, (x, y): BackendCoord) {
        self.number(lead, x);
        self.number(" ", y);
    }

    /// Attributes that hold a number each, with what comes before it.
    fn attributes(&mut self, attributes: &[(&str, i32)]) {
        for &(lead, number) in attributes {
            self.number(lead, number);
            self.out.push('"');
        }
    }
}

/// A plotters backend for one series: its lines get the class of `role`.
struct SeriesBackend<'w, 'o> {
    writer: &'w mut SvgWriter<'o>,
    role: Role,
}

type BackendResult = Result<(), DrawingErrorKind<Infallible>>;

impl DrawingBackend for SeriesBackend<'_, '_> {
    type ErrorType = Infallible;

    /// Larger than any chart: plotters moves points outside to the edge, and the
    /// coordinate system has none outside.
    fn get_size(&self) -> (u32, u32) {
        (u32::from(u16::MAX), u32::from(u16::MAX))
    }

    fn ensure_prepared(&mut self) -> BackendResult {
        Ok(())
    }

    fn present(&mut self) -> BackendResult {
        Ok(())
    }

    /// Never called: a series is drawn as a path.
    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> BackendResult {
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        _: &S,
    ) -> BackendResult {
        self.writer.path(self.role, path);
        Ok(())
    }
}
