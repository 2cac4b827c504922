//! The pictures that one student's texts name, read and resized.

use std::collections::BTreeMap;
use std::panic::catch_unwind;

use sha2::{Digest, Sha256};

use super::{Problem, resize};
use crate::discover::{Attachment, UnitSources};
use crate::model::PictureSize;
use crate::parse::{Groups, Kind, Node};
use crate::source::{Bytes, ReadError, RelPath};

/// Where a school's pictures come from.
pub trait PictureSource: Sync {
    /// Reads the file at `path` in the school folder.
    ///
    /// # Errors
    /// Why the file cannot be read now.
    fn read(&self, path: &RelPath) -> Result<Bytes, ReadError>;

    /// The sizes that an earlier run made from the file with this SHA-256.
    /// Returns `None` if they have to be made. Making them takes longer than
    /// making all of a student's pages.
    fn already_made(&self, _sha256: &[u8; 32]) -> Option<Vec<PictureSize>> {
        None
    }
}

/// One student's pictures, by their paths as texts write them.
#[derive(Debug, Default)]
pub struct PreparedPictures(BTreeMap<RelPath, Result<Prepared, Problem>>);

/// A picture and the SHA-256 of the file that it was made from.
#[derive(Debug)]
struct Prepared {
    sha256: [u8; 32],
    sizes: Vec<PictureSize>,
}

impl PreparedPictures {
    /// The sizes of the picture at `path`.
    ///
    /// # Errors
    /// Why the picture cannot be shown.
    pub fn get(&self, path: &RelPath) -> Result<&[PictureSize], Problem> {
        match self.0.get(path) {
            Some(Ok(prepared)) => Ok(&prepared.sizes),
            Some(Err(problem)) => Err(*problem),
            None => Err(Problem::Unreadable),
        }
    }

    /// The sizes of every picture that can be shown, with the SHA-256 of the file
    /// that they were made from.
    pub fn made(&self) -> impl Iterator<Item = (&[u8; 32], &[PictureSize])> {
        let made = self.0.values().filter_map(|made| made.as_ref().ok());
        made.map(|prepared| (&prepared.sha256, prepared.sizes.as_slice()))
    }
}

/// Prepares the pictures of `unit` that `groups`, its parsed files, name. Only one
/// of them is in memory at a time.
pub fn prepare(
    unit: &UnitSources,
    groups: &Groups,
    source: &impl PictureSource,
) -> PreparedPictures {
    let mut named = BTreeMap::new();
    for raw in groups.values().filter_map(|group| group.original.as_ref()) {
        find_named(&raw.facts, unit, &mut named);
    }
    let mut prepared = PreparedPictures::default();
    for (path, attachment) in named {
        let one = prepare_one(attachment, source, &prepared);
        prepared.0.insert(path.clone(), one);
    }
    prepared
}

/// Finds every value that names a picture. Which field it is in does not matter
/// here: validation reads fields, and looks up no value that is not found here.
fn find_named<'u>(
    node: &Node,
    unit: &'u UnitSources,
    named: &mut BTreeMap<&'u RelPath, &'u Attachment>,
) {
    match &node.kind {
        Kind::Empty => {}
        Kind::Scalar(scalar) => named.extend(unit.picture(scalar.text.trim())),
        Kind::List(items) => {
            for item in items {
                find_named(item, unit, named);
            }
        }
        Kind::Map(entries) => {
            for entry in entries {
                find_named(&entry.value, unit, named);
            }
        }
    }
}

