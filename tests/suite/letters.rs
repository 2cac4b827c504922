//! Letters to readers, and messages that there is something new.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use kinfolio::seal::{Code, LinkSecret, OpenedPlace, Opener, Place, SealedFiles, Unopened};

use crate::keys::{Sealed, school};
use crate::support::{files_below, program};

type Letters = BTreeMap<String, String>;

/// The letters in a folder next to the school, by file.
fn letters(sealed: &Sealed, folder: &str, options: &[&str]) -> Letters {
    let to = sealed.beside(folder);
    sealed.done(&[&["letters", "--to", &to], options].concat());
    let files = files_below(Path::new(&to)).into_iter();
    files
        .map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap()))
        .collect()
}

/// The letter of a reader.
fn letter<'a>(letters: &'a Letters, reader: &str) -> &'a str {
    let mut letters = letters
        .iter()
        .filter(|(name, _)| *name != "all-letters.html");
    let letter = letters.find(|(_, html)| html.contains(reader));
    letter.unwrap_or_else(|| panic!("no letter for {reader}")).1
}

/// The address of a letter.
pub(crate) fn address(letter: &str) -> String {
    let (_, rest) = letter.split_once("class=\"address\" dir=\"ltr\">").unwrap();
    rest.split_once("</bdi>").unwrap().0.replace("<wbr>", "")
}

/// The code of a letter.
pub(crate) fn code(letter: &str) -> String {
    let (_, rest) = letter.split_once("class=\"code\" dir=\"ltr\">").unwrap();
    let code = rest.split_once("</bdi>").unwrap().0.replace("</span>", "");
    code.replace("<span>", "").trim().to_owned()
}

/// What a phone reads from the square of a letter.
fn scanned(letter: &str) -> String {
    const PIXELS: usize = 4;
    let (_, svg) = letter.split_once("<svg viewBox=\"0 0 ").unwrap();
    let side: usize = svg.split_once(' ').unwrap().0.parse().unwrap();
    let (_, path) = svg.split_once("<path d=\"M").unwrap();
    let (_, path) = path.split_once("<path d=\"M").unwrap();
    let path = path.split_once("z\"").unwrap().0;
    let mut dark = vec![vec![false; side]; side];
    for run in path.split("zM") {
        let (x, rest) = run.split_once(' ').unwrap();
        let (y, rest) = rest.split_once('h').unwrap();
        let length = rest.split_once('v').unwrap().0;
        let [x, y, length] = [x, y, length].map(|number| number.parse::<usize>().unwrap());
        dark[y][x..x + length].fill(true);
    }
    let width = side * PIXELS;
    scan(width, width, |x, y| {
        if dark[y / PIXELS][x / PIXELS] { 0 } else { 255 }
    })
}

/// What a phone reads from the only square of a picture.
pub(crate) fn scan(width: usize, height: usize, pixel: impl Fn(usize, usize) -> u8) -> String {
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, pixel);
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1);
    grids[0].decode().unwrap().1
}

/// The folder of sites.
struct Sites(PathBuf);

impl SealedFiles for Sites {
    fn read(&self, place: &Place, file: &str) -> Option<Vec<u8>> {
        fs::read(self.0.join(place.as_str()).join(file)).ok()
    }
}

/// What a letter opens, by its code and by its link: the number of sites.
fn opened(sealed: &Sealed, letter: &str) -> [Result<usize, Unopened>; 2] {
    let sites = Sites(sealed.place.out());
    let place = address(letter).split('/').find_map(Place::new).unwrap();
    let code = Code::read(&code(letter)).ok().unwrap();
    let link = LinkSecret::read(&scanned(letter)).unwrap();
    [Opener::Code(code), Opener::Link(link)].map(|opener| {
        let opened = OpenedPlace::find(&sites, [&place], &opener);
        opened.map(|(_, opened)| opened.starts.len())
    })
}

