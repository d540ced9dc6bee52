//! Charts: what to draw, and drawing it on any plotters backend.
//!
//! [`ChartSpec`] contains values and labels and knows no plotters type; [`draw_chart`] draws it on any
//! [`DrawingBackend`](plotters::prelude::DrawingBackend): the window, SVG or PNG. Nobody else knows plotters,
//! but for the one backend in `ui/`. This module knows neither egui nor the database.

mod bars;
mod before;
mod body;
mod calendar;
mod chart;
mod count_words;
mod fill;
mod frame;
mod heading;
mod kind;
mod measure_look;
mod palette;
mod pen;
mod raster;
mod relief;
mod round_step;
mod ruler;
mod save;
mod spec;
mod spot;
mod svg;
mod table;
mod trends;
mod typeset;

pub use bars::BarsSpec;
pub use before::BeforeSpec;
pub use body::{BodyFigure, BodySpec, LEG_BACK, LEG_FRONT, LegBand, leg_edge};
pub use calendar::CalendarSpec;
pub use chart::Chart;
pub use heading::draw_picture;
pub use kind::ChartKind;
pub use palette::{Look, Palette, Rgb};
pub use relief::ReliefSpec;
pub use save::{ChartError, Picture, chart_svg, save_chart};
pub use spec::{ChartSpec, draw_chart};
pub use spot::Spot;
pub use table::{Blank, Cell, ChartTable, TableColumn};
pub use trends::{TrendsLayout, TrendsSpec};
pub use typeset::TEXT_PER_EM;

use fill::Fill;
