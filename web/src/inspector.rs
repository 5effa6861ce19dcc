//! The inspector: beside the stage on a wide page, over it on a narrow one, a bottom sheet on a
//! phone.

mod focus;
mod pieces;

use raft_playground::Intent;
use raft_playground::intent::{Panel, Tab, Transcript};
use raft_playground::text::say;
use raft_playground::view::Scene;
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget};
use yew::prelude::*;

use crate::icons::{self, icon};
use crate::message::Msg;
use crate::page;
use crate::text::words;
use crate::tracked_view::View;

pub(crate) use focus::Focus;

/// The tab bar and the open tab; nothing while the inspector is closed.
pub(crate) fn render(view: &View) -> Html {
    let Some(inspector) = view.inspector() else { return html! {} };
    // The key prevents Yew from reusing elements of another tab.
    let content = pieces::render(&inspector.content, inspector.tab as u64);
    let (typing, done) = (view.dispatch.clone(), view.dispatch.clone());
    let typing = move |event: InputEvent| dispatch_field_event(&typing, &event, false);
    let done = move |event: Event| dispatch_field_event(&done, &event, true);
    let (over, out) = (view.dispatch.clone(), view.dispatch.clone());
    let over = move |event: PointerEvent| {
        if is_line(event.target()) {
            hold(&over, true);
        }
    };
    let out = move |event: PointerEvent| {
        if !is_line(event.related_target()) {
            hold(&out, false);
        }
    };
    let name = words(&say::inspector());
    html! {
        <aside class="inspector" aria-label={name.clone()}>
            <div class="tabs">
                <div role="tablist" aria-label={name}>
                    for tab in Tab::ALL {
                        { opener(view, tab, tab == inspector.tab) }
                    }
                </div>
                <button class="icon-button" aria-label={words(&say::inspector_close())}
                    onclick={view.on_click(Panel::Inspect(None))}>
                    { icon(icons::CROSS) }
                </button>
            </div>
            <div class="tab" role="tabpanel" id="tab" aria-label={words(&inspector.tab.label())}
                tabindex="0" oninput={typing} onchange={done} onpointerover={over}
                onpointerout={out}>
                { content }
            </div>
        </aside>
    }
}

/// Whether an element belongs to the lines of the transcript.
fn is_line(element: Option<EventTarget>) -> bool {
    let element = element.and_then(|element| element.dyn_into::<Element>().ok());
    element.is_some_and(|element| element.closest(".transcript").is_ok_and(|list| list.is_some()))
}

/// While the pointer is on the lines of the transcript, they stand still.
fn hold(dispatch: &Callback<Msg>, is_held: bool) {
    dispatch.emit(Msg::Do(Transcript::Hold(is_held).into()));
}

/// Sends the intent of an event in a field.
fn dispatch_field_event(dispatch: &Callback<Msg>, event: &Event, done: bool) {
    if let Some(intent) = pieces::field_intent(event, done) {
        dispatch.emit(Msg::Do(intent));
    }
}

/// The button of a tab. Only the open tab is in the Tab order; arrow keys reach the others.
fn opener(view: &View, tab: Tab, open: bool) -> Html {
    html! {
        <button role="tab" aria-controls="tab" aria-selected={open.to_string()}
            tabindex={if open { "0" } else { "-1" }}
            onclick={view.on_click(Panel::Inspect(Some(tab)))}>
            { words(&tab.label()) }
        </button>
    }
}

/// The intent of a click on a piece of the open tab, or on a button outside the tree that Yew
/// draws, as in the help.
pub(crate) fn intent_of(click: &Event, scene: &Scene) -> Option<Intent> {
    let click = Some(click).filter(|event| event.type_() == "click")?;
    if let (Some(inspector), Some(button)) = (&scene.inspector, page::closest(click, ".tab button"))
    {
        return pieces::intent_of(&button, &inspector.content);
    }
    let opener = page::closest(click, "[data-tab]")?;
    Tab::from_key(&opener.get_attribute("data-tab")?).map(|tab| Panel::Inspect(Some(tab)).into())
}
