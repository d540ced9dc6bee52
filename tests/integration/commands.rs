//! Every command, and what undo and redo leave of it.

use super::downloads::TestDownload;
use super::dump::Dump;
use super::support::{TestDiary, a_cramp, a_drink, a_factor, a_food, a_recipe, a_stretch, a_supplement, an_own_food, answered, day, night};
use cramp_diary::{
    diary::{
        ChoiceCommand, Command, CrampCommand, DayCommand, Diary, DiaryError, DrinkCommand, FactorCommand, FoodCommand, ImportCommand,
        KitchenCommand, MedicineCommand, NightCommand, Repeat, SignCommand, StrainCommand, StretchCommand, SupplementCommand,
    },
    domain::{
        Acknowledged, Allergen, ClassKey, Condition, Country, Cramp, DayRules, Diet, Disturbance, Doses, Drink, DrinkKind, Effort,
        Exercise, Factor, FactorKind, FlagKey, FoodEntry, FoodId, Helped, Hour, Hours, Id, ImportId, KnownSign, Meal, Measure, Medicine,
        NightAnswer, Nutrient, Opinion, OwnFood, OwnName, Period, Profile, Recipe, Region, Relief, Settings, Sex, Side, Sign, SignCourse,
        SignGone, SignKind, StrainPart, Stretch, Supplement, SupplementTaken, ThemeChoice,
    },
};

/// A diary with something of every kind, and the ids of what can be changed in it.
pub(crate) struct Known {
    pub(crate) diary: TestDiary,
    /// One of two cramps of the night of the 18th, with what was tried.
    pub(crate) cramp: Id<Cramp>,
    /// The only cramp of the night of the 17th.
    pub(crate) lone_cramp: Id<Cramp>,
    pub(crate) drink: Id<Drink>,
    pub(crate) food: Id<FoodEntry>,
    pub(crate) stretch: Id<Stretch>,
    pub(crate) own_food: Id<OwnFood>,
    pub(crate) recipe: Id<Recipe>,
    pub(crate) supplement: Id<Supplement>,
    pub(crate) taken: Id<SupplementTaken>,
    pub(crate) medicine: Id<Medicine>,
    /// A number in km, answered on the 19th and chosen as a panel.
    pub(crate) factor: Id<Factor>,
    /// Yes or no, never answered.
    pub(crate) unanswered: Id<Factor>,
    /// An import of SR Legacy, in use.
    pub(crate) import: ImportId,
    /// One of SR Legacy and Foundation Foods, not accepted.
    pub(crate) newer_import: ImportId,
}

