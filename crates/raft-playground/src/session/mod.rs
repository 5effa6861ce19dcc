//! A user session: the only mutable state. Intents and the passage of time change it. It calls no
//! renderer.

mod faults;
mod playback;
mod selecting;
mod setup;
mod story;
#[cfg(test)]
mod story_tests;
#[cfg(test)]
mod tests;
mod transcript;
mod undo;

use raft_sim::{BadRun, ClientId, Command, History, MessageId, Operation, Run, Scenario, Time};

use crate::intent::{Client, Intent, Panel, Speed, Tab};
use crate::lane::{AdvanceOutcome, Lane};
use crate::layout::Stage;
use crate::phrases;
use crate::snapshot::Snapshot;
use crate::state::{
    OpenedRun, PanelState, PlaybackState, Provenance, Reading, Selected, Selection, SettingsDraft,
};
use crate::text::Sentence;
use undo::{Left, ReplacedRun};

/// How a session begins.
#[derive(Clone, PartialEq, Debug)]
pub struct Options {
    /// The seed of the run.
    pub seed: u64,
    /// How many nodes, 1 to 9.
    pub nodes: u32,
    /// How fast simulated time runs.
    pub speed: Speed,
    /// Whether the run is paused at first.
    pub paused: bool,
}

/// A user session. The same options, intents and passages of time give the same states.
#[derive(Clone, Debug)]
pub(crate) struct Session {
    /// The runs on the stage: one so far.
    lanes: [Lane; 1],
    playback: PlaybackState,
    selection: Selection,
    panels: PanelState,
    settings: SettingsDraft,
    provenance: Provenance,
    reading: Reading,
    /// The run before the last reset.
    replaced: Option<ReplacedRun>,
}

impl Session {
    /// Begins a session.
    pub(crate) fn new(options: &Options) -> Result<Self, BadRun> {
        let scenario = Scenario { nodes: options.nodes, ..Scenario::default() };
        let run = Run { scenario, seed: options.seed, commands: Vec::new() };
        Ok(Self {
            lanes: [Lane::new(run, Stage::default())?],
            playback: PlaybackState::new(options.speed, !options.paused),
            selection: Selection::default(),
            panels: PanelState::default(),
            settings: SettingsDraft::default(),
            provenance: Provenance::default(),
            reading: Reading::default(),
            replaced: None,
        })
    }

