//! Importing USDA downloads: what is read, kept, and taken back.

use super::downloads::TestDownload;
use super::dump::rows;
use super::support::{TestDiary, a_drink, clock, raw};
use cramp_diary::{
    diary::{Command, Diary, DiaryError, ImportCommand},
    domain::{DataType, ImportId, ImportedFood, Nutrient},
    exchange::{ImportError, Imported, import_download},
    jobs::{Job, Stopped, Worker},
    store::{Access, RecordKind, Store, StoreError},
};
use std::{fs, path::Path, sync::mpsc::channel};

/// A diary with one of the small downloads in use.
fn with_foods(name: &str) -> TestDiary {
    let mut test = TestDiary::new();
    let import = test.imported(&TestDownload::of(name));
    test.log(Command::Import(ImportCommand::Accept(import)));
    test
}

#[track_caller]
fn food(test: &TestDiary, fdc_id: u32) -> ImportedFood {
    test.diary.read().imported_food(fdc_id).unwrap().unwrap()
}

/// The numbers of the foods in use.
fn in_use(diary: &Diary) -> Vec<u32> {
    let mut numbers = Vec::new();
    diary.read().imported_names(|name| numbers.push(name.fdc_id)).unwrap();
    numbers
}

/// Everything in the library; nothing when there is none.
fn library_rows(path: &Path) -> Vec<Vec<String>> {
    if !path.exists() {
        return Vec::new();
    }
    let library = raw(path);
    ["import", "part", "food"].map(|table| rows(&library, &format!("SELECT * FROM {table}"))).to_vec()
}

const FOUNDATION: [u32; 4] = [321_358, 746_775, 1_750_339, 2_257_044];
const SR_LEGACY: [u32; 3] = [167_746, 167_765, 168_421];
const BRANDED: [u32; 4] = [9_000_002, 9_000_003, 9_000_004, 9_000_005];

#[test]
fn foundation_foods_are_read_and_other_records_left_out() {
    let found = TestDownload::of("foundation").preview().unwrap();
    assert_eq!(found.foods, [(DataType::Foundation, 4)].into());
    assert_eq!(found.superseded, 1);
    let left_out: Vec<_> = found.left_out.iter().map(|(kind, count)| (kind.as_str(), *count)).collect();
    let kinds = ["agricultural_acquisition", "market_acquisition", "sample_food", "sub_sample_food"];
    assert_eq!(left_out, kinds.map(|kind| (kind, 1)));
    assert_eq!(found.problems.listed(), []);

    let test = with_foods("foundation");
    assert_eq!(in_use(&test.diary), FOUNDATION);
    let hummus = food(&test, 321_358);
    assert_eq!((hummus.name.as_str(), hummus.category.as_deref()), ("Hummus, commercial", Some("Legumes and Legume Products")));
    assert_eq!((hummus.portions[0].label.as_str(), hummus.portions[0].grams), ("2 tablespoon", 33.9));
    for (fdc_id, nutrient, expected) in [
        (321_358, Nutrient::Energy, Some(229.0)),
        (321_358, Nutrient::Magnesium, Some(71.1)),
        (321_358, Nutrient::VitaminB12, None),
        // Of the specific factors, before that of the general ones.
        (1_750_339, Nutrient::Energy, Some(55.622_745)),
        // Of the general factors, where there is no other.
        (2_257_044, Nutrient::Energy, Some(40.705)),
        (746_775, Nutrient::Energy, Some(0.0)),
        // In ug, although the row in IU comes first.
        (2_257_044, Nutrient::VitaminD, Some(4.63)),
        (746_775, Nutrient::VitaminD, None),
    ] {
        assert_eq!(food(&test, fdc_id).per_100_g.get(nutrient), expected, "{nutrient:?} in {fdc_id}");
    }
}

#[test]
fn sr_legacy_has_its_measures_in_another_column() {
    let test = with_foods("sr_legacy");
    assert_eq!(in_use(&test.diary), SR_LEGACY);
    let lemon = food(&test, 167_746);
    let labels: Vec<_> = lemon.portions.iter().map(|portion| portion.label.as_str()).collect();
    assert_eq!(labels[..2], ["1 cup, sections", "1 fruit (2-1/8\" dia)"]);
    assert_eq!(food(&test, 167_765).portions[4].label, "10 watermelon balls");
    assert_eq!(food(&test, 168_421).per_100_g.get(Nutrient::VitaminK), Some(389.6));
}

