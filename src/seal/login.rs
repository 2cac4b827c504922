//! The user name and the password of a reader, for web servers that ask who is reading.

use zeroize::Zeroizing;

use super::root::{Root, Turn};

/// How a web server knows a reader.
#[derive(Clone)]
pub struct Login {
    /// The user name. It says nothing about the reader or a student, and never changes.
    pub user: String,
    /// The password: the reader's code as a letter for such a server shows it. A server
    /// compares bytes, so there is only one way to type it.
    pub password: Zeroizing<String>,
    /// Random bytes for the hash. They stay with the password, so that the line of a
    /// reader changes only with it.
    salt: [u8; 16],
}

/// How user names begin.
const FAMILY: &str = "family";

/// How often bcrypt hashes a password: 2⁵ times, as Apache's own `htpasswd` does. A server
/// hashes for every page and picture: this takes nginx a few milliseconds, and 2¹⁰ times
/// would take a tenth of a second. More would protect passwords that people chose. These
/// have 80 random bits.
const COST: u32 = 5;

impl Root {
    /// The user name and the password of a reader. Another turn gives another password.
    #[must_use]
    pub fn login(&self, reader: &str, turn: Turn) -> Login {
        let keys = self.reader(reader, turn);
        let place = keys.place.as_str();
        // Forty bits of the folder's name: enough that no two readers of a student share a
        // name, and short enough to type on a telephone.
        let groups = [place.get(..4), place.get(4..8)];
        let groups = groups.into_iter().flatten();
        let name: Vec<&str> = std::iter::once(FAMILY).chain(groups).collect();
        Login {
            user: name.join("-"),
            password: Zeroizing::new(keys.code.to_string().replace(' ', "-")),
            salt: keys.login_salt(),
        }
    }
}

impl Login {
    /// The password as bcrypt hashes it, in the form that nginx, Apache, and Caddy read.
    /// It has none of their special characters but `$`.
    #[must_use]
    pub fn hash(&self) -> String {
        match bcrypt::hash_with_salt(self.password.as_bytes(), COST, self.salt) {
            Ok(hash) => hash.format_for_version(bcrypt::Version::TwoY),
            Err(_) => unreachable!("the cost is allowed, and the password is short"),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::seal::{Code, Key};

    fn root() -> Root {
        Root::new(Key::new([1; 32]))
    }

    #[test]
    fn a_login_stays_until_the_reader_gets_another_letter() {
        let one = root().login("ana/mother", 0);
        let again = root().login("ana/mother", 0);
        let replaced = root().login("ana/mother", 1);
        assert_eq!((&one.user, one.hash()), (&again.user, again.hash()));
        assert_eq!(one.user, replaced.user);
        assert_ne!(one.password, replaced.password);
        assert_ne!(one.hash(), replaced.hash());
        assert_ne!(one.salt, replaced.salt);
    }

    #[test]
    fn a_password_is_the_code_in_one_way_of_writing() {
        let login = root().login("ana/mother", 0);
        let code = Code::read(&login.password);
        assert!(code == Ok(root().reader("ana/mother", 0).code));
        assert_eq!(login.password.len(), 6 * 5 + 5);
        assert_eq!(login.password.matches('-').count(), 5);
        assert!(login.hash().starts_with("$2y$05$"));
        assert!(bcrypt::verify(login.password.as_bytes(), &login.hash()).unwrap());
    }

    #[test]
    fn user_names_are_short_and_differ() {
        let names: BTreeSet<String> = (0..5000)
            .map(|number| root().login(&format!("student-{number}/mother"), 0).user)
            .collect();
        assert_eq!(names.len(), 5000);
        for name in names {
            assert_eq!(name.len(), "family-7k2m-x4qt".len());
            let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            assert!(name.chars().all(is_plain), "{name}");
        }
    }
}