    /// The session as it is now.
    pub(crate) fn snapshot(&self) -> Snapshot<'_> {
        let Self { lanes: [lane], playback, selection, panels, settings, provenance, .. } = self;
        let (reading, undo) = (&self.reading, self.undo_label());
        Snapshot { lane, playback, selection, panels, settings, provenance, reading, undo }
    }

    /// Handles an intent. One that is impossible now does nothing.
    pub(crate) fn handle(&mut self, intent: Intent) {
        let told = self.lane().narration.earlier();
        match intent {
            Intent::Playback(intent) => self.handle_playback(intent),
            Intent::Fault(intent) => self.handle_fault(intent),
            Intent::Client(intent) => self.handle_client(&intent),
            Intent::Panel(intent) => self.handle_panel(intent),
            Intent::Transcript(intent) => self.handle_transcript(intent),
            Intent::Setup(intent) => self.handle_setup(intent),
            Intent::Story(intent) => self.handle_story(intent),
        }
        self.settle();
        self.look_back();
        let is_story = self.provenance.is_story;
        self.lane_mut().narrate_new_branch(is_story);
        self.lane_mut().take_news();
        if self.lane().narration.earlier() != told {
            self.reading.give_way();
        }
    }

    /// Lets wall time pass; whether there was any record.
    pub(crate) fn advance(&mut self, wall_us: u64) -> bool {
        if !self.playback.is_running() {
            return false;
        }
        self.pass(wall_us);
        let (mut by, hold) = (self.playback.simulated(wall_us), self.playback.hold());
        let now = self.lane().now();
        if let Some(story) = self.told_story() {
            by = story.pace(now, by, wall_us);
        }
        let end = self.next_beat_at().map_or(now + by, |beat| beat.min(now + by));
        let breakpoints = self.breakpoints();
        let outcome = self.lane_mut().advance(end, breakpoints, hold);
        self.follow(outcome);
        outcome.any
    }

    /// Plays on to the next visible event, for reduced motion, after this much wall time.
    pub(crate) fn advance_to_event(&mut self, wall_us: u64) {
        if self.playback.is_running() {
            self.pass(wall_us);
            let (stop, breakpoints) = (self.next_beat_at(), self.breakpoints());
            self.lane_mut().forget_steps();
            let outcome = self.lane_mut().advance_to_event(Some(breakpoints), stop);
            self.follow(outcome);
        }
    }

    /// Sets the function that counts the words of a sentence.
    pub(crate) fn count_words_with(&mut self, count_words: fn(&Sentence) -> usize) {
        self.reading.count_words_with(count_words);
    }

    /// Counts wall time for the shown sentence.
    fn pass(&mut self, wall_us: u64) {
        let [lane] = &self.lanes;
        self.reading.pass(wall_us, &lane.narration, lane.now());
        self.age_undo(wall_us);
    }

    /// Handles the outcome of playback.
    fn follow(&mut self, outcome: AdvanceOutcome) {
        let [lane] = &mut self.lanes;
        let news = lane.take_news();
        self.reading.hear(news, lane.simulation());
        if outcome.pauses {
            self.playback.is_playing = false;
            self.reading.forget();
        }
        self.stop_at_beat();
        self.settle();
    }

    /// Shows an opened run. A shared moment is paused, a story plays.
    pub(crate) fn open(&mut self, opened: OpenedRun) {
        let OpenedRun { history, moment, title, story, speed, .. } = opened;
        let title = title.map(Into::into);
        let provenance = Provenance { title, is_story: speed.is_none(), story };
        self.begin(history);
        self.replaced = None;
        if provenance.is_story || provenance.story.is_some() {
            self.lane_mut().draw_partitions();
        }
        self.playback.is_playing = provenance.is_story;
        let own_speed = provenance.story.as_ref().and_then(|story| story.content.speed);
        self.playback.speed = speed.or(own_speed).unwrap_or(self.playback.speed);
        self.provenance = provenance;
        self.go_to(moment);
        self.begin_story();
    }

    /// Goes to a moment. If the run is not known that far, it is played on.
    pub(crate) fn show(&mut self, at_us: u64) {
        let hold = self.playback.hold();
        self.lane_mut().show(Time(at_us), hold);
        self.arrive();
        self.settle();
    }

    /// Clears what depends on the moment before a jump in time.
    fn arrive(&mut self) {
        self.playback.left_over_us = 0;
        self.lane_mut().take_news();
        self.reading.forget();
        self.follow_story();
    }

    fn lane(&self) -> &Lane {
        let [lane] = &self.lanes;
        lane
    }

    fn lane_mut(&mut self) -> &mut Lane {
        let [lane] = &mut self.lanes;
        lane
    }

    fn act(&mut self, command: Command) {
        self.lane_mut().act(command);
    }

    fn handle_client(&mut self, intent: &Client) {
        match intent {
            Client::Send { text, via } => match text.parse::<Operation>() {
                Ok(operation) => {
                    self.selection.complaint = None;
                    let client = self.selection.sender.into();
                    self.act(Command::Submit { client, via: *via, operation });
                }
                Err(error) => {
                    self.selection.complaint = Some((*via, phrases::not_an_operation(&error)));
                }
            },
            Client::SendAs(address) => {
                let mut clients = self.lane().simulation().clients().iter();
                if let Some(client) = clients.find(|client| *address == client.id.into()) {
                    self.selection.sender = client.id;
                    self.selection.complaint = None;
                }
            }
        }
    }

    fn handle_panel(&mut self, intent: Panel) {
        match intent {
            Panel::Select(Some(node)) if self.choose_node(node) => {}
            Panel::Select(node) => self.select(node, None),
            Panel::SelectMessage(message) => self.select_message(MessageId(message)),
            Panel::NextMessage => self.select_next_message(),
            Panel::Confirm(node, confirmation) => self.select(Some(node), Some(confirmation)),
            Panel::Cancel => self.selection.stop_confirming(),
            Panel::Ask(question) => {
                if let Some(at) = self.moment_to_explain(question) {
                    self.seek(at);
                }
                let [lane] = &self.lanes;
                let news = self.reading.news(&lane.narration, lane.now());
                let about = news.and_then(|news| news.about.as_ref());
                self.selection.open_question =
                    question.and_then(|question| lane.ask(question, about));
                self.stop_while_reading();
            }
            Panel::Inspect(tab) => self.inspect(tab),
            Panel::ToggleInspector => {
                self.panels.toggle();
                self.inspect(self.panels.tab);
            }
            Panel::InspectNode(node) => {
                self.select(Some(node), None);
                self.inspect(Some(Tab::Node));
            }
            Panel::ShowEntries { from } => {
                // From the end of the logs on, the table follows it.
                let is_end = from >= self.lane().first_entry_at_end();
                self.panels.first_index = (!is_end).then_some(from.max(1));
            }
            Panel::SetLinkTool(tool) => self.panels.link_tool = tool,
            Panel::Resize(stage) => self.lane_mut().resize(stage),
        }
    }

    /// Opens a tab, or closes the inspector.
    fn inspect(&mut self, tab: Option<Tab>) {
        self.panels.open(tab);
        if tab == Some(Tab::Node) {
            // Opened from a node's menu, the tab shows that node.
            self.panels.sync_inspected_node(self.selection.node());
            if self.selection.node().is_some() {
                self.selection.selected = Selected::Nothing;
            }
        }
    }

    /// Replaces the run by another one, and returns it.
    fn begin(&mut self, history: History) -> Left {
        let before = self.lane_mut().begin(history);
        self.arrive();
        self.provenance = Provenance::default();
        self.settings = SettingsDraft::default();
        self.close_menu();
        let clients = self.lane().simulation().clients();
        let is_there = clients.iter().any(|client| client.id == self.selection.sender);
        let sender = if is_there { self.selection.sender } else { ClientId(0) };
        self.playback.is_playing |= self.selection.resumes_after_answer;
        self.selection = Selection { sender, ..Selection::default() };
        Left::Run(Box::new(before))
    }

    /// Follows the run: closes the menu of a message that has arrived, and shows the first leader
    /// in the inspector.
    fn settle(&mut self) {
        self.close_menu_of_arrived_message();
        let leader = self.lane().simulation().leader();
        self.panels.follow_leader(leader);
        self.follow_transcript();
        self.judge_attempt();
    }
}
