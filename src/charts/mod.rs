//! Charts: what to draw, and drawing it on any plotters backend.
//!
//! [`ChartSpec`] holds values and labels and knows no plotters type; [`draw_chart`] draws it on any
//! [`DrawingBackend`](plotters::prelude::DrawingBackend): the window, SVG or PNG. Nobody else knows plotters,
//! but for the one backend in `ui/`. This module knows neither egui nor the database.

mod before;
mod chart;
mod draw;
mod layout;
mod palette;
mod pen;
mod raster;
mod save;
mod spec;
mod svg;
mod table;
mod typeset;

pub use before::{BeforeSpec, BeforeSpecRow};
pub use chart::{ChartSpec, Spot, draw_chart};
pub use layout::TrendsLayout;
pub use palette::{Look, Palette, Rgb};
pub use pen::DrawError;
pub use save::{ChartError, Picture, chart_svg, save_chart};
pub use spec::{Bar, PanelSpec, Row, Tick, Tone, TrendsSpec};
pub use table::{Cell, Column, Table};
