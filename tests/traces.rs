//! A trace alone is enough to follow every node: its disk, log, term, vote and membership. This
//! reader knows only what `TRACE.md` says.
#![allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]

mod stories;

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use serde_json::{Value, json};

/// The state of a node, from its writes.
#[derive(Clone, Debug)]
struct Held {
    hard_state: Value,
    /// The last entry that a snapshot covers.
    base: Value,
    /// The membership as of that entry.
    base_membership: Value,
    /// The entries after the snapshot.
    log: Vec<Value>,
}

impl Held {
    fn new(membership: Value) -> Self {
        Self {
            hard_state: json!({ "term": 0, "voted_for": null }),
            base: json!({ "term": 0, "index": 0 }),
            base_membership: membership,
            log: Vec::new(),
        }
    }

    fn write(&mut self, write: &Value) {
        if !write["hard_state"].is_null() {
            self.hard_state = write["hard_state"].clone();
        }
        if !write["snapshot"].is_null() {
            let Value::Object(snapshot) = &write["snapshot"] else { panic!("{write}") };
            self.base = snapshot["last"].clone();
            self.base_membership = snapshot["membership"].clone();
            self.log.retain(|entry| number(&entry["index"]) > number(&self.base["index"]));
        }
        if !write["log"].is_null() {
            let from = number(&write["log"]["from"]);
            self.log.retain(|entry| number(&entry["index"]) < from);
            self.log.extend(write["log"]["entries"].as_array().unwrap().iter().cloned());
        }
    }

    fn last(&self) -> Value {
        let last = self.log.last().unwrap_or(&self.base);
        json!({ "term": last["term"], "index": last["index"] })
    }

    fn membership(&self) -> &Value {
        let mut memberships = self.log.iter().rev().map(|entry| &entry["payload"]["membership"]);
        memberships.find(|membership| !membership.is_null()).unwrap_or(&self.base_membership)
    }

    /// Whether a record states the same about the node.
    fn agrees(&self, state: &Value) -> bool {
        self.hard_state["term"] == state["term"]
            && self.hard_state["voted_for"] == state["voted_for"]
            && self.last() == state["last"]
            && *self.membership() == state["membership"]
            && number(&state["commit_index"]) <= number(&self.last()["index"])
    }
}

/// A node as its records describe it.
#[derive(Debug)]
struct Followed {
    in_memory: Held,
    on_disk: Held,
    under_way: VecDeque<Value>,
}

impl Followed {
    fn new(node: u64, scenario: &Value) -> Self {
        let members = number(&scenario["nodes"]);
        if node < members {
            Self::with(&(0..members).collect::<Vec<_>>())
        } else {
            Self::outsider()
        }
    }

    /// A node that does not belong to the cluster yet.
    fn outsider() -> Self {
        Self::with(&[])
    }

    fn with(voters: &[u64]) -> Self {
        let held = Held::new(json!({ "voters": voters, "outgoing": [], "learners": [] }));
        Self { in_memory: held.clone(), on_disk: held, under_way: VecDeque::new() }
    }

    /// Applies one record of the node. False if the record contradicts the earlier ones.
    fn follow(&mut self, record: &Value) -> bool {
        let (kind, detail) = (record["kind"].as_str().unwrap(), &record["detail"]);
        match kind {
            "write-began" => {
                self.in_memory.write(detail);
                self.under_way.push_back(detail.clone());
            }
            "persisted" => {
                while self
                    .under_way
                    .front()
                    .is_some_and(|write| number(&write["number"]) <= number(detail))
                {
                    self.on_disk.write(&self.under_way.pop_front().unwrap());
                }
            }
            "crashed" => {
                assert_eq!(detail["lost_writes"], self.under_way.len());
                self.under_way.clear();
            }
            "protocol" if detail["event"] == "booted" => self.in_memory = self.on_disk.clone(),
            // A protocol record has the state after the whole step, whose write follows.
            "protocol" => return true,
            _ => {}
        }
        record["state"].is_null() || self.in_memory.agrees(&record["state"])
    }

