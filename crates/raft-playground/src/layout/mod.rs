//! The positions of everything on the stage: pure geometry, in CSS pixels, y down.
//!
//! The nodes form an ellipse that opens towards the client: to the left when the stage is
//! wide, downwards when it is tall, so that no ray from the client crosses a node's label or log.
//! Nothing here knows what happens in the cluster; the same stage always gives the same layout.

mod geometry;
mod sizes;
mod tall;
mod wide;

mod badge;
mod dial;
mod labels;
mod links;
mod log_columns;
mod menus;
mod stroke;

#[cfg(test)]
mod tests;

use raft_sim::Address;

pub use badge::BadgePlace;
pub use geometry::{Point, Rect, Segment};
pub(crate) use labels::is_wide;
pub use links::{CUT_BOTH_WAYS, CUT_ONE_WAY, LinkHit};
pub use menus::{MenuPlace, MenuSize};
pub use sizes::{LogSizes, Sizes};
pub use stroke::Crossing;

/// How the page is divided.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Shape {
    /// The client at the left, its field beside it on the stage.
    #[default]
    Wide,
    /// The client at the bottom, its field below the stage.
    Tall,
}

/// The size of the drawing area.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Stage {
    /// How the page is divided.
    pub shape: Shape,
    /// Width in CSS pixels.
    pub width: f64,
    /// Height in CSS pixels, without the field below a tall stage.
    pub height: f64,
    /// Whether the client has a field to type in; a presentation has none.
    pub field: bool,
}

impl Default for Stage {
    /// The stage of a window of 1280 by 800.
    fn default() -> Self {
        Self { shape: Shape::Wide, width: 1280.0, height: 500.0, field: true }
    }
}

/// The positions of everything on a stage.
#[derive(Clone, PartialEq, Debug)]
pub struct Layout {
    /// The stage that it was made for.
    pub stage: Stage,
    /// How large things are.
    pub sizes: Sizes,
    /// The place of each node, A first.
    pub nodes: Vec<NodePlace>,
    /// The centre of each client, X first.
    pub clients: Vec<Point>,
    /// The box of the client's name, field and status on a wide stage; none on a tall stage, where
    /// the field is below the stage, and none in a presentation.
    pub field: Option<Rect>,
    /// How many characters a line of a label has room for.
    pub label_characters: u32,
}

/// The place of one node.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct NodePlace {
    /// The centre of its disc.
    pub centre: Point,
    /// Where its label's first baseline begins, is centred or ends, as `align` says.
    pub label: Point,
    /// How its label's lines are aligned.
    pub align: Align,
    /// The upper left corner of its log, folded entries included.
    pub log: Point,
    /// Where the menu of this node has room, so that it covers little else.
    pub side: Side,
}

/// How lines of text are aligned with their anchor.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Align {
    /// They begin at the anchor.
    Start,
    /// They are centred on it.
    Middle,
    /// They end at it.
    End,
}

/// A side of a node, away from the middle of the ring.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Side {
    /// Outward is to the left.
    Left,
    /// Outward is to the right.
    Right,
}

impl Side {
    /// The outward side of a node in this direction from the middle of the ring.
    fn of(x: f64) -> Self {
        if x < -0.01 { Self::Left } else { Self::Right }
    }
}

impl Layout {
    /// Lays out a ring of `nodes` nodes and its clients. At least one node is laid out.
    pub fn new(stage: Stage, nodes: usize, clients: usize) -> Self {
        let mut layout = match stage.shape {
            Shape::Wide => wide::lay_out(stage, nodes.max(1), clients),
            Shape::Tall => tall::lay_out(stage, nodes.max(1), clients),
        };
        layout.label_characters = layout.room_of_labels();
        layout
    }

    /// How many entries of a log are drawn.
    pub fn log_rows(&self) -> usize {
        self.sizes.log.rows
    }

    /// The place of a node; none if there is no such node.
    pub fn node(&self, address: Address) -> Option<&NodePlace> {
        self.nodes.get(usize::try_from(address.node()?.0).ok()?)
    }

    /// The box around the centres of all discs. A drawing in parts of it fits any stage.
    pub fn ring(&self) -> Rect {
        let (mut least, mut most) = (self.nodes[0].centre, self.nodes[0].centre);
        for point in self.nodes.iter().map(|node| node.centre).chain(self.clients.iter().copied()) {
            least = Point { x: least.x.min(point.x), y: least.y.min(point.y) };
            most = Point { x: most.x.max(point.x), y: most.y.max(point.y) };
        }
        // One node alone, with its client beside it, is no wider or higher than a point.
        let (width, height) = ((most.x - least.x).max(1.0), (most.y - least.y).max(1.0));
        Rect { x: least.x, y: least.y, width, height }
    }

    /// The box of a node's log.
    pub fn log_box(&self, place: &NodePlace) -> Rect {
        let log = &self.sizes.log;
        Rect { x: place.log.x, y: place.log.y, width: log.width, height: log.height() }
    }

    /// Centre and radius of a node or client; none if there is none with this address.
    pub fn disc(&self, address: Address) -> Option<(Point, f64)> {
        match address {
            Address::Node(_) => Some((self.node(address)?.centre, self.sizes.node_radius)),
            Address::Client(client) => {
                let centre = self.clients.get(usize::try_from(client.0).ok()?)?;
                Some((*centre, self.sizes.client_radius))
            }
        }
    }
}

/// The directions of `nodes` nodes as seen from the middle of the ring, A first: clockwise from
/// the opening, which lies midway between the last node and the first.
fn directions(nodes: usize, opening: Point) -> Vec<Point> {
    let count = f64::from(u32::try_from(nodes).unwrap_or(u32::MAX));
    let half_step = turn(std::f64::consts::PI / count);
    let step = turned(half_step, half_step);
    std::iter::successors(Some(turned(opening, half_step)), |&last| Some(turned(last, step)))
        .take(nodes)
        .collect()
}

/// So many points in a row around a middle, each a step further than the one before.
fn in_a_row(count: usize, middle: Point, step: Point) -> Vec<Point> {
    let steps = f64::from(u32::try_from(count).unwrap_or(u32::MAX)) - 1.0;
    let first = middle.offset(-step.x * steps / 2.0, -step.y * steps / 2.0);
    std::iter::successors(Some(first), |last| Some(last.offset(step.x, step.y)))
        .take(count)
        .collect()
}

/// The direction of an angle from 0 to π, by its series: the library's sine and cosine would be a
/// noticeable part of the page.
fn turn(angle: f64) -> Point {
    let (mut sum, mut term) = (Point { x: 1.0, y: 0.0 }, Point { x: 1.0, y: 0.0 });
    for power in 1..24 {
        let factor = angle / f64::from(power);
        term = Point { x: -term.y * factor, y: term.x * factor };
        sum = sum.offset(term.x, term.y);
    }
    sum
}

/// A direction, turned by another one.
fn turned(Point { x, y }: Point, by: Point) -> Point {
    Point { x: x * by.x - y * by.y, y: x * by.y + y * by.x }
}

/// The same place, with lines one pixel wide falling on whole pixels.
fn crisp(x: f64, y: f64) -> Point {
    Point { x: x.floor() + 0.5, y: y.floor() + 0.5 }
}
