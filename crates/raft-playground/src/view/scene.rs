//! The scene: everything that does not move between events.

use std::rc::Rc;

use super::{ClientView, InspectorView, LinkView, Menu, NodeView, StoryView, Timeline, WhyView};
use crate::intent::{Breakpoints, Intent, Speed};
use crate::layout::{Layout, Rect, Segment};
use crate::table::table;
use crate::text::Sentence;

/// Everything that does not move between events.
#[derive(Clone, PartialEq, Debug)]
pub struct Scene {
    /// Differs from the last scene's whenever anything in it does.
    pub revision: u64,
    /// The layout, in CSS pixels of the stage.
    pub layout: Rc<Layout>,
    /// The badge for rules that are off and injected bugs, if there are any.
    pub badge: Option<Badge>,
    /// The nodes, A first.
    pub nodes: Vec<Rc<NodeView>>,
    /// The links between nodes, then those between a client and a node.
    pub links: Vec<LinkView>,
    /// The remaining pieces of drawn lines that still cut links, line by line.
    pub cut_line: Vec<Segment>,
    /// The clients, X first.
    pub clients: Vec<Rc<ClientView>>,
    /// One plain sentence about what just happened.
    pub sentence: Sentence,
    /// The caption: the story's line for this moment, or the title of the run.
    pub caption: Option<Rc<str>>,
    /// The story, if the run is one.
    pub story: Option<Rc<StoryView>>,
    /// Whether the page shows its own cluster, in which the user has not acted.
    pub is_untouched: bool,
    /// The suggested action.
    pub suggestion: Option<Suggestion>,
    /// The properties that must always hold, and their status.
    pub properties: Vec<PropertyView>,
    /// The menu of the selected node or message, if one is selected.
    pub menu: Option<Rc<Menu>>,
    /// The answer to the open question.
    pub why: Option<Rc<WhyView>>,
    /// The inspector, if it is open.
    pub inspector: Option<Rc<InspectorView>>,
    /// The timeline of the time bar.
    pub timeline: Rc<Timeline>,
    /// The state of the transport controls.
    pub transport: Transport,
}

impl Scene {
    /// The client that sends the typed operations, if there is any client.
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
    /// The events at which playback pauses.
    pub breakpoints: Breakpoints,
    /// Whether any link is cut, so that "Heal" makes sense.
    pub healable: bool,
    /// The box of the button that heals, at the end of a drawn line. None without such a line or
    /// without room: then the button is with the other buttons.
    pub pill: Option<Rect>,
    /// The label of the button that undoes the last reset, just after it.
    pub undo: Option<Sentence>,
}

/// The badge that names the rules that are off and the injected bugs. It opens the settings.
#[derive(Clone, PartialEq, Debug)]
pub struct Badge {
    /// Its box on the stage.
    pub place: Rect,
    /// What it says: a name or numbers; none if there is room for a sign only.
    pub text: Option<Sentence>,
    /// Its accessible name, with all names.
    pub title: Sentence,
}

/// A suggested action: the primary button under the sentence.
#[derive(Clone, PartialEq, Debug)]
pub struct Suggestion {
    /// The button's text.
    pub label: Sentence,
    /// Its effect.
    pub intent: Intent,
}

/// A property that must always hold, and its status.
#[derive(Clone, PartialEq, Debug)]
pub struct PropertyView {
    /// The name, as a key: `election-safety`.
    pub key: &'static str,
    /// The name as the paper writes it: `Election Safety`.
    pub name: Sentence,
    /// Its meaning, and the paper's section.
    pub meaning: Sentence,
    /// Its status.
    pub status: PropertyStatus,
    /// The facts that contradict it, or the reason why it is undecided; none if it holds.
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
