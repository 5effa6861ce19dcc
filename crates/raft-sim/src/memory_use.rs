//! About how many bytes a keyframe takes. Sizes of types are known; what strings and small lists
//! have on the heap was measured.

use crate::shared_list::{CHUNK, SharedList};

/// About how many bytes something takes.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct MemoryUse {
    /// What a clone has for itself once it has gone on, or the other one has.
    pub(crate) own: usize,
    /// What its clones share from then on.
    pub(crate) shared: usize,
}

impl MemoryUse {
    /// A list, each element of which has so many bytes on the heap.
    pub(crate) fn list<T>(&mut self, list: &SharedList<T>, on_heap: usize) {
        self.chunks(list.len(), CHUNK, size_of::<T>() + on_heap);
    }

    /// So many elements of so many bytes. Full chunks are shared, but the pointers to them are not.
    pub(crate) fn chunks(&mut self, count: usize, chunk: usize, bytes: usize) {
        let full = count / chunk;
        self.own += full * size_of::<usize>() + count % chunk * bytes;
        self.shared += full * chunk * bytes;
    }
}
