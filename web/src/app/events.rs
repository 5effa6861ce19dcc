//! The events of the whole page, as messages to the root component.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, ResizeObserver};
use yew::Callback;

use crate::keys::Keys;
use crate::listen::Listener;
use crate::message::Msg;
use crate::page;

/// Registers the listeners of the whole page.
pub(super) fn listen(dispatch: &Callback<Msg>) {
    let (document, window) = (page::document(), page::window());
    let on = |target: &web_sys::EventTarget, kind, message: fn(Event) -> Msg| {
        let dispatch = dispatch.clone();
        Listener::new(target, kind, move |event| dispatch.emit(message(event))).forever();
    };
    on(&document, "visibilitychange", |_| Msg::VisibilityChanged);
    for kind in
        ["pointerdown", "pointermove", "pointerup", "pointercancel", "click", "focusin", "focusout"]
    {
        on(&document, kind, Msg::Point);
    }
    // The layout of the page can change while the stage keeps its size.
    on(&window, "resize", |_| Msg::Resized);
    let keys = Keys::new(dispatch.clone());
    Listener::new(&document, "keydown", move |event| keys.press(&event)).forever();
}

/// Reports each new size of the stage.
pub(super) fn observe_stage(dispatch: &Callback<Msg>) {
    let Some(stage) = page::find(".stage") else { return };
    let dispatch = dispatch.clone();
    let closure = Closure::<dyn Fn()>::new(move || dispatch.emit(Msg::Resized));
    if let Ok(observer) = ResizeObserver::new(closure.as_ref().unchecked_ref()) {
        observer.observe(&stage);
    }
    closure.forget();
}
