//! The diary as one rule sees it: as far back as the rule looks, and without what is known.

use super::cause::DatedCause;
use super::diary::{FlagDiary, days_between};
use super::sign_filter::{SignFilter, WhichCourse};
use crate::domain::{Cramp, Day, Entry, Side, Sign, SignCourse, SignKind};
use std::collections::BTreeSet;

/// From this many days of weakness on one side in [`SORE_DAYS`] days on it is no soreness: 4.
const TOO_OFTEN_SORE: usize = 4;
/// The days among which [`TOO_OFTEN_SORE`] are counted: 14.
const SORE_DAYS: i64 = 14;

/// The diary for one rule.
#[derive(Debug, Clone, Copy)]
pub(super) struct Seen<'a> {
    pub diary: &'a FlagDiary<'a>,
    /// How many days back the rule looks: a sign of today has age 0.
    pub look_back_days: i64,
}

impl Seen<'_> {
    /// The day for which the rules are checked.
    pub(super) fn today(&self) -> Day {
        self.diary.today
    }

    /// The signs that the filter looks for.
    pub(super) fn signs(&self, filter: &SignFilter) -> Vec<DatedCause> {
        let reach = self.look_back_days.max(filter.reach_days);
        let wanted = |entry: &&Entry<Sign>| {
            let Sign { day, kind, side, .. } = entry.value;
            filter.kinds.contains(&kind)
                && self.is_within(day, reach)
                && filter.side.fits(side)
                && self.fits_course(&entry.value, filter.known)
                && !(filter.not_sore && self.is_sore(&entry.value))
                && !self.was_made_up(&entry.value)
        };
        self.diary.signs.iter().filter(wanted).map(DatedCause::sign).collect()
    }

    /// The cramps that satisfy the function.
    pub(super) fn cramps(&self, wanted: fn(&Cramp) -> bool) -> Vec<DatedCause> {
        let cramps = self.diary.cramps.iter().filter(|entry| self.is_within(entry.value.night.day(), self.look_back_days));
        cramps.filter(|entry| wanted(&entry.value)).map(DatedCause::cramp).collect()
    }

    fn is_within(&self, day: Day, reach: i64) -> bool {
        (0..=reach).contains(&days_between(day, self.today()))
    }

    fn fits_course(&self, sign: &Sign, known: WhichCourse) -> bool {
        let counts = !sign.is_known_by(self.diary.known_signs.iter().map(|entry| &entry.value));
        match known {
            WhichCourse::Counts => counts,
            WhichCourse::NotSaidKnown => sign.course != Some(SignCourse::Known),
            WhichCourse::All => true,
            WhichCourse::Known => !counts,
            WhichCourse::SaidKnown => sign.course == Some(SignCourse::Known),
            WhichCourse::SaidNewOrWorse => matches!(sign.course, Some(SignCourse::New | SignCourse::Worse)),
        }
    }

    /// Whether weakness is only the soreness after a cramp: on one side, with a cramp there in that night or the one before, and on
    /// few days. Whoever has cramps every night has no day that is not the day after a cramp.
    fn is_sore(&self, sign: &Sign) -> bool {
        let Some(side @ (Side::Left | Side::Right)) = sign.side.filter(|_| sign.kind == SignKind::Weakness) else { return false };
        let after_cramp =
            self.diary.cramps.iter().map(|entry| &entry.value).any(|cramp| {
                (cramp.side == side || cramp.side == Side::Both) && (0..=1).contains(&days_between(cramp.night.day(), sign.day))
            });
        let same = self.diary.signs.iter().map(|entry| &entry.value).filter(|other| other.kind == sign.kind && other.side == sign.side);
        let days: BTreeSet<Day> = same.map(|other| other.day).collect();
        let too_often = |first: Day| days.range(first..first.plus(SORE_DAYS)).count() >= TOO_OFTEN_SORE;
        after_cramp && !(0..SORE_DAYS).any(|earlier| too_often(sign.day.plus(-earlier)))
    }

    /// Whether it is a dialysis session that was missed and made up for later.
    fn was_made_up(&self, sign: &Sign) -> bool {
        sign.kind == SignKind::MissedDialysis && self.is_gone(sign.kind, sign.day)
    }

    /// Whether the person's latest answer since that day is that a sign of the kind is gone.
    pub(super) fn is_gone(&self, kind: SignKind, day: Day) -> bool {
        let answers = self.diary.gone_signs.iter().map(|entry| &entry.value);
        let latest = answers.filter(|answer| answer.kind == kind && answer.day >= day).max_by_key(|answer| answer.day);
        latest.is_some_and(|answer| answer.gone)
    }
}
