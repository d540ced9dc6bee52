//! The other computers that keep the diary, and what they are called.

use super::this_computer;
use chrono::{DateTime, Utc};
use uuid::Uuid;

/// Another computer that keeps the diary.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct SeenComputer {
    /// What tells it from the others.
    pub device: Uuid,
    /// What the person calls it.
    pub computer: String,
    /// When it wrote its last snapshot, by its own clock.
    pub written: DateTime<Utc>,
}

impl SeenComputer {
    /// What it is called among others, so that two of one name can be told apart: "laptop", or "laptop (3f2a)" where another one, or this
    /// one, is called laptop too.
    #[must_use]
    pub fn name_among(&self, seen: &[Self]) -> String {
        let name = &self.computer;
        let is_alone = *name != this_computer() && seen.iter().all(|other| other.device == self.device || other.computer != *name);
        if is_alone { name.clone() } else { format!("{name} ({})", self.device.simple().to_string().chars().take(4).collect::<String>()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(device: u128, computer: &str) -> SeenComputer {
        SeenComputer { device: Uuid::from_u128(device), computer: computer.to_owned(), written: DateTime::UNIX_EPOCH }
    }

    #[test]
    fn computers_of_one_name_are_told_apart() {
        let both = [seen(0x1a2b << 112, "a laptop"), seen(0x3c4d << 112, "a laptop"), seen(0x5e6f << 112, "a desk")];
        assert_eq!(both.each_ref().map(|one| one.name_among(&both)), ["a laptop (1a2b)", "a laptop (3c4d)", "a desk"]);
        let like_this_one = [seen(0x1a2b << 112, &this_computer())];
        assert_eq!(like_this_one[0].name_among(&like_this_one), format!("{} (1a2b)", this_computer()));
    }
}
