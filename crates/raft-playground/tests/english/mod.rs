//! What a reader of English sees.
#![allow(dead_code, unreachable_pub, reason = "each test file uses a part of it")]

use raft_playground::Frame;
use raft_playground::text::{Catalog, Language, NativeCatalog, Sentence, Words};

thread_local! {
    static ENGLISH: NativeCatalog = NativeCatalog::new(Language::English);
}

/// The English words of a sentence.
pub fn english(sentence: &Sentence) -> String {
    ENGLISH.with(|catalog| catalog.render(sentence))
}

/// What is written in one place of a panel.
pub fn written(words: &Words) -> String {
    ENGLISH.with(|catalog| catalog.write(words))
}

/// The sentence under the stage.
pub fn sentence_of(frame: &Frame) -> String {
    english(&frame.scene.sentence)
}
