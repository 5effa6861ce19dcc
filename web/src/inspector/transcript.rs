//! The tab “Transcript”.

use raft_playground::Intent;
use raft_playground::frame::{LineKind, LineView, Question, Told, TranscriptView};
use web_sys::Element;
use yew::prelude::*;

use super::network::chip;
use crate::icons::{self, icon};
use crate::part::View;

pub(super) fn draw(view: &View, content: &TranscriptView) -> Html {
    let does = view.does_what(asked);
    html! {
        <>
            <div class="chips" role="group" aria-label="What is told">
                for told in Told::ALL {
                    { chip(told.name(), told == content.told, view.does(Intent::Tell(told))) }
                }
            </div>
            <ol class="transcript" onclick={does}>
                for line in &content.lines {
                    { line_of(line) }
                }
            </ol>
            if content.is_cut {
                <p class="quiet">{ "What came before is told when you go back there." }</p>
            }
        </>
    }
}

/// A line: pressing it goes there, and its second button asks why.
fn line_of(line: &LineView) -> Html {
    let class = match line.kind {
        LineKind::Act => "act",
        LineKind::Alarm => "alarm",
        LineKind::Turn => "turn",
        LineKind::Step | LineKind::Message | LineKind::Disk => "",
    };
    html! {
        <li key={line.seq} {class}>
            <button data-at={line.at_us.to_string()}>
                <time>{ line.time.clone() }</time><b>{ line.place.clone() }</b>
                <span>{ line.text.clone() }</span>
            </button>
            <button data-why={line.seq.to_string()} aria-label="Why?" title="Why?">
                { icon(icons::QUESTION) }
            </button>
        </li>
    }
}

/// What a click on one of the lines asks for.
fn asked(click: &MouseEvent) -> Option<Intent> {
    let target: Element = click.target_unchecked_into();
    let button = target.closest("button").ok()??;
    let number = |name| button.get_attribute(name)?.parse().ok();
    let to_us = number("data-at").map(|to_us| Intent::Seek { to_us });
    to_us.or_else(|| Some(Intent::Ask(Some(Question::Record(number("data-why")?)))))
}
