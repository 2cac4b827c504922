//! The folders of readers: what a letter's address opens. They are made after the sites,
//! because they hold the keys of what is there now.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::observe::Workspace;
use super::sealing::{SealedReader, SealedSite, Sealing};
use super::shared_inputs::CompleteInputs;
use super::site_store;
use crate::io::{self, Fault, Readers};
use crate::locale::{ReaderEntry, reader_page};
use crate::model::{Lang, ReaderId};
use crate::render::{self, Bundle, LockRole};
use crate::seal::{self, Grant, Place, SiteKeys};
use crate::source::RelPath;

/// The sites that one reader may open.
type Opens<'a> = Vec<(&'a str, &'a SealedSite, &'a SealedReader)>;

/// Writes the folder of every reader, and closes those of people who may open nothing any
/// more. `sites` are the sites on the disk.
///
/// # Errors
/// The first system error. Every file is the old or the new one.
pub(super) fn write(
    workspace: &Workspace,
    sealing: &Sealing,
    sites: &BTreeMap<String, SealedSite>,
    inputs: &CompleteInputs,
) -> Result<(), Fault> {
    let mut readers: BTreeMap<ReaderId, Opens> = BTreeMap::new();
    for (student, site) in sites {
        if sealing.keyring.retired(student).is_some() {
            continue;
        }
        for reader in &site.readers {
            let id = reader.reader();
            if sealing.keyring.revoked(&id).is_none() && reader.start.is_some() {
                readers.entry(id).or_default().push((student, site, reader));
            }
        }
    }
    let out = &workspace.settings.out;
    let mut open = BTreeSet::new();
    for (id, opens) in &readers {
        let (place, page) =
            page(sealing, id, opens, inputs).map_err(|words| broken(out, &words))?;
        write_page(out, &place, page)?;
        open.insert(place.as_str().to_owned());
    }
    close_others(workspace, sealing, &open, inputs)
}

/// A fault of kinfolio's own templates.
fn broken(out: &Path, words: &str) -> Fault {
    Fault::new("write", out, words)
}

fn page(
    sealing: &Sealing,
    id: &ReaderId,
    opens: &Opens,
    inputs: &CompleteInputs,
) -> Result<(Place, Vec<u8>), String> {
    let shared = inputs.shared;
    let school = &shared.school;
    let first = opens.first().map(|(_, _, reader)| reader.language.as_str());
    let language = Lang::new(first.unwrap_or_default());
    let keys: Vec<SiteKeys> = opens
        .iter()
        .map(|(student, site, _)| sealing.keys(student, site))
        .collect();
    let each = || opens.iter().zip(&keys);
    let grants: Vec<Grant> = each()
        .filter_map(|((_, _, reader), keys)| {
            Some(Grant {
                keys,
                start: reader.start.as_ref()?,
                only: reader.only.as_ref().map(|only| only.iter().collect()),
            })
        })
        .collect();
    let entries = each().filter_map(|((_, site, reader), keys)| {
        let file = keys.file(reader.start.as_ref()?);
        Some(ReaderEntry {
            name: site.name(language.as_str()).to_owned(),
            href: format!("../{}/{file}", keys.place.as_str()),
        })
    });
    let list = reader_page(&language, entries.collect(), school, &shared.packs)
        .or_else(|| reader_page(&school.language, Vec::new(), school, &shared.packs));
    let list = list.map_or(Ok(String::new()), |list| {
        render::reader(&list, &shared.theme)
    })?;
    let languages = [language, school.language.clone()];
    let frame = sealing.frame(LockRole::Reader, &languages, inputs)?;
    let (keys, stretched) = sealing.reader(id);
    let reader = seal::Reader {
        keys: &keys,
        stretched: &stretched,
    };
    let page = seal::reader_folder(&reader, &grants, &list, &sealing.school, &frame);
    Ok((keys.place.clone(), page))
}

/// Closes the folders of readers who are not among `open`.
fn close_others(
    workspace: &Workspace,
    sealing: &Sealing,
    open: &BTreeSet<String>,
    inputs: &CompleteInputs,
) -> Result<(), Fault> {
    let out = &workspace.settings.out;
    let sites = &workspace.folders;
    let folders = io::names_in(out).into_iter();
    let others = folders.filter(|name| !open.contains(name) && !sites.is_known(name));
    for place in others.filter_map(|name| Place::new(&name)) {
        if site_store::is_reader(&out.join(place.as_str())) {
            let languages = &inputs.shared.school.languages;
            let frame = sealing.frame(LockRole::Closed, languages, inputs);
            let frame = frame.map_err(|words| broken(out, &words))?;
            let page = seal::closed(&place, &sealing.school, &frame);
            write_page(out, &place, page)?;
        }
    }
    Ok(())
}

fn write_page(out: &Path, place: &Place, page: Vec<u8>) -> Result<(), Fault> {
    let Some(path) = RelPath::new("index.html") else {
        return Ok(());
    };
    let bundle: Bundle = [(path, page)].into();
    let folder = out.join(place.as_str());
    io::replace_files(out, &folder, &bundle, Readers::Everyone)?;
    Ok(())
}
