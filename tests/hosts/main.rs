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
    reason = "a test that cannot go on has failed"
)]

mod contract;
mod faults;
#[path = "../servers/mod.rs"]
mod servers;
mod strangers;

use std::time::Duration;

use kinfolio::host::{Host, Tries};
use servers::Server;

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
