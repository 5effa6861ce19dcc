//! How the cluster is made: its size, timing, network, disks, and the protocol's options.
//!
//! The fields follow from the table of settings ([`Setting`]).

use std::fmt::Display;

use raft_sim::Advice;
use raft_sim::raft_core::Rule;

use crate::intent::{Group, Kind, SCENARIO_GROUPS, Setting, Setup, TakesEffect};
use crate::phrases;
use crate::snapshot::Snapshot;
use crate::view::{Shape, Writer};

/// The note of settings that take effect now.
const NOW: &str = "at once";

pub(super) fn add(snapshot: &Snapshot, page: &mut Writer) {
    let advice = snapshot.settings.next_scenario(snapshot.simulation()).advice();
    page.open(Shape::Group, "settings");
    for (number, group) in SCENARIO_GROUPS.iter().enumerate() {
        scenario_group(snapshot, group, number == 0, &advice, page);
        if group.takes_effect == TakesEffect::Now {
            clocks(snapshot, page);
        }
    }
    rules(snapshot, page);
    page.open(Shape::Group, "begin");
    if snapshot.settings.is_pending(snapshot.simulation()) {
        let restart = page.add(Shape::Button, &"Begin again with these").does(Setup::Restart);
        restart.look = "btn primary";
        page.add(Shape::Button, &"Keep what runs").does(Setup::DiscardDraft).look = "btn";
    }
    page.add(Shape::Button, &"Defaults").does(Setup::SetDefaults).look = "btn";
    page.close();
    page.close();
}

fn summary(name: &str, note: &dyn Display, page: &mut Writer) {
    page.open(Shape::Summary, "").write(&format_args!("{name} "));
    page.add(Shape::Small, note);
    page.close();
}

fn scenario_group(
    snapshot: &Snapshot,
    group: &'static Group,
    is_open: bool,
    advice: &[Advice],
    page: &mut Writer,
) {
    let takes_effect_now = group.takes_effect == TakesEffect::Now;
    page.open(Shape::Fold { open: is_open }, "");
    summary(group.name, &if takes_effect_now { NOW } else { "" }, page);
    let running = &snapshot.simulation().run().scenario;
    for row in group.rows {
        let setting = Setting::Scenario(row);
        let value = snapshot.settings.write(setting, snapshot.simulation());
        let now = running.setting(row.name);
        let about = advice.iter().find(|advice| advice.setting == row.name);
        let about = about.map_or("", |advice| &advice.sentence);
        if takes_effect_now || value == now {
            field(snapshot, setting, ("", value), (row.label, &row.hint), about, page);
        } else {
            let note = phrases::next_run_note(&now);
            field(snapshot, setting, ("pending", value), (row.label, &note), about, page);
        }
    }
    page.close();
}

fn clocks(snapshot: &Snapshot, page: &mut Writer) {
    page.open(Shape::Fold { open: false }, "");
    summary("Clocks", &NOW, page);
    for host in snapshot.simulation().hosts() {
        let setting = Setting::Clock(host.id);
        let value = snapshot.settings.write(setting, snapshot.simulation());
        let label = phrases::clock_of(host.id.into());
        field(snapshot, setting, ("", value), (&label, &"10% to 1000%, or stands"), "", page);
    }
    page.close();
}

fn rules(snapshot: &Snapshot, page: &mut Writer) {
    let waived = snapshot.simulation().waived();
    page.open(Shape::Fold { open: false }, "");
    match waived.iter().count() {
        0 => summary("Rules of the protocol", &NOW, page),
        count => summary("Rules of the protocol", &format_args!("{count} waived"), page),
    }
    for &rule in Rule::ALL {
        let setting = Setting::Rule(rule);
        let value = snapshot.settings.write(setting, snapshot.simulation());
        let hint = format_args!("{}. {rule}", rule.section());
        field(snapshot, setting, ("", value), (phrases::rule_sentence(rule), &hint), "", page);
    }
    page.close();
}

/// A setting in the form: how it looks and what its value is, its label and a hint, and what to
/// know about it as it is, which is empty if there is nothing.
fn field(
    snapshot: &Snapshot,
    setting: Setting,
    (look, value): (&'static str, String),
    (label, hint): (&str, &dyn Display),
    advice: &str,
    page: &mut Writer,
) {
    let typed = snapshot.settings.typed(setting);
    let (text, complaint) = typed.map_or((&*value, ""), |typed| (&*typed.text, &*typed.complaint));
    page.open(Shape::Group, look);
    page.open(Shape::Label, "");
    page.open(Shape::Text, "").write(&format_args!("{label} "));
    page.add(Shape::Small, hint);
    page.close();
    let shape = match setting.kind() {
        Kind::Switch(off, on) => Shape::Switch(off, on),
        Kind::Text => Shape::Field { refused: !complaint.is_empty() },
    };
    page.add(shape, &text).call(&setting.name());
    page.close();
    if !complaint.is_empty() {
        page.add(Shape::Complaint, &complaint).look = "complaint";
    } else if !advice.is_empty() {
        page.add(Shape::Paragraph, &advice).look = "quiet";
    }
    page.close();
}
