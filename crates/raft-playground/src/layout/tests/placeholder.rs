//! The static picture must equal this layout, so that it does not jump when the program replaces
//! it. `UPDATE_EXPECT=1 cargo test -p raft-playground placeholder` updates it.

use std::fmt::Write;

use expect_test::expect_file;
use raft_sim::raft_core::NodeId;
use raft_sim::{Address, ClientId};

use crate::layout::{Align, Layout, Shape, Stage};

/// To the tenth of a pixel, like everything on the stage.
fn px(length: f64) -> f64 {
    (length * 10.0).round() / 10.0
}

/// The style sheet has the sizes of the texts: a style in the page itself would need a content
/// security policy that permits it.
const STYLE: &str = include_str!("../../../../../web/style/page.css");

fn placeholder(layout: &Layout, class: &str) -> String {
    let mut svg = String::new();
    let Stage { width, height, .. } = layout.stage;
    let sizes = &layout.sizes;
    writeln!(
        svg,
        "<svg class=\"{class}\" viewBox=\"0 0 {width} {height}\" \
         role=\"img\" aria-label=\"Five nodes and a client\">"
    )
    .unwrap();
    svg.push_str("<g class=\"links\">\n");
    let address = |number: usize| Address::Node(NodeId(u32::try_from(number).unwrap()));
    for first in 0..layout.nodes.len() {
        for second in first + 1..layout.nodes.len() {
            let link = layout.link(address(first), address(second));
            let (from, to) = (link.from, link.to);
            let (x, y) = (px(to.x), px(to.y));
            writeln!(svg, "<path d=\"M{} {}L{x} {y}\" />", px(from.x), px(from.y)).unwrap();
        }
    }
    svg.push_str("</g>\n");
    let client = Address::Client(ClientId(0));
    let at = layout.clients[0];
    writeln!(
        svg,
        "<g transform=\"translate({} {})\"><circle class=\"client-disc\" r=\"{}\" />\
         <text class=\"value\">{client}</text></g>",
        px(at.x),
        px(at.y),
        px(sizes.client_radius)
    )
    .unwrap();
    for (number, place) in layout.nodes.iter().enumerate() {
        let (x, y) = (px(place.centre.x), px(place.centre.y));
        let radius = px(sizes.node_radius);
        writeln!(svg, "<circle class=\"disc\" cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" />").unwrap();
        let class = match place.align {
            Align::Start => "label start",
            Align::Middle => "label",
            Align::End => "label end",
        };
        let name = address(number);
        let next = px(sizes.label_line);
        let first = if sizes.label_lines > 2 {
            format!(
                "<tspan class=\"node-name\">Node {name}</tspan>\
                 <tspan x=\"0\" dy=\"{next}\">Term: 0</tspan>"
            )
        } else {
            format!("<tspan class=\"node-name\">{name}</tspan> Term: 0")
        };
        writeln!(
            svg,
            "<text class=\"{class}\" transform=\"translate({} {})\">{first}\
             <tspan x=\"0\" dy=\"{next}\">Follower</tspan></text>",
            px(place.label.x),
            px(place.label.y)
        )
        .unwrap();
    }
    svg.push_str("</svg>\n");
    svg
}

#[test]
fn the_wide_placeholder_matches_the_layout_of_1280_by_800() {
    let layout = Layout::new(Stage::default(), 5, 1);
    expect_file!["../../../../../web/placeholder/wide.svg"]
        .assert_eq(&placeholder(&layout, "wide-only"));
    let (value, label) = (px(layout.sizes.value_text), px(layout.sizes.label_text));
    for size in [format!("var(--value, {value}px)"), format!("var(--label, {label}px)")] {
        assert!(STYLE.contains(&size), "{size}");
    }
}

#[test]
fn the_tall_placeholder_matches_the_layout_of_360_by_640() {
    let stage = Stage { shape: Shape::Tall, width: 360.0, height: 368.0, field: true };
    let layout = Layout::new(stage, 5, 1);
    expect_file!["../../../../../web/placeholder/tall.svg"]
        .assert_eq(&placeholder(&layout, "tall-only small"));
    let (value, label) = (px(layout.sizes.value_text), px(layout.sizes.label_text));
    let rule = format!(".tall-only {{ --value: {value}px; --label: {label}px; }}");
    assert!(STYLE.contains(&rule), "{rule}");
}
