//! The sizes of the texts in a picture. They are a class, since a content security policy would
//! have to permit each style of an element.

use std::fmt::Write;

use raft_playground::layout::Sizes;

use super::svg::Px;

pub(super) struct TextSizes<'a>(pub(super) &'a Sizes);

impl TextSizes<'_> {
    fn properties(&self) -> [(&'static str, f64); 6] {
        let Self(sizes) = self;
        [
            ("value", sizes.value_text),
            ("label", sizes.label_text),
            ("log", sizes.log.text),
            ("log-small", sizes.log.small_text),
            ("log-term", sizes.log.term_text),
            ("rim", sizes.rim),
        ]
    }

    /// The class of pictures with these sizes.
    pub(super) fn class(&self) -> String {
        let size = |(_, size): (&str, f64)| Px(size).to_string().replace('.', "_");
        format!("sizes-{}", self.properties().map(size).join("-"))
    }

    /// The rule of the style sheet for this class.
    pub(super) fn rule(&self) -> String {
        let mut rule = format!(".{} {{", self.class());
        for (name, size) in self.properties() {
            // Writing to a string cannot fail.
            let _ = write!(rule, " --{name}: {}px;", Px(size));
        }
        rule + " }\n"
    }
}
