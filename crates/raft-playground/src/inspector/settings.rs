//! How the cluster is made: its size, timing, network, disks, and what of the protocol is on.
//!
//! Every setting is a name and a text, as scenarios write them. What can change while the cluster
//! runs is changed at once, by a command of the run; the rest waits for the next run.

mod table;

use std::fmt::Display;

use raft_sim::raft_core::Rule;
use raft_sim::{Scenario, script};

use super::piece::{Shape, Writer};
use crate::intent::Intent;
use crate::session::{STANDS, Session};
use crate::words;
use table::{GROUPS, Row, SWITCH};

pub(super) fn draw(session: &Session, page: &mut Writer) {
    let next = session.next_scenario();
    let advice = next.advice();
    page.open(Shape::Group, "settings");
    for (number, group) in GROUPS.iter().enumerate() {
        if number == table::CLOCKS_BEFORE {
            clocks(session, page);
        }
        page.open(Shape::Fold { open: number == 0 }, "");
        summary(group.name, &if group.at_once { AT_ONCE } else { "" }, page);
        for row in group.rows {
            let about = advice.iter().find(|advice| advice.setting == row.name);
            let about = about.map_or("", |advice| &advice.sentence);
            scenario_field(session, &next, row, (group.at_once, about), page);
        }
        page.close();
    }
    rules(session, page);
    page.open(Shape::Group, "begin");
    if session.has_pending_settings() {
        let begin = page.add(Shape::Button, &"Begin again with these").does(Intent::BeginAgain);
        begin.look = "btn primary";
        page.add(Shape::Button, &"Keep what runs").does(Intent::KeepSettings).look = "btn";
    }
    page.add(Shape::Button, &"Defaults").does(Intent::SetDefaults).look = "btn";
    page.close();
    page.close();
}

/// The note of settings that change while the cluster runs.
const AT_ONCE: &str = "at once";

fn summary(name: &str, note: &dyn Display, page: &mut Writer) {
    page.open(Shape::Summary, "").write(&format_args!("{name} "));
    page.add(Shape::Small, note);
    page.close();
}

fn scenario_field(
    session: &Session,
    next: &Scenario,
    row: &Row,
    (at_once, advice): (bool, &str),
    page: &mut Writer,
) {
    let value = next.setting(row.name);
    let running = session.simulation().run().scenario.setting(row.name);
    let field = Field { name: row.name, label: row.label, value, switch: row.switch, advice };
    if at_once || field.value == running {
        field.draw(session, "", &row.hint, page);
    } else {
        field.draw(session, "pending", &format_args!("{running} now"), page);
    }
}

fn clocks(session: &Session, page: &mut Writer) {
    page.open(Shape::Fold { open: false }, "");
    summary("Clocks", &AT_ONCE, page);
    for (host, (name, label)) in session.simulation().hosts().iter().zip(table::CLOCKS) {
        let value = match host.clock.rate_permille() {
            0 => STANDS.into(),
            rate => script::write_share(rate),
        };
        let hint = "10% to 1000%, or stands";
        Field { name, label, value, switch: None, advice: "" }.draw(session, "", &hint, page);
    }
    page.close();
}

fn rules(session: &Session, page: &mut Writer) {
    let waived = session.simulation().waived();
    page.open(Shape::Fold { open: false }, "");
    match waived.iter().count() {
        0 => summary("Rules of the protocol", &AT_ONCE, page),
        count => summary("Rules of the protocol", &format_args!("{count} waived"), page),
    }
    for &rule in Rule::ALL {
        let value = if waived.contains(rule) { SWITCH.0 } else { SWITCH.1 }.to_owned();
        let (name, label) = (&*rule.to_string(), words::rule_sentence(rule));
        let hint = format_args!("{}. {name}", rule.section());
        let field = Field { name, label, value, switch: Some(SWITCH), advice: "" };
        field.draw(session, "", &hint, page);
    }
    page.close();
}

/// A setting in the form.
struct Field<'a> {
    /// Its name, for intents: that of scenarios, a rule's, or `clock A`.
    name: &'a str,
    /// What it is called.
    label: &'static str,
    /// How it is.
    value: String,
    /// For a switch what stands for off and for on.
    switch: Option<(&'static str, &'static str)>,
    /// What to know about it as it is; empty if there is nothing.
    advice: &'a str,
}

impl Field<'_> {
    fn draw(self, session: &Session, look: &'static str, hint: &dyn Display, page: &mut Writer) {
        let typed = session.typed(self.name);
        let (text, complaint) =
            typed.map_or((&*self.value, ""), |typed| (&*typed.text, &*typed.complaint));
        page.open(Shape::Group, look);
        page.open(Shape::Label, "");
        page.open(Shape::Text, "").write(&format_args!("{} ", self.label));
        page.add(Shape::Small, hint);
        page.close();
        let shape = match self.switch {
            Some((off, on)) => Shape::Switch(off, on),
            None => Shape::Field { refused: !complaint.is_empty() },
        };
        page.add(shape, &text).call(&self.name);
        page.close();
        if !complaint.is_empty() {
            page.add(Shape::Complaint, &complaint).look = "complaint";
        } else if !self.advice.is_empty() {
            page.add(Shape::Paragraph, &self.advice).look = "quiet";
        }
        page.close();
    }
}
