//! The settings of a link: one table, which the parser and the printer use.

use raft_core::Micros;

use super::bad_value::BadValue;
use super::words::{Parsed, Words};
use crate::link_config::LinkConfig;
use crate::notation::{Permille, Span};

/// A setting of a link.
pub(super) struct LinkSetting {
    pub(super) name: &'static str,
    /// Reads what follows the name.
    pub(super) read: fn(&mut Words, &mut LinkConfig) -> Parsed<()>,
    /// Writes what follows the name.
    pub(super) write: fn(&LinkConfig) -> String,
}

pub(super) static LINK_SETTINGS: [LinkSetting; 7] = [
    LinkSetting {
        name: "latency",
        read: |words, to| words.setting_span(Micros(0)).map(|span| to.latency = span),
        write: |of| Span(of.latency).to_string(),
    },
    LinkSetting {
        name: "jitter",
        read: |words, to| words.setting_span(Micros(0)).map(|span| to.jitter = span),
        write: |of| Span(of.jitter).to_string(),
    },
    LinkSetting {
        name: "tail",
        read: |words, to| words.setting_span(Micros(0)).map(|span| to.tail = span),
        write: |of| Span(of.tail).to_string(),
    },
    LinkSetting {
        name: "loss",
        read: |words, to| words.percent(0, 1000).map(|share| to.loss_permille = share),
        write: |of| Permille(of.loss_permille).to_string(),
    },
    LinkSetting {
        name: "duplicate",
        read: |words, to| words.percent(0, 1000).map(|share| to.duplicate_permille = share),
        write: |of| Permille(of.duplicate_permille).to_string(),
    },
    LinkSetting {
        name: "reorder",
        read: |words, to| words.percent(0, 1000).map(|share| to.reorder_permille = share),
        write: |of| Permille(of.reorder_permille).to_string(),
    },
    LinkSetting {
        name: "bandwidth",
        read: |words, to| {
            let rate = words.number_or("unlimited", 1, BadValue::RateOrUnlimited);
            rate.map(|rate| to.bandwidth = rate)
        },
        write: |of| of.bandwidth.map_or("unlimited".into(), |rate| rate.to_string()),
    },
];

/// Reads the settings of a link, each at most once. The others have their defaults.
pub(super) fn link_config(words: &mut Words) -> Parsed<LinkConfig> {
    let mut config = LinkConfig::default();
    let names = LINK_SETTINGS.each_ref().map(|setting| setting.name);
    let mut named = [false; LINK_SETTINGS.len()];
    loop {
        let place = words.place();
        let chosen = words.name_of(&names, BadValue::UnknownLinkSetting)?;
        if core::mem::replace(&mut named[chosen], true) {
            return Err(BadValue::Repeated(names[chosen].into()).at(place));
        }
        (LINK_SETTINGS[chosen].read)(words, &mut config)?;
        if words.peek().is_empty() {
            return Ok(config);
        }
    }
}
