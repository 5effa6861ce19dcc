use raft_sim::swarm::{Mutant, trial};
use raft_sim::*;
fn main() {
    let args: Vec<String> = std::env::args().collect();
    let seed: u64 = args[1].parse().unwrap();
    let mutant = args.get(2).and_then(|key| Mutant::ALL.iter().find(|m| m.key() == *key).copied());
    let last: usize = args.get(3).map_or(80, |n| n.parse().unwrap());
    let trial = trial(seed, mutant, mutant.map(|m| m.violates));
    println!("{:?}", trial.violations);
    println!("{:?}", trial.run.scenario);
    if std::env::var("STATS").is_ok() {
        let mut sim = Simulation::new(trial.run.clone()).unwrap();
        for t in 0..34 {
            sim.run_until(Time(t * 1_000_000));
            let _ = sim.take_records();
            println!(
                "{t} flights {} agenda {} events {} log {:?}",
                sim.network().flights().count(),
                sim.agenda().iter().count(),
                sim.events(),
                sim.hosts()
                    .iter()
                    .filter_map(|h| h.process.as_ref())
                    .map(|p| p.node.log().last().index.0)
                    .collect::<Vec<_>>()
            );
        }
        return;
    }
    let mut sim = Simulation::new(trial.run).unwrap();
    sim.run_until(trial.simulated);
    let records: Vec<_> = sim
        .take_records()
        .into_iter()
        .filter(|r| !matches!(r.fact, Fact::Persisted(_) | Fact::WriteBegan(_)))
        .collect();
    for r in &records[records.len().saturating_sub(last)..] {
        println!("{}", &r.to_json().chars().take(420).collect::<String>());
    }
    for h in sim.hosts() {
        println!(
            "{:?} {:?} {:?}",
            h.id,
            h.process.as_ref().map(|p| (
                p.node.term(),
                p.node.role().clone(),
                p.node.membership().clone(),
                p.node.log().last(),
                p.node.commit_index()
            )),
            h.disk.damage()
        );
    }
}
