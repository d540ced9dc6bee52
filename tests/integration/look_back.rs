//! The past of a diary: read in chunks, kept up to date, the same as read at once.

use super::support::{TestDiary, a_cramp, a_drink, a_food, a_stretch, a_supplement, clock, date, day, night};
use cramp_diary::{
    diary::{
        ChoiceCommand, Command, CrampCommand, Diary, Done, FactorCommand, LookBack, MedicineCommand, NightCommand, SignCommand,
        StrainCommand, SupplementCommand, example,
    },
    domain::{
        Cramp, Disturbance, Doses, Exercise, Factor, FactorKind, FactorValue, Hours, Id, Measure, Medicine, Night, NightAnswer, NightRange,
        Nutrient, OwnName, Period, Profile, Sign, SignKind, StrainPart, Supplement, SupplementTaken,
    },
    insights::{Against, LEAD, NightFigures, SpanKind, compare},
    store::{Access, Store},
};

fn example_of(nights: usize) -> (Diary, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("example.sqlite"), Access::Create).unwrap();
    (example(store, night("2026-11-19"), nights, 1, clock()).unwrap(), folder)
}

#[test]
fn a_past_read_in_chunks_is_the_one_read_at_once() {
    let (diary, _folder) = example_of(500);
    let mut look_back = diary.look_back().unwrap();
    assert!(!look_back.is_whole() && look_back.nights().len() == 366 + 27);
    assert_eq!(look_back.read_from(), night("2026-11-19").plus(-59).date());
    let mut chunks = 1;
    while !look_back.is_whole() {
        let before = look_back.read_from();
        look_back.read_more(&diary).unwrap();
        chunks += 1;
        assert!(look_back.read_from() < before);
    }
    assert_eq!(chunks, 500_usize.div_ceil(60));
    assert_eq!(look_back, diary.whole_look_back().unwrap());
    assert_eq!((look_back.nights().len(), look_back.first_logged()), (500, Some(night("2026-11-19").plus(-499).date())));
    assert_eq!(look_back.latest_night(), night("2026-11-19"));
}

/// The range, its comparisons and its panels, each read alone, are those of the whole past.
#[track_caller]
fn check_range(diary: &Diary, whole: &LookBack, range: NightRange) {
    let NightRange { first, last } = range;
    let nights = usize::try_from((last.date() - first.date()).num_days()).unwrap() + 1;
    let figures = |look_back: &LookBack| -> Vec<_> {
        look_back.nights().endless_from(first.date()).take(nights).map(|figures| figures.cloned().unwrap_or_default()).collect()
    };
    let mut part = diary.unread_look_back().unwrap();
    part.read_range(diary, range).unwrap();
    assert_eq!(figures(&part), figures(whole), "{first} to {last}");
    part.read_range(diary, NightRange::new(first.plus(-i64::try_from(LEAD).unwrap()), first)).unwrap();
    assert_eq!(part.trends(first.date(), last.date()), whole.trends(first.date(), last.date()), "{first} to {last}");
    for against in [Against::Before, Against::Baseline] {
        let mut part = diary.unread_look_back().unwrap();
        let compared = part.read_compared(diary, range, against).unwrap();
        assert_eq!(compared, compare(whole.nights(), range, against), "{first} to {last}");
    }
}

#[test]
fn a_range_that_is_read_alone_has_the_figures_of_the_whole_past() {
    let (diary, _folder) = example_of(500);
    let whole = diary.whole_look_back().unwrap();
    for (back, nights) in [(0, 1), (0, 28), (-1, 28), (100, 90), (130, 365), (480, 20), (490, 40), (600, 28), (0, 600)] {
        let last = night("2026-11-19").plus(-back);
        check_range(&diary, &whole, NightRange::new(last.plus(1 - nights), last));
    }
    // The first thing that was logged is no night.
    let mut test = TestDiary::new().with(a_drink("2020-02-29").ml(500));
    for day in 1..18 {
        test.log(a_cramp(&format!("2020-05-{day:02}")));
    }
    let whole = test.diary.whole_look_back().unwrap();
    for (first, last) in
        [("2020-05-15", "2020-05-28"), ("2020-06-01", "2020-07-01"), ("2020-01-01", "2020-05-20"), ("2026-11-01", "2026-11-20")]
    {
        check_range(&test.diary, &whole, NightRange::new(night(first), night(last)));
    }
}

/// What was kept up to date is what would be read anew.
#[track_caller]
fn check(look_back: &mut LookBack, diary: &Diary, done: &Done) {
    look_back.changed(diary, done).unwrap();
    while !look_back.is_whole() {
        look_back.read_more(diary).unwrap();
    }
    assert!(*look_back == diary.whole_look_back().unwrap(), "after: {}", done.what);
}