pub(crate) fn known() -> Known {
    let described = a_cramp("2026-11-18").severity(6).began("2026-11-19T03:10:00+01:00").lasted(2.5).noted("again");
    let diary = TestDiary::new()
        .with(described.tried(Relief::Massage, None).tried(Relief::Stretch, Some(Helped::Yes)))
        .with(a_cramp("2026-11-17"))
        .with(Command::Night(NightCommand::Note(night("2026-11-17"), "warm room".to_owned())))
        .with(Command::Night(NightCommand::Answer(night("2026-11-16"), NightAnswer::NoCramps)))
        .with(Command::Night(NightCommand::Note(night("2026-11-15"), "only a note".to_owned())))
        .with(Command::Night(NightCommand::Answer(night("2026-11-14"), NightAnswer::HadCramps)))
        .with(Command::Night(NightCommand::Note(night("2026-11-14"), "and a note".to_owned())))
        .with(a_drink("2026-11-19").of(DrinkKind::Coffee).ml(200).at("2026-11-19T08:00:00+01:00"))
        .with(a_food("2026-11-19"))
        .with(a_stretch("2026-11-19").holds(2, 10))
        .with(Command::Stretch(StretchCommand::LogNone(day("2026-11-18"))))
        .with(an_own_food("Oat bars"))
        .with(a_recipe("Porridge"))
        .with(a_supplement("Magnesium citrate"))
        .with(Command::Food(FoodCommand::MarkDay(day("2026-11-18"), Some(true))))
        .with(opinion("almonds", Some(Opinion::NotForMe)))
        .with(Command::Sign(SignCommand::Log(Sign::new(day("2026-11-19"), SignKind::Swelling))))
        .with(Command::Sign(SignCommand::Known(KnownSign { day: day("2026-11-18"), kind: SignKind::Numbness, side: None, known: true })))
        .with(Command::Sign(SignCommand::Gone(SignGone { day: day("2026-11-18"), kind: SignKind::Swelling, gone: true })))
        .with(Command::Medicine(MedicineCommand::Add(a_medicine("Ramipril"))))
        .with(acknowledged("rf03"))
        .with(Command::Night(NightCommand::Disturbed(night("2026-11-18"), Some(disturbed(4)))))
        .with(Command::Night(NightCommand::Disturbed(night("2026-11-14"), Some(disturbed(2)))))
        .with(Command::Night(NightCommand::Slept(night("2026-11-18"), Some(hours(6.5)))))
        .with(Command::Night(NightCommand::Slept(night("2026-11-12"), Some(hours(8.0)))))
        .with(exercise(30, Some(Effort::Hard)))
        .with(Command::Strain(StrainCommand::Log(day("2026-11-19"), StrainPart::Standing(Some(hours(3.0))))))
        .with(Command::Strain(StrainCommand::Log(day("2026-11-17"), StrainPart::Heat(Some(false)))))
        .with(a_factor("Walked", FactorKind::Number).of_unit("km"))
        .with(a_factor("Compression socks", FactorKind::YesNo));
    let [factor, unanswered] = diary.diary.read().all::<Factor>().unwrap().try_into().unwrap();
    let (factor, unanswered) = (factor.id, unanswered.id);
    let diary = diary.with(answered("2026-11-19", factor, 12.5)).with(panels(&[Measure::Cramps, Measure::Own(factor)]));
    let supplement = diary.diary.read().all::<Supplement>().unwrap().remove(0);
    let diary = diary.with(Command::Supplement(SupplementCommand::Take(SupplementTaken::of(
        supplement.id,
        &supplement.value,
        Doses::ONE,
        day("2026-11-19"),
    ))));
    let (cramp, lone_cramp) = (diary.only("2026-11-18"), diary.only("2026-11-17"));
    let (drink, food, stretch) = (diary.only("2026-11-19"), diary.only("2026-11-19"), diary.only("2026-11-19"));
    let diary = diary.with(a_cramp("2026-11-18").severity(2));
    let own_food = diary.diary.read().all().unwrap().remove(0).id;
    let recipe = diary.diary.read().all().unwrap().remove(0).id;
    let taken = diary.only("2026-11-19");
    let medicine = diary.diary.read().all().unwrap().remove(0).id;
    let download = TestDownload::of("sr_legacy");
    let mut diary = diary;
    let import = diary.imported(&download);
    let mut diary = diary.with(Command::Import(ImportCommand::Accept(import)));
    download.add("foundation");
    let newer_import = diary.imported(&download);
    let supplement = supplement.id;
    Known {
        diary,
        cramp,
        lone_cramp,
        drink,
        food,
        stretch,
        own_food,
        recipe,
        supplement,
        taken,
        medicine,
        factor,
        unanswered,
        import,
        newer_import,
    }
}

pub(crate) fn disturbed(value: u8) -> Disturbance {
    Disturbance::new(value).unwrap()
}

pub(crate) fn hours(value: f64) -> Hours {
    Hours::new(value).unwrap()
}

pub(crate) fn panels(panels: &[Measure]) -> Command {
    Command::Choice(ChoiceCommand::Panels(Some(panels.to_vec())))
}

/// Exercise on the 19th.
fn exercise(minutes: u32, effort: Option<Effort>) -> Command {
    Command::Strain(StrainCommand::Log(day("2026-11-19"), StrainPart::Exercise(Some(Exercise::new(minutes, effort).unwrap()))))
}

fn opinion(food: &str, opinion: Option<Opinion>) -> Command {
    Command::Kitchen(KitchenCommand::SetOpinion { food: FoodId::new(food), name: food.to_owned(), opinion })
}

pub(crate) fn a_medicine(name: &str) -> Medicine {
    let medicine = Medicine::new(OwnName::new(name).unwrap());
    Medicine { dose: "5 mg".to_owned(), from: Some(day("2026-11-02")), note: "for blood pressure".to_owned(), ..medicine }
}

fn acknowledged(flag: &str) -> Command {
    Command::Sign(SignCommand::Acknowledge(Acknowledged {
        flag: FlagKey::new(flag).unwrap(),
        day: day("2026-11-19"),
        note: "the doctor knows".to_owned(),
        causes: [uuid::Uuid::from_u128(2), uuid::Uuid::from_u128(1)].into(),
    }))
}

