//! An explanation, docked below the sentence, with the compared values.

use raft_playground::intent::{Panel, Question};
use raft_playground::text::say;
use raft_playground::view::Compared;
use yew::prelude::*;

use crate::icons::{self, icon};
use crate::text::{words, written};
use crate::tracked_view::View;

/// The current explanation; nothing if there is none.
pub(crate) fn render(view: &View) -> Html {
    let Some(why) = view.why() else { return html! {} };
    html! {
        <section class="why" role="dialog" aria-label={words(&why.title)}>
            <header>
                <h2>{ words(&why.title) }</h2>
                <small>{ written(&why.place) }</small>
                <button class="icon-button" aria-label={words(&say::why_close())}
                    onclick={view.on_click(Panel::Ask(None))}>
                    { icon(icons::CROSS) }
                </button>
            </header>
            <div>
                <p role="status">
                    for sentence in &why.sentences {
                        { words(sentence) }{ " " }
                    }
                    if let Some(section) = &why.section {
                        <cite>{ words(section) }</cite>
                    }
                </p>
                for (text, question) in &why.also {
                    <button class="why-button" onclick={view.on_click(Panel::Ask(Some(*question)))}>
                        { words(text) }
                    </button>
                }
            </div>
            if !why.compared.is_empty() {
                <table>
                    <thead>
                        <tr>
                            <th>{ words(&say::compared_what()) }</th>
                            <th>{ words(&say::compared_here()) }</th>
                            <th>{ words(&say::compared_needed()) }</th>
                            <td />
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
        ("yes", icons::CHECK, say::compared_holds())
    } else {
        ("no", icons::CROSS, say::compared_does_not_hold())
    };
    html! {
        <tr {class}>
            <th>{ words(&compared.what) }</th>
            <td>{ written(&compared.here) }</td>
            <td>{ written(&compared.needed) }</td>
            <td>{ icon(picture) }<span class="visually-hidden">{ words(&word) }</span></td>
        </tr>
    }
}

/// The link after the sentence that asks why.
pub(crate) fn ask(view: &View) -> Html {
    let open = view.why().is_some();
    let question = (!open).then_some(Question::Sentence);
    html! {
        <button class="why-button" aria-expanded={open.to_string()}
            title={words(&say::why_button_title())} onclick={view.on_click(Panel::Ask(question))}>
            { words(&say::why_button()) }
        </button>
    }
}
