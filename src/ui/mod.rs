//! The window: screens paint ready views and ask for actions; the end of the frame acts.
//!
//! Start with [`App`]. Nothing here knows SQL or the command line.

pub mod action;
mod app;
mod backups;
mod beside;
mod checking;
mod computers;
mod doubt;
mod file_watch;
mod imports;
mod left_out;
pub mod look_views;
mod lost_file;
mod navigation;
mod notice;
pub mod open_diary;
mod opening;
mod own_files;
mod page_change;
pub mod place;
pub mod place_field;
pub mod plot_backend;
pub mod range;
mod read_ahead;
mod remembered;
mod rounded;
mod salvaging;
pub mod screens;
mod sealing;
mod shortcuts;
#[cfg(unix)]
mod signals;
mod soundness;
mod system_fonts;
pub mod theme;
mod toast;
pub mod views;
mod waiting;
pub mod widgets;
pub mod window_change;

pub use app::App;
pub use open_diary::Start;

use crate::machine::WindowPlace;
use eframe::{AppCreator, NativeOptions};
use egui::{Pos2, ViewportBuilder, pos2, vec2};
use opening::Opening;
use std::thread::JoinHandle;

/// The icon of the window, drawn from the SVG beside it.
const ICON: &[u8] = include_bytes!("../../assets/desktop/cramp-diary.png");

#[expect(clippy::cast_precision_loss, reason = "points of a screen")]
fn points(corner: [i32; 2]) -> Pos2 {
    pos2(corner[0] as f32, corner[1] as f32)
}

/// Opens the window and returns when it is closed.
///
/// # Errors
/// A sentence for the person when no window can be opened.
pub fn run(start: Start) -> Result<(), String> {
    let notes = start.machine.window();
    let (opening, thread) = Opening::ahead(start);
    let mut viewport = ViewportBuilder::default()
        .with_title("Cramp Diary")
        .with_app_id("cramp-diary")
        .with_inner_size(vec2(1240.0, 860.0))
        .with_min_inner_size(vec2(720.0, 520.0));
    if let Some(WindowPlace { corner, size, is_maximised }) = notes.place {
        viewport = viewport.with_inner_size(vec2(f32::from(size[0]), f32::from(size[1]))).with_maximized(is_maximised);
        if let Some(corner) = corner {
            viewport = viewport.with_position(points(corner));
        }
    }
    // Wayland takes the icon from the menu entry that is called as the app id; X11 and Windows take this one.
    match eframe::icon_data::from_png_bytes(ICON) {
        Ok(icon) => viewport = viewport.with_icon(icon),
        Err(error) => log::warn!("The icon of the window cannot be read ({error})."),
    }
    // The window takes typefaces of the system in its own time; see `system_fonts`.
    // Dithering is for gradients, of which there are none; without a graphics card it is a third of the work of every pixel.
    let options = NativeOptions { viewport, system_font_fallback: false, dithering: false, ..NativeOptions::default() };
    let app: AppCreator<'_> = Box::new(|creation| {
        system_fonts::fall_back_on_system_fonts(&creation.egui_ctx);
        remembered::bring_back(creation);
        let mut app = App::over(&creation.egui_ctx, opening);
        app.watch_the_file();
        #[cfg(unix)]
        if let Err(error) = signals::close_on_signals(&creation.egui_ctx) {
            log::warn!("a signal will end the program before the last second of typing is saved: {error}");
        }
        app.check_beside();
        app.keep_backups();
        app.keep_together();
        app.remember_beside();
        Ok(Box::new(app))
    });
    let result = eframe::run_native("cramp-diary", options, app).map_err(|error| format!("No window could be opened ({error})."));
    // A diary that was opened for a window which was not made is closed first.
    _ = thread.map(JoinHandle::join);
    result
}
