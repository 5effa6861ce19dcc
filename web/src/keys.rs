//! The keyboard: keys that work everywhere outside of text fields, and keys for nodes, links and
//! menus.

use std::cell::Cell;

use raft_playground::Address;
use raft_playground::intent::{Fault, NodeAction, Panel, Playback, Question, Story};
use raft_playground::layout::LinkHit;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};
use yew::Callback;

use crate::message::{KeyAction, Msg};
use crate::{page, pointing};

/// Handles keys.
pub(crate) struct Keys {
    dispatch: Callback<Msg>,
    /// The node from which the focus moved to its links.
    via: Cell<Option<Address>>,
}

impl Keys {
    pub(crate) fn new(dispatch: Callback<Msg>) -> Self {
        Self { dispatch, via: Cell::new(None) }
    }

    /// Handles a key, if it has a meaning at the focused element.
    pub(crate) fn press(&self, event: &Event) {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(target) = target else { return };
        if key.default_prevented() || key.ctrl_key() || key.meta_key() || key.alt_key() {
            return;
        }
        let at = |selector: &str| target.closest(selector).ok().flatten();
        let name = key.key();
        let meant = if name == "Escape" && page::find(".gesture, .grabbing").is_some() {
            self.dispatch.emit(Msg::Press(KeyAction::CancelGesture));
            true
        } else if let Some(menu) = at(".menu") {
            self.press_in_menu(&menu, &target, &name)
        } else if let Some(node) = at("[data-node]") {
            self.press_on_node(&node, &name)
        } else if let Some(tabs) = at("[role=tablist]") {
            walk_tabs(&tabs, &name)
        } else if let (Some(table), Some(row)) = (at(".entries"), at("tr")) {
            walk_cells(&table, &row, &target, &name)
        } else if let Some(hit) = pointing::link_of(event) {
            self.press_on_link(&hit, &name, key.shift_key())
        } else {
            false
        };
        if meant || self.press_anywhere(&target, &name) {
            event.prevent_default();
        }
    }

    fn press_anywhere(&self, target: &Element, key: &str) -> bool {
        let at = |selector| target.matches(selector).unwrap_or(false);
        let is_inside = || target.closest(".inspector").is_ok_and(|inside| inside.is_some());
        if at("textarea, input:not([type=range])") && !(key == "Escape" && is_inside()) {
            return false;
        }
        let action = match key {
            " " if !at("button, [role=button], summary") => KeyAction::Do(Playback::Toggle.into()),
            "ArrowRight" if !at("input") => KeyAction::Do(Playback::Step.into()),
            "r" | "R" => KeyAction::Do(Playback::Reset { seed: None }.into()),
            "u" | "U" => KeyAction::Do(Playback::Undo.into()),
            "+" | "=" => KeyAction::Faster,
            "-" => KeyAction::Slower,
            "ArrowLeft" if !at("input") => KeyAction::Do(Playback::StepBack.into()),
            "ArrowUp" if at(".track") => KeyAction::Do(Playback::Step.into()),
            "ArrowDown" if at(".track") => KeyAction::Do(Playback::StepBack.into()),
            "PageUp" if at(".track") => KeyAction::Do(Playback::SeekMark { forward: true }.into()),
            "PageDown" if at(".track") => {
                KeyAction::Do(Playback::SeekMark { forward: false }.into())
            }
            "Home" if !at("input, .tab") => KeyAction::Do(Playback::Seek { to_us: 0 }.into()),
            "End" if !at("input, .tab") => KeyAction::Do(Playback::Seek { to_us: u64::MAX }.into()),
            "w" | "W" => KeyAction::Do(
                Panel::Ask(page::find(".why").is_none().then_some(Question::Sentence)).into(),
            ),
            "PageDown" => KeyAction::Do(Story::Continue.into()),
            "PageUp" => KeyAction::Do(Story::Back.into()),
            "1" | "2" | "3" | "4" if page::find(".choice").is_some() => {
                let place = usize::from(key.as_bytes()[0] - b'1');
                KeyAction::Do(Story::Choose(place).into())
            }
            "f" | "F" => KeyAction::Present,
            "?" => KeyAction::Help,
            "i" | "I" => KeyAction::Do(Panel::ToggleInspector.into()),
            "m" | "M" => KeyAction::Do(Panel::NextMessage.into()),
            "Enter" | " " if at(".messages") => KeyAction::Do(Panel::NextMessage.into()),
            "Escape" if page::find(".menu").is_some() => KeyAction::Do(Panel::Select(None).into()),
            "Escape" if page::find(".why").is_some() => KeyAction::Do(Panel::Ask(None).into()),
            "Escape" if page::find(".inspector").is_some() => {
                KeyAction::Do(Panel::Inspect(None).into())
            }
            _ => return false,
        };
        self.dispatch.emit(Msg::Press(action));
        true
    }

