//! Numbers in SVG attributes.

use std::fmt::{Display, Formatter, Result};

use raft_playground::layout::{Point, Segment};

/// A length in CSS pixels, rounded to a tenth.
pub(super) struct Px(pub(super) f64);

impl Display for Px {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        // Adding zero makes a negative zero positive.
        ((self.0 * 10.0).round() / 10.0 + 0.0).fmt(f)
    }
}

/// `translate(…)` to a point.
pub(super) struct At(pub(super) Point);

impl Display for At {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "translate({} {})", Px(self.0.x), Px(self.0.y))
    }
}

/// The path along a straight line.
pub(super) struct Line(pub(super) Segment);

impl Display for Line {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let Segment { from, to } = self.0;
        write!(f, "M{} {}L{} {}", Px(from.x), Px(from.y), Px(to.x), Px(to.y))
    }
}
