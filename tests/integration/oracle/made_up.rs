//! Diaries made by chance: gaps, years of nothing, one night alone, cramps at the same minute, nights with a clock change, nights
//! that begin at other hours.

use crate::support::{TestDiary, a_factor, a_food};
use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta, TimeZone as _};
use chrono_tz::Europe::Berlin;
use cramp_diary::diary::{
    ChoiceCommand, Command, CrampCommand, DrinkCommand, FactorCommand, FoodCommand, NightCommand, StrainCommand, StretchCommand,
    SupplementCommand,
};
use cramp_diary::domain::{
    Cramp, CrampTime, Day, DayRules, Disturbance, Dose, Doses, Drink, DrinkKind, Entry, Exercise, Factor, FactorKind, FactorValue, Helped,
    Hour, Hours, Minutes, Muscle, Night, NightAnswer, Nutrient, OwnName, Relief, Settings, Severity, Side, StrainPart, Stretch,
    StretchName, StretchTime, Supplement, SupplementTaken, Tried, VolumeMl,
};
use proptest::prelude::*;

/// A diary that ends with a certain night.
#[derive(Debug, Clone)]
pub(crate) struct MadeUp {
    last: &'static str,
    /// The hour at which nights begin by the settings, which are changed when everything is logged.
    night_starts: u8,
    /// The latest date first, each with how many dates lie between it and the next one.
    dates: Vec<(u16, OneNight, OneDay)>,
}

#[derive(Debug, Clone)]
enum OneNight {
    NotLogged,
    OnlyANote,
    Calm {
        slept: Option<u8>,
    },
    /// Only "had cramps".
    Bare {
        disturbed: Option<u8>,
    },
    Cramps {
        cramps: Vec<OneCramp>,
        disturbed: Option<u8>,
    },
}

#[derive(Debug, Clone)]
struct OneCramp {
    place: (Muscle, Side),
    severity: u8,
    /// Unknown, about or exact.
    time: u8,
    /// Minutes after noon.
    minute: i64,
    duration: Option<f64>,
    woke_me: Option<bool>,
    tried: Vec<(Relief, Option<Helped>)>,
}

