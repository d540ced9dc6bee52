//! The short list of foods to try, and the foods that are not suggested any more.

use crate::diary::{Command, FoodCommand, KitchenCommand};
use crate::domain::{FoodOpinion, Opinion};
use crate::ui::action::{Action, Actions};
use crate::ui::screens::food::view::FoodView;
use crate::ui::widgets::{Push, card_ui, heading_ui, weak_label};
use egui::Ui;
use egui_material_icons::icons::{ICON_ADD, ICON_CLOSE};

pub(super) fn opinions_ui(ui: &mut Ui, view: FoodView<'_>, actions: &mut Actions) {
    for (opinion, heading, empty) in [
        (Opinion::ToTry, "To try", "Foods that you mark \"to try\" wait here."),
        (Opinion::NotForMe, "Not for me", "Foods that you do not want suggested stand here, and can come back."),
    ] {
        let foods: Vec<_> = view.kitchen.opinions.iter().map(|entry| &entry.value).filter(|said| said.opinion == opinion).collect();
        if foods.is_empty() && opinion == Opinion::NotForMe {
            continue;
        }
        card_ui(ui, |ui| {
            heading_ui(ui, heading);
            if foods.is_empty() {
                weak_label(ui, empty);
            }
            for said in foods {
                food_ui(ui, said, view, actions);
            }
        });
        ui.add_space(crate::ui::theme::space::SMALL);
    }
}

fn food_ui(ui: &mut Ui, said: &FoodOpinion, view: FoodView<'_>, actions: &mut Actions) {
    let FoodOpinion { food, name, opinion } = said;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        if ui.add(Push::new(name).name(&format!("Open {name}")).tiny().left_aligned()).clicked() {
            actions.push(Action::ShowFood(food.clone()));
        }
        if *opinion == Opinion::ToTry
            && let Some(entry) = view.kitchen.book.food(food).and_then(|food| food.usual_entry(view.day))
            && ui.add(Push::new("Log it").name(&format!("Log {name}")).icon(ICON_ADD).tiny()).clicked()
        {
            actions.run(Command::Food(FoodCommand::Log(entry)));
        }
        let words = if *opinion == Opinion::ToTry { "Take off the list" } else { "Suggest again" };
        if ui.add(Push::new(words).name(&format!("{words}: {name}")).icon(ICON_CLOSE).tiny()).clicked() {
            actions.run(Command::Kitchen(KitchenCommand::SetOpinion { food: food.clone(), name: name.clone(), opinion: None }));
        }
    });
}
