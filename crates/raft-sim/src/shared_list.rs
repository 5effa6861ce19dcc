//! A list that grows at its end and whose clones share the unchanged parts, so that keyframes of a
//! long run are small.

use core::fmt;
use core::ops::{Index, Range};
use std::sync::Arc;

/// The number of elements in one allocation: the first change after a clone copies at most this
/// many.
pub(crate) const CHUNK: usize = 64;
/// The capacity added at a time.
const SPARE: usize = 8;

/// A list. A clone copies two pointers; the first change of either copies one chunk.
#[derive(Clone)]
pub struct SharedList<T> {
    /// The full chunks, shared as a whole: they rarely change.
    full: Arc<Vec<Arc<Vec<T>>>>,
    /// The remaining elements, fewer than a chunk.
    tail: Arc<Vec<T>>,
}

impl<T> SharedList<T> {
    /// The number of elements.
    pub fn len(&self) -> usize {
        self.full.len() * CHUNK + self.tail.len()
    }

    /// Whether there are no elements.
    pub fn is_empty(&self) -> bool {
        self.full.is_empty() && self.tail.is_empty()
    }

    /// The element at an index, from 0.
    pub fn get(&self, place: usize) -> Option<&T> {
        self.full
            .get(place / CHUNK)
            .unwrap_or(&self.tail)
            .get(place % CHUNK)
            .filter(|_| place < self.len())
    }

    /// The last element.
    pub fn last(&self) -> Option<&T> {
        self.get(self.len().checked_sub(1)?)
    }

    /// All elements, in order.
    pub fn iter(&self) -> Elements<'_, T> {
        Elements { list: self, places: 0..self.len() }
    }

    /// The elements from an index on.
    pub fn iter_from(&self, place: usize) -> Elements<'_, T> {
        Elements { list: self, places: place.min(self.len())..self.len() }
    }

    /// The number of elements at the start for which `holds` is true; it must be false for all
    /// others.
    pub fn partition_point(&self, holds: impl Fn(&T) -> bool) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low + (high - low) / 2;
            match self.get(middle) {
                Some(element) if holds(element) => low = middle + 1,
                _ => high = middle,
            }
        }
        low
    }
}

impl<T: Clone> SharedList<T> {
    pub(crate) fn push(&mut self, element: T) {
        with_room(&mut self.tail).push(element);
        if self.tail.len() == CHUNK {
            with_room(&mut self.full).push(core::mem::take(&mut self.tail));
        }
    }

    pub(crate) fn get_mut(&mut self, place: usize) -> Option<&mut T> {
        if place / CHUNK < self.full.len() {
            let chunk = Arc::make_mut(&mut self.full).get_mut(place / CHUNK)?;
            return Arc::make_mut(chunk).get_mut(place % CHUNK);
        }
        (place < self.len()).then(|| Arc::make_mut(&mut self.tail).get_mut(place % CHUNK))?
    }

    /// Removes all but the first `count` elements.
    pub(crate) fn truncate(&mut self, count: usize) {
        if count >= self.len() {
            return;
        }
        if count / CHUNK < self.full.len() {
            let full = Arc::make_mut(&mut self.full);
            full.truncate(count / CHUNK + 1);
            self.tail = full.pop().unwrap_or_default();
        }
        if count % CHUNK < self.tail.len() {
            Arc::make_mut(&mut self.tail).truncate(count % CHUNK);
        }
    }
}

/// The elements for exclusive use, with room for one more. Many clones may keep such a copy, so it
/// has little spare capacity.
fn with_room<T: Clone>(shared: &mut Arc<Vec<T>>) -> &mut Vec<T> {
    let own = Arc::make_mut(shared);
    if own.len() == own.capacity() {
        own.reserve_exact(SPARE);
    }
    own
}

