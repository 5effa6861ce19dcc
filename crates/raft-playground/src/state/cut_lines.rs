//! Lines drawn across the stage: the links that they cut, and the parts of them that remain.

use raft_sim::{Address, InFlightMessage, Loss, Simulation, Time};

use crate::layout::{CUT_BOTH_WAYS, Crossing, Layout, Segment};

/// Where the simulator loses messages on a link that is cut both ways.
const BOTH_WAYS: Option<u16> = Some(500);

/// The lines that were drawn, the oldest first.
#[derive(Clone, Debug, Default)]
pub(crate) struct CutLines(Vec<CutLine>);

/// A line that was drawn, in terms of the links that it crossed: so it fits any stage.
#[derive(Clone, Debug)]
struct CutLine {
    drawn_at: Time,
    crossings: Vec<Crossing>,
}

impl CutLines {
    /// Remembers a line that has just been drawn.
    pub(crate) fn add(&mut self, drawn_at: Time, crossings: Vec<Crossing>) {
        self.0.push(CutLine { drawn_at, crossings });
    }

    /// Where a line crossed a link: the newest one that did, by its place in the list.
    fn crossing(&self, now: Time, one: Address, other: Address) -> Option<(usize, Crossing)> {
        let mut newest = None;
        for (place, line) in self.0.iter().enumerate() {
            for crossing in &line.crossings {
                if line.drawn_at <= now && crossing.is_of(one, other) {
                    newest = Some((place, *crossing));
                }
            }
        }
        newest
    }

    /// The part of the way from one end to the other where their link is cut, if both ways are.
    pub(crate) fn cut_at(&self, now: Time, from: Address, to: Address) -> f64 {
        match self.crossing(now, from, to) {
            Some((_, crossing)) if crossing.first == from => crossing.place,
            Some((_, crossing)) => 1.0 - crossing.place,
            None => CUT_BOTH_WAYS,
        }
    }

    /// The remaining pieces of the lines, the oldest first, and the links that they still cut. A
    /// mended link interrupts its line.
    pub(crate) fn remaining(
        &self,
        simulation: &Simulation,
        layout: &Layout,
    ) -> (Vec<Segment>, Vec<Crossing>) {
        let (now, network) = (simulation.now(), simulation.network());
        let (mut pieces, mut through) = (Vec::new(), Vec::new());
        for (place, line) in self.0.iter().enumerate() {
            let before = pieces.len();
            let mut last: Option<Crossing> = None;
            for &crossing in &line.crossings {
                let Crossing { first, second, .. } = crossing;
                let newest = self.crossing(now, first, second);
                let is_newest = newest.is_some_and(|(newest, _)| newest == place);
                let is_cut = network.cut_permille(first, second) == BOTH_WAYS;
                let stands = (is_newest && is_cut).then_some(crossing);
                if let (Some(from), Some(to)) = (last, stands) {
                    let (from, to) = (layout.place_of(from), layout.place_of(to));
                    pieces.push(Segment { from, to });
                    through.extend(last);
                    through.push(crossing);
                }
                last = stands;
            }
            layout.lengthen(&mut pieces[before..]);
        }
        (pieces, through)
    }

    /// Where to draw a message that has made this progress, both as parts of its way. A message
    /// that is lost in the middle of its way is drawn as lost at the line: from when the line was
    /// drawn, it approaches the line evenly.
    pub(crate) fn drawn_progress(
        &self,
        now: Time,
        in_flight: &InFlightMessage,
        progress: f64,
    ) -> f64 {
        let dies = in_flight.death.filter(|death| death.loss == Loss::Cut);
        if dies.map(|death| death.place_permille) != BOTH_WAYS {
            return progress;
        }
        let Some((place, _)) = self.crossing(now, in_flight.from, in_flight.to) else {
            return progress;
        };
        let drawn_at = self.0[place].drawn_at;
        let before = f64::from(in_flight.progress_permille(drawn_at)) / 1000.0;
        if before >= CUT_BOTH_WAYS || progress <= before {
            return progress;
        }
        let way = self.cut_at(now, in_flight.from, in_flight.to) - before;
        before + (progress - before) * way / (CUT_BOTH_WAYS - before)
    }
}

/// The groups into which cutting these links separates nodes and clients; none if cutting
/// everything between groups would cut more than that.
pub(crate) fn groups(simulation: &Simulation, crossings: &[Crossing]) -> Vec<Vec<Address>> {
    let mut groups: Vec<Vec<Address>> = Vec::new();
    for host in simulation.hosts() {
        if !join(&mut groups, host.id.into(), crossings) {
            return Vec::new();
        }
    }
    for client in simulation.clients() {
        // If it does not fit, its links are cut one by one, if any is crossed.
        join(&mut groups, client.id.into(), crossings);
    }
    groups
}

/// Takes a node or client into the group from which no crossed link separates it, if that is as the
/// crossings have it: separated from all nodes of the others, and from none of its own.
fn join(groups: &mut Vec<Vec<Address>>, end: Address, crossings: &[Crossing]) -> bool {
    let crossed = |other| crossings.iter().any(|crossing| crossing.is_of(end, other));
    let mut home = groups.len();
    for (place, group) in groups.iter().enumerate().rev() {
        if !crossed(group[0]) {
            home = place;
        }
    }
    for (place, group) in groups.iter().enumerate() {
        for &other in group {
            if other.node().is_some() && crossed(other) != (place != home) {
                return false;
            }
        }
    }
    if home == groups.len() {
        groups.push(Vec::new());
    }
    groups[home].push(end);
    true
}
