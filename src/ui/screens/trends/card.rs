//! The card on a night: its figures, and what was logged behind them.

use super::words::{label, written};
use crate::domain::{Measure, Night, capitalised};
use crate::insights::Trends;
use crate::ui::look_views::TrendsViews;
use crate::ui::theme::{self, colour, space};
use crate::ui::widgets::weak_label;
use egui::{Grid, Label, RichText, Ui, vec2};

/// How many lines of entries stand on the card.
const MOST_LINES: usize = 9;

/// The figures of the night at a place, and what was logged of it once that is read.
pub(super) fn night_ui(ui: &mut Ui, view: TrendsViews<'_>, trends: &Trends, place: usize) {
    let night = trends.night(place);
    let date = RichText::new(capitalised(&night.label())).text_style(theme::strong());
    ui.add(Label::new(date).extend());
    let weak = colour(theme::colours(ui).weak);
    Grid::new("figures").num_columns(2).spacing(vec2(space::LARGE, 3.0)).min_row_height(18.0).show(ui, |ui| {
        let mut line = |name: &str, words: String| {
            ui.add(Label::new(RichText::new(name).color(weak)).extend());
            ui.add(Label::new(words).extend());
            ui.end_row();
        };
        for measure in measures(trends) {
            line(label(measure, view.factors), written(measure, &trends.nights[place], view.factors));
        }
        if let Some(taken) = taken(trends, place) {
            line("Taken", taken);
        }
    });
    if let Some(entries) = view.pointed.filter(|entries| entries.night == night && !entries.lines.is_empty()) {
        ui.separator();
        ui.spacing_mut().item_spacing.y = 3.0;
        for (kind, words) in entries.lines.iter().take(MOST_LINES) {
            ui.add(Label::new(RichText::new(shortened(&format!("{kind}: {words}"))).small()).wrap());
        }
        if let more @ 1.. = entries.lines.len().saturating_sub(MOST_LINES) {
            ui.small(format!("and {more} more"));
        }
    }
    weak_label(ui, "Press to open this date.");
}

/// Two lines of the card at most.
fn shortened(words: &str) -> String {
    const MOST: usize = 110;
    if words.chars().count() <= MOST {
        return words.to_owned();
    }
    let shortened: String = words.chars().take(MOST).collect();
    format!("{} …", shortened.trim_end())
}

/// What a screen reader says of a night.
pub(super) fn spoken(view: TrendsViews<'_>, trends: &Trends, place: usize) -> String {
    let figure = |measure| format!("{}: {}", label(measure, view.factors), written(measure, &trends.nights[place], view.factors));
    let taken = taken(trends, place).map(|taken| format!("Taken: {}", taken.replace('\n', ", ")));
    let words: Vec<_> = measures(trends).map(figure).chain(taken).collect();
    format!("{}. {}", trends.night(place).label(), words.join(". "))
}

fn measures(trends: &Trends) -> impl Iterator<Item = Measure> {
    trends.series.iter().map(|series| series.measure)
}

/// What was taken on the day before the night, a line each.
fn taken(trends: &Trends, place: usize) -> Option<String> {
    let names: Vec<_> = trends.spans.iter().filter(|span| span.covers(place)).map(|span| span.name.as_str()).collect();
    (!names.is_empty()).then(|| names.join("\n"))
}

/// Whether what was logged of the night is still to be read.
pub(super) fn is_unread(view: TrendsViews<'_>, night: Night) -> bool {
    view.pointed.is_none_or(|entries| entries.night != night)
}
