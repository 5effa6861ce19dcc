//! Links, the lanes on them, and which of them a point touches.

use raft_sim::raft_core::NodeId;
use raft_sim::{Address, ClientId};

use super::{Layout, Point, Segment};

/// The part of the way after which a message dies if its link is cut both ways.
pub const CUT_BOTH_WAYS: f64 = 0.5;

/// The part of the way after which a message dies if only its direction is cut.
pub const CUT_ONE_WAY: f64 = 0.75;

/// From a rim to the end of a link's line.
const LINK_GAP: f64 = 6.0;

/// A pointer touches a link if it is at most this far from its centre line.
const REACH: f64 = 16.0;

/// The part of a link that counts as its end.
const END: f64 = 0.25;

/// The link, or the end of a link, that a point touches.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LinkHit {
    /// The end whose name comes first.
    pub first: Address,
    /// The other end.
    pub second: Address,
    /// The end near the point, if any: then only the direction towards that end is meant.
    pub arriving: Option<Address>,
}

impl Layout {
    /// The straight line of a message, from the sender's rim to the receiver's, on the right-hand
    /// lane. No length if either is not on the stage.
    pub fn lane(&self, from: Address, to: Address) -> Segment {
        self.between(from, to, 0.0).keep_right(self.sizes.lane)
    }

    /// The line that represents a link, a little away from both rims. No length if either end is
    /// not on the stage.
    pub fn link(&self, first: Address, second: Address) -> Segment {
        self.between(first, second, LINK_GAP * self.sizes.scale)
    }

    /// The link that a point touches: where several overlap, the one whose centre line is nearest.
    /// A client's link is not drawn while it is up, so it gives way to those between nodes.
    pub fn link_at(&self, point: Point) -> Option<LinkHit> {
        let mut best: Option<((bool, f64), LinkHit)> = None;
        for (first, second) in self.pairs() {
            let (distance, progress) = self.link(first, second).nearest(point);
            let rank = (matches!(second, Address::Client(_)), distance);
            if distance <= REACH && best.is_none_or(|(least, _)| rank < least) {
                let arriving = match progress {
                    progress if progress <= END => Some(first),
                    progress if progress >= 1.0 - END => Some(second),
                    _ => None,
                };
                best = Some((rank, LinkHit { first, second, arriving }));
            }
        }
        best.map(|(_, hit)| hit)
    }

    /// The straight line from one centre to another. No length if either is not on the stage.
    pub(super) fn centres(&self, first: Address, second: Address) -> Segment {
        match (self.disc(first), self.disc(second)) {
            (Some((from, _)), Some((to, _))) => Segment { from, to },
            _ => Segment::default(),
        }
    }

    pub(super) fn between(&self, from: Address, to: Address, gap: f64) -> Segment {
        let (Some((from, from_radius)), Some((to, to_radius))) = (self.disc(from), self.disc(to))
        else {
            return Segment::default();
        };
        Segment { from, to }.shorten(from_radius + gap, to_radius + gap)
    }

    /// The ends of every link, those between nodes and those of clients.
    pub(super) fn pairs(&self) -> Vec<(Address, Address)> {
        let mut pairs = Vec::new();
        let mut first = NodeId(0);
        for place in 0..self.nodes.len() {
            let mut second = NodeId(first.0 + 1);
            for _ in place + 1..self.nodes.len() {
                pairs.push((first.into(), second.into()));
                second.0 += 1;
            }
            let mut client = ClientId(0);
            for _ in &self.clients {
                pairs.push((first.into(), client.into()));
                client.0 += 1;
            }
            first = NodeId(first.0 + 1);
        }
        pairs
    }
}