#[test]
fn branded_foods_have_brand_bar_code_and_serving() {
    let found = TestDownload::of("branded").preview().unwrap();
    assert_eq!((found.foods[&DataType::Branded], found.superseded), (4, 1), "two are versions of one product");
    assert_eq!(found.problems.listed(), []);

    let test = with_foods("branded");
    assert_eq!(in_use(&test.diary), BRANDED);
    let cookies = food(&test, 9_000_002);
    assert_eq!((cookies.name.as_str(), cookies.brand.as_deref()), ("OAT COOKIES, WITH HONEY", Some("MILLSTONE")));
    assert_eq!((cookies.portions[0].label.as_str(), cookies.portions[0].grams), ("1 serving: 2 cookies", 30.0));
    assert_eq!(cookies.per_100_g.get(Nutrient::Magnesium), None, "an empty amount is unknown");
    assert_eq!(cookies.per_100_g.get(Nutrient::Calcium), Some(0.0), "a zero is a zero");
    let juice = food(&test, 9_000_003);
    assert_eq!(juice.brand.as_deref(), Some("Invented Orchards"), "the owner, where no brand is named");
    assert_eq!((juice.portions[0].label.as_str(), juice.portions[0].grams), ("1 serving: 1 cup (240 ml, counted as g)", 240.0));
    assert_eq!(juice.per_100_g.get(Nutrient::VitaminD), Some(2.5), "100 IU");
    let cream = food(&test, 9_000_004);
    assert_eq!((cream.name.as_str(), cream.barcode, cream.portions.len()), ("CRÈME FRAÎCHE", None, 0));
    assert_eq!(cream.category.as_deref(), Some("Cream"));
}

#[test]
fn a_bar_code_finds_its_product_however_it_is_typed() {
    let test = with_foods("branded");
    let found = |typed| test.diary.read().imported_by_barcode(typed).unwrap().map(|food| food.fdc_id);
    for typed in ["012345678905", "0012345678905", "12345678905", "0 12345 67890 5", "0-12345-67890-5"] {
        assert_eq!(found(typed), Some(9_000_002), "{typed}");
    }
    assert_eq!(found("4006381333931"), Some(9_000_003));
    assert_eq!(found("20123455"), Some(9_000_005));
    for typed in ["", "12345", "oat cookies", "0"] {
        assert_eq!(found(typed), None, "{typed}");
    }
}

#[test]
fn survey_foods_have_their_measures_in_words() {
    let download = TestDownload::empty("survey")
        .with(
            "food.csv",
            "fdc_id,data_type,description,food_category_id,publication_date\n2705385,survey_fndds_food,\"Milk, whole\",1002,2024-10-31\n",
        )
        .with("food_nutrient.csv", "id,fdc_id,nutrient_id,amount\n1,2705385,208,61\n2,2705385,304,11.9\n")
        .with(
            "food_portion.csv",
            "id,fdc_id,seq_num,amount,measure_unit_id,portion_description,modifier,gram_weight\n\
             1,2705385,1,,9999,1 cup,10205,244\n2,2705385,2,,9999,Quantity not specified,90000,183\n3,2705385,3,,9999,1 fl oz,30000,\n",
        );
    let mut test = TestDiary::new();
    let import = test.imported(&download);
    test.log(Command::Import(ImportCommand::Accept(import)));
    let milk = food(&test, 2_705_385);
    let portions: Vec<_> = milk.portions.iter().map(|portion| (portion.label.as_str(), portion.grams)).collect();
    assert_eq!(portions, [("1 usual amount", 183.0), ("1 cup", 244.0)]);
    assert_eq!(milk.per_100_g.get(Nutrient::Magnesium), Some(11.9), "by number instead of id");
}

#[test]
fn foundation_foods_say_more_of_a_unit_in_either_column() {
    let row = |description: &str, modifier: &str| format!("\"1001\",\"{description}\",\"{modifier}\",\"33.9\"");
    for (description, modifier, expected) in [
        ("", "drained", "2 tablespoon, drained"),
        ("shredded", "", "2 tablespoon, shredded"),
        ("shredded", "dry", "2 tablespoon, shredded, dry"),
    ] {
        let download = TestDownload::of("foundation").edit("food_portion.csv", &row("", ""), &row(description, modifier));
        let mut test = TestDiary::new();
        let import = test.imported(&download);
        test.log(Command::Import(ImportCommand::Accept(import)));
        assert_eq!(food(&test, 321_358).portions[0].label, expected);
    }
}

