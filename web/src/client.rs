//! The client: its disc on the stage, and the field for the values that it sends.

use std::rc::Rc;

use raft_playground::Address;
use raft_playground::intent::Client;
use raft_playground::layout::Rect;
use raft_playground::text::{Sentence, say};
use raft_playground::view::{ClientView, OutcomeKind, Scene};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::message::Msg;
use crate::page;
use crate::svg::{Factor, Px, at, px};
use crate::text::words;
use crate::tracked_view::View;

/// The clients' discs.
pub(crate) fn render_discs(view: &View) -> Html {
    let layout = view.layout();
    let radius = layout.sizes.client_radius;
    html! {
        <>
            for (client, &centre) in view.clients().iter().zip(&layout.clients) {
                <g transform={at(centre)} role="img" data-client={client.name.clone()}
                    aria-label={words(&described(client))}
                    data-outcome={outcome(client.outcome)}>
                    <circle class="client-disc" r={px(radius)} />
                    <text class="value">{ client.name.clone() }</text>
                </g>
            }
        </>
    }
}

/// The client's description in one sentence.
fn described(client: &ClientView) -> Sentence {
    match &client.status {
        Some(status) => say::client_description(client.address, status.clone()),
        None => say::client_name(client.address),
    }
}

/// The client's outcome in the automation contract.
fn outcome(outcome: OutcomeKind) -> &'static str {
    match outcome {
        OutcomeKind::Idle => "idle",
        OutcomeKind::Waiting => "waiting",
        OutcomeKind::Done => "done",
        OutcomeKind::Failed => "failed",
        OutcomeKind::Unknown => "unknown",
    }
}

/// The field of the sending client, below the names of all clients if there are several.
pub(crate) fn render_field(view: &View) -> Html {
    let layout = view.layout();
    let Some(client) = view.sender() else { return html! {} };
    let place = layout.field;
    let style = place.map(|Rect { x, y, width, .. }| {
        let scale = Factor(layout.sizes.scale.max(1.0));
        format!("left:{}px;top:{}px;width:{}px;--scale:{scale}", Px(x), Px(y), Px(width))
    });
    let style = style.unwrap_or_default();
    let refused = client.complaint.is_some();
    let status = client.status.as_ref().map(words).unwrap_or_default();
    let status = html! {
        <p class={format!("status {}", outcome(client.outcome))} title={status.clone()}>
            { status }
        </p>
    };
    // On a phone the status is within the frame of the field, on a wide stage below it.
    let (inside, below) = if place.is_some() { (html! {}, status) } else { (status, html! {}) };
    html! {
        <form class="field" ~{style} onsubmit={submit(view, None)}>
            if let [_] = view.clients() {
                <label for="value">{ words(&say::client_name(client.address)) }</label>
            } else {
                <div class="senders" role="group" aria-label={words(&say::senders_label())}>
                    <label for="value">{ words(&say::senders_label()) }{ " " }</label>
                    for client in view.clients() {
                        { choice(view, client) }
                    }
                </div>
            }
            <div class="input">
                { value_field("value", words(&say::value_label()), &client.placeholder, refused) }
                { inside }
                <button>{ words(&say::send()) }</button>
            </div>
            { below }
            if let Some(complaint) = &client.complaint {
                <p class="complaint" role="alert">{ words(complaint) }</p>
            }
        </form>
    }
}

/// The button that chooses a client as the sending one.
fn choice(view: &View, client: &ClientView) -> Html {
    html! {
        <button type="button" aria-label={words(&say::client_name(client.address))}
            aria-pressed={client.sends.to_string()}
            onclick={view.on_click(Client::SendAs(client.address))}>
            { client.name.clone() }
        </button>
    }
}

/// The value to be dragged from a client: the field's, or else the example.
pub(crate) fn to_be_sent(scene: &Scene) -> String {
    if let Some(input) = page::element("value") {
        let typed = input.unchecked_into::<HtmlInputElement>().value();
        if !typed.is_empty() {
            return typed;
        }
    }
    scene.clients.first().map(|client| client.placeholder.to_string()).unwrap_or_default()
}

/// A field for a value.
pub(crate) fn value_field(
    id: &'static str,
    label: AttrValue,
    example: &Rc<str>,
    refused: bool,
) -> Html {
    html! {
        <input {id} aria-label={label} autocomplete="off" autocapitalize="off" spellcheck="false"
            enterkeyhint="send" placeholder={example.clone()} aria-invalid={refused.to_string()} />
    }
}

/// Submits a value: to a node, or by the client that knows the leader.
pub(crate) fn submit(view: &View, via: Option<Address>) -> Callback<SubmitEvent> {
    let dispatch = view.dispatch.clone();
    Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        dispatch.emit(Msg::Submit(event, via));
    })
}
