//! The commands about the host: what families' browsers get pages from.

use std::path::PathBuf;

use super::folder_name;

/// Which sites.
#[derive(Debug, clap::Args)]
pub struct BuiltPlace {
    /// The folder of sites that `build` writes.
    #[arg(long, value_name = "FOLDER", default_value = "public")]
    pub from: PathBuf,
    /// The folder for kinfolio's build record, which only you should be able to open
    /// [default: the system's folder for your application data].
    #[arg(long, value_name = "FOLDER")]
    pub work: Option<PathBuf>,
    /// The file with the school's keyring [default: the system's folder for your settings].
    #[arg(long, value_name = "FILE")]
    pub keys: Option<PathBuf>,
}

/// Which sites, and which host.
#[derive(Debug, clap::Args)]
pub struct SitesOnHost {
    /// The school folder [default: the current folder, or content/ in it].
    pub folder: Option<PathBuf>,
    /// Which sites.
    #[command(flatten)]
    pub built: BuiltPlace,
    /// The host: a folder, `sftp://user@host/path`, `s3://bucket/path`, or the `https://`
    /// address of a `WebDAV` folder [default: `publish` in school.yaml].
    #[arg(long, value_name = "HOST")]
    pub to: Option<String>,
    /// The address of the storage service, for `s3://`.
    #[arg(long, value_name = "ADDRESS", requires = "to")]
    pub endpoint: Option<String>,
    /// The region of the storage service, for `s3://`.
    #[arg(long, value_name = "REGION", requires = "to")]
    pub region: Option<String>,
    /// The file with the user name and password for the host, which only you should be able
    /// to open [default: in the system's folder for your settings].
    #[arg(long, value_name = "FILE")]
    pub credentials: Option<PathBuf>,
    /// The folder for deletion records, which say what was taken down and how that was
    /// verified [default: next to the keyring].
    #[arg(long, value_name = "FOLDER")]
    pub records: Option<PathBuf>,
    /// How many sites to send at the same time.
    #[arg(long, value_name = "NUMBER", default_value_t = 8, value_parser = clap::value_parser!(u16).range(1..=64))]
    pub jobs: u16,
}

/// Options of `publish`.
#[derive(Debug, clap::Args)]
pub struct Publish {
    /// Which sites, and which host.
    #[command(flatten)]
    pub place: SitesOnHost,
    /// List what would be sent, removed, and kept, without changing anything.
    #[arg(long)]
    pub dry_run: bool,
    /// Confirm that the site of a student who is not in the folder of sites anymore goes
    /// from the host.
    #[arg(long, value_name = "STUDENT", value_parser = folder_name)]
    pub confirm_removal: Vec<String>,
    /// Confirm that all sites go from the host because the day in `retention` has passed.
    #[arg(long)]
    pub confirm_retention: bool,
}

/// Options of `withdraw`.
#[derive(Debug, clap::Args)]
pub struct Withdraw {
    /// The name of the student's folder.
    #[arg(value_parser = folder_name)]
    pub student: String,
    /// Which sites, and which host.
    #[command(flatten)]
    pub place: SitesOnHost,
}

/// Options of `verify`.
#[derive(Debug, clap::Args)]
pub struct Verify {
    /// The web address of the pages [default: `address` in school.yaml].
    pub address: Option<String>,
    /// The school folder [default: the current folder, or content/ in it].
    pub folder: Option<PathBuf>,
    /// Which sites.
    #[command(flatten)]
    pub built: BuiltPlace,
    /// Ask for every file, and not only for some of each site.
    #[arg(long)]
    pub all: bool,
    /// Show the result as one JSON object, for other programs.
    #[arg(long)]
    pub json: bool,
}
