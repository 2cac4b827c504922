//! Names that refer to students, goals, people, services, tips, and languages.

use std::fmt;
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization as _;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Makes an id of the characters as they are.
            #[must_use]
            pub fn new(id: impl Into<Arc<str>>) -> Self {
                Self(id.into())
            }

            /// The id's characters.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

impl StudentId {
    /// Whether both are one folder. Disks and files write accents in two forms.
    #[must_use]
    pub fn is_same_folder(&self, other: &Self) -> bool {
        self.0.nfc().eq(other.0.nfc())
    }
}

ids! {
    /// The name of a student's folder.
    StudentId;
    /// The file name of a goal without its extension.
    GoalId;
    /// The key of a person in `staff.yaml`.
    PersonId;
    /// The key of a service in `services.yaml`.
    ServiceId;
    /// The file name of a tip without its extension.
    TipId;
    /// A BCP 47 language tag: `es`, `zh-Hans`.
    Lang;
}
