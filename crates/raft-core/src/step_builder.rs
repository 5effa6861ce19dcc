//! A step that is being built. What several inputs bring about together is gathered here: one
//! write, one message for each follower, one setting of each timer.

use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::disk::Snapshot;
use crate::entries::Entries;
use crate::message::{AppendOutcome, Body, Message};
use crate::step::{Effect, Step, Timer};
use crate::types::{LogIndex, NodeId, Term, TimerRange};

/// A step that is being built.
pub(crate) struct StepBuilder<'a> {
    pub(crate) hard_state_changed: bool,
    pub(crate) snapshot: Option<Arc<Snapshot>>,
    pub(crate) log_changed_from: Option<LogIndex>,
    /// The log's new end, if it came in one piece: then it need not be gathered again.
    pub(crate) log_changed_to: Option<Entries>,
    /// The finished part of it.
    pub(crate) step: &'a mut Step,
    /// Whether more may be held by a quorum than before.
    pub(crate) commit_due: bool,
    /// Whether every follower may be sent more.
    pub(crate) all_due: bool,
    /// Followers that may be sent more.
    pub(crate) due: Vec<NodeId>,
    timers: [Option<TimerChange>; Timer::ALL.len()],
}

/// What becomes of a timer.
#[derive(Clone, Copy)]
enum TimerChange {
    Set(TimerRange),
    Cancel,
}

impl<'a> StepBuilder<'a> {
    /// A new step, in the buffers of an old one.
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

    /// A message that promises nothing.
    pub(crate) fn send(&mut self, to: NodeId, term: Term, body: Body) {
        self.step.at_once.push(Effect::Send { to, message: Message { term, body } });
    }

    /// A message that may leave only when this step's write is durable. Of acknowledgements that
    /// follow one another the last one says it all.
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

    /// Starts a timer, or starts it afresh.
    pub(crate) fn set_timer(&mut self, timer: Timer, after: TimerRange) {
        self.timers[timer as usize] = Some(TimerChange::Set(after));
    }

    /// Stops a timer.
    pub(crate) fn cancel_timer(&mut self, timer: Timer) {
        self.timers[timer as usize] = Some(TimerChange::Cancel);
    }

    /// What becomes of the timers, after whatever else is done at once.
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

/// Whether an acknowledgement says all that an earlier one said.
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