    /// Whether the disk holds the vote that the message grants (§5.2).
    fn has_voted(&self, envelope: &Value) -> bool {
        let term = &envelope["packet"]["raft"]["term"];
        self.on_disk.hard_state == json!({ "term": term, "voted_for": node(&envelope["to"]) })
    }
}

/// Whether a message grants a vote to its receiver.
fn is_vote(envelope: &Value) -> bool {
    let message = &envelope["packet"]["raft"];
    message["kind"] == "request-vote-reply" && message["granted"] == true
}

fn number(value: &Value) -> u64 {
    value.as_u64().unwrap()
}

/// The number of a node by its name; `None` for a client.
fn node(name: &Value) -> Option<u64> {
    let letter = name.as_str()?.bytes().next()?;
    (b'A'..=b'I').contains(&letter).then(|| u64::from(letter - b'A'))
}

/// The state of a trace reader, and how much it has compared.
#[derive(Default)]
struct Reader {
    scenario: Value,
    nodes: BTreeMap<u64, Followed>,
    /// The content of each message in flight.
    sent: BTreeMap<u64, Value>,
    /// The commands that replaced a server under its old name.
    renewals: BTreeSet<u64>,
    states: usize,
    memberships: usize,
    votes: usize,
}

impl Reader {
    fn read(&mut self, record: &Value) {
        let (kind, detail) = (record["kind"].as_str().unwrap(), &record["detail"]);
        if let Some(id) = node(&record["place"]) {
            if detail["event"] == "booted"
                && record["cause"].as_u64().is_some_and(|cause| self.renewals.contains(&cause))
            {
                self.nodes.insert(id, Followed::outsider());
            }
            self.follow(id, record);
        }
        match kind {
            "commanded" if !detail["renew"].is_null() => {
                self.renewals.insert(number(&record["seq"]));
            }
            "sent" | "doubled" => {
                self.sent.insert(number(&detail["message"]), detail["packet"].clone());
            }
            "delivered" | "lost" => {
                let packet = self.sent.remove(&number(&detail["message"]));
                assert_eq!(packet.as_ref(), Some(&detail["packet"]), "{record}");
            }
            _ => {}
        }
    }

    fn follow(&mut self, id: u64, record: &Value) {
        let node = self.nodes.entry(id).or_insert_with(|| Followed::new(id, &self.scenario));
        let before = node.in_memory.membership().clone();
        assert!(node.follow(record), "{record}\n{node:?}");
        if record["kind"] == "sent" && is_vote(&record["detail"]) {
            assert!(node.has_voted(&record["detail"]), "{record}\n{node:?}");
            self.votes += 1;
        }
        self.states += usize::from(!record["state"].is_null());
        self.memberships += usize::from(before != *node.in_memory.membership());
    }
}

#[test]
fn a_trace_alone_determines_every_nodes_state() {
    let (mut states, mut memberships, mut votes) = (0, 0, 0);
    for (_, text) in stories::all() {
        let trace = stories::trace(&text);
        let mut lines = trace.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        let scenario = lines.next().unwrap()["run"]["scenario"].clone();
        // If votes are deliberately not durable, the written state differs from the state in
        // memory.
        if scenario["mistakes"]["votes-not-durable"] == true {
            continue;
        }
        let mut reader = Reader { scenario, ..Reader::default() };
        for (seq, record) in lines.enumerate() {
            assert_eq!(record["seq"], seq, "{record}");
            reader.read(&record);
        }
        states += reader.states;
        memberships += reader.memberships;
        votes += reader.votes;
    }
    let seen = format!("{states} states, {memberships} changes of membership, {votes} votes");
    assert!(states > 5000 && memberships > 20 && votes > 20, "{seen}");
}
