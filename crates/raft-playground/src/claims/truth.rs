//! What really happened in a run: facts that follow from the records and from the nodes, collected
//! without any knowledge of what the page says.

mod as_of;
mod links;
mod look_up;
mod votes;

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use raft_sim::raft_core::{
    Body, Event, LocalTime, LogIndex, LogPosition, NodeId, Payload, Rule, Term, Verdict,
};
use raft_sim::{
    Address, ClientId, Clock, Command, MessageId, Packet, Record, RecordKind, Request, Simulation,
    Time,
};

/// Everything that happened in a run so far.
#[derive(Default)]
pub(super) struct GroundTruth {
    /// All records, in order; the place of each is its number.
    pub(super) records: Vec<Rc<Record>>,
    /// The numbers of the commands that were given by hand.
    by_hand: BTreeSet<u64>,
    /// The nodes whose disks were erased.
    erased: BTreeSet<NodeId>,
    /// Who led which term.
    leaders: BTreeMap<Term, BTreeSet<NodeId>>,
    /// Who gave which candidate its vote, and until when.
    votes: votes::Votes,
    /// Who had given a leader its vote when it was elected.
    electors: BTreeMap<(Term, NodeId), BTreeSet<NodeId>>,
    /// When each node last heard from a leader of its term, in simulated time and by its clock.
    contacts: BTreeMap<NodeId, Vec<Contact>>,
    /// What some node counted as committed, and since when.
    committed: BTreeMap<LogPosition, Time>,
    /// In which terms of the nodes that knew so.
    committed_in: BTreeSet<(LogPosition, Term)>,
    /// The client requests in entries that some node applied.
    applied: BTreeSet<(ClientId, u64)>,
    /// How far each node's commit index was seen to reach.
    commit_indexes: BTreeMap<NodeId, LogIndex>,
    /// The rules that were switched, each with the number of the command and whether off.
    switched: Vec<(u64, Rule, bool)>,
    /// The number of the record of each message's sending.
    sent: BTreeMap<MessageId, u64>,
    /// The starts of each node, and when it heard a leader of its term.
    heard: BTreeMap<NodeId, Vec<Heard>>,
    /// The commands that set an election timer.
    timers: Vec<Rc<Record>>,
    /// The clocks of the nodes, each after the record of this number.
    clocks: BTreeMap<NodeId, Vec<(u64, Clock)>>,
    /// Whether a command changed a clock or how a node is set up.
    pub(super) clocks_changed: bool,
    /// Which links there were after each command.
    links: links::Links,
    /// The last decision of each voter about each candidate.
    decisions: BTreeMap<(NodeId, NodeId), u64>,
    /// The node that a client took for the leader when it sent a request.
    hints: BTreeMap<MessageId, Option<NodeId>>,
}

/// When a node heard from a leader.
#[derive(Clone, Copy)]
pub(super) struct Contact {
    /// The number of the record.
    seq: u64,
    pub(super) at: Time,
    /// The same by the node's clock.
    pub(super) clock: LocalTime,
}

/// A node started, or heard a leader of its term.
#[derive(Clone, Copy)]
pub(super) struct Heard {
    /// The number of the record.
    seq: u64,
    pub(super) at: Time,
    /// By the node's own clock.
    pub(super) clock: LocalTime,
    pub(super) is_start: bool,
}

impl GroundTruth {
    /// Takes in what just happened. `is_by_hand` says whether commands among it were given by hand.
    pub(super) fn observe(
        &mut self,
        simulation: &Simulation,
        records: Vec<Record>,
        is_by_hand: bool,
    ) {
        self.observe_clocks(simulation, &records);
        self.links.observe(simulation, &records);
        for record in records {
            let node = record.subject.and_then(Address::node);
            match (&record.kind, node) {
                (RecordKind::Commanded(_), _) if is_by_hand => {
                    self.by_hand.insert(record.seq);
                }
                _ => {}
            }
            match (&record.kind, node) {
                (RecordKind::Commanded(Command::Waive(rule)), _) => {
                    self.switched.push((record.seq, *rule, true));
                }
                (
                    RecordKind::Commanded(
                        Command::Clock { .. }
                        | Command::ClockJump { .. }
                        | Command::Configure { .. },
                    ),
                    _,
                ) => self.clocks_changed = true,
                (RecordKind::Commanded(Command::Timer { .. }), _) => {
                    self.timers.push(Rc::new(record.clone()));
                }
                (RecordKind::Commanded(Command::ReplaceServer(Address::Node(node))), _) => {
                    // Another server in the place of one whose disk was erased has never voted.
                    let is_new = simulation.host(*node).disk.damage().is_none();
                    if is_new && self.erased.remove(node) {
                        self.votes.replace(record.seq, *node);
                    }
                }
                (RecordKind::Commanded(Command::EraseDisk(Address::Node(node))), _) => {
                    self.erased.insert(*node);
                }
                (RecordKind::Commanded(Command::Enforce(rule)), _) => {
                    self.switched.push((record.seq, *rule, false));
                }
                (RecordKind::Sent(envelope) | RecordKind::Duplicated(envelope), _) => {
                    self.sent.insert(envelope.message, record.seq);
                    if let Address::Client(client) = envelope.from {
                        let client = simulation.clients().iter().find(|other| other.id == client);
                        let hint = client.and_then(|client| client.leader);
                        self.hints.insert(envelope.message, hint);
                    }
                }
                (RecordKind::Delivered(envelope), Some(node)) => {
                    self.observe_delivery(simulation, &record, &envelope.packet, node);
                }
                (RecordKind::Protocol(Event::Booted { .. }), Some(node)) => {
                    let clock = simulation.host(node).clock.at(record.at);
                    let Record { seq, at, .. } = record;
                    let heard = Heard { seq, at, clock, is_start: true };
                    self.heard.entry(node).or_default().push(heard);
                }
                (RecordKind::Crashed { .. }, Some(node)) => {
                    self.votes.lose(record.seq, simulation, node);
                }
                (RecordKind::Protocol(event), Some(node)) => {
                    self.observe_event(&record, event, node);
                }
                _ => {}
            }
            self.observe_applied(std::slice::from_ref(&record));
            if let RecordKind::Applied { entry, .. } = &record.kind {
                self.committed.entry(entry.position()).or_insert(record.at);
            }
            self.records.push(Rc::new(record));
        }
        self.votes.observe_disks(simulation);
        self.observe_commit_indexes(simulation);
    }

