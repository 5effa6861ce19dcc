//! What happened in a node and why, as data: the rule, the compared values, the verdict. Other
//! crates turn it into sentences.

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
        /// The term on its disk.
        term: Term,
        /// Its vote in that term.
        voted_for: Option<NodeId>,
        /// The last entry of its log.
        last: LogPosition,
    },
    /// A node ignored a message that no node of this cluster can have sent.
    Malformed {
        /// The sender that the network named.
        from: NodeId,
        /// What is wrong with it. Traces call it `flaw`.
        #[cfg_attr(feature = "serde", serde(rename = "flaw"))]
        reason: MalformedReason,
    },
    /// A node ignored a message that came too late or against a rule.
    Ignored {
        /// The sender.
        from: NodeId,
        /// The term in which it was sent.
        term: Term,
        /// The term of the receiver.
        own_term: Term,
        /// The rule that decided.
        verdict: Verdict,
    },
    /// A node learnt of a newer term and adopted it (§5.1).
    TermAdopted {
        /// The term before.
        from_term: Term,
        /// The newer term.
        to_term: Term,
        /// The sender of the newer term.
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
        /// The time since the node last heard from a leader.
        waited: Micros,
        /// Whether the node was a candidate before: the last election ended without a winner.
        again: bool,
        /// Whether the leader ordered this election (diss. §3.10).
        handover: bool,
    },
    /// A node that is not a voter was about to start an election (§6).
    StandDecided {
        /// Whether it starts one, and which rule decided.
        verdict: Verdict,
    },
    /// A node was about to start an election, but no term is left: only a faulty peer can have sent
    /// a term of 2^64 - 2.
    TermsUsedUp {
        /// The term, which stays the same.
        term: Term,
    },
    /// The election timer ran out, so the node started a pre-vote (diss. §9.6).
    PreVoteStarted {
        /// The term, which stays the same.
        term: Term,
        /// The time since the node last heard from a leader.
        waited: Micros,
    },
    /// A node answered a pre-vote (diss. §9.6).
    PreVoteDecided {
        /// The node that started the pre-vote.
        candidate: NodeId,
        /// The term of the request.
        term: Term,
        /// The candidate's last entry.
        candidate_last: LogPosition,
        /// The voter's last entry.
        own_last: LogPosition,
        /// Whether the node would vote for the candidate, and which rule decided.
        verdict: Verdict,
    },
    /// A node granted or refused a vote (§5.2, §5.4.1).
    VoteDecided {
        /// The node that requested the vote.
        candidate: NodeId,
        /// The term of the request.
        term: Term,
        /// The voter's earlier vote in that term.
        voted_for: Option<NodeId>,
        /// The candidate's last entry.
        candidate_last: LogPosition,
        /// The voter's last entry.
        own_last: LogPosition,
        /// Whether the vote was granted, and which rule decided.
        verdict: Verdict,
    },
    /// A candidate counted a vote (§5.2).
    VoteCounted {
        /// The voter.
        voter: NodeId,
        /// Whether the vote was granted.
        granted: bool,
        /// The votes so far, the candidate's own among them.
        votes: usize,
        /// The votes needed.
        needed: usize,
    },
    /// A candidate won (§5.2).
    LeaderElected {
        /// The term of the new leader.
        term: Term,
        /// The votes that it received.
        votes: usize,
        /// The votes needed.
        needed: usize,
    },
    /// A follower or candidate recognised a leader (§5.2).
    LeaderRecognised {
        /// The leader.
        leader: NodeId,
        /// Its term.
        term: Term,
    },
    /// The leader appended a command, or the no-op of its term, to its log (§5.3).
    EntryCreated {
        /// The position of the entry.
        position: LogPosition,
        /// Whether it is the no-op that starts a term.
        no_op: bool,
    },
    /// A follower rejected AppendEntries, or accepted it only because a rule is waived (§5.3).
    AppendDecided {
        /// The sender.
        leader: NodeId,
        /// The entry before the new ones.
        previous: LogPosition,
        /// The term in the follower's log at that index.
        own_term: Option<Term>,
        /// The number of entries in the message.
        entries: usize,
        /// Whether the follower accepted the entries, and which rule decided.
        verdict: Verdict,
    },
    /// A follower removed entries that conflict with the leader's (§5.3).
    Truncated {
        /// The first entry removed.
        first: LogPosition,
        /// The last entry removed.
        last: LogPosition,
        /// The term of the leader's entry at the index of the first one.
        leaders_term: Term,
    },
    /// A follower appended entries to its log (§5.3).
    Appended {
        /// The index of the first entry.
        first: LogIndex,
        /// The last entry.
        last: LogPosition,
    },
    /// The leader learnt how far a follower's log matches its own (§5.3).
    Matched {
        /// The follower.
        follower: NodeId,
        /// The index up to which it matches.
        index: LogIndex,
    },
    /// The leader learnt that a follower lacks an entry, and backed off (§5.3).
    WentBack {
        /// The follower.
        follower: NodeId,
        /// The next index to send.
        next: LogIndex,
    },
    /// The leader decided whether enough copies exist to commit (§5.3, §5.4.2).
    CommitDecided {
        /// The newest entry that a majority holds.
        candidate: LogPosition,
        /// How many durable copies of it exist, the leader's among them.
        copies: usize,
        /// The number of copies needed.
        needed: usize,
        /// The leader's term.
        term: Term,
        /// Whether the entry is committed, and which rule decided.
        verdict: Verdict,
    },
    /// The commit index advanced (§5.3).
    Committed {
        /// The commit index before.
        from: LogIndex,
        /// The new commit index.
        to: LogIndex,
        /// Whether a follower reached the leader's commit index.
        verdict: Verdict,
    },
    /// A leader decided whether it may answer a read immediately (diss. §6.4).
    ReadDecided {
        /// The commit index at that time.
        index: LogIndex,
        /// Whether the read is answered immediately; otherwise the rule that makes it wait.
        verdict: Verdict,
    },
    /// A node replaced its log up to an entry with its own snapshot (§7).
    Compacted {
        /// The last entry replaced.
        last: LogPosition,
    },
    /// A follower replaced its log up to an entry with the leader's snapshot (§7).
    SnapshotInstalled {
        /// The last entry replaced.
        last: LogPosition,
        /// Whether the entries after the snapshot stayed in the log.
        kept_suffix: bool,
        /// The waived rules that would have forbidden it.
        verdict: Verdict,
    },
    /// An administrator requested a membership change (§6).
    ChangeDecided {
        /// Whether the change began, and which rule decided.
        verdict: Verdict,
    },
    /// The leader appended a membership to its log, where it takes effect immediately (§6).
    MembershipCreated {
        /// The membership.
        membership: Membership,
    },
    /// The leader started a leadership transfer (diss. §3.10).
    TransferStarted {
        /// The successor.
        successor: NodeId,
    },
    /// A leadership transfer failed or could not start: the successor did not take over in time, is
    /// no longer a voter, or an administrator cancelled the transfer (diss. §3.10).
    TransferEnded {
        /// The successor.
        successor: NodeId,
    },
    /// The leader heard from no quorum for an election timeout (diss. §6.2).
    QuorumLost {
        /// The number of nodes that it heard from, itself among them.
        active: usize,
    },
    /// A node refused a command because it is not the leader (§8).
    Redirected {
        /// The leader that it knows.
        hint: Option<NodeId>,
    },
}

/// What is wrong with a message.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum MalformedReason {
    /// The sender is not a member of the cluster, or is the receiver itself.
    UnknownSender,
    /// Its term is 2^64 - 1, which leaves no term for the next election.
    LastTerm,
    /// Its indexes have gaps, or its terms decrease or exceed the message's term.
    BrokenEntries,
    /// Its snapshot has no last entry, or a last entry of a term after the message's.
    BrokenSnapshot,
}
