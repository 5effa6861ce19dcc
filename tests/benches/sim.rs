//! Measures how fast time passes in the simulator with all checks on, natively and as WebAssembly
//! in Node.js, and how fast a seek is within an hour. Run by `cargo xtask bench sim`, which builds
//! the package for Node.js.
#![allow(clippy::print_stdout, reason = "a benchmark prints what it measured")]

use std::env;
use std::fs;
use std::io::Write;
use std::process::{Command as Program, Stdio};

use cpu_time::ThreadTime;
use raft_sim::raft_core::NodeId;
use raft_sim::swarm::{self, FaultConfig};
use raft_sim::{
    Address, ClientId, Command, History, Operation, Record, Run, Simulation, Time, TimedCommand,
};

/// The measured simulated time.
const SECONDS: u64 = 1200;

/// The measured trials of the swarm.
const TRIALS: u64 = 100;

/// The interval at which records are taken: that of the page at full speed.
const FRAME_MILLIS: u64 = 16;

/// The interval between the commands of the run with faults.
const TURN_MILLIS: u64 = 250;

/// Runs, each with its end.
type Workload = Vec<(Run, Time)>;

/// The required speed in simulated seconds per second natively, and a share of it in JavaScript.
const IDLE_BAR: u32 = 30_000;
const SWARM_BAR: u32 = 3000;
const JS_BAR_PERCENT: u32 = 60;

fn main() {
    // The memory of an hour is measurable only in a separate process.
    if let [_, row, per_second] = &env::args().collect::<Vec<_>>()[..]
        && row == TRAVEL
    {
        return travel(per_second.parse().expect("a number"));
    }
    println!("Simulated seconds per second of processor time, all checks on; the best of three.");
    println!("Counted: what happens is checked and counted, but not told, as in a campaign.");
    println!("What happened is taken out every {FRAME_MILLIS} ms: records, or as JSON.");
    println!("Let go of: a history advances, natively or in JavaScript, and drops the records.");
    println!("Wanted: {IDLE_BAR} idle, {SWARM_BAR} drawn; in JavaScript {JS_BAR_PERCENT} %.\n");
    println!(
        "{:<20} {:>9} {:>9} {:>9} {:>9} {:>9} {:>9} {:>7}",
        "", "counted", "records", "JSON", "JS, JSON", "let go of", "JS", "JS, %"
    );
    let end = Time::from_millis(SECONDS * 1000);
    measure("idle", &vec![(idle(), end)]);
    measure("values and faults", &vec![(faults(), end)]);
    measure("drawn by the swarm", &drawn());
    println!(
        "\nGoing anywhere in an hour, natively, in milliseconds of processor time: to any moment,"
    );
    println!("one event back. At most {SEEK_BAR_MILLIS} ms and {MEMORY_BAR_MIB} MiB are wanted.\n");
    println!(
        "{:<28} {:>9} {:>9} {:>9} {:>9} {:>9}",
        "", "median", "worst", "back", "keyframes", "MiB"
    );
    for (name, per_second) in [("idle", 0), ("a value per second", 1), ("ten per second", 10)] {
        print!("{name:<28} ");
        std::io::stdout().flush().expect("somebody reads");
        let program = env::current_exe().expect("this program");
        let row = Program::new(program).args([TRAVEL, &per_second.to_string()]).status();
        assert!(row.expect("it starts").success());
    }
}

/// Prints how fast some runs pass in each way.
fn measure(name: &str, workload: &Workload) {
    let simulated: u64 = workload.iter().map(|(_, end)| end.0).sum();
    #[expect(clippy::cast_precision_loss, reason = "there are fewer than 2^53 microseconds")]
    let speed = |seconds: f64| simulated as f64 / 1e6 / seconds;
    let natively = |muted, take: fn(Vec<Record>)| {
        speed(best(|| {
            let simulations = workload.iter().map(|(run, end)| {
                let mut simulation = Simulation::new(run.clone()).expect("a run that can be");
                simulation.mute(muted);
                (simulation, *end)
            });
            carry_out(simulations, |simulation, until| {
                simulation.run_until(until);
                take(simulation.take_records());
            })
        }))
    };
    let counted = natively(true, drop);
    let records = natively(false, drop);
    let json = natively(false, |records| records.iter().for_each(|record| drop(record.to_json())));
    let let_go = speed(best(|| {
        let histories = workload
            .iter()
            .map(|(run, end)| (History::new(run.clone()).expect("a run that can be"), *end));
        carry_out(histories, |history, until| {
            history.advance(until);
            history.take_records();
        })
    }));
    let in_js = |way| env::var("RAFT_JS").ok().map(|js| speed(in_node(&js, workload, way)));
    let (js_json, js) = (in_js("traceUntil"), in_js("advance"));
    let shown =
        |speed: Option<f64>| speed.map_or_else(|| "-".into(), |speed| format!("{speed:.0}"));
    let percent = js.map(|js| 100.0 * js / let_go);
    println!(
        "{name:<20} {counted:>9.0} {records:>9.0} {json:>9.0} {:>9} {let_go:>9.0} {:>9} {:>7}",
        shown(js_json),
        shown(js),
        shown(percent)
    );
}

