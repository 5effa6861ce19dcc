//! Nothing on the stage touches anything else, at any size.

use std::fmt::Write;

use raft_sim::raft_core::NodeId;
use raft_sim::{Address, ClientId};

use crate::layout::{Layout, Point, Rect, Shape, Stage};

/// Stages of windows from 640 by 660 to a projector's, with the inspector beside some of them.
const WIDE: [(f64, f64); 14] = [
    (640.0, 360.0),
    (640.0, 500.0),
    (720.0, 400.0),
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

fn wide(width: f64, height: f64, nodes: usize) -> Layout {
    with_clients(Shape::Wide, (width, height), nodes, 1)
}

fn tall(width: f64, height: f64, nodes: usize) -> Layout {
    with_clients(Shape::Tall, (width, height), nodes, 1)
}

fn with_clients(shape: Shape, (width, height): (f64, f64), nodes: usize, clients: usize) -> Layout {
    Layout::new(Stage { shape, width, height, field: true }, nodes, clients)
}

/// A stage as it is embedded and presented.
fn without_field((width, height): (f64, f64), nodes: usize, clients: usize) -> Layout {
    Layout::new(Stage { shape: Shape::Wide, width, height, field: false }, nodes, clients)
}

fn stages(nodes: usize) -> impl Iterator<Item = Layout> {
    let bare = WIDE.into_iter().map(move |size| without_field(size, nodes, 1));
    let wide = WIDE.into_iter().map(move |(width, height)| wide(width, height, nodes));
    let tall = TALL.into_iter().map(move |(width, height)| tall(width, height, nodes));
    wide.chain(tall).chain(bare)
}

/// Stages of all sizes with one client, with two, and with three.
fn all_clients(nodes: usize) -> impl Iterator<Item = Layout> {
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
struct Thing {
    name: String,
    /// The address that it belongs to.
    of: Option<Address>,
    form: Form,
}

#[derive(Debug)]
enum Form {
    Disc(Point, f64),
    Box(Rect),
}

impl Form {
    fn distance(&self, point: Point) -> f64 {
        match *self {
            Self::Disc(centre, radius) => centre.distance(point) - radius,
            Self::Box(rect) => rect.distance(point),
        }
    }

    fn gap(&self, other: &Self) -> f64 {
        match (self, other) {
            (_, Self::Disc(centre, radius)) => self.distance(*centre) - radius,
            (Self::Disc(centre, radius), _) => other.distance(*centre) - radius,
            (Self::Box(one), Self::Box(other)) => one.gap(*other),
        }
    }

    fn bounds(&self) -> Rect {
        match *self {
            Self::Box(rect) => rect,
            Self::Disc(Point { x, y }, radius) => {
                Rect { x: x - radius, y: y - radius, width: 2.0 * radius, height: 2.0 * radius }
            }
        }
    }
}

fn node(number: usize) -> Address {
    Address::Node(NodeId(u32::try_from(number).unwrap()))
}

fn things(layout: &Layout) -> Vec<Thing> {
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

/// The two things that stand closest to each other, and their distance.
fn closest(layout: &Layout) -> (f64, String) {
    let things = things(layout);
    let mut least = (f64::MAX, String::new());
    for (number, one) in things.iter().enumerate() {
        for other in &things[number + 1..] {
            let gap = one.form.gap(&other.form);
            if gap < least.0 {
                least = (gap, format!("{} and {}", one.name, other.name));
            }
        }
    }
    least
}

/// The thing to which a message on any lane comes closest, and its distance.
fn closest_to_a_lane(layout: &Layout, counts: fn(&Thing) -> bool) -> (f64, String) {
    let mut things = things(layout);
    things.retain(counts);
    let clients = (0..).zip(&layout.clients).map(|(client, _)| Address::Client(ClientId(client)));
    let addresses: Vec<Address> = (0..layout.nodes.len()).map(node).chain(clients).collect();
    let is_client = |address| matches!(address, Address::Client(_));
    let mut least = (f64::MAX, String::new());
    for &from in &addresses {
        let others = addresses.iter().filter(|&&to| to != from);
        for &to in others.filter(|&&to| !(is_client(from) && is_client(to))) {
            let client = is_client(from) || is_client(to);
            let radius = layout.sizes.message * if client { 9.0 / 11.0 } else { 1.0 };
            let lane = layout.lane(from, to);
            for thing in
                things.iter().filter(|thing| thing.of != Some(from) && thing.of != Some(to))
            {
                for step in 0..=200 {
                    let gap = thing.form.distance(lane.at(f64::from(step) / 200.0)) - radius;
                    if gap < least.0 {
                        least = (gap, format!("{} and a message from {from} to {to}", thing.name));
                    }
                }
            }
        }
    }
    least
}

/// What stands closer than a quarter of a pixel, with its lanes or without.
fn problems(layouts: impl IntoIterator<Item = Layout>, lanes: bool) -> String {
    let mut problems = String::new();
    for layout in layouts {
        let Stage { shape, width, height, .. } = layout.stage;
        let nodes = layout.nodes.len();
        let lanes = lanes.then(|| closest_to_a_lane(&layout, |_| true));
        for (gap, what) in [closest(&layout)].into_iter().chain(lanes) {
            if gap < 0.25 {
                writeln!(
                    problems,
                    "{shape:?} {width}x{height}, {nodes} nodes: {gap:.1} px between {what}"
                )
                .unwrap();
            }
        }
    }
    problems
}

#[test]
fn five_nodes_and_their_messages_never_overlap() {
    assert_eq!(problems(stages(5), true), "");
}

#[test]
fn fewer_nodes_never_overlap() {
    assert_eq!(problems((1..5).flat_map(stages), true), "");
}

#[test]
fn up_to_nine_nodes_and_three_clients_never_overlap() {
    assert_eq!(problems((1..=9).flat_map(all_clients), false), "");
}

#[test]
fn messages_of_several_clients_pass_beneath_discs_but_cover_no_text() {
    let mut found = String::new();
    for layout in (1..=5).flat_map(all_clients) {
        let (gap, what) = closest_to_a_lane(&layout, |thing| matches!(thing.form, Form::Box(_)));
        if gap < 0.25 {
            let Stage { shape, width, height, .. } = layout.stage;
            writeln!(
                found,
                "{shape:?} {width}x{height} {} {}: {gap:.1} px between {what}",
                layout.nodes.len(),
                layout.clients.len()
            )
            .unwrap();
        }
    }
    assert_eq!(found, "");
}

#[test]
fn everything_is_on_the_stage() {
    let layouts = (1..=9).flat_map(all_clients);
    for layout in layouts {
        let Stage { width, height, .. } = layout.stage;
        for Thing { name, form, .. } in things(&layout) {
            let rect = form.bounds();
            let inside = rect.x >= 0.0 && rect.y >= 0.0;
            let inside = inside && rect.x + rect.width <= width && rect.y + rect.height <= height;
            assert!(inside, "{name} is off the stage of {width}x{height}: {rect:?}");
        }
    }
}

#[test]
fn the_ring_is_close_to_the_position_in_the_design() {
    let wide_design =
        [(461.0, 164.0), (797.0, 110.0), (1004.0, 250.0), (797.0, 390.0), (461.0, 336.0)];
    let tall_design =
        [(108.0, 307.0), (63.0, 183.0), (180.0, 106.0), (297.0, 183.0), (252.0, 307.0)];
    let stages = [(wide(1280.0, 500.0, 5), wide_design), (tall(360.0, 368.0, 5), tall_design)];
    for (layout, design) in stages {
        for (place, (x, y)) in layout.nodes.iter().zip(design) {
            let off = place.centre.distance(Point { x, y });
            assert!(off < 14.0, "{:?} is {off} px from {x}, {y}", place.centre);
        }
    }
}

#[test]
fn messages_keep_right_so_that_requests_and_replies_pass_each_other() {
    let layout = wide(1280.0, 500.0, 5);
    let (there, back) = (layout.lane(node(0), node(2)), layout.lane(node(2), node(0)));
    assert!(there.at(0.5).y > back.at(0.5).y, "going right means keeping below");
    assert!((there.at(0.5).distance(back.at(0.5)) - 2.0 * layout.sizes.lane).abs() < 1e-9);
}

#[test]
fn a_point_touches_the_link_whose_centre_line_is_nearest() {
    let layout = wide(1280.0, 500.0, 5);
    let link = layout.link(node(3), node(4));
    let hit = layout.link_at(link.at(0.5)).unwrap();
    assert_eq!((hit.first, hit.second, hit.arriving), (node(3), node(4), None));
    assert_eq!(layout.link_at(link.at(0.9)).unwrap().arriving, Some(node(4)));
    assert_eq!(layout.link_at(link.at(0.1)).unwrap().arriving, Some(node(3)));
    assert_eq!(layout.link_at(Point { x: 5.0, y: 5.0 }), None);
}

#[test]
fn a_clients_link_gives_way_to_the_links_between_nodes() {
    let client = Address::Client(ClientId(0));
    for layout in stages(5) {
        for first in 0..5 {
            for second in first + 1..5 {
                let middle = layout.link(node(first), node(second)).at(0.5);
                let hit = layout.link_at(middle).unwrap();
                assert_eq!((hit.first, hit.second), (node(first), node(second)));
            }
        }
    }
    let layout = wide(1280.0, 500.0, 5);
    let hit = layout.link_at(layout.link(node(2), client).at(0.9)).unwrap();
    assert_eq!((hit.first, hit.second, hit.arriving), (node(2), client, Some(client)));
}
