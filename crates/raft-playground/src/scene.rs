//! Drawing a scene: what stands still between events, told from the simulator's state.

use std::rc::Rc;

use raft_sim::raft_core::{Entry, LogIndex, Node, NodeId, Payload, Role, Votes};
use raft_sim::{Address, ClientOperation, Host, Outcome, Process, Request, Simulation, Status};

use crate::frame::{
    ClientView, LinkView, LogView, MemberView, NodeView, OutcomeView, RoleView, RowView, Scene,
    Transport,
};
use crate::layout::Crossing;
use crate::promises;
use crate::session::Session;
use crate::shown_log::ShownLog;
use crate::suggestion;
use crate::timeline;
use crate::words;

/// The longest value that fits into a node's circle, in characters.
const CIRCLE: usize = 4;

/// Draws the scene, or gives back the one before if nothing in it differs.
pub(crate) fn draw(session: &Session, before: Option<Rc<Scene>>) -> Rc<Scene> {
    let simulation = session.simulation();
    let revision = before.as_ref().map_or(0, |scene| scene.revision);
    let window = Window::of(simulation, session.layout.log_rows() as u64);
    let (cut_line, crossings) = session.cut_line();
    let links = links(session, &crossings);
    let healable = links.iter().any(|link| !(link.forward_up && link.backward_up));
    let pill = session.layout.pill(&cut_line);
    let hosts = simulation.hosts().iter();
    let mut scene = Scene {
        revision,
        layout: Rc::clone(&session.layout),
        nodes: hosts.map(|host| Rc::new(node(simulation, host, window))).collect(),
        links,
        cut_line,
        clients: clients(session),
        sentence: session.narrator.sentence(),
        caption: session.caption(),
        suggestion: suggestion::suggest(simulation, healable),
        properties: promises::draw(simulation),
        menu: session.written_menu(),
        why: session.written_answer(),
        inspector: session.written_tab(),
        timeline: timeline::draw(session, before.as_ref().map(|scene| &scene.timeline)),
        transport: Transport {
            playing: session.playing,
            speed: session.speed,
            pauses: session.pauses,
            seed: simulation.run().seed,
            healable,
            pill,
        },
    };
    match before {
        Some(before) if *before == scene => before,
        before => {
            scene.revision += u64::from(before.is_some());
            Rc::new(scene)
        }
    }
}

/// The indexes that every log shows, so that rows line up.
#[derive(Clone, Copy)]
struct Window {
    /// The first index shown.
    first: u64,
    /// How many are shown.
    rows: u64,
    /// The end of the longest log.
    longest: u64,
}

impl Window {
    fn of(simulation: &Simulation, rows: u64) -> Self {
        let logs = simulation.hosts().iter().map(|host| ShownLog::of(host, simulation));
        let longest = logs.map(|log| log.last.0).max().unwrap_or(0);
        Self { first: (longest + 1).saturating_sub(rows).max(1), rows, longest }
    }
}

fn node(simulation: &Simulation, host: &Host, window: Window) -> NodeView {
    let name: Rc<str> = Address::Node(host.id).to_string().into();
    let process = host.process.as_ref();
    let role = role(host);
    let term = process.map_or(host.disk.durable().hard_state.term, |process| process.node.term());
    let log = ShownLog::of(host, simulation);
    let value = process.and_then(|process| process.machine.latest()).unwrap_or_default();
    let paused = process.is_some_and(Process::is_paused);
    let member = member(simulation, host);
    let status = status(host, member);
    let description = words::describe_node(&name, role, term.0, &status, value);
    NodeView {
        address: host.id.into(),
        role,
        paused,
        member,
        term: term.0,
        commit: process.map_or(0, |process| process.node.commit_index().0),
        last_index: log.last.0,
        value: shorten(value, CIRCLE).into(),
        status: status.into(),
        log: window_of(&log, window),
        description: description.into(),
        name,
    }
}

/// The role of what runs on a host.
pub(crate) fn role(host: &Host) -> RoleView {
    match host.process.as_ref().map(|process| process.node.role()) {
        None => RoleView::Stopped,
        Some(Role::Follower { .. }) => RoleView::Follower,
        Some(Role::PreCandidate { .. }) => RoleView::PreCandidate,
        Some(Role::Candidate { .. }) => RoleView::Candidate,
        Some(Role::Leader { .. }) => RoleView::Leader,
    }
}

/// What a node is to the cluster, as the newest leader has it, or else whoever knows the most.
pub(crate) fn member(simulation: &Simulation, host: &Host) -> MemberView {
    let running = simulation.hosts().iter().filter_map(|host| host.process.as_ref());
    let knows = |process: &&Process| {
        let node = &process.node;
        (node.is_leader(), node.term(), node.log().last().index)
    };
    let Some(best) = running.max_by_key(knows) else { return MemberView::Voter };
    match best.node.membership() {
        membership if membership.is_voter(host.id) => MemberView::Voter,
        membership if membership.contains(host.id) => MemberView::Learner,
        // A newcomer is sent the log, although it stands in no membership yet (diss. §4.2.1).
        _ if best.node.progress(host.id).is_some() => MemberView::Learner,
        _ => MemberView::Outside,
    }
}

