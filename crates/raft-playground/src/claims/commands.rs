//! Claims about what a person or a script just did: the cluster is so now.

use raft_sim::raft_core::Timer;
use raft_sim::{Address, Command, MessageId, RecordKind};

use super::elections::is_off;
use super::{Checked, Moment, claim};
use crate::phrases::packets;
use crate::text::{Sentence, Statement};

pub(super) fn check(said: &Statement, moment: &Moment) -> Option<Checked> {
    if let Some(checked) = of_one_node(said, moment) {
        return Some(checked);
    }
    let network = moment.simulation.network();
    match *said {
        Statement::LinksAllMended {} => {
            let cut = network.directions().find(|(.., is_up)| !is_up);
            claim(cut.is_none(), || format!("{cut:?} is cut"))
        }
        Statement::LinkCut { first, second } => both(moment, first, second, false).into(),
        Statement::LinkMended { first, second } => both(moment, first, second, true).into(),
        Statement::DirectionCut { from, to } => is_up(moment, from, to, false).into(),
        Statement::DirectionMended { from, to } => is_up(moment, from, to, true).into(),
        Statement::DirectionsCutFrom { from, any_of } => {
            all(any_of.iter().map(|to| is_up(moment, from, *to, false))).into()
        }
        Statement::DirectionsCutTo { nodes, to } => {
            all(nodes.iter().map(|from| is_up(moment, *from, to, false))).into()
        }
        Statement::NodeIsolated { node } => {
            all(others(moment, node).map(|other| both(moment, node, other, false))).into()
        }
        Statement::NodeReconnected { node } => {
            all(others(moment, node).map(|other| both(moment, node, other, true))).into()
        }
        Statement::NetworkSplitInTwo { nodes, others } => {
            let pairs =
                nodes.iter().flat_map(|node| others.iter().map(move |other| (*node, *other)));
            let linked = pairs.filter(|(node, other)| network.is_up(*node, *other).is_some());
            all(linked.map(|(node, other)| both(moment, node, other, false))).into()
        }
        Statement::LinkHeld { from, to } => {
            claim(network.is_stalled(from, to) == Some(true), || "it is not held".into())
        }
        Statement::LinkReleased { from, to } => {
            claim(network.is_stalled(from, to) == Some(false), || "it is held".into())
        }
        Statement::ClockChanged { node, share } => rate(moment, node, share).into(),
        Statement::ClockStopped { node } => rate(moment, node, 0).into(),
        Statement::TimerSet { node, span } => {
            let process = moment.simulation.host(node.node()?).process.as_ref();
            let timer = process.and_then(|process| process.timer(Timer::Election));
            let left = timer.map(|timer| timer.fires_at().since(moment.simulation.now()));
            claim(left == Some(span), || format!("its timer runs out in {left:?}"))
        }
        Statement::SnapshotTaken { node } => {
            let process = moment.simulation.host(node.node()?).process.as_ref();
            let ends = process
                .map(|process| (process.node.log().base().index, process.node.last_applied()));
            let replaced = ends.is_some_and(|(base, applied)| base == applied && base.0 > 0);
            claim(replaced, || format!("log begins after and is applied up to {ends:?}"))
        }
        Statement::SnapshotOfNothing { node } => {
            let process = moment.simulation.host(node.node()?).process.as_ref()?;
            let applied = process.node.last_applied();
            claim(applied.0 == 0, || format!("it has applied up to {applied:?}"))
        }
        Statement::RuleOff { rule } => is_off(moment, rule).into(),
        Statement::RuleOn { rule } => claim(is_off(moment, rule).is_err(), || "it is off".into()),
        Statement::NoLeaderToAsk {} => {
            let leader = moment.simulation.leader();
            claim(leader.is_none(), || format!("{leader:?} leads"))
        }
        Statement::MembershipRequested {} => {
            requested(moment, |command| matches!(command, Command::Reconfigure { .. })).into()
        }
        Statement::MemberAdditionRequested { node } => {
            requested(moment, |command| *command == Command::Add(node)).into()
        }
        Statement::MemberRemovalRequested { node } => {
            requested(moment, |command| *command == Command::Remove(node)).into()
        }
        Statement::ReplacementRequested { node, other } => {
            requested(moment, |command| *command == Command::Replace { node, by: other }).into()
        }
        Statement::TransferRequested { node } => {
            requested(moment, |command| *command == Command::Transfer(node)).into()
        }
        Statement::MessageDropped { message } => match moment.record?.kind {
            RecordKind::Commanded(Command::Drop(id)) => names(moment, message, id).into(),
            ref other => claim(false, || format!("{other:?}")),
        },
        Statement::MessageDuplicated { message } => match moment.record?.kind {
            RecordKind::Commanded(Command::Duplicate(id)) => names(moment, message, id).into(),
            ref other => claim(false, || format!("{other:?}")),
        },
        Statement::MessageDelayed { message, span } => match moment.record?.kind {
            RecordKind::Commanded(Command::Delay { message: id, by }) if by == span => {
                names(moment, message, id).into()
            }
            ref other => claim(false, || format!("{other:?}")),
        },
        _ => None,
    }
}

