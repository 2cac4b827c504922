use std::fmt;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub struct $name(String);

        impl $name {
            /// Takes the characters as they are.
            #[must_use]
            pub fn new(id: impl Into<String>) -> Self {
                Self(id.into())
            }

            /// The characters.
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

ids! {
    /// A student's folder name.
    StudentId;
    /// A goal's file name without its ending.
    GoalId;
    /// The key of a person in `staff.yaml`.
    PersonId;
    /// The key of a service in `services.yaml`.
    ServiceId;
    /// A tip's file name without its ending.
    TipId;
    /// A language tag as in BCP 47: `es`, `zh-Hans`.
    Lang;
}
