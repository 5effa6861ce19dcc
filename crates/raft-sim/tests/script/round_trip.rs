use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use raft_sim::raft_core::{
    LogIndex, Micros, NodeId, ReadMode, RequestMode, Rule, Term, TimerRange,
};
use raft_sim::script::{
    Act, End, EntryState, Expectation, ExpectedStatus, Line, Printed, Sameness, ScriptAction,
    State, Step, When,
};

use super::generators;
use raft_sim::{
    Address, AdminRequest, ClientId, Command, DiskChange, InjectedBugs, LinkConfig, MessageId,
    MessageKind, NodeSetting, Operation, Property, Run, Scenario, Script, Time, TimedCommand,
};

const HOSTS: u32 = 7;
const CLIENTS: u32 = 2;
pub(super) const HOUR: u64 = 3_600_000_000;

pub(super) fn node() -> impl Strategy<Value = Address> {
    (0..HOSTS).prop_map(|node| NodeId(node).into())
}

fn client() -> impl Strategy<Value = ClientId> {
    (0..CLIENTS).prop_map(ClientId)
}

fn end() -> impl Strategy<Value = Address> {
    prop_oneof![3 => node(), 1 => client().prop_map(Address::Client)]
}

pub(super) fn link() -> impl Strategy<Value = (Address, Address)> {
    (end(), end()).prop_filter("a link", |(from, to)| {
        from != to && (from.node().is_some() || to.node().is_some())
    })
}

fn nodes() -> impl Strategy<Value = Vec<Address>> {
    let all: Vec<Address> = (0..HOSTS).map(|node| NodeId(node).into()).collect();
    prop::sample::subsequence(all, 0..=4).prop_shuffle()
}

/// Text with all characters that have a meaning in scripts.
pub(super) fn text() -> impl Strategy<Value = String> {
    let letters = prop::sample::select("ab 8;:#\"\\,|->%'é\t\n".chars().collect::<Vec<_>>());
    prop::collection::vec(letters, 0..12).prop_map(|letters| letters.into_iter().collect())
}

fn value() -> impl Strategy<Value = String> {
    text().prop_map(|text| {
        let text = text.replace(['\t', '\n'], "").trim().to_owned();
        if text.is_empty() { "8".into() } else { text }
    })
}

fn operation() -> impl Strategy<Value = Operation> {
    let key = prop::sample::select(vec!["x", "y", "long_key9"]).prop_map(str::to_owned);
    prop_oneof![
        (key.clone(), value()).prop_map(|(key, value)| Operation::Set(key, value)),
        (key.clone(), any::<i64>()).prop_map(|(key, amount)| Operation::Add(key, amount)),
        key.clone().prop_map(Operation::Delete),
        key.clone().prop_map(Operation::Get),
        (key, value(), value()).prop_map(|(key, old, new)| {
            Operation::CompareAndSet(key, old.replace("->", "-").replace('>', ""), new)
        }),
    ]
    .prop_map(|operation| operation.to_string().parse().unwrap_or(Operation::Get("x".into())))
}

pub(super) fn micros(most: u64) -> impl Strategy<Value = Micros> {
    prop_oneof![0..most, (0..most / 1000).prop_map(|millis| millis * 1000)].prop_map(Micros)
}

fn link_config() -> impl Strategy<Value = LinkConfig> {
    let spans = (micros(HOUR), micros(HOUR), micros(HOUR));
    let shares = (0..=1000u16, 0..=1000u16, 0..=1000u16);
    (spans, shares, prop::option::of(1..u64::MAX)).prop_map(
        |((latency, jitter, tail), (loss, duplicate, reorder), bandwidth)| LinkConfig {
            latency,
            jitter,
            tail,
            loss_permille: loss,
            duplicate_permille: duplicate,
            reorder_permille: reorder,
            bandwidth,
        },
    )
}

fn rule() -> impl Strategy<Value = Rule> {
    prop::sample::select(Rule::ALL)
}

fn message() -> impl Strategy<Value = MessageId> {
    any::<u64>().prop_map(MessageId)
}

