//! Which columns of a sheet have the values of a goal's measure.

use std::collections::BTreeSet;

use crate::diagnostic::{Code, ColumnProblem, Diagnostic};
use crate::input::Heading;
use crate::model::{Measure, Tally, TimeUnit};
use crate::validate::sheet::{Column, Grid};

/// Where the value of a row is.
#[derive(Debug, PartialEq)]
pub(super) enum Plan {
    /// In one column, as in the goal's file.
    One {
        column: usize,
        /// The total of each row, if the heading has one.
        total: Option<f64>,
        /// Whether the heading says percent.
        percent: bool,
    },
    /// In several columns, each a field of an observation. A row needs the first ones.
    Named {
        fields: Vec<(&'static str, usize)>,
        needed: usize,
    },
    /// In two of these columns: correct, wrong, total.
    Counted {
        right: Option<usize>,
        wrong: Option<usize>,
        whole: Option<usize>,
    },
    /// In one column for each try or step.
    Tries(Vec<usize>),
}

impl Plan {
    /// Every column that is read.
    pub(super) fn columns(&self) -> Vec<usize> {
        match self {
            Self::One { column, .. } => vec![*column],
            Self::Named { fields, .. } => fields.iter().map(|(_, column)| *column).collect(),
            Self::Counted {
                right,
                wrong,
                whole,
            } => [right, wrong, whole]
                .into_iter()
                .filter_map(|one| *one)
                .collect(),
            Self::Tries(columns) => columns.clone(),
        }
    }

    /// The columns of which a row with a value has at least one filled. Totals and durations
    /// are not among them, because people often fill them in before a check.
    pub(super) fn results(&self) -> Vec<usize> {
        match self {
            Self::Counted { right, wrong, .. } => [*right, *wrong].into_iter().flatten().collect(),
            Self::Named { fields, .. } => {
                let result =
                    |(index, (name, _)): &(usize, &(&str, usize))| *index == 0 || *name == "errors";
                let fields = fields.iter().enumerate().filter(result);
                fields.map(|(_, (_, column))| *column).collect()
            }
            Self::One { .. } | Self::Tries(_) => self.columns(),
        }
    }
}

/// Finds the columns with the values. Returns `None` if they are not certain, which is
/// reported; then no row is read.
pub(super) fn plan(grid: &Grid, measure: &Measure) -> Option<Plan> {
    let planner = Planner { grid };
    match measure {
        Measure::Duration {
            unit,
            told: Tally::Share,
        } => planner.share(*unit),
        Measure::Percent { total, .. } => {
            planner.percent(&[Heading::Correct, Heading::Yes, Heading::Count], *total)
        }
        Measure::Interval { total, .. } => {
            planner.percent(&[Heading::Yes, Heading::Correct, Heading::Count], *total)
        }
        Measure::WordsPerMinute => planner.words(),
        Measure::Rate { .. } => planner.rate(),
        Measure::Duration { .. } | Measure::Latency { .. } => planner.lasting(),
        Measure::Steps { .. } => planner.steps(),
        Measure::Count { .. } => planner.single(&[
            Heading::Count,
            Heading::Value,
            Heading::Correct,
            Heading::Total,
            Heading::Errors,
        ]),
        Measure::Items { .. } => planner.single(&[
            Heading::Items,
            Heading::Value,
            Heading::Correct,
            Heading::Count,
            Heading::Total,
        ]),
        Measure::Score { .. } => planner.single(&[
            Heading::Value,
            Heading::Level,
            Heading::WordsRight,
            Heading::Correct,
            Heading::Count,
            Heading::Percent,
        ]),
        Measure::Level { .. } | Measure::Prompt { .. } | Measure::GoalAttainment { .. } => {
            planner.single(&[Heading::Value, Heading::Level, Heading::Code])
        }
    }
}

/// The names of the fields that a sheet of this measure may have.
pub(super) fn fields(measure: &Measure) -> Vec<&'static str> {
    let own: &[&str] = match measure {
        Measure::Duration {
            told: Tally::Share, ..
        } => &["value", "minutes", "session"],
        Measure::Percent { .. } => &["value", "correct", "total", "percent"],
        Measure::Interval { .. } => &["value", "yes", "total", "percent"],
        Measure::WordsPerMinute => &["value", "WCPM", "attempted", "errors", "seconds"],
        Measure::Rate { .. } => &["value", "count", "minutes"],
        Measure::Duration { .. } | Measure::Latency { .. } => &["value", "minutes", "seconds"],
        Measure::Steps { .. } => &["value", "code"],
        Measure::Count { .. } => &["value", "count"],
        Measure::Items { .. } => &["value", "items"],
        Measure::Score { .. } => &["value"],
        Measure::Level { .. } | Measure::Prompt { .. } | Measure::GoalAttainment { .. } => {
            &["value", "level"]
        }
    };
    let every = ["date", "setting", "by", "note", "staff_note", "sure"];
    own.iter().copied().chain(every).collect()
}

