use serde::Serialize;

use super::super::note;
use super::super::team::{Contact, call};
use crate::locale::localized_text::LocalizedText;
use crate::locale::localizer::{Localizer, MachineTranslation, args};
use crate::model::Partner;

/// Who else helps families for free.
#[derive(Debug, Clone, Serialize)]
pub struct PartnersView {
    /// "Free help near you".
    pub label: LocalizedText,
    /// Whose word this is.
    pub lead: LocalizedText,
    /// The partners.
    pub partners: Vec<PartnerView>,
    /// Said once when some of it is not in the reader's language.
    pub note: Option<LocalizedText>,
}

/// A place that helps.
#[derive(Debug, Clone, Serialize)]
pub struct PartnerView {
    /// Its name.
    pub name: String,
    /// What it does.
    pub what: LocalizedText,
    /// Languages spoken there.
    pub speaks: Option<LocalizedText>,
    /// The telephone number.
    pub phone: Option<Contact>,
    /// The address on the web.
    pub web: Option<Contact>,
}

/// The list; nothing where the library has no partners.
pub(crate) fn views(localizer: &Localizer) -> Option<PartnersView> {
    localizer.take_foreign();
    let partners = localizer.school.library.partners.iter();
    let partners: Vec<PartnerView> = partners.map(|partner| view(localizer, partner)).collect();
    (!partners.is_empty()).then(|| PartnersView {
        label: localizer.say("partners"),
        lead: localizer.say("partners-lead"),
        partners,
        note: note(localizer, localizer.take_foreign()),
    })
}

fn view(localizer: &Localizer, partner: &Partner) -> PartnerView {
    let languages = partner.languages.iter();
    let languages: Vec<String> = languages
        .map(|lang| localizer.language_name(lang))
        .collect();
    let speaks = (!languages.is_empty()).then(|| {
        let list = localizer.pack.formats.list(&languages);
        localizer.say_with("partner-languages", args([("languages", list.into())]))
    });
    let phone = partner.phone.as_ref();
    let web = partner.url.as_ref();
    PartnerView {
        name: localizer.proper(&partner.name),
        what: localizer.written(&partner.what, MachineTranslation::Binding),
        speaks,
        phone: phone.map(|phone| call(localizer, phone)),
        web: web.map(|url| Contact {
            address: url.clone(),
            label: localizer.say_with("partner-web", args([("host", host(url).into())])),
        }),
    }
}

/// `unesdoc.unesco.org`: where an address leads, for its link.
pub(crate) fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let host = rest.get(..end).unwrap_or(rest);
    host.strip_prefix("www.").unwrap_or(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_say_where_they_go() {
        let check = |url: &str, expected: &str| assert_eq!(host(url), expected);
        check("https://unesdoc.unesco.org", "unesdoc.unesco.org");
        check("https://www.example.org/a/b?c", "example.org");
        check("https://example.org?x", "example.org");
    }
}
