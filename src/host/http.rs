//! Requests over HTTP: deadlines, no redirects, and what kind of fault an answer is.

use std::io::{Error, ErrorKind};
use std::sync::Arc;
use std::time::Duration;

use ureq::http::{HeaderMap, HeaderName, HeaderValue, Request};
use ureq::tls::{Certificate, RootCerts, TlsConfig};
use ureq::{Agent, AsSendBody};

use super::address::is_on_this_computer;
use super::{HostFault, HostFaultKind};
use crate::source::MAX_PICTURE_BYTES;

/// How long to wait for a connection.
const CONNECT: Duration = Duration::from_secs(20);

/// How long one request may take.
const LONGEST: Duration = Duration::from_mins(10);

/// The largest answer that is read, in bytes.
const MAX_ANSWER: u64 = MAX_PICTURE_BYTES;

/// What a server answered.
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) bytes: Vec<u8>,
    headers: HeaderMap,
}

impl Answer {
    /// All headers, with names in lower case. Those that are no text are left out.
    pub(super) fn headers(&self) -> Vec<(String, String)> {
        let text = |(name, value): (&HeaderName, &HeaderValue)| {
            Some((name.as_str().to_owned(), value.to_str().ok()?.to_owned()))
        };
        self.headers.iter().filter_map(text).collect()
    }

    /// The values of a header, one after the other. Empty if there are none.
    pub(super) fn header(&self, name: &str) -> String {
        let values = self.headers.get_all(name).iter();
        let values: Vec<&str> = values.filter_map(|value| value.to_str().ok()).collect();
        values.join(", ")
    }
}

/// A client for one server. Keeps connections open, one for each thread.
pub(super) struct Client {
    agent: Agent,
    /// What must not be in the text of a fault, whatever the server answers.
    secrets: Vec<super::Secret>,
}

impl Client {
    /// A client for `address`, which may be silent as long as `patience`: no byte sent or
    /// received, no answer begun. Never shows `secrets` in a fault.
    pub(super) fn new(address: &str, patience: Duration, secrets: Vec<super::Secret>) -> Self {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .allow_non_standard_methods(true)
            // Whoever follows a redirect shows the password to another server.
            .max_redirects(0)
            .max_redirects_will_error(false)
            .max_idle_connections(64)
            .max_idle_connections_per_host(64)
            .timeout_global(Some(LONGEST))
            .timeout_resolve(Some(CONNECT))
            .timeout_connect(Some(CONNECT))
            .timeout_recv_response(Some(patience))
            .timeout_per_read(Some(patience))
            .timeout_per_write(Some(patience))
            .user_agent(concat!("kinfolio/", env!("CARGO_PKG_VERSION")));
        let config = if is_on_this_computer(address) {
            // A proxy does not know this computer.
            config.proxy(None)
        } else {
            config
        };
        let config = if address.starts_with("https:") {
            config.tls_config(system_certificates())
        } else {
            config
        };
        Self {
            agent: config.build().new_agent(),
            secrets,
        }
    }

    /// Sends a request and reads the answer, whatever it is. `on` is how a fault names the
    /// file; addresses may contain a signature.
    pub(super) fn send(
        &self,
        on: &str,
        request: Result<Request<impl AsSendBody>, ureq::http::Error>,
    ) -> Result<Answer, HostFault> {
        let request =
            request.map_err(|error| self.fault(HostFaultKind::Other, on, &error.to_string()))?;
        let failed = |error: ureq::Error| self.fault(kind_of(&error), on, &error.to_string());
        let mut response = self.agent.run(request).map_err(failed)?;
        let body = response.body_mut().with_config().limit(MAX_ANSWER);
        Ok(Answer {
            bytes: body.read_to_vec().map_err(failed)?,
            status: response.status().as_u16(),
            headers: response.headers().clone(),
        })
    }

    /// The fault that an answer is. `words` are what it says of itself.
    pub(super) fn refusal(&self, on: &str, answer: &Answer, words: &str) -> HostFault {
        let mut system = format!("HTTP {}", answer.status);
        // Where it wants to send us.
        let location = match answer.status {
            300..=399 => answer.header("location"),
            _ => String::new(),
        };
        for more in [words, &location] {
            if !more.is_empty() {
                system = format!("{system}: {more}");
            }
        }
        self.fault(kind_of_status(answer.status), on, &system)
    }

