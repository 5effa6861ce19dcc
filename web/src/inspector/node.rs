//! The tab “Node”: its state in parts, and all of it as JSON.

use raft_playground::frame::NodeDetails;
use raft_playground::{Address, Intent};
use yew::prelude::*;

use super::parts;
use crate::part::View;

pub(super) fn draw(view: &View, content: &NodeDetails) -> Html {
    let (mut letters, mut drawn) = (Vec::new(), Vec::new());
    for node in view.nodes() {
        letters.push(letter(view, node.address, content.node));
    }
    for part in &content.parts {
        let mut rows = Vec::new();
        for (name, value) in &part.rows {
            rows.push(parts::row("", name.clone().into(), value.clone().into(), None));
        }
        drawn.push(parts::part(
            part.title.clone().into(),
            part.note.clone().into(),
            part.kind,
            rows,
        ));
    }
    html! {
        <>
            <div class="letters" role="group" aria-label="Node">{ letters }</div>
            { drawn }
            <h2>{ "As JSON" }<button class="go" data-copy=".json">{ "Copy" }</button></h2>
            <pre class="json" tabindex="0">{ content.json.clone() }</pre>
        </>
    }
}

fn letter(view: &View, node: Address, shown: Address) -> Html {
    html! {
        <button aria-pressed={(node == shown).to_string()}
            onclick={view.does(Intent::InspectNode(node))}>
            { node.to_string() }
        </button>
    }
}
