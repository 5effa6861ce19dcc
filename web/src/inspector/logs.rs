//! The tab “Logs”: a table with a row for each node and a column for each index.

use raft_playground::frame::{CellState, CellView, LogRow, LogsView, Question};
use raft_playground::{Address, Intent};
use yew::prelude::*;

use crate::draw::tint;
use crate::part::View;

/// The marks below a place; the legend says what they mean.
const MARKS: [&str; 8] = ["", "■", "●", "■●", "►", "■►", "●►", "■●►"];

/// What the marks and lines mean.
const LEGEND: &str = include_str!("../../still/legend.html");

pub(super) fn draw(view: &View, content: &LogsView) -> Html {
    let LogsView { first, columns, first_at_end, .. } = *content;
    let mut head = Vec::new();
    for (index, _) in (first..).zip(&content.cells[..columns]) {
        head.push(html! { <th scope="col">{ index }</th> });
    }
    let rows = content.rows.iter().zip(content.cells.chunks(columns));
    html! {
        <>
            <table class="entries" aria-label="Logs">
                <thead><tr><td />{ head }</tr></thead>
                <tbody>
                    for (row, cells) in rows {
                        { log(view, first, row, cells) }
                    }
                </tbody>
            </table>
            if first_at_end > 1 {
                { pages(view, first, columns as u64, first_at_end) }
            }
            { Html::from_html_unchecked(LEGEND.into()) }
        </>
    }
}

fn log(view: &View, first: u64, row: &LogRow, cells: &[CellView]) -> Html {
    let role = row.role.name();
    let mut places = Vec::new();
    for (index, cell) in (first..).zip(cells) {
        places.push(place(view, row.address, index, cell));
    }
    html! {
        <tr>
            <th scope="row" class={role} title={role}>
                { row.address.to_string() }
                <small>{ row.note.clone() }</small>
            </th>
            { places }
        </tr>
    }
}

fn place(view: &View, node: Address, index: u64, cell: &CellView) -> Html {
    let (class, state) = match cell.state {
        CellState::Free => ("", ""),
        CellState::Snapshot => ("compact", ""),
        CellState::Entry { committed: true, durable: true } => ("done", "committed"),
        CellState::Entry { committed: true, durable: false } => {
            ("done unsynced", "committed, not on its disk yet")
        }
        CellState::Entry { committed: false, durable: true } => ("open", "not committed"),
        CellState::Entry { committed: false, durable: false } => {
            ("open unsynced", "not committed, not on its disk yet")
        }
    };
    let marks = MARKS[usize::from(cell.is_applied)
        + 2 * usize::from(cell.is_match)
        + 4 * usize::from(cell.is_next)];
    html! {
        <td key={index} {class}>
            if let Some(text) = &cell.text {
                <button data-index={index.to_string()}
                    title={format!("Entry {index} of {node}: {text}, {state}. Why?")}
                    onclick={view.does(Intent::Ask(Some(Question::Entry { node, index })))}>
                    { text.clone() }<b class={tint(cell.term)}>{ cell.term }</b>
                </button>
            }
            <s>{ marks }</s>
        </td>
    }
}

/// What goes through logs that are longer than the table.
fn pages(view: &View, first: u64, columns: u64, first_at_end: u64) -> Html {
    let turn = |label: &'static str, arrow: &'static str, from| {
        html! {
            <button class="ib" aria-label={label} onclick={view.does(Intent::ShowEntries { from })}>
                { arrow }
            </button>
        }
    };
    html! {
        <div class="pages">
            { turn("Earlier entries", "‹", first.saturating_sub(columns)) }
            <input type="range" min="1" max={first_at_end.to_string()} value={first.to_string()}
                aria-label="First index shown"
                oninput={view.slides(|from| Intent::ShowEntries { from: from as u64 })} />
            { turn("Later entries", "›", first + columns) }
        </div>
    }
}