    fn observe_clocks(&mut self, simulation: &Simulation, records: &[Record]) {
        let Some(first) = records.first() else { return };
        for host in simulation.hosts() {
            let known = self.clocks.entry(host.id).or_default();
            if known.last().is_none_or(|(_, clock)| *clock != host.clock) {
                known.push((first.seq, host.clock));
            }
        }
    }

    fn observe_delivery(
        &mut self,
        simulation: &Simulation,
        record: &Record,
        packet: &Packet,
        node: NodeId,
    ) {
        let Packet::Raft(message) = packet else { return };
        let is_leaders =
            matches!(message.body, Body::AppendEntries { .. } | Body::InstallSnapshot(_));
        let clock = simulation.host(node).clock.at(record.at);
        // A node that resumes handles many messages at once, in the term that it has at each.
        let state = record.state.as_ref();
        let hears_all = simulation.waived().contains(Rule::CurrentTerm);
        let is_current = state.is_some_and(|state| hears_all || message.term >= state.term);
        if is_leaders && (is_current || state.is_none()) {
            let Record { seq, at, .. } = *record;
            self.heard.entry(node).or_default().push(Heard { seq, at, clock, is_start: false });
        }
        if is_leaders && is_current {
            let contact = Contact { seq: record.seq, at: record.at, clock };
            self.contacts.entry(node).or_default().push(contact);
        }
    }

    fn observe_event(&mut self, record: &Record, event: &Event, node: NodeId) {
        self.observe_decision(record.seq, event, node);
        match *event {
            Event::LeaderElected { term, .. } => {
                self.leaders.entry(term).or_default().insert(node);
                self.electors.insert((term, node), self.votes.voters(term, node));
            }
            Event::ElectionStarted { term, .. } => {
                self.votes.give(record.seq, (term, node, node));
            }
            Event::VoteDecided {
                candidate,
                term,
                verdict: Verdict::Allow | Verdict::Waive(_),
                ..
            } => {
                self.votes.give(record.seq, (term, node, candidate));
                // Without the rule current-term, a vote for an older term counts in the voter's.
                let own_term = record.state.as_ref().map_or(term, |state| state.term);
                self.votes.give(record.seq, (own_term, node, candidate));
            }
            _ => {}
        }
    }

    /// Takes in which requests were applied.
    pub(super) fn observe_applied(&mut self, records: &[Record]) {
        for record in records {
            if let RecordKind::Applied { entry, .. } = &record.kind
                && let Payload::Command(command) = &entry.payload
                && let Some(request) = Request::decode(command)
            {
                self.applied.insert((request.client, request.serial));
            }
        }
    }

    fn observe_decision(&mut self, seq: u64, event: &Event, node: NodeId) {
        match *event {
            Event::VoteDecided { candidate: other, .. }
            | Event::PreVoteDecided { candidate: other, .. }
            | Event::Ignored { from: other, verdict: Verdict::Refuse(Rule::LeaderAlive), .. } => {
                self.decisions.insert((node, other), seq);
            }
            _ => {}
        }
    }

    /// What nodes count as committed now.
    fn observe_commit_indexes(&mut self, simulation: &Simulation) {
        for host in simulation.hosts() {
            let Some(process) = &host.process else {
                self.commit_indexes.remove(&host.id);
                continue;
            };
            let node = &process.node;
            let seen = self.commit_indexes.insert(host.id, node.commit_index());
            let mut index = seen.unwrap_or_default().next();
            while index <= node.commit_index() {
                if let Some(term) = node.log().term_at(index) {
                    let position = LogPosition { term, index };
                    self.committed.entry(position).or_insert(simulation.now());
                    self.committed_in.insert((position, node.term()));
                }
                index = index.next();
            }
        }
    }
}
