//! Words the result of a removal that a person confirmed.

use super::diagnostics::Messages;
use crate::incremental::{Removal, RemovalOutcome};

/// One sentence about a removal. `out` is the folder of sites.
pub(super) fn sentence(removal: &Removal, out: &str, messages: &Messages) -> String {
    let named = || ("name", removal.name.clone());
    let student = || ("student", removal.name.clone());
    let say = |id: &str| messages.say(id, [named(), student()]);
    match &removal.decision {
        RemovalOutcome::TakenDown(files) => {
            messages.count("taken-down", &[("removed", *files)], [student()])
        }
        RemovalOutcome::SharedFilesBroken => say("removal-broken-school"),
        RemovalOutcome::PartOfStudent(owner) => {
            messages.say("removal-part", [named(), ("student", owner.clone())])
        }
        RemovalOutcome::SharedFolder => say("removal-shared"),
        RemovalOutcome::SharedFolderInUse => say("removal-shared-there"),
        RemovalOutcome::JustBuilt => say("removal-built"),
        RemovalOutcome::StillThere => say("removal-there"),
        RemovalOutcome::HasErrors => say("removal-broken"),
        RemovalOutcome::StillChanging => say("removal-waits"),
        RemovalOutcome::SiteOf(other) => {
            let values = [
                student(),
                ("other", other.clone()),
                ("folder", out.to_owned()),
            ];
            messages.say("live-twin", values)
        }
        RemovalOutcome::NoSite => messages.say("nothing-to-remove", [student()]),
    }
}
