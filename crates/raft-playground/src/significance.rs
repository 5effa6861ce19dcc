//! What a record means to a person. A new event of the core gets its meaning here, and its phrases
//! in the file of its topic in `phrases/events/`.

use raft_sim::export::words::is_turn;
use raft_sim::history::MarkKind;
use raft_sim::raft_core::{Event, NodeId, Payload, Rule, Timer, Verdict};
use raft_sim::{Address, Loss, Record, RecordKind, Simulation, Status};

use crate::intent::{Breakpoint, TranscriptFilter};
use crate::query;

/// How much a record matters for the sentence under the stage. The later ones replace the earlier
/// ones at once.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub(crate) enum Importance {
    /// Said when there is nothing else to say.
    #[default]
    Idle,
    /// One of several steps of something larger.
    Step,
    /// A turn in the story.
    Turn,
    /// What the user did or waits for.
    Answer,
    /// A turn that is always narrated.
    Essential,
    /// What must never happen.
    Alarm,
}

impl Importance {
    /// Whether the sentence is shown for its reading time.
    pub(crate) fn is_worth_reading(self) -> bool {
        self >= Self::Turn
    }
}

/// What an event of the core is about. Each topic has a file in `phrases/events/`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Topic {
    /// How nodes start, start elections and win them.
    Elections,
    /// How leaders and candidates step down, and how a leader hands over.
    Leadership,
    /// How votes are decided and counted.
    Votes,
    /// How logs change.
    Logs,
    /// What is committed.
    Commits,
    /// Messages that a node ignores, or that have a newer term.
    Messages,
    /// Requests of clients and administrators.
    Requests,
}

/// What kind of thing a record is in the transcript.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum LineKind {
    /// The user did something, or a scenario.
    Command,
    /// A property was violated.
    Alarm,
    /// A turn of the story: a role, a vote, a commit, a crash, an answer to a client.
    Turn,
    /// Something else that a node decided or did.
    Step,
    /// Something about a message.
    Message,
    /// Something about a disk.
    Disk,
}

/// What is shown at a node for a moment: what happens to a whole node first, then what happens to
/// entries.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Debug)]
pub enum FlashKind {
    /// The node won an election.
    Won,
    /// It started again.
    Started,
    /// It learnt that entries are committed.
    Committed,
    /// It removed entries.
    RolledBack,
}

/// What a mark of the time bar looks like. The later ones matter more.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum MarkShape {
    /// Links were cut: through the band.
    Cut,
    /// Something was done from outside.
    Command,
    /// Links were mended.
    Healed,
    /// A node started again.
    Started,
    /// A node won an election.
    Won,
    /// A node stopped.
    Stopped,
    /// A property was seen not to hold.
    Violated,
}

/// What an event is about.
pub(crate) fn topic(event: &Event) -> Topic {
    match event {
        Event::Booted { .. }
        | Event::ElectionStarted { .. }
        | Event::PreVoteStarted { .. }
        | Event::StandDecided { .. }
        | Event::TermsUsedUp { .. }
        | Event::LeaderElected { .. }
        | Event::LeaderRecognised { .. } => Topic::Elections,
        Event::SteppedDown { .. }
        | Event::QuorumLost { .. }
        | Event::TransferStarted { .. }
        | Event::TransferEnded { .. } => Topic::Leadership,
        Event::VoteDecided { .. } | Event::PreVoteDecided { .. } | Event::VoteCounted { .. } => {
            Topic::Votes
        }
        Event::EntryCreated { .. }
        | Event::AppendDecided { .. }
        | Event::Appended { .. }
        | Event::Truncated { .. }
        | Event::Matched { .. }
        | Event::WentBack { .. }
        | Event::Compacted { .. }
        | Event::SnapshotInstalled { .. } => Topic::Logs,
        Event::CommitDecided { .. } | Event::Committed { .. } => Topic::Commits,
        Event::Malformed { .. } | Event::Ignored { .. } | Event::TermAdopted { .. } => {
            Topic::Messages
        }
        Event::Redirected { .. }
        | Event::ReadDecided { .. }
        | Event::ChangeDecided { .. }
        | Event::MembershipCreated { .. } => Topic::Requests,
    }
}

/// Whether a person watching the stage would notice a record.
pub(crate) fn is_visible(record: &Record) -> bool {
    !matches!(
        record.kind,
        RecordKind::WriteBegan(_) | RecordKind::Persisted(_) | RecordKind::TimerFired(_)
    )
}

/// The kind of a fact in the transcript.
pub(crate) fn line_kind(fact: &RecordKind) -> LineKind {
    match fact {
        RecordKind::Commanded(_) => LineKind::Command,
        RecordKind::Violated(_) => LineKind::Alarm,
        RecordKind::Protocol(event) if is_turn(event) => LineKind::Turn,
        RecordKind::Crashed { .. }
        | RecordKind::RefusedToStart { .. }
        | RecordKind::WriteFailed(_)
        | RecordKind::TailLost { .. }
        | RecordKind::Administered { .. }
        | RecordKind::Settled { .. } => LineKind::Turn,
        RecordKind::Sent(_)
        | RecordKind::Duplicated(_)
        | RecordKind::Delivered(_)
        | RecordKind::Lost { .. } => LineKind::Message,
        RecordKind::WriteBegan(_) | RecordKind::Persisted(_) => LineKind::Disk,
        RecordKind::Protocol(_)
        | RecordKind::TimerFired(_)
        | RecordKind::Applied { .. }
        | RecordKind::Submitted { .. } => LineKind::Step,
    }
}

impl LineKind {
    /// Whether it is remembered for longer than the rest.
    pub(crate) fn is_memorable(self) -> bool {
        matches!(self, Self::Command | Self::Alarm | Self::Turn)
    }

