//! What every host does alike.

use std::collections::BTreeSet;
use std::fs;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;

use kinfolio::host::{Credentials, FolderHost, Host, Kind, Target, is_left_over};
use kinfolio::source::RelPath;

use crate::servers::{apache, nginx, sshd, sshd_without_replacing, storage};
use crate::{ONCE, open};

pub(crate) fn path(text: &str) -> RelPath {
    RelPath::new(text).unwrap()
}

fn names(host: &dyn Host, folder: Option<&str>) -> BTreeSet<String> {
    let folder = folder.map(path);
    let listed = host.list(folder.as_ref()).unwrap();
    let names: BTreeSet<String> = listed.iter().map(|one| one.path.to_string()).collect();
    assert_eq!(names.len(), listed.len(), "a file is listed twice");
    assert!(
        !listed.iter().any(|one| is_left_over(&one.path)),
        "{names:?}"
    );
    names
}

/// Everything, on a host that is empty.
fn check(host: &dyn Host) {
    check_read_by(host, &|page| host.read(page).unwrap());
}

/// Everything, on a host that is empty and from which `read` reads what families get.
fn check_read_by(host: &dyn Host, read: &(dyn Fn(&RelPath) -> Option<Vec<u8>> + Sync)) {
    check_alone(host);
    whole_or_nothing(host, read);
    assert!(names(host, None).is_empty(), "{:?}", names(host, None));
}

/// What needs nobody who reads meanwhile, on a host that is empty.
fn check_alone(host: &dyn Host) {
    one_file(host);
    strange_names(host);
    sizes(host);
    removing(host);
    many_files(host);
    threads(host);
    assert!(names(host, None).is_empty(), "{:?}", names(host, None));
}

fn one_file(host: &dyn Host) {
    let page = path("a/b/index.html");
    assert_eq!(host.read(&page).unwrap(), None);
    assert!(names(host, None).is_empty());
    assert!(names(host, Some("a")).is_empty());
    host.write(&page, b"one", Kind::Page).unwrap();
    assert_eq!(host.read(&page).unwrap().as_deref(), Some(&b"one"[..]));
    host.write(&page, b"another", Kind::Page).unwrap();
    assert_eq!(host.read(&page).unwrap().as_deref(), Some(&b"another"[..]));
    let listed = host.list(None).unwrap();
    assert_eq!(
        (listed.len(), &listed[0].path, listed[0].bytes),
        (1, &page, 7)
    );
    host.settle().unwrap();
    host.remove(&page).unwrap();
    host.remove(&page).unwrap();
    assert_eq!(host.read(&page).unwrap(), None);
    assert!(names(host, None).is_empty());
}

const HIDDEN: &str = "a/.hidden";

fn strange_names(host: &dyn Host) {
    let strange = [
        "top.html",
        "a b/c d.html",
        "año/Zoë Nguyễn.html",
        "صفحة/٣.html",
        "a/100%25 #1?+&='@,;!$~(x)[y].html",
        HIDDEN,
        "robots",
        "-rf",
    ];
    for name in strange {
        host.write(&path(name), name.as_bytes(), Kind::of(&path(name)))
            .unwrap();
    }
    // nginx does not list names with a dot in front.
    let mut expected: BTreeSet<String> = strange.map(str::to_owned).into();
    expected.remove(HIDDEN);
    let mut found = names(host, None);
    found.remove(HIDDEN);
    assert_eq!(found, expected);
    assert_eq!(
        names(host, Some("año")),
        BTreeSet::from(["año/Zoë Nguyễn.html".to_owned()])
    );
    // A folder whose name begins alike is another one.
    let mut found = names(host, Some("a"));
    found.remove(HIDDEN);
    assert_eq!(found.len(), 1);
    for name in strange {
        let found = host.read(&path(name)).unwrap();
        assert_eq!(found.as_deref(), Some(name.as_bytes()), "{name}");
    }
    // A folder in which nothing is listed counts as empty.
    for name in [HIDDEN].iter().chain(&strange) {
        host.remove(&path(name)).unwrap();
        assert_eq!(host.read(&path(name)).unwrap(), None, "{name}");
    }
}

