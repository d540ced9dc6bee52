//! Finds an entry among those that the person named.

use crate::domain::{Entry, OwnName};

/// Finds an entry by its name, or by letters that only its name contains.
///
/// # Errors
/// The names of all entries, in quotes and sorted.
pub(super) fn find_by_name<T>(entries: Vec<Entry<T>>, name: fn(&T) -> &OwnName, typed: &str) -> Result<Entry<T>, Vec<String>> {
    let wanted = typed.trim().to_lowercase();
    let mut names: Vec<_> = entries.iter().map(|entry| format!("\"{}\"", name(&entry.value).as_str())).collect();
    names.sort_unstable();
    let exact = entries.iter().position(|entry| name(&entry.value).same_as(typed));
    let mut near = (0..entries.len()).filter(|place| name(&entries[*place].value).as_str().to_lowercase().contains(&wanted));
    let place = exact.or_else(|| near.next().filter(|_| !wanted.is_empty() && near.next().is_none()));
    place.and_then(|place| entries.into_iter().nth(place)).ok_or(names)
}
