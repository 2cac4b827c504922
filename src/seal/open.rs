//! Opens sealed folders, as a family's browser does.

use std::collections::BTreeMap;

use data_encoding::BASE64;
use serde_json::Value;

use super::code::{Code, Rounds};
use super::frame::data_of;
use super::key::Key;
use super::link::LinkSecret;
use super::object::{Address, Kind};
use super::root::{INDEX, Place, SchoolSeal};
use super::slot;

/// Reads the file with a name in a place. The names are as the format has them.
pub trait SealedFiles {
    /// The bytes of the file. `None` if there is none.
    fn read(&self, place: &Place, file: &str) -> Option<Vec<u8>>;
}

/// What a reader has.
pub enum Opener {
    /// A code.
    Code(Code),
    /// A link.
    Link(LinkSecret),
}

/// Why nothing was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unopened {
    /// There is no sealed page of this format.
    NotSealed,
    /// The code or link opens nothing here.
    Wrong,
    /// The file was opened for this reader, and what is inside is damaged.
    Damaged,
}

/// What a reader may open.
pub struct OpenedPlace {
    school: SchoolSeal,
    /// The page that lists the students.
    pub page: String,
    /// For each site, its first file.
    pub starts: BTreeMap<Place, String>,
    keys: BTreeMap<Place, Grant>,
}

enum Grant {
    Site(Key),
    Objects(BTreeMap<String, Key>),
}

impl OpenedPlace {
    /// Opens the first of `places` that `opener` opens: readers' folders, or sites with
    /// the code of one of their readers.
    ///
    /// # Errors
    /// Why nothing was opened.
    pub fn find<'a>(
        files: &impl SealedFiles,
        places: impl IntoIterator<Item = &'a Place>,
        opener: &Opener,
    ) -> Result<(Place, Self), Unopened> {
        // All places of a school have one salt, and stretching is slow.
        let mut stretched: Option<(SchoolSeal, Rounds, Key)> = None;
        let mut problem = Unopened::NotSealed;
        for place in places {
            let Some(door) = Door::read(files, place) else {
                continue;
            };
            if problem == Unopened::NotSealed {
                problem = Unopened::Wrong;
            }
            let found = match opener {
                Opener::Code(code) => {
                    let is_known = |(school, rounds, _): &(SchoolSeal, Rounds, Key)| {
                        *school == door.school && *rounds == door.rounds
                    };
                    let (_, _, key) = match stretched.take().filter(is_known) {
                        Some(known) => stretched.insert(known),
                        None => stretched.insert((
                            door.school.clone(),
                            door.rounds,
                            code.stretch(&door.school.salt, door.rounds),
                        )),
                    };
                    door.open_by_code(place, key)
                }
                Opener::Link(secret) => door.open_by_link(place, secret),
            };
            let Some((reader, key)) = found else {
                continue;
            };
            let own = if reader == *place {
                Some(door)
            } else {
                Door::read(files, &reader)
            };
            match own.and_then(|door| Self::granted(door, &reader, &key)) {
                Some(place) => return Ok((reader, place)),
                None => problem = Unopened::Damaged,
            }
        }
        Err(problem)
    }

    fn granted(door: Door, reader: &Place, key: &Key) -> Option<Self> {
        let address = Address {
            school: &door.school,
            place: reader.as_str(),
            name: INDEX,
        };
        let (kind, content) = address.open(&address.key(key), &door.object)?;
        let content: Value = serde_json::from_slice(&content).ok()?;
        let mut opened = Self {
            page: content.get("page")?.as_str()?.to_owned(),
            starts: BTreeMap::new(),
            keys: BTreeMap::new(),
            school: door.school,
        };
        for (site, grant) in content.get("sites")?.as_object()? {
            let site = Place::new(site)?;
            let start = grant.get("start")?.as_str()?.to_owned();
            opened.starts.insert(site.clone(), start);
            opened.keys.insert(site, Grant::read(grant)?);
        }
        (kind == Kind::Grants).then_some(opened)
    }

    /// Opens one file of a site. `None` if this reader may not, or if it was changed.
    #[must_use]
    pub fn file(&self, files: &impl SealedFiles, site: &Place, file: &str) -> Option<Vec<u8>> {
        let bytes = files.read(site, file)?;
        let (name, is_page) = match file.strip_suffix(".html") {
            Some(name) => (name, true),
            None => (file.strip_suffix(".bin")?, false),
        };
        let address = Address {
            school: &self.school,
            place: site.as_str(),
            name,
        };
        let key = match self.keys.get(site)? {
            Grant::Site(key) => address.key(key),
            Grant::Objects(keys) => keys.get(name)?.clone(),
        };
        let object = if is_page {
            let data = data_of(std::str::from_utf8(&bytes).ok()?)?;
            base64(data.get("object")?)?
        } else {
            bytes
        };
        let (kind, content) = address.open(&key, &object)?;
        ((kind == Kind::Page) == is_page).then_some(content)
    }
}