fn on_links() -> impl Strategy<Value = Command> {
    prop_oneof![
        link().prop_map(|(from, to)| Command::Cut { from, to }),
        link().prop_map(|(from, to)| Command::Mend { from, to }),
        link().prop_map(|(from, to)| Command::Stall { from, to }),
        link().prop_map(|(from, to)| Command::Unstall { from, to }),
        (link(), link_config()).prop_map(|((from, to), config)| Command::Link { from, to, config }),
        link_config().prop_map(Command::Network),
        (link(), prop::sample::select(MessageKind::ALL.to_vec()))
            .prop_map(|((from, to), kind)| Command::DropNext { kind, from, to }),
        (nodes(), 0..4usize).prop_map(|(mut one, split)| {
            let other = one.split_off(split.min(one.len()));
            let groups = [one, other].into_iter().filter(|group| !group.is_empty());
            Command::Partition(groups.collect())
        }),
        Just(Command::Heal),
        message().prop_map(Command::Drop),
        message().prop_map(Command::Duplicate),
        (message(), micros(HOUR)).prop_map(|(message, by)| Command::Delay { message, by }),
    ]
}

fn on_nodes() -> impl Strategy<Value = Command> {
    let single: [fn(Address) -> Command; 12] = [
        Command::Isolate,
        Command::Crash,
        Command::Restart,
        Command::Freeze,
        Command::Resume,
        Command::EraseDisk,
        Command::ReplaceServer,
        Command::CorruptDisk,
        Command::TimeOut,
        Command::Snapshot,
        Command::Add,
        Command::Transfer,
    ];
    prop_oneof![
        (prop::sample::select(single.to_vec()), node()).prop_map(|(act, node)| act(node)),
        node().prop_map(Command::Remove),
        (node(), node()).prop_map(|(node, by)| Command::Replace { node, by }),
        (node(), 100..=10_000u16)
            .prop_map(|(node, rate_permille)| Command::Clock { node, rate_permille }),
        (node(), micros(HOUR)).prop_map(|(node, after)| Command::Timer { node, after }),
        (nodes(), nodes()).prop_map(|(voters, learners)| Command::Reconfigure { voters, learners }),
        rule().prop_map(Command::Waive),
        rule().prop_map(Command::Enforce),
        (client(), prop::option::of(node()), operation()).prop_map(|(client, via, operation)| {
            Command::Submit { client: client.into(), via, operation }
        }),
    ]
}

fn state() -> impl Strategy<Value = State> {
    prop::sample::select(vec![
        State::Follower,
        State::PreCandidate,
        State::Candidate,
        State::Running,
        State::Frozen,
        State::Stopped,
    ])
}

fn expected_status() -> impl Strategy<Value = ExpectedStatus> {
    prop_oneof![
        prop::sample::select(vec![
            ExpectedStatus::Waiting,
            ExpectedStatus::Done,
            ExpectedStatus::Failed,
            ExpectedStatus::Unknown
        ]),
        prop::option::of(prop_oneof![value(), Just("nothing".to_owned())])
            .prop_map(ExpectedStatus::Read),
    ]
}

pub(super) fn expectation() -> impl Strategy<Value = Expectation> {
    prop_oneof![
        8 => simple_expectation(),
        1 => prop::collection::vec(simple_expectation(), 2..4).prop_map(Expectation::Either),
    ]
}