/// The description names the message with this number.
fn names(moment: &Moment, told: &Sentence, id: MessageId) -> Checked {
    let sent = moment.truth.records.iter().find_map(|record| match &record.kind {
        RecordKind::Sent(envelope) | RecordKind::Duplicated(envelope) if envelope.message == id => {
            Some(packets::message(&envelope.packet, envelope.from, envelope.to))
        }
        _ => None,
    });
    if sent.as_ref() == Some(told) { Ok(()) } else { Err(format!("it is {sent:?}")) }
}

/// There is a leader, which was asked for this.
fn requested(moment: &Moment, is_it: impl Fn(&Command) -> bool) -> Checked {
    let leader = moment.simulation.leader();
    match moment.record.map(|record| &record.kind) {
        Some(RecordKind::Commanded(command)) if is_it(command) && leader.is_some() => Ok(()),
        other => Err(format!("{other:?} was asked of {leader:?}")),
    }
}

fn all(checks: impl Iterator<Item = Checked>) -> Checked {
    checks.into_iter().collect()
}

fn is_up(moment: &Moment, from: Address, to: Address, expected: bool) -> Checked {
    match moment.simulation.network().is_up(from, to) {
        Some(up) if up == expected => Ok(()),
        other => Err(format!("{from} to {to} is up: {other:?}")),
    }
}

fn both(moment: &Moment, one: Address, other: Address, expected: bool) -> Checked {
    is_up(moment, one, other, expected).and_then(|()| is_up(moment, other, one, expected))
}

fn others<'a>(moment: &Moment<'a>, node: Address) -> impl Iterator<Item = Address> + use<'a> {
    let hosts = moment.simulation.hosts().iter().map(|host| Address::Node(host.id));
    hosts.filter(move |other| *other != node)
}

fn rate(moment: &Moment, node: Address, expected: u16) -> Checked {
    let rate = node.node().map(|node| moment.simulation.host(node).clock.rate_permille());
    if rate == Some(expected) { Ok(()) } else { Err(format!("its rate is {rate:?}")) }
}

/// What only one node was given: a clock that jumps, a setting of its own.
fn of_one_node(said: &Statement, moment: &Moment) -> Option<Checked> {
    match *said {
        Statement::ClockJumped { node, span } => {
            let jumps = matches!(&moment.record?.kind,
                RecordKind::Commanded(Command::ClockJump { node: of, by })
                    if (*of, *by) == (node, span));
            claim(jumps, || "it did not jump so".into())
        }
        Statement::NodeConfigured { node, command: told } => {
            let is_set = matches!(&moment.record?.kind,
                RecordKind::Commanded(Command::Configure { node: of, setting })
                    if *of == node && setting.to_string() == told);
            claim(is_set, || "it was not set".into())
        }
        _ => None,
    }
}
