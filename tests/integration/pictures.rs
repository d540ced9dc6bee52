//! A picture of each chart, as SVG, compared with the one that was looked at and kept in `pictures/`.
//!
//! After a change that was meant, `UPDATE_PICTURES=1 cargo test pictures` draws them anew: open each one before it is committed.

use super::support::TestDiary;
use cramp_diary::charts::{ChartSpec, Look, chart_svg};
use std::{env, fs, path::Path};

/// Compares a chart, in a width of 700 and the height that it asks for, with the picture of this name.
#[track_caller]
fn check(name: &str, chart: &ChartSpec) {
    let svg = chart_svg(chart, Look::Light, (700, chart.height_for(700))).unwrap();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/integration/pictures").join(format!("{name}.svg"));
    if env::var_os("UPDATE_PICTURES").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, &svg).unwrap();
        return;
    }
    let kept = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    if let Some((line, (found, expected))) = svg.lines().zip(kept.lines()).enumerate().find(|(_, (found, kept))| found != kept) {
        panic!("{name}.svg is drawn differently from line {} on:\n{found}\ninstead of\n{expected}", line + 1);
    }
    assert_eq!(svg.lines().count(), kept.lines().count(), "{name}.svg has more or fewer lines");
}
