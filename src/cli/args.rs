use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

use crate::diagnostic::Severity;

/// One line about a number that a command ends with.
macro_rules! code {
    (ended) => {
        "\n  0   it was ended"
    };
    (open) => {
        "\n  (it goes on until you press Ctrl+C or close its window)"
    };
    (0) => {
        "\n  0   all is well"
    };
    (1) => {
        "\n  1   something in the school's files has to be put right"
    };
    (2) => {
        "\n  2   the work could not be done"
    };
    (75) => {
        "\n  75  not now; run it again in a minute"
    };
}

/// The end of each help: what can be typed, and what the number means that the
/// command ends with.
macro_rules! ends {
    ([$($example:literal),+] $($number:tt)+) => {
        concat!(
            "Examples:", $("\n  ", $example,)+
            "\n\nEnds with:", $(code!($number)),+
        )
    };
}

/// The name of a student's folder, also where it was typed as a path
/// (`students/diego/`).
#[allow(clippy::unnecessary_wraps, reason = "clap asks for it")]
fn folder_name(typed: &str) -> Result<String, std::convert::Infallible> {
    let name = typed.trim_end_matches(['/', '\\']);
    let name = name.rsplit(['/', '\\']).next();
    Ok(name
        .filter(|name| !name.is_empty())
        .unwrap_or(typed)
        .to_owned())
}

/// As many columns are read at ease.
const WIDEST: usize = 100;

/// Turns a shared folder of plain Markdown and YAML into one small, private,
/// accessible website per student, in the family's languages.
#[derive(Debug, Parser)]
#[command(
    name = "kinfolio",
    version,
    max_term_width = WIDEST,
    after_help = concat!(
        "Without a command (or with a double click), kinfolio opens a preview of the school \
         in this folder in the browser. Where there is no school, it offers to set one up.\n\n",
        ends!([
            "kinfolio new school our-school --languages en,es",
            "kinfolio serve our-school --open",
            "kinfolio check our-school",
            "kinfolio build our-school --to public"
        ] 0 1 2 75)
    )
)]
pub struct Args {
    /// What to do.
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
    /// Write every student's site.
    #[command(after_help = ends!([
        "kinfolio build our-school --to public",
        "kinfolio build our-school --to public --staff staff-board",
        "kinfolio build our-school --to public --confirm-removal diego"
    ] 0 1 2 75))]
    Build(Build),
    /// Show every problem of every student; write nothing.
    #[command(after_help = ends!([
        "kinfolio check our-school",
        "kinfolio check our-school --student diego --least warning",
        "kinfolio check --explain K207"
    ] 0 1 2))]
    Check(Check),
    /// Show the sites on this computer; follow each save.
    #[command(after_help = ends!([
        "kinfolio serve our-school --open",
        "kinfolio serve our-school --port 0"
    ] open 2))]
    Serve(Serve),
    /// Write every student's site, and again after each save, until it is ended.
    #[command(after_help = ends!(["kinfolio watch our-school --to public"] ended 2 75))]
    Watch(Watch),
    /// Show how every student's work stands, for staff.
    #[command(after_help = ends!([
        "kinfolio report our-school",
        "kinfolio report our-school --student diego",
        "kinfolio report our-school --format csv"
    ] 0 1 2))]
    Report(Report),
    /// Write one page about one student, for colleagues who take over.
    #[command(after_help = ends!(["kinfolio handoff diego our-school --to for-staff"] 0 1 2))]
    Handoff(Handoff),
    /// Show what is translated, and by whom.
    #[command(
        subcommand,
        after_help = ends!(["kinfolio translate status our-school"] 0 1 2)
    )]
    Translate(Translate),
    /// Write what a shell needs to complete these commands with the Tab key.
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
    /// The shell.
    #[arg(value_enum)]
    pub shell: clap_complete::Shell,
}

/// Options of `man`.
#[derive(Debug, clap::Args)]
pub struct Man {
    /// Where the pages go.
    #[arg(long, value_name = "FOLDER")]
    pub to: PathBuf,
}

/// What there is to begin.
#[derive(Debug, Subcommand)]
pub enum New {
    /// Write a new school folder: the school and a first student to fill in, and a
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
    /// The new folder.
    pub folder: PathBuf,
    /// The languages of the school, the one that staff write in first.
    #[arg(
        long,
        value_name = "LANGUAGES",
        value_delimiter = ',',
        default_value = "en"
    )]
    pub languages: Vec<String>,
    /// The name of the school, as families know it.
    #[arg(long)]
    pub name: Option<String>,
    /// A number that families can always call.
    #[arg(long)]
    pub phone: Option<String>,
}

/// What there is to do with translators.
#[derive(Debug, Subcommand)]
pub enum Translate {
    /// Count the files of each student and language that are translated by people or
    /// by a computer, out of date, or missing; write nothing.
    #[command(after_help = ends!([
        "kinfolio translate status our-school",
        "kinfolio translate status our-school --student diego"
    ] 0 1 2))]
    Status(TranslateStatus),
}

