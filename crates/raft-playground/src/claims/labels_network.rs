//! Claims in the tab of the network: what links do, the messages in transit, what happens next.

use raft_sim::raft_core::Timer;
use raft_sim::{
    Address, Death, DiskState, InFlightMessage, LinkConfig, Loss, MessageId, MessageKind,
    RecordKind, ScheduledEvent, Status, Time,
};

use super::labels_place::{Place, expect, is_when, kind_of};
use super::transcript_parts::packet_is;
use super::{Checked, Moment};
use crate::text::{Sentence, Statement};

pub(super) fn check(told: &Sentence, place: Place, moment: &Moment) -> Option<Checked> {
    match place.list {
        "flights" => message(told, place, moment),
        "upcoming" => next(told, place, moment),
        _ => link(told, moment),
    }
}

fn link(told: &Sentence, moment: &Moment) -> Option<Checked> {
    let network = moment.simulation.network();
    let is = |from, to| {
        let up = network.is_up(from, to) == Some(true);
        (up, network.is_stalled(from, to) == Some(true), network.link_config(from, to))
    };
    match told.statement() {
        Statement::Lane { from, to } => {
            let (up, held, _) = is(from, to);
            expect(up && !held, || format!("up: {up}, held: {held}"))
        }
        Statement::LaneCut { from, to } => expect(!is(from, to).0, || "it is up".into()),
        Statement::LaneHeld { from, to } => expect(is(from, to).1, || "it is not held".into()),
        Statement::LaneSpecial { from, to, quality } => {
            let (up, held, is) = is(from, to);
            let right = up && !held && is.is_some_and(|is| quality_is(quality, &is));
            expect(right, || format!("up: {up}, held: {held}, {is:?}"))
        }
        Statement::MessagesNone {} => {
            expect(network.messages().next().is_none(), || "there are".into())
        }
        Statement::MessagesMore { count } => {
            let all = network.messages().count() as u64;
            expect(count < all, || format!("there are {all}"))
        }
        _ => None,
    }
}

/// The description of a link names each of its settings, and no other.
fn quality_is(told: &Sentence, is: &LinkConfig) -> bool {
    let mut parts = vec![told];
    while let Statement::ListComma { list, item } = parts[parts.len() - 1].statement() {
        parts.pop();
        parts.extend([item, list]);
    }
    let right = parts.iter().all(|part| match part.statement() {
        Statement::QualityLatency { latency } => is.latency == latency && is.jitter.0 == 0,
        Statement::QualityLatencyRange { latency, most_latency } => {
            is.latency == latency && is.latency.0 + is.jitter.0 == most_latency.0
        }
        Statement::QualityTail { span } => is.tail == span,
        Statement::QualityLoss { share } => is.loss_permille == share,
        Statement::QualityDuplicate { share } => is.duplicate_permille == share,
        Statement::QualityReorder { share } => is.reorder_permille == share,
        Statement::QualityBandwidth { count } => is.bandwidth == Some(count),
        _ => false,
    });
    let shares = [is.loss_permille, is.duplicate_permille, is.reorder_permille];
    let all = 1
        + usize::from(is.tail.0 > 0)
        + shares.iter().filter(|share| **share > 0).count()
        + usize::from(is.bandwidth.is_some());
    right && parts.len() == all
}

fn message(told: &Sentence, place: Place, moment: &Moment) -> Option<Checked> {
    let id = MessageId(place.item?.0.key.checked_sub(1)?);
    let Some(message) = moment.simulation.network().message(id) else {
        return Some(Err(format!("message {} is not in transit", id.0)));
    };
    of_message(told, message, moment).or_else(|| match told.statement() {
        Statement::MessageWhy { number }
        | Statement::MessageDrop { number }
        | Statement::MessageDuplicate { number }
        | Statement::MessageDelay { number } => {
            expect(number == id.0, || format!("it is {}", id.0))
        }
        _ => None,
    })
}

