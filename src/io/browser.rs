//! The browser that a computer has, as a printer of PDF files. It sets text in every script
//! with the fonts that are there.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::plain;

/// The largest PDF that is read: a few thousand letters.
const LARGEST: u64 = 512 * 1024 * 1024;

/// How often the browser is looked at.
const LOOK: Duration = Duration::from_millis(20);

/// What browsers are called that can print without a window.
#[cfg(not(any(windows, target_os = "macos")))]
const PROGRAMS: [&str; 8] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "microsoft-edge-stable",
    "brave-browser",
    "vivaldi",
];
/// Where they are on a Mac, below the folders of programs.
#[cfg(target_os = "macos")]
const PROGRAMS: [&str; 4] = [
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "Chromium.app/Contents/MacOS/Chromium",
    "Brave Browser.app/Contents/MacOS/Brave Browser",
];
/// Where they are on Windows, below the folders of programs.
#[cfg(windows)]
const PROGRAMS: [&str; 4] = [
    r"Microsoft\Edge\Application\msedge.exe",
    r"Google\Chrome\Application\chrome.exe",
    r"Chromium\Application\chrome.exe",
    r"BraveSoftware\Brave-Browser\Application\brave.exe",
];

/// What every run of the browser is told: no window, nothing of the user's own settings,
/// and no connection to anybody.
const OPTIONS: [&str; 17] = [
    "--headless",
    "--disable-gpu",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-extensions",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-breakpad",
    "--disable-crash-reporter",
    "--no-pings",
    "--password-store=basic",
    "--use-mock-keychain",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--no-pdf-header-footer",
    // The same in browsers before 2022.
    "--print-to-pdf-no-header",
];

/// Why there is no PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PrintProblem {
    /// The system's message: the browser, or a folder for it, could not be had.
    System(String),
    /// The browser did not end in time, and was stopped.
    Late,
    /// The browser reported a failure, or wrote nothing that is a PDF.
    Nothing,
    /// The PDF has another number of pages than it should have.
    Pages(usize),
}

/// A browser on this computer that can print to a file. `None` if there is none in the
/// usual places.
#[must_use]
pub fn find_browser() -> Option<PathBuf> {
    let places = folders()
        .into_iter()
        .flat_map(|folder| PROGRAMS.map(|program| folder.join(program)));
    // A name that comes first is better than a folder that does.
    let mut places: Vec<PathBuf> = places.collect();
    places.sort_by_key(|place| PROGRAMS.iter().position(|program| place.ends_with(program)));
    places.into_iter().find(|place| place.is_file())
}

/// The folders in which programs are.
fn folders() -> Vec<PathBuf> {
    #[cfg(windows)]
    {
        let names = ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"];
        let folders = names.iter().filter_map(std::env::var_os);
        folders.map(PathBuf::from).collect()
    }
    #[cfg(target_os = "macos")]
    {
        let own = etcetera::home_dir()
            .ok()
            .map(|home| home.join("Applications"));
        std::iter::once(PathBuf::from("/Applications"))
            .chain(own)
            .collect()
    }
    #[cfg(not(any(windows, target_os = "macos")))]
    {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let more = ["/usr/bin", "/usr/local/bin", "/snap/bin"].map(PathBuf::from);
        std::env::split_paths(&path)
            .filter(|folder| folder.is_absolute())
            .chain(more)
            .collect()
    }
}

