//! Buckets of S3-compatible storages. One `PUT` replaces an object as a whole, so nothing
//! is written next to its place.

use std::time::Duration;

use quick_xml::Reader;
use quick_xml::events::Event;
use rusty_s3::actions::ListObjectsV2;
use rusty_s3::{Bucket, Credentials as Key, S3Action, UrlStyle};
use ureq::http::{Request, header};

use super::http::{Answer, Client};
use super::{BucketFolder, Host, HostFault, HostFaultKind, Kind, Listed, Secret};
use crate::source::RelPath;

/// How long a signature is good for. Clocks of schools and servers differ.
const SIGNED_FOR: Duration = Duration::from_mins(15);

/// A bucket, or a folder in one.
pub struct S3Host {
    client: Client,
    bucket: Bucket,
    key: Key,
    prefix: Option<RelPath>,
    /// The address, for people.
    place: String,
}

/// Objects with their sizes in bytes, and the token of the next page.
type Page = (Vec<(String, u64)>, Option<String>);

impl S3Host {
    /// Looks whether the bucket is there and can be listed.
    ///
    /// # Errors
    /// Why the storage did not answer, or what it answered.
    pub(super) fn open(
        folder: &BucketFolder,
        key: &(Secret, Secret, Option<Secret>),
        patience: Duration,
    ) -> Result<Self, HostFault> {
        let place = folder.to_string();
        let amazon = format!("https://s3.{}.amazonaws.com/", folder.region);
        let endpoint = folder.endpoint.as_ref().unwrap_or(&amazon);
        // Amazon wants the bucket in the name of the host, where no certificate is good
        // for a name with a dot. Other storages often have only one name.
        let style = if folder.endpoint.is_none() && !folder.bucket.contains('.') {
            UrlStyle::VirtualHost
        } else {
            UrlStyle::Path
        };
        let bad = |system: String| HostFault {
            kind: HostFaultKind::Other,
            on: place.clone(),
            system,
        };
        let url = endpoint.parse().map_err(|error| bad(format!("{error}")))?;
        let (bucket, region) = (folder.bucket.clone(), folder.region.clone());
        let bucket = Bucket::new(url, style, bucket, region);
        let bucket = bucket.map_err(|error| bad(error.to_string()))?;
        let (name, secret, token) = key;
        let secrets = [Some(secret), token.as_ref()].into_iter().flatten();
        let secrets = secrets.map(|secret| Secret::new(secret.reveal())).collect();
        let host = Self {
            client: Client::new(endpoint, patience, secrets),
            bucket,
            key: match token {
                Some(token) => Key::new_with_token(name.reveal(), secret.reveal(), token.reveal()),
                None => Key::new(name.reveal(), secret.reveal()),
            },
            prefix: folder.prefix.clone(),
            place,
        };
        host.page(None, None, 1)?;
        Ok(host)
    }

    /// The name of the object for `path`.
    fn object(&self, path: &str) -> String {
        match &self.prefix {
            Some(prefix) => format!("{prefix}/{path}"),
            None => path.to_owned(),
        }
    }

    fn on(&self, object: &str) -> String {
        format!("{} {object}", self.place)
    }

    /// Sends a signed request without a body.
    fn send<'a, A: S3Action<'a>>(
        &self,
        method: &str,
        on: &str,
        action: &A,
    ) -> Result<Answer, HostFault> {
        let address = action.sign(SIGNED_FOR);
        let request = Request::builder().method(method).uri(address.as_str());
        self.client.send(on, request.body(()))
    }

    fn refusal(&self, on: &str, answer: &Answer) -> HostFault {
        let (code, words) = complaint(&answer.bytes);
        let mut fault = self.client.refusal(on, answer, &format!("{code} {words}"));
        // What the storage calls it is more exact than the number.
        fault.kind = kind_of(&code).unwrap_or(fault.kind);
        fault
    }

    /// One page of the list of objects whose names begin with `begin`.
    fn page(
        &self,
        begin: Option<&str>,
        token: Option<String>,
        most: usize,
    ) -> Result<Page, HostFault> {
        let mut action = self.bucket.list_objects_v2(Some(&self.key));
        // Names come as they are: some storages say that they encoded them, and did not.
        action.query_mut().remove("encoding-type");
        action.with_max_keys(most);
        if let Some(begin) = begin {
            action.with_prefix(begin);
        }
        if let Some(token) = token {
            action.with_continuation_token(token);
        }
        let answer = self.send("GET", &self.place, &action)?;
        if answer.status != 200 {
            return Err(self.refusal(&self.place, &answer));
        }
        let text = String::from_utf8_lossy(&answer.bytes);
        let read = ListObjectsV2::parse_response(&text);
        let read = read.map_err(|error| {
            self.client
                .fault(HostFaultKind::Other, &self.place, &error.to_string())
        })?;
        let objects = read.contents.into_iter();
        let objects = objects.map(|object| (object.key, object.size.unwrap_or_default()));
        Ok((objects.collect(), read.next_continuation_token))
    }
}

impl Host for S3Host {
    fn place(&self) -> String {
        self.place.clone()
    }

