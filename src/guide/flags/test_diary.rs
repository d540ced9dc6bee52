//! Small diaries for the tests of the red flags. Days are counted back from the last one: 0 is today.

use super::{AnsweredNights, DayOverLimit, EnteredSupplement, Flag, FlagDiary, Reach, TakenMedicine, fired};
use crate::domain::{
    ClassKey, Condition, Cramp, Day, Doses, Entry, Id, Medicine, Minutes, Muscle, Night, NightAnswer, NightNote, Nutrient, OwnName, Period,
    Profile, Severity, Side, Sign, SignKind, Supplement, SupplementTaken,
};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;
use uuid::Uuid;

#[derive(Debug, Clone, Default)]
pub(super) struct TestDiary {
    pub signs: Vec<Entry<Sign>>,
    pub cramps: Vec<Entry<Cramp>>,
    pub nights: Vec<NightNote>,
    pub medicines: Vec<Entry<Medicine>>,
    pub supplements: Vec<Entry<Supplement>>,
    pub taken: Vec<Entry<SupplementTaken>>,
    pub stretch_days: BTreeSet<Day>,
    pub profile: Profile,
    pub alcohol_g: BTreeMap<Day, f64>,
    pub drunk_ml: BTreeMap<Day, f64>,
    pub over_limit: Vec<DayOverLimit>,
    pub own_goal_ml: Option<u32>,
    pub usual_goal_ml: Option<u32>,
    made: u128,
}

