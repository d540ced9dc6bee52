//! Typefaces of the system, for names in scripts that the bundled faces lack.
//!
//! Listing the typefaces of a system takes up to hundreds of milliseconds, so it waits until a letter is missing, and
//! goes on beside the window, which shows a box for the letter meanwhile. Who writes in Latin, Greek or Cyrillic
//! letters alone never pays for it.

use egui::{Context, FallbackRequest, FontFamily, FontInsert, FontProvider};
use egui_system_font_provider::SystemFontProvider;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

/// Lets a window take typefaces of the system for what the bundled ones lack.
pub(super) fn fall_back_on_system_fonts(context: &Context) {
    context.add_font_provider(Arc::new(WhenMissed { context: context.clone(), has_begun: AtomicBool::new(false) }));
}

/// A provider without a typeface. Once a letter is missed for the first time, the typefaces of the system replace it.
struct WhenMissed {
    context: Context,
    has_begun: AtomicBool,
}

impl FontProvider for WhenMissed {
    fn font_for(&self, request: &FallbackRequest<'_>) -> Option<FontInsert> {
        if !self.has_begun.swap(true, Ordering::Relaxed) {
            let (context, missed, family) = (self.context.clone(), request.cluster.to_owned(), request.family.clone());
            let begun = thread::Builder::new().name("system fonts".to_owned()).spawn(move || install(&context, &missed, &family));
            if let Err(error) = begun {
                log::warn!("typefaces of the system are not used: {error}");
            }
        }
        None
    }
}

/// Lists the typefaces of the system, and gives them to the window, which is painted once more.
fn install(context: &Context, missed: &str, family: &FontFamily) {
    let provider = SystemFontProvider::new();
    // Waits until they are listed, so that the window need not.
    _ = provider.font_for(&FallbackRequest { cluster: missed, family });
    context.set_font_providers(vec![Arc::new(provider)]);
}
