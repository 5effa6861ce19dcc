//! The tab “Transcript”.

use raft_playground::frame::TranscriptView;
use yew::prelude::*;

use crate::part::View;

pub(super) fn draw(_view: &View, content: &TranscriptView) -> Html {
    html! {
        <ol class="transcript">
            for line in &content.lines {
                <li key={line.seq}>{ line.text.clone() }</li>
            }
        </ol>
    }
}