fn status(host: &Host, member: MemberView) -> String {
    let Some(process) = &host.process else { return "Stopped".into() };
    match member {
        _ if process.is_paused() => return "Paused".into(),
        MemberView::Voter => {}
        MemberView::Learner => return "Learner".into(),
        MemberView::Outside => return "Outside".into(),
    }
    let node = &process.node;
    let name = |node: NodeId| Address::Node(node);
    match (node.role(), node.voted_for()) {
        (Role::Leader { .. }, _) => "Leader".into(),
        (Role::PreCandidate { votes }, _) => format!("Polls: {}", counted(votes, node)),
        (Role::Candidate { votes }, _) => format!("Votes: {}", counted(votes, node)),
        (Role::Follower { leader: Some(leader) }, _) => format!("Leader: {}", name(*leader)),
        (Role::Follower { leader: None }, Some(candidate)) => {
            format!("Voted: {}", name(candidate))
        }
        (Role::Follower { leader: None }, None) => "Follower".into(),
    }
}

/// How many of how many said yes.
fn counted(votes: &Votes, node: &Node) -> String {
    let granted = votes.values().filter(|&&granted| granted).count();
    format!("{granted}/{}", node.membership().voters.len())
}

fn window_of(log: &ShownLog, window: Window) -> LogView {
    // A log that ends before the window shows its own end instead, and how far it is behind.
    let last = log.last.0;
    let behind = last + 1 < window.first;
    let first = if behind { (last + 2).saturating_sub(window.rows).max(1) } else { window.first };
    let row = |index: u64| match log.entry(LogIndex(index)) {
        Some(entry) => RowView::Entry {
            index,
            term: entry.term.0,
            text: entry_text(entry),
            committed: index <= log.committed.0,
            durable: index <= log.durable.0,
        },
        None if index > last && index <= window.longest => RowView::Missing,
        None => RowView::Free,
    };
    LogView {
        folded: (first > 1).then_some((1, first - 1)),
        rows: (first..first + window.rows).map(row).collect(),
        behind: if behind { window.longest - last } else { 0 },
    }
}

/// What an entry carries, in the words of the person who sent it.
pub(crate) fn entry_text(entry: &Entry) -> Rc<str> {
    match &entry.payload {
        Payload::NoOp => "no-op".into(),
        Payload::Membership(_) => "members".into(),
        Payload::Command(command) => match Request::decode(command) {
            Some(request) => request.operation.to_string().into(),
            None => "?".into(),
        },
    }
}

/// Cuts a text to so many characters, the last one an ellipsis if any was cut.
fn shorten(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.into();
    }
    text.chars().take(most - 1).chain(['…']).collect()
}

fn links(session: &Session, crossings: &[Crossing]) -> Vec<LinkView> {
    let network = session.simulation().network();
    let mut links = Vec::new();
    for (first, second, forward_up) in network.directions() {
        if first < second {
            links.push(LinkView {
                first,
                second,
                forward_up,
                backward_up: network.is_up(second, first) == Some(true),
                cut_at: session.cut_at(first, second),
                in_line: crossings.iter().any(|crossing| crossing.is_of(first, second)),
            });
        }
    }
    links
}

fn clients(session: &Session) -> Vec<Rc<ClientView>> {
    let simulation = session.simulation();
    let complaint = match &session.complaint {
        // What was carried to a node has no other place.
        Some((via, complaint)) if via.is_none() || *via != session.selected => Rc::clone(complaint),
        _ => "".into(),
    };
    let view = |client: &raft_sim::Client| {
        let address = Address::Client(client.id);
        let latest = client.operations().last();
        ClientView {
            name: address.to_string().into(),
            address,
            sends: client.id == session.sender,
            status: latest.map(words::client_status).unwrap_or_default().into(),
            complaint: Rc::clone(&complaint),
            outcome: latest.map_or(OutcomeView::Idle, outcome),
            placeholder: suggestion::example(simulation).into(),
        }
    };
    simulation.clients().iter().map(|client| Rc::new(view(client))).collect()
}

/// How an operation stands.
pub(crate) fn outcome(operation: &ClientOperation) -> OutcomeView {
    match &operation.status {
        Status::Waiting => OutcomeView::Waiting,
        Status::Done(Outcome::Written | Outcome::Read(_)) => OutcomeView::Done,
        Status::Done(Outcome::Differs(_) | Outcome::NotANumber) | Status::Failed => {
            OutcomeView::Failed
        }
        Status::Unknown => OutcomeView::Unknown,
    }
}
