//! What the page says, as data; the words stand in catalogues.
//!
//! A [`Sentence`] names a message and holds its arguments. [`say`] has a function for each message
//! of the English catalogue (`locales/en`), made from it when this crate is built, so a message
//! that does not exist, or another argument, does not compile. A [`Catalog`] knows the words of one
//! language: natively [`NativeCatalog`], in the page one that asks a script.
//!
//! No text decides anything: nothing but a catalogue ever looks into a sentence.
//!
//! ```
//! use raft_playground::text::{Catalog, Language, NativeCatalog, say};
//! use raft_playground::NodeId;
//! use raft_sim::raft_core::Term;
//!
//! let sentence = say::vote_granted(NodeId(0), NodeId(2), Term(3));
//! let english = NativeCatalog::new(Language::English);
//! assert_eq!(english.render(&sentence), "A votes for C in term 3.");
//! ```

mod catalog;
mod language;
mod message;
#[cfg(not(target_family = "wasm"))]
mod native;
#[cfg(not(target_family = "wasm"))]
mod pseudo;
pub mod say;
mod sentence;
#[cfg(any(test, feature = "claims"))]
mod statement;
mod words;

#[cfg(test)]
mod tests;
#[cfg(test)]
mod translation_tests;

pub(crate) use catalog::isolated;
pub use catalog::{Catalog, Value};
pub use language::{Direction, Language};
pub use message::Message;
#[cfg(not(target_family = "wasm"))]
pub use native::NativeCatalog;
pub use sentence::{Count, Sentence};
#[cfg(any(test, feature = "claims"))]
pub(crate) use statement::Statement;
pub use words::{Contains, Words};

use crate::layout::is_wide;

/// How many words a reader reads in a text. In a script without spaces two characters are a word.
pub fn count_words(text: &str) -> usize {
    let wide = text.chars().fold(0, |count, letter| count + usize::from(is_wide(letter)));
    text.split_whitespace().count() + wide / 2
}

/// Simulated time to the millisecond: `1.942 s`.
pub fn seconds(micros: u64) -> String {
    format!("{}.{:03} s", micros / 1_000_000, micros / 1000 % 1000)
}
