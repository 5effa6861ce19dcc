//! The stories in `scenarios/`.
#![allow(dead_code, reason = "no test needs all of it")]

use std::fs;
use std::path::Path;

use raft_sim::Script;
use raft_sim::Time;
use raft_sim::export::ndjson;
use raft_sim::script::ScriptRun;

/// All stories, by name.
pub(crate) fn all() -> Vec<(String, String)> {
    in_folder("scenarios")
}

/// The `.raft` files of a folder of `tests/`, by name.
pub(crate) fn in_folder(folder: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let paths = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let mut files: Vec<_> = paths
        .filter(|path| path.extension().is_some_and(|extension| extension == "raft"))
        .map(|path| {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            (name, fs::read_to_string(&path).unwrap())
        })
        .collect();
    files.sort();
    files
}

/// The whole trace of a story.
pub(crate) fn trace(text: &str) -> String {
    let script: Script = text.parse().unwrap();
    let mut performance = ScriptRun::new(script).unwrap();
    performance.advance(Time(u64::MAX));
    let records = performance.simulation_mut().take_records();
    ndjson::write(performance.simulation().run(), &records)
}
