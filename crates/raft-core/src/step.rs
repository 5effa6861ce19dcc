//! What goes into a node and what comes out: one input, one step.

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

/// Something that happens to a node.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Input {
    /// A message arrives.
    Deliver {
        /// Who sent it.
        from: NodeId,
        /// What it says.
        message: Message,
    },
    /// A timer that the node had set runs out.
    Timeout(Timer),
    /// A write of this incarnation, and with it every earlier one, is durable.
    Persisted(WriteNumber),
    /// A client asks for a command to be replicated.
    Propose {
        /// The caller's name for this proposal, echoed in the answer.
        proposal: ProposalId,
        /// The command, opaque to the protocol.
        command: Arc<[u8]>,
    },
    /// A client asks to read (diss. §6.4).
    Read(ReadId),
    /// Somebody asks for another membership (§6). It comes about as a whole or not at all: new
    /// learners join together with the new voters, after these have caught up, since otherwise they
    /// would be left behind by a change that is refused then. To have learners at once, ask for
    /// them first.
    Reconfigure {
        /// The caller's name for this proposal, echoed in the answer.
        proposal: ProposalId,
        /// The new voters.
        voters: NodeSet,
        /// The new learners, which receive the log and do not vote.
        learners: NodeSet,
    },
    /// Somebody asks the leader to hand its leadership to another (diss. §3.10). It takes no
    /// commands until the successor has taken over, or for the longest election timeout. Asking
    /// again, for this successor or another, does not lengthen that.
    Transfer {
        /// The successor. The leader itself means that it is to stay: a transfer under way ends.
        to: NodeId,
    },
    /// The state machine has been saved as of an applied entry: the log up to it is not needed any
    /// longer (§7).
    Compact {
        /// The last applied entry that is in `data`.
        index: LogIndex,
        /// The state machine, opaque to the protocol.
        data: Arc<[u8]>,
    },
    /// The node is set up in another way from now on, as by an operator. Who belonged to the
    /// cluster at first plays no part any more; timers that run by a setting that changes start
    /// afresh.
    Configure(Arc<Config>),
}

/// The caller's name for a proposal. The answer echoes it; two that wait at once must differ. It
/// does not leave the node, so names may begin again with each incarnation.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(transparent))]
pub struct ProposalId(pub u64);

/// The caller's name for a read. The answer echoes it; two that wait at once must differ. It does
/// not leave the node, so names may begin again with each incarnation.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(transparent))]
pub struct ReadId(pub u64);

/// A timer of a node. Each runs at most once at a time: setting it again starts it afresh.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum Timer {
    /// Without word from a leader until then, the node stands for election (§5.2).
    Election,
    /// The leader's next heartbeat (§5.2).
    Heartbeat,
    /// When the leader next counts who has answered (diss. §6.2).
    Quorum,
    /// When the leader gives up handing over (diss. §3.10).
    Transfer,
}

impl Timer {
    /// Every timer.
    pub const ALL: [Self; 4] = [Self::Election, Self::Heartbeat, Self::Quorum, Self::Transfer];
}

/// Something that the node wants done.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Effect {
    /// Send a message. It may be lost, doubled or overtaken.
    Send {
        /// To whom.
        to: NodeId,
        /// What.
        message: Message,
    },
    /// Start a timer, or start it afresh.
    SetTimer {
        /// Which.
        timer: Timer,
        /// How long it should run: the caller draws from this range.
        after: TimerRange,
    },
    /// Stop a timer.
    CancelTimer(Timer),
    /// Hand a committed entry to the state machine. Comes once for each index, in order.
    Apply(Entry),
    /// Replace the state machine by a snapshot (§7).
    Restore(Arc<Snapshot>),
    /// Answer a proposal, once and for all.
    Reply {
        /// Which.
        proposal: ProposalId,
        /// What became of it.
        answer: Answer,
    },
    /// Answer a read, once and for all.
    AnswerRead {
        /// Which.
        read: ReadId,
        /// How it may go on.
        answer: ReadAnswer,
    },
}

/// What came of one input, or of several. Dropping a step is a crash in its middle.
#[must_use = "a step that is dropped is a crash: its write and its messages are lost"]
#[derive(Clone, PartialEq, Eq, Hash, Default, Debug)]
pub struct Step {
    /// What to make durable. Writes are made in order; they may overlap with further steps.
    pub write: Option<Write>,
    /// What may be done at once, since nothing in it rests on this node's disk: timers, a leader's
    /// entries (which may travel while the leader writes them, diss. §10.2.1), what is committed.
    pub at_once: Vec<Effect>,
    /// What may be done only when the write is durable: votes, requests for votes, and
    /// acknowledgements.
    pub after_write: AfterWrite,
    /// What happened, and why.
    pub events: Vec<Event>,
}

/// Effects that are promises: they may leave only when what they promise is durable.
#[must_use = "effects that are dropped are a crash: what the node meant to say is lost"]
#[derive(Clone, PartialEq, Eq, Hash, Default, Debug)]
pub struct AfterWrite {
    pub(crate) needs: WriteNumber,
    pub(crate) effects: Vec<Effect>,
}

impl AfterWrite {
    /// The write that must be durable first. Earlier writes count: an acknowledgement without a
    /// write of its own may still speak of entries whose write is under way.
    pub fn needs(&self) -> WriteNumber {
        self.needs
    }

    /// Whether there is nothing to do.
    pub fn is_empty(&self) -> bool {
        self.effects.is_empty()
    }

    /// Takes the effects out, given that all writes up to `durable` are; none if that is not
    /// enough.
    pub fn release(&mut self, durable: WriteNumber) -> Option<vec::Drain<'_, Effect>> {
        (durable >= self.needs).then(|| self.effects.drain(..))
    }
}
