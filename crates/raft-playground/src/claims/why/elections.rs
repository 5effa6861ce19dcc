//! Claims about why elections begin and end, and why roles end.

use raft_sim::raft_core::{Body, Event, Micros, NodeId};
use raft_sim::{Address, Command, RecordKind, RoleName};

use super::super::arithmetic::voters;
use super::super::election_causes::promised;
use super::super::{Checked, Moment, claim};
use super::past::{Decided, before, config, decided, event_of, forced, is_silent, told};
use crate::text::Statement;

pub(super) fn check(said: &Statement, moment: &Moment) -> Option<Checked> {
    let Decided { event, node, state, record } = decided(moment).or_else(|| timer(moment))?;
    match *said {
        Statement::WhyBoot {} => {
            claim(state.role == RoleName::Follower, || format!("it is {:?}", state.role))
        }
        Statement::WhyElectionForced {}
        | Statement::WhyPreVoteForced {}
        | Statement::WhyTimerElectionSet {} => by_command(moment, node, Some(true)).into(),
        Statement::WhyElectionForcedByScript {}
        | Statement::WhyPreVoteForcedByScript {}
        | Statement::WhyTimerElectionSetByScript {} => by_command(moment, node, Some(false)).into(),
        Statement::WhyElectionHandedOver {} => {
            let caused = moment.truth.message(record);
            let by_leader = caused.is_some_and(|(from, term, body)| {
                matches!(body, Body::TimeoutNow) && moment.truth.led(term, from)
            });
            claim(by_leader, || format!("the cause is {caused:?}"))
        }
        Statement::WhyElectionAfterPreVote {} => promised(moment, node).into(),
        Statement::WhyElectionAgain {} => {
            by_command(moment, node, None).and_then(|()| was_candidate(moment, node)).into()
        }
        Statement::WhyElectionAfterSilence {} | Statement::WhyPreVoteAfterSilence {} => {
            by_command(moment, node, None)
                .and_then(|()| is_silent(moment, node, waited(event)))
                .and_then(|()| asks_others(moment, node))
                .into()
        }
        Statement::WhyElectionAlone {} => by_command(moment, node, None)
            .and_then(|()| is_silent(moment, node, waited(event)))
            .and_then(|()| match asks_others(moment, node) {
                Ok(()) => Err("there are other voters".into()),
                Err(_) => Ok(()),
            })
            .into(),
        Statement::WhyElectionAfterFreeze {}
        | Statement::WhyPreVoteAfterFreeze {}
        | Statement::WhyTimerFrozen {} => {
            let mut then = moment.truth.backwards(record).take_while(|other| other.at == record.at);
            let resumed = then.any(|other| {
                matches!(other.kind,
                    RecordKind::Commanded(Command::Resume(of)) if of == node.into())
            });
            claim(resumed, || "it was not frozen".into())
        }
        Statement::WhyTimerElectionFixed {} => by_command(moment, node, None)
            .and_then(|()| match has_random_timer(moment, node) {
                Ok(()) => Err("it is random".into()),
                Err(_) => Ok(()),
            })
            .into(),
        Statement::WhyTimerHeartbeatSlow {} => match heartbeats_suffice(moment, node) {
            Ok(()) => Some(Err("they are frequent enough".into())),
            Err(_) => Some(Ok(())),
        },
        Statement::WhyTimerTooLate {} => {
            claim(state.role != RoleName::Leader, || "it leads".into())
        }
        Statement::WhyTimerElection {} => by_command(moment, node, None)
            .and_then(|()| is_silent(moment, node, timer_ran(moment, node)))
            .and_then(|()| has_random_timer(moment, node))
            .into(),
        Statement::WhyTimerHeartbeat {} => heartbeats_suffice(moment, node).into(),
        Statement::WhyTimerQuorum {} => {
            let counts = config(moment, node).is_none_or(|config| config.check_quorum);
            claim(state.role == RoleName::Leader && counts, || format!("it counts: {counts}"))
        }
        Statement::WhyTimerTransfer {} => {
            claim(state.role == RoleName::Leader, || format!("it is {:?}", state.role))
        }
        Statement::WhyDoesNotStand {} | Statement::WhyStands {} => {
            let voters = voters(&state.membership);
            let follows = matches!(event, Event::StandDecided { verdict }
                if verdict.is_allowed() == matches!(said, Statement::WhyStands {}));
            claim(!voters.contains(&node) && follows, || format!("the voters are {voters:?}"))
        }
        Statement::WhyTermAdopted { other } => {
            let Event::TermAdopted { from_term, to_term, .. } = *event else { return None };
            let told = told(moment);
            let right = told.is_some_and(|(from, term)| {
                Address::Node(from) == other && term == to_term && term > from_term
            });
            claim(right && state.role != RoleName::Leader, || format!("{told:?} told it"))
        }
        _ => super::roles::check(said, moment),
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
