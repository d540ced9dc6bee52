//! The figures of the Trends screen, beside a second, plain computation from the rows of the file.

use super::plain::{Plain, plus};
use super::support::{TestDiary, a_cramp, a_drink, a_food, a_stretch, a_supplement, date, day, night, raw};
use chrono::{Datelike as _, NaiveDate};
use cramp_diary::{
    charts::{ChartSpec, Look, TrendsSpec, chart_svg},
    diary::{
        ChoiceCommand, Command, Diary, FactorCommand, FoodCommand, MedicineCommand, NightCommand, StrainCommand, StretchCommand,
        SupplementCommand,
    },
    domain::{
        Disturbance, Doses, DrinkKind, Exercise, Factor, FactorValue, Hours, Measure, Medicine, NightAnswer, Nutrient, OwnName, Severity,
        StrainPart, Supplement, SupplementTaken, VolumeMl,
    },
    insights::{Series, SpanKind, Trends},
    nutrition::drink_content,
};

/// The mean of some values when there are enough.
fn mean(values: &[f64], at_least: usize) -> Option<f64> {
    let count = f64::from(u32::try_from(values.len()).unwrap());
    (values.len() >= at_least.max(1)).then(|| values.iter().sum::<f64>() / count)
}

#[track_caller]
fn check(found: Option<f64>, expected: Option<f64>, what: &str) {
    match (found, expected) {
        (None, None) => {}
        (Some(found), Some(expected)) => assert!((found - expected).abs() < 1e-6, "{what}: {found} instead of {expected}"),
        _ => panic!("{what}: {found:?} instead of {expected:?}"),
    }
}

/// The bars of a range by hand: dates, or dates of one calendar week.
fn plain_bars(first: NaiveDate, nights: usize) -> Vec<Vec<NaiveDate>> {
    let dates = (0..nights).map(|place| plus(first, place));
    let mut bars: Vec<Vec<NaiveDate>> = Vec::new();
    for date in dates {
        match bars.last_mut() {
            Some(bar) if nights >= 180 && bar[0].iso_week() == date.iso_week() => bar.push(date),
            _ => bars.push(vec![date]),
        }
    }
    bars
}

pub(crate) fn check_series(series: &Series, plain: &Plain, (first, nights): (NaiveDate, usize)) {
    let measure = series.panel.measure;
    let counted = |date| Some(plain.value(date, measure)).filter(|(_, counts)| *counts).and_then(|(value, _)| value);
    let logged = |dates: &mut dyn Iterator<Item = NaiveDate>| dates.filter_map(counted).collect::<Vec<f64>>();
    let range = logged(&mut (0..nights).map(|place| plus(first, place)));
    let (weekly, enough) = (nights >= 180, range.len() >= 7);
    let rate = if weekly && measure == Measure::Cramps { 7.0 } else { 1.0 };
    let bars = plain_bars(first, nights);
    assert_eq!((series.values.len(), series.logged.len()), (bars.len(), bars.len()), "{measure}");
    for (place, bar) in bars.iter().enumerate() {
        let what = format!("{measure} of {:?} in {nights} nights", bar[0]);
        let of_bar = logged(&mut bar.iter().copied());
        let value = if weekly { mean(&of_bar, 4).filter(|_| enough).map(|mean| mean * rate) } else { plain.value(bar[0], measure).0 };
        check(series.values[place], value, &what);
        assert_eq!(series.logged[place], of_bar.len(), "{what}");
        for (window, at_least, found) in [(7_u64, 4, &series.means_7), (28, 14, &series.means_28)] {
            let last = *bar.last().unwrap();
            let values = logged(&mut (0..window).map(|back| last - chrono::Days::new(back)));
            check(
                found[place],
                mean(&values, at_least).filter(|_| enough).map(|mean| mean * rate),
                &format!("{window}-night mean, {what}"),
            );
        }
        if let Measure::Nutrient(nutrient) = measure {
            let taken = |date: &NaiveDate| plain.in_supplements(*date, nutrient);
            let all = (0..nights).filter_map(|place| taken(&plus(first, place))).count();
            let of_bar: Vec<f64> = bar.iter().filter_map(taken).collect();
            let expected = if weekly { mean(&of_bar, 4).filter(|_| all >= 7) } else { taken(&bar[0]) };
            check(series.supplements[place], expected, &format!("supplements, {what}"));
            assert_eq!(series.supplements_logged[place], of_bar.len(), "supplements, {what}");
        }
    }
    assert_eq!(series.mean.logged, range.len(), "{measure}");
    check(series.mean.value, mean(&range, 7).map(|mean| mean * rate), &format!("mean of {measure}"));
}

