//! Signals that ask the program to end close the window, as its close button does, so that what was typed is saved.

use egui::Context;
use egui::{ViewportCommand, ViewportId};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::{flag, iterator::Signals};
use std::io;
use std::sync::{Arc, atomic::AtomicBool};
use std::thread;

/// Closes the window at the first SIGTERM, SIGINT or SIGHUP from now on. A second one ends the program at once.
///
/// # Errors
/// The error of the system if it refuses; these signals then end the program at once.
pub(super) fn close_on_signals(context: &Context) -> io::Result<()> {
    let again = Arc::new(AtomicBool::new(false));
    for signal in [SIGTERM, SIGINT, SIGHUP] {
        // Handlers run in this order: the first signal still finds the flag unset.
        flag::register_conditional_default(signal, Arc::clone(&again))?;
        flag::register(signal, Arc::clone(&again))?;
    }
    let mut signals = Signals::new([SIGTERM, SIGINT, SIGHUP])?;
    let context = context.clone();
    let wait = move || {
        for _signal in signals.forever() {
            context.send_viewport_cmd_to(ViewportId::ROOT, ViewportCommand::Close);
            context.request_repaint_of(ViewportId::ROOT);
        }
    };
    thread::Builder::new().name("signals".to_owned()).spawn(wait).map(|_runs_on| ())
}
