//! What can be done with a node or a message: a small menu beside it, a sheet at the bottom of a
//! phone.

use raft_playground::frame::{Act, Menu, MenuLetter, Subject};
use raft_playground::layout::MenuPlace;
use raft_playground::{Address, Intent};
use yew::prelude::*;

use crate::caption::once;
use crate::client::{submit, value_field};
use crate::draw::Px;
use crate::icons::{self, icon};
use crate::part::View;

/// Letters of another typeface may take more room than is known.
const SPARE: f64 = 24.0;

/// The menu of what is selected, if anything is.
pub(crate) fn draw(view: &View) -> Html {
    let Some(menu) = view.menu() else { return html! {} };
    let columns = menu.place.map_or(2, |place| place.columns);
    let (key, form) = match menu.subject {
        Subject::Node(node) => (node.to_string(), value_form(view, menu, node)),
        Subject::Message(message) => (message.to_string(), html! {}),
    };
    html! {
        <div {key} class={["menu one", "menu", "menu three"][columns - 1]}
            style={menu.place.map(style)} role="dialog" aria-label={menu.title.clone()}>
            <div class="grip" />
            <div class="title">
                <h2>{ menu.title.clone() }<span>{ menu.subtitle.clone() }</span></h2>
                { form }
            </div>
            <p>{ menu.says.clone() }</p>
            <ul>
                for &act in &menu.acts {
                    { act_item(view, menu.subject, act) }
                }
            </ul>
            { letters(view, "Cut link to", icons::CROSS, &menu.links) }
            { letters(view, "Hand leadership to", icons::ARROW, &menu.heirs) }
        </div>
    }
}

/// A field for a value that this node is sent; nothing while the menu only asks.
fn value_form(view: &View, menu: &Menu, node: Address) -> Html {
    if menu.links.is_empty() {
        return html! {};
    }
    let client = view.clients().first();
    let example = client.map(|client| client.placeholder.clone()).unwrap_or_default();
    let label = format!("Value for {node}").into();
    let refused = !menu.complaint.is_empty();
    html! {
        <form onsubmit={submit(view, Some(node))}>
            <div class="in">
                { value_field("node-value", label, &example, refused) }
                <button>{ "Send" }</button>
            </div>
            if refused {
                <p class="complaint" role="alert">{ menu.complaint.clone() }</p>
            }
        </form>
    }
}

/// An act. What was asked about is not done by the second click of a double click, which was meant
/// for the question.
fn act_item(view: &View, subject: Subject, act: Act) -> Html {
    let intent = Intent::Do(subject, act);
    let does = match act {
        Act::Erase | Act::Corrupt | Act::Leave => once(view, intent),
        _ => view.does(intent),
    };
    html! {
        <li key={act.label()}>
            <button class="mi" aria-keyshortcuts={act.key().to_string()} onclick={does}>
                { icon(PICTURES[act as usize]) }{ act.label() }
            </button>
        </li>
    }
}

/// Nodes to choose from, by their letters.
fn letters(
    view: &View,
    label: &'static str,
    picture: &'static str,
    letters: &[MenuLetter],
) -> Html {
    if letters.is_empty() {
        return html! {};
    }
    html! {
        <div class="cuts" role="group" aria-label={label}>
            { icon(picture) }
            <span>{ label }</span>
            for letter in letters {
                <button aria-label={letter.name.clone()} title={letter.name.clone()}
                    aria-pressed={letter.pressed.to_string()}
                    onclick={view.does(letter.intent.clone())}>
                    { letter.text.clone() }
                </button>
            }
        </div>
    }
}

/// The pictures of the acts, in their order.
const PICTURES: [&str; 24] = [
    icons::STOP,
    icons::PLAY,
    icons::PAUSE,
    icons::PLAY,
    icons::CLOCK,
    icons::REMOVE,
    icons::ADD,
    icons::ISOLATE,
    icons::REJOIN,
    icons::SNAPSHOT,
    icons::DISK,
    icons::REMOVE,
    icons::ADD,
    icons::ADD,
    icons::EYE,
    icons::CROSS,
    icons::CROSS,
    icons::CROSS,
    icons::CHECK,
    icons::CROSS,
    icons::DOUBLE,
    icons::CLOCK,
    icons::CLOCK,
    icons::ARROW,
];

fn style(MenuPlace { place, .. }: MenuPlace) -> String {
    let (x, y, width) = (Px(place.x), Px(place.y), Px(place.width));
    format!("left:{x}px;top:{y}px;width:{width}px;max-height:{}px", Px(place.height + SPARE))
}