impl<T: PartialEq> SharedList<T> {
    /// Shares the full chunks that are equal to those of another list at the same index, back to
    /// the first that both already share.
    pub(crate) fn share(&mut self, other: &Self) {
        let both = self.full.len().min(other.full.len());
        for place in (0..both).rev() {
            let (own, others) = (&self.full[place], &other.full[place]);
            if Arc::ptr_eq(own, others) {
                return;
            }
            if own == others {
                Arc::make_mut(&mut self.full)[place] = Arc::clone(others);
            }
        }
    }
}

impl<T> Default for SharedList<T> {
    fn default() -> Self {
        Self { full: Arc::default(), tail: Arc::default() }
    }
}

impl<T> Index<usize> for SharedList<T> {
    type Output = T;

    fn index(&self, place: usize) -> &T {
        self.get(place).expect("a place within the list")
    }
}

impl<T: Clone> FromIterator<T> for SharedList<T> {
    fn from_iter<I: IntoIterator<Item = T>>(elements: I) -> Self {
        let mut list = Self::default();
        elements.into_iter().for_each(|element| list.push(element));
        list
    }
}

impl<T: PartialEq> PartialEq for SharedList<T> {
    fn eq(&self, other: &Self) -> bool {
        self.full == other.full && self.tail == other.tail
    }
}

impl<T: Eq> Eq for SharedList<T> {}

impl<T: fmt::Debug> fmt::Debug for SharedList<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self).finish()
    }
}

impl<'a, T> IntoIterator for &'a SharedList<T> {
    type Item = &'a T;
    type IntoIter = Elements<'a, T>;

    fn into_iter(self) -> Elements<'a, T> {
        self.iter()
    }
}

/// The elements of a list, in order.
#[derive(Clone, Debug)]
pub struct Elements<'a, T> {
    list: &'a SharedList<T>,
    places: Range<usize>,
}

impl<'a, T> Iterator for Elements<'a, T> {
    type Item = &'a T;

    fn next(&mut self) -> Option<&'a T> {
        self.list.get(self.places.next()?)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.places.size_hint()
    }
}

impl<T> DoubleEndedIterator for Elements<'_, T> {
    fn next_back(&mut self) -> Option<Self::Item> {
        self.list.get(self.places.next_back()?)
    }
}

impl<T> ExactSizeIterator for Elements<'_, T> {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shared_list_behaves_like_a_vector() {
        let (mut list, mut vector) = (SharedList::default(), Vec::new());
        for (step, count) in [1_usize, 63, 64, 65, 200, 128, 127, 129, 64, 0, 3].iter().enumerate()
        {
            let before = list.clone();
            let then = vector.clone();
            list.truncate(*count);
            vector.truncate(*count);
            while vector.len() < *count {
                list.push(vector.len() + step * 1000);
                vector.push(vector.len() + step * 1000);
            }
            for place in [0, 63, 64, count / 2] {
                if let Some(element) = list.get_mut(place) {
                    (*element, vector[place]) = (7, 7);
                }
            }
            assert!(list.iter().eq(&vector) && list.iter().rev().eq(vector.iter().rev()));
            assert_eq!((list.len(), list.last()), (vector.len(), vector.last()));
            assert_eq!(list.get(list.len()), None);
            assert!(list.iter_from(65).eq(vector.iter().skip(65)));
            assert!(before.iter().eq(&then), "a clone is apart");
            assert_eq!(list, vector.iter().copied().collect());
        }
    }

    #[test]
    fn sharing_changes_no_element() {
        let mut list: SharedList<u32> = (0..200).collect();
        let mut other: SharedList<u32> = (0..300).collect();
        *other.get_mut(70).unwrap() = 7;
        list.share(&other);
        let shares = |place: usize| Arc::ptr_eq(&list.full[place], &other.full[place]);
        assert_eq!([0, 1, 2].map(shares), [true, false, true]);
        assert!(list.iter().copied().eq(0..200));
    }

    #[test]
    fn partition_point_agrees_with_a_slice() {
        let list: SharedList<u32> = (0..300).collect();
        for bound in [0, 1, 64, 200, 300, 500] {
            assert_eq!(list.partition_point(|element| *element < bound), bound.min(300) as usize);
        }
    }
}
