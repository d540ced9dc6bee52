//! temporary
fn main() {
    let path = std::path::PathBuf::from(std::env::args().nth(1).unwrap());
    let clock = cramp_diary::clock::FixedClock("2026-11-20T07:05:00+01:00".parse().unwrap());
    cramp_diary::ui::run(cramp_diary::ui::Start { path, clock: Box::new(clock) }).unwrap();
}
