//! One direction of a link, and what it does to a message that enters it.

use raft_core::Micros;

use super::in_flight::Loss;
use crate::address::Address;
use crate::link_config::LinkConfig;
use crate::message_kind::MessageKind;
use crate::packet::Packet;
use crate::random::{Concern, Stream};
use crate::time::Time;

/// For how long messages queue before a link that carries so many bytes a second. What comes then
/// is lost, as at any router.
const LONGEST_QUEUE: Micros = Micros::from_millis(500);

/// One direction of a link.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct LinkDirection {
    pub(super) ends: (Address, Address),
    pub(super) up: bool,
    pub(super) stalled: bool,
    pub(super) config: LinkConfig,
    /// When the wire is free again.
    free_at: Time,
    /// Kinds of which the next message is lost.
    pub(super) awaited: Vec<MessageKind>,
    latency: Stream,
    loss: Stream,
    duplication: Stream,
}

/// How one direction of a link transports a message that enters it.
pub(super) struct Passage {
    /// When it arrives, if nothing happens to it.
    pub(super) arrives_at: Time,
    /// How far it comes, in thousandths, if it is lost whatever becomes of the link, and why.
    pub(super) predetermined_loss: Option<(u16, Loss)>,
    /// Whether it goes out a second time.
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

    /// Lets a message enter.
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
        // Drawn even if unused, so that a different loss rate leaves later draws in place.
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

    /// When the second of a duplicated message arrives.
    pub(super) fn admit_duplicate(&mut self, now: Time) -> Time {
        now + self.config.travel(&mut self.duplication)
    }
}

/// A number for each address, so that each link has its own streams.
fn number(address: Address) -> u32 {
    match address {
        Address::Node(node) => node.0,
        Address::Client(client) => 1 << 16 | client.0,
    }
}
