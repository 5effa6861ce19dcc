//! What is selected, who sends what is typed, and what was asked.

use std::rc::Rc;

use raft_sim::{Address, ClientId, MessageId, Record};

use crate::intent::{Confirmation, MenuSubject, Question};
use crate::phrases::Explanation;
use crate::text::Sentence;

/// What the user has chosen.
#[derive(Clone, Debug)]
pub(crate) struct Selection {
    pub(crate) selected: Selected,
    /// The client that sends what is typed.
    pub(crate) sender: ClientId,
    /// Why the last text could not be sent, and where it was to be sent.
    pub(crate) complaint: Option<(Option<Address>, Sentence)>,
    /// What was asked, until the answer is closed.
    pub(crate) open_question: Option<OpenQuestion>,
}

impl Default for Selection {
    fn default() -> Self {
        Self {
            selected: Selected::Nothing,
            sender: ClientId(0),
            complaint: None,
            open_question: None,
        }
    }
}

/// What has its menu open.
#[derive(Clone, Debug)]
pub(crate) enum Selected {
    /// Nothing.
    Nothing,
    /// A node, and what is asked in its menu.
    Node(Address, Option<Confirmation>),
    /// A message in transit.
    Message(MessageSelection),
}

/// A message whose menu is open. Time stands still meanwhile, since it would soon have arrived, and
/// goes on afterwards if it went on before.
#[derive(Clone, Debug)]
pub(crate) struct MessageSelection {
    pub(crate) message: MessageId,
    /// How far it had come when it was selected, as it is drawn: the menu stays there.
    pub(crate) progress: f64,
    /// Whether time goes on when the menu closes.
    pub(crate) was_playing: bool,
}

/// A question that was asked.
#[derive(Clone, Debug)]
pub(crate) enum OpenQuestion {
    /// About what happened once, and the answer: later on what led to it may be forgotten.
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

    /// What the open menu belongs to.
    pub(crate) fn subject(&self) -> Option<MenuSubject> {
        match &self.selected {
            Selected::Nothing => None,
            Selected::Node(node, _) => Some(MenuSubject::Node(*node)),
            Selected::Message(selected) => Some(MenuSubject::Message(selected.message.0)),
        }
    }

    /// Withdraws what is asked in the menu.
    pub(crate) fn stop_confirming(&mut self) {
        if let Selected::Node(_, confirming) = &mut self.selected {
            *confirming = None;
        }
    }
}
