//! Logs: the last entries of each node, in slots that do not move.

use raft_playground::LogIndex;
use raft_playground::layout::{LogSizes, Point};
use raft_playground::text::say;
use raft_playground::view::{LogView, RowView};
use yew::prelude::*;

use crate::svg::{Px, at, px, tint};
use crate::text::words;
use crate::tracked_view::View;

pub(super) fn render(view: &View) -> Html {
    let layout = view.layout();
    html! {
        <g class="logs" aria-hidden="true">
            <defs>
                <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse"
                    patternTransform="rotate(45)">
                    <path class="hatch" d="M0 0V6" />
                </pattern>
            </defs>
            for (node, place) in view.nodes().iter().zip(&layout.nodes) {
                { log(&node.log, place.log, &layout.sizes.log) }
            }
        </g>
    }
}

fn log(log: &LogView, place: Point, sizes: &LogSizes) -> Html {
    let mut rows = Vec::with_capacity(log.rows.len());
    for (drawn, &y) in log.rows.iter().zip(&log.row_tops(sizes)) {
        let place = Point { x: 0.0, y };
        rows.push(html! { <g transform={at(place)}>{ row(drawn, sizes) }</g> });
    }
    html! {
        <g class="log" transform={at(place)}>
            { head(log, sizes) }
            { rows }
        </g>
    }
}

/// The text above the rows: the number of folded entries, or how far this log is behind.
fn head(log: &LogView, sizes: &LogSizes) -> Html {
    if sizes.head == 0.0 {
        return html! {};
    }
    let text = match log.folded {
        _ if log.behind > 0 => words(&say::log_behind(log.behind)),
        Some((first, last)) if first == last => first.to_string().into(),
        Some((first, last)) => words(&say::log_folded(LogIndex(first), LogIndex(last))),
        None => return html! {},
    };
    let (width, bottom) = (sizes.width, sizes.head);
    let pile = format!(
        "M4 {0}H{1}M8 {2}H{3}",
        Px(bottom - 3.0),
        Px(width - 4.0),
        Px(bottom - 6.0),
        Px(width - 8.0)
    );
    html! {
        <>
            if log.folded.is_some() {
                <path class="pile" d={pile} />
            }
            if sizes.head_text {
                <text class="fold" x={px(width / 2.0)} y={px(bottom - 9.5)}>{ text }</text>
            }
        </>
    }
}

fn row(row: &RowView, sizes: &LogSizes) -> Html {
    let LogSizes { width, row: height, term: cell, .. } = *sizes;
    match row {
        RowView::Free => html! {},
        RowView::Missing => html! {
            <rect class="missing" width={px(width)} height={px(height)} />
        },
        RowView::Entry { index, term, text, committed, durable } => {
            let text = shorten(&words(text), sizes.characters);
            let baseline = px(height / 2.0 + sizes.text * 0.31);
            let class = match (committed, durable) {
                (true, true) => "row",
                (true, false) => "row unsynced",
                (false, true) => "row open",
                (false, false) => "row open unsynced",
            };
            html! {
                <g {class}>
                    <rect class="box" width={px(width)} height={px(height)} />
                    <rect class={tint(*term)} x={px(width - cell)} width={px(cell)}
                        height={px(height)} />
                    <text y={baseline}>
                        <tspan class="index" x={px(sizes.index_right)}>{ index }</tspan>
                        <tspan x={px(sizes.value_left)}>{ text }</tspan>
                        <tspan class="term" x={px(width - cell / 2.0)}>{ term }</tspan>
                    </text>
                </g>
            }
        }
    }
}

/// At most this many characters; a shortened text ends in an ellipsis.
fn shorten(text: &str, most: usize) -> String {
    if text.chars().nth(most).is_none() {
        return text.into();
    }
    let mut short: String = text.chars().take(most - 1).collect();
    short.push('…');
    short
}
