//! Evaluates runs of a Raft cluster, searches for one that shows something, and makes it small.
//!
//! - An [`Evaluator`] performs a [`Run`](raft_sim::Run) and reports what it violates.
//! - A [`Search`] tries seeds, or variations of a scenario, until a property is violated or an
//!   expectation holds.
//! - A [`Shrinker`] makes a run that violates a property as small as it can.
//!
//! # What always holds
//! - Searching and shrinking can stop after any run: `advance(budget)` tries at most `budget` runs
//!   and returns, and what was found so far is there. A budget counts runs, not time: there are no
//!   threads, clocks, files or entropy here. A program brings these.
//! - However the work is divided into budgets, the result is the same. The same query always gives
//!   the same result.
//!
//! # Reading order
//! `evaluate` (a run is performed, and what it violates), `query` (what to search and what to look
//! for), `attempt` (one run of a search), `search`, then `shrink`, whose passes are a file each.
//!
//! # A mistake is found and made small
//! ```
//! use raft_search::{Evidence, Progress, Query, Search, Shrinker, Space, Target};
//! use raft_sim::raft_core::{Rule, RuleSet};
//! use raft_sim::swarm::FaultConfig;
//! use raft_sim::Property;
//!
//! // Candidates count every vote, whether it was granted or not.
//! let waived = RuleSet::EMPTY.with(Rule::CountGrantedVotes);
//! let faults = FaultConfig { waived, ..FaultConfig::default() };
//! let property = Property::ElectionSafety;
//! let space = Space::Trials { seeds: 0..100, faults };
//! let mut search = Search::new(Query { space, target: Target::Violation(property) })?;
//! while search.advance(1) == Progress::Running {
//!     // A page would draw a frame here.
//! }
//!
//! let finding = search.finding().expect("one of these seeds shows it");
//! let Evidence::Violation { run, until, .. } = &finding.evidence else { unreachable!() };
//! let mut shrinker = Shrinker::new(run, property, *until, 1000)?;
//! while shrinker.advance(10) == Progress::Running {}
//! let small = shrinker.into_best();
//! assert!(small.run.commands.len() <= 3);
//! assert_eq!(small.violation.property(), property);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

#![warn(missing_docs)]

mod evaluate;
mod progress;
mod query;

mod attempt;
mod search;
mod shrink;

pub use attempt::{Attempt, Evidence, Finding, Outcome};
pub use evaluate::{Evaluation, Evaluator, default_end};
pub use progress::Progress;
pub use query::{Query, Space, Target};
pub use raft_sim;
pub use search::{Search, Tally};
pub use shrink::{ShrinkError, Shrinker, Shrunk, unusual_settings};
