//! What is known of a medicine: its classes, how they are linked with cramps, and what to mind.

use super::super::{CliError, text};
use crate::diary::Diary;
use crate::domain::{ClassKey, Medicine, Supplement};
use crate::guide::{MedicineClass, Warning, class, classes_of_medicine, warnings_with_products};
use std::io::{self, Write};

/// Says what is known of a medicine, with what the person takes that does not go with it.
pub(super) fn write_about(diary: &Diary, medicine: &Medicine, indent: usize, out: &mut dyn Write) -> Result<(), CliError> {
    let classes = classes_of_medicine(medicine);
    if classes.is_empty() {
        let name = medicine.name.as_str();
        let words = format!(
            "No kind of medicine that the guide knows is found in the name \"{name}\". The generic name helps; it stands on the box \
             below the brand. Or choose a kind: cramp-diary medicine classes lists them, and cramp-diary medicine change \"{name}\" \
             --class KEY sets it."
        );
        return Ok(text::wrapped(out, indent, &words)?);
    }
    for class in classes {
        write_class(class, indent, out)?;
    }
    for warning in warnings(diary, medicine)? {
        text::wrapped(out, indent, &warning.line())?;
    }
    Ok(())
}

/// What is known of a class.
pub(super) fn write_class(class: &MedicineClass, indent: usize, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{:indent$}{}", "", class.name)?;
    text::wrapped(out, indent + 2, &format!("Link with cramps: {}", class.relation))?;
    text::wrapped(out, indent + 2, &format!("To mind: {}", class.caution))
}

/// What of the person's supplements does not go, or not at once, with a medicine; nothing once it is over.
pub(super) fn warnings(diary: &Diary, medicine: &Medicine) -> Result<Vec<Warning>, CliError> {
    if medicine.until.is_some_and(|until| until < diary.latest_day()) {
        return Ok(Vec::new());
    }
    let products = diary.read().all::<Supplement>()?;
    let products: Vec<_> = products.iter().map(|entry| (entry.value.name.as_str(), &entry.value.per_dose)).collect();
    Ok(warnings_with_products(medicine, &products))
}

/// The class that is meant by its key.
///
/// # Errors
/// [`CliError::Refused`] when the guide knows none.
pub(super) fn read_class(key: &str) -> Result<&'static MedicineClass, CliError> {
    let word = key.trim().to_lowercase().replace([' ', '-'], "_");
    ClassKey::new(&word).ok().as_ref().and_then(class).ok_or_else(|| {
        CliError::Refused(format!("Class \"{key}\" is unknown. The classes and their keys are listed by: cramp-diary medicine classes"))
    })
}
