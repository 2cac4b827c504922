//! The time axis: ticks where months begin, and as many names as there is room
//! for.

use super::label::{Anchor, Label};
use super::plot::{EDGE, Plot};
use super::plot_data::PlotData;
use super::role::Role;
use super::text_layout::{Face, TextBlock, block};
use super::{Chart, WIDTH};

/// Smallest distance between two names.
const NAME_GAP: f64 = 9.0;

/// Distance from the lowest line to the top of the names.
const BELOW_PLOT: f64 = 9.0;

/// The time axis, laid out.
pub(super) struct MonthAxis<'a> {
    /// The names there is room for.
    pub(super) labels: Vec<Label<'a>>,
    /// X of each month that begins inside the plot.
    pub(super) ticks: Vec<f64>,
    /// Y of the lower edge of the axis.
    pub(super) bottom: f64,
}

#[derive(Clone)]
struct MonthName<'a> {
    block: TextBlock<'a>,
    middle: f64,
}

impl MonthName<'_> {
    fn edges(&self) -> (f64, f64) {
        (
            self.middle - self.block.width / 2.0,
            self.middle + self.block.width / 2.0,
        )
    }

    fn clears(&self, later: &MonthName) -> bool {
        self.edges().1 + NAME_GAP <= later.edges().0
    }
}

impl<'a> MonthAxis<'a> {
    /// Lays out the time axis; the first and the last month are always named.
    pub(super) fn of(chart: &'a Chart, data: &PlotData, plot: &Plot) -> MonthAxis<'a> {
        let shown = shown(chart, data.days);
        let names = thin_out(&names(&shown, plot));
        let top = plot.height + BELOW_PLOT;
        let deepest = names
            .iter()
            .map(|name| name.block.height())
            .fold(0.0, f64::max);
        // Names share a baseline, whatever their script's height.
        let rise = names.iter().map(|name| name.block.rise).fold(0.0, f64::max);
        let label = |name: &MonthName<'a>| {
            let corner = (name.middle, top + rise - name.block.rise);
            Label::new(Role::Tick, &name.block, Anchor::Middle, corner)
        };
        MonthAxis {
            labels: names.iter().map(label).collect(),
            ticks: shown
                .iter()
                .filter(|(day, _)| *day > data.days.0)
                .map(|&(day, _)| plot.x(day))
                .collect(),
            bottom: top + deepest + EDGE,
        }
    }
}

/// The months of the days shown, with the day each begins on.
fn shown(chart: &Chart, (first, last): (f64, f64)) -> Vec<(f64, &str)> {
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

/// Each name in the middle of its own month.
fn names<'a>(shown: &[(f64, &'a str)], plot: &Plot) -> Vec<MonthName<'a>> {
    let begins = shown.iter().map(|(day, _)| plot.x(*day));
    let ends = begins.clone().skip(1).chain([plot.right]);
    begins
        .zip(ends)
        .zip(shown)
        .map(|((begin, end), (_, name))| {
            let block = block(name, Face::Plain, WIDTH);
            let half = block.width / 2.0;
            let middle = f64::midpoint(begin, end);
            MonthName {
                middle: middle.min(WIDTH - EDGE - half).max(EDGE + half),
                block,
            }
        })
        .collect()
}

/// Drops names from the middle until the others have enough distance: evenly if
/// that leaves three or more, otherwise those that are in the way of the last.
fn thin_out<'a>(names: &[MonthName<'a>]) -> Vec<MonthName<'a>> {
    let steps = names.len().saturating_sub(1);
    let even = (1..=steps / 2)
        .filter(|stride| steps.is_multiple_of(*stride))
        .map(|stride| (stride, true));
    let any = (1..=steps.max(1)).map(|stride| (stride, false));
    let mut kept: Vec<MonthName> = even
        .chain(any)
        .find_map(|(stride, must_be_even)| {
            let kept = every_nth(stride, names);
            let is_even = kept.len() == steps / stride + 1;
            let mut pairs = kept.iter().zip(kept.iter().skip(1));
            let apart = pairs.all(|(name, later)| name.clears(later));
            (apart && (is_even || !must_be_even)).then_some(kept)
        })
        .unwrap_or_else(|| every_nth(steps.max(1), names))
        .into_iter()
        .cloned()
        .collect();
    if let [first, last] = kept.as_mut_slice() {
        separate(first, last);
    }
    kept
}

/// The last name, and those at every stride that have enough distance to it.
fn every_nth<'n, 'a>(stride: usize, names: &'n [MonthName<'a>]) -> Vec<&'n MonthName<'a>> {
    let Some((last, before)) = names.split_last() else {
        return Vec::new();
    };
    before
        .iter()
        .enumerate()
        .filter(|(at, name)| *at == 0 || (at.is_multiple_of(stride) && name.clears(last)))
        .map(|(_, name)| name)
        .chain([last])
        .collect()
}

/// Moves the only two names apart, as far as the view box allows.
fn separate(first: &mut MonthName, last: &mut MonthName) {
    let missing = first.edges().1 + NAME_GAP - last.edges().0;
    if missing > 0.0 {
        let to_left = (first.edges().0 - EDGE).clamp(0.0, missing);
        first.middle -= to_left;
        last.middle += missing - to_left;
    }
}
