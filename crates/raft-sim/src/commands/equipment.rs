//! Changes to a server's disk, and to the settings of a single node.

use std::sync::Arc;

use raft_core::{Config, Input, LogWrite, Membership, NodeId};

use crate::command::Command;
use crate::disk::{DiskChange, DiskState};
use crate::host::Host;
use crate::node_setting::NodeSetting;
use crate::record::RecordKind;
use crate::scenario::{BadScenario, Scenario};
use crate::simulation::Simulation;

impl Simulation {
    pub(super) fn change_disk(&mut self, node: NodeId, change: DiskChange, cause: u64) {
        let usual = self.run.scenario.disk_latency;
        let (now, event_queue) = (self.now, &mut self.event_queue);
        let disk = &mut self.hosts[node.0 as usize].disk;
        match change {
            DiskChange::Latency(latency) => disk.set_latency(latency),
            DiskChange::Stuck => disk.set_state(DiskState::Stuck, node, now, event_queue),
            DiskChange::Fails => disk.set_state(DiskState::Fails, node, now, event_queue),
            DiskChange::Works => {
                disk.set_latency(usual);
                disk.set_state(DiskState::Works, node, now, event_queue);
            }
            DiskChange::LosesTail(count) => self.lose_tail(node, count, cause),
        }
    }

    /// If the process continued, it would write after the lost entries, so the server stops first.
    /// Disks really lose such entries in a power failure.
    fn lose_tail(&mut self, node: NodeId, count: u64, cause: u64) {
        self.crash(node, cause);
        let Some((first, last)) = self.host_mut(node).disk.lose_tail(count) else { return };
        self.checks.observe_lost_tail(
            node,
            &LogWrite { from: first.index, entries: [].into_iter().collect() },
        );
        self.record(Some(cause), Some(node.into()), || RecordKind::TailLost { first, last });
        self.lost_tails.push((self.now, node));
    }

    /// The settings of a node.
    pub(crate) fn settings_of<'a>(&'a self, host: &'a Host) -> &'a Scenario {
        host.own_settings.as_deref().unwrap_or(&self.run.scenario)
    }

    /// The configuration with which a node starts.
    pub(crate) fn config_of(&self, host: &Host) -> Arc<Config> {
        let shared = if host.is_spare { &self.spare_config } else { &self.config };
        match &host.own_settings {
            None => Arc::clone(shared),
            Some(own) => Arc::new(Config {
                initial: Membership::clone(&shared.initial),
                waived: self.waived,
                ..own.config()
            }),
        }
    }

    /// Checks whether a node can have a setting.
    ///
    /// # Errors
    /// If it contradicts the node's other settings.
    pub(crate) fn check_setting(
        &self,
        node: NodeId,
        setting: NodeSetting,
    ) -> Result<(), BadScenario> {
        let own = setting.within(self.settings_of(self.host(node)));
        Scenario { waived: self.waived, ..own }.check()
    }

    /// Assumes a setting while later commands are checked.
    pub(crate) fn note_setting(&mut self, command: &Command) {
        let Command::Configure { node, setting } = *command else { return };
        let Some(node) = node.node() else { return };
        let own = setting.within(self.settings_of(self.host(node)));
        self.host_mut(node).own_settings = Some(Box::new(own));
    }

    pub(super) fn configure(&mut self, node: NodeId, setting: NodeSetting, cause: u64) {
        self.note_setting(&Command::Configure { node: node.into(), setting });
        let host = self.host(node);
        if host.process.is_some() {
            let config = self.config_of(host);
            self.handle_input(node, Input::Configure(config), cause);
        }
    }
}
