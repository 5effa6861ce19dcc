//! A step under construction. It combines the results of several inputs: one write, one message for
//! each follower, one setting of each timer.

use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::disk::Snapshot;
use crate::entries::Entries;
use crate::message::{AppendOutcome, Body, Message};
use crate::step::{Effect, Step, Timer};
use crate::types::{LogIndex, NodeId, Term, TimerRange};

/// A step under construction.
pub(crate) struct StepBuilder<'a> {
    pub(crate) hard_state_changed: bool,
    pub(crate) snapshot: Option<Arc<Snapshot>>,
    pub(crate) log_changed_from: Option<LogIndex>,
    /// The new end of the log, if it is already gathered.
    pub(crate) log_changed_to: Option<Entries>,
    /// The finished part of the step.
    pub(crate) step: &'a mut Step,
    /// Whether a quorum may hold more entries than before.
    pub(crate) commit_due: bool,
    /// Whether more entries may be sent to every follower.
    pub(crate) all_due: bool,
    /// Followers to which more may be sent.
    pub(crate) due: Vec<NodeId>,
    timers: [Option<TimerChange>; Timer::ALL.len()],
}

/// What happens to a timer.
#[derive(Clone, Copy)]
enum TimerChange {
    Set(TimerRange),
    Cancel,
}

impl<'a> StepBuilder<'a> {
    /// A new step that reuses the buffers of an old one.
    #[inline]
    pub(crate) fn within(step: &'a mut Step) -> Self {
        step.write = None;
        step.at_once.clear();
        step.after_write.effects.clear();
        step.events.clear();
        Self {
            step,
            hard_state_changed: false,
            snapshot: None,
            log_changed_from: None,
            log_changed_to: None,
            commit_due: false,
            all_due: false,
            due: Vec::new(),
            timers: [None; _],
        }
    }

    /// Sends a message that makes no promise.
    pub(crate) fn send(&mut self, to: NodeId, term: Term, body: Body) {
        self.step.at_once.push(Effect::Send { to, message: Message { term, body } });
    }

    /// Sends a message that must wait until this step's write is durable. Of consecutive
    /// acknowledgements, only the last is sent.
    pub(crate) fn send_after_write(&mut self, to: NodeId, term: Term, body: Body) {
        let message = Message { term, body };
        let promises = &mut self.step.after_write.effects;
        if let Some(Effect::Send { to: before_to, message: before }) = promises.last_mut()
            && *before_to == to
            && covers(&message, before)
        {
            *before = message;
            return;
        }
        promises.push(Effect::Send { to, message });
    }

    /// Starts or restarts a timer.
    pub(crate) fn set_timer(&mut self, timer: Timer, after: TimerRange) {
        self.timers[timer as usize] = Some(TimerChange::Set(after));
    }

    /// Stops a timer.
    pub(crate) fn cancel_timer(&mut self, timer: Timer) {
        self.timers[timer as usize] = Some(TimerChange::Cancel);
    }

    /// Adds the timer changes, after all other immediate effects.
    pub(crate) fn push_timers(&mut self) {
        for (timer, change) in Timer::ALL.into_iter().zip(&self.timers) {
            match *change {
                Some(TimerChange::Set(after)) => {
                    self.step.at_once.push(Effect::SetTimer { timer, after });
                }
                Some(TimerChange::Cancel) => self.step.at_once.push(Effect::CancelTimer(timer)),
                None => {}
            }
        }
    }
}

/// Whether a later acknowledgement implies an earlier one.
fn covers(later: &Message, earlier: &Message) -> bool {
    use AppendOutcome::Matched;
    match (&later.body, &earlier.body) {
        (
            Body::AppendEntriesReply { outcome: Matched { through }, round },
            Body::AppendEntriesReply { outcome: Matched { through: before }, round: before_round },
        ) => later.term == earlier.term && through >= before && round >= before_round,
        _ => false,
    }
}
