//! A made-up diary to look around in, to test with and to measure with. Equal seeds make equal diaries.
//!
//! It has a season (more cramps in summer, as Garrison 2015 found), nights that were not logged, a few bad
//! nights, and a habit that changes half way: from then on the bedtime stretch and more water.

mod dishes;
mod strain;

use super::{
    ChoiceCommand, Command, CrampCommand, Diary, DiaryError, DrinkCommand, MedicineCommand, NightCommand, SplitMix64, StretchCommand,
    SupplementCommand, usual_doses,
};
use crate::clock::{Clock, FixedClock};
use crate::domain::{
    Cramp, CrampTime, Day, Doses, Drink, DrinkKind, Entry, Helped, Medicine, Minutes, Muscle, Night, NightAnswer, OwnName, Profile, Region,
    Relief, Severity, Sex, Side, Stretch, StretchTime, Supplement, Tried, VolumeMl,
};
use crate::guide::stretches;
use crate::nutrition::usual_supplements;
use crate::store::Store;
use chrono::{Datelike as _, NaiveTime, TimeDelta};
use dishes::food;
use strain::{Strained, factors};

/// How many nights the example diary has that the window shows on request: 400.
pub const EXAMPLE_NIGHTS: usize = 400;

/// Fills an empty store with a made-up diary of `nights` nights up to `last`, included.
///
/// # Errors
/// A [`DiaryError`] if the store cannot be written. It may be half filled then.
pub fn example(store: Store, last: Night, nights: usize, seed: u64, clock: Box<dyn Clock>) -> Result<Diary, DiaryError> {
    // Everything is "logged" on the morning after the last night, so that the file depends on nothing else.
    let morning = last.plus(1).date().and_time(NaiveTime::MIN) + TimeDelta::hours(8);
    let mut writer = Diary::with_seed(store, Box::new(FixedClock(morning.and_utc().fixed_offset())), seed);
    writer.execute_together("Began an example diary".to_owned(), beginning(last))?;
    let products = writer.read().all::<Supplement>()?;
    let strained = Strained::new(seed, &writer.read().all()?);
    // Supplements and strain follow numbers of their own, so that they leave the nights of a seed as they are.
    let mut person =
        Person { random: SplitMix64::new(seed), of_supplements: SplitMix64::new(!seed), strained, products, nights, clock: clock.as_ref() };
    let commands: Vec<_> = (0..nights).flat_map(|index| person.date(index, last)).collect();
    writer.execute_together("Made an example diary".to_owned(), commands)?;
    Ok(Diary::new(writer.into_store(), clock))
}

/// The commands for the profile, the supplements, the factors and the medicines of the made-up person.
fn beginning(last: Night) -> Vec<Command> {
    let profile = Profile { birth_year: Some(1968), sex: Some(Sex::Female), region: Some(Region::Eu), ..Profile::default() };
    let has = |id: &str| {
        let usual = usual_supplements().iter().find(|usual| usual.id == id)?;
        Some(Command::Supplement(SupplementCommand::Add(Supplement { daily: Some(Doses::ONE), ..usual.supplement.clone() })))
    };
    let day = |back: i64| Some(last.plus(-back).day());
    let takes = |(name, dose, from, until): (&str, &str, Option<Day>, Option<Day>)| {
        let medicine = Medicine::new(OwnName::new(name).ok()?);
        Some(Command::Medicine(MedicineCommand::Add(Medicine { dose: dose.to_owned(), from, until, ..medicine })))
    };
    let medicines = [("Amlodipine", "5 mg in the morning", day(300), None), ("Omeprazole", "20 mg", day(160), day(45))];
    let products = ["magnesium-citrate", "vitamin-d3-25"].into_iter().filter_map(has);
    products
        .chain(factors())
        .chain(medicines.into_iter().filter_map(takes))
        .chain([Command::Choice(ChoiceCommand::Profile(Box::new(profile)))])
        .collect()
}

