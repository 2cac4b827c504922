//! A server that runs on a free port of this computer until it is dropped, also when a
//! test fails.

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A server that answers.
pub(crate) struct Running {
    child: Child,
    pub(crate) port: u16,
}

impl Running {
    /// Starts the server that `command` makes for a free port, and waits until it answers.
    /// What it prints goes to the file `log`.
    ///
    /// # Panics
    /// With what the server printed, if it does not answer.
    pub(crate) fn start(log: &Path, command: impl Fn(u16) -> Command) -> Self {
        // Another program may take the port before the server does.
        for _ in 0..5 {
            let port = free_port();
            let said = fs::File::create(log).unwrap();
            let mut command = command(port);
            command
                .stdin(Stdio::null())
                .stderr(said.try_clone().unwrap())
                .stdout(said);
            let child = command.spawn().unwrap();
            let mut server = Self { child, port };
            if server.answers() {
                return server;
            }
            let said = fs::read_to_string(log).unwrap_or_default();
            let is_taken = said.to_lowercase().contains("address already in use");
            assert!(is_taken, "{command:?} does not answer: {said}");
        }
        panic!("no free port: {}", log.display());
    }

    fn answers(&mut self) -> bool {
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_mins(1) {
            if self.child.try_wait().unwrap().is_some() {
                return false;
            }
            if TcpStream::connect(("127.0.0.1", self.port)).is_ok() {
                return true;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        false
    }

    /// Stops it. Its files stay.
    pub(crate) fn stop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stop();
    }
}

/// A port that nobody listens on.
pub(crate) fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}

/// The complete path of a program: on the path, where systems keep servers, or in
/// `folder` of what `test.sh` installs.
pub(crate) fn find(program: &str, folder: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let tools = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("tools");
    // Not every user looks for servers.
    let system = ["/usr/sbin", "/usr/local/sbin"].map(PathBuf::from);
    let folders = std::env::split_paths(&path).chain([tools.join(folder)]);
    let mut places = folders.chain(system).map(|folder| folder.join(program));
    places.find(|place| place.is_file())
}
