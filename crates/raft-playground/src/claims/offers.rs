//! What a menu or a suggestion offers is possible, and does what its label says: it is done on a
//! copy of the session.

use raft_sim::raft_core::{Micros, Node, Timer};
use raft_sim::{
    Address, AdminRequest, Damage, Host, MessageId, Operation, Process, Simulation, Status,
};

use super::arithmetic::is_log_broken;
use super::labels::Labels;
use super::{Checked, claim};
use crate::intent::{Confirmation, Intent, MenuSubject};
use crate::session::Session;
use crate::state::Selected;
use crate::text::{Sentence, Statement};
use crate::view::{Menu, Suggestion};

/// A session before and after something was done in it.
struct Tried {
    before: Simulation,
    after: Session,
}

fn try_out(session: &Session, intent: &Intent) -> Tried {
    let before = session.snapshot().simulation().clone();
    let mut after = session.clone();
    after.handle(intent.clone());
    Tried { before, after }
}

impl Tried {
    fn now(&self) -> &Simulation {
        self.after.snapshot().simulation()
    }

    fn process(&self, node: Address) -> Option<&Process> {
        self.now().host(node.node()?).process.as_ref()
    }

    fn runs(&self, node: Address) -> bool {
        self.process(node).is_some()
    }

    /// How many directions of links between nodes are up at this one.
    fn links_up(&self, node: Address) -> usize {
        let directions = self.now().network().directions();
        let of = directions.filter(|(from, to, up)| {
            *up && (*from == node || *to == node) && from.node().is_some() && to.node().is_some()
        });
        of.count()
    }

    fn links_cut(&self, node: Address) -> usize {
        let directions = self.now().network().directions();
        directions.filter(|(from, to, up)| !*up && (*from == node || *to == node)).count()
    }

    fn asks(&self, node: Address, what: Confirmation) -> bool {
        match &self.after.snapshot().selection.selected {
            Selected::Node(of, asked) => (*of, *asked) == (node, Some(what)),
            _ => false,
        }
    }

    /// The node answered an administrator, or takes longer.
    fn is_asked(&self) -> bool {
        let asked = |simulation: &Simulation| {
            simulation.hosts().iter().map(|host| host.administered.len()).sum::<usize>()
        };
        asked(self.now()) > asked(&self.before) || self.now().leader().is_none()
    }
}

impl Tried {
    /// This leader, and no other one, has been asked to hand over to a node.
    fn is_handed_over(&self, leader: Address, to: Address) -> bool {
        let asked = |simulation: &Simulation| {
            let requests = |host: &Host| {
                let all = host.administered.iter();
                all.filter(|asked| asked.request == AdminRequest::Transfer(to)).count()
            };
            leader.node().map(|leader| requests(simulation.host(leader)))
        };
        asked(self.now()) > asked(&self.before)
    }
}

/// When a node's election timer runs out.
fn timer_left(simulation: &Simulation, node: Address) -> Option<Micros> {
    let process = simulation.host(node.node()?).process.as_ref()?;
    Some(process.timer(Timer::Election)?.fires_at().since(simulation.now()))
}

/// Everything that a menu offers.
pub(super) fn menu(labels: &mut Labels, menu: &Menu, session: &Session) {
    for action in &menu.actions {
        let tried = try_out(session, &action.intent);
        let checked = match menu.subject {
            MenuSubject::Node(node) => does_to_node(&action.label, node, &tried),
            MenuSubject::Message(message) => {
                does_to_message(&action.label, MessageId(message), &tried)
            }
        };
        labels.add(&action.label, checked);
    }
    for target in menu.links.iter().chain(&menu.transfer_targets) {
        let tried = try_out(session, &target.intent);
        let checked = match (target.name.statement(), menu.subject) {
            (Statement::MenuHandOver { node }, MenuSubject::Node(leader)) => {
                claim(tried.is_handed_over(leader, node), || format!("{leader} is not asked"))
            }
            _ => does_to_link(&target.name, &tried),
        };
        labels.add(&target.name, checked);
    }
}

