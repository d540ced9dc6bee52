//! At which numbers of nights links are looked at: looking every day finds something sooner or later.

/// The first look, at this many logged nights: 42.
pub const FIRST_LOOK: usize = 42;
/// From the second look on, at 56 nights, there is one every so many logged nights: 28.
pub const LOOK_EVERY: usize = 28;
/// A look counts as one of so many: the chance of a finding is multiplied by 7, which was calibrated over a year.
const LOOKS_OF_A_YEAR: f64 = 7.0;

/// The largest look that this many logged nights have reached: 42, 56, 84, 112 … Returns `None` before the first.
#[must_use]
pub fn look_reached(logged: usize) -> Option<usize> {
    match logged {
        0..FIRST_LOOK => None,
        _ if logged < 2 * LOOK_EVERY => Some(FIRST_LOOK),
        _ => Some(logged / LOOK_EVERY * LOOK_EVERY),
    }
}

/// The number of logged nights at which the next look comes.
#[must_use]
pub fn next_look(logged: usize) -> usize {
    if logged < FIRST_LOOK { FIRST_LOOK } else { ((logged / LOOK_EVERY + 1) * LOOK_EVERY).max(2 * LOOK_EVERY) }
}

/// How many of the nights, counted from the first, a look takes in: up to the one with which it is reached. Returns the look and that
/// number, or `None` before the first look.
pub(super) fn cut_at_look(cramps: &[Option<f64>]) -> Option<(usize, usize)> {
    let look = look_reached(cramps.iter().flatten().count())?;
    let last = cramps.iter().enumerate().filter(|(_, cramps)| cramps.is_some()).nth(look - 1)?.0;
    Some((look, last + 1))
}

/// The chance of a finding at one look, as one of the looks of a year.
pub(super) fn as_one_of_the_looks(p: f64) -> f64 {
    (LOOKS_OF_A_YEAR * p).min(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looks_come_at_fixed_nights() {
        for (logged, look, next) in [
            (0, None, 42),
            (41, None, 42),
            (42, Some(42), 56),
            (55, Some(42), 56),
            (56, Some(56), 84),
            (83, Some(56), 84),
            (365, Some(364), 392),
        ] {
            assert_eq!((look_reached(logged), next_look(logged)), (look, next), "{logged}");
        }
        let mut nights = vec![Some(0.0); 50];
        nights[3] = None;
        assert_eq!(cut_at_look(&nights), Some((42, 43)));
        assert_eq!(cut_at_look(&nights[..42]), None);
    }
}
