//! Slots: what a code or a link opens.

use super::code::Rounds;
use super::key::{Key, NONCE, bytes_of, fields, name_of};
use super::link::LinkSecret;
use super::root::{Place, ReaderKeys, SchoolSeal};

/// How long what is inside a slot is: the reader's place and key.
const CONTENT: usize = 16 + 32;
/// A slot with its nonce and its tag.
const SLOT: usize = NONCE + CONTENT + 16;
/// How many slots a site has at least; their number is a multiple of this, so that a
/// host cannot count guardians.
const AT_LEAST: usize = 4;

/// What a slot for a code is bound to.
fn about_code(school: &SchoolSeal, place: &str, rounds: Rounds) -> Vec<u8> {
    let rounds = rounds.count().to_string();
    let parts = ["kinfolio/1", &school.id, place, "code", &rounds];
    fields(&parts.map(str::as_bytes))
}

/// What the slot for a link is bound to.
fn about_link(school: &SchoolSeal, place: &str) -> Vec<u8> {
    fields(&["kinfolio/1", &school.id, place, "link"].map(str::as_bytes))
}

fn code_key(stretched: &Key, place: &str) -> Key {
    stretched.derive(&[b"kinfolio/1 code slot", place.as_bytes()])
}

fn content(reader: &ReaderKeys) -> Vec<u8> {
    let place = bytes_of(reader.place.as_str()).unwrap_or_default();
    [place.as_slice(), reader.key.bytes()].concat()
}

fn read(content: &[u8]) -> Option<(Place, Key)> {
    let (place, key) = content.split_at_checked(16)?;
    let place = Place::new(&name_of(place.try_into().ok()?))?;
    Some((place, Key::of(key)?))
}

/// The slot in `place` that the code of `reader` opens. `stretched` is that code,
/// stretched.
pub(super) fn for_code(
    school: &SchoolSeal,
    place: &str,
    reader: &ReaderKeys,
    stretched: &Key,
) -> Vec<u8> {
    code_key(stretched, place).seal(
        &about_code(school, place, Rounds::default()),
        &content(reader),
    )
}

/// The slot in the folder of `reader` that the reader's link opens.
pub(super) fn for_link(school: &SchoolSeal, reader: &ReaderKeys) -> Vec<u8> {
    let place = reader.place.as_str();
    let key = reader.link.slot_key(place);
    key.seal(&about_link(school, place), &content(reader))
}

/// The place and key of the reader whose stretched code opens one of `slots`.
pub(super) fn open_by_code<'a>(
    school: &SchoolSeal,
    place: &str,
    slots: impl IntoIterator<Item = &'a [u8]>,
    stretched: &Key,
    rounds: Rounds,
) -> Option<(Place, Key)> {
    let key = code_key(stretched, place);
    let about = about_code(school, place, rounds);
    let mut slots = slots.into_iter();
    slots.find_map(|slot| read(&key.open(&about, slot)?))
}

/// The place and key of the reader whose link opens `slot`.
pub(super) fn open_by_link(
    school: &SchoolSeal,
    place: &str,
    slot: &[u8],
    secret: &LinkSecret,
) -> Option<(Place, Key)> {
    let content = secret
        .slot_key(place)
        .open(&about_link(school, place), slot);
    read(&content?)
}

/// `slots` among random bytes that look like slots, in an order that says nothing.
/// `random` is the key that those bytes follow from.
pub(super) fn among_dummies(mut slots: Vec<Vec<u8>>, random: &Key) -> Vec<Vec<u8>> {
    let wanted = slots.len().max(1).next_multiple_of(AT_LEAST);
    for number in slots.len()..wanted {
        let number = number.to_string();
        let info: [&[u8]; 2] = [b"kinfolio/1 dummy", number.as_bytes()];
        slots.push(random.derive_bytes::<SLOT>(&info).to_vec());
    }
    slots.sort_unstable();
    slots
}

#[cfg(test)]
mod tests {
    use super::super::root::Root;
    use super::*;

    #[test]
    fn a_slot_opens_for_its_reader_in_its_place() {
        let root = Root::new(Key::new([5; 32]));
        let school = root.school();
        let mother = root.reader("ana/mother", 0);
        let father = root.reader("ana/father", 0);
        let stretched = mother.code.stretch(&school.salt, Rounds::default());
        let slot = for_code(&school, "site", &mother, &stretched);
        assert_eq!(slot.len(), SLOT);
        let slots = among_dummies(vec![slot.clone()], &Key::new([1; 32]));
        assert_eq!(slots.len(), 4);
        assert!(slots.iter().all(|slot| slot.len() == SLOT));
        let open = |place: &str, stretched: &Key| {
            let slots = slots.iter().map(Vec::as_slice);
            open_by_code(&school, place, slots, stretched, Rounds::default())
                .map(|(place, _)| place)
        };
        assert_eq!(open("site", &stretched), Some(mother.place.clone()));
        assert_eq!(open("other", &stretched), None);
        assert_eq!(
            open(
                "site",
                &father.code.stretch(&school.salt, Rounds::default())
            ),
            None
        );

        let slot = for_link(&school, &mother);
        let place = mother.place.as_str();
        let (found, key) = open_by_link(&school, place, &slot, &mother.link).unwrap();
        assert_eq!(
            (found, key.bytes()),
            (mother.place.clone(), mother.key.bytes())
        );
        assert!(open_by_link(&school, place, &slot, &father.link).is_none());
    }

    #[test]
    fn the_number_of_slots_says_little() {
        let key = Key::new([1; 32]);
        let check = |slots: usize, expected: usize| {
            let slots = vec![vec![0; SLOT]; slots];
            assert_eq!(among_dummies(slots, &key).len(), expected);
        };
        check(0, 4);
        check(1, 4);
        check(4, 4);
        check(5, 8);
    }
}
