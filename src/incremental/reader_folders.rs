//! The folders of readers: what a letter's address opens. They are made after the sites,
//! because they hold the keys of what is there now, or links to it if pages are plain.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::observe::Workspace;
use super::sealing::{ReaderAccess, Sealing, SiteAccess};
use super::shared_inputs::CompleteInputs;
use super::site_store::{self, site_name};
use crate::io::{self, Fault, Readers};
use crate::locale::{ReaderEntry, reader_page};
use crate::model::{Access, Lang, ReaderId};
use crate::render::{self, Bundle, LockRole};
use crate::seal::{self, Grant, Place, SiteKeys};
use crate::source::RelPath;

/// The sites that one reader may open.
type Opens<'a> = Vec<(&'a str, &'a SiteAccess, &'a ReaderAccess)>;

/// Writes the folder of every reader, and closes those of people who may open nothing
/// anymore. The sites on the disk are read from the build records one at a time. Those of
/// readers in `families.yaml` are read once more, together with the others that the same
/// people may open, so that few are in memory at once.
///
/// # Errors
/// The first system error. Every file is the old or the new one.
pub(super) fn write(
    workspace: &Workspace,
    sealing: &Sealing,
    inputs: &CompleteInputs,
) -> Result<(), Fault> {
    let mut open = BTreeSet::new();
    let mut readers: BTreeMap<ReaderId, Vec<&str>> = BTreeMap::new();
    for student in inputs.inputs.students.iter() {
        let Some((name, site)) = recorded_site(workspace, student) else {
            continue;
        };
        if sealing.keyring.retired(&name).is_some() {
            continue;
        }
        let opening = site.readers.iter().filter(|reader| reader.start.is_some());
        let mut ids: BTreeSet<ReaderId> = opening.map(ReaderAccess::reader).collect();
        ids.retain(|id| sealing.keyring.revoked(id).is_none());
        let (guardians, others): (Vec<_>, Vec<_>) =
            ids.into_iter().partition(ReaderId::is_of_one_student);
        for id in others {
            readers.entry(id).or_default().push(student);
        }
        let sites = [(name, site)].into();
        open.extend(write_folders(
            workspace, sealing, guardians, &sites, inputs,
        )?);
    }
    let mut together: BTreeMap<Vec<&str>, Vec<ReaderId>> = BTreeMap::new();
    for (id, students) in readers {
        together.entry(students).or_default().push(id);
    }
    for (students, readers) in together {
        let sites = students.into_iter();
        let sites = sites.filter_map(|student| recorded_site(workspace, student));
        let sites = sites.collect();
        open.extend(write_folders(workspace, sealing, readers, &sites, inputs)?);
    }
    close_others(workspace, sealing, &open, inputs)
}

/// Writes the folders of readers who may open some of `sites` and no others. Returns their
/// names.
fn write_folders(
    workspace: &Workspace,
    sealing: &Sealing,
    readers: Vec<ReaderId>,
    sites: &BTreeMap<String, SiteAccess>,
    inputs: &CompleteInputs,
) -> Result<Vec<Box<str>>, Fault> {
    let out = &workspace.settings.out;
    let write = |id: ReaderId| {
        let opens = opens(&id, sites);
        let page = if sealing.seals() {
            sealed_page(sealing, &id, &opens, inputs)
        } else {
            plain_page(sealing, &opens, inputs)
        };
        let page = page.map_err(|words| broken(out, &words))?;
        let place = sealing.keyring.root().reader_place(id.as_str());
        write_page(out, &place, page)?;
        Ok(Box::from(place.as_str()))
    };
    readers.into_iter().map(write).collect()
}

/// Who can open the site of `student` that is on the disk, with its name. `None` if there is
/// none, or if that does not follow from keys.
fn recorded_site(workspace: &Workspace, student: &str) -> Option<(String, SiteAccess)> {
    let site = workspace.record(student)?.access?;
    Some((site_name(student), site))
}

