//! How nodes start, start elections and win them.

use raft_sim::raft_core::{Event, Micros, NodeId, Rule, Term};
use raft_sim::{Address, Command, TimedCommand};

use super::node_event::NodeEvent;
use super::waived;
use crate::phrases::past::Author;
use crate::phrases::reason::Reason;
use crate::phrases::vocabulary::{node_or_none, position};
use crate::query::{self, Trust};
use crate::text::{Sentence, say};

pub(super) fn sentence(of: &NodeEvent) -> Option<Sentence> {
    let &NodeEvent { node, past, record, .. } = of;
    Some(match *of.event {
        Event::Booted { term, .. } if term.0 > 0 => {
            if of.simulation().run().scenario.injected_bugs.votes_not_durable {
                say::node_started_without_vote(node, term)
            } else {
                say::node_started(node, term)
            }
        }
        Event::ElectionStarted { term, handover: true, .. } => {
            say::election_after_transfer(of.sender()?, node, term)
        }
        Event::ElectionStarted { term, waited, again, .. } => match past.forced(record) {
            _ if asks_first(of) => say::election_after_pre_vote(node, term),
            Some(Author::User) => say::election_forced(node, term),
            Some(Author::Script) => say::election_forced_by_script(node, term),
            None if again => say::election_again(node, term),
            None if past.resumed(record) => say::election_after_freeze(node, term),
            None if has_own_time(of) => say::election_after_silence_by_clock(node, waited, term),
            None => say::election_after_silence(node, waited, term),
        },
        Event::PreVoteStarted { waited, .. } => match past.forced(record) {
            Some(Author::User) => say::pre_vote_forced(node),
            Some(Author::Script) => say::pre_vote_forced_by_script(node),
            None if past.resumed(record) => say::pre_vote_after_freeze(node),
            None if has_own_time(of) => say::pre_vote_after_silence_by_clock(node, waited),
            None => say::pre_vote_after_silence(node, waited),
        },
        Event::LeaderElected { term, votes, .. } => won(term, votes, of),
        _ => return None,
    })
}

fn won(term: Term, votes: usize, of: &NodeEvent) -> Sentence {
    let (node, quorum) = (of.node, of.quorum());
    let all = quorum.voters();
    let is_sure = trust(of) == Trust::Safe;
    match all {
        // The membership has changed since: the leader has just completed a change (§6).
        _ if votes > all => say::leader_elected_plain(node, term),
        _ if quorum.is_joint() && is_sure => say::leader_elected_joint(node, term),
        _ if quorum.is_joint() => say::leader_elected_plain(node, term),
        1 if quorum.members(|voter| voter == node).iter().count() == 1 => {
            say::leader_elected_alone(node, term)
        }
        _ if is_sure => say::leader_elected(node, votes, all, term),
        _ => say::leader_elected_counted(node, votes, all, term),
    }
}

/// Whether a node's clock has not always run as the simulation's.
fn has_own_time(of: &NodeEvent) -> bool {
    let node = Address::Node(of.node);
    let is_right = of.simulation().host(of.node).clock.rate_permille() == 1000;
    let is_about = |timed: &TimedCommand| {
        matches!(timed.command,
            Command::Clock { node: of, .. } | Command::ClockJump { node: of, .. } if of == node)
    };
    !is_right || query::commands_until(of.simulation(), of.record.at).any(is_about)
}

/// Whether a node asks whether it would win before it asks for votes (diss. §9.6).
fn asks_first(of: &NodeEvent) -> bool {
    query::running_node(of.simulation(), of.node).is_some_and(|node| node.config().pre_vote)
}

pub(super) fn question(event: &Event, node: NodeId) -> Option<Sentence> {
    match event {
        Event::ElectionStarted { .. } => Some(say::why_election(node)),
        Event::PreVoteStarted { .. } => Some(say::why_pre_vote(node)),
        Event::LeaderElected { .. } => Some(say::why_leads(node)),
        _ => None,
    }
}

pub(super) fn reason(of: &NodeEvent) -> Option<Reason> {
    Some(match *of.event {
        Event::Booted { term, voted_for, last } => {
            let on_disk = say::need_on_disk;
            Reason::new(say::why_boot(), "§5.2")
                .with(say::compare_term(), term, on_disk(), true)
                .with(say::compare_vote(), node_or_none(voted_for), on_disk(), true)
                .with(say::compare_last_entry(), position(last), on_disk(), true)
        }
        Event::ElectionStarted { handover: true, .. } => {
            Reason::new(say::why_election_handed_over(), "diss. §3.10")
        }
        Event::ElectionStarted { waited, again, .. } => started(waited, again, of),
        Event::PreVoteStarted { waited, .. } => {
            let sentence = match of.past.forced(of.record) {
                Some(Author::User) => say::why_pre_vote_forced(),
                Some(Author::Script) => say::why_pre_vote_forced_by_script(),
                None if of.past.resumed(of.record) => say::why_pre_vote_after_freeze(),
                None if is_alone(of) => say::why_election_alone(),
                None => say::why_pre_vote_after_silence(),
            };
            with_timer(Reason::new(sentence, "diss. §9.6"), waited, of)
        }
        Event::StandDecided { verdict } => {
            let stands = verdict.is_allowed();
            let sentence = if stands { say::why_stands() } else { say::why_does_not_stand() };
            Reason::new(sentence, "§6").decided_by(verdict)
        }
        Event::TermsUsedUp { term } => Reason::new(say::why_terms_used_up(), "§5.1").with(
            say::compare_term(),
            term,
            say::need_below_last(),
            false,
        ),
        Event::LeaderElected { votes, needed, .. } => elected(votes, needed, of),
        Event::LeaderRecognised { .. } => {
            let sentence = match trust(of) {
                Trust::RuleOff => say::why_leader_recognised_without_rule(of.node),
                _ => say::why_leader_recognised(),
            };
            Reason::new(sentence, "§5.2")
        }
        _ => return None,
    })
}

