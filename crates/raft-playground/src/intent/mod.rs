//! What a user can ask for, before it is a command of the run.
//!
//! Intents are nested by what they concern. What a menu offers stands in two tables,
//! [`NodeAction`] and [`MessageAction`]; every setting stands in a third one, [`Setting`].

mod breakpoint;
mod icon;
mod message_action;
mod node_action;
mod panel;
mod setting;
pub(crate) mod speed;

use std::rc::Rc;

use raft_sim::history::BranchId;
use raft_sim::{Address, Command};

use crate::layout::{Point, Stage};

pub use breakpoint::{Breakpoint, Breakpoints};
pub use icon::Icon;
pub use message_action::MessageAction;
pub use node_action::Confirmation;
pub use node_action::NodeAction;
pub(crate) use node_action::{ElectionTimer, NodeSituation, ProcessState};
pub use panel::{LinkTool, MenuSubject, Question, Tab, TranscriptFilter};
pub use setting::{FieldKind, Setting};
pub(crate) use setting::{SCENARIO_GROUPS, SettingGroup, TakesEffect};
pub use speed::Speed;

/// One thing that the user asked for.
#[derive(Clone, PartialEq, Debug)]
pub enum Intent {
    /// Going through time.
    Playback(Playback),
    /// Changing what happens to nodes, links and messages.
    Fault(Fault),
    /// Sending operations.
    Client(Client),
    /// Looking closer.
    Panel(Panel),
    /// Reading what happened.
    Transcript(Transcript),
    /// Changing how the cluster is made.
    Setup(Setup),
}

/// Going through time.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Playback {
    /// Let simulated time follow the wall clock.
    Play,
    /// Stop simulated time.
    Pause,
    /// Play if paused, pause if playing.
    Toggle,
    /// Go to the next visible event, and pause.
    Step,
    /// Take back the last visible event, and pause.
    StepBack,
    /// Go to a moment of this run, or to its end if the run is not known that far.
    Seek {
        /// When, in simulated microseconds since the run began.
        to_us: u64,
    },
    /// Go to the next or the previous mark of the time bar. Without one, go to the end of what is
    /// known, or to the beginning.
    SeekMark {
        /// The next one, not the previous one.
        forward: bool,
    },
    /// The user drags the head of the time bar, or has let it go: time stands still meanwhile.
    Scrub(bool),
    /// Show another branch of this run, at the same time or at its end.
    SwitchBranch(BranchId),
    /// Pause, or no longer pause, when something happens.
    ToggleBreakpoint(Breakpoint),
    /// Change how fast simulated time runs.
    SetSpeed(Speed),
    /// Start again, with the same seed or another one.
    Reset {
        /// The other seed; none for the same one.
        seed: Option<u64>,
    },
    /// The reader wants steps instead of motion, or motion again: messages stand in the middle of
    /// their way and show where they go.
    ReducedMotion(bool),
}

/// Changing what happens to nodes, links and messages.
#[derive(Clone, PartialEq, Debug)]
pub enum Fault {
    /// A command of the run, as it is.
    Do(Command),
    /// Do what the menu of a node offers.
    Node {
        /// The node.
        node: Address,
        /// What to do with it.
        action: NodeAction,
    },
    /// Do what the menu of a node has for this key.
    NodeShortcut {
        /// The node.
        node: Address,
        /// The key.
        key: char,
    },
    /// Do what the menu of a message offers.
    Message {
        /// Its number in the run.
        message: u64,
        /// What to do with it.
        action: MessageAction,
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
    /// Mend every link of this node.
    Reconnect(Address),
    /// Cut every link that a line crosses, drawn over the stage from point to point.
    CutAlong(Vec<Point>),
    /// Let a node's election timer run for this long from now on.
    SetTimer {
        /// The node.
        node: Address,
        /// In simulated microseconds.
        after_us: u64,
    },
}

/// Sending operations.
#[derive(Clone, PartialEq, Debug)]
pub enum Client {
    /// Send what was typed.
    Send {
        /// What was typed: `x=8`, `8`, `x+=2`, `del x`, `x: 5->7`, `get x`.
        text: Rc<str>,
        /// To this node; otherwise to the leader that the client knows.
        via: Option<Address>,
    },
    /// From now on this client sends what is typed.
    SendAs(Address),
}

/// Looking closer.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Panel {
    /// Open a node's menu, or close the open menu.
    Select(Option<Address>),
    /// Open the menu of a message in transit, by its number. Time stands still meanwhile.
    SelectMessage(u64),
    /// Open the menu of the next message by age, round and round.
    NextMessage,
    /// Ask in a node's menu whether something is meant that cannot be undone.
    Confirm(Address, Confirmation),
    /// Withdraw that question.
    Cancel,
    /// Ask why, or close the answer.
    Ask(Option<Question>),
    /// Open a tab of the inspector, or close the inspector.
    Inspect(Option<Tab>),
    /// Open the tab that was open last, or close it. The settings have a button of their own, so
    /// they count as closed.
    ToggleInspector,
    /// Show a node in the inspector.
    InspectNode(Address),
    /// Show the entries from an index on in the table of logs. From its end on, follow the end.
    ShowEntries {
        /// The first index.
        from: u64,
    },
    /// Choose what a press on a direction does in the table of links.
    SetLinkTool(LinkTool),
    /// The stage has this room now.
    Resize(Stage),
}

/// Reading what happened.
#[derive(Clone, PartialEq, Debug)]
pub enum Transcript {
    /// Choose what it lists.
    Filter(TranscriptFilter),
    /// List only lines that contain this text, in upper or lower case.
    Search(Rc<str>),
    /// Turn to the page of earlier lines.
    Earlier,
    /// Turn to the page of later lines.
    Later,
    /// The pointer is on the lines, which stand still meanwhile, or has left them.
    Hold(bool),
}

/// Changing how the cluster is made.
#[derive(Clone, PartialEq, Debug)]
pub enum Setup {
    /// A setting is being typed, and is not to be taken yet.
    Type {
        /// Which.
        setting: Setting,
        /// What stands in its field.
        text: Rc<str>,
    },
    /// Change a setting: now if the cluster can change while it runs, or for the next run.
    Set {
        /// Which.
        setting: Setting,
        /// What it is to be, as scenarios write it.
        text: Rc<str>,
    },
    /// Put all settings back to the defaults.
    SetDefaults,
    /// Forget what was changed for the next run.
    DiscardDraft,
    /// Start a run that is made as the settings say, with the same seed.
    Restart,
}

/// Makes each kind of intent usable where any intent is.
macro_rules! kinds {
    ($($kind:ident)*) => {
        $(impl From<$kind> for Intent {
            fn from(intent: $kind) -> Self {
                Self::$kind(intent)
            }
        })*
    };
}

kinds! { Playback Fault Client Panel Transcript Setup }

impl From<Command> for Intent {
    fn from(command: Command) -> Self {
        Self::Fault(Fault::Do(command))
    }
}
