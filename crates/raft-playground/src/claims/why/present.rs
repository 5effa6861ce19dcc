//! Claims about why there is no leader, or why a leader that cannot commit is not replaced.

use raft_sim::raft_core::{Membership, Node, NodeId, Role, Rule, Timer, Votes};
use raft_sim::{Address, Process, RecordKind, Time};

use super::super::arithmetic::{decides, exchange, passes, voters};
use super::super::{Checked, Moment, claim};
use super::entries::leader_of;
use super::past::running;
use crate::intent::Question;
use crate::text::Statement;

pub(super) fn check(said: &Statement, moment: &Moment) -> Option<Checked> {
    let Some(Question::Leader) = moment.question else { return None };
    match *said {
        Statement::WhyAllStopped {} => {
            let runs = nodes(moment).next().map(Node::id);
            claim(runs.is_none(), || format!("{runs:?} runs"))
        }
        Statement::WhyNoQuorumConnected {} => {
            let reaches = nodes(moment).find(|node| reaches_enough(moment, node)).map(Node::id);
            claim(reaches.is_none(), || format!("{reaches:?} reaches enough voters"))
        }
        Statement::WhyElectionRunning { candidate, term } => {
            let node = running(moment, candidate.node()?)?;
            let Role::Candidate { votes } = node.role() else {
                return claim(false, || format!("it is {:?}", node.role()));
            };
            let enough = has_enough(moment, node, votes);
            claim(!enough && node.term() == term && may_act(moment, node.id()), || {
                format!("enough: {enough}, in {:?}", node.term())
            })
        }
        Statement::WhyElectionDecided { candidate, term } => {
            let node = running(moment, candidate.node()?)?;
            let Role::Candidate { votes } = node.role() else {
                return claim(false, || format!("it is {:?}", node.role()));
            };
            let writing = moment.simulation.host(node.id()).disk.under_way().next().is_some();
            let enough = has_enough(moment, node, votes);
            claim(enough && writing && node.term() == term, || {
                format!("enough: {enough}, writing: {writing}")
            })
        }
        Statement::WhyPreVoteRunning { candidate } => {
            let node = running(moment, candidate.node()?)?;
            let asks = match node.role() {
                Role::PreCandidate { votes } => !has_enough(moment, node, votes),
                _ => false,
            };
            claim(asks && may_act(moment, node.id()), || format!("it is {:?}", node.role()))
        }
        Statement::WhyFollowersWait { node } => {
            let together = next_timers(moment);
            let right = together.iter().map(|id| Address::Node(*id)).eq([node]);
            claim(right, || format!("the next timers are those of {together:?}"))
        }
        Statement::WhyFollowersWaitTogether { nodes } => {
            let together = next_timers(moment);
            let right = together.iter().map(|id| Address::Node(*id)).eq(nodes.iter().copied());
            claim(right && together.len() > 1, || format!("the next timers are {together:?}"))
        }
        Statement::WhyBestConnected { node, missing } => {
            let node = running(moment, node.node()?)?;
            let reached = |of: &Node| {
                let voters = voters(of.membership()).into_iter();
                voters.filter(|voter| exchange(moment.simulation, of.id(), *voter)).count()
            };
            let better = nodes(moment).find(|other| {
                voters(other.membership()).contains(&other.id()) && reached(other) > reached(node)
            });
            let told = super::entries::list(missing);
            let lacking = voters(node.membership())
                .into_iter()
                .filter(|voter| !exchange(moment.simulation, node.id(), *voter));
            let lacking: Vec<NodeId> = lacking.collect();
            let named = told.iter().map(|(node, _)| *node).eq(lacking.iter().copied());
            let better = better.map(Node::id);
            Some(if !named || better.is_some() {
                Err(format!("it misses {lacking:?}; {better:?} is better connected"))
            } else {
                let mut told = told.iter();
                told.try_for_each(|(voter, why)| super::entries::lacks(moment, node, *voter, why))
            })
        }
        Statement::WhyFrozenQuorum { nodes } => {
            let frozen = moment
                .simulation
                .hosts()
                .iter()
                .filter(|host| host.process.as_ref().is_some_and(Process::is_frozen));
            let frozen = frozen.map(|host| Address::Node(host.id));
            let able = able(moment);
            claim(nodes.iter().copied().eq(frozen) && able.is_empty(), || {
                format!("{able:?} could win")
            })
        }
        Statement::WhyNoVoterCanWin {} => {
            let able = able(moment);
            claim(able.is_empty(), || format!("{able:?} could win"))
        }
        Statement::WhyNoTimer {} => {
            let together = next_timers(moment);
            claim(together.is_empty(), || format!("{together:?} run"))
        }
        _ => stays(said, moment),
    }
}

