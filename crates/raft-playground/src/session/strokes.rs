//! Lines drawn across the stage: what they cut, as commands of the run, and what of them still
//! stands where.

use raft_sim::{Address, Command, Flight, Loss, Time};

use super::Session;
use crate::layout::{CUT_BOTH_WAYS, Crossing, Point, Segment};
use crate::words;

/// Where the simulator lets messages die on a link that is cut both ways.
const BOTH_WAYS: Option<u16> = Some(500);

/// A line that was drawn, in terms of the links that it crossed: so it fits any stage.
#[derive(Clone, Debug)]
pub(crate) struct Stroke {
    drawn_at: Time,
    crossings: Vec<Crossing>,
}

impl Session {
    /// Cuts every link that a line crosses. If that separates nodes from each other, one command
    /// says so, and the run can be read; otherwise each direction is cut.
    pub(super) fn draw(&mut self, line: &[Point]) {
        let crossings = self.layout.crossings(line);
        let Some(first) = crossings.first().copied() else { return };
        let groups = self.groups(&crossings);
        if groups.len() > 1 {
            self.act(Command::Partition(groups.clone()));
        }
        for &Crossing { first, second, .. } in &crossings {
            self.set_directions(&[(first, second), (second, first)], false);
        }
        if groups.len() > 1 {
            self.narrator.say(words::partition(&groups));
        } else if crossings.len() == 1 {
            self.narrator.say(words::link(first.first, first.second, false));
        } else {
            self.narrator.say(words::links(crossings.len()));
        }
        self.strokes.push(Stroke { drawn_at: self.simulation().now(), crossings });
    }

    /// The groups into which crossing these links separates nodes and clients; none if cutting
    /// everything between groups would cut more than that.
    fn groups(&self, crossings: &[Crossing]) -> Vec<Vec<Address>> {
        let mut groups: Vec<Vec<Address>> = Vec::new();
        let simulation = self.simulation();
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

    /// Where a line crossed a link: the newest one that did, by its place in the list.
    fn crossing(&self, one: Address, other: Address) -> Option<(usize, Crossing)> {
        let mut newest = None;
        for (place, stroke) in self.strokes.iter().enumerate() {
            for crossing in &stroke.crossings {
                if stroke.drawn_at <= self.simulation().now() && crossing.is_of(one, other) {
                    newest = Some((place, *crossing));
                }
            }
        }
        newest
    }

    /// The part of the way from one end to the other where their link is cut, if both ways are.
    pub(crate) fn cut_at(&self, from: Address, to: Address) -> f64 {
        match self.crossing(from, to) {
            Some((_, crossing)) if crossing.first == from => crossing.place,
            Some((_, crossing)) => 1.0 - crossing.place,
            None => CUT_BOTH_WAYS,
        }
    }

    /// What is left of the lines that were drawn, the oldest first, and the links that it goes
    /// through: those that it still cuts. One that was mended interrupts its line.
    pub(crate) fn cut_line(&self) -> (Vec<Segment>, Vec<Crossing>) {
        let (mut pieces, mut through) = (Vec::new(), Vec::new());
        for (place, stroke) in self.strokes.iter().enumerate() {
            let before = pieces.len();
            let mut last: Option<Crossing> = None;
            for &crossing in &stroke.crossings {
                let Crossing { first, second, .. } = crossing;
                let newest =
                    self.crossing(first, second).is_some_and(|(newest, _)| newest == place);
                let cut = self.simulation().network().cut_permille(first, second) == BOTH_WAYS;
                let stands = (newest && cut).then_some(crossing);
                if let (Some(from), Some(to)) = (last, stands) {
                    let (from, to) = (self.layout.place_of(from), self.layout.place_of(to));
                    pieces.push(Segment { from, to });
                    through.extend(last);
                    through.push(crossing);
                }
                last = stands;
            }
            self.layout.lengthen(&mut pieces[before..]);
        }
        (pieces, through)
    }

    /// Where a message is drawn that has come so far, both as parts of its way. One that dies in
    /// the middle of its way dies where the line is: from when the line was drawn it approaches
    /// that place evenly.
    pub(crate) fn drawn_progress(&self, flight: &Flight, progress: f64) -> f64 {
        let dies = flight.death.filter(|death| death.loss == Loss::Cut);
        if dies.map(|death| death.place_permille) != BOTH_WAYS {
            return progress;
        }
        let Some((place, _)) = self.crossing(flight.from, flight.to) else { return progress };
        let drawn_at = self.strokes[place].drawn_at;
        let before = f64::from(flight.progress_permille(drawn_at)) / 1000.0;
        if before >= CUT_BOTH_WAYS || progress <= before {
            return progress;
        }
        let way = self.cut_at(flight.from, flight.to) - before;
        before + (progress - before) * way / (CUT_BOTH_WAYS - before)
    }
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