#[test]
fn folder_and_zip_give_the_same() {
    for name in ["foundation", "sr_legacy", "branded"] {
        let download = TestDownload::of(name);
        let whole = |path: &Path| {
            let mut test = TestDiary::new();
            let imported = test.import(path).unwrap();
            (imported.found.foods, imported.found.left_out, rows(&raw(&test.library()), "SELECT * FROM food"))
        };
        let folder = whole(&download.folder());
        assert_eq!(whole(&download.zipped("")), folder, "{name}");
        assert_eq!(whole(&download.zipped("FoodData_Central_csv/")), folder, "{name} in a folder");
        assert_eq!(whole(download.folder().parent().unwrap()), folder, "{name} below the folder that was chosen");
    }
}

#[test]
fn a_download_of_all_types_is_one_import() {
    let download = TestDownload::of("foundation");
    download.add("sr_legacy");
    let mut test = TestDiary::new();
    let imported = test.import(&download.folder()).unwrap();
    assert_eq!(imported.found.foods, [(DataType::Foundation, 4), (DataType::SrLegacy, 3)].into());
    test.log(Command::Import(ImportCommand::Accept(imported.import.id)));
    assert_eq!(in_use(&test.diary), [SR_LEGACY.as_slice(), &FOUNDATION].concat());
}

#[test]
fn nothing_is_in_use_until_it_is_accepted_and_that_is_one_step_to_undo() {
    let mut test = TestDiary::new();
    let import = test.imported(&TestDownload::of("foundation"));
    assert_eq!(in_use(&test.diary), [0_u32; 0]);
    assert_eq!(test.diary.read().imported_food(321_358).unwrap(), None);
    assert_eq!(test.log(Command::Import(ImportCommand::Accept(import))).changed, [RecordKind::Import]);
    assert_eq!(in_use(&test.diary), FOUNDATION);
    assert_eq!(test.diary.undo().unwrap().unwrap().what, "Undone: Imported foods");
    assert_eq!(in_use(&test.diary), [0_u32; 0]);
    test.diary.redo().unwrap().unwrap();
    assert_eq!(in_use(&test.diary), FOUNDATION);
    test.log(Command::Import(ImportCommand::Remove(import)));
    assert_eq!(in_use(&test.diary), [0_u32; 0]);
    test.diary.undo().unwrap().unwrap();
    assert_eq!(in_use(&test.diary), FOUNDATION);
}

#[test]
fn importing_twice_doubles_nothing_and_undo_brings_the_first_back() {
    let mut test = with_foods("sr_legacy");
    let download = TestDownload::of("sr_legacy").edit("food.csv", "Kale, raw", "Curly kale, raw");
    let again = test.imported(&download);
    assert_eq!(food(&test, 168_421).name, "Kale, raw");
    test.log(Command::Import(ImportCommand::Accept(again)));
    assert_eq!(in_use(&test.diary), SR_LEGACY);
    assert_eq!(food(&test, 168_421).name, "Curly kale, raw");
    test.diary.undo().unwrap();
    assert_eq!(in_use(&test.diary), SR_LEGACY);
    assert_eq!(food(&test, 168_421).name, "Kale, raw");
}

#[test]
fn only_foods_of_the_same_type_give_way() {
    let mut test = with_foods("foundation");
    let other = test.imported(&TestDownload::of("branded"));
    test.log(Command::Import(ImportCommand::Accept(other)));
    assert_eq!(in_use(&test.diary).len(), 4 + 4);
    let both = TestDownload::of("foundation");
    both.add("sr_legacy");
    let both = test.imported(&both);
    test.log(Command::Import(ImportCommand::Accept(both)));
    assert_eq!(in_use(&test.diary).len(), 4 + 3 + 4);
    let parts: Vec<Vec<_>> =
        test.diary.read().imports().unwrap().iter().map(|import| import.parts.iter().map(|part| part.active).collect()).collect();
    assert_eq!(parts, [vec![false], vec![true], vec![true, true]]);
}

