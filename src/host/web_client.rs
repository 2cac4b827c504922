//! Asks a web server as a stranger's browser would.

use std::time::Duration;

use ureq::http::Request;

use super::http::Client;
use super::{HostFault, Web, WebAnswer};

/// How long a server may be silent.
const PATIENCE: Duration = Duration::from_secs(30);

/// How long it may be silent where no answer is needed.
const SHORT: Duration = Duration::from_secs(5);

/// The pages at a web address.
pub(super) struct WebClient {
    client: Client,
    /// With `/` at its end.
    address: String,
}

impl WebClient {
    pub(super) fn new(address: &str) -> Self {
        let address = format!("{}/", address.trim_end_matches('/'));
        Self {
            client: Client::new(&address, PATIENCE, Vec::new()),
            address,
        }
    }
}

fn ask(client: &Client, address: &str) -> Result<WebAnswer, HostFault> {
    let request = Request::get(address).header("Accept-Encoding", "identity");
    let answer = client.send(address, request.body(()))?;
    Ok(WebAnswer {
        status: answer.status,
        headers: answer.headers(),
        bytes: answer.bytes,
    })
}

impl Web for WebClient {
    fn address(&self) -> &str {
        &self.address
    }

    fn get(&self, path: &str) -> Result<WebAnswer, HostFault> {
        ask(&self.client, &format!("{}{path}", self.address))
    }

    fn get_unencrypted(&self, path: &str) -> Option<WebAnswer> {
        let rest = self.address.strip_prefix("https://")?;
        let address = format!("http://{rest}{path}");
        ask(&Client::new(&address, SHORT, Vec::new()), &address).ok()
    }
}
