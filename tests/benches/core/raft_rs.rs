//! `TiKV`'s raft-rs as a [`Server`], driven as in its documentation and its five-node example.
//!
//! It uses all its optimisations: `batch_append` puts the proposals of a batch into one message,
//! `skip_bcast_commit` saves messages that only announce a new commit index (our core has none),
//! its
//! log is discarded, and one `Ready` covers all messages of a round and all proposals of a window.

use bytes::Bytes;
use raft::StateRole;
use raft::prelude::{Config, Entry, EntryType, Message, RawNode};
use raft::storage::MemStorage;
use slog::{Discard, Logger, o};

use crate::cluster::{Network, SERVERS, Server, weigh};
use crate::limits::{ELECTION_TICKS, HEARTBEAT_TICKS, MAX_BYTES, MAX_IN_FLIGHT};

pub(crate) struct RaftRs {
    node: RawNode<MemStorage>,
    applied: Vec<Bytes>,
}

impl RaftRs {
    fn apply(&mut self, entries: Vec<Entry>) {
        let commands = entries.into_iter().filter(|e| e.get_entry_type() == EntryType::EntryNormal);
        self.applied.extend(commands.map(|entry| entry.data));
    }
}

fn send(messages: Vec<Message>, network: &mut Network<Message>) {
    for message in messages {
        let to = usize::try_from(message.to - 1).expect("five servers");
        let bytes = weigh(message.entries.iter().map(|entry| entry.data.len()));
        network.send(to, message, bytes);
    }
}

impl Server for RaftRs {
    const NAME: &'static str = "raft-rs";
    type Message = Message;
    type Command = Bytes;
    type Proposal = Vec<u8>;

    fn boot(place: usize) -> Self {
        let config = Config {
            id: place as u64 + 1, // 0 means nobody
            election_tick: ELECTION_TICKS.start,
            min_election_tick: ELECTION_TICKS.start,
            max_election_tick: ELECTION_TICKS.end,
            heartbeat_tick: HEARTBEAT_TICKS,
            max_size_per_msg: MAX_BYTES as u64,
            max_inflight_msgs: MAX_IN_FLIGHT,
            skip_bcast_commit: true,
            batch_append: true,
            ..Config::default()
        };
        let voters: Vec<u64> = (1..=SERVERS as u64).collect();
        let storage = MemStorage::new_with_conf_state((voters, Vec::new()));
        let logger = Logger::root(Discard, o!());
        let node = RawNode::new(&config, storage, &logger).expect("the configuration is valid");
        Self { node, applied: Vec::new() }
    }

    fn stand(&mut self, _: &mut Network<Message>) {
        self.node.campaign().expect("nobody leads yet");
    }

    fn propose(&mut self, command: Vec<u8>, _: &mut Network<Message>) {
        self.node.propose(Vec::new(), command).expect("it leads");
    }

    fn receive(&mut self, message: Message, _: &mut Network<Message>) {
        self.node.step(message).expect("a message of a server of this cluster");
    }

    fn finish(&mut self, network: &mut Network<Message>) {
        if !self.node.has_ready() {
            return;
        }
        let mut ready = self.node.ready();
        send(ready.take_messages(), network);
        self.apply(ready.take_committed_entries());
        {
            let mut storage = self.node.store().wl();
            storage.append(ready.entries()).expect("entries follow one another");
            if let Some(hard_state) = ready.hs() {
                storage.set_hardstate(hard_state.clone());
            }
        }
        send(ready.take_persisted_messages(), network);
        let mut rest = self.node.advance(ready);
        if let Some(commit) = rest.commit_index() {
            self.node.store().wl().mut_hard_state().set_commit(commit);
        }
        send(rest.take_messages(), network);
        self.apply(rest.take_committed_entries());
        self.node.advance_apply();
    }

    fn tick(&mut self, _: &mut Network<Message>) {
        self.node.tick();
    }

    fn is_in_office(&self) -> bool {
        self.node.raft.state == StateRole::Leader && self.node.raft.commit_to_current_term()
    }

    fn applied(&mut self) -> &mut Vec<Bytes> {
        &mut self.applied
    }
}
