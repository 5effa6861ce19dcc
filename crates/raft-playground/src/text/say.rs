//! A function for each message of the English catalogue, under the message's name. What each one
//! says is in `locales/en`; what its arguments mean is in `build.rs`.

#![allow(missing_docs, reason = "each says what stands in the catalogue")]
#![allow(clippy::too_many_arguments, reason = "as many as the message has")]

use std::rc::Rc;

use raft_sim::raft_core::{LogIndex, Micros, Rule, RuleSet, Term};
use raft_sim::{Address, Time};

use super::message::Message;
use super::sentence::{Argument, Count, Join, Sentence, SentenceBuilder};

/// The items of a list argument.
fn each<T>(items: impl IntoIterator<Item: Into<T>>) -> Vec<T> {
    items.into_iter().map(Into::into).collect()
}

/// The names of rules.
fn names(rules: RuleSet) -> Vec<Rc<str>> {
    rules.iter().map(|rule| rule.to_string().into()).collect()
}

include!(concat!(env!("OUT_DIR"), "/say.rs"));
