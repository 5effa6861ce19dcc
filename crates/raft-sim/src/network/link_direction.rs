//! One direction of a link, and how it treats messages.

use raft_core::Micros;

use super::in_flight::Loss;
use crate::address::Address;
use crate::link_config::LinkConfig;
use crate::message_kind::MessageKind;
use crate::packet::Packet;
use crate::random::{Concern, Stream};
use crate::time::Time;

/// The longest time that messages wait for a link with limited bandwidth. Later messages are lost,
/// as at a router.
const LONGEST_QUEUE: Micros = Micros::from_millis(500);

/// One direction of a link.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct LinkDirection {
    pub(super) ends: (Address, Address),
    pub(super) up: bool,
    pub(super) stalled: bool,
    pub(super) config: LinkConfig,
    /// When the link can transmit the next message.
    free_at: Time,
    /// The kinds whose next message will be lost.
    pub(super) awaited: Vec<MessageKind>,
    latency: Stream,
    loss: Stream,
    duplication: Stream,
}

/// How one direction of a link treats a message.
pub(super) struct Passage {
    /// When it arrives, unless something changes.
    pub(super) arrives_at: Time,
    /// Where it will be lost in any case, in thousandths of its way, and why.
    pub(super) predetermined_loss: Option<(u16, Loss)>,
    /// Whether it is duplicated.
    pub(super) duplicated: bool,
}

impl LinkDirection {
    pub(super) fn new(ends: (Address, Address), config: LinkConfig, seed: u64) -> Self {
        let which = (number(ends.0), number(ends.1));
        Self {
            ends,
            up: true,
            stalled: false,
            config,
            free_at: Time::default(),
            awaited: Vec::new(),
            latency: Stream::new(seed, Concern::Latency, which),
            loss: Stream::new(seed, Concern::Loss, which),
            duplication: Stream::new(seed, Concern::Duplication, which),
        }
    }

    /// Handles a message.
    pub(super) fn admit(&mut self, packet: &Packet, now: Time) -> Passage {
        let config = self.config;
        let travel = config.travel(&mut self.latency);
        let mut begins = now;
        let overflow = self.free_at.since(now) > LONGEST_QUEUE;
        if config.bandwidth.is_some() && !overflow {
            begins = self.free_at.max(now) + config.on_wire(packet.bytes());
            self.free_at = begins;
        }
        let lost = self.loss.up_to(999) < u64::from(config.loss_permille);
        // Drawn even if unused, so that another loss rate does not change later draws.
        let place = u16::try_from(350 + self.loss.up_to(300)).unwrap_or(500);
        let kind = MessageKind::of(packet);
        let awaited = self.awaited.iter().position(|awaited| awaited.includes(kind));
        let predetermined_loss = match awaited {
            Some(which) => {
                self.awaited.remove(which);
                Some((500, Loss::Dropped))
            }
            None if overflow => Some((0, Loss::Overflow)),
            None => lost.then_some((place, Loss::Random)),
        };
        let duplicated = config.duplicate_permille > 0
            && self.duplication.up_to(999) < u64::from(config.duplicate_permille);
        Passage { arrives_at: begins + travel, predetermined_loss, duplicated }
    }

    /// When the copy of a duplicated message arrives.
    pub(super) fn admit_duplicate(&mut self, now: Time) -> Time {
        now + self.config.travel(&mut self.duplication)
    }
}

/// A number for each address, so that each link has its own random streams.
fn number(address: Address) -> u32 {
    match address {
        Address::Node(node) => node.0,
        Address::Client(client) => 1 << 16 | client.0,
    }
}