/// Reads and resizes one picture. One that is among `others` of this student under
/// another name is not made again.
fn prepare_one(
    attachment: &Attachment,
    source: &impl PictureSource,
    others: &PreparedPictures,
) -> Result<Prepared, Problem> {
    let Attachment::File(path) = attachment else {
        return Err(Problem::NotDownloaded);
    };
    let bytes = source.read(path).map_err(|error| match error {
        ReadError::TooLarge(_) => Problem::TooLarge,
        ReadError::NoAnswer => Problem::NotDownloaded,
        _ => Problem::Unreadable,
    })?;
    if bytes.iter().all(|byte| *byte == 0) {
        return Err(Problem::Empty);
    }
    let sha256 = Sha256::digest(&bytes).into();
    let twin = others.made().find(|(other, _)| **other == sha256);
    let twin = twin.map(|(_, sizes)| sizes.to_vec());
    let sizes = match twin.or_else(|| source.already_made(&sha256)) {
        Some(sizes) => sizes,
        // A decoder that panics has met a file that nobody can show.
        None => catch_unwind(|| resize(&bytes)).unwrap_or(Err(Problem::Broken))?,
    };
    Ok(Prepared { sha256, sizes })
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;
    use crate::diagnostic::Diagnostics;
    use crate::discover::{self, Students};
    use crate::parse;
    use crate::source::Snapshot;

    /// Answers every request in the same way, and records it.
    struct Recorder {
        answer: Result<Bytes, ReadError>,
        made: Option<Vec<PictureSize>>,
        read: Mutex<Vec<String>>,
        /// How often it was asked what an earlier run made.
        asked: Mutex<usize>,
    }

    impl PictureSource for Recorder {
        fn read(&self, path: &RelPath) -> Result<Bytes, ReadError> {
            self.read.lock().unwrap().push(path.to_string());
            self.answer.clone()
        }

        fn already_made(&self, _: &[u8; 32]) -> Option<Vec<PictureSize>> {
            *self.asked.lock().unwrap() += 1;
            self.made.clone()
        }
    }

    /// Prepares the pictures that a goal with these fields names, in a folder with
    /// files of these names.
    fn prepared(fields: &str, files: &[&str], source: &Recorder) -> PreparedPictures {
        let path = |below: &str| RelPath::new(&format!("students/ana/{below}")).unwrap();
        let mut snapshot = Snapshot::default();
        let goal = path("goals/reading.yaml");
        snapshot.files.insert(goal, fields.as_bytes().into());
        let files = files.iter().map(|name| path(&format!("files/{name}")));
        snapshot.others.extend(files);
        let students = Students::new(["ana".to_owned()]);
        let unit = discover::unit("ana", &students, &snapshot);
        let groups = parse::files(unit.files(), &unit.folder(), []);
        let groups = groups.into_value(&mut Diagnostics::default());
        prepare(&unit, &groups, source)
    }

    fn recorder(answer: Result<&[u8], ReadError>) -> Recorder {
        Recorder {
            answer: answer.map(Bytes::from),
            made: None,
            read: Mutex::default(),
            asked: Mutex::default(),
        }
    }

    #[test]
    fn only_pictures_that_texts_name_are_read() {
        let check = |fields: &str, expected: &[&str]| {
            let source = recorder(Ok(b"x"));
            let files = ["tower.jpg", "bridge.jpg", "cafe\u{301}.jpg"];
            let _ = prepared(fields, &files, &source);
            let read = source.read.into_inner().unwrap();
            let read: Vec<_> = read
                .iter()
                .filter_map(|path| path.rsplit('/').next())
                .collect();
            assert_eq!(read, expected, "{fields}");
        };
        check("title: Reading\n", &[]);
        check("work: {file: files/tower.jpg}\n", &["tower.jpg"]);
        check("work:\n  - file: \"tow\\x65r.jpg\"\n", &["tower.jpg"]);
        check("work: {file: caf\u{e9}.jpg}\n", &["cafe\u{301}.jpg"]);
        check("work: {file: ../../ben/files/tower.jpg}\n", &[]);
        check(
            "work: [{file: tower.jpg}, {file: bridge.jpg}, {file: tower.jpg}]\n",
            &["bridge.jpg", "tower.jpg"],
        );
    }

    #[test]
    fn a_picture_that_cannot_be_shown_has_a_reason() {
        let tower = RelPath::new("students/ana/files/tower.jpg").unwrap();
        let check = |answer: Result<&[u8], ReadError>, file: &str, expected: Problem| {
            let source = recorder(answer);
            let found = prepared("work: {file: tower.jpg}\n", &[file], &source);
            assert_eq!(found.get(&tower), Err(expected));
        };
        let denied = ReadError::Unreadable("denied".to_owned());
        check(Ok(b"x"), "tower.jpg", Problem::Unknown);
        check(Ok(b""), "tower.jpg", Problem::Empty);
        check(Ok(&[0; 9]), "tower.jpg", Problem::Empty);
        check(Err(denied), "tower.jpg", Problem::Unreadable);
        check(Err(ReadError::TooLarge(9)), "tower.jpg", Problem::TooLarge);
        check(
            Err(ReadError::NoAnswer),
            "tower.jpg",
            Problem::NotDownloaded,
        );
        check(Ok(b"x"), ".tower.jpg.icloud", Problem::NotDownloaded);
    }

    #[test]
    fn a_picture_that_was_made_before_is_not_decoded() {
        let size = PictureSize {
            name: "a.jpg".to_owned(),
            width: 1,
            height: 1,
            bytes: Bytes::from(*b"made before"),
        };
        let source = Recorder {
            made: Some(vec![size.clone()]),
            ..recorder(Ok(b"no picture"))
        };
        let found = prepared("work: {file: tower.jpg}\n", &["tower.jpg"], &source);
        let made: Vec<_> = found.made().map(|(_, sizes)| sizes.to_vec()).collect();
        assert_eq!(made, [[size]]);
    }

    #[test]
    fn a_picture_with_two_names_is_made_once() {
        let source = Recorder {
            made: Some(Vec::new()),
            ..recorder(Ok(b"the same"))
        };
        let files = ["tower.jpg", "copy.jpg"];
        let found = prepared(
            "work: [{file: tower.jpg}, {file: copy.jpg}]\n",
            &files,
            &source,
        );
        assert_eq!(found.made().count(), 2);
        assert_eq!(source.asked.into_inner().unwrap(), 1);
    }
}
