//! The inspector: beside the stage on a wide page, over it on a narrow one, a sheet on a phone.

mod focus;
mod pieces;

use raft_playground::Intent;
use raft_playground::intent::{Panel, Tab};
use raft_playground::text::say;
use raft_playground::view::Scene;
use yew::prelude::*;

use crate::icons::{self, icon};
use crate::message::Msg;
use crate::page;
use crate::part::View;
use crate::text::words;

pub(crate) use focus::Focus;

/// The open tab below the names of all tabs; nothing while the inspector is closed.
pub(crate) fn draw(view: &View) -> Html {
    let Some(inspector) = view.inspector() else { return html! {} };
    // Nothing of one tab is taken for something of another.
    let content = pieces::draw(&inspector.content, inspector.tab as u64);
    let (typing, done) = (view.tell.clone(), view.tell.clone());
    let typing = move |event: InputEvent| tell_of_field(&typing, &event, false);
    let done = move |event: Event| tell_of_field(&done, &event, true);
    let name = words(&say::inspector());
    html! {
        <aside class="inspector" aria-label={name.clone()}>
            <div class="tabs">
                <div role="tablist" aria-label={name}>
                    for tab in Tab::ALL {
                        { opener(view, tab, tab == inspector.tab) }
                    }
                </div>
                <button class="ib" aria-label={words(&say::inspector_close())}
                    onclick={view.does(Panel::Inspect(None))}>
                    { icon(icons::CROSS) }
                </button>
            </div>
            <div class="tab" role="tabpanel" id="tab" aria-label={words(&inspector.tab.label())}
                tabindex="0" oninput={typing} onchange={done}>
                { content }
            </div>
        </aside>
    }
}

/// Tells what an event in a field asks for.
fn tell_of_field(tell: &Callback<Msg>, event: &Event, done: bool) {
    if let Some(intent) = pieces::asked_in_field(event, done) {
        tell.emit(Msg::Do(intent));
    }
}

/// What opens a tab. Only the open one is a stop for the keyboard; arrows go to the others.
fn opener(view: &View, tab: Tab, open: bool) -> Html {
    html! {
        <button role="tab" aria-controls="tab" aria-selected={open.to_string()}
            tabindex={if open { "0" } else { "-1" }}
            onclick={view.does(Panel::Inspect(Some(tab)))}>
            { words(&tab.label()) }
        </button>
    }
}

/// What a click asks for: on a piece of the open tab, or on what opens a tab from outside the tree
/// that Yew draws, as the help does.
pub(crate) fn asked_by(click: &Event, scene: &Scene) -> Option<Intent> {
    let click = Some(click).filter(|event| event.type_() == "click")?;
    if let (Some(inspector), Some(button)) = (&scene.inspector, page::closest(click, ".tab button"))
    {
        return pieces::asked_by(&button, &inspector.content);
    }
    let opener = page::closest(click, "[data-tab]")?;
    Tab::from_key(&opener.get_attribute("data-tab")?).map(|tab| Panel::Inspect(Some(tab)).into())
}
