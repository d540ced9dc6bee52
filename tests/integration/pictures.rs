//! A picture of each chart, as SVG, compared with the one that was looked at and kept in `pictures/`.
//!
//! When a chart is meant to look different, `cargo test draw_pictures -- --ignored` draws them anew. `git diff --stat` names those
//! that changed; look at each, as it was and as it is, before you keep it. A review is over files that any browser shows, which is
//! why no crate for snapshots stands between.

use super::chart_kinds::charts;
use super::support::TestDiary;
use cramp_diary::charts::{ChartSpec, Look, Picture, chart_svg};
use std::{collections::BTreeSet, fmt::Write as _, fs, path::PathBuf};

/// An empty diary, a short one and a long one, with how many nights are shown of it.
fn diaries() -> [(&'static str, TestDiary, usize); 3] {
    [("empty", TestDiary::new(), 14), ("short", TestDiary::example(20), 30), ("long", TestDiary::example(800), 800)]
}

fn path(diary: &str, kind: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/integration/pictures").join(format!("{diary}-{kind}.svg"))
}

/// A chart in a width of 640 and the height that it asks for.
fn picture(chart: &ChartSpec) -> String {
    chart_svg(chart, Look::Light, (640, Picture::height_for(chart, 640))).unwrap()
}

/// Calls `each` with the file of every picture and what it should hold.
fn pictures(mut each: impl FnMut(PathBuf, String)) {
    for (name, test, nights) in diaries() {
        let look_back = test.diary.whole_look_back().unwrap();
        for (kind, chart) in charts(&test, &look_back, nights) {
            // Every panel once; in the other diaries the usual ones show as much.
            if kind != "every-panel" || name == "short" {
                each(path(name, kind), picture(&chart));
            }
        }
    }
}

#[test]
fn charts_look_as_they_did() {
    let (mut kept, mut report) = (BTreeSet::new(), String::new());
    pictures(|path, svg| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        match fs::read_to_string(&path) {
            Ok(expected) if expected == svg => {}
            Ok(expected) => writeln!(report, "{name} is drawn differently from {}", first_difference(&svg, &expected)).unwrap(),
            Err(error) => writeln!(report, "{name}: {error}").unwrap(),
        }
        kept.insert(name);
    });
    for entry in fs::read_dir(path("", "").parent().unwrap()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        if !kept.contains(&name) {
            writeln!(report, "{name} is a picture that no chart makes any more").unwrap();
        }
    }
    assert!(
        report.is_empty(),
        "{report}If that is what was wanted: cargo test draw_pictures -- --ignored, and look at each before you keep it."
    );
}

/// The first line that differs, as it is and as it was.
fn first_difference(found: &str, expected: &str) -> String {
    let (mut found, mut expected) = (found.lines(), expected.lines());
    for line in 1.. {
        match (found.next(), expected.next()) {
            (None, None) => break,
            (found, expected) if found == expected => {}
            (found, expected) => return format!("line {line} on:\n    {}\n  instead of\n    {}", or_end(found), or_end(expected)),
        }
    }
    "its line ends on".to_owned()
}

fn or_end(line: Option<&str>) -> &str {
    line.unwrap_or("the end")
}

#[test]
#[ignore = "draws the pictures anew"]
fn draw_pictures() {
    let folder = path("", "").parent().unwrap().to_owned();
    // What no chart makes any more is not kept.
    for entry in fs::read_dir(folder).unwrap() {
        fs::remove_file(entry.unwrap().path()).unwrap();
    }
    pictures(|path, svg| fs::write(path, svg).unwrap());
}
