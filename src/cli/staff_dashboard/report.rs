//! What `kinfolio report` prints, while the students of a school come one after the other.

use super::row::{Order, Row};
use super::{json, sheet, table};
use crate::cli::CommandError;
use crate::cli::args::ReportFormat;
use crate::cli::diagnostics::Messages;
use crate::cli::terminal::Terminal;

/// Prints a report. Programs get each student at once. For people, the most urgent come
/// first, so their lines are kept, without the messages.
pub(super) enum ReportWriter {
    /// The cells of each student.
    Table(Vec<(Order, [String; 6])>),
    /// The rows of each student.
    Csv(Vec<(Order, String)>),
    /// Whether a student was printed.
    Json(bool),
}

impl ReportWriter {
    pub(super) fn new(format: ReportFormat) -> Self {
        match format {
            ReportFormat::Table => Self::Table(Vec::new()),
            ReportFormat::Csv => Self::Csv(Vec::new()),
            ReportFormat::Json => Self::Json(false),
        }
    }

    /// Adds the rows of some students.
    pub(super) fn add(
        &mut self,
        rows: &[Row],
        messages: &Messages,
        terminal: &mut Terminal,
    ) -> Result<(), CommandError> {
        match self {
            Self::Table(lines) => {
                let rows = rows.iter();
                lines.extend(rows.map(|row| (row.order(), table::cells(row, messages))));
            }
            Self::Csv(lines) => {
                let rows = rows.iter();
                lines.extend(rows.map(|row| (row.order(), sheet::lines(row, messages))));
            }
            Self::Json(has_any) => {
                if !rows.is_empty() {
                    let before = if *has_any { "," } else { "[" };
                    terminal.show(&format!("{before}\n{}", json::students(rows)))?;
                    *has_any = true;
                }
            }
        }
        Ok(())
    }

    /// Prints what is left.
    pub(super) fn end(
        self,
        messages: &Messages,
        terminal: &mut Terminal,
    ) -> Result<(), CommandError> {
        match self {
            Self::Table(mut lines) => {
                lines.sort_by(|(one, _), (other, _)| one.cmp(other));
                let lines = lines.into_iter().map(|(_, cells)| cells);
                let shown = table::render(lines, terminal.columns(), messages);
                terminal.show(shown.trim_end())?;
            }
            Self::Csv(mut lines) => {
                lines.sort_by(|(one, _), (other, _)| one.cmp(other));
                terminal.show(sheet::head().trim_end())?;
                for (_, rows) in lines {
                    terminal.show(rows.trim_end_matches('\n'))?;
                }
            }
            Self::Json(true) => terminal.show("]")?,
            Self::Json(false) => terminal.show("[]")?,
        }
        Ok(())
    }
}