fn sizes(host: &dyn Host) {
    // Around what goes into a packet, and more than fits into what systems keep.
    for length in [0, 1, 32_767, 32_768, 32_769, 3 << 20] {
        let bytes: Vec<u8> = (0..=250).cycle().take(length).collect();
        host.write(&path("size/p.jpg"), &bytes, Kind::Picture)
            .unwrap();
        let found = host.read(&path("size/p.jpg")).unwrap();
        assert!(found == Some(bytes), "{length} bytes");
        assert_eq!(
            host.list(Some(&path("size"))).unwrap()[0].bytes,
            length as u64
        );
    }
    host.remove(&path("size/p.jpg")).unwrap();
}

fn removing(host: &dyn Host) {
    for name in ["r/one/a", "r/one/two/b", "r/c"] {
        host.write(&path(name), b"x", Kind::Data).unwrap();
    }
    host.remove(&path("r/one/two/b")).unwrap();
    host.remove(&path("r/one/no/such/folder")).unwrap();
    assert_eq!(
        names(host, None),
        ["r/c", "r/one/a"].map(str::to_owned).into()
    );
    // A folder that went with its last file is made again.
    host.write(&path("r/one/two/b"), b"y", Kind::Data).unwrap();
    for name in ["r/one/a", "r/one/two/b", "r/c"] {
        host.remove(&path(name)).unwrap();
    }
    assert!(names(host, None).is_empty());
}

fn many_files(host: &dyn Host) {
    const FILES: usize = 1_100;
    let at = |number: usize| path(&format!("many/{number:04}.html"));
    let each = |one: &(dyn Fn(usize) + Sync)| {
        thread::scope(|scope| {
            for first in 0..8 {
                scope.spawn(move || (first..FILES).step_by(8).for_each(one));
            }
        });
    };
    each(&|number| host.write(&at(number), b"page", Kind::Page).unwrap());
    let found = names(host, Some("many"));
    assert_eq!(found.len(), FILES);
    assert!((0..FILES).all(|number| found.contains(at(number).as_str())));
    assert_eq!(names(host, None).len(), FILES);
    each(&|number| host.remove(&at(number)).unwrap());
}

/// A family reads while the page is replaced again and again.
fn whole_or_nothing(host: &dyn Host, read: &(dyn Fn(&RelPath) -> Option<Vec<u8>> + Sync)) {
    let page = path("w/index.html");
    let version = |number: u8| vec![number; 20_000 + usize::from(number)];
    host.write(&page, &version(0), Kind::Page).unwrap();
    let (done, reads) = (AtomicBool::new(false), AtomicUsize::new(0));
    thread::scope(|scope| {
        let reading = scope.spawn(|| {
            while !done.load(Ordering::Relaxed) {
                let found = read(&page);
                let count = reads.fetch_add(1, Ordering::Relaxed);
                let found = found.unwrap_or_else(|| panic!("gone after {count} reads"));
                let number = found.first().copied().unwrap_or_default();
                assert!(
                    found == version(number),
                    "{} bytes of {number}",
                    found.len()
                );
            }
        });
        // A busy computer may read slowly.
        let few = || reads.load(Ordering::Relaxed) < 20 && !reading.is_finished();
        for (written, number) in (0..=u8::MAX).cycle().enumerate() {
            if written >= 200 && !few() {
                break;
            }
            host.write(&page, &version(number), Kind::Page).unwrap();
        }
        done.store(true, Ordering::Relaxed);
        reading.join().unwrap();
    });
    host.remove(&page).unwrap();
}

/// Several threads write to the same new folders.
fn threads(host: &dyn Host) {
    thread::scope(|scope| {
        for thread in 0..8 {
            scope.spawn(move || {
                for number in 0..10 {
                    let own = path(&format!("t/{thread}/{number}/page"));
                    let shared = path(&format!("t/shared/{number}/{thread}"));
                    host.write(&own, b"a", Kind::Page).unwrap();
                    host.write(&shared, own.as_str().as_bytes(), Kind::Page)
                        .unwrap();
                    assert_eq!(host.read(&shared).unwrap(), Some(own.as_str().into()));
                }
            });
        }
    });
    let all = names(host, None);
    assert_eq!(all.len(), 160);
    let all: Vec<String> = all.into_iter().collect();
    thread::scope(|scope| {
        for some in all.chunks(20) {
            scope.spawn(move || {
                for name in some {
                    host.remove(&path(name)).unwrap();
                }
            });
        }
    });
}

