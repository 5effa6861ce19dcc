//! The tab “Network”: what the links do, what is on its way, and what happens next.

use raft_playground::frame::{FlightView, LaneState, LaneView, NetworkView, Question};
use raft_playground::{Address, Intent};
use yew::prelude::*;

use super::coming;
use crate::icons::{self, icon};
use crate::part::View;
use crate::stage;

pub(super) fn draw(view: &View, content: &NetworkView) -> Html {
    html! {
        <>
            <h2>
                <span>{ "Links " }<small>{ "from row to column" }</small></span>
                <span class="chips" role="group" aria-label="A press on a link">
                    { chip("Cut", !content.holds_up, view.does(Intent::HoldUp(false))) }
                    { chip("Hold up", content.holds_up, view.does(Intent::HoldUp(true))) }
                </span>
            </h2>
            { links(view, content) }
            <h2>{ "On their way" }</h2>
            <ul class="flights">
                for flight in &content.flights {
                    { flight_of(view, flight) }
                }
            </ul>
            <p class="quiet">
                if content.more > 0 {
                    { "and " }{ content.more }{ " more" }
                } else if content.flights.is_empty() {
                    { "nothing" }
                }
            </p>
            <h2>{ "What happens next" }</h2>
            { coming::draw(&content.coming) }
        </>
    }
}

/// A button that is one of several, of which one is pressed.
pub(super) fn chip(name: &'static str, pressed: bool, onclick: Callback<MouseEvent>) -> Html {
    html! { <button aria-pressed={pressed.to_string()} {onclick}>{ name }</button> }
}

/// From whom in rows, to whom in columns.
fn links(view: &View, content: &NetworkView) -> Html {
    let heads = |scope| move |end: &Address| html! { <th {scope}>{ end.to_string() }</th> };
    let rows = content.lanes.chunks(content.ends.len()).zip(&content.ends).map(|(lanes, end)| {
        html! {
            <tr>
                { heads("row")(end) }
                for lane in lanes {
                    <td>{ lane.as_ref().map(|lane| cell(view, lane)) }</td>
                }
            </tr>
        }
    });
    html! {
        <table class="lanes" aria-label="From row to column">
            <tr>
                <td />
                for end in &content.ends {
                    { heads("col")(end) }
                }
            </tr>
            { for rows }
        </table>
    }
}

fn cell(view: &View, lane: &LaneView) -> Html {
    let (class, mark) = match lane.state {
        LaneState::Up => ("", ""),
        LaneState::Otherwise => ("otherwise", "~"),
        LaneState::HeldUp => ("held", "="),
        LaneState::Cut => ("cut", "×"),
    };
    html! {
        <button {class} aria-label={lane.label.clone()} title={lane.label.clone()}
            onclick={view.does(lane.intent.clone())}>
            { mark }
        </button>
    }
}

fn flight_of(view: &View, flight: &FlightView) -> Html {
    let act = |name: &str, picture, intent: &Intent| {
        let name = AttrValue::from(format!("{name} #{}", flight.id));
        html! {
            <button aria-label={name.clone()} title={name} onclick={view.does(intent.clone())}>
                { icon(picture) }
            </button>
        }
    };
    html! {
        <li key={flight.id}>
            { stage::picture(flight.kind, flight.refusal) }
            <p>
                <b>{ flight.way.clone() }</b>
                <time>
                    if let Some(fate) = flight.fate {
                        <em>{ fate }{ " " }</em>
                    }
                    { flight.when.clone() }
                </time>
                <span>{ flight.says.clone() }</span>
            </p>
            { act("Why", icons::QUESTION, &Intent::Ask(Some(Question::Message(flight.id)))) }
            { act("Drop", icons::CROSS, &flight.drop) }
            { act("Send twice", icons::TWICE, &flight.double) }
            { act("10 ms later", icons::CLOCK, &flight.delay) }
        </li>
    }
}
