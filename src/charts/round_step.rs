//! The step from one label of a value axis to the next.

/// The smallest round step that is not below `least`: 1, 2 or 5 times a power of ten, from 10 on also 2.5 times one. A step between
/// whole things is never below 1.
pub(super) fn round_step(least: f64, whole: bool) -> f64 {
    let least = if whole { least.max(1.0) } else { least.max(1e-6) };
    let power = 10.0_f64.powf(least.log10().floor());
    let steps = if power >= 10.0 { [1.0, 2.0, 2.5, 5.0] } else { [1.0, 2.0, 5.0, 10.0] };
    steps.into_iter().map(|step| step * power).find(|step| *step >= least * (1.0 - 1e-9)).unwrap_or(power * 10.0)
}
