//! What a call to `advance` answers.

/// Whether there is anything left to do after a call to `advance`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[must_use = "a caller that ignores it does not know when to stop"]
pub enum Progress {
    /// The budget is spent. Another call goes on from here.
    Running,
    /// The result is final. Another call does nothing.
    Finished,
}
