//! Relief now: large plain steps against a cramp that is happening, and a stopwatch that becomes its duration.

mod log;
mod place;
mod stopwatch;

use crate::clock::Clock;
use crate::domain::{DayRules, HourClock};
use crate::guide::help::HelpNumbers;
use crate::guide::{LONG_CRAMP, LONG_CRAMP_MINUTES, StretchGuide, figures, red_flag};
use crate::ui::action::{Action, Actions, Route};
use crate::ui::shortcuts::take_key;
use crate::ui::theme::{self, colour, space};
use crate::ui::widgets::{Push, card_ui, figure_ui, steps_ui, title_ui};
use egui::{Align, CornerRadius, Frame, Key, Label, Layout, Margin, RichText, ScrollArea, Stroke, Ui, vec2};
use egui_material_icons::icons::{ICON_CHECK, ICON_CHEVRON_LEFT};
use log::{Answers, EasedCramp, InsteadOfLogging};
use place::{CrampPlace, PLACES};
use std::time::Duration;
use stopwatch::Stopwatch;

/// What the page shows.
#[derive(Debug, Clone, Copy)]
pub struct ReliefView<'a> {
    /// Says when the cramp began.
    pub clock: &'a dyn Clock,
    /// To which night a moment belongs; `None` while no diary is open that could take the cramp.
    pub rules: Option<DayRules>,
    /// How the person's clock shows hours.
    pub hours: HourClock,
    /// Whom to call in the country of the profile.
    pub help: &'static HelpNumbers,
    /// The screen that was shown before.
    pub back: Route,
}

/// A cramp that is happening.
#[derive(Debug, Default)]
pub struct ReliefScreen {
    watch: Option<Stopwatch>,
    place: usize,
    way: usize,
    answers: Answers,
    not_logged: bool,
}

/// How long a running session survives leaving the screen, in seconds. Afterwards F1 starts a new one.
const WAITS_S: f64 = 900.0;

/// The stopwatch in a frame.
#[derive(Debug, Clone, Copy)]
struct WatchFrame {
    watch: Stopwatch,
    /// What it shows, in seconds.
    seconds: f64,
    /// Whether this is its first frame.
    begins: bool,
}

impl ReliefScreen {
    /// Whether a cramp still goes on, or waits to be logged, at egui's second `now`. Leaving the page ends neither for `WAITS_S` seconds.
    #[must_use]
    pub fn goes_on(&self, now: f64) -> bool {
        self.watch.is_some_and(|watch| !self.not_logged && now - watch.eased.unwrap_or(watch.from) < WAITS_S)
    }

