//! Published pages as a stranger's browser gets them: without a key and without a login.

use super::HostFault;
use crate::source::RelPath;

/// The web address at which pages are published.
pub trait Web: Sync {
    /// The address, with a slash at its end.
    fn address(&self) -> &str;

    /// Asks for `path` below the address. Redirects are not followed. `""` is the address
    /// itself.
    ///
    /// # Errors
    /// That there was no answer at all.
    fn get(&self, path: &str) -> Result<WebAnswer, HostFault>;

    /// The same without encryption, if the address is encrypted. `None` if it is not, or if
    /// there is no answer, as it should be.
    fn get_unencrypted(&self, path: &str) -> Option<WebAnswer>;
}

/// What a web server answers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WebAnswer {
    /// The status code.
    pub status: u16,
    /// The headers, with names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub bytes: Vec<u8>,
}

impl WebAnswer {
    /// The value of a header, whose name is in lower case.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        let found = headers.find(|(one, _)| one == name);
        found.map(|(_, value)| value.as_str())
    }

    /// Whether it is refused to strangers.
    #[must_use]
    pub fn is_refused(&self) -> bool {
        matches!(self.status, 401 | 403)
    }
}

/// Looks at the pages at `address`.
///
/// # Errors
/// That this program was built without the feature `network`.
pub fn open_web(address: &str) -> Result<Box<dyn Web>, HostFault> {
    #[cfg(feature = "network")]
    return Ok(Box::new(super::web_client::WebClient::new(address)));
    #[cfg(not(feature = "network"))]
    Err(HostFault {
        kind: super::HostFaultKind::NotBuilt,
        on: address.to_owned(),
        system: String::new(),
    })
}

/// The path of a file as a part of an address. The home page of a folder is the folder.
#[must_use]
pub fn address_of(path: &RelPath) -> String {
    let text = path.as_str();
    match text.strip_suffix("index.html") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => folder.to_owned(),
        _ => text.to_owned(),
    }
}
