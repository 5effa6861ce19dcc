//! The text at each node: name, term, and status.

use raft_playground::Term;
use raft_playground::layout::{Align, Layout, NodePlace};
use raft_playground::text::say;
use raft_playground::view::NodeView;
use yew::prelude::*;

use crate::svg::{at, px};
use crate::text::words;
use crate::tracked_view::View;

pub(super) fn render(view: &View) -> Html {
    let layout = view.layout();
    html! {
        <g class="labels" aria-hidden="true">
            for (node, place) in view.nodes().iter().zip(&layout.nodes) {
                { label(node, place, layout) }
            }
        </g>
    }
}

fn label(node: &NodeView, place: &NodePlace, layout: &Layout) -> Html {
    let class = match place.align {
        Align::Start => "label start",
        Align::Middle => "label",
        Align::End => "label end",
    };
    let next = Some(px(layout.sizes.label_line));
    let term = words(&say::node_term(Term(node.term)));
    let status = words(&node.status);
    html! {
        <text {class} transform={at(place.label)}>
            if layout.sizes.label_lines > 2 {
                <tspan class="node-name">{ words(&say::node_name(node.address)) }</tspan>
                { line(&term, next.clone(), html! { term.clone() }, layout) }
            } else {
                { line(&format!("{} {term}", node.name), None, html! {
                    <>
                        <tspan class="node-name">{ node.name.clone() }</tspan>
                        { " " }{ term.clone() }
                    </>
                }, layout) }
            }
            { line(&status, next, html! { status.clone() }, layout) }
        </text>
    }
}

/// A line of a label. Languages with long words have lines that are squeezed into their room.
fn line(text: &str, dy: Option<AttrValue>, content: Html, layout: &Layout) -> Html {
    let x = dy.as_ref().map(|_| "0");
    let width = layout.squeezed_width(text).map(px);
    let adjust = width.as_ref().map(|_| "spacingAndGlyphs");
    html! { <tspan {x} {dy} textLength={width} lengthAdjust={adjust}>{ content }</tspan> }
}
