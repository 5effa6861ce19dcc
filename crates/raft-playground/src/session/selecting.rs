//! Opening and closing the menus of nodes and messages.

use raft_sim::{Address, MessageId};

use super::Session;
use crate::intent::Confirmation;
use crate::state::{MessageSelection, Selected};

impl Session {
    /// Opens a node's menu, or closes the open menu.
    pub(super) fn select(&mut self, node: Option<Address>, confirming: Option<Confirmation>) {
        self.close_menu();
        if let Some(node) = node {
            self.selection.selected = Selected::Node(node, confirming);
        }
        self.panels.sync_inspected_node(node);
        self.selection.complaint = None;
    }

    /// Opens the menu of a message, if it is still in transit.
    pub(super) fn select_message(&mut self, message: MessageId) {
        let lane = self.lane();
        let Some(in_flight) = lane.simulation().network().message(message) else { return };
        let progress = lane.drawn_progress(in_flight);
        self.select(None, None);
        let was_playing = self.playback.is_playing;
        self.playback.is_playing = false;
        self.selection.selected =
            Selected::Message(MessageSelection { message, progress, was_playing });
    }

    /// Opens the menu of the oldest message, or of the next one after the selected one.
    pub(super) fn select_next_message(&mut self) {
        let selected = match &self.selection.selected {
            Selected::Message(selected) => Some(selected.message),
            _ => None,
        };
        let flights =
            || self.lane().simulation().network().messages().map(|in_flight| in_flight.id);
        let next = flights().find(|id| Some(*id) > selected).or_else(|| flights().next());
        if let Some(message) = next {
            self.select_message(message);
        }
    }

    /// Closes the open menu. Playback resumes if selecting a message had paused it.
    pub(super) fn close_menu(&mut self) {
        let selected = std::mem::replace(&mut self.selection.selected, Selected::Nothing);
        if let Selected::Message(selected) = selected {
            self.playback.is_playing |= selected.was_playing;
        }
    }

    pub(super) fn close_menu_of_arrived_message(&mut self) {
        if let Selected::Message(selected) = &self.selection.selected
            && self.lane().simulation().network().message(selected.message).is_none()
        {
            self.close_menu();
        }
    }
}
