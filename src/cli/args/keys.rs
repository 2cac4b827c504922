//! The commands about keys, letters, and messages to readers.

use std::path::PathBuf;

use clap::{Subcommand, ValueEnum};

use super::folder_name;

/// What `keys` can do.
#[derive(Debug, Subcommand)]
pub enum Keys {
    /// Make the keyring of a school. All codes, links, and keys follow from it.
    #[command(after_help = ends!([
        "kinfolio keys init our-school",
        "kinfolio keys init our-school --pass-phrase",
        "kinfolio keys init our-school --keys /srv/keys/our-school.json"
    ] 0 2))]
    Init(KeysInit),
    /// Show where the keyring is, and who may open which student's pages.
    #[command(after_help = ends!([
        "kinfolio keys status our-school",
        "kinfolio keys status our-school --json"
    ] 0 1 2))]
    Status(KeysStatus),
    /// Give the pages of one student, or of all, a new key. Letters stay valid.
    #[command(
        override_usage = "kinfolio keys rotate <STUDENT> [FOLDER]\n       kinfolio keys rotate --all [FOLDER]",
        after_help = ends!([
            "kinfolio keys rotate diego our-school",
            "kinfolio keys rotate --all our-school"
        ] 0 2)
    )]
    Rotate(KeysRotate),
    /// Close the pages to one reader. The reader's letter stops working.
    #[command(after_help = ends!(["kinfolio keys revoke diego/father our-school"] 0 2))]
    Revoke(KeysReader),
    /// Give one reader a new code and link, for a new letter. The old letter stops working.
    #[command(after_help = ends!(["kinfolio keys reissue diego/mother our-school"] 0 2))]
    Reissue(KeysReader),
    /// Close the pages of a student who has left, to everyone.
    #[command(after_help = ends!([
        "kinfolio keys retire diego our-school",
        "kinfolio keys retire diego our-school --undo"
    ] 0 2))]
    Retire(KeysRetire),
    /// Copy the keyring to a safe place.
    #[command(after_help = ends!(["kinfolio keys backup /media/usb/our-school.json our-school"] 0 2))]
    Backup(KeysBackup),
    /// Put a backup of the keyring back in its place.
    #[command(after_help = ends!(["kinfolio keys restore /media/usb/our-school.json our-school"] 0 2))]
    Restore(KeysRestore),
    /// Protect the keyring with a pass phrase, or change the one that it has.
    #[command(after_help = ends!(["kinfolio keys protect our-school"] 0 2))]
    Protect(KeyringPlace),
    /// Take the pass phrase off the keyring.
    #[command(after_help = ends!(["kinfolio keys unprotect our-school"] 0 2))]
    Unprotect(KeyringPlace),
}

/// Which keyring to use.
#[derive(Debug, clap::Args)]
pub struct KeyringPlace {
    /// The school folder [default: the current folder, or content/ in it].
    pub folder: Option<PathBuf>,
    /// The file of the keyring [default: in the system's folder for your settings].
    #[arg(long, value_name = "FILE")]
    pub keys: Option<PathBuf>,
}

/// Options of `keys init`.
#[derive(Debug, clap::Args)]
pub struct KeysInit {
    /// Which keyring to use.
    #[command(flatten)]
    pub place: KeyringPlace,
    /// Make another keyring for a school that has one. All letters stop working.
    #[arg(long)]
    pub new: bool,
    /// Protect the keyring with a pass phrase from the beginning.
    #[arg(long)]
    pub pass_phrase: bool,
}

/// Options of `keys status`.
#[derive(Debug, clap::Args)]
pub struct KeysStatus {
    /// Which keyring to use.
    #[command(flatten)]
    pub place: KeyringPlace,
    /// Show everything as one JSON object, for other programs.
    #[arg(long)]
    pub json: bool,
}

/// Options of `keys rotate`.
#[derive(Debug, clap::Args)]
pub struct KeysRotate {
    /// The name of the student's folder.
    #[arg(required_unless_present = "all")]
    pub student: Option<String>,
    /// Which keyring to use.
    #[command(flatten)]
    pub place: KeyringPlace,
    /// Give the pages of every student a new key.
    #[arg(long)]
    pub all: bool,
}

/// Options of `keys revoke` and `keys reissue`.
#[derive(Debug, clap::Args)]
pub struct KeysReader {
    /// The reader, as `keys status` names it: diego/mother, or a name in families.yaml.
    pub reader: String,
    /// Which keyring to use.
    #[command(flatten)]
    pub place: KeyringPlace,
}