#[derive(Debug, Clone)]
struct OneDay {
    drinks: Vec<(DrinkKind, u32)>,
    /// Which food, and how many grams.
    foods: Vec<(&'static str, u16)>,
    /// Nothing said, none, or minutes.
    stretching: Option<u8>,
    exercise: Option<u16>,
    standing: Option<u8>,
    heat: Option<bool>,
    /// How many half doses of each product.
    taken: [u8; 2],
    /// What is said of the food of the day.
    complete: Option<bool>,
    /// Answers of the factors: yes or no, a number, 0 to 10.
    own: (Option<bool>, Option<u16>, Option<u8>),
}

/// Any of them.
pub(crate) fn any_diary() -> impl Strategy<Value = MadeUp> {
    // The clocks of Berlin go back in the night of the first, forward in that of the second.
    let last = prop::sample::select(&["2026-10-24", "2026-03-28", "2026-11-19"][..]);
    let gap = prop_oneof![8 => Just(0_u16), 3 => 1..4_u16, 1 => 10..40_u16];
    let dates = |gap: BoxedStrategy<u16>, count| prop::collection::vec((gap, one_night(), one_day()), count);
    let usual = dates(gap.clone().boxed(), 1..70_usize);
    let years_apart = dates(prop_oneof![20 => gap, 1 => 400..900_u16].boxed(), 2..40);
    let alone = dates(Just(0).boxed(), 1..2);
    let night_starts = prop_oneof![3 => Just(12_u8), 1 => prop::sample::select(&[0_u8, 9, 18, 23][..])];
    (last, night_starts, prop_oneof![4 => usual, 2 => years_apart, 1 => alone]).prop_map(|(last, night_starts, dates)| MadeUp {
        last,
        night_starts,
        dates,
    })
}

fn one_night() -> impl Strategy<Value = OneNight> {
    let disturbed = || prop::option::of(0..=10_u8);
    prop_oneof![
        2 => Just(OneNight::NotLogged),
        1 => Just(OneNight::OnlyANote),
        5 => prop::option::of(0..=12_u8).prop_map(|slept| OneNight::Calm { slept }),
        1 => disturbed().prop_map(|disturbed| OneNight::Bare { disturbed }),
        6 => (prop::collection::vec(one_cramp(), 1..5), disturbed()).prop_map(|(cramps, disturbed)| OneNight::Cramps { cramps, disturbed }),
    ]
}

fn one_cramp() -> impl Strategy<Value = OneCramp> {
    // 02:30 is the time that comes twice, or not at all; many cramps share it.
    let minute = prop_oneof![2 => Just(14 * 60 + 30_i64), 1 => prop::sample::select(&[0, 719, 720, 779, 780, 900][..]), 2 => 0..1_170_i64];
    let round = prop::sample::select(&[0.1, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0, 180.0][..]);
    let duration = prop::option::of(prop_oneof![round, 0.1..180.0_f64]);
    let helped = prop::option::of(prop::sample::select(Helped::ALL));
    let tried = prop::collection::btree_map(prop::sample::select(Relief::ALL), helped, 0..4).prop_map(|tried| tried.into_iter().collect());
    let place = (prop::sample::select(Muscle::ALL), prop::sample::select(Side::ALL));
    (place, 0..=10_u8, 0..3_u8, minute, duration, any::<Option<bool>>(), tried).prop_map(
        |(place, severity, time, minute, duration, woke_me, tried)| OneCramp { place, severity, time, minute, duration, woke_me, tried },
    )
}

fn one_day() -> impl Strategy<Value = OneDay> {
    let drinks = prop::collection::vec((prop::sample::select(DrinkKind::ALL), 1..1_000_u32), 0..4);
    let food = prop::sample::select(&["almonds", "banana", "cheese-pizza", "whole-milk", "lentils-cooked"][..]);
    let foods = prop::collection::vec((food, 50..600_u16), 0..5);
    let (exercise, standing) = (prop::option::of(0..120_u16), prop::option::of(0..=12_u8));
    let strain = (prop::option::of(0..20_u8), exercise, standing, any::<Option<bool>>());
    let taken = prop_oneof![1 => Just([0_u8, 0]), 1 => [0..4_u8, 0..4_u8]];
    let complete = prop_oneof![3 => Just(None), 1 => any::<bool>().prop_map(Some)];
    let own = (any::<Option<bool>>(), prop::option::of(0..2_000_u16), prop::option::of(0..=10_u8));
    (drinks, foods, strain, taken, complete, own).prop_map(
        |(drinks, foods, (stretching, exercise, standing, heat), taken, complete, own)| OneDay {
            drinks,
            foods,
            stretching,
            exercise,
            standing,
            heat,
            taken,
            complete,
            own,
        },
    )
}

impl MadeUp {
    /// Logs all of it, as one step.
    pub(crate) fn build(&self) -> TestDiary {
        let last: NaiveDate = self.last.parse().unwrap();
        let morning = Berlin.from_local_datetime(&(last + TimeDelta::days(1)).and_hms_opt(11, 30, 0).unwrap()).unwrap();
        let mut test = TestDiary::at(&morning.to_rfc3339());
        let magnesium = [(Nutrient::Magnesium, 100.0)].into_iter().collect();
        let several = [(Nutrient::Magnesium, 12.5), (Nutrient::VitaminD, 25.0), (Nutrient::VitaminB12, 2.5)].into_iter().collect();
        for (name, per_dose) in [("Magnesium", magnesium), ("Several", several)] {
            let (name, dose) = (OwnName::new(name).unwrap(), "1 tablet".to_owned());
            test.log(Command::Supplement(SupplementCommand::Add(Supplement { name, dose, per_dose, daily: None, prescribed: false })));
        }
        for (name, kind) in [("Slept at home", FactorKind::YesNo), ("Steps", FactorKind::Number), ("Stress", FactorKind::Scale)] {
            test.log(a_factor(name, kind));
        }
        let (products, factors) = (test.diary.read().all().unwrap(), test.diary.read().all().unwrap());
        let (mut night, mut commands) = (Night::new(last), Vec::new());
        for (gap, of_night, of_day) in &self.dates {
            log_night(night, of_night, &mut commands);
            log_day(night, of_day, &mut commands);
            log_own(night.day(), of_day, (&products, &factors), &mut commands);
            night = night.plus(-1 - i64::from(*gap));
        }
        test.diary.execute_together("made up".to_owned(), commands).unwrap();
        let rules = DayRules { night_starts: Hour::new(self.night_starts).unwrap(), ..DayRules::default() };
        test.log(Command::Choice(ChoiceCommand::Settings(Settings { rules, ..Settings::default() })));
        test
    }
}

fn log_night(night: Night, said: &OneNight, commands: &mut Vec<Command>) {
    let (answer, cramps, disturbed) = match said {
        OneNight::NotLogged => return,
        OneNight::OnlyANote => return commands.push(Command::Night(NightCommand::Note(night, "slept elsewhere".to_owned()))),
        OneNight::Calm { slept } => {
            commands.push(Command::Night(NightCommand::Answer(night, NightAnswer::NoCramps)));
            return commands
                .extend(slept.map(|slept| Command::Night(NightCommand::Slept(night, Some(Hours::new(f64::from(slept)).unwrap())))));
        }
        OneNight::Bare { disturbed } => (Some(NightAnswer::HadCramps), &[][..], disturbed),
        OneNight::Cramps { cramps, disturbed } => (None, cramps.as_slice(), disturbed),
    };
    commands.extend(answer.map(|answer| Command::Night(NightCommand::Answer(night, answer))));
    commands.extend(cramps.iter().map(|cramp| Command::Cramp(CrampCommand::Log(cramp.on(night)))));
    commands.extend(disturbed.map(|disturbed| Command::Night(NightCommand::Disturbed(night, Some(Disturbance::new(disturbed).unwrap())))));
}

fn log_day(night: Night, said: &OneDay, commands: &mut Vec<Command>) {
    let day = night.day();
    let drink = |(kind, ml): &(DrinkKind, u32)| Drink { day, kind: *kind, volume: VolumeMl::new(*ml).unwrap(), time: None };
    commands.extend(said.drinks.iter().map(drink).map(DrinkCommand::Log).map(Command::Drink));
    commands.extend(said.foods.iter().map(|(food, grams)| a_food(&day.to_string()).of(food).grams(f64::from(*grams)).into()));
    commands.extend(said.stretching.map(|minutes| match Minutes::new(f64::from(minutes)) {
        Ok(minutes) => {
            let name = StretchName::new("calf_wall").unwrap();
            Command::Stretch(StretchCommand::Log(Stretch { day, name, dose: Dose::Time(minutes), time: StretchTime::Bedtime }))
        }
        Err(_none) => Command::Stretch(StretchCommand::LogNone(day)),
    }));
    let exercise = said.exercise.map(|minutes| StrainPart::Exercise(Some(Exercise::new(u32::from(minutes), None).unwrap())));
    let standing = said.standing.map(|hours| StrainPart::Standing(Some(Hours::new(f64::from(hours)).unwrap())));
    let heat = said.heat.map(|heat| StrainPart::Heat(Some(heat)));
    commands.extend([exercise, standing, heat].into_iter().flatten().map(|part| Command::Strain(StrainCommand::Log(day, part))));
}

/// What was taken and answered, and whether the food is all there.
fn log_own(day: Day, said: &OneDay, (products, factors): (&[Entry<Supplement>], &[Entry<Factor>]), commands: &mut Vec<Command>) {
    for (product, halves) in products.iter().zip(said.taken).filter(|(_, halves)| *halves > 0) {
        let doses = Doses::new(f64::from(halves) / 2.0).unwrap();
        commands.push(Command::Supplement(SupplementCommand::Take(SupplementTaken::of(product.id, &product.value, doses, day))));
    }
    let (yes, number, scale) = said.own;
    let values = [yes.map(|yes| if yes { 1.0 } else { 0.0 }), number.map(f64::from), scale.map(f64::from)];
    for (factor, value) in factors.iter().zip(values) {
        let value = value.map(|value| FactorValue::new(day, factor.id, factor.value.kind, value).unwrap());
        commands.extend(value.map(FactorCommand::Answer).map(Command::Factor));
    }
    commands.extend(said.complete.map(|complete| Command::Food(FoodCommand::MarkDay(day, Some(complete)))));
}

impl OneCramp {
    fn on(&self, night: Night) -> Cramp {
        let at = self.moment(night);
        Cramp {
            time: match self.time {
                0 => CrampTime::Unknown,
                1 => CrampTime::About(at),
                _ => CrampTime::Exact(at),
            },
            duration: self.duration.map(|minutes| Minutes::new(minutes).unwrap()),
            woke_me: self.woke_me,
            tried: self.tried.iter().map(|(relief, helped)| Tried { relief: *relief, helped: *helped }).collect(),
            ..Cramp::new(night, self.place.0, self.place.1, Severity::new(self.severity).unwrap())
        }
    }

    /// What the clock in Berlin showed. A time that comes twice is now the first, now the second; one that never comes is an
    /// hour later.
    fn moment(&self, night: Night) -> DateTime<FixedOffset> {
        let wall = night.date().and_hms_opt(12, 0, 0).unwrap() + TimeDelta::minutes(self.minute);
        let found = Berlin.from_local_datetime(&wall);
        let found = if self.severity.is_multiple_of(2) { found.earliest() } else { found.latest() };
        let found = found.or_else(|| Berlin.from_local_datetime(&(wall + TimeDelta::hours(1))).earliest());
        found.unwrap().fixed_offset()
    }
}
