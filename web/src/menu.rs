//! What can be done with a node: a small menu beside it, a sheet at the bottom of a phone.

use raft_playground::frame::{ActIcon, MenuAct, MenuLink};
use raft_playground::layout::{Align, Layout, NodePlace, Shape, Side};
use raft_playground::{Address, NodeId};
use yew::prelude::*;

use crate::client::{submit, value_field};
use crate::draw::Px;
use crate::icons::{self, icon};
use crate::part::View;

/// Widths of the menu with two columns of acts and with one.
const WIDTH: f64 = 304.0;
const NARROW_WIDTH: f64 = 196.0;

/// Height of the menu with two rows of acts, and some more.
const HEIGHT: f64 = 196.0;

/// From the edges of the page.
const MARGIN: f64 = 8.0;

/// The menu of the selected node, if one is selected.
pub(crate) fn draw(view: &View) -> Html {
    let Some(menu) = view.menu() else { return html! {} };
    let layout = view.layout();
    let Some(place) = place_of(layout, menu.address) else { return html! {} };
    let narrow = layout.stage.shape == Shape::Wide && place.align == Align::Start;
    let class = if narrow { "menu narrow" } else { "menu" };
    let client = view.clients().first();
    let example = client.map(|client| client.placeholder.clone()).unwrap_or_default();
    let label = format!("Value for {}", menu.address).into();
    let refused = !menu.complaint.is_empty();
    html! {
        <div key={menu.address.to_string()} {class} style={style(layout, &place)}
            role="dialog" aria-label={menu.title.clone()}>
            <div class="grip" />
            <h2>{ menu.title.clone() }<span>{ menu.subtitle.clone() }</span></h2>
            <form onsubmit={submit(view, Some(menu.address))}>
                <div class="in">
                    { value_field("node-value", label, &example, refused) }
                    <button>{ "Send" }</button>
                </div>
                if refused {
                    <p class="complaint" role="alert">{ menu.complaint.clone() }</p>
                }
            </form>
            <ul>
                for act in &menu.acts {
                    { act_item(view, act) }
                }
            </ul>
            <div class="cuts" role="group" aria-label="Cut link to">
                { icon(icons::CROSS) }
                <span>{ "Cut link to" }</span>
                for link in &menu.links {
                    { link_letter(view, link, menu.address) }
                }
            </div>
        </div>
    }
}

fn act_item(view: &View, act: &MenuAct) -> Html {
    let picture = match act.icon {
        ActIcon::Stop => icons::STOP,
        ActIcon::Start => icons::PLAY,
        ActIcon::Timeout => icons::CLOCK,
        ActIcon::Isolate => icons::ISOLATE,
        ActIcon::Rejoin => icons::REJOIN,
    };
    html! {
        <li>
            <button class="mi" onclick={view.does(act.intent.clone())}>
                { icon(picture) }{ act.label.clone() }
            </button>
        </li>
    }
}

fn link_letter(view: &View, link: &MenuLink, node: Address) -> Html {
    let verb = if link.up { "Cut" } else { "Mend" };
    let label = AttrValue::from(format!("{verb} link {node}–{}", link.name));
    html! {
        <button aria-label={label.clone()} title={label} aria-pressed={(!link.up).to_string()}
            onclick={view.does(link.intent.clone())}>
            { link.name.clone() }
        </button>
    }
}

fn place_of(layout: &Layout, address: Address) -> Option<NodePlace> {
    let Address::Node(NodeId(number)) = address else { return None };
    layout.nodes.get(usize::try_from(number).ok()?).copied()
}

/// Beside the node, outward over its own log, clear of the client's field.
fn style(layout: &Layout, place: &NodePlace) -> Option<String> {
    let stage = layout.stage;
    if stage.shape == Shape::Tall {
        return None;
    }
    let beside = 55.0 * layout.sizes.scale;
    let (edge, from_edge, width) = match (place.side, place.align) {
        (Side::Left, _) => ("right", stage.width - place.centre.x + beside, WIDTH),
        (Side::Right, Align::Start) => ("left", place.label.x, NARROW_WIDTH),
        (Side::Right, _) => ("left", place.centre.x + beside, WIDTH),
    };
    let from_edge = Px(from_edge.min(stage.width - width - MARGIN));
    let log_bottom = place.log.y + layout.sizes.log.height();
    let field = layout.field.filter(|_| place.side == Side::Left);
    let upper = place.centre.y <= stage.height / 2.0;
    let (side, from_side) = if upper {
        let top = field.map_or(place.log.y, |field| place.log.y.min(field.y - HEIGHT));
        ("top", top.max(4.0))
    } else {
        let clear = field.map_or(0.0, |field| field.y + field.height + HEIGHT);
        ("bottom", stage.height - log_bottom.max(clear))
    };
    Some(format!("{edge}:{from_edge}px;{side}:{}px", Px(from_side)))
}
