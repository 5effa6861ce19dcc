//! Names that the project has given up for the terms of the field, so that they do not come back.

use super::code::{has_word, only_code};
use super::{Problem, Source};

/// A former name, and the name to use. Only names that mean nothing else in these sources.
const REPLACED: [(&str, &str); 30] = [
    ("Pen", "Replicator"),
    ("Letter", "AppendKind"),
    ("Pace", "ProgressState"),
    ("Asker", "ProposalOrigin"),
    ("Flaw", "MalformedReason"),
    ("Agenda", "EventQueue"),
    ("Fact", "RecordKind"),
    ("Parcel", "Envelope"),
    ("Flight", "InFlightMessage"),
    ("Quality", "LinkConfig"),
    ("Doubled", "Duplicated"),
    ("Rot", "CorruptDisk"),
    ("Wipe", "EraseDisk"),
    ("Renew", "ReplaceServer"),
    ("Mistakes", "InjectedBugs"),
    ("Spoil", "FaultConfig"),
    ("Deed", "ScriptAction"),
    ("Said", "NarrationLine"),
    ("Trouble", "ParseError"),
    ("Course", "TrialRun"),
    ("Witness", "ReplayObserver"),
    ("Opening", "ImportJob"),
    ("Tracing", "TraceExport"),
    ("GoOn", "Resume"),
    ("StandStill", "ReducedMotion"),
    ("HoldUp", "SetLinkTool"),
    ("Wind", "DragTimer"),
    ("Carry", "DragValue"),
    ("meet_term", "observe_term"),
    ("look_along", "sync_inspected_node"),
];

pub(super) fn check(sources: &[Source]) -> Vec<Problem> {
    // This list has to name them.
    let others = sources.iter().filter(|source| !source.path.ends_with("tidy/names.rs"));
    others.flat_map(check_source).collect()
}

fn check_source(source: &Source) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (at, line) in only_code(&source.text).lines().enumerate() {
        for (former, name) in REPLACED.iter().filter(|(former, _)| has_word(line, former)) {
            let message = format!("`{former}` is called `{name}` in this project");
            problems.push(Problem::new(&source.path, at + 1, message));
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    #[test]
    fn a_former_name_is_refused_in_code_and_allowed_in_text() {
        let text = "// A Parcel.\nlet parcels = Parcel::new(\"Parcel\");\nlet tail = Parcels;\n";
        let source = Source { path: PathBuf::from("crates/a/src/lib.rs"), text: text.to_owned() };
        let problems = check(&[source]);
        assert_eq!(problems.len(), 1);
        assert_eq!(problems[0].line, 2);
        assert_eq!(problems[0].message, "`Parcel` is called `Envelope` in this project");
    }
}