/// What a panel or a menu says of a message in transit, as things stand.
pub(super) fn of_message(
    told: &Sentence,
    message: &InFlightMessage,
    moment: &Moment,
) -> Option<Checked> {
    let (held, death) = (message.is_held_up(), message.death);
    let lost_by = |is_such: fn(Loss) -> bool| {
        let right = !held && death.is_some_and(|Death { loss, .. }| is_such(loss));
        expect(right, || format!("held: {held}, {death:?}"))
    };
    match told.statement() {
        Statement::MenuMessage { from, to } => {
            let ends = (message.from, message.to);
            expect((from, to) == ends, || format!("{ends:?}"))
        }
        Statement::MenuDuplicate { what } => {
            let is_copy = moment.truth.records.iter().rev().any(|record| {
                matches!(&record.kind, RecordKind::Duplicated(copy) if copy.message == message.id)
            });
            let inner = of_message(what, message, moment).unwrap_or(Ok(()));
            expect(is_copy, || "it was sent once".into()).map(|checked| checked.and(inner))
        }
        Statement::FateHeld {} | Statement::MessageHeld {} => {
            expect(held, || "it is on its way".into())
        }
        Statement::FateCut {} => lost_by(|loss| loss == Loss::Cut),
        Statement::FateRandom {} => lost_by(|loss| loss == Loss::Random),
        Statement::FateOverflow {} => lost_by(|loss| loss == Loss::Overflow),
        Statement::FateLost {} => lost_by(|loss| matches!(loss, Loss::Dropped | Loss::Down)),
        Statement::MessageArrives { at, until } => {
            let right = (at, until) == (message.sent_at, message.arrives_at);
            expect(right && !held && death.is_none(), || format!("{message:?}"))
        }
        Statement::MessageWillBeLost { at, until } => {
            let dies = death.map(|death| death.at);
            expect(at == message.sent_at && !held && dies == Some(until), || format!("{death:?}"))
        }
        Statement::InTime { .. } | Statement::Now {} => {
            let at = death.map_or(message.arrives_at, |death| death.at);
            let words = told.clone().into();
            expect(is_when(Some(&words), at, moment), || format!("at {at:?}"))
        }
        _ => {
            let is_packet = told.id().starts_with("say-") || told.id().starts_with("kind-");
            is_packet.then(|| match kind_of(told) {
                Some(kind) if kind == MessageKind::of(&message.packet) => Ok(()),
                Some(_) => Err(format!("it is {:?}", message.packet)),
                None => packet_is(told, &message.packet),
            })
        }
    }
}

/// What happens next: an event of the queue or a command of that time is what the page says.
fn next(told: &Sentence, place: Place, moment: &Moment) -> Option<Checked> {
    let when = place.words(0);
    if when == Some(&told.clone().into()) {
        return None;
    }
    let simulation = moment.simulation;
    let is_then = |at: Time| is_when(when, at, moment);
    let mut events = simulation.event_queue().iter().filter(|(at, _)| is_then(*at));
    let mut commands = simulation.upcoming_commands().iter().filter(|timed| is_then(timed.at));
    let right = match told.statement() {
        Statement::NextYourAction { .. } | Statement::NextScriptAction { .. } => {
            commands.next().is_some()
        }
        said => events.any(|(_, event)| happens(&said, event, moment)),
    };
    expect(right, || {
        let due: Vec<_> = simulation.event_queue().iter().filter(|(at, _)| is_then(*at)).collect();
        format!("due are {due:?}")
    })
}

