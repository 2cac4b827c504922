//! The commands and their options, as clap parses them. Doc comments are help
//! text.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

use crate::diagnostic::Severity;

/// One line about an exit code.
macro_rules! code {
    (ended) => {
        "\n  0   stopped by you or by the system"
    };
    (open) => {
        "\n  (runs until you press Ctrl+C or close its window)"
    };
    (0) => {
        "\n  0   success"
    };
    (1) => {
        "\n  1   there are errors to fix in the school's files"
    };
    (2) => {
        "\n  2   the command failed: wrong arguments or a system error"
    };
    (75) => {
        "\n  75  temporary failure: run the command again in a minute"
    };
}

/// The end of each help text: examples and exit codes.
macro_rules! ends {
    ([$($example:literal),+] $($number:tt)+) => {
        concat!(
            "Examples:", $("\n  ", $example,)+
            "\n\nExit codes:", $(code!($number)),+
        )
    };
}

mod build;
mod keys;
mod publish;

pub(super) use build::{Build, Effort, Watch, Writing};

pub(super) use publish::{BuiltPlace, Publish, SitesOnHost, Verify, Withdraw};

pub(super) use keys::{
    HostFiles, HostServer, KeyringPlace, Keys, KeysBackup, KeysInit, KeysReader, KeysRestore,
    KeysRetire, KeysRotate, KeysStatus, Letters, PaperSize, QrContent, ReaderMessages,
};

/// The name of a student's folder, given as a name or as a path
/// (`students/diego/`).
#[allow(clippy::unnecessary_wraps, reason = "clap expects a `Result`")]
pub(super) fn folder_name(typed: &str) -> Result<String, std::convert::Infallible> {
    let name = typed.trim_end_matches(['/', '\\']);
    let name = name.rsplit(['/', '\\']).next();
    Ok(name
        .filter(|name| !name.is_empty())
        .unwrap_or(typed)
        .to_owned())
}

/// The widest column of help text that is comfortable to read.
const WIDEST: usize = 100;

/// Turns a shared folder of Markdown and YAML files into a small, private,
/// accessible website for each student, in the family's languages.
#[derive(Debug, Parser)]
#[command(
    name = "kinfolio",
    version,
    max_term_width = WIDEST,
    after_help = concat!(
        "If you run kinfolio without a command or double-click it, it opens a preview of the \
         school in this folder in your browser. If there is no school here, it helps you set \
         one up.\n\n",
        ends!([
            "kinfolio new school our-school --languages en,es",
            "kinfolio serve our-school --open",
            "kinfolio check our-school",
            "kinfolio build our-school --to public"
        ] 0 1 2 75)
    )
)]
pub struct Args {
    /// The command to run.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Set up something new.
    #[command(
        subcommand,
        after_help = ends!(["kinfolio new school our-school --languages en,es"] 0 2)
    )]
    New(New),
    /// Build every student's site.
    #[command(after_help = ends!([
        "kinfolio build our-school --to public",
        "kinfolio build our-school --to public --staff staff-dashboard",
        "kinfolio build our-school --to public --confirm-removal diego"
    ] 0 1 2 75))]
    Build(Build),
    /// Report every problem in every student's files, without writing anything.
    #[command(after_help = ends!([
        "kinfolio check our-school",
        "kinfolio check our-school --student diego --min-severity warning",
        "kinfolio check --explain K207"
    ] 0 1 2))]
    Check(Check),
    /// Preview the sites on this computer, and update them after each save.
    #[command(after_help = ends!([
        "kinfolio serve our-school --open",
        "kinfolio serve our-school --port 0"
    ] open 2))]
    Serve(Serve),
    /// Show sealed pages as a reader sees them, to help a family on the telephone.
    #[command(after_help = ends!([
        "kinfolio open public",
        "kinfolio open public --open"
    ] open 2))]
    Open(Open),
    /// Build every student's site, and rebuild after each save until you stop it.
    #[command(after_help = ends!([
        "kinfolio watch our-school --to public",
        "kinfolio watch our-school --to public --publish"
    ] ended 2 75))]
    Watch(Watch),
    /// Summarize every student's progress, for staff.
    #[command(after_help = ends!([
        "kinfolio report our-school",
        "kinfolio report our-school --student diego",
        "kinfolio report our-school --format csv"
    ] 0 1 2))]
    Report(Report),
    /// Write a handoff page about one student, for the team that takes over.
    #[command(after_help = ends!(["kinfolio handoff diego our-school --to for-staff"] 0 1 2))]
    Handoff(Handoff),
    /// Make and change the keys that sealed pages are opened with.
    #[command(
        subcommand,
        after_help = ends!([
            "kinfolio keys init our-school",
            "kinfolio keys status our-school"
        ] 0 1 2)
    )]
    Keys(Keys),
    /// Write a letter for each reader, with the address and the code of the pages.
    #[command(after_help = ends!([
        "kinfolio letters our-school --to letters",
        "kinfolio letters our-school --to letters --new",
        "kinfolio letters our-school --to letters --reader diego/mother --paper a4",
        "kinfolio letters our-school --to letters --pdf"
    ] 0 1 2))]
    Letters(Letters),
    /// Write a message to each reader that says that there is something new, for the
    /// school's own messenger.
    #[command(after_help = ends!(["kinfolio messages our-school --to messages.csv"] 0 1 2))]
    Messages(ReaderMessages),
    /// Send the sites to the school's web host. Only what has changed is sent.
    #[command(after_help = ends!([
        "kinfolio publish our-school",
        "kinfolio publish our-school --dry-run",
        "kinfolio publish our-school --to sftp://kinfolio@web.example.org/srv/families",
        "kinfolio publish our-school --confirm-removal diego"
    ] 0 1 2 75))]
    Publish(Publish),
    /// Take a student's pages off the host at once, and prove that nothing is left.
    #[command(after_help = ends!(["kinfolio withdraw diego our-school"] 0 1 2 75))]
    Withdraw(Withdraw),
    /// Look at the published pages as a stranger would, and say what is wrong.
    #[command(after_help = ends!([
        "kinfolio verify https://pages.example.org/families our-school",
        "kinfolio verify --json"
    ] 0 1 2 75))]
    Verify(Verify),
    /// Write what a web server has to know: who may open which pages, and with which
    /// headers.
    #[command(after_help = ends!([
        "kinfolio host-files our-school --for nginx --to /etc/kinfolio --root /srv/www/families",
        "kinfolio host-files our-school --for static --to host-files"
    ] 0 1 2))]
    HostFiles(HostFiles),
    /// Work with translations.
    #[command(
        subcommand,
        after_help = ends!(["kinfolio translate status our-school"] 0 1 2)
    )]
    Translate(Translate),
    /// Write JSON Schemas, with which an editor completes and checks the facts in files.
    #[command(after_help = ends!(["kinfolio schema --to our-school/.kinfolio/schema"] 0 2))]
    Schema(Schema),
    /// Print a script that lets your shell complete these commands with the Tab key.
    #[command(after_help = ends!([
        "kinfolio completions bash >> ~/.bash_completion",
        "kinfolio completions zsh > ~/.zfunc/_kinfolio",
        "kinfolio completions fish > ~/.config/fish/completions/kinfolio.fish",
        "kinfolio completions powershell >> $PROFILE"
    ] 0 2))]
    Completions(Completions),
    /// Write a manual page for each command.
    #[command(after_help = ends!(["kinfolio man --to ~/.local/share/man/man1"] 0 2))]
    Man(Man),
}

