//! Tabs, questions and filters of the panels.

use raft_sim::Address;

use crate::table::table;
use crate::text::{Sentence, say};

/// The subject of a menu.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MenuSubject {
    /// A node.
    Node(Address),
    /// A message in transit, by its number in the run.
    Message(u64),
}

/// A question of the user.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Question {
    /// Why the event happened that the narration reports.
    Sentence,
    /// Why the event of this record happened. The transcript offers it for each of its records.
    Record(u64),
    /// Why a message in transit was sent.
    Message(u64),
    /// Why the entry at an index is committed or not, as this node has it.
    Entry {
        /// The node.
        node: Address,
        /// The index in its log.
        index: u64,
    },
    /// Why there is a leader, or none.
    Leader,
    /// Why a client waits for an answer.
    Client(Address),
    /// Why a node voted for another in its term, or did not.
    Vote {
        /// The node that voted or did not.
        voter: Address,
        /// The other one.
        candidate: Address,
    },
}

table! {
    /// A tab of the inspector.
    pub enum Tab {
        /// Every log side by side, with the leader's view of each.
        Logs => say::tab_logs(),
        /// One node: its disk, the writes under way, its memory.
        Node => say::tab_node(),
        /// Messages in transit, and the next events.
        Network => say::tab_network(),
        /// The clients' requests and answers, and whether any order of them explains the answers.
        Clients => say::tab_clients(),
        /// The properties that must always hold, and their status.
        Checks => say::tab_guarantees(),
        /// The records in words.
        Transcript => say::tab_transcript(),
        /// How the cluster is made: its size, timing, network, disks, and the protocol's options.
        Settings => say::tab_settings(),
    }
    /// The text.
    pub fn label(self) -> Sentence;
}

impl Tab {
    /// The word by which `data-tab` knows it.
    pub fn key(self) -> &'static str {
        match self {
            Self::Logs => "Logs",
            Self::Node => "Node",
            Self::Network => "Network",
            Self::Clients => "Clients",
            Self::Checks => "Checks",
            Self::Transcript => "Transcript",
            Self::Settings => "Settings",
        }
    }

    /// The tab that `data-tab` knows by this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tab| tab.key() == key)
    }
}

table! {
    /// A filter of the transcript. User actions and violations pass every filter.
    #[derive(Default)]
    pub enum TranscriptFilter {
        /// The turns of the story.
        #[default]
        Turns => say::filter_highlights(),
        /// All decisions of nodes.
        Protocol => say::filter_protocol(),
        /// Messages that were sent, arrived or were lost.
        Messages => say::filter_messages(),
        /// Disk writes.
        Disks => say::filter_disks(),
        /// Everything.
        All => say::filter_all(),
    }
    /// The text of its button.
    pub fn label(self) -> Sentence;
}

table! {
    /// The effect of pressing a direction in the table of links.
    #[derive(Default)]
    pub enum LinkTool {
        /// It cuts the direction.
        #[default]
        Cut => say::links_press_cuts(),
        /// It stalls the direction: messages wait.
        Hold => say::links_press_holds(),
    }
    /// The text of its button.
    pub fn label(self) -> Sentence;
}
