//! What happened in a node and why, as data: the rule, the values compared, the verdict. Prose is
//! made of it elsewhere.

use crate::quorum::Membership;
use crate::rules::Verdict;
use crate::types::{LogIndex, LogPosition, Micros, NodeId, Term};

/// What happened in a node, and why.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "event", rename_all = "kebab-case"))]
pub enum Event {
    /// The node started from its disk.
    Booted {
        /// The term it remembered.
        term: Term,
        /// Whom it had voted for in that term.
        voted_for: Option<NodeId>,
        /// The last entry of its log.
        last: LogPosition,
    },
    /// A message was ignored because no node of this cluster can have sent it.
    Malformed {
        /// The sender that the network named.
        from: NodeId,
        /// What is wrong with it. Traces call it `flaw`.
        #[cfg_attr(feature = "serde", serde(rename = "flaw"))]
        reason: MalformedReason,
    },
    /// A message was ignored because it comes too late, or against a rule.
    Ignored {
        /// Who sent it.
        from: NodeId,
        /// The term in which it was sent.
        term: Term,
        /// The receiver's term.
        own_term: Term,
        /// Which rule says so.
        verdict: Verdict,
    },
    /// The node heard of a newer term and joined it (§5.1).
    TermAdopted {
        /// Its term until now.
        from_term: Term,
        /// The newer one.
        to_term: Term,
        /// Who told it.
        told_by: NodeId,
    },
    /// A leader or candidate became a follower (§5.1, §5.2).
    SteppedDown {
        /// Whether it had been the leader.
        was_leader: bool,
        /// The term in which it stepped down.
        term: Term,
    },
    /// The election timer ran out, so the node became a candidate (§5.2).
    ElectionStarted {
        /// The new term.
        term: Term,
        /// How long it had heard nothing from a leader.
        waited: Micros,
        /// Whether it had been a candidate already: the last election ended without a winner.
        again: bool,
        /// Whether the leader told it to do so (diss. §3.10).
        handover: bool,
    },
    /// A node that is no voter was about to start an election (§6).
    StandDecided {
        /// Whether it does, and against which rule.
        verdict: Verdict,
    },
    /// A node was about to start an election, but the terms are used up: only a faulty peer can
    /// have brought a term of 2^64 - 2.
    TermsUsedUp {
        /// The term, which has not changed.
        term: Term,
    },
    /// The election timer ran out, so the node asks whether it could win (diss. §9.6).
    PreVoteStarted {
        /// The term, which has not changed.
        term: Term,
        /// How long it had heard nothing from a leader.
        waited: Micros,
    },
    /// A node was asked whether it would vote for another (diss. §9.6).
    PreVoteDecided {
        /// Who asked.
        candidate: NodeId,
        /// In which term.
        term: Term,
        /// The candidate's last entry.
        candidate_last: LogPosition,
        /// The voter's last entry.
        own_last: LogPosition,
        /// Whether it would, or which rule forbids it.
        verdict: Verdict,
    },
    /// A vote was asked for and given or refused (§5.2, §5.4.1).
    VoteDecided {
        /// Who asked.
        candidate: NodeId,
        /// In which term.
        term: Term,
        /// Whom the voter had voted for before.
        voted_for: Option<NodeId>,
        /// The candidate's last entry.
        candidate_last: LogPosition,
        /// The voter's last entry.
        own_last: LogPosition,
        /// Given or refused, and by which rule.
        verdict: Verdict,
    },
    /// A candidate counted an answer (§5.2).
    VoteCounted {
        /// Who answered.
        voter: NodeId,
        /// Whether it gave its vote.
        granted: bool,
        /// Votes so far, its own among them.
        votes: usize,
        /// Votes needed.
        needed: usize,
    },
    /// A candidate won (§5.2).
    LeaderElected {
        /// The term that it leads.
        term: Term,
        /// Its votes.
        votes: usize,
        /// Votes needed.
        needed: usize,
    },
    /// A follower or candidate recognised a leader (§5.2).
    LeaderRecognised {
        /// The leader.
        leader: NodeId,
        /// Its term.
        term: Term,
    },
    /// The leader took a command, or its own no-op, into its log (§5.3).
    EntryCreated {
        /// Where.
        position: LogPosition,
        /// Whether it is the no-op that begins a term.
        no_op: bool,
    },
    /// A follower refused an AppendEntries, or took it only because a rule is switched off (§5.3).
    AppendDecided {
        /// Who sent it.
        leader: NodeId,
        /// The entry on which it builds.
        previous: LogPosition,
        /// The term that the follower's log has at that index.
        own_term: Option<Term>,
        /// How many entries it brought.
        entries: usize,
        /// Taken or refused, and by which rule.
        verdict: Verdict,
    },
    /// A follower removed entries that conflict with the leader's (§5.3).
    Truncated {
        /// The first entry removed.
        first: LogPosition,
        /// The last entry removed.
        last: LogPosition,
        /// The term of the leader's entry at the first one's index.
        leaders_term: Term,
    },
    /// A follower took entries into its log (§5.3).
    Appended {
        /// The index of the first.
        first: LogIndex,
        /// The last.
        last: LogPosition,
    },
    /// The leader learnt how far a follower's log matches its own (§5.3).
    Matched {
        /// The follower.
        follower: NodeId,
        /// The index up to which it matches.
        index: LogIndex,
    },
    /// The leader learnt that a follower lacks an entry, and goes back (§5.3).
    WentBack {
        /// The follower.
        follower: NodeId,
        /// The index that it will be sent next.
        next: LogIndex,
    },
    /// The leader weighed whether enough copies exist to commit (§5.3, §5.4.2).
    CommitDecided {
        /// The newest entry that a majority holds.
        candidate: LogPosition,
        /// How many durable copies of it exist, the leader's among them.
        copies: usize,
        /// How many are needed.
        needed: usize,
        /// The leader's term.
        term: Term,
        /// Committed or not yet, and by which rule.
        verdict: Verdict,
    },
    /// The commit index moved (§5.3).
    Committed {
        /// From here.
        from: LogIndex,
        /// To here.
        to: LogIndex,
        /// Whether a follower could follow the leader's commit index all the way.
        verdict: Verdict,
    },
    /// A leader weighed whether it may answer a read at once (diss. §6.4).
    ReadDecided {
        /// What was committed then.
        index: LogIndex,
        /// At once, or which rule makes it wait.
        verdict: Verdict,
    },
    /// The log up to an entry was replaced by a snapshot of one's own (§7).
    Compacted {
        /// The last entry replaced.
        last: LogPosition,
    },
    /// A leader's snapshot took the place of the log up to an entry (§7).
    SnapshotInstalled {
        /// The last entry replaced.
        last: LogPosition,
        /// Whether the entries after it stayed.
        kept_suffix: bool,
        /// Against which rules, if any.
        verdict: Verdict,
    },
    /// Somebody asked for another membership (§6).
    ChangeDecided {
        /// Begun or refused, and by which rule.
        verdict: Verdict,
    },
    /// The leader put a membership into its log; it is in effect from here on (§6).
    MembershipCreated {
        /// The membership.
        membership: Membership,
    },
    /// The leader began to hand over its leadership (diss. §3.10).
    TransferStarted {
        /// To whom.
        successor: NodeId,
    },
    /// The leader gave up handing over: the successor did not take over in time, stopped being a
    /// voter, or the leader was asked to stay. Or it could not begin (diss. §3.10).
    TransferEnded {
        /// To whom it would have been.
        successor: NodeId,
    },
    /// The leader heard from no quorum for an election timeout (diss. §6.2).
    QuorumLost {
        /// How many it heard from, itself among them.
        active: usize,
    },
    /// A command was refused because this node does not lead (§8).
    Redirected {
        /// The leader that it knows of.
        hint: Option<NodeId>,
    },
}

/// What is wrong with a message.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum MalformedReason {
    /// It comes from outside the cluster, or from the node itself.
    UnknownSender,
    /// Its term is 2^64 - 1, after which there could be no election.
    LastTerm,
    /// Its entries have gaps, or terms that fall or lie in the future.
    BrokenEntries,
    /// Its snapshot ends nowhere, or in a term that lies in the future.
    BrokenSnapshot,
}
