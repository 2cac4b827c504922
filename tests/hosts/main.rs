//! Hosts, each against the server that it is for. `tests/README.md` says which programs
//! have to be there.

#![expect(
    clippy::disallowed_methods,
    reason = "tests make folders, measure time, and look at what is on the disk"
)]
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test that cannot go on has failed"
)]

mod contract;
mod faults;
#[path = "../suite/folder.rs"]
#[allow(dead_code, reason = "it serves several test programs")]
mod folder;
mod outages;
mod refusals;
mod requests;
mod school;
#[path = "../servers/mod.rs"]
mod servers;
mod strangers;
#[path = "../suite/support.rs"]
#[allow(dead_code, reason = "it serves several test programs")]
mod support;
mod versions;
mod walker;
mod way;
#[path = "../suite/web_servers.rs"]
#[allow(dead_code, reason = "it serves several test programs")]
mod web_servers;

use std::time::Duration;

use kinfolio::host::{Host, Tries};
use servers::{Server, running};

/// One try, and no long wait for a server that says nothing.
const ONCE: Tries = Tries {
    most: 1,
    first_wait: Duration::ZERO,
    longest: Duration::from_mins(1),
    patience: Duration::from_secs(20),
};

fn open(server: &Server) -> Box<dyn Host> {
    server
        .target()
        .open_with(&server.credentials(), ONCE)
        .unwrap()
}
