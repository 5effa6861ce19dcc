//! The clock that drives the simulation: the browser's animation frames.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use yew::Callback;

use crate::message::Msg;
use crate::page;

/// More wall time than this between two frames is a stall or a hidden tab, and does not count.
const LONGEST_FRAME_MS: f64 = 100.0;

/// Calls back in every animation frame while it runs.
pub(crate) struct Clock {
    closure: Closure<dyn Fn(f64)>,
    request: Option<i32>,
    last_ms: Option<f64>,
}

impl Clock {
    /// A stopped clock. It sends each frame's time in milliseconds.
    pub(crate) fn new(dispatch: &Callback<Msg>) -> Self {
        let dispatch = dispatch.clone();
        let closure = Closure::<dyn Fn(f64)>::new(move |now_ms| dispatch.emit(Msg::Tick(now_ms)));
        Self { closure, request: None, last_ms: None }
    }

    /// Requests the next frame, unless it is already requested. Time counts from now, so the first
    /// frame already moves.
    pub(crate) fn run(&mut self) {
        if self.request.is_none() {
            self.last_ms.get_or_insert_with(page::now_ms);
            let function = self.closure.as_ref().unchecked_ref();
            self.request = page::window().request_animation_frame(function).ok();
        }
    }

    /// Stops requesting frames. The time until the next `run` does not count.
    pub(crate) fn stop(&mut self) {
        if let Some(request) = self.request.take() {
            let _ = page::window().cancel_animation_frame(request);
        }
        self.last_ms = None;
    }

    /// The time since the last frame in microseconds, given this frame's time.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 100 ms")]
    pub(crate) fn elapsed_us(&mut self, now_ms: f64) -> u64 {
        self.request = None;
        let last_ms = self.last_ms.replace(now_ms).unwrap_or(now_ms);
        ((now_ms - last_ms).min(LONGEST_FRAME_MS) * 1000.0) as u64
    }
}
