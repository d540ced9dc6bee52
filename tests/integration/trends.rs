//! The figures of the Trends screen, beside a second, plain computation from the rows of the file.

use super::support::{TestDiary, a_cramp, a_drink, a_food, a_stretch, a_supplement, clock, day, night, raw};
use chrono::{Days, NaiveDate};
use cramp_diary::{
    charts::{ChartSpec, Look, TrendsSpec, chart_svg},
    diary::{Command, Diary, example},
    domain::{
        Doses, DrinkKind, FoodId, Measure, Medicine, NightAnswer, Nutrient, OwnName, Severity, Supplement, SupplementTaken, VolumeMl,
    },
    insights::{Series, SpanKind, Trends},
    nutrition::{catalogue, drink_content},
    store::{Access, Store},
};
use rusqlite::Connection;
use std::collections::BTreeMap;

/// What the plain computation finds for one date.
#[derive(Debug, Clone, Default)]
struct Plain {
    cramps: Option<f64>,
    ml: Option<f64>,
    stretch_min: Option<f64>,
    minerals: Option<[f64; 3]>,
    complete: bool,
}

/// Figures by date, from the rows of a query whose first column is the date and the second a number.
fn by_date(connection: &Connection, sql: &str) -> BTreeMap<String, f64> {
    let mut statement = connection.prepare(sql).unwrap();
    statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().map(Result::unwrap).collect()
}

fn nutrients(connection: &Connection) -> BTreeMap<String, ([f64; 4], usize)> {
    const WANTED: [Nutrient; 4] = [Nutrient::Magnesium, Nutrient::Potassium, Nutrient::Calcium, Nutrient::Energy];
    let mut sums = BTreeMap::<String, ([f64; 4], usize)>::new();
    let mut add = |date: String, amount: &dyn Fn(Nutrient) -> Option<f64>, foods| {
        let (sum, count) = sums.entry(date).or_default();
        for (sum, nutrient) in sum.iter_mut().zip(WANTED) {
            *sum += amount(nutrient).unwrap_or(0.0);
        }
        *count += foods;
    };
    let mut statement = connection.prepare("SELECT day, food, amount_g FROM food").unwrap();
    for row in statement.query_map([], |row| Ok((row.get(0)?, row.get::<_, String>(1)?, row.get::<_, f64>(2)?))).unwrap() {
        let (date, food, grams) = row.unwrap();
        let food = catalogue().food(&FoodId::new(&food)).unwrap();
        add(date, &|nutrient| food.per_100_g.get(nutrient).map(|amount| amount / 100.0 * grams), 1);
    }
    let mut statement = connection.prepare("SELECT day, kind, volume_ml FROM drink").unwrap();
    for row in statement.query_map([], |row| Ok((row.get(0)?, row.get::<_, String>(1)?, row.get::<_, f64>(2)?))).unwrap() {
        let (date, kind, ml) = row.unwrap();
        let Some(content) = drink_content(kind.parse().unwrap()) else { continue };
        let grams = ml / 100.0 * content.grams_per_100_ml;
        add(date, &|nutrient| content.per_100_g.get(nutrient).map(|amount| amount / 100.0 * grams), 0);
    }
    sums
}

fn plain(connection: &Connection, first: NaiveDate, dates: usize) -> Vec<Plain> {
    let described = by_date(connection, "SELECT night, count(*) + 0.0 FROM cramp GROUP BY night");
    let none = by_date(connection, "SELECT night, 0.0 FROM night WHERE answer = 'no_cramps'");
    let ml = by_date(connection, "SELECT day, sum(volume_ml) + 0.0 FROM drink GROUP BY day");
    let minutes = "SELECT day, sum(coalesce(duration_min, sets * holds * 20 / 60.0)) FROM stretch GROUP BY day";
    let stretched = by_date(connection, minutes);
    let unstretched = by_date(connection, "SELECT day, 0.0 FROM no_stretching");
    let nutrients = nutrients(connection);
    (0..dates)
        .map(|index| {
            let date = (first + Days::new(u64::try_from(index).unwrap())).to_string();
            let eaten = nutrients.get(&date).filter(|(_, foods)| *foods > 0);
            Plain {
                cramps: described.get(&date).or_else(|| none.get(&date)).copied(),
                ml: ml.get(&date).copied(),
                stretch_min: stretched.get(&date).or_else(|| unstretched.get(&date)).copied(),
                minerals: eaten.map(|([magnesium, potassium, calcium, _], _)| [*magnesium, *potassium, *calcium]),
                complete: eaten.is_some_and(|([_, _, _, kcal], foods)| *foods >= 3 && *kcal >= 1000.0),
            }
        })
        .collect()
}

