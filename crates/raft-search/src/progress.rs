//! The result of a call to `advance`.

/// Whether there is anything left to do after a call to `advance`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[must_use = "a caller that ignores it does not know when to stop"]
pub enum Progress {
    /// The budget is spent. Another call continues the work.
    Running,
    /// The result is final. Another call does nothing.
    Finished,
}
