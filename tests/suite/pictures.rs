//! Photos and work samples, from the camera's file to the family's page.

use std::io::Cursor;

use image::{ImageFormat, Rgb, RgbImage};

use crate::support::School;

/// What a camera might write: a wide picture, and where it was taken.
fn photo(width: u32, secret: &str) -> Vec<u8> {
    let image = RgbImage::from_fn(width, width / 2, |x, y| {
        Rgb([(x % 251) as u8, (y % 241) as u8, 90])
    });
    let mut bytes = Vec::new();
    image
        .write_to(&mut Cursor::new(&mut bytes), ImageFormat::Jpeg)
        .unwrap();
    let words = format!("Exif\0\0{secret}");
    let length = u16::try_from(words.len() + 2).unwrap().to_be_bytes();
    [
        &bytes[..2],
        &[0xFF, 0xE1],
        &length,
        words.as_bytes(),
        &bytes[2..],
    ]
    .concat()
}

const UPDATE: &str = "\
---
by: rivera
photo:
  - {file: files/tower.jpg, alt: A tower & a <flag>, caption: Built on Tuesday, faces: none}
  - {file: small.png, alt: A drawing, faces: ok}
---
Ana built a tower.
";

fn school() -> School {
    let mut small = Vec::new();
    let image = RgbImage::from_pixel(300, 200, Rgb([9, 99, 200]));
    image
        .write_to(&mut Cursor::new(&mut small), ImageFormat::Png)
        .unwrap();
    School::tiny()
        .edit(
            "students/ana/student.yaml",
            "pronouns: she",
            "pronouns: she\nconsent: {photo: true}",
        )
        .file("students/ana/updates/2026-11-19.md", UPDATE)
        .file("students/ana/files/tower.jpg", photo(1600, "SECRET PLACE"))
        .file("students/ana/files/small.png", small)
        .file("students/ana/files/not-named.jpg", photo(640, "x"))
}

#[test]
fn a_picture_comes_to_the_page_in_the_sizes_of_phones() {
    let compiled = school().compile();
    assert_eq!(compiled.faults(), [""; 0]);
    let site = compiled.site("ana");
    let pictures: Vec<&String> = site
        .keys()
        .filter(|path| path.starts_with("pictures/"))
        .collect();
    assert_eq!(
        pictures.len(),
        3,
        "two sizes of one, one of the other: {pictures:?}"
    );
    for page in ["en/updates/index.html", "en/index.html"] {
        let html = String::from_utf8(site[page].clone()).unwrap();
        for picture in &pictures {
            assert!(html.contains(picture.as_str()), "{page} shows {picture}");
        }
        assert_eq!(html.matches("loading=\"lazy\"").count(), 2);
        assert!(
            html.contains("width=\"960\" height=\"480\" alt=\"A tower &amp; a &lt;flag&gt;\""),
            "{html}"
        );
        assert!(html.contains(">Built on Tuesday</figcaption>"));
    }
    let other = compiled.site("ben");
    assert!(other.keys().all(|path| !path.starts_with("pictures/")));
}

#[test]
fn nothing_of_the_cameras_file_is_published() {
    let compiled = school().compile();
    for (path, bytes) in compiled.site("ana") {
        for word in [
            &b"SECRET"[..],
            b"Exif",
            b"tower.jpg",
            b"small.png",
            b"not-named",
        ] {
            let found = bytes.windows(word.len()).any(|part| part == word);
            assert!(!found, "{path} holds {}", String::from_utf8_lossy(word));
        }
    }
}

#[test]
fn a_picture_that_is_taken_away_leaves_the_disk() {
    let place = school().on_disk();
    let pictures = |place: &crate::support::Workplace| {
        let site = place.site("ana");
        site.into_keys()
            .filter(|path| path.starts_with("pictures/"))
            .collect::<Vec<_>>()
    };
    assert_eq!(place.build().code, 0);
    assert_eq!(pictures(&place).len(), 3);
    let kept = place.out().join("ana/pictures/teacher.jpg");
    std::fs::write(&kept, "somebody else's").unwrap();
    place.edit(
        "students/ana/updates/2026-11-19.md",
        "  - {file: small.png, alt: A drawing, faces: ok}\n",
        "",
    );
    assert_eq!(place.build().code, 0);
    assert_eq!(
        pictures(&place).len(),
        3,
        "two of ours, one of somebody else"
    );
    assert!(kept.exists());
}

