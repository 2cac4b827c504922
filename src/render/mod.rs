//! Localized sites to pages: every page of one student's site, as bytes under paths.

mod chart;
mod letter;
mod lock;
mod qr;

pub use chart::svg as chart;
pub use letter::{Paper, letters};
pub use lock::{LockRole, lock, reader, top};

use std::collections::BTreeMap;

use serde::Serialize;
use tera::{Context, Value};

use crate::chart::Drawing;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Outcome};
use crate::locale::{
    Direction, GoalPage, HandoffPage, LocalizedSite, Pack, PrintGoal, PrintPage, strip_markup,
};
use crate::model::Lang;
use crate::source::RelPath;
use crate::theme::{POLICY, Theme};

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

/// Renders all pages of `localized_sites`, the home language first.
pub fn site(localized_sites: &[LocalizedSite], theme: &Theme) -> Outcome<Bundle> {
    let shell = |site: &LocalizedSite| {
        let value = Value::from_serializable(&site.shell);
        (site.pack.lang.clone(), value)
    };
    let mut printer = Printer {
        localized_sites,
        shells: localized_sites.iter().map(shell).collect(),
        theme,
        bundle: Bundle::new(),
        diagnostics: Diagnostics::default(),
    };
    for localized_site in localized_sites {
        printer.localized_site(localized_site);
    }
    printer.root();
    for picture in localized_sites
        .iter()
        .flat_map(|localized_site| &localized_site.pictures)
    {
        if let Some(path) = RelPath::new(&format!("{PICTURES}/{}", picture.name)) {
            printer.bundle.insert(path, picture.bytes.to_vec());
        }
    }
    Outcome::new(printer.bundle, printer.diagnostics)
}

/// Renders the page that staff hand on, by itself: its style is inside, and it
/// has no links.
pub fn handoff(page: &HandoffPage, pack: &Pack, theme: &Theme) -> Outcome<Bundle> {
    let mut printer = Printer {
        localized_sites: &[],
        shells: BTreeMap::new(),
        theme,
        bundle: Bundle::new(),
        diagnostics: Diagnostics::default(),
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
    context.insert("policy", POLICY);
    printer.put(direction, "handoff.html", "handoff.html", &context);
    Outcome::new(printer.bundle, printer.diagnostics)
}

/// The drawings of a site's goals, by the goals' ids. The page of a goal and the page for
/// paper have the same one.
type Drawings<'s> = BTreeMap<&'s str, Drawing>;

fn drawings<'s>(localized_site: &'s LocalizedSite) -> Drawings<'s> {
    let goals = localized_site.goals.iter().map(|goal| &goal.page);
    let drawn = goals.filter_map(|goal| {
        let chart = goal.numbers.chart.as_ref()?;
        Some((goal.id.as_str(), chart::drawing(chart, localized_site.pack)))
    });
    drawn.collect()
}

/// A goal's chart, if there is something to draw; `name` is its own on the page.
fn drawing(goal: &GoalPage, drawings: &Drawings, name: &str) -> Value {
    let drawing = drawings.get(goal.id.as_str());
    let svg = drawing.map(|drawing| drawing.svg(name, &strip_markup(&goal.title.text)));
    svg.map_or_else(Value::none, |svg| Value::safe_string(&svg))
}

struct Printer<'a> {
    localized_sites: &'a [LocalizedSite<'a>],
    /// What is the same on all pages of a language, made for the templates only once.
    shells: BTreeMap<Lang, Value>,
    theme: &'a Theme,
    bundle: Bundle,
    diagnostics: Diagnostics,
}

