//! Letters as PDF files, printed by a real browser and by programs that pretend to be one.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Command;

use crate::keys::Sealed;
use crate::letters::{address, code, scan};
use crate::support::{School, ending, files_below, root};

/// What a program says about a file.
fn said(program: &str, args: &[&str]) -> Vec<u8> {
    let output = Command::new(program).args(args).output();
    let output = output.unwrap_or_else(|error| panic!("{program} (poppler-utils): {error}"));
    assert!(output.status.success(), "{program} {args:?}");
    output.stdout
}

fn text(program: &str, args: &[&str]) -> String {
    String::from_utf8(said(program, args)).unwrap()
}

/// What a phone reads from the square of the only page of a PDF.
fn scanned(pdf: &str) -> String {
    let image = said("pdftoppm", &["-gray", "-r", "150", pdf]);
    // A PGM file: `P5`, the size, the largest value, and a byte for each pixel.
    let head: Vec<&[u8]> = image.splitn(4, |byte| *byte == b'\n').collect();
    let size = std::str::from_utf8(head[1]).unwrap();
    let (width, height) = size.split_once(' ').unwrap();
    let [width, height] = [width, height].map(|side| side.parse::<usize>().unwrap());
    let pixels = head[3];
    scan(width, height, |x, y| pixels[y * width + x])
}

#[test]
fn letters_in_every_language_are_one_page_each() {
    let sealed = Sealed::of(&School::of(&root().join("content")));
    sealed.done(&["keys", "init"]);
    let to = sealed.beside("letters");
    let said = sealed.done(&["letters", "--to", &to, "--pdf"]);
    assert!(said.contains("all-letters.pdf has all of them"), "{said}");
    let files = files_below(Path::new(&to));
    let html = files.iter().filter(|(name, _)| ending(name) == "html");
    let mut languages: Vec<String> = Vec::new();
    let mut letters = 0;
    for (name, bytes) in html {
        let html = String::from_utf8(bytes.clone()).unwrap();
        let pdf = format!("{to}/{}", name.replace(".html", ".pdf"));
        let mode = fs::metadata(&pdf).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{pdf}");
        let facts = text("pdfinfo", &[&pdf]);
        let fact = |name: &str| {
            let line = facts.lines().find_map(|line| line.strip_prefix(name));
            line.unwrap_or_default().trim().to_owned()
        };
        assert_eq!(fact("Page size:"), "612 x 792 pts (letter)");
        let (_, title) = html.split_once("<title>").unwrap();
        assert_eq!(fact("Title:"), title.split_once("</title>").unwrap().0);
        if name == "all-letters.html" {
            assert_eq!(fact("Pages:"), html.matches("<article").count().to_string());
            continue;
        }
        assert_eq!(fact("Pages:"), "1", "{name}");
        let shown = text("pdftotext", &[&pdf, "-"]);
        for group in code(&html).split_whitespace() {
            assert!(shown.contains(group), "{name}: {group}");
        }
        let link = scanned(&pdf);
        assert!(link.starts_with(&address(&html)), "{name}: {link}");
        let (_, lang) = html.split_once("<html lang=\"").unwrap();
        languages.push(lang.split_once('"').unwrap().0.to_owned());
        letters += 1;
    }
    assert_eq!(files.len(), 2 * (letters + 1), "{:?}", files.keys());
    languages.sort();
    languages.dedup();
    assert_eq!(languages, ["ar", "en", "es", "vi"]);
    // These are letters, too.
    fs::remove_file(format!("{to}/all-letters.html")).unwrap();
    let said = sealed.refused(&["letters", "--to", &to]);
    assert!(said.contains("from an earlier run"), "{said}");
}

#[test]
fn without_a_pdf_the_letters_are_there() {
    let sealed = Sealed::with_keys();
    let browser = sealed.beside("browser");
    fs::write(&browser, "#!/bin/sh\nexit 0\n").unwrap();
    fs::set_permissions(&browser, fs::Permissions::from_mode(0o700)).unwrap();
    let check = |folder: &str, args: &[&str], set: &[(&str, &str)], expected: &[&str]| {
        let to = sealed.beside(folder);
        let mut command = sealed.command(&[&["letters", "--to", &to, "--pdf"], args].concat());
        command.env_remove("KINFOLIO_BROWSER");
        let output = command.envs(set.iter().copied()).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{said}");
        for words in expected {
            assert!(said.contains(words), "{words}: {said}");
        }
        let names: Vec<String> = files_below(Path::new(&to)).into_keys().collect();
        assert_eq!(names.len(), 4, "{names:?}");
        assert!(names.iter().all(|name| ending(name) == "html"), "{names:?}");
    };
    let help = ["The letters were written", "Save as PDF", "--browser FILE"];
    check(
        "1",
        &["--browser", &browser],
        &[],
        &["made no PDF of", help[0], help[1], help[2]],
    );
    let set = [("KINFOLIO_BROWSER", browser.as_str())];
    check("2", &[], &set, &["made no PDF of all-letters.html"]);
    let none = sealed.beside("none");
    check(
        "3",
        &["--browser", &none],
        &[],
        &["there is no program", help[1]],
    );
    // A letter whose file was written counts as printed.
    assert!(
        sealed
            .done(&["keys", "status"])
            .contains("printed Nov 20, 2026")
    );
}
