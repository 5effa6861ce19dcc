//! The badge on the stage that names rules that are off and injected bugs.

use raft_playground::intent::{Panel, Tab};
use raft_playground::layout::Rect;
use yew::prelude::*;

use crate::svg::Px;
use crate::text::words;
use crate::tracked_view::View;

/// What the badge shows if it has no room for words.
const SIGN: &str = "!";

pub(crate) fn render(view: &View) -> Html {
    let Some(badge) = view.badge() else { return html! {} };
    let Rect { x, y, width, height } = badge.place;
    let (x, y, width, height) = (Px(x), Px(y), Px(width), Px(height));
    let style = format!("left:{x}px;top:{y}px;width:{width}px;height:{height}px");
    let title = words(&badge.title);
    html! {
        <button class="badge" ~{style} aria-label={title.clone()} {title}
            onclick={view.on_click(Panel::Inspect(Some(Tab::Settings)))}>
            { badge.text.as_ref().map_or_else(|| SIGN.into(), words) }
        </button>
    }
}
