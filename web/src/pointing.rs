//! Pointing at the stage, by mouse, pen, finger or focus: this module decides the meaning of each
//! press, move
//! and release.
//!
//! A press and a release without movement is a click. A press with movement is a drag: from a
//! client it carries a value to a node, on the knob of a timer it sets the timer, and from anywhere
//! else except a node it draws a line that cuts the crossed links.

mod drawn;
mod links;

use raft_playground::intent::{Fault, Panel, Subject};
use raft_playground::layout::{Layout, Point};
use raft_playground::view::{Hit, Motion, Scene, TimerView, hit_test};
use raft_playground::{Address, Intent};
use wasm_bindgen::JsCast;
use web_sys::{Event, MouseEvent, PointerEvent};

use crate::page;

pub(crate) use drawn::{Drawn, is_on_its_way};
pub(crate) use links::{By, Touched, action, find, intent, link_of};

/// A press with less movement than this, in pixels, is a click and not a drag. A finger is less
/// steady.
const SLACK: f64 = 6.0;
const SLACK_OF_A_FINGER: f64 = 10.0;

/// The minimum distance between the corners of a line, in pixels.
const STRIDE: f64 = 4.0;

/// The gesture between a press and its release.
#[derive(Clone, PartialEq, Debug, Default)]
pub(crate) enum Hand {
    /// No gesture.
    #[default]
    Free,
    /// A press at this point, without movement so far.
    Press(Point),
    /// A line through these points, each in units of the ring, so that resizing the window does not
    /// lose them.
    Line(Vec<Point>),
    /// A value being dragged from a client: the current point, and the node that would receive it.
    Carry(Address, Point, Option<Address>),
    /// A timer being dragged: its node, and its current value.
    Wind(Address, TimerView),
}

/// The effect of a pointer event.
pub(crate) enum Asked {
    /// No visible effect.
    Nothing,
    /// The page must be drawn again.
    Look,
    /// An intent.
    Do(Intent),
    /// A message is selected, as the user saw it at this simulated moment.
    Take { message: u64, seen_us: u64 },
    /// A client sends the value in the field to a node.
    Carry(Address, Address),
}

/// The state of pointing between two events.
#[derive(Default)]
pub(crate) struct Pointing {
    pub(crate) touched: Option<Touched>,
    pub(crate) hand: Hand,
    /// The element under the mouse.
    pub(crate) over: Hit,
    /// The recently drawn frames.
    pub(crate) drawn: Drawn,
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
    pub(crate) fn follow(&mut self, event: &Event, scene: &Scene, motion: &Motion) -> Asked {
        if let Some(pointer) = event.dyn_ref::<PointerEvent>()
            && !(pointer.is_primary() || pointer.type_() == "click")
        {
            return Asked::Nothing;
        }
        let before = (self.touched, self.over);
        let asked = match (&*event.type_(), event.dyn_ref::<PointerEvent>()) {
            ("pointermove", Some(pointer)) => self.go_on(pointer, scene, motion),
            ("pointerdown", Some(pointer)) => self.press(pointer, scene),
            ("pointerup", _) => self.release(scene),
            ("pointercancel", _) => self.let_go(),
            ("click", _) => self.click(event.unchecked_ref(), scene),
            ("focusin", _) => self.focus(event),
            _ => {
                self.touched = None;
                Asked::Nothing
            }
        };
        match asked {
            Asked::Nothing if before != (self.touched, self.over) => Asked::Look,
            asked => asked,
        }
    }

    /// Cancels the gesture.
    pub(crate) fn let_go(&mut self) -> Asked {
        self.spent = true;
        self.hand = Hand::Free;
        Asked::Look
    }

    /// The line that is being drawn.
    pub(crate) fn line(&self, layout: &Layout) -> Vec<Point> {
        let Hand::Line(parts) = &self.hand else { return Vec::new() };
        let ring = layout.ring();
        parts.iter().map(|&part| ring.place(part)).collect()
    }

    /// Whether time waits for the end of the gesture: a dragged timer does not run, and a pressed
    /// message does not arrive.
    pub(crate) fn holds_time(&self) -> bool {
        match self.hand {
            Hand::Wind(..) => true,
            Hand::Press(_) => matches!(self.pressed, Hit::Message(_)),
            _ => false,
        }
    }

    fn press(&mut self, pointer: &PointerEvent, scene: &Scene) -> Asked {
        self.finger = pointer.pointer_type() == "touch";
        self.spent = false;
        self.pressed = Hit::Nothing;
        if page::closest(pointer, ".stage").is_some() && pointer.button() == 0 {
            let point = place_of(pointer);
            (self.pressed, self.seen_us) = self.drawn.hit_test(point, pointer.time_stamp());
            self.hand = Hand::Press(point);
        }
        // A press closes the menu, except on an element with its own menu or on the time controls.
        let opens = self.pressed.node().is_some() || matches!(self.pressed, Hit::Message(_));
        if scene.menu.is_some() && !opens && page::closest(pointer, ".menu, .bar").is_none() {
            self.spent = true;
            return Asked::Do(Panel::Select(None).into());
        }
        Asked::Nothing
    }

