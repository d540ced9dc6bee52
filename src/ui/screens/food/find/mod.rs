//! Find foods: a search, a ranking by nutrient, and one food's page beside or instead of them.

mod list;
mod notes;
mod page;
mod ranking;

use crate::domain::FoodId;
use crate::ui::action::Actions;
use crate::ui::screens::food::references::References;
use crate::ui::screens::food::view::FoodView;
use crate::ui::theme::space;
use crate::ui::widgets::{Push, SearchBox, SearchLook, WIDE, card_ui, part_ui, weak_label};
use egui::{Key, ScrollArea, Ui};
use egui_material_icons::icons::{ICON_ADD, ICON_ARROW_BACK};
use list::{FoodList, ListOf};
use page::FoodPage;
use ranking::RankingChoice;

/// From this many letters on, foods are searched.
const LETTERS: usize = 2;

const SEARCH: SearchLook<'_> =
    SearchLook { name: "Find a food", hint: "Name or bar code, for example \"almonds\"", key: "Key: F", margin: 0.0, escape_clears: false };

/// What leads to the tab of the person's own foods.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Ask {
    /// Describe a food that was not found.
    Describe(String),
    /// Change one.
    Edit(FoodId),
}

/// What is typed and looked at in the tab.
#[derive(Debug, Default)]
pub(super) struct FindTab {
    search: SearchBox,
    choice: RankingChoice,
    list: FoodList,
    page: Option<FoodPage>,
}

impl FindTab {
    /// Opens a food's page.
    pub(super) fn show(&mut self, food: FoodId) {
        self.page = Some(FoodPage::of(food));
    }

    /// Paints the tab in all the room that is left.
    pub(super) fn ui(&mut self, ui: &mut Ui, view: FoodView<'_>, actions: &mut Actions) -> Option<Ask> {
        let mut area = ui.available_rect_before_wrap();
        area.max -= egui::vec2(12.0, space::LARGE);
        let wide = area.width() >= WIDE;
        let to_search = search_key(ui);
        if to_search && !wide {
            self.page = None;
        }
        let references = References::of(&view.kitchen.profile, view.day);
        let mut ask = None;
        if wide {
            let (left, right) = area.split_left_right_at_fraction(0.48);
            let left = left.with_max_x(left.right() - space::LARGE / 2.0);
            let right = right.with_min_x(right.left() + space::LARGE / 2.0);
            part_ui(ui, left, |ui| ask = self.finder_ui(ui, view, &references, to_search));
            part_ui(ui, right, |ui| ask = ask.take().or_else(|| self.page_ui(ui, view, &references, actions)));
        } else if self.page.is_some() {
            part_ui(ui, area, |ui| {
                if ui.add(Push::new("Back to the list").icon(ICON_ARROW_BACK).quiet()).clicked() {
                    self.page = None;
                }
                ask = self.page_ui(ui, view, &references, actions);
            });
        } else {
            part_ui(ui, area, |ui| ask = self.finder_ui(ui, view, &references, to_search));
        }
        ui.advance_cursor_after_rect(area);
        ask
    }

    fn finder_ui(&mut self, ui: &mut Ui, view: FoodView<'_>, references: &References, to_search: bool) -> Option<Ask> {
        card_ui(ui, |ui| {
            let entered = self.search.ui(ui, SEARCH, to_search);
            let words = self.search.words().to_owned();
            let searching = words.chars().count() >= LETTERS;
            let what = if searching { ListOf::Words(words.clone()) } else { ListOf::Ranking(self.choice) };
            if !searching {
                self.choice.ui(ui, view);
            }
            self.list.follow(what, view, references);
            let mut ask = None;
            if self.list.is_empty() && searching {
                weak_label(ui, format!("No food is called \"{words}\". Try another word."));
                if ui.add(Push::new("Describe it yourself").icon(ICON_ADD)).clicked() {
                    ask = Some(Ask::Describe(words));
                }
            } else if self.list.is_empty() {
                weak_label(ui, "No food of this kind is left.");
            }
            if entered && let Some(first) = self.list.first() {
                self.page = Some(FoodPage::of(first.clone()).with_keyboard());
            }
            let open = self.page.as_ref().map(FoodPage::food);
            if let Some(opened) = self.list.ui(ui, open, self.search.take_to_first()) {
                let page = FoodPage::of(opened.food);
                self.page = Some(if opened.by_keyboard { page.with_keyboard() } else { page });
            }
            ask
        })
    }

    fn page_ui(&mut self, ui: &mut Ui, view: FoodView<'_>, references: &References, actions: &mut Actions) -> Option<Ask> {
        ScrollArea::vertical()
            .id_salt("page")
            .auto_shrink([false, false])
            .show(ui, |ui| {
                ui.set_max_width(ui.available_width() - 12.0);
                if let Some(page) = &mut self.page {
                    return page.ui(ui, view, references, actions).then(|| Ask::Edit(page.food().clone()));
                }
                card_ui(ui, |ui| weak_label(ui, "Choose a food to see what is in it, and to log it."));
                None
            })
            .inner
    }
}

/// Whether F or / was pressed while no text field has the focus: they lead to the search.
fn search_key(ui: &Ui) -> bool {
    !ui.ctx().text_edit_focused()
        && ui
            .input(|input| !input.modifiers.command && !input.modifiers.alt && (input.key_pressed(Key::F) || input.key_pressed(Key::Slash)))
}