/// The value of a date, and whether it counts for a mean.
fn value(plain: &Plain, measure: Measure) -> (Option<f64>, bool) {
    let mineral = |index: usize| (plain.minerals.map(|minerals| minerals[index]), plain.complete);
    match measure {
        Measure::Cramps => (plain.cramps, true),
        Measure::Hydration => (plain.ml, true),
        Measure::Stretching => (plain.stretch_min, true),
        Measure::Nutrient(Nutrient::Magnesium) => mineral(0),
        Measure::Nutrient(Nutrient::Potassium) => mineral(1),
        Measure::Nutrient(Nutrient::Calcium) => mineral(2),
        other => panic!("{other} is not among the usual panels"),
    }
}

/// The mean of some values when there are enough.
fn mean(values: &[f64], at_least: usize) -> Option<f64> {
    let count = f64::from(u32::try_from(values.len()).unwrap());
    (values.len() >= at_least).then(|| values.iter().sum::<f64>() / count)
}

#[track_caller]
fn check(found: Option<f64>, expected: Option<f64>, what: &str) {
    match (found, expected) {
        (None, None) => {}
        (Some(found), Some(expected)) => assert!((found - expected).abs() < 1e-6, "{what}: {found} instead of {expected}"),
        _ => panic!("{what}: {found:?} instead of {expected:?}"),
    }
}

fn check_series(series: &Series, plain: &[Plain], lead: usize) {
    let counted: Vec<_> = plain.iter().map(|date| value(date, series.measure)).map(|(value, counts)| value.filter(|_| counts)).collect();
    let logged = |from: usize, to: usize| counted[from..=to].iter().copied().flatten().collect::<Vec<f64>>();
    assert_eq!(series.values.len(), plain.len() - lead);
    for (place, date) in plain[lead..].iter().enumerate() {
        let what = format!("{:?} at {place}", series.measure);
        check(series.values[place], value(date, series.measure).0, &what);
        let last = place + lead;
        check(series.means[place], mean(&logged(last - 6, last), 4), &format!("7-night mean of {what}"));
    }
    let range = logged(lead, plain.len() - 1);
    assert_eq!(series.mean.logged, range.len(), "{:?}", series.measure);
    check(series.mean.value, mean(&range, 7), &format!("mean of {:?}", series.measure));
}

fn example_diary() -> (Diary, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("example.sqlite"), Access::Create).unwrap();
    (example(store, night("2026-11-19"), 120, 1, clock()).unwrap(), folder)
}

#[test]
fn figures_of_an_example_equal_a_plain_computation_from_its_rows() {
    let (diary, _folder) = example_diary();
    let connection = raw(diary.path());
    for nights in [5, 14, 30, 90, 120, 200] {
        let trends = look_back(&diary, nights);
        let first = night("2026-11-19").plus(1 - i64::try_from(nights).unwrap()).date();
        assert_eq!((trends.first, trends.nights.len(), trends.series.len()), (first, nights, 6));
        let plain = plain(&connection, first - Days::new(6), nights + 6);
        for series in &trends.series {
            check_series(series, &plain, 6);
        }
    }
}