/// The example with everything that can be logged of a date, here and there, and every panel.
fn example_diary(nights: usize) -> TestDiary {
    let mut test = TestDiary::example(nights);
    let factors: Vec<_> = test.diary.read().all::<Factor>().unwrap();
    let own = factors.iter().map(|factor| Measure::Own(factor.id));
    test.log(Command::Choice(ChoiceCommand::Panels(Some(Measure::all().chain(own).collect()))));
    for place in (0..nights).filter(|place| place % 5 != 2) {
        let on = night("2026-11-19").plus(-i64::try_from(place).unwrap());
        let number = u32::try_from(place % 7).unwrap();
        let mut commands = vec![
            Command::Night(NightCommand::Slept(on, Some(Hours::new(5.0 + f64::from(number) / 2.0).unwrap()))),
            Command::Strain(StrainCommand::Log(on.day(), StrainPart::Exercise(Some(Exercise::new(number * 10, None).unwrap())))),
            Command::Strain(StrainCommand::Log(on.day(), StrainPart::Standing(Some(Hours::new(f64::from(number)).unwrap())))),
            Command::Strain(StrainCommand::Log(on.day(), StrainPart::Heat(Some(number == 3)))),
            Command::Night(NightCommand::Disturbed(on, Some(Disturbance::new(u8::try_from(number).unwrap()).unwrap()))),
        ];
        for (factor, value) in factors.iter().zip([f64::from(number % 2), f64::from(number)]) {
            commands.push(Command::Factor(FactorCommand::Answer(FactorValue::new(on.day(), factor.id, factor.value.kind, value).unwrap())));
        }
        if place % 11 == 4 {
            commands.push(Command::Food(FoodCommand::MarkDay(on.day(), Some(false))));
        }
        // A night without cramps is not disturbed by any: that is refused.
        for command in commands {
            drop(test.diary.execute(command));
        }
    }
    test
}

#[test]
fn figures_of_an_example_equal_a_plain_computation_from_its_rows() {
    let test = example_diary(420);
    let plain = Plain::of(&raw(test.diary.path()));
    let look_back = test.diary.whole_look_back().unwrap();
    let (last, own) = (date("2026-11-19"), look_back.factors().len());
    assert!(own >= 2);
    // The second range ends in the past, the last ones begin before the diary.
    for (nights, ago) in [(1, 0), (5, 40), (14, 0), (30, 0), (90, 0), (179, 0), (180, 3), (365, 0), (420, 0), (500, 0), (500, 300)] {
        let last = night("2026-11-19").plus(-ago).date().min(last);
        let first = last - chrono::Days::new(u64::try_from(nights).unwrap() - 1);
        let trends = look_back.trends(first, last);
        assert_eq!((trends.first, trends.nights.len(), trends.series.len()), (first, nights, Measure::all().count() + own));
        for series in &trends.series {
            check_series(series, &plain, (first, nights));
        }
        for (place, figures) in trends.nights.iter().enumerate() {
            assert_eq!(figures.is_not_described(), plain.is_not_described(plus(first, place)), "{place}");
        }
    }
}

