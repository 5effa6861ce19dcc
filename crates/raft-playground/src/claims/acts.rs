//! What a user does by hand in a fuzzed run, drawn from the run's seed.

use raft_sim::raft_core::{NodeId, Rule};
use raft_sim::{Address, Command, MessageId, Simulation};

use crate::intent::{Client, Fault, Intent, MessageAction, NodeAction, Setting, Setup};

/// Draws numbers with the generator `SplitMix64`.
pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below a bound.
    pub(super) fn below(&mut self, bound: usize) -> usize {
        let bound = u64::try_from(bound).unwrap_or(1).max(1);
        usize::try_from(self.next() % bound).unwrap_or(0)
    }

    fn one_of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len())]
    }
}

/// What a menu offers for a node, and what its questions are answered with.
const ACTIONS: [NodeAction; 13] = [
    NodeAction::Stop,
    NodeAction::Start,
    NodeAction::Start,
    NodeAction::Replace,
    NodeAction::Freeze,
    NodeAction::Resume,
    NodeAction::TimeOut,
    NodeAction::Sooner,
    NodeAction::Isolate,
    NodeAction::Reconnect,
    NodeAction::Snapshot,
    NodeAction::EraseDisk,
    NodeAction::CorruptDisk,
];

/// Settings as a user types them. Some take effect while the cluster runs, the others wait in the
/// form.
const SETTINGS: [(&str, &str); 16] = [
    ("election-timeout", "40ms"),
    ("election-timeout", "20ms to 300ms"),
    ("election-timeout", "150ms to 300ms"),
    ("pre-vote", "on"),
    ("pre-vote", "off"),
    ("check-quorum", "on"),
    ("check-quorum", "off"),
    ("reads", "lease 80%"),
    ("reads", "round"),
    ("nodes", "2"),
    ("loss", "5%"),
    ("loss", "0%"),
    ("latency", "30ms"),
    ("latency", "8ms"),
    ("clock A", "150%"),
    ("clock A", "100%"),
];

/// Something that a user may ask for now.
pub(super) fn act(dice: &mut Dice, simulation: &Simulation) -> Intent {
    let node = |dice: &mut Dice| {
        Address::Node(NodeId(u32::try_from(dice.below(simulation.hosts().len())).unwrap_or(0)))
    };
    let one = node(dice);
    match dice.below(12) {
        0 => Command::TimeOut(one).into(),
        1 => Command::Transfer(one).into(),
        2 => Command::Add(one).into(),
        3 => Command::Remove(one).into(),
        4 => Fault::SetTimer { node: one, after_us: 20_000 }.into(),
        5 => Fault::ToggleDirection { from: one, to: node(dice) }.into(),
        6 => Command::Heal.into(),
        7 => Client::Send { text: "get x".into(), via: Some(one) }.into(),
        8 => {
            let (name, text) = dice.one_of(&SETTINGS);
            match Setting::named(name) {
                Some(setting) => Setup::Set { setting, text: text.into() }.into(),
                None => Command::Heal.into(),
            }
        }
        9 => rule(dice, simulation),
        10 => message(dice, simulation),
        _ => Fault::Node { node: one, action: dice.one_of(&ACTIONS) }.into(),
    }
}

/// Switches a rule that is off on again, or reads a value.
fn rule(dice: &mut Dice, simulation: &Simulation) -> Intent {
    let off: Vec<Rule> = simulation.waived().iter().collect();
    match off.first() {
        Some(rule) if dice.below(4) == 0 => Command::Enforce(*rule).into(),
        _ => Client::Send { text: "x+=1".into(), via: None }.into(),
    }
}

/// Does something to a message in transit.
fn message(dice: &mut Dice, simulation: &Simulation) -> Intent {
    let ids: Vec<MessageId> = simulation.network().messages().map(|message| message.id).collect();
    if ids.is_empty() {
        return Command::Heal.into();
    }
    let MessageId(message) = dice.one_of(&ids);
    let actions = [MessageAction::Drop, MessageAction::Duplicate, MessageAction::Delay];
    Fault::Message { message, action: dice.one_of(&actions) }.into()
}