#[test]
fn the_example_has_gaps_zeros_and_incomplete_days_to_compute_with() {
    let (diary, _folder) = example_diary();
    let trends = look_back(&diary, 120);
    for series in &trends.series {
        assert!(series.values.contains(&None), "{:?} has no gap", series.measure);
        assert!(series.values.iter().flatten().count() > 60, "{:?} has too little", series.measure);
    }
    assert!(
        trends.nights.iter().any(|night| night.cramp_count() == Some(0.0))
            && trends.nights.iter().any(|night| night.cramp_count() > Some(1.0))
    );
    assert!(trends.nights.iter().any(|night| night.stretch_min == Some(0.0)));
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
    let mut test = TestDiary::new().with(Command::AddMedicine(ramipril)).with(Command::AddMedicine(ended)).with(a_supplement("Magnesium"));
    let product = test.diary.read().all::<Supplement>().unwrap().remove(0);
    for on in ["2026-11-14", "2026-11-15", "2026-11-18", "2026-11-18"] {
        test = test.with(Command::TakeSupplement(SupplementTaken::of(product.id, &product.value, Doses::ONE, day(on))));
    }
    let rows = |nights| {
        let spans = figures(&test, nights).spans;
        spans.into_iter().map(|span| (span.kind, span.name, span.runs)).collect::<Vec<_>>()
    };
    let week =
        [(SpanKind::Medicine, "Ramipril".to_owned(), vec![4..=6]), (SpanKind::Supplement, "Magnesium".to_owned(), vec![1..=2, 5..=5])];
    assert_eq!(rows(7), week);
    assert_eq!(rows(10)[1].2, [0..=0], "on the 10th, its last day");
    let svg = chart_svg(&ChartSpec::Trends(TrendsSpec::new(&figures(&test, 7))), Look::Light, (1200, 1100)).unwrap();
    assert!(svg.contains("Ramipril") && svg.contains("Magnesium") && !svg.contains(" more"));
}

#[test]
fn of_many_medicines_the_chart_shows_the_newest_and_says_how_many_more_there_are() {
    let mut test = TestDiary::new();
    for on in 1..=11 {
        let name = OwnName::new(&format!("Medicine {on}")).unwrap();
        test.log(Command::AddMedicine(Medicine { from: Some(day(&format!("2026-11-{on:02}"))), ..Medicine::new(name) }));
    }
    let spec = TrendsSpec::new(&figures(&test, 30));
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
        assert_eq!(series.values, [None; 14], "{:?}", series.measure);
        assert_eq!((series.means.as_slice(), series.mean.logged, series.mean.value), ([None; 14].as_slice(), 0, None));
    }
    let test = TestDiary::new()
        .with(Command::LogNight(night("2026-11-19"), NightAnswer::NoCramps))
        .with(Command::LogNight(night("2026-11-18"), NightAnswer::HadCramps))
        .with(Command::WriteNote(night("2026-11-17"), "a note".to_owned()))
        .with(Command::LogNoStretching(day("2026-11-19")));
    let nights = figures(&test, 3).nights;
    assert_eq!([2, 1, 0].map(|index| nights[index].cramp_count()), [Some(0.0), None, None]);
    assert_eq!([2, 1, 0].map(|index| nights[index].is_not_described()), [false, true, false]);
    assert_eq!([2, 1, 0].map(|index| nights[index].stretch_min), [Some(0.0), None, None]);
    assert!(nights.iter().all(|night| night.drunk_ml.is_none() && night.nutrients.iter().all(|figure| figure.food.is_none())));
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
    assert_eq!((figure.drunk_ml, figure.stretch_min), (Some(400.0), Some(13.0)));
    let [magnesium, potassium] = [0, 1].map(|place| figure.nutrients[place].food.unwrap());
    let water = drink_content(DrinkKind::Water).unwrap().in_volume(VolumeMl::new(330).unwrap());
    check(Some(magnesium), water.get(Nutrient::Magnesium).map(|water| water + 28.0), "magnesium of a banana and water");
    check(Some(potassium), water.get(Nutrient::Potassium).map(|water| water + 326.0), "potassium of a banana and water");
    assert!(!figure.food_complete, "one banana is not a day's food");
    let minerals = &trends.series[3];
    assert_eq!(
        (minerals.measure, minerals.mean.logged),
        (Measure::Nutrient(Nutrient::Magnesium), 0),
        "an incomplete day counts for no mean"
    );
}

#[test]
fn references_follow_the_goal_that_the_person_set() {
    let mut test = TestDiary::new();
    let goal = |test: &TestDiary| figures(test, 1).series[1].reference;
    assert_eq!(goal(&test), Some(2200.0));
    let settings = cramp_diary::domain::Settings { hydration_goal_ml: Some(1500), ..Default::default() };
    test.log(Command::ChangeSettings(settings));
    assert_eq!(goal(&test), Some(1500.0));
    assert_eq!(figures(&test, 1).series[3].reference, Some(320.0), "magnesium");
}
