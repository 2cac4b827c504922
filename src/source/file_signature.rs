//! Files that are not plain text, whatever their name, known by their first bytes.

use memchr::memmem;

/// The kind of a file that should be text and is not, as messages name it. Returns
/// `None` if it may be text.
#[must_use]
pub fn other_kind(bytes: &[u8]) -> Option<&'static str> {
    let begins = |marks: &[&[u8]]| marks.iter().any(|mark| bytes.starts_with(mark));
    let holds = |name: &str| memmem::find(bytes, name.as_bytes()).is_some();
    if begins(&[b"PK\x03\x04"]) {
        let kinds = [
            ("word/document", "word"),
            ("xl/workbook", "excel"),
            ("application/vnd.oasis.opendocument", "odf"),
        ];
        let known = kinds.into_iter().find(|(name, _)| holds(name));
        return Some(known.map_or("pages", |(_, kind)| kind));
    }
    if begins(&[b"\xD0\xCF\x11\xE0"]) {
        return Some("office");
    }
    if begins(&[b"%PDF-"]) {
        return Some("pdf");
    }
    let pictures: [&[u8]; 6] = [
        b"\x89PNG",
        b"\xFF\xD8\xFF",
        b"GIF87a",
        b"GIF89a",
        b"II*\0",
        b"MM\0*",
    ];
    let inside = bytes.get(4..12).unwrap_or_default();
    let phone = inside.starts_with(b"ftyp");
    let web = bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP");
    if begins(&pictures) || phone || web {
        return Some("picture");
    }
    let others: [&[u8]; 4] = [b"\x1F\x8B\x08", b"bplist00", b"Rar!\x1A", b"7z\xBC\xAF"];
    begins(&others).then_some("binary")
}

/// The same for decoded text that is a document of another program.
#[must_use]
pub fn other_text(text: &str) -> Option<&'static str> {
    const BEGINNING: usize = 64 * 1024;
    let text = text.trim_start();
    if text.starts_with("{\\rtf") {
        return Some("rtf");
    }
    if !text.starts_with('<') {
        return None;
    }
    let beginning = text
        .get(..text.floor_char_boundary(BEGINNING))
        .unwrap_or(text);
    let beginning = beginning.to_lowercase();
    let pages = [
        "<!doctype html",
        "<html",
        "<head>",
        "<meta ",
        "<?xml version",
    ];
    if !pages.iter().any(|page| beginning.starts_with(page)) {
        return None;
    }
    let logins = [
        "sign in",
        "log in",
        "login",
        "signin",
        "password",
        "iniciar sesión",
    ];
    let asks = logins.iter().any(|words| beginning.contains(words));
    Some(if asks { "login" } else { "html" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_bytes_tell_what_a_file_is() {
        let check = |bytes: &[u8], expected| assert_eq!(other_kind(bytes), expected, "{bytes:?}");
        check(b"PK\x03\x04....word/document.xml", Some("word"));
        check(b"PK\x03\x04....xl/workbook.xml", Some("excel"));
        check(
            b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.text",
            Some("odf"),
        );
        check(b"PK\x03\x04....Index/Document.iwa", Some("pages"));
        check(b"\xD0\xCF\x11\xE0\xA1\xB1", Some("office"));
        check(b"%PDF-1.7", Some("pdf"));
        check(b"\x89PNG\r\n", Some("picture"));
        check(b"\xFF\xD8\xFF\xE0", Some("picture"));
        check(b"\0\0\0\x18ftypheic", Some("picture"));
        check(b"bplist00", Some("binary"));
        check(b"name: Ana", None);
        check(b"\xFF\xFEn\0a\0", None);
        check(b"PK is a name", None);
    }

    #[test]
    fn texts_of_programs_are_known() {
        let check = |text: &str, expected| assert_eq!(other_text(text), expected, "{text}");
        check("{\\rtf1\\ansi Ana read.}", Some("rtf"));
        check("<!DOCTYPE html><html><body>Ana", Some("html"));
        check(
            "\n<html><title>Sign in to your account</title>",
            Some("login"),
        );
        check("<b>Ana</b> read.", None);
        check("Ana {read}.", None);
    }
}
