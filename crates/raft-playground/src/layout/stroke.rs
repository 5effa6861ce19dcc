//! A stroke drawn by hand: the links that it crosses, and the line that shows where they are cut.

use raft_sim::Address;
use raft_sim::raft_core::NodeId;

use super::{Layout, Point, Rect, Segment};

/// How far a line extends beyond the outermost links that it cuts.
const BEYOND: f64 = 30.0;

/// Width and height of the button at the end of a line, on a stage of scale 1.
const PILL: (f64, f64) = (58.0, 34.0);

/// The least gap between the button and anything else.
const CLEAR: f64 = 6.0;

/// A loss near a rim would be invisible, so a cut is at least this part of the way away from it.
const RIM: f64 = 0.08;

/// Where a stroke crosses a link. It means the same on any stage.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Crossing {
    /// The end whose name comes first.
    pub first: Address,
    /// The other end.
    pub second: Address,
    /// Which part of the way from the rim of the first to the rim of the second that is, 0 to 1.
    pub place: f64,
}

impl Crossing {
    /// Whether it is on the link between these two, in either order.
    pub(crate) fn is_of(&self, one: Address, other: Address) -> bool {
        (self.first, self.second) == (one, other) || (self.first, self.second) == (other, one)
    }
}

impl Layout {
    /// The links that a stroke crosses, in the order in which it meets them, each once: where it
    /// crosses one several times, the first time counts.
    pub fn crossings(&self, stroke: &[Point]) -> Vec<Crossing> {
        let mut met: Vec<(f64, Crossing)> = Vec::new();
        let mut walked = 0.0;
        for pair in stroke.windows(2) {
            let step = Segment { from: pair[0], to: pair[1] };
            for (first, second) in self.pairs() {
                let known = met.iter().any(|(_, crossing)| crossing.is_of(first, second));
                let Some(when) = step.crosses(self.centres(first, second)) else { continue };
                if known {
                    continue;
                }
                let rims = self.between(first, second, 0.0);
                let place = rims.nearest(step.at(when)).1.clamp(RIM, 1.0 - RIM);
                met.push((walked + when, Crossing { first, second, place }));
                // One step after the other, so only the last ones may be out of order.
                let mut last = met.len() - 1;
                while last > 0 && met[last - 1].0 > met[last].0 {
                    met.swap(last - 1, last);
                    last -= 1;
                }
            }
            walked += 1.0;
        }
        met.iter().map(|(_, crossing)| *crossing).collect()
    }

    /// Where straight lines cross the links between groups of nodes: one line for each group of
    /// neighbours on the ring. What is in no group, is in none that a line can separate.
    pub(crate) fn lines_between(&self, groups: &[Vec<Address>]) -> Vec<Vec<Crossing>> {
        let group_of = |end: Address| groups.iter().position(|group| group.contains(&end));
        let is_apart =
            |crossing: &Crossing| match (group_of(crossing.first), group_of(crossing.second)) {
                (Some(one), Some(other)) => one != other,
                _ => false,
            };
        let ring: Vec<Option<usize>> =
            (0..).zip(&self.nodes).map(|(node, _)| group_of(NodeId(node).into())).collect();
        let mut lines = Vec::new();
        for group in 0..groups.len() {
            // The places after which the ring enters or leaves the group.
            let after = |place: usize| (place + 1) % ring.len();
            let is_in = |place: usize| ring[place] == Some(group);
            let gaps: Vec<usize> =
                (0..ring.len()).filter(|&place| is_in(place) != is_in(after(place))).collect();
            let [one, other] = gaps[..] else { continue };
            let gap = |place: usize| {
                let (from, to) = (self.nodes[place].centre, self.nodes[after(place)].centre);
                Segment { from, to }.at(0.5)
            };
            let beyond = self.stage.width + self.stage.height;
            let line = Segment { from: gap(one), to: gap(other) }.shorten(-beyond, -beyond);
            let mut crossings = self.crossings(&[line.from, line.to]);
            crossings.retain(is_apart);
            if !crossings.is_empty() {
                lines.push(crossings);
            }
            if groups.len() == 2 {
                break; // the other group is on the other side
            }
        }
        lines
    }

    /// Where on the stage a crossing is.
    pub(crate) fn place_of(&self, crossing: Crossing) -> Point {
        self.between(crossing.first, crossing.second, 0.0).at(crossing.place)
    }

    /// Extends a line beyond its ends: in the direction of its last pieces, or of the whole line if
    /// these are too short to have a meaningful direction.
    pub(crate) fn lengthen(&self, line: &mut [Segment]) {
        let (Some(first), Some(last)) = (line.first().copied(), line.last().copied()) else {
            return;
        };
        let beyond = BEYOND * self.sizes.scale;
        let whole = Segment { from: first.from, to: last.to };
        let way = |piece: Segment| if piece.length() < beyond { whole } else { piece };
        if let Some(piece) = line.first_mut() {
            piece.from = way(first).shorten(-beyond, 0.0).from;
        }
        if let Some(piece) = line.last_mut() {
            piece.to = way(last).shorten(0.0, -beyond).to;
        }
    }

    /// The box of the button that mends a line: the first place at, beside or beyond the line's
    /// end, or else its beginning, where it hides nothing. None if there is no such place.
    pub fn pill(&self, line: &[Segment], badge: Option<Rect>) -> Option<Rect> {
        let (first, last) = (line.first()?, line.last()?);
        let scale = self.sizes.scale.max(1.0);
        let (width, height) = (PILL.0 * scale, PILL.1 * scale);
        for mut end in [*last, Segment { from: first.to, to: first.from }] {
            for _ in 0..8 {
                for aside in [0.0, 1.0, -1.0, 2.0, -2.0] {
                    let at = end.keep_right(aside * height * 0.7).to;
                    let clear = Rect::around(at, width + 2.0 * CLEAR, height + 2.0 * CLEAR);
                    let hides_badge = badge.is_some_and(|badge| badge.gap(clear) < 0.0);
                    if self.hides(clear, at) == 0 && !hides_badge && self.holds(clear) {
                        return Some(Rect::around(at, width, height));
                    }
                }
                end = end.shorten(0.0, -12.0);
            }
        }
        None
    }
}
