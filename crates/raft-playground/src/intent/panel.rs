//! What can be looked at: tabs, questions, and what narrows them down.

use raft_sim::Address;

use crate::text::{Sentence, say};

/// What a menu belongs to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Subject {
    /// A node.
    Node(Address),
    /// A message in transit, by its number in the run.
    Message(u64),
}

/// What can be asked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Question {
    /// Why what the sentence tells has happened.
    Sentence,
    /// Why what this record tells has happened. The records of the transcript can be asked about.
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
    /// Why a node voted for another in its term, or did not.
    Vote {
        /// The node that voted or did not.
        voter: Address,
        /// The other one.
        candidate: Address,
    },
}

/// A tab of the inspector.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tab {
    /// Every log side by side, with the leader's view of each.
    Logs,
    /// One node: its disk, the writes under way, its memory.
    Node,
    /// Messages in transit, and the next events.
    Network,
    /// What clients asked for and were told, and whether any order explains it.
    Clients,
    /// The properties that must always hold, and their status.
    Checks,
    /// What happened, in words.
    Transcript,
    /// How the cluster is made: its size, timing, network, disks, and the protocol's options.
    Settings,
}

impl Tab {
    /// All tabs, in reading order.
    pub const ALL: [Self; 7] = [
        Self::Logs,
        Self::Node,
        Self::Network,
        Self::Clients,
        Self::Checks,
        Self::Transcript,
        Self::Settings,
    ];

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

    /// The text.
    pub fn label(self) -> Sentence {
        match self {
            Self::Logs => say::tab_logs(),
            Self::Node => say::tab_node(),
            Self::Network => say::tab_network(),
            Self::Clients => say::tab_clients(),
            Self::Checks => say::tab_guarantees(),
            Self::Transcript => say::tab_transcript(),
            Self::Settings => say::tab_settings(),
        }
    }
}

/// What a transcript lists. What the user did and violations are always listed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum TranscriptFilter {
    /// The turns of the story.
    #[default]
    Turns,
    /// All that nodes decided.
    Protocol,
    /// What was sent, arrived and was lost.
    Messages,
    /// What was written.
    Disks,
    /// Everything.
    All,
}

impl TranscriptFilter {
    /// Every filter, in reading order.
    pub const ALL: [Self; 5] =
        [Self::Turns, Self::Protocol, Self::Messages, Self::Disks, Self::All];

    /// The text of its button.
    pub fn label(self) -> Sentence {
        match self {
            Self::Turns => say::filter_highlights(),
            Self::Protocol => say::filter_protocol(),
            Self::Messages => say::filter_messages(),
            Self::Disks => say::filter_disks(),
            Self::All => say::filter_all(),
        }
    }
}

/// What a press on a direction does in the table of links.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum LinkTool {
    /// It cuts the direction.
    #[default]
    Cut,
    /// It holds up what is sent there.
    Hold,
}

impl LinkTool {
    /// Every tool, in reading order.
    pub const ALL: [Self; 2] = [Self::Cut, Self::Hold];

    /// The text of its button.
    pub fn label(self) -> Sentence {
        match self {
            Self::Cut => say::links_press_cuts(),
            Self::Hold => say::links_press_holds(),
        }
    }
}
