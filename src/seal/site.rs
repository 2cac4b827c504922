//! Seals a student's site, and the folder of a reader.

use std::sync::Arc;

use data_encoding::BASE64;
use serde_json::{Map, Value, json};

use super::addresses::{file_name, is_page, with_sealed_addresses};
use super::code::Rounds;
use super::frame::Frame;
use super::key::Key;
use super::object::{Address, Kind};
use super::root::{INDEX, ReaderKeys, SchoolSeal, SiteKeys};
use super::slot;
use crate::render::Bundle;
use crate::source::RelPath;

/// The pages around objects, in the languages of a site or a reader.
#[derive(Debug, Clone)]
pub struct SealedFrames {
    /// Asks for a code.
    pub door: Arc<Frame>,
    /// Opens with what was typed before.
    pub page: Arc<Frame>,
}

/// A reader with the code already stretched, which is slow.
pub struct Reader<'a> {
    /// The reader's keys.
    pub keys: &'a ReaderKeys,
    /// The reader's code, stretched.
    pub stretched: &'a Key,
}

/// What a reader may open of one site.
pub struct Grant<'a> {
    /// The keys of the site.
    pub keys: &'a SiteKeys,
    /// The path of the page that is opened first.
    pub start: &'a RelPath,
    /// The paths of the pages and pictures, for a reader who may open only some.
    pub only: Option<Vec<&'a RelPath>>,
}

/// The fields that every file has.
fn data(school: &SchoolSeal, place: &str, name: &str, role: &str) -> Map<String, Value> {
    let fields = [
        ("format", "kinfolio/1"),
        ("school", &school.id),
        ("place", place),
        ("name", name),
        ("role", role),
    ];
    fields
        .into_iter()
        .map(|(field, value)| (field.to_owned(), json!(value)))
        .collect()
}

/// The fields that a page which asks for a code has in addition.
fn door(school: &SchoolSeal, codes: &[Vec<u8>]) -> [(String, Value); 3] {
    let codes: Vec<String> = codes.iter().map(|slot| BASE64.encode(slot)).collect();
    [
        ("salt".to_owned(), json!(BASE64.encode(&school.salt))),
        ("rounds".to_owned(), json!(Rounds::default().count())),
        ("codes".to_owned(), json!(codes)),
    ]
}

/// A site that only its readers can read. Only [`site`] makes one.
#[derive(Debug)]
pub struct SealedBundle(Bundle);

impl SealedBundle {
    /// Its files, by their names on the host.
    #[must_use]
    pub fn files(&self) -> &Bundle {
        &self.0
    }
}

/// The files of a student's site, sealed for `readers`.
#[must_use]
pub fn site(
    bundle: &Bundle,
    keys: &SiteKeys,
    school: &SchoolSeal,
    readers: &[Reader],
    frames: &SealedFrames,
) -> SealedBundle {
    let place = keys.place.as_str();
    let codes = readers
        .iter()
        .map(|reader| slot::for_code(school, place, reader.keys, reader.stretched))
        .collect();
    let codes = slot::among_dummies(codes, &keys.key);
    let sealed = bundle.iter().filter_map(|(path, bytes)| {
        let name = keys.name(path.as_str());
        let address = Address {
            school,
            place,
            name: &name,
        };
        let file = RelPath::new(&file_name(path, keys))?;
        let key = address.key(&keys.key);
        if !is_page(path) {
            return Some((file, address.seal(&key, Kind::Picture, bytes)));
        }
        let page = with_sealed_addresses(std::str::from_utf8(bytes).ok()?, path, bundle, keys);
        let object = BASE64.encode(&address.seal(&key, Kind::Page, page.as_bytes()));
        let is_door = name == INDEX;
        let mut data = data(school, place, &name, if is_door { "site" } else { "page" });
        data.insert("object".to_owned(), json!(object));
        if is_door {
            data.extend(door(school, &codes));
        }
        let frame = if is_door { &frames.door } else { &frames.page };
        Some((file, frame.page(&Value::Object(data))))
    });
    SealedBundle(sealed.collect())
}

/// The picture at `path` in a site, from its sealed file. `None` if it was changed.
#[must_use]
pub fn picture(
    path: &RelPath,
    sealed: &[u8],
    keys: &SiteKeys,
    school: &SchoolSeal,
) -> Option<Vec<u8>> {
    let name = keys.name(path.as_str());
    let address = Address {
        school,
        place: keys.place.as_str(),
        name: &name,
    };
    let (kind, picture) = address.open(&address.key(&keys.key), sealed)?;
    (kind == Kind::Picture).then_some(picture)
}

/// The one file of a reader's folder: what the reader may open. `page` lists the
/// students for a reader who has several, with the addresses that [`Grant`]s have here.
#[must_use]
pub fn reader_folder(
    reader: &Reader,
    grants: &[Grant],
    page: &str,
    school: &SchoolSeal,
    frame: &Frame,
) -> Vec<u8> {
    let place = reader.keys.place.as_str();
    let sites: Map<String, Value> = grants
        .iter()
        .map(|grant| (grant.keys.place.as_str().to_owned(), grant.value(school)))
        .collect();
    let content = json!({"page": page, "sites": sites}).to_string();
    let address = Address {
        school,
        place,
        name: INDEX,
    };
    let key = address.key(&reader.keys.key);
    let object = address.seal(&key, Kind::Grants, content.as_bytes());
    let code = slot::for_code(school, place, reader.keys, reader.stretched);
    let mut data = data(school, place, INDEX, "reader");
    data.insert("object".to_owned(), json!(BASE64.encode(&object)));
    data.extend(door(school, &[code]));
    let link = slot::for_link(school, reader.keys);
    data.insert("link".to_owned(), json!(BASE64.encode(&link)));
    frame.page(&Value::Object(data))
}

/// The one file of the folder of a reader who can open nothing anymore.
#[must_use]
pub fn closed(place: &super::Place, school: &SchoolSeal, frame: &Frame) -> Vec<u8> {
    frame.page(&Value::Object(data(
        school,
        place.as_str(),
        INDEX,
        "closed",
    )))
}

impl Grant<'_> {
    fn value(&self, school: &SchoolSeal) -> Value {
        let start = file_name(self.start, self.keys);
        let Some(only) = &self.only else {
            return json!({"key": BASE64.encode(self.keys.key.bytes()), "start": start});
        };
        let objects = only.iter().map(|path| {
            let name = self.keys.name(path.as_str());
            let address = Address {
                school,
                place: self.keys.place.as_str(),
                name: &name,
            };
            let key = address.key(&self.keys.key);
            (name.clone(), json!(BASE64.encode(key.bytes())))
        });
        json!({"objects": objects.collect::<Map<_, _>>(), "start": start})
    }
}