#[test]
fn folder() {
    let folder = tempfile::tempdir().unwrap();
    check(&FolderHost::open(folder.path()).unwrap());
    let target = Target::Folder(folder.path().to_path_buf());
    check(&*target.open_with(&Credentials::default(), ONCE).unwrap());
}

#[test]
fn openssh() {
    let server = sshd();
    check(&*open(&server));
    assert_eq!(fs::read_dir(&server.files).unwrap().count(), 0);
}

#[test]
fn sftp_without_a_rename_that_replaces() {
    let server = sshd_without_replacing();
    check_alone(&*open(&server));
    assert_eq!(fs::read_dir(&server.files).unwrap().count(), 0);
}

#[test]
fn s3_storage() {
    let server = storage();
    // Of somebody else, whose name begins alike.
    fs::write(server.files.join("school year.html"), "x").unwrap();
    check(&*open(&server));
    assert!(server.files.join("school year.html").is_file());
}

#[test]
fn a_storage_keeps_the_kind_of_a_file() {
    let server = storage();
    let host = open(&server);
    let check = |name: &str, kind: Kind, content: &str, cache: &str| {
        host.write(&path(name), name.as_bytes(), kind).unwrap();
        // The storage writes what it was told to a file of its own.
        let notes = fs::read_dir(server.files.parent().unwrap()).unwrap();
        let notes = notes.filter_map(|entry| fs::read_to_string(entry.unwrap().path()).ok());
        let notes: Vec<String> = notes.collect();
        for expected in [content, cache] {
            let quoted = format!("\"{expected}\"");
            let found = notes.iter().any(|note| note.contains(&quoted));
            assert!(found, "{name}: {expected} is not in {notes:?}");
        }
        host.remove(&path(name)).unwrap();
    };
    let (fresh, lasting) = ("private, no-cache", "private, max-age=31536000, immutable");
    check("a.html", Kind::Page, "text/html; charset=utf-8", fresh);
    check("a.jpg", Kind::Picture, "image/jpeg", lasting);
    check("a.bin", Kind::Data, "application/octet-stream", fresh);
    check("a.txt", Kind::Text, "text/plain; charset=utf-8", fresh);
}

#[test]
fn nginx_dav() {
    let server = nginx(false);
    check(&*open(&server));
    assert_eq!(fs::read_dir(&server.files).unwrap().count(), 0);
}

#[test]
fn apache_dav() {
    let server = apache();
    // Apache looks at the size of a file before it opens it. If the file is replaced in
    // between, it sends the new one with the length of the old one, whoever replaced it.
    let read = |page: &RelPath| fs::read(server.files.join(page.as_str())).ok();
    check_read_by(&*open(&server), &read);
    assert_eq!(fs::read_dir(&server.files).unwrap().count(), 0);
}

/// A server that has to be tried by hand, with a folder or bucket that is empty:
/// `KINFOLIO_TEST_TO`, `KINFOLIO_TEST_ENDPOINT`, and the variables for credentials. With
/// `KINFOLIO_TEST_FILES`, the family reads the files in that folder, not from the server,
/// and with an empty one it reads nothing while a page is replaced.
#[test]
#[ignore = "needs a server that nothing here starts"]
fn any_server() {
    let value = |name: &str| std::env::var(name).ok();
    let to = value("KINFOLIO_TEST_TO").unwrap();
    let endpoint = value("KINFOLIO_TEST_ENDPOINT");
    let target = Target::read(&to, endpoint.as_deref(), None, "/".as_ref()).unwrap();
    let credentials = Credentials::find(None).unwrap_or_else(|fault| panic!("{fault:?}"));
    let host = target.open_with(&credentials, ONCE).unwrap();
    match value("KINFOLIO_TEST_FILES") {
        Some(files) if files.is_empty() => check_alone(&*host),
        Some(files) => check_read_by(&*host, &|page| fs::read(format!("{files}/{page}")).ok()),
        None => check(&*host),
    }
}
