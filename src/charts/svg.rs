//! SVG pictures whose words are outlines: they look the same wherever they are opened, whatever fonts are there.
//!
//! plotters writes everything else. Each letter is described once and then used; its words stay readable for a
//! screen reader as the label of their group.

use super::typeset::{Line, face};
use ab_glyph::{Font as _, FontRef, GlyphId, OutlineCurve, Point};
use plotters::prelude::SVGBackend;
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle};
use std::collections::BTreeMap;
use std::fmt::Write as _;

type Drawn<'a> = Result<(), DrawingErrorKind<<SVGBackend<'a> as DrawingBackend>::ErrorType>>;

/// The letters that a picture needs, and its words as uses of them.
#[derive(Default)]
pub(super) struct Words {
    letters: BTreeMap<String, String>,
    groups: String,
}

/// plotters' SVG backend, with the words kept aside.
pub(super) struct Vector<'a, 'w> {
    inner: SVGBackend<'a>,
    words: &'w mut Words,
}

impl<'a, 'w> Vector<'a, 'w> {
    /// Writes shapes into `svg` and collects words in `words`; see [`Words::put_into`].
    pub(super) fn new(svg: &'a mut String, size: (u32, u32), words: &'w mut Words) -> Self {
        Self { inner: SVGBackend::with_string(svg, size), words }
    }
}

impl Words {
    /// Adds the title and all words to a finished picture, above its shapes.
    pub(super) fn put_into(self, svg: &mut String, title: &str) {
        let Some(begin) = svg.find(">\n") else { return };
        svg.insert_str(begin + 2, &format!("<title>{}</title>\n", escaped(title)));
        let Some(end) = svg.rfind("</svg>") else { return };
        let mut added = String::from("<defs>\n");
        for (name, path) in &self.letters {
            // Writing into memory does not fail, here and below.
            _ = writeln!(added, "<path id=\"{name}\" d=\"{path}\"/>");
        }
        _ = write!(added, "</defs>\n<g xmlns:xlink=\"http://www.w3.org/1999/xlink\">\n{}</g>\n", self.groups);
        svg.insert_str(end, &added);
    }

    fn add(&mut self, words: &str, style: &impl BackendTextStyle, at: BackendCoord) {
        let Some(face) = face(style.style()) else { return };
        let line = Line::new(words, style, face);
        let (left, baseline) = line.start(style, at);
        // Letters are described in the units of the typeface, with y upwards.
        let scale = line.em / face.units_per_em().unwrap_or(1000.0);
        let (color, (r, g, b)) = (style.color(), style.color().rgb);
        _ = write!(
            self.groups,
            "<g role=\"img\" aria-label=\"{}\" fill=\"#{r:02X}{g:02X}{b:02X}\" fill-opacity=\"{}\" \
             transform=\"translate({left:.1} {baseline:.1}) scale({scale:.5} {:.5})\">",
            escaped(words),
            color.alpha,
            -scale
        );
        for (id, offset) in &line.glyphs {
            if let Some(name) = self.letter(face, style.style(), *id) {
                _ = write!(self.groups, "<use xlink:href=\"#{name}\" x=\"{:.0}\"/>", offset / scale);
            }
        }
        self.groups.push_str("</g>\n");
    }

    /// The name of a letter; `None` for a blank.
    fn letter(&mut self, face: &FontRef<'_>, style: FontStyle, id: GlyphId) -> Option<String> {
        let name = format!("{}{}", if matches!(style, FontStyle::Bold) { "b" } else { "r" }, id.0);
        if !self.letters.contains_key(&name) {
            let curves = face.outline(id)?.curves;
            self.letters.insert(name.clone(), path(&curves));
        }
        Some(name)
    }
}

/// The curves as the path language of SVG; where one does not begin at the end of another, a new contour begins.
fn path(curves: &[OutlineCurve]) -> String {
    let mut path = String::new();
    let mut at: Option<Point> = None;
    for curve in curves {
        let (from, to) = match curve {
            OutlineCurve::Line(from, to) | OutlineCurve::Quad(from, _, to) | OutlineCurve::Cubic(from, _, _, to) => (*from, *to),
        };
        if at != Some(from) {
            if at.is_some() {
                path.push('Z');
            }
            _ = write!(path, "M{} {}", from.x, from.y);
        }
        _ = match curve {
            OutlineCurve::Line(_, to) => write!(path, "L{} {}", to.x, to.y),
            OutlineCurve::Quad(_, by, to) => write!(path, "Q{} {} {} {}", by.x, by.y, to.x, to.y),
            OutlineCurve::Cubic(_, a, b, to) => write!(path, "C{} {} {} {} {} {}", a.x, a.y, b.x, b.y, to.x, to.y),
        };
        at = Some(to);
    }
    path.push('Z');
    path
}

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

impl<'a> DrawingBackend for Vector<'a, '_> {
    type ErrorType = <SVGBackend<'a> as DrawingBackend>::ErrorType;

    fn get_size(&self) -> (u32, u32) {
        self.inner.get_size()
    }

    fn ensure_prepared(&mut self) -> Drawn<'a> {
        self.inner.ensure_prepared()
    }

    fn present(&mut self) -> Drawn<'a> {
        self.inner.present()
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn<'a> {
        self.inner.draw_pixel(point, color)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn<'a> {
        self.inner.draw_line(from, to, style)
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, fill: bool) -> Drawn<'a> {
        self.inner.draw_rect(from, to, style, fill)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn<'a> {
        self.inner.draw_path(path, style)
    }

    fn draw_circle<S: BackendStyle>(&mut self, centre: BackendCoord, radius: u32, style: &S, fill: bool) -> Drawn<'a> {
        self.inner.draw_circle(centre, radius, style, fill)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn<'a> {
        self.inner.fill_polygon(path, style)
    }

    fn draw_text<S: BackendTextStyle>(&mut self, words: &str, style: &S, at: BackendCoord) -> Drawn<'a> {
        self.words.add(words, style, at);
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(&self, words: &str, style: &S) -> Result<(u32, u32), DrawingErrorKind<Self::ErrorType>> {
        let Some(face) = face(style.style()) else { return Ok((0, 0)) };
        Ok(Line::new(words, style, face).size())
    }
}
