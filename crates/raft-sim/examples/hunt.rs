use raft_sim::swarm::{Mutant, trial};
fn main() {
    let args: Vec<String> = std::env::args().collect();
    let (from, to): (u64, u64) = (args[1].parse().unwrap(), args[2].parse().unwrap());
    let mutant = args.get(3).map(|key| *Mutant::ALL.iter().find(|m| m.key() == *key).unwrap());
    let began = std::time::Instant::now();
    let (mut events, mut time, mut bad) = (0, 0, 0);
    for seed in from..to {
        let trial = trial(seed, mutant, mutant.map(|m| m.violates));
        events += trial.events;
        time += trial.simulated.0;
        if std::env::var("SLOW").is_ok() {
            let e = began.elapsed().as_millis();
            println!("{seed} {} {e} cmds {}", trial.events, trial.run.commands.len());
        }
        let hit = mutant.is_none_or(|m| trial.violates(m.violates));
        if !trial.violations.is_empty() && (bad < 12) {
            println!(
                "seed {seed} hit={hit} {:?}",
                trial
                    .violations
                    .iter()
                    .map(|v| v.property().key())
                    .collect::<Vec<_>>()
                    .iter()
                    .take(4)
                    .collect::<Vec<_>>()
            );
            if mutant.is_none() {
                println!(
                    "   {:?} at {} {:?}",
                    trial.violations[0],
                    trial.simulated,
                    (trial.run.scenario.nodes, trial.run.scenario.spares, trial.run.commands.len())
                );
            }
            bad += 1;
        }
        if mutant.is_some() && hit && !trial.violations.is_empty() {
            println!("found after {}", seed - from + 1);
            break;
        }
    }
    let s = began.elapsed().as_secs_f64();
    println!(
        "{} trials {:.1}s, {:.0} sim-s/s, {} events, {:.0} ev/s",
        to - from,
        s,
        time as f64 / 1e6 / s,
        events,
        events as f64 / s
    );
}
