//! Deletion records: what was taken off the host, when, by whom, and how that was
//! verified. A district can file them.

use std::path::PathBuf;

use super::{SchoolOnHost, SiteBuilder, SitesOnHost, student_in};
use crate::io::{self, Fault};
use crate::publish::{Published, TakenDown};

/// The folder for deletion records next to the keyring.
const FOLDER: &str = "deletion-records";

/// Writes a record for each site that was taken down. Returns the files.
pub(super) fn write(
    school: &SchoolOnHost,
    sites: &SiteBuilder,
    published: &Published,
    place: &SitesOnHost,
) -> Result<Vec<PathBuf>, Fault> {
    let beside = || school.keyring.place.with_file_name(FOLDER);
    let folder = place.records.clone().unwrap_or_else(beside);
    let mut files = Vec::new();
    for taken in &published.taken_down {
        let student = student_in(sites, &taken.folder);
        let time = io::time_of_day();
        let moment: String = time
            .chars()
            .filter(|one| !matches!(one, ':'))
            .map(|one| if one == ' ' { '-' } else { one })
            .collect();
        let file = folder.join(format!("{moment}-{student}.txt"));
        let text = text(school, taken, &student, &time);
        io::private_file(&file, text.as_bytes())?;
        files.push(file);
    }
    Ok(files)
}

fn text(school: &SchoolOnHost, taken: &TakenDown, student: &str, time: &str) -> String {
    let messages = &school.messages;
    let facts = || {
        [
            ("student", student.to_owned()),
            ("school", school.keyring.keyring.school_name().to_owned()),
            ("host", school.host.place()),
            ("folder", taken.folder.clone()),
            ("time", time.to_owned()),
            ("user", io::user()),
            ("computer", io::computer()),
            ("version", env!("CARGO_PKG_VERSION").to_owned()),
        ]
    };
    let result = if taken.is_proved() {
        "deletion-proved"
    } else {
        "deletion-not-proved"
    };
    let ids = ["deletion-title", "deletion-facts", result, "deletion-scope"];
    let numbers = [
        ("files", taken.removed.len()),
        ("verified", taken.verified),
        ("left", taken.left.len()),
    ];
    let mut lines: Vec<String> = ids
        .iter()
        .map(|id| messages.count(id, &numbers, facts()))
        .collect();
    lines.push(messages.say("deletion-files", []));
    lines.extend(
        taken
            .removed
            .iter()
            .map(|path| format!("  {}", path.as_str())),
    );
    if !taken.left.is_empty() {
        lines.push(messages.say("deletion-left", []));
        lines.extend(taken.left.iter().map(|path| format!("  {}", path.as_str())));
    }
    lines.join("\n\n").replace("\n\n  ", "\n  ") + "\n"
}
