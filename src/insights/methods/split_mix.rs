//! Numbers by chance that are alike on every computer.

/// SplitMix64 (G. Steele, D. Lea, C. Flood, Fast splittable pseudorandom number generators, OOPSLA 2014): a small generator whose numbers
/// follow from its seed alone. For drawing lots in computations that must be repeatable; never for secrets.
#[derive(Debug, Clone)]
pub struct SplitMix64(u64);

impl SplitMix64 {
    /// The generator that begins with this seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number, any of 64 bits.
    pub fn next_u64(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to one less than `count`, by the upper half of the next draw; 0 where `count` is 0. `count` is below 2³².
    pub fn below(&mut self, count: usize) -> usize {
        usize::try_from(((self.next_u64() >> 32) * count as u64) >> 32).unwrap_or(0)
    }

    /// A number from 0 up to, and without, 1: the upper 53 bits of the next draw.
    pub fn unit(&mut self) -> f64 {
        let bits = self.next_u64() >> 11;
        let part = |bits: u64| f64::from(u32::try_from(bits & u64::from(u32::MAX)).unwrap_or(0));
        part(bits >> 32).mul_add(4_294_967_296.0, part(bits)) / 9_007_199_254_740_992.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_are_those_of_the_published_generator() {
        // The first output of seed 20240229, and the three of seed 1234567 that the generator's authors give.
        assert_eq!(SplitMix64::new(20_240_229).next_u64(), 2_971_461_144_707_196_042);
        let mut numbers = SplitMix64::new(1_234_567);
        let drawn = [numbers.next_u64(), numbers.next_u64(), numbers.next_u64()];
        assert_eq!(drawn, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
    }

    #[test]
    fn numbers_below_a_bound_and_of_the_unit_come_evenly() {
        let mut numbers = SplitMix64::new(5);
        let mut counts = [0_u32; 7];
        (0..70_000).for_each(|_| counts[numbers.below(7)] += 1);
        assert!(counts.iter().all(|count| (9_500..10_500).contains(count)), "{counts:?}");
        let mean = (0..10_000).map(|_| numbers.unit()).sum::<f64>() / 10_000.0;
        assert!((mean - 0.5).abs() < 0.02, "{mean}");
        assert_eq!(SplitMix64::new(1).below(0), 0);
    }
}
