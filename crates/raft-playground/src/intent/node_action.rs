//! The actions of a node's menu, as one table.

use raft_sim::{Address, Command};

use super::{Fault, Icon, Intent, Panel};
use crate::table::table;
use crate::text::{Sentence, say};

table! {
    /// An action of a node's menu.
    pub enum NodeAction {
        /// Stop it as a power cut would.
        Stop => row(say::action_stop(), Icon::Stop, 'S',
            NodeSituation::is_running, |of| Command::Crash(of.node).into()),
        /// Start it from its disk.
        Start => row(say::action_start(), Icon::Play, 'S',
            NodeSituation::can_try_to_start, |of| Command::Restart(of.node).into()),
        /// Put a new server in the place of one that has lost its disk.
        Replace => row(say::action_replace(), Icon::Add, 'P',
            |of| of.can_be_replaced,
            |of| Command::ReplaceServer(of.node).into()),
        /// Freeze it.
        Freeze => row(say::action_freeze(), Icon::Freeze, 'P',
            NodeSituation::is_awake, |of| Command::Freeze(of.node).into()),
        /// Let a frozen node go on.
        Resume => row(say::action_resume(), Icon::Play, 'P',
            |of| of.state == ProcessState::Frozen, |of| Command::Resume(of.node).into()),
        /// Let its election timer run out now.
        TimeOut => row(say::action_start_election(), Icon::Clock, 'T',
            |of| of.has_timer() && of.may_stand, |of| Command::TimeOut(of.node).into()),
        /// Let its election timer run out sooner.
        Sooner => row(say::action_timer_sooner(), Icon::Remove, ',',
            |of| of.timer_left_us().is_some_and(|left_us| left_us > LEAST_TIMER_US),
            |of| of.timer_in(u64::saturating_sub)),
        /// Let its election timer run out later.
        Later => row(say::action_timer_later(), Icon::Add, '.',
            |of| of.timer_left_us().is_some(), |of| of.timer_in(u64::saturating_add)),
        /// Cut its links with the other nodes.
        Isolate => row(say::action_isolate(), Icon::Isolate, 'X', |of| of.has_links_up,
            |of| Command::Partition(vec![vec![of.node], of.others.clone()]).into()),
        /// Mend all its links.
        Reconnect => row(say::action_reconnect(), Icon::Reconnect, 'H',
            |of| of.has_links_cut, |of| Fault::Reconnect(of.node).into()),
        /// Replace its log with a snapshot.
        Snapshot => row(say::action_snapshot(), Icon::Snapshot, 'N',
            |of| of.can_compact, |of| Command::Snapshot(of.node).into()),
        /// Ask whether to erase or to damage its disk.
        LoseDisk => row(say::action_lose_disk(), Icon::Disk, 'D',
            |of| of.has_disk, |of| Panel::Confirm(of.node, Confirmation::LoseDisk).into()),
        /// Ask whether to remove it from the cluster.
        Remove => row(say::action_remove(), Icon::Remove, 'A',
            NodeSituation::can_be_removed,
            |of| Panel::Confirm(of.node, Confirmation::Remove).into()),
        /// Add it to the cluster.
        Add => row(say::action_add(), Icon::Add, 'A',
            |of| !of.is_voter && of.is_leader_awake, |of| Command::Add(of.node).into()),
        /// Show it in the inspector.
        Inspect => row(say::action_inspect(), Icon::Eye, 'I',
            |_| true, |of| Panel::InspectNode(of.node).into()),
        /// Erase its disk.
        EraseDisk => answer(say::action_erase(), Icon::Cross, 'E',
            Confirmation::LoseDisk,
            |of| Command::EraseDisk(of.node).into()),
        /// Damage the data on its disk.
        CorruptDisk => Row {
            is_possible: |of| of.can_be_damaged,
            ..answer(say::action_damage(), Icon::Cross, 'C',
                Confirmation::LoseDisk,
                |of| Command::CorruptDisk(of.node).into())
        },
        /// Leave its disk as it is.
        KeepDisk => answer(say::action_keep_disk(), Icon::Check, 'K',
            Confirmation::LoseDisk, |_| Panel::Cancel.into()),
        /// Remove it from the cluster.
        ConfirmRemove => Row {
            is_possible: NodeSituation::can_be_removed,
            ..answer(say::action_confirm_remove(), Icon::Cross, 'E',
                Confirmation::Remove, |of| Command::Remove(of.node).into())
        },
        /// Leave it in the cluster.
        Cancel => answer(say::action_cancel(), Icon::Check, 'K',
            Confirmation::Remove, |_| Panel::Cancel.into()),
    }
    /// The row of the table.
    pub(crate) fn row(self) -> Row;
}