    /// Whether a filter of the transcript lets it through.
    pub(crate) fn passes(self, filter: TranscriptFilter) -> bool {
        use TranscriptFilter::{All, Disks, Messages, Protocol, Turns};
        match self {
            Self::Command | Self::Alarm => true,
            Self::Turn => matches!(filter, Turns | Protocol | All),
            Self::Step => matches!(filter, Protocol | All),
            Self::Message => matches!(filter, Messages | All),
            Self::Disk => matches!(filter, Disks | All),
        }
    }
}

/// What a record shows at its node for a moment, and at which entries: their first and last index.
pub(crate) fn flash_of(record: &Record) -> Option<(NodeId, FlashKind, (u64, u64))> {
    let (RecordKind::Protocol(event), Some(Address::Node(node))) = (&record.kind, record.subject)
    else {
        return None;
    };
    let (kind, entries) = match event {
        Event::LeaderElected { .. } => (FlashKind::Won, (0, 0)),
        Event::Booted { term, .. } if term.0 > 0 => (FlashKind::Started, (0, 0)),
        Event::Committed { from, to, .. } => (FlashKind::Committed, (from.0 + 1, to.0)),
        Event::Truncated { first, last, .. } => {
            (FlashKind::RolledBack, (first.index.0, last.index.0))
        }
        _ => return None,
    };
    Some((node, kind, entries))
}

/// The mark that stands for something on the time bar; none for terms and commits, which are drawn
/// otherwise, and for elections.
pub(crate) fn mark_shape(kind: MarkKind) -> Option<MarkShape> {
    Some(match kind {
        MarkKind::Term(_) | MarkKind::Commit(_) | MarkKind::Election(_) => return None,
        MarkKind::Leader(_) => MarkShape::Won,
        MarkKind::Crash(_) => MarkShape::Stopped,
        MarkKind::Restart(_) => MarkShape::Started,
        MarkKind::Cut => MarkShape::Cut,
        MarkKind::Heal => MarkShape::Healed,
        MarkKind::Act => MarkShape::Command,
        MarkKind::Violation(_) => MarkShape::Violated,
    })
}

/// Where playback can pause because of a fact.
pub(crate) fn breakpoint(fact: &RecordKind) -> Option<Breakpoint> {
    Some(match fact {
        RecordKind::Violated(_) => Breakpoint::Violation,
        RecordKind::Sent(envelope) if query::is_refusal(&envelope.packet) => Breakpoint::Refusal,
        RecordKind::Lost { .. } => Breakpoint::Loss,
        RecordKind::Crashed { .. } => Breakpoint::Stop,
        RecordKind::Settled { status, .. } if *status != Status::Waiting => Breakpoint::Answer,
        RecordKind::Protocol(event) => match event {
            Event::LeaderElected { .. } => Breakpoint::Leader,
            Event::ElectionStarted { .. } => Breakpoint::Election,
            Event::CommitDecided { verdict: Verdict::Allow | Verdict::Waive(_), .. } => {
                Breakpoint::Commit
            }
            Event::Truncated { .. } => Breakpoint::RollBack,
            _ => return None,
        },
        _ => return None,
    })
}

/// Where a lost message is shown: after so many thousandths of its way; none where its link is cut
/// both ways, for then a line may show where.
pub(crate) fn place_of_loss(loss: Loss, place_permille: u16) -> Option<u16> {
    const BOTH_WAYS_PERMILLE: u16 = 500;
    (loss != Loss::Cut || place_permille != BOTH_WAYS_PERMILLE).then_some(place_permille)
}

/// How much a record matters for the sentence under the stage; none if it is not worth one.
pub(crate) fn importance(record: &Record, simulation: &Simulation) -> Option<Importance> {
    Some(match &record.kind {
        RecordKind::Violated(_) => Importance::Alarm,
        RecordKind::Commanded(_)
        | RecordKind::Crashed { .. }
        | RecordKind::RefusedToStart { .. }
        | RecordKind::TailLost { .. }
        | RecordKind::Administered { .. }
        | RecordKind::Settled { .. } => Importance::Answer,
        RecordKind::Applied { entry, .. } if entry.payload != Payload::NoOp => Importance::Turn,
        RecordKind::TimerFired(Timer::Heartbeat) => {
            let leader = query::running_node(simulation, record.subject?.node()?)?;
            let is_heard = query::needed_by(leader).is_reached_by(simulation, leader.id());
            if is_heard { Importance::Idle } else { Importance::Step }
        }
        RecordKind::Protocol(event) => return importance_of_event(event),
        _ => return None,
    })
}

fn importance_of_event(event: &Event) -> Option<Importance> {
    Some(match event {
        Event::Booted { term, .. } if term.0 > 0 => Importance::Answer,
        Event::VoteDecided { verdict, .. } => {
            if *verdict == Verdict::Refuse(Rule::UpToDateLog) {
                Importance::Turn
            } else {
                Importance::Step
            }
        }
        Event::SteppedDown { was_leader: false, .. } => Importance::Step,
        Event::CommitDecided { verdict: Verdict::Refuse(_), .. }
        | Event::ElectionStarted { .. }
        | Event::PreVoteStarted { .. }
        | Event::SnapshotInstalled { .. }
        | Event::LeaderElected { .. } => Importance::Turn,
        Event::SteppedDown { was_leader: true, .. } => Importance::Essential,
        Event::CommitDecided { .. }
        | Event::EntryCreated { no_op: false, .. }
        | Event::Redirected { .. }
        | Event::TransferStarted { .. }
        | Event::TransferEnded { .. }
        | Event::Truncated { .. } => Importance::Answer,
        _ => return None,
    })
}
