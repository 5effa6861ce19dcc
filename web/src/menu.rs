//! What can be done with a node: a small menu beside it, a sheet at the bottom of a phone.

use std::rc::Rc;

use raft_playground::frame::{ActIcon, MenuAct, MenuLink, NodeMenu, Scene};
use raft_playground::layout::{Align, Layout, NodePlace, Shape, Side};
use raft_playground::{Address, Intent, NodeId};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node};
use yew::prelude::*;

use crate::client::use_sending;
use crate::dispatch::{Dispatch, use_dispatch};
use crate::draw::Px;
use crate::icons::{self, icon};
use crate::listen::Listener;
use crate::page;
use crate::shared::Shared;

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) scene: Shared<Scene>,
}

/// The menu of the selected node, if one is selected.
#[component]
pub(crate) fn Menu(props: &Props) -> Html {
    let scene = &props.scene;
    let Some(menu) = &scene.menu else { return html! {} };
    let Some(place) = place_of(&scene.layout, menu.address) else { return html! {} };
    let client = scene.clients.first();
    let (example, status) = client
        .map(|client| (client.placeholder.clone(), client.status.clone()))
        .unwrap_or_default();
    let narrow = scene.layout.stage.shape == Shape::Wide && place.align == Align::Start;
    html! {
        <Open key={menu.address.to_string()} menu={Shared::from(menu)} {example} {status}
            {narrow} style={style(&scene.layout, &place)} />
    }
}

fn place_of(layout: &Layout, address: Address) -> Option<NodePlace> {
    let Address::Node(NodeId(number)) = address else { return None };
    layout.nodes.get(usize::try_from(number).ok()?).copied()
}

/// Beside the node, outward over its own log, clear of the client's field.
fn style(layout: &Layout, place: &NodePlace) -> Option<String> {
    /// Height of the menu with two rows of acts, and some more.
    const HEIGHT: f64 = 196.0;
    const MARGIN: f64 = 8.0;
    let stage = layout.stage;
    if stage.shape == Shape::Tall {
        return None;
    }
    let beside = 55.0 * layout.sizes.scale;
    let across = match (place.side, place.align) {
        (Side::Left, _) => {
            let right = stage.width - place.centre.x + beside;
            format!("right:{}px", Px(right.min(stage.width - 304.0 - MARGIN)))
        }
        (Side::Right, Align::Start) => {
            format!("left:{}px", Px(place.label.x.min(stage.width - 196.0 - MARGIN)))
        }
        (Side::Right, _) => {
            let left = place.centre.x + beside;
            format!("left:{}px", Px(left.min(stage.width - 304.0 - MARGIN)))
        }
    };
    let log_bottom = place.log.y + layout.sizes.log.height();
    let field = layout.field.filter(|_| place.side == Side::Left);
    let upper = place.centre.y <= stage.height / 2.0;
    let down = if upper {
        let top = field.map_or(place.log.y, |field| place.log.y.min(field.y - HEIGHT));
        format!("top:{}px", Px(top.max(4.0)))
    } else {
        let clear = field.map_or(0.0, |field| field.y + field.height + HEIGHT);
        format!("bottom:{}px", Px(stage.height - log_bottom.max(clear)))
    };
    Some(format!("{across};{down}"))
}

#[derive(Properties, PartialEq)]
struct OpenProps {
    menu: Shared<NodeMenu>,
    /// What could be sent.
    example: Rc<str>,
    /// What became of what was sent last.
    status: Rc<str>,
    narrow: bool,
    style: Option<String>,
}

#[component]
fn Open(props: &OpenProps) -> Html {
    let OpenProps { menu, example, status, narrow, style } = props;
    let dispatch = use_dispatch();
    let root = use_node_ref();
    use_focus_within(&root, menu.address);
    use_closing_outside(&root, &dispatch);
    use_room_for_sheet(&root, menu);
    let (input, onsubmit) = use_sending(Some(menu.address), &menu.complaint, status);
    let onkeydown = {
        let (root, dispatch) = (root.clone(), dispatch.clone());
        move |event: KeyboardEvent| {
            if press(&event, &root, &dispatch) {
                event.prevent_default();
            }
        }
    };
    let label = format!("Value for {}", menu.address);
    html! {
        <div ref={root} class={classes!("menu", narrow.then_some("narrow"))} style={style.clone()}
            role="dialog" aria-label={menu.title.clone()} tabindex="-1" {onkeydown}>
            <div class="grip" />
            <h2>{ menu.title.clone() }<span>{ menu.subtitle.clone() }</span></h2>
            <form {onsubmit}>
                <div class="in">
                    <input ref={input} aria-label={label} autocomplete="off" autocapitalize="off"
                        spellcheck="false" enterkeyhint="send" placeholder={example.clone()}
                        aria-invalid={(!menu.complaint.is_empty()).to_string()} />
                    <button>{ "Send" }</button>
                </div>
                if !menu.complaint.is_empty() {
                    <p class="complaint" role="alert">{ menu.complaint.clone() }</p>
                }
            </form>
            <ul>{ for menu.acts.iter().map(|act| act_item(act, &dispatch)) }</ul>
            <div class="cuts" role="group" aria-label="Cut link to">
                { icon(icons::CROSS) }
                <span>{ "Cut link to" }</span>
                { for menu.links.iter().map(|link| link_letter(link, menu.address, &dispatch)) }
            </div>
        </div>
    }
}

