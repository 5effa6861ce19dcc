//! What the inspector remembers: which tab was open, and what was looked at there.

use raft_sim::Address;
use raft_sim::raft_core::NodeId;

use super::{Tab, Told, logs};
use crate::session::Session;

/// What the inspector remembers while it is closed, or shows another tab.
#[derive(Clone, Debug)]
pub(crate) struct Inspected {
    /// The tab that was open last, the settings apart.
    last_tab: Tab,
    /// Whether a press on a direction of a link holds it up instead of cutting it.
    pub(crate) holds_up: bool,
    /// What the transcript tells.
    pub(crate) told: Told,
    /// The first index of the log table; none to follow the end of the logs.
    pub(super) first_index: Option<u64>,
    /// The node that is looked at; none before the first was chosen.
    pub(super) node: Option<NodeId>,
}

impl Default for Inspected {
    fn default() -> Self {
        Self {
            last_tab: Tab::Logs,
            holds_up: false,
            told: Told::Turns,
            first_index: None,
            node: None,
        }
    }
}

impl Session {
    /// Opens a tab, or closes the inspector.
    pub(crate) fn inspect(&mut self, tab: Option<Tab>) {
        self.tab = tab;
        if tab == Some(Tab::Node) {
            // Somebody who opens it from a node's menu means that node.
            self.look_along();
            self.selected = None;
        }
        if let Some(tab) = tab.filter(|tab| *tab != Tab::Settings) {
            self.inspected.last_tab = tab;
        }
    }

    /// Looks at a node.
    pub(crate) fn inspect_node(&mut self, address: Address) {
        self.selected = Some(address);
        self.inspect(Some(Tab::Node));
    }

    /// The menu of a node opens while the inspector shows a node: it shows that one.
    pub(crate) fn look_along(&mut self) {
        if let (Some(Tab::Node), Some(Address::Node(node))) = (self.tab, self.selected) {
            self.inspected.node = Some(node);
        }
    }

    /// Until somebody chooses a node, the first leader is looked at, and remains so.
    pub(crate) fn choose_node(&mut self) {
        if self.inspected.node.is_none() && self.tab == Some(Tab::Node) {
            self.inspected.node = self.simulation().leader();
        }
    }

    /// Shows the logs from an index on. Who goes to their end follows it from there.
    pub(crate) fn show_entries(&mut self, from: u64) {
        let is_end = from >= logs::first_at_end(self);
        self.inspected.first_index = (!is_end).then_some(from.max(1));
    }

    /// Opens the last tab, or closes the inspector.
    pub(crate) fn toggle_inspector(&mut self) {
        let open = self.tab.is_some_and(|tab| tab != Tab::Settings);
        self.inspect((!open).then_some(self.inspected.last_tab));
    }
}
