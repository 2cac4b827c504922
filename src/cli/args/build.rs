//! The commands that write sites.

use std::path::PathBuf;

use super::Format;

/// Options of `build`.
#[derive(Debug, clap::Args)]
pub struct Build {
    /// The school folder, and where its sites go.
    #[command(flatten)]
    pub places: BuildPlaces,
    /// How and when sites are written.
    #[command(flatten)]
    pub writing: Writing,
    /// How much of the computer the command uses.
    #[command(flatten)]
    pub effort: Effort,
    /// Rebuild every site, even if nothing changed.
    #[arg(long)]
    pub all: bool,
    /// Confirm that a student or a student's files are gone on purpose. Removes the
    /// site of a student who no longer has a folder or is not published, and accepts
    /// that most of a student's files were deleted.
    #[arg(long, value_name = "STUDENT")]
    pub confirm_removal: Vec<String>,
    /// How to show problems.
    #[arg(long, value_enum)]
    pub format: Option<Format>,
    /// Say at the end how long each stage took.
    #[arg(long)]
    pub timings: bool,
}

/// The school folder, and where its sites go.
#[derive(Debug, clap::Args)]
pub struct BuildPlaces {
    /// The school folder [default: the current folder, or content/ in it].
    pub folder: Option<PathBuf>,
    /// The output folder for the sites.
    #[arg(long, value_name = "FOLDER", default_value = "public")]
    pub to: PathBuf,
    /// Also write the staff dashboard to this folder, which only staff should be able
    /// to open.
    #[arg(long, value_name = "FOLDER")]
    pub staff: Option<PathBuf>,
}

/// How and when sites are written.
#[derive(Debug, clap::Args)]
pub struct Writing {
    /// The folder for kinfolio's build record, which only you should be able to open
    /// [default: the system's folder for your application data].
    #[arg(long, value_name = "FOLDER")]
    pub work: Option<PathBuf>,
    /// The file with the school's keyring [default: the system's folder for your settings].
    #[arg(long, value_name = "FILE")]
    pub keys: Option<PathBuf>,
    /// Write plain pages even if the school's pages are sealed: for a USB drive, for paper,
    /// or to look at them. Anyone who has the files can read them.
    #[arg(long)]
    pub plain: bool,
    /// How many seconds a file must be unchanged before kinfolio reads it, so that a
    /// half-copied file is never published.
    #[arg(
        long,
        value_name = "SECONDS",
        default_value_t = 2,
        overrides_with = "settle"
    )]
    pub settle: u32,
}

/// How much of the computer a command uses.
#[derive(Debug, clap::Args)]
pub struct Effort {
    /// How many students to compile at the same time [default: one for each processor
    /// core].
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub jobs: Option<u16>,
}

/// Options of `watch`.
#[derive(Debug, clap::Args)]
pub struct Watch {
    /// The school folder, and where its sites go.
    #[command(flatten)]
    pub places: BuildPlaces,
    /// How and when sites are written.
    #[command(flatten)]
    pub writing: Writing,
    /// How much of the computer the command uses.
    #[command(flatten)]
    pub effort: Effort,
    /// How many seconds to wait between scans of the complete folder. The scans find
    /// saves that the system does not report, as on network shares.
    #[arg(long, value_name = "SECONDS", default_value_t = 15)]
    pub poll: u32,
    /// Also send what has changed to the host that school.yaml names.
    #[arg(long)]
    pub publish: bool,
    /// The file with the user name and password for the host [default: in the system's
    /// folder for your settings].
    #[arg(long, value_name = "FILE", requires = "publish")]
    pub credentials: Option<PathBuf>,
}
