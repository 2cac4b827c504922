use std::io::{self, IsTerminal as _, Write};

use anstream::AutoStream;

use super::Format;

/// Where a command speaks.
pub(super) struct Terminal {
    out: AutoStream<io::Stdout>,
    err: AutoStream<io::Stderr>,
}

impl Terminal {
    pub(super) fn new() -> Self {
        Self {
            out: AutoStream::auto(io::stdout()),
            err: AutoStream::auto(io::stderr()),
        }
    }

    /// The format to use where none was asked for: pictures of lines are for
    /// eyes at a terminal that shows colour.
    pub(super) fn format(asked: Option<Format>) -> Format {
        let plain = !io::stdout().is_terminal()
            || std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        asked.unwrap_or(if plain { Format::Plain } else { Format::Human })
    }

    /// Says a line.
    pub(super) fn say(&mut self, line: &str) -> io::Result<()> {
        writeln!(self.out, "{line}")?;
        self.out.flush()
    }

    /// Says a line that is not the result.
    pub(super) fn error(&mut self, line: &str) {
        // Where nobody listens nothing is left to do.
        let _ = writeln!(self.err, "{line}");
    }
}
