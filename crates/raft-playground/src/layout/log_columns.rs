//! How many entries the table of logs in the inspector has room for.

use super::{Shape, Stage};

/// How many columns there are beside or over the stage.
const COLUMNS: u64 = 7;
/// On a phone, the room beside the columns and of each of them, in CSS pixels.
const BESIDE: f64 = 64.0;
const COLUMN: f64 = 57.0;
/// Where a page is divided as for a phone, and the inspector is as wide as the page.
const PHONE: f64 = 600.0;

impl Stage {
    /// How many columns of entries the table of logs has.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "pixels of a screen"
    )]
    pub(crate) fn log_columns(self) -> u64 {
        if self.shape == Shape::Wide || self.width >= PHONE {
            return COLUMNS;
        }
        (((self.width - BESIDE) / COLUMN) as u64).max(1)
    }
}