/// Options of `completions`.
#[derive(Debug, clap::Args)]
pub struct Completions {
    /// The shell to write the script for.
    #[arg(value_enum)]
    pub shell: clap_complete::Shell,
}

/// Options of `schema`.
#[derive(Debug, clap::Args)]
pub struct Schema {
    /// The folder for the schemas.
    #[arg(long, value_name = "FOLDER")]
    pub to: PathBuf,
}

/// Options of `man`.
#[derive(Debug, clap::Args)]
pub struct Man {
    /// The folder for the manual pages.
    #[arg(long, value_name = "FOLDER")]
    pub to: PathBuf,
}

/// What `new` can set up.
#[derive(Debug, Subcommand)]
pub enum New {
    /// Create a school folder: a school and a first student to fill in, and a
    /// library of roles, words to know, kinds of goals, supports, and tips.
    #[command(after_help = ends!([
        "kinfolio new school our-school",
        "kinfolio new school our-school --languages en,es --name 'Maple School'"
    ] 0 2))]
    School(NewSchool),
}

/// Options of `new school`.
#[derive(Debug, clap::Args)]
pub struct NewSchool {
    /// The folder to create.
    pub folder: PathBuf,
    /// Language codes separated by commas, starting with the language that staff
    /// write in.
    #[arg(
        long,
        value_name = "LANGUAGES",
        value_delimiter = ',',
        default_value = "en"
    )]
    pub languages: Vec<String>,
    /// The name of the school, as families know it [default: blank, to fill in].
    #[arg(long)]
    pub name: Option<String>,
    /// A phone number that families can always call [default: blank, to fill in].
    #[arg(long)]
    pub phone: Option<String>,
}

/// What `translate` can do.
#[derive(Debug, Subcommand)]
pub enum Translate {
    /// Count, for each student and language, the files that were translated by people
    /// or by a computer, and those that are out of date or missing.
    #[command(after_help = ends!([
        "kinfolio translate status our-school",
        "kinfolio translate status our-school --student diego"
    ] 0 1 2))]
    Status(TranslateStatus),
}

