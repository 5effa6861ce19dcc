//! The entries of a message or a write.

use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;
use core::ops::Deref;

use crate::entry::Entry;

/// The entries of a message or a write. Clones share them instead of copying.
///
/// `None` if there are no entries, as in most messages: reference counting would cost more than
/// everything else that a node does with such a message.
#[derive(Clone, PartialEq, Eq, Hash, Default)]
pub struct Entries(Option<Arc<[Entry]>>);

impl Deref for Entries {
    type Target = [Entry];

    fn deref(&self) -> &[Entry] {
        self.0.as_deref().unwrap_or_default()
    }
}

impl From<&[Entry]> for Entries {
    fn from(entries: &[Entry]) -> Self {
        Self((!entries.is_empty()).then(|| entries.into()))
    }
}

impl From<Vec<Entry>> for Entries {
    fn from(entries: Vec<Entry>) -> Self {
        Self((!entries.is_empty()).then(|| entries.into()))
    }
}

impl FromIterator<Entry> for Entries {
    fn from_iter<I: IntoIterator<Item = Entry>>(entries: I) -> Self {
        Vec::from_iter(entries).into()
    }
}

impl fmt::Debug for Entries {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Entries {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (**self).serialize(serializer)
    }
}
