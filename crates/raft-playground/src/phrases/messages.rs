//! What becomes of messages, in words.

use raft_sim::{Flight, Loss};

/// When a message in transit arrives or is lost, as things stand.
pub(crate) fn arrival(flight: &Flight) -> String {
    let (at, what) = match flight.death {
        _ if flight.is_held_up() => return "It waits until its link flows again.".into(),
        Some(death) => (death.at, "will be lost"),
        None => (flight.arrives_at, "arrives"),
    };
    format!("Sent at {} ms, it {what} at {} ms.", flight.sent_at.0 / 1000, at.0 / 1000)
}

/// How a message will be lost.
pub(crate) fn loss(loss: Loss) -> &'static str {
    match loss {
        Loss::Cut => "lost at the cut",
        Loss::Random => "lost by chance",
        Loss::Overflow => "lost: too much on the link",
        Loss::Dropped | Loss::Down => "lost",
    }
}
