//! A disk that is full.

use std::path::PathBuf;
use std::process::Command;

use crate::crawl::{Tree, faults};
use crate::place::{Place, is_root, none};
use crate::school::SEVEN;
use crate::support::School;

/// A disk of its own over the folder of sites; it goes with the test.
struct Disk(PathBuf);

impl Disk {
    fn over(place: &Place, options: &str) -> Self {
        std::fs::create_dir_all(place.out()).unwrap();
        let disk = Self(place.out());
        disk.mount(&["-t", "tmpfs", "-o", options, "tmpfs"]);
        disk
    }

    fn resize(&self, options: &str) {
        self.mount(&["-o", &format!("remount,{options}")]);
    }

    fn mount(&self, options: &[&str]) {
        let done = Command::new("mount").args(options).arg(&self.0).output();
        let done = done.unwrap();
        assert!(
            done.status.success(),
            "{}",
            String::from_utf8_lossy(&done.stderr)
        );
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).status();
    }
}

/// How many KiB pages take on a disk.
fn room(pages: &Tree) -> usize {
    let blocks = pages.values().map(|page| page.len().div_ceil(4096));
    blocks.sum::<usize>() * 4
}

/// Builds on a disk that holds the sites of `old` already and has `small` room
/// beyond them, given in KiB; and again with more.
fn check(small: impl Fn(usize) -> String, old: Option<&School>) {
    if !is_root() {
        println!("only root can make a small disk: nothing was looked at");
        return;
    }
    let (school, new) = (&SEVEN.schools[1], &SEVEN.built[1]);
    let place = Place::new(school);
    let disk = Disk::over(&place, "size=64m,nr_inodes=9999");
    let before = old.map_or_else(Tree::new, |old| {
        place.put(old);
        place.clean()
    });
    place.put(school);
    disk.resize(&small(room(&before)));
    let full = place.build();
    assert_eq!(full.code, 2, "{full:?}");
    let named = full.err.contains(place.out().to_str().unwrap());
    assert!(named && full.err.contains("No space left"), "{full:?}");
    let now = place.pages();
    let mut found = faults(&now, &[&before, new]);
    let gone = before.keys().filter(|path| !now.contains_key(*path));
    found.extend(gone.map(|path| format!("{path} is gone")));
    disk.resize("size=64m,nr_inodes=9999");
    found.extend(place.faults_after_next(new));
    none(&found);
}

#[test]
fn a_small_disk_fills_up() {
    check(|_| "size=256k".to_owned(), None);
}

#[test]
fn a_disk_may_have_no_names_left() {
    check(|_| "nr_inodes=64".to_owned(), None);
}

#[test]
fn a_disk_is_full_of_old_pages() {
    check(|old| format!("size={}k", old + 48), Some(&SEVEN.schools[0]));
}