impl Printer<'_> {
    fn localized_site(&mut self, localized_site: &LocalizedSite) {
        let mut index = self.context(localized_site, "index.html", &localized_site.index);
        let first = &localized_site.index.page;
        let more = first.more_goals.iter().flat_map(|more| &more.body);
        let cards = first.goals.body.iter().chain(more);
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
        self.page(localized_site, "index.html", "index.html", &index);
        let drawings = drawings(localized_site);
        for goal in &localized_site.goals {
            let path = format!("goals/{}/index.html", goal.page.id);
            let mut context = self.context(localized_site, &path, goal);
            context.insert_value("chart", drawing(&goal.page, &drawings, "chart"));
            self.page(localized_site, "goal.html", &path, &context);
        }
        self.folder(localized_site, "support", &localized_site.support);
        self.folder(localized_site, "updates", &localized_site.updates);
        self.folder(localized_site, "reviews", &localized_site.reviews);
        for review in &localized_site.review_pages {
            let path = format!("reviews/{}/index.html", review.page.id);
            let context = self.context(localized_site, &path, review);
            self.page(localized_site, "review.html", &path, &context);
        }
        if let Some(changes) = &localized_site.changes {
            self.folder(localized_site, "changes", changes);
        }
        if let Some(finished) = &localized_site.finished {
            self.folder(localized_site, "finished", finished);
        }
        self.folder(localized_site, "home", &localized_site.home);
        self.folder(localized_site, "team", &localized_site.team);
        self.folder(localized_site, "about", &localized_site.about);
        if let Some(words) = &localized_site.words {
            self.folder(localized_site, "words", words);
        }
        self.print(localized_site, &localized_site.print, &drawings);
    }

    /// The page for paper, which has several charts.
    fn print(&mut self, localized_site: &LocalizedSite, page: &PrintPage, drawings: &Drawings) {
        let mut context = self.context(localized_site, "print/index.html", page);
        let charts: BTreeMap<&str, Value> = page
            .goals
            .iter()
            .map(|PrintGoal { goal, .. }| {
                let name = format!("chart-{}", goal.id);
                (goal.id.as_str(), drawing(goal, drawings, &name))
            })
            .collect();
        context.insert("charts", &charts);
        self.page(localized_site, "print.html", "print/index.html", &context);
    }

    /// The page `page` of a folder whose template has its name.
    fn folder<T: Serialize>(&mut self, localized_site: &LocalizedSite, name: &str, page: &T) {
        let path = format!("{name}/index.html");
        let context = self.context(localized_site, &path, page);
        self.page(localized_site, &format!("{name}.html"), &path, &context);
    }

    fn context<T: Serialize>(
        &self,
        localized_site: &LocalizedSite,
        path: &str,
        page: &T,
    ) -> Context {
        let mut context = self.frame(localized_site, path, 1);
        context.insert("page", page);
        context
    }

    /// What every page has: its place, its languages, its style. `above` is how
    /// many folders the page's path is below the site's root, without its own.
    fn frame(&self, localized_site: &LocalizedSite, path: &str, above: usize) -> Context {
        let depth = path.matches('/').count();
        let languages: Vec<LanguageLink> = self
            .localized_sites
            .iter()
            .map(|other| LanguageLink {
                tag: other.pack.lang.as_str(),
                autonym: &other.pack.autonym,
                dir: other.pack.direction,
                href: format!("{}{}/{path}", "../".repeat(depth + above), other.pack.lang),
                current: other.pack.lang == localized_site.pack.lang,
            })
            .collect();
        let mut context = Context::new();
        let shell = self.shells.get(&localized_site.pack.lang).cloned();
        context.insert_value("shell", shell.unwrap_or_else(Value::none));
        context.insert("languages", &languages);
        context.insert("to_root", &"../".repeat(depth));
        let above = "../".repeat(depth + above);
        context.insert("to_pictures", &format!("{above}{PICTURES}/"));
        context.insert("here", path.strip_suffix("/index.html").unwrap_or("index"));
        context.insert("policy", POLICY);
        context
    }

    fn page(
        &mut self,
        localized_site: &LocalizedSite,
        template: &str,
        path: &str,
        context: &Context,
    ) {
        let path = format!("{}/{path}", localized_site.pack.lang);
        self.put(localized_site.pack.direction, template, &path, context);
    }

    /// The page that opens the home language and lists the others.
    fn root(&mut self) {
        let Some(home) = self.localized_sites.first() else {
            return;
        };
        let mut context = self.frame(home, "index.html", 0);
        let titles: Vec<_> = self
            .localized_sites
            .iter()
            .map(|localized_site| &localized_site.choose_language)
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
                let fault = Diagnostic::new(Code::BrokenTheme).with("words", words);
                self.diagnostics.push(fault.with("page", path.as_str()));
            }
        }
    }
}
