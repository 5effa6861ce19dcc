//! The one thing worth trying now.

use raft_sim::Address;

pub(crate) fn start_again(node: Address) -> String {
    format!("Start {node} again")
}

pub(crate) fn send(what: &str) -> String {
    format!("Send {what}")
}

pub(crate) fn send_to_old_leader(what: &str, leader: Address) -> String {
    format!("Send {what} to {leader}, the old leader")
}

pub(crate) fn cut_off_leader(leader: Address) -> String {
    format!("Cut off {leader}, the leader")
}

pub(crate) fn stop_leader(leader: Address) -> String {
    format!("Stop {leader}, the leader")
}
