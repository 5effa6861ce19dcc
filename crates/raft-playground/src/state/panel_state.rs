//! The state of the panels: the open tab, and the choices within the tabs.

use raft_sim::Address;
use raft_sim::raft_core::NodeId;

use super::transcript::TranscriptLines;
use crate::intent::{LinkTool, Tab};

/// The state of the inspector, also of its tabs that are not open.
#[derive(Clone, Debug, Default)]
pub(crate) struct PanelState {
    /// The tab that is open.
    pub(crate) tab: Option<Tab>,
    /// The tab that was open last, apart from the settings.
    last_tab: Option<Tab>,
    pub(crate) link_tool: LinkTool,
    pub(crate) transcript: TranscriptLines,
    /// The first index of the log table; none to follow the end of the logs.
    pub(crate) first_index: Option<u64>,
    /// The node that is shown; none before the first was chosen.
    pub(crate) node: Option<NodeId>,
}

impl PanelState {
    /// Opens a tab, or closes the inspector.
    pub(crate) fn open(&mut self, tab: Option<Tab>) {
        self.tab = tab;
        if let Some(tab) = tab.filter(|tab| *tab != Tab::Settings) {
            self.last_tab = Some(tab);
        }
    }

    /// Opens the last tab, or closes the inspector.
    pub(crate) fn toggle(&mut self) {
        let is_open = self.tab.is_some_and(|tab| tab != Tab::Settings);
        self.open((!is_open).then_some(self.last_tab.unwrap_or(Tab::Logs)));
    }

    /// The menu of a node opens while the inspector shows a node: it shows that one.
    pub(crate) fn sync_inspected_node(&mut self, selected: Option<Address>) {
        if let (Some(Tab::Node), Some(Address::Node(node))) = (self.tab, selected) {
            self.node = Some(node);
        }
    }

    /// Until the user chooses a node, the first leader is shown, and remains so.
    pub(crate) fn follow_leader(&mut self, leader: Option<NodeId>) {
        if self.tab == Some(Tab::Node) {
            self.node = self.node.or(leader);
        }
    }
}
