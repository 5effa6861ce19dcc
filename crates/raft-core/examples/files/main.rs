//! Three servers that keep their state in files and survive a kill.
//!
//! ```text
//! cargo run -p raft-core --example files -- /tmp/cluster
//! ```
//!
//! Each line of standard input is a command. The program prints each committed command once, with
//! its index; a new run first prints the commands of earlier runs. At the end of the input it
//! performs a read, to be sure that every committed command is printed, and stops.
//!
//! `storage.rs` is the disk, `server.rs` the loop that drives a node, and this file the client.
#![allow(clippy::print_stdout, reason = "it is what this program is for")]

mod server;
mod storage;

use std::collections::VecDeque;
use std::error::Error;
use std::io::{self, BufRead, Write, stdin, stdout};
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use raft_core::{
    Answer, Config, Entry, Incarnation, Input, LocalTime, LogIndex, Node, NodeId, Payload,
    ProposalId, ReadAnswer, ReadId,
};
use server::{Report, Server, random};
use storage::Storage;

const SERVERS: u32 = 3;
/// How long the client waits before it retries.
const PAUSE: Duration = Duration::from_millis(20);

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args_os().nth(1).ok_or("usage: files DIRECTORY")?;
    std::fs::create_dir_all(&folder)?;
    let (reports, reported) = channel();
    let servers = start(Path::new(&folder), &reports)?;
    thread::spawn(move || {
        let lines = stdin().lock().lines().map_while(Result::ok).map(Some).chain([None]);
        lines.map(Report::Line).try_for_each(|report| reports.send(report))
    });
    Client::new(servers).run(&reported)
}

/// Boots every server from its file.
fn start(folder: &Path, reports: &Sender<Report>) -> Result<Vec<Sender<Input>>, Box<dyn Error>> {
    let config = Arc::new(Config::new((0..SERVERS).map(NodeId)));
    let (peers, inboxes): (Vec<_>, Vec<_>) = (0..SERVERS).map(|_| channel()).unzip();
    for (id, inbox) in (0..SERVERS).zip(inboxes) {
        let (storage, disk) = Storage::open(&folder.join(format!("{id}.log")))?;
        let incarnation = Incarnation(random());
        let (node, booted) =
            Node::boot(NodeId(id), incarnation, Arc::clone(&config), disk, LocalTime(0))?;
        let server = Server::new(node, storage, inbox, peers.clone(), reports.clone());
        thread::spawn(move || server.run(booted));
    }
    Ok(peers)
}

/// Sends one request at a time to the leader.
struct Client {
    servers: Vec<Sender<Input>>,
    leader: usize,
    asked: u64,
    /// Commands without an answer; `None` stands for the end of the input.
    waiting: VecDeque<Option<String>>,
    printed: LogIndex,
}

impl Client {
    fn new(servers: Vec<Sender<Input>>) -> Self {
        let (waiting, printed) = (VecDeque::new(), LogIndex::ZERO);
        Self { servers, leader: 0, asked: 0, waiting, printed }
    }

    fn run(mut self, reported: &Receiver<Report>) -> Result<(), Box<dyn Error>> {
        for report in reported {
            match report {
                Report::Line(line) => {
                    self.waiting.push_back(line);
                    if self.waiting.len() == 1 {
                        self.ask();
                    }
                }
                Report::Applied(entry) => self.print(&entry)?,
                Report::Answered(Answer::Committed(_)) => {
                    self.waiting.pop_front();
                    self.ask();
                }
                Report::Answered(Answer::NotLeader { hint })
                | Report::Read(ReadAnswer::NotLeader { hint }) => self.ask_another(hint),
                // The request had no effect and never will, so the client may repeat it.
                Report::Answered(Answer::Refused(_) | Answer::Superseded { .. }) => self.ask(),
                Report::Answered(Answer::Unknown) => {
                    return Err("a command may or may not be committed".into());
                }
                Report::Read(ReadAnswer::Ready { .. }) => return Ok(()),
                Report::Failed(error) => return Err(error.into()),
            }
        }
        Ok(())
    }

    fn ask(&mut self) {
        let Some(first) = self.waiting.front() else { return };
        self.asked += 1;
        let input = match first {
            Some(line) => {
                let (proposal, command) = (ProposalId(self.asked), line.as_bytes().into());
                Input::Propose { proposal, command }
            }
            None => Input::Read(ReadId(self.asked)),
        };
        // A server that has stopped has reported it, which ends the client.
        let _ = self.servers[self.leader].send(input);
    }

    fn ask_another(&mut self, hint: Option<NodeId>) {
        let hint = hint.and_then(|node| usize::try_from(node.0).ok());
        self.leader = hint.unwrap_or(self.leader + 1) % self.servers.len();
        thread::sleep(PAUSE);
        self.ask();
    }

    /// Every server applies every entry; the client prints it once.
    fn print(&mut self, entry: &Entry) -> io::Result<()> {
        if entry.index <= self.printed {
            return Ok(());
        }
        self.printed = entry.index;
        let Payload::Command(command) = &entry.payload else { return Ok(()) };
        println!("{}: {}", entry.index, String::from_utf8_lossy(command));
        stdout().flush()
    }
}
