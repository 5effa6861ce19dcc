//! The visible state at one moment, from the page's automation contract.

use serde::Deserialize;

/// The script that reads it.
pub(super) const SCRIPT: &str = include_str!("observation.js");

/// The visible state at one moment. Positions are the middles of elements, in CSS pixels of the
/// window.
#[derive(Deserialize, Clone, PartialEq, Debug)]
pub struct Observation {
    /// The time.
    pub clock: Clock,
    /// The nodes, A first.
    pub nodes: Vec<Node>,
    /// The links.
    pub links: Vec<Link>,
    /// Messages in flight or being dropped.
    pub messages: Vec<Message>,
    /// The clients, X first.
    pub clients: Vec<Client>,
    /// The violated properties.
    pub violated: Vec<String>,
}

/// `[data-clock]`.
#[derive(Deserialize, Clone, PartialEq, Debug)]
pub struct Clock {
    /// Simulated microseconds.
    pub now_us: u64,
    /// Whether simulated time follows the wall clock.
    pub playing: bool,
    /// Simulated time per wall time: `1/50`.
    pub speed: String,
    /// The seed of the run.
    pub seed: String,
}

/// `[data-node]`.
#[derive(Deserialize, Clone, PartialEq, Debug)]
pub struct Node {
    /// A, B, C …
    pub name: String,
    /// `follower`, `candidate`, `leader` or `stopped`.
    pub role: String,
    /// Its term.
    pub term: u64,
    /// Its commit index.
    pub commit: u64,
    /// The index of its last entry.
    pub last_index: u64,
    /// The last applied value; empty if there is none.
    pub value: String,
    /// Whether the node is paused.
    pub paused: bool,
    /// `voter`, `learner` or `outside`.
    pub member: String,
    /// Its position.
    pub at: (f64, f64),
}

/// `[data-link]`.
#[derive(Deserialize, Clone, PartialEq, Debug)]
pub struct Link {
    /// Its ends in order: `A-B`.
    pub name: String,
    /// `up` or `cut`, from the first end to the second.
    pub forward: String,
    /// The same from the second end to the first.
    pub backward: String,
}

/// `[data-message]`.
#[derive(Deserialize, Clone, PartialEq, Debug)]
pub struct Message {
    /// `request-vote`, `heartbeat` …
    pub kind: String,
    /// The sender.
    pub from: String,
    /// The receiver.
    pub to: String,
    /// Whether it is being dropped.
    pub dying: bool,
    /// The share of the way between the middles of its ends that it has passed, 0 to 1.
    #[serde(default)]
    pub progress: f64,
    /// Its position.
    pub at: (f64, f64),
}

/// `[data-client]`.
#[derive(Deserialize, Clone, PartialEq, Debug)]
pub struct Client {
    /// X.
    pub name: String,
    /// `idle`, `waiting`, `done`, `failed` or `unknown`.
    pub outcome: String,
    /// Its accessible name, which includes the outcome of the latest operation.
    pub description: String,
    /// Its position.
    pub at: (f64, f64),
}

impl Observation {
    /// The same without positions: a notice takes its room from the stage.
    #[must_use]
    pub fn without_places(mut self) -> Self {
        let nodes = self.nodes.iter_mut().map(|node| &mut node.at);
        let messages = self.messages.iter_mut().map(|message| &mut message.at);
        let clients = self.clients.iter_mut().map(|client| &mut client.at);
        nodes.chain(messages).chain(clients).for_each(|at| *at = (0.0, 0.0));
        self.messages.iter_mut().for_each(|message| message.progress = 0.0);
        self
    }

    /// The node of this name.
    ///
    /// # Panics
    /// If there is none.
    pub fn node(&self, name: &str) -> &Node {
        self.nodes.iter().find(|node| node.name == name).expect("a node of that name")
    }

    /// The link of this name: `A-B`.
    ///
    /// # Panics
    /// If there is none.
    pub fn link(&self, name: &str) -> &Link {
        self.links.iter().find(|link| link.name == name).expect("a link of that name")
    }

    /// The only client of the default cluster.
    ///
    /// # Panics
    /// If there is none.
    pub fn client(&self) -> &Client {
        self.clients.first().expect("a client")
    }

    /// The nodes that lead, each in its own term.
    pub fn leaders(&self) -> Vec<&Node> {
        self.nodes.iter().filter(|node| node.role == "leader").collect()
    }

    /// The only leader, if all running nodes are in its term and its log is committed on all of
    /// them.
    pub fn settled_leader(&self) -> Option<&Node> {
        let [leader] = self.leaders()[..] else { return None };
        let mut running = self.nodes.iter().filter(|node| node.role != "stopped");
        let agrees = |node: &Node| {
            (node.term, node.last_index, node.commit)
                == (leader.term, leader.last_index, leader.last_index)
        };
        running.all(agrees).then_some(leader)
    }

    /// The first follower, in the order of the ring.
    ///
    /// # Panics
    /// If there is none.
    pub fn follower(&self) -> &Node {
        self.nodes.iter().find(|node| node.role == "follower").expect("a follower")
    }

    /// Whether every node shows this value.
    pub fn all_show(&self, value: &str) -> bool {
        self.nodes.iter().all(|node| node.value == value)
    }

    /// Whether such a message is in flight.
    pub fn has_message(&self, kind: &str, from: &str, to: &str) -> bool {
        let is_such = |message: &&Message| {
            (&*message.kind, &*message.from, &*message.to, message.dying) == (kind, from, to, false)
        };
        self.messages.iter().any(|message| is_such(&message))
    }
}