/// Options of `handoff`.
#[derive(Debug, clap::Args)]
pub struct Handoff {
    /// The name of the student's folder.
    #[arg(value_parser = folder_name)]
    pub student: String,
    /// The school folder [default: the current folder, or content/ in it].
    pub folder: Option<PathBuf>,
    /// The output folder for the page, which only staff should be able to open.
    #[arg(long, value_name = "FOLDER")]
    pub to: PathBuf,
    /// How to show problems.
    #[arg(long, value_enum)]
    pub format: Option<Format>,
}

/// Options of `report`.
#[derive(Debug, clap::Args)]
pub struct Report {
    /// The school folder [default: the current folder, or content/ in it].
    pub folder: Option<PathBuf>,
    /// How to show the report.
    #[arg(long, value_enum, default_value = "table")]
    pub format: ReportFormat,
    /// Report on this student only. Give the name of the student's folder.
    #[arg(long, value_name = "NAME", value_parser = folder_name)]
    pub student: Option<String>,
    /// The file with the school's keyring [default: the system's folder for your settings].
    #[arg(long, value_name = "FILE")]
    pub keys: Option<PathBuf>,
}

/// How to show a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// One line for each student, for people to read.
    Table,
    /// One row for each goal, for a spreadsheet.
    Csv,
    /// Everything, for other programs.
    Json,
}

/// Options of `check`.
#[derive(Debug, clap::Args)]
pub struct Check {
    /// The school folder [default: the current folder, or content/ in it].
    pub folder: Option<PathBuf>,
    /// How to show problems.
    #[arg(long, value_enum)]
    pub format: Option<Format>,
    /// Show the problems of this student only. Give the name of the student's folder.
    #[arg(long, value_name = "NAME", value_parser = folder_name)]
    pub student: Option<String>,
    /// Show only problems of this severity or worse.
    #[arg(
        long,
        alias = "least",
        value_name = "SEVERITY",
        value_enum,
        default_value = "note"
    )]
    pub min_severity: Least,
    /// How much of the computer the command uses.
    #[command(flatten)]
    pub effort: Effort,
    /// Explain a problem by its code, such as K207, instead of checking a school.
    #[arg(long, value_name = "CODE", conflicts_with_all = ["folder", "format", "student", "min_severity"])]
    pub explain: Option<String>,
}

/// Options of `serve`.
#[derive(Debug, clap::Args)]
pub struct Serve {
    /// The school folder [default: the current folder, or content/ in it].
    pub folder: Option<PathBuf>,
    /// The port on this computer; 0 means any free port [default: 4321, or any free
    /// port if 4321 is in use].
    #[arg(long)]
    pub port: Option<u16>,
    /// How much of the computer the command uses.
    #[command(flatten)]
    pub effort: Effort,
    /// Open the preview in your browser.
    #[arg(long)]
    pub open: bool,
}

/// Options of `open`.
#[derive(Debug, clap::Args)]
pub struct Open {
    /// The folder of sites.
    pub sites: PathBuf,
    /// The reader's code. Without it and --link, kinfolio asks for the code, and your
    /// shell does not remember it.
    #[arg(long, conflicts_with = "link")]
    pub code: Option<String>,
    /// The reader's link.
    #[arg(long)]
    pub link: Option<String>,
    /// The port on this computer; 0 means any free port [default: 4321, or any free
    /// port if 4321 is in use].
    #[arg(long)]
    pub port: Option<u16>,
    /// Open the pages in your browser.
    #[arg(long = "open")]
    pub in_browser: bool,
}

/// The lowest severity to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs, reason = "the names are the severities")]
pub enum Least {
    Note,
    Warning,
    Error,
}

impl From<Least> for Severity {
    fn from(least: Least) -> Self {
        match least {
            Least::Note => Self::Note,
            Least::Warning => Self::Warning,
            Least::Error => Self::Error,
        }
    }
}

/// Options of `translate status`.
#[derive(Debug, clap::Args)]
pub struct TranslateStatus {
    /// The school folder [default: the current folder, or content/ in it].
    pub folder: Option<PathBuf>,
    /// Count the files of this student only. Give the name of the student's folder.
    #[arg(long, value_name = "NAME", value_parser = folder_name)]
    pub student: Option<String>,
    /// How to show the counts.
    #[arg(long, value_enum, default_value_t = TableFormat::Table)]
    pub format: TableFormat,
}

/// How to show counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TableFormat {
    /// One line for each student and language.
    Table,
    /// One JSON object per line, with every file.
    Json,
}

/// How to show problems.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// With the lines of the file (the default on a terminal).
    Human,
    /// In sentences, for screen readers, pipes, and logs (the default elsewhere).
    Plain,
    /// One JSON object per line.
    Json,
}
