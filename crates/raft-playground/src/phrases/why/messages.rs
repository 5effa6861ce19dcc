//! Why a message was sent.

mod votes;

use raft_sim::raft_core::{
    AppendOutcome, Body, Event, LogIndex, Node, NodeId, Rule, RuleSet, Term, Verdict,
};
use raft_sim::{Address, MessageId, Outcome, Packet, Record, Reply, RoleName, Time};

use super::requests;
use crate::phrases::Past;
use crate::phrases::past::{HeardLeader, event_of};
use crate::phrases::reason::Reason;
use crate::phrases::vocabulary::position;
use crate::query;
use crate::text::say;

/// The nodes between which a message passes, and the record of its sending, if that is known.
struct Sending<'a> {
    from: NodeId,
    to: NodeId,
    record: Option<&'a Record>,
    /// The moment that the question is about: the sending, the delivery, or now.
    asked_at: Time,
    past: &'a Past<'a>,
}

/// Why one sent this to the other. The question is about the moment of a record, or about a message
/// in transit.
pub(super) fn explain(
    packet: &Packet,
    message: MessageId,
    (from, to): (Address, Address),
    asked_at: Time,
    past: &Past,
) -> Reason {
    let record = past.sending(message);
    match packet {
        Packet::Raft(message) => {
            let node = |end: Address| end.node().expect("only nodes send messages of the protocol");
            let sending = Sending { from: node(from), to: node(to), record, asked_at, past };
            explain_body(message.term, &message.body, &sending)
        }
        Packet::Request(request) => {
            Reason::new(requests::explain(request, (from, to), record, past), "§8")
        }
        Packet::Answer(answer) => explain_reply(&answer.reply, from, record, past),
    }
}

fn explain_reply(reply: &Reply, from: Address, record: Option<&Record>, past: &Past) -> Reason {
    let now = past.simulation.now();
    let leader =
        from.node().and_then(|node| query::running_node(past.simulation, node)?.as_leader());
    let hands_over = record.is_some_and(|record| record.at == now)
        && leader.is_some_and(|leader| leader.successor().is_some());
    match reply {
        Reply::Done(Outcome::Read(_)) => Reason::new(say::why_client_read(from), "diss. §6.4"),
        Reply::Done(_) => Reason::new(say::why_client_done(from), "§8"),
        Reply::Superseded { lost, by } => Reason::new(say::why_client_superseded(), "§5.3").with(
            say::compare_committed_there(),
            position(*by),
            position(*lost),
            false,
        ),
        Reply::NotLeader { .. } => {
            let state = record.and_then(|record| record.state.as_ref());
            let sentence = match state.map(|state| state.role) {
                Some(RoleName::Leader) if hands_over => say::why_client_handing_over(from),
                None | Some(RoleName::Leader) => say::why_client_not_accepted(from),
                Some(_) => say::why_client_not_leader(from),
            };
            Reason::new(sentence, "§8")
        }
    }
}

fn explain_body(term: Term, body: &Body, sending: &Sending) -> Reason {
    let &Sending { from, to, .. } = sending;
    let has_stepped_down = sending.record.and_then(|record| record.state.as_ref());
    let has_stepped_down = has_stepped_down.is_some_and(|state| state.role != RoleName::Leader);
    let (sentence, section) = match body {
        Body::AppendEntries { .. } if has_stepped_down => {
            (say::why_sends_as_former_leader(from, term), "§5.2")
        }
        Body::PreVote { .. } => (say::why_sends_pre_vote(from, to), "diss. §9.6"),
        Body::RequestVote { .. } => (say::why_sends_vote_request(from, to), "§5.2, §5.4.1"),
        Body::PreVoteReply { granted, .. } => return sending.pre_vote(term, *granted),
        Body::RequestVoteReply { election, granted } => return sending.vote(*election, *granted),
        Body::AppendEntries { entries, .. } if !sending.still_leads(term) => {
            if entries.is_empty() {
                (say::why_sent_heartbeat(from, term), "§5.2")
            } else {
                (say::why_sent_entries(from, term, to), "§5.3")
            }
        }
        Body::AppendEntries { entries, .. } if entries.is_empty() => {
            if query::heartbeats_suffice(sending.past.simulation, Some(from.into())) {
                (say::why_sends_heartbeat(from, to), "§5.2")
            } else {
                (say::why_sends_heartbeat_slow(from), "§5.2")
            }
        }
        Body::AppendEntries { .. } if sending.is_unchecked() => {
            (say::why_sends_entries_unchecked(from, to), "§5.3")
        }
        Body::AppendEntries { .. } => (say::why_sends_entries(from, to), "§5.3"),
        Body::AppendEntriesReply { outcome, .. } => return sending.acknowledgement(outcome),
        Body::InstallSnapshot(_) => (say::why_sends_snapshot(from, to), "§7"),
        Body::InstallSnapshotReply { done: true, .. } => {
            (say::why_sends_snapshot_done(from, to), "§7")
        }
        Body::InstallSnapshotReply { .. } => (say::why_sends_snapshot_reply(from, to), "§7"),
        Body::TimeoutNow => (say::why_sends_timeout_now(from, to), "diss. §3.10"),
        Body::ReadIndex { .. } | Body::ReadIndexReply { .. } => {
            (say::why_sends_read_index(), "diss. §6.4")
        }
        Body::Forward { .. } | Body::ForwardReply { .. } => (say::why_sends_forward(), "§8"),
    };
    Reason::new(sentence, section)
}

