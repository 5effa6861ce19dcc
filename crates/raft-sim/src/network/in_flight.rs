//! A message in flight: its contents, and where it will be lost.

use serde::Serialize;

use crate::address::Address;
use crate::event_queue::EventKey;
use crate::message_id::MessageId;
use crate::packet::Packet;
use crate::time::Time;

/// Why a message was lost.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Loss {
    /// The link was cut.
    Cut,
    /// The link loses messages at random.
    Random,
    /// The user dropped it.
    Dropped,
    /// The link has too little bandwidth.
    Overflow,
    /// The receiver was not running.
    Down,
}

/// Where a message is lost.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Death {
    /// When.
    pub at: Time,
    /// Where on its way, in thousandths.
    pub place_permille: u16,
    /// Why.
    pub loss: Loss,
}

/// A message in flight.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct InFlightMessage {
    /// Its number.
    pub id: MessageId,
    /// The sender.
    pub from: Address,
    /// The receiver.
    pub to: Address,
    /// The contents.
    pub packet: Packet,
    /// Whether it is the second of a duplicated message.
    pub is_duplicate: bool,
    /// When it was sent.
    pub sent_at: Time,
    /// When it arrives, unless something changes.
    pub arrives_at: Time,
    /// Where it will be lost, unless something changes.
    pub death: Option<Death>,
    /// The record that describes its sending.
    pub(crate) cause: u64,
    /// Where it will be lost in any case, as decided when it was sent.
    pub(super) predetermined_loss: Option<(u16, Loss)>,
    /// Its next event; `None` while it is stalled.
    pub(super) key: Option<EventKey>,
}

impl InFlightMessage {
    /// A message that will arrive, without a scheduled event.
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

    /// Its position, in thousandths of its way.
    pub fn progress_permille(&self, now: Time) -> u16 {
        let whole = self.arrives_at.since(self.sent_at).0.max(1);
        let gone = now.since(self.sent_at).0.min(whole);
        u16::try_from(gone.saturating_mul(1000) / whole).unwrap_or(1000)
    }

    /// Whether it waits on a stalled link.
    pub fn is_held_up(&self) -> bool {
        self.key.is_none()
    }
}
