//! What the program says when a real server is not the one it was, or does not let it in.
//! What families see stays as it is.

use std::fs;

use crate::school::Sealed;
use crate::servers::{Server, nginx, sshd, storage};
use crate::support::{School, files_below};
use crate::way::private_file;

/// Publishes with the right credentials and then, after a change, with others.
fn check(school: &Sealed, server: &Server, wrong: &str, words: &str) {
    let number = files_below(&server.files).len();
    let file = |name: &str, text: &str| {
        let place = school.beside(&format!("{name}-{}-{number}", server.running.port));
        private_file(&place, text);
        place
    };
    let public = school.beside("public");
    let publish = |credentials: &str| {
        let endpoint = server
            .to
            .1
            .iter()
            .flat_map(|one| ["--endpoint", one.as_str()]);
        let args = [
            "publish",
            "--from",
            &public,
            "--to",
            &server.to.0,
            "--credentials",
        ];
        let args: Vec<&str> = args
            .into_iter()
            .chain([credentials])
            .chain(endpoint)
            .collect();
        school.run(&args)
    };
    let run = publish(&file("right", &server.credentials));
    assert_eq!(run.code, 0, "{}", run.err);
    let goal = "students/ben/goals/counting.yaml";
    school.place.edit(goal, "why: He", "why: Now he");
    school.build();
    let before = files_below(&server.files);
    let run = publish(&file("wrong", wrong));
    assert_eq!(run.code, 2, "{}", run.out);
    assert!(run.err.contains(words), "{words}: {}", run.err);
    for secret in ["pass:word", "hunter2", "secret/", "PRIVATE"] {
        assert!(
            !run.err.contains(secret) && !run.out.contains(secret),
            "{}",
            run.err
        );
    }
    assert!(files_below(&server.files) == before);
    school.place.edit(goal, "why: Now he", "why: He");
    school.build();
}

#[test]
fn a_server_that_refuses_changes_nothing() {
    let school = School::tiny().edit(
        "school.yaml",
        "access: host-login",
        "address: https://pages.example.org",
    );
    let school = Sealed::new(&school);
    let server = sshd();
    let config = fs::read_to_string(server.file("ssh_config")).unwrap();
    let known = server.file("known_hosts").display().to_string();
    let other = server.file("other_hosts").display().to_string();
    let user = fs::read_to_string(server.file("user.pub")).unwrap();
    fs::write(&other, format!("server {user}")).unwrap();
    let changed = server.file("changed");
    fs::write(&changed, config.replace(&known, &other)).unwrap();
    let wrong = format!("KINFOLIO_SSH_CONFIG={}", changed.display());
    check(
        &school,
        &server,
        &wrong,
        "not the one that was known before",
    );
    let wrong = "KINFOLIO_WEBDAV_USER=family\nKINFOLIO_WEBDAV_PASSWORD=hunter2";
    check(&school, &nginx(false), wrong, "wrong or has expired");
    let wrong = "AWS_ACCESS_KEY_ID=AKTEST\nAWS_SECRET_ACCESS_KEY=hunter2";
    check(&school, &storage(), wrong, "wrong or has expired");
}