/// Options of `build`.
#[derive(Debug, clap::Args)]
pub struct Build {
    /// The school folder [default: this folder, or content/ in it].
    pub folder: Option<PathBuf>,
    /// Where the sites go.
    #[arg(long, value_name = "FOLDER", default_value = "public")]
    pub to: PathBuf,
    /// Where the staff board goes: a folder that only staff can open [default:
    /// no board is written].
    #[arg(long, value_name = "FOLDER")]
    pub staff: Option<PathBuf>,
    /// How and when sites are written.
    #[command(flatten)]
    pub writing: Writing,
    /// Make everything again, changed or not.
    #[arg(long)]
    pub all: bool,
    /// Confirm that what is gone from the school folder is meant to be gone: take
    /// down the site of a student who has no folder anymore or is not to be
    /// published; go on without most of a student's files.
    #[arg(long, value_name = "STUDENT")]
    pub confirm_removal: Vec<String>,
    /// How problems are shown.
    #[arg(long, value_enum)]
    pub format: Option<Format>,
}

/// How and when sites are written.
#[derive(Debug, clap::Args)]
pub struct Writing {
    /// Where kinfolio keeps what it knows of the sites it wrote: a folder that
    /// only you can open [default: a folder of your own for such data].
    #[arg(long, value_name = "FOLDER")]
    pub work: Option<PathBuf>,
    /// How many seconds a file has to be left alone before it is read, so that
    /// no half-copied file is published.
    #[arg(
        long,
        value_name = "SECONDS",
        default_value_t = 2,
        overrides_with = "settle"
    )]
    pub settle: u32,
}

/// Options of `watch`.
#[derive(Debug, clap::Args)]
pub struct Watch {
    /// The school folder [default: this folder, or content/ in it].
    pub folder: Option<PathBuf>,
    /// Where the sites go.
    #[arg(long, value_name = "FOLDER", default_value = "public")]
    pub to: PathBuf,
    /// Where the staff board goes, which is written again after each save: a
    /// folder that only staff can open [default: no board is written].
    #[arg(long, value_name = "FOLDER")]
    pub staff: Option<PathBuf>,
    /// How and when sites are written.
    #[command(flatten)]
    pub writing: Writing,
    /// How often the whole folder is looked at, in seconds, whether or not the
    /// system reports saves. Network shares never do.
    #[arg(long, value_name = "SECONDS", default_value_t = 15)]
    pub poll: u32,
}

/// Options of `handoff`.
#[derive(Debug, clap::Args)]
pub struct Handoff {
    /// The student's folder name.
    #[arg(value_parser = folder_name)]
    pub student: String,
    /// The school folder [default: this folder, or content/ in it].
    pub folder: Option<PathBuf>,
    /// Where the page goes: a folder that only staff can open.
    #[arg(long, value_name = "FOLDER")]
    pub to: PathBuf,
    /// How problems are shown.
    #[arg(long, value_enum)]
    pub format: Option<Format>,
}

/// Options of `report`.
#[derive(Debug, clap::Args)]
pub struct Report {
    /// The school folder [default: this folder, or content/ in it].
    pub folder: Option<PathBuf>,
    /// How it is shown.
    #[arg(long, value_enum, default_value = "table")]
    pub format: ReportFormat,
    /// Show one student, by the name of the folder.
    #[arg(long, value_name = "NAME", value_parser = folder_name)]
    pub student: Option<String>,
}

/// How a report is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// One line for each student, to read.
    Table,
    /// One row for each goal, for a spreadsheet.
    Csv,
    /// Everything, for other programs.
    Json,
}

/// Options of `check`.
#[derive(Debug, clap::Args)]
pub struct Check {
    /// The school folder [default: this folder, or content/ in it].
    pub folder: Option<PathBuf>,
    /// How problems are shown.
    #[arg(long, value_enum)]
    pub format: Option<Format>,
    /// Show the problems of one student, by the name of the folder.
    #[arg(long, value_name = "NAME", value_parser = folder_name)]
    pub student: Option<String>,
    /// Leave out problems that matter less.
    #[arg(long, value_enum, default_value = "note")]
    pub least: Least,
    /// Explain a problem, such as K207, and check nothing.
    #[arg(long, value_name = "CODE", conflicts_with_all = ["folder", "format", "student", "least"])]
    pub explain: Option<String>,
}

/// Options of `serve`.
#[derive(Debug, clap::Args)]
pub struct Serve {
    /// The school folder [default: this folder, or content/ in it].
    pub folder: Option<PathBuf>,
    /// The port on this computer; 0 takes any that is free [default: 4321, or
    /// any that is free where another program has that].
    #[arg(long)]
    pub port: Option<u16>,
    /// Open the preview in the browser.
    #[arg(long)]
    pub open: bool,
}

/// From which weight on problems are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs, reason = "they are the severities")]
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
    /// The school folder [default: this folder, or content/ in it].
    pub folder: Option<PathBuf>,
    /// Only this student, by the name of the folder.
    #[arg(long, value_name = "ID", value_parser = folder_name)]
    pub student: Option<String>,
    /// How the counts are shown.
    #[arg(long, value_enum, default_value_t = TableFormat::Table)]
    pub format: TableFormat,
}

/// How counts are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TableFormat {
    /// A line for each student and language.
    Table,
    /// One JSON object to a line, with every file.
    Json,
}

/// How problems are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// With the lines they are about (the default on a terminal).
    Human,
    /// In sentences, for screen readers, pipes and logs.
    Plain,
    /// One JSON object to a line.
    Json,
}
