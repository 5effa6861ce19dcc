//! Pointing at the stage, by mouse, pen, finger or focus: this module decides the meaning of each
//! press, move and release.
//!
//! A press and a release without movement is a click. A press with movement is a drag: from a
//! client it carries a value to a node, on the knob of a timer it sets the timer, and from anywhere
//! else except a node it draws a line that cuts the crossed links.

mod gesture;
mod links;
mod recent_frames;

use raft_playground::intent::{Client, MenuSubject, Panel};
use raft_playground::layout::Point;
use raft_playground::view::{Hit, Motion, Scene, hit_test};
use raft_playground::{Address, Intent};
use wasm_bindgen::JsCast;
use web_sys::{Event, MouseEvent, PointerEvent};

use crate::page;

pub(crate) use gesture::Gesture;
pub(crate) use links::{PointedBy, Touched, action, find, intent, link_of};
pub(crate) use recent_frames::{RecentFrames, is_on_its_way};

/// A press with less movement than this, in pixels, is a click and not a drag. A finger is less
/// steady.
const DRAG_THRESHOLD: f64 = 6.0;
const TOUCH_DRAG_THRESHOLD: f64 = 10.0;

/// The effect of a pointer event.
pub(crate) enum PointerEffect {
    /// No visible effect.
    Nothing,
    /// The page must render again.
    Redraw,
    /// An intent.
    Intent(Intent),
    /// A message is selected, as the user saw it at this simulated moment.
    SelectMessage { message: u64, seen_us: u64 },
    /// A client sends the value in the field to a node.
    SendValue(Address, Address),
}

/// The state of pointing between two events.
#[derive(Default)]
pub(crate) struct Pointing {
    pub(crate) touched: Option<Touched>,
    pub(crate) gesture: Gesture,
    /// The element under the mouse.
    pub(crate) over: Hit,
    /// The recently drawn frames.
    pub(crate) recent_frames: RecentFrames,
    /// The target of the last press, and the simulated moment at which the user saw it.
    pressed: Hit,
    seen_us: u64,
    /// Whether the last press came from a finger.
    finger: bool,
    /// Whether the last press closed a menu or became a drag, so that its click has no further
    /// effect.
    spent: bool,
}

impl Pointing {
    /// Handles an event, and returns its effect.
    pub(crate) fn follow(
        &mut self,
        event: &Event,
        scene: &Scene,
        motion: &Motion,
    ) -> PointerEffect {
        if let Some(pointer) = event.dyn_ref::<PointerEvent>()
            && !(pointer.is_primary() || pointer.type_() == "click")
        {
            return PointerEffect::Nothing;
        }
        let before = (self.touched, self.over);
        let effect = match (&*event.type_(), event.dyn_ref::<PointerEvent>()) {
            ("pointermove", Some(pointer)) => self.drag_or_hover(pointer, scene, motion),
            ("pointerdown", Some(pointer)) => self.press(pointer, scene),
            ("pointerup", _) => std::mem::take(&mut self.gesture).finish(&scene.layout),
            ("pointercancel", _) => self.cancel_gesture(),
            ("click", _) => self.click(event.unchecked_ref(), scene),
            ("focusin", _) => self.focus(event),
            _ => {
                self.touched = None;
                PointerEffect::Nothing
            }
        };
        match effect {
            PointerEffect::Nothing if before != (self.touched, self.over) => PointerEffect::Redraw,
            effect => effect,
        }
    }

    /// Cancels the gesture.
    pub(crate) fn cancel_gesture(&mut self) -> PointerEffect {
        self.spent = true;
        self.gesture = Gesture::Idle;
        PointerEffect::Redraw
    }

    /// Whether time waits for the end of the gesture: a dragged timer does not run, and a pressed
    /// message does not arrive.
    pub(crate) fn holds_time(&self) -> bool {
        match self.gesture {
            Gesture::DragTimer(..) => true,
            Gesture::Press(_) => matches!(self.pressed, Hit::Message(_)),
            _ => false,
        }
    }

    fn press(&mut self, pointer: &PointerEvent, scene: &Scene) -> PointerEffect {
        self.finger = pointer.pointer_type() == "touch";
        self.spent = false;
        self.pressed = Hit::Nothing;
        if page::closest(pointer, ".stage").is_some() && pointer.button() == 0 {
            let point = place_of(pointer);
            (self.pressed, self.seen_us) = self.recent_frames.hit_test(point, pointer.time_stamp());
            self.gesture = Gesture::Press(point);
        }
        // A press closes the menu, except on an element with its own menu or on the time controls.
        let opens = self.pressed.node().is_some() || matches!(self.pressed, Hit::Message(_));
        if scene.menu.is_some() && !opens && page::closest(pointer, ".menu, .transport").is_none() {
            self.spent = true;
            return PointerEffect::Intent(Panel::Select(None).into());
        }
        PointerEffect::Nothing
    }

