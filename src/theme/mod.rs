//! A theme: templates and one style sheet. Both ship inside the binary; a school
//! may put its own style sheet into `themes/default/`, next to `school.yaml`.

mod filters;
mod isolate;
mod lint;
mod opener;
mod prose;
mod style_sheet;

pub use prose::html as prose;

use include_dir::{Dir, File, include_dir};
use tera::{Context, Tera};

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Outcome};
use crate::locale::{Direction, Pack, Packs};
use crate::source::SourceFile;
use opener::Opener;
use style_sheet::StyleSheet;

static BUILT_IN: Dir = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// The folder of a school's own theme.
const FOLDER: &str = "themes/default";
/// The file of the style sheet.
const STYLE: &str = "theme.css";

/// The content policy of pages, to which [`Theme::render`] adds the hash of the page's
/// style: no other style, no script, no request. A hash allows only a style inside the
/// page (a file of its own needs `'self'`), and works from a USB drive as well.
pub const POLICY: &str = "default-src 'none'; style-src 'sha256-'; img-src 'self' data:; base-uri 'none'; form-action 'none'";

/// What the hash of the style follows in the policy.
const HASH: &str = "sha256-";
/// What the style follows in a page.
const STYLE_TAG: &str = "<style>";

/// Templates and style, ready to render.
pub struct Theme {
    // One engine for each direction, because what has to be isolated depends
    // on it and filters do not see the page.
    ltr: Tera,
    rtl: Tera,
    style: StyleSheet,
    opener: Opener,
}

/// The templates a theme has to have.
pub const TEMPLATES: &[&str] = &[
    "page.html",
    "root.html",
    "index.html",
    "goal.html",
    "support.html",
    "updates.html",
    "reviews.html",
    "review.html",
    "changes.html",
    "finished.html",
    "handoff.html",
    "home.html",
    "letter.html",
    "team.html",
    "words.html",
    "about.html",
    "print.html",
    "top.html",
];

impl Theme {
    /// Loads the built-in theme for pages in the languages of `packs`, with the
    /// school's own style sheet if `files` has one. Returns `None` if that is
    /// unsafe.
    pub fn load(files: &[SourceFile], packs: &Packs) -> Outcome<Option<Self>> {
        let mut diagnostics = Diagnostics::default();
        lint::check(files, &mut diagnostics);
        if diagnostics.any_error() {
            return Outcome::new(None, diagnostics);
        }
        let mut files = files.iter();
        let own = files.find(|file| file.path.below(FOLDER) == Some(STYLE));
        let style = own.map_or_else(|| built_in(STYLE), |file| &file.text);
        let style = squeeze(style) + &leading(packs);
        let engines = engine(Direction::Ltr).and_then(|ltr| Ok((ltr, engine(Direction::Rtl)?)));
        let theme = match engines {
            Ok((ltr, rtl)) => Some(Self {
                ltr,
                rtl,
                style: StyleSheet::new(&style),
                opener: Opener::new(),
            }),
            Err(error) => {
                let fault = Diagnostic::new(Code::BrokenTheme);
                diagnostics.push(fault.with("words", error.to_string()));
                None
            }
        };
        Outcome::new(theme, diagnostics)
    }

    /// Renders one page, with the style that it needs inside.
    ///
    /// # Errors
    /// The template engine's message if a template uses a value that the page does
    /// not have.
    pub fn render(
        &self,
        direction: Direction,
        template: &str,
        context: &Context,
    ) -> Result<String, String> {
        let html = self.engine(direction).render(template, context);
        let html = html.map_err(|error| error.to_string())?;
        Ok(self.with_style(&html).unwrap_or(html))
    }

    /// Renders the screen in front of sealed pages, which has a style and a script of its
    /// own.
    ///
    /// # Errors
    /// The template engine's message.
    pub fn lock(&self, direction: Direction, mut context: Context) -> Result<String, String> {
        context.insert("policy", &self.opener.policy);
        context.insert("style", &self.opener.style);
        context.insert("script", &self.opener.script);
        let html = self.engine(direction).render("lock.html", &context);
        html.map_err(|error| error.to_string())
    }

    fn engine(&self, direction: Direction) -> &Tera {
        match direction {
            Direction::Ltr => &self.ltr,
            Direction::Rtl => &self.rtl,
        }
    }

    /// The page with its style and the hash of that style. Both places are in the
    /// page's head, before the first text of an author.
    fn with_style(&self, html: &str) -> Option<String> {
        let style = self.style.of_page(html);
        let (before, rest) = html.split_once(HASH)?;
        let (between, after) = rest.split_once(STYLE_TAG)?;
        let parts = [
            before,
            HASH,
            &style.hash,
            between,
            STYLE_TAG,
            &style.text,
            after,
        ];
        Some(parts.concat())
    }
}

/// Rules for single languages: the space between lines.
fn leading(packs: &Packs) -> String {
    let rule = |pack: &Pack| {
        let height = pack.line_height?;
        Some(format!(":lang({}){{--leading:{height}}}", pack.lang))
    };
    packs.iter().filter_map(rule).collect()
}

/// The text of a built-in file; empty if there is none of this name.
fn built_in(name: &str) -> &'static str {
    let file = BUILT_IN.get_file(name);
    file.and_then(File::contents_utf8).unwrap_or_default()
}

fn engine(direction: Direction) -> Result<Tera, tera::Error> {
    let mut engine = Tera::new();
    filters::register(&mut engine, direction);
    let files = BUILT_IN
        .get_dir("templates")
        .into_iter()
        .flat_map(Dir::files);
    engine.add_raw_templates(files.filter_map(|file| {
        let name = file.path().file_name()?.to_str()?;
        Some((name, file.contents_utf8()?))
    }))?;
    Ok(engine)
}

/// Comments and indentation help whoever reads the file, not the phone.
fn squeeze(style: &str) -> String {
    let mut out = String::with_capacity(style.len());
    let mut rest = style;
    while let Some((before, comment)) = rest.split_once("/*") {
        push_squeezed(&mut out, before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    push_squeezed(&mut out, rest);
    out
}

fn push_squeezed(out: &mut String, text: &str) {
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let needs_space = out.ends_with(|c: char| !matches!(c, '{' | '}' | ';' | ',' | '>'))
            && !line.starts_with('}');
        if needs_space && !out.is_empty() {
            out.push(' ');
        }
        out.push_str(
            &line
                .replace(": ", ":")
                .replace(", ", ",")
                .replace(" {", "{")
                .replace("{ ", "{")
                .replace(" > ", ">"),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn style_sheets_lose_only_what_nobody_sees() {
        let check = |text: &str, expected: &str| assert_eq!(squeeze(text), expected);
        check("/* why */\na {\n  color: red;\n}\n", "a{color:red;}");
        check(
            "a,\nb > c {\n  font: 1rem/1.6 x,\n    y;\n}",
            "a,b>c{font:1rem/1.6 x,y;}",
        );
        check(
            "@media (a) {\n  b { c: calc(1px + 2px); }\n}",
            "@media (a){b{c:calc(1px + 2px); }}",
        );
    }

    #[test]
    fn every_template_is_there() {
        let mut diagnostics = Diagnostics::default();
        let theme = Theme::load(&[], &Packs::default()).into_value(&mut diagnostics);
        assert!(diagnostics.is_empty(), "{diagnostics:?}");
        let theme = theme.unwrap();
        for name in TEMPLATES {
            assert!(theme.ltr.contains_template(name), "{name}");
        }
    }
}
