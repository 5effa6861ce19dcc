//! The commands, one file each.

mod check;
mod export;
mod fuzz;
mod grade;
mod junit;
mod mutants;
mod notes;
mod replay;
mod report;
mod run;
mod shrink;
mod table;

pub(crate) use check::check;
pub(crate) use export::export;
pub(crate) use fuzz::fuzz;
pub(crate) use grade::grade;
pub(crate) use mutants::mutants;
pub(crate) use replay::replay;
pub(crate) use run::run;
pub(crate) use shrink::shrink;
