use crate::diagnostic::{Diagnostics, Outcome};
use crate::discover::Plan;
use crate::locale::{Packs, built_in};
use crate::model::{Date, Digits, School, StudentId};
use crate::parse;
use crate::rules::Roster;
use crate::theme::Theme;
use crate::validate;

/// What every unit is compiled with, made once.
pub struct Shared {
    /// The school.
    pub school: School,
    /// Its languages.
    pub packs: Packs,
    /// Its look.
    pub theme: Theme,
    /// The names of all students.
    pub roster: Roster,
}

impl Shared {
    /// Reads what all students share. Nothing comes back when it is broken:
    /// then no site can be made anew.
    ///
    /// `today` counts where `school.yaml` names no day.
    pub fn read(plan: &Plan, today: Date) -> Outcome<Option<Self>> {
        let mut seen = Diagnostics::default();
        let shared = read(plan, today, &mut seen);
        Outcome::new(shared, seen)
    }
}

fn read(plan: &Plan, today: Date, seen: &mut Diagnostics) -> Option<Shared> {
    let groups = parse::files(&plan.shared.files, "").into_value(seen);
    let school = validate::school(&groups, today).into_value(seen);
    let digits = school
        .as_ref()
        .map_or(Digits::Western, |school| school.digits);
    let packs = Packs::load(&built_in(), &plan.shared.overrides, digits).into_value(seen);
    let theme = Theme::load(&plan.shared.overrides, &packs).into_value(seen);
    let (school, theme) = (school?, theme?);
    let names: Vec<(StudentId, Vec<String>)> = plan
        .units
        .iter()
        .map(|unit| (unit.student().clone(), names(unit)))
        .collect();
    let roster = Roster::new(&names, &school);
    if seen.any_error() {
        return None;
    }
    Some(Shared {
        school,
        packs,
        theme,
        roster,
    })
}

/// A student's names, found before the unit itself is built. What is wrong with
/// the file is said then.
fn names(unit: &crate::discover::UnitSources) -> Vec<String> {
    let file = unit
        .files()
        .iter()
        .find(|file| file.path.below(&unit.folder()) == Some("student.yaml"));
    let groups = parse::files(
        file.map(std::slice::from_ref).unwrap_or_default(),
        &unit.folder(),
    );
    validate::names(&groups.into_value(&mut Diagnostics::default()))
}
