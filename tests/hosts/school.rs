//! A school with sealed pages, driven by the program as a technician does.

use std::collections::BTreeSet;
use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};

use image::{ImageFormat, Rgb, RgbImage};
use kinfolio::keyring::Keyring;
use kinfolio::seal::{OpenedPlace, Opener, Place, ReaderKeys, Root, SealedFiles};

use crate::support::{Run, School, Workplace, program};

/// The files below a folder, for a reader.
pub(crate) struct Below<'a>(pub(crate) &'a Path);

impl SealedFiles for Below<'_> {
    fn read(&self, place: &Place, file: &str) -> Option<Vec<u8>> {
        fs::read(self.0.join(place.as_str()).join(file)).ok()
    }
}

/// The school on the disk, with a keyring and a folder of sites.
pub(crate) struct Sealed {
    pub(crate) place: Workplace,
}

impl Sealed {
    /// Makes the keyring, and builds.
    pub(crate) fn new(school: &School) -> Self {
        let sealed = Self {
            place: school.on_disk(),
        };
        sealed.done(&["keys", "init"]);
        sealed.build();
        sealed
    }

    /// A path next to the school.
    pub(crate) fn beside(&self, name: &str) -> String {
        let place = self.place.out().with_file_name(name);
        place.to_str().unwrap().to_owned()
    }

    pub(crate) fn run(&self, args: &[&str]) -> Run {
        let mut command = program(args);
        command.current_dir(self.place.school());
        command.env("XDG_CONFIG_HOME", self.beside("config"));
        command.output().unwrap().into()
    }

    /// What the program says when it does what it should.
    pub(crate) fn done(&self, args: &[&str]) -> String {
        self.run(args).done(args)
    }

    pub(crate) fn build(&self) {
        let run = self.run(&["build", "--to", &self.beside("public"), "--settle", "0"]);
        assert!(run.code <= 1, "{} {}", run.out, run.err);
    }

    pub(crate) fn root(&self) -> Root {
        let mark = self.place.school().join(".kinfolio/keyring-id");
        let id = fs::read_to_string(mark).unwrap();
        let folder = PathBuf::from(self.beside("config")).join("kinfolio/keys");
        let file = folder.join(id.trim()).join("keyring.json");
        Keyring::read(&fs::read(file).unwrap())
            .unwrap()
            .root()
            .clone()
    }
}

/// A photo of one color.
pub(crate) fn picture(red: u8) -> Vec<u8> {
    let mut bytes = Vec::new();
    let image = RgbImage::from_pixel(300, 200, Rgb([red, 99, 200]));
    let mut to = Cursor::new(&mut bytes);
    image.write_to(&mut to, ImageFormat::Png).unwrap();
    bytes
}

/// What a reader opens below `folder` with the link of a letter.
pub(crate) fn opened(folder: &Path, reader: &ReaderKeys) -> Option<OpenedPlace> {
    let link = kinfolio::seal::LinkSecret::read(&reader.link.fragment())?;
    let found = OpenedPlace::find(&Below(folder), [&reader.place], &Opener::Link(link));
    found.ok().map(|(_, opened)| opened)
}

/// The files of the same folder that an opened page leads to.
pub(crate) fn links(page: &str) -> BTreeSet<String> {
    let ends = |c: char| !(c.is_ascii_alphanumeric() || "./-_:".contains(c));
    let words = page.split(ends);
    let is_file = |word: &&str| {
        let name = word
            .rsplit_once('.')
            .filter(|(_, end)| ["html", "bin"].contains(end));
        name.is_some_and(|(name, _)| name == "index" || Place::new(name).is_some())
    };
    words.filter(is_file).map(str::to_owned).collect()
}