#[test]
fn what_was_never_accepted_goes_with_the_next_import_and_the_rest_after_a_day() {
    let mut test = with_foods("foundation");
    let second = test.imported(&TestDownload::of("foundation"));
    let third = test.imported(&TestDownload::of("foundation"));
    let ids = |test: &TestDiary| test.diary.read().imports().unwrap().iter().map(|import| import.id.0).collect::<Vec<_>>();
    assert_eq!(ids(&test), [1, third.0], "the second was never accepted");
    let error = test.refused(Command::Import(ImportCommand::Accept(second)));
    assert!(matches!(error, DiaryError::Gone { what: "import" }), "{error}");
    test.log(Command::Import(ImportCommand::Accept(third)));
    // The first stays for undo, until a day has gone by.
    let mut target = test.diary.import_target().unwrap();
    import_download(&TestDownload::of("branded").folder(), &target, &Worker::unwatched()).unwrap();
    assert_eq!(ids(&test)[..2], [1, third.0]);
    target.made += chrono::TimeDelta::hours(25);
    import_download(&TestDownload::of("branded").folder(), &target, &Worker::unwatched()).unwrap();
    assert_eq!(ids(&test)[0], third.0);
    // What is not kept cannot come back, and does not stand before earlier steps.
    let error = test.diary.undo().unwrap_err();
    assert!(error.to_string().contains("Import 1 is not kept any more"), "{error}");
    assert_eq!(in_use(&test.diary), FOUNDATION, "a refused undo changes nothing");
    assert!(test.diary.undo().unwrap().is_some());
}

#[test]
fn two_windows_see_the_same_foods_and_never_two_imports_of_a_type() {
    let mut one = TestDiary::new();
    let first = one.imported(&TestDownload::of("sr_legacy"));
    let mut other = Diary::with_seed(Store::open(&one.path(), Access::Create).unwrap(), clock(), 8);
    one.log(Command::Import(ImportCommand::Accept(first)));
    assert_eq!(in_use(&other), SR_LEGACY, "the file appeared while this window was open");
    let second = one.imported(&TestDownload::of("sr_legacy").edit("food.csv", "Kale, raw", "Curly kale, raw"));
    other.execute(Command::Import(ImportCommand::Accept(second))).unwrap();
    assert_eq!(in_use(&one.diary), SR_LEGACY);
    assert_eq!(food(&one, 168_421).name, "Curly kale, raw");
    // Undo takes only back what this window did: its import is out of use already.
    let error = one.diary.undo().unwrap_err().to_string();
    assert!(error.starts_with("Not undone: Imported foods. The imported foods were changed since,"), "{error}");
    assert_eq!(food(&one, 168_421).name, "Curly kale, raw");
    other.undo().unwrap();
    assert_eq!(in_use(&other), in_use(&one.diary));
}

#[test]
fn logging_goes_on_while_an_import_is_being_written() {
    let mut test = with_foods("foundation");
    let job = raw(&test.library());
    job.execute_batch("BEGIN IMMEDIATE; UPDATE food SET name = 'half written'").unwrap();
    test.log(a_drink("2026-11-19"));
    assert_eq!(food(&test, 321_358).name, "Hummus, commercial");
    job.execute_batch("ROLLBACK").unwrap();
}

/// Runs an import that is stopped at the given place: after the window was woken that often.
fn stopped_after(steps: usize, download: &TestDownload, test: &mut TestDiary) -> Result<Imported, ImportError> {
    // The thread of the job waits at a gate each time it wakes the window, until there is no gate any more.
    let (open, gate) = channel::<()>();
    let (woken, news) = channel();
    let wake = move || {
        _ = woken.send(());
        _ = gate.recv();
    };
    let (path, target) = (download.folder(), test.diary.import_target().unwrap());
    let mut job = Job::start("import", wake, move |worker| import_download(&path, &target, worker)).unwrap();
    for _ in 0..steps {
        _ = news.recv();
        _ = open.send(());
    }
    _ = news.recv();
    job.cancel();
    drop(open);
    loop {
        match job.poll() {
            Some(result) => return result,
            None => _ = news.recv(),
        }
    }
}