#[test]
fn every_change_undo_and_redo_arrives() {
    let mut test = TestDiary::new().with(a_cramp("2026-11-19")).with(a_supplement("Magnesium")).with(a_supplement("Zinc"));
    let products = test.diary.read().all::<Supplement>().unwrap();
    let factor = Factor::new(OwnName::new("Tight shoes").unwrap(), FactorKind::YesNo);
    test.log(Command::Factor(FactorCommand::Add(factor)));
    let factor = test.diary.read().all::<Factor>().unwrap()[0].id;
    let take = |place: usize, on| {
        Command::Supplement(SupplementCommand::Take(SupplementTaken::of(products[place].id, &products[place].value, Doses::ONE, day(on))))
    };
    let pregnant = Profile { pregnant: Some(Period { from: day("2026-10-01"), until: None }), ..Profile::default() };
    let cramp: Id<Cramp> = test.only("2026-11-19");
    let commands: Vec<Command> = vec![
        a_cramp("2026-11-18").severity(8).into(),
        Command::Night(NightCommand::Answer(night("2026-11-17"), NightAnswer::NoCramps)),
        Command::Night(NightCommand::Disturbed(night("2026-11-18"), Some(Disturbance::new(3).unwrap()))),
        a_drink("2026-11-10").ml(500).into(),
        a_food("2026-11-10").grams(200.0).into(),
        // Long before everything else.
        a_stretch("2020-02-29").minutes(5.0).into(),
        take(0, "2026-11-10"),
        take(1, "2026-11-10"),
        take(1, "2026-11-11"),
        Command::Strain(StrainCommand::Log(day("2026-11-10"), StrainPart::Exercise(Some(Exercise::new(30, None).unwrap())))),
        Command::Strain(StrainCommand::Log(day("2026-11-10"), StrainPart::Standing(Some(Hours::new(4.5).unwrap())))),
        Command::Factor(FactorCommand::Answer(FactorValue::new(day("2026-11-10"), factor, FactorKind::YesNo, 1.0).unwrap())),
        Command::Sign(SignCommand::Log(Sign {
            day: day("2026-11-10"),
            kind: SignKind::Diarrhoea,
            side: None,
            note: String::new(),
            course: None,
        })),
        Command::Medicine(MedicineCommand::Add(Medicine::new(OwnName::new("Ramipril").unwrap()))),
        Command::Choice(ChoiceCommand::Profile(Box::new(pregnant))),
        Command::Cramp(CrampCommand::Delete(cramp)),
    ];
    let mut look_back = test.diary.whole_look_back().unwrap();
    let count = commands.len();
    for command in commands {
        let done = test.log(command);
        check(&mut look_back, &test.diary, &done);
    }
    let at = |look_back: &LookBack, on| look_back.within(date(on), date(on)).nights[0].clone();
    let tenth = at(&look_back, "2026-11-10");
    assert_eq!([Measure::Exercise, Measure::Standing, Measure::Heat].map(|measure| tenth.value(measure)), [Some(30.0), Some(4.5), None]);
    assert_eq!((&tenth.own, &tenth.illness), (&vec![(factor, 1.0)], &vec![SignKind::Diarrhoea]));
    let magnesium = |figures: &NightFigures| figures.nutrient(Nutrient::Magnesium).supplements;
    assert!(magnesium(&tenth).is_some() && magnesium(&at(&look_back, "2026-11-12")).is_none());
    assert_eq!(tenth.value(Measure::Caffeine), Some(0.0), "a banana and water");
    assert_eq!(at(&look_back, "2026-11-12").value(Measure::Caffeine), None);
    assert_eq!(look_back.first_logged(), Some(date("2020-02-29")));
    let kinds: Vec<_> = look_back.spans(date("2026-11-01"), 19).iter().map(|span| span.kind).collect();
    assert_eq!(kinds, [SpanKind::Pregnancy, SpanKind::Medicine, SpanKind::Supplement, SpanKind::Supplement]);
    for _ in 0..count {
        let done = test.diary.undo().unwrap().unwrap();
        check(&mut look_back, &test.diary, &done);
    }
    for _ in 0..count {
        let done = test.diary.redo().unwrap().unwrap();
        check(&mut look_back, &test.diary, &done);
    }
}

#[test]
fn dates_are_cut_to_what_there_is() {
    let look_back = TestDiary::new().diary.look_back().unwrap();
    assert!(look_back.is_whole() && look_back.first_logged().is_none());
    let last = look_back.latest_night().date();
    let within = |from: i64, to: i64| {
        let part = look_back.within(Night::new(last).plus(from).date(), Night::new(last).plus(to).date());
        (part.first, part.len())
    };
    assert_eq!(within(-6, 0), (Night::new(last).plus(-6).date(), 7));
    assert_eq!(within(-6, 9).1, 7);
    assert_eq!(within(-9_999, 0).1, look_back.nights().len());
    assert_eq!((within(-9_999, -5_000).1, within(3, 9).1, within(0, -1).1), (0, 0, 0));
}
