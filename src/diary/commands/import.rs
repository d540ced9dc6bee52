//! Imported foods: brought into use and out of it.

use crate::diary::DiaryError;
use crate::diary::work::{Commands, Work};
use crate::domain::ImportId;

/// Brings an import into use, or out of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportCommand {
    /// Brings an import into use; earlier imports of its types of food give way.
    Accept(ImportId),
    /// Takes an import out of use.
    Remove(ImportId),
}

impl Commands for ImportCommand {
    fn describe(&self) -> String {
        match self {
            Self::Accept(_) => "Imported foods",
            Self::Remove(_) => "Removed imported foods",
        }
        .to_owned()
    }

    fn run(self, work: &mut Work<'_, '_>) -> Result<(), DiaryError> {
        match self {
            Self::Accept(import) => work.switch_import(import, true),
            Self::Remove(import) => work.switch_import(import, false),
        }
    }
}

impl Work<'_, '_> {
    /// Brings all of an import into use, or all that is in use of it out.
    fn switch_import(&mut self, id: ImportId, active: bool) -> Result<(), DiaryError> {
        let gone = DiaryError::Gone { what: "import" };
        let import = self.read().imports()?.into_iter().find(|import| import.id == id && (active || import.is_active())).ok_or(gone)?;
        for part in import.parts.iter().filter(|part| part.active != active) {
            self.tx.switch_import(id, part.data_type, active, self.now)?;
        }
        Ok(())
    }
}
