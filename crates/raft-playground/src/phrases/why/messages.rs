//! Why a message was sent.

use raft_sim::raft_core::{
    AppendOutcome, Body, Event, LogIndex, Node, NodeId, Rule, RuleSet, Term, Verdict,
};
use raft_sim::{Address, Client, Command, Packet, Reply, Time};

use crate::phrases::Past;
use crate::phrases::reason::Reason;
use crate::phrases::vocabulary::position;
use crate::query;
use crate::text::{Sentence, say};

/// The node that sends a message, the one to which it is sent, and when.
struct Sending<'a> {
    from: NodeId,
    to: NodeId,
    at: Time,
    past: &'a Past<'a>,
}

/// Why one sent this to the other.
pub(super) fn explain(
    packet: &Packet,
    (from, to): (Address, Address),
    at: Time,
    past: &Past,
) -> Reason {
    match packet {
        Packet::Raft(message) => {
            let node = |end: Address| end.node().expect("only nodes send messages of the protocol");
            let sending = Sending { from: node(from), to: node(to), at, past };
            explain_body(message.term, &message.body, &sending)
        }
        Packet::Request(request) => {
            let (operation, clients) = (&request.operation, past.simulation.clients());
            let was_chosen = past.author(at, |command| match command {
                Command::Submit { client, via, .. } | Command::Resend { client, via, .. } => {
                    (*client, *via) == (from, Some(to))
                }
                _ => false,
            });
            let is_lost = |client: &Client| from == client.id.into() && client.leader.is_none();
            let sentence = if was_chosen.is_some() {
                say::why_client_request_to(from, operation.to_string(), to)
            } else if clients.iter().any(is_lost) {
                say::why_client_request_any(from)
            } else {
                say::why_client_request(from, operation.to_string())
            };
            Reason::new(sentence, "§8")
        }
        Packet::Answer(answer) => explain_reply(&answer.reply, from),
    }
}

fn explain_reply(reply: &Reply, from: Address) -> Reason {
    match reply {
        Reply::Done(_) => Reason::new(say::why_client_done(from), "§8"),
        Reply::Superseded { lost, by } => Reason::new(say::why_client_superseded(), "§5.3").with(
            say::compare_committed_there(),
            position(*by),
            position(*lost),
            false,
        ),
        Reply::NotLeader { .. } => Reason::new(say::why_client_not_leader(from), "§8"),
    }
}

fn explain_body(term: Term, body: &Body, sending: &Sending) -> Reason {
    let &Sending { from, to, .. } = sending;
    let (sentence, section) = match body {
        Body::PreVote { .. } => (say::why_sends_pre_vote(from, to), "diss. §9.6"),
        Body::RequestVote { .. } => (say::why_sends_vote_request(from, to), "§5.2, §5.4.1"),
        Body::PreVoteReply { granted, .. } => return sending.pre_vote(term, *granted),
        Body::RequestVoteReply { election, granted } => return sending.vote(*election, *granted),
        Body::AppendEntries { entries, .. } => match entries.len() {
            0 => (say::why_sends_heartbeat(from, to), "§5.2"),
            _ => (say::why_sends_entries(from, to), "§5.3"),
        },
        Body::AppendEntriesReply { outcome, .. } => return sending.acknowledgement(outcome),
        Body::InstallSnapshot(_) => (say::why_sends_snapshot(to, from), "§7"),
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
    fn vote(&self, term: Term, granted: bool) -> Reason {
        let &Sending { from, to, at, past } = self;
        let verdict = match past.vote((from, at), (to, term), false) {
            Some(Event::VoteDecided { voted_for, verdict, .. }) => Some((*voted_for, *verdict)),
            _ => None,
        };
        let sentence = match verdict {
            Some((_, verdict @ Verdict::Waive(_))) if granted => {
                return Reason::new(say::why_sends_vote_granted_despite(from, to), "§5.2")
                    .decided_by(verdict);
            }
            None if granted && self.rules_off() != RuleSet::EMPTY => {
                say::why_sends_vote_granted_despite(from, to)
            }
            _ if granted && query::votes_may_be_forgotten(past.simulation, at) => {
                say::why_vote_granted_as_remembered()
            }
            _ if granted => say::why_sends_vote_granted(from, to),
            Some((Some(other), Verdict::Refuse(Rule::OneVotePerTerm))) => {
                let sentence = if other == from {
                    say::why_voted_itself(from)
                } else {
                    say::why_sends_vote_refused_voted(from, other, term)
                };
                return Reason::new(sentence, "§5.2");
            }
            Some((_, Verdict::Refuse(rule))) => {
                return self.refusal(rule, say::why_sends_vote_refused(from, to));
            }
            _ => say::why_sends_vote_refused(from, to),
        };
        Reason::new(sentence, "§5.2, §5.4.1")
    }

    fn pre_vote(&self, term: Term, granted: bool) -> Reason {
        let &Sending { from, to, at, past } = self;
        let verdict = match past.vote((from, at), (to, term), true) {
            Some(Event::PreVoteDecided { verdict, .. }) if verdict.is_allowed() == granted => {
                Some(*verdict)
            }
            _ => None,
        };
        let sentence = match verdict {
            Some(verdict @ Verdict::Waive(_)) => {
                return Reason::new(say::why_would_vote_despite(), "diss. §9.6")
                    .decided_by(verdict);
            }
            Some(Verdict::Refuse(rule)) => {
                return self.refusal(rule, say::why_sends_pre_vote_refused(from, to));
            }
            None if granted && self.rules_off() != RuleSet::EMPTY => say::why_would_vote_despite(),
            _ if granted => say::why_sends_pre_vote_granted(from, to),
            _ => say::why_sends_pre_vote_refused(from, to),
        };
        Reason::new(sentence, "diss. §9.6")
    }

    /// Why a vote is refused or not promised.
    fn refusal(&self, rule: Rule, otherwise: Sentence) -> Reason {
        let &Sending { from, to, .. } = self;
        let sentence = match rule {
            Rule::UpToDateLog => say::why_sends_vote_refused_log(from, to),
            Rule::LeaderAlive => say::why_sends_vote_refused_leader(from),
            Rule::CurrentTerm => say::why_sends_vote_refused_old_term(to),
            _ => return Reason::new(otherwise, rule.section()).decided_by(Verdict::Refuse(rule)),
        };
        Reason::new(sentence, rule.section())
    }

    fn rules_off(&self) -> RuleSet {
        query::rules_off(self.past.simulation, self.at)
    }

    fn acknowledgement(&self, outcome: &AppendOutcome) -> Reason {
        let &Sending { from, to, at, past } = self;
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
                let refused = past.last_event(from, at, |event| match *event {
                    Event::AppendDecided { previous: asked, .. } => asked.index == previous,
                    _ => false,
                });
                match refused {
                    Some(Event::AppendDecided { verdict, .. })
                        if *verdict != Verdict::Refuse(Rule::ConsistencyCheck) =>
                    {
                        Reason::new(say::why_rejects_entries_by_rule(), "§5.3").decided_by(*verdict)
                    }
                    _ => Reason::new(say::why_sends_mismatched(from, previous, to), "§5.3"),
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
            let agrees = previous.index <= log.base().index
                || log.term_at(previous.index) == Some(previous.term);
            reason.with(say::compare_entry_before(), position(*previous), say::need_same(), agrees)
        }
        _ => reason,
    }
}
