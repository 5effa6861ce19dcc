//! The dynamic part of the top bar: whether Raft's properties hold, and the buttons of the
//! inspector.

use raft_playground::intent::{Panel, Tab};
use raft_playground::text::{Sentence, say};
use yew::prelude::*;

use crate::banner::violations;
use crate::icons::{self, icon};
use crate::page;
use crate::text::words;
use crate::tracked_view::View;

/// The tools at the right of the top bar.
pub(crate) fn render(view: &View) -> Html {
    let shown = view.tab();
    let is_shown = |tab| shown == Some(tab);
    let toggle = |tab| Panel::Inspect((!is_shown(tab)).then_some(tab));
    let (class, picture, text) = match violations(view.properties()) {
        0 => ("top-button checks", icons::CHECK, say::guarantees_all_hold()),
        broken => ("top-button checks violated", icons::CROSS, say::guarantees_some_broken(broken)),
    };
    let text = words(&text);
    let inspects = shown.is_some_and(|tab| tab != Tab::Settings);
    html! {
        <nav class="tools" aria-label={words(&say::stories())}>
            <a class="top-button wide-only" data-tour="" href={page::TOUR}>
                { words(&say::tour()) }
            </a>
            <button class="top-button wide-only" popovertarget="stories">
                { words(&say::stories()) }
            </button>
            <button class="top-button wide-only" popovertarget="share">
                { words(&say::share()) }
            </button>
            <button {class} aria-label={text.clone()} title={words(&say::guarantees())}
                aria-expanded={is_shown(Tab::Checks).to_string()}
                onclick={view.on_click(toggle(Tab::Checks))}>
                { icon(picture) }
                <span class="wide-only" aria-hidden="true">{ text }</span>
            </button>
            { opener(view, [say::inspector(), say::inspector_title()], inspects,
                Panel::ToggleInspector, icons::INSPECTOR) }
            { opener(view, [say::settings(), say::settings()], is_shown(Tab::Settings),
                toggle(Tab::Settings), icons::SLIDERS) }
            <div hidden=true>
                for property in view.properties() {
                    <i data-property={property.key} data-state={property.status.name()} />
                }
            </div>
        </nav>
    }
}

/// The button that toggles a tab of the inspector.
fn opener(
    view: &View,
    [name, title]: [Sentence; 2],
    open: bool,
    intent: Panel,
    picture: &'static str,
) -> Html {
    html! {
        <button class="top-button wide-only" aria-label={words(&name)} title={words(&title)}
            aria-expanded={open.to_string()} onclick={view.on_click(intent)}>
            { icon(picture) }
        </button>
    }
}