/// A profile with something in every field.
fn full_profile() -> Profile {
    Profile {
        birth_year: Some(1996),
        sex: Some(Sex::Female),
        pregnant: Some(Period { from: day("2026-01-10"), until: Some(day("2026-10-02")) }),
        breastfeeding: Some(Period { from: day("2026-10-02"), until: None }),
        conditions: [Condition::Thyroid, Condition::Coeliac].into(),
        medicine_raises_potassium: true,
        diet: Diet::Pescatarian,
        avoid: [Allergen::Nuts, Allergen::Milk].into(),
        region: Some(Region::Eu),
        country: Some(Country::Germany),
    }
}

/// Makes `name`, with the name of any command, and `every_command`, with examples of each, from one list.
///
/// The match in `name` has no wildcard: a new command does not compile until it has a line here.
macro_rules! every_command {
    ($known:ident: $( $pattern:pat => [$($example:expr),+ $(,)?]; )+) => {
        pub(crate) fn name(command: &Command) -> &'static str {
            match command { $( $pattern => stringify!($pattern), )+ }
        }

        pub(crate) fn every_command($known: &Known) -> Vec<Command> {
            let mut commands = Vec::new();
            $( for command in [$($example),+] {
                assert!(matches!(command, $pattern), "{command:?} stands beside {}", stringify!($pattern));
                commands.push(command);
            } )+
            commands
        }
    };
}

