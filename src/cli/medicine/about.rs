//! What is known of a medicine: its classes, how they are linked with cramps, and what to mind.

use crate::cli::{CliError, text};
use crate::diary::Diary;
use crate::domain::{ClassKey, Medicine, Supplement};
use crate::guide::{MedicineAbout, MedicineClass, class};
use std::io::{self, Write};

/// Prints what is known of a medicine, with what the person takes that does not go with it.
pub(super) fn write_about(diary: &Diary, medicine: &Medicine, indent: usize, out: &mut dyn Write) -> Result<(), CliError> {
    let products = diary.read().all::<Supplement>()?;
    let about = MedicineAbout::of(medicine, diary.latest_day(), products.iter().map(|entry| &entry.value));
    Ok(write_known(medicine, &about, indent, out)?)
}

/// Prints what is known of a medicine.
pub(super) fn write_known(medicine: &Medicine, about: &MedicineAbout, indent: usize, out: &mut dyn Write) -> io::Result<()> {
    if about.classes.is_empty() {
        let name = medicine.name.as_str();
        let words = format!(
            "No kind of medicine that the guide knows is found in the name \"{name}\". The generic name helps; it stands on the box \
             below the brand. Or choose a kind: cramp-diary medicine classes lists them, and cramp-diary medicine change \"{name}\" \
             --class KEY sets it."
        );
        return text::wrapped(out, indent, &words);
    }
    about.classes.iter().try_for_each(|class| write_class(class, indent, out))?;
    about.warnings.iter().try_for_each(|warning| text::wrapped(out, indent, &warning.line()))
}

/// Prints what is known of a class.
pub(super) fn write_class(class: &MedicineClass, indent: usize, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{:indent$}{}", "", class.name)?;
    text::wrapped(out, indent + 2, &format!("Link with cramps: {}", class.relation))?;
    text::wrapped(out, indent + 2, &format!("To mind: {}", class.caution))
}

/// The class with this key.
///
/// # Errors
/// [`CliError::Refused`] if the guide has no such class.
pub(super) fn read_class(key: &str) -> Result<&'static MedicineClass, CliError> {
    let word = key.trim().to_lowercase().replace([' ', '-'], "_");
    ClassKey::new(&word).ok().as_ref().and_then(class).ok_or_else(|| {
        CliError::Refused(format!("Class \"{key}\" is unknown. The classes and their keys are listed by: cramp-diary medicine classes"))
    })
}
