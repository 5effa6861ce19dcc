//! The browser's environment: address, size, entropy.

use raft_playground::Address;
use raft_playground::layout::{Shape, Stage};
use wasm_bindgen::JsCast;
use web_sys::{
    Document, Element, Event, HtmlElement, MediaQueryList, MouseEvent, MouseEventInit, Window,
};

/// The media query of the phone layout. The style sheet uses the same condition.
const TALL: &str = "(max-width: 599px), (max-aspect-ratio: 1/1)";

pub(crate) fn window() -> Window {
    web_sys::window().expect("a page has a window")
}

pub(crate) fn document() -> Document {
    window().document().expect("a window has a document")
}

pub(crate) fn element(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}

pub(crate) fn find(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

pub(crate) fn find_all(selector: &str) -> Vec<Element> {
    document().document_element().map_or_else(Vec::new, |root| all_within(&root, selector))
}

/// The target of an event, or its nearest ancestor that matches a selector.
pub(crate) fn closest(event: &Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()?
}

/// All descendants of an element that match a selector, in document order.
pub(crate) fn all_within(element: &Element, selector: &str) -> Vec<Element> {
    let Ok(list) = element.query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|place| list.get(place)?.dyn_into().ok()).collect()
}

/// Moves the focus to the next or the previous of these elements, cyclically; to the first if none
/// has it.
pub(crate) fn focus_next(elements: &[Element], forward: bool) {
    let focused = document().active_element();
    let place = elements.iter().position(|element| Some(element) == focused.as_ref());
    let count = elements.len();
    let next = match place {
        None => 0,
        Some(place) if forward => (place + 1) % count,
        Some(place) => (place + count - 1) % count,
    };
    if let Some(element) = elements.get(next) {
        focus(element);
    }
}

/// Focuses an element.
pub(crate) fn focus(element: &Element) {
    // SVG elements have `focus` too, but another type.
    let _ = element.unchecked_ref::<HtmlElement>().focus();
}

/// Whether the focused element is gone. After a click elsewhere the focus stays there.
pub(crate) fn focus_is_lost() -> bool {
    document().active_element().is_none_or(|focused| focused.tag_name() == "BODY")
}

/// Moves the focus to a node of the ring.
pub(crate) fn focus_node(node: Address) {
    if let Some(node) = find(&format!("[data-node=\"{node}\"]")) {
        focus(&node);
    }
}

/// Clicks on an element as a user would.
pub(crate) fn click(element: &Element) {
    let init = MouseEventInit::new();
    init.set_bubbles(true);
    // An SVG element has no `click`, so this dispatches the event.
    if let Ok(event) = MouseEvent::new_with_mouse_event_init_dict("click", &init) {
        let _ = element.dispatch_event(&event);
    }
}

/// Dispatches an event at the window.
pub(crate) fn report(event: &str) {
    if let Ok(event) = Event::new(event) {
        let _ = window().dispatch_event(&event);
    }
}

/// The address of the tour. The scripts of the page open it where the user left it.
pub(crate) const TOUR: &str = "?scenario=stories/tour/1-the-problem.raft";

/// How far the user is in the tour, by what the scripts of the page keep: `begun` or `done`.
pub(crate) fn tour_state() -> Option<String> {
    document().document_element()?.get_attribute("data-tour")
}

/// The part of the address after `?`.
pub(crate) fn query() -> String {
    window().location().search().unwrap_or_default()
}

/// The part of the address from `#` on.
pub(crate) fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// Whether the user cannot see the page: in a hidden tab, or in a frame out of view. A script of
/// the page sets the class when the page around the frame says so.
pub(crate) fn is_hidden() -> bool {
    document().hidden() || root_is(".out-of-view")
}

/// Whether the root element matches this selector.
fn root_is(selector: &str) -> bool {
    let root = document().document_element();
    root.is_some_and(|root| root.matches(selector).unwrap_or(false))
}

/// Sets an attribute of the whole document.
pub(crate) fn set_on_root(name: &str, value: &str) {
    if let Some(root) = document().document_element() {
        // This fails only for an invalid attribute name.
        let _ = root.set_attribute(name, value);
    }
}

/// The space for the stage. An embedded or presented page shows no field.
pub(crate) fn measure_stage() -> Stage {
    let field = !root_is(".embed");
    let shape = if is_tall() { Shape::Tall } else { Shape::Wide };
    let Some(stage) = find(".stage") else { return Stage { shape, field, ..Stage::default() } };
    let rect = stage.get_bounding_client_rect();
    Stage { shape, width: rect.width(), height: rect.height(), field }
}

/// The media query for reduced motion.
pub(crate) fn reduced_motion() -> Option<MediaQueryList> {
    window().match_media("(prefers-reduced-motion: reduce)").ok().flatten()
}

/// The age of the page in milliseconds, the time base of events.
pub(crate) fn now_ms() -> f64 {
    window().performance().map_or(0.0, |performance| performance.now())
}

/// Whether the page has the phone layout.
pub(crate) fn is_tall() -> bool {
    window().match_media(TALL).ok().flatten().is_some_and(|list| list.matches())
}

/// A random seed, short enough to type.
pub(crate) fn random_seed() -> u64 {
    // Without entropy any seed works: it is shown, and the user can ask for another one.
    getrandom::u32().map_or(1, u64::from)
}
