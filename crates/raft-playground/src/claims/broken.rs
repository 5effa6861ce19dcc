//! Claims about guarantees that are broken: the two facts that contradict each other are so. They
//! are judged by the records and the nodes, not by the checks that found them.

mod histories;
mod logs;

use raft_sim::raft_core::RuleSet;
use raft_sim::{Address, InjectedBugs, Property, RecordKind};

use super::leases::may_lease_fail;
use super::{Checked, Moment};
use crate::phrases::vocabulary::guarantee as phrases_of;
use crate::text::{Sentence, Statement};

/// The guarantees that rest on what disks keep.
const REST_ON_DISKS: [Property; 8] = [
    Property::LogMatching,
    Property::LeaderCompleteness,
    Property::StateMachineSafety,
    Property::DurableQuorum,
    Property::QuorumsMeet,
    Property::AppliedInOrder,
    Property::Linearizability,
    Property::ExactlyOnce,
];

pub(super) fn check(said: &Statement, moment: &Moment) -> Option<Checked> {
    match *said {
        Statement::GuaranteeIsBroken { guarantee, facts }
        | Statement::LogBroken { guarantee, facts } => {
            Some(is_broken(guarantee, moment).and_then(|_| are_so(facts, moment)))
        }
        Statement::BrokenAfterLostTail { what, node } => {
            let Statement::GuaranteeIsBroken { guarantee, facts } = what.statement() else {
                return Some(Err("it does not say what is broken".into()));
            };
            Some(
                is_broken(guarantee, moment)
                    .and_then(|property| is_fault_of_disk(property, node, moment))
                    .and_then(|()| are_so(facts, moment)),
            )
        }
        _ => facts(said, moment),
    }
}

/// Judges facts that contradict each other.
pub(super) fn facts(said: &Statement, moment: &Moment) -> Option<Checked> {
    logs::check(said, moment).or_else(|| histories::check(said, moment))
}

fn are_so(told: &Sentence, moment: &Moment) -> Checked {
    facts(&told.statement(), moment).unwrap_or_else(|| Err("it states no facts".into()))
}

/// The guarantee that a sentence names is broken, with the record that it tells of.
fn is_broken(told: &Sentence, moment: &Moment) -> Result<Property, String> {
    let named = Property::ALL.into_iter().find(|property| phrases_of(*property).name == *told);
    let property = named.ok_or("there is no such guarantee")?;
    let found = match moment.record.map(|record| &record.kind) {
        Some(RecordKind::Violated(violation)) => violation.property() == property,
        _ => false,
    };
    if found { Ok(property) } else { Err(format!("{property:?} is not what is broken")) }
}

/// Nothing but a disk can have broken the guarantee: no rule was ever off, and no bug is injected.
fn is_fault_of_disk(property: Property, node: Address, moment: &Moment) -> Checked {
    let simulation = moment.simulation;
    let lost = simulation.lost_tails().iter().any(|(_, other)| Address::Node(*other) == node);
    let rule_was_off = moment.truth.ever_off(simulation) != RuleSet::EMPTY;
    let bugs = simulation.run().scenario.injected_bugs;
    let by_lease = property == Property::Linearizability && may_lease_fail(moment);
    let rests = REST_ON_DISKS.contains(&property) && !by_lease;
    if lost && !rule_was_off && bugs == InjectedBugs::default() && rests {
        Ok(())
    } else {
        Err(format!("lost: {lost}; a rule was off: {rule_was_off}; {bugs:?}; rests: {rests}"))
    }
}
