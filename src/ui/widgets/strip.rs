//! A strip across the top of the page, for what must not be overlooked.

use egui::{Color32, Frame, Id, Margin, Panel, Ui};

/// What a strip is called among the parts of the window, and how it looks.
#[derive(Debug, Clone, Copy)]
pub struct StripLook {
    /// A name that no other strip has.
    pub id: &'static str,
    /// Its ground.
    pub fill: Color32,
    /// What stays free above and below its content, in points.
    pub margin: i8,
}

/// Paints a strip above what is painted next. Returns its height in points.
///
/// egui cuts a panel off at the height that it had in the frame before. When the words take other lines, as in a window that was made
/// narrower, another frame is asked for, since an idle window paints none by itself.
pub fn strip_ui(ui: &mut Ui, look: StripLook, content: impl FnOnce(&mut Ui)) -> f32 {
    let frame = Frame::new().fill(look.fill).inner_margin(Margin::symmetric(22, look.margin));
    let shown = Panel::top(look.id).frame(frame).show_separator_line(false).show(ui, content);
    let height = shown.response.rect.height();
    let before = ui.data_mut(|data| std::mem::replace(data.get_temp_mut_or_default::<f32>(Id::unique(look.id)), height));
    if before.to_bits() != height.to_bits() {
        ui.ctx().request_repaint();
    }
    height
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::{Context, Pos2, RawInput, Rect, ViewportId, vec2};
    use std::time::Duration;

    /// How long a window that is so wide waits for its next frame, and how high the strip in it is.
    fn painted(context: &Context, width: f32) -> (Duration, f32) {
        let input = RawInput { screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(width, 600.0))), ..RawInput::default() };
        let look = StripLook { id: "strip", fill: Color32::RED, margin: 6 };
        let mut height = 0.0;
        let mut output =
            context.run_ui(input, |ui| height = strip_ui(ui, look, |ui| drop(ui.label("The diary file is not at its place. ".repeat(4)))));
        output.textures_delta.clear();
        (output.viewport_output[&ViewportId::ROOT].repaint_delay, height)
    }

    #[test]
    fn a_strip_with_more_lines_than_before_is_painted_once_more() {
        let context = Context::default();
        for _ in 0..4 {
            painted(&context, 1400.0);
        }
        let (rests, low) = painted(&context, 1400.0);
        assert!(rests > Duration::ZERO);
        let (again, high) = painted(&context, 400.0);
        assert!(again == Duration::ZERO && high > low, "{again:?}, {low} to {high}");
    }
}