every_command! { known:
    Command::Sign(SignCommand::Acknowledge(_)) => [acknowledged("rf01")];
    Command::Factor(FactorCommand::Add(_)) => [a_factor("Stress", FactorKind::Scale).into()];
    Command::Medicine(MedicineCommand::Add(_)) => [Command::Medicine(MedicineCommand::Add(a_medicine("Indapamide")))];
    Command::Kitchen(KitchenCommand::AddFood(_)) => [an_own_food("Rye crackers").into()];
    Command::Kitchen(KitchenCommand::AddRecipe(_)) => [a_recipe("Lentils as at home").with_recipe(known.recipe).into()];
    Command::Supplement(SupplementCommand::Add(_)) => [a_supplement("Vitamin D3").into()];
    Command::Choice(ChoiceCommand::Profile(_)) => [Command::Choice(ChoiceCommand::Profile(Box::new(full_profile())))];
    Command::Import(ImportCommand::Accept(_)) => [Command::Import(ImportCommand::Accept(known.newer_import))];
    Command::Choice(ChoiceCommand::Settings(_)) => [Command::Choice(ChoiceCommand::Settings(Settings {
        rules: DayRules { night_starts: Hour::new(14).unwrap(), day_ends: Hour::new(5).unwrap() },
        hydration_goal_ml: Some(1800),
        theme: ThemeChoice::Dark,
    }))];
    Command::Choice(ChoiceCommand::Panels(_)) => [
        panels(&[Measure::Nutrient(Nutrient::VitaminD), Measure::Own(known.unanswered), Measure::Heat]),
        Command::Choice(ChoiceCommand::Panels(None)),
    ];
    Command::Factor(FactorCommand::Clear(..)) => [Command::Factor(FactorCommand::Clear(day("2026-11-19"), known.factor))];
    Command::Night(NightCommand::Clear(_)) => [Command::Night(NightCommand::Clear(night("2026-11-16"))), Command::Night(NightCommand::Clear(night("2026-11-14")))];
    Command::Stretch(StretchCommand::ClearNone(_)) => [Command::Stretch(StretchCommand::ClearNone(day("2026-11-18")))];
    Command::Sign(SignCommand::Clear(..)) => [Command::Sign(SignCommand::Clear(day("2026-11-19"), SignKind::Swelling))];
    Command::Cramp(CrampCommand::Delete(_)) => [Command::Cramp(CrampCommand::Delete(known.cramp)), Command::Cramp(CrampCommand::Delete(known.lone_cramp))];
    Command::Drink(DrinkCommand::Delete(_)) => [Command::Drink(DrinkCommand::Delete(known.drink))];
    Command::Factor(FactorCommand::Delete(_)) => [Command::Factor(FactorCommand::Delete(known.unanswered))];
    Command::Food(FoodCommand::Delete(_)) => [Command::Food(FoodCommand::Delete(known.food))];
    Command::Medicine(MedicineCommand::Delete(_)) => [Command::Medicine(MedicineCommand::Delete(known.medicine))];
    Command::Kitchen(KitchenCommand::DeleteFood(_)) => [Command::Kitchen(KitchenCommand::DeleteFood(known.own_food))];
    Command::Kitchen(KitchenCommand::DeleteRecipe(_)) => [Command::Kitchen(KitchenCommand::DeleteRecipe(known.recipe))];
    Command::Supplement(SupplementCommand::Delete(_)) => [Command::Supplement(SupplementCommand::Delete(known.supplement))];
    Command::Supplement(SupplementCommand::DeleteTaken(_)) => [Command::Supplement(SupplementCommand::DeleteTaken(known.taken))];
    Command::Stretch(StretchCommand::Delete(_)) => [Command::Stretch(StretchCommand::Delete(known.stretch))];
    Command::Cramp(CrampCommand::Edit(..)) => [
        Command::Cramp(CrampCommand::Edit(known.cramp, a_cramp("2026-11-18").tried(Relief::Heat, None).record())),
        Command::Cramp(CrampCommand::Edit(known.lone_cramp, a_cramp("2026-11-16").severity(9).record())),
    ];
    Command::Drink(DrinkCommand::Edit(..)) => [Command::Drink(DrinkCommand::Edit(known.drink, a_drink("2026-11-18").ml(330).record()))];
    Command::Factor(FactorCommand::Edit(..)) => [
        Command::Factor(FactorCommand::Edit(known.factor, a_factor("Way on foot", FactorKind::Number).of_unit("miles").record())),
        Command::Factor(FactorCommand::Edit(known.factor, Factor { retired: true, ..a_factor("Walked", FactorKind::Number).record() })),
        Command::Factor(FactorCommand::Edit(known.unanswered, a_factor("Compression socks", FactorKind::Scale).record())),
    ];
    Command::Food(FoodCommand::Edit(..)) => [Command::Food(FoodCommand::Edit(known.food, a_food("2026-11-18").of("almonds").grams(30.0).record()))];
    Command::Medicine(MedicineCommand::Edit(..)) => [Command::Medicine(MedicineCommand::Edit(known.medicine, Medicine {
        class: Some(ClassKey::new("statin").unwrap()),
        until: Some(day("2026-11-19")),
        ..a_medicine("Something new")
    }))];
    Command::Kitchen(KitchenCommand::EditFood(..)) => [Command::Kitchen(KitchenCommand::EditFood(known.own_food, an_own_food("Oat bars, new").record()))];
    Command::Kitchen(KitchenCommand::EditRecipe(..)) => [Command::Kitchen(KitchenCommand::EditRecipe(known.recipe, a_recipe("Porridge").cooked(300.0).record()))];
    Command::Supplement(SupplementCommand::Edit(..)) => [Command::Supplement(SupplementCommand::Edit(known.supplement, a_supplement("Magnesium oxide").record()))];
    Command::Supplement(SupplementCommand::EditTaken(..)) => [Command::Supplement(SupplementCommand::EditTaken(known.taken, {
        let supplement = a_supplement("Magnesium citrate").record();
        SupplementTaken::of(known.supplement, &supplement, Doses::new(2.0).unwrap(), day("2026-11-18"))
    }))];
    Command::Stretch(StretchCommand::Edit(..)) => [Command::Stretch(StretchCommand::Edit(known.stretch, a_stretch("2026-11-18").minutes(5.0).record()))];
    Command::Cramp(CrampCommand::Log(_)) => [a_cramp("2026-11-19").into(), a_cramp("2026-11-16").into(), a_cramp("2026-11-18").into()];
    Command::Night(NightCommand::Disturbed(..)) => [
        Command::Night(NightCommand::Disturbed(night("2026-11-18"), Some(disturbed(0)))),
        Command::Night(NightCommand::Disturbed(night("2026-11-19"), Some(disturbed(7)))),
        Command::Night(NightCommand::Disturbed(night("2026-11-14"), None)),
    ];
    Command::Drink(DrinkCommand::Log(_)) => [a_drink("2026-11-20").into()];
    Command::Factor(FactorCommand::Answer(_)) => [
        answered("2026-11-19", known.factor, 3.0),
        answered("2026-11-18", known.unanswered, 1.0),
    ];
    Command::Food(FoodCommand::Log(_)) => [a_food("2026-11-20").into()];
    Command::Night(NightCommand::Answer(..)) => [
        Command::Night(NightCommand::Answer(night("2026-11-19"), NightAnswer::NoCramps)),
        Command::Night(NightCommand::Answer(night("2026-11-19"), NightAnswer::HadCramps)),
        Command::Night(NightCommand::Answer(night("2026-11-16"), NightAnswer::HadCramps)),
        Command::Night(NightCommand::Answer(night("2026-11-14"), NightAnswer::NoCramps)),
    ];
    Command::Stretch(StretchCommand::LogNone(_)) => [Command::Stretch(StretchCommand::LogNone(day("2026-11-20")))];
    Command::Food(FoodCommand::MarkDay(..)) => [
        Command::Food(FoodCommand::MarkDay(day("2026-11-19"), Some(false))),
        Command::Food(FoodCommand::MarkDay(day("2026-11-18"), Some(false))),
        Command::Food(FoodCommand::MarkDay(day("2026-11-18"), None)),
    ];
    Command::Kitchen(KitchenCommand::SetOpinion { .. }) => [
        opinion("banana", Some(Opinion::ToTry)),
        opinion("almonds", Some(Opinion::ToTry)),
        opinion("almonds", None),
    ];
    Command::Supplement(SupplementCommand::Take(_)) => [Command::Supplement(SupplementCommand::Take(SupplementTaken::of(
        known.supplement, &a_supplement("Magnesium citrate").record(), Doses::new(0.5).unwrap(), day("2026-11-20"),
    )))];
    Command::Sign(SignCommand::Gone(_)) => [
        Command::Sign(SignCommand::Gone(SignGone { day: day("2026-11-19"), kind: SignKind::Swelling, gone: true })),
        Command::Sign(SignCommand::Gone(SignGone { day: day("2026-11-18"), kind: SignKind::MissedDialysis, gone: false })),
    ];
    Command::Sign(SignCommand::Known(_)) => [
        Command::Sign(SignCommand::Known(KnownSign { day: day("2026-11-19"), kind: SignKind::Swelling, side: Some(Side::Both), known: true })),
        Command::Sign(SignCommand::Known(KnownSign { day: day("2026-11-19"), kind: SignKind::Breathless, side: None, known: false })),
    ];
    Command::Sign(SignCommand::Log(_)) => [
        Command::Sign(SignCommand::Log(Sign { side: Some(Side::Left), note: "shoe is tight".to_owned(), ..Sign::new(day("2026-11-19"), SignKind::Swelling) })),
        Command::Sign(SignCommand::Log(Sign { course: Some(SignCourse::Worse), ..Sign::new(day("2026-11-18"), SignKind::Fever) })),
    ];
    Command::Night(NightCommand::Slept(..)) => [
        Command::Night(NightCommand::Slept(night("2026-11-19"), Some(hours(7.25)))),
        Command::Night(NightCommand::Slept(night("2026-11-18"), Some(hours(0.0)))),
        Command::Night(NightCommand::Slept(night("2026-11-12"), None)),
    ];
    Command::Strain(StrainCommand::Log(..)) => [
        exercise(0, None),
        Command::Strain(StrainCommand::Log(day("2026-11-19"), StrainPart::Exercise(None))),
        Command::Strain(StrainCommand::Log(day("2026-11-20"), StrainPart::Heat(Some(true)))),
        Command::Strain(StrainCommand::Log(day("2026-11-18"), StrainPart::Standing(Some(hours(6.0))))),
        Command::Strain(StrainCommand::Log(day("2026-11-17"), StrainPart::Heat(None))),
    ];
    Command::Stretch(StretchCommand::Log(_)) => [a_stretch("2026-11-19").into(), a_stretch("2026-11-18").into()];
    Command::Import(ImportCommand::Remove(_)) => [Command::Import(ImportCommand::Remove(known.import))];
    Command::Day(DayCommand::Repeat { .. }) => [
        Command::Day(DayCommand::Repeat { from: day("2026-11-19"), to: day("2026-11-20"), what: Repeat::Drinks }),
        Command::Day(DayCommand::Repeat { from: day("2026-11-19"), to: day("2026-11-20"), what: Repeat::Food }),
        Command::Day(DayCommand::Repeat { from: day("2026-11-19"), to: day("2026-11-20"), what: Repeat::Meal(Meal::Breakfast) }),
        Command::Day(DayCommand::Repeat { from: day("2026-11-19"), to: day("2026-11-20"), what: Repeat::Supplements }),
        Command::Day(DayCommand::Repeat { from: day("2026-11-19"), to: day("2026-11-18"), what: Repeat::Stretching }),
    ];
    Command::Night(NightCommand::WithoutCramps(_)) => [
        Command::Night(NightCommand::WithoutCramps(night("2026-11-18"))),
        Command::Night(NightCommand::WithoutCramps(night("2026-11-19"))),
    ];
    Command::Night(NightCommand::Note(..)) => [
        Command::Night(NightCommand::Note(night("2026-11-19"), "new".to_owned())),
        Command::Night(NightCommand::Note(night("2026-11-17"), String::new())),
        Command::Night(NightCommand::Note(night("2026-11-15"), " ".to_owned())),
    ];
}