/// The voters that could win an election now: neither frozen nor cut off from too many that are not
/// frozen. If a leader stays, neither it nor a node that hears it.
fn able(moment: &Moment) -> Vec<NodeId> {
    let leader = moment.simulation.leader();
    let able = nodes(moment).filter(|node| {
        let hears = leader.is_some_and(|leader| {
            leader == node.id() || passes(moment.simulation, leader, node.id())
        });
        let reaches =
            |voter| exchange(moment.simulation, node.id(), voter) && may_act(moment, voter);
        !hears
            && may_act(moment, node.id())
            && voters(node.membership()).contains(&node.id())
            && decides(moment.simulation, node.membership(), reaches)
    });
    able.map(Node::id).collect()
}

/// The voters that could win an election whose timers run out next.
fn next_timers(moment: &Moment) -> Vec<NodeId> {
    let able = able(moment);
    let timers: Vec<_> =
        timers(moment).into_iter().filter(|(_, node)| able.contains(node)).collect();
    let first = timers.first().map(|(at, _)| *at);
    timers.iter().filter(|(at, _)| Some(*at) == first).map(|(_, node)| *node).collect()
}

/// When the next timer runs out among those of the voters that could win an election.
pub(super) fn next_timeout(moment: &Moment) -> Option<Time> {
    let next = *next_timers(moment).first()?;
    timers(moment).into_iter().find(|(_, node)| *node == next).map(|(at, _)| at)
}

/// The running nodes.
fn nodes<'a>(moment: &Moment<'a>) -> impl Iterator<Item = &'a Node> {
    moment.simulation.hosts().iter().filter_map(|host| Some(&host.process.as_ref()?.node))
}

fn reaches_enough(moment: &Moment, node: &Node) -> bool {
    let reaches = |voter| exchange(moment.simulation, node.id(), voter);
    // A node outside the cluster may know no members.
    !voters(node.membership()).is_empty() && decides(moment.simulation, node.membership(), reaches)
}

fn has_enough(moment: &Moment, node: &Node, votes: &Votes) -> bool {
    let members = if node.config().waived.contains(Rule::CountOnlyVoters) {
        Membership::of(node.membership().members())
    } else {
        node.membership().clone()
    };
    decides(moment.simulation, &members, |voter| votes.get(voter) == Some(&true))
}

/// Whether a node is not frozen.
fn may_act(moment: &Moment, node: NodeId) -> bool {
    let process = moment.simulation.host(node).process.as_ref();
    process.is_some_and(|process| !process.is_frozen())
}

/// The election timers that run, the first to run out first.
fn timers(moment: &Moment) -> Vec<(Time, NodeId)> {
    let hosts = moment.simulation.hosts().iter();
    let processes = hosts.filter_map(|host| Some((host.id, host.process.as_ref()?)));
    let mut timers: Vec<_> = processes
        .filter(|(_, process): &(NodeId, &Process)| !process.is_frozen())
        .filter_map(|(id, process)| Some((process.timer(Timer::Election)?.fires_at(), id)))
        .filter(|(at, _)| *at != Time::NEVER)
        .collect();
    timers.sort_unstable();
    timers
}