#[test]
fn the_example_has_gaps_zeros_and_incomplete_days_to_compute_with() {
    let trends = figures(&example_diary(120), 120);
    for series in &trends.series {
        assert!(series.values.contains(&None), "{} has no gap", series.panel.label);
        assert!(series.values.iter().flatten().count() > 25, "{} has too little", series.panel.label);
    }
    assert!(
        trends.nights.iter().any(|night| night.cramp_count() == Some(0.0))
            && trends.nights.iter().any(|night| night.cramp_count() > Some(1.0))
    );
    assert!(trends.nights.iter().any(|night| night.value(Measure::Stretching) == Some(0.0)));
    assert!(trends.nights.iter().any(|night| night.nutrient(Nutrient::Magnesium).food.is_some() && !night.food_complete));
}

fn look_back(diary: &Diary, nights: usize) -> Trends {
    let last = night("2026-11-19");
    diary.whole_look_back().unwrap().trends(last.plus(1 - i64::try_from(nights).unwrap()).date(), last.date())
}

fn figures(test: &TestDiary, nights: usize) -> Trends {
    look_back(&test.diary, nights)
}

#[test]
fn medicines_and_supplements_are_rows_over_the_nights_on_which_they_were_taken() {
    let ramipril = Medicine { from: Some(day("2026-11-17")), ..Medicine::new(OwnName::new("Ramipril").unwrap()) };
    let ended = Medicine { until: Some(day("2026-11-10")), ..Medicine::new(OwnName::new("Indapamide").unwrap()) };
    let mut test = TestDiary::new()
        .with(Command::Medicine(MedicineCommand::Add(ramipril)))
        .with(Command::Medicine(MedicineCommand::Add(ended)))
        .with(a_supplement("Magnesium"));
    let product = test.diary.read().all::<Supplement>().unwrap().remove(0);
    for on in ["2026-11-14", "2026-11-15", "2026-11-18", "2026-11-18"] {
        test =
            test.with(Command::Supplement(SupplementCommand::Take(SupplementTaken::of(product.id, &product.value, Doses::ONE, day(on)))));
    }
    let rows = |nights| {
        let spans = figures(&test, nights).spans;
        spans.into_iter().map(|span| (span.kind, span.name, span.runs)).collect::<Vec<_>>()
    };
    let week =
        [(SpanKind::Medicine, "Ramipril".to_owned(), vec![4..=6]), (SpanKind::Supplement, "Magnesium".to_owned(), vec![1..=2, 5..=5])];
    assert_eq!(rows(7), week);
    assert_eq!(rows(10)[1].2, [0..=0], "on the 10th, its last day");
    let svg = chart_svg(&ChartSpec::Trends(TrendsSpec::new(figures(&test, 7))), Look::Light, (1200, 1100)).unwrap();
    assert!(svg.contains("Ramipril") && svg.contains("Magnesium") && !svg.contains(" more"));
}

#[test]
fn of_many_medicines_the_chart_shows_the_newest_and_says_how_many_more_there_are() {
    let mut test = TestDiary::new();
    for on in 1..=11 {
        let name = OwnName::new(&format!("Medicine {on}")).unwrap();
        test.log(Command::Medicine(MedicineCommand::Add(Medicine { from: Some(day(&format!("2026-11-{on:02}"))), ..Medicine::new(name) })));
    }
    let spec = TrendsSpec::new(figures(&test, 30));
    let svg = chart_svg(&ChartSpec::Trends(spec.clone()), Look::Light, (1200, 1100)).unwrap();
    for (words, shown) in [("Medicine 11", true), ("Medicine 5", true), ("Medicine 4", false), ("and 4 more", true)] {
        assert_eq!(svg.contains(words), shown, "{words}");
    }
    let low = chart_svg(&ChartSpec::Trends(spec.clone()), Look::Light, (1200, 500)).unwrap();
    assert!(low.contains(" more"), "a low picture has room for fewer");
}

