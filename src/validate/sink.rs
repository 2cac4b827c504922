//! Where every reader puts what it finds: problems, and the texts that rules read
//! later. Readers of nested maps share one sink, so adding needs no `&mut`.

use std::cell::{Ref, RefCell};

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::AuthorText;

/// Collects problems and texts in the order in which readers find them.
#[derive(Default)]
pub(super) struct Sink {
    diagnostics: RefCell<Diagnostics>,
    texts: RefCell<Vec<AuthorText>>,
    aside: RefCell<Vec<AuthorText>>,
}

/// Everything that a sink has collected.
pub(super) struct Collected {
    pub(super) diagnostics: Diagnostics,
    /// Texts that pages may show.
    pub(super) texts: Vec<AuthorText>,
    /// Texts that no page shows; rules look for other students' names in them.
    pub(super) aside: Vec<AuthorText>,
}

impl Sink {
    pub(super) fn report(&self, diagnostic: Diagnostic) {
        self.diagnostics.borrow_mut().push(diagnostic);
    }

    /// Adds a text for the rules that read everything an author wrote.
    pub(super) fn add_text(&self, text: AuthorText) {
        self.texts.borrow_mut().push(text);
    }

    /// Adds a text that no page shows.
    pub(super) fn add_aside(&self, text: AuthorText) {
        self.aside.borrow_mut().push(text);
    }

    /// The texts so far that pages may show.
    pub(super) fn texts(&self) -> Ref<'_, Vec<AuthorText>> {
        self.texts.borrow()
    }

    pub(super) fn into_collected(self) -> Collected {
        Collected {
            diagnostics: self.diagnostics.into_inner(),
            texts: self.texts.into_inner(),
            aside: self.aside.into_inner(),
        }
    }
}
