//! A user session: owns the simulator, turns time and intents into frames.

mod acts;
mod branches;
mod held;
mod links;
mod recent;
mod settings;
mod story;
mod strokes;
mod time;
mod written;

use std::rc::Rc;

use raft_sim::history::BranchId;
use raft_sim::{
    Address, BadRun, ClientId, Command, History, MessageId, Operation, Run, Scenario, Simulation,
    Time,
};

use crate::frame::{Act, Frame, Motion, Scene, Tab};
use crate::inspector::Inspected;
use crate::intent::Intent;
use crate::layout::{Layout, Stage};
use crate::motion;
use crate::narrator::Narrator;
use crate::pauses::Pauses;
use crate::scene;
use crate::speed::Speed;
use crate::why::{self, Asked};

use held::Held;
use recent::Recent;
pub(crate) use settings::{Draft, STANDS};
use story::Story;
use strokes::Stroke;
use time::Travel;
use written::Written;

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
    pub(crate) history: History,
    pub(crate) layout: Rc<Layout>,
    pub(crate) playing: bool,
    pub(crate) speed: Speed,
    /// What playing pauses on.
    pub(crate) pauses: Pauses,
    pub(crate) narrator: Narrator,
    /// Where the run came from.
    pub(crate) story: Story,
    /// What happened lately.
    pub(crate) recent: Recent,
    /// What was asked, until the answer has been heard.
    pub(crate) asked: Option<Asked>,
    /// The tab of the inspector that is open.
    pub(crate) tab: Option<Tab>,
    /// What the inspector remembers while it is closed.
    pub(crate) inspected: Inspected,
    /// The node whose menu is open.
    pub(crate) selected: Option<Address>,
    /// What is asked in that menu, if anything is.
    pub(crate) question: Option<Act>,
    /// The message whose menu is open.
    held: Option<Held>,
    /// The lines that were drawn, the oldest first.
    strokes: Vec<Stroke>,
    /// What the form of settings holds beside what runs.
    pub(crate) draft: Draft,
    /// The client that sends what is typed.
    pub(crate) sender: ClientId,
    /// Why the last text could not be sent, and from where it was to be sent.
    pub(crate) complaint: Option<(Option<Address>, Rc<str>)>,
    /// Whether what moves stands still between events.
    still: bool,
    /// What is known about going through time from one act to the next.
    travel: Travel,
    /// The branch that was just begun.
    begun: Option<BranchId>,
    /// What was written for who asked.
    written: Written,
    /// The last scene, and whether something happened since.
    scene: Option<Rc<Scene>>,
    stale: bool,
}

impl Session {
    /// Begins a session.
    ///
    /// # Errors
    /// If no cluster can have that many nodes.
    pub fn new(options: &Options) -> Result<Self, BadRun> {
        let scenario = Scenario { nodes: options.nodes, ..Scenario::default() };
        let run = Run { scenario, seed: options.seed, commands: Vec::new() };
        let mut session = Self {
            history: History::new(run)?,
            layout: Rc::new(Layout::new(Stage::default(), options.nodes as usize, 1)),
            playing: !options.paused,
            speed: options.speed,
            pauses: Pauses::default(),
            narrator: Narrator::default(),
            story: Story::default(),
            recent: Recent::default(),
            asked: None,
            tab: None,
            inspected: Inspected::default(),
            selected: None,
            question: None,
            held: None,
            strokes: Vec::new(),
            draft: Draft::default(),
            sender: ClientId(0),
            complaint: None,
            still: false,
            travel: Travel::default(),
            begun: None,
            written: Written::default(),
            scene: None,
            stale: true,
        };
        session.absorb();
        Ok(session)
    }

