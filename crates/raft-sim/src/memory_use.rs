//! Estimates of memory use. The sizes of types are exact; the heap memory of strings and small
//! lists was measured.

use crate::shared_list::{CHUNK, SharedList};

/// An estimated number of bytes.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct MemoryUse {
    /// The bytes that a clone will have for itself, once it or the original has changed.
    pub(crate) own: usize,
    /// The bytes that all clones keep sharing.
    pub(crate) shared: usize,
}

impl MemoryUse {
    /// Adds a list whose elements each have this many bytes on the heap.
    pub(crate) fn list<T>(&mut self, list: &SharedList<T>, on_heap: usize) {
        self.chunks(list.len(), CHUNK, size_of::<T>() + on_heap);
    }

    /// Adds elements in chunks. Full chunks are shared, but the pointers to them are not.
    pub(crate) fn chunks(&mut self, count: usize, chunk: usize, bytes: usize) {
        let full = count / chunk;
        self.own += full * size_of::<usize>() + count % chunk * bytes;
        self.shared += full * chunk * bytes;
    }
}
