//! The languages of the page.

use crate::table::table;

table! {
    /// A language of which there is a catalogue, or that is made from the English one for tests.
    #[derive(Default)]
    pub enum Language {
        /// English.
        #[default]
        English => "en",
        /// Chinese, in simplified characters.
        Chinese => "zh",
        /// Spanish.
        Spanish => "es",
        /// Persian, from right to left.
        Persian => "fa",
        /// English, longer and with accents: it shows where a long text does not fit, and what was
        /// not translated.
        Long => "en-XA",
        /// English from right to left: it shows what a language such as Persian does to the page.
        RightToLeft => "en-XB",
    }
    /// As pages and addresses name it.
    pub fn tag(self) -> &'static str;
}

/// Where a line begins.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Direction {
    /// On the left.
    LeftToRight,
    /// On the right.
    RightToLeft,
}

impl Language {
    /// The language with this name, in capital or small letters, as a whole (`zh`) or with a region
    /// (`zh-CN`).
    pub fn from_tag(tag: &str) -> Option<Self> {
        let named = |name: &str| {
            Self::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(name))
        };
        named(tag).or_else(|| named(tag.split('-').next()?))
    }

    /// Where its lines begin.
    pub fn direction(self) -> Direction {
        match self {
            Self::English | Self::Chinese | Self::Spanish | Self::Long => Direction::LeftToRight,
            Self::Persian | Self::RightToLeft => Direction::RightToLeft,
        }
    }
}