#[test]
fn every_command_is_undone_and_redone_exactly() {
    let examples = every_command(&known()).len();
    for index in 0..examples {
        // The ids follow from the seed, so that the examples fit each new diary.
        let mut known = known();
        let command = every_command(&known).swap_remove(index);
        let what = format!("{}: {}", name(&command), command.describe());
        let Known { diary: TestDiary { diary, .. }, .. } = &mut known;

        let path = diary.path().to_owned();
        let before = Dump::of(&path);
        diary.execute(command).unwrap();
        let after = Dump::of(&path);
        assert!(before.rows != after.rows, "{what} changed nothing");
        let ever = before.ids.union(&before.tombstones).chain(&after.ids).cloned().collect();
        after.check_tombstones(&ever, &what);
        after.check_changed(&before, &what);

        diary.undo().unwrap().unwrap();
        let undone = Dump::of(&path);
        undone.check_rows(&before, &format!("undoing {what}"));
        undone.check_tombstones(&ever, &format!("undoing {what}"));

        diary.redo().unwrap().unwrap();
        let redone = Dump::of(&path);
        redone.check_rows(&after, &format!("redoing {what}"));
        redone.check_tombstones(&ever, &format!("redoing {what}"));
    }
}

#[test]
fn undoing_an_addition_leaves_a_tombstone_and_redoing_it_takes_the_tombstone_away() {
    let mut test = TestDiary::new().with(a_drink("2026-11-19"));
    let added = Dump::of(&test.path());
    assert_eq!((added.ids.len(), added.tombstones.len()), (1, 0));
    test.diary.undo().unwrap();
    assert_eq!(Dump::of(&test.path()).tombstones, added.ids);
    test.diary.redo().unwrap();
    Dump::of(&test.path()).check_rows(&added, "redone");
    assert!(Dump::of(&test.path()).tombstones.is_empty());
}

