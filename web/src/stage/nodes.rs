//! Nodes: a disc each, its role as the outline, its value inside.

use std::rc::Rc;

use raft_playground::Intent;
use raft_playground::frame::{NodeView, RoleView, Scene};
use raft_playground::layout::{Layout, NodePlace};
use yew::prelude::*;

use super::link::{self, Via};
use crate::dispatch::use_dispatch;
use crate::draw::{Px, at, px};
use crate::page;
use crate::shared::Shared;

/// Radius of the ring of what has the focus or is selected, per radius of the disc.
const RING: f64 = 1.25;

/// A value of more characters is written smaller.
const SHORT_VALUE: usize = 3;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) scene: Shared<Scene>,
    pub(super) via: Via,
}

#[component]
pub(super) fn Nodes(props: &Props) -> Html {
    let Props { scene, via } = props;
    let selected = scene.menu.as_ref().map(|menu| menu.address);
    let places = scene.nodes.iter().zip(&scene.layout.nodes);
    html! {
        <>{ for places.map(|(node, &place)| html! {
            <Node key={&*node.name} node={Shared::from(node)} {place} layout={scene.layout.clone()}
                selected={selected == Some(node.address)} via={Rc::clone(via)} />
        }) }</>
    }
}

#[derive(Properties, PartialEq)]
struct NodeProps {
    node: Shared<NodeView>,
    place: NodePlace,
    layout: Rc<Layout>,
    selected: bool,
    via: Via,
}

#[component]
fn Node(props: &NodeProps) -> Html {
    let NodeProps { node, place, layout, selected, via } = props;
    let dispatch = use_dispatch();
    let sizes = &layout.sizes;
    let radius = sizes.node_radius;
    let (address, role) = (node.address, node.role);
    let toggle = Intent::Select((!selected).then_some(address));
    let onclick = {
        let (dispatch, toggle) = (dispatch.clone(), toggle.clone());
        move |_: MouseEvent| dispatch.emit(toggle.clone())
    };
    let via = Rc::clone(via);
    let onkeydown = move |event: KeyboardEvent| {
        match event.key().as_str() {
            "Enter" | " " => dispatch.emit(toggle.clone()),
            "ArrowRight" | "ArrowDown" => page::focus_next(&ring(), true),
            "ArrowLeft" | "ArrowUp" => page::focus_next(&ring(), false),
            "l" | "L" if !has_modifier(&event) => link::focus_first(&via, address),
            _ => return,
        }
        event.prevent_default();
    };
    let long = node.value.chars().nth(SHORT_VALUE).is_some();
    html! {
        <g class={classes!("n", role.name(), selected.then_some("selected"))}
            transform={at(place.centre)} role="button" tabindex="0" aria-haspopup="dialog"
            aria-expanded={selected.to_string()} aria-label={node.description.clone()}
            data-node={node.name.clone()} data-role={role.name()} data-term={node.term.to_string()}
            data-commit={node.commit.to_string()} data-last-index={node.last_index.to_string()}
            data-value={node.value.clone()} {onclick} {onkeydown}>
            <circle class="ring" r={px(radius * RING)} />
            <circle class="disc" r={px(radius)} />
            if matches!(role, RoleView::Candidate | RoleView::Leader) {
                <circle class="rim" r={px(radius + sizes.rim / 2.0)} pathLength="24" />
            }
            if role == RoleView::Stopped {
                <path class="cross" d={cross(radius * 0.27)} />
            } else {
                <text class={classes!("val", long.then_some("long"))}>{ node.value.clone() }</text>
            }
        </g>
    }
}

fn cross(arm: f64) -> String {
    let arm = Px(arm);
    format!("M-{arm}-{arm} {arm} {arm}M{arm}-{arm}-{arm} {arm}")
}

/// All nodes, in the order of the ring.
fn ring() -> Vec<web_sys::Element> {
    page::find_all("[data-node]")
}

fn has_modifier(event: &KeyboardEvent) -> bool {
    event.ctrl_key() || event.meta_key() || event.alt_key()
}
