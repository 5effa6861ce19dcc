//! What is done by hand to a node or a message, as commands of the run.

use raft_sim::raft_core::{Micros, Timer};
use raft_sim::{Address, Command, Damage, MessageId, Time};

use super::Session;
use crate::frame::{Act, Subject};
use crate::menu;
use crate::words;

/// How much longer a message takes that is delayed a little, and one that is delayed much.
const LITTLE: Micros = Micros::from_millis(10);
const MUCH: Micros = Micros::from_millis(200);

/// By how much a timer is nudged.
const NUDGE_US: u64 = 25_000;

/// The shortest time that a timer can be set to.
const LEAST_US: u64 = 1000;

impl Session {
    /// Does what a menu offers.
    pub(super) fn do_to(&mut self, subject: Subject, act: Act) {
        let (node, message) = match subject {
            Subject::Node(node) => (node, MessageId(0)),
            Subject::Message(message) => (self.sender.into(), MessageId(message)),
        };
        self.question = None;
        let command = match act {
            Act::Stop => Command::Crash(node),
            Act::Start => Command::Restart(node),
            Act::Pause => Command::Pause(node),
            Act::GoOn => Command::Resume(node),
            Act::TimeOut => Command::TimeOut(node),
            Act::Snapshot => Command::Snapshot(node),
            Act::Add => Command::Add(node),
            Act::Replace => Command::Renew(node),
            Act::Erase => Command::Wipe(node),
            Act::Corrupt => Command::Rot(node),
            Act::Leave => Command::Remove(node),
            Act::Drop => Command::Drop(message),
            Act::Double => Command::Duplicate(message),
            Act::Delay => Command::Delay { message, by: LITTLE },
            Act::DelayMuch => Command::Delay { message, by: MUCH },
            Act::Sooner => return self.nudge_timer(node, false),
            Act::Later => return self.nudge_timer(node, true),
            Act::Isolate => return self.isolate(node),
            Act::Mend => return self.rejoin(node),
            Act::Next => return self.hold_next(),
            Act::Inspect => return self.inspect_node(node),
            Act::LoseDisk | Act::Remove => {
                self.select(Some(node));
                self.question = Some(act);
                return;
            }
            Act::Keep => return,
        };
        self.act(command);
        match act {
            Act::Add | Act::Leave => self.say_if_nobody_leads(),
            Act::Replace if self.is_erased(node) => self.narrator.say(words::still_counted(node)),
            _ => {}
        }
    }

    /// The leader is asked to hand over.
    pub(super) fn hand_over(&mut self, to: Address) {
        self.act(Command::Transfer(to));
        self.say_if_nobody_leads();
    }

    fn say_if_nobody_leads(&mut self) {
        if self.simulation().leader().is_none() {
            self.narrator.say(words::NOBODY_TO_ASK.into());
        }
    }

    fn is_erased(&self, node: Address) -> bool {
        let host = node.node().map(|node| self.simulation().host(node));
        host.is_some_and(|host| host.disk.damage() == Some(Damage::Erased))
    }

    /// Does what stands in a node's menu for a key.
    pub(super) fn press(&mut self, node: Address, key: char) {
        self.question = None;
        let host = node.node().and_then(|id| self.simulation().hosts().get(id.0 as usize));
        let acts = host.map(|host| menu::acts(self, host)).unwrap_or_default();
        if let Some(act) = acts.into_iter().find(|act| act.key() == key.to_ascii_uppercase()) {
            self.do_to(Subject::Node(node), act);
        }
    }

    /// Lets a node's election timer run out so much later than now.
    pub(super) fn set_timer(&mut self, node: Address, after_us: u64) {
        self.act(Command::Timer { node, after: Micros(after_us.max(LEAST_US)) });
    }

    fn nudge_timer(&mut self, node: Address, later: bool) {
        let Some(id) = node.node() else { return };
        let simulation = self.simulation();
        let process = simulation.hosts().get(id.0 as usize).and_then(|host| host.process.as_ref());
        let timer = process.and_then(|process| process.timer(Timer::Election));
        // While the node's clock stands still, its timer cannot come sooner or later.
        if let Some(timer) = timer.filter(|timer| timer.fires_at() != Time::NEVER) {
            let left = timer.fires_at().since(simulation.now()).0;
            let after = if later { left + NUDGE_US } else { left.saturating_sub(NUDGE_US) };
            self.set_timer(node, after);
        }
    }
}
