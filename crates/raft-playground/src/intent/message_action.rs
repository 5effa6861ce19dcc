//! What can be done with a message in transit, as one table.

use raft_sim::raft_core::Micros;
use raft_sim::{Command, MessageId};

use super::{Icon, Intent, Panel};
use crate::text::{Sentence, say};

/// How much longer a message takes that is delayed a little.
const SMALL_DELAY: Micros = Micros::from_millis(10);

/// How much longer a message takes that is delayed much.
const LARGE_DELAY: Micros = Micros::from_millis(200);

/// What can be done with a message in transit. All of it is always possible.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MessageAction {
    /// Lose it.
    Drop,
    /// Send it a second time.
    Duplicate,
    /// Let it take a little longer.
    Delay,
    /// Let it take much longer.
    DelayMore,
    /// Go to the next message.
    Next,
}

/// One row of the table.
pub(crate) struct Row {
    pub(crate) label: Sentence,
    pub(crate) icon: Icon,
    pub(crate) shortcut: char,
    pub(crate) intent: fn(MessageId) -> Intent,
}

impl MessageAction {
    /// Every action, in reading order.
    pub const ALL: [Self; 5] =
        [Self::Drop, Self::Duplicate, Self::Delay, Self::DelayMore, Self::Next];

    /// The table.
    pub(crate) fn row(self) -> Row {
        let row = |label, icon, shortcut, intent| Row { label, icon, shortcut, intent };
        match self {
            Self::Drop => row(say::action_drop(), Icon::Cross, 'D', |id| Command::Drop(id).into()),
            Self::Duplicate => row(say::action_duplicate(), Icon::Duplicate, 'U', |id| {
                Command::Duplicate(id).into()
            }),
            Self::Delay => row(say::action_delay(), Icon::Clock, '.', |message| {
                Command::Delay { message, by: SMALL_DELAY }.into()
            }),
            Self::DelayMore => row(say::action_delay_much(), Icon::Clock, ',', |message| {
                Command::Delay { message, by: LARGE_DELAY }.into()
            }),
            Self::Next => {
                row(say::action_next_message(), Icon::Arrow, 'M', |_| Panel::NextMessage.into())
            }
        }
    }
}
