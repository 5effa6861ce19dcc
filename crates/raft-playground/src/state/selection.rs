//! The selection: the open menu, the sending client, and the open question.

use std::rc::Rc;

use raft_sim::{Address, ClientId, MessageId, Record};

use crate::intent::{Confirmation, MenuSubject, Question};
use crate::phrases::Explanation;
use crate::text::Sentence;

/// The user's selection.
#[derive(Clone, Debug)]
pub(crate) struct Selection {
    pub(crate) selected: Selected,
    /// The client that sends the typed operations.
    pub(crate) sender: ClientId,
    /// Why the last text could not be sent, and where it was to be sent.
    pub(crate) complaint: Option<(Option<Address>, Sentence)>,
    /// The open question, until its answer is closed.
    pub(crate) open_question: Option<OpenQuestion>,
    /// Whether playback resumes when the answer is closed: time stops while the user reads it.
    pub(crate) resumes_after_answer: bool,
}

impl Default for Selection {
    fn default() -> Self {
        Self {
            selected: Selected::Nothing,
            sender: ClientId(0),
            complaint: None,
            open_question: None,
            resumes_after_answer: false,
        }
    }
}

/// The node or message whose menu is open.
#[derive(Clone, Debug)]
pub(crate) enum Selected {
    /// Nothing.
    Nothing,
    /// A node, and the question in its menu.
    Node(Address, Option<Confirmation>),
    /// A message in transit.
    Message(MessageSelection),
}

/// A message whose menu is open. Time stops meanwhile, since the message would soon arrive.
#[derive(Clone, Debug)]
pub(crate) struct MessageSelection {
    pub(crate) message: MessageId,
    /// How far it had come when it was selected, as it is drawn: the menu stays there.
    pub(crate) progress: f64,
    /// Whether playback resumes when the menu closes.
    pub(crate) was_playing: bool,
}

/// An open question.
#[derive(Clone, Debug)]
pub(crate) enum OpenQuestion {
    /// About a record, with the answer: the causes of the record may be forgotten later.
    Record(Rc<Record>, Rc<Explanation>),
    /// About the present.
    Now(Question),
}

impl Selection {
    /// The node whose menu is open.
    pub(crate) fn node(&self) -> Option<Address> {
        match self.selected {
            Selected::Node(node, _) => Some(node),
            _ => None,
        }
    }

    /// The subject of the open menu.
    pub(crate) fn subject(&self) -> Option<MenuSubject> {
        match &self.selected {
            Selected::Nothing => None,
            Selected::Node(node, _) => Some(MenuSubject::Node(*node)),
            Selected::Message(selected) => Some(MenuSubject::Message(selected.message.0)),
        }
    }

    /// Withdraws the question in the menu.
    pub(crate) fn stop_confirming(&mut self) {
        if let Selected::Node(_, confirming) = &mut self.selected {
            *confirming = None;
        }
    }
}