    fn go_on(&mut self, pointer: &PointerEvent, scene: &Scene, motion: &Motion) -> Asked {
        let point = place_of(pointer);
        if matches!(self.hand, Hand::Press(_)) && pointer.buttons() == 0 {
            // The page did not receive the release.
            self.hand = Hand::Free;
        }
        if let Hand::Press(from) = self.hand
            && !matches!(self.pressed, Hit::Node(_))
        {
            let slack = if self.finger { SLACK_OF_A_FINGER } else { SLACK };
            if from.distance(point) < slack {
                return Asked::Nothing;
            }
            self.begin(from, scene, motion);
            // From now on the stage receives all events of this pointer.
            if let Some(stage) = page::find(".stage > svg") {
                let _ = stage.set_pointer_capture(pointer.pointer_id());
            }
        }
        let layout = &scene.layout;
        match &mut self.hand {
            Hand::Free | Hand::Press(_) => {
                self.hover(pointer, point, scene, motion);
                return Asked::Nothing;
            }
            Hand::Line(parts) => {
                let ring = layout.ring();
                let last = parts.last().copied().unwrap_or_default();
                if point.distance(ring.place(last)) >= STRIDE {
                    parts.push(ring.part(point));
                }
            }
            Hand::Carry(_, to, over) => {
                *to = point;
                *over = hit_test(scene, motion, point).node();
            }
            Hand::Wind(node, timer) => {
                let Some(place) = layout.node(*node) else { return self.let_go() };
                let part = layout.part_of_dial(place, point);
                // The drag stops at twelve o'clock, from either side.
                timer.part = match timer.part {
                    last if last - part > 0.5 => 1.0,
                    last if part - last > 0.5 => 0.0,
                    _ => part,
                };
            }
        }
        Asked::Look
    }

    /// The pressed element begins to move.
    fn begin(&mut self, from: Point, scene: &Scene, motion: &Motion) {
        self.spent = true;
        self.touched = None;
        self.over = Hit::Nothing;
        self.hand = match self.pressed {
            Hit::Client(client) => Hand::Carry(client, from, None),
            Hit::Timer(node) => {
                let number = node.node().map_or(0, |node| node.0 as usize);
                match motion.timers.get(number).copied().flatten() {
                    Some(timer) => Hand::Wind(node, timer),
                    None => Hand::Free,
                }
            }
            _ => Hand::Line(vec![scene.layout.ring().part(from)]),
        };
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
            Hit::Link(hit) => Some(Touched { hit, by: By::Pointer }),
            _ => None,
        };
    }

    fn release(&mut self, scene: &Scene) -> Asked {
        let line = self.line(&scene.layout);
        match std::mem::take(&mut self.hand) {
            Hand::Free | Hand::Press(_) => Asked::Nothing,
            Hand::Line(_) => Asked::Do(Fault::CutAlong(line).into()),
            Hand::Carry(.., None) => Asked::Look,
            Hand::Carry(client, _, Some(node)) => Asked::Carry(client, node),
            Hand::Wind(node, timer) => {
                Asked::Do(Fault::SetTimer { node, after_us: timer.left_us() }.into())
            }
        }
    }

    fn click(&mut self, event: &MouseEvent, scene: &Scene) -> Asked {
        if event.detail() == 0 {
            // A click without a pointer comes from a screen reader or a script, on a named element.
            let node = page::closest(event, "[data-node]");
            if let Some(node) = node.and_then(|node| node.get_attribute("data-node")?.parse().ok())
            {
                return select(node, scene);
            }
            return link_of(event).map_or(Asked::Nothing, |hit| Asked::Do(intent(&hit)));
        }
        let spent = std::mem::take(&mut self.spent);
        match std::mem::take(&mut self.pressed) {
            _ if spent => Asked::Nothing,
            Hit::Timer(node) | Hit::Node(node) if is_on(event, node, scene) => select(node, scene),
            Hit::Client(_) => {
                page::element("value").iter().for_each(page::focus);
                Asked::Nothing
            }
            Hit::Message(message) => Asked::Take { message, seen_us: self.seen_us },
            Hit::Link(hit) if self.finger && self.touched.is_none_or(|seen| seen.hit != hit) => {
                self.touched = Some(Touched { hit, by: By::Finger });
                Asked::Nothing
            }
            Hit::Link(hit) => Asked::Do(intent(&hit)),
            _ => {
                self.touched = None;
                Asked::Nothing
            }
        }
    }

    fn focus(&mut self, event: &Event) -> Asked {
        // Pressing a link with a pointer also moves the focus; then the pointer counts.
        if page::closest(event, ":focus-visible").is_some()
            && let Some(hit) = link_of(event)
        {
            self.touched = Some(Touched { hit, by: By::Focus });
        }
        Asked::Nothing
    }
}

/// Whether a pointer is still on the node that it pressed.
fn is_on(event: &MouseEvent, node: Address, scene: &Scene) -> bool {
    let disc = scene.layout.disc(node);
    disc.is_some_and(|(centre, radius)| centre.distance(place_of(event)) <= 1.25 * radius)
}

/// Toggles a node's menu.
fn select(node: Address, scene: &Scene) -> Asked {
    let open = scene.menu.as_ref().is_some_and(|menu| menu.subject == Subject::Node(node));
    Asked::Do(Panel::Select((!open).then_some(node)).into())
}

/// The position of a pointer on the stage.
fn place_of(event: &MouseEvent) -> Point {
    let Some(stage) = page::find(".surface") else { return Point::default() };
    let rect = stage.get_bounding_client_rect();
    let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
    Point { x: x - rect.left(), y: y - rect.top() }
}