    fn drag_or_hover(
        &mut self,
        pointer: &PointerEvent,
        scene: &Scene,
        motion: &Motion,
    ) -> PointerEffect {
        let point = place_of(pointer);
        if matches!(self.gesture, Gesture::Press(_)) && pointer.buttons() == 0 {
            // The page did not receive the release.
            self.gesture = Gesture::Idle;
        }
        if let Gesture::Press(from) = self.gesture
            && !matches!(self.pressed, Hit::Node(_))
        {
            let threshold = if self.finger { TOUCH_DRAG_THRESHOLD } else { DRAG_THRESHOLD };
            if from.distance(point) < threshold {
                return PointerEffect::Nothing;
            }
            self.start_drag(from, scene, motion);
            // From now on the stage receives all events of this pointer.
            if let Some(stage) = page::find(".stage > svg") {
                let _ = stage.set_pointer_capture(pointer.pointer_id());
            }
        }
        if matches!(self.gesture, Gesture::Idle | Gesture::Press(_)) {
            self.hover(pointer, point, scene, motion);
            return PointerEffect::Nothing;
        }
        if self.gesture.continue_to(point, scene, motion).is_none() {
            return self.cancel_gesture();
        }
        PointerEffect::Redraw
    }

    /// The pressed element begins to move.
    fn start_drag(&mut self, from: Point, scene: &Scene, motion: &Motion) {
        self.spent = true;
        self.touched = None;
        self.over = Hit::Nothing;
        self.gesture = Gesture::start(self.pressed, from, scene, motion);
    }

    fn hover(&mut self, pointer: &PointerEvent, point: Point, scene: &Scene, motion: &Motion) {
        if pointer.pointer_type() == "touch" {
            return;
        }
        self.over = match page::closest(pointer, ".stage") {
            Some(_) => hit_test(scene, motion, point),
            None => Hit::Nothing,
        };
        self.touched = match self.over {
            Hit::Link(hit) => Some(Touched { hit, by: PointedBy::Pointer }),
            _ => None,
        };
    }

    fn click(&mut self, event: &MouseEvent, scene: &Scene) -> PointerEffect {
        if event.detail() == 0 {
            // A click without a pointer comes from a screen reader or a script, on a named element.
            let node = page::closest(event, "[data-node]");
            if let Some(node) = node.and_then(|node| node.get_attribute("data-node")?.parse().ok())
            {
                return select(node, scene);
            }
            return link_of(event)
                .map_or(PointerEffect::Nothing, |hit| PointerEffect::Intent(intent(&hit)));
        }
        let spent = std::mem::take(&mut self.spent);
        match std::mem::take(&mut self.pressed) {
            _ if spent => PointerEffect::Nothing,
            Hit::Timer(node) | Hit::Node(node) if is_on(event, node, scene) => select(node, scene),
            Hit::Client(client) => {
                page::element("value").iter().for_each(page::focus);
                PointerEffect::Intent(Client::SendAs(client).into())
            }
            Hit::Message(message) => {
                PointerEffect::SelectMessage { message, seen_us: self.seen_us }
            }
            Hit::Link(hit) if self.finger && self.touched.is_none_or(|seen| seen.hit != hit) => {
                self.touched = Some(Touched { hit, by: PointedBy::Finger });
                PointerEffect::Nothing
            }
            Hit::Link(hit) => PointerEffect::Intent(intent(&hit)),
            _ => {
                self.touched = None;
                PointerEffect::Nothing
            }
        }
    }

    fn focus(&mut self, event: &Event) -> PointerEffect {
        // Pressing a link with a pointer also moves the focus; then the pointer counts.
        if page::closest(event, ":focus-visible").is_some()
            && let Some(hit) = link_of(event)
        {
            self.touched = Some(Touched { hit, by: PointedBy::Focus });
        }
        PointerEffect::Nothing
    }
}

/// Whether a pointer is still on the node that it pressed.
fn is_on(event: &MouseEvent, node: Address, scene: &Scene) -> bool {
    let disc = scene.layout.disc(node);
    disc.is_some_and(|(centre, radius)| centre.distance(place_of(event)) <= 1.25 * radius)
}

/// Toggles a node's menu.
fn select(node: Address, scene: &Scene) -> PointerEffect {
    let open = scene.menu.as_ref().is_some_and(|menu| menu.subject == MenuSubject::Node(node));
    PointerEffect::Intent(Panel::Select((!open).then_some(node)).into())
}

/// The position of a pointer on the stage.
fn place_of(event: &MouseEvent) -> Point {
    let Some(stage) = page::find(".surface") else { return Point::default() };
    let rect = stage.get_bounding_client_rect();
    let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
    Point { x: x - rect.left(), y: y - rect.top() }
}
