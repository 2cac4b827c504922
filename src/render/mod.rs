//! Editions to pages: every page of one student's site, as bytes under paths.

mod chart;

pub use chart::svg as chart;

use std::collections::BTreeMap;

use serde::Serialize;
use tera::{Context, Value};

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Outcome};
use crate::locale::{Direction, Edition, GoalPage, HandoffPage, Pack, PrintGoal, PrintPage};
use crate::source::RelPath;
use crate::theme::Theme;

/// One student's finished site: its files by path. Pages that others link to
/// come before the page that links to them when written in reverse order.
pub type Bundle = BTreeMap<RelPath, Vec<u8>>;

/// The folder of a site's pictures: every language shows the same ones.
pub const PICTURES: &str = "pictures";

/// An entry of the language menu.
#[derive(Serialize)]
struct LanguageLink<'a> {
    tag: &'a str,
    autonym: &'a str,
    dir: Direction,
    href: String,
    current: bool,
}

/// Renders all pages of `editions`, the home language first.
pub fn site(editions: &[Edition], theme: &Theme) -> Outcome<Bundle> {
    let mut printer = Printer {
        editions,
        theme,
        bundle: Bundle::new(),
        seen: Diagnostics::default(),
    };
    for edition in editions {
        printer.edition(edition);
    }
    printer.root();
    for picture in editions.iter().flat_map(|edition| &edition.pictures) {
        if let Some(path) = RelPath::new(&format!("{PICTURES}/{}", picture.name)) {
            printer.bundle.insert(path, picture.bytes.to_vec());
        }
    }
    Outcome::new(printer.bundle, printer.seen)
}

/// Renders the page that staff hand on, by itself: its style is inside, and it
/// leads nowhere.
pub fn handoff(page: &HandoffPage, pack: &Pack, theme: &Theme) -> Outcome<Bundle> {
    let mut printer = Printer {
        editions: &[],
        theme,
        bundle: Bundle::new(),
        seen: Diagnostics::default(),
    };
    let mut context = Context::new();
    context.insert("page", page);
    let goals = page.goals.iter().flat_map(|goals| &goals.body);
    let charts: BTreeMap<&str, Value> = goals
        .filter_map(|goal| {
            let view = goal.chart.as_ref()?;
            let svg = chart(view, &goal.title.text, pack, &format!("chart-{}", goal.id));
            Some((goal.id.as_str(), Value::safe_string(&svg)))
        })
        .collect();
    context.insert("charts", &charts);
    let direction = pack.direction;
    context.insert("dir", &direction);
    context.insert("policy", &theme.policy);
    context.insert_value("style", Value::safe_string(&theme.style));
    printer.put(direction, "handoff.html", "handoff.html", &context);
    Outcome::new(printer.bundle, printer.seen)
}

/// A goal's chart, if there is something to draw; `name` is its own on the page.
fn drawing(goal: &GoalPage, edition: &Edition, name: &str) -> Value {
    let view = goal.numbers.chart.as_ref();
    let drawing = view.map(|view| chart(view, &goal.title.text, edition.pack, name));
    drawing.map_or_else(Value::none, |svg| Value::safe_string(&svg))
}

struct Printer<'a> {
    editions: &'a [Edition<'a>],
    theme: &'a Theme,
    bundle: Bundle,
    seen: Diagnostics,
}

