//! A bar for notices: a violated property, or an ignored part of the address.

use raft_playground::text::{Sentence, Words, say};
use raft_playground::view::{PropertyStatus, PropertyView, Scene};
use yew::prelude::*;

use crate::icons::{self, icon};
use crate::message::Msg;
use crate::text::{words, written};

/// The number of violated properties.
pub(crate) fn violations(properties: &[PropertyView]) -> usize {
    properties.iter().filter(|property| property.status == PropertyStatus::Violated).count()
}

/// The bar, unless it contains nothing new. `complaints` are about the address, `complaint` about
/// the last action. `dismissed` is the number of violations when the bar was closed.
pub(crate) fn render(
    scene: &Scene,
    complaints: &[Sentence],
    complaint: Option<&Words>,
    dismissed: Option<usize>,
    dispatch: &Callback<Msg>,
) -> Html {
    // A story tells of violations itself, also of those before its task.
    let told = scene.story.as_ref().map_or(0, |story| story.told_violations);
    let known = dismissed.unwrap_or(0).max(told);
    let mut lines = Vec::new();
    for property in &scene.properties {
        let is_news =
            property.status == PropertyStatus::Violated && violations(&scene.properties) > known;
        if let Some(facts) = property.why.as_ref().filter(|_| is_news) {
            let broken = say::guarantee_is_broken(property.name.clone(), facts.clone());
            lines.push(words(&broken));
        }
    }
    if dismissed.is_none() {
        lines.extend(complaints.iter().map(words));
    }
    lines.extend(complaint.map(written));
    if lines.is_empty() {
        return html! {};
    }
    html! {
        <div class="notices" role="alert">
            <div>
                for line in lines {
                    <p>{ line }</p>
                }
            </div>
            <button class="icon-button" aria-label={words(&say::dismiss())}
                onclick={dispatch.reform(|_| Msg::Dismiss)}>
                { icon(icons::CROSS) }
            </button>
        </div>
    }
}
