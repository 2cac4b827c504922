//! No word of a school, its students, or its staff is in what goes to the host, in
//! whatever form.

use std::collections::BTreeSet;
use std::fs;
use std::io::Read;
use std::path::Path;

use aho_corasick::AhoCorasick;
use data_encoding::{BASE64, BASE64URL_NOPAD};
use flate2::Compression;
use flate2::read::{DeflateDecoder, DeflateEncoder, GzDecoder, ZlibDecoder};

use crate::sealed::{SealedBuild, school};
use crate::support::{School, files_below, root};

/// What somebody who has a file might look at: its bytes, what is base64 in it, and what
/// these bytes are if they are compressed.
fn views(bytes: &[u8]) -> Vec<Vec<u8>> {
    let is_base64 = |byte: &u8| byte.is_ascii_alphanumeric() || b"+/=-_".contains(byte);
    let runs = bytes
        .split(|byte| !is_base64(byte))
        .filter(|run| run.len() >= 16);
    let decoded = runs.flat_map(|run| {
        let whole = run.get(..run.len() / 4 * 4).unwrap_or_default();
        [
            BASE64.decode(run),
            BASE64.decode(whole),
            BASE64URL_NOPAD.decode(run),
        ]
    });
    let mut views: Vec<Vec<u8>> = decoded.filter_map(Result::ok).collect();
    views.push(bytes.to_vec());
    let inflated: Vec<Vec<u8>> = views
        .iter()
        .flat_map(|view| [0, 5, 12].map(|from| view.get(from..).unwrap_or_default()))
        .flat_map(|view| {
            let read = |reader: &mut dyn Read| {
                let mut out = Vec::new();
                // What could be read before an error counts, too.
                let _ = reader.take(1 << 20).read_to_end(&mut out);
                out
            };
            [
                read(&mut DeflateDecoder::new(view)),
                read(&mut ZlibDecoder::new(view)),
                read(&mut GzDecoder::new(view)),
            ]
        })
        .filter(|out| out.len() >= 6)
        .collect();
    views.extend(inflated);
    views
}

/// A word as a file may have it.
fn forms(word: &str) -> Vec<Vec<u8>> {
    let mut forms = vec![word.as_bytes().to_vec()];
    forms.push(word.encode_utf16().flat_map(u16::to_le_bytes).collect());
    forms.push(word.encode_utf16().flat_map(u16::to_be_bytes).collect());
    forms
}

/// Every word of six letters or more that is in a school's files, but for those that the
/// screen in front of sealed pages says itself.
fn words_of(school: &Path, screen: &str) -> BTreeSet<String> {
    let files = files_below(school);
    let texts = files
        .values()
        .filter_map(|bytes| std::str::from_utf8(bytes).ok());
    let words = texts.flat_map(|text| text.split(|c: char| !c.is_alphanumeric()));
    let known = screen.to_lowercase();
    words
        .filter(|word| word.chars().count() >= 6 && !word.bytes().all(|b| b.is_ascii_digit()))
        .filter(|word| !known.contains(&word.to_lowercase()))
        .map(str::to_owned)
        .collect()
}

/// What the screen says, in all languages, with the script behind it.
fn screen() -> String {
    let folders = [root().join("locales"), root().join("themes/default")];
    let files = folders.iter().flat_map(|folder| files_below(folder));
    let own = files.filter(|(path, _)| {
        ["lock", "opener", "head.html"]
            .iter()
            .any(|own| path.contains(own))
    });
    own.map(|(_, bytes)| String::from_utf8(bytes).unwrap())
        // The content policy, and the names of languages.
        .chain(["require English Español Tiếng العربية".to_owned()])
        .collect()
}

fn check_nothing_can_be_read(sealed: &SealedBuild) {
    let words = words_of(&sealed.place.school(), &screen());
    assert!(words.len() > 50, "{}", words.len());
    let forms: Vec<Vec<u8>> = words.iter().flat_map(|word| forms(word)).collect();
    let search = AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .build(&forms)
        .unwrap();
    let mut files = 0;
    for (path, bytes) in files_below(&sealed.place.out()) {
        if path.starts_with(".kinfolio") {
            continue;
        }
        files += 1;
        for view in views(&bytes).iter().chain([&path.as_bytes().to_vec()]) {
            let found = search.find_iter(view).map(|found| &view[found.range()]);
            let found: Vec<_> = found.map(String::from_utf8_lossy).collect();
            assert_eq!(found, [""; 0], "{path}");
        }
    }
    assert!(files > 20, "{files}");
}

#[test]
fn nothing_that_the_school_wrote_can_be_read_on_the_host() {
    let sealed = SealedBuild::new(&school());
    assert_eq!(sealed.build().code, 0);
    check_nothing_can_be_read(&sealed);
    // The search finds what is there.
    let page = sealed.place.out().join("plain.html");
    let mut deflated = DeflateEncoder::new(b"stories stories".as_slice(), Compression::fast());
    let mut compressed = Vec::new();
    deflated.read_to_end(&mut compressed).unwrap();
    let wide: Vec<u8> = "stories"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let hidden = [
        b"long Stories".to_vec(),
        BASE64.encode(b"Ana tells long stories").into_bytes(),
        compressed.clone(),
        BASE64.encode(&compressed).into_bytes(),
        wide,
    ];
    for bytes in hidden {
        fs::write(&page, &bytes).unwrap();
        let found = std::panic::catch_unwind(|| check_nothing_can_be_read(&sealed));
        assert!(found.is_err(), "{bytes:?}");
    }
}

#[test]
fn nothing_of_the_demo_school_can_be_read_on_the_host() {
    let sealed = SealedBuild::new(&School::of(&root().join("content")));
    assert_eq!(sealed.build().code, 0);
    check_nothing_can_be_read(&sealed);
}

/// Two hundred students with names of their own. The usual run has fewer.
#[test]
fn nothing_of_a_large_school_can_be_read_on_the_host() {
    let students = if std::env::var_os("KINFOLIO_FULL").is_some() {
        200
    } else {
        20
    };
    let mut large = school();
    for number in 0..students {
        let name = format!("Qeltora{}", number.to_string().replace(|_: char| true, "v"));
        let name = format!("{name}{number} Wimbrenak{number}");
        for (path, bytes) in files_below(&root().join("tests/suite/school/students/ben")) {
            let text = String::from_utf8(bytes).unwrap();
            let text = text
                .replace("Ben Osei", &name)
                .replace("Ben", &format!("Qeltora{number}"));
            let text = text.replace("pronouns:", "guardians: [mother]\npronouns:");
            large = large.file(&format!("students/wimbrenak-{number}/{path}"), text);
        }
    }
    let sealed = SealedBuild::new(&large);
    let run = sealed.build();
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    check_nothing_can_be_read(&sealed);
}
