//! Tells when something in a folder was saved.

use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use notify_debouncer_full::notify::{EventKind, RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, Debouncer, RecommendedCache, new_debouncer};

use super::Fault;

/// How long a folder has to be quiet before it is read: editors save in
/// several steps.
const QUIET: Duration = Duration::from_millis(150);

/// A watched folder; dropping it ends the watch.
pub struct Watch {
    /// One message for each burst of changes.
    pub changes: Receiver<()>,
    _watcher: Debouncer<RecommendedWatcher, RecommendedCache>,
}

/// Watches `folder` and everything below it.
///
/// # Errors
/// When the system cannot watch it.
pub fn watch(folder: &Path) -> Result<Watch, Fault> {
    let (sender, changes) = channel();
    let tell = move |result: DebounceEventResult| {
        let saved = match result {
            Ok(events) => events.iter().any(is_change),
            // What was missed is found by reading everything again.
            Err(_) => true,
        };
        if saved {
            // The receiver is gone only when the program ends.
            let _ = sender.send(());
        }
    };
    let fault = |error| Fault::new("watch", folder, error);
    let mut watcher = new_debouncer(QUIET, None, tell).map_err(fault)?;
    watcher
        .watch(folder, RecursiveMode::Recursive)
        .map_err(fault)?;
    Ok(Watch {
        changes,
        _watcher: watcher,
    })
}

/// Reading a file is an event too, and would build in a circle.
fn is_change(event: &notify_debouncer_full::DebouncedEvent) -> bool {
    let hidden = |path: &Path| {
        path.file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with('.'))
    };
    let missed = event.need_rescan();
    let shown = !event.paths.iter().all(|path| hidden(path));
    missed || (!matches!(event.kind, EventKind::Access(_)) && shown)
}
