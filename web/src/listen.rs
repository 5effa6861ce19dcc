//! Listeners outside the tree that Yew draws: window, document, media queries.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, EventTarget};

/// A listener that is active until it is dropped.
pub(crate) struct Listener {
    target: EventTarget,
    kind: &'static str,
    closure: Closure<dyn Fn(Event)>,
}

impl Listener {
    /// Calls back for every event of this type that reaches the target.
    pub(crate) fn new(
        target: &EventTarget,
        kind: &'static str,
        callback: impl Fn(Event) + 'static,
    ) -> Self {
        let closure = Closure::<dyn Fn(Event)>::new(callback);
        let function = closure.as_ref().unchecked_ref();
        // This fails only for a callback that is not a function.
        let _ = target.add_event_listener_with_callback(kind, function);
        Self { target: target.clone(), kind, closure }
    }

    /// Keeps listening as long as the page exists.
    pub(crate) fn forever(self) {
        std::mem::forget(self);
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let function = self.closure.as_ref().unchecked_ref();
        let _ = self.target.remove_event_listener_with_callback(self.kind, function);
    }
}
