//! Kinds of commands, as `invite` and `allow` name them.

use core::fmt;

use super::act::suggest_act;
use super::words::{Parsed, Words};
use crate::administration::AdminRequest;
use crate::command::Command;

/// What a reader can do. Some kinds cover others, as [`CommandKind::permits`] says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CommandKind {
    /// A client sends an operation, or sends one again.
    Send,
    /// Cuts links.
    Cut,
    /// Mends links.
    Mend,
    /// Splits the cluster into groups.
    Partition,
    /// Cuts every link of a node.
    Isolate,
    /// Mends every link.
    Heal,
    /// Stalls links.
    Stall,
    /// Ends stalls.
    Unstall,
    /// Loses messages.
    Drop,
    /// Duplicates messages.
    Duplicate,
    /// Delays messages.
    Delay,
    /// Stops nodes.
    Crash,
    /// Starts stopped nodes.
    Restart,
    /// Freezes nodes.
    Freeze,
    /// Resumes frozen nodes.
    Resume,
    /// Erases disks.
    Erase,
    /// Damages disks.
    Corrupt,
    /// Replaces servers whose disks were erased.
    ReplaceServer,
    /// Lets election timers run out.
    TimeOut,
    /// Sets election timers.
    Timer,
    /// Replaces logs with snapshots.
    Snapshot,
    /// Changes the clocks of nodes.
    Clock,
    /// Changes the behaviour of disks.
    Disk,
    /// Changes the settings of links.
    Network,
    /// Changes the members of the cluster.
    Members,
    /// Transfers leadership.
    HandOver,
    /// Switches rules off.
    Waive,
    /// Switches rules on.
    Enforce,
    /// Changes the settings of single nodes.
    Setting,
}

use CommandKind as Kind;

/// The name of each kind. Those of two words may also be written as two, as the act is.
const NAMES: [(Kind, &str); 29] = [
    (Kind::Send, "send"),
    (Kind::Cut, "cut"),
    (Kind::Mend, "mend"),
    (Kind::Partition, "partition"),
    (Kind::Isolate, "isolate"),
    (Kind::Heal, "heal"),
    (Kind::Stall, "stall"),
    (Kind::Unstall, "unstall"),
    (Kind::Drop, "drop"),
    (Kind::Duplicate, "duplicate"),
    (Kind::Delay, "delay"),
    (Kind::Crash, "crash"),
    (Kind::Restart, "restart"),
    (Kind::Freeze, "freeze"),
    (Kind::Resume, "resume"),
    (Kind::Erase, "erase"),
    (Kind::Corrupt, "corrupt"),
    (Kind::ReplaceServer, "replace-server"),
    (Kind::TimeOut, "time-out"),
    (Kind::Timer, "timer"),
    (Kind::Snapshot, "snapshot"),
    (Kind::Clock, "clock"),
    (Kind::Disk, "disk"),
    (Kind::Network, "network"),
    (Kind::Members, "members"),
    (Kind::HandOver, "hand-over"),
    (Kind::Waive, "waive"),
    (Kind::Enforce, "enforce"),
    (Kind::Setting, "setting"),
];

impl CommandKind {
    /// Every kind, in the order of the grammar.
    pub fn all() -> impl Iterator<Item = Self> {
        NAMES.iter().map(|(kind, _)| *kind)
    }

    /// The name in scripts: `time-out`.
    pub fn name(self) -> &'static str {
        NAMES.iter().find(|(kind, _)| *kind == self).map_or("", |(_, name)| name)
    }

    /// The kind of a command.
    pub fn of(command: &Command) -> Self {
        match command {
            Command::Submit { .. } | Command::Resend { .. } => Self::Send,
            Command::Cut { .. } => Self::Cut,
            Command::Mend { .. } => Self::Mend,
            Command::Partition(_) => Self::Partition,
            Command::Isolate(_) => Self::Isolate,
            Command::Heal => Self::Heal,
            Command::Stall { .. } => Self::Stall,
            Command::Unstall { .. } => Self::Unstall,
            Command::Drop(_) | Command::DropNext { .. } => Self::Drop,
            Command::Duplicate(_) => Self::Duplicate,
            Command::Delay { .. } => Self::Delay,
            Command::Crash(_) => Self::Crash,
            Command::Restart(_) => Self::Restart,
            Command::Freeze(_) => Self::Freeze,
            Command::Resume(_) => Self::Resume,
            Command::EraseDisk(_) => Self::Erase,
            Command::CorruptDisk(_) => Self::Corrupt,
            Command::ReplaceServer(_) => Self::ReplaceServer,
            Command::TimeOut(_) => Self::TimeOut,
            Command::Timer { .. } => Self::Timer,
            Command::Snapshot(_) => Self::Snapshot,
            Command::Clock { .. } | Command::ClockJump { .. } => Self::Clock,
            Command::Disk { .. } => Self::Disk,
            Command::Link { .. } | Command::Network(_) => Self::Network,
            Command::Transfer(_)
            | Command::Administer { request: AdminRequest::Transfer(_), .. } => Self::HandOver,
            Command::Add(_)
            | Command::Remove(_)
            | Command::Replace { .. }
            | Command::Reconfigure { .. }
            | Command::Administer { .. } => Self::Members,
            Command::Waive(_) => Self::Waive,
            Command::Enforce(_) => Self::Enforce,
            Command::Configure { .. } => Self::Setting,
        }
    }

    /// Whether each command of this kind is an act of its own, even among others at its instant.
    /// It is not where one gesture gives several commands: a drawn line cuts many links, and a
    /// slider sets one thing again and again.
    pub(super) fn is_single_act(self) -> bool {
        matches!(
            self,
            Kind::Send
                | Kind::Isolate
                | Kind::Drop
                | Kind::Duplicate
                | Kind::Crash
                | Kind::Restart
                | Kind::Freeze
                | Kind::Resume
                | Kind::Erase
                | Kind::Corrupt
                | Kind::ReplaceServer
                | Kind::TimeOut
                | Kind::Snapshot
                | Kind::Members
                | Kind::HandOver
        )
    }

    /// Whether a reader who may do this may do the other. Cutting links, splitting the cluster and
    /// isolating a node permit each other's commands, since a drawn line is a cut of every link
    /// that it crosses; only `isolate` permits nothing else. Mending links permits `heal`.
    pub fn permits(self, other: Self) -> bool {
        let cuts = matches!(self, Self::Cut | Self::Partition)
            && matches!(other, Self::Cut | Self::Partition | Self::Isolate);
        self == other || cuts || (self == Self::Mend && other == Self::Heal)
    }
}

impl fmt::Display for CommandKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Parses a kind of command.
pub(super) fn read(words: &mut Words) -> Parsed<CommandKind> {
    for (first, second, kind) in [
        ("time", "out", Kind::TimeOut),
        ("hand", "over", Kind::HandOver),
        ("replace", "server", Kind::ReplaceServer),
    ] {
        if words.accept(first) {
            return words.expect(second).map(|()| kind);
        }
    }
    let word = words.peek();
    let names = NAMES.map(|(_, name)| name);
    let chosen = words.one_of("act to try", &names).map_err(|error| suggest_act(word, error))?;
    Ok(NAMES[chosen].0)
}
