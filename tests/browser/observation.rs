//! What can be seen at one moment, told by the page's automation contract.

use serde::Deserialize;

/// The script that reads it.
pub(super) const SCRIPT: &str = include_str!("observation.js");

/// What can be seen at one moment. Places are the middles of things, in CSS pixels of the window.
#[derive(Deserialize, Clone, PartialEq, Debug)]
pub struct Observation {
    /// The time.
    pub clock: Clock,
    /// The nodes, A first.
    pub nodes: Vec<Node>,
    /// The links.
    pub links: Vec<Link>,
    /// Messages on their way or dying.
    pub messages: Vec<Message>,
    /// The clients, X first.
    pub clients: Vec<Client>,
    /// The properties that do not hold.
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
    /// What it applied last; empty if nothing.
    pub value: String,
    /// Whether it is held up.
    pub paused: bool,
    /// `voter`, `learner` or `outside`.
    pub member: String,
    /// Where it stands.
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
    /// Who sent it.
    pub from: String,
    /// Whom it is for.
    pub to: String,
    /// Whether it is dying.
    pub dying: bool,
    /// How much of the way between the middles of its ends is behind it, 0 to 1.
    #[serde(default)]
    pub progress: f64,
    /// Where it is.
    pub at: (f64, f64),
}

/// `[data-client]`.
#[derive(Deserialize, Clone, PartialEq, Debug)]
pub struct Client {
    /// X.
    pub name: String,
    /// `idle`, `waiting`, `done`, `failed` or `unknown`.
    pub outcome: String,
    /// Its accessible name, which tells what became of the latest operation.
    pub description: String,
    /// Where it stands.
    pub at: (f64, f64),
}

impl Observation {
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

    /// The only client there is by default.
    ///
    /// # Panics
    /// If there is none.
    pub fn client(&self) -> &Client {
        self.clients.first().expect("a client")
    }

    /// The nodes that lead, each its own term.
    pub fn leaders(&self) -> Vec<&Node> {
        self.nodes.iter().filter(|node| node.role == "leader").collect()
    }

    /// The one leader, if all running nodes are in its term and its log is committed everywhere.
    pub fn settled_leader(&self) -> Option<&Node> {
        let [leader] = self.leaders()[..] else { return None };
        let mut running = self.nodes.iter().filter(|node| node.role != "stopped");
        let agrees = |node: &Node| {
            (node.term, node.last_index, node.commit)
                == (leader.term, leader.last_index, leader.last_index)
        };
        running.all(agrees).then_some(leader)
    }

    /// The first node that follows, in the order of the ring.
    ///
    /// # Panics
    /// If none does.
    pub fn follower(&self) -> &Node {
        self.nodes.iter().find(|node| node.role == "follower").expect("a follower")
    }

    /// Whether every node shows this value.
    pub fn all_show(&self, value: &str) -> bool {
        self.nodes.iter().all(|node| node.value == value)
    }

    /// Whether such a message is on its way.
    pub fn has_message(&self, kind: &str, from: &str, to: &str) -> bool {
        let is_such = |message: &&Message| {
            (&*message.kind, &*message.from, &*message.to, message.dying) == (kind, from, to, false)
        };
        self.messages.iter().any(|message| is_such(&message))
    }
}
