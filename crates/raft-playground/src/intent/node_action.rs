//! What can be done with a node, as one table.

use raft_sim::{Address, Command};

use super::{Fault, Icon, Intent, Panel};
use crate::text::{Sentence, say};

/// What can be done with a node.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NodeAction {
    /// Stop it as a power cut would.
    Stop,
    /// Start it from its disk.
    Start,
    /// Put a new server in the place of one that has lost its disk.
    Replace,
    /// Freeze it.
    Pause,
    /// Let a frozen node go on.
    Resume,
    /// Let its election timer run out now.
    TimeOut,
    /// Let its election timer run out sooner.
    Sooner,
    /// Let its election timer run out later.
    Later,
    /// Cut its links with the other nodes.
    Isolate,
    /// Mend all its links.
    Reconnect,
    /// Replace its log with a snapshot.
    Snapshot,
    /// Ask what happens to its disk.
    LoseDisk,
    /// Ask whether to remove it from the cluster.
    Remove,
    /// Add it to the cluster.
    Add,
    /// Show it in the inspector.
    Inspect,
    /// Erase its disk.
    EraseDisk,
    /// Damage what is on its disk.
    CorruptDisk,
    /// Leave its disk as it is.
    KeepDisk,
    /// Remove it from the cluster.
    ConfirmRemove,
    /// Leave it in the cluster.
    Cancel,
}

/// What is asked before something that cannot be undone.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Confirmation {
    /// What happens to the node's disk?
    LoseDisk,
    /// Is the node to be removed from the cluster?
    Remove,
}

/// What a node's process does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum ProcessState {
    /// It is stopped; whether its disk was erased.
    Stopped { is_erased: bool },
    /// It is frozen.
    Paused,
    /// It runs.
    Running(ElectionTimer),
}

/// Whether the election timer of a running node runs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum ElectionTimer {
    /// The node has not set it.
    NotSet,
    /// It waits for the node's clock, which has stopped.
    Stands,
    /// It runs out after so many simulated microseconds.
    Runs { left_us: u64 },
}

/// What has to be known of a node to say what can be done with it.
#[derive(Clone, PartialEq, Debug)]
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
    /// What is being asked, if anything is.
    pub(crate) confirming: Option<Confirmation>,
}

/// By how much a timer is moved, in simulated microseconds.
const NUDGE_US: u64 = 25_000;

/// One row of the table.
pub(crate) struct Row {
    pub(crate) label: Sentence,
    pub(crate) icon: Icon,
    pub(crate) shortcut: char,
    is_possible: fn(&NodeSituation) -> bool,
    pub(crate) intent: fn(&NodeSituation) -> Intent,
}

impl NodeAction {
    /// Every action, in reading order.
    const ALL: [Self; 20] = [
        Self::Stop,
        Self::Start,
        Self::Replace,
        Self::Pause,
        Self::Resume,
        Self::TimeOut,
        Self::Sooner,
        Self::Later,
        Self::Isolate,
        Self::Reconnect,
        Self::Snapshot,
        Self::LoseDisk,
        Self::Remove,
        Self::Add,
        Self::Inspect,
        Self::EraseDisk,
        Self::CorruptDisk,
        Self::KeepDisk,
        Self::ConfirmRemove,
        Self::Cancel,
    ];

