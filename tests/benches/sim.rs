//! How fast time passes in the simulator with all checks on, natively and as WebAssembly in
//! Node.js, and how fast one goes anywhere in an hour of it. Run by `cargo xtask bench sim`, which
//! builds what the second needs.
#![allow(clippy::print_stdout, reason = "a benchmark prints what it measured")]

use std::env;
use std::fs;
use std::io::Write;
use std::process::{Command as Program, Stdio};
use std::time::{Duration, Instant};

use raft_sim::raft_core::NodeId;
use raft_sim::{
    Address, ClientId, Command, History, Operation, Run, Simulation, Time, TimedCommand,
};

/// How much simulated time is measured.
const SECONDS: u64 = 300;

/// How often what happened is taken out: as often as the page does at full speed.
const FRAME_MILLIS: u64 = 16;

/// How often something is done to the run that has faults.
const TURN_MILLIS: u64 = 250;

fn main() {
    println!("Simulated seconds per second, five nodes, all checks on; the best of three.");
    println!("Records are taken out every {FRAME_MILLIS} ms, as they are or as JSON.\n");
    println!("{:<28} {:>9} {:>9} {:>9} {:>9}", "", "native", "JSON", "JS, JSON", "records");
    for (name, run) in [("idle", idle()), ("values and faults", faults())] {
        let (plain, records) =
            best(|| simulate(&run, |simulation| simulation.take_records().len()));
        let (json, _) = best(|| {
            simulate(&run, |simulation| {
                let records = simulation.take_records();
                records.iter().map(|record| record.to_json().len()).sum()
            })
        });
        let in_node = env::var("RAFT_JS").map(|package| best(|| in_node(&package, &run)).0);
        let in_node = in_node.map_or_else(|_| "-".into(), |speed| format!("{speed:.0}"));
        println!("{name:<28} {plain:>9.0} {json:>9.0} {in_node:>9} {records:>9}");
    }
    println!(
        "\nGoing anywhere in an hour, natively, in milliseconds: to any moment, one event back."
    );
    println!("At most {SEEK_BAR_MILLIS} ms and {MEMORY_BAR_MIB} MiB are wanted.\n");
    println!(
        "{:<28} {:>9} {:>9} {:>9} {:>9} {:>9}",
        "", "median", "worst", "back", "keyframes", "MiB"
    );
    for (name, period) in [("idle", None), ("a value per second", Some(1))] {
        travel(name, period);
    }
}

/// What going to another moment may take, and what an hour's past may need.
const SEEK_BAR_MILLIS: u32 = 16;
const MEMORY_BAR_MIB: u32 = 64;

/// Lives for an hour, goes to moments all over it, and prints what that took.
fn travel(name: &str, period_seconds: Option<u64>) {
    const HOUR_SECONDS: u64 = 3600;
    let before = resident_mib();
    let mut history = History::new(idle()).expect("a run that can be");
    for second in 1..=HOUR_SECONDS {
        history.advance(Time::from_millis(second * 1000));
        if period_seconds.is_some_and(|period| second % period == 0) {
            let operation = Operation::Set("x".into(), second.to_string());
            let client = Address::Client(ClientId(0));
            let submit = Command::Submit { client, via: None, operation };
            history.act(submit).expect("there is a client");
        }
        history.take_records();
    }
    let memory = resident_mib() - before;
    // Golden-ratio steps visit the hour evenly, in no order. Of three tries the best counts: the
    // others were held up by other programs.
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
    println!("{name:<28} {median:>9.2} {worst:>9.2} {back:>9.2} {keyframes:>9} {memory:>9.1}");
}

/// The shortest of three tries, in milliseconds.
fn least_millis(mut run: impl FnMut()) -> f64 {
    let mut tried = || {
        let began = Instant::now();
        run();
        began.elapsed().as_secs_f64() * 1000.0
    };
    tried().min(tried()).min(tried())
}

/// How much memory this program has now, by Linux's count; nothing elsewhere.
fn resident_mib() -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kib = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<f64>().ok());
    kib.unwrap_or_default() / 1024.0
}

/// Nothing but an election and heartbeats.
fn idle() -> Run {
    Run { seed: 7, ..Run::default() }
}

/// Now and then a lost message; in turns a value, a cut, a value, a stop, a value, a start, a value
/// and healing, at nodes that a generator chooses.
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

/// The highest speed of three tries, and what the last one counted.
fn best(mut run: impl FnMut() -> (f64, usize)) -> (f64, usize) {
    let tries = [run(), run(), run()];
    let fastest = tries.iter().map(|(seconds, _)| *seconds).fold(f64::INFINITY, f64::min);
    (Duration::from_secs(SECONDS).as_secs_f64() / fastest, tries[2].1)
}

/// Runs natively. Says how many seconds it took, and the sum of what was taken out.
fn simulate(run: &Run, take: impl Fn(&mut Simulation) -> usize) -> (f64, usize) {
    let began = Instant::now();
    let mut simulation = Simulation::new(run.clone()).expect("a run that can be");
    let ends = (1..=SECONDS * 1000 / FRAME_MILLIS).map(|frame| frame * FRAME_MILLIS);
    let taken = ends.map(|millis| {
        simulation.run_until(Time::from_millis(millis));
        take(&mut simulation)
    });
    let taken = taken.sum();
    assert_eq!(simulation.violations(), []);
    (began.elapsed().as_secs_f64(), taken)
}

/// Runs in Node.js with the package in this folder.
fn in_node(package: &str, run: &Run) -> (f64, usize) {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/sim.cjs");
    let mut node = Program::new("node")
        .args([script, package, &SECONDS.to_string(), &FRAME_MILLIS.to_string()])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("Node.js");
    let input = serde_json::to_string(run).expect("a run is plain data");
    let mut stdin = node.stdin.take().expect("the input just asked for");
    stdin.write_all(input.as_bytes()).expect("Node.js reads");
    drop(stdin);
    let output = node.wait_with_output().expect("Node.js ends");
    let seconds = String::from_utf8_lossy(&output.stdout).trim().parse();
    (seconds.expect("the script prints how long it took"), 0)
}
