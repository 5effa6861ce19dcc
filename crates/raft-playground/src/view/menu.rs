//! The menu of what is selected.

use std::rc::Rc;

use crate::intent::{Icon, Intent, MenuSubject};
use crate::layout::MenuPlace;
use crate::text::{Sentence, Words};

/// What can be done with what is selected.
#[derive(Clone, PartialEq, Debug)]
pub struct Menu {
    /// What it is the menu of.
    pub subject: MenuSubject,
    /// `Node D`, `B to C`.
    pub title: Sentence,
    /// `leads term 4`, `follows B in term 3`.
    pub subtitle: Sentence,
    /// What there is to read, each on a line of its own.
    pub says: Vec<Words>,
    /// What can be done, in reading order.
    pub actions: Vec<MenuAction>,
    /// Every link of a node; none while the menu asks something.
    pub links: Vec<MenuTarget>,
    /// The nodes to which a leader can hand its leadership.
    pub transfer_targets: Vec<MenuTarget>,
    /// Why the last text sent from this menu was refused, if it was.
    pub complaint: Option<Sentence>,
    /// Where it stands; none if it is a sheet below the stage.
    pub place: Option<MenuPlace>,
}

/// Something that can be done.
#[derive(Clone, PartialEq, Debug)]
pub struct MenuAction {
    /// Its text.
    pub label: Sentence,
    /// The picture beside the text.
    pub icon: Icon,
    /// The key that does it.
    pub shortcut: char,
    /// Whether it answers a question, so that the second click of a double click, which was meant
    /// for the question, must not do it.
    pub is_answer: bool,
    /// What it does.
    pub intent: Intent,
}

/// A node that a letter stands for.
#[derive(Clone, PartialEq, Debug)]
pub struct MenuTarget {
    /// The letter.
    pub text: Rc<str>,
    /// What it does, in full: `Cut link A–B`.
    pub name: Sentence,
    /// Whether it is so already, as of a link that is cut.
    pub pressed: bool,
    /// What it does.
    pub intent: Intent,
}