    /// What can be done now, in reading order.
    pub(crate) fn possible(situation: &NodeSituation) -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(|action| {
            action.is_answer() == situation.confirming.is_some()
                && (action.row().is_possible)(situation)
        })
    }

    /// Whether a key does something with a node, in some situation.
    pub fn is_shortcut(key: char) -> bool {
        let key = key.to_ascii_uppercase();
        Self::ALL.iter().any(|action| !action.is_answer() && action.row().shortcut == key)
    }

    /// Whether it answers a question, so that nothing else is offered beside it.
    pub(crate) fn is_answer(self) -> bool {
        matches!(
            self,
            Self::EraseDisk
                | Self::CorruptDisk
                | Self::KeepDisk
                | Self::ConfirmRemove
                | Self::Cancel
        )
    }

    /// The table.
    #[rustfmt::skip]
    pub(crate) fn row(self) -> Row {
        use Confirmation as Asked;
        let row = |label, icon, shortcut, is_possible, intent| {
            Row { label, icon, shortcut, is_possible, intent }
        };
        match self {
            Self::Stop => row(say::action_stop(), Icon::Stop, 'S',
                NodeSituation::is_running, |of| Command::Crash(of.node).into()),
            Self::Start => row(say::action_start(), Icon::Play, 'S',
                |of| !of.is_running(), |of| Command::Restart(of.node).into()),
            Self::Replace => row(say::action_replace(), Icon::Add, 'P',
                |of| of.state == ProcessState::Stopped { is_erased: true },
                |of| Command::ReplaceServer(of.node).into()),
            Self::Pause => row(say::action_freeze(), Icon::Pause, 'P',
                NodeSituation::is_awake, |of| Command::Pause(of.node).into()),
            Self::Resume => row(say::action_resume(), Icon::Play, 'P',
                |of| of.state == ProcessState::Paused, |of| Command::Resume(of.node).into()),
            Self::TimeOut => row(say::action_start_election(), Icon::Clock, 'T',
                NodeSituation::has_timer, |of| Command::TimeOut(of.node).into()),
            Self::Sooner => row(say::action_timer_sooner(), Icon::Remove, ',',
                |of| of.timer_left_us().is_some(), |of| of.timer_in(u64::saturating_sub)),
            Self::Later => row(say::action_timer_later(), Icon::Add, '.',
                |of| of.timer_left_us().is_some(), |of| of.timer_in(u64::saturating_add)),
            // The command `isolate` would cut the links with clients, too.
            Self::Isolate => row(say::action_isolate(), Icon::Isolate, 'X', |of| of.has_links_up,
                |of| Command::Partition(vec![vec![of.node], of.others.clone()]).into()),
            Self::Reconnect => row(say::action_reconnect(), Icon::Reconnect, 'H',
                |of| of.has_links_cut, |of| Fault::Reconnect(of.node).into()),
            Self::Snapshot => row(say::action_snapshot(), Icon::Snapshot, 'N',
                NodeSituation::is_running, |of| Command::Snapshot(of.node).into()),
            Self::LoseDisk => row(say::action_lose_disk(), Icon::Disk, 'D',
                |_| true, |of| Panel::Confirm(of.node, Asked::LoseDisk).into()),
            Self::Remove => row(say::action_remove(), Icon::Remove, 'A',
                |of| of.is_voter, |of| Panel::Confirm(of.node, Asked::Remove).into()),
            Self::Add => row(say::action_add(), Icon::Add, 'A',
                |of| !of.is_voter, |of| Command::Add(of.node).into()),
            Self::Inspect => row(say::action_inspect(), Icon::Eye, 'I',
                |_| true, |of| Panel::InspectNode(of.node).into()),
            Self::EraseDisk => row(say::action_erase(), Icon::Cross, 'E',
                |of| of.confirming == Some(Asked::LoseDisk),
                |of| Command::EraseDisk(of.node).into()),
            Self::CorruptDisk => row(say::action_damage(), Icon::Cross, 'C',
                |of| of.confirming == Some(Asked::LoseDisk),
                |of| Command::CorruptDisk(of.node).into()),
            Self::ConfirmRemove => row(say::action_confirm_remove(), Icon::Cross, 'E',
                |of| of.confirming == Some(Asked::Remove), |of| Command::Remove(of.node).into()),
            Self::KeepDisk => row(say::action_keep_disk(), Icon::Check, 'K',
                |of| of.confirming == Some(Asked::LoseDisk), |_| Panel::Cancel.into()),
            Self::Cancel => row(say::action_cancel(), Icon::Check, 'K',
                |of| of.confirming == Some(Asked::Remove), |_| Panel::Cancel.into()),
        }
    }
}

impl NodeSituation {
    fn is_running(&self) -> bool {
        !matches!(self.state, ProcessState::Stopped { .. })
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
