//! The actions of a message's menu, as one table.

use raft_sim::raft_core::Micros;
use raft_sim::{Command, MessageId};

use super::{Icon, Intent, Panel};
use crate::table::table;
use crate::text::{Sentence, say};

/// The delay of [`MessageAction::Delay`].
const SMALL_DELAY: Micros = Micros::from_millis(10);

/// The delay of [`MessageAction::DelayMore`].
const LARGE_DELAY: Micros = Micros::from_millis(200);

table! {
    /// An action of the menu of a message in transit. Every action is always possible.
    pub enum MessageAction {
        /// Lose it.
        Drop => row(say::action_drop(), Icon::Cross, 'D', |id| Command::Drop(id).into()),
        /// Send it a second time.
        Duplicate => row(say::action_duplicate(), Icon::Duplicate, 'U', |id| {
            Command::Duplicate(id).into()
        }),
        /// Let it take a little longer.
        Delay => row(say::action_delay(), Icon::Clock, '.', |message| {
            Command::Delay { message, by: SMALL_DELAY }.into()
        }),
        /// Let it take much longer.
        DelayMore => row(say::action_delay_much(), Icon::Clock, ',', |message| {
            Command::Delay { message, by: LARGE_DELAY }.into()
        }),
        /// Go to the next message.
        Next => row(say::action_next_message(), Icon::Arrow, 'M', |_| Panel::NextMessage.into()),
    }
    /// The row of the table.
    pub(crate) fn row(self) -> Row;
}

/// One row of the table.
pub(crate) struct Row {
    pub(crate) label: Sentence,
    pub(crate) icon: Icon,
    pub(crate) shortcut: char,
    pub(crate) intent: fn(MessageId) -> Intent,
}

const fn row(label: Sentence, icon: Icon, shortcut: char, intent: fn(MessageId) -> Intent) -> Row {
    Row { label, icon, shortcut, intent }
}
