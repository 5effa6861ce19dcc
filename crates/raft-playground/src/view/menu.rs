//! The menu of the selected node or message.

use std::rc::Rc;

use crate::intent::{Icon, Intent, MenuSubject};
use crate::layout::MenuPlace;
use crate::text::{Sentence, Words};

/// The menu of the selected node or message.
#[derive(Clone, PartialEq, Debug)]
pub struct Menu {
    /// The node or message that it belongs to.
    pub subject: MenuSubject,
    /// `Node D`, `B to C`.
    pub title: Sentence,
    /// `leads term 4`, `follows B in term 3`.
    pub subtitle: Sentence,
    /// Text, line by line.
    pub says: Vec<Words>,
    /// The possible actions, in reading order.
    pub actions: Vec<MenuAction>,
    /// Every link of a node; none while the menu asks something.
    pub links: Vec<MenuTarget>,
    /// The nodes to which a leader can hand its leadership.
    pub transfer_targets: Vec<MenuTarget>,
    /// Why the last text sent from this menu was refused, if it was.
    pub complaint: Option<Sentence>,
    /// Its place; none if it is a sheet below the stage.
    pub place: Option<MenuPlace>,
}

/// An action of a menu.
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
    /// Its effect.
    pub intent: Intent,
}

/// A node as a target of an action, drawn as a letter.
#[derive(Clone, PartialEq, Debug)]
pub struct MenuTarget {
    /// The letter.
    pub text: Rc<str>,
    /// Its accessible name: `Cut link A–B`.
    pub name: Sentence,
    /// Whether it is so already, as of a link that is cut.
    pub pressed: bool,
    /// Its effect.
    pub intent: Intent,
}
