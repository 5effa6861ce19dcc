//! Links: where they are cut, and which one is pointed at.

use std::cell::RefCell;
use std::rc::Rc;

use raft_playground::frame::Scene;
use raft_playground::layout::{LinkHit, Point};
use web_sys::Element;
use yew::prelude::*;

use super::link::{Link, Via, name};
use super::link_art::{capsule, line_of, stripes};
use super::touch::{self, By, Touched};
use crate::dispatch::{Dispatch, use_dispatch};
use crate::draw::px;
use crate::shared::Shared;

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) scene: Shared<Scene>,
    pub(crate) touched: Option<Touched>,
    pub(crate) on_touch: Callback<Option<Touched>>,
    /// The node from which the keyboard reached its links.
    pub(crate) via: Via,
}

#[component]
pub(crate) fn Links(props: &Props) -> Html {
    let Props { scene, touched, .. } = props;
    let layout = &scene.layout;
    let surface = use_node_ref();
    let pressed = use_mut_ref(Pressed::default);
    let events = Events { props, surface: surface.clone(), pressed, dispatch: use_dispatch() };
    let stage = layout.stage;
    html! {
        <g class={classes!("links", touched.map(|_| "hot"))}
            onpointermove={events.hover()} onpointerleave={events.leave()}
            onpointerdown={events.press()} onclick={events.click()}>
            <rect ref={surface} class="surface" width={px(stage.width)} height={px(stage.height)} />
            { for scene.links.iter().map(|link| line_of(layout, link)) }
            { for touched.and_then(|touched| capsule(scene, &touched)) }
            { for scene.links.iter().map(|link| html! {
                <Link key={name(link)} link={*link} layout={layout.clone()}
                    on_touch={&props.on_touch} via={Rc::clone(&props.via)} />
            }) }
            { for scene.links.iter().map(|link| stripes(layout, link)) }
        </g>
    }
}

/// What is known from the moment a button or finger went down.
#[derive(Default)]
struct Pressed {
    finger: bool,
    /// A menu was open, so that the click closes it and does nothing else.
    closes_menu: bool,
}

/// What pointers do on the surface between the nodes.
struct Events<'a> {
    props: &'a Props,
    surface: NodeRef,
    pressed: Rc<RefCell<Pressed>>,
    dispatch: Dispatch,
}

impl Events<'_> {
    /// The link under a pointer.
    fn hit(&self) -> impl Fn(&MouseEvent) -> Option<LinkHit> + 'static {
        let (surface, scene) = (self.surface.clone(), self.props.scene.clone());
        move |event| {
            let rect = surface.cast::<Element>()?.get_bounding_client_rect();
            let x = f64::from(event.client_x()) - rect.left();
            let y = f64::from(event.client_y()) - rect.top();
            scene.layout.link_at(Point { x, y })
        }
    }

    fn hover(&self) -> Callback<PointerEvent> {
        let (hit, on_touch) = (self.hit(), self.props.on_touch.clone());
        Callback::from(move |event: PointerEvent| {
            if event.pointer_type() != "touch" {
                on_touch.emit(hit(&event).map(|hit| Touched { hit, by: By::Pointer }));
            }
        })
    }

    fn leave(&self) -> Callback<PointerEvent> {
        let on_touch = self.props.on_touch.clone();
        Callback::from(move |event: PointerEvent| {
            if event.pointer_type() != "touch" {
                on_touch.emit(None);
            }
        })
    }

    fn press(&self) -> Callback<PointerEvent> {
        let (pressed, scene) = (Rc::clone(&self.pressed), self.props.scene.clone());
        Callback::from(move |event: PointerEvent| {
            let finger = event.pointer_type() == "touch";
            *pressed.borrow_mut() = Pressed { finger, closes_menu: scene.menu.is_some() };
        })
    }

    fn click(&self) -> Callback<MouseEvent> {
        let hit = self.hit();
        let pressed = Rc::clone(&self.pressed);
        let touched = self.props.touched;
        let on_touch = self.props.on_touch.clone();
        let dispatch = self.dispatch.clone();
        Callback::from(move |event: MouseEvent| {
            let Pressed { finger, closes_menu } = std::mem::take(&mut *pressed.borrow_mut());
            // A click that no pointer made belongs to the link that has the focus.
            if closes_menu || event.detail() == 0 {
                return;
            }
            let Some(hit) = hit(&event) else { return on_touch.emit(None) };
            let by = if finger { By::Finger } else { By::Pointer };
            if finger && touched.is_none_or(|touched| touched.hit != hit) {
                on_touch.emit(Some(Touched { hit, by }));
            } else {
                dispatch.emit(touch::intent(&hit));
            }
        })
    }
}