impl Printer<'_> {
    fn edition(&mut self, edition: &Edition) {
        let mut index = self.context(edition, "index.html", &edition.index);
        let cards = edition
            .index
            .more_goals
            .iter()
            .flat_map(|more| &more.body)
            .chain(&edition.index.goals.body);
        let sparks: BTreeMap<&str, Value> = cards
            .filter(|card| !card.spark.is_empty())
            .map(|card| {
                (
                    card.id.as_str(),
                    Value::safe_string(&crate::chart::spark(&card.spark, card.spark_goal, false)),
                )
            })
            .collect();
        index.insert("sparks", &sparks);
        self.page(edition, "index.html", "index.html", &index);
        for goal in &edition.goals {
            let path = format!("goals/{}/index.html", goal.id);
            let mut context = self.context(edition, &path, goal);
            context.insert_value("chart", drawing(goal, edition, "chart"));
            self.page(edition, "goal.html", &path, &context);
        }
        self.folder(edition, "support", &edition.support);
        self.folder(edition, "updates", &edition.updates);
        self.folder(edition, "reviews", &edition.reviews);
        for review in &edition.review_pages {
            let path = format!("reviews/{}/index.html", review.id);
            let context = self.context(edition, &path, review);
            self.page(edition, "review.html", &path, &context);
        }
        if let Some(changes) = &edition.changes {
            self.folder(edition, "changes", changes);
        }
        if let Some(finished) = &edition.finished {
            self.folder(edition, "finished", finished);
        }
        self.folder(edition, "home", &edition.home);
        self.folder(edition, "team", &edition.team);
        self.folder(edition, "about", &edition.about);
        if let Some(words) = &edition.words {
            self.folder(edition, "words", words);
        }
        if let Some(page) = &edition.print {
            self.print(edition, page);
        }
    }

    /// The page for paper, on which several charts stand.
    fn print(&mut self, edition: &Edition, page: &PrintPage) {
        let mut context = self.context(edition, "print/index.html", page);
        let charts: BTreeMap<&str, Value> = page
            .goals
            .iter()
            .map(|PrintGoal { goal, .. }| {
                let name = format!("chart-{}", goal.id);
                (goal.id.as_str(), drawing(goal, edition, &name))
            })
            .collect();
        context.insert("charts", &charts);
        self.page(edition, "print.html", "print/index.html", &context);
    }

    /// The page `page` of a folder whose template has its name.
    fn folder<T: Serialize>(&mut self, edition: &Edition, name: &str, page: &T) {
        let path = format!("{name}/index.html");
        let context = self.context(edition, &path, page);
        self.page(edition, &format!("{name}.html"), &path, &context);
    }

    fn context<T: Serialize>(&self, edition: &Edition, path: &str, page: &T) -> Context {
        let mut context = self.frame(edition, path, 1);
        context.insert("page", page);
        context
    }

    /// What every page has: its place, its languages, its looks. `above` is how
    /// many folders the page's path lies below the site's root, besides its own.
    fn frame(&self, edition: &Edition, path: &str, above: usize) -> Context {
        let depth = path.matches('/').count();
        let languages: Vec<LanguageLink> = self
            .editions
            .iter()
            .map(|other| LanguageLink {
                tag: other.pack.lang.as_str(),
                autonym: &other.pack.autonym,
                dir: other.pack.direction,
                href: format!("{}{}/{path}", "../".repeat(depth + above), other.pack.lang),
                current: other.pack.lang == edition.pack.lang,
            })
            .collect();
        let mut context = Context::new();
        context.insert("shell", &edition.shell);
        context.insert("languages", &languages);
        context.insert("to_root", &"../".repeat(depth));
        let above = "../".repeat(depth + above);
        context.insert("to_pictures", &format!("{above}{PICTURES}/"));
        context.insert("here", path.strip_suffix("/index.html").unwrap_or("index"));
        context.insert("policy", &self.theme.policy);
        context.insert_value("style", Value::safe_string(&self.theme.style));
        context
    }

    fn page(&mut self, edition: &Edition, template: &str, path: &str, context: &Context) {
        let path = format!("{}/{path}", edition.pack.lang);
        self.put(edition.pack.direction, template, &path, context);
    }

    /// The page that opens the home language and lists the others.
    fn root(&mut self) {
        let Some(home) = self.editions.first() else {
            return;
        };
        let mut context = self.frame(home, "index.html", 0);
        let titles: Vec<_> = self
            .editions
            .iter()
            .map(|edition| &edition.choose_language)
            .collect();
        context.insert("titles", &titles);
        self.put(home.pack.direction, "root.html", "index.html", &context);
    }

    fn put(&mut self, direction: Direction, template: &str, path: &str, context: &Context) {
        let Some(path) = RelPath::new(path) else {
            return;
        };
        match self.theme.render(direction, template, context) {
            Ok(html) => {
                self.bundle.insert(path, html.into_bytes());
            }
            Err(words) => {
                let template = RelPath::new(&format!("themes/default/templates/{template}"));
                let fault =
                    template.map(|template| Diagnostic::about(Code::BrokenTheme, &template));
                self.seen.append(
                    fault
                        .map(|fault| fault.with("words", words))
                        .into_iter()
                        .collect(),
                );
            }
        }
    }
}
