//! The name of a person who took part or was told.

use super::page_text::PageText;
use crate::locale::localized_text::LocalizedText;
use crate::model::Participant;

/// Who takes part in a meeting or a decision, in a word or two.
pub(crate) fn participant(page_text: &mut PageText, who: &Participant) -> LocalizedText {
    let localizer = page_text.localizer;
    let id = match who {
        Participant::Person(id) => {
            let person = localizer.school.staff.get(id);
            let name = person.map(|person| localizer.proper(&person.name));
            return LocalizedText::own(name.unwrap_or_default());
        }
        Participant::Other(text) => return page_text.binding(text),
        Participant::Student => return LocalizedText::own(localizer.name()),
        Participant::Family => "party-family",
        Participant::Mother => "party-mother",
        Participant::Father => "party-father",
        Participant::Interpreter => "party-interpreter",
    };
    localizer.say(id)
}