impl Grant {
    fn read(grant: &Value) -> Option<Self> {
        if let Some(key) = grant.get("key") {
            return Some(Self::Site(Key::of(&base64(key)?)?));
        }
        let objects = grant.get("objects")?.as_object()?;
        let key = |(name, key): (&String, &Value)| Some((name.clone(), Key::of(&base64(key)?)?));
        let keys: Option<_> = objects.iter().map(key).collect();
        keys.map(Self::Objects)
    }
}

/// What is in the first file of a place.
struct Door {
    school: SchoolSeal,
    rounds: Rounds,
    object: Vec<u8>,
    codes: Vec<Vec<u8>>,
    link: Option<Vec<u8>>,
}

impl Door {
    fn open_by_code(&self, place: &Place, stretched: &Key) -> Option<(Place, Key)> {
        let slots = self.codes.iter().map(Vec::as_slice);
        let rounds = self.rounds;
        slot::open_by_code(&self.school, place.as_str(), slots, stretched, rounds)
    }

    fn open_by_link(&self, place: &Place, secret: &LinkSecret) -> Option<(Place, Key)> {
        let slot = self.link.as_deref()?;
        slot::open_by_link(&self.school, place.as_str(), slot, secret)
    }

    fn read(files: &impl SealedFiles, place: &Place) -> Option<Self> {
        let page = files.read(place, "index.html")?;
        let data = data_of(std::str::from_utf8(&page).ok()?)?;
        let is = |field: &str, value: &str| data.get(field).is_some_and(|found| *found == value);
        if !is("format", "kinfolio/1") || !is("place", place.as_str()) {
            return None;
        }
        let codes = data.get("codes")?.as_array()?.iter().map(base64);
        Some(Self {
            school: SchoolSeal {
                id: data.get("school")?.as_str()?.to_owned(),
                salt: base64(data.get("salt")?)?.try_into().ok()?,
            },
            rounds: Rounds::new(data.get("rounds")?.as_u64()?)?,
            object: base64(data.get("object")?)?,
            codes: codes.collect::<Option<_>>()?,
            link: data.get("link").and_then(base64),
        })
    }
}

fn base64(value: &Value) -> Option<Vec<u8>> {
    BASE64.decode(value.as_str()?.as_bytes()).ok()
}

#[cfg(test)]
mod tests {
    use super::super::root::{Root, Turn};
    use super::super::{
        Frame, Grant, Reader, ReaderKeys, SealedFrames, SiteKeys, reader_folder, site,
    };
    use super::*;
    use crate::render::Bundle;
    use crate::source::RelPath;

    /// A host: files by place and name.
    #[derive(Default, Clone)]
    struct Host(BTreeMap<(String, String), Vec<u8>>);

    impl SealedFiles for Host {
        fn read(&self, place: &Place, file: &str) -> Option<Vec<u8>> {
            let key = (place.as_str().to_owned(), file.to_owned());
            self.0.get(&key).cloned()
        }
    }

    impl Host {
        fn put(&mut self, place: &Place, files: Bundle) {
            for (file, bytes) in files {
                let key = (place.as_str().to_owned(), file.as_str().to_owned());
                self.0.insert(key, bytes);
            }
        }
    }

    fn path(path: &str) -> RelPath {
        RelPath::new(path).unwrap()
    }

    fn frames() -> SealedFrames {
        let frame =
            Frame::new("<script type=\"application/json\" id=\"sealed\">{{sealed}}</script>");
        let frame = std::sync::Arc::new(frame.unwrap());
        SealedFrames {
            door: frame.clone(),
            page: frame,
        }
    }

    /// Ana's site and its readers: her mother may open everything, her uncle one page.
    struct Family {
        school: SchoolSeal,
        site: SiteKeys,
        mother: ReaderKeys,
        uncle: ReaderKeys,
        host: Host,
    }

