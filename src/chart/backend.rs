//! A plotters backend that writes small, themeable SVG.
//!
//! Plotters counts in whole pixels, so one of its pixels is a tenth of a user
//! unit here: coordinates come out rounded to one decimal. Colors are
//! [`Role`] codes and become classes. Neighboring lines of a role share one
//! `<path>`, neighboring marks and words of a role one `<g>`.

use std::convert::Infallible;

use plotters::style::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};

use super::markup::{Tenths, escape};
use super::role::Role;

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

#[derive(Clone, Copy, PartialEq)]
enum Open {
    Nothing,
    Path(Role),
    Group(Role, &'static str),
}

/// The backend: appends to a string that somebody else begins and ends.
pub(super) struct Svg<'a> {
    out: &'a mut String,
    size: (u32, u32),
    open: Open,
}

impl<'a> Svg<'a> {
    /// A canvas of the given size in tenths of a unit.
    pub(super) fn new(out: &'a mut String, size: (u32, u32)) -> Self {
        Svg {
            out,
            size,
            open: Open::Nothing,
        }
    }

    fn close(&mut self) {
        match self.open {
            Open::Nothing => {}
            Open::Path(_) => self.out.push_str("\"/>"),
            Open::Group(..) => self.out.push_str("</g>"),
        }
        self.open = Open::Nothing;
    }

    fn group(&mut self, role: Role, anchor: &'static str) {
        if self.open == Open::Group(role, anchor) {
            return;
        }
        self.close();
        self.words(&["<g class=\"", role.class(), "\""]);
        if !anchor.is_empty() {
            self.words(&[" text-anchor=\"", anchor, "\""]);
        }
        self.out.push('>');
        self.open = Open::Group(role, anchor);
    }

    fn path(&mut self, role: Role, mut points: impl Iterator<Item = BackendCoord>) {
        let Some(mut last) = points.next() else {
            return;
        };
        if self.open != Open::Path(role) {
            self.close();
            self.words(&["<path class=\"", role.class(), "\" d=\""]);
            self.open = Open::Path(role);
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

    fn words(&mut self, words: &[&str]) {
        for word in words {
            self.out.push_str(word);
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

    /// Attributes with a number each.
    fn attributes(&mut self, attributes: &[(&str, i32)]) {
        for &(lead, number) in attributes {
            self.number(lead, number);
            self.out.push('"');
        }
    }
}

fn role(color: BackendColor) -> Option<Role> {
    (color.alpha > 0.0).then(|| Role::of(color.rgb)).flatten()
}

impl DrawingBackend for Svg<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        self.close();
        Ok(())
    }

    /// Nothing here is drawn pixel by pixel.
    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Drawn {
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, a: BackendCoord, b: BackendCoord, style: &S) -> Drawn {
        self.draw_path([a, b], style)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        if let Some(role) = role(style.color()) {
            self.path(role, path.into_iter());
        }
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        (x, y): BackendCoord,
        radius: u32,
        style: &S,
        _fill: bool,
    ) -> Drawn {
        if let Some(role) = role(style.color()) {
            self.group(role, "");
            let radius = radius.cast_signed();
            self.attributes(&[("<circle cx=\"", x), (" cy=\"", y), (" r=\"", radius)]);
            self.out.push_str("/>");
        }
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (left, top): BackendCoord,
        (right, bottom): BackendCoord,
        style: &S,
        _fill: bool,
    ) -> Drawn {
        if let Some(role) = role(style.color()) {
            self.group(role, "");
            self.attributes(&[
                ("<rect x=\"", left),
                (" y=\"", top),
                (" width=\"", right - left),
                (" height=\"", bottom - top),
            ]);
            self.out.push_str("/>");
        }
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        if let Some(role) = role(style.color()) {
            self.group(role, "");
            let mut lead = "<path d=\"M";
            for (x, y) in corners {
                self.point(lead, (x, y));
                lead = "L";
            }
            self.out.push_str("z\"/>");
        }
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        (x, y): BackendCoord,
    ) -> Drawn {
        if let Some(role) = role(style.color()) {
            self.group(
                role,
                match style.anchor().h_pos {
                    HPos::Left => "",
                    HPos::Center => "middle",
                    HPos::Right => "end",
                },
            );
            self.attributes(&[("<text x=\"", x), (" y=\"", y)]);
            self.words(&[">", &escape(text), "</text>"]);
        }
        Ok(())
    }
}
