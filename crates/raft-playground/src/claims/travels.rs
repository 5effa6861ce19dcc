//! Claims of what a user reads who goes through time: why playback pauses, where branches begin,
//! and what an undo brings back. All of it is tried on copies of the session.

use raft_sim::history::BranchId;
use raft_sim::raft_core::{Event, Node};
use raft_sim::{
    Address, Command, History, Packet, Record, RecordKind, Reply, Run, Simulation, Status, Time,
    TimedCommand,
};

use super::labels::Labels;
use super::{Checked, claim};
use crate::intent::{Breakpoint, Intent, Playback, Setup};
use crate::panels;
use crate::session::Session;
use crate::stage;
use crate::state::OpenedRun;
use crate::text::{Sentence, Statement};
use crate::view::BranchView;

/// For how long a page plays on until it pauses, in simulated microseconds, and in how many parts.
const PLAYED_US: u64 = 20_000;
const PARTS: usize = 20;

/// Where a story is left, in simulated microseconds.
const LEFT_US: u64 = 100_000;

/// Goes through time on copies of a session, and judges what they say about it.
pub(super) fn judge(labels: &mut Labels, session: &Session, choice: u64) {
    pauses(labels, session, choice);
    branches(labels, session, choice);
    leaves_story(labels, session);
    resets(labels, session, choice);
}

fn simulation(session: &Session) -> &Simulation {
    session.snapshot().simulation()
}

/// Without a story, a page plays until something happens at which it pauses.
fn pauses(labels: &mut Labels, session: &Session, choice: u64) {
    let mut page = session.clone();
    let all = Breakpoint::ALL;
    let wanted = all[usize::try_from(choice).unwrap_or(0) % all.len()];
    if !page.snapshot().playback.breakpoints.on(wanted) {
        page.handle(Playback::ToggleBreakpoint(wanted).into());
    }
    page.handle(Playback::Play.into());
    let mut world = simulation(&page).clone();
    let slowdown = u64::from(page.snapshot().playback.speed.slowdown());
    for _ in 0..PARTS {
        page.advance(PLAYED_US * slowdown);
        if !page.snapshot().playback.is_playing {
            break;
        }
    }
    if page.snapshot().playback.is_playing {
        return;
    }
    let told = page.snapshot().sentence();
    let (mut before, mut records) = (Vec::new(), Vec::new());
    while world.events() < simulation(&page).events() {
        before = seen(&world);
        world.step();
        records = world.take_records();
    }
    if let Statement::PausedOn { what } = told.statement() {
        let checked = has_happened(what, (&before, &seen(&world)), &records);
        labels.add(&told, Some(checked));
    }
}

/// What can be seen of a node: whether it leads, its term, and its commit index.
type Seen = Option<(bool, u64, u64)>;

fn seen(world: &Simulation) -> Vec<Seen> {
    let of = |node: &Node| (node.is_leader(), node.term().0, node.commit_index().0);
    world.hosts().iter().map(|host| Some(of(&host.process.as_ref()?.node))).collect()
}