/// A leader that reaches too few stays, or one leads.
fn stays(said: &Statement, moment: &Moment) -> Option<Checked> {
    match *said {
        Statement::WhyStalled { leader, term } => {
            let node = leader_of(moment, leader)?;
            let cut_off = !reaches_enough(moment, node);
            claim(cut_off && node.term() == term, || format!("cut off: {cut_off}"))
        }
        Statement::WhyReplacementRefused { candidate, nodes, leader } => {
            refused(moment, candidate, nodes, leader).into()
        }
        Statement::WhyReplacementRefusedByOne { candidate, voter, leader } => {
            refused(moment, candidate, &[voter], leader).into()
        }
        Statement::WhyCheckQuorumWouldHelp { leader } => {
            let node = leader_of(moment, leader)?;
            let is_off = !node.config().check_quorum;
            claim(is_off && !reaches_enough(moment, node), || format!("it is off: {is_off}"))
        }
        Statement::WhyCheckQuorumWillHelp { leader } => {
            let node = leader_of(moment, leader)?;
            let is_on = node.config().check_quorum;
            claim(is_on && !reaches_enough(moment, node), || format!("it is on: {is_on}"))
        }
        Statement::WhyStalledHeard { leader } => {
            let node = leader_of(moment, leader)?;
            let hears = |voter| voter == node.id() || passes(moment.simulation, node.id(), voter);
            let heard = decides(moment.simulation, node.membership(), hears);
            claim(heard && !reaches_enough(moment, node), || format!("heard: {heard}"))
        }
        Statement::WhyLeaderWon { leader, term, votes, all } => {
            let won = election(moment, leader)?;
            let electorate = voters(&won.state.as_ref()?.membership);
            let twice = electorate.iter().find(|voter| {
                let given = moment
                    .simulation
                    .hosts()
                    .iter()
                    .filter(|host| moment.voted(term, **voter, host.id));
                given.count() > 1
            });
            let given = electorate.iter().filter(|voter| {
                leader.node().is_some_and(|leader| moment.truth.elected(term, **voter, leader))
            });
            let given = given.count() as u64;
            let right = given >= votes && electorate.len() as u64 == all && twice.is_none();
            claim(right && won.state.as_ref()?.term == term, || {
                format!("{given} of {electorate:?} voted for it; {twice:?} voted twice")
            })
        }
        Statement::WhyLeaderWonPlain { leader, term } => {
            let led = moment.truth.led(term, leader.node()?);
            claim(led, || format!("{leader} did not win {term:?}"))
        }
        _ => None,
    }
}

/// The record of the election that a leader won last.
fn election<'a>(moment: &Moment<'a>, leader: Address) -> Option<&'a raft_sim::Record> {
    let records = moment.truth.records.iter().rev().map(AsRef::as_ref);
    let mut own = records.filter(|record: &&raft_sim::Record| record.subject == Some(leader));
    own.find(|record| {
        matches!(
            record.kind,
            RecordKind::Protocol(raft_sim::raft_core::Event::LeaderElected { .. })
        )
    })
}

/// With the nodes that hear the leader a candidate would reach enough voters, and without them it
/// does not.
fn refused(moment: &Moment, candidate: Address, hearing: &[Address], leader: Address) -> Checked {
    let known = |address: Address| address.node().and_then(|node| running(moment, node));
    let (Some(candidate), Some(leader)) = (known(candidate), known(leader)) else {
        return Err("one of them is stopped".into());
    };
    if !reaches_enough(moment, candidate) {
        return Err(format!("{:?} reaches too few voters anyway", candidate.id()));
    }
    let without = decides(moment.simulation, candidate.membership(), |voter| {
        exchange(moment.simulation, candidate.id(), voter)
            && !hearing.contains(&Address::Node(voter))
    });
    if without {
        return Err("the others are enough".into());
    }
    let deaf = hearing.iter().find(|voter| {
        let Some(voter) = known(**voter) else { return true };
        !passes(moment.simulation, leader.id(), voter.id()) || voter.leader() != Some(leader.id())
    });
    match deaf {
        Some(deaf) => Err(format!("{deaf} does not hear it")),
        None if candidate.config().pre_vote => Ok(()),
        None => Err("without pre-vote no node refuses for that".into()),
    }
}
