//! Claims about why elections begin and end, and why roles end.

use raft_sim::raft_core::{Body, Event, Micros, NodeId, Rule, Timer};
use raft_sim::{Address, Command, Packet, RecordKind, RoleName};

use super::super::arithmetic::{decides, voters};
use super::super::{Checked, Moment, claim};
use super::past::{
    Decided, before, bugs, config, decided, event_of, forced, is_faulty, is_silent, rules_off,
    together, told,
};
use crate::text::Said;

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

pub(super) fn check(said: &Said, moment: &Moment) -> Option<Checked> {
    let Decided { event, node, state, record } = decided(moment).or_else(|| timer(moment))?;
    match *said {
        Said::WhyBoot {} => {
            claim(state.role == RoleName::Follower, || format!("it is {:?}", state.role))
        }
        Said::WhyElectionForced {} | Said::WhyPreVoteForced {} | Said::WhyTimerElectionSet {} => {
            by_command(moment, node, Some(true)).into()
        }
        Said::WhyElectionForcedByScript {}
        | Said::WhyPreVoteForcedByScript {}
        | Said::WhyTimerElectionSetByScript {} => by_command(moment, node, Some(false)).into(),
        Said::WhyElectionHandedOver {} => {
            let caused = moment.witness.message(record);
            let by_leader = caused.is_some_and(|(from, term, body)| {
                matches!(body, Body::TimeoutNow) && moment.witness.led(term, from)
            });
            claim(by_leader, || format!("the cause is {caused:?}"))
        }
        Said::WhyElectionAfterPreVote {} => promised(moment, node).into(),
        Said::WhyElectionAgain {} => {
            by_command(moment, node, None).and_then(|()| was_candidate(moment, node)).into()
        }
        Said::WhyElectionAfterSilence {} | Said::WhyPreVoteAfterSilence {} => {
            by_command(moment, node, None)
                .and_then(|()| is_silent(moment, node, waited(event)))
                .and_then(|()| asks_others(moment, node))
                .into()
        }
        Said::WhyElectionAlone {} => by_command(moment, node, None)
            .and_then(|()| is_silent(moment, node, waited(event)))
            .and_then(|()| match asks_others(moment, node) {
                Ok(()) => Err("there are other voters".into()),
                Err(_) => Ok(()),
            })
            .into(),
        Said::WhyElectionAfterFreeze {}
        | Said::WhyPreVoteAfterFreeze {}
        | Said::WhyTimerFrozen {} => {
            let mut then =
                moment.witness.backwards(record).take_while(|other| other.at == record.at);
            let resumed = then.any(|other| {
                matches!(other.kind, RecordKind::Commanded(Command::Resume(of)) if of == node.into())
            });
            claim(resumed, || "it was not frozen".into())
        }
        Said::WhyTimerElectionFixed {} => by_command(moment, node, None)
            .and_then(|()| match has_random_timer(moment, node) {
                Ok(()) => Err("it is random".into()),
                Err(_) => Ok(()),
            })
            .into(),
        Said::WhyTimerHeartbeatSlow {} => match heartbeats_suffice(moment, node) {
            Ok(()) => Some(Err("they are frequent enough".into())),
            Err(_) => Some(Ok(())),
        },
        Said::WhyTimerTooLate {} => claim(state.role != RoleName::Leader, || "it leads".into()),
        Said::WhyTimerElection {} => by_command(moment, node, None)
            .and_then(|()| is_silent(moment, node, timer_ran(moment, node)))
            .and_then(|()| has_random_timer(moment, node))
            .into(),
        Said::WhyTimerHeartbeat {} => heartbeats_suffice(moment, node).into(),
        Said::WhyTimerTransfer {} => {
            claim(state.role == RoleName::Leader, || format!("it is {:?}", state.role))
        }
        Said::WhyDoesNotStand {} | Said::WhyStands {} => {
            let voters = voters(&state.membership);
            let follows = matches!(event, Event::StandDecided { verdict }
                if verdict.is_allowed() == matches!(said, Said::WhyStands {}));
            claim(!voters.contains(&node) && follows, || format!("the voters are {voters:?}"))
        }
        Said::WhyTermAdopted { other } => {
            let Event::TermAdopted { from_term, to_term, .. } = *event else { return None };
            let told = told(moment);
            let right = told.is_some_and(|(from, term)| {
                Address::Node(from) == other && term == to_term && term > from_term
            });
            claim(right && state.role != RoleName::Leader, || format!("{told:?} told it"))
        }
        _ => ended(said, moment),
    }
}

/// A timer of a node ran out.
fn timer<'a>(moment: &Moment<'a>) -> Option<Decided<'a>> {
    /// What stands for an event, which a timer is not.
    static NOTHING: Event = Event::Redirected { hint: None };
    let record = moment.record?;
    let RecordKind::TimerFired(_) = record.kind else { return None };
    let (node, state) = (record.subject?.node()?, record.state.as_ref()?);
    Some(Decided { event: &NOTHING, node, state, record })
}

