//! Paths that can be written into any configuration file as they are.

/// Where the folder of sites is in addresses: `/` or `/families/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UrlPath(String);

impl UrlPath {
    /// The path with these characters; slashes at both ends are added. `None` if a part of
    /// it would have to be quoted, or is empty or hidden.
    #[must_use]
    pub fn new(path: &str) -> Option<Self> {
        let parts: Vec<&str> = match path.trim_matches('/') {
            "" => Vec::new(),
            inside => inside.split('/').collect(),
        };
        let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_.~".contains(c);
        let is_part =
            |part: &&str| !part.is_empty() && !part.starts_with('.') && part.chars().all(is_plain);
        if !parts.iter().all(is_part) {
            return None;
        }
        let ends = if parts.is_empty() { "" } else { "/" };
        Some(Self(format!("/{}{ends}", parts.join("/"))))
    }

    /// The path of an address such as `https://pages.example.org/families`.
    #[must_use]
    pub fn of_address(address: &str) -> Option<Self> {
        let (_, rest) = address.split_once("://")?;
        Self::new(rest.split_once('/').map_or("", |(_, path)| path))
    }

    /// It, with a slash at both ends.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A folder on the server, without a slash at its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServerFolder(String);

impl ServerFolder {
    /// The folder `/srv/www/families`. `None` if it does not begin with a slash, or if a
    /// server would read one of its characters as something else.
    #[must_use]
    pub fn new(folder: &str) -> Option<Self> {
        let folder = folder.trim_end_matches('/');
        let is_plain = |c: char| c.is_alphanumeric() || "-_.~+@, /".contains(c);
        let parts = || folder.split('/').skip(1);
        let is_part = |part: &str| !matches!(part, "" | "." | "..");
        let is_whole = folder.starts_with('/') && parts().all(is_part);
        (is_whole && folder.chars().all(is_plain)).then(|| Self(folder.to_owned()))
    }

    /// It.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_in_addresses_has_a_slash_at_both_ends() {
        let check = |path: &str, expected: Option<&str>| {
            let path = UrlPath::new(path);
            assert_eq!(path.as_ref().map(UrlPath::as_str), expected);
        };
        check("/families/", Some("/families/"));
        check("families", Some("/families/"));
        check("/a/b-c.d", Some("/a/b-c.d/"));
        check("/", Some("/"));
        check("", Some("/"));
        for bad in [
            "/a b/", "/a//b/", "/../", "/.a/", "/a;b/", "/ä/", "/a$b/", "/a\n/",
        ] {
            check(bad, None);
        }
    }

    #[test]
    fn an_address_says_the_path() {
        let check = |address: &str, expected: Option<&str>| {
            let path = UrlPath::of_address(address);
            assert_eq!(path.as_ref().map(UrlPath::as_str), expected);
        };
        check("https://pages.example.org/families/", Some("/families/"));
        check("https://pages.example.org/", Some("/"));
        check("https://pages.example.org", Some("/"));
        check("pages", None);
    }

    #[test]
    fn a_folder_is_read_as_it_is_written() {
        let check = |folder: &str, expected: Option<&str>| {
            let folder = ServerFolder::new(folder);
            assert_eq!(folder.as_ref().map(ServerFolder::as_str), expected);
        };
        check("/srv/www/families/", Some("/srv/www/families"));
        check("/srv/our pages", Some("/srv/our pages"));
        for bad in [
            "srv", "", "/", "/a/../b", "/a\"b", "/a$b", "/a{b}", "/a*", "/a\n", "/a%b", "/a;b",
            "/a#",
        ] {
            check(bad, None);
        }
    }
}
