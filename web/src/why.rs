//! Why: an answer that docks under the sentence, with the values that were compared.

use raft_playground::intent::{Panel, Question};
use raft_playground::view::Compared;
use yew::prelude::*;

use crate::icons::{self, icon};
use crate::part::View;

/// The answer to what was asked; nothing if nothing was.
pub(crate) fn draw(view: &View) -> Html {
    let Some(why) = view.why() else { return html! {} };
    html! {
        <section class="why" role="dialog" aria-label={why.title.clone()}>
            <header>
                <h2>{ why.title.clone() }</h2>
                <small>{ why.place.clone() }</small>
                <button class="ib" aria-label="Close the answer"
                    onclick={view.does(Panel::Ask(None))}>
                    { icon(icons::CROSS) }
                </button>
            </header>
            <div>
                <p role="status">
                    { why.sentence.clone() }
                    if !why.section.is_empty() {
                        { " " }<cite>{ why.section }</cite>
                    }
                </p>
                for (text, question) in &why.also {
                    <button class="ask" onclick={view.does(Panel::Ask(Some(*question)))}>
                        { text.clone() }
                    </button>
                }
            </div>
            if !why.compared.is_empty() {
                <table>
                    <thead>
                        <tr>
                            <th>{ "compared" }</th><th>{ "here" }</th><th>{ "needed" }</th><td />
                        </tr>
                    </thead>
                    <tbody>
                        for compared in &why.compared {
                            { row(compared) }
                        }
                    </tbody>
                </table>
            }
        </section>
    }
}

fn row(compared: &Compared) -> Html {
    let (class, picture, word) = if compared.holds {
        ("yes", icons::CHECK, "holds")
    } else {
        ("no", icons::CROSS, "does not hold")
    };
    html! {
        <tr {class}>
            <th>{ compared.what }</th>
            <td>{ compared.here.clone() }</td>
            <td>{ compared.needed.clone() }</td>
            <td>{ icon(picture) }<span class="vh">{ word }</span></td>
        </tr>
    }
}

/// The word after the sentence that asks why.
pub(crate) fn ask(view: &View) -> Html {
    let open = view.why().is_some();
    let question = (!open).then_some(Question::Sentence);
    html! {
        <button class="ask" aria-expanded={open.to_string()} title="Why? (W)"
            onclick={view.does(Panel::Ask(question))}>
            { "Why?" }
        </button>
    }
}
