//! How wide words are before anything is drawn, so that a layout is the same for drawing and for pointing.
//!
//! All lengths are in units: pixels at scale 1. The window's letters are a little wider than those of pictures; words that fit
//! there fit everywhere.

use super::pen::{LABEL, TITLE};
use super::typeset::{TEXT_PER_EM, face};
use ab_glyph::Font as _;
use plotters::style::FontStyle;

/// From one line of labels to the next.
pub(super) const LINE: f64 = 17.0;

/// How much wider letters are in the window, with what kerning may add.
const WIDEST: f64 = 1.08;

/// The width of a label.
pub(super) fn width(words: &str) -> f64 {
    set_width(words, FontStyle::Normal, LABEL)
}

/// The width of a text in a style and size, in units.
fn set_width(words: &str, style: FontStyle, size: f64) -> f64 {
    let Some(face) = face(style) else { return 0.0 };
    let units: f32 = words.chars().map(|letter| face.h_advance_unscaled(face.glyph_id(letter))).sum();
    f64::from(units) / f64::from(face.units_per_em().unwrap_or(1000.0)) * size / TEXT_PER_EM * WIDEST
}

/// The text, or as much of its beginning as there is room for; empty where not even three letters fit.
pub(super) fn shortened(words: &str, room: f64) -> String {
    cut(words, room, width)
}

fn cut(words: &str, room: f64, width: impl Fn(&str) -> f64) -> String {
    if width(words) <= room {
        return words.to_owned();
    }
    let letters: Vec<char> = words.chars().collect();
    let cut = |count: usize| format!("{}…", letters[..count].iter().collect::<String>().trim_end());
    (3..letters.len()).rev().map(cut).find(|cut| width(cut) <= room).unwrap_or_default()
}

/// The first of these wordings, from the longest to the shortest, that there is room for; empty where none fits.
pub(super) fn first_that_fits(wordings: &[String], room: f64) -> &str {
    wordings.iter().find(|words| width(words) <= room).map_or("", String::as_str)
}

/// The text in lines; a single word that is too long for one is shortened.
pub(super) fn wrapped(words: &str, room: f64) -> Vec<String> {
    lines(words, room, width)
}

/// The heading of a picture in lines.
pub(super) fn wrapped_title(words: &str, room: f64) -> Vec<String> {
    lines(words, room, |words| set_width(words, FontStyle::Bold, TITLE))
}

fn lines(words: &str, room: f64, width: impl Fn(&str) -> f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        match lines.last_mut() {
            Some(line) if width(line) + width(" ") + width(word) <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(cut(word, room, &width)),
        }
    }
    lines
}

/// A count as a length.
#[expect(clippy::cast_precision_loss, reason = "a count of what stands in a picture, or of cramps")]
pub(super) fn length(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_shortened_wrapped_or_left_out() {
        let words = "12 cramps have no time";
        assert!(width(words) > 100.0 && width(words) < 200.0, "{}", width(words));
        assert_eq!(shortened(words, 300.0), words);
        assert_eq!(shortened(words, 5.0), "");
        let cut = shortened(words, 80.0);
        assert!(cut.ends_with('…') && width(&cut) <= 80.0, "{cut}");
        assert_eq!(wrapped(words, width("12 cramps have") + 1.0), ["12 cramps have", "no time"]);
        assert!(wrapped("", 100.0).is_empty());
        let wordings = ["January", "Jan", "J"].map(str::to_owned);
        assert_eq!((first_that_fits(&wordings, 30.0), first_that_fits(&wordings, 1.0)), ("Jan", ""));
    }
}
