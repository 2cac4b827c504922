//! The host that a school names: what is wrong with its address, with the credentials for
//! it, or with itself.

use std::path::Path;

use crate::cli::CommandError;
use crate::cli::args::SitesOnHost;
use crate::cli::diagnostics::Messages;
use crate::host::{
    AddressFault, Credentials, CredentialsFault, Host, HostFault, HostFaultKind, Target,
};
use crate::io;
use crate::model::PublishTo;

/// The host that was named on the command line or in `school.yaml`.
pub(super) fn target(
    place: &SitesOnHost,
    written: Option<&PublishTo>,
    school: &Path,
    messages: &Messages,
) -> Result<Target, CommandError> {
    let said =
        |id, values: [(&'static str, String); 1]| CommandError::Said(messages.say(id, values));
    let from_command = place.to.as_ref().map(|to| PublishTo {
        to: to.clone(),
        endpoint: place.endpoint.clone(),
        region: place.region.clone(),
    });
    let is_from_command = from_command.is_some();
    let Some(wanted) = from_command.or_else(|| written.cloned()) else {
        return Err(CommandError::Said(messages.say("publish-no-host", [])));
    };
    let below = if is_from_command {
        Path::new("")
    } else {
        school
    };
    let (endpoint, region) = (wanted.endpoint.as_deref(), wanted.region.as_deref());
    let target = Target::read(&wanted.to, endpoint, region, below);
    let target = target.map_err(|fault| address_error(&fault, &wanted.to, messages))?;
    let Target::Folder(folder) = &target else {
        return Ok(target);
    };
    let shown = || [("host", folder.display().to_string())];
    if io::overlap(folder, school) {
        return Err(said("publish-in-school", shown()));
    }
    if io::overlap(folder, &place.built.from) {
        return Err(said("publish-in-sites", shown()));
    }
    Ok(Target::Folder(io::real(folder)))
}

/// Connects to the host.
pub(super) fn open(
    target: &Target,
    credentials: Option<&Path>,
    school: &Path,
    messages: &Messages,
) -> Result<Box<dyn Host>, CommandError> {
    if let Some(file) = credentials.filter(|file| io::overlap(file, school)) {
        let values = [("file", file.display().to_string())];
        return Err(CommandError::Said(
            messages.say("credentials-in-school", values),
        ));
    }
    let credentials = Credentials::find(credentials);
    let credentials = credentials.map_err(|fault| credentials_error(&fault, messages))?;
    let host = target.open(&credentials);
    host.map_err(|fault| error(&fault, messages))
}

/// A fault of the host as an error of the command.
pub(super) fn error(fault: &HostFault, messages: &Messages) -> CommandError {
    let words = words(fault, messages);
    match fault.kind {
        HostFaultKind::Passing => CommandError::Later(words),
        _ => CommandError::Said(words),
    }
}

/// What is wrong with the host, and what to do.
pub(super) fn words(fault: &HostFault, messages: &Messages) -> String {
    let id = match fault.kind {
        HostFaultKind::Passing => "host-passing",
        HostFaultKind::Refused => "host-refused",
        HostFaultKind::Stranger => "host-stranger",
        HostFaultKind::Missing => "host-missing",
        HostFaultKind::Full => "host-full",
        HostFaultKind::NoCredentials => "host-no-credentials",
        HostFaultKind::NotBuilt => "host-not-built",
        HostFaultKind::Other => "host-other",
    };
    let values = [("on", fault.on.clone()), ("system", fault.system.clone())];
    messages.say(id, values)
}

fn address_error(fault: &AddressFault, address: &str, messages: &Messages) -> CommandError {
    let (id, value) = match fault {
        AddressFault::Empty => ("publish-no-host", ""),
        AddressFault::Spaces => ("address-spaces", ""),
        AddressFault::Password => ("address-password", ""),
        AddressFault::User => ("address-user", ""),
        AddressFault::UnknownScheme(scheme) => ("address-scheme", scheme.as_str()),
        AddressFault::ScpForm(better) => ("address-scp", better.as_str()),
        AddressFault::BadHost => ("address-host", ""),
        AddressFault::BadBucket => ("address-bucket", ""),
        AddressFault::BadFolder => ("address-folder", ""),
        AddressFault::Query => ("address-query", ""),
        AddressFault::NotEncrypted => ("address-not-encrypted", ""),
        AddressFault::Sharing(service) => ("address-sharing", service.name()),
        AddressFault::BadEndpoint => ("address-endpoint", ""),
        AddressFault::NoRegion => ("address-region", ""),
        AddressFault::NotForBuckets => ("address-not-bucket", ""),
    };
    // A password must not get into a log.
    let shown = if *fault == AddressFault::Password {
        ""
    } else {
        address
    };
    let values = [("address", shown.to_owned()), ("value", value.to_owned())];
    CommandError::Said(messages.say(id, values))
}

fn credentials_error(fault: &CredentialsFault, messages: &Messages) -> CommandError {
    let (id, file, line) = match fault {
        CredentialsFault::Unreadable(file) => ("credentials-unreadable", file, 0),
        CredentialsFault::NotPrivate(file) => ("credentials-open", file, 0),
        CredentialsFault::Line(file, line) => ("credentials-line", file, *line),
    };
    let file = [("file", file.display().to_string())];
    CommandError::Said(messages.count(id, &[("line", line)], file))
}
