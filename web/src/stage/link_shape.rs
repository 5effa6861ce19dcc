//! The look of links: up, cut, hovered.

use raft_playground::Address;
use raft_playground::layout::{CUT_ONE_WAY, Layout, Point, Segment};
use raft_playground::view::LinkView;
use yew::prelude::*;

use crate::pointing::{self, PointedBy, Touched};
use crate::svg::{Px, Turn, line, px};

/// Half the length of the stripe across a link cut in both directions; one direction has half of
/// it.
const STRIPE: f64 = 20.0;

/// Half the width of a link's touch area.
const CAPSULE: f64 = 16.0;

/// The line of a link. A client's link is not drawn unless something is cut.
pub(super) fn line_of(layout: &Layout, link: &LinkView) -> Html {
    let up = link.forward_up && link.backward_up;
    let down = !link.forward_up && !link.backward_up;
    if up && matches!(link.second, Address::Client(_)) {
        return html! {};
    }
    let class = if down { "line cut" } else { "line" };
    html! { <path {class} d={line(layout.link(link.first, link.second))} /> }
}

/// The stripes across cut links.
pub(super) fn stripes(layout: &Layout, link: &LinkView) -> Html {
    let &LinkView { first, second, forward_up, backward_up, cut_at, .. } = link;
    let half = STRIPE * layout.sizes.scale;
    let across = |way: Segment, progress: f64, left: f64| {
        let (middle, Point { x, y }) = (way.at(progress), way.direction());
        let from = middle.offset(y * left, -x * left);
        let to = middle.offset(-y * half, x * half);
        html! { <path class="stripe" d={line(Segment { from, to })} /> }
    };
    match (forward_up, backward_up) {
        (true, true) => html! {},
        (false, false) => across(layout.link(first, second), cut_at, half),
        (false, true) => across(layout.link(first, second), CUT_ONE_WAY, 0.0),
        (true, false) => across(layout.link(second, first), CUT_ONE_WAY, 0.0),
    }
}

/// The highlight of a hovered link: its touch area, and its two directions.
pub(super) fn capsule(layout: &Layout, links: &[LinkView], touched: &Touched) -> Html {
    let Some(link) = pointing::find(links, &touched.hit) else { return html! {} };
    let way = layout.link(link.first, link.second);
    let (length, Point { x, y }) = (way.length(), way.direction());
    let lane = |to: Address, path: String| {
        let meant = touched.hit.arriving.is_none_or(|arriving| arriving == to);
        html! { <path class={if meant { "" } else { "idle" }} d={path} /> }
    };
    // The highlight is drawn along a horizontal line and rotated, which needs no angle.
    let (turn_x, turn_y) = (Turn(x), Turn(y));
    let transform = format!(
        "matrix({turn_x} {turn_y} {} {turn_x} {} {})",
        Turn(-y),
        Px(way.from.x),
        Px(way.from.y)
    );
    let (near, far) = (Px(24.0), Px((length - 16.0).max(32.0)));
    let class = if touched.by == PointedBy::Focus { "reached focus" } else { "reached" };
    html! {
        <g class="capsule" {transform}>
            <rect {class} x="4" y={px(-CAPSULE)} width={px((length - 8.0).max(8.0))}
                height={px(2.0 * CAPSULE)} rx={px(CAPSULE)} />
            { lane(link.second, format!("M{near} 7H{far}m-7-5 7 5-7 5")) }
            { lane(link.first, format!("M{far} -7H{near}m7-5-7 5 7 5")) }
        </g>
    }
}