fn by_command(moment: &Moment, node: NodeId, expected: Option<bool>) -> Checked {
    let by = forced(moment, node);
    if by == expected { Ok(()) } else { Err(format!("given by hand: {by:?}")) }
}

fn waited(event: &Event) -> u64 {
    match event {
        Event::ElectionStarted { waited, .. } | Event::PreVoteStarted { waited, .. } => waited.0,
        _ => 0,
    }
}

/// How long the timer that just ran out ran at least.
fn timer_ran(moment: &Moment, node: NodeId) -> u64 {
    let clock = u64::from(moment.simulation.host(node).clock.rate_permille());
    let least = config(moment, node).map_or(0, |config| config.election_timeout.min.0);
    // A timer whose clock was faster for a while ran for less true time.
    least.min(least * 1000 / clock.max(1)) / 2
}

fn asks_others(moment: &Moment, node: NodeId) -> Checked {
    let state = moment.record.and_then(|record| record.state.as_ref()).ok_or("it has no state")?;
    let others = voters(&state.membership).into_iter().filter(|voter| *voter != node).count();
    if others > 0 { Ok(()) } else { Err("it has no others to ask".into()) }
}

fn has_random_timer(moment: &Moment, node: NodeId) -> Checked {
    let Some(config) = config(moment, node) else { return Ok(()) };
    let range = config.election_timeout;
    if range.min < range.max { Ok(()) } else { Err(format!("it always runs for {range:?}")) }
}

/// Whether a node's heartbeats come before any election timer runs out.
pub(super) fn are_heartbeats_enough(moment: &Moment, node: NodeId) -> bool {
    heartbeats_suffice(moment, node).is_ok()
}

fn heartbeats_suffice(moment: &Moment, node: NodeId) -> Checked {
    let Some(own) = config(moment, node) else { return Ok(()) };
    let shortest = moment
        .simulation
        .hosts()
        .iter()
        .filter_map(|host| Some(config(moment, host.id)?.election_timeout.min));
    let shortest = shortest.min().unwrap_or(Micros(u64::MAX));
    if own.heartbeat_interval < shortest {
        Ok(())
    } else {
        Err(format!(
            "they come every {:?}, timers run out after {shortest:?}",
            own.heartbeat_interval
        ))
    }
}

/// Enough voters have promised their votes since the node began to ask.
fn promised(moment: &Moment, node: NodeId) -> Checked {
    let record = moment.record.ok_or("it tells of nothing")?;
    let state = record.state.as_ref().ok_or("it has no state")?;
    let mut promising = vec![node];
    for other in before(moment, node) {
        match event_of(other) {
            Some(Event::PreVoteStarted { .. }) => break,
            Some(Event::VoteCounted { voter, granted: true, .. }) => promising.push(*voter),
            _ => {}
        }
    }
    if decides(moment.simulation, &state.membership, |voter| promising.contains(&voter)) {
        Ok(())
    } else {
        Err(format!("only {promising:?} have promised their votes"))
    }
}

fn was_candidate(moment: &Moment, node: NodeId) -> Checked {
    let ended = before(moment, node).find_map(|other| match event_of(other)? {
        Event::LeaderElected { .. }
        | Event::Booted { .. }
        | Event::SteppedDown { .. }
        | Event::LeaderRecognised { .. } => Some(false),
        Event::ElectionStarted { .. } => Some(true),
        _ => None,
    });
    if ended == Some(true) { Ok(()) } else { Err("it was no candidate".into()) }
}

