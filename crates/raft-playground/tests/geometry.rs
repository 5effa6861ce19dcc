//! Where strokes, their buttons and menus are, on stages of any size.
#![allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]

use raft_playground::layout::{Layout, MenuSize, Point, Rect, Segment, Shape, Stage};
use raft_playground::{Address, ClientId, NodeId};

const WIDE: [(f64, f64); 9] = [
    (640.0, 360.0),
    (720.0, 400.0),
    (800.0, 500.0),
    (844.0, 360.0),
    (1024.0, 468.0),
    (1280.0, 420.0),
    (1280.0, 500.0),
    (1440.0, 600.0),
    (1920.0, 780.0),
];

fn wide((width, height): (f64, f64), nodes: usize) -> Layout {
    Layout::new(Stage { shape: Shape::Wide, width, height, field: true }, nodes, 1)
}

fn node(number: usize) -> Address {
    NodeId(u32::try_from(number).unwrap()).into()
}

/// What is in the menus of a follower and of a leader.
fn menus(nodes: usize) -> [MenuSize; 2] {
    let follower = MenuSize { lines: 2, actions: 10, rows: [nodes, 0] };
    [follower, MenuSize { actions: 7, rows: [nodes, nodes - 1], ..follower }]
}

#[test]
fn a_menu_never_hides_its_node_and_stays_in_the_page() {
    for size in WIDE {
        for nodes in 1..=9 {
            let layout = wide(size, nodes);
            for number in 0..nodes {
                let (centre, radius) = layout.disc(node(number)).unwrap();
                for menu in menus(nodes) {
                    let place = layout.menu(centre, radius, menu).unwrap().place;
                    let what = format!("{size:?}, {nodes} nodes, node {number}: {place:?}");
                    assert!(place.distance(centre) >= radius, "{what}");
                    assert!(place.x >= 0.0 && place.x + place.width <= size.0, "{what}");
                    assert!(place.y >= 0.0 && place.y + place.height <= size.1 + 90.0, "{what}");
                }
            }
        }
    }
}

#[test]
fn on_a_stage_of_common_size_a_menu_hides_no_disc_at_all() {
    let layout = wide((1280.0, 500.0), 5);
    for number in 0..5 {
        let (centre, radius) = layout.disc(node(number)).unwrap();
        for menu in menus(5) {
            let place = layout.menu(centre, radius, menu).unwrap().place;
            for other in (0..5).map(node).chain([ClientId(0).into()]) {
                let (centre, radius) = layout.disc(other).unwrap();
                assert!(
                    place.distance(centre) >= radius,
                    "{other} under that of {number}: {place:?}"
                );
            }
        }
    }
}

#[test]
fn the_menu_of_a_message_is_beside_it_anywhere_on_its_way() {
    let layout = wide((1280.0, 500.0), 5);
    let size = MenuSize { lines: 5, actions: 5, rows: [0, 0] };
    for step in 0..=10 {
        let at = layout.lane(node(0), node(3)).at(f64::from(step) / 10.0);
        let place = layout.menu(at, layout.sizes.message, size).unwrap().place;
        assert!(place.distance(at) >= layout.sizes.message, "{at:?}: {place:?}");
    }
}

#[test]
fn on_a_phone_a_menu_is_a_sheet() {
    let stage = Stage { shape: Shape::Tall, width: 360.0, height: 368.0, field: true };
    let layout = Layout::new(stage, 5, 1);
    let (centre, radius) = layout.disc(node(0)).unwrap();
    assert_eq!(layout.menu(centre, radius, menus(5)[0]), None);
}

/// Lines right across the stage, in many directions.
fn lines(layout: &Layout) -> Vec<Vec<Point>> {
    let Stage { width, height, .. } = layout.stage;
    let mut lines = Vec::new();
    for from in 0..=8 {
        for to in 0..=8 {
            let (from, to) = (f64::from(from) / 8.0, f64::from(to) / 8.0);
            lines.push(vec![Point { x: width * from, y: 0.0 }, Point { x: width * to, y: height }]);
            lines
                .push(vec![Point { x: 0.0, y: height * from }, Point { x: width, y: height * to }]);
        }
    }
    lines
}

