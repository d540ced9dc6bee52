//! The rules between records, for what two diaries say together that neither said alone.
//!
//! Each rule has one outcome that follows from the records alone, so that every computer settles alike.

use super::join::Joined;
use super::{PlainRecord, PlainValue, RecordKey, Whole};
use crate::domain::{Cramp, Factor, FactorValue, NightAnswer, NightNote, NoStretching, OwnFood, OwnName, Recipe, Stretch, Supplement};
use crate::store::{Columns as _, Record, Table as _};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// What was settled because the records of two diaries did not go together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Settled {
    /// A factor was deleted in one diary and answered in the other: it stays, retired.
    FactorKept {
        /// Its name.
        name: String,
    },
    /// A night was said to be without cramps, and has one: it had cramps.
    HadCramps {
        /// The date on which the night begins.
        night: NaiveDate,
    },
    /// A night was said to be without cramps, and cramps were said to have disturbed it: it was not disturbed, which was said later.
    NotDisturbed {
        /// The date on which the night begins.
        night: NaiveDate,
    },
    /// Two records have one name: the one that was made later has another.
    Renamed {
        /// What a person calls such a record: "factor".
        noun: &'static str,
        /// The name that both had.
        from: String,
        /// The name that one of them has now.
        to: String,
    },
    /// A day was said to be without stretching, and has some.
    Stretched {
        /// The day.
        day: NaiveDate,
    },
}

/// Holds the rules between records.
pub(super) fn settle(joined: &mut Joined) -> Vec<Settled> {
    let Joined { whole, dropped } = joined;
    let mut settled = kept_factors(whole, dropped);
    settled.extend(nights_with_cramps(whole));
    settled.extend(disturbed_nights(whole));
    settled.extend(days_with_stretching(whole));
    for names in [&[OwnFood::KIND, Recipe::KIND] as &[_], &[Supplement::KIND], &[Factor::KIND]] {
        settled.extend(renamed(whole, |key| names.contains(&key.0)));
    }
    settled
}

/// A factor that has answers is retired, not deleted.
fn kept_factors(whole: &mut Whole, dropped: &BTreeMap<RecordKey, PlainRecord>) -> Vec<Settled> {
    let answered: BTreeSet<_> = of::<FactorValue>(whole).filter_map(|record| id(record, "factor")).collect();
    let mut kept = Vec::new();
    for factor in answered.into_iter().filter_map(|id| dropped.get(&(Factor::KIND, id))) {
        let deleted_ms = whole.deletions.remove(&factor.key()).unwrap_or(factor.changed_ms);
        let mut factor = PlainRecord { changed_ms: deleted_ms.saturating_add(1), ..factor.clone() };
        factor.set("retired", PlainValue::Whole(1));
        kept.push(Settled::FactorKept { name: factor.text("name").unwrap_or_default().to_owned() });
        whole.records.insert(factor.key(), factor);
    }
    kept
}

/// A night with a cramp had cramps.
fn nights_with_cramps(whole: &mut Whole) -> Vec<Settled> {
    let mut nights = BTreeMap::<String, i64>::new();
    for cramp in of::<Cramp>(whole) {
        if let Some(night) = cramp.text("night") {
            let ms = nights.entry(night.to_owned()).or_insert(cramp.changed_ms);
            *ms = cramp.changed_ms.max(*ms);
        }
    }
    let known: BTreeMap<_, _> =
        of::<NightNote>(whole).filter_map(|record| Some((record.text("night")?.to_owned(), record.key()))).collect();
    let answer = clock_of("answer");
    let mut settled = Vec::new();
    for (night, cramp_ms) in nights {
        let mut record = match known.get(&night).and_then(|key| whole.records.get(key)) {
            Some(record) => record.clone(),
            None => silent_night(&night, cramp_ms, whole),
        };
        let said_ms = if known.contains_key(&night) { cramp_ms } else { record.changed_ms };
        let (was, had) = (record.text("answer").map(ToOwned::to_owned), NightAnswer::HadCramps.key());
        if was.as_deref() == Some(had) {
            continue;
        }
        record.set("answer", PlainValue::Text(had.to_owned()));
        record.set_clock(answer, PlainValue::Whole(record.clock_ms(answer).max(said_ms)));
        record.changed_ms = record.changed_ms.max(said_ms);
        // A night that says nothing yet is no difference.
        settled.extend(was.and_then(|_no_cramps| Some(Settled::HadCramps { night: record.date()? })));
        whole.records.insert(record.key(), record);
    }
    settled
}

