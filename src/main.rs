//! The program `cramp-diary`: opens the window, or runs one command.

use anyhow::{Error, ensure};
use cramp_diary::cli::{self, ForWindow, Outcome, Session};
use cramp_diary::ui;
use std::env;
use std::io::{self, Write as _};
use std::process::ExitCode;

fn main() -> ExitCode {
    match cli::run(env::args_os(), &mut io::stdout(), &mut io::stderr()) {
        Outcome::Done(code) => code,
        Outcome::Window(session) => match open_window(session) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                _ = writeln!(io::stderr(), "cramp-diary: {error:#}");
                ExitCode::FAILURE
            }
        },
    }
}

/// Opens the window on the diary of the session, until it is closed.
fn open_window(session: Session) -> anyhow::Result<()> {
    ensure!(
        has_display(),
        "No display was found, so the window cannot open. Without one these commands work: {}; see --help.",
        cli::COMMANDS.join(", ")
    );
    // Without a language in the environment, typefaces of the system are chosen without one; that is no trouble. Nor is it that the system
    // has no window for choosing places: the form says then to type the path.
    let filter = "warn,egui_system_font_provider=error,rfd=off";
    env_logger::Builder::from_env(env_logger::Env::default().default_filter_or(filter)).init();
    let ForWindow { path, clock, said, machine } = session.for_window()?;
    ui::run(ui::Start { path, clock, said, machine }).map_err(Error::msg)
}

/// Whether there is a screen on which a window can open. Only Linux is checked; elsewhere it is `true`.
fn has_display() -> bool {
    let named = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || named("DISPLAY") || named("WAYLAND_DISPLAY")
}
