//! Nothing on the stage touches anything else, at any size.

use std::fmt::Write;

use raft_sim::{Address, ClientId};

use super::things::{Form, Thing, all_clients, node, stages, tall, things, wide};
use crate::layout::{Layout, Point, Stage};

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
    closest_of(layout, &things)
}

fn closest_of(layout: &Layout, things: &[Thing]) -> (f64, String) {
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
fn every_stage_has_room_for_the_badge_where_it_touches_nothing() {
    let mut problems = String::new();
    for layout in (1..=9).flat_map(all_clients) {
        let Stage { shape, width, height, .. } = layout.stage;
        let (nodes, clients) = (layout.nodes.len(), layout.clients.len());
        let stage = format!("{shape:?} {width}x{height}, {nodes} nodes, {clients} clients");
        for is_short in [false, true] {
            let Some(badge) = layout.badge(is_short) else {
                writeln!(problems, "{stage}: no room").unwrap();
                continue;
            };
            let place = Form::Box(badge.place);
            for thing in things(&layout) {
                let gap = thing.form.gap(&place);
                if gap < 1.0 {
                    writeln!(problems, "{stage}: {gap:.1} px from {}", thing.name).unwrap();
                }
            }
            if nodes <= 5 && clients == 1 {
                let (gap, what) =
                    closest_of(&layout, &[Thing { name: "badge".into(), of: None, form: place }]);
                if gap < 0.25 {
                    writeln!(problems, "{stage}: {gap:.1} px between {what}").unwrap();
                }
            }
            let is_usual = width >= 1024.0 && height >= 468.0 && nodes == 5 && clients == 1;
            assert!(badge.is_wide || is_short || !is_usual, "{stage}: no room for a name");
        }
    }
    assert_eq!(problems, "");
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
