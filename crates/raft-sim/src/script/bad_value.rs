//! Why a text is not a valid value.

use crate::notation::Permille;
use crate::scenario::BadScenario;

/// Why a text is not a valid value of a setting, or of a part of an act. [`Display`] writes a
/// sentence without a full stop.
///
/// [`Display`]: core::fmt::Display
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum BadValue {
    /// There is no value.
    #[error("expected a value")]
    Missing,
    /// A second value follows.
    #[error("expected only one value")]
    Trailing,
    /// It is not a whole number.
    #[error("expected a whole number")]
    Number,
    /// It is not a time with its unit.
    #[error("expected a time such as 20ms (units: us, ms, s)")]
    Time,
    /// The time has a fraction of a microsecond.
    #[error("expected a whole number of microseconds")]
    TimePrecision,
    /// It is not a percentage.
    #[error("expected a percentage such as 5%")]
    Share,
    /// The percentage has more than one decimal.
    #[error("expected a percentage with at most one decimal")]
    SharePrecision,
    /// It is not one of these words.
    #[error("expected `{}`", .0.join("` or `"))]
    Choice(&'static [&'static str]),
    /// It is not a way to serve reads.
    #[error("expected `round` or `lease 5%`")]
    Reads,
    /// It is neither a number of entries nor `never`.
    #[error("expected a number of entries, or `never`")]
    CountOrNever,
    /// It is neither a number of bytes per second nor `unlimited`.
    #[error("expected a number of bytes per second, or `unlimited`")]
    RateOrUnlimited,
    /// The number is out of range.
    #[error("must be between {least} and {most}")]
    Range {
        /// The least valid number.
        least: u64,
        /// The greatest valid number.
        most: u64,
    },
    /// The percentage is out of range.
    #[error("must be between {} and {}", Permille(*.least_permille), Permille(*.most_permille))]
    ShareRange {
        /// The least valid share, in thousandths.
        least_permille: u16,
        /// The greatest valid share, in thousandths.
        most_permille: u16,
    },
    /// The number is less than this.
    #[error("must be at least {0}")]
    TooSmall(u64),
    /// The number does not fit in 64 bits.
    #[error("the number is too large")]
    TooLarge,
    /// The time or number is 0.
    #[error("must be more than 0")]
    Zero,
    /// The time is longer than a setting may be.
    #[error("must be at most an hour")]
    LongerThanHour,
    /// The time is longer than a script may last.
    #[error("must be at most a day")]
    LongerThanDay,
    /// The range of times ends before it begins.
    #[error("the second time must be at least the first")]
    Order,
    /// No setting has this name.
    #[error("there is no setting `{0}`")]
    UnknownSetting(String),
    /// No setting of a link has this name.
    #[error("there is no setting of a link `{0}`")]
    UnknownLinkSetting(String),
    /// No rule has this name.
    #[error("there is no rule `{0}`")]
    UnknownRule(String),
    /// No bug that can be injected has this name.
    #[error("there is no bug `{0}`")]
    UnknownBug(String),
    /// This name stands twice.
    #[error("`{0}` is named twice")]
    Repeated(String),
    /// The value is valid alone, but not together with the other settings.
    #[error(transparent)]
    Scenario(#[from] BadScenario),
}
