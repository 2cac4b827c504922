//! `kinfolio messages`: a sentence for each reader that says that there is something new.

use super::args::ReaderMessages;
use super::diagnostics::Messages;
use super::keys::SchoolKeys;
use super::staff_dashboard::inert_cell;
use super::terminal::Terminal;
use super::{CommandError, letters, school};
use crate::incremental::is_near_sites;
use crate::io;
use crate::locale::{self, Direction};
use crate::model::DayWatch;

/// Tells spreadsheets that the file is in UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Writes the messages.
pub(super) fn run(options: &ReaderMessages, terminal: &mut Terminal) -> Result<u8, CommandError> {
    let folder = school::find(options.place.folder.as_deref(), "messages --to FILE")?;
    let file = &options.to;
    let shown = || [("file", file.display().to_string())];
    let refused = if io::real(file).starts_with(io::real(&folder)) {
        Some("news-in-school")
    } else if file.parent().is_some_and(is_near_sites) {
        Some("news-in-sites")
    } else {
        None
    };
    if let Some(id) = refused {
        return Err(CommandError::Said(Messages::of_tool().say(id, shown())));
    }
    let keys = SchoolKeys::open(&options.place, "messages --to FILE")?;
    let rows = rows(&keys)?;
    io::private_file(file, &sheet(&rows))?;
    let messages = &keys.readers.messages;
    terminal.say(&messages.count("news-written", &[("messages", rows.len())], shown()))?;
    Ok(keys.readers.report_unread(terminal))
}

/// Reader, language, direction, message.
type Row = [String; 4];

fn rows(keys: &SchoolKeys) -> Result<Vec<Row>, CommandError> {
    let address = letters::address(keys)?;
    let shared = &keys.readers.shared;
    let day = DayWatch::new(shared.school.today);
    let open = keys.readers.all().into_iter();
    let open = open.filter_map(|one| one.open(&keys.keyring, shared.school.today));
    let row = |one: super::readers::ReaderOfStudents| {
        let id = one.reader.id.as_str();
        let place = keys.keyring.root().reader_place(id);
        let address = format!("{address}{}/", place.as_str());
        let lang = one.language(shared);
        let student = one.students.first()?;
        let (school, packs) = (&shared.school, &shared.packs);
        let (dir, message) = locale::news(&address, lang, school, day.today(), packs, student)?;
        let dir = match dir {
            Direction::Ltr => "ltr",
            Direction::Rtl => "rtl",
        };
        Some([id.to_owned(), lang.to_string(), dir.to_owned(), message])
    };
    Ok(open.filter_map(row).collect())
}

fn sheet(rows: &[Row]) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    // Writing to memory cannot fail.
    let _ = writer.write_record(["reader", "language", "dir", "message"]);
    for row in rows {
        let _ = writer.write_record(row.each_ref().map(|cell| inert_cell(cell)));
    }
    writer.into_inner().unwrap_or_default()
}
