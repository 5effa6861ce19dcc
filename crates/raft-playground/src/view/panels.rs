//! The open panels.

use std::rc::Rc;

use super::{Compared, Menu, Piece};
use crate::intent::{Question, Tab};
use crate::text::{Sentence, Words};

/// The panels that are open.
#[derive(Clone, Default, Debug)]
pub(crate) struct Panels {
    pub(crate) menu: Option<Rc<Menu>>,
    pub(crate) why: Option<Rc<WhyView>>,
    pub(crate) inspector: Option<Rc<InspectorView>>,
}

/// The open inspector.
#[derive(Clone, PartialEq, Debug)]
pub struct InspectorView {
    /// The open tab.
    pub tab: Tab,
    /// Its content.
    pub content: Piece,
    /// Whether more of the past is still to be searched for what is in it.
    pub looks_back: bool,
}

/// An answer.
#[derive(Clone, PartialEq, Debug)]
pub struct WhyView {
    /// The question: `Why is entry 6 not committed?`.
    pub title: Sentence,
    /// When and where: `2.871 s, at D`.
    pub place: Words,
    /// The answer, one sentence after the other.
    pub sentences: Vec<Sentence>,
    /// The paper's section: `§5.4.2`, `diss. §9.6`; none if no rule of the protocol decided.
    pub section: Option<Sentence>,
    /// The values that were compared.
    pub compared: Vec<Compared>,
    /// Other questions that the user may have now, in words and as data.
    pub also: Vec<(Sentence, Question)>,
}