/// What a reader may open of `sites`.
fn opens<'a>(id: &ReaderId, sites: &'a BTreeMap<String, SiteAccess>) -> Opens<'a> {
    let each = sites.iter().flat_map(|(student, site)| {
        let readers = site.readers.iter();
        let own = readers.filter(|reader| reader.start.is_some() && reader.reader() == *id);
        own.map(move |reader| (student.as_str(), site, reader))
    });
    each.collect()
}

/// A fault of kinfolio's own templates.
fn broken(out: &Path, words: &str) -> Fault {
    Fault::new("write", out, words)
}

/// The language of a reader's page.
fn language(opens: &Opens) -> Lang {
    let first = opens.first().map(|(_, _, reader)| reader.language.as_str());
    Lang::new(first.unwrap_or_default())
}

/// The list of a reader's students. `address` tells where the first page of each is.
fn list<'a>(
    opens: &Opens<'a>,
    address: impl Fn(&'a str, &'a SiteAccess, &RelPath) -> String,
    access: Access,
    inputs: &CompleteInputs,
) -> Result<String, String> {
    let (shared, language) = (inputs.shared, language(opens));
    let school = &shared.school;
    let entries = opens.iter().filter_map(|(student, site, reader)| {
        Some(ReaderEntry {
            name: site.name(language.as_str()).to_owned(),
            href: address(student, site, reader.start.as_ref()?),
        })
    });
    let list = reader_page(&language, entries.clone().collect(), school, &shared.packs);
    let list =
        list.or_else(|| reader_page(&school.language, entries.collect(), school, &shared.packs));
    list.map_or(Ok(String::new()), |list| {
        render::reader(&list, access, &shared.theme)
    })
}

/// The page of a reader whom the host knows.
fn plain_page(
    sealing: &Sealing,
    opens: &Opens,
    inputs: &CompleteInputs,
) -> Result<Vec<u8>, String> {
    let root = sealing.keyring.root();
    let address = |student: &str, _: &SiteAccess, start: &RelPath| {
        format!("../{}/{start}", root.site_place(student).as_str())
    };
    Ok(list(opens, address, sealing.access, inputs)?.into_bytes())
}

fn sealed_page(
    sealing: &Sealing,
    id: &ReaderId,
    opens: &Opens,
    inputs: &CompleteInputs,
) -> Result<Vec<u8>, String> {
    let keys: Vec<SiteKeys> = opens
        .iter()
        .map(|(student, site, _)| sealing.keys(student, site))
        .collect();
    let grants: Vec<Grant> = opens
        .iter()
        .zip(&keys)
        .filter_map(|((_, _, reader), keys)| {
            Some(Grant {
                keys,
                start: reader.start.as_ref()?,
                only: reader.only.as_ref().map(|only| only.iter().collect()),
            })
        })
        .collect();
    let address = |student: &str, site: &SiteAccess, start: &RelPath| {
        let keys = sealing.keys(student, site);
        format!("../{}/{}", keys.place.as_str(), keys.file(start))
    };
    let list = list(opens, address, sealing.access, inputs)?;
    let languages = [language(opens), inputs.shared.school.language.clone()];
    let frame = sealing.frame(LockRole::Reader, &languages, inputs)?;
    let (keys, stretched) = sealing.reader(id);
    let reader = seal::Reader {
        keys: &keys,
        stretched: &stretched,
    };
    Ok(seal::reader_folder(
        &reader,
        &grants,
        &list,
        &sealing.school,
        &frame,
    ))
}

/// Closes the folders of readers who are not among `open`. Plain pages would name students
/// there, so these are removed.
fn close_others(
    workspace: &Workspace,
    sealing: &Sealing,
    open: &BTreeSet<Box<str>>,
    inputs: &CompleteInputs,
) -> Result<(), Fault> {
    let out = &workspace.settings.out;
    let sites = &workspace.folders;
    let folders = io::names_in(out).into_iter();
    let others = folders.filter(|name| !open.contains(name.as_str()) && !sites.is_known(name));
    for place in others.filter_map(|name| Place::new(&name)) {
        let folder = out.join(place.as_str());
        if site_store::is_reader(&folder) && !sealing.seals() {
            io::remove_with_empty_folders(&folder.join("index.html"), &folder)?;
        } else if site_store::is_reader(&folder) {
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
