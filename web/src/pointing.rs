//! Pointing at the stage, by mouse, pen, finger or focus: here it is decided what a press, a move
//! or a release means, whatever it is on.
//!
//! What is pressed and let go without having moved is clicked. What is pressed and moved is
//! dragged: a client carries a value to a node, the knob of a timer winds it, and from anywhere
//! else but a node a line is drawn that cuts what it crosses.

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

/// What moves less than this while it is pressed, in pixels, is clicked and not dragged. A finger
/// is less steady.
const SLACK: f64 = 6.0;
const SLACK_OF_A_FINGER: f64 = 10.0;

/// Corners of a line are at least so many pixels apart.
const STRIDE: f64 = 4.0;

/// What is under way between a press and its release.
#[derive(Clone, PartialEq, Debug, Default)]
pub(crate) enum Hand {
    /// Nothing.
    #[default]
    Free,
    /// Something was pressed there and has not moved.
    Press(Point),
    /// A line is drawn through these places, each in parts of the ring: so a window that becomes
    /// another size loses nothing.
    Line(Vec<Point>),
    /// A value is carried from a client: to here, and to this node if it is let go now.
    Carry(Address, Point, Option<Address>),
    /// A timer is wound: of this node, as it is now.
    Wind(Address, TimerView),
}

/// What comes of what a pointer did.
pub(crate) enum Asked {
    /// Nothing that could be seen.
    Nothing,
    /// What is drawn differs.
    Look,
    /// This.
    Do(Intent),
    /// A message is looked at, which was seen at this simulated moment.
    Take { message: u64, seen_us: u64 },
    /// The value in the field is sent by a client to a node.
    Carry(Address, Address),
}

/// What is known about pointing from one event to the next.
#[derive(Default)]
pub(crate) struct Pointing {
    pub(crate) touched: Option<Touched>,
    pub(crate) hand: Hand,
    /// What a mouse is over.
    pub(crate) over: Hit,
    /// What the user saw lately.
    pub(crate) drawn: Drawn,
    /// What the last press was on, and the simulated moment at which its user saw it.
    pressed: Hit,
    seen_us: u64,
    /// The last press was a finger's.
    finger: bool,
    /// The last press closed a menu or became a drag, so that its click does nothing else.
    spent: bool,
}

impl Pointing {
    /// Takes in what happened; says what is asked for by it.
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

    /// Gives up what is under way.
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

    /// Whether time waits for the end of what is under way: a timer that is wound does not run, and
    /// a message that is pressed does not arrive meanwhile.
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
        // A press anywhere closes a menu, but on what has a menu of its own, or moves time.
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
            // It was let go where nobody told the page.
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
            // From now on everything that this pointer does is told to the stage.
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
                // Past twelve o'clock is as far as it goes, from either side.
                timer.part = match timer.part {
                    last if last - part > 0.5 => 1.0,
                    last if part - last > 0.5 => 0.0,
                    _ => part,
                };
            }
        }
        Asked::Look
    }

    /// What is pressed begins to move.
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
            // No pointer made this click, but a screen reader or a script, on what it names.
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
        // A pointer that presses a link moves the focus too, but it is the one that points.
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

/// Opens a node's menu, or closes it.
fn select(node: Address, scene: &Scene) -> Asked {
    let open = scene.menu.as_ref().is_some_and(|menu| menu.subject == Subject::Node(node));
    Asked::Do(Panel::Select((!open).then_some(node)).into())
}

/// Where on the stage a pointer is.
fn place_of(event: &MouseEvent) -> Point {
    let Some(stage) = page::find(".surface") else { return Point::default() };
    let rect = stage.get_bounding_client_rect();
    let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
    Point { x: x - rect.left(), y: y - rect.top() }
}
