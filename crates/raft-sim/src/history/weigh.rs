//! The weight of a keyframe. Sizes of types are known; what strings and small lists have on the
//! heap was measured.

use raft_core::{Entry, Log};

use crate::simulation::Simulation;
use crate::weight::Weight;

/// About how many bytes a clone of a simulation takes.
pub(super) fn of_simulation(simulation: &Simulation) -> Weight {
    const LANE: usize = 200;
    const IN_FLIGHT_MESSAGE: usize = 300;
    const HOST: usize = 1500;
    const REGISTER: usize = 112;
    const COMMAND: usize = 48;
    const STRINGS: usize = 64;
    let network = simulation.network();
    let lanes = network.directions().count() + simulation.hosts().len();
    let mut weight = Weight {
        own: LANE * lanes
            + IN_FLIGHT_MESSAGE * network.messages().count()
            + size_of_val(simulation.violations()),
        shared: 0,
    };
    for host in simulation.hosts() {
        weight.own += HOST;
        weight.list(&host.disk.durable().entries, 0);
        if let Some(process) = &host.process {
            weight.chunks(process.node.log().len(), Log::CHUNK, size_of::<Entry>());
            weight.own += REGISTER * process.machine.registers().count();
        }
    }
    for client in simulation.clients() {
        weight.list(client.operations(), STRINGS);
        // All logs share what its requests carry.
        weight.shared += COMMAND * client.operations().len();
    }
    simulation.checks.weigh(&mut weight);
    weight
}