struct Planner<'g> {
    grid: &'g Grid<'g>,
}

impl<'g> Planner<'g> {
    fn filled(&self, heading: Heading) -> Option<&'g Column<'g>> {
        self.grid.filled(heading)
    }

    fn first(&self, headings: &[Heading]) -> Option<&'g Column<'g>> {
        headings.iter().find_map(|heading| self.filled(*heading))
    }

    /// The index of a column, blank or not.
    fn any(&self, heading: Heading) -> Option<usize> {
        self.grid.column(heading).map(|column| column.index)
    }

    /// One column for each try or step, in the order of their numbers.
    fn tries(&self) -> Option<Plan> {
        let mut nth: Vec<(u16, usize)> = self
            .grid
            .columns
            .iter()
            .filter_map(|column| match column.heading() {
                Some(Heading::Nth(nth)) if column.filled => Some((nth, column.index)),
                _ => None,
            })
            .collect();
        nth.sort_unstable();
        let columns: Vec<usize> = nth.into_iter().map(|(_, column)| column).collect();
        (columns.len() > 1).then_some(Plan::Tries(columns))
    }

    /// The one of these columns that is not blank. Reports several, because kinfolio cannot
    /// choose between them.
    fn single(&self, headings: &[Heading]) -> Option<Plan> {
        let open = [Heading::WordsOpen, Heading::TimeOpen];
        let mut found = headings.iter().filter_map(|heading| self.filled(*heading));
        let Some(first) = found.next() else {
            if let Some(Plan::Tries(columns)) = self.tries() {
                return self.ask_probes(&columns);
            }
            if let Some(open) = self.first(&open) {
                self.grid.ask(open, ColumnProblem::Open, "");
                return None;
            }
            return self.needs("value");
        };
        if let Some(second) = found.next() {
            self.grid
                .ask(second, ColumnProblem::Several, &first.head.told());
            return None;
        }
        Some(one(first))
    }

    /// Reports the first of these columns, which may be several probes of one day.
    fn ask_probes(&self, columns: &[usize]) -> Option<Plan> {
        let mut found = self.grid.columns.iter();
        let first = found.find(|column| columns.contains(&column.index));
        if let Some(first) = first {
            self.grid.ask(first, ColumnProblem::Probes, "");
        }
        None
    }

