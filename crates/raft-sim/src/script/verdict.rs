//! The result of checking an expectation.

/// Whether an expectation holds; if not, what holds instead, as the end of a sentence.
pub(super) type Verdict = Result<(), String>;

pub(super) fn whether(so: bool, otherwise: impl FnOnce() -> String) -> Verdict {
    if so { Ok(()) } else { Err(otherwise()) }
}
