//! Charts: what to draw, and drawing it on any plotters backend.
//!
//! [`TrendsSpec`] holds values and labels and knows no plotters type; [`draw_trends`] draws it on any
//! [`DrawingBackend`](plotters::prelude::DrawingBackend): the window, SVG or PNG. Nobody else knows plotters,
//! but for the one backend in `ui/`. This module knows neither egui nor the database.

mod draw;
mod layout;
mod palette;
mod raster;
mod save;
mod spec;

pub use draw::{DrawError, draw_trends};
pub use layout::TrendsLayout;
pub use palette::{Look, Palette, Rgb};
pub use save::{ChartError, save_trends, trends_svg};
pub use spec::{Bar, PanelSpec, Row, Tick, Tone, TrendsSpec};
