//! The packets of SFTP, version 3: numbers and texts with lengths, and nothing else. What a
//! server sends is never trusted: each length is compared with what is there.

/// What a packet asks for or answers.
pub(super) mod kind {
    pub(crate) const INIT: u8 = 1;
    pub(crate) const VERSION: u8 = 2;
    pub(crate) const OPEN: u8 = 3;
    pub(crate) const CLOSE: u8 = 4;
    pub(crate) const READ: u8 = 5;
    pub(crate) const WRITE: u8 = 6;
    pub(crate) const FSTAT: u8 = 8;
    pub(crate) const OPENDIR: u8 = 11;
    pub(crate) const READDIR: u8 = 12;
    pub(crate) const REMOVE: u8 = 13;
    pub(crate) const MKDIR: u8 = 14;
    pub(crate) const RMDIR: u8 = 15;
    pub(crate) const STAT: u8 = 17;
    pub(crate) const RENAME: u8 = 18;
    pub(crate) const STATUS: u8 = 101;
    pub(crate) const HANDLE: u8 = 102;
    pub(crate) const DATA: u8 = 103;
    pub(crate) const NAME: u8 = 104;
    pub(crate) const ATTRIBUTES: u8 = 105;
    pub(crate) const EXTENDED: u8 = 200;
    pub(crate) const EXTENDED_REPLY: u8 = 201;
}

/// The largest packet that is read, in bytes. Servers send at most 34,000; OpenSSH's
/// own limit is this one.
pub(super) const MAX_PACKET: u32 = 256 * 1024;

/// Writes a packet.
pub(super) struct Packet(Vec<u8>);

impl Packet {
    /// The beginning of a packet. Its length follows in [`Packet::done`].
    pub(super) fn new(kind: u8) -> Self {
        Self(vec![0, 0, 0, 0, kind])
    }

    pub(super) fn number(mut self, number: u32) -> Self {
        self.0.extend(number.to_be_bytes());
        self
    }

    pub(super) fn long(mut self, number: u64) -> Self {
        self.0.extend(number.to_be_bytes());
        self
    }

    pub(super) fn bytes(self, bytes: &[u8]) -> Self {
        // No path and no piece of a file is longer than a packet may be.
        let length = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
        let mut packet = self.number(length);
        packet.0.extend(bytes);
        packet
    }

    /// Attributes that only say who may read.
    pub(super) fn permissions(self, mode: u32) -> Self {
        self.number(PERMISSIONS).number(mode)
    }

    pub(super) fn done(mut self) -> Vec<u8> {
        let length = u32::try_from(self.0.len().saturating_sub(4)).unwrap_or(u32::MAX);
        if let Some(place) = self.0.first_chunk_mut::<4>() {
            *place = length.to_be_bytes();
        }
        self.0
    }
}

/// Reads a packet. Every function returns `None` if the packet is too short.
pub(super) struct Reader<'p>(pub(super) &'p [u8]);

impl<'p> Reader<'p> {
    pub(super) fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    pub(super) fn number(&mut self) -> Option<u32> {
        let (first, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(u32::from_be_bytes(*first))
    }

    pub(super) fn long(&mut self) -> Option<u64> {
        let (first, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(u64::from_be_bytes(*first))
    }

    pub(super) fn bytes(&mut self) -> Option<&'p [u8]> {
        let length = usize::try_from(self.number()?).ok()?;
        let (bytes, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(bytes)
    }

    pub(super) fn attributes(&mut self) -> Option<Attributes> {
        let flags = self.number()?;
        let has = |flag: u32| flags & flag != 0;
        let bytes = if has(SIZE) { Some(self.long()?) } else { None };
        if has(OWNERS) {
            self.long()?;
        }
        let mode = if has(PERMISSIONS) {
            Some(self.number()?)
        } else {
            None
        };
        if has(TIMES) {
            self.long()?;
        }
        if has(EXTENDED) {
            for _ in 0..self.number()? {
                self.bytes()?;
                self.bytes()?;
            }
        }
        Some(Attributes { bytes, mode })
    }
}

const SIZE: u32 = 1;
const OWNERS: u32 = 2;
const PERMISSIONS: u32 = 4;
const TIMES: u32 = 8;
const EXTENDED: u32 = 0x8000_0000;

/// What a server says of a file, as far as it matters here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Attributes {
    pub(super) bytes: Option<u64>,
    pub(super) mode: Option<u32>,
}

impl Attributes {
    fn is(self, kind: u32) -> Option<bool> {
        self.mode.map(|mode| mode & 0o170_000 == kind)
    }

    /// `None` if the server does not say.
    pub(super) fn is_folder(self) -> Option<bool> {
        self.is(0o040_000)
    }

    /// `None` if the server does not say.
    pub(super) fn is_file(self) -> Option<bool> {
        self.is(0o100_000)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packets_are_read_as_they_were_written() {
        let packet = Packet::new(kind::OPEN).number(7).bytes(b"a/b").long(9);
        let packet = packet.permissions(0o100_644).done();
        let mut reader = Reader(&packet);
        assert_eq!(
            reader.number().map(|length| length as usize),
            Some(packet.len() - 4)
        );
        assert_eq!(reader.byte(), Some(kind::OPEN));
        assert_eq!(reader.number(), Some(7));
        assert_eq!(reader.bytes(), Some(&b"a/b"[..]));
        assert_eq!(reader.long(), Some(9));
        let attributes = reader.attributes().unwrap();
        assert_eq!(attributes.is_file(), Some(true));
        assert_eq!(attributes.is_folder(), Some(false));
        assert_eq!(attributes.bytes, None);
        assert!(reader.0.is_empty());
    }

    #[test]
    fn lengths_that_are_too_long_are_noticed() {
        let all = Packet::new(kind::ATTRIBUTES)
            .number(SIZE | OWNERS | PERMISSIONS | TIMES | EXTENDED)
            .long(5)
            .long(0)
            .number(0o040_755)
            .long(0)
            .number(1)
            .bytes(b"a")
            .bytes(b"b")
            .done();
        let body = &all[5..];
        let found = Reader(body).attributes().unwrap();
        assert_eq!((found.bytes, found.is_folder()), (Some(5), Some(true)));
        for end in 0..body.len() {
            assert_eq!(Reader(&body[..end]).attributes(), None, "{end}");
        }
        assert_eq!(Reader(&[255, 255, 255, 255, 0]).bytes(), None);
        assert_eq!(Reader(&[0, 0, 0, 2, 0]).bytes(), None);
        // A number of attributes that would take forever.
        let many = [&EXTENDED.to_be_bytes()[..], &[255; 4]].concat();
        assert_eq!(Reader(&many).attributes(), None);
    }
}