impl Sending<'_> {
    /// Whether the sender led when it sent the message.
    fn leads(&self) -> bool {
        let state = self.record.and_then(|record| record.state.as_ref());
        state.is_some_and(|state| state.role == RoleName::Leader)
    }

    /// Whether the sender has led since it sent the message of this term. It may have stepped down
    /// in the step that sent it.
    fn still_leads(&self, term: Term) -> bool {
        let node = query::running_node(self.past.simulation, self.from);
        node.is_some_and(|node| node.is_leader() && node.term() == term)
            && (self.record.is_none() || self.leads())
    }

    fn heard(&self) -> Option<HeardLeader> {
        self.past.heard_leader(self.from, self.record?.seq)
    }

    /// When it was sent; now if that is not known any more.
    fn at(&self) -> Time {
        self.record.map_or(self.past.simulation.now(), |record| record.at)
    }

    /// Whether the receiver of entries does not compare the entry before them.
    fn is_unchecked(&self) -> bool {
        let off = query::rules_off(self.past.simulation, self.asked_at);
        off.contains(Rule::ConsistencyCheck)
    }

    fn rules_off(&self) -> RuleSet {
        query::rules_off(self.past.simulation, self.at())
    }

    fn acknowledgement(&self, outcome: &AppendOutcome) -> Reason {
        let &Sending { from, to, past, record, .. } = self;
        let early = past.simulation.run().scenario.injected_bugs.hasty_promises;
        match *outcome {
            AppendOutcome::Matched { through: LogIndex::ZERO } => {
                Reason::new(say::why_sends_matched_nothing(from, to), "§5.2")
            }
            AppendOutcome::Matched { through } if early => {
                Reason::new(say::why_sends_matched_early(from, through), "§5.3")
            }
            AppendOutcome::Matched { through } => {
                Reason::new(say::why_sends_matched(from, through, to), "§5.3")
            }
            AppendOutcome::Mismatched { previous, .. } => {
                let before = record.into_iter().flat_map(|sent| past.before(from, sent.seq));
                let refused = before.filter_map(event_of).find_map(|event| match *event {
                    Event::AppendDecided { previous: asked, verdict, .. }
                        if asked.index == previous =>
                    {
                        Some(verdict)
                    }
                    _ => None,
                });
                match refused {
                    Some(Verdict::Refuse(Rule::ConsistencyCheck)) => {
                        Reason::new(say::why_sends_mismatched(from, previous, to), "§5.3")
                    }
                    Some(verdict) => {
                        Reason::new(say::why_rejects_entries_by_rule(), "§5.3").decided_by(verdict)
                    }
                    None => Reason::new(say::why_rejects_entries_by_rule(), "§5.3"),
                }
            }
            AppendOutcome::Stale => Reason::new(say::why_sends_stale(to), "§5.1"),
        }
    }
}

/// Compares what a message carries with its receiver as it is now.
pub(super) fn compare(reason: Reason, body: &Body, receiver: &Node) -> Reason {
    match body {
        Body::PreVote { last, .. } | Body::RequestVote { last, .. } => {
            let is_new = *last >= receiver.log().last();
            reason.with(say::compare_last_entry(), position(*last), say::need_up_to_date(), is_new)
        }
        Body::AppendEntries { previous, .. } => {
            let log = receiver.log();
            // What a snapshot has replaced was committed, so it agrees.
            let agrees = previous.index < log.base().index
                || log.term_at(previous.index) == Some(previous.term);
            reason.with(say::compare_entry_before(), position(*previous), say::need_same(), agrees)
        }
        _ => reason,
    }
}
