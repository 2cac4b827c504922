//! Community partners that help families for free.

use serde::Serialize;

use super::call::Contact;
use super::page_text::PageText;
use crate::locale::localized_text::LocalizedText;
use crate::locale::localizer::{Localizer, args};
use crate::model::Partner;

/// Who else helps families for free.
#[derive(Debug, Clone, Serialize)]
pub struct PartnersView {
    /// "Free help near you".
    pub label: LocalizedText,
    /// Who recommends them.
    pub lead: LocalizedText,
    /// The partners.
    pub partners: Vec<PartnerView>,
    /// The note about translation, if one is needed.
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

/// The list, with a note of its own; `None` if the library has no partners.
pub(crate) fn partners(localizer: &Localizer) -> Option<PartnersView> {
    let mut page_text = PageText::new(localizer);
    let partners = localizer.school.library.partners.iter();
    let partners: Vec<PartnerView> = partners
        .map(|partner| view(&mut page_text, partner))
        .collect();
    (!partners.is_empty()).then(|| PartnersView {
        label: localizer.say("partners"),
        lead: localizer.say("partners-lead"),
        partners,
        note: page_text.note(),
    })
}

fn view(page_text: &mut PageText, partner: &Partner) -> PartnerView {
    let localizer = page_text.localizer;
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
        what: page_text.binding(&partner.what),
        speaks,
        phone: phone.map(|phone| Contact::phone(localizer, phone)),
        web: web.map(|url| Contact {
            address: url.clone(),
            label: localizer.say_with("partner-web", args([("host", host(url).into())])),
        }),
    }
}

/// `unesdoc.unesco.org`: the site to which a web address leads, for its link.
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
