//! A picture of each chart, as SVG, compared with the one that was looked at and kept in `pictures/`.
//!
//! When a chart is meant to look different, `cargo test draw_pictures -- --ignored` draws them anew; look at each before you
//! keep it.

use super::chart_kinds::charts;
use super::support::TestDiary;
use cramp_diary::charts::{ChartSpec, Look, Picture, chart_svg};
use std::{fs, path::PathBuf};

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
    let mut kept = 0;
    pictures(|path, svg| {
        let name = path.file_name().unwrap().to_string_lossy();
        let expected = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
        let lines = svg.lines().zip(expected.lines()).enumerate();
        if let Some((line, (found, expected))) = lines.into_iter().find(|(_, (found, expected))| found != expected) {
            panic!("{name} is drawn differently from line {} on:\n{found}\ninstead of\n{expected}", line + 1);
        }
        assert_eq!(svg.lines().count(), expected.lines().count(), "{name} has more or fewer lines");
        kept += 1;
    });
    let folder = path("", "");
    let files = fs::read_dir(folder.parent().unwrap()).unwrap().count();
    assert_eq!(files, kept, "a picture that no chart makes any more");
}

#[test]
#[ignore = "draws the pictures anew"]
fn draw_pictures() {
    pictures(|path, svg| fs::write(path, svg).unwrap());
}