    pub(super) fn fault(&self, kind: HostFaultKind, on: &str, system: &str) -> HostFault {
        let mut system: String = system.replace(char::is_control, " ");
        for secret in &self.secrets {
            system = system.replace(secret.reveal(), "***");
        }
        HostFault {
            kind,
            on: on.to_owned(),
            system: system.chars().take(300).collect(),
        }
    }
}

/// Trusts what this computer trusts, with what a school's own network adds.
fn system_certificates() -> TlsConfig {
    let found = rustls_native_certs::load_native_certs().certs;
    let certificates: Vec<Certificate<'static>> = found
        .iter()
        .map(|certificate| Certificate::from_der(certificate).to_owned())
        .collect();
    let provider = rustls::crypto::ring::default_provider();
    TlsConfig::builder()
        .unversioned_rustls_crypto_provider(Arc::new(provider))
        .root_certs(RootCerts::Specific(Arc::new(certificates)))
        .build()
}

fn kind_of_status(status: u16) -> HostFaultKind {
    match status {
        // 423 is a lock that somebody else has.
        408 | 423 | 425 | 429 | 500 | 502 | 503 | 504 => HostFaultKind::Passing,
        401..=403 | 407 => HostFaultKind::Refused,
        404 | 410 => HostFaultKind::Missing,
        507 => HostFaultKind::Full,
        _ => HostFaultKind::Other,
    }
}

fn kind_of(error: &ureq::Error) -> HostFaultKind {
    match error {
        ureq::Error::Io(error) => kind_of_io(error),
        ureq::Error::Rustls(error) => kind_of_tls(error),
        ureq::Error::HostNotFound => HostFaultKind::Missing,
        // A server that stops in the middle of its answer.
        ureq::Error::Timeout(_) | ureq::Error::ConnectionFailed | ureq::Error::Protocol(_) => {
            HostFaultKind::Passing
        }
        _ => HostFaultKind::Other,
    }
}

fn kind_of_tls(error: &rustls::Error) -> HostFaultKind {
    match error {
        rustls::Error::InvalidCertificate(_) => HostFaultKind::Stranger,
        _ => HostFaultKind::Other,
    }
}

fn kind_of_io(error: &Error) -> HostFaultKind {
    let inner = error.get_ref().and_then(|inner| inner.downcast_ref());
    if let Some(inner) = inner {
        return kind_of_tls(inner);
    }
    // The system's answer to a name has no kind of its own.
    let words = error.to_string();
    let looked_up = words.contains("lookup address") || error.raw_os_error() == Some(11001);
    if looked_up && !words.contains("emporary") {
        return HostFaultKind::Missing;
    }
    match error.kind() {
        ErrorKind::PermissionDenied => HostFaultKind::Refused,
        ErrorKind::InvalidInput | ErrorKind::Unsupported => HostFaultKind::Other,
        _ => HostFaultKind::Passing,
    }
}

#[cfg(test)]
mod tests {
    use ureq::http::header::{HeaderValue, LOCATION};

    use super::*;

    #[test]
    fn answers_have_the_kind_that_helps() {
        use HostFaultKind::{Full, Missing, Other, Passing, Refused};
        for (status, kind) in [
            (301, Other),
            (400, Other),
            (401, Refused),
            (403, Refused),
            (404, Missing),
            (405, Other),
            (412, Other),
            (423, Passing),
            (429, Passing),
            (500, Passing),
            (501, Other),
            (503, Passing),
            (507, Full),
        ] {
            assert_eq!(kind_of_status(status), kind, "{status}");
        }
    }

    #[test]
    fn no_secret_is_in_a_fault() {
        let client = Client::new(
            "http://localhost/",
            CONNECT,
            vec![super::super::Secret::new("hunter2")],
        );
        let location = HeaderValue::from_static("https://h/?p=hunter2");
        let headers = HeaderMap::from_iter([(LOCATION, location)]);
        let answer = Answer {
            status: 302,
            bytes: Vec::new(),
            headers,
        };
        let fault = client.refusal("a", &answer, "bad\u{1b} hunter2");
        assert_eq!(fault.system, "HTTP 302: bad  ***: https://h/?p=***");
    }
}
