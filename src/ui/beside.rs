//! What the jobs beside the window have in common.

use crate::jobs::Stopped;
use egui::Context;
use std::fmt::Display;

/// Wakes the window when a job has news.
pub(super) fn waking(context: &Context) -> impl Fn() + Send + 'static {
    let context = context.clone();
    move || context.request_repaint()
}

/// What came of a job, with what went wrong in words.
pub(super) fn in_words<T>(result: Result<Result<T, impl Display>, Stopped>) -> Result<T, String> {
    result.map_err(|stopped| stopped.to_string())?.map_err(|error| error.to_string())
}
