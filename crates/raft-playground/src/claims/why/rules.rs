//! Claims about rules: a rule that refused was on, and one that is said to be off was off and would
//! have mattered.

use raft_sim::raft_core::{Body, Event, Rule, Verdict};
use raft_sim::{Envelope, Packet, RecordKind};

use super::super::{Checked, Moment, claim};
use super::past::{Decided, decided, in_transit, message, refusing, rules_off, verdict};
use crate::phrases::rules::rule as sentence_of;
use crate::text::{Sentence, Statement};

pub(super) fn check(said: &Statement, moment: &Moment) -> Option<Checked> {
    if let Statement::WhyOnlyWithoutRule { rule } = *said {
        let rule = named(rule)?;
        return if rules_off(moment).contains(rule) {
            Some(mattered(moment, rule))
        } else {
            claim(false, || format!("{rule} was on"))
        };
    }
    if let Statement::WhyOnlyWithoutRuleThen { rule } = *said {
        let rule = named(rule)?;
        let (_, sending) = message(moment).or_else(|| in_transit(moment))?;
        let was_off = moment.truth.rules_off(moment.simulation, sending).contains(rule);
        let is_off = rules_off(moment).contains(rule);
        return claim(was_off && !is_off, || format!("{rule} was off: {was_off}, is: {is_off}"));
    }
    None
}

/// A rule as a sentence of its own in an answer: it refused, so it was on.
pub(in super::super) fn check_refusing(said: &Sentence, moment: &Moment) -> Option<Checked> {
    let rule = named(said)?;
    let record = moment.record?;
    if rules_off(moment).contains(rule) {
        return claim(false, || format!("{rule} was off"));
    }
    let refused = match &record.kind {
        RecordKind::Protocol(event) => refusing(event) == Some(rule),
        RecordKind::Administered { answer, .. } => {
            *answer == raft_sim::raft_core::Answer::Refused(rule)
        }
        RecordKind::Sent(Envelope { from, packet: Packet::Raft(message), .. })
        | RecordKind::Delivered(Envelope { from, packet: Packet::Raft(message), .. }) => {
            let mut earlier = moment.truth.backwards(record);
            message.body.is_refusal()
                && earlier.any(|other| {
                    other.subject == Some(*from)
                        && matches!(&other.kind, RecordKind::Protocol(event)
                            if refusing(event) == Some(rule))
                })
        }
        _ => false,
    };
    claim(refused, || format!("{rule} did not refuse"))
}

/// The rule that a sentence states.
pub(super) fn named(said: &Sentence) -> Option<Rule> {
    Rule::ALL.iter().copied().find(|rule| sentence_of(*rule) == *said)
}

/// With the rule on, the same would not have happened.
fn mattered(moment: &Moment, rule: Rule) -> Checked {
    let by_verdict =
        |given: Verdict| matches!(given, Verdict::Waive(rules) if rules.contains(rule));
    match decided(moment) {
        Some(of) if verdict(of.event).is_some_and(by_verdict) => Ok(()),
        // Without this rule, a node refuses.
        Some(of) if refusing(of.event) == Some(rule) => Ok(()),
        Some(Decided { event: Event::VoteCounted { .. }, .. }) if rule == Rule::CountOnlyVoters => {
            Ok(())
        }
        Some(Decided { event: Event::Truncated { first, .. }, .. }) => {
            if conflicting(moment, first.index, first.term) {
                Err("the leader's entry conflicts, so it would go anyway".into())
            } else {
                Ok(())
            }
        }
        Some(Decided { event: Event::Committed { to, .. }, .. }) => beyond_leader(moment, to.0),
        Some(Decided { event: Event::SteppedDown { .. }, .. })
            if rule == Rule::OneLeaderPerTerm =>
        {
            Ok(())
        }
        Some(of) => Err(format!("{:?} does not depend on {rule}", of.event)),
        None => match moment.record.map(|record| &record.kind) {
            Some(RecordKind::Applied { entry, .. }) => beyond_leader(moment, entry.index.0),
            None | Some(RecordKind::Sent(_) | RecordKind::Delivered(_)) => Ok(()),
            other => Err(format!("{other:?} does not depend on {rule}")),
        },
    }
}

/// What a follower counts as committed lies beyond what its leader told it.
fn beyond_leader(moment: &Moment, index: u64) -> Checked {
    let told = moment.record.and_then(|record| moment.truth.message(record));
    match told {
        Some((_, _, Body::AppendEntries { leader_commit, .. })) if leader_commit.0 >= index => {
            Err(format!("the leader has committed up to {}", leader_commit.0))
        }
        _ => Ok(()),
    }
}

/// The message that caused a record brings another entry at an index.
pub(super) fn conflicting(
    moment: &Moment,
    index: raft_sim::raft_core::LogIndex,
    own: raft_sim::raft_core::Term,
) -> bool {
    match moment.record.and_then(|record| moment.truth.message(record)) {
        Some((_, _, Body::AppendEntries { entries, .. })) => {
            entries.iter().any(|entry| entry.index == index && entry.term != own)
        }
        _ => false,
    }
}