/// Prints the file `name` in `folder`, which is HTML without scripts and has so many
/// `sheets`, with `browser`. Returns the bytes of the PDF. What others can see of the
/// running browser is `name` and nothing more.
///
/// # Errors
/// Why there is no PDF. The browser does not run anymore then.
pub fn print_to_pdf(
    browser: &Path,
    folder: &Path,
    name: &str,
    sheets: usize,
    deadline: Duration,
) -> Result<Vec<u8>, PrintProblem> {
    let system = |error: std::io::Error| PrintProblem::System(error.to_string());
    // The user's own profile may be in use, and must not be changed.
    let profile = private_folder("kinfolio-", &std::env::temp_dir()).map_err(system)?;
    // Next to the letters, because some browsers see no other folder for temporary files.
    let place = private_folder("printing-", folder).map_err(system)?;
    let pdf = place.path().join("letters.pdf");
    // A path from here, because folders have names that nobody else needs to see.
    let shown = Path::new(place.path().file_name().unwrap_or_default()).join("letters.pdf");
    let mut command = Command::new(super::real(browser));
    command.current_dir(folder).args(OPTIONS);
    if is_administrator(&profile) {
        // Browsers refuse to start otherwise. The page is kinfolio's own and has no script.
        command.arg("--no-sandbox");
    }
    command.arg(option("--user-data-dir=", profile.path()));
    command.arg(option("--print-to-pdf=", &shown)).arg(name);
    command.stdin(Stdio::null()).stdout(Stdio::null());
    let child = command.stderr(Stdio::null()).spawn().map_err(system)?;
    let ended = wait(child, deadline);
    remove(&profile);
    let bytes = plain::read(&pdf, LARGEST).map(|bytes| bytes.to_vec());
    remove(&place);
    match ended {
        None => Err(PrintProblem::Late),
        Some(status) if !status.success() => Err(PrintProblem::Nothing),
        Some(_) => checked(bytes.unwrap_or_default(), sheets),
    }
}

/// A new folder that only this user can open.
fn private_folder(prefix: &str, within: &Path) -> std::io::Result<TempDir> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(prefix);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(std::fs::Permissions::from_mode(0o700));
    }
    builder.tempdir_in(within)
}

fn option(name: &str, path: &Path) -> std::ffi::OsString {
    let mut option = std::ffi::OsString::from(name);
    option.push(path);
    option
}

/// Whether this process may do everything on the computer, as a service or in a container.
fn is_administrator(own: &TempDir) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt as _;
        own.path().metadata().is_ok_and(|facts| facts.uid() == 0)
    }
    #[cfg(not(unix))]
    {
        let _ = own;
        false
    }
}

/// Waits until a program ends. One that takes longer is stopped.
fn wait(mut child: Child, deadline: Duration) -> Option<ExitStatus> {
    let begun = Instant::now();
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return Some(status),
            Ok(None) if begun.elapsed() < deadline => std::thread::sleep(LOOK),
            _ => break,
        }
    }
    let _ = child.kill();
    let _ = child.wait();
    None
}

/// Removes a folder. Parts of the browser may still write into it for a moment.
fn remove(folder: &TempDir) {
    for _ in 0..50 {
        if std::fs::remove_dir_all(folder.path()).is_ok() {
            break;
        }
        std::thread::sleep(LOOK);
    }
}

/// The bytes of a PDF, if they are one and have so many pages.
fn checked(bytes: Vec<u8>, sheets: usize) -> Result<Vec<u8>, PrintProblem> {
    let tail = bytes.get(bytes.len().saturating_sub(1024)..);
    let is_complete = tail.is_some_and(|tail| memchr::memmem::find(tail, b"%%EOF").is_some());
    let pages = pages(&bytes);
    if !bytes.starts_with(b"%PDF-") || !is_complete || pages == 0 {
        return Err(PrintProblem::Nothing);
    }
    if pages != sheets {
        return Err(PrintProblem::Pages(pages));
    }
    Ok(bytes)
}

