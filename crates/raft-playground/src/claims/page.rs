//! The page of a session that goes through a run, and everything that it shows at a moment.

use std::collections::BTreeMap;

use raft_sim::history::Position;
use raft_sim::raft_core::Node;
use raft_sim::{Address, Command, History, MessageId, Run, Simulation, Time};

use super::labels::Labels;
use super::labels_network::of_message;
use super::{Checked, GroundTruth, Moment, labels_inspector, labels_timeline, offers, travels};
use crate::intent::{Confirmation, Intent, Panel, Playback, Speed, Tab};
use crate::panels;
use crate::query::NodeRole;
use crate::session::{Options, Session};
use crate::stage;
use crate::state::OpenedRun;
use crate::text::{Sentence, Statement, Words};
use crate::view::{Menu, Panels, Scene};

/// In one of so many looks at the page, its user goes through time.
const TRAVELS: u64 = 8;

/// A session of a user.
pub(super) struct Page {
    session: Session,
}

/// What was said, and what became of judging it.
pub(super) type Judged = Vec<(Sentence, Option<Checked>)>;

impl Page {
    /// Opens a run at its beginning.
    pub(super) fn new(run: Run) -> Self {
        let options = Options { seed: 0, nodes: 1, speed: Speed::FASTEST, paused: false };
        let mut session = Session::new(&options).expect("one node can run");
        session.open(OpenedRun {
            history: History::new(run).expect("it has been performed"),
            moment: Position::default(),
            title: None,
            story: None,
            speed: Some(Speed::FASTEST),
            complaint: None,
        });
        session.handle(Playback::Play.into());
        Self { session }
    }

    pub(super) fn simulation(&self) -> &Simulation {
        self.session.snapshot().simulation()
    }

    /// Plays until an instant. A guarantee that breaks pauses the page, and the user plays on.
    pub(super) fn play(&mut self, until: Time) {
        let slowdown = u64::from(Speed::FASTEST.slowdown());
        loop {
            let left = until.since(self.simulation().now()).0;
            self.session.handle(Playback::Play.into());
            self.session.advance(left * slowdown);
            if self.simulation().now() >= until && self.session.snapshot().playback.is_playing {
                return;
            }
        }
    }

    /// Does what a user asks for. Gives the commands that came of it.
    pub(super) fn handle(&mut self, intent: Intent) -> Vec<Command> {
        let before = self.simulation().run().commands.len();
        self.session.handle(intent);
        let simulation = self.simulation();
        let run = simulation.run();
        let done = run.commands.len() - simulation.upcoming_commands().len();
        let new = run.commands.len().saturating_sub(before).min(done);
        run.commands[done - new..done].iter().map(|timed| timed.command.clone()).collect()
    }

    /// What the page suggests now, as an intent.
    pub(super) fn suggestion(&self) -> Option<Intent> {
        self.scene(Panels::default()).suggestion.map(|suggestion| suggestion.intent)
    }

    fn scene(&self, panels: Panels) -> Scene {
        (*stage::scene(&self.session.snapshot(), panels, None)).clone()
    }

    fn panels(&self) -> Panels {
        panels::panels(&self.session.snapshot(), &Panels::default())
    }

    /// Everything that it shows now: the stage, a tab, the menus of a node and of a message. What
    /// is offered is tried on a copy.
    pub(super) fn judge(
        &mut self,
        truth: &GroundTruth,
        lines: &BTreeMap<u64, Sentence>,
        choice: u64,
    ) -> Judged {
        let place = usize::try_from(choice).unwrap_or(0);
        let tab = Tab::ALL[place % Tab::ALL.len()];
        let node = self.simulation().hosts()[place % self.simulation().hosts().len()].id;
        let paused = place % 2 == 0;
        self.session.handle(if paused { Playback::Pause } else { Playback::Play }.into());
        self.session.handle(Panel::InspectNode(node.into()).into());
        self.session.handle(Panel::Inspect(Some(tab)).into());
        self.session.handle(Panel::Select(Some(node.into())).into());
        let of_node = self.panels();
        let asked = [Confirmation::LoseDisk, Confirmation::Remove][place % 2];
        self.session.handle(Panel::Confirm(node.into(), asked).into());
        let asking = self.panels();
        let in_transit: Vec<MessageId> =
            self.simulation().network().messages().map(|message| message.id).collect();
        let message = (!in_transit.is_empty()).then(|| in_transit[place % in_transit.len().max(1)]);
        if let Some(MessageId(message)) = message {
            self.session.handle(Panel::SelectMessage(message).into());
        }
        let of_message = self.panels();
        self.session.handle(Panel::Select(None).into());

        let moment = Moment { simulation: self.simulation(), truth, record: None, question: None };
        let mut labels = Labels::new(moment);
        let scene = self.scene(self.panels());
        labels.scene(&scene);
        labels_timeline::timeline(&mut labels, &scene.timeline);
        if let Some(inspector) = &scene.inspector {
            labels_inspector::tab(&mut labels, tab, &inspector.content, node, lines);
        }
        if let Some(menu) = &of_node.menu {
            node_menu(&mut labels, menu, node.into());
            offers::menu(&mut labels, menu, &self.session);
        }
        if let Some(menu) = &asking.menu {
            labels.add(&menu.subtitle, None);
            offers::menu(&mut labels, menu, &self.session);
        }
        if let (Some(menu), Some(message)) = (&of_message.menu, message) {
            message_menu(&mut labels, menu, message);
            offers::menu(&mut labels, menu, &self.session);
        }
        if let Some(suggestion) = &scene.suggestion {
            offers::suggestion(&mut labels, suggestion, &self.session);
        }
        if (choice / 256).is_multiple_of(TRAVELS) {
            travels::judge(&mut labels, &self.session, choice);
        }
        let judged = labels.judged;
        self.session.handle(Panel::Inspect(None).into());
        judged
    }
}

fn node_menu(labels: &mut Labels, menu: &Menu, node: Address) {
    let simulation = labels.moment.simulation;
    labels.add(&menu.title, None);
    let Some(host) = node.node().map(|node| simulation.host(node)) else { return };
    let running = host.process.as_ref().map(|process| &process.node);
    let role = super::labels_drawn::role(host);
    let is = |told: NodeRole, term| role == told && running.map(Node::term) == Some(term);
    let right = match menu.subtitle.statement() {
        Statement::MenuStopped {} => running.is_none(),
        Statement::MenuLeads { term } => is(NodeRole::Leader, term),
        Statement::MenuAsks { term } => is(NodeRole::PreCandidate, term),
        Statement::MenuCandidate { term } => is(NodeRole::Candidate, term),
        Statement::MenuFollows { leader, term } => {
            let known = running.and_then(Node::leader).map(Address::Node);
            is(NodeRole::Follower, term) && known == Some(leader)
        }
        Statement::MenuFollower { term } => {
            let knows = running.is_some_and(|node| node.leader().is_some());
            is(NodeRole::Follower, term) && !knows
        }
        _ => false,
    };
    labels.add(&menu.subtitle, super::claim(right, || format!("it is {role:?}")));
}

fn message_menu(labels: &mut Labels, menu: &Menu, message: MessageId) {
    let moment = labels.moment;
    let Some(message) = moment.simulation.network().message(message) else { return };
    for told in [&menu.title, &menu.subtitle] {
        labels.add(told, of_message(told, message, &moment));
    }
    for words in &menu.says {
        if let Words::Sentence(told) = words {
            let mut futures = super::Futures::default();
            let checked = of_message(told, message, &moment);
            labels.add(told, checked.or_else(|| super::check(told, &moment, &mut futures)));
        }
    }
}
