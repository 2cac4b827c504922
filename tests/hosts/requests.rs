//! How often the host is asked for one changed page.

use std::fs;
use std::path::Path;
use std::time::Duration;

use kinfolio::host::Tries;

use crate::ONCE;
use crate::servers::{Proxy, Server, apache, nginx, storage};
use crate::versions::{Job, VERSIONS};

/// `greeting` is how often the server is asked before anything is published.
fn check(server: &Server, greeting: usize) {
    let work = tempfile::tempdir().unwrap();
    let proxy = Proxy::before(server.running.port);
    let tries = Tries {
        patience: Duration::from_secs(30),
        ..ONCE
    };
    let publish = |job: &Job| {
        let target = server.target_at(proxy.port);
        let host = target.open_with(&server.credentials(), tries).unwrap();
        let before = proxy.requests();
        assert!(job.publish(&*host).unwrap().is_complete());
        proxy.requests() - before
    };
    let mut job = Job::new(&VERSIONS, 0, &work.path().join("memory"));
    let sites = work.path().join("sites");
    copy(&job.place, &sites);
    job.place = sites;
    // Long enough that nothing is asked again on a slow computer.
    job.settle = Duration::from_secs(4);
    publish(&job);
    let all = proxy.requests();
    assert_eq!(publish(&job), 1, "nothing has changed: one question");
    assert_eq!(proxy.requests() - all, greeting + 1, "{}", server.to.0);
    let page = VERSIONS.all[0]
        .files
        .keys()
        .find(|path| !path.ends_with("index.html"));
    let page = job.place.join(page.unwrap());
    let text = fs::read_to_string(&page).unwrap();
    fs::write(&page, text + "<!-- new -->").unwrap();
    let requests = publish(&job);
    assert_eq!(requests, 5, "{}", server.to.0);
}

fn copy(from: &Path, to: &Path) {
    for (path, bytes) in crate::support::files_below(from) {
        let place = to.join(path);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, bytes).unwrap();
    }
}

#[test]
fn one_changed_page_takes_five() {
    check(&storage(), 1);
    check(&nginx(false), 2);
    check(&apache(), 2);
}