fn does_to_node(label: &Sentence, node: Address, tried: &Tried) -> Option<Checked> {
    let id = node.node()?;
    let host = tried.now().host(id);
    let was = tried.before.host(id);
    let moved = || (timer_left(&tried.before, node), timer_left(tried.now(), node));
    let right = match label.statement() {
        Statement::ActionStop {} => was.process.is_some() && !tried.runs(node),
        // Only a start finds that a disk is damaged.
        Statement::ActionStart {} => {
            let is_damaged =
                is_log_broken(was) || matches!(host.disk.damage(), Some(Damage::Rotten(_)));
            was.process.is_none() && (tried.runs(node) || is_damaged)
        }
        Statement::ActionFreeze {} => tried.process(node).is_some_and(Process::is_frozen),
        Statement::ActionResume {} => {
            let was_frozen = was.process.as_ref().is_some_and(Process::is_frozen);
            was_frozen && !tried.process(node).is_some_and(Process::is_frozen)
        }
        Statement::ActionStartElection {} => {
            let new = &tried.process(node)?.node;
            !matches!(new.role(), raft_sim::raft_core::Role::Follower { .. })
        }
        Statement::ActionTimerSooner {} => matches!(moved(), (Some(old), Some(new)) if new < old),
        Statement::ActionTimerLater {} => matches!(moved(), (Some(old), Some(new)) if new > old),
        Statement::ActionIsolate {} => tried.links_up(node) == 0,
        Statement::ActionReconnect {} => tried.links_cut(node) == 0,
        Statement::ActionSnapshot {} => {
            let base = |process: Option<&Process>| Some(process?.node.log().base());
            base(tried.process(node)) != base(was.process.as_ref())
        }
        Statement::ActionLoseDisk {} => tried.asks(node, Confirmation::LoseDisk),
        Statement::ActionRemove {} => tried.asks(node, Confirmation::Remove),
        Statement::ActionAdd {} | Statement::ActionConfirmRemove {} => tried.is_asked(),
        Statement::ActionReplace {} => tried.runs(node) && host.disk.damage().is_none(),
        Statement::ActionErase {} => {
            !tried.runs(node) && host.disk.damage() == Some(Damage::Erased)
        }
        Statement::ActionDamage {} => matches!(host.disk.damage(), Some(Damage::Rotten(_))),
        Statement::ActionKeepDisk {} | Statement::ActionCancel {} => {
            tried.now().run().commands == tried.before.run().commands
        }
        Statement::ActionInspect {} => tried.after.snapshot().panels.node == Some(id),
        _ => return None,
    };
    claim(right, || {
        let (runs, damage) = (tried.runs(node), host.disk.damage());
        format!("{node} runs: {runs}, its disk: {damage:?}, it ran: {}", was.process.is_some())
    })
}

fn does_to_message(label: &Sentence, message: MessageId, tried: &Tried) -> Option<Checked> {
    let (old, new) = (tried.before.network(), tried.now().network());
    let was = old.message(message)?;
    let later = |span: Micros| {
        new.message(message).is_some_and(|is| is.arrives_at == was.arrives_at + span)
    };
    let right = match label.statement() {
        Statement::ActionDrop {} => new.message(message).is_none(),
        Statement::ActionDuplicate {} => new.messages().count() == old.messages().count() + 1,
        Statement::ActionDelay {} => later(Micros(10_000)),
        Statement::ActionDelayMuch {} => later(Micros(200_000)),
        _ => return None,
    };
    claim(right, || format!("{:?} became {:?}", was, new.message(message)))
}

fn does_to_link(label: &Sentence, tried: &Tried) -> Option<Checked> {
    let network = tried.now().network();
    let is = |one, other, up: bool| {
        network.is_up(one, other) == Some(up) && network.is_up(other, one) == Some(up)
    };
    let right = match label.statement() {
        Statement::MenuCutLink { first, second } => is(first, second, false),
        Statement::MenuMendLink { first, second } => is(first, second, true),
        _ => return None,
    };
    claim(right, || "it is otherwise afterwards".into())
}

/// A suggestion is possible, and does what it says.
pub(super) fn suggestion(labels: &mut Labels, suggestion: &Suggestion, session: &Session) {
    let tried = try_out(session, &suggestion.intent);
    let checked = suggestion_works(&suggestion.label, &tried);
    let in_story = session.snapshot().provenance.is_story;
    let checked = if in_story { Err("nothing is suggested in a story".into()) } else { checked };
    labels.add(&suggestion.label, Some(checked));
}

fn suggestion_works(label: &Sentence, tried: &Tried) -> Checked {
    let newest = tried.before.leader().map(Address::Node);
    let right = match label.statement() {
        Statement::SuggestStart { node } => tried.runs(node),
        Statement::SuggestReplace { node } => {
            let is_new = node.node().is_some_and(|id| tried.now().host(id).disk.damage().is_none());
            tried.runs(node) && is_new
        }
        Statement::SuggestSend { operation } => sends(operation, None, tried),
        Statement::SuggestSendToOldLeader { operation, node } => {
            let was =
                |address: Address| Some(&tried.before.host(address.node()?).process.as_ref()?.node);
            let term = |address: Address| was(address).map(Node::term);
            let leads = was(node).is_some_and(Node::is_leader);
            let is_old = newest.is_some_and(|newest| term(newest) > term(node));
            leads && is_old && sends(operation, Some(node), tried)
        }
        Statement::SuggestIsolateLeader { node } => {
            newest == Some(node) && tried.links_up(node) == 0
        }
        Statement::SuggestStopLeader { node } => newest == Some(node) && !tried.runs(node),
        Statement::SuggestHandOver { .. } => tried.before.leader().is_some() && tried.is_asked(),
        _ => return Err("no check knows this suggestion".into()),
    };
    if right { Ok(()) } else { Err("it is not so afterwards".into()) }
}

/// A client has just been asked for this, and asks this node.
fn sends(operation: &str, via: Option<Address>, tried: &Tried) -> bool {
    let count = |simulation: &Simulation| {
        simulation.clients().iter().map(|client| client.operations().len()).sum::<usize>()
    };
    let sent = tried.now().clients().iter().filter_map(|client| client.operations().last());
    let is_it = |asked: Address| via.is_none_or(|via| via == asked);
    let wanted: Option<Operation> = operation.parse().ok();
    count(tried.now()) == count(&tried.before) + 1
        && sent.into_iter().any(|last| {
            last.status == Status::Waiting
                && Some(&last.operation) == wanted.as_ref()
                && is_it(last.asked.into())
        })
}