    fn percent(&self, right: &[Heading], total: Option<f64>) -> Option<Plan> {
        let right = self.first(right);
        let wrong = self.filled(Heading::Errors).map(|column| column.index);
        let whole = self
            .filled(Heading::Total)
            .or_else(|| self.filled(Heading::Attempted))
            .map(|column| column.index);
        let said = right.and_then(|right| right.meaning?.total);
        if let Some(right) = right {
            let index = right.index;
            if said.is_some() || self.holds_pairs(index) {
                return Some(one(right));
            }
            if whole.is_some() || wrong.is_some() {
                return Some(Plan::Counted {
                    right: Some(index),
                    wrong,
                    whole,
                });
            }
            if total.is_some() {
                let fields = vec![("correct", index)];
                return Some(Plan::Named { fields, needed: 1 });
            }
            let tries = self.tries();
            if tries.is_some() {
                return tries;
            }
            let whole = self.any(Heading::Total);
            return match whole {
                Some(_) => Some(Plan::Counted {
                    right: Some(index),
                    wrong: None,
                    whole,
                }),
                None => self.needs("total"),
            };
        }
        if let Some(value) = self.filled(Heading::Value) {
            let bare = !self.holds_pairs(value.index);
            return Some(match whole {
                Some(_) if bare => Plan::Counted {
                    right: Some(value.index),
                    wrong: None,
                    whole,
                },
                _ => one(value),
            });
        }
        if let Some(percent) = self.filled(Heading::Percent) {
            return Some(one(percent));
        }
        if wrong.is_some() && whole.is_some() {
            return Some(Plan::Counted {
                right: None,
                wrong,
                whole,
            });
        }
        self.tries().or_else(|| self.needs("correct"))
    }

    /// Whether the cells of a column have both numbers, or a percent.
    fn holds_pairs(&self, column: usize) -> bool {
        let mut cells = self
            .grid
            .sheet
            .rows
            .iter()
            .filter_map(|row| row.filled(column));
        cells.any(|cell| {
            let text = &cell.text;
            text.contains(['/', '%']) || crate::input::tries(text).is_ok()
        })
    }

    /// The columns of words a minute. Correct words have no errors among them.
    fn words(&self) -> Option<Plan> {
        let errors = self.filled(Heading::Errors);
        let seconds = self.filled(Heading::Seconds);
        if let Some(right) = self.filled(Heading::WordsRight) {
            return Some(one(right));
        }
        if let Some(right) = self.filled(Heading::Correct) {
            return Some(match seconds {
                // Correct words have no errors among them.
                Some(seconds) => Plan::Named {
                    fields: vec![("attempted", right.index), ("seconds", seconds.index)],
                    needed: 2,
                },
                None => one(right),
            });
        }
        let value = self.filled(Heading::Value);
        let tried = self.filled(Heading::Attempted);
        if let Some(tried) =
            tried.or_else(|| self.filled(Heading::Total).filter(|_| value.is_none()))
        {
            let more = [("errors", errors), ("seconds", seconds)]
                .into_iter()
                .filter_map(|(name, column)| Some((name, column?.index)));
            let fields = [("attempted", tried.index)]
                .into_iter()
                .chain(more)
                .collect();
            return Some(Plan::Named { fields, needed: 1 });
        }
        if let Some(value) = value {
            if errors.is_some() {
                self.grid.ask(value, ColumnProblem::Errors, "");
                return None;
            }
            return Some(one(value));
        }
        if let Some(open) = self.first(&[Heading::WordsOpen, Heading::Count]) {
            self.grid.ask(open, ColumnProblem::Words, "");
            return None;
        }
        match self.tries() {
            Some(Plan::Tries(columns)) => self.ask_probes(&columns),
            _ => self.needs("value"),
        }
    }

    fn rate(&self) -> Option<Plan> {
        let count = self.first(&[Heading::Count, Heading::Correct, Heading::Value]);
        match (count, self.filled(Heading::Minutes)) {
            (Some(count), Some(minutes)) => Some(Plan::Named {
                fields: vec![("count", count.index), ("minutes", minutes.index)],
                needed: 2,
            }),
            (Some(count), None) if self.holds_pairs(count.index) => Some(one(count)),
            (Some(_), None) => self.needs("minutes"),
            (None, _) => self.needs("count"),
        }
    }

