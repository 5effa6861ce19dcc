//! Finds the thing under a pointer.

use raft_sim::Address;
use raft_sim::raft_core::NodeId;

use super::{Motion, Scene};
use crate::layout::{LinkHit, Point};

/// The touch radius of a timer's knob and of a message: 24 pixels across, enough for a finger.
const REACH: f64 = 12.0;

/// The thing at a place of the stage.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Hit {
    /// The end of the arc of a node's election timer.
    Timer(Address),
    /// A node.
    Node(Address),
    /// A client.
    Client(Address),
    /// A message on its way, by its number in the run.
    Message(u64),
    /// A link.
    Link(LinkHit),
    /// Nothing.
    #[default]
    Nothing,
}

impl Hit {
    /// The node that it belongs to, if it belongs to one.
    pub fn node(self) -> Option<Address> {
        match self {
            Self::Timer(node) | Self::Node(node) => Some(node),
            _ => None,
        }
    }
}

/// The thing at a place of the stage: of several things the topmost one, of several messages the
/// one whose centre is nearest.
pub fn hit_test(scene: &Scene, motion: &Motion, point: Point) -> Hit {
    let layout = &scene.layout;
    for (number, place) in (0..).zip(&layout.nodes) {
        let node = Address::Node(NodeId(number));
        let timer = motion.timers.get(number as usize).copied().flatten();
        let knob = timer.map(|timer| layout.on_dial(place, timer.part));
        if knob.is_some_and(|knob| knob.distance(point) <= REACH) {
            return Hit::Timer(node);
        }
        if place.centre.distance(point) <= layout.sizes.node_radius + layout.sizes.rim {
            return Hit::Node(node);
        }
    }
    for client in &scene.clients {
        let disc = layout.disc(client.address);
        if disc.is_some_and(|(centre, radius)| centre.distance(point) <= radius) {
            return Hit::Client(client.address);
        }
    }
    let mut nearest: Option<(f64, u64)> = None;
    for message in motion.messages.iter().filter(|message| message.dying.is_none()) {
        let distance = message.at.distance(point);
        if distance <= REACH && nearest.is_none_or(|(least, _)| distance < least) {
            nearest = Some((distance, message.id));
        }
    }
    match nearest {
        Some((_, message)) => Hit::Message(message),
        None => layout.link_at(point).map_or(Hit::Nothing, Hit::Link),
    }
}
