//! Frozen values of the format, which programs in other languages agree on, too.

use std::collections::BTreeMap;

use data_encoding::{BASE64, HEXLOWER};
use serde_json::Value;

use super::code::Rounds;
use super::key::Key;
use super::object::{Address, Kind, padded};
use super::root::Root;
use super::slot;

fn text<'v>(value: &'v Value, field: &str) -> &'v str {
    value[field]
        .as_str()
        .unwrap_or_else(|| panic!("no {field}"))
}

#[test]
fn the_format_does_not_change() {
    let vectors: Value =
        serde_json::from_str(include_str!("../../tests/openers/vectors.json")).unwrap();
    let hex = |value: &Value, field: &str| HEXLOWER.decode(text(value, field).as_bytes()).unwrap();
    let root = Root::new(Key::of(&hex(&vectors, "root")).unwrap());
    let school = root.school();
    assert_eq!(school.id, text(&vectors, "school"));
    assert_eq!(school.salt.to_vec(), hex(&vectors, "salt"));
    let readers = vectors["readers"].as_array().unwrap();
    let turns: BTreeMap<String, u32> = readers
        .iter()
        .map(|reader| (text(reader, "reader").to_owned(), 0))
        .collect();
    let site = root.site(text(&vectors, "student"), 0, &turns);
    let place = site.place.as_str();
    assert_eq!(place, text(&vectors, "site"));
    assert_eq!(site.key.bytes().to_vec(), hex(&vectors, "siteKey"));
    let name = site.name(text(&vectors, "path"));
    assert_eq!(name, text(&vectors, "name"));
    let address = Address {
        school: &school,
        place,
        name: &name,
    };
    let key = address.key(&site.key);
    assert_eq!(key.bytes().to_vec(), hex(&vectors, "objectKey"));
    let object = BASE64.decode(text(&vectors, "object").as_bytes()).unwrap();
    let content = text(&vectors, "content").as_bytes().to_vec();
    assert_eq!(address.open(&key, &object), Some((Kind::Page, content)));
    for pair in vectors["padded"].as_array().unwrap() {
        let number = |at: usize| usize::try_from(pair[at].as_u64().unwrap()).unwrap();
        assert_eq!(padded(number(0)), number(1));
    }
    for vector in readers {
        let reader = root.reader(text(vector, "reader"), 0);
        let own = reader.place.as_str();
        assert_eq!(own, text(vector, "place"));
        assert_eq!(reader.key.bytes().to_vec(), hex(vector, "key"));
        assert_eq!(reader.code.to_string(), text(vector, "code"));
        let link = format!("{own}/#{}", reader.link.fragment());
        assert_eq!(link, text(vector, "link"));
        let stretched = reader.code.stretch(&school.salt, Rounds::default());
        assert_eq!(stretched.bytes().to_vec(), hex(vector, "stretched"));
        let slots = [
            (
                "codeSlot",
                slot::for_code(&school, own, &reader, &stretched),
            ),
            (
                "codeSlotOfSite",
                slot::for_code(&school, place, &reader, &stretched),
            ),
            ("linkSlot", slot::for_link(&school, &reader)),
        ];
        for (field, slot) in slots {
            assert_eq!(BASE64.encode(&slot), text(vector, field), "{field}");
        }
    }
}
