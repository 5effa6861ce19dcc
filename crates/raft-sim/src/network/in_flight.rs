//! A message on its way: what it carries, and where it will be lost.

use serde::Serialize;

use crate::address::Address;
use crate::event_queue::EventKey;
use crate::message_id::MessageId;
use crate::packet::Packet;
use crate::time::Time;

/// How a message was lost.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Loss {
    /// The link was cut.
    Cut,
    /// The link loses messages at random.
    Random,
    /// Somebody took it off its way.
    Dropped,
    /// More was sent than the link can carry.
    Overflow,
    /// The receiver was not running.
    Down,
}

/// Where a message is lost on its way.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Death {
    /// When.
    pub at: Time,
    /// How far on its way, in thousandths.
    pub place_permille: u16,
    /// Why.
    pub loss: Loss,
}

/// A message on its way.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct InFlightMessage {
    /// Its number.
    pub id: MessageId,
    /// Who sent it.
    pub from: Address,
    /// Whom it is for.
    pub to: Address,
    /// What it carries.
    pub packet: Packet,
    /// Whether it is the second of a duplicated message.
    pub is_duplicate: bool,
    /// When it was sent.
    pub sent_at: Time,
    /// When it arrives, if nothing happens to it.
    pub arrives_at: Time,
    /// Where it will be lost, as things stand.
    pub death: Option<Death>,
    /// The record of its sending.
    pub(crate) cause: u64,
    /// Decided when it was sent: it is lost here, whatever becomes of the link.
    pub(super) predetermined_loss: Option<(u16, Loss)>,
    /// When it is next heard of; none while it is held up.
    pub(super) key: Option<EventKey>,
}

impl InFlightMessage {
    /// A message that nothing happens to, and that no event is scheduled for yet.
    pub(super) fn new(
        id: MessageId,
        (from, to): (Address, Address),
        packet: Packet,
        cause: u64,
        sent_at: Time,
        arrives_at: Time,
    ) -> Self {
        Self {
            id,
            from,
            to,
            packet,
            is_duplicate: false,
            sent_at,
            arrives_at,
            death: None,
            cause,
            predetermined_loss: None,
            key: None,
        }
    }

    /// How far it has come, in thousandths of its way.
    pub fn progress_permille(&self, now: Time) -> u16 {
        let whole = self.arrives_at.since(self.sent_at).0.max(1);
        let gone = now.since(self.sent_at).0.min(whole);
        u16::try_from(gone.saturating_mul(1000) / whole).unwrap_or(1000)
    }

    /// Whether it waits because its link is stalled.
    pub fn is_held_up(&self) -> bool {
        self.key.is_none()
    }
}
