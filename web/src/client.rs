//! The client: its disc on the stage, and the field in which one types what it sends.

use std::rc::Rc;

use raft_playground::Intent;
use raft_playground::frame::{ClientView, OutcomeView, Scene};
use raft_playground::layout::Rect;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::dispatch::use_dispatch;
use crate::draw::{Factor, Px, at, px};
use crate::shared::Shared;

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) scene: Shared<Scene>,
}

/// The clients' discs.
#[component]
pub(crate) fn ClientDiscs(props: &Props) -> Html {
    let scene = &props.scene;
    let radius = scene.layout.sizes.client_radius;
    let places = scene.clients.iter().zip(&scene.layout.clients);
    html! {
        <>{ for places.map(|(client, &centre)| html! {
            <g key={&*client.name} class="client" transform={at(centre)} role="img"
                aria-label={format!("Client {}. {}", client.name, client.status)}
                data-client={client.name.clone()} data-outcome={outcome(client.outcome)}>
                <circle class="client-disc" r={px(radius)} />
                <text class="val">{ client.name.clone() }</text>
            </g>
        }) }</>
    }
}

/// The word of the automation contract.
fn outcome(outcome: OutcomeView) -> &'static str {
    match outcome {
        OutcomeView::Idle => "idle",
        OutcomeView::Waiting => "waiting",
        OutcomeView::Done => "done",
        OutcomeView::Failed => "failed",
        OutcomeView::Unknown => "unknown",
    }
}

/// The field of the first client.
#[component]
pub(crate) fn ClientField(props: &Props) -> Html {
    let scene = &props.scene;
    let Some(client) = scene.clients.first() else { return html! {} };
    let scale = scene.layout.sizes.scale.max(1.0);
    html! { <Field client={Shared::from(client)} place={scene.layout.field} {scale} /> }
}

#[derive(Properties, PartialEq)]
struct FieldProps {
    client: Shared<ClientView>,
    place: Option<Rect>,
    /// How much larger than usual it is.
    scale: f64,
}

#[component]
fn Field(props: &FieldProps) -> Html {
    let FieldProps { client, place, scale } = props;
    let style = place.map(|Rect { x, y, width, .. }| {
        format!("left:{}px;top:{}px;width:{}px;--k:{}", Px(x), Px(y), Px(width), Factor(*scale))
    });
    let (input, onsubmit) = use_sending(None, &client.complaint, &client.status);
    let refused = !client.complaint.is_empty();
    let status = html! {
        <p class={classes!("status", outcome(client.outcome))} title={client.status.clone()}>
            { client.status.clone() }
        </p>
    };
    // On a phone the status is within the frame of the field, on a wide stage below it.
    let (inside, below) = if place.is_some() { (html! {}, status) } else { (status, html! {}) };
    html! {
        <form class="field" {style} {onsubmit}>
            <label for="value">{ "Client " }{ client.name.clone() }</label>
            <div class="in">
                <input id="value" ref={input} aria-label="Value" autocomplete="off"
                    autocapitalize="off" spellcheck="false" enterkeyhint="send"
                    placeholder={client.placeholder.clone()} aria-invalid={refused.to_string()}
                    aria-describedby={refused.then_some("value-complaint")} />
                { inside }
                <button>{ "Send" }</button>
            </div>
            { below }
            if refused {
                <p id="value-complaint" class="complaint" role="alert">{ client.complaint.clone() }</p>
            }
        </form>
    }
}

/// A field whose text is sent when the form is submitted: by the client that knows the leader, or
/// to one node. What was accepted is cleared; what was refused stays, to be corrected.
#[hook]
pub(crate) fn use_sending(
    via: Option<raft_playground::Address>,
    complaint: &Rc<str>,
    status: &Rc<str>,
) -> (NodeRef, Callback<SubmitEvent>) {
    let dispatch = use_dispatch();
    let input = use_node_ref();
    let sent = use_mut_ref(|| false);
    {
        let (input, sent) = (input.clone(), Rc::clone(&sent));
        use_effect_with((Rc::clone(complaint), Rc::clone(status)), move |(complaint, _)| {
            if sent.replace(false)
                && complaint.is_empty()
                && let Some(input) = input.cast::<HtmlInputElement>()
            {
                input.set_value("");
            }
        });
    }
    let onsubmit = {
        let input = input.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(input) = input.cast::<HtmlInputElement>() {
                sent.replace(true);
                dispatch.emit(Intent::Send { text: input.value().into(), via });
            }
        })
    };
    (input, onsubmit)
}