/// The made-up person, and the random numbers that decide what they log.
struct Person<'a> {
    random: SplitMix64,
    of_supplements: SplitMix64,
    strained: Strained,
    products: Vec<Entry<Supplement>>,
    nights: usize,
    clock: &'a dyn Clock,
}

impl Person<'_> {
    /// Everything that is logged for the date at `index`, counted from 0 at the first night.
    fn date(&mut self, index: usize, last: Night) -> Vec<Command> {
        let back = i64::try_from(self.nights - 1 - index).unwrap_or(0);
        let night = last.plus(-back);
        let changed = index * 2 >= self.nights;
        // A holiday without the diary, and now and then a forgotten morning.
        let holiday = (self.nights * 3 / 10..self.nights * 3 / 10 + 9).contains(&index) && self.nights > 60;
        if holiday || (index + 1 < self.nights && self.chance(0.08)) {
            return Vec::new();
        }
        let mut commands = Vec::new();
        let water_ml = self.drinks(night.day(), changed, &mut commands);
        let stretched = self.stretching(night.day(), changed, &mut commands);
        self.supplements(night.day(), &mut commands);
        self.strained.day(night.day(), &mut commands);
        if self.chance(0.93) {
            food(&mut self.random, night.day(), &mut commands);
        }
        let worst = self.night(night, stretched, water_ml, &mut commands);
        self.strained.night(night, worst, &mut commands);
        commands
    }

    /// Logs the drinks of a day. Returns their volume in ml.
    fn drinks(&mut self, day: Day, changed: bool, commands: &mut Vec<Command>) -> u32 {
        let glasses = if changed { 4 + self.random.below(3) } else { 2 + self.random.below(3) };
        let weekend = day.date().weekday().number_from_monday() >= 5;
        let mut drunk = vec![(DrinkKind::Water, 250); glasses];
        drunk.extend(vec![(DrinkKind::Coffee, 200); 1 + self.random.below(2)]);
        for (kind, ml, chance) in [
            (DrinkKind::Tea, 200, 0.5),
            (DrinkKind::Juice, 200, 0.25),
            (DrinkKind::Soup, 250, 0.1),
            (DrinkKind::Beer, 330, if weekend { 0.35 } else { 0.05 }),
            (DrinkKind::Wine, 150, if weekend { 0.35 } else { 0.08 }),
        ] {
            if self.chance(chance) {
                drunk.push((kind, ml));
            }
        }
        let volumes = drunk.iter().map(|(_, ml)| ml).sum();
        let drinks = drunk.into_iter().filter_map(|(kind, ml)| Some(Drink { day, kind, volume: VolumeMl::new(ml).ok()?, time: None }));
        commands.extend(drinks.map(DrinkCommand::Log).map(Command::Drink));
        volumes
    }

    /// Logs the stretching of a day. Returns whether there was any.
    fn stretching(&mut self, day: Day, changed: bool, commands: &mut Vec<Command>) -> bool {
        let stretches = stretches();
        if self.chance(if changed { 0.86 } else { 0.12 }) {
            let (name, dose) = (stretches[0].name.clone(), stretches[0].dose);
            commands.push(Command::Stretch(StretchCommand::Log(Stretch { day, name, dose, time: StretchTime::Bedtime })));
            if self.chance(0.2) {
                let other = &stretches[4 + self.random.below(4)];
                commands.push(Command::Stretch(StretchCommand::Log(Stretch {
                    day,
                    name: other.name.clone(),
                    dose: other.dose,
                    time: other.time,
                })));
            }
            return true;
        }
        if self.chance(0.7) {
            commands.push(Command::Stretch(StretchCommand::LogNone(day)));
        }
        false
    }

    /// Takes each supplement on four days of five.
    fn supplements(&mut self, day: Day, commands: &mut Vec<Command>) {
        for product in &self.products {
            if self.of_supplements.unit() < 0.8 {
                commands.push(Command::Supplement(SupplementCommand::Take(usual_doses(product, day))));
            }
        }
    }

    /// Logs the night with its cramps. Returns the worst severity, or `None` without cramps.
    fn night(&mut self, night: Night, stretched: bool, drunk_ml: u32, commands: &mut Vec<Command>) -> Option<Severity> {
        let from_midsummer = f64::from(night.date().ordinal()) - 196.0;
        let season = 1.0 + 0.33 * (from_midsummer * std::f64::consts::TAU / 365.0).cos();
        let habit = if stretched { 0.6 } else { 1.0 };
        let thirst = if drunk_ml < 1_500 { 1.25 } else { 1.0 };
        let bad = if self.chance(0.02) { 4.0 } else { 1.0 };
        let count = self.poisson(0.6 * season * habit * thirst * bad);
        if count == 0 {
            commands.push(Command::Night(NightCommand::Answer(night, NightAnswer::NoCramps)));
        }
        let cramps: Vec<_> = (0..count).filter_map(|_| self.cramp(night)).collect();
        let worst = cramps.iter().map(|cramp| cramp.severity).max();
        commands.extend(cramps.into_iter().map(CrampCommand::Log).map(Command::Cramp));
        if self.chance(0.03) {
            let note = ["Long walk in new shoes.", "Slept badly, warm room.", "Travelled all day.", "Garden work in the heat."]
                [self.random.below(4)];
            commands.push(Command::Night(NightCommand::Note(night, note.to_owned())));
        }
        worst
    }

    /// A cramp of the night.
    fn cramp(&mut self, night: Night) -> Option<Cramp> {
        let muscle = match self.random.below(20) {
            0..=12 => Muscle::Calf,
            13..=15 => Muscle::Sole,
            16 | 17 => Muscle::Toes,
            18 => Muscle::BackThigh,
            _ => Muscle::Shin,
        };
        let side = match self.random.below(10) {
            0..=4 => Side::Left,
            5..=8 => Side::Right,
            _ => Side::Both,
        };
        let severity = 1 + self.random.below(5) + self.random.below(5);
        let severity = Severity::new(u8::try_from(severity).ok()?).ok()?;
        let mut cramp = Cramp::new(night, muscle, side, severity);
        let began = NaiveTime::from_hms_opt(u32::try_from(self.random.below(6)).ok()?, u32::try_from(self.random.below(12) * 5).ok()?, 0)?;
        let rules = crate::domain::DayRules::default();
        cramp.time = match self.random.below(4) {
            0 => CrampTime::Unknown,
            1 => CrampTime::Exact(self.clock.at(night.wall_time(began, rules))),
            _ => CrampTime::About(self.clock.at(night.wall_time(began, rules))),
        };
        let minutes = 0.5 + (self.random.unit() * self.random.unit() * 24.0).round() / 2.0;
        cramp.duration = Minutes::new(minutes).ok().filter(|_| severity.get() > 1);
        cramp.woke_me = Some(severity.get() >= 4);
        cramp.hard_knot = self.chance(0.5).then_some(true);
        cramp.sore_next_day = (severity.get() >= 7).then_some(true);
        if self.chance(0.6) {
            let helped = [Helped::No, Helped::Some, Helped::Yes, Helped::Yes][self.random.below(4)];
            cramp.tried.push(Tried { relief: Relief::Stretch, helped: Some(helped) });
        }
        if self.chance(0.2) {
            cramp.tried.push(Tried { relief: Relief::Massage, helped: Some(Helped::Some) });
        }
        Some(cramp)
    }

    /// Returns `true` with this probability.
    fn chance(&mut self, probability: f64) -> bool {
        self.random.unit() < probability
    }

    /// A random number of the Poisson distribution, at most 6, by Knuth's method.
    fn poisson(&mut self, mean: f64) -> u32 {
        let limit = (-mean).exp();
        let mut product = self.random.unit();
        let mut count = 0;
        while product > limit && count < 6 {
            product *= self.random.unit();
            count += 1;
        }
        count
    }
}