#[test]
fn a_letter_opens_the_pages_of_its_reader_until_it_is_replaced() {
    let sealed = Sealed::with_keys();
    let build = || assert_eq!(sealed.build().code, 0);
    let first = letters(&sealed, "first", &[]);
    let status = || sealed.done(&["keys", "status"]);
    assert!(status().contains("printed Nov 20, 2026"));
    assert!(!status().contains("none yet"));
    let old = letter(&first, "ana/mother");
    let keyring = sealed.keyring();
    let keys = keyring.root().reader("ana/mother", 0);
    let place = format!(
        "https://pages.example.org/families/{}/",
        keys.place.as_str()
    );
    assert_eq!(address(old), place);
    assert_eq!(code(old), keys.code.to_string());
    assert_eq!(scanned(old), format!("{place}#{}", keys.link.fragment()));
    build();
    assert_eq!(opened(&sealed, old), [Ok(1), Ok(1)]);
    assert_eq!(opened(&sealed, letter(&first, "noor")), [Ok(2), Ok(2)]);
    // Everybody has a letter.
    let to = sealed.beside("none");
    assert!(
        sealed
            .done(&["letters", "--to", &to, "--new"])
            .contains("Nothing was written")
    );
    sealed.done(&["keys", "reissue", "ana/mother"]);
    assert!(status().contains("none yet"));
    let second = letters(&sealed, "second", &["--new"]);
    assert_eq!(
        second.keys().collect::<Vec<_>>(),
        ["letter-2026-11-20-001.html"]
    );
    let new = letter(&second, "ana/mother");
    assert_eq!(address(new), place);
    assert_ne!(code(new), code(old));
    assert_ne!(scanned(new), scanned(old));
    let keys = sealed.keyring().root().reader("ana/mother", 1);
    assert_eq!(code(new), keys.code.to_string());
    assert!(!status().contains("none yet"));
    build();
    assert_eq!(
        opened(&sealed, old),
        [Err(Unopened::Wrong), Err(Unopened::Wrong)]
    );
    assert_eq!(opened(&sealed, new), [Ok(1), Ok(1)]);
    assert_eq!(opened(&sealed, letter(&first, "noor")), [Ok(2), Ok(2)]);
}

#[test]
fn everyone_who_can_open_pages_gets_one_letter() {
    let sealed = Sealed::with_keys();
    let all = letters(&sealed, "letters", &[]);
    let names: Vec<&str> = all.keys().map(String::as_str).collect();
    let expected = [
        "all-letters.html",
        "letter-2026-11-20-001.html",
        "letter-2026-11-20-002.html",
        "letter-2026-11-20-003.html",
    ];
    assert_eq!(names, expected);
    for reader in ["ana/mother", "cleo/father", "noor"] {
        letter(&all, reader);
    }
    // The father's last day has passed.
    assert!(!all["all-letters.html"].contains("ana/father"));
    assert_eq!(all["all-letters.html"].matches("<article").count(), 3);
    let closed = |reader: &str| {
        let to = sealed.beside("other");
        sealed.refused(&["letters", "--to", &to, "--reader", reader])
    };
    assert!(closed("ana/father").contains("can open no pages today"));
    assert!(closed("ana/mothe").contains("Did you mean ana/mother?"));
    sealed.done(&["keys", "revoke", "noor"]);
    sealed.done(&["keys", "retire", "cleo"]);
    for reader in ["noor", "cleo/father"] {
        assert!(closed(reader).contains("can open no pages today"));
    }
    assert_eq!(letters(&sealed, "later", &[]).len(), 1);
}

#[cfg(unix)]
#[test]
fn letters_are_for_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let sealed = Sealed::with_keys();
    let mode = |path: &str| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    for name in letters(&sealed, "letters", &[]).keys() {
        assert_eq!(
            mode(&sealed.beside(&format!("letters/{name}"))),
            0o600,
            "{name}"
        );
    }
    assert_eq!(mode(&sealed.beside("letters")), 0o700);
}

#[test]
fn only_the_strip_names_students() {
    let sealed = Sealed::with_keys();
    let all = letters(&sealed, "letters", &[]);
    for (name, html) in &all {
        let mut rest = html.as_str();
        let mut outside = name.clone();
        while let Some((before, after)) = rest.split_once("<header class=\"strip\"") {
            outside.push_str(before);
            let (strip, after) = after.split_once("</header>").unwrap();
            assert!(
                ["Ana Duarte", "Cleo Nasser"]
                    .iter()
                    .any(|name| strip.contains(name))
            );
            rest = after;
        }
        outside.push_str(rest);
        for private in [
            "Ana", "Duarte", "Cleo", "كليو", "Nasser", "ana/", "cleo/", "noor",
        ] {
            assert!(!outside.contains(private), "{name}: {private}");
        }
        // The squares, too, are looked at.
        let squares = html.split("<article").skip(1).map(scanned);
        for link in squares {
            let link = link
                .strip_prefix("https://pages.example.org/families/")
                .unwrap();
            assert_eq!(link.len(), 26 + "/#".len() + 26, "{link}");
        }
    }
    // A family's letter names all of them.
    assert!(letter(&all, "noor").contains("Ana Duarte and Cleo Nasser"));
}