#[test]
fn a_stroke_crosses_each_link_once_in_order_at_the_reported_place() {
    let layout = wide((1280.0, 500.0), 5);
    for line in lines(&layout) {
        let way = Segment { from: line[0], to: line[1] };
        let crossings = layout.crossings(&line);
        let mut last = 0.0;
        for crossing in &crossings {
            let link = layout.link(crossing.first, crossing.second);
            let (_, progress) = way.nearest(link.at(crossing.place));
            // A place near a rim is moved a little away from it.
            assert!(progress + 0.12 >= last, "{crossings:?}");
            last = progress.max(last);
            if (0.1..0.9).contains(&crossing.place) {
                assert!(way.nearest(link.at(crossing.place)).0 < 6.0, "{crossing:?} of {line:?}");
            }
        }
        let mut names: Vec<_> = crossings.iter().map(|one| (one.first, one.second)).collect();
        names.sort_unstable();
        let back: Vec<_> = line.iter().rev().copied().collect();
        let mut back: Vec<_> =
            layout.crossings(&back).iter().map(|one| (one.first, one.second)).collect();
        back.sort_unstable();
        assert_eq!(names, back, "drawn backwards it crosses the same");
        names.dedup();
        assert_eq!(names.len(), crossings.len());
        let there_and_back = [line[0], line[1], line[0]];
        assert_eq!(layout.crossings(&there_and_back).len(), crossings.len());
    }
}

#[test]
fn a_line_in_ring_units_crosses_the_same_links_on_every_stage() {
    let drawn = wide((1280.0, 500.0), 5);
    let links = |layout: &Layout, line: &[Point]| -> Vec<_> {
        let crossings = layout.crossings(line);
        // The client stands a little nearer or farther.
        let between = crossings.iter().filter(|one| one.second.node().is_some());
        let mut links: Vec<_> = between.map(|one| (one.first, one.second)).collect();
        links.sort_unstable();
        links
    };
    let (mut same, mut all) = (0, 0);
    for line in lines(&drawn) {
        for size in WIDE {
            let other = wide(size, 5);
            let moved: Vec<_> =
                line.iter().map(|&point| other.ring().place(drawn.ring().part(point))).collect();
            all += 1;
            same += u32::from(links(&drawn, &line) == links(&other, &moved));
        }
    }
    assert!(same * 100 >= all * 97, "{same} of {all}: only what passes close to a disc differs");
}

#[test]
fn a_stroke_of_many_points_crosses_the_same_links_as_a_straight_one() {
    let layout = wide((1280.0, 500.0), 5);
    for line in lines(&layout) {
        let way = Segment { from: line[0], to: line[1] };
        let steps: Vec<_> = (0..=100).map(|step| way.at(f64::from(step) / 100.0)).collect();
        let links = |stroke: &[Point]| -> Vec<_> {
            let crossings = layout.crossings(stroke);
            let mut links: Vec<_> = crossings.iter().map(|one| (one.first, one.second)).collect();
            // Those that it crosses in one point have no order.
            links.sort_unstable();
            links
        };
        assert_eq!(links(&steps), links(&line));
    }
}

#[test]
fn the_button_of_a_line_hides_nothing_and_nearly_every_line_has_one() {
    let layout = wide((1280.0, 500.0), 5);
    let (mut all, mut without) = (0, 0);
    for line in lines(&layout) {
        let crossings = layout.crossings(&line);
        if crossings.len() < 2 {
            continue;
        }
        let place = |at: usize| {
            let crossing = crossings[at];
            layout.link(crossing.first, crossing.second).at(crossing.place)
        };
        let cut = [Segment { from: place(0), to: place(crossings.len() - 1) }];
        all += 1;
        let Some(pill) = layout.pill(&cut) else {
            without += 1;
            continue;
        };
        for other in (0..5).map(node).chain([ClientId(0).into()]) {
            let (centre, radius) = layout.disc(other).unwrap();
            assert!(pill.distance(centre) > radius, "{other} under {pill:?}");
        }
        for place in &layout.nodes {
            assert!(layout.log_box(place).gap(pill) > 0.0, "a log under {pill:?}");
            assert!(layout.label_box(place).gap(pill) > 0.0, "a label under {pill:?}");
        }
        let Rect { x, y, width, height } = pill;
        assert!(x >= 0.0 && y >= 0.0 && x + width <= 1280.0 && y + height <= 500.0);
    }
    assert!(without * 10 < all, "{without} of {all} have none");
}
