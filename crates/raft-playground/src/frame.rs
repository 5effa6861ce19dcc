//! What there is to draw: the one type between the playground and whoever draws it.
//!
//! A [`Frame`] has two lanes. The [`Scene`] changes only when something happened (its `revision`
//! says so); [`Motion`] changes with every instant of simulated time.

mod menus;
mod moving;
mod under;

use std::rc::Rc;

pub use menus::{Act, Menu, MenuLetter, Subject};
pub use moving::{FlashKind, FlashView, MessageView, Motion, TimerView};
pub use under::{Under, under};

pub use crate::inspector::{InspectorView, Picture, Piece, Shape, Tab, Told};
pub use crate::pauses::{PauseOn, Pauses};
pub use crate::timeline::{BranchView, MarkShape, MarkView, TermSpan, Timeline};
pub use crate::why::{Compared, Question, WhyView};
pub use raft_sim::MessageKind;
pub use raft_sim::history::BranchId;

use raft_sim::Address;

use crate::intent::Intent;
use crate::layout::{Layout, Rect, Segment};
use crate::speed::Speed;

/// One picture.
#[derive(Clone, PartialEq, Debug)]
pub struct Frame {
    /// What stands still between events.
    pub scene: Rc<Scene>,
    /// What moves.
    pub motion: Motion,
}

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
    pub sentence: Rc<str>,
    /// What whoever shared this moment, or the story that is told, has to say about it.
    pub caption: Option<Rc<str>>,
    /// The one thing worth trying now.
    pub suggestion: Option<Suggestion>,
    /// What Raft promises, and how that stands.
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
    /// What playing pauses on.
    pub pauses: Pauses,
    /// Whether any link is cut, so that "Heal" makes sense.
    pub healable: bool,
    /// The box of the button that heals, at the end of what was drawn by hand; none if there is no
    /// such line, or no room: then the button is where the other buttons are.
    pub pill: Option<Rect>,
}

/// The role of a node as it is drawn and as `data-role` says it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RoleView {
    /// Listens to a leader, or waits for one.
    Follower,
    /// Asks whether it could win an election.
    PreCandidate,
    /// Asks for votes.
    Candidate,
    /// Leads its term.
    Leader,
    /// Not running.
    Stopped,
}

impl RoleView {
    /// The word of the automation contract.
    pub fn name(self) -> &'static str {
        match self {
            Self::Follower => "follower",
            Self::PreCandidate => "pre-candidate",
            Self::Candidate => "candidate",
            Self::Leader => "leader",
            Self::Stopped => "stopped",
        }
    }
}

/// What a node is to the cluster (§6), as `data-member` says it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MemberView {
    /// It votes.
    Voter,
    /// It is sent the log only.
    Learner,
    /// It does not belong to the cluster.
    Outside,
}

impl MemberView {
    /// The word of the automation contract.
    pub fn name(self) -> &'static str {
        match self {
            Self::Voter => "voter",
            Self::Learner => "learner",
            Self::Outside => "outside",
        }
    }
}

/// One node.
#[derive(Clone, PartialEq, Debug)]
pub struct NodeView {
    /// Its name: A, B, C …
    pub name: Rc<str>,
    /// Its address, for intents.
    pub address: Address,
    /// Its role.
    pub role: RoleView,
    /// Whether it is held up: everything in it waits.
    pub paused: bool,
    /// What it is to the cluster.
    pub member: MemberView,
    /// Its term.
    pub term: u64,
    /// Its commit index.
    pub commit: u64,
    /// The index of the last entry in its log.
    pub last_index: u64,
    /// The value that it applied last, shortened to fit the circle; empty if none.
    pub value: Rc<str>,
    /// What it says beneath its name and term: `Leader`, `Leader: B`, `Votes: 2/5`, `Stopped`.
    pub status: Rc<str>,
    /// Its log as far as it is drawn.
    pub log: LogView,
    /// One sentence for a screen reader: name, role, term, value.
    pub description: Rc<str>,
}

/// The visible window of a node's log. All nodes show the same window, so rows line up.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct LogView {
    /// First and last index of the entries folded away before the rows.
    pub folded: Option<(u64, u64)>,
    /// One row per slot, top first. The slot is the place in this list.
    pub rows: Vec<RowView>,
    /// How far the log ends before the window, if it does: drawn as "8 behind".
    pub behind: u64,
}

/// One slot of a log.
#[derive(Clone, PartialEq, Debug)]
pub enum RowView {
    /// An entry.
    Entry {
        /// Its index.
        index: u64,
        /// Its term.
        term: u64,
        /// What it carries: `x=8`, `no-op`. Not shortened; the drawer does that.
        text: Rc<str>,
        /// Whether this node knows it to be committed.
        committed: bool,
        /// Whether this node's disk holds it durably.
        durable: bool,
    },
    /// An entry that the longest log has and this one lacks.
    Missing,
    /// A slot that no log has reached.
    Free,
}

/// A link between two addresses, their names in order: A–B, A–X.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct LinkView {
    /// The end whose name comes first.
    pub first: Address,
    /// The other end.
    pub second: Address,
    /// Whether messages pass from `first` to `second`.
    pub forward_up: bool,
    /// Whether messages pass from `second` to `first`.
    pub backward_up: bool,
    /// The part of the way from `first` to `second` where messages die if both directions are cut.
    pub cut_at: f64,
    /// Whether a line drawn by hand shows where it is cut.
    pub in_line: bool,
}

/// A client.
#[derive(Clone, PartialEq, Debug)]
pub struct ClientView {
    /// Its name: X.
    pub name: Rc<str>,
    /// Its address, for intents.
    pub address: Address,
    /// Whether it is the one that sends what is typed.
    pub sends: bool,
    /// What became of its latest operation: `x=8 sent to B, waiting`; empty before the first.
    pub status: Rc<str>,
    /// Why the last text could not be sent; empty if it could.
    pub complaint: Rc<str>,
    /// How the latest operation stands.
    pub outcome: OutcomeView,
    /// An example of what can be sent, for the empty field.
    pub placeholder: Rc<str>,
}

/// How an operation stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OutcomeView {
    /// Nothing was sent yet.
    Idle,
    /// No answer yet.
    Waiting,
    /// Committed and applied.
    Done,
    /// It was never committed and never will be.
    Failed,
    /// Nobody answered; it may or may not take effect.
    Unknown,
}

/// One thing worth trying now: the primary button under the sentence.
#[derive(Clone, PartialEq, Debug)]
pub struct Suggestion {
    /// The button's text.
    pub label: Rc<str>,
    /// What it does.
    pub intent: Intent,
}

/// Something that Raft promises, and how that stands.
#[derive(Clone, PartialEq, Debug)]
pub struct PropertyView {
    /// The name, as a key: `election-safety`.
    pub key: &'static str,
    /// The name as the paper writes it: `Election Safety`.
    pub name: &'static str,
    /// What it means, and where the paper promises it.
    pub meaning: &'static str,
    /// How it stands.
    pub standing: Standing,
    /// Which two facts contradict each other, or what is waited for; none if it holds.
    pub why: Option<Rc<str>>,
}

/// How a promise stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Standing {
    /// Nothing has contradicted it.
    Holds,
    /// It is broken.
    Violated,
    /// It is not decided.
    Waits,
}

impl Standing {
    /// The word of the automation contract.
    pub fn name(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::Violated => "violated",
            Self::Waits => "waits",
        }
    }
}
