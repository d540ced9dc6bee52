//! What it costs to try a password: memory and passes of Argon2.

use super::error::SealedError;
use argon2::{Algorithm, Argon2, Params, Version};
use zeroize::Zeroizing;

/// How much memory and time it takes to try one password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    memory_kib: u32,
    passes: u32,
}

/// The salt of a password.
pub(super) type Salt = [u8; 16];

impl Cost {
    /// What the program takes: 64 MiB and 3 passes.
    pub const STANDARD: Self = Self { memory_kib: 64 * 1024, passes: 3 };

    /// The least that Argon2 can do: for tests.
    #[cfg(test)]
    pub(crate) const LEAST: Self = Self { memory_kib: Params::MIN_M_COST, passes: 1 };

    /// The most memory that a file may ask for, in KiB: 256 MiB.
    const MOST_MEMORY_KIB: u32 = 256 * 1024;

    /// The most passes that a file may ask for.
    const MOST_PASSES: u32 = 10;

    /// A cost that a file asks for. Nothing is allocated.
    ///
    /// # Errors
    /// [`SealedError::TooCostly`] outside of 8 KiB to 256 MiB and 1 to 10 passes.
    pub(super) fn asked(memory_kib: u32, passes: u32) -> Result<Self, SealedError> {
        let is_bearable = (Params::MIN_M_COST..=Self::MOST_MEMORY_KIB).contains(&memory_kib) && (1..=Self::MOST_PASSES).contains(&passes);
        if is_bearable { Ok(Self { memory_kib, passes }) } else { Err(SealedError::TooCostly) }
    }

    /// Memory in KiB and passes, as they stand in a file.
    pub(super) fn to_bytes(self) -> [u8; 8] {
        let mut bytes = [0; 8];
        bytes[..4].copy_from_slice(&self.memory_kib.to_le_bytes());
        bytes[4..].copy_from_slice(&self.passes.to_le_bytes());
        bytes
    }

    /// The key that Argon2id makes of a secret.
    ///
    /// # Errors
    /// [`SealedError::NoMemory`] if the system has not that much memory.
    pub(super) fn key_of(self, secret: &[u8], salt: &Salt) -> Result<Zeroizing<[u8; 32]>, SealedError> {
        let mut key = Zeroizing::new([0; 32]);
        let no_memory = |_error: argon2::Error| SealedError::NoMemory(self.memory_kib.div_ceil(1024));
        let params = Params::new(self.memory_kib, self.passes, 1, None).map_err(no_memory)?;
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params).hash_password_into(secret, salt, &mut *key).map_err(no_memory)?;
        Ok(key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_computer_bears_is_done() {
        let is_done = |memory, passes| Cost::asked(memory, passes).is_ok();
        assert!(is_done(8, 1) && is_done(64 * 1024, 3) && is_done(256 * 1024, 10));
        for (memory, passes) in [(7, 1), (0, 3), (256 * 1024 + 1, 3), (u32::MAX, 3), (64 * 1024, 0), (64 * 1024, 11), (8, u32::MAX)] {
            assert!(!is_done(memory, passes), "{memory} KiB, {passes} passes");
        }
    }
}
