//! What acting on the link that somebody points at would do.

use raft_playground::frame::Scene;
use raft_playground::layout::{Layout, Shape};
use yew::prelude::*;

use super::touch::{self, By, Touched};
use crate::draw::Px;
use crate::shared::Shared;

/// From the middle of a link to its tip.
const BELOW: f64 = 34.0;

/// Height of a tip of two lines.
const HEIGHT: f64 = 48.0;

/// Half the width that the longest tip may have.
const HALF_WIDTH: f64 = 110.0;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) scene: Shared<Scene>,
    pub(super) touched: Option<Touched>,
}

#[component]
pub(super) fn LinkTip(props: &Props) -> Html {
    let Some(touched) = props.touched else { return html! {} };
    let Some(link) = touch::find(&props.scene, &touched.hit) else { return html! {} };
    let does = touch::words(&link, &touched.hit);
    let (first, second) = match (touched.by, touched.hit.arriving) {
        (By::Pointer, None) => (format!("Click: {does}"), "Near an end: one way only"),
        (By::Pointer, Some(_)) => (format!("Click: {does}"), ""),
        (By::Finger, _) => (format!("Tap again: {does}"), ""),
        (By::Focus, _) => (format!("Enter: {does}"), "Shift+Enter: one way only"),
    };
    html! {
        <div class="tip" style={place(&props.scene.layout, &touched)}>
            <span>{ first }</span>
            if !second.is_empty() {
                <span>{ second }</span>
            }
        </div>
    }
}

/// Below the middle of the link, above it near the lower edge. A tall stage has no such room: there
/// it is below the stage.
fn place(layout: &Layout, touched: &Touched) -> String {
    let stage = layout.stage;
    if stage.shape == Shape::Tall {
        return format!("left:{}px;top:{}px", Px(stage.width / 2.0), Px(stage.height));
    }
    let middle = layout.link(touched.hit.first, touched.hit.second).at(0.5);
    let fits = middle.y + BELOW + HEIGHT < stage.height;
    let y = if fits { middle.y + BELOW } else { middle.y - BELOW - HEIGHT };
    let x = middle.x.clamp(HALF_WIDTH, (stage.width - HALF_WIDTH).max(HALF_WIDTH));
    format!("left:{}px;top:{}px", Px(x), Px(y))
}
