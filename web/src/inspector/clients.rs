//! The tab “Clients”: operations as bars on an axis of time, which to a screen reader are rows of a
//! table.

use std::fmt::Write;

use raft_playground::frame::{ClientsView, OperationView, OutcomeView, VerdictView};
use yew::prelude::*;

use crate::client;
use crate::icons::{self, icon};
use crate::part::View;

pub(super) fn draw(_view: &View, content: &ClientsView) -> Html {
    html! {
        <>
            <h2>{ "Clients" }{ verdict(&content.verdict) }</h2>
            if let VerdictView::Violated(why) = &content.verdict {
                <p class="bad">{ why.clone() }</p>
            }
            if content.operations.is_empty() {
                <p class="quiet">{ "Nobody has asked for anything yet." }</p>
            } else {
                { table(content) }
            }
            for client in &content.clients {
                if client.folded > 0 {
                    <p class="quiet">
                        { client.folded }{ " earlier ones of " }{ client.name.clone() }
                    </p>
                }
            }
        </>
    }
}

fn verdict(verdict: &VerdictView) -> Html {
    let (class, picture, text) = match verdict {
        VerdictView::Linearizable => ("verdict ok", icons::CHECK, "linearizable".into()),
        VerdictView::Violated(_) => ("verdict bad", icons::CROSS, "not linearizable".into()),
        VerdictView::Undecided(keys) => {
            ("verdict maybe", icons::QUESTION, AttrValue::from(format!("undecided: {keys}")))
        }
    };
    html! { <span {class}>{ icon(picture) }{ text }</span> }
}

fn table(content: &ClientsView) -> Html {
    let mut columns = "grid-template-columns:auto".to_owned();
    for stretch in &content.stretches {
        // Writing to a string cannot fail.
        let _ = write!(columns, " minmax(min-content,{stretch}fr)");
    }
    html! {
        <div class="history" role="table" aria-label="Operations" tabindex="0">
            <div class="bars" role="rowgroup" style={columns}>
                <div role="row" class="vh">
                    for name in ["Client", "Operation", "Outcome", "From", "Until"] {
                        <span role="columnheader">{ name }</span>
                    }
                </div>
                for client in &content.clients {
                    <b aria-hidden="true" style={format!("grid-row:{}", client.first_row + 1)}>
                        { client.name.clone() }
                    </b>
                }
                for operation in &content.operations {
                    { bar(operation) }
                }
            </div>
        </div>
    }
}

fn bar(operation: &OperationView) -> Html {
    let outcome = client::outcome(operation.outcome);
    let mark = match operation.outcome {
        OutcomeView::Done => icon(icons::CHECK),
        OutcomeView::Failed => icon(icons::CROSS),
        OutcomeView::Unknown => icon(icons::QUESTION),
        OutcomeView::Idle | OutcomeView::Waiting => icon(icons::DOTS),
    };
    let (first, last) = operation.span;
    let place = format!("grid-area:{}/{}/auto/{}", operation.row + 1, first + 2, last + 2);
    let contradicts = operation.contradicts.then_some(" contradicts");
    let cell = |text: &str| html! { <span role="cell" class="vh">{ text.to_owned() }</span> };
    html! {
        <div role="row" key={format!("{}{}", operation.client, operation.serial)} style={place}
            class={format!("{outcome}{}", contradicts.unwrap_or_default())}
            title={format!("{}, {} to {}", operation.text, operation.from, operation.until)}>
            { cell(&operation.client) }
            <span role="cell">{ mark }<span>{ operation.text.clone() }</span></span>
            { cell(outcome) }
            { cell(&operation.from) }
            { cell(&operation.until) }
        </div>
    }
}