fn trust(of: &NodeEvent) -> Trust {
    query::trust_in_elections(of.simulation(), of.record.at)
}

fn started(waited: Micros, again: bool, of: &NodeEvent) -> Reason {
    let asked_first = of.decided_with(|event| {
        matches!(event, Event::VoteCounted { .. } | Event::PreVoteStarted { .. }).then_some(())
    });
    // Of an old election the run keeps only the commands. One of its instant may have begun the
    // pre-vote.
    let is_forgotten = of.past.cause(of.record).is_none();
    let asks = || query::asked_first(of.simulation(), of.node, of.record.at);
    if asked_first.is_some() || is_forgotten && asks() {
        return Reason::new(say::why_election_after_pre_vote(), "diss. §9.6");
    }
    let sentence = match of.past.forced(of.record) {
        Some(Author::User) => say::why_election_forced(),
        Some(Author::Script) => say::why_election_forced_by_script(),
        None if again => {
            let (here, needed) = (say::here_span(waited), say::need_votes());
            let reason = Reason::new(say::why_election_again(), "§5.2");
            // Without this rule, a vote for another candidate restarts its timer.
            let waived = of.simulation().run().scenario.waived;
            if [waived, of.rules_off()].iter().any(|off| off.contains(Rule::OneVotePerTerm)) {
                return reason;
            }
            return reason.with(say::compare_waited(), here, needed, false);
        }
        None if of.past.resumed(of.record) => say::why_election_after_freeze(),
        None if is_alone(of) => say::why_election_alone(),
        None => say::why_election_after_silence(),
    };
    with_timer(Reason::new(sentence, "§5.2"), waited, of)
}

/// Whether a node is the only voter.
fn is_alone(of: &NodeEvent) -> bool {
    of.quorum().members(|voter| voter != of.node).iter().count() == 0
}

/// Adds how long the election timer ran, unless a command made it run out.
fn with_timer(reason: Reason, waited: Micros, of: &NodeEvent) -> Reason {
    if of.past.forced(of.record).is_some() || of.past.resumed(of.record) {
        return reason;
    }
    reason.with(say::compare_silence(), say::here_span(waited), say::need_timer(waited), true)
}

fn elected(votes: usize, needed: usize, of: &NodeEvent) -> Reason {
    let quorum = of.quorum();
    let all = quorum.voters();
    let mistakes = of.simulation().run().scenario.injected_bugs;
    let sentence = match trust(of) {
        Trust::RuleOff => say::why_leader_elected_without_rule(),
        _ if mistakes.half_is_enough && votes * 2 <= all => {
            say::why_leader_elected_by_half(votes, all)
        }
        Trust::Unsure => say::why_leader_won_plain(of.node, of.state.term),
        // The membership has changed since: the leader has just completed a change (§6).
        Trust::Safe if votes > all => say::why_leader_won_plain(of.node, of.state.term),
        Trust::Safe if quorum.is_joint() => say::why_leader_elected_joint(),
        Trust::Safe => say::why_leader_elected(votes, all),
    };
    let reason = Reason::new(sentence, "§5.2");
    if quorum.is_joint() {
        return reason;
    }
    reason.with(say::compare_votes(), votes, needed, votes >= needed)
}

pub(super) fn line(of: &NodeEvent) -> Option<Sentence> {
    Some(match *of.event {
        Event::Booted { term, last, .. } => say::log_boots(term, position(last)),
        Event::ElectionStarted { term, .. } => say::log_starts_election(term),
        Event::PreVoteStarted { term, .. } => say::log_starts_pre_vote(term),
        Event::StandDecided { verdict } if verdict.is_allowed() => {
            say::log_stands_without_rule(waived(verdict))
        }
        Event::StandDecided { .. } => say::log_may_not_stand(),
        Event::TermsUsedUp { term } => say::log_terms_used_up(term),
        Event::LeaderElected { term, votes, needed } => match of.joint_quorum() {
            Some(both) => say::log_leads_joint(term, votes, both),
            None => say::log_leads(term, votes, needed),
        },
        Event::LeaderRecognised { leader, term } => say::log_follows(leader, term),
        _ => return None,
    })
}
