//! The dial of a node: its election timer's arc runs around it, clockwise from twelve o'clock.

use super::{Layout, NodePlace, Point, turn};

/// From the rim of a disc to the middle of the arc, per the width of the rim.
const INSET: f64 = 1.4;

impl Layout {
    /// Radius of the arc of a timer.
    pub fn dial_radius(&self) -> f64 {
        self.sizes.node_radius - INSET * self.sizes.rim
    }

    /// Where a node's arc ends when this part of its timer has run.
    pub fn on_dial(&self, node: &NodePlace, part: f64) -> Point {
        let radius = self.dial_radius();
        // Clockwise in the first half; in the second, counterclockwise from the top.
        let (angle, side) = if part <= 0.5 { (part, 1.0) } else { (1.0 - part, -1.0) };
        let Point { x, y } = turn(angle * std::f64::consts::TAU);
        node.centre.offset(side * y * radius, -x * radius)
    }

    /// The part of the way around a node's dial at which a point lies, as seen from the middle.
    pub fn part_of_dial(&self, node: &NodePlace, point: Point) -> f64 {
        let distance = node.centre.distance(point).max(1.0);
        let (right, up) = (point.x - node.centre.x, (node.centre.y - point.y) / distance);
        // Halving is as good as the library's inverse functions, and much smaller.
        let (mut least, mut most) = (0.0, 0.5);
        for _ in 0..12 {
            let middle = f64::midpoint(least, most);
            if turn(middle * std::f64::consts::TAU).x > up { least = middle } else { most = middle }
        }
        if right < 0.0 { 1.0 - least } else { least }
    }
}