fn happens(said: &Statement, event: ScheduledEvent, moment: &Moment) -> bool {
    let simulation = moment.simulation;
    let frozen =
        |node| simulation.host(node).process.as_ref().is_some_and(raft_sim::Process::is_frozen);
    let runs = |node| simulation.host(node).process.is_some();
    match (*said, event) {
        (said, ScheduledEvent::Message(id)) => {
            let Some(message) = simulation.network().message(id) else { return false };
            let is_lost = message.death.is_some();
            let finds_stopped = message.to.node().is_some_and(|node| !runs(node));
            match said {
                Statement::NextLost { message: told } => is_lost && is_message(told, message),
                Statement::NextFindsStopped { message: told, to } => {
                    !is_lost && finds_stopped && to == message.to && is_message(told, message)
                }
                Statement::NextArrives { message: told } => {
                    !is_lost && !finds_stopped && is_message(told, message)
                }
                _ => false,
            }
        }
        // What a frozen node would do waits until it resumes.
        (Statement::NextHeartbeats { node }, ScheduledEvent::Timer(of, Timer::Heartbeat))
        | (Statement::NextQuorumCheck { node }, ScheduledEvent::Timer(of, Timer::Quorum)) => {
            node == of.into() && runs(of) && !frozen(of)
        }
        (Statement::NextElectionTimer { node }, ScheduledEvent::Timer(of, Timer::Election))
        | (Statement::NextTransferTimeout { node }, ScheduledEvent::Timer(of, Timer::Transfer)) => {
            node == of.into() && runs(of)
        }
        (Statement::NextTimerOfFrozen { node }, ScheduledEvent::Timer(of, _)) => {
            node == of.into() && frozen(of)
        }
        (Statement::NextDiskWrite { node }, ScheduledEvent::Sync(of)) => {
            node == of.into() && simulation.host(of).disk.state() == DiskState::Works
        }
        (Statement::NextDiskWriteFails { node }, ScheduledEvent::Sync(of)) => {
            node == of.into() && simulation.host(of).disk.state() == DiskState::Fails
        }
        (
            Statement::NextClientTimeout { client, operation },
            ScheduledEvent::ClientTimeout(id, serial),
        ) => {
            let of = simulation.clients().iter().find(|other| other.id == id);
            let mut all = of.iter().flat_map(|of| of.operations().iter());
            client == id.into()
                && all.any(|other| {
                    other.serial == serial
                        && other.operation.to_string() == operation
                        && other.status == Status::Waiting
                })
        }
        _ => false,
    }
}

/// A message with its sender and receiver, as sentences name it.
fn is_message(told: &Sentence, message: &InFlightMessage) -> bool {
    let (from, to, kind): (Address, Address, MessageKind) = match told.statement() {
        Statement::MessagePreVote { from, to } => (from, to, MessageKind::PreVote),
        Statement::MessagePreVoteReply { from, to } => (from, to, MessageKind::PreVoteReply),
        Statement::MessageVoteRequest { from, to } => (from, to, MessageKind::VoteRequest),
        Statement::MessageVoteReply { from, to } => (from, to, MessageKind::VoteReply),
        Statement::MessageHeartbeat { from, to } => (from, to, MessageKind::Heartbeat),
        Statement::MessageAppend { from, to } => (from, to, MessageKind::Append),
        Statement::MessageAppendReply { from, to } => (from, to, MessageKind::AppendReply),
        Statement::MessageSnapshot { from, to } => (from, to, MessageKind::Snapshot),
        Statement::MessageSnapshotReply { from, to } => (from, to, MessageKind::SnapshotReply),
        Statement::MessageTimeoutNow { from, to } => (from, to, MessageKind::TimeoutNow),
        Statement::MessageReadIndex { from, to } => (from, to, MessageKind::ReadIndex),
        Statement::MessageReadIndexReply { from, to } => (from, to, MessageKind::ReadIndexReply),
        Statement::MessageForward { from, to } => (from, to, MessageKind::Forward),
        Statement::MessageForwardReply { from, to } => (from, to, MessageKind::ForwardReply),
        Statement::MessageClientRequest { from, to } => (from, to, MessageKind::ClientRequest),
        Statement::MessageClientReply { from, to } => (from, to, MessageKind::ClientReply),
        _ => return false,
    };
    (from, to, kind) == (message.from, message.to, MessageKind::of(&message.packet))
}
