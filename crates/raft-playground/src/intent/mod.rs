//! The user's requests, before they become commands of the run.
//!
//! Intents are grouped by their subject. Two tables list the actions of the menus, [`NodeAction`]
//! and [`MessageAction`]; a third one lists the settings, [`Setting`].

mod breakpoint;
mod icon;
mod message_action;
mod node_action;
mod panel;
mod setting;
pub(crate) mod speed;
mod story;

use std::rc::Rc;

use raft_sim::history::BranchId;
use raft_sim::{Address, Command};

use crate::layout::{Point, Stage};

pub use breakpoint::{Breakpoint, Breakpoints};
pub use icon::Icon;
pub use message_action::MessageAction;
pub use node_action::Confirmation;
pub use node_action::NodeAction;
pub(crate) use node_action::{ElectionTimer, LEAST_TIMER_US, NodeSituation, ProcessState};
pub use panel::{LinkTool, MenuSubject, Question, Tab, TranscriptFilter};
pub(crate) use setting::{BUGS, SCENARIO_GROUPS, SettingGroup, TakesEffect};
pub use setting::{FieldKind, Setting};
pub use speed::Speed;
pub use story::Story;

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
    /// Reading the transcript.
    Transcript(Transcript),
    /// Changing how the cluster is made.
    Setup(Setup),
    /// Going through a story.
    Story(Story),
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
    /// Go to the next or the previous mark of the time bar; without one, to the end of the run as
    /// far as it is known, or to the beginning.
    SeekMark {
        /// The next one, not the previous one.
        forward: bool,
    },
    /// The user starts or stops dragging the head of the time bar. Time stops meanwhile.
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
    /// Bring back the run before the last reset or restart. Doing that again brings back the run
    /// after it.
    Undo,
    /// Use reduced motion, or full motion again. With reduced motion, a message is drawn in the
    /// middle of its way, with an arrow.
    ReducedMotion(bool),
}

/// Changing what happens to nodes, links and messages.
#[derive(Clone, PartialEq, Debug)]
pub enum Fault {
    /// A command of the run, as it is.
    Do(Command),
    /// Perform an action of a node's menu.
    Node {
        /// The node.
        node: Address,
        /// What to do with it.
        action: NodeAction,
    },
    /// Perform the action that has this shortcut in a node's menu.
    NodeShortcut {
        /// The node.
        node: Address,
        /// The key.
        key: char,
    },
    /// Perform an action of a message's menu.
    Message {
        /// Its number in the run.
        message: u64,
        /// What to do with it.
        action: MessageAction,
    },
    /// Cut both directions of a link, or mend both if either is cut.
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
    /// Send the typed operation.
    Send {
        /// The typed text: `x=8`, `8`, `x+=2`, `del x`, `x: 5->7`, `get x`.
        text: Rc<str>,
        /// To this node; otherwise to the leader that the client knows.
        via: Option<Address>,
    },
    /// Choose the client that sends the typed operations.
    SendAs(Address),
}

/// Looking closer.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Panel {
    /// Open a node's menu, or close the open menu.
    Select(Option<Address>),
    /// Open the menu of a message in transit, by its number. Time stops while it is open.
    SelectMessage(u64),
    /// Open the menu of the next message by age, round and round.
    NextMessage,
    /// Ask for confirmation in a node's menu.
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
    /// Choose whether pressing a direction in the table of links cuts or stalls it.
    SetLinkTool(LinkTool),
    /// The stage has this size now.
    Resize(Stage),
}

/// Reading the transcript.
#[derive(Clone, PartialEq, Debug)]
pub enum Transcript {
    /// Choose which records it lists.
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
        /// The text in its field.
        text: Rc<str>,
    },
    /// Change a setting: now if the cluster can change while it runs, or for the next run.
    Set {
        /// Which.
        setting: Setting,
        /// The new value, as scenarios write it.
        text: Rc<str>,
    },
    /// Put all settings back to the defaults.
    SetDefaults,
    /// Discard the changes for the next run.
    DiscardDraft,
    /// Start a run with these settings and the same seed.
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

kinds! { Playback Fault Client Panel Transcript Setup Story }

impl From<Command> for Intent {
    fn from(command: Command) -> Self {
        Self::Fault(Fault::Do(command))
    }
}
