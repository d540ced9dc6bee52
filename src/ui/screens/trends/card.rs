//! The card on a night: its figures, and what was logged behind them.

use crate::charts::TrendsSpec;
use crate::domain::{Night, capitalised};
use crate::ui::look_views::TrendsViews;
use crate::ui::theme::{self, colour, space};
use crate::ui::widgets::weak_label;
use egui::{Grid, Label, RichText, Ui, vec2};

/// How many lines of entries stand on the card, how many letters fit a line, and how many lines an entry takes at most.
const MOST_LINES: usize = 10;
const LINE_LETTERS: usize = 50;
const ENTRY_LINES: usize = 2;

/// The greatest width of the text of a figure, in points.
const WORDS_WIDTH: f32 = 210.0;

/// Paints the figures of the night with index `place` in the chart, and what was logged of it once that is read.
pub(super) fn night_ui(ui: &mut Ui, view: TrendsViews<'_>, spec: &TrendsSpec, place: usize) {
    let date = RichText::new(capitalised(&spec.label(place))).text_style(theme::strong());
    ui.add(Label::new(date).extend());
    let weak = colour(theme::colours(ui).weak);
    Grid::new("figures").num_columns(2).spacing(vec2(space::LARGE, 3.0)).min_row_height(18.0).show(ui, |ui| {
        for (name, words) in spec.figures(place) {
            ui.add(Label::new(RichText::new(name).color(weak)).extend());
            ui.scope(|ui| {
                ui.set_max_width(WORDS_WIDTH);
                ui.add(Label::new(words).wrap());
            });
            ui.end_row();
        }
    });
    if let Some(entries) = view.pointed.filter(|entries| entries.night == spec.night(place) && !entries.lines.is_empty()) {
        ui.separator();
        ui.spacing_mut().item_spacing.y = 3.0;
        let written: Vec<_> = entries.lines.iter().map(|(kind, words)| shortened(&format!("{kind}: {words}"))).collect();
        let shown = fitting(&written);
        for words in &written[..shown] {
            ui.add(Label::new(RichText::new(words).small()).wrap());
        }
        if let more @ 1.. = written.len() - shown {
            ui.small(format!("and {more} more"));
        }
    }
    weak_label(ui, "Press to open this date.");
}

/// How many of the entries have room on the card.
fn fitting(written: &[String]) -> usize {
    let lines = written.iter().scan(0, |lines, words| {
        *lines += words.chars().count().div_ceil(LINE_LETTERS);
        Some(*lines)
    });
    lines.take_while(|lines| *lines <= MOST_LINES).count()
}

/// The text cut to `ENTRY_LINES` lines of the card.
fn shortened(words: &str) -> String {
    let most = ENTRY_LINES * LINE_LETTERS - 4;
    if words.chars().count() <= most {
        return words.to_owned();
    }
    let shortened: String = words.chars().take(most).collect();
    format!("{} …", shortened.trim_end())
}

/// Whether the entries of the night are still to be read.
pub(super) fn is_unread(view: TrendsViews<'_>, night: Night) -> bool {
    view.pointed.is_none_or(|entries| entries.night != night)
}
