//! How scripts write times, percentages and names.

use core::fmt;

use raft_core::Micros;

use crate::address::Address;

/// `members A,B learners C`
pub(crate) fn write_members(
    voters: &[Address],
    learners: &[Address],
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    write!(f, "members {}", names(voters))?;
    if !learners.is_empty() {
        write!(f, " learners {}", names(learners))?;
    }
    Ok(())
}

pub(crate) fn names(addresses: &[Address]) -> String {
    if addresses.is_empty() {
        return "nobody".into();
    }
    addresses.iter().map(Address::to_string).collect::<Vec<_>>().join(",")
}

/// A time as scenarios write it: `20ms`, or `2500us` if it is not a whole number of milliseconds.
pub(crate) struct Span(pub(crate) Micros);

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.0 {
            0 => f.write_str("0ms"),
            micros if micros % 1_000_000 == 0 => write!(f, "{}s", micros / 1_000_000),
            micros if micros % 1000 == 0 => write!(f, "{}ms", micros / 1000),
            micros => write!(f, "{micros}us"),
        }
    }
}

/// Thousandths as scenarios write them: `5%`, `0.5%`.
pub(crate) struct Permille(pub(crate) u16);

impl fmt::Display for Permille {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 % 10 {
            0 => write!(f, "{}%", self.0 / 10),
            tenth => write!(f, "{}.{tenth}%", self.0 / 10),
        }
    }
}