fn simple_expectation() -> impl Strategy<Value = Expectation> {
    let entry_state = prop::sample::select(vec![
        EntryState::Committed,
        EntryState::Uncommitted,
        EntryState::Absent,
    ]);
    let property = || prop::sample::select(Property::ALL.to_vec());
    let term = || any::<u64>().prop_map(Term);
    prop_oneof![
        (nodes(), prop::option::of(term()))
            .prop_map(|(nodes, term)| Expectation::Leader(nodes, term)),
        prop::option::of(term()).prop_map(Expectation::NoLeader),
        term().prop_map(Expectation::OneLeader),
        (state(), nodes()).prop_map(|(state, nodes)| Expectation::State(state, nodes)),
        (entry_state, operation(), nodes())
            .prop_map(|(state, operation, nodes)| { Expectation::Entry(state, operation, nodes) }),
        (prop::option::of(value()), nodes()).prop_map(|(value, nodes)| Expectation::Value(
            "x".into(),
            value,
            nodes
        )),
        (client(), 1..u64::MAX, expected_status()).prop_map(|(client, serial, expected)| {
            Expectation::Operation(client, serial, expected)
        }),
        (term(), nodes()).prop_map(|(term, nodes)| Expectation::Term(term, nodes)),
        (prop::option::of(node()), nodes())
            .prop_map(|(wanted, nodes)| Expectation::Vote(wanted, nodes)),
        (prop::collection::vec(term(), 0..5), nodes())
            .prop_map(|(terms, nodes)| Expectation::Log(terms, nodes)),
        (any::<u64>(), nodes())
            .prop_map(|(index, nodes)| Expectation::CommitIndex(LogIndex(index), nodes)),
        nodes().prop_map(Expectation::Snapshot),
        (nodes(), prop::option::of(nodes()), nodes()).prop_map(|(voters, learners, nodes)| {
            Expectation::Members(voters, learners, nodes)
        }),
        (any::<bool>(), nodes()).prop_map(|(log, nodes)| {
            Expectation::Same(if log { Sameness::Log } else { Sameness::State }, nodes)
        }),
        (node(), prop::option::of(rule()))
            .prop_map(|(node, rule)| Expectation::Refused(node, rule)),
        nodes().prop_map(Expectation::Joint),
        property().prop_map(Expectation::Violation),
        prop::option::of(property()).prop_map(Expectation::NoViolation),
    ]
}

/// Commands on a single node, requests to it, and repeated client requests.
fn of_one_node() -> impl Strategy<Value = Command> {
    let disk = prop_oneof![
        micros(HOUR).prop_map(DiskChange::Latency),
        Just(DiskChange::Stuck),
        Just(DiskChange::Fails),
        Just(DiskChange::Works),
        any::<u64>().prop_map(DiskChange::LosesTail),
    ];
    // These values fit all other settings of the scenario.
    let setting = prop_oneof![
        (1..1000usize).prop_map(NodeSetting::MaxInFlight),
        (1..1000usize).prop_map(NodeSetting::MaxEntriesPerMessage),
        (0..1000usize).prop_map(NodeSetting::SnapshotChunk),
        prop::option::of(any::<u64>()).prop_map(NodeSetting::CompactAfter),
        any::<bool>().prop_map(NodeSetting::PreVote),
        Just(NodeSetting::CheckQuorum(true)),
        Just(NodeSetting::Reads(ReadMode::Round)),
        Just(NodeSetting::Requests(RequestMode::Forward)),
        Just(NodeSetting::HeartbeatInterval(Micros(1))),
        (HOUR / 2..=HOUR).prop_map(|max| {
            NodeSetting::ElectionTimeout(TimerRange { min: Micros(HOUR / 2), max: Micros(max) })
        }),
    ];
    let request = prop_oneof![
        (nodes(), nodes())
            .prop_map(|(voters, learners)| AdminRequest::Reconfigure { voters, learners }),
        node().prop_map(AdminRequest::Add),
        node().prop_map(AdminRequest::Remove),
        (node(), node()).prop_map(|(node, by)| AdminRequest::Replace { node, by }),
        node().prop_map(AdminRequest::Transfer),
    ];
    prop_oneof![
        (node(), disk).prop_map(|(node, change)| Command::Disk { node, change }),
        (node(), setting).prop_map(|(node, setting)| Command::Configure { node, setting }),
        (node(), micros(HOUR)).prop_map(|(node, by)| Command::ClockJump { node, by }),
        node().prop_map(|node| Command::Clock { node, rate_permille: 0 }),
        (node(), request).prop_map(|(via, request)| Command::Administer { via, request }),
        (client(), prop::option::of(node()), 1..u64::MAX).prop_map(|(client, via, serial)| {
            Command::Resend { client: client.into(), via, serial }
        }),
    ]
}

