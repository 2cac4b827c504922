//! A look: templates and one style sheet. The built-in one ships inside the
//! binary; a school may put its own beside `school.yaml`, file by file.

mod filters;
mod isolate;
mod lint;
mod prose;

pub use prose::html as prose;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use include_dir::{Dir, include_dir};
use sha2::{Digest, Sha256};
use tera::{Context, Tera};

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Outcome};
use crate::locale::{Direction, Pack, Packs};
use crate::source::{RelPath, SourceFile};

static BUILT_IN: Dir = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// Templates and style, ready to render.
pub struct Theme {
    // One engine for each direction, because what has to be isolated depends
    // on it and filters do not see the page.
    ltr: Tera,
    rtl: Tera,
    /// The style sheet, as it stands in every page.
    pub style: String,
    /// What pages allow themselves: nothing but this very style sheet.
    pub policy: String,
    /// Whether anything in it is the school's own.
    pub is_own: bool,
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
    "team.html",
    "words.html",
    "about.html",
    "print.html",
];

impl Theme {
    /// Loads the built-in theme and the school's changes to it, for pages in
    /// the languages of `packs`.
    pub fn load(overrides: &[SourceFile], packs: &Packs) -> Outcome<Option<Self>> {
        let mut diagnostics = Diagnostics::default();
        let mut templates: Vec<(String, String)> = Vec::new();
        let mut style = String::new();
        let own = overrides
            .iter()
            .filter(|file| file.path.below("themes/default").is_some());
        let own: Vec<SourceFile> = own.cloned().collect();
        lint::check(&own, &mut diagnostics);
        for file in built_in().iter().chain(&own) {
            let Some(below) = file.path.below("themes/default") else {
                continue;
            };
            match below.strip_prefix("templates/") {
                Some(name) => {
                    templates.retain(|(known, _)| known != name);
                    templates.push((name.to_owned(), file.text.to_string()));
                }
                None if below == "theme.css" => style = file.text.to_string(),
                None => {}
            }
        }
        let circle = lint::circle(&templates).filter(|_| !own.is_empty());
        if let Some((name, folder)) = circle.zip(RelPath::new("themes/default")) {
            let fault = Diagnostic::about(Code::LookUnsafe, &folder).with("problem", "circle");
            diagnostics.push(fault.with("found", name));
        }
        if diagnostics.any_error() {
            return Outcome::new(None, diagnostics);
        }
        let style = squeeze(&style) + &leading(packs);
        let engines = engine(&templates, Direction::Ltr)
            .and_then(|ltr| Ok((ltr, engine(&templates, Direction::Rtl)?)));
        let theme = match engines {
            Ok((ltr, rtl)) => Some(Self {
                ltr,
                rtl,
                policy: policy(&style),
                style,
                is_own: !own.is_empty(),
            }),
            Err(error) => {
                let folder = RelPath::new("themes/default");
                let fault = folder.map(|folder| Diagnostic::about(Code::BrokenTheme, &folder));
                diagnostics.append(
                    fault
                        .map(|fault| fault.with("words", error.to_string()))
                        .into_iter()
                        .collect(),
                );
                None
            }
        };
        Outcome::new(theme, diagnostics)
    }

    /// Renders one page.
    ///
    /// # Errors
    /// The template engine's words, when a template asks for what is not there.
    pub fn render(
        &self,
        direction: Direction,
        template: &str,
        context: &Context,
    ) -> Result<String, String> {
        let engine = match direction {
            Direction::Ltr => &self.ltr,
            Direction::Rtl => &self.rtl,
        };
        engine
            .render(template, context)
            .map_err(|error| error.to_string())
    }
}

/// What a style sheet needs to know of the languages: the space between lines.
fn leading(packs: &Packs) -> String {
    let rule = |pack: &Pack| {
        let height = pack.line_height?;
        Some(format!(":lang({}){{--leading:{height}}}", pack.lang))
    };
    packs.iter().filter_map(rule).collect()
}

fn built_in() -> Vec<SourceFile> {
    let templates = BUILT_IN
        .get_dir("templates")
        .into_iter()
        .flat_map(Dir::files);
    let mut files = Vec::new();
    for file in BUILT_IN.files().chain(templates) {
        let path = RelPath::new(&format!(
            "themes/default/{}",
            file.path().to_string_lossy().replace('\\', "/")
        ));
        if let (Some(path), Some(text)) = (path, file.contents_utf8()) {
            files.push(SourceFile {
                path,
                text: text.into(),
            });
        }
    }
    files
}

fn engine(templates: &[(String, String)], direction: Direction) -> Result<Tera, tera::Error> {
    let mut engine = Tera::new();
    filters::register(&mut engine, direction);
    engine.add_raw_templates(
        templates
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_str())),
    )?;
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

/// A hash instead of `unsafe-inline`: no other style, no script, no request.
fn policy(style: &str) -> String {
    let hash = STANDARD.encode(Sha256::digest(style.as_bytes()));
    format!(
        "default-src 'none'; style-src 'sha256-{hash}'; img-src 'self' data:; base-uri 'none'; form-action 'none'"
    )
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
