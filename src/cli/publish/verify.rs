//! `kinfolio verify`: looks at the published pages as a stranger would.

use std::path::{Path, PathBuf};

use serde_json::json;

use super::{
    CLEAN, CommandError, Contents, Memory, Messages, SiteBuilder, Terminal, host, random_name,
    read_shared, settings,
};
use crate::cli::args::Verify;
use crate::cli::{CONTENT, EX_TEMPFAIL, build, keys, school};
use crate::host::open_web;
use crate::io::Disk;
use crate::publish::{Finding, FindingKind, Verification, Verified};

/// Asks for some files of each site, or for all, and says what is wrong.
pub(in crate::cli) fn run(options: &Verify, terminal: &mut Terminal) -> Result<u8, CommandError> {
    let (address, named) = places(options);
    let folder = school::find(named.as_deref(), "verify")?;
    let school = read_shared(&folder)?.school;
    let messages = Messages::new(school.language.as_str());
    let address = address.or(school.address);
    let address =
        address.ok_or_else(|| CommandError::Said(messages.say("verify-no-address", [])))?;
    let settings = settings(&options.built, &messages)?;
    let keys = options.built.keys.as_deref();
    let keyring = keys::open(&settings.keyrings, &folder, keys)?.keyring;
    let out = settings.out.clone();
    let sites = SiteBuilder::open_to_look(Disk::new(&folder), settings);
    let built = sites.and_then(|mut sites| sites.built());
    let built = built.map_err(|refused| build::stop(refused, &out))?;
    let (contents, _) = Contents::read(&out, built.folders, &mut Memory::default());
    let web = open_web(&address).map_err(|fault| host::error(&fault, &messages))?;
    let verification = Verification {
        web: &*web,
        key: keyring.root().manifest(),
        access: school.access,
        contents: &contents,
        is_thorough: options.all,
        no_folder: random_name(&messages)?,
    };
    let verified = verification.run();
    let verified = verified.map_err(|fault| host::error(&fault, &messages))?;
    let of = |folder: &str| {
        let student = contents.student_in(folder);
        student.unwrap_or_default().to_owned()
    };
    if options.json {
        terminal.say(&as_json(web.address(), &verified, of))?;
    } else {
        say(web.address(), &verified, of, &messages, terminal)?;
    }
    Ok(code(&verified))
}

/// The address and the folder, whichever was given first.
fn places(options: &Verify) -> (Option<String>, Option<PathBuf>) {
    match &options.address {
        Some(first) if !first.contains("://") => (None, Some(PathBuf::from(first))),
        address => (
            address.clone(),
            options.folder.as_deref().map(Path::to_path_buf),
        ),
    }
}

fn code(verified: &Verified) -> u8 {
    if !verified.is_well() {
        CONTENT
    } else if !verified.outdated.is_empty() {
        EX_TEMPFAIL
    } else {
        CLEAN
    }
}

fn say(
    address: &str,
    verified: &Verified,
    student_in: impl Fn(&str) -> String,
    messages: &Messages,
    terminal: &mut Terminal,
) -> Result<(), CommandError> {
    let mut findings = verified.findings.iter().peekable();
    while let Some(finding) = findings.next() {
        let mut more = 0;
        while findings.next_if(|next| next.kind == finding.kind).is_some() {
            more += 1;
        }
        let values = [
            ("address", format!("{address}{}", finding.path)),
            ("found", finding.found.clone()),
        ];
        let same = (more > 0).then(|| messages.count("verify-more", &[("more", more)], []));
        for words in [Some(messages.say(id(finding.kind), values)), same] {
            match words {
                Some(words) if finding.kind.is_problem() => terminal.error(&words),
                Some(words) => terminal.say(&words)?,
                None => {}
            }
        }
    }
    let outdated: Vec<String> = verified
        .outdated
        .iter()
        .map(|one| student_in(one))
        .collect();
    let outdated: Vec<&str> = outdated
        .iter()
        .map(String::as_str)
        .filter(|one| !one.is_empty())
        .collect();
    if !outdated.is_empty() {
        let list = [("list", build::list(&outdated, messages))];
        terminal.say(&messages.say("verify-outdated", list))?;
    }
    let (number, ended) = verified.version.clone().unwrap_or_default();
    let counts = [
        ("files", verified.asked),
        ("number", usize::try_from(number).unwrap_or(0)),
    ];
    let id = if verified.is_well() {
        "verify-well"
    } else {
        "verify-not-well"
    };
    let values = [("address", address.to_owned()), ("ended", ended)];
    terminal.say(&messages.count(id, &counts, values))?;
    Ok(())
}

fn id(kind: FindingKind) -> &'static str {
    match kind {
        FindingKind::Readable => "verify-readable",
        FindingKind::NoLogin => "verify-no-login",
        FindingKind::NotThere => "verify-not-there",
        FindingKind::NoManifest => "verify-no-manifest",
        FindingKind::Altered => "verify-altered",
        FindingKind::ScriptAdded => "verify-script",
        FindingKind::WrongType => "verify-type",
        FindingKind::Redirected => "verify-redirected",
        FindingKind::Listed => "verify-listed",
        FindingKind::NotEncrypted => "verify-not-encrypted",
        FindingKind::NotFinished => "verify-not-finished",
        FindingKind::AlsoUnencrypted => "verify-also-unencrypted",
        FindingKind::AnswersEverything => "verify-answers-everything",
        FindingKind::Cached => "verify-cached",
        FindingKind::NoRobotsHeader => "verify-no-robots",
        FindingKind::Cookie => "verify-cookie",
    }
}

fn as_json(address: &str, verified: &Verified, student_in: impl Fn(&str) -> String) -> String {
    let finding = |finding: &Finding| {
        json!({
            "finding": id(finding.kind).trim_start_matches("verify-"),
            "problem": finding.kind.is_problem(),
            "address": format!("{address}{}", finding.path),
            "found": finding.found,
        })
    };
    let version = verified.version.as_ref();
    let findings: Vec<_> = verified.findings.iter().map(finding).collect();
    let outdated: Vec<String> = verified
        .outdated
        .iter()
        .map(|one| student_in(one))
        .collect();
    let outdated: Vec<&String> = outdated.iter().filter(|one| !one.is_empty()).collect();
    json!({
        "address": address,
        "well": verified.is_well(),
        "publication": version.map(|(number, _)| number),
        "published": version.map(|(_, ended)| ended),
        "files_asked_for": verified.asked,
        "outdated": outdated,
        "findings": findings,
    })
    .to_string()
}