#[test]
fn what_is_not_logged_is_never_zero() {
    let empty = figures(&TestDiary::new(), 14);
    for series in &empty.series {
        assert_eq!(series.values, [None; 14], "{:?}", series.panel.measure);
        assert_eq!((series.means_7.as_slice(), series.means_28.as_slice()), ([None; 14].as_slice(), [None; 14].as_slice()));
        assert_eq!((series.mean.logged, series.mean.value), (0, None));
    }
    let test = TestDiary::new()
        .with(Command::Night(NightCommand::Answer(night("2026-11-19"), NightAnswer::NoCramps)))
        .with(Command::Night(NightCommand::Answer(night("2026-11-18"), NightAnswer::HadCramps)))
        .with(Command::Night(NightCommand::Note(night("2026-11-17"), "a note".to_owned())))
        .with(Command::Stretch(StretchCommand::LogNone(day("2026-11-19"))));
    let nights = figures(&test, 3).nights;
    assert_eq!([2, 1, 0].map(|index| nights[index].cramp_count()), [Some(0.0), None, None]);
    assert_eq!([2, 1, 0].map(|index| nights[index].is_not_described()), [false, true, false]);
    assert_eq!([2, 1, 0].map(|index| nights[index].value(Measure::Stretching)), [Some(0.0), None, None]);
    let swallowed = || [Measure::Hydration].into_iter().chain(Measure::NUTRIENTS.map(Measure::Nutrient));
    assert!(nights.iter().all(|night| swallowed().all(|measure| night.value(measure).is_none())));
}

#[test]
fn one_date_holds_its_night_and_the_day_before_it() {
    let test = TestDiary::new()
        .with(a_cramp("2026-11-19").severity(4))
        .with(a_cramp("2026-11-19").severity(8))
        .with(a_drink("2026-11-19").ml(330))
        .with(a_drink("2026-11-19").of(DrinkKind::Other).ml(70))
        .with(a_stretch("2026-11-19").minutes(3.0))
        .with(a_stretch("2026-11-19").holds(3, 10))
        .with(a_food("2026-11-19").grams(100.0));
    let trends = figures(&test, 1);
    let figure = &trends.nights[0];
    assert_eq!((figure.cramps.len(), figure.worst().map(Severity::get)), (2, Some(8)));
    assert_eq!([Measure::Hydration, Measure::Stretching].map(|measure| figure.value(measure)), [Some(400.0), Some(13.0)]);
    let [magnesium, potassium] = [Nutrient::Magnesium, Nutrient::Potassium].map(|nutrient| figure.nutrient(nutrient).food.unwrap());
    let water = drink_content(DrinkKind::Water).unwrap().in_volume(VolumeMl::new(330).unwrap());
    check(Some(magnesium), water.get(Nutrient::Magnesium).map(|water| water + 28.0), "magnesium of a banana and water");
    check(Some(potassium), water.get(Nutrient::Potassium).map(|water| water + 326.0), "potassium of a banana and water");
    assert!(!figure.food_complete, "one banana is not a day's food");
    let minerals = &trends.series[3];
    assert_eq!(
        (minerals.panel.measure, minerals.mean.logged),
        (Measure::Nutrient(Nutrient::Magnesium), 0),
        "an incomplete day counts for no mean"
    );
}

#[test]
fn references_follow_the_goal_that_the_person_set() {
    let mut test = TestDiary::new();
    let goal = |test: &TestDiary| figures(test, 1).series[1].panel.reference;
    assert_eq!(goal(&test), Some(1600.0));
    let settings = cramp_diary::domain::Settings { hydration_goal_ml: Some(1500), ..Default::default() };
    test.log(Command::Choice(ChoiceCommand::Settings(settings)));
    assert_eq!(goal(&test), Some(1500.0));
    assert_eq!(figures(&test, 1).series[3].panel.reference, Some(320.0), "magnesium");
}
