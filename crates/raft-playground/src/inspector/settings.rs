//! How the cluster is made: its size, timing, network, disks, and what of the protocol is on.
//!
//! Every setting is a name and a text, as scenarios write them. What can change while the cluster
//! runs is changed at once, by a command of the run; the rest waits for the next run.

mod table;

use std::rc::Rc;

use raft_sim::raft_core::Rule;
use raft_sim::{Scenario, script};

use crate::session::Session;
use crate::words;
use table::{GROUPS, Row};

/// How the cluster is made, as a form.
#[derive(Clone, PartialEq, Debug)]
pub struct SettingsView {
    /// The settings, by what they are about.
    pub groups: Vec<GroupView>,
    /// Whether the next run would be made otherwise than the one that is shown.
    pub pending: bool,
}

/// Settings about one thing.
#[derive(Clone, PartialEq, Debug)]
pub struct GroupView {
    /// What they are about.
    pub name: &'static str,
    /// When they change, or how many are not as usual.
    pub note: Rc<str>,
    /// The settings.
    pub fields: Vec<FieldView>,
}

/// One setting.
#[derive(Clone, PartialEq, Debug)]
pub struct FieldView {
    /// Its name, for intents: that of scenarios, a rule's, or `clock A`.
    pub name: Rc<str>,
    /// What it is called.
    pub label: &'static str,
    /// What may stand in it, or what it does.
    pub hint: Rc<str>,
    /// What stands in it: what was typed, or how it is.
    pub value: Rc<str>,
    /// For a switch what stands for off and for on.
    pub switch: Option<(&'static str, &'static str)>,
    /// Whether the next run has it otherwise than the one that is shown.
    pub pending: bool,
    /// Why what was typed was not taken; empty if it was, or may still be.
    pub complaint: Rc<str>,
}

pub(super) fn draw(session: &Session) -> SettingsView {
    let form = Form { session, next: session.next_scenario() };
    let mut groups: Vec<_> = GROUPS.iter().map(|group| form.group(group)).collect();
    groups.insert(table::CLOCKS_BEFORE, form.clocks());
    groups.push(form.rules());
    SettingsView { groups, pending: session.has_pending_settings() }
}

/// A form that is being filled.
struct Form<'a> {
    session: &'a Session,
    /// What the next run would be made from.
    next: Scenario,
}

impl Form<'_> {
    fn group(&self, group: &table::Group) -> GroupView {
        let fields = group.rows.iter().map(|row| self.scenario_field(row, group.at_once));
        let note = if group.at_once { AT_ONCE } else { "" };
        GroupView { name: group.name, note: note.into(), fields: fields.collect() }
    }

    fn scenario_field(&self, row: &Row, at_once: bool) -> FieldView {
        let value = self.next.setting(row.name);
        let running = self.session.simulation().run().scenario.setting(row.name);
        let pending = !at_once && value != running;
        let hint = if pending { format!("{running} now").into() } else { row.hint.into() };
        let field = self.field(row.name.into(), row.label, value);
        FieldView { hint, pending, switch: row.switch, ..field }
    }

    fn clocks(&self) -> GroupView {
        let hosts = self.session.simulation().hosts().iter();
        let fields = hosts.zip(table::CLOCKS).map(|(host, (name, label))| {
            let rate = script::write_share(host.clock.rate_permille());
            FieldView { hint: "10% to 1000%".into(), ..self.field(name.into(), label, rate) }
        });
        GroupView { name: "Clocks", note: AT_ONCE.into(), fields: fields.collect() }
    }

    fn rules(&self) -> GroupView {
        let waived = self.session.simulation().waived();
        let fields = Rule::ALL.iter().map(|&rule| {
            let state = if waived.contains(rule) { "off" } else { "on" };
            let name = rule.to_string();
            let hint = format!("{}. {name}", rule.section()).into();
            let label = words::rule_sentence(rule);
            let field = self.field(name.into(), label, state.into());
            FieldView { hint, switch: Some(table::SWITCH), ..field }
        });
        let note = match waived.iter().count() {
            0 => AT_ONCE.into(),
            count => format!("{count} waived").into(),
        };
        GroupView { name: "Rules of the protocol", note, fields: fields.collect() }
    }

    fn field(&self, name: Rc<str>, label: &'static str, value: String) -> FieldView {
        let typed = self.session.typed(&name);
        FieldView {
            value: typed.map_or_else(|| value.into(), |typed| Rc::clone(&typed.text)),
            complaint: typed.map(|typed| Rc::clone(&typed.complaint)).unwrap_or_default(),
            name,
            label,
            hint: Rc::default(),
            switch: None,
            pending: false,
        }
    }
}

/// The note of settings that change while the cluster runs.
const AT_ONCE: &str = "at once";