/// Cramps did not disturb a night without cramps: what was said later holds.
fn disturbed_nights(whole: &mut Whole) -> Vec<Settled> {
    let (answer, disturbed) = (clock_of("answer"), clock_of("disturbed"));
    let is_wrong = |record: &PlainRecord| {
        record.text("answer") == Some(NightAnswer::NoCramps.key()) && record.value("disturbed").is_some_and(PlainValue::is_something)
    };
    let wrong: Vec<_> = of::<NightNote>(whole).filter(|record| is_wrong(record)).cloned().collect();
    let mut settled = Vec::new();
    for mut record in wrong {
        let (answer_ms, disturbed_ms) = (record.clock_ms(answer), record.clock_ms(disturbed));
        let Some(night) = record.date() else { continue };
        if disturbed_ms > answer_ms {
            record.set("answer", PlainValue::Text(NightAnswer::HadCramps.key().to_owned()));
            record.set_clock(answer, PlainValue::Whole(disturbed_ms));
            settled.push(Settled::HadCramps { night });
        } else {
            record.set("disturbed", PlainValue::Nothing);
            record.set_clock(disturbed, PlainValue::Whole(answer_ms));
            settled.push(Settled::NotDisturbed { night });
        }
        whole.records.insert(record.key(), record);
    }
    settled
}

/// The place of the time of change of a column of nights.
fn clock_of(column: &str) -> usize {
    NightNote::CLOCKS.iter().position(|clock| clock.of == column).unwrap_or(usize::MAX)
}

/// A night of which nothing is said since it was deleted, if it was; it is dated behind that.
fn silent_night(night: &str, at_ms: i64, whole: &mut Whole) -> PlainRecord {
    let value = |name: &str| match name {
        "night" => PlainValue::Text(night.to_owned()),
        "note" => PlainValue::Text(String::new()),
        _ => PlainValue::Nothing,
    };
    let mut record = PlainRecord {
        kind: NightNote::KIND,
        id: uuid::Uuid::nil(),
        created_ms: at_ms,
        changed_ms: at_ms,
        values: NightNote::COLUMNS.iter().map(|column| value(column.name)).collect(),
        clocks: vec![PlainValue::Nothing; NightNote::CLOCKS.len()],
        parts: Vec::new(),
    };
    record.id = record.derived_id().unwrap_or_default();
    let Some(deleted_ms) = whole.deletions.remove(&record.key()) else { return record.with_clocks() };
    let changed_ms = at_ms.max(deleted_ms.saturating_add(1));
    PlainRecord { created_ms: changed_ms, changed_ms, ..record }.with_clocks().cleared(deleted_ms)
}

/// A day with stretching does not say "did not stretch".
fn days_with_stretching(whole: &mut Whole) -> Vec<Settled> {
    let days: BTreeSet<_> = of::<Stretch>(whole).filter_map(PlainRecord::date).collect();
    let wrong: Vec<_> = of::<NoStretching>(whole)
        .filter_map(|record| Some((record.key(), record.date()?, record.changed_ms)))
        .filter(|(_, day, _)| days.contains(day))
        .collect();
    let settled = wrong.into_iter().map(|(key, day, changed_ms)| {
        whole.records.remove(&key);
        whole.add_deletion(key, changed_ms);
        Settled::Stretched { day }
    });
    settled.collect()
}

/// Two things of one name could not be told apart when logging.
fn renamed(whole: &mut Whole, is_among: impl Fn(&RecordKey) -> bool) -> Vec<Settled> {
    let mut named: Vec<_> = whole.records.values().filter(|record| is_among(&record.key())).map(|of| (of.created_ms, of.key())).collect();
    named.sort_unstable();
    let mut taken: Vec<OwnName> = Vec::new();
    let mut settled = Vec::new();
    for (_, key) in named {
        let Some(record) = whole.records.get_mut(&key) else { continue };
        let Some(name) = record.text("name").and_then(|name| OwnName::new(name).ok()) else { continue };
        let is_free = |name: &OwnName| !taken.iter().any(|other| name.same_as(other.as_str()));
        if is_free(&name) {
            taken.push(name);
            continue;
        }
        let numbered = (2..1000).filter_map(|number| OwnName::new(&format!("{} ({number})", name.as_str())).ok());
        let Some(free) = numbered.into_iter().find(is_free) else { continue };
        record.set("name", PlainValue::Text(free.as_str().to_owned()));
        record.changed_ms = record.changed_ms.saturating_add(1);
        let noun = record.description().map_or("", |of| of.noun);
        settled.push(Settled::Renamed { noun, from: name.as_str().to_owned(), to: free.as_str().to_owned() });
        taken.push(free);
    }
    settled
}

fn of<R: Record>(whole: &Whole) -> impl Iterator<Item = &PlainRecord> {
    whole.records.values().filter(|record| record.kind == R::KIND)
}

fn id(record: &PlainRecord, column: &str) -> Option<uuid::Uuid> {
    match record.value(column)? {
        PlainValue::Id(id) => Some(*id),
        _ => None,
    }
}
