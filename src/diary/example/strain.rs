//! The strain, the sleep and the own factors of the made-up person.

use crate::diary::{Command, FactorCommand, NightCommand, SplitMix64, StrainCommand};
use crate::domain::{
    Day, Disturbance, Effort, Entry, Exercise, Factor, FactorKind, FactorValue, Hours, Id, Night, OwnName, Severity, StrainPart,
};
use chrono::Datelike as _;

/// The commands that add the own factors of the made-up person.
pub(super) fn factors() -> impl Iterator<Item = Command> {
    let factor = |(name, kind)| Some(Command::Factor(FactorCommand::Add(Factor::new(OwnName::new(name).ok()?, kind))));
    [("Compression socks", FactorKind::YesNo), ("Stress", FactorKind::Scale)].into_iter().filter_map(factor)
}

/// Logs strain, sleep and factors. It has random numbers of its own, so that the nights of a seed stay as they are without it.
pub(super) struct Strained {
    random: SplitMix64,
    factors: Vec<(Id<Factor>, FactorKind)>,
}

impl Strained {
    pub(super) fn new(seed: u64, factors: &[Entry<Factor>]) -> Self {
        let random = SplitMix64::new(seed ^ 0x5354_5241_494E);
        Self { random, factors: factors.iter().map(|factor| (factor.id, factor.value.kind)).collect() }
    }

    /// Logs the strain of a day and its answers to factors.
    pub(super) fn day(&mut self, day: Day, commands: &mut Vec<Command>) {
        let weekend = day.date().weekday().number_from_monday() >= 6;
        let summer = (6..=8).contains(&day.date().month());
        let exercise = if self.chance(0.4) { self.exercise() } else { Exercise::new(0, None).ok() };
        let on_feet = (if weekend { 2.0 } else { 3.5 }) + self.halves(7);
        let hot = self.chance(if summer { 0.35 } else { 0.03 });
        let parts = [
            exercise.filter(|_| self.chance(0.85)).map(|exercise| StrainPart::Exercise(Some(exercise))),
            Hours::new(on_feet).ok().filter(|_| self.chance(0.8)).map(|hours| StrainPart::Standing(Some(hours))),
            self.chance(0.8).then_some(StrainPart::Heat(Some(hot))),
        ];
        commands.extend(parts.into_iter().flatten().map(|part| Command::Strain(StrainCommand::Log(day, part))));
        for (id, kind) in self.factors.clone() {
            let value = match kind {
                FactorKind::YesNo => f64::from(u8::from(self.chance(if weekend { 0.2 } else { 0.6 }))),
                FactorKind::Scale | FactorKind::Number => self.halves(if weekend { 5 } else { 9 }).mul_add(2.0, 1.0).min(10.0),
            };
            if self.chance(0.85) {
                commands.extend(FactorValue::new(day, id, kind, value).ok().map(FactorCommand::Answer).map(Command::Factor));
            }
        }
    }

    /// Logs the hours slept, which are fewer with cramps, and how much the worst cramp disturbed the sleep.
    pub(super) fn night(&mut self, night: Night, worst: Option<Severity>, commands: &mut Vec<Command>) {
        let lost = f64::from(worst.map_or(0, Severity::get)) / 8.0;
        let slept = ((6.0 + self.halves(6) - lost) * 4.0).round() / 4.0;
        if self.chance(0.9) {
            commands.extend(Hours::new(slept).ok().map(|hours| Command::Night(NightCommand::Slept(night, Some(hours)))));
        }
        let disturbed = worst.map(|worst| worst.get().saturating_sub(2) + u8::from(self.chance(0.5)));
        if self.chance(0.85) {
            let disturbed = disturbed.and_then(|value| Disturbance::new(value).ok());
            commands.extend(disturbed.map(|disturbed| Command::Night(NightCommand::Disturbed(night, Some(disturbed)))));
        }
    }

    fn exercise(&mut self) -> Option<Exercise> {
        let minutes = 15 + 5 * u32::try_from(self.random.below(16)).ok()?;
        let effort = [Effort::Light, Effort::Moderate, Effort::Moderate, Effort::Hard][self.random.below(4)];
        Exercise::new(minutes, Some(effort)).ok()
    }

    /// A random number of half hours, in hours: 0 up to, but not including, `below` halves.
    fn halves(&mut self, below: usize) -> f64 {
        u32::try_from(self.random.below(below)).map_or(0.0, f64::from) / 2.0
    }

    /// Returns `true` with this probability.
    fn chance(&mut self, probability: f64) -> bool {
        self.random.unit() < probability
    }
}