    fn family(mothers_turn: Turn) -> Family {
        let root = Root::new(Key::new([9; 32]));
        let school = root.school();
        let mother = root.reader("ana/mother", mothers_turn);
        let uncle = root.reader("ana/uncle", 0);
        let turns = [
            ("ana/mother".to_owned(), mothers_turn),
            ("ana/uncle".to_owned(), 0),
        ];
        let keys = root.site("ana", 0, &turns.into());
        let stretched =
            [&mother, &uncle].map(|reader| reader.code.stretch(&school.salt, Rounds::default()));
        let readers = [
            Reader {
                keys: &mother,
                stretched: &stretched[0],
            },
            Reader {
                keys: &uncle,
                stretched: &stretched[1],
            },
        ];
        let home = "<a href=\"support/index.html#m\"><img src=\"../pictures/a.jpg\" \
            srcset=\"../pictures/b.jpg 5w, ../pictures/a.jpg 9w\"><a href=\"tel:5\"><a href=\"#m\">";
        let bundle: Bundle = [
            ("index.html", "<meta content=\"0; url=es/index.html\">"),
            ("es/index.html", home),
            ("es/support/index.html", "<p>Ana</p>"),
            ("pictures/a.jpg", "jpeg"),
            ("pictures/b.jpg", "jpeg"),
        ]
        .into_iter()
        .map(|(file, text)| (path(file), text.as_bytes().to_vec()))
        .collect();
        let mut host = Host::default();
        host.put(
            &keys.place,
            site(&bundle, &keys, &school, &readers, &frames())
                .files()
                .clone(),
        );
        let (start, support) = (path("es/index.html"), path("es/support/index.html"));
        let grants = [(&start, None), (&support, Some(vec![&support]))];
        for (reader, (start, only)) in readers.iter().zip(grants) {
            let grant = Grant {
                keys: &keys,
                start,
                only,
            };
            let page = reader_folder(reader, &[grant], "<p>list</p>", &school, &frames().door);
            host.put(&reader.keys.place, [(path("index.html"), page)].into());
        }
        Family {
            school,
            site: keys,
            mother,
            uncle,
            host,
        }
    }

    #[test]
    fn each_reader_opens_what_is_theirs() {
        let Family {
            school,
            site,
            mother,
            uncle,
            host,
        } = family(0);
        let file = |path: &str| format!("{}.html", site.name(path));
        let open = |place: &Place, opener: Opener| {
            OpenedPlace::find(&host, [place], &opener).map(|(_, opened)| opened)
        };
        let by_link = open(&mother.place, Opener::Link(mother.link.clone()))
            .ok()
            .unwrap();
        assert_eq!(by_link.page, "<p>list</p>");
        assert_eq!(by_link.starts[&site.place], file("es/index.html"));
        let support = by_link.file(&host, &site.place, &file("es/support/index.html"));
        assert_eq!(support.as_deref(), Some(&b"<p>Ana</p>"[..]));
        let home = by_link
            .file(&host, &site.place, &file("es/index.html"))
            .unwrap();
        let [a, b] =
            ["a", "b"].map(|name| format!("{}.bin", site.name(&format!("pictures/{name}.jpg"))));
        let expected = format!(
            "<a href=\"{}#m\"><img src=\"{a}\" srcset=\"{b} 5w, {a} 9w\"><a href=\"tel:5\"><a href=\"#m\">",
            file("es/support/index.html")
        );
        assert_eq!(String::from_utf8(home).unwrap(), expected);
        assert_eq!(
            by_link.file(&host, &site.place, &a).as_deref(),
            Some(&b"jpeg"[..])
        );

        let by_code = open(&site.place, Opener::Code(uncle.code.clone()))
            .ok()
            .unwrap();
        let opens = |name: &str| by_code.file(&host, &site.place, name).is_some();
        assert!(opens(&file("es/support/index.html")));
        assert!(!opens(&file("es/index.html")) && !opens(&a));

        let wrong = open(&mother.place, Opener::Code(uncle.code.clone()));
        assert_eq!(wrong.err(), Some(Unopened::Wrong));
        assert_eq!(school, Root::new(Key::new([9; 32])).school());
    }

    #[test]
    fn a_replaced_letter_opens_nothing_new() {
        let old = family(0);
        let new = family(1);
        assert_eq!(old.mother.place, new.mother.place);
        for opener in [Opener::Link(old.mother.link), Opener::Code(old.mother.code)] {
            let opened = OpenedPlace::find(&new.host, [&old.mother.place], &opener);
            assert_eq!(opened.err(), Some(Unopened::Wrong));
        }
        // Somebody who kept the keys of the old site.
        let kept = OpenedPlace::find(&old.host, [&old.uncle.place], &Opener::Link(old.uncle.link));
        let file = format!("{}.html", old.site.name("es/support/index.html"));
        let (_, kept) = kept.ok().unwrap();
        assert!(kept.file(&old.host, &old.site.place, &file).is_some());
        assert_eq!(kept.file(&new.host, &old.site.place, &file), None);
    }

    #[test]
    fn nothing_of_a_site_can_be_read_in_its_files() {
        let host = family(0).host;
        for ((place, name), bytes) in host.0 {
            let text = format!("{place} {name} {}", String::from_utf8_lossy(&bytes));
            for word in ["Ana", "ana", "support", "jpeg", "mother", "pictures", "<p>"] {
                assert!(!text.contains(word), "{word} in {name}");
            }
        }
    }
}
