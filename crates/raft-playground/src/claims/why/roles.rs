//! Claims about why roles begin and end, and about messages that do not count.

use raft_sim::raft_core::{Body, Event, NodeId, Rule, Timer};
use raft_sim::{Address, Packet, RecordKind, RoleName};

use super::super::arithmetic::{decides, voters};
use super::super::{Checked, Moment, claim};
use super::past::{Decided, before, bugs, decided, event_of, is_faulty, rules_off, together, told};
use crate::text::Statement;

/// Rules without which one node may count two votes of a voter, or two nodes may count the same
/// one, in a term.
const PROTECT_ELECTIONS: [Rule; 11] = [
    Rule::CurrentTerm,
    Rule::VoteSurvivesStepDown,
    Rule::OneVotePerTerm,
    Rule::CountGrantedVotes,
    Rule::MembershipOnAppend,
    Rule::MembershipRollsBack,
    Rule::CountOnlyVoters,
    Rule::OneChangeAtATime,
    Rule::OwnTermBeforeChange,
    Rule::JointConsensus,
    Rule::CurrentProgress,
];

pub(super) fn check(said: &Statement, moment: &Moment) -> Option<Checked> {
    let Decided { event, node, state, record } = decided(moment)?;
    let truth = moment.truth;
    let led = match event {
        Event::SteppedDown { term, .. } => *term,
        _ => state.term,
    };
    match *said {
        Statement::WhySteppedDownNewerTerm {} | Statement::WhyCandidateOutdated {} => {
            claim(state.term > led, || format!("it is still in {:?}", state.term))
        }
        Statement::WhySteppedDownLostQuorum {} | Statement::WhyQuorumLost {} => {
            let counted = together(moment, record)
                .into_iter()
                .any(|other| matches!(other, Event::QuorumLost { .. }));
            let answered = answered(moment, node);
            let enough =
                decides(moment.simulation, &state.membership, |voter| answered.contains(&voter));
            claim(counted && !enough, || format!("counted: {counted}; {answered:?} answered"))
        }
        Statement::WhyQuorumLostOwnCount {} => {
            let counted = together(moment, record)
                .into_iter()
                .any(|other| matches!(other, Event::QuorumLost { .. }));
            claim(counted, || "it did not count".into())
        }
        Statement::WhySteppedDownRemoved {} => {
            let members = &state.membership;
            let is_voter = voters(members).contains(&node);
            claim(!is_voter && state.term == led, || format!("{members:?}"))
        }
        Statement::WhySteppedDownHandedOver { successor } => {
            let told = before(moment, node)
                .take_while(|other| !matches!(event_of(other), Some(Event::LeaderElected { .. })));
            let mut told = told.filter(|other| match &other.kind {
                RecordKind::Sent(envelope) => {
                    envelope.to == successor && is_timeout_now(&envelope.packet)
                }
                _ => false,
            });
            let took_over = moment
                .truth
                .message(record)
                .is_some_and(|(from, term, _)| Address::Node(from) == successor && term > led);
            claim(told.next().is_some() && took_over, || format!("{successor} did not take over"))
        }
        Statement::WhySteppedDownForAnother {} => {
            let other = truth.leaders_of(led).any(|other| other != node);
            claim(other && state.term == led, || "no other node led its term".into())
        }
        Statement::WhyCandidateBeaten { leader } => {
            let leads = leader.node().is_some_and(|leader| truth.led(led, leader));
            claim(leads && state.term == led, || format!("{leader} never led {led:?}"))
        }
        Statement::WhyCandidateEnded {} => {
            let is_voter = voters(&state.membership).contains(&node);
            let refused = together(moment, record).into_iter().any(
                |other| matches!(other, Event::StandDecided { verdict } if !verdict.is_allowed()),
            );
            claim(!is_voter && refused, || {
                let cause = truth.cause(record).map(|cause| &cause.kind);
                format!("it is a voter: {is_voter}; {cause:?}; {:?}", together(moment, record))
            })
        }
        Statement::WhyCandidateFollows {} => {
            claim(state.role == RoleName::Follower, || format!("it is {:?}", state.role))
        }
        Statement::WhyCandidateFollowsOld { leader } => {
            let told = told(moment);
            let right = told.is_some_and(|(from, term)| {
                Address::Node(from) == leader && term < state.term && truth.led(term, from)
            });
            claim(right, || format!("{told:?}; it is in {:?}", state.term))
        }
        Statement::WhyAnswerOutdated {} => {
            let caused = truth.message(record);
            let is_old = caused.is_some_and(|(_, _, body)| match body {
                Body::RequestVoteReply { election, .. } => *election < state.term,
                Body::AppendEntriesReply { round, .. }
                | Body::InstallSnapshotReply { round, .. } => round.0 == 0,
                _ => false,
            });
            claim(is_old, || format!("{caused:?}"))
        }
        Statement::WhyMessageIgnored {} => {
            // The newer term of a message is heeded even so.
            let counts = |other: &&&Event| {
                !matches!(
                    other,
                    Event::Ignored { .. } | Event::TermAdopted { .. } | Event::SteppedDown { .. }
                )
            };
            let all = together(moment, record);
            let counted = all.iter().find(counts);
            claim(counted.is_none(), || format!("{counted:?}"))
        }
        Statement::WhyMessageAccepted {} => {
            let accepted = matches!(event, Event::Ignored { verdict, .. } if verdict.is_allowed());
            claim(accepted, || "it was refused".into())
        }
        _ => won(said, moment),
    }
}

