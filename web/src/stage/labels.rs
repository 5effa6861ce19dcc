//! What is written at each node: name, term, and what it is up to.

use std::rc::Rc;

use raft_playground::frame::{NodeView, Scene};
use raft_playground::layout::{Align, Layout, NodePlace};
use yew::prelude::*;

use crate::draw::{at, px};
use crate::shared::Shared;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) scene: Shared<Scene>,
}

#[component]
pub(super) fn Labels(props: &Props) -> Html {
    let scene = &props.scene;
    let places = scene.nodes.iter().zip(&scene.layout.nodes);
    html! {
        <g class="labels" aria-hidden="true">
            { for places.map(|(node, &place)| html! {
                <Label key={&*node.name} node={Shared::from(node)} {place}
                    layout={scene.layout.clone()} />
            }) }
        </g>
    }
}

#[derive(Properties, PartialEq)]
struct LabelProps {
    node: Shared<NodeView>,
    place: NodePlace,
    layout: Rc<Layout>,
}

#[component]
fn Label(props: &LabelProps) -> Html {
    let LabelProps { node, place, layout } = props;
    let class = match place.align {
        Align::Start => "lab start",
        Align::Middle => "lab",
        Align::End => "lab end",
    };
    let next = px(layout.sizes.label_line);
    let status = html! { <tspan x="0" dy={next.clone()}>{ node.status.clone() }</tspan> };
    html! {
        <text {class} transform={at(place.label)}>
            if layout.sizes.label_lines > 2 {
                <tspan class="nm">{ "Node " }{ node.name.clone() }</tspan>
                <tspan x="0" dy={next}>{ "Term: " }{ node.term }</tspan>
            } else {
                <tspan class="nm">{ node.name.clone() }</tspan>{ " Term: " }{ node.term }
            }
            { status }
        </text>
    }
}
