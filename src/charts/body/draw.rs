//! Drawing the body map on any plotters backend.

use super::layout::{BodyLayout, LegsView, part};
use super::leg::{LegBand, leg_edge};
use super::spec::Shade;
use super::{BodySpec, words};
use crate::charts::Rgb;
use crate::charts::pen::{DrawError, Pen};
use crate::charts::ruler::{LINE, first_that_fits, length, shortened};
use crate::charts::spot::Box4;
use crate::domain::{Muscle, Side, capitalised, place};
use plotters::prelude::{DrawingBackend, PathElement, Polygon};
use plotters::style::text_anchor::{HPos, VPos};
use std::ops::RangeInclusive;

/// How wide a muscle is drawn on its leg.
const MUSCLE: f64 = 0.84;
/// The gap between a text and what it belongs to.
const BESIDE: f64 = 8.0;

/// Draws the map over the pen's whole area.
pub(in crate::charts) fn draw_body<DB: DrawingBackend>(pen: &Pen<'_, DB>, spec: &BodySpec) -> Result<(), DrawError<DB>> {
    let layout = BodyLayout::new(spec, pen.area_in_units());
    layout.frame.draw(pen)?;
    if spec.is_empty() {
        return Ok(());
    }
    for view in &layout.views {
        draw_view(pen, spec, view, layout.lines)?;
    }
    layout.boxes.iter().try_for_each(|(muscle, side, room)| draw_box(pen, spec, *room, *muscle, *side))
}

fn draw_view<DB: DrawingBackend>(pen: &Pen<'_, DB>, spec: &BodySpec, view: &LegsView, lines: usize) -> Result<(), DrawError<DB>> {
    let [left, top, right, _] = view.room;
    let middle = f64::midpoint(left, right);
    let title = pen.label(pen.palette.ink, HPos::Center, VPos::Top);
    let faint = pen.label(pen.palette.faint_ink, HPos::Center, VPos::Top);
    pen.text(view.title, (pen.px(middle), pen.px(top)), &title)?;
    for (side, leg) in view.legs {
        let words = if side == Side::Left { "your left" } else { "your right" };
        pen.text(words, (pen.px(f64::midpoint(leg[0], leg[2])), pen.px(top + LINE)), &faint)?;
        band(pen, leg, 1.0, &(0.0..=1.0), pen.palette.grid)?;
        for muscle in view.bands {
            let found = spec.place(muscle.muscle, side);
            let colour = match spec.shade(found) {
                Shade::Severity(severity) => pen.palette.severity(severity.get()),
                Shade::Level(level) => pen.level(level),
            };
            band(pen, leg, MUSCLE, &muscle.heights, colour)?;
            let room = if side == Side::Left { leg[0] - left } else { right - leg[2] } - BESIDE;
            let wordings = words::lines(&spec.places, found);
            beside(pen, side, part(leg, muscle), &wordings[..wordings.len().min(lines)], room)?;
        }
    }
    view.bands.iter().try_for_each(|muscle| name(pen, middle, view.legs[0].1, muscle))
}

/// What a muscle is called, between the legs.
fn name<DB: DrawingBackend>(pen: &Pen<'_, DB>, middle: f64, leg: Box4, band: &LegBand) -> Result<(), DrawError<DB>> {
    let [_, top, _, bottom] = part(leg, band);
    let lines: Vec<_> = band.label.split('\n').collect();
    let style = pen.label(pen.palette.ink, HPos::Center, VPos::Center);
    let first = f64::midpoint(top, bottom) - LINE * (length(lines.len()) - 1.0) / 2.0;
    lines.iter().enumerate().try_for_each(|(line, words)| pen.text(words, (pen.px(middle), pen.px(first + LINE * length(line))), &style))
}

/// The figures of a muscle, at the outer side of its leg.
fn beside<DB: DrawingBackend>(
    pen: &Pen<'_, DB>,
    side: Side,
    [left, top, right, bottom]: Box4,
    lines: &[Vec<String>],
    room: f64,
) -> Result<(), DrawError<DB>> {
    let (x, anchor) = if side == Side::Left { (left - BESIDE, HPos::Right) } else { (right + BESIDE, HPos::Left) };
    let first = f64::midpoint(top, bottom) - LINE * (length(lines.len()) - 1.0) / 2.0;
    for (line, wordings) in lines.iter().enumerate() {
        let colour = if line == 0 && lines.len() > 1 { pen.palette.ink } else { pen.palette.faint_ink };
        let at = (pen.px(x), pen.px(first + LINE * length(line)));
        pen.text(first_that_fits(wordings, room), at, &pen.label(colour, anchor, VPos::Center))?;
    }
    Ok(())
}

/// A band of a leg: strips of which each reaches into the next, since not every backend fills what is not convex.
fn band<DB: DrawingBackend>(
    pen: &Pen<'_, DB>,
    [left, top, right, bottom]: Box4,
    share: f64,
    heights: &RangeInclusive<f32>,
    colour: Rgb,
) -> Result<(), DrawError<DB>> {
    let at = |(height, half): (f32, f32)| {
        let (middle, half) = (f64::midpoint(left, right), f64::from(half) * share * (right - left));
        (pen.px(middle - half), pen.px(middle + half), pen.px(top + (bottom - top) * f64::from(height)))
    };
    let rows: Vec<_> = leg_edge(heights).into_iter().map(at).collect();
    for pair in rows.windows(2) {
        let [(left, right, y), (left_below, right_below, below)] = [pair[0], pair[1]];
        let strip = vec![(left, y), (right, y), (right_below, below + 1), (left_below, below + 1)];
        pen.area.draw(&Polygon::new(strip, colour.filled()))?;
    }
    // A thin line of the same colour smooths the edge.
    let down = rows.iter().map(|(_, right, y)| (*right, *y));
    let mut edge: Vec<_> = down.chain(rows.iter().rev().map(|(left, _, y)| (*left, *y))).collect();
    edge.extend(edge.first().copied());
    pen.area.draw(&PathElement::new(edge, colour.stroke(1)))
}

/// Draws a part of the body that is on no leg: its shade, its name, and its figures in a line.
fn draw_box<DB: DrawingBackend>(
    pen: &Pen<'_, DB>,
    spec: &BodySpec,
    [left, top, right, bottom]: Box4,
    muscle: Muscle,
    side: Side,
) -> Result<(), DrawError<DB>> {
    let found = spec.place(muscle, side);
    pen.surface([left, top, left + 14.0, bottom].map(|edge| pen.px(edge)), spec.shade(found).fill())?;
    let (x, room) = (left + 14.0 + BESIDE, right - left - 14.0 - BESIDE);
    let ink = pen.label(pen.palette.ink, HPos::Left, VPos::Top);
    let name = shortened(&capitalised(&place(muscle, side)), room);
    pen.text(&name, (pen.px(x), pen.px(top + 1.0)), &ink)?;
    let faint = pen.label(pen.palette.faint_ink, HPos::Left, VPos::Top);
    pen.text(first_that_fits(&words::line(&spec.places, found), room), (pen.px(x), pen.px(top + 1.0 + LINE)), &faint)
}
