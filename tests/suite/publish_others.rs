//! Others on the host: another computer, another school, and other programs.

use std::sync::Mutex;

use kinfolio::host::HostFaultKind;
use kinfolio::publish::PublishFault;
use kinfolio::source::RelPath;

use crate::memory_host::{Files, MemoryHost, WithOther};
use crate::publish::{Computer, TOP, here, pages};

#[test]
fn the_top_of_the_host_has_a_page_unless_another_program_has_one() {
    let check = |theirs: Option<(&str, &str)>, expected: bool| {
        let (host, computer) = (MemoryHost::default(), Computer::new());
        let theirs = theirs.map(|(name, text)| (RelPath::new(name).unwrap(), text));
        if let Some((name, text)) = &theirs {
            let mut files = host.files.lock().unwrap();
            files.insert(name.clone(), text.as_bytes().to_vec());
        }
        computer.site("ana", "1", &["b"]);
        let published = computer.publish(&host).unwrap();
        let found = host.text("index.html");
        assert_eq!(found.as_deref() == Some(TOP), expected, "{theirs:?}");
        let is_ours = |text: &str| text.starts_with("top:");
        let Some((name, text)) = theirs.filter(|(_, text)| !is_ours(text)) else {
            assert!(published.foreign.is_empty());
            return;
        };
        assert_eq!(host.text(name.as_str()).as_deref(), Some(text));
        assert!(published.foreign.contains(name.as_str()));
    };
    check(None, true);
    check(Some(("robots.txt", "theirs")), true);
    check(Some(("index.html", "theirs")), false);
    check(Some(("index.php", "theirs")), false);
    check(Some(("Default.aspx", "theirs")), false);
    // One of an earlier version of kinfolio, on a host whose list was lost.
    let old = "top: <meta name=\"kinfolio\" content=\"top\"> old";
    check(Some(("index.html", old)), true);
}

#[test]
fn two_schools_do_not_share_a_host() {
    let host = MemoryHost::default();
    let (one, mut other) = (Computer::new(), Computer::new());
    other.secret = 2;
    one.site("ana", "1", &["b"]);
    other.site("ben", "1", &["b"]);
    one.publish(&host).unwrap();
    let before = pages(&host);
    let refused = other.publish(&host).unwrap_err();
    assert!(
        matches!(refused, PublishFault::OtherSchool(_)),
        "{refused:?}"
    );
    assert_eq!(pages(&host), before);
}

#[test]
fn files_of_others_are_named_once_and_never_touched() {
    let (host, computer) = (MemoryHost::default(), Computer::new());
    let theirs = ["index.html", "menu/index.html", ".htaccess"];
    for path in theirs {
        let path = RelPath::new(path).unwrap();
        host.files
            .lock()
            .unwrap()
            .insert(path, b"theirs: ".to_vec());
    }
    computer.site("ana", "1", &["b"]);
    let published = computer.publish(&host).unwrap();
    let foreign: Vec<&str> = published.foreign.iter().map(String::as_str).collect();
    assert_eq!(foreign, [".htaccess", "index.html", "menu"]);
    computer.publish_and_take_down(&host, &["ana"]).unwrap();
    for path in theirs {
        assert_eq!(host.text(path).as_deref(), Some("theirs: "));
    }
}

/// What is on the host after `computer` was stopped in the middle of a publication.
fn stopped(computer: &Computer, files: &Files) -> Files {
    let host = MemoryHost {
        files: Mutex::new(files.clone()),
        fails: Mutex::new(Some((5, false, HostFaultKind::Passing))),
        is_down: true,
        ..MemoryHost::default()
    };
    computer.publish(&host).unwrap_err();
    host.files.into_inner().unwrap()
}

#[test]
fn one_computer_publishes_at_a_time() {
    let host = MemoryHost::default();
    let (one, other) = (Computer::new(), Computer::new());
    one.site("ana", "1", &["b"]);
    one.publish(&host).unwrap();
    other.site("ana", "2", &["b"]);
    let files = host.files.lock().unwrap().clone();
    let first = stopped(&other, &files);
    let second = stopped(&other, &first);
    one.site("ana", "3", &["b"]);
    // The entry of the other computer changes whenever it is read: that one is working.
    let list = first.keys().find(|path| path.has_ending("bin")).unwrap();
    let entries = [first[list].clone(), second[list].clone()];
    let turn = Mutex::new(entries.into_iter().cycle());
    let working = MemoryHost::default();
    *working.files.lock().unwrap() = first.clone();
    let renew = |host: &MemoryHost| {
        let entry = turn.lock().unwrap().next().unwrap();
        host.files.lock().unwrap().insert(list.clone(), entry);
    };
    let with_other = WithOther {
        host: &working,
        before: &|_| (),
        after: &renew,
    };
    let before = pages(&working);
    let run = one.publish(&with_other);
    assert!(matches!(run, Err(PublishFault::Busy { .. })), "{run:?}");
    assert_eq!(pages(&working), before, "families see the same");
    // An entry that nobody renews is taken over.
    let left = MemoryHost::default();
    *left.files.lock().unwrap() = first;
    let run = one.publish(&left).unwrap();
    assert_eq!(run.taken_over.as_deref(), Some("computer 1"));
    assert_eq!(pages(&left), here(&one));
}

#[test]
fn of_two_that_begin_together_one_goes_on() {
    let host = MemoryHost::default();
    let (one, other) = (Computer::new(), Computer::new());
    one.site("ana", "1", &["b"]);
    one.publish(&host).unwrap();
    other.site("ana", "2", &["b"]);
    one.site("ana", "3", &["b"]);
    // The other one writes its entry just after this one has written and before it looks.
    let files = host.files.lock().unwrap().clone();
    let theirs = stopped(&other, &files);
    let list = theirs.keys().find(|path| path.has_ending("bin")).unwrap();
    let reads = Mutex::new(0);
    let overwrite = |host: &MemoryHost| {
        let mut reads = reads.lock().unwrap();
        *reads += 1;
        if *reads == 1 {
            return;
        }
        host.files
            .lock()
            .unwrap()
            .insert(list.clone(), theirs[list].clone());
    };
    let late = WithOther {
        host: &host,
        before: &overwrite,
        after: &|_| (),
    };
    let before = pages(&host);
    let run = one.publish(&late);
    assert!(matches!(run, Err(PublishFault::Busy { .. })), "{run:?}");
    assert_eq!(pages(&host), before);
}
