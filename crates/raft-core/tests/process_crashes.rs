//! The example `files`: a cluster loses no committed entry when its process is killed. This test
//! has a file of its own, since a new process inherits the file locks of the process that starts
//! it.
#![allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};

#[test]
fn killing_processes_loses_no_committed_entry() {
    let (program, folder) = (example(), folder("killed"));
    let mut committed = BTreeMap::new();
    for life in 0..4 {
        let mut cluster = Cluster::start(&program, &folder);
        // Many at once, so that the kill happens during writes.
        for command in 0..200 {
            writeln!(cluster.input, "{life}.{command}").unwrap();
        }
        let mut output = cluster.output();
        while !committed.keys().any(|command: &String| command == &format!("{life}.9")) {
            let (index, command) = output.next().expect("it goes on until it is killed");
            note(&mut committed, index, command);
        }
        cluster.child.kill().unwrap();
        output.for_each(|(index, command)| note(&mut committed, index, command));
        cluster.child.wait().unwrap();
    }
    let mut cluster = Cluster::start(&program, &folder);
    let output = cluster.output();
    drop(cluster.input);
    let left: BTreeMap<_, _> = output.map(|(index, command)| (command, index)).collect();
    assert!(cluster.child.wait().unwrap().success());
    for (command, index) in committed {
        assert_eq!(left.get(&command), Some(&index), "{command}");
    }
}

/// Records that a command was reported as committed, and checks that its index never changes.
fn note(committed: &mut BTreeMap<String, u64>, index: u64, command: String) {
    if let Some(before) = committed.insert(command, index) {
        assert_eq!(before, index);
    }
}

struct Cluster {
    child: Child,
    input: ChildStdin,
}

impl Cluster {
    fn start(program: &Path, folder: &Path) -> Self {
        let mut command = Command::new(program);
        command.arg(folder).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let input = child.stdin.take().unwrap();
        Self { child, input }
    }

    /// Indexes and commands until the process ends, possibly in the middle of a line.
    fn output(&mut self) -> impl Iterator<Item = (u64, String)> + use<> {
        let mut output = BufReader::new(self.child.stdout.take().unwrap());
        std::iter::from_fn(move || {
            let mut line = String::new();
            output.read_line(&mut line).unwrap();
            let (index, command) = line.strip_suffix('\n')?.split_once(": ").unwrap();
            Some((index.parse().unwrap(), command.to_owned()))
        })
    }
}

/// An empty folder of this name.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// The path of the example program, which `cargo test` builds only together with all other targets.
fn example() -> PathBuf {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["build", "--quiet", "--package", "raft-core", "--example", "files"]);
    cargo.args((!cfg!(debug_assertions)).then_some("--release"));
    assert!(cargo.status().unwrap().success());
    let this = std::env::current_exe().unwrap();
    let built = this.parent().and_then(Path::parent).unwrap().join("examples");
    built.join("files").with_extension(std::env::consts::EXE_EXTENSION)
}
