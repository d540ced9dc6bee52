//! What is known of a medicine: its classes, how they are linked with cramps, and what to mind.

use crate::cli::{CliError, text};
use crate::diary::Diary;
use crate::domain::{ClassKey, Medicine, Supplement};
use crate::guide::{BrandMeaning, ListedMedicine, MedicineAbout, MedicineClass, NONE_OF_THESE, class, classes_of};
use std::io::{self, Write};

/// Prints what is known of a medicine, with what the person takes that does not go with it.
pub(super) fn write_about(diary: &Diary, medicine: &Medicine, indent: usize, out: &mut dyn Write) -> Result<(), CliError> {
    let (products, list) = (diary.read().all::<Supplement>()?, diary.read().all::<Medicine>()?);
    let list: Vec<_> = list.iter().map(|entry| ListedMedicine::new(&entry.value)).collect();
    let products = products.iter().map(|entry| &entry.value);
    let about = MedicineAbout::of(&ListedMedicine::new(medicine), diary.latest_day(), products, &list);
    Ok(write_known(medicine, &about, indent, out)?)
}

/// Prints what is known of a medicine, or how to say what it is.
pub(super) fn write_known(medicine: &Medicine, about: &MedicineAbout, indent: usize, out: &mut dyn Write) -> io::Result<()> {
    if !about.recognised.is_clear {
        write_unclear(medicine, &about.recognised.meanings, indent, out)?;
    } else if about.classes.is_empty() {
        text::wrapped(out, indent, "It is of none of the kinds of medicines that the guide knows.")?;
    }
    about.classes.iter().try_for_each(|class| write_class(class, indent, out))?;
    about.warnings.iter().try_for_each(|warning| text::wrapped(out, indent, &warning.line()))
}

/// Prints what a medicine may be, and how to say which.
fn write_unclear(medicine: &Medicine, meanings: &[BrandMeaning], indent: usize, out: &mut dyn Write) -> io::Result<()> {
    let name = medicine.name.as_str();
    let change = format!("cramp-diary medicine change \"{name}\" --class");
    if meanings.is_empty() {
        let words = format!(
            "No medicine that the guide knows is found in the name \"{name}\". The generic name helps; it stands on the box below the \
             brand. Or choose a kind: cramp-diary medicine classes lists them, and {change} KEY sets it; {change} {NONE_OF_THESE} says \
             that it is none of them."
        );
        text::wrapped(out, indent, &words)?;
    } else {
        text::wrapped(out, indent, &format!("\"{name}\" may mean several things. Say which it is:"))?;
        for meaning in meanings {
            text::wrapped(out, indent + 2, &format!("{}: {change} {}", meaning.words(), meaning.class))?;
        }
        text::wrapped(out, indent + 2, &format!("something else: {change} {NONE_OF_THESE}"))?;
        let example = meanings.last().map_or_else(String::new, |meaning| format!(", as in \"{name} ({})\"", meaning.holds));
        text::wrapped(out, indent, &format!("Or add it with what it holds beside the name{example}."))?;
    }
    let potassium = "Until then foods rich in potassium are not suggested while you take it, since some medicines raise potassium.";
    text::wrapped(out, indent, potassium)
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
/// [`CliError::Usage`] if the guide has no such class.
pub(super) fn read_class(key: &str) -> Result<&'static MedicineClass, CliError> {
    let word = key.trim().to_lowercase().replace([' ', '-'], "_");
    ClassKey::new(&word).ok().as_ref().and_then(class).ok_or_else(|| {
        CliError::Usage(format!("Class \"{key}\" is unknown. The classes and their keys are listed by: cramp-diary medicine classes"))
    })
}

/// The class that is chosen with a key, or with a generic name or brand of one class; [`NONE_OF_THESE`] for none.
///
/// # Errors
/// [`CliError::Usage`] if the words are neither.
pub(super) fn read_choice(words: &str) -> Result<ClassKey, CliError> {
    let none = ClassKey::new(NONE_OF_THESE).ok().filter(|none| none.as_str() == words.trim().to_lowercase().replace([' ', '-'], "_"));
    match (none, read_class(words), classes_of(words).as_slice()) {
        (Some(none), ..) => Ok(none),
        (None, Err(_), [class]) => Ok(class.id.clone()),
        (None, class, _) => class.map(|class| class.id.clone()),
    }
}
