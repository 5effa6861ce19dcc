//! How the cluster is made: its size, timing, network, disks, and the protocol's options.
//!
//! The fields follow from the table of settings ([`Setting`]).

use std::rc::Rc;

use raft_sim::Advice;
use raft_sim::raft_core::Rule;

use crate::intent::{FieldKind, SCENARIO_GROUPS, Setting, SettingGroup, Setup, TakesEffect};
use crate::phrases::{self, rules};
use crate::snapshot::Snapshot;
use crate::text::{Sentence, say};
use crate::view::{PieceKind, Writer};

pub(super) fn add(snapshot: &Snapshot, page: &mut Writer) {
    let advice = snapshot.settings.next_scenario(snapshot.simulation()).advice();
    page.open(PieceKind::Group, "settings");
    for (number, group) in SCENARIO_GROUPS.iter().enumerate() {
        scenario_group(snapshot, group, number == 0, &advice, page);
        if group.takes_effect == TakesEffect::Now {
            clocks(snapshot, page);
        }
    }
    rule_switches(snapshot, page);
    page.open(PieceKind::Group, "begin");
    if snapshot.settings.is_pending(snapshot.simulation()) {
        let restart = page.add(PieceKind::Button, say::settings_restart());
        restart.intent(Setup::Restart).class("button primary");
        page.add(PieceKind::Button, say::settings_discard())
            .intent(Setup::DiscardDraft)
            .class("button");
    }
    page.add(PieceKind::Button, say::settings_defaults())
        .intent(Setup::SetDefaults)
        .class("button");
    page.close();
    page.close();
}

/// Begins a group of settings under its title, which a note may follow.
fn open_group(title: Sentence, note: Option<Sentence>, is_open: bool, page: &mut Writer) {
    page.open(PieceKind::Fold { open: is_open }, "");
    page.open(PieceKind::Summary, "").write(title);
    if let Some(note) = note {
        page.add(PieceKind::Small, note);
    }
    page.close();
}

fn scenario_group(
    snapshot: &Snapshot,
    group: &'static SettingGroup,
    is_open: bool,
    advice: &[Advice],
    page: &mut Writer,
) {
    let takes_effect_now = group.takes_effect == TakesEffect::Now;
    open_group((group.title)(), takes_effect_now.then(say::settings_now), is_open, page);
    let running = &snapshot.simulation().run().scenario;
    for row in group.rows {
        let setting = Setting::Scenario(row);
        let value = snapshot.settings.write(setting, snapshot.simulation());
        let now = running.setting(row.name);
        let about = advice.iter().find(|advice| advice.setting() == row.name);
        let about = about.map(|advice| phrases::advice(*advice));
        if takes_effect_now || value == now {
            field(snapshot, setting, ("", value), ((row.label)(), (row.hint)()), about, page);
        } else {
            let label = ((row.label)(), say::settings_current(now));
            field(snapshot, setting, ("pending", value), label, about, page);
        }
    }
    page.close();
}

fn clocks(snapshot: &Snapshot, page: &mut Writer) {
    open_group(say::settings_clocks(), Some(say::settings_now()), false, page);
    for host in snapshot.simulation().hosts() {
        let setting = Setting::Clock(host.id);
        let value = snapshot.settings.write(setting, snapshot.simulation());
        let label = (say::setting_clock(host.id), say::setting_clock_hint());
        field(snapshot, setting, ("", value), label, None, page);
    }
    page.close();
}

fn rule_switches(snapshot: &Snapshot, page: &mut Writer) {
    let note = match snapshot.simulation().waived().iter().count() {
        0 => say::settings_now(),
        count => say::settings_rules_off(count),
    };
    open_group(say::settings_rules(), Some(note), false, page);
    for &rule in Rule::ALL {
        let setting = Setting::Rule(rule);
        let value = snapshot.settings.write(setting, snapshot.simulation());
        let hint = say::setting_rule_hint(rules::section(rule), rule.to_string());
        field(snapshot, setting, ("", value), (rules::rule(rule), hint), None, page);
    }
    page.close();
}

/// A setting in the form: its class and value, its label and a hint, and advice about this value.
fn field(
    snapshot: &Snapshot,
    setting: Setting,
    (class, value): (&'static str, String),
    (label, hint): (Sentence, Sentence),
    advice: Option<Sentence>,
    page: &mut Writer,
) {
    let typed = snapshot.settings.typed(setting);
    let text = typed.map_or_else(|| value.into(), |typed| Rc::clone(&typed.text));
    let complaint = typed.and_then(|typed| typed.complaint.clone());
    page.open(PieceKind::Group, class);
    page.open(PieceKind::Label, "");
    page.open(PieceKind::Text, "").write(label);
    page.add(PieceKind::Small, hint);
    page.close();
    match setting.kind() {
        FieldKind::Switch(off, on) => {
            page.add_empty(PieceKind::Switch { setting, off, on, is_on: &*text == on });
        }
        FieldKind::Text => {
            page.add(PieceKind::Field { setting, refused: complaint.is_some() }, text);
        }
    }
    page.close();
    if let Some(complaint) = complaint {
        page.add(PieceKind::Complaint, complaint).class("complaint");
    } else if let Some(advice) = advice {
        page.add(PieceKind::Paragraph, advice).class("quiet");
    }
    page.close();
}
