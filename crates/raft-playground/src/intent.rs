//! What the user asked for, before it is a command of the run.

use std::rc::Rc;

use raft_sim::history::BranchId;
use raft_sim::{Address, Command};

use crate::frame::{Act, Question, Subject, Tab, Told};
use crate::layout::{Point, Stage};
use crate::pauses::PauseOn;
use crate::speed::Speed;

/// One thing that the user asked for.
#[derive(Clone, PartialEq, Debug)]
pub enum Intent {
    /// Let simulated time follow the wall clock.
    Play,
    /// Stop simulated time.
    Pause,
    /// Play if paused, pause if playing.
    TogglePlay,
    /// Go to the next event that can be seen, and pause.
    Step,
    /// Take back the last event that can be seen, and pause.
    StepBack,
    /// Go to a moment of this run: to its end, if it is not known that far.
    Seek {
        /// When, in simulated microseconds since the run began.
        to_us: u64,
    },
    /// Go to the next or the previous mark of the time bar; to the end of what is known, or to the
    /// beginning, if there is none.
    SeekMark {
        /// The next one, not the previous one.
        forward: bool,
    },
    /// Let time stand still while the user looks for a moment, or go on after that if it was going.
    Scrub(bool),
    /// Go over to another branch of this run, to the same time or its end.
    SwitchBranch(BranchId),
    /// Pause, or no longer pause, on something.
    TogglePause(PauseOn),
    /// Change how fast simulated time runs.
    SetSpeed(Speed),
    /// Begin again, with the same seed.
    Reset,
    /// Begin again with another seed.
    ResetWith {
        /// The new seed.
        seed: u64,
    },
    /// Cut what is up, or mend what is cut: both directions of a link. Mends if either is cut.
    ToggleLink {
        /// One end.
        first: Address,
        /// The other.
        second: Address,
    },
    /// Cut or mend one direction of a link.
    ToggleDirection {
        /// Where messages come from.
        from: Address,
        /// Where they arrive.
        to: Address,
    },
    /// Cut every link between this node and the other nodes.
    Isolate(Address),
    /// Mend every link of this node.
    Rejoin(Address),
    /// Mend every link.
    Heal,
    /// Cut every link that a line crosses, drawn over the stage from point to point.
    Draw(Vec<Point>),
    /// Stop a node as a power cut would: what its disk had not made durable is lost.
    Stop(Address),
    /// Start a stopped node from its disk.
    Restart(Address),
    /// Let a node's election timer run out now.
    TimeOut(Address),
    /// Something that is a command of the run as it is.
    Act(Command),
    /// Let a node's election timer run for this long from now on.
    SetTimer {
        /// Whose.
        node: Address,
        /// In simulated microseconds.
        after_us: u64,
    },
    /// The leader is asked to hand its leadership to this node.
    HandOver(Address),
    /// What a menu offers.
    Do(Subject, Act),
    /// What a node's menu has for this key.
    Letter {
        /// Whose menu.
        node: Address,
        /// The key.
        key: char,
    },
    /// Send what was typed.
    Send {
        /// What was typed: `x=8`, `8`, `x+=2`, `del x`, `x: 5->7`, `get x`.
        text: Rc<str>,
        /// To this node; otherwise to the leader that the client knows.
        via: Option<Address>,
    },
    /// From now on what is typed is sent by this client.
    SendAs(Address),
    /// Open a node's menu, or close whichever is open.
    Select(Option<Address>),
    /// Open the menu of a message on its way, by its number, and let time stand still meanwhile.
    SelectMessage(u64),
    /// Open the menu of the next message by age, round and round.
    NextMessage,
    /// From now on a press on a direction of a link, in the list of links, holds it up or cuts it.
    HoldUp(bool),
    /// Choose what the transcript tells.
    Tell(Told),
    /// A setting is being typed, but is not to be taken yet.
    TypeSetting {
        /// Its name.
        name: Rc<str>,
        /// What stands in its field.
        text: Rc<str>,
    },
    /// Change a setting: at once if the cluster can change while it runs, or for the next run.
    Set {
        /// Its name: that of scenarios, a rule's, or `clock A`.
        name: Rc<str>,
        /// What it is to be, as scenarios write it.
        text: Rc<str>,
    },
    /// Put all settings back to the defaults.
    SetDefaults,
    /// Forget what was changed for the next run.
    KeepSettings,
    /// Begin a run that is made as the settings say, with the same seed.
    BeginAgain,
    /// Open a tab of the inspector, or close the inspector.
    Inspect(Option<Tab>),
    /// Ask why, or have heard enough.
    Ask(Option<Question>),
    /// Open the tab of the inspector that was open last, or close it. The settings have a button of
    /// their own, so they count as closed.
    ToggleInspector,
    /// The reader wants steps instead of motion, or motion again: messages stand in the middle of
    /// their way and say whither they go.
    StandStill(bool),
    /// Look at a node in the inspector.
    InspectNode(Address),
    /// Show the entries from an index on in the table of logs. From its end on, follow the end.
    ShowEntries {
        /// The first index.
        from: u64,
    },
    /// There is now this room to draw in.
    Resize(Stage),
}
