//! Single settings for a form, which the parser of scripts reads.

use super::bad_value::BadValue;
use super::error::ParseError;
use super::link_settings::LINK_SETTINGS;
use super::settings::{BUGS, SETTINGS, find, on_or_off, switch};
use super::words::{Parsed, Words};
use crate::notation::Permille;
use crate::scenario::Scenario;

/// Reads a share from `least` to `most` thousandths, as scripts write it: `90%`.
///
/// # Errors
/// If the text is not such a share.
pub fn read_share(text: &str, least: u16, most: u16) -> Result<u16, BadValue> {
    read_all(text, |words| words.percent(least, most))
}

/// Writes a share as scripts do.
pub fn write_share(permille: u16) -> String {
    Permille(permille).to_string()
}

/// Reads a text that contains one value and nothing else.
fn read_all<T>(text: &str, read: impl FnOnce(&mut Words<'_>) -> Parsed<T>) -> Result<T, BadValue> {
    let words = &mut Words::new(text, 0, 0);
    if words.is_done() {
        return Err(BadValue::Missing);
    }
    let value = read(words).map_err(ParseError::into_value)?;
    if words.is_done() { Ok(value) } else { Err(BadValue::Trailing) }
}

impl Scenario {
    /// The settings that differ from the default, as scripts write them: `nodes 3`.
    pub fn changed_settings(&self) -> impl Iterator<Item = String> {
        let usual = Self::default();
        SETTINGS.iter().filter_map(move |setting| {
            let value = (setting.write)(self);
            (value != (setting.write)(&usual)).then(|| format!("{} {value}", setting.name))
        })
    }

    /// The names that [`Scenario::setting`] and [`Scenario::set`] know: those of the settings in
    /// scripts, of a link's settings and of the bugs that can be injected.
    pub fn setting_names() -> impl Iterator<Item = &'static str> {
        let settings = SETTINGS.iter().map(|setting| setting.name);
        let link_settings = LINK_SETTINGS.iter().map(|setting| setting.name);
        settings.chain(link_settings).chain(BUGS.iter().map(|bug| bug.name))
    }

    /// The value of a setting as scripts write it: `5` for `nodes`, `5%` for `loss`, `off` for
    /// `local-reads`. Empty if the name is not one of [`Scenario::setting_names`].
    pub fn setting(&self, name: &str) -> String {
        if let Some(setting) = LINK_SETTINGS.iter().find(|setting| setting.name == name) {
            return (setting.write)(&self.network);
        }
        if let Some(bug) = BUGS.iter().find(|bug| bug.name == name) {
            return on_or_off(*(bug.flag)(&mut self.injected_bugs.clone())).into();
        }
        find(name).map_or_else(String::new, |setting| (setting.write)(self))
    }

    /// Changes one setting to the value that a text gives, as [`Scenario::setting`] writes it.
    ///
    /// # Errors
    /// If the text is not a valid value, or the scenario would be impossible; then nothing changes.
    pub fn set(&mut self, name: &str, text: &str) -> Result<(), BadValue> {
        let mut changed = self.clone();
        let link_setting = LINK_SETTINGS.iter().find(|setting| setting.name == name);
        let bug = BUGS.iter().find(|bug| bug.name == name);
        read_all(text, |words| match (link_setting, bug, find(name)) {
            (Some(setting), ..) => (setting.read)(words, &mut changed.network),
            (_, Some(bug), _) => {
                switch(words).map(|on| *(bug.flag)(&mut changed.injected_bugs) = on)
            }
            (.., Some(setting)) => (setting.read)(words, &mut changed),
            _ => Err(BadValue::UnknownSetting(name.into()).at(0)),
        })?;
        changed.check()?;
        *self = changed;
        Ok(())
    }
}