fn ended(said: &Said, moment: &Moment) -> Option<Checked> {
    let Decided { event, node, state, record } = decided(moment)?;
    let witness = moment.witness;
    let led = match event {
        Event::SteppedDown { term, .. } => *term,
        _ => state.term,
    };
    match *said {
        Said::WhySteppedDownNewerTerm {} | Said::WhyCandidateOutdated {} => {
            claim(state.term > led, || format!("it is still in {:?}", state.term))
        }
        Said::WhySteppedDownLostQuorum {} | Said::WhyQuorumLost {} => {
            let counted = together(moment, record)
                .into_iter()
                .any(|other| matches!(other, Event::QuorumLost { .. }));
            let answered = answered(moment, node);
            let enough =
                decides(moment.simulation, &state.membership, |voter| answered.contains(&voter));
            claim(counted && !enough, || format!("counted: {counted}; {answered:?} answered"))
        }
        Said::WhyQuorumLostOwnCount {} => {
            let counted = together(moment, record)
                .into_iter()
                .any(|other| matches!(other, Event::QuorumLost { .. }));
            claim(counted, || "it did not count".into())
        }
        Said::WhySteppedDownRemoved {} => {
            let members = &state.membership;
            let is_voter = voters(members).contains(&node);
            claim(!is_voter && state.term == led, || format!("{members:?}"))
        }
        Said::WhySteppedDownHandedOver { successor } => {
            let told = before(moment, node)
                .take_while(|other| !matches!(event_of(other), Some(Event::LeaderElected { .. })));
            let mut told = told.filter(|other| match &other.kind {
                RecordKind::Sent(envelope) => {
                    envelope.to == successor && super::messages::is_timeout_now(&envelope.packet)
                }
                _ => false,
            });
            let took_over = moment
                .witness
                .message(record)
                .is_some_and(|(from, term, _)| Address::Node(from) == successor && term > led);
            claim(told.next().is_some() && took_over, || format!("{successor} did not take over"))
        }
        Said::WhySteppedDownForAnother {} => {
            let other = witness.leaders_of(led).any(|other| other != node);
            claim(other && state.term == led, || "no other node led its term".into())
        }
        Said::WhyCandidateBeaten { leader } => {
            let leads = leader.node().is_some_and(|leader| witness.led(led, leader));
            claim(leads && state.term == led, || format!("{leader} never led {led:?}"))
        }
        Said::WhyCandidateEnded {} => {
            let is_voter = voters(&state.membership).contains(&node);
            let refused = together(moment, record).into_iter().any(
                |other| matches!(other, Event::StandDecided { verdict } if !verdict.is_allowed()),
            );
            claim(!is_voter && refused, || {
                let cause = witness.cause(record).map(|cause| &cause.kind);
                format!("it is a voter: {is_voter}; {cause:?}; {:?}", together(moment, record))
            })
        }
        Said::WhyCandidateFollows {} => {
            claim(state.role == RoleName::Follower, || format!("it is {:?}", state.role))
        }
        Said::WhyCandidateFollowsOld { leader } => {
            let told = told(moment);
            let right = told.is_some_and(|(from, term)| {
                Address::Node(from) == leader && term < state.term && witness.led(term, from)
            });
            claim(right, || format!("{told:?}; it is in {:?}", state.term))
        }
        Said::WhyAnswerOutdated {} => {
            let caused = witness.message(record);
            let is_old = caused.is_some_and(|(_, _, body)| match body {
                Body::RequestVoteReply { election, .. } => *election < state.term,
                Body::AppendEntriesReply { round, .. }
                | Body::InstallSnapshotReply { round, .. } => round.0 == 0,
                _ => false,
            });
            claim(is_old, || format!("{caused:?}"))
        }
        Said::WhyMessageIgnored {} => {
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
        Said::WhyMessageAccepted {} => {
            let accepted = matches!(event, Event::Ignored { verdict, .. } if verdict.is_allowed());
            claim(accepted, || "it was refused".into())
        }
        Said::WhyMalformed {} => claim(is_faulty(moment), || "every node is correct".into()),
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

fn won(said: &Said, moment: &Moment) -> Option<Checked> {
    let Decided { node, state, .. } = decided(moment)?;
    let given: Vec<NodeId> = voters(&state.membership)
        .into_iter()
        .filter(|voter| moment.witness.voted(state.term, *voter, node))
        .collect();
    let is_right = |votes: u64, all: u64| {
        given.len() as u64 >= votes && voters(&state.membership).len() as u64 == all
    };
    let truth = || format!("{given:?} of {:?} voted for it", state.membership);
    match *said {
        Said::WhyLeaderElected { votes, all } => {
            claim(is_right(votes, all) && votes * 2 > all && !state.membership.is_joint(), truth)
        }
        Said::WhyLeaderElectedJoint {} => claim(
            state.membership.is_joint()
                && decides(moment.simulation, &state.membership, |voter| given.contains(&voter)),
            truth,
        ),
        Said::WhyLeaderElectedByHalf { votes, all } => {
            let is_half = bugs(moment).half_is_enough && votes * 2 <= all;
            claim(is_right(votes, all) && is_half, truth)
        }
        Said::WhyLeaderElectedWithoutRule {} => {
            let off = rules_off(moment);
            let protects = PROTECT_ELECTIONS.iter().any(|rule| off.contains(*rule));
            claim(protects, || format!("only {off:?} are off"))
        }
        Said::WhyLeaderRecognised {} => {
            let leader = told(moment);
            let won = leader
                .is_some_and(|(from, term)| term == state.term && moment.witness.led(term, from));
            claim(won, || format!("{leader:?} did not win {:?}", state.term))
        }
        Said::WhyLeaderRecognisedWithoutRule { .. } => {
            let off = rules_off(moment);
            let protects = PROTECT_ELECTIONS.iter().any(|rule| off.contains(*rule));
            claim(protects, || format!("{off:?} are off; it is in {:?}", state.term))
        }
        _ => None,
    }
}
