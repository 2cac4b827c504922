//! Shows sealed pages as a reader sees them, to help a family on the telephone.

use std::io::{BufRead as _, IsTerminal as _};
use std::path::{Path, PathBuf};

use super::args::Open;
use super::diagnostics::Messages;
use super::terminal::Terminal;
use super::{CLEAN, CommandError, serve};
use crate::io;
use crate::io::http::{Answer, Loopback};
use crate::seal::{
    Code, LinkSecret, Mistyped, OpenedPlace, Opener, Place, SealedFiles, Unopened, role_of,
};
use crate::source::MAX_PICTURE_BYTES;

/// The folder of sites on this computer.
struct Folder(PathBuf);

impl SealedFiles for Folder {
    fn read(&self, place: &Place, file: &str) -> Option<Vec<u8>> {
        let place = self.0.join(place.as_str()).join(file);
        io::read_bytes(&place, MAX_PICTURE_BYTES).map(|bytes| bytes.to_vec())
    }
}

/// Opens what a code or a link opens, and serves it until the program is stopped.
pub(super) fn run(options: &Open, terminal: &mut Terminal) -> Result<u8, CommandError> {
    let messages = Messages::of_tool();
    let said = |id: &str| {
        let folder = [("folder", options.sites.display().to_string())];
        CommandError::Said(messages.say(id, folder))
    };
    let folder = Folder(options.sites.clone());
    let (with, place) = opener(options, &messages, terminal)?;
    let places = place.map_or_else(|| doors(&options.sites), |place| vec![place]);
    let found = OpenedPlace::find(&folder, &places, &with);
    let (place, opened) = found.map_err(|why| match why {
        Unopened::NotSealed => said("open-nothing-sealed"),
        Unopened::Wrong => said("open-wrong"),
        Unopened::Damaged => said("open-damaged"),
    })?;
    let server = serve::listen(options.port)?;
    let address = format!("http://{}/", server.address());
    terminal.say(&messages.say("open-serving", [("address", address.clone())]))?;
    if options.in_browser {
        serve::open(&address);
    }
    show(&server, &place, &opened, &folder);
    Ok(CLEAN)
}

/// What was given to open with, and the folder that a link names.
fn opener(
    options: &Open,
    messages: &Messages,
    terminal: &mut Terminal,
) -> Result<(Opener, Option<Place>), CommandError> {
    let said = |id: &str| CommandError::Said(messages.say(id, []));
    if let Some(link) = &options.link {
        let secret = LinkSecret::read(link).ok_or_else(|| said("open-link-cut"))?;
        let place = link.split('/').find_map(Place::new);
        let place = place.ok_or_else(|| said("open-link-cut"))?;
        return Ok((Opener::Link(secret), Some(place)));
    }
    let mut typed = options.code.clone().unwrap_or_default();
    if options.code.is_none() {
        if std::io::stdin().is_terminal() {
            terminal.say(&messages.say("open-type-code", []))?;
        }
        let read = std::io::stdin().lock().read_line(&mut typed);
        read.map_err(|_| said("open-no-code"))?;
    }
    let code = Code::read(&typed).map_err(|mistyped| {
        let (id, number) = match mistyped {
            Mistyped::Digits(count) => ("open-digits", count),
            Mistyped::Group(group) => ("open-group", group),
        };
        CommandError::Said(messages.count(id, &[("number", number)], []))
    })?;
    Ok((Opener::Code(code), None))
}

/// The folders of readers in `sites`.
fn doors(sites: &Path) -> Vec<Place> {
    let mut names = io::names_in(sites);
    names.sort();
    let places = names.iter().filter_map(|name| Place::new(name));
    let is_door = |place: &Place| {
        let page = io::read_bytes(
            &sites.join(place.as_str()).join("index.html"),
            MAX_PICTURE_BYTES,
        );
        let page = page.and_then(|page| String::from_utf8(page.to_vec()).ok());
        page.is_some_and(|page| role_of(&page).as_deref() == Some("reader"))
    };
    places.filter(is_door).collect()
}

/// Answers requests with the opened pages, until the program is stopped.
fn show(server: &Loopback, reader: &Place, opened: &OpenedPlace, folder: &Folder) {
    let list = format!("/{}/index.html", reader.as_str());
    let first = match opened.starts.iter().collect::<Vec<_>>().as_slice() {
        [(site, start)] => format!("/{}/{start}", site.as_str()),
        _ => list.clone(),
    };
    server.serve(|asked| {
        let path = asked.path.as_str();
        if path == "/" {
            return Answer::Redirect(first.clone());
        }
        if path == list {
            return Answer::Body {
                content_type: "text/html; charset=utf-8",
                bytes: opened.page.clone().into_bytes(),
            };
        }
        let parts = path.trim_start_matches('/').split_once('/');
        let found = parts.and_then(|(site, file)| {
            let bytes = opened.file(folder, &Place::new(site)?, file)?;
            let is_page = file.strip_suffix(".html").is_some();
            let content_type = if is_page {
                "text/html; charset=utf-8"
            } else {
                "image/jpeg"
            };
            Some(Answer::Body {
                content_type,
                bytes,
            })
        });
        found.unwrap_or(Answer::NotFound)
    });
}
