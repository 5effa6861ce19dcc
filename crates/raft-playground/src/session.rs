//! A user session: owns the simulator, turns time and intents into frames.

use std::rc::Rc;

use raft_sim::{
    Address, BadRun, Command, Fact, Operation, Record, Run, Scenario, Simulation, Time,
};

use crate::frame::{Frame, MessageKind, Motion, Scene, TermSpan};
use crate::intent::Intent;
use crate::layout::{Layout, Stage};
use crate::motion::{self, Dying};
use crate::narrator::Narrator;
use crate::scene;
use crate::speed::Speed;
use crate::words;

/// How a session begins.
#[derive(Clone, PartialEq, Debug)]
pub struct Options {
    /// The seed of the run.
    pub seed: u64,
    /// How many nodes, 1 to 9.
    pub nodes: u32,
    /// How fast simulated time runs.
    pub speed: Speed,
    /// Whether time stands still at first.
    pub paused: bool,
}

/// A user session. The same options, intents and passages of time give the same frames.
#[derive(Clone, Debug)]
pub struct Session {
    pub(crate) simulation: Simulation,
    pub(crate) layout: Rc<Layout>,
    pub(crate) playing: bool,
    pub(crate) speed: Speed,
    pub(crate) narrator: Narrator,
    pub(crate) terms: Vec<TermSpan>,
    /// The node whose menu is open.
    pub(crate) selected: Option<Address>,
    /// Why the last text could not be sent, and from where it was to be sent.
    pub(crate) complaint: Option<(Option<Address>, Rc<str>)>,
    dying: Vec<Dying>,
    /// Wall time that was too short for a microsecond of simulated time.
    left_over_us: u64,
    /// The last scene, and whether something happened since.
    scene: Option<Rc<Scene>>,
    stale: bool,
}

/// How many events one step may pass over that change nothing one can see.
const MOST_UNSEEN: usize = 1000;

impl Session {
    /// Begins a session.
    ///
    /// # Errors
    /// If no cluster can have that many nodes.
    pub fn new(options: &Options) -> Result<Self, BadRun> {
        let scenario = Scenario { nodes: options.nodes, ..Scenario::default() };
        let run = Run { scenario, seed: options.seed, commands: Vec::new() };
        let mut session = Self {
            simulation: Simulation::new(run)?,
            layout: Rc::new(Layout::new(Stage::default(), options.nodes as usize)),
            playing: !options.paused,
            speed: options.speed,
            narrator: Narrator::default(),
            terms: Vec::new(),
            selected: None,
            complaint: None,
            dying: Vec::new(),
            left_over_us: 0,
            scene: None,
            stale: true,
        };
        session.absorb();
        Ok(session)
    }

    /// Lets `wall_us` microseconds of wall time pass. Nothing happens while paused.
    pub fn advance(&mut self, wall_us: u64) {
        self.narrator.pass(wall_us);
        if !self.playing {
            return;
        }
        let wall_us = wall_us + self.left_over_us;
        let slowdown = u64::from(self.speed.slowdown());
        self.left_over_us = wall_us % slowdown;
        let end = Time(self.simulation.now().0 + wall_us / slowdown);
        self.simulation.run_until(end);
        self.absorb();
    }

    /// Does what the user asked. What makes no sense now, such as stopping a stopped node, does
    /// nothing.
    pub fn handle(&mut self, intent: Intent) {
        self.stale = true;
        match intent {
            Intent::Play => self.playing = true,
            Intent::Pause => self.playing = false,
            Intent::TogglePlay => self.playing = !self.playing,
            Intent::Step => self.step(),
            Intent::SetSpeed(speed) => self.speed = speed,
            Intent::Reset => self.reset(self.simulation.run().seed),
            Intent::ResetWith { seed } => self.reset(seed),
            Intent::ToggleLink { first, second } => self.toggle_link(first, second),
            Intent::ToggleDirection { from, to } => self.toggle_direction(from, to),
            Intent::Isolate(node) => self.set_links_of(node, false),
            Intent::Rejoin(node) => self.set_links_of(node, true),
            Intent::Heal => self.act(Command::Heal),
            Intent::Stop(node) => self.act(Command::Crash(node)),
            Intent::Restart(node) => self.act(Command::Restart(node)),
            Intent::TimeOut(node) => self.act(Command::TimeOut(node)),
            Intent::Send { text, via } => self.send(&text, via),
            Intent::Select(node) => {
                self.selected = node;
                self.complaint = None;
            }
            Intent::Resize(stage) => {
                self.layout = Rc::new(Layout::new(stage, self.simulation.hosts().len()));
            }
        }
    }

    /// What to draw now. Cheap when nothing happened: the scene is shared with the last frame.
    pub fn frame(&mut self) -> Frame {
        let said = self.narrator.take_changed();
        let scene = match self.scene.take() {
            Some(scene) if !self.stale && !said => scene,
            before => scene::draw(self, before),
        };
        self.stale = false;
        self.scene = Some(Rc::clone(&scene));
        Frame { scene, motion: self.motion() }
    }

