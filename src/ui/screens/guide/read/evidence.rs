//! What is known, on calm cards: graded statements, claims beside what was found, what grades mean.

use super::followed::{Followed, Mark};
use crate::charts::Rgb;
use crate::domain::each_once;
use crate::guide::{Claim, Evidence, GRADES_TOPIC, Grade, Source, Topic};
use crate::ui::theme::{self, colour, space};
use crate::ui::widgets::{grade_mark_ui, grade_ui};
use egui::accesskit::Role;
use egui::{CornerRadius, Frame, Label, Margin, RichText, TextStyle, Ui, WidgetInfo, vec2};

/// The width of the labels before figure, people and source, in points.
const LABEL: f32 = 58.0;

/// A statement with its sources in words.
#[derive(Debug)]
pub(super) struct Cited {
    evidence: &'static Evidence,
    sources: String,
}

impl Cited {
    pub(super) fn new(evidence: &'static Evidence) -> Self {
        let sources = evidence.sources.iter().map(|source| Source::words(source)).collect::<Vec<_>>().join("\n");
        Self { evidence, sources }
    }
}

/// Paints statements on one card.
pub(super) fn evidence_ui(ui: &mut Ui, evidence: &[Cited], mark: &mut Mark) -> Option<Followed> {
    let mut followed = None;
    calm_card_ui(ui, |ui| {
        for (place, cited) in evidence.iter().enumerate() {
            if place > 0 {
                ui.add_space(space::SMALL);
                ui.separator();
                ui.add_space(2.0);
            }
            let pressed = mark.around(ui, place, |ui| statement_ui(ui, cited));
            followed = followed.or(pressed);
        }
    });
    followed
}

fn statement_ui(ui: &mut Ui, Cited { evidence, sources }: &Cited) -> Option<Followed> {
    ui.spacing_mut().item_spacing.y = 3.0;
    reading_ui(ui, &evidence.statement);
    let (grade, c) = (grade_ui(ui, evidence.grade), theme::colours(ui));
    for (label, words, style, ink) in [
        ("Figure", evidence.figure.as_deref(), &TextStyle::Body, c.text),
        ("Harm", evidence.harm.as_deref(), &TextStyle::Body, c.text),
        ("Studied", evidence.whom.as_deref(), &TextStyle::Body, c.text),
        ("Source", Some(sources.as_str()), &TextStyle::Small, c.weak),
    ] {
        if let Some(words) = words {
            labelled_ui(ui, label, words, style, ink);
        }
    }
    to_grades(ui, &grade)
}

/// Paints claims, each in two parts.
pub(super) fn claims_ui(ui: &mut Ui, claims: &[(Option<&'static Topic>, &'static Claim)], mark: &mut Mark) -> Option<Followed> {
    let mut followed = None;
    for (place, (topic, claim)) in claims.iter().enumerate() {
        mark.around(ui, place, |ui| {
            calm_card_ui(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 3.0;
                if let Some(topic) = topic {
                    let link = ui.link(RichText::new(&topic.title).text_style(TextStyle::Small));
                    if link.clicked() {
                        followed = Some(Followed::by(ui, &link, &topic.id));
                    }
                }
                label_ui(ui, "What is said");
                reading_ui(ui, &format!("“{}”", claim.claimed));
                ui.add_space(space::SMALL);
                label_ui(ui, "What was found");
                reading_ui(ui, &claim.found);
                let grades = each_once(claim.evidence.iter().map(|evidence| evidence.grade));
                ui.horizontal_wrapped(|ui| {
                    ui.spacing_mut().item_spacing.x = space::LARGE;
                    for grade in grades {
                        let grade = grade_ui(ui, grade);
                        let pressed = to_grades(ui, &grade);
                        followed = followed.or(pressed);
                    }
                });
            });
        });
        ui.add_space(2.0);
    }
    followed
}

/// Paints what each grade means.
pub(super) fn grades_ui(ui: &mut Ui, mark: &mut Mark) {
    calm_card_ui(ui, |ui| {
        for (place, grade) in Grade::ALL.iter().enumerate() {
            mark.around(ui, place, |ui| {
                ui.horizontal_top(|ui| {
                    grade_mark_ui(ui, *grade);
                    ui.vertical(|ui| {
                        ui.spacing_mut().item_spacing.y = 0.0;
                        ui.add(Label::new(RichText::new(grade.label()).text_style(theme::strong())));
                        ui.add(Label::new(grade.line()).wrap());
                    });
                })
            });
        }
    });
}

fn to_grades(ui: &Ui, pressed: &egui::Response) -> Option<Followed> {
    pressed.clicked().then(|| Followed::by(ui, pressed, GRADES_TOPIC))
}

/// A card within a page.
pub(super) fn calm_card_ui(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    let c = theme::colours(ui);
    Frame::new().fill(colour(c.control)).corner_radius(CornerRadius::same(space::RADIUS)).inner_margin(Margin::symmetric(16, 12)).show(
        ui,
        |ui| {
            ui.set_width(ui.available_width());
            content(ui);
        },
    );
}

fn reading_ui(ui: &mut Ui, words: &str) {
    ui.add(Label::new(RichText::new(words).text_style(theme::reading()).line_height(Some(theme::READING_LINE))).wrap());
}

fn label_ui(ui: &mut Ui, words: &str) {
    let c = theme::colours(ui);
    ui.add(Label::new(RichText::new(words).font(theme::bold(13.0)).color(colour(c.weak))));
}

/// Words after a short label, as one line for a screen reader.
fn labelled_ui(ui: &mut Ui, label: &str, words: &str, style: &TextStyle, ink: Rgb) {
    let c = theme::colours(ui);
    let font = style.resolve(ui.style());
    let name = ui.painter().layout_no_wrap(label.to_owned(), egui::FontId::proportional(13.0), colour(c.weak));
    let galley = ui.painter().layout(words.to_owned(), font, colour(ink), ui.available_width() - LABEL);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), galley.size().y), egui::Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{label}: {words}")));
    if ui.is_rect_visible(rect) {
        // Both stand on the line of the first row.
        let drop = (galley.rows.first().map_or(0.0, |row| row.height()) - name.size().y).max(0.0) * 0.7;
        ui.painter().galley(rect.min + vec2(0.0, drop), name, colour(c.weak));
        ui.painter().galley(rect.min + vec2(LABEL, 0.0), galley, colour(ink));
    }
}