#[test]
fn a_letter_is_in_the_readers_language_and_the_schools() {
    let sealed = Sealed::with_keys();
    let all = letters(&sealed, "letters", &[]);
    let english = "How to open your pages";
    let arabic = "كيف تفتحون صفحاتكم";
    let interpreter = "555-0161";
    let mother = letter(&all, "ana/mother");
    assert!(mother.contains(english) && !mother.contains("class=\"second\""));
    assert!(mother.contains("Ms. Marta Rivera") && mother.contains("555-0162"));
    let father = letter(&all, "cleo/father");
    assert!(father.contains("<html lang=\"ar\" dir=\"rtl\">"));
    assert!(father.contains("<section lang=\"en\" dir=\"ltr\" class=\"second\">"));
    for words in [
        english,
        arabic,
        interpreter,
        "إغلاق الصفحات ونسيانها",
        "Lock and forget",
    ] {
        assert!(father.contains(words), "{words}");
    }
    // Two students with one case manager.
    assert!(letter(&all, "noor").contains("Ms. Marta Rivera"));
    let other = school().edit("students/cleo/student.yaml", "rivera", "okafor");
    let sealed = Sealed::of(&other);
    sealed.done(&["keys", "init"]);
    let noor = letters(&sealed, "letters", &["--reader", "noor"]);
    let noor = letter(&noor, "noor");
    assert!(noor.contains("555-0160") && !noor.contains("Rivera"));
}

#[test]
fn a_square_may_hold_the_address_only() {
    let sealed = Sealed::with_keys();
    let all = letters(&sealed, "letters", &["--qr", "address", "--paper", "a4"]);
    let mother = letter(&all, "ana/mother");
    assert_eq!(scanned(mother), address(mother));
    assert!(mother.contains("Then type the code.") && !mother.contains("do not need the code"));
    assert!(mother.contains("size: A4"));
}

/// Where the host asks who is reading, a letter has a user name and a password, and the
/// square never has more than the address.
#[test]
fn a_letter_may_have_a_user_name_and_a_password() {
    let line = "address: https://pages.example.org/families";
    let login = school().edit("school.yaml", line, &format!("{line}\naccess: host-login"));
    let sealed = Sealed::of(&login);
    sealed.done(&["keys", "init"]);
    let said = sealed.done(&["letters", "--to", &sealed.beside("first")]);
    assert!(said.contains("kinfolio host-files"), "{said}");
    let all = letters(&sealed, "letters", &["--qr", "key"]);
    let typed = |letter: &str| -> Vec<String> {
        let parts = letter.split("class=\"typed\" dir=\"ltr\">").skip(1);
        parts
            .map(|part| part.split_once("</bdi>").unwrap().0.to_owned())
            .collect()
    };
    let keyring = sealed.keyring();
    for (reader, words) in [
        (
            "ana/mother",
            ["User name", "exactly as they are printed", "private window"],
        ),
        ("cleo/father", ["اسم المستخدم", "كلمة المرور", "نافذة خاصة"]),
        ("noor", ["User name", "اسم المستخدم", "close all windows"]),
    ] {
        let letter = letter(&all, reader);
        let login = keyring.root().login(reader, 0);
        assert_eq!(
            typed(letter),
            [login.user.as_str(), login.password.as_str()]
        );
        let place = keyring.root().reader_place(reader);
        let place = format!("https://pages.example.org/families/{}/", place.as_str());
        assert_eq!((scanned(letter), address(letter)), (place.clone(), place));
        for words in words {
            assert!(letter.contains(words), "{reader}: {words}");
        }
        assert!(!letter.contains("Lock and forget") && !letter.contains("type the code"));
    }
    let file = sealed.beside("messages.csv");
    sealed.done(&["messages", "--to", &file]);
    assert!(
        fs::read_to_string(file)
            .unwrap()
            .contains("There is something new")
    );
}

