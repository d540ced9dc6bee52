//! Enums that are stored by a stable key and shown by a label.

/// The error for a text that is the key of no value of an enum.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{what} \"{given}\" is unknown; choose one of: {allowed}")]
pub struct UnknownKey {
    /// What the text should have been a key of, for example "muscle".
    pub what: &'static str,
    /// The text as given.
    pub given: String,
    /// All keys, joined by commas.
    pub allowed: String,
}

/// Declares an enum whose values have a key (file, command line) and a label (screen).
///
/// Keys are written to diary files: they may be added to, never renamed.
macro_rules! keyed_enum {
    (
        $(#[$meta:meta])*
        $name:ident, $what:literal {
            $( $(#[$vmeta:meta])* $variant:ident = $key:literal, $label:literal; )+
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $( $(#[$vmeta])* $variant, )+ }

        impl $name {
            /// Every value, in the order in which screens list them.
            pub const ALL: &'static [Self] = &[ $( Self::$variant, )+ ];

            /// The key of every value, in the order of `ALL`.
            pub const KEYS: &'static [&'static str] = &[ $( $key, )+ ];

            /// The key that diary files and the command line use for this value. It never changes.
            #[must_use]
            pub fn key(self) -> &'static str {
                match self { $( Self::$variant => $key, )+ }
            }

            /// The label that screens show for this value.
            #[must_use]
            pub fn label(self) -> &'static str {
                match self { $( Self::$variant => $label, )+ }
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::domain::UnknownKey;

            fn from_str(word: &str) -> Result<Self, Self::Err> {
                let wanted = word.trim().to_lowercase().replace([' ', '-'], "_");
                Self::ALL.iter().copied().find(|value| value.key() == wanted).ok_or_else(|| {
                    $crate::domain::UnknownKey {
                        what: $what,
                        given: word.to_owned(),
                        allowed: Self::ALL.iter().map(|value| value.key()).collect::<Vec<_>>().join(", "),
                    }
                })
            }
        }
    };
}

pub(crate) use keyed_enum;