    /// Does what the user asked. What makes no sense now, such as stopping a stopped node, does
    /// nothing.
    pub fn handle(&mut self, intent: Intent) {
        self.stale = true;
        self.let_stand(u64::MAX);
        match intent {
            Intent::Play => self.play(true),
            Intent::Pause => self.play(false),
            Intent::TogglePlay => self.play(!self.playing),
            Intent::Step => self.step(),
            Intent::StepBack => self.step_back(),
            Intent::Seek { to_us } => self.seek(Time(to_us)),
            Intent::SeekMark { forward } => self.seek_mark(forward),
            Intent::Scrub(scrubbing) => self.travel.scrubbing = scrubbing,
            Intent::SwitchBranch(branch) => self.switch(branch),
            Intent::TogglePause(what) => self.pauses.toggle(what),
            Intent::SetSpeed(speed) => self.speed = speed,
            Intent::Reset => self.reset(self.simulation().run().seed),
            Intent::ResetWith { seed } => self.reset(seed),
            Intent::ToggleLink { first, second } => self.toggle_link(first, second),
            Intent::ToggleDirection { from, to } => self.toggle_direction(from, to),
            Intent::Isolate(node) => self.isolate(node),
            Intent::Rejoin(node) => self.rejoin(node),
            Intent::Heal => self.act(Command::Heal),
            Intent::Draw(line) => self.draw(&line),
            Intent::Stop(node) => self.act(Command::Crash(node)),
            Intent::Restart(node) => self.act(Command::Restart(node)),
            Intent::TimeOut(node) => self.act(Command::TimeOut(node)),
            Intent::Act(command) => self.act(command),
            Intent::SetTimer { node, after_us } => self.set_timer(node, after_us),
            Intent::HandOver(node) => self.hand_over(node),
            Intent::Do(subject, act) => self.do_to(subject, act),
            Intent::Letter { node, key } => self.press(node, key),
            Intent::Send { text, via } => self.send(&text, via),
            Intent::SendAs(client) => self.send_as(client),
            Intent::Select(node) => self.select(node),
            Intent::SelectMessage(message) => self.hold(MessageId(message)),
            Intent::NextMessage => self.hold_next(),
            Intent::Ask(question) => {
                self.asked = question.and_then(|question| why::ask(self, question));
                self.forget_answer();
            }
            Intent::HoldUp(holds_up) => self.inspected.holds_up = holds_up,
            Intent::Tell(told) => self.inspected.told = told,
            Intent::TypeSetting { name, text } => self.type_setting(name, text),
            Intent::Set { name, text } => self.set(name, text),
            Intent::SetDefaults => self.set_defaults(),
            Intent::KeepSettings => self.keep_settings(),
            Intent::BeginAgain => self.begin_again(),
            Intent::Inspect(tab) => self.inspect(tab),
            Intent::ToggleInspector => self.toggle_inspector(),
            Intent::InspectNode(node) => self.inspect_node(node),
            Intent::ShowEntries { from } => self.show_entries(from),
            Intent::StandStill(still) => self.still = still,
            Intent::Resize(stage) => self.lay_out(stage),
        }
        self.tell_of_fork();
    }

    /// What to draw now. Cheap when nothing happened: the scene is shared with the last frame.
    pub fn frame(&mut self) -> Frame {
        if self.is_to_write() {
            self.write();
        }
        let said = self.narrator.take_changed();
        let scene = match self.scene.take() {
            Some(scene) if !self.stale && !said => scene,
            before => scene::draw(self, before),
        };
        self.stale = false;
        self.scene = Some(Rc::clone(&scene));
        Frame { scene, motion: self.motion() }
    }

    /// The world at the cursor.
    pub(crate) fn simulation(&self) -> &Simulation {
        self.history.simulation()
    }

    /// Gives everybody a place in this room.
    fn lay_out(&mut self, stage: Stage) {
        let simulation = self.simulation();
        let (nodes, clients) = (simulation.hosts().len(), simulation.clients().len());
        self.layout = Rc::new(Layout::new(stage, nodes, clients));
    }

    fn motion(&self) -> Motion {
        let simulation = self.simulation();
        Motion {
            now_us: simulation.now().0,
            messages: motion::messages(self, self.still),
            timers: motion::timers(simulation),
            flashes: self.recent.flashes().to_vec(),
        }
    }

    fn select(&mut self, node: Option<Address>) {
        self.let_go();
        self.selected = node;
        self.look_along();
        self.question = None;
        self.complaint = None;
    }

    fn send_as(&mut self, client: Address) {
        if let Address::Client(client) = client
            && self.simulation().clients().iter().any(|other| other.id == client)
        {
            self.sender = client;
            self.complaint = None;
        }
    }

    fn send(&mut self, text: &str, via: Option<Address>) {
        match text.parse::<Operation>() {
            Ok(operation) => {
                self.complaint = None;
                self.act(Command::Submit { client: self.sender.into(), via, operation });
            }
            Err(complaint) => self.complaint = Some((via, complaint.to_string().into())),
        }
    }
}
