//! About how many bytes a keyframe takes. Sizes of types are known; what strings and small lists
//! have on the heap was measured.

use raft_core::{Entry, Log};

use crate::shared_list::{CHUNK, SharedList};
use crate::simulation::Simulation;

/// About how many bytes something takes.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Weight {
    /// What a clone has for itself once it has gone on, or the other one has.
    pub(crate) own: usize,
    /// What its clones share from then on.
    pub(crate) shared: usize,
}

impl Weight {
    /// What is known to a simulation.
    pub(super) fn of(simulation: &Simulation) -> Self {
        const LANE: usize = 200;
        const IN_FLIGHT_MESSAGE: usize = 300;
        const HOST: usize = 1500;
        const REGISTER: usize = 112;
        const COMMAND: usize = 48;
        const STRINGS: usize = 64;
        let network = simulation.network();
        let lanes = network.directions().count() + simulation.hosts().len();
        let mut weight = Self {
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

    /// A list, each element of which has so many bytes on the heap.
    pub(crate) fn list<T>(&mut self, list: &SharedList<T>, on_heap: usize) {
        self.chunks(list.len(), CHUNK, size_of::<T>() + on_heap);
    }

    /// So many elements of so many bytes. Full chunks are shared, but the pointers to them are not.
    fn chunks(&mut self, count: usize, chunk: usize, bytes: usize) {
        let full = count / chunk;
        self.own += full * size_of::<usize>() + count % chunk * bytes;
        self.shared += full * chunk * bytes;
    }
}
