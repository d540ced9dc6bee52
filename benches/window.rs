//! How long the processor takes for a frame of each screen and for the year's chart, ten years into a diary;
//! README.md beside this file has the figures.

#![expect(clippy::unwrap_used, reason = "a measurement stops where something is not as it said")]

use chrono::{DateTime, FixedOffset};
use cramp_diary::{
    charts::{ChartSpec, Look, Palette, Picture, TrendsSpec, chart_svg, save_chart},
    clock::{Clock, FixedClock},
    diary::{Diary, example},
    domain::Night,
    machine::Machine,
    store::{Access, SaidWords, Store},
    ui::{App, Start, plot_backend::record_chart},
};
use criterion::Criterion;
use egui::{Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, Pos2, RawInput, Rect, TouchPhase, pos2, vec2};
use std::path::Path;

const NIGHTS: usize = 3_650;

fn now() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-11-20T07:00:00+01:00").unwrap()
}

fn clock() -> Box<dyn Clock> {
    Box::new(FixedClock(now()))
}

fn last_night() -> Night {
    Night::new(now().date_naive().pred_opt().unwrap())
}

/// The program without a display: input in, painted triangles out.
struct Window {
    context: egui::Context,
    app: App,
    seconds: f64,
}

impl Window {
    fn open(path: &Path) -> Self {
        let context = egui::Context::default();
        let app =
            App::new(&context, Start { path: path.to_owned(), clock: clock(), said: SaidWords::default(), machine: Machine::default() });
        Self { context, app, seconds: 0.0 }
    }

    /// One frame with these events, down to the triangles for the graphics card.
    fn frame(&mut self, events: Vec<Event>) -> usize {
        self.seconds += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(1400.0, 900.0))),
            time: Some(self.seconds),
            events,
            ..RawInput::default()
        };
        let output = self.context.run_ui(input, |ui| self.app.frame(ui));
        self.context.tessellate(output.shapes, output.pixels_per_point).len()
    }

    fn click(&mut self, pos: Pos2) {
        let button = |pressed| Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE };
        for events in [vec![Event::PointerMoved(pos)], vec![button(true)], vec![button(false)], vec![]] {
            self.frame(events);
        }
    }

    fn press(&mut self, modifiers: Modifiers, key: Key) {
        let event = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
        for events in [vec![event(true)], vec![event(false)], vec![], vec![]] {
            self.frame(events);
        }
    }
}

/// Where the second tab of the Food screen is, in points.
const FIND_FOODS: Pos2 = pos2(430.0, 31.0);

/// Where the third tab of the Guide is, in points.
const MEDICINES: Pos2 = pos2(490.0, 31.0);

fn frames(criterion: &mut Criterion, path: &Path) {
    let mut frames = criterion.benchmark_group("frame");
    let screens =
        [("Today", Key::Num1), ("Trends", Key::Num2), ("Food, intake", Key::Num3), ("Guide, a topic", Key::Num4), ("Settings", Key::Num5)];
    for (screen, key) in screens {
        let mut window = Window::open(path);
        window.frame(vec![]);
        window.press(Modifiers::COMMAND, key);
        frames.bench_function(screen, |bencher| bencher.iter(|| window.frame(vec![])));
    }
    let mut window = Window::open(path);
    window.press(Modifiers::COMMAND, Key::Num3);
    window.click(FIND_FOODS);
    frames.bench_function("Food, ranking of the catalogue", |bencher| bencher.iter(|| window.frame(vec![])));
    let mut window = Window::open(path);
    window.press(Modifiers::COMMAND, Key::Num4);
    window.click(MEDICINES);
    frames.bench_function("Guide, medicines", |bencher| bencher.iter(|| window.frame(vec![])));
    let mut window = Window::open(path);
    window.press(Modifiers::COMMAND, Key::Num3);
    window.click(FIND_FOODS);
    let mut scrolled = 0.0;
    frames.bench_function("Food, the ranking scrolled each frame", |bencher| {
        bencher.iter(|| {
            scrolled += 1.0;
            let delta = vec2(0.0, if scrolled % 200.0 < 100.0 { -40.0 } else { 40.0 });
            let wheel = Event::MouseWheel {
                unit: MouseWheelUnit::Point,
                delta,
                phase: TouchPhase::Move,
                modifiers: Modifiers::NONE,
                source: MouseWheelSource::Wheel,
            };
            window.frame(vec![Event::PointerMoved(pos2(400.0, 600.0)), wheel])
        });
    });
    let mut window = Window::open(path);
    window.press(Modifiers::COMMAND, Key::Num2);
    let mut x = 300.0;
    frames.bench_function("Trends, pointing at another night each frame", |bencher| {
        bencher.iter(|| {
            x = if x > 900.0 { 300.0 } else { x + 7.0 };
            window.frame(vec![Event::PointerMoved(pos2(x, 400.0))])
        });
    });
}

