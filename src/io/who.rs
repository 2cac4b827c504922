//! Who runs this program, and on which computer.

/// The name of this computer.
#[must_use]
pub fn computer() -> String {
    gethostname::gethostname().to_string_lossy().into_owned()
}

/// The name of the user, as the system calls the person or the service. Empty if it does
/// not say.
#[must_use]
pub fn user() -> String {
    let names = ["USER", "LOGNAME", "USERNAME"].into_iter();
    let mut names = names.filter_map(|name| std::env::var(name).ok());
    names.find(|name| !name.is_empty()).unwrap_or_default()
}
