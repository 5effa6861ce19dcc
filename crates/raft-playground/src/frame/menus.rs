//! The menu of what is selected.

use std::rc::Rc;

use raft_sim::Address;

use crate::intent::Intent;
use crate::layout::MenuPlace;

/// What can be done with what is selected.
#[derive(Clone, PartialEq, Debug)]
pub struct Menu {
    /// Whose menu it is.
    pub subject: Subject,
    /// `Node D`, `B to C`.
    pub title: Rc<str>,
    /// `leads term 4`, `follows B in term 3`.
    pub subtitle: Rc<str>,
    /// What there is to read, one sentence on each line; empty if nothing.
    pub says: Rc<str>,
    /// The acts, in reading order.
    pub acts: Vec<Act>,
    /// Every link of a node; none while something is asked.
    pub links: Vec<MenuLetter>,
    /// Whom a leader can hand its leadership to.
    pub heirs: Vec<MenuLetter>,
    /// Why the last text sent from this menu was refused; empty if it was not.
    pub complaint: Rc<str>,
    /// Where it stands; none if it is a sheet below the stage.
    pub place: Option<MenuPlace>,
}

/// What a menu belongs to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Subject {
    /// A node.
    Node(Address),
    /// A message on its way, by its number in the run.
    Message(u64),
}

/// A node that a letter stands for.
#[derive(Clone, PartialEq, Debug)]
pub struct MenuLetter {
    /// The letter.
    pub text: Rc<str>,
    /// What it does, in full: `Cut link A–B`.
    pub name: Rc<str>,
    /// Whether it is so already, as of a link that is cut.
    pub pressed: bool,
    /// What it does.
    pub intent: Intent,
}

/// What can be done with a node or a message.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Act {
    /// Stop a node as a power cut would.
    Stop,
    /// Start it from its disk.
    Start,
    /// Hold it up.
    Pause,
    /// Let it go on.
    GoOn,
    /// Let its election timer run out now.
    TimeOut,
    /// Let its election timer run out sooner.
    Sooner,
    /// Let its election timer run out later.
    Later,
    /// Cut its links with the other nodes.
    Isolate,
    /// Mend all its links.
    Mend,
    /// Replace its log by a snapshot.
    Snapshot,
    /// Ask what is to become of its disk.
    LoseDisk,
    /// Ask whether it is to leave the cluster.
    Remove,
    /// Take it into the cluster.
    Add,
    /// Put a new server in the place of one that has lost its disk.
    Replace,
    /// Look into it.
    Inspect,
    /// Erase its disk.
    Erase,
    /// Damage what is on its disk.
    Corrupt,
    /// Take it out of the cluster.
    Leave,
    /// Leave things as they are.
    Keep,
    /// Take a message off its way.
    Drop,
    /// Send it a second time.
    Double,
    /// Let it take a little longer.
    Delay,
    /// Let it take much longer.
    DelayMuch,
    /// Go to the next message.
    Next,
}

/// Texts and keys of the acts, in their order.
const TEXTS: [(&str, char); 24] = [
    ("Stop", 'S'),
    ("Start again", 'S'),
    ("Pause", 'P'),
    ("Go on", 'P'),
    ("Time out now", 'T'),
    ("Fire sooner", ','),
    ("Fire later", '.'),
    ("Isolate", 'X'),
    ("Mend its links", 'H'),
    ("Snapshot", 'N'),
    ("Lose disk…", 'D'),
    ("Remove…", 'A'),
    ("Add", 'A'),
    ("Replace it", 'P'),
    ("Inspect", 'I'),
    ("Erase it", 'E'),
    ("Corrupt it", 'C'),
    ("Remove it", 'E'),
    ("Keep it", 'K'),
    ("Drop", 'D'),
    ("Send twice", 'U'),
    ("10 ms later", '.'),
    ("200 ms later", ','),
    ("Next message", 'M'),
];

impl Act {
    /// Its text.
    pub fn label(self) -> &'static str {
        TEXTS[self as usize].0
    }

    /// The key that does it.
    pub fn key(self) -> char {
        TEXTS[self as usize].1
    }
}