    fn read(&self, path: &RelPath) -> Result<Option<Vec<u8>>, HostFault> {
        let object = self.object(path.as_str());
        let on = self.on(&object);
        let answer = self.send(
            "GET",
            &on,
            &self.bucket.get_object(Some(&self.key), &object),
        )?;
        if answer.status == 200 {
            return Ok(Some(answer.bytes));
        }
        match self.refusal(&on, &answer) {
            fault if answer.status == 404 && complaint(&answer.bytes).0 == "NoSuchBucket" => {
                Err(fault)
            }
            _ if answer.status == 404 => Ok(None),
            fault => Err(fault),
        }
    }

    fn write(&self, path: &RelPath, bytes: &[u8], kind: Kind) -> Result<(), HostFault> {
        let object = self.object(path.as_str());
        let on = self.on(&object);
        let address = self
            .bucket
            .put_object(Some(&self.key), &object)
            .sign(SIGNED_FOR);
        let request = Request::put(address.as_str())
            .header(header::CONTENT_TYPE, kind.content_type())
            .header(header::CACHE_CONTROL, kind.cache_control())
            .body(bytes);
        let answer = self.client.send(&on, request)?;
        match answer.status {
            200..=299 => Ok(()),
            _ => Err(self.refusal(&on, &answer)),
        }
    }

    fn remove(&self, path: &RelPath) -> Result<(), HostFault> {
        let object = self.object(path.as_str());
        let on = self.on(&object);
        let action = self.bucket.delete_object(Some(&self.key), &object);
        let answer = self.send("DELETE", &on, &action)?;
        match (answer.status, complaint(&answer.bytes).0.as_str()) {
            (200..=299, _) => Ok(()),
            (404, code) if code != "NoSuchBucket" => Ok(()),
            _ => Err(self.refusal(&on, &answer)),
        }
    }

    fn list(&self, folder: Option<&RelPath>) -> Result<Vec<Listed>, HostFault> {
        let top = self.prefix.as_ref().map(|prefix| format!("{prefix}/"));
        let top = top.unwrap_or_default();
        let begin = match folder {
            Some(folder) => format!("{top}{folder}/"),
            None => top.clone(),
        };
        let begin = Some(begin.as_str()).filter(|begin| !begin.is_empty());
        let mut listed = Vec::new();
        let mut token = None;
        loop {
            let (objects, next) = self.page(begin, token.take(), 1000)?;
            listed.extend(objects.into_iter().filter_map(|(name, bytes)| {
                // Some programs make objects for folders, with `/` at the end.
                let path = RelPath::new(name.strip_prefix(&top)?)?;
                Some(Listed { path, bytes })
            }));
            match next {
                Some(next) => token = Some(next),
                None => break,
            }
        }
        listed.sort();
        Ok(listed)
    }
}

/// The code and the words of an error, as far as there are any. Nothing else of it is
/// taken, because storages repeat parts of the request.
fn complaint(answer: &[u8]) -> (String, String) {
    let text = String::from_utf8_lossy(answer);
    let mut reader = Reader::from_str(&text);
    let (mut code, mut words, mut last) = (String::new(), String::new(), String::new());
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(_) => last.clear(),
            Event::Text(text) => last.push_str(&text),
            Event::End(tag) => match tag.local_name().as_ref() {
                "Code" => last.trim().clone_into(&mut code),
                "Message" => last.trim().clone_into(&mut words),
                _ => {}
            },
            Event::Eof => break,
            _ => {}
        }
    }
    (code, words)
}

/// What a storage means with the code of an error. `None` if its number says it as well.
fn kind_of(code: &str) -> Option<HostFaultKind> {
    match code {
        "NoSuchBucket" => Some(HostFaultKind::Missing),
        "ExpiredToken" | "InvalidToken" | "InvalidAccessKeyId" | "TokenRefreshRequired" => {
            Some(HostFaultKind::Refused)
        }
        "RequestTimeout" | "SlowDown" | "OperationAborted" => Some(HostFaultKind::Passing),
        code if code.contains("QuotaExceeded") || code.contains("StorageFull") => {
            Some(HostFaultKind::Full)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_have_a_code_and_words() {
        let check = |text: &str, code: &str, words: &str| {
            let found = complaint(text.as_bytes());
            assert_eq!(found, (code.to_owned(), words.to_owned()), "{text}");
        };
        check(
            "<?xml version='1.0'?><Error><Code>SlowDown</Code><Message>Wait a bit</Message><StringToSign>a</StringToSign></Error>",
            "SlowDown",
            "Wait a bit",
        );
        check("<html>Bad gateway", "", "");
        check("", "", "");
    }

    #[test]
    fn codes_tell_what_to_do() {
        let check = |code: &str, expected: Option<HostFaultKind>| {
            let text = format!("<Error><Code>{code}</Code><Message>No</Message></Error>");
            let (found, _) = complaint(text.as_bytes());
            assert_eq!(kind_of(&found), expected, "{code}");
        };
        // A session token that has expired is sent with the number of a wrong request.
        check("ExpiredToken", Some(HostFaultKind::Refused));
        check("InvalidAccessKeyId", Some(HostFaultKind::Refused));
        check("NoSuchBucket", Some(HostFaultKind::Missing));
        check("SlowDown", Some(HostFaultKind::Passing));
        check("XMinioStorageFull", Some(HostFaultKind::Full));
        check("AccessDenied", None);
    }
}
