//! The words of a page: those of the playground, and the texts of the chapters.

use std::collections::BTreeMap;
use std::fmt::{Display, Formatter, Result};

use raft_playground::text::{Catalog, NativeCatalog, Sentence};

use crate::html::Escaped;

/// The texts of a chapter in one language, by their keys in the script.
pub(super) type Texts = BTreeMap<String, String>;

/// The words of a language.
pub(super) struct Words<'a> {
    /// The tag of the language.
    pub(super) tag: &'a str,
    pub(super) catalog: NativeCatalog,
    /// The translated texts of each chapter.
    pub(super) texts: &'a BTreeMap<String, Texts>,
}

impl<'a> Words<'a> {
    /// A sentence of the playground.
    pub(super) fn say(&self, sentence: Sentence) -> Rendered<'_> {
        Rendered(&self.catalog, sentence)
    }

    /// A text of a chapter by its key, given in English.
    pub(super) fn told(&self, chapter: &str, key: &str, english: &'a str) -> Told<'a> {
        let translated = self.texts.get(chapter).and_then(|texts| texts.get(key));
        Told { translated, english, is_english_page: self.tag == "en" }
    }
}

/// A sentence in the words of the page.
pub(super) struct Rendered<'a>(&'a NativeCatalog, Sentence);

impl Display for Rendered<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Escaped(&self.0.render(&self.1)).fmt(f)
    }
}

/// A text of a chapter: translated, or else English, which says so.
pub(super) struct Told<'a> {
    translated: Option<&'a String>,
    english: &'a str,
    is_english_page: bool,
}

impl Display for Told<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self.translated {
            Some(text) => Escaped(text).fmt(f),
            None if self.is_english_page => Escaped(self.english).fmt(f),
            None => {
                write!(f, "<span lang=\"en\" dir=\"ltr\">{}</span>", Escaped(self.english))
            }
        }
    }
}
