//! The tab “Settings”: one form, drawn from a table, one function for every field.

use raft_playground::Intent;
use raft_playground::frame::{FieldView, GroupView, SettingsView};
use web_sys::{Event, HtmlInputElement};
use yew::prelude::*;

use crate::app::Msg;
use crate::part::View;

pub(super) fn draw(view: &View, content: &SettingsView) -> Html {
    let typing = view.tell.reform(|event: InputEvent| said(&event, false));
    let done = view.tell.reform(|event: Event| said(&event, true));
    html! {
        <div class="settings" oninput={typing} onchange={done}>
            for (place, group) in content.groups.iter().enumerate() {
                { group_of(group, place == 0) }
            }
            <div class="begin">
                if content.pending {
                    <button class="btn primary" onclick={view.does(Intent::BeginAgain)}>
                        { "Begin again with these" }
                    </button>
                    <button class="btn" onclick={view.does(Intent::KeepSettings)}>
                        { "Keep what runs" }
                    </button>
                }
                <button class="btn" onclick={view.does(Intent::SetDefaults)}>
                    { "Defaults" }
                </button>
            </div>
        </div>
    }
}

fn group_of(group: &GroupView, first: bool) -> Html {
    html! {
        <details open={first}>
            <summary>{ group.name }<small>{ group.note.clone() }</small></summary>
            for field in &group.fields {
                { field_of(field) }
            }
        </details>
    }
}

fn field_of(field: &FieldView) -> Html {
    let refused = !field.complaint.is_empty();
    let (kind, on, off) = match field.switch {
        Some((off, on)) => ("checkbox", Some(on), Some(off)),
        None => ("text", None, None),
    };
    html! {
        <div class={if field.pending { "pending" } else { "" }}>
            <label>
                <span>{ field.label }{ " " }<small>{ field.hint.clone() }</small></span>
                <input type={kind} name={field.name.clone()} data-on={on} data-off={off}
                    checked={on == Some(&*field.value)} value={field.value.clone()}
                    aria-invalid={refused.then_some("true")} autocomplete="off"
                    autocapitalize="off" spellcheck="false" />
            </label>
            if refused {
                <p class="complaint" role="alert">{ field.complaint.clone() }</p>
            }
        </div>
    }
}

/// What an event in a field says: that it is being typed in, or done.
fn said(event: &Event, done: bool) -> Msg {
    let field: HtmlInputElement = event.target_unchecked_into();
    let word = field.get_attribute(if field.checked() { "data-on" } else { "data-off" });
    let text = word.unwrap_or_else(|| field.value()).into();
    let name = field.name().into();
    Msg::Do(if done { Intent::Set { name, text } } else { Intent::TypeSetting { name, text } })
}