pub(super) fn step_without_beats() -> impl Strategy<Value = Step> {
    let action = prop_oneof![
        3 => on_links().prop_map(ScriptAction::Do),
        3 => on_nodes().prop_map(ScriptAction::Do),
        1 => text().prop_map(ScriptAction::Say),
        3 => of_one_node().prop_map(ScriptAction::Do),
        3 => expectation().prop_map(ScriptAction::Expect),
        1 => expectation().prop_map(ScriptAction::Never),
    ];
    let act = action.prop_map(|action| Act { line: Line::default(), action });
    let when = prop_oneof![
        micros(1_000_000).prop_map(|span| When::At(Time(span.0))),
        micros(1_000_000).prop_map(When::After),
        (expectation(), prop::option::of(micros(HOUR)))
            .prop_map(|(condition, within)| When::Until { condition, within }),
    ];
    (when, prop::collection::vec(act, 0..4)).prop_map(|(when, acts)| Step {
        line: Line::default(),
        when,
        acts,
        beats: Vec::new(),
    })
}

fn scenario() -> impl Strategy<Value = Scenario> {
    let spans = prop::collection::vec((1..HOUR).prop_map(Micros), 6);
    let sizes = prop::collection::vec(1..1000usize, 3);
    let rules = prop::collection::vec(rule(), 0..4);
    let switches = any::<[bool; 9]>();
    let shares = (prop::option::of(0..1000u16), 0..=1000u16, prop::option::of(any::<u64>()));
    (spans, sizes, rules, switches, shares, link_config()).prop_map(
        |(spans, sizes, rules, on, (lease, torn_permille, compact_after), network)| Scenario {
            nodes: 5,
            spares: 2,
            clients: CLIENTS,
            // Heartbeats are more frequent than elections.
            election_timeout: TimerRange {
                min: Micros(spans[0].0.min(spans[1].0) / 2 + HOUR / 2),
                max: Micros(spans[0].0.max(spans[1].0) / 2 + HOUR / 2),
            },
            heartbeat_interval: Micros(spans[2].0.div_ceil(2)),
            max_entries_per_message: sizes[0],
            max_in_flight: sizes[1],
            snapshot_chunk: sizes[2],
            compact_after,
            pre_vote: on[0],
            check_quorum: on[1] || lease.is_some(),
            reads: lease
                .map_or(ReadMode::Round, |drift_permille| ReadMode::Lease { drift_permille }),
            requests: if on[2] { RequestMode::Forward } else { RequestMode::Redirect },
            network,
            disk_latency: spans[3],
            disk_jitter: spans[4],
            torn_permille,
            client_patience: spans[5],
            waived: rules.into_iter().collect(),
            injected_bugs: InjectedBugs {
                votes_not_durable: on[3],
                hasty_promises: on[4],
                half_is_enough: on[5],
                local_reads: on[6],
                retries_applied: on[7],
            },
        },
    )
}

/// Moves steps to increasing times, and returns the last of them.
fn in_order(steps: &mut [Step], mut earliest: Time) -> Time {
    for step in steps {
        match &mut step.when {
            When::At(at) => {
                earliest = Time(earliest.0 + at.0);
                *at = earliest;
            }
            When::After(span) => earliest = earliest + *span,
            When::Until { .. } => {}
        }
    }
    earliest
}

/// The texts and numbers above the first step: title, summary, level, paper, speed and next.
type Heading =
    (Option<String>, Option<String>, Option<u32>, Option<String>, Option<u32>, Option<String>);

fn heading() -> impl Strategy<Value = Heading> {
    let text = || prop::option::of(text());
    (text(), text(), prop::option::of(1..=3u32), text(), prop::option::of(1..=1000u32), text())
}

