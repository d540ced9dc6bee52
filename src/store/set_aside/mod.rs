//! Rows that cannot be read: passed over by every read, named, and mended or deleted by nobody but the person.

mod belonging;
mod faults;
mod list;
mod mend;

pub(super) use faults::said;
pub use list::SetAside;
