//! Marks what a story's text speaks of.

use raft_playground::layout::{Rect, Segment};
use raft_playground::view::Spotlight;
use yew::prelude::*;

use crate::svg::px;
use crate::tracked_view::View;

pub(super) fn render(view: &View) -> Html {
    let Some(story) = view.story() else { return html! {} };
    html! {
        <g class="spotlights" aria-hidden="true">
            for spotlight in &story.spotlights {
                { render_spotlight(*spotlight) }
            }
        </g>
    }
}

fn render_spotlight(spotlight: Spotlight) -> Html {
    match spotlight {
        Spotlight::Circle(centre, radius) => html! {
            <circle cx={px(centre.x)} cy={px(centre.y)} r={px(radius)} />
        },
        Spotlight::Box(Rect { x, y, width, height }) => html! {
            <rect x={px(x)} y={px(y)} width={px(width)} height={px(height)} rx="6" />
        },
        Spotlight::Line(Segment { from, to }) => html! {
            <line x1={px(from.x)} y1={px(from.y)} x2={px(to.x)} y2={px(to.y)} />
        },
        Spotlight::Control(_) => html! {},
    }
}
