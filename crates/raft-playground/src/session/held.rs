//! A message that is looked at. Time stands still meanwhile, since it would soon have arrived, and
//! goes on afterwards if it went on before.

use raft_sim::{Flight, MessageId, MessageKind, export};

use super::Session;
use crate::frame::{Act, Menu, Subject};
use crate::layout::MenuSize;
use crate::motion;
use crate::why;

/// A message whose menu is open.
#[derive(Clone, Debug)]
pub(crate) struct Held {
    message: MessageId,
    /// How far it had come when it was picked, as it is drawn: the menu stays there.
    place: f64,
    /// Whether time goes on when it is let go.
    pub(super) was_playing: bool,
}

impl Held {
    pub(super) fn subject(&self) -> Subject {
        Subject::Message(self.message.0)
    }
}

impl Session {
    /// Opens the menu of a message, if it is still on its way.
    pub(super) fn hold(&mut self, message: MessageId) {
        let Some(flight) = self.simulation().network().flight(message) else { return };
        let place = motion::progress(self, flight);
        self.select(None);
        self.held = Some(Held { message, place, was_playing: self.playing });
        self.playing = false;
    }

    /// Opens the menu of the oldest message, or of the next one after the one that is held.
    pub(super) fn hold_next(&mut self) {
        let held = self.held.as_ref().map(|held| held.message);
        let (mut first, mut next) = (None, None);
        for flight in self.simulation().network().flights() {
            first = first.or(Some(flight.id));
            if next.is_none() && Some(flight.id) > held {
                next = Some(flight.id);
            }
        }
        if let Some(message) = next.or(first) {
            self.hold(message);
        }
    }

    /// Closes the menu of a message.
    pub(super) fn let_go(&mut self) {
        if let Some(held) = self.held.take() {
            self.playing |= held.was_playing;
        }
    }

    pub(super) fn let_go_of_what_arrived(&mut self) {
        if let Some(held) = &self.held
            && self.simulation().network().flight(held.message).is_none()
        {
            self.let_go();
        }
    }

    /// What the held message says, why it was sent, and what can be done with it.
    pub(crate) fn menu_of_held(&self) -> Option<Menu> {
        let held = self.held.as_ref()?;
        let flight = self.simulation().network().flight(held.message)?;
        let (from, to) = (flight.from, flight.to);
        let at = self.layout.lane(from, to).at(held.place);
        let acts = vec![Act::Drop, Act::Double, Act::Delay, Act::DelayMuch, Act::Next];
        let size = MenuSize { lines: 5, acts: acts.len(), rows: [0, 0] };
        Some(Menu {
            subject: held.subject(),
            title: format!("{from} to {to}").into(),
            subtitle: MessageKind::of(&flight.packet).name().into(),
            says: format!(
                "{}.\n{}\n{}",
                export::words::packet(&flight.packet),
                why::why_sent(flight),
                fate(flight)
            )
            .into(),
            acts,
            links: Vec::new(),
            heirs: Vec::new(),
            complaint: "".into(),
            place: self.layout.menu(at, self.layout.sizes.message, size),
        })
    }
}

/// When it arrives, or is lost, as things stand.
fn fate(flight: &Flight) -> String {
    let (at, what) = match flight.death {
        _ if flight.is_held_up() => return "It waits until its link flows again.".into(),
        Some(death) => (death.at, "will be lost"),
        None => (flight.arrives_at, "arrives"),
    };
    format!("Sent at {} ms, it {what} at {} ms.", flight.sent_at.0 / 1000, at.0 / 1000)
}