/// A row of a table: the rule, the smallest diary that fires it, and the nearest one that does not.
pub(super) type Row = (&'static str, fn() -> TestDiary, fn() -> TestDiary);

/// Every diary fires its rule or does not, and the smallest has nothing that could be left out.
#[track_caller]
pub(super) fn check(rows: &[Row]) {
    for (row, (id, smallest, nearest)) in rows.iter().enumerate() {
        let smallest = smallest();
        assert!(smallest.fires(id), "row {row}: {id} does not fire");
        assert!(!nearest().fires(id), "row {row}: {id} fires for the nearest diary");
        for without in smallest.without_one() {
            assert!(!without.fires(id), "row {row}: {id} fires with less: {without:?}");
        }
    }
}

pub(super) fn ago(days: i64) -> Day {
    Day::new(NaiveDate::from_ymd_opt(2026, 11, 19).unwrap()).plus(-days)
}

/// An empty diary.
pub(super) fn blank() -> TestDiary {
    TestDiary::default()
}

/// The product of a name always has the same id.
pub(super) fn product_id(name: &str) -> Id<Supplement> {
    Id::from_uuid(Uuid::from_u128(name.bytes().fold(1 << 100, |id: u128, byte| id.rotate_left(7) ^ u128::from(byte))))
}

impl TestDiary {
    fn entry<T>(&mut self, value: T, day: Day) -> Entry<T> {
        self.made += 1;
        entry(Id::from_uuid(Uuid::from_u128(self.made)), value, day)
    }

    pub(super) fn sign(self, days_ago: i64, kind: SignKind) -> Self {
        self.sided_sign(days_ago, kind, None)
    }

    pub(super) fn sided(self, days_ago: i64, kind: SignKind, side: Side) -> Self {
        self.sided_sign(days_ago, kind, Some(side))
    }

    pub(super) fn sided_sign(mut self, days_ago: i64, kind: SignKind, side: Option<Side>) -> Self {
        let entry = self.entry(Sign { side, ..Sign::new(ago(days_ago), kind) }, ago(days_ago));
        self.signs.push(entry);
        self
    }

    /// A cramp of the left calf, of severity 5.
    pub(super) fn calf(self, days_ago: i64) -> Self {
        self.cramp(days_ago, Muscle::Calf, Side::Left, 5)
    }

    pub(super) fn cramp(self, days_ago: i64, muscle: Muscle, side: Side, severity: u8) -> Self {
        self.described(Cramp::new(Night::new(ago(days_ago).date()), muscle, side, Severity::new(severity).unwrap()))
    }

    /// A cramp that woke the person, or did not.
    pub(super) fn waking(self, days_ago: i64, severity: u8, woke_me: Option<bool>) -> Self {
        let cramp = Cramp::new(Night::new(ago(days_ago).date()), Muscle::Calf, Side::Left, Severity::new(severity).unwrap());
        self.described(Cramp { woke_me, ..cramp })
    }

    pub(super) fn knotted(self, days_ago: i64, hard_knot: bool) -> Self {
        let night = Night::new(ago(days_ago).date());
        let cramp = Cramp::new(night, Muscle::Calf, Side::Left, Severity::new(3).unwrap());
        self.described(Cramp { hard_knot: Some(hard_knot), ..cramp })
    }

    pub(super) fn lasting(self, days_ago: i64, minutes: f64) -> Self {
        let cramp = Cramp::new(Night::new(ago(days_ago).date()), Muscle::Calf, Side::Left, Severity::new(5).unwrap());
        self.described(Cramp { duration: Some(Minutes::new(minutes).unwrap()), ..cramp })
    }

    fn described(mut self, cramp: Cramp) -> Self {
        let day = cramp.night.day();
        let entry = self.entry(cramp, day);
        self.cramps.push(entry);
        self
    }

    /// Nights without cramps, from one to another.
    pub(super) fn free(self, days_ago: RangeInclusive<i64>) -> Self {
        days_ago.fold(self, |diary, days_ago| diary.answered(days_ago, NightAnswer::NoCramps))
    }

    /// A night with cramps, as every night is that has one described.
    pub(super) fn had(self, days_ago: i64) -> Self {
        self.answered(days_ago, NightAnswer::HadCramps)
    }

    pub(super) fn answered(mut self, days_ago: i64, answer: NightAnswer) -> Self {
        self.nights.push(NightNote { answer: Some(answer), ..NightNote::nothing(Night::new(ago(days_ago).date())) });
        self
    }

    /// A medicine that was begun `since` days ago, or long ago.
    pub(super) fn medicine(self, name: &str, class: &str, since: Option<i64>) -> Self {
        self.medicine_until(name, class, since, None)
    }

    /// A medicine whose name says no class.
    pub(super) fn unknown_medicine(mut self, name: &str) -> Self {
        let entry = self.entry(Medicine::new(OwnName::new(name).unwrap()), ago(0));
        self.medicines.push(entry);
        self
    }

    pub(super) fn medicine_until(mut self, name: &str, class: &str, since: Option<i64>, until: Option<i64>) -> Self {
        let class = Some(ClassKey::new(class).unwrap());
        let medicine = Medicine { class, from: since.map(ago), until: until.map(ago), ..Medicine::new(OwnName::new(name).unwrap()) };
        let entry = self.entry(medicine, ago(0));
        self.medicines.push(entry);
        self
    }

    /// A product of which one dose contains 100 of the nutrient.
    pub(super) fn has(mut self, entered_ago: i64, name: &str, nutrient: Option<Nutrient>) -> Self {
        let supplement = product(name, nutrient);
        self.supplements.push(entry(product_id(name), supplement, ago(entered_ago)));
        self
    }

    /// One dose of a product of which a dose contains 100 of the nutrient. It need not be among those that the person has now.
    pub(super) fn took(mut self, days_ago: i64, name: &str, nutrient: Option<Nutrient>) -> Self {
        let taken = SupplementTaken::of(product_id(name), &product(name, nutrient), Doses::ONE, ago(days_ago));
        let entry = self.entry(taken, ago(days_ago));
        self.taken.push(entry);
        self
    }

    /// The last dose that was taken passes an upper limit.
    pub(super) fn over(mut self, nutrient: Nutrient) -> Self {
        let last = self.taken.last().unwrap();
        self.over_limit.push(DayOverLimit { day: last.value.day, nutrient, id: last.id.uuid() });
        self
    }

    pub(super) fn stretched(mut self, days_ago: RangeInclusive<i64>) -> Self {
        self.stretch_days.extend(days_ago.map(ago));
        self
    }

    pub(super) fn alcohol(mut self, days_ago: i64, grams: f64) -> Self {
        self.alcohol_g.insert(ago(days_ago), grams);
        self
    }

    pub(super) fn drank(mut self, days_ago: i64, ml: f64) -> Self {
        self.drunk_ml.insert(ago(days_ago), ml);
        self
    }

    pub(super) fn goal(mut self, own: Option<u32>, usual: Option<u32>) -> Self {
        (self.own_goal_ml, self.usual_goal_ml) = (own, usual);
        self
    }

    pub(super) fn with(mut self, condition: Condition) -> Self {
        self.profile.conditions.insert(condition);
        self
    }

    pub(super) fn born(mut self, year: u16) -> Self {
        self.profile.birth_year = Some(year);
        self
    }

    /// A pregnancy that began `since` days ago, and ended `until` days ago.
    pub(super) fn pregnant(mut self, since: i64, until: Option<i64>) -> Self {
        self.profile.pregnant = Some(Period { from: ago(since), until: until.map(ago) });
        self
    }

    /// What fires, with no more read than the rules look at.
    pub(super) fn flags(&self) -> Vec<Flag> {
        let reach = Reach::from(ago(0), &self.profile);
        let stretch_days = self.stretch_days.range(reach.stretching..).copied().collect();
        let first_night = reach.nights(&stretch_days);
        let cramps: Vec<_> = self.cramps.iter().filter(|entry| entry.value.night.day() >= first_night).cloned().collect();
        let diary = FlagDiary {
            today: ago(0),
            nights: &AnsweredNights::of(self.nights.iter().filter(|note| note.night.day() >= first_night), &cramps),
            cramps: &cramps,
            signs: &self.signs.iter().filter(|entry| entry.value.day >= reach.signs).cloned().collect::<Vec<_>>(),
            medicines: &self.medicines.iter().map(TakenMedicine::new).collect::<Vec<_>>(),
            supplements: &self.supplements.iter().map(entered).collect::<Vec<_>>(),
            taken: &self.taken.iter().filter(|entry| entry.value.day >= reach.taken).cloned().collect::<Vec<_>>(),
            stretch_days: &stretch_days,
            profile: &self.profile,
            alcohol_g: &self.alcohol_g.range(reach.drinks..).map(|(day, grams)| (*day, *grams)).collect(),
            drunk_ml: &self.drunk_ml.range(reach.drinks..).map(|(day, ml)| (*day, *ml)).collect(),
            over_limit: &self.over_limit,
            own_goal_ml: self.own_goal_ml,
            usual_goal_ml: self.usual_goal_ml,
        };
        fired(&diary)
    }

    pub(super) fn ids(&self) -> BTreeSet<&'static str> {
        self.flags().iter().map(|flag| flag.rule.id.as_str()).collect()
    }

    pub(super) fn fires(&self, id: &str) -> bool {
        self.ids().contains(id)
    }

    pub(super) fn flag(&self, id: &str) -> Flag {
        self.flags().into_iter().find(|flag| flag.rule.id == id).unwrap()
    }

    /// The diaries that lack one of the things that were logged.
    fn without_one(&self) -> Vec<Self> {
        let mut diaries = Vec::new();
        let mut less = |count: usize, remove: &dyn Fn(&mut Self, usize)| {
            for index in 0..count {
                let mut diary = self.clone();
                remove(&mut diary, index);
                diaries.push(diary);
            }
        };
        less(self.signs.len(), &|diary, index| _ = diary.signs.remove(index));
        less(self.cramps.len(), &|diary, index| _ = diary.cramps.remove(index));
        less(self.nights.len(), &|diary, index| _ = diary.nights.remove(index));
        less(self.medicines.len(), &|diary, index| _ = diary.medicines.remove(index));
        less(self.supplements.len(), &|diary, index| _ = diary.supplements.remove(index));
        less(self.taken.len().saturating_sub(self.over_limit.len()), &|diary, index| _ = diary.taken.remove(index));
        less(self.over_limit.len(), &|diary, index| _ = diary.over_limit.remove(index));
        less(self.stretch_days.len(), &|diary, index| diary.stretch_days = leave_out(&diary.stretch_days, index));
        less(self.alcohol_g.len(), &|diary, index| diary.alcohol_g = leave_out(&diary.alcohol_g, index));
        less(self.drunk_ml.len(), &|diary, index| diary.drunk_ml = leave_out(&diary.drunk_ml, index));
        diaries
    }
}

fn entered(entry: &Entry<Supplement>) -> EnteredSupplement<'_> {
    EnteredSupplement { entry, entered: Day::new(entry.created.date_naive()) }
}

fn leave_out<C: IntoIterator + Clone + FromIterator<C::Item>>(all: &C, index: usize) -> C {
    all.clone().into_iter().enumerate().filter(|(at, _)| *at != index).map(|(_, item)| item).collect()
}

fn entry<T>(id: Id<T>, value: T, day: Day) -> Entry<T> {
    let at: DateTime<Utc> = day.date().and_time(NaiveTime::from_hms_opt(12, 0, 0).unwrap()).and_utc();
    Entry { id, created: at, changed: at, value }
}

fn product(name: &str, nutrient: Option<Nutrient>) -> Supplement {
    let per_dose = nutrient.into_iter().map(|nutrient| (nutrient, 100.0)).collect();
    Supplement { name: OwnName::new(name).unwrap(), dose: "1 tablet".to_owned(), per_dose, daily: None, prescribed: false }
}
