//! Claims of the transcript's lines about changes of members and hand-overs.

use raft_sim::raft_core::{Event, Leader, Payload};
use raft_sim::{Address, Command, Record, RecordKind, RoleName};

use super::transcript_facts::{all_off, is_on, leader, node, redirects};
use super::{Checked, Moment, claim};
use crate::text::Statement;

pub(super) fn members(said: &Statement, record: &Record, moment: &Moment) -> Option<Checked> {
    let state = record.state.as_ref()?;
    let membership = &state.membership;
    let are = |told: &[Address], nodes: &raft_sim::raft_core::NodeSet| {
        told.iter().copied().eq(nodes.iter().copied().map(Address::Node))
    };
    match *said {
        Statement::LogVoters { voters } => {
            let right = are(voters, &membership.voters) && membership.outgoing.is_empty();
            claim(right, || format!("{membership:?}"))
        }
        Statement::LogVotersJoint { voters, old_voters } => {
            let right = are(voters, &membership.voters) && are(old_voters, &membership.outgoing);
            claim(right, || format!("{membership:?}"))
        }
        Statement::LogChangesMembers {} => {
            claim(state.role == RoleName::Leader, || format!("{state:?}"))
        }
        Statement::LogChangesMembersWithoutRule { rule_names } => {
            all_off(rule_names, moment).into()
        }
        Statement::LogRefusesChangeAnother {} => {
            let Some(node) = node(record, moment) else { return Some(Ok(())) };
            let changes = node.as_leader().is_some_and(|leader| leader.target().is_some());
            let mut open = node.log().entries_from(node.commit_index().next());
            let waits = open.any(|entry| matches!(entry.payload, Payload::Membership(_)));
            claim(changes || waits || membership.is_joint(), || format!("{membership:?}"))
        }
        Statement::LogRefusesChangeOwnTerm {} => {
            let Some(node) = node(record, moment) else { return Some(Ok(())) };
            let committed = node.log().term_at(node.commit_index());
            claim(committed != Some(node.term()), || format!("{committed:?} is committed"))
        }
        Statement::LogRefusesChangeNoVoter {} => no_voter_left(record, moment).into(),
        Statement::LogRefusesChangeByRule { rule_name, section } => {
            is_on(rule_name, section, moment).into()
        }
        Statement::LogHandsOver { successor } => {
            let Some(leader) = leader(record, moment) else { return Some(Ok(())) };
            claim(leader.successor().map(Address::Node) == Some(successor), || {
                format!("to {:?}", leader.successor())
            })
        }
        Statement::LogGivesUpHandOver { successor } => {
            let hands_over = leader(record, moment).and_then(Leader::successor);
            claim(hands_over.map(Address::Node) != Some(successor), || format!("{hands_over:?}"))
        }
        Statement::LogMembershipWaits {} => {
            let RecordKind::Protocol(Event::MembershipCreated { membership: new }) = &record.kind
            else {
                return None;
            };
            claim(*new != **membership, || "it is in effect".into())
        }
        // What it counts need not be all that answered.
        Statement::LogHearsTooFew {} => {
            claim(state.role != RoleName::Leader, || format!("{state:?}"))
        }
        Statement::LogRedirects { leader } => {
            redirects(moment, record, record.subject?.node()?, Some(leader))
        }
        Statement::LogRedirectsNowhere {} => {
            redirects(moment, record, record.subject?.node()?, None)
        }
        _ => None,
    }
}

/// What was asked for would leave no voter.
fn no_voter_left(record: &Record, moment: &Moment) -> Checked {
    // While voters change, what is asked for changes the incoming ones.
    let present = record.state.as_ref().map(|state| state.membership.voters.clone());
    let asked = moment.truth.cause(record).map(|cause| &cause.kind);
    let one = present.as_ref().is_some_and(|voters| voters.len() == 1);
    match asked {
        Some(RecordKind::Commanded(Command::Reconfigure { voters, .. })) if voters.is_empty() => {
            Ok(())
        }
        Some(RecordKind::Commanded(Command::Remove(_) | Command::Administer { .. })) if one => {
            Ok(())
        }
        other => Err(format!("{other:?} was asked; the voters are {present:?}")),
    }
}