#[test]
fn together_is_all_or_nothing_and_one_step_to_undo() {
    let mut test = TestDiary::new();
    let empty = Dump::of(&test.path());
    let commands = || vec![a_drink("2026-11-19").into(), a_cramp("2026-11-19").into(), a_food("2026-11-19").into()];

    let mut spoiled: Vec<Command> = commands();
    spoiled.push(a_drink("2026-11-21").into());
    spoiled.push(a_drink("2026-11-18").into());
    let error = test.diary.execute_together("spoiled".to_owned(), spoiled).unwrap_err();
    assert!(matches!(error, DiaryError::FutureDay { .. }), "{error:?}");
    assert_eq!(Dump::of(&test.path()), empty);
    assert_eq!(test.diary.undo_what(), None);

    test.diary.execute_together("imported".to_owned(), commands()).unwrap();
    let full = Dump::of(&test.path());
    assert_eq!(full.ids.len(), 4, "three entries and the answer of the night");
    assert_eq!(test.diary.undo().unwrap().map(|done| done.what), Some("Undone: imported (Thu 19 Nov)".to_owned()));
    assert_eq!(Dump::of(&test.path()).rows, empty.rows);
    test.diary.redo().unwrap();
    Dump::of(&test.path()).check_rows(&full, "redone");
    assert_eq!(Dump::of(&test.path()).tombstones, full.tombstones);
}

#[test]
fn a_new_step_ends_what_could_be_done_again() {
    let mut test = TestDiary::new().with(a_drink("2026-11-19"));
    test.diary.undo().unwrap();
    test.log(a_food("2026-11-19"));
    let before = Dump::of(&test.path());
    assert_eq!(test.diary.redo().unwrap(), None);
    assert_eq!(Dump::of(&test.path()), before);
}

#[test]
fn a_hundred_steps_can_be_undone_and_no_more() {
    let mut test = TestDiary::new();
    for ml in 1..=103 {
        test.log(a_drink("2026-11-19").ml(ml));
    }
    let steps = std::iter::from_fn(|| Diary::undo(&mut test.diary).unwrap()).count();
    assert_eq!(steps, 100);
    let left: Vec<_> = test.diary.read().on::<Drink>(day("2026-11-19").date()).unwrap();
    assert_eq!(left.iter().map(|entry| entry.value.volume.get()).collect::<Vec<_>>(), [1, 2, 3]);
}