    /// Paints the page; the stopwatch runs from the first frame on.
    pub fn ui(&mut self, ui: &mut Ui, view: ReliefView<'_>, actions: &mut Actions) {
        let now = ui.input(|input| input.time);
        let begins = self.watch.is_none();
        let watch = *self.watch.get_or_insert_with(|| Stopwatch::started(view.clock.now(), now));
        let seconds = watch.seconds(now);
        let watched = WatchFrame { watch, seconds, begins };
        if watch.eased.is_none() {
            ui.ctx().request_repaint_after(Duration::from_secs_f64(1.0 - seconds.fract() + 0.01));
        }
        if take_key(ui, Key::Escape) {
            actions.push(Action::Go(view.back));
        }
        self.head_ui(ui, view.back, actions);
        ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
            ui.set_max_width(ui.available_width() - 12.0);
            if seconds >= LONG_CRAMP_MINUTES * 60.0 {
                too_long_ui(ui, view.help);
                ui.add_space(space::SMALL);
            }
            let room = ui.available_width();
            if room < 760.0 {
                self.watch_ui(ui, watched, view, actions);
                ui.add_space(space::SMALL);
                self.steps_ui(ui);
            } else {
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = space::LARGE;
                    let right = (room * 0.36).clamp(340.0, 440.0);
                    let left = room - right - space::LARGE;
                    ui.allocate_ui_with_layout(vec2(left, 10.0), Layout::top_down(Align::Min), |ui| {
                        ui.set_width(left);
                        self.steps_ui(ui);
                    });
                    ui.allocate_ui_with_layout(vec2(right, 10.0), Layout::top_down(Align::Min), |ui| {
                        ui.set_width(right);
                        self.watch_ui(ui, watched, view, actions);
                    });
                });
            }
            ui.add_space(space::LARGE);
        });
    }

    fn head_ui(&mut self, ui: &mut Ui, back: Route, actions: &mut Actions) {
        ui.horizontal(|ui| {
            title_ui(ui, "Relief now");
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if ui.add(Push::new("Back (Esc)").name("Back").icon(ICON_CHEVRON_LEFT).size(0.0, 40.0)).clicked() {
                    actions.push(Action::Go(back));
                }
            });
        });
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::SMALL;
            for (index, place) in PLACES.iter().enumerate() {
                if ui.add(Push::new(place.words).selected(self.place == index).size(0.0, 48.0).text_size(18.0).inset(16.0)).clicked() {
                    (self.place, self.way) = (index, 0);
                }
            }
        });
        ui.add_space(space::MEDIUM);
    }

    fn place(&self) -> &'static CrampPlace {
        PLACES.get(self.place).unwrap_or(&PLACES[0])
    }

    /// What is shown against the cramp.
    fn open_way(&self) -> Option<&'static StretchGuide> {
        self.place().ways().get(self.way).copied()
    }

    fn steps_ui(&mut self, ui: &mut Ui) {
        let ways = self.place().ways();
        let Some(stretch) = self.open_way() else { return };
        let c = theme::colours(ui);
        card_ui(ui, |ui| {
            let room = ui.available_width();
            // As large as the window lets it be: it is read at night, without glasses.
            let size = (ui.ctx().content_rect().height() / 30.0).min(room / 28.0).clamp(19.0, 30.0);
            let scenes = figures(&stretch.name);
            let drawing = (room * 0.37).clamp(140.0, 330.0);
            ui.horizontal_top(|ui| {
                ui.vertical(|ui| {
                    ui.set_width(room - drawing - space::LARGE);
                    ui.spacing_mut().item_spacing.y = size * 0.55;
                    steps_ui(ui, &stretch.steps, size);
                });
                figure_ui(ui, scenes, &stretch.label, drawing);
            });
            if !stretch.caution.is_empty() {
                ui.add_space(space::SMALL);
                ui.add(Label::new(RichText::new(&stretch.caution).font(theme::bold(17.0)).color(colour(c.text))).wrap());
            }
            ui.add_space(space::MEDIUM);
            ui.horizontal_wrapped(|ui| {
                ui.label("Or:");
                for (index, way) in ways.iter().enumerate().filter(|(_, way)| way.name != stretch.name) {
                    if ui.add(Push::new(&brief(way)).size(0.0, 38.0)).clicked() {
                        self.way = index;
                    }
                }
            });
        });
    }

    fn watch_ui(&mut self, ui: &mut Ui, watched: WatchFrame, view: ReliefView<'_>, actions: &mut Actions) {
        let WatchFrame { watch, seconds, begins } = watched;
        card_ui(ui, |ui| {
            let c = theme::colours(ui);
            ui.vertical_centered(|ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                let words =
                    if watch.eased.is_some() { "It lasted".to_owned() } else { format!("Since {}", view.hours.words(watch.began.time())) };
                ui.label(RichText::new(words).size(18.0).color(colour(c.weak)));
                let (shown, most) = (minutes_and_seconds(seconds), if watch.eased.is_some() { 72.0 } else { 116.0 });
                // Hours on the stopwatch still fit beside the steps.
                let width = if shown.len() > 5 { ui.available_width() / 3.6 } else { most };
                ui.label(RichText::new(shown).font(theme::bold(width.min(most))).color(colour(c.text)));
            });
            if watch.eased.is_none() {
                let eased = Push::new("It has eased").icon(ICON_CHECK).primary().size(ui.available_width(), 64.0).text_size(22.0);
                let eased = ui.add(eased);
                if begins {
                    eased.request_focus();
                }
                if eased.clicked() {
                    let tried = self.open_way().and_then(|way| way.tried_as);
                    self.watch = Some(Stopwatch { eased: Some(ui.input(|input| input.time)), tried, ..watch });
                    self.answers.takes_keyboard = true;
                    ui.ctx().request_repaint();
                }
                return;
            }
            let muscle = self.place().muscle;
            match self.answers.ui(ui, EasedCramp { began: watch.began, seconds, muscle, tried: watch.tried }, view.rules, actions) {
                Some(InsteadOfLogging::NotOver) => self.watch = Some(Stopwatch { eased: None, ..watch }),
                Some(InsteadOfLogging::DoNotLog) => {
                    self.not_logged = true;
                    actions.push(Action::Go(view.back));
                }
                None => {}
            }
        });
    }
}

/// The warning above everything when a cramp lasts too long.
fn too_long_ui(ui: &mut Ui, help: &HelpNumbers) {
    let c = theme::colours(ui);
    let frame = Frame::new().fill(colour(c.danger_soft)).stroke(Stroke::new(2.0, colour(c.danger)));
    frame.corner_radius(CornerRadius::same(space::CARD_RADIUS)).inner_margin(Margin::same(16)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let words = format!("More than {LONG_CRAMP_MINUTES} minutes: ask for urgent medical advice.");
        ui.label(RichText::new(words).font(theme::bold(22.0)).color(colour(c.danger)));
        let Some(flag) = red_flag(LONG_CRAMP) else { return };
        let words = format!(
            "{} {}\nTell them: {}",
            help.fill(flag.act(flag.urgency)),
            help.fill(&flag.safety),
            crate::domain::uncapitalised(&flag.tell)
        );
        ui.add(Label::new(RichText::new(words).size(18.0).color(colour(c.text))).wrap());
    });
}

/// "Pull the foot up", of "Calf cramp: pull the foot up".
fn brief(way: &StretchGuide) -> String {
    let words = way.label.split_once(": ").map_or(way.label.as_str(), |(_, words)| words);
    crate::domain::capitalised(words)
}

/// The time on the stopwatch: "2:35".
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a stopwatch of some hours")]
fn minutes_and_seconds(seconds: f64) -> String {
    let whole = seconds as u64;
    format!("{}:{:02}", whole / 60, whole % 60)
}