/// How many pages a PDF has. Browsers write each of them as an object that is not
/// compressed.
fn pages(bytes: &[u8]) -> usize {
    const PAGE: &[u8] = b"/Type /Page";
    memchr::memmem::find_iter(bytes, PAGE)
        .filter(|at| {
            let after = bytes.get(at + PAGE.len());
            after.is_some_and(|byte| !byte.is_ascii_alphanumeric())
        })
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pages_of_a_pdf_are_counted() {
        let check = |text: &str, sheets: usize, expected: Option<PrintProblem>| {
            let found = checked(text.as_bytes().to_vec(), sheets);
            assert_eq!(found.err(), expected, "{text}");
        };
        let two = "%PDF-1.4 <</Type /Pages /Count 2>> <</Type /Page>> <</Type /Page\n>> %%EOF\n";
        check(two, 2, None);
        check(two, 1, Some(PrintProblem::Pages(2)));
        check(&two[..two.len() - 3], 2, Some(PrintProblem::Nothing));
        check(&two[1..], 2, Some(PrintProblem::Nothing));
        check("%PDF-1.4 %%EOF", 0, Some(PrintProblem::Nothing));
        check("", 1, Some(PrintProblem::Nothing));
    }

    #[cfg(unix)]
    mod with_a_browser_that {
        use std::fs;
        use std::os::unix::fs::PermissionsExt as _;

        use super::*;

        const LONG: Duration = Duration::from_mins(1);

        /// A program in `folder` that a shell runs.
        fn pretender(folder: &Path, script: &str) -> PathBuf {
            let browser = folder.join("browser");
            fs::write(&browser, format!("#!/bin/sh\n{script}\n")).unwrap();
            fs::set_permissions(&browser, fs::Permissions::from_mode(0o700)).unwrap();
            browser
        }

        /// Prints one sheet with a program that a shell runs. Returns the problem, and what
        /// is in the folder afterwards.
        fn printed(script: &str, deadline: Duration) -> (Option<PrintProblem>, Vec<String>) {
            let folder = tempfile::tempdir().unwrap();
            let browser = pretender(folder.path(), script);
            let printed = print_to_pdf(&browser, folder.path(), "letter.html", 1, deadline);
            let mut names = crate::io::names_in(folder.path());
            names.sort();
            (printed.err(), names)
        }

        /// Finds the file to write among the arguments.
        const FIND: &str = "for one; do case $one in --print-to-pdf=*) to=${one#*=};; esac; done";
        const PDF: &str = "printf '%%PDF-1.4 <</Type /Page>> %%%%EOF' > $to";

        #[test]
        fn writes_one_sheet_or_something_else() {
            let check = |script: &str, expected: Option<PrintProblem>| {
                let (problem, names) = printed(&format!("{FIND}; {script}"), LONG);
                assert_eq!(problem, expected, "{script}");
                assert_eq!(names, ["browser"], "{script}");
            };
            check(PDF, None);
            check("true", Some(PrintProblem::Nothing));
            check("echo words > $to", Some(PrintProblem::Nothing));
            check(&format!("{PDF}; exit 1"), Some(PrintProblem::Nothing));
            let two = PDF.replace("<</Type /Page>>", "<</Type /Page>> <</Type /Page>>");
            check(&two, Some(PrintProblem::Pages(2)));
        }

        #[test]
        fn does_not_end() {
            let script = format!("{FIND}; {PDF}; exec sleep 600");
            let (problem, names) = printed(&script, Duration::from_millis(200));
            assert_eq!(problem, Some(PrintProblem::Late));
            assert_eq!(names, ["browser"]);
        }

        #[test]
        fn is_told_nothing_but_names_without_meaning() {
            let script = format!("{FIND}; {PDF}; echo \"$@\" > told; ls -l -d printing-* > mode");
            let folder = tempfile::tempdir().unwrap();
            let browser = pretender(folder.path(), &script);
            print_to_pdf(&browser, folder.path(), "letter.html", 1, LONG).unwrap();
            let told = fs::read_to_string(folder.path().join("told")).unwrap();
            assert!(told.trim_end().ends_with(" letter.html"), "{told}");
            assert!(told.contains(" --user-data-dir=") && told.contains("~NOTFOUND"));
            let own = folder.path().file_name().unwrap().to_str().unwrap();
            assert!(!told.contains(own), "{told}");
            let mode = fs::read_to_string(folder.path().join("mode")).unwrap();
            assert!(mode.starts_with("drwx------"), "{mode}");
        }

        #[test]
        fn is_not_there() {
            let folder = tempfile::tempdir().unwrap();
            let none = folder.path().join("none");
            let printed = print_to_pdf(&none, folder.path(), "letter.html", 1, LONG);
            assert!(matches!(printed, Err(PrintProblem::System(_))));
            assert!(crate::io::names_in(folder.path()).is_empty());
        }
    }
}