fn act_item(act: &MenuAct, dispatch: &Dispatch) -> Html {
    let picture = match act.icon {
        ActIcon::Stop => icons::STOP,
        ActIcon::Start => icons::PLAY,
        ActIcon::Timeout => icons::CLOCK,
        ActIcon::Isolate => icons::ISOLATE,
        ActIcon::Rejoin => icons::REJOIN,
    };
    let intent = act.intent.clone();
    let onclick = dispatch.reform(move |_: MouseEvent| intent.clone());
    html! {
        <li key={&*act.label}>
            <button class="mi" {onclick}>{ icon(picture) }{ act.label.clone() }</button>
        </li>
    }
}

fn link_letter(link: &MenuLink, node: Address, dispatch: &Dispatch) -> Html {
    let intent = link.intent.clone();
    let onclick = dispatch.reform(move |_: MouseEvent| intent.clone());
    let verb = if link.up { "Cut" } else { "Mend" };
    let label = format!("{verb} link {node}–{}", link.name);
    html! {
        <button key={&*link.name} aria-label={label.clone()} title={label}
            aria-pressed={(!link.up).to_string()} {onclick}>
            { link.name.clone() }
        </button>
    }
}

/// Moves the focus into the menu when it opens, and back to the node when it closes.
#[hook]
fn use_focus_within(root: &NodeRef, node: Address) {
    let root = root.clone();
    use_effect_with(node, move |node| {
        let node = node.to_string();
        if let Some(act) = root.cast::<Element>().and_then(|menu| stops(&menu).into_iter().nth(2)) {
            page::focus(&act);
        }
        move || {
            // If the focus went elsewhere by a click, it stays there.
            let focused = page::document().active_element();
            let lost = focused.is_none_or(|focused| {
                focused.tag_name() == "BODY" || focused.closest(".menu").ok().flatten().is_some()
            });
            if lost && let Some(node) = page::find(&format!("[data-node=\"{node}\"]")) {
                page::focus(&node);
            }
        }
    });
}

/// Closes the menu when something outside is pressed; other nodes open their own.
#[hook]
fn use_closing_outside(root: &NodeRef, dispatch: &Dispatch) {
    let (root, dispatch) = (root.clone(), dispatch.clone());
    use_effect_with((), move |()| {
        let listener = Listener::new(&page::document(), "pointerdown", move |event| {
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let Some(target) = target else { return };
            let inside = root.cast::<Node>().is_some_and(|root| root.contains(Some(&target)));
            if !inside && target.closest("[data-node]").ok().flatten().is_none() {
                dispatch.emit(Intent::Select(None));
            }
        });
        move || drop(listener)
    });
}

/// On a phone, lifts the stage so that the sheet does not cover the node.
#[hook]
fn use_room_for_sheet(root: &NodeRef, menu: &NodeMenu) {
    const CLEAR: f64 = 40.0;
    let root = root.clone();
    // A complaint makes the sheet higher.
    use_effect_with((menu.address, Rc::clone(&menu.complaint)), move |(node, _)| {
        lift(0.0);
        let disc = page::find(&format!("[data-node=\"{node}\"] .disc"));
        if let (Some(menu), Some(disc)) = (root.cast::<Element>(), disc)
            && page::matches(page::TALL)
        {
            let bottom = disc.get_bounding_client_rect().bottom();
            lift(bottom + CLEAR - menu.get_bounding_client_rect().top());
        }
        || lift(0.0)
    });
}

/// Moves the stage up by this much.
fn lift(by: f64) {
    let Some(stage) = page::find(".stage") else { return };
    let transform = if by > 0.0 { format!("translateY(-{}px)", Px(by)) } else { String::new() };
    let _ = stage.unchecked_into::<HtmlElement>().style().set_property("transform", &transform);
}

/// Everything in the menu that can have the focus.
fn stops(menu: &Element) -> Vec<Element> {
    page::all_within(menu, "input, button")
}

/// Escape closes, arrows go to the next stop; within a text they move the caret.
fn press(event: &KeyboardEvent, root: &NodeRef, dispatch: &Dispatch) -> bool {
    let Some(menu) = root.cast::<Element>() else { return false };
    let typing = event.target_dyn_into::<web_sys::HtmlInputElement>().is_some();
    match event.key().as_str() {
        "Escape" => dispatch.emit(Intent::Select(None)),
        "ArrowDown" => page::focus_next(&stops(&menu), true),
        "ArrowUp" => page::focus_next(&stops(&menu), false),
        "ArrowRight" if !typing => page::focus_next(&stops(&menu), true),
        "ArrowLeft" if !typing => page::focus_next(&stops(&menu), false),
        _ => return false,
    }
    true
}