    /// Enter opens the menu, ↑ and ↓ move around the ring, L moves to the node's links, other
    /// letters are shortcuts. ← and → step, as everywhere.
    fn press_on_node(&self, node: &Element, key: &str) -> bool {
        match key {
            // The same as a click.
            "Enter" | " " => page::click(node),
            "l" | "L" => {
                let name = node.get_attribute("data-node").unwrap_or_default();
                let Ok(address) = name.parse() else { return false };
                self.via.set(Some(address));
                page::focus_next(&links_of(address), true);
            }
            _ => {
                return self.press_node_shortcut(node, key)
                    || walk_up_or_down(&page::find_all("[data-node]"), key);
            }
        }
        true
    }

    /// Performs the action of a shortcut, as the node's menu does.
    fn press_node_shortcut(&self, node: &Element, key: &str) -> bool {
        let name = node.get_attribute("data-node").and_then(|name| name.parse().ok());
        let letter = key.chars().next().filter(|_| key.len() == 1);
        let (Some(node), Some(key)) = (name, letter) else { return false };
        // Other letters keep their global meaning.
        let meant = NodeAction::is_shortcut(key);
        if meant {
            self.dispatch.emit(Msg::Do(Fault::NodeShortcut { node, key }.into()));
        }
        meant
    }

    /// Enter acts, with Shift only on messages that arrive at the node from which the focus came.
    /// ↑ and ↓ move to that node's next link; Escape moves back to the node.
    fn press_on_link(&self, hit: &LinkHit, key: &str, shift: bool) -> bool {
        let ends = [hit.first, hit.second];
        let via = self.via.get().filter(|via| ends.contains(via)).unwrap_or(hit.first);
        match key {
            "Enter" | " " => {
                let hit = LinkHit { arriving: shift.then_some(via), ..*hit };
                self.dispatch.emit(Msg::Do(pointing::intent(&hit)));
            }
            "Escape" => page::focus_node(via),
            _ => return walk_up_or_down(&links_of(via), key),
        }
        true
    }

    /// Escape closes the menu, arrows move to the next control, letters are shortcuts; in a field
    /// they are text.
    fn press_in_menu(&self, menu: &Element, target: &Element, key: &str) -> bool {
        let typing = target.tag_name() == "INPUT";
        match key {
            "Escape" => self.dispatch.emit(Msg::Do(Panel::Select(None).into())),
            "ArrowLeft" | "ArrowRight" if typing => return false,
            _ if !typing && press_shortcut(menu, key) => {}
            _ => return walk(&page::all_within(menu, "input, button"), key),
        }
        true
    }
}

/// Presses the button of a shortcut.
fn press_shortcut(menu: &Element, key: &str) -> bool {
    let buttons = page::all_within(menu, "[aria-keyshortcuts]");
    let button = buttons.into_iter().find(|button| {
        let shortcut = button.get_attribute("aria-keyshortcuts");
        shortcut.is_some_and(|shortcut| shortcut.eq_ignore_ascii_case(key))
    });
    button.iter().for_each(page::click);
    button.is_some()
}

/// Arrows move to the next or the previous of these elements.
fn walk(elements: &[Element], key: &str) -> bool {
    match key {
        "ArrowRight" | "ArrowDown" => page::focus_next(elements, true),
        "ArrowLeft" | "ArrowUp" => page::focus_next(elements, false),
        _ => return false,
    }
    true
}

/// The same for things on the stage, where ← and → step.
fn walk_up_or_down(elements: &[Element], key: &str) -> bool {
    matches!(key, "ArrowUp" | "ArrowDown") && walk(elements, key)
}

/// Arrows, Home and End move to another tab and open it.
fn walk_tabs(tabs: &Element, key: &str) -> bool {
    let all = page::all_within(tabs, "[role=tab]");
    let walked = match key {
        "Home" => all.first().map(page::focus).is_some(),
        "End" => all.last().map(page::focus).is_some(),
        _ => walk(&all, key),
    };
    if walked {
        page::document().active_element().iter().for_each(page::click);
    }
    walked
}

/// Arrows move to the next or the previous entry of a log, or to the same position in another log.
fn walk_cells(table: &Element, row: &Element, entry: &Element, key: &str) -> bool {
    let mut column = page::all_within(row, "th, td").into_iter();
    match (key, column.position(|cell| Some(cell) == entry.parent_element())) {
        ("ArrowUp" | "ArrowDown", Some(column)) => {
            let column = format!("tr > :nth-child({}) button", column + 1);
            walk(&page::all_within(table, &column), key)
        }
        _ => walk(&page::all_within(row, "button"), key),
    }
}

/// The links of a node, ordered by the names of their other ends: the last one is drawn first.
fn links_of(node: Address) -> Vec<Element> {
    let mut links = page::find_all(&format!("[data-link^=\"{node}-\"],[data-link$=\"-{node}\"]"));
    links.reverse();
    links
}