/// What playback paused on happened in its last event.
fn has_happened(what: &Sentence, seen: (&[Seen], &[Seen]), records: &[Record]) -> Checked {
    let mut nodes = seen.0.iter().zip(seen.1);
    let mut kinds = records.iter().map(|record| &record.kind);
    let happened = match what.statement() {
        Statement::PauseOnBroken {} => kinds.any(|kind| matches!(kind, RecordKind::Violated(_))),
        Statement::PauseOnLeader {} => nodes.any(|(was, is)| match (was, is) {
            (_, Some((true, term, _))) => was.is_none_or(|(led, of, _)| !led || of != *term),
            _ => false,
        }),
        Statement::PauseOnElection {} => kinds.any(|kind| {
            matches!(kind, RecordKind::Protocol(Event::ElectionStarted { term, .. })
                if seen.1.iter().flatten().any(|(_, of, _)| of >= &term.0))
        }),
        Statement::PauseOnCommit {} => nodes.any(|(was, is)| match (was, is) {
            (Some((.., was)), Some((.., is))) => is > was,
            (None, is) => is.is_some(),
            _ => false,
        }),
        Statement::PauseOnRollBack {} => {
            kinds.any(|kind| matches!(kind, RecordKind::Protocol(Event::Truncated { .. })))
        }
        Statement::PauseOnRefusal {} => kinds.any(|kind| match kind {
            RecordKind::Sent(envelope) => match &envelope.packet {
                Packet::Raft(message) => message.body.is_refusal(),
                Packet::Answer(answer) => {
                    matches!(answer.reply, Reply::NotLeader { .. } | Reply::Superseded { .. })
                }
                Packet::Request(_) => false,
            },
            _ => false,
        }),
        Statement::PauseOnLoss {} => kinds.any(|kind| matches!(kind, RecordKind::Lost { .. })),
        Statement::PauseOnStop {} => kinds.any(|kind| matches!(kind, RecordKind::Crashed { .. })),
        Statement::PauseOnAnswer {} => kinds.any(
            |kind| matches!(kind, RecordKind::Settled { status, .. } if *status != Status::Waiting),
        ),
        _ => return Err("playback does not pause on that".into()),
    };
    super::expect(happened, || {
        format!("{:?} happened", records.iter().map(|record| &record.kind).collect::<Vec<_>>())
    })
}

/// Something that a user does to a running node.
fn act(simulation: &Simulation, choice: u64) -> Option<Command> {
    let running: Vec<Address> = simulation
        .hosts()
        .iter()
        .filter(|host| host.process.as_ref().is_some_and(|process| !process.is_frozen()))
        .map(|host| host.id.into())
        .collect();
    let place = usize::try_from(choice).unwrap_or(0);
    let node = *running.get(place % running.len().max(1))?;
    Some(match place / 8 % 4 {
        0 => Command::Crash(node),
        1 => Command::Freeze(node),
        2 => Command::Isolate(node),
        _ => Command::TimeOut(node),
    })
}

/// Whether a sentence says what a command does or has done.
fn is_act(told: &Sentence, command: &Command) -> bool {
    use Statement::{
        DidFreeze, DidIsolate, DidStop, DidTimeOut, DoFreeze, DoIsolate, DoStop, DoTimeOut,
    };
    match (told.statement(), command) {
        (DoStop { node } | DidStop { node }, Command::Crash(of))
        | (DoFreeze { node } | DidFreeze { node }, Command::Freeze(of))
        | (DoIsolate { node } | DidIsolate { node }, Command::Isolate(of))
        | (DoTimeOut { node } | DidTimeOut { node }, Command::TimeOut(of)) => node == *of,
        _ => false,
    }
}

/// A branch that a user has begun: the one before it, the moment and the command.
struct Begun {
    first: BranchId,
    /// The commands of the run before.
    commands: Vec<TimedCommand>,
    at: Time,
    command: Command,
}

/// A user goes back, acts there, and goes from one branch to the other.
fn branches(labels: &mut Labels, session: &Session, choice: u64) {
    let mut page = session.clone();
    page.handle(Playback::Pause.into());
    let now = simulation(&page).now().0;
    page.handle(Playback::Seek { to_us: choice / 64 % now.max(1) }.into());
    let first = page.snapshot().lane.history.current();
    let (commands, at) = (simulation(&page).run().commands.clone(), simulation(&page).now());
    let Some(command) = act(simulation(&page), choice) else { return };
    page.handle(command.clone().into());
    let current = page.snapshot().lane.history.current();
    if current == first {
        return;
    }
    let begun = Begun { first, commands, at, command };
    begun.judge(labels, &page);
    let scene = stage::scene(&page.snapshot(), panels_of(&page), None);
    for branch in &scene.timeline.branches {
        labels.add(&branch.name, begun.is_named(branch, current));
    }
    for branch in [first, current] {
        page.handle(Playback::SwitchBranch(branch).into());
        begun.judge(labels, &page);
    }
}

fn panels_of(page: &Session) -> crate::view::Panels {
    panels::panels(&page.snapshot(), &crate::view::Panels::default())
}

