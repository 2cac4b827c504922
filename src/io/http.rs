//! A small web server for one person on this computer.

use std::io::{ErrorKind, Read as _};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use data_encoding::HEXLOWER;
use tiny_http::{Header, Method, Request, Response, Server};

use super::Fault;

/// The answer to a request.
pub enum Answer {
    /// A page or a file.
    Body {
        /// The media type.
        content_type: &'static str,
        /// The bytes.
        bytes: Vec<u8>,
    },
    /// A redirect to this path.
    Redirect(String),
    /// A stream of server-sent events, one for each message.
    Events(Receiver<String>),
    /// There is no such page.
    NotFound,
}

/// A request.
pub struct Asked {
    /// The path, as it was sent.
    pub path: String,
    /// What follows the `?`. Empty if there is none.
    pub query: String,
    /// The form that a page of this server sent.
    pub form: Option<String>,
}

/// A server that listens on loopback only.
pub struct Loopback {
    server: Server,
    address: SocketAddr,
}

impl Loopback {
    /// Listens on `port`, or on any free port if it is 0.
    ///
    /// # Errors
    /// The system error, for example if the port is taken.
    pub fn listen(port: u16) -> Result<Self, Fault> {
        let wanted = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), port);
        let fault = |error: &dyn std::fmt::Display| {
            Fault::new("listen", Path::new(&wanted.to_string()), error)
        };
        let server = Server::http(wanted).map_err(|error| {
            let system = error.downcast_ref::<std::io::Error>();
            let taken = system.is_some_and(|error| error.kind() == ErrorKind::AddrInUse);
            let place = Path::new(&wanted.to_string()).to_owned();
            if taken {
                Fault::new("listen-taken", &place, &error)
            } else {
                fault(&error)
            }
        })?;
        let address = server
            .server_addr()
            .to_ip()
            .ok_or_else(|| fault(&"no address"))?;
        Ok(Self { server, address })
    }

    /// The address that it listens on.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Answers requests until the program ends.
    pub fn serve(&self, answer: impl Fn(&Asked) -> Answer + Sync) {
        let _: Option<()> = self.decide(|asked| (answer(asked), None));
    }

    /// Answers requests until `answer` returns a decision, too.
    pub fn decide<T>(&self, mut answer: impl FnMut(&Asked) -> (Answer, Option<T>)) -> Option<T> {
        for mut request in self.server.incoming_requests() {
            let Some(asked) = self.asked(&mut request) else {
                refuse(request);
                continue;
            };
            let (reply, decided) = answer(&asked);
            match reply {
                // A stream lasts as long as its page, so it gets a thread.
                Answer::Events(events) => {
                    drop(std::thread::spawn(move || stream(request, &events)));
                }
                other => respond(request, other),
            }
            if decided.is_some() {
                return decided;
            }
        }
        None
    }

    /// What a request asks. `None` if it is not for this computer, or changes something and
    /// no page of this server sent it.
    fn asked(&self, request: &mut Request) -> Option<Asked> {
        let form = match request.method() {
            Method::Get | Method::Head => None,
            Method::Post => Some(form(request)?),
            _ => return None,
        };
        self.is_ours(request).then_some(())?;
        let url = request.url().split('#').next().unwrap_or("/");
        let (path, query) = url.split_once('?').unwrap_or((url, ""));
        Some(Asked {
            path: path.to_owned(),
            query: query.to_owned(),
            form,
        })
    }

    /// Whether a request names this computer. A page on the web could make a browser
    /// ask for this address under the name of that page.
    fn is_ours(&self, request: &Request) -> bool {
        let host = field(request, "Host");
        let names = ["127.0.0.1", "localhost", "[::1]"];
        names
            .iter()
            .any(|name| host == format!("{name}:{}", self.address.port()))
    }
}

/// A random text that no other program can guess.
///
/// # Errors
/// The system error if the system has no random numbers.
pub fn secret() -> Result<String, Fault> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|error| Fault::new("listen", Path::new(""), error))?;
    Ok(HEXLOWER.encode(&bytes))
}

/// The longest form that is read, in bytes.
const LONGEST_FORM: u64 = 1024 * 1024;

/// The form in a request. `None` if no page of this server sent it.
fn form(request: &mut Request) -> Option<String> {
    let own = format!("http://{}", field(request, "Host"));
    let kind = field(request, "Content-Type");
    let is_form = kind.starts_with("application/x-www-form-urlencoded");
    if field(request, "Origin") != own || !is_form {
        return None;
    }
    let mut text = String::new();
    let read = request.as_reader().take(LONGEST_FORM + 1);
    let length = { read }.read_to_string(&mut text).ok()?;
    (u64::try_from(length).ok()? <= LONGEST_FORM).then_some(text)
}

/// A header field of `request`. Empty if there is none.
fn field<'r>(request: &'r Request, name: &'static str) -> &'r str {
    let mut headers = request.headers().iter();
    let found = headers.find(|header| header.field.equiv(name));
    found.map_or("", |header| header.value.as_str())
}

fn refuse(request: Request) {
    let words = Response::from_string("This preview answers this computer only.");
    // The browser may have closed the connection.
    let _ = request.respond(words.with_status_code(403));
}

fn header(field: &str, value: &str) -> Option<Header> {
    Header::from_bytes(field.as_bytes(), value.as_bytes()).ok()
}

fn respond(request: Request, answer: Answer) {
    // The browser may have closed the connection.
    let _ = match answer {
        Answer::Body {
            content_type,
            bytes,
        } => {
            let mut response = Response::from_data(bytes);
            for header in [
                header("Content-Type", content_type),
                header("Cache-Control", "no-store"),
                // No other site may show this page in a frame and catch its clicks.
                header("Content-Security-Policy", "frame-ancestors 'self'"),
            ]
            .into_iter()
            .flatten()
            {
                response.add_header(header);
            }
            request.respond(response)
        }
        Answer::Redirect(to) => {
            let mut response = Response::empty(302);
            if let Some(header) = header("Location", &to) {
                response.add_header(header);
            }
            request.respond(response)
        }
        Answer::NotFound | Answer::Events(_) => {
            request.respond(Response::from_string("There is no page here.").with_status_code(404))
        }
    };
}

/// How often a quiet stream sends a comment, so that the server notices a page that
/// was closed.
const KEEP_ALIVE: Duration = Duration::from_secs(10);

/// Writes server-sent events. They bypass the server's buffer, which would hold them
/// back until there are many.
fn stream(request: Request, events: &Receiver<String>) {
    let mut out = request.into_writer();
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n: open\n\n";
    let mut next = head.to_owned();
    while out
        .write_all(next.as_bytes())
        .and_then(|()| out.flush())
        .is_ok()
    {
        next = match events.recv_timeout(KEEP_ALIVE) {
            Ok(message) => format!("data: {message}\n\n"),
            Err(RecvTimeoutError::Timeout) => ": here\n\n".to_owned(),
            Err(RecvTimeoutError::Disconnected) => return,
        };
    }
}
