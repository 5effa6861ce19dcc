//! What stands still between events.

use std::rc::Rc;

use super::{ClientView, InspectorView, LinkView, Menu, NodeView, Timeline, WhyView};
use crate::intent::{Breakpoints, Intent, Speed};
use crate::layout::{Layout, Rect, Segment};
use crate::table::table;
use crate::text::Sentence;

/// What stands still between events.
#[derive(Clone, PartialEq, Debug)]
pub struct Scene {
    /// Differs from the last scene's whenever anything in it does.
    pub revision: u64,
    /// Where everything stands, in CSS pixels of the stage.
    pub layout: Rc<Layout>,
    /// The nodes, A first.
    pub nodes: Vec<Rc<NodeView>>,
    /// The links between nodes, then those between a client and a node.
    pub links: Vec<LinkView>,
    /// What was drawn by hand and still cuts something: pieces of lines, each line's in a row.
    pub cut_line: Vec<Segment>,
    /// The clients, X first.
    pub clients: Vec<Rc<ClientView>>,
    /// One plain sentence about what just happened.
    pub sentence: Sentence,
    /// What whoever shared this moment, or the story that is told, has to say about it.
    pub caption: Option<Rc<str>>,
    /// The one thing worth trying now.
    pub suggestion: Option<Suggestion>,
    /// The properties that must always hold, and their status.
    pub properties: Vec<PropertyView>,
    /// The menu of the selected node or message, if one is selected.
    pub menu: Option<Rc<Menu>>,
    /// The answer to what was asked last, until somebody has heard enough.
    pub why: Option<Rc<WhyView>>,
    /// The inspector, if it is open.
    pub inspector: Option<Rc<InspectorView>>,
    /// What the time bar shows beside the present moment.
    pub timeline: Rc<Timeline>,
    /// What a user may want to know of the run as a whole.
    pub transport: Transport,
}

impl Scene {
    /// The client that sends what is typed, if there is any client.
    pub fn sender(&self) -> Option<&ClientView> {
        self.clients.iter().find(|client| client.sends).map(Rc::as_ref)
    }
}

/// The state of the transport controls.
#[derive(Clone, PartialEq, Debug)]
pub struct Transport {
    /// Whether simulated time follows the wall clock.
    pub playing: bool,
    /// Simulated time per wall time.
    pub speed: Speed,
    /// The seed of the run.
    pub seed: u64,
    /// What playback pauses at.
    pub breakpoints: Breakpoints,
    /// Whether any link is cut, so that "Heal" makes sense.
    pub healable: bool,
    /// The box of the button that heals, at the end of what was drawn by hand; none if there is no
    /// such line, or no room: then the button is where the other buttons are.
    pub pill: Option<Rect>,
}

/// One thing worth trying now: the primary button under the sentence.
#[derive(Clone, PartialEq, Debug)]
pub struct Suggestion {
    /// The button's text.
    pub label: Sentence,
    /// What it does.
    pub intent: Intent,
}

/// A property that must always hold, and its status.
#[derive(Clone, PartialEq, Debug)]
pub struct PropertyView {
    /// The name, as a key: `election-safety`.
    pub key: &'static str,
    /// The name as the paper writes it: `Election Safety`.
    pub name: Sentence,
    /// What it means, and where it is stated.
    pub meaning: Sentence,
    /// Its status.
    pub status: PropertyStatus,
    /// Which two facts contradict each other, or what is waited for; none if it holds.
    pub why: Option<Sentence>,
}

table! {
    /// The status of a property.
    pub enum PropertyStatus {
        /// Nothing has contradicted it.
        Holds => "holds",
        /// It is broken.
        Violated => "violated",
        /// It is not decided.
        Waits => "waits",
    }
    /// The word of the automation contract.
    pub fn name(self) -> &'static str;
}
