//! What the page says, as far as it depends on the run.

mod english;

pub(crate) use english::*;
pub use english::{Compared, seconds};
