//! A stroke drawn by hand: the links that it crosses, and the line that shows where they are cut.

use raft_sim::Address;

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
    pub fn pill(&self, line: &[Segment]) -> Option<Rect> {
        let (first, last) = (line.first()?, line.last()?);
        let scale = self.sizes.scale.max(1.0);
        let (width, height) = (PILL.0 * scale, PILL.1 * scale);
        for mut end in [*last, Segment { from: first.to, to: first.from }] {
            for _ in 0..8 {
                for aside in [0.0, 1.0, -1.0, 2.0, -2.0] {
                    let at = end.keep_right(aside * height * 0.7).to;
                    let clear = Rect::around(at, width + 2.0 * CLEAR, height + 2.0 * CLEAR);
                    if self.hides(clear, at) == 0 && self.holds(clear) {
                        return Some(Rect::around(at, width, height));
                    }
                }
                end = end.shorten(0.0, -12.0);
            }
        }
        None
    }
}