/// Where the choices of nights are on the Trends screen, in points.
const FOURTEEN_NIGHTS: Pos2 = pos2(220.0, 78.0);
const ALL_NIGHTS: Pos2 = pos2(568.0, 78.0);

/// Where the tabs of Trends are, in points.
const TABS: [(&str, f32); 8] = [
    ("Over time", 313.0),
    ("Calendar", 407.0),
    ("Where", 486.0),
    ("When", 553.0),
    ("How bad", 629.0),
    ("Relief", 704.0),
    ("Before a cramp", 802.0),
    ("Figures", 905.0),
];

/// Ten years in Trends, all of them read.
fn looking_back(path: &Path) -> Window {
    let mut window = Window::open(path);
    window.press(Modifiers::COMMAND, Key::Num2);
    window.click(ALL_NIGHTS);
    // A chunk of older nights a frame.
    for _ in 0..100 {
        window.frame(vec![]);
    }
    window
}

fn frames_of_ten_years(criterion: &mut Criterion, path: &Path) {
    let mut frames = criterion.benchmark_group("frame of ten years");
    for (tab, x) in TABS {
        let mut window = looking_back(path);
        window.click(pos2(x, 31.0));
        window.frame(vec![Event::PointerMoved(pos2(1390.0, 5.0))]);
        frames.bench_function(tab, |bencher| bencher.iter(|| window.frame(vec![])));
    }
    let mut window = looking_back(path);
    let mut x = 300.0;
    frames.bench_function("pointing at another night each frame", |bencher| {
        bencher.iter(|| {
            x = if x > 900.0 { 300.0 } else { x + 7.0 };
            window.frame(vec![Event::PointerMoved(pos2(x, 400.0))])
        });
    });
    let mut window = looking_back(path);
    let mut turned = 0_u32;
    frames.bench_function("zooming each frame", |bencher| {
        bencher.iter(|| {
            turned += 1;
            let delta = vec2(0.0, if turned % 40 < 20 { 30.0 } else { -30.0 });
            let modifiers = Modifiers::COMMAND;
            let wheel = Event::MouseWheel {
                unit: MouseWheelUnit::Point,
                delta,
                phase: TouchPhase::Move,
                modifiers,
                source: MouseWheelSource::Wheel,
            };
            window.frame(vec![Event::PointerMoved(pos2(600.0, 400.0)), wheel])
        });
    });
    for (what, tab) in [("Over time", TABS[0].1), ("Calendar", TABS[1].1), ("Figures", TABS[7].1)] {
        let mut window = looking_back(path);
        window.click(pos2(tab, 31.0));
        let mut all = true;
        frames.bench_function(format!("14 nights or all, in turn, four frames: {what}"), |bencher| {
            bencher.iter(|| {
                all = !all;
                window.click(if all { ALL_NIGHTS } else { FOURTEEN_NIGHTS });
            });
        });
    }
}

fn charts(criterion: &mut Criterion, path: &Path) {
    let diary = Diary::new(Store::open(path, Access::Create).unwrap(), clock());
    let look_back = diary.whole_look_back().unwrap();
    let spec =
        |nights: i64| ChartSpec::Trends(TrendsSpec::new(look_back.trends(last_night().plus(1 - nights).date(), last_night().date())));
    let mut window = Window::open(path);
    window.frame(vec![]);
    let painter = egui::Painter::new(window.context.clone(), egui::LayerId::background(), Rect::EVERYTHING);
    let png = path.with_extension("png");
    for nights in [90, 365, 3_650_i64] {
        let mut charts = criterion.benchmark_group(format!("chart of {nights} nights"));
        charts.bench_function("figures and words", |bencher| bencher.iter(|| spec(nights)));
        let spec = spec(nights);
        charts.bench_function("window", |bencher| bencher.iter(|| record_chart(&painter, &spec, &Palette::of(Look::Light), (1000, 760))));
        charts.bench_function("SVG", |bencher| bencher.iter(|| chart_svg(&spec, Look::Light, (1200, 1100)).unwrap()));
        let picture = Picture { look: Look::Light, width: 1200, height: Some(1100), scale: 1 };
        charts.bench_function("PNG", |bencher| bencher.iter(|| save_chart(&spec, picture, &png).unwrap()));
        charts.finish();
    }
}

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ten-years.sqlite");
    drop(example(Store::open(&path, Access::Create).unwrap(), last_night(), NIGHTS, 1, clock()).unwrap());
    let mut criterion = Criterion::default().configure_from_args();
    frames(&mut criterion, &path);
    frames_of_ten_years(&mut criterion, &path);
    charts(&mut criterion, &path);
    criterion.final_summary();
}