impl Begun {
    /// Judges the sentence under the stage, if it is about branches.
    fn judge(&self, labels: &mut Labels, page: &Session) {
        let told = page.snapshot().sentence();
        let shown = page.snapshot().lane.history.current();
        let is_old = shown == self.first && simulation(page).run().commands == self.commands;
        let checked = match told.statement() {
            Statement::BranchBegun { at } => claim(at == self.at && self.is_kept(page), || {
                format!("the user acted at {:?}", self.at)
            }),
            Statement::BranchShown { done, at } => {
                let right = at == self.at && is_act(done, &self.command) && shown != self.first;
                claim(right, || format!("{:?} at {:?}", self.command, self.at))
            }
            Statement::BranchFirstShown {} => claim(is_old, || format!("this is {shown:?}")),
            _ => None,
        };
        if checked.is_some() {
            labels.add(&told, checked);
        }
    }

    /// The branch before is as it was.
    fn is_kept(&self, page: &Session) -> bool {
        let mut old = page.clone();
        old.handle(Playback::SwitchBranch(self.first).into());
        simulation(&old).run().commands == self.commands
    }

    fn is_named(&self, branch: &BranchView, current: BranchId) -> Option<Checked> {
        match branch.name.statement() {
            Statement::BranchFirst {} => {
                claim(branch.id == self.first, || format!("it is {:?}", branch.id))
            }
            Statement::BranchName { at, action } => {
                let is_it = branch.id == current && at == self.at;
                claim(is_it && is_act(action, &self.command), || {
                    format!("{:?} at {:?}", self.command, self.at)
                })
            }
            _ => None,
        }
    }
}

/// A reader of a story acts in it.
fn leaves_story(labels: &mut Labels, session: &Session) {
    let Run { scenario, seed, .. } = simulation(session).run().clone();
    let Ok(history) = History::new(Run { scenario, seed, commands: Vec::new() }) else { return };
    let mut page = session.clone();
    page.open(OpenedRun {
        history,
        moment: raft_sim::history::Position::default(),
        title: None,
        story: None,
        speed: None,
        complaint: None,
    });
    page.show(2 * LEFT_US);
    page.handle(Playback::Seek { to_us: LEFT_US }.into());
    page.handle(Command::Heal.into());
    let told = page.snapshot().sentence();
    if let Statement::StoryLeft { at } = told.statement() {
        labels.add(&told, claim(at == Time(LEFT_US), || format!("it was left at {LEFT_US} us")));
    }
}

/// The run and the moment that a page shows.
fn here(page: &Session) -> (Run, Time, u64) {
    let simulation = simulation(page);
    (simulation.run().clone(), simulation.now(), simulation.events())
}

/// An undo brings back what was there before a reset, and a redo what was there after it.
fn resets(labels: &mut Labels, session: &Session, choice: u64) {
    let resets: [Intent; 3] = [
        Playback::Reset { seed: None }.into(),
        Playback::Reset { seed: Some(choice) }.into(),
        Setup::Restart.into(),
    ];
    for reset in resets {
        let mut page = session.clone();
        let before = here(&page);
        page.handle(reset.clone());
        let Some(label) = page.snapshot().undo.cloned() else { continue };
        let after = here(&page);
        page.handle(Playback::Undo.into());
        let back = here(&page);
        let named = match (label.statement(), &reset) {
            (Statement::UndoReset {}, Intent::Playback(Playback::Reset { seed })) => seed.is_none(),
            (Statement::UndoNewSeed {}, Intent::Playback(Playback::Reset { seed })) => {
                seed.is_some()
            }
            (Statement::UndoRestart {}, Intent::Setup(Setup::Restart)) => true,
            _ => false,
        };
        let moments = |one: &(Run, Time, u64), other: &(Run, Time, u64)| {
            format!("{reset:?}: at {:?}, not {:?}", (one.1, one.2), (other.1, other.2))
        };
        labels.add(&label, claim(named && back == before, || moments(&back, &before)));
        if let Some(label) = page.snapshot().undo.cloned() {
            let is_redo = matches!(label.statement(), Statement::Redo {});
            page.handle(Playback::Undo.into());
            let again = here(&page);
            labels.add(&label, claim(is_redo && again == after, || moments(&again, &after)));
        }
    }
}