#[test]
fn stopping_it_anywhere_leaves_what_was_there() {
    let mut test = with_foods("foundation");
    let before = library_rows(&test.library());
    let download = TestDownload::of("branded");
    let mut stops = 0;
    let imported = loop {
        match stopped_after(stops, &download, &mut test) {
            Err(ImportError::Stopped(Stopped::Cancelled)) => {
                assert_eq!(library_rows(&test.library()), before, "stopped after {stops} steps");
            }
            Ok(imported) => break imported,
            Err(error) => panic!("{error}"),
        }
        stops += 1;
    };
    assert_eq!(imported.import.id, ImportId(2), "what was stopped took no number");
    assert!(stops > 8, "{stops} places: each file when it is begun and when it is read, and each food when it is saved");
}

#[test]
fn stopping_the_first_import_while_it_reads_makes_no_file() {
    let mut test = TestDiary::new();
    for steps in 0..6 {
        let stopped = stopped_after(steps, &TestDownload::of("sr_legacy"), &mut test);
        assert!(matches!(stopped, Err(ImportError::Stopped(Stopped::Cancelled))), "{stopped:?}");
        assert!(!test.library().exists());
    }
}

#[test]
fn the_example_in_memory_keeps_no_imports() {
    let mut diary = Diary::with_seed(Store::in_memory().unwrap(), clock(), 1);
    let error = diary.import_target().unwrap_err();
    assert!(error.to_string().contains("The example diary keeps no imported foods"), "{error}");
    assert_eq!(in_use(&diary), [0_u32; 0]);
}

#[test]
fn the_library_is_private_and_leaves_the_diary_small() {
    let test = with_foods("branded");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(fs::metadata(test.library()).unwrap().permissions().mode() & 0o777, 0o600);
    }
    let library = raw(&test.library());
    let loose = "SELECT name FROM pragma_table_list WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND NOT strict";
    assert_eq!(rows(&library, loose), Vec::<String>::new());
    assert_eq!(rows(&library, "PRAGMA integrity_check"), ["integrity_check=Text(\"ok\") "]);
    assert_eq!(rows(&library, "PRAGMA foreign_key_check"), Vec::<String>::new());
    let plan = rows(&library, "EXPLAIN QUERY PLAN SELECT name FROM food WHERE barcode = 12345678905");
    assert!(plan[0].contains("food_by_barcode"), "{plan:?}");
}

#[test]
fn a_damaged_library_is_said_and_the_diary_goes_on() {
    let test = with_foods("branded");
    let (path, _folder) = test.close();
    let library = path.with_extension("foods.sqlite");
    for beside in ["-wal", "-shm"] {
        _ = fs::remove_file(format!("{}{beside}", library.display()));
    }
    for content in ["no database at all ".repeat(300), "x".to_owned()] {
        fs::write(&library, &content).unwrap();
        let mut diary = Diary::with_seed(Store::open(&path, Access::Create).unwrap(), clock(), 8);
        diary.execute(a_drink("2026-11-19")).unwrap();
        assert_eq!(in_use(&diary), [0_u32; 0]);
        let trouble = diary.imports_trouble().unwrap().to_string();
        assert!(trouble.contains("Your diary is safe") && trouble.contains("diary.foods.sqlite"), "{trouble}");
        let target = diary.import_target().unwrap();
        let refused = import_download(&TestDownload::of("branded").folder(), &target, &Worker::unwatched());
        assert!(matches!(refused, Err(ImportError::Store(StoreError::Library { .. }))), "{refused:?}");
        assert_eq!(fs::read_to_string(&library).unwrap(), content, "it was left alone");
        // Moved away, all is well again.
        fs::rename(&library, path.with_extension("away")).unwrap();
        let target = diary.import_target().unwrap();
        assert!(diary.imports_trouble().is_none());
        import_download(&TestDownload::of("branded").folder(), &target, &Worker::unwatched()).unwrap();
        assert_eq!(diary.read().imports().unwrap().len(), 1);
        drop(diary);
        fs::remove_file(&library).unwrap();
    }
}

#[test]
fn a_library_of_a_newer_version_is_left_alone() {
    let test = with_foods("branded");
    raw(&test.library()).pragma_update(None, "user_version", 2).unwrap();
    let diary = Diary::with_seed(Store::open(&test.path(), Access::Create).unwrap(), clock(), 8);
    let trouble = diary.imports_trouble().unwrap().to_string();
    assert!(trouble.contains("newer version of Cramp Diary, format 2"), "{trouble}");
}