    /// What a bug report needs: seed and commands, one line each.
    pub fn report(&self) -> String {
        let run = self.simulation.run();
        let mut lines = vec![
            format!("seed {}", run.seed),
            format!("nodes {}", run.scenario.nodes),
            format!("now {}", self.simulation.now()),
        ];
        lines.extend(run.commands.iter().map(|timed| format!("{} {}", timed.at, timed.command)));
        lines.join("\n")
    }

    fn motion(&self) -> Motion {
        let now = self.simulation.now();
        Motion {
            now_us: now.0,
            messages: motion::messages(&self.simulation, &self.layout, &self.dying),
            timers: motion::timers(&self.simulation),
        }
    }

    fn reset(&mut self, seed: u64) {
        let run = Run { seed, commands: Vec::new(), ..self.simulation.run().clone() };
        // The scenario has run before, so it can run again.
        let Ok(simulation) = Simulation::new(run) else { return };
        self.simulation = simulation;
        self.narrator = Narrator::default();
        self.terms.clear();
        self.dying.clear();
        self.complaint = None;
        self.left_over_us = 0;
        self.absorb();
    }

    /// Goes to the next event that can be seen, and pauses there.
    fn step(&mut self) {
        self.playing = false;
        self.narrator.make_way();
        for _ in 0..MOST_UNSEEN {
            if !self.simulation.step() || self.absorb() {
                return;
            }
        }
    }

    fn act(&mut self, command: Command) {
        self.narrator.make_way();
        // Only a menu of a node that is gone could ask for what the cluster does not have.
        if self.simulation.act(command).is_ok() {
            self.absorb();
        }
    }

    fn toggle_link(&mut self, first: Address, second: Address) {
        let network = self.simulation.network();
        let up = network.is_up(first, second) == Some(true)
            && network.is_up(second, first) == Some(true);
        self.set_directions(&[(first, second), (second, first)], !up);
        self.narrator.say(words::link(first, second, !up));
    }

    fn toggle_direction(&mut self, from: Address, to: Address) {
        if let Some(up) = self.simulation.network().is_up(from, to) {
            self.set_directions(&[(from, to)], !up);
        }
    }

    /// Cuts or mends every link between a node and the other nodes; its clients keep theirs when
    /// it is cut.
    fn set_links_of(&mut self, node: Address, up: bool) {
        let is_client = |address| matches!(address, Address::Client(_));
        let directions: Vec<_> = self
            .simulation
            .network()
            .directions()
            .map(|(from, to, _)| (from, to))
            .filter(|&(from, to)| from == node || to == node)
            .filter(|&(from, to)| up || !(is_client(from) || is_client(to)))
            .collect();
        self.set_directions(&directions, up);
        self.narrator.say(words::links_of(node, up));
    }

    fn set_directions(&mut self, directions: &[(Address, Address)], up: bool) {
        for &(from, to) in directions {
            if self.simulation.network().is_up(from, to) == Some(!up) {
                self.act(if up { Command::Mend { from, to } } else { Command::Cut { from, to } });
            }
        }
    }

    fn send(&mut self, text: &str, via: Option<Address>) {
        match text.parse::<Operation>() {
            Ok(operation) => {
                self.complaint = None;
                let client = raft_sim::ClientId(0).into();
                self.act(Command::Submit { client, via, operation });
            }
            Err(complaint) => self.complaint = Some((via, complaint.to_string().into())),
        }
    }

    /// Takes in what happened; says whether any of it can be seen.
    fn absorb(&mut self) -> bool {
        let records = self.simulation.take_records();
        let now = self.simulation.now();
        for record in &records {
            self.note_term(record);
            if let Fact::Lost { parcel, place_permille, .. } = &record.fact {
                self.dying.push(Dying {
                    id: parcel.message.0,
                    kind: MessageKind::of(&parcel.packet),
                    refusal: motion::is_refusal(&parcel.packet),
                    ends: (parcel.from, parcel.to),
                    progress: f64::from(*place_permille) / 1000.0,
                    since: record.at,
                });
            }
        }
        self.dying.retain(|dying| now.since(dying.since) < motion::DYING);
        self.narrator.hear(&records, &self.simulation);
        self.stale |= !records.is_empty();
        records.iter().any(|record| is_visible(&record.fact))
    }

    fn note_term(&mut self, record: &Record) {
        let Some(state) = record.state else { return };
        let newest = self.terms.last().map_or(0, |span| span.term);
        if state.term.0 > newest {
            self.terms.push(TermSpan { term: state.term.0, from_us: record.at.0 });
        }
    }
}

/// Whether a person watching the stage would notice.
fn is_visible(fact: &Fact) -> bool {
    match fact {
        Fact::WriteBegan(_) | Fact::Persisted(_) | Fact::TimerFired(_) => false,
        Fact::Commanded(_)
        | Fact::Sent(_)
        | Fact::Doubled(_)
        | Fact::Delivered(_)
        | Fact::Lost { .. }
        | Fact::Crashed { .. }
        | Fact::RefusedToStart { .. }
        | Fact::Protocol(_)
        | Fact::Applied { .. }
        | Fact::Submitted { .. }
        | Fact::Settled { .. }
        | Fact::Violated(_) => true,
    }
}