#[test]
fn a_picture_is_made_once() {
    let place = school().on_disk();
    let work = place.out().with_file_name("work");
    let option = ["--work", work.to_str().unwrap()];
    let shown = |option: &[&str]| {
        place.edit("students/ana/updates/2026-11-19.md", "Ana", "Our Ana");
        assert_eq!(place.build_with(option).code, 0);
        let page = &place.site("ana")["en/updates/index.html"];
        let page = String::from_utf8(page.clone()).unwrap();
        let (_, width) = page.split_once(" width=\"").unwrap();
        width.split('"').next().unwrap().to_owned()
    };
    assert_eq!(shown(&option), "960");

    // What is written down of it is shown, so the file was not read again.
    for (path, bytes) in crate::support::files_below(&work) {
        let text = String::from_utf8(bytes).unwrap();
        let text = text.replace(".jpg\",960,", ".jpg\",959,");
        std::fs::write(work.join(path), text).unwrap();
    }
    assert_eq!(shown(&option), "959");
    assert_eq!(shown(&[&option[..], &["--all"]].concat()), "960");

    // Somebody has changed it, and even gave it the size and time it had.
    let before = place.site("ana");
    let pictures = before.keys().filter(|path| path.starts_with("pictures/"));
    for path in pictures {
        let place = place.out().join("ana").join(path);
        let time = place.metadata().unwrap().modified().unwrap();
        std::fs::write(&place, vec![b'x'; before[path].len()]).unwrap();
        let file = std::fs::File::options().write(true).open(place).unwrap();
        file.set_modified(time).unwrap();
    }
    assert_eq!(shown(&option), "960");
    for (path, bytes) in &place.site("ana") {
        let same = !path.starts_with("pictures/") || before[path] == *bytes;
        assert!(same, "{path} is not as it was");
    }
}

#[test]
fn a_picture_is_made_once_under_any_name_but_for_each_student() {
    let place = school().on_disk();
    let work = place.out().with_file_name("work");
    let option = ["--work", work.to_str().unwrap()];
    assert_eq!(place.build_with(&option).code, 0);
    // A picture that is not made again is shown with this width.
    for (path, bytes) in crate::support::files_below(&work) {
        let text = String::from_utf8(bytes).unwrap();
        let text = text.replace(".jpg\",960,", ".jpg\",959,");
        std::fs::write(work.join(path), text).unwrap();
    }
    let photo = photo(1600, "SECRET PLACE");
    let small = std::fs::read(place.school().join("students/ana/files/small.png")).unwrap();
    // No student's files name another one.
    let update = |file: &str| UPDATE.replace("tower.jpg", file).replace("Ana", "We");
    let check = |student: &str, file: &str, expected: &str| {
        let own = |below: &str| format!("students/{student}/{below}");
        let files = place.school().join(own("files"));
        std::fs::create_dir_all(&files).unwrap();
        std::fs::write(files.join(file), &photo).unwrap();
        std::fs::write(files.join("small.png"), &small).unwrap();
        place.save(&own("updates/2026-11-19.md"), &update(file));
        let run = place.build_with(&option);
        assert_eq!(run.code, 0, "{student} {file}: {run:?}");
        let page = &place.site(student)["en/updates/index.html"];
        let page = String::from_utf8(page.clone()).unwrap();
        assert!(
            page.contains(&format!(" width=\"{expected}\"")),
            "{student} {file}"
        );
    };
    check("ana", "copy.jpg", "959");
    check("ana", "renamed.jpg", "959");
    place.edit(
        "students/ben/student.yaml",
        "pronouns: he",
        "pronouns: he\nconsent: {photo: true}",
    );
    check("ben", "tower.jpg", "960");
}

#[test]
fn a_picture_that_cannot_be_shown_says_why() {
    let check = |bytes: &[u8], problem: &str| {
        let compiled = school()
            .file("students/ana/files/tower.jpg", bytes)
            .compile();
        let args = compiled
            .diagnostics
            .iter()
            .find(|one| one.code.name() == "picture-broken");
        let found = args.map(|one| one.args["problem"].clone());
        assert_eq!(found, Some(problem.into()));
        assert!(compiled.sites["ana"].is_none() && compiled.sites["ben"].is_some());
    };
    check(b"\0\0\0\x18ftypheic\0\0\0\0", "heic");
    check(b"<svg xmlns='http://www.w3.org/2000/svg'/>", "svg");
    check(b"words", "unknown");
    check(&photo(640, "x")[..700], "broken");
}
