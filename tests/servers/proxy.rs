//! What is between a school and its host, and does not always work.

use std::io::{BufRead as _, BufReader, Read, Write as _};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// What the proxy does with connections.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Bend {
    /// Passes everything on.
    Nothing,
    /// Cuts each connection after so many bytes to the server.
    CutAfter(usize),
    /// Answers HTTP requests with this status, and passes nothing on.
    Status(u16),
    /// Accepts connections, and says nothing.
    Silent,
    /// Passes on what goes to the server, and nothing that comes from there.
    Deaf,
    /// Passes everything on, and takes its time.
    Slow,
}

struct State {
    bend: Bend,
    open: Vec<TcpStream>,
}

/// A proxy on a port of this computer.
pub(crate) struct Proxy {
    pub(crate) port: u16,
    state: Arc<Mutex<State>>,
    passed: Arc<Passed>,
}

/// What was passed on to the server.
#[derive(Default)]
struct Passed {
    bytes: AtomicUsize,
    requests: AtomicUsize,
}

impl Proxy {
    /// Passes on to `port`.
    pub(crate) fn before(port: u16) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let own = listener.local_addr().unwrap().port();
        let bend = Bend::Nothing;
        let state = Arc::new(Mutex::new(State {
            bend,
            open: Vec::new(),
        }));
        let shared = state.clone();
        let passed = Arc::new(Passed::default());
        let counted = passed.clone();
        // Ends with the test program.
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let bend = {
                    let mut state = shared.lock().unwrap();
                    state.open.push(stream.try_clone().unwrap());
                    state.bend
                };
                let counted = counted.clone();
                thread::spawn(move || serve(&stream, port, bend, &counted));
            }
        });
        Self {
            port: own,
            state,
            passed,
        }
    }

    /// How many bytes have been passed on to the server.
    pub(crate) fn passed(&self) -> usize {
        self.passed.bytes.load(Ordering::Relaxed)
    }

    /// How many HTTP requests have been passed on to the server.
    pub(crate) fn requests(&self) -> usize {
        self.passed.requests.load(Ordering::Relaxed)
    }

    /// Changes what happens from now on, and cuts all connections.
    pub(crate) fn set(&self, bend: Bend) {
        let mut state = self.state.lock().unwrap();
        state.bend = bend;
        for stream in state.open.drain(..) {
            let _ = stream.shutdown(Shutdown::Both);
        }
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.set(Bend::Silent);
    }
}

fn serve(stream: &TcpStream, port: u16, bend: Bend, passed: &Passed) {
    match bend {
        Bend::Silent => {
            let mut rest = Vec::new();
            let _ = (&*stream).read_to_end(&mut rest);
        }
        Bend::Status(status) => answer(stream, status),
        Bend::Nothing | Bend::CutAfter(_) | Bend::Deaf | Bend::Slow => {
            let Ok(server) = TcpStream::connect(("127.0.0.1", port)) else {
                return;
            };
            let most = if let Bend::CutAfter(most) = bend {
                most
            } else {
                usize::MAX
            };
            let back = (server.try_clone().unwrap(), stream.try_clone().unwrap());
            if bend != Bend::Deaf {
                let nobody = Passed::default();
                thread::spawn(move || pass(&back.0, &back.1, usize::MAX, bend, &nobody));
            }
            pass(stream, &server, most, bend, passed);
        }
    }
}

/// What is in the first line of each request, and in nothing that is sealed.
const REQUEST: &[u8] = b" HTTP/1.1\r\n";

/// Copies at most `most` bytes, and ends both connections then.
fn pass(from: &TcpStream, to: &TcpStream, mut most: usize, bend: Bend, passed: &Passed) {
    let mut part = [0; 4096];
    let (mut reader, mut writer) = (from, to);
    while let Ok(length @ 1..) = reader.read(&mut part) {
        let length = length.min(most);
        if bend == Bend::Slow {
            thread::sleep(Duration::from_millis(5));
        }
        if writer.write_all(&part[..length]).is_err() {
            break;
        }
        passed.bytes.fetch_add(length, Ordering::Relaxed);
        let lines = part[..length].windows(REQUEST.len());
        let requests = lines.filter(|line| *line == REQUEST).count();
        passed.requests.fetch_add(requests, Ordering::Relaxed);
        most -= length;
        if most == 0 {
            break;
        }
    }
    for stream in [from, to] {
        let _ = stream.shutdown(Shutdown::Both);
    }
}

fn answer(stream: &TcpStream, status: u16) {
    let mut reader = BufReader::new(stream);
    let mut length = 0;
    loop {
        let mut line = String::new();
        match reader.read_line(&mut line) {
            Ok(1..) => {}
            _ => return,
        }
        if let Some(given) = line.to_ascii_lowercase().strip_prefix("content-length:") {
            length = given.trim().parse().unwrap();
        }
        if line.trim().is_empty() {
            break;
        }
    }
    let mut body = vec![0; length];
    let _ = reader.read_exact(&mut body);
    let text = format!("HTTP/1.1 {status} Bent\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
    let _ = (&*stream).write_all(text.as_bytes());
    let _ = stream.shutdown(Shutdown::Both);
}