fn script() -> impl Strategy<Value = Script> {
    let steps = prop::collection::vec(generators::step(), 0..5);
    let ends = (any::<bool>(), prop::option::of(micros(1_000_000)));
    let task = prop::option::of(generators::task());
    (heading(), scenario(), any::<u64>(), steps, ends, task).prop_map(
        |(heading, scenario, seed, mut steps, (is_at, span), mut task)| {
            generators::name_beats(&mut steps);
            let earliest = in_order(&mut steps, Time::default());
            let end =
                span.map(|span| if is_at { End::At(earliest + span) } else { End::After(span) });
            let ended = if let Some(End::At(at)) = end { at } else { earliest };
            if let Some(task) = &mut task {
                in_order(&mut task.solution, ended);
            }
            let (title, summary, level, paper, slowdown, next) = heading;
            Script {
                title,
                summary,
                level,
                paper,
                slowdown,
                next,
                scenario,
                seed,
                steps,
                end,
                task,
            }
        },
    )
}

proptest! {
    // The same cases in every run, since an unreliable test is useless.
    #![proptest_config(ProptestConfig {
        cases: 1000,
        rng_seed: RngSeed::Fixed(2014),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn printed_scripts_round_trip(script in script()) {
        let printed = script.to_string();
        let read: Script = printed.parse().map_err(|error| {
            TestCaseError::fail(format!("{error}\n{printed}"))
        })?;
        prop_assert_eq!(&read, &script, "{}", printed);
        prop_assert_eq!(read.to_string(), printed);
    }

    #[test]
    fn a_run_prints_like_its_script(script in script()) {
        let commands = script.steps.iter().zip(1..).flat_map(|(step, at)| {
            step.acts.iter().filter_map(move |act| match &act.action {
                ScriptAction::Do(command) => {
                    Some(TimedCommand { at: Time(at * 1250), command: command.clone() })
                }
                _ => None,
            })
        });
        let commands: Vec<_> = commands.collect();
        let run = Run { scenario: script.scenario.clone(), seed: script.seed, commands };
        let end = Time::from_millis(100_000);
        let printed = Printed { title: script.title.as_deref(), run: &run, said: &[], end };
        let printed = printed.to_string();
        let title = script.title.clone();
        let same = Script { title, end: Some(End::At(end)), ..Script::from(run) };
        prop_assert_eq!(printed, same.to_string());
    }

    #[test]
    fn a_run_round_trips_through_json(script in script()) {
        let commands = script.steps.iter().flat_map(|step| &step.acts).filter_map(|act| {
            let ScriptAction::Do(command) = &act.action else { return None };
            Some(TimedCommand { at: Time(0), command: command.clone() })
        });
        let (commands, scenario) = (commands.collect(), script.scenario);
        let run = Run { commands, scenario, seed: script.seed };
        let json = serde_json::to_string(&run).unwrap();
        prop_assert_eq!(serde_json::from_str::<Run>(&json).unwrap(), run, "{}", json);
    }

    #[test]
    fn single_settings_round_trip(scenario in scenario()) {
        let mut read = Scenario { waived: scenario.waived, ..Scenario::default() };
        // An empty list of rules or bugs is not a value.
        for name in Scenario::setting_names().filter(|name| !scenario.setting(name).is_empty()) {
            prop_assert_eq!(read.set(name, &scenario.setting(name)), Ok(()), "{}", name);
        }
        prop_assert_eq!(read, scenario);
    }

    #[test]
    fn the_parser_never_panics(lines in prop::collection::vec((0..24usize, text()), 0..6)) {
        let starts = [
            "", "title ", "at ", "at 0ms: ", "until ", "at 1s: X sends ", "say ", "cut ",
            "at 0ms: beat a: say ", "at 0ms: beat b: say \"b\"", "beat ", "beat c: ", "point at ",
            "point at A, ", "invite ", "ask ", "ask \"?\"", "choice ", "choice A when leader ",
            "because ", "task ", "task \"t\"", "goal ", "solution: ",
        ];
        let lines: Vec<_> = lines.iter().map(|(n, text)| format!("{}{text}", starts[*n])).collect();
        let text = lines.join("\n");
        match text.parse::<Script>() {
            Ok(script) => prop_assert_eq!(script.to_string().parse(), Ok(script)),
            Err(error) => {
                let line = text.split('\n').nth(error.line - 1).unwrap();
                prop_assert!((1..=line.chars().count() + 1).contains(&error.column), "{}", error);
            }
        }
    }
}
