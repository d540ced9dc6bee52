//! Random bytes from the system.

use super::error::SealedError;

/// An array of random bytes.
pub(super) fn random<const N: usize>() -> Result<[u8; N], SealedError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes)?;
    Ok(bytes)
}
