//! What a write changed, and the kinds of record that there are: both made from the list in `kinds/mod.rs`.

use super::kinds::every_kind;
use super::{Description, ImportSwitch, OneDate, SingleRow, Table, When as _};
use crate::domain::{self, Entry};
use chrono::NaiveDate;
use std::fmt;

/// A kind of record of which the diary file can have any number, and whose changes can be undone. Implemented for what `every_kind!`
/// lists, and for nothing else.
pub trait Record: Table {
    /// Which kind it is.
    const KIND: RecordKind;

    /// Wraps the record before and after a write as the [`Change`] of its kind. Writes nothing.
    fn change(delta: Delta<Self>) -> Change;
}

/// A kind of record of which the diary file has exactly one, which can only be replaced. Implemented for what `every_kind!` lists, and
/// for nothing else.
pub trait Single: SingleRow {
    /// Which kind it is.
    const KIND: RecordKind;

    /// Wraps the record before and after a write as the [`Change`] of its kind. Writes nothing.
    fn change(replaced: Replaced<Self>) -> Change;
}

/// A [`Record`] that belongs to one night, such as a cramp, or to one day, such as a drink, and so has one date
/// ([`OneDate::date`]). Records without a date, such as a recipe, are none.
///
/// Every such record implements it by itself, so that nothing is left to implement. Functions take it that read the records of a
/// range of dates.
pub trait Dated: Record + Table<When: OneDate> {}

impl<R: Record + Table<When: OneDate>> Dated for R {}

/// A record before and after a write: added if it has no `before`, deleted if it has no `after`, otherwise edited.
#[derive(Debug, Clone, PartialEq)]
pub struct Delta<T> {
    /// The record before the write; `None` if it was added.
    pub before: Option<Entry<T>>,
    /// The record after the write; `None` if it was deleted.
    pub after: Option<Entry<T>>,
}

/// A record of which the diary file has exactly one, such as the settings, before and after a write.
#[derive(Debug, Clone, PartialEq)]
pub struct Replaced<T> {
    /// The record before the write.
    pub before: T,
    /// The record after the write.
    pub after: T,
}

macro_rules! kinds_and_changes {
    (records { $($Kind:ident($Type:path))+ } single { $($One:ident($OneType:path))+ }) => {
        /// The kinds of record, to say which kind changed or was read.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum RecordKind {
            $( #[doc = concat!("[`", stringify!($Type), "`].")] $Kind, )+
            $( #[doc = concat!("[`", stringify!($OneType), "`], of which there is one.")] $One, )+
            /// Imported foods, which lie in a file of their own.
            Import,
        }

        /// One change that a transaction made.
        #[derive(Debug, Clone, PartialEq)]
        pub enum Change {
            $( #[doc = concat!("A [`", stringify!($Type), "`] was added, edited or removed.")] $Kind(Box<Delta<$Type>>), )+
            $( #[doc = concat!("The [`", stringify!($OneType), "`] were replaced.")] $One(Box<Replaced<$OneType>>), )+
            /// Imported foods came into use or went out of it.
            Import(ImportSwitch),
            /// A row that cannot be read was mended or deleted, which nobody can take back.
            SetAside(RecordKind),
        }

        impl RecordKind {
            /// Every kind.
            pub const ALL: &'static [Self] = &[$(Self::$Kind,)+ $(Self::$One,)+ Self::Import];

            /// How records of the kind lie in the diary file; `None` for imported foods, which lie in another.
            #[must_use]
            pub const fn description(self) -> Option<Description> {
                match self {
                    $( Self::$Kind => Some(Description::of_records::<$Type>()), )+
                    $( Self::$One => Some(Description::of_one::<$OneType>()), )+
                    Self::Import => None,
                }
            }
        }

        impl RecordKind {
            /// The kind whose records lie in a table. Returns `None` if no records do.
            #[must_use]
            pub fn of_table(table: &str) -> Option<Self> {
                match table {
                    $( <$Type as super::Columns>::TABLE => Some(Self::$Kind), )+
                    _ => None,
                }
            }
        }

        impl Change {
            /// What kind of record changed.
            #[must_use]
            pub fn kind(&self) -> RecordKind {
                match self {
                    $( Self::$Kind(_) => RecordKind::$Kind, )+
                    $( Self::$One(_) => RecordKind::$One, )+
                    Self::Import(_) => RecordKind::Import,
                    Self::SetAside(kind) => *kind,
                }
            }

            /// Whether a record was deleted.
            pub(super) fn is_deletion(&self) -> bool {
                match self {
                    $( Self::$Kind(delta) => delta.after.is_none(), )+
                    $( Self::$One(_) )|+ | Self::Import(_) => false,
                    Self::SetAside(_) => true,
                }
            }

            /// The date that the record belonged to, then the one that it belongs to now. Empty for a record without a date.
            #[must_use]
            pub fn dates(&self) -> Vec<NaiveDate> {
                match self {
                    $( Self::$Kind(delta) => delta.dates(), )+
                    $( Self::$One(_) )|+ | Self::Import(_) | Self::SetAside(_) => Vec::new(),
                }
            }
        }

        $(
            impl Record for $Type {
                const KIND: RecordKind = RecordKind::$Kind;

                fn change(delta: Delta<Self>) -> Change {
                    Change::$Kind(Box::new(delta))
                }
            }
        )+

        $(
            impl Single for $OneType {
                const KIND: RecordKind = RecordKind::$One;

                fn change(replaced: Replaced<Self>) -> Change {
                    Change::$One(Box::new(replaced))
                }
            }
        )+
    };
}
every_kind!(kinds_and_changes);

impl RecordKind {
    /// The kind that files of the program's own formats call by this name. Returns `None` if there is none.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.description().is_some_and(|of| of.name == name))
    }
}

impl<T: Table> Delta<T> {
    fn dates(&self) -> Vec<NaiveDate> {
        [&self.before, &self.after].into_iter().flatten().filter_map(|entry| entry.value.when().known_date()).collect()
    }
}

/// A set of kinds of record, such as those that a view was read from. The default is empty.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub struct KindSet(u32);

impl KindSet {
    /// The set without any kind.
    pub const EMPTY: Self = Self(0);

    /// The kinds in the diary file for whose description `holds` is true.
    #[must_use]
    pub fn where_described(holds: impl Fn(&Description) -> bool) -> Self {
        RecordKind::ALL.iter().copied().filter(|kind| kind.description().is_some_and(|description| holds(&description))).collect()
    }

    /// Whether the kind is in it.
    #[must_use]
    pub fn contains(self, kind: RecordKind) -> bool {
        self.meets(Self::from(kind))
    }

    /// Whether the two sets have at least one kind in common; `false` if either is empty.
    #[must_use]
    pub fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The kinds that are in at least one of the two sets.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// This set without `kind`; unchanged if it was not in it.
    #[must_use]
    pub fn without(self, kind: RecordKind) -> Self {
        Self(self.0 & !Self::from(kind).0)
    }

    /// Its kinds, in the order of [`RecordKind::ALL`].
    pub fn iter(self) -> impl Iterator<Item = RecordKind> {
        RecordKind::ALL.iter().copied().filter(move |kind| self.contains(*kind))
    }
}

impl From<RecordKind> for KindSet {
    fn from(kind: RecordKind) -> Self {
        Self(1 << kind as u32)
    }
}

impl FromIterator<RecordKind> for KindSet {
    fn from_iter<I: IntoIterator<Item = RecordKind>>(kinds: I) -> Self {
        kinds.into_iter().fold(Self::EMPTY, |set, kind| set.and(kind.into()))
    }
}

impl fmt::Debug for KindSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}