/// The voters that answered a leader's messages since it last counted, itself among them.
fn answered(moment: &Moment, node: NodeId) -> Vec<NodeId> {
    let mut answered = vec![node];
    let (mut counts, mut ignored) = (0, Vec::new());
    for other in before(moment, node) {
        match &other.kind {
            RecordKind::TimerFired(Timer::Quorum) => counts += 1,
            RecordKind::Protocol(Event::LeaderElected { .. }) => break,
            RecordKind::Protocol(Event::Ignored { .. }) => ignored.extend(other.cause),
            RecordKind::Delivered(envelope) if !ignored.contains(&other.seq) => {
                if let (Some(from), Packet::Raft(message)) =
                    (envelope.from.node(), &envelope.packet)
                    && matches!(
                        message.body,
                        Body::AppendEntriesReply { .. } | Body::InstallSnapshotReply { .. }
                    )
                {
                    answered.push(from);
                }
            }
            _ => {}
        }
        // The first is the count itself.
        if counts == 2 {
            break;
        }
    }
    answered
}

fn won(said: &Statement, moment: &Moment) -> Option<Checked> {
    let Decided { node, state, .. } = decided(moment)?;
    let given: Vec<NodeId> = voters(&state.membership)
        .into_iter()
        .filter(|voter| moment.voted(state.term, *voter, node))
        .collect();
    let is_right = |votes: u64, all: u64| {
        given.len() as u64 >= votes && voters(&state.membership).len() as u64 == all
    };
    let truth = || format!("{given:?} of {:?} voted for it", state.membership);
    match *said {
        Statement::WhyUnknownSender { node: told } => {
            let from = super::past::told(moment).map(|(from, _)| from);
            let known = from.is_none_or(|from| state.membership.members().contains(&from));
            claim(told == node.into() && !known, || format!("{from:?} is a member"))
        }
        Statement::WhyMalformed {} => claim(is_faulty(moment), || "every node is correct".into()),
        Statement::WhyLeaderElected { votes, all } => {
            claim(is_right(votes, all) && votes * 2 > all && !state.membership.is_joint(), truth)
        }
        Statement::WhyLeaderElectedJoint {} => claim(
            state.membership.is_joint()
                && decides(moment.simulation, &state.membership, |voter| given.contains(&voter)),
            truth,
        ),
        Statement::WhyLeaderElectedByHalf { votes, all } => {
            let is_half = bugs(moment).half_is_enough && votes * 2 <= all;
            claim(is_right(votes, all) && is_half, truth)
        }
        Statement::WhyLeaderElectedWithoutRule {} => {
            let off = rules_off(moment);
            let protects = PROTECT_ELECTIONS.iter().any(|rule| off.contains(*rule));
            claim(protects, || format!("only {off:?} are off"))
        }
        Statement::WhyLeaderRecognised {} => {
            let leader = told(moment);
            let won = leader
                .is_some_and(|(from, term)| term == state.term && moment.truth.led(term, from));
            claim(won, || format!("{leader:?} did not win {:?}", state.term))
        }
        Statement::WhyLeaderRecognisedWithoutRule { .. } => {
            let off = rules_off(moment);
            let protects = PROTECT_ELECTIONS.iter().any(|rule| off.contains(*rule));
            claim(protects, || format!("{off:?} are off; it is in {:?}", state.term))
        }
        _ => None,
    }
}

/// Whether a message tells its receiver to start an election.
pub(super) fn is_timeout_now(packet: &Packet) -> bool {
    matches!(packet, Packet::Raft(message) if matches!(message.body, Body::TimeoutNow))
}