#[test]
fn letters_are_refused_where_others_see_them() {
    let sealed = Sealed::with_keys();
    let refused = |to: &str| sealed.refused(&["letters", "--to", to]);
    assert!(refused("letters").contains("the school folder overlap"));
    assert!(refused("..").contains("the school folder overlap"));
    let to = sealed.beside("letters");
    sealed.done(&["letters", "--to", &to]);
    let before = files_below(Path::new(&to));
    assert!(refused(&to).contains("from an earlier run"));
    assert_eq!(files_below(Path::new(&to)), before);
    assert_eq!(sealed.build().code, 0);
    let sites = sealed.beside("public");
    assert!(refused(&sites).contains("families’ sites are there"));
}

#[test]
fn letters_need_an_address_and_a_keyring() {
    let line = "address: https://pages.example.org/families";
    for access in ["", "access: host-login"] {
        let sealed = Sealed::of(&school().edit("school.yaml", line, access));
        sealed.done(&["keys", "init"]);
        let letters = sealed.beside("letters");
        let said = sealed.refused(&["letters", "--to", &letters]);
        assert!(said.contains(line), "{said}");
        assert!(!Path::new(&letters).exists());
        let file = sealed.beside("messages.csv");
        let said = sealed.refused(&["messages", "--to", &file]);
        assert!(said.contains(line), "{said}");
    }
    let sealed = Sealed::new();
    let said = sealed.refused(&["letters", "--to", &sealed.beside("letters")]);
    assert!(said.contains("kinfolio keys init"), "{said}");
}

/// An error in one student's own file keeps back only that student's letters.
#[test]
fn a_broken_file_keeps_back_only_its_own_letters() {
    let sealed = Sealed::with_keys();
    sealed
        .place
        .edit("students/ana/student.yaml", "pronouns: she", "pronouns: [");
    let to = sealed.beside("letters");
    let run = sealed.run(&["letters", "--to", &to]);
    assert_eq!(run.code, 1);
    assert!(
        run.err.contains("errors in student.yaml: ana"),
        "{}",
        run.err
    );
    let all = files_below(Path::new(&to));
    assert_eq!(all.len(), 3, "{:?}", all.keys());
}

#[test]
fn messages_say_only_that_there_is_something_new() {
    let sealed = Sealed::with_keys();
    let file = sealed.beside("messages.csv");
    let said = sealed.done(&["messages", "--to", &file]);
    assert!(said.contains("3 messages"), "{said}");
    let text = fs::read_to_string(&file).unwrap();
    let text = text.strip_prefix('\u{feff}').unwrap();
    let mut rows = csv::Reader::from_reader(text.as_bytes());
    assert_eq!(
        rows.headers().unwrap(),
        vec!["reader", "language", "dir", "message"]
    );
    let keyring = sealed.keyring();
    let expected = [
        (
            "ana/mother",
            "en",
            "ltr",
            "There is something new on your page: ",
        ),
        ("cleo/father", "ar", "rtl", "يوجد جديد في صفحتكم: "),
        ("noor", "ar", "rtl", "يوجد جديد في صفحتكم: "),
    ];
    for (row, (reader, language, dir, words)) in rows.records().zip(expected) {
        let place = keyring.root().reader_place(reader);
        let address = format!("https://pages.example.org/families/{}/", place.as_str());
        let message = format!("{words}{address}");
        assert_eq!(row.unwrap(), vec![reader, language, dir, &message]);
    }
    assert!(!text.contains('#'));
    let said = sealed.refused(&["messages", "--to", "messages.csv"]);
    assert!(said.contains("in the school folder"), "{said}");
}

#[test]
fn the_school_folder_can_be_named() {
    let sealed = Sealed::with_keys();
    let [school, to] = [sealed.place.school(), sealed.beside("letters").into()];
    let mut command = program(&[
        "letters",
        school.to_str().unwrap(),
        "--to",
        to.to_str().unwrap(),
    ]);
    command.env("HOME", sealed.beside("home"));
    command.env("XDG_CONFIG_HOME", sealed.beside("config"));
    assert!(command.output().unwrap().status.success());
    assert!(to.join("all-letters.html").exists());
}
