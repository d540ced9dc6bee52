//! The records of several kinds at once, each kind by itself: for what shows, sums or checks whatever there is of a date.

use super::kinds::every_kind;
use super::table::plain;
use super::{KindSet, ListedAs, Reader, Record, RecordKind, StoreError, Table, When};
use crate::domain::{self, Day, Entry, InWords, Measure};
use chrono::NaiveDate;
use serde_json::{Map, Value};
use std::ops::RangeInclusive;

/// The records of several kinds, in the order of [`RecordKind::ALL`]. What is taken out of it by its type is left out of its
/// walks.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Records(Vec<OfKind>);

/// A record that [`Records`] are asked for by its type. Implemented for what `every_kind!` lists.
pub trait Listable: Record {
    /// The records of a kind; `None` where they are of another.
    fn among(of_kind: &OfKind) -> Option<&[Entry<Self>]>;

    /// The records of a kind, taken out; `None` where they are of another.
    fn from_kind(of_kind: OfKind) -> Option<Vec<Entry<Self>>>;
}

macro_rules! records {
    (records { $($Kind:ident($Type:path))+ } single { $($One:ident($OneType:path))+ }) => {
        /// The records of one kind.
        #[derive(Debug, Clone, PartialEq)]
        pub enum OfKind {
            $( #[doc = concat!("Records of [`", stringify!($Type), "`].")] $Kind(Vec<Entry<$Type>>), )+
        }

        impl OfKind {
            /// Returns `None` for a kind of which there is one, and for imported foods.
            fn read(kind: RecordKind, read: Reader<'_>, dates: &RangeInclusive<NaiveDate>) -> Result<Option<Self>, StoreError> {
                Ok(match kind {
                    $( RecordKind::$Kind => Some(Self::$Kind(read.within(dates)?)), )+
                    $( RecordKind::$One )|+ | RecordKind::Import => None,
                })
            }

            fn kind(&self) -> RecordKind {
                match self {
                    $( Self::$Kind(_) => RecordKind::$Kind, )+
                }
            }

            fn in_words(&self) -> Option<InWords> {
                match self {
                    $( Self::$Kind(entries) => in_words(entries), )+
                }
            }

            fn figures(&self, figures: &mut Vec<(NaiveDate, Measure, f64)>) {
                match self {
                    $( Self::$Kind(entries) => figures_of(entries, figures), )+
                }
            }

            fn plain(&self) -> (&'static str, Vec<Map<String, Value>>) {
                match self {
                    $( Self::$Kind(entries) => (<$Type as super::Columns>::TABLE, entries.iter().map(plain).collect()), )+
                }
            }
        }

        $(
            impl Listable for $Type {
                fn among(of_kind: &OfKind) -> Option<&[Entry<Self>]> {
                    if let OfKind::$Kind(entries) = of_kind { Some(entries) } else { None }
                }

                fn from_kind(of_kind: OfKind) -> Option<Vec<Entry<Self>>> {
                    if let OfKind::$Kind(entries) = of_kind { Some(entries) } else { None }
                }
            }
        )+
    };
}
every_kind!(records);

impl Reader<'_> {
    /// The records of these kinds and dates, both included, each kind by date and then in the order they were made; of kinds
    /// without a date, all of them.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read.
    pub fn records(&self, kinds: KindSet, dates: &RangeInclusive<NaiveDate>) -> Result<Records, StoreError> {
        let read = kinds.iter().filter_map(|kind| OfKind::read(kind, *self, dates).transpose());
        read.collect::<Result<_, _>>().map(Records)
    }

    /// Every record of a day, without those of the night after it.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read.
    pub fn records_of_day(&self, day: Day) -> Result<Records, StoreError> {
        let kinds = KindSet::where_described(|description| description.date == <Day as When>::COLUMN);
        self.records(kinds, &(day.date()..=day.date()))
    }
}

impl Records {
    /// The records of a type; empty where there are none, and where they were taken.
    #[must_use]
    pub fn of<R: Listable>(&self) -> &[Entry<R>] {
        self.0.iter().find_map(R::among).unwrap_or_default()
    }

    /// Takes the records of a type out.
    pub fn take<R: Listable>(&mut self) -> Vec<Entry<R>> {
        let place = self.0.iter().position(|of_kind| of_kind.kind() == R::KIND);
        place.and_then(|place| R::from_kind(self.0.remove(place))).unwrap_or_default()
    }

    /// The others, without the records of a type.
    #[must_use]
    pub fn without<R: Record>(mut self) -> Self {
        self.0.retain(|of_kind| of_kind.kind() != R::KIND);
        self
    }

    /// Takes the records of a type out, in words. Returns `None` for a type that is [`ListedAs::ByHand`].
    pub fn take_words<R: Listable>(&mut self) -> Option<InWords> {
        in_words(&self.take::<R>())
    }

    /// The records in words, one per kind, whether there are records or not. Kinds that are
    /// [`ListedAs::ByHand`] are left out.
    pub fn in_words(&self) -> impl Iterator<Item = InWords> {
        self.0.iter().filter_map(OfKind::in_words)
    }

    /// What the records say of measures, each with its date. What several records of a date say of one is added up by whoever asks.
    #[must_use]
    pub fn figures(&self) -> Vec<(NaiveDate, Measure, f64)> {
        let mut figures = Vec::new();
        self.0.iter().for_each(|of_kind| of_kind.figures(&mut figures));
        figures
    }

    /// The records as objects for machines, by the names of their tables: an id, and the columns by their names but for the date.
    pub fn plain(&self) -> impl Iterator<Item = (&'static str, Vec<Map<String, Value>>)> {
        self.0.iter().map(OfKind::plain)
    }
}

fn in_words<T: Table>(entries: &[Entry<T>]) -> Option<InWords> {
    match T::LISTED {
        ListedAs::ByHand => None,
        ListedAs::Under(heading, words) => Some(InWords { heading, words: entries.iter().flat_map(|entry| words(&entry.value)).collect() }),
    }
}

fn figures_of<T: Table>(entries: &[Entry<T>], figures: &mut Vec<(NaiveDate, Measure, f64)>) {
    for Entry { value, .. } in entries.iter().filter(|_| !T::FIGURES.is_empty()) {
        let date = value.when().known_date();
        let known = T::FIGURES.iter().filter_map(|(measure, figure)| Some((date?, *measure, figure(value)?)));
        figures.extend(known);
    }
}
