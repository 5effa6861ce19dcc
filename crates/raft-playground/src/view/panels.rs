//! The open panels.

use std::rc::Rc;

use super::{Compared, Menu, Piece};
use crate::intent::{Question, Tab};

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
    /// What is in it.
    pub content: Piece,
}

/// An answer.
#[derive(Clone, PartialEq, Debug)]
pub struct WhyView {
    /// The question in words: `Why is entry 6 not committed?`.
    pub title: Rc<str>,
    /// When and where: `2.871 s, at D`.
    pub place: Rc<str>,
    /// The answer.
    pub sentence: Rc<str>,
    /// Where it is stated: `§5.4.2`, `diss. §9.6`; empty where nothing of the protocol decided.
    pub section: &'static str,
    /// The values that were compared.
    pub compared: Vec<Compared>,
    /// What else one may ask now, in words and as data.
    pub also: Vec<(Rc<str>, Question)>,
}
