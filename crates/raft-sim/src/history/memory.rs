//! Estimates the memory of a keyframe. The sizes of types are exact; the heap memory of strings and
//! small lists was measured.

use raft_core::{Entry, Log};

use crate::memory_use::MemoryUse;
use crate::simulation::Simulation;

/// The estimated number of bytes of a clone of a simulation.
pub(super) fn of_simulation(simulation: &Simulation) -> MemoryUse {
    const LANE: usize = 200;
    const IN_FLIGHT_MESSAGE: usize = 300;
    const HOST: usize = 1500;
    const REGISTER: usize = 112;
    const COMMAND: usize = 48;
    const STRINGS: usize = 64;
    let network = simulation.network();
    let lanes = network.directions().count() + simulation.hosts().len();
    let mut memory = MemoryUse {
        own: LANE * lanes
            + IN_FLIGHT_MESSAGE * network.messages().count()
            + size_of_val(simulation.violations()),
        shared: 0,
    };
    for host in simulation.hosts() {
        memory.own += HOST;
        memory.list(&host.disk.durable().entries, 0);
        if let Some(process) = &host.process {
            memory.chunks(process.node.log().len(), Log::CHUNK, size_of::<Entry>());
            memory.own += REGISTER * process.machine.registers().count();
        }
    }
    for client in simulation.clients() {
        memory.list(client.operations(), STRINGS);
        // All logs share the contents of its requests.
        memory.shared += COMMAND * client.operations().len();
    }
    simulation.checks.measure_memory(&mut memory);
    memory
}
