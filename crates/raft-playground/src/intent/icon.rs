//! The pictures that menus ask for.

/// A picture beside a label. The page knows what each looks like.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "each is named by what it shows")]
pub enum Icon {
    Stop,
    Play,
    Pause,
    Clock,
    Remove,
    Add,
    Isolate,
    Reconnect,
    Snapshot,
    Disk,
    Eye,
    Cross,
    Check,
    Duplicate,
    Arrow,
}
