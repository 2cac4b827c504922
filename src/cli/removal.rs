//! Words the result of a removal that a person confirmed.

use super::diagnostics::Messages;
use crate::incremental::{Decision, Removal};

/// One sentence about a removal. `out` is the folder of sites.
pub(super) fn sentence(removal: &Removal, out: &str, messages: &Messages) -> String {
    let named = || ("name", removal.name.clone());
    let student = || ("student", removal.name.clone());
    let say = |id: &str| messages.say(id, [named(), student()]);
    match &removal.decision {
        Decision::TakenDown(files) => {
            messages.count("taken-down", &[("removed", *files)], [student()])
        }
        Decision::SharedFilesBroken => say("removal-broken-school"),
        Decision::PartOfStudent(owner) => {
            messages.say("removal-part", [named(), ("student", owner.clone())])
        }
        Decision::SharedFolder => say("removal-shared"),
        Decision::SharedFolderInUse => say("removal-shared-there"),
        Decision::JustBuilt => say("removal-built"),
        Decision::StillThere => say("removal-there"),
        Decision::HasErrors => say("removal-broken"),
        Decision::StillChanging => say("removal-waits"),
        Decision::SiteOf(other) => {
            let values = [
                student(),
                ("other", other.clone()),
                ("folder", out.to_owned()),
            ];
            messages.say("live-twin", values)
        }
        Decision::NoSite => messages.say("nothing-to-remove", [student()]),
    }
}
