//! The interface of a node: inputs and steps.

use alloc::sync::Arc;
use alloc::vec::{self, Vec};

use crate::answer::{Answer, ReadAnswer};
use crate::config::Config;
use crate::disk::{Snapshot, Write, WriteNumber};
use crate::entry::Entry;
use crate::event::Event;
use crate::message::Message;
use crate::node_set::NodeSet;
use crate::types::{LogIndex, NodeId, TimerRange};

/// An input of a node.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Input {
    /// A message arrives.
    Deliver {
        /// The sender.
        from: NodeId,
        /// The message.
        message: Message,
    },
    /// A timer of the node runs out.
    Timeout(Timer),
    /// A write of this incarnation, and with it every earlier one, is durable.
    Persisted(WriteNumber),
    /// A client proposes a command.
    Propose {
        /// The caller's identifier of this proposal, which the answer repeats.
        proposal: ProposalId,
        /// The command, opaque to the protocol.
        command: Arc<[u8]>,
    },
    /// A client asks to read (diss. §6.4).
    Read(ReadId),
    /// An administrator requests another membership (§6). The change succeeds as a whole or not at
    /// all: new learners are added together with the new voters, after these have caught up.
    /// Otherwise a change that fails would leave the learners behind. To add learners at once,
    /// request them first.
    Reconfigure {
        /// The caller's identifier of this proposal, which the answer repeats.
        proposal: ProposalId,
        /// The new voters.
        voters: NodeSet,
        /// The new learners, which receive the log and do not vote.
        learners: NodeSet,
    },
    /// An administrator asks the leader to transfer its leadership (diss. §3.10). The leader
    /// accepts no commands until the successor has taken over, or for the longest election timeout.
    /// A second request, for the same successor or another, does not extend that time.
    Transfer {
        /// The successor. If it is the leader itself, a transfer in progress ends.
        to: NodeId,
    },
    /// The state machine has been saved as of an applied entry, so the log up to it is no longer
    /// needed (§7).
    Compact {
        /// The last applied entry that is in `data`.
        index: LogIndex,
        /// The state machine, opaque to the protocol.
        data: Arc<[u8]>,
    },
    /// The node gets another configuration. Its initial membership is ignored; timers restart if
    /// their settings change.
    Configure(Arc<Config>),
}

/// The caller's identifier of a proposal, which the answer repeats. Pending proposals must have
/// different ones. It never leaves the node, so identifiers may repeat in another incarnation.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(transparent))]
pub struct ProposalId(pub u64);

/// The caller's identifier of a read, which the answer repeats. Pending reads must have different
/// ones. It never leaves the node, so identifiers may repeat in another incarnation.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(transparent))]
pub struct ReadId(pub u64);

/// A timer of a node. Each runs at most once at a time: setting it again restarts it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum Timer {
    /// If the node hears from no leader until then, it starts an election (§5.2).
    Election,
    /// The leader's next heartbeat (§5.2).
    Heartbeat,
    /// When the leader next checks which followers have answered (diss. §6.2).
    Quorum,
    /// When the leader gives up a leadership transfer (diss. §3.10).
    Transfer,
}

impl Timer {
    /// Every timer.
    pub const ALL: [Self; 4] = [Self::Election, Self::Heartbeat, Self::Quorum, Self::Transfer];
}

/// An action that the driver must carry out.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Effect {
    /// Send a message. It may be lost, duplicated or reordered.
    Send {
        /// The receiver.
        to: NodeId,
        /// The message.
        message: Message,
    },
    /// Start or restart a timer.
    SetTimer {
        /// The timer.
        timer: Timer,
        /// How long it runs: the caller draws a time from this range.
        after: TimerRange,
    },
    /// Stop a timer.
    CancelTimer(Timer),
    /// Hand a committed entry to the state machine, once for each index, in order.
    Apply(Entry),
    /// Replace the state machine with a snapshot (§7).
    Restore(Arc<Snapshot>),
    /// Answer a proposal. Each proposal is answered at most once.
    Reply {
        /// The proposal.
        proposal: ProposalId,
        /// Its outcome.
        answer: Answer,
    },
    /// Answer a read. Each read is answered at most once.
    AnswerRead {
        /// The read.
        read: ReadId,
        /// How the driver may serve it.
        answer: ReadAnswer,
    },
}

/// The result of one input, or of several. Dropping a step has the effect of a crash in the middle
/// of it.
#[must_use = "a step that is dropped is a crash: its write and its messages are lost"]
#[derive(Clone, PartialEq, Eq, Hash, Default, Debug)]
pub struct Step {
    /// The write to make durable. Writes are made in order and may overlap with later steps.
    pub write: Option<Write>,
    /// Effects that do not depend on this node's disk: timers, a leader's entries (which the leader
    /// may send while it writes them, diss. §10.2.1), and what is committed.
    pub at_once: Vec<Effect>,
    /// Effects that must wait until the write is durable: votes, requests for votes, and
    /// acknowledgements.
    pub after_write: AfterWrite,
    /// What happened, and why.
    pub events: Vec<Event>,
}

/// Effects that make promises: they must wait until the promised state is durable.
#[must_use = "effects that are dropped are a crash: what the node meant to say is lost"]
#[derive(Clone, PartialEq, Eq, Hash, Default, Debug)]
pub struct AfterWrite {
    pub(crate) needs: WriteNumber,
    pub(crate) effects: Vec<Effect>,
}

impl AfterWrite {
    /// The write that must be durable first. It may be an earlier one: an acknowledgement without a
    /// write of its own may cover entries whose write is in progress.
    pub fn needs(&self) -> WriteNumber {
        self.needs
    }

    /// Whether there are no effects.
    pub fn is_empty(&self) -> bool {
        self.effects.is_empty()
    }

    /// Takes the effects out if all writes that they need are durable, given that those up to
    /// `durable` are; otherwise `None`.
    pub fn release(&mut self, durable: WriteNumber) -> Option<vec::Drain<'_, Effect>> {
        (durable >= self.needs).then(|| self.effects.drain(..))
    }
}
