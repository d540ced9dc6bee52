//! An eframe window with nothing in it, of the size and with the renderer of the program: what the start of
//! the program is measured against (`scripts/window-start`).

fn main() -> eframe::Result {
    let viewport = egui::ViewportBuilder::default().with_title("Bare window").with_inner_size(egui::vec2(1240.0, 860.0));
    let options = eframe::NativeOptions { viewport, ..eframe::NativeOptions::default() };
    eframe::run_ui_native("bare-window", options, |_ui, _frame| {})
}
