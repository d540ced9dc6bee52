//! Charts: what to draw, and drawing it on any plotters backend.
//!
//! [`ChartSpec`] holds values and labels and knows no plotters type; [`draw_chart`] draws it on any
//! [`DrawingBackend`](plotters::prelude::DrawingBackend): the window, SVG or PNG. Nobody else knows plotters,
//! but for the one backend in `ui/`. This module knows neither egui nor the database.

mod bars;
mod before;
mod body;
mod calendar;
mod chart;
mod fill;
mod frame;
mod palette;
mod pen;
mod raster;
mod relief;
mod ruler;
mod save;
mod svg;
mod table;
#[cfg(test)]
mod text_boxes;
mod trends;
mod typeset;
mod wording;

pub use bars::{BarsSpec, Stack};
pub use before::{BeforeSpec, BeforeSpecRow};
pub use body::{BodyFigure, BodySpec, LEG_BACK, LEG_FRONT, LegBand, leg_edge};
pub use calendar::CalendarSpec;
pub use chart::{ChartSpec, Spot, draw_chart};
pub use fill::Fill;
pub use frame::Around;
pub use palette::{Look, Palette, Rgb};
pub use pen::DrawError;
pub use relief::ReliefSpec;
pub use save::{ChartError, Picture, chart_svg, save_chart};
pub use table::{Blank, Cell, Column, Table};
pub use trends::{PanelBar, PanelSpec, Row, Tone, TrendsLayout, TrendsSpec};
