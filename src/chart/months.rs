//! The time axis: where months begin, and as many names as have room.

use super::content::Content;
use super::layout::Label;
use super::plot::{EDGE, Plot};
use super::role::{Anchor, Role};
use super::text_layout::{Block, Face, block};
use super::{Chart, WIDTH};

/// Air between two names.
const APART: f64 = 9.0;

/// From the lowest line to the top of the names.
const BELOW: f64 = 9.0;

/// The time axis, laid out.
pub(super) struct Months<'a> {
    /// The names that have room.
    pub(super) words: Vec<Label<'a>>,
    /// X of each month that begins inside the plot.
    pub(super) ticks: Vec<f64>,
    /// Y of the lower end of it all.
    pub(super) bottom: f64,
}

#[derive(Clone)]
struct Name<'a> {
    block: Block<'a>,
    middle: f64,
}

impl Name<'_> {
    fn edges(&self) -> (f64, f64) {
        (
            self.middle - self.block.width / 2.0,
            self.middle + self.block.width / 2.0,
        )
    }

    fn clears(&self, later: &Name) -> bool {
        self.edges().1 + APART <= later.edges().0
    }
}

/// Lays out the time axis; the first and the last month are always named.
pub(super) fn months<'a>(chart: &'a Chart, content: &Content, plot: &Plot) -> Months<'a> {
    let shown = shown(chart, content.days);
    let names = spread(&names(&shown, plot));
    let top = plot.height + BELOW;
    let deepest = names
        .iter()
        .map(|name| name.block.height())
        .fold(0.0, f64::max);
    // Names share a base line, whatever their script's height.
    let rise = names.iter().map(|name| name.block.rise).fold(0.0, f64::max);
    let words = names.iter().map(|name| {
        let corner = (name.middle, top + rise - name.block.rise);
        Label::new(Role::Tick, &name.block, Anchor::Middle, corner)
    });
    let begun = shown.iter().filter(|(day, _)| *day > content.days.0);
    Months {
        words: words.collect(),
        ticks: begun.map(|&(day, _)| plot.x(day)).collect(),
        bottom: top + deepest + EDGE,
    }
}

/// The months of the days shown, with the day each begins on.
fn shown<'a>(chart: &'a Chart, (first, last): (f64, f64)) -> Vec<(f64, &'a str)> {
    let mut shown: Vec<(f64, &str)> = Vec::new();
    for (day, name) in &chart.months {
        let day = f64::from(*day);
        if day > last {
            break;
        }
        if day <= first {
            shown.clear();
        }
        shown.push((day.max(first), name.as_str()));
    }
    shown
}

/// Each name in the middle of its own part of the axis.
fn names<'a>(shown: &[(f64, &'a str)], plot: &Plot) -> Vec<Name<'a>> {
    let begins = shown.iter().map(|(day, _)| plot.x(*day));
    let ends = begins.clone().skip(1).chain([plot.right]);
    let parts = begins.zip(ends).zip(shown);
    parts
        .map(|((begin, end), (_, name))| {
            let block = block(name, Face::Plain, WIDTH);
            let half = block.width / 2.0;
            let middle = f64::midpoint(begin, end);
            Name {
                middle: middle.min(WIDTH - EDGE - half).max(EDGE + half),
                block,
            }
        })
        .collect()
}

/// Drops names from the middle until the rest stand apart: evenly if that
/// leaves three or more, else those that are in the way of the last.
fn spread<'a>(names: &[Name<'a>]) -> Vec<Name<'a>> {
    let steps = names.len().saturating_sub(1);
    let even = (1..=steps / 2).filter(|stride| steps.is_multiple_of(*stride));
    let even = even.map(|stride| (stride, true));
    let any = (1..=steps.max(1)).map(|stride| (stride, false));
    let kept = even.chain(any).find_map(|(stride, whole)| {
        let kept = every(stride, names);
        let all = kept.len() == steps / stride + 1;
        let mut pairs = kept.iter().zip(kept.iter().skip(1));
        let apart = pairs.all(|(name, later)| name.clears(later));
        (apart && (all || !whole)).then_some(kept)
    });
    let kept = kept.unwrap_or_else(|| every(steps.max(1), names));
    let mut kept: Vec<Name> = kept.into_iter().cloned().collect();
    if let [first, last] = kept.as_mut_slice() {
        part(first, last);
    }
    kept
}

/// The last name, and those at every stride that stand clear of it.
fn every<'n, 'a>(stride: usize, names: &'n [Name<'a>]) -> Vec<&'n Name<'a>> {
    let Some((last, before)) = names.split_last() else {
        return Vec::new();
    };
    let kept = before
        .iter()
        .enumerate()
        .filter(|(at, name)| *at == 0 || (at.is_multiple_of(stride) && name.clears(last)));
    kept.map(|(_, name)| name).chain([last]).collect()
}

/// Moves the only two names apart, as far as the view box allows.
fn part(first: &mut Name, last: &mut Name) {
    let missing = first.edges().1 + APART - last.edges().0;
    if missing > 0.0 {
        let to_left = (first.edges().0 - EDGE).clamp(0.0, missing);
        first.middle -= to_left;
        last.middle += missing - to_left;
    }
}
