//! The table of mutants, on the terminal and in a document.

use std::fs;
use std::path::Path;

use anyhow::Context;
use raft_search::Shrunk;
use raft_sim::swarm::Mutant;

use super::report::size_words;
use crate::arguments::MutantsOptions;

/// The measurements of a mutant.
pub(super) struct Row {
    pub(super) mutant: Mutant,
    /// How many seeds each campaign needed to find the bug; `None` if it gave up.
    pub(super) seeds: Vec<Option<u64>>,
    /// One counterexample.
    pub(super) shrunk: Option<Shrunk>,
}

impl Row {
    /// The upper median; `None` if most campaigns gave up.
    pub(super) fn median(&self) -> Option<u64> {
        let mut sorted: Vec<u64> =
            self.seeds.iter().map(|seeds| seeds.unwrap_or(u64::MAX)).collect();
        sorted.sort_unstable();
        sorted.get(sorted.len() / 2).copied().filter(|median| *median < u64::MAX)
    }

    fn most(&self) -> Option<u64> {
        self.seeds.iter().copied().collect::<Option<Vec<_>>>()?.into_iter().max()
    }

    fn found(&self) -> String {
        let found = self.seeds.iter().flatten().count();
        format!("{found}/{}", self.seeds.len())
    }

    fn size(&self) -> String {
        self.shrunk.as_ref().map_or_else(|| "–".to_owned(), size_words)
    }
}

/// A row for the terminal.
pub(super) fn line(row: &Row) -> String {
    let Row { mutant, .. } = row;
    format!(
        "{:>3}  {:<21}  median {:>6}  most {:>6}  found {:>5}  small: {}  {}",
        mutant.key,
        mutant.violates.name(),
        or_dash(row.median()),
        or_dash(row.most()),
        row.found(),
        row.size(),
        mutant.name
    )
}

fn or_dash(number: Option<u64>) -> String {
    number.map_or_else(|| "–".to_owned(), |number| number.to_string())
}

const BEGIN: &str = "<!-- begin: raft-lab mutants --write -->";
const END: &str = "<!-- end: raft-lab mutants --write -->";

/// Writes the table between the markers of a document.
pub(super) fn write(path: &Path, rows: &[Row], options: &MutantsOptions) -> anyhow::Result<()> {
    let document = fs::read_to_string(path)?;
    let (before, after) = around_table(&document)?;
    let table = markdown(rows, options);
    fs::write(path, format!("{before}{BEGIN}\n{table}{END}{after}"))?;
    Ok(())
}

/// Checks that a document has the markers.
pub(super) fn check(path: &Path) -> anyhow::Result<()> {
    around_table(&fs::read_to_string(path)?).map(|_| ())
}

/// The text before the marker that begins the table, and after the marker that ends it.
fn around_table(document: &str) -> anyhow::Result<(&str, &str)> {
    let (before, rest) =
        document.split_once(BEGIN).context("the begin marker of the table is missing")?;
    let (_, after) = rest.split_once(END).context("the end marker of the table is missing")?;
    Ok((before, after))
}

fn markdown(rows: &[Row], options: &MutantsOptions) -> String {
    let (campaigns, limit) = (options.campaigns, options.limit);
    let mut text = format!(
        "{campaigns} campaigns each, of up to {limit} seeds.\n\n\
         | # | bug | violates | seeds: median | most | found | one counterexample, shrunk |\n\
         |---|---|---|---:|---:|---:|---|\n"
    );
    for row in rows {
        let cells = [
            row.mutant.key.to_owned(),
            row.mutant.name.to_owned(),
            row.mutant.violates.name().to_owned(),
            or_dash(row.median()),
            or_dash(row.most()),
            row.found(),
            row.size(),
        ];
        text.extend(["| ", &cells.join(" | "), " |\n"]);
    }
    text
}