/// Advances each run to its end frame by frame, and returns the used processor time in seconds,
/// without the preparation.
fn carry_out<T>(runs: impl Iterator<Item = (T, Time)>, advance: impl Fn(&mut T, Time)) -> f64 {
    let frame = Time::from_millis(FRAME_MILLIS).0;
    let mut seconds = 0.0;
    for (mut run, end) in runs {
        let began = ThreadTime::now();
        let mut now = 0;
        while now < end.0 {
            now = end.0.min(now + frame);
            advance(&mut run, Time(now));
        }
        seconds += began.elapsed().as_secs_f64();
    }
    seconds
}

/// The shortest of three attempts.
fn best(mut run: impl FnMut() -> f64) -> f64 {
    run().min(run()).min(run())
}

/// The argument with which this program measures one hour.
const TRAVEL: &str = "travel";

/// The maximum time of a seek, and the maximum memory for the history of an hour.
const SEEK_BAR_MILLIS: u32 = 16;
const MEMORY_BAR_MIB: u32 = 64;

/// Simulates an hour with this many values per second, seeks throughout the hour, and prints the
/// costs.
fn travel(per_second: u64) {
    const HOUR_SECONDS: u64 = 3600;
    let before = resident_mib();
    let mut history = History::new(idle()).expect("a run that can be");
    for turn in 1..=HOUR_SECONDS * per_second.max(1) {
        history.advance(Time::from_millis(turn * 1000 / per_second.max(1)));
        if per_second > 0 {
            let operation = Operation::Set("x".into(), turn.to_string());
            let client = Address::Client(ClientId(0));
            let submit = Command::Submit { client, via: None, operation };
            history.act(submit).expect("there is a client");
        }
        history.take_records();
    }
    let memory = resident_mib() - before;
    // Golden-ratio steps cover the hour evenly, out of order.
    let mut seeks = Vec::new();
    let mut backs = Vec::new();
    for step in 0..500_u64 {
        let to = Time((step + 1) * 2_224_922_360 % (HOUR_SECONDS * 1_000_000));
        seeks.push(least_millis(|| history.seek(to)));
        backs.push(least_millis(|| assert!(history.step_back())));
    }
    seeks.sort_by(f64::total_cmp);
    backs.sort_by(f64::total_cmp);
    let (median, worst, back) = (seeks[250], seeks[499], backs[499]);
    let keyframes = history.keyframes().0;
    println!("{median:>9.2} {worst:>9.2} {back:>9.2} {keyframes:>9} {memory:>9.1}");
}

/// The shortest of three attempts, in milliseconds.
fn least_millis(mut run: impl FnMut()) -> f64 {
    best(|| {
        let began = ThreadTime::now();
        run();
        began.elapsed().as_secs_f64() * 1000.0
    })
}

/// The resident memory of this process on Linux; 0 elsewhere.
fn resident_mib() -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kib = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<f64>().ok());
    kib.unwrap_or_default() / 1024.0
}

/// Only an election and heartbeats.
fn idle() -> Run {
    Run { seed: 7, ..Run::default() }
}

/// Occasional lost messages; in turn a value, a cut, a value, a crash, a value, a restart, a value
/// and healing, at random nodes.
fn faults() -> Run {
    let mut state: u32 = 7;
    let mut node = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        NodeId((state >> 16) % 5)
    };
    let mut stopped = node();
    let mut command = |turn: u64| match turn % 8 {
        1 => {
            let from = node();
            Command::Cut { from: from.into(), to: NodeId((from.0 + 1) % 5).into() }
        }
        3 => {
            stopped = node();
            Command::Crash(stopped.into())
        }
        5 => Command::Restart(stopped.into()),
        7 => Command::Heal,
        _ => {
            let operation = Operation::Set("x".into(), turn.to_string());
            Command::Submit { client: Address::Client(ClientId(0)), via: None, operation }
        }
    };
    let timed =
        |turn| TimedCommand { at: Time::from_millis(turn * TURN_MILLIS), command: command(turn) };
    let commands = (1..SECONDS * 1000 / TURN_MILLIS).map(timed).collect();
    let mut run = Run { seed: 7, commands, ..Run::default() };
    run.scenario.network.loss_permille = 20;
    run
}

/// Random trials of the swarm without an injected bug, as plain runs.
fn drawn() -> Workload {
    let trials = (0..TRIALS).map(|seed| swarm::trial(seed, FaultConfig::default(), None));
    trials.map(|trial| (trial.run, trial.simulated)).collect()
}

/// The processor time in seconds of runs in Node.js, with the package in this folder and this
/// method of it.
fn in_node(package: &str, workload: &Workload, way: &str) -> f64 {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/sim.cjs");
    let mut node = Program::new("node")
        .args([script, package, way, &FRAME_MILLIS.to_string()])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("Node.js");
    let input = serde_json::to_string(workload).expect("runs are plain data");
    let mut stdin = node.stdin.take().expect("the input just asked for");
    stdin.write_all(input.as_bytes()).expect("Node.js reads");
    drop(stdin);
    let output = node.wait_with_output().expect("Node.js ends");
    let seconds = String::from_utf8_lossy(&output.stdout).trim().parse();
    seconds.expect("the script prints how long it took")
}
