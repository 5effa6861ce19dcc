//! Claims about messages that were lost, and about what passes between clients and nodes.

use raft_sim::{Address, Operation, Outcome, Packet, Record, RecordKind, Reply, RoleName};

use super::super::{Checked, Moment, claim};
use super::past::{Sent, running};
use crate::text::Statement;

pub(super) fn lost(said: &Statement, moment: &Moment) -> Option<Checked> {
    use raft_sim::{Command, Loss};
    let record = moment.record?;
    let RecordKind::Lost { envelope, loss, .. } = &record.kind else { return None };
    let is = |expected: Loss| claim(*loss == expected, || format!("{loss:?}"));
    match *said {
        Statement::WhyLostCut {} => is(Loss::Cut),
        Statement::WhyLostRandom {} => is(Loss::Random),
        Statement::WhyLostOverflow {} => is(Loss::Overflow),
        Statement::WhyLostStopped {} => is(Loss::Down),
        Statement::WhyLostDropped {} | Statement::WhyLostDroppedByScript {} => {
            let mut commands = moment.truth.backwards(record);
            let by = commands.find(|other| match &other.kind {
                RecordKind::Commanded(Command::Drop(message)) => *message == envelope.message,
                RecordKind::Commanded(Command::DropNext { from, to, .. }) => {
                    (*from, *to) == (envelope.from, envelope.to)
                }
                _ => false,
            });
            let by_hand = by.map(|command| moment.truth.is_by_hand(command));
            let expected = matches!(said, Statement::WhyLostDropped {});
            claim(*loss == Loss::Dropped && by_hand == Some(expected), || {
                format!("{loss:?}, by hand: {by_hand:?}")
            })
        }
        _ => None,
    }
}

/// What passes between clients and nodes.
pub(super) fn check(
    said: &Statement,
    moment: &Moment,
    sent: Sent,
    sending: Option<&Record>,
) -> Option<Checked> {
    let state = sending.and_then(|sending| sending.state.as_ref());
    let hint = moment.truth.hint(sent.id).map(Address::Node);
    match (sent.packet, said) {
        (Packet::Request(request), Statement::WhyClientRequest { client, operation }) => {
            let right = *client == sent.from && *operation == request.operation.to_string();
            claim(right && hint == Some(sent.to), || format!("it takes {hint:?} for the leader"))
        }
        (Packet::Request(request), Statement::WhyClientRequestChosen { client, operation }) => {
            let right = *client == sent.from && *operation == request.operation.to_string();
            claim(right, || format!("{}", request.operation))
        }
        (
            Packet::Request(request),
            Statement::WhyClientRequestRedirected { client, operation, other, node },
        ) => {
            let right = *client == sent.from && *operation == request.operation.to_string();
            let cause = moment.truth.cause(sending?).map(|cause| &cause.kind);
            let named = match cause {
                Some(RecordKind::Delivered(envelope)) => match &envelope.packet {
                    Packet::Answer(answer) => {
                        envelope.from == *other
                            && matches!(answer.reply, Reply::NotLeader { hint: Some(hint) }
                                if Address::Node(hint) == *node)
                    }
                    _ => false,
                },
                _ => false,
            };
            claim(right && named && *node == sent.to, || format!("{cause:?}"))
        }
        (
            Packet::Request(request),
            Statement::WhyClientRequestAgain { client, operation, node },
        ) => {
            let right = *client == sent.from && *operation == request.operation.to_string();
            let sending = sending?;
            let mut earlier = moment.truth.backwards(sending);
            let asked = earlier.any(|other| match &other.kind {
                RecordKind::Sent(envelope) if envelope.from == sent.from => {
                    matches!(&envelope.packet, Packet::Request(other)
                        if other.serial == request.serial)
                }
                _ => false,
            });
            claim(right && asked && *node == sent.to, || "it had not asked before".into())
        }
        (Packet::Answer(answer), Statement::WhyClientRead { node }) => {
            let is_read = matches!(answer.reply, Reply::Done(Outcome::Read(_)));
            claim(*node == sent.from && is_read, || format!("{:?}", answer.reply))
        }
        (Packet::Answer(_), Statement::WhyClientHandingOver { node }) => {
            let leads = state.is_some_and(|state| state.role == RoleName::Leader);
            let is_fresh = sending.is_some_and(|sending| sending.at == moment.simulation.now());
            let leader = sent.from.node().and_then(|node| running(moment, node)?.as_leader());
            let hands_over = leader.is_some_and(|leader| leader.successor().is_some());
            claim(*node == sent.from && leads && (hands_over || !is_fresh), || {
                format!("leads: {leads}, hands over: {hands_over}")
            })
        }
        (Packet::Answer(answer), Statement::WhyClientNotAccepted { node }) => {
            let refused = matches!(answer.reply, Reply::NotLeader { .. });
            claim(*node == sent.from && refused, || format!("{:?}", answer.reply))
        }
        (Packet::Request(_), Statement::WhyClientRequestAny { client }) => {
            claim(*client == sent.from && hint.is_none(), || format!("it knows {hint:?}"))
        }
        (Packet::Request(request), Statement::WhyClientRequestTo { client, operation, node }) => {
            let right = *client == sent.from && *operation == request.operation.to_string();
            let sending = sending?;
            let mut cause = moment.truth.cause(sending);
            let mut was_told = false;
            while let Some(by) = cause.filter(|by| by.at == sending.at) {
                was_told |= matches!(&by.kind, RecordKind::Commanded(command)
                    if chooses(command, sent.to));
                cause = moment.truth.cause(by);
            }
            claim(right && *node == sent.to && was_told, || "it chose the node itself".into())
        }
        (Packet::Answer(answer), Statement::WhyClientDone { node }) => {
            let is_read = matches!(answer.reply, Reply::Done(Outcome::Read(_)));
            claim(*node == sent.from && !is_read, || "a read is not applied".into())
        }
        (Packet::Answer(answer), Statement::WhyClientSuperseded {}) => {
            let Reply::Superseded { by, .. } = answer.reply else { return None };
            claim(moment.truth.was_committed(by), || format!("{by:?} was not committed"))
        }
        (Packet::Answer(_), Statement::WhyClientNotLeader { node }) => {
            let leads = state.is_some_and(|state| state.role == RoleName::Leader);
            claim(*node == sent.from && !leads, || format!("{node} leads"))
        }
        _ => None,
    }
}

fn chooses(command: &raft_sim::Command, node: Address) -> bool {
    use raft_sim::Command;
    match command {
        Command::Submit { via, .. } | Command::Resend { via, .. } => *via == Some(node),
        _ => false,
    }
}

/// Whether an operation only reads.
pub(super) fn is_read(operation: &Operation) -> bool {
    matches!(operation, Operation::Get(_))
}