/// Options of `keys retire`.
#[derive(Debug, clap::Args)]
pub struct KeysRetire {
    /// The name of the student's folder.
    #[arg(value_parser = folder_name)]
    pub student: String,
    /// Which keyring to use.
    #[command(flatten)]
    pub place: KeyringPlace,
    /// Open the pages of a student who was closed by mistake or has come back.
    #[arg(long)]
    pub undo: bool,
}

/// Options of `keys backup`.
#[derive(Debug, clap::Args)]
pub struct KeysBackup {
    /// The file to write, on a drive that is kept in a safe place.
    pub file: PathBuf,
    /// Which keyring to use.
    #[command(flatten)]
    pub place: KeyringPlace,
}

/// Options of `keys restore`.
#[derive(Debug, clap::Args)]
pub struct KeysRestore {
    /// The backup.
    pub file: PathBuf,
    /// Which keyring to use.
    #[command(flatten)]
    pub place: KeyringPlace,
    /// Use this backup even if keys or readers have changed since it was made.
    #[arg(long)]
    pub older: bool,
}

/// Options of `letters`.
#[derive(Debug, clap::Args)]
pub struct Letters {
    /// Which keyring to use.
    #[command(flatten)]
    pub place: KeyringPlace,
    /// The output folder for the letters, which only you should be able to open.
    #[arg(long, value_name = "FOLDER")]
    pub to: PathBuf,
    /// Make the letter of this reader only. Name the reader as `keys status` does.
    #[arg(long, value_name = "READER")]
    pub reader: Vec<String>,
    /// Make letters only for readers who have no letter that works.
    #[arg(long, conflicts_with = "reader")]
    pub new: bool,
    /// What the QR code holds. If the host asks readers to log in, it is always the
    /// address.
    #[arg(long, value_enum, default_value = "key")]
    pub qr: QrContent,
    /// The paper to print on.
    #[arg(long, value_enum, default_value = "letter")]
    pub paper: PaperSize,
    /// Also write each file as a PDF, with a browser of this computer.
    #[arg(long)]
    pub pdf: bool,
    /// The program of Edge, Chrome, or Chromium for --pdf [default: one in the usual places].
    #[arg(long, value_name = "FILE", requires = "pdf")]
    pub browser: Option<PathBuf>,
}

/// What the QR code of a letter holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum QrContent {
    /// The address and the secret that opens the pages, so that nobody has to type.
    Key,
    /// The address only, for families who share phones. They always type the code.
    Address,
}

/// The paper that letters are printed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum PaperSize {
    /// 210 × 297 mm.
    A4,
    /// 8.5 × 11 inches.
    Letter,
}

/// Options of `host-files`.
#[derive(Debug, clap::Args)]
pub struct HostFiles {
    /// Which keyring to use.
    #[command(flatten)]
    pub place: KeyringPlace,
    /// The web server.
    #[arg(long = "for", value_name = "SERVER", value_enum)]
    pub server: HostServer,
    /// The output folder for the files, which only you and the web server should be able
    /// to open.
    #[arg(long, value_name = "FOLDER")]
    pub to: PathBuf,
    /// The folder on the web server that holds the sites.
    #[arg(long, value_name = "FOLDER")]
    pub root: Option<PathBuf>,
    /// Where that folder is in addresses, such as /families/ [default: as `address` in
    /// school.yaml says].
    #[arg(long, value_name = "PATH")]
    pub url_path: Option<String>,
    /// Where the files will be on the web server [default: the folder of --to].
    #[arg(long, value_name = "FOLDER")]
    pub server_folder: Option<PathBuf>,
    /// The folder of sites on this computer, as `build` wrote it.
    #[arg(long, value_name = "FOLDER", default_value = "public")]
    pub from: PathBuf,
    /// The folder for kinfolio's build record, if `build` was given one.
    #[arg(long, value_name = "FOLDER")]
    pub work: Option<PathBuf>,
}

/// A web server that there are rules for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum HostServer {
    /// nginx: password files, and rules to include.
    Nginx,
    /// Apache: password files, and rules to include.
    Apache,
    /// Caddy: rules to import, with the passwords in them.
    Caddy,
    /// A host for static files, such as Netlify or Cloudflare Pages: headers for sealed
    /// pages.
    Static,
}

/// Options of `messages`.
#[derive(Debug, clap::Args)]
pub struct ReaderMessages {
    /// Which keyring to use.
    #[command(flatten)]
    pub place: KeyringPlace,
    /// The CSV file to write.
    #[arg(long, value_name = "FILE")]
    pub to: PathBuf,
}
