//! Renders a tab from a tree of plain pieces.

use std::fmt::Write;

use raft_playground::Intent;
use raft_playground::intent::{Panel, Setting, Setup, Transcript};
use raft_playground::view::{Picture, Piece, PieceKind};
use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

use crate::icons::{self, icon};
use crate::stage;
use crate::text::written;

/// The name of the slider that scrolls the logs.
const ENTRIES: &str = "entries";

/// The name of the field in which one types what to search the transcript for.
const SEARCH: &str = "search";

/// A piece with its children. A piece without a key is identified by its position among its
/// siblings.
#[expect(clippy::ignored_unit_patterns, reason = "`html!` writes one for a tag by its name")]
pub(super) fn render(piece: &Piece, place: u64) -> Html {
    let (tag, role) = match piece.kind {
        PieceKind::Picture(picture) => return icon(path(picture)),
        PieceKind::Message { kind, refusal, is_duplicate } => {
            return stage::picture(kind, refusal, is_duplicate);
        }
        PieceKind::Field { setting, refused } => return field(piece, setting, refused),
        PieceKind::Switch { setting, off, on, is_on } => return switch(setting, (off, on), is_on),
        PieceKind::Slider { at, most } => return slider(piece, at, most),
        PieceKind::Search => return search(piece, place),
        PieceKind::Group => ("div", piece.name.is_some().then_some("group")),
        PieceKind::Wide => ("div", Some("group")),
        PieceKind::Heading => ("h2", None),
        PieceKind::Table => ("table", Some("table")),
        PieceKind::Row => ("tr", Some("row")),
        PieceKind::Head => ("th", None),
        PieceKind::Cell => ("td", Some("cell")),
        PieceKind::List => ("ol", None),
        PieceKind::Item => ("li", None),
        PieceKind::Paragraph => ("p", None),
        PieceKind::Text => ("span", None),
        PieceKind::Strong => ("b", None),
        PieceKind::Small => ("small", None),
        PieceKind::Time => ("time", None),
        PieceKind::Button | PieceKind::Choice { .. } => ("button", None),
        PieceKind::Fold { .. } => ("details", None),
        PieceKind::Summary => ("summary", None),
        PieceKind::Label => ("label", None),
        PieceKind::Complaint => ("p", Some("alert")),
    };
    let open = matches!(piece.kind, PieceKind::Fold { open: true });
    let pressed = match piece.kind {
        PieceKind::Choice { pressed } => Some(if pressed { "true" } else { "false" }),
        _ => None,
    };
    let name = piece.name.as_ref().map(written);
    let text = piece.text.as_ref().map(written);
    // Adjacent texts must not run together when they are read aloud or copied.
    let space = (text.is_some() && !piece.parts.is_empty()).then_some(" ");
    let parts = (0..).zip(&piece.parts).map(|(place, part)| render(part, place));
    let key = if piece.key == 0 { place } else { piece.key };
    html! {
        <@{tag} {key} class={piece.class} {role} aria-label={name.clone()} title={name}
            aria-pressed={pressed} ~style={style(piece)} {open}
            tabindex={(piece.kind == PieceKind::Wide).then_some("0")}>
            { text }{ space }{ for parts }
        </@>
    }
}

/// The intent of a button. The positions of the button and its ancestors identify the piece: one
/// listener for the page is cheaper than one for each of hundreds of buttons.
pub(super) fn intent_of(button: &Element, root: &Piece) -> Option<Intent> {
    let mut way = Vec::new();
    let mut element = button.clone();
    while !element.matches(".tab > *").unwrap_or(true) {
        let before =
            std::iter::successors(Some(element.clone()), Element::previous_element_sibling);
        way.push(before.count() - 1);
        element = element.parent_element()?;
    }
    let piece = way.into_iter().rev().try_fold(root, |piece, place| piece.parts.get(place))?;
    piece.intent.clone()
}

fn field(piece: &Piece, setting: Setting, refused: bool) -> Html {
    html! {
        <input type="text" name={setting.name()} value={piece.text.as_ref().map(written)}
            aria-invalid={refused.then_some("true")} autocomplete="off" autocapitalize="off"
            spellcheck="false" />
    }
}

fn switch(setting: Setting, (off, on): (&'static str, &'static str), is_on: bool) -> Html {
    html! {
        <input type="checkbox" name={setting.name()} data-off={off} data-on={on} checked={is_on} />
    }
}

fn slider(piece: &Piece, at: u64, most: u64) -> Html {
    html! {
        <input type="range" name={ENTRIES} min="1" max={most.to_string()} value={at.to_string()}
            aria-label={piece.name.as_ref().map(written)} />
    }
}

fn search(piece: &Piece, key: u64) -> Html {
    let name = piece.name.as_ref().map(written);
    html! {
        <input {key} type="search" name={SEARCH} value={piece.text.as_ref().map(written)}
            placeholder={name.clone()} aria-label={name} autocomplete="off" autocapitalize="off"
            spellcheck="false" />
    }
}

/// The position in a grid, and the columns of the piece itself.
fn style(piece: &Piece) -> String {
    if let Some([row, column, end_row, end_column]) = piece.place {
        return format!("grid-area:{row}/{column}/{end_row}/{end_column}");
    }
    if piece.columns.is_empty() {
        return String::new();
    }
    let mut style = "grid-template-columns:auto".to_owned();
    for width in &piece.columns {
        // Writing to a string cannot fail.
        let _ = write!(style, " minmax(min-content,{width}fr)");
    }
    style
}

fn path(picture: Picture) -> &'static str {
    match picture {
        Picture::Check => icons::CHECK,
        Picture::Cross => icons::CROSS,
        Picture::Question => icons::QUESTION,
        Picture::Dots => icons::DOTS,
        Picture::Twice => icons::TWICE,
        Picture::Clock => icons::CLOCK,
    }
}

/// The intent of an event in a field; `done` tells a finished input from typing.
pub(super) fn field_intent(event: &Event, done: bool) -> Option<Intent> {
    let field: HtmlInputElement = event.target_unchecked_into();
    let word = field.get_attribute(if field.checked() { "data-on" } else { "data-off" });
    let text = word.unwrap_or_else(|| field.value()).into();
    let name = field.name();
    if name == ENTRIES {
        let from = field.value().parse().unwrap_or_default();
        return Some(Panel::ShowEntries { from }.into());
    }
    if name == SEARCH {
        return Some(Transcript::Search(text).into());
    }
    let setting = Setting::named(&name)?;
    let intent = if done { Setup::Set { setting, text } } else { Setup::Type { setting, text } };
    Some(intent.into())
}
