//! What to search, and what to look for.

use std::ops::{Range, RangeInclusive};

use raft_sim::script::{Expectation, Script};
use raft_sim::swarm::FaultConfig;
use raft_sim::{Property, Time};

/// What to search, and what to look for there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Query {
    /// The runs to try.
    pub space: Space,
    /// What a run must show.
    pub target: Target,
}

/// Runs to try, in a fixed order.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Space {
    /// One trial for each seed: the seed draws cluster, settings, faults and requests
    /// (see [`raft_sim::swarm`]).
    Trials {
        /// The seeds, in this order.
        seeds: Range<u64>,
        /// What is wrong with the cluster.
        faults: FaultConfig,
    },
    /// Variations of a scenario: each script with each seed. All scripts are tried with the first
    /// seed, then all with the second, and so on. The seeds of the scripts themselves do not
    /// matter. (A [`Run`](raft_sim::Run) converts into a script.)
    Variations {
        /// The scenario as it is, or with other settings, faults or requests.
        scripts: Vec<Script>,
        /// The seeds.
        seeds: Range<u64>,
    },
}

/// What a run must show to be found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Target {
    /// Any property is violated.
    AnyViolation,
    /// This property is violated.
    Violation(Property),
    /// The expectation holds at some instant.
    Expectation {
        /// What must hold.
        expectation: Expectation,
        /// When it may hold, both ends included. It is checked at the first instant, and whenever
        /// something happens; a script that ends before is checked to its end.
        during: RangeInclusive<Time>,
    },
}

impl Space {
    /// How many runs there are; [`u64::MAX`] if there are more.
    pub fn len(&self) -> u64 {
        let (Self::Trials { seeds, .. } | Self::Variations { seeds, .. }) = self;
        seeds.end.saturating_sub(seeds.start).saturating_mul(self.scripts())
    }

    /// Whether there is no run to try.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The seed and the script of a run, given its number from 0.
    pub(crate) fn candidate(&self, number: u64) -> (u64, usize) {
        let (Self::Trials { seeds, .. } | Self::Variations { seeds, .. }) = self;
        let scripts = self.scripts().max(1);
        let script = usize::try_from(number % scripts).unwrap_or_default();
        (seeds.start + number / scripts, script)
    }

    fn scripts(&self) -> u64 {
        match self {
            Self::Trials { .. } => 1,
            Self::Variations { scripts, .. } => scripts.len() as u64,
        }
    }
}

impl Target {
    /// The property that must be violated; `None` if any will do, or if none must be.
    pub fn property(&self) -> Option<Property> {
        match self {
            Self::Violation(property) => Some(*property),
            Self::AnyViolation | Self::Expectation { .. } => None,
        }
    }
}

impl From<Option<Property>> for Target {
    fn from(property: Option<Property>) -> Self {
        property.map_or(Self::AnyViolation, Self::Violation)
    }
}
