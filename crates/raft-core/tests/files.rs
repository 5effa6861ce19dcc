//! The example `files`: what is on its disk after a crash, a cut and a flipped bit; and that a
//! cluster which is killed forgets nothing that it called committed.
#![allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]

#[path = "../examples/files/storage.rs"]
mod storage;

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};

use raft_core::{
    Disk, Entry, HardState, LogIndex, LogWrite, NodeId, Payload, Term, Write, WriteNumber,
};
use storage::{Storage, record, replay};

fn write(hard_state: Option<(u64, Option<u32>)>, log: Option<(u64, &[(u64, &str)])>) -> Write {
    let hard_state = hard_state
        .map(|(term, voted_for)| HardState { term: Term(term), voted_for: voted_for.map(NodeId) });
    let entry = |(index, &(term, command)): (u64, &(u64, &str))| {
        let payload = match command {
            "" => Payload::NoOp,
            command => Payload::Command(command.as_bytes().into()),
        };
        Entry { term: Term(term), index: LogIndex(index), payload }
    };
    let log = log.map(|(from, entries)| LogWrite {
        from: LogIndex(from),
        entries: (from..).zip(entries).map(entry).collect(),
    });
    Write { number: WriteNumber(1), hard_state, snapshot: None, log }
}

/// A vote, a leader's entries, a newer term, and another leader's entries in place of the last.
fn writes() -> Vec<Write> {
    vec![
        write(Some((1, Some(2))), None),
        write(None, Some((1, &[(1, ""), (1, "first")]))),
        write(None, Some((3, &[(1, "second"), (1, "lost")]))),
        write(Some((2, None)), None),
        write(Some((3, Some(0))), Some((4, &[(3, ""), (3, "a longer command than the others")]))),
        write(None, Some((6, &[(3, "last")]))),
    ]
}

/// What is on the disk before and after each write, and how long the file is then.
fn stages() -> (Vec<u8>, Vec<(usize, Disk)>) {
    let (mut bytes, mut disk) = (Vec::new(), Disk::default());
    let mut stages = vec![(0, disk.clone())];
    for write in writes() {
        bytes.extend(record(&write).unwrap());
        disk.apply(&write);
        stages.push((bytes.len(), disk.clone()));
    }
    (bytes, stages)
}

#[test]
fn a_file_cut_anywhere_holds_the_writes_that_are_whole() {
    let (bytes, stages) = stages();
    for end in 0..=bytes.len() {
        let (length, disk) = stages.iter().rfind(|(length, _)| *length <= end).unwrap();
        assert_eq!(replay(&bytes[..end]).unwrap(), (disk.clone(), *length), "cut at {end}");
    }
}

#[test]
fn what_a_file_system_may_leave_behind_the_last_record_is_none() {
    let (bytes, stages) = stages();
    let (length, disk) = stages.last().unwrap();
    for tail in [0, 255] {
        let torn = [bytes.as_slice(), &[tail; 100]].concat();
        assert_eq!(replay(&torn).unwrap(), (disk.clone(), *length));
    }
}

#[test]
fn a_flipped_bit_is_noticed_unless_it_may_be_a_torn_last_record() {
    let (bytes, stages) = stages();
    let (before_last, disk) = &stages[stages.len() - 2];
    for bit in 0..bytes.len() * 8 {
        let mut flipped = bytes.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        if bit / 8 < *before_last {
            let error = replay(&flipped).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::InvalidData, "bit {bit}: {error}");
        } else {
            assert_eq!(replay(&flipped).unwrap(), (disk.clone(), *before_last), "bit {bit}");
        }
    }
}

#[test]
fn a_file_with_a_torn_tail_is_written_on() {
    let path = folder("torn").join("0.log");
    let (bytes, stages) = stages();
    let last = writes().pop().unwrap();
    for end in stages[stages.len() - 2].0..bytes.len() {
        fs::write(&path, &bytes[..end]).unwrap();
        let (mut storage, disk) = Storage::open(&path).unwrap();
        assert_eq!(disk, stages[stages.len() - 2].1);
        storage.append(&last).unwrap();
        drop(storage);
        assert_eq!(fs::read(&path).unwrap(), bytes);
    }
}

#[test]
fn two_nodes_never_share_a_file() {
    let path = folder("shared").join("0.log");
    let first = Storage::open(&path).unwrap();
    assert!(Storage::open(&path).is_err());
    drop(first);
    assert!(Storage::open(&path).is_ok());
}

#[test]
fn a_cluster_that_is_killed_forgets_nothing_committed() {
    let (program, folder) = (example(), folder("killed"));
    let mut committed = BTreeMap::new();
    for life in 0..4 {
        let mut cluster = Cluster::start(&program, &folder);
        // Many at once, so that the end comes amid writes.
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

/// Notes that a command was reported as committed; it must be where it was before, if it was.
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

    /// Indexes and commands, until it ends, be it in the middle of a line.
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

/// The example as a program, which `cargo test` builds only if it is asked for everything.
fn example() -> PathBuf {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["build", "--quiet", "--package", "raft-core", "--example", "files"]);
    cargo.args((!cfg!(debug_assertions)).then_some("--release"));
    assert!(cargo.status().unwrap().success());
    let this = std::env::current_exe().unwrap();
    let built = this.parent().and_then(Path::parent).unwrap().join("examples");
    built.join("files").with_extension(std::env::consts::EXE_EXTENSION)
}