/// One row of the table.
pub(crate) struct Row {
    pub(crate) label: Sentence,
    pub(crate) icon: Icon,
    pub(crate) shortcut: char,
    /// The question that it answers. Nothing else is offered beside the answers.
    pub(crate) answers: Option<Confirmation>,
    is_possible: fn(&NodeSituation) -> bool,
    pub(crate) intent: fn(&NodeSituation) -> Intent,
}

fn row(
    label: Sentence,
    icon: Icon,
    shortcut: char,
    is_possible: fn(&NodeSituation) -> bool,
    intent: fn(&NodeSituation) -> Intent,
) -> Row {
    Row { label, icon, shortcut, answers: None, is_possible, intent }
}

fn answer(
    label: Sentence,
    icon: Icon,
    shortcut: char,
    asked: Confirmation,
    intent: fn(&NodeSituation) -> Intent,
) -> Row {
    Row { answers: Some(asked), ..row(label, icon, shortcut, |_| true, intent) }
}

impl NodeAction {
    /// The actions that are possible now, in reading order.
    pub(crate) fn possible(situation: &NodeSituation) -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(|action| {
            let row = action.row();
            row.answers == situation.confirming && (row.is_possible)(situation)
        })
    }

    /// Whether a key does something with a node, in some situation.
    pub fn is_shortcut(key: char) -> bool {
        let key = key.to_ascii_uppercase();
        let mut rows = Self::ALL.into_iter().map(Self::row);
        rows.any(|row| row.answers.is_none() && row.shortcut == key)
    }
}

/// A question before an action that cannot be undone.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Confirmation {
    /// Is the node's disk to be erased or damaged?
    LoseDisk,
    /// Is the node to be removed from the cluster?
    Remove,
}

/// The state of a node's process.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum ProcessState {
    /// It is stopped.
    Stopped,
    /// It is frozen.
    Frozen,
    /// It runs.
    Running(ElectionTimer),
}

/// Whether the election timer of a running node runs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum ElectionTimer {
    /// The node has not set it.
    NotSet,
    /// The node's clock has stopped, so the timer never runs out.
    Stands,
    /// It runs out after this time, in simulated microseconds.
    Runs { left_us: u64 },
}

/// The state that determines which actions of a node are possible.
#[derive(Clone, PartialEq, Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each is a fact of its own about the node")]
pub(crate) struct NodeSituation {
    pub(crate) node: Address,
    /// The other nodes.
    pub(crate) others: Vec<Address>,
    pub(crate) state: ProcessState,
    pub(crate) is_voter: bool,
    /// Whether any link with another node is up, in any direction.
    pub(crate) has_links_up: bool,
    /// Whether any link is cut, in any direction.
    pub(crate) has_links_cut: bool,
    /// The open question, if any.
    pub(crate) may_stand: bool,
    /// Whether it has applied entries that no snapshot replaces.
    pub(crate) can_compact: bool,
    /// Whether its disk was not erased.
    pub(crate) has_disk: bool,
    /// Whether its disk has an entry and no damage.
    pub(crate) can_be_damaged: bool,
    /// Whether a new server can take its place: it is no longer a member.
    pub(crate) can_be_replaced: bool,
    /// Whether a request to the leader reaches it, or there is none: a frozen leader hears nothing.
    pub(crate) is_leader_awake: bool,
    /// What is being asked, if anything is.
    pub(crate) confirming: Option<Confirmation>,
}

/// The shortest time that a timer can be set to, in simulated microseconds.
pub(crate) const LEAST_TIMER_US: u64 = 1000;

/// By how much a timer is moved, in simulated microseconds.
const NUDGE_US: u64 = 25_000;

impl NodeSituation {
    fn is_running(&self) -> bool {
        !matches!(self.state, ProcessState::Stopped)
    }

    /// A damaged disk is found when the node starts. An erased one is known to be empty.
    fn can_try_to_start(&self) -> bool {
        !self.is_running() && self.has_disk
    }

    fn can_be_removed(&self) -> bool {
        self.is_voter && self.is_leader_awake
    }

    fn is_awake(&self) -> bool {
        matches!(self.state, ProcessState::Running(_))
    }

    fn has_timer(&self) -> bool {
        self.is_awake() && self.state != ProcessState::Running(ElectionTimer::NotSet)
    }

    fn timer_left_us(&self) -> Option<u64> {
        match self.state {
            ProcessState::Running(ElectionTimer::Runs { left_us }) => Some(left_us),
            _ => None,
        }
    }

    /// Moves the end of the election timer.
    fn timer_in(&self, moved: fn(u64, u64) -> u64) -> Intent {
        let left_us = self.timer_left_us().unwrap_or_default();
        Fault::SetTimer { node: self.node, after_us: moved(left_us, NUDGE_US) }.into()
    }
}