    fn share(&self, unit: TimeUnit) -> Option<Plan> {
        let part = self.first(&[
            Heading::Minutes,
            Heading::Seconds,
            Heading::Lasted,
            Heading::Value,
        ]);
        let whole = self.first(&[Heading::Session, Heading::Total]);
        let (Some(part), Some(whole)) = (part, whole) else {
            return match part.or_else(|| self.filled(Heading::Percent)) {
                Some(part) if self.holds_pairs(part.index) => Some(one(part)),
                Some(part) if part.heading() == Some(Heading::Percent) => Some(one(part)),
                Some(_) => self.needs("session"),
                None => self.needs("minutes"),
            };
        };
        let name = match (part.heading(), unit) {
            (Some(Heading::Seconds), _) => "seconds",
            (Some(Heading::Minutes), _) | (_, TimeUnit::Minutes) => "minutes",
            (_, TimeUnit::Seconds) => "seconds",
        };
        Some(Plan::Named {
            fields: vec![(name, part.index), ("session", whole.index)],
            needed: 2,
        })
    }

    fn lasting(&self) -> Option<Plan> {
        let single = self.first(&[Heading::Value, Heading::Lasted, Heading::TimeOpen]);
        if let Some(single) = single {
            return Some(one(single));
        }
        let parts = [("minutes", Heading::Minutes), ("seconds", Heading::Seconds)];
        let fields: Vec<_> = parts
            .into_iter()
            .filter_map(|(name, heading)| self.filled(heading).map(|column| (name, column.index)))
            .collect();
        if fields.is_empty() {
            return self.needs("value");
        }
        Some(Plan::Named { fields, needed: 1 })
    }

    fn steps(&self) -> Option<Plan> {
        match self.tries() {
            Some(tries) => Some(tries),
            None => self.single(&[
                Heading::Value,
                Heading::Code,
                Heading::Level,
                Heading::Correct,
                Heading::Count,
            ]),
        }
    }

    /// Reports a missing column, unless the sheet has no numbers or an unknown column, which
    /// is reported already.
    fn needs(&self, field: &'static str) -> Option<Plan> {
        let aside = |column: &&Column| column.filled && counts(column);
        let mut numbers = self.grid.columns.iter().filter(aside);
        let unknown = self.grid.has_unknown();
        if numbers.clone().next().is_none() && !unknown {
            // No check has been made yet.
            let empty =
                |column: &&Column| column.meaning.is_some() && !column.filled && counts(column);
            if let Some(empty) = self.grid.columns.iter().find(empty) {
                return Some(one(empty));
            }
        }
        let dated = self.grid.sheet.rows.iter().any(|row| {
            row.cells
                .iter()
                .filter(|cell| !cell.text.is_empty())
                .count()
                > 1
        });
        if !unknown && (numbers.next().is_some() || dated) {
            let fault = Diagnostic::at(Code::SheetNeeds, &self.grid.head());
            self.grid.report(fault.with("field", field));
        }
        None
    }
}

/// Whether a column has numbers of checks.
fn counts(column: &Column) -> bool {
    !matches!(
        column.heading(),
        None | Some(
            Heading::Date
                | Heading::Sent
                | Heading::Week
                | Heading::Student
                | Heading::Aside
                | Heading::By
                | Heading::Note
                | Heading::StaffNote
                | Heading::Setting
                | Heading::Sure
                | Heading::StudentAway
                | Heading::StaffAway
                | Heading::NoSchool
        )
    )
}

fn one(column: &Column) -> Plan {
    Plan::One {
        column: column.index,
        total: column.meaning.and_then(|meaning| meaning.total),
        percent: column.heading() == Some(Heading::Percent),
    }
}

/// Every column that is read, those of days and notes included.
pub(super) fn used(grid: &Grid, plan: Option<&Plan>, day: usize) -> BTreeSet<usize> {
    let words = [
        Heading::Setting,
        Heading::Sure,
        Heading::By,
        Heading::Note,
        Heading::StaffNote,
    ]
    .into_iter()
    .filter_map(|heading| grid.column(heading));
    let mut used: BTreeSet<usize> = words.map(|column| column.index).collect();
    used.insert(day);
    used.extend(plan.map(Plan::columns).unwrap_or_default());
    used
}
