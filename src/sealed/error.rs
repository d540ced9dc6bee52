//! Why something was not encrypted or not opened.

use super::recovery_words::WordsError;
use crate::domain::io_words;
use std::io;

/// Why a file was not encrypted, or not opened. The message is for the person whose file it is.
#[derive(Debug, thiserror::Error)]
pub enum SealedError {
    /// The bytes do not begin as an encrypted file does.
    #[error("This file was not encrypted by Cramp Diary.")]
    NotSealed,
    /// The header has this version, which this program does not know.
    #[error(
        "This file was encrypted by a newer version of Cramp Diary (its layout is {0}), or it is damaged. Open it with the newest version."
    )]
    UnknownLayout(u16),
    /// A secret is needed, and none was given.
    #[error("This file is encrypted. It needs its password, or its eight recovery words.")]
    NeedsPassword,
    /// What was typed is not the password.
    #[error(
        "This is not the password of this file. Look at small and capital letters and at the keyboard's language. The eight recovery words open it, too."
    )]
    WrongPassword,
    /// Eight words of the list were typed, and they are neither the recovery words nor the password.
    #[error(
        "These are not the recovery words of this file. Look at their order, and whether they were written down for this diary. Its password opens it, too."
    )]
    WrongWords,
    /// What was typed is not the password, and looks like recovery words that were typed with a mistake.
    #[error(transparent)]
    Words(#[from] WordsError),
    /// The keys at hand belong to other files.
    #[error(
        "This file was encrypted on another computer, or before encryption was turned on here. It needs its password, or its eight recovery words."
    )]
    OtherKeys,
    /// The keys that this computer keeps cannot be read.
    #[error(
        "The keys of your encrypted copies, which this computer keeps, cannot be read. Turn encryption on anew in the settings. Older copies open with their password or their recovery words."
    )]
    UnreadableKeys,
    /// The header or the content is not as it was written.
    #[error("This encrypted file is damaged: a part of it was changed, or is missing. Take another copy.")]
    Damaged,
    /// The header asks for more memory or time than [`Cost`](super::Cost) allows.
    #[error(
        "This encrypted file asks for more memory or time than it may. It was not made by Cramp Diary, or it is damaged. Take another copy."
    )]
    TooCostly,
    /// A new password has less than [`Password::SHORTEST`](super::Password::SHORTEST) characters.
    #[error("A password needs at least 8 characters. Four ordinary words are easy to remember, and hard to guess.")]
    ShortPassword,
    /// The system has not the memory that Argon2 takes, in MiB.
    #[error("The computer has no {0} MiB of memory left, which the password needs. Close another program and try again.")]
    NoMemory(u32),
    /// The system gave no random numbers.
    #[error("The computer gave no random numbers, so that nothing was encrypted. Try again.")]
    NoRandom(#[from] getrandom::Error),
    /// The content is longer than 256 TiB.
    #[error("This is too long to be encrypted.")]
    TooLong,
    /// What should be read could not be.
    #[error("It could not be read, because {}.", io_words(.0))]
    Read(#[source] io::Error),
    /// What should be written could not be.
    #[error("It could not be written, because {}.", io_words(.0))]
    Write(#[source] io::Error),
}

impl SealedError {
    /// Whether another secret may open the file: none was given, or another one.
    #[must_use]
    pub fn asks_for_secret(&self) -> bool {
        matches!(self, Self::NeedsPassword | Self::OtherKeys | Self::WrongPassword | Self::WrongWords | Self::Words(_))
    }
}
