//! Stages of all sizes, and what stands on them.

use raft_sim::raft_core::NodeId;
use raft_sim::{Address, ClientId};

use crate::layout::{Layout, Point, Rect, Shape, Stage};

/// Stages of windows from 640 by 360, where the page scrolls, to a projector's, with the inspector
/// beside some of them, and an answer or a notice that takes its room from the stage.
const WIDE: [(f64, f64); 16] = [
    (640.0, 360.0),
    (640.0, 500.0),
    (720.0, 400.0),
    (800.0, 360.0),
    (800.0, 430.0),
    (800.0, 500.0),
    (844.0, 360.0),
    (1024.0, 468.0),
    (1120.0, 420.0),
    (1280.0, 360.0),
    (1280.0, 419.0),
    (1280.0, 500.0),
    (1366.0, 468.0),
    (1440.0, 600.0),
    (1920.0, 500.0),
    (1920.0, 780.0),
];

/// Stages of phones from 320 by 568, and of a tablet held upright.
const TALL: [(f64, f64); 6] = [
    (320.0, 296.0),
    (360.0, 368.0),
    (375.0, 395.0),
    (412.0, 643.0),
    (540.0, 448.0),
    (600.0, 700.0),
];

pub(super) fn wide(width: f64, height: f64, nodes: usize) -> Layout {
    with_clients(Shape::Wide, (width, height), nodes, 1)
}

pub(super) fn tall(width: f64, height: f64, nodes: usize) -> Layout {
    with_clients(Shape::Tall, (width, height), nodes, 1)
}

pub(super) fn with_clients(
    shape: Shape,
    (width, height): (f64, f64),
    nodes: usize,
    clients: usize,
) -> Layout {
    Layout::new(Stage { shape, width, height, field: true }, nodes, clients)
}

/// A stage as it is embedded and presented.
pub(super) fn without_field((width, height): (f64, f64), nodes: usize, clients: usize) -> Layout {
    Layout::new(Stage { shape: Shape::Wide, width, height, field: false }, nodes, clients)
}

pub(super) fn stages(nodes: usize) -> impl Iterator<Item = Layout> {
    let bare = WIDE.into_iter().map(move |size| without_field(size, nodes, 1));
    let wide = WIDE.into_iter().map(move |(width, height)| wide(width, height, nodes));
    let tall = TALL.into_iter().map(move |(width, height)| tall(width, height, nodes));
    wide.chain(tall).chain(bare)
}

/// Stages of all sizes with one client, with two, and with three.
pub(super) fn all_clients(nodes: usize) -> impl Iterator<Item = Layout> {
    // Nine nodes are too much for the smallest phone.
    let fits = move |layout: &Layout| nodes < 9 || layout.stage.width > 320.0;
    let layouts = (1..=3).flat_map(move |clients| {
        let all = |shape| move |size| with_clients(shape, size, nodes, clients);
        let bare = WIDE.into_iter().map(move |size| without_field(size, nodes, clients));
        let (wide, tall) = (all(Shape::Wide), all(Shape::Tall));
        WIDE.into_iter().map(wide).chain(TALL.into_iter().map(tall)).chain(bare)
    });
    layouts.filter(fits)
}

/// Something that stands still.
#[derive(Debug)]
pub(super) struct Thing {
    pub(super) name: String,
    /// The address that it belongs to.
    pub(super) of: Option<Address>,
    pub(super) form: Form,
}

#[derive(Debug)]
pub(super) enum Form {
    Disc(Point, f64),
    Box(Rect),
}

impl Form {
    pub(super) fn distance(&self, point: Point) -> f64 {
        match *self {
            Self::Disc(centre, radius) => centre.distance(point) - radius,
            Self::Box(rect) => rect.distance(point),
        }
    }

    pub(super) fn gap(&self, other: &Self) -> f64 {
        match (self, other) {
            (_, Self::Disc(centre, radius)) => self.distance(*centre) - radius,
            (Self::Disc(centre, radius), _) => other.distance(*centre) - radius,
            (Self::Box(one), Self::Box(other)) => one.gap(*other),
        }
    }

    pub(super) fn bounds(&self) -> Rect {
        match *self {
            Self::Box(rect) => rect,
            Self::Disc(Point { x, y }, radius) => {
                Rect { x: x - radius, y: y - radius, width: 2.0 * radius, height: 2.0 * radius }
            }
        }
    }
}

pub(super) fn node(number: usize) -> Address {
    Address::Node(NodeId(u32::try_from(number).unwrap()))
}

pub(super) fn things(layout: &Layout) -> Vec<Thing> {
    let mut things = Vec::new();
    for (number, centre) in (0..).zip(&layout.clients) {
        let of = Address::Client(ClientId(number));
        let form = Form::Disc(*centre, layout.sizes.client_radius);
        things.push(Thing { name: format!("client {of}"), of: Some(of), form });
    }
    if let Some(field) = layout.field {
        things.push(Thing { name: "field".into(), of: None, form: Form::Box(field) });
    }
    for (number, place) in layout.nodes.iter().enumerate() {
        let of = node(number);
        // In the smallest windows a message may pass beneath the rim of a leader it is not for.
        let rim = if layout.sizes.scale < 1.0 { 0.0 } else { layout.sizes.rim };
        let rim = layout.sizes.node_radius + rim;
        let disc = Form::Disc(place.centre, rim);
        things.push(Thing { name: format!("disc {of}"), of: Some(of), form: disc });
        let label = Form::Box(layout.label_box(place));
        things.push(Thing { name: format!("label {of}"), of: None, form: label });
        let log = Form::Box(layout.log_box(place));
        things.push(Thing { name: format!("log {of}"), of: None, form: log });
    }
    things
}
