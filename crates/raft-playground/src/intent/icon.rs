//! The icons of menus.

/// An icon beside a label. The page has the drawing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "each is named by what it shows")]
pub enum Icon {
    Stop,
    Play,
    Freeze,
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
