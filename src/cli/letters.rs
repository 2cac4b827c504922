//! `kinfolio letters`: a sheet of paper for each reader, with the address and the code.

use std::path::Path;

use super::CommandError;
use super::args::{Letters, PaperSize, QrContent};
use super::diagnostics::Messages;
use super::keys::SchoolKeys;
use super::letters_pdf::{self, LetterFile};
use super::readers::ReaderOfStudents;
use super::school;
use super::terminal::Terminal;
use crate::incremental::is_near_sites;
use crate::io;
use crate::locale::{self, LetterFacts, LetterOpens, LetterPage};
use crate::model::{Access, DayWatch, ReaderId};
use crate::render::{self, Paper};

/// How the names of letters begin. They say nothing about whom a letter is for.
const NAME: &str = "letter-";
/// All letters together, so that they can be printed in one go.
const TOGETHER: &str = "all-letters.html";
/// The same as a PDF.
const TOGETHER_PDF: &str = "all-letters.pdf";

/// Writes the letters.
pub(super) fn run(options: &Letters, terminal: &mut Terminal) -> Result<u8, CommandError> {
    let folder = school::find(options.place.folder.as_deref(), "letters --to FOLDER")?;
    refuse(&options.to, &folder)?;
    let mut keys = SchoolKeys::open(&options.place, "letters --to FOLDER")?;
    let address = address(&keys)?;
    let chosen = chosen(&keys, options)?;
    let mut pages = Vec::new();
    let mut readers: Vec<ReaderId> = Vec::new();
    for one in &chosen {
        if let Some(page) = page(&keys, one, &address, options.qr) {
            pages.push(page);
            readers.push(one.reader.id.clone());
        }
    }
    let files = write(&keys, &pages, options)?;
    let today = keys.readers.today();
    if !readers.is_empty() {
        keys.change(|keyring| {
            for reader in &readers {
                keyring.note_letter(reader, today);
            }
        })?;
    }
    let messages = &keys.readers.messages;
    said(&keys, pages.len(), options, terminal)?;
    if options.pdf {
        letters_pdf::write(&files, options, messages, terminal)?;
    }
    Ok(keys.readers.report_unread(terminal))
}

/// Refuses a place that others can see, and one with letters of an earlier run: they may
/// not have been handed out yet.
fn refuse(to: &Path, school: &Path) -> Result<(), CommandError> {
    let id = if io::overlap(school, to) {
        "letters-in-school"
    } else if is_near_sites(to) {
        "letters-in-sites"
    } else if io::names_in(to).iter().any(|name| is_letter(name)) {
        "letters-there"
    } else {
        return Ok(());
    };
    let place = [("out", to.display().to_string())];
    Err(CommandError::Said(Messages::of_tool().say(id, place)))
}

fn is_letter(name: &str) -> bool {
    [TOGETHER, TOGETHER_PDF].contains(&name) || name.starts_with(NAME)
}

/// The address of the folder of sites.
///
/// # Errors
/// That there is none.
pub(super) fn address(keys: &SchoolKeys) -> Result<String, CommandError> {
    let address = keys.readers.shared.school.address.clone();
    let said = || CommandError::Said(keys.readers.messages.say("letters-no-address", []));
    address.ok_or_else(said)
}

/// The readers who get a letter.
fn chosen<'a>(
    keys: &'a SchoolKeys,
    options: &Letters,
) -> Result<Vec<ReaderOfStudents<'a>>, CommandError> {
    let (keyring, today) = (&keys.keyring, keys.readers.today());
    if options.reader.is_empty() {
        let open = keys.readers.all().into_iter();
        let open = open.filter_map(|one| one.open(keyring, today));
        let wanted =
            |one: &ReaderOfStudents| !options.new || keyring.letter(&one.reader.id).is_none();
        return Ok(open.filter(wanted).collect());
    }
    let mut chosen: Vec<ReaderOfStudents> = Vec::new();
    for asked in &options.reader {
        let open = keys.readers.named(asked)?.open(keyring, today);
        let open = open.ok_or_else(|| {
            let reader = [("reader", asked.clone())];
            CommandError::Said(keys.readers.messages.say("letters-closed", reader))
        })?;
        if chosen.iter().all(|one| one.reader.id != open.reader.id) {
            chosen.push(open);
        }
    }
    Ok(chosen)
}

fn page(
    keys: &SchoolKeys,
    one: &ReaderOfStudents,
    address: &str,
    qr: QrContent,
) -> Option<LetterPage> {
    let shared = &keys.readers.shared;
    let id = &one.reader.id;
    let (root, turn) = (keys.keyring.root(), keys.keyring.reader_turn(id));
    let own = root.reader(id.as_str(), turn);
    let login = root.login(id.as_str(), turn);
    let address = format!("{address}{}/", own.place.as_str());
    let code = own.code.to_string();
    let link = match qr {
        QrContent::Key => format!("{address}#{}", own.link.fragment()),
        QrContent::Address => address.clone(),
    };
    let opens = match shared.school.access {
        Access::Sealed => LetterOpens::Code {
            code: &code,
            link: &link,
        },
        // Never in an address: servers write addresses down.
        Access::HostLogin => LetterOpens::Login {
            user: &login.user,
            password: &login.password,
        },
    };
    let facts = LetterFacts {
        reader: one.reader,
        students: &one.students,
        address: &address,
        opens,
    };
    let day = DayWatch::new(shared.school.today);
    let language = one.language(shared);
    locale::letter(&facts, language, &shared.school, day.today(), &shared.packs)
}

/// Writes a file for each letter, and then one with all of them. Returns which.
fn write(
    keys: &SchoolKeys,
    pages: &[LetterPage],
    options: &Letters,
) -> Result<Vec<LetterFile>, CommandError> {
    let paper = match options.paper {
        PaperSize::A4 => Paper::A4,
        PaperSize::Letter => Paper::Letter,
    };
    let mut files = Vec::new();
    let mut put = |name: String, letters: &[LetterPage]| -> Result<(), CommandError> {
        let html = render::letters(letters, paper, &keys.readers.shared.theme);
        let html = html.map_err(CommandError::Said)?;
        io::private_file(&options.to.join(&name), &html)?;
        let letters = letters.len();
        files.push(LetterFile { name, letters });
        Ok(())
    };
    let today = keys.readers.today();
    for (number, letter) in (1..).zip(pages) {
        put(
            format!("{NAME}{today}-{number:03}.html"),
            std::slice::from_ref(letter),
        )?;
    }
    if pages.len() > 1 {
        put(TOGETHER.to_owned(), pages)?;
    }
    Ok(files)
}

fn said(
    keys: &SchoolKeys,
    letters: usize,
    options: &Letters,
    terminal: &mut Terminal,
) -> Result<(), CommandError> {
    let messages = &keys.readers.messages;
    let numbers = [("letters", letters)];
    let place = || [("out", options.to.display().to_string())];
    if letters == 0 {
        terminal.say(&messages.say("letters-none", []))?;
        return Ok(());
    }
    terminal.say(&messages.count("letters-written", &numbers, place()))?;
    if keys.readers.shared.school.access == Access::HostLogin {
        terminal.say(&messages.say("letters-login", []))?;
    } else if options.qr == QrContent::Address {
        terminal.say(&messages.say("letters-address", []))?;
    }
    terminal.say(&messages.say("letters-hand-out", []))?;
    Ok(())
}
