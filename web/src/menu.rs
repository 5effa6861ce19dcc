//! The actions for a node or a message: a small menu beside it, or a bottom sheet on a phone.

use raft_playground::Address;
use raft_playground::intent::MenuSubject;
use raft_playground::layout::MenuPlace;
use raft_playground::text::{Sentence, say};
use raft_playground::view::{Menu, MenuAction, MenuTarget};
use yew::prelude::*;

use crate::client::{submit, value_field};
use crate::icons::{self, icon};
use crate::narration::once;
use crate::svg::Px;
use crate::text::{words, written};
use crate::tracked_view::View;

/// Another typeface may need more space than computed.
const SPARE: f64 = 24.0;

/// The menu of the selection, if there is one.
pub(crate) fn render(view: &View) -> Html {
    let Some(menu) = view.menu() else { return html! {} };
    let columns = menu.place.map_or(2, |place| place.columns);
    let (key, form) = match menu.subject {
        MenuSubject::Node(node) => (node.to_string(), value_form(view, menu, node)),
        MenuSubject::Message(message) => (message.to_string(), html! {}),
    };
    html! {
        <div {key} class={["menu one-column", "menu", "menu three-columns"][columns - 1]}
            ~style={menu.place.map(style).unwrap_or_default()} role="dialog"
            aria-label={words(&menu.title)}>
            <div class="grip" />
            <div class="title">
                <h2>{ words(&menu.title) }<span>{ words(&menu.subtitle) }</span></h2>
                { form }
            </div>
            if !menu.says.is_empty() {
                <p>
                    for line in &menu.says {
                        { written(line) }{ "\n" }
                    }
                </p>
            }
            <ul>
                for action in &menu.actions {
                    { action_item(view, action) }
                }
            </ul>
            { targets(view, &say::menu_cut_link_to(), icons::CROSS, &menu.links) }
            { targets(view, &say::menu_hand_over_to(), icons::ARROW, &menu.transfer_targets) }
        </div>
    }
}

/// A field for a value to send to this node; nothing while the menu asks for confirmation.
fn value_form(view: &View, menu: &Menu, node: Address) -> Html {
    if menu.links.is_empty() {
        return html! {};
    }
    let client = view.clients().first();
    let example = client.map(|client| client.placeholder.clone()).unwrap_or_default();
    let label = words(&say::value_for_node(node));
    html! {
        <form onsubmit={submit(view, Some(node))}>
            <div class="input">
                { value_field("node-value", label, &example, menu.complaint.is_some()) }
                <button>{ words(&say::send()) }</button>
            </div>
            if let Some(complaint) = &menu.complaint {
                <p class="complaint" role="alert">{ words(complaint) }</p>
            }
        </form>
    }
}

/// An action. The second click of a double click does not confirm: it was meant for the question.
fn action_item(view: &View, action: &MenuAction) -> Html {
    let intent = action.intent.clone();
    let onclick = if action.is_answer { once(view, intent) } else { view.on_click(intent) };
    html! {
        <li key={action.label.message().number()}>
            <button class="menu-item" aria-keyshortcuts={action.shortcut.to_string()} {onclick}>
                { icon(icons::path(action.icon)) }{ words(&action.label) }
            </button>
        </li>
    }
}

/// Nodes to choose from, by their letters.
fn targets(view: &View, label: &Sentence, picture: &'static str, targets: &[MenuTarget]) -> Html {
    if targets.is_empty() {
        return html! {};
    }
    let label = words(label);
    html! {
        <div class="targets" role="group" aria-label={label.clone()}>
            { icon(picture) }
            <span>{ label }</span>
            for (target, name) in targets.iter().map(|target| (target, words(&target.name))) {
                <button aria-label={name.clone()} title={name}
                    aria-pressed={target.pressed.to_string()}
                    onclick={view.on_click(target.intent.clone())}>
                    { target.text.clone() }
                </button>
            }
        </div>
    }
}

fn style(MenuPlace { place, .. }: MenuPlace) -> String {
    let (x, y, width) = (Px(place.x), Px(place.y), Px(place.width));
    format!("left:{x}px;top:{y}px;width:{width}px;max-height:{}px", Px(place.height + SPARE))
}
