//! Settings one by one, read and written by the same parser as a script's: for a form.

use super::settings::{
    MISTAKES, PARTS, mistake, on_or_off, part_of, place, read_one, read_part, switch, values,
};
use super::words::Words;
use crate::notation::Permille;
use crate::scenario::Scenario;

/// Why a text is not what a setting can be, in a sentence.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{0}")]
pub struct BadSetting(String);

impl BadSetting {
    /// A setting that is refused for a reason of the caller's.
    pub fn new(sentence: String) -> Self {
        Self(sentence)
    }
}

/// Reads a share from `least` to `most` thousandths, as a script has it: `90%`.
///
/// # Errors
/// If the text is no such share.
pub fn read_share(text: &str, least: u16, most: u16) -> Result<u16, BadSetting> {
    let words = &mut Words::new(text, 0, 0);
    let share = words.percent(least, most);
    let read = share.and_then(|share| words.end_of("the end").map(|()| share));
    read.map_err(|error| BadSetting(error.sentence()))
}

/// Writes a share as a script has it.
pub fn write_share(permille: u16) -> String {
    Permille(permille).to_string()
}

impl Scenario {
    /// What differs from the default, as a script has it: `nodes 3`.
    pub fn changed_settings(&self) -> impl Iterator<Item = String> {
        let pairs = values(self).into_iter().zip(values(&Self::default()));
        let changed = pairs.filter(|(one, usual)| one != usual);
        changed.map(|((name, value), _)| format!("{name} {value}"))
    }

    /// What stands after a setting's name in a script: `5` for `nodes`. A part of the network's
    /// quality and a mistake have names of their own here: `5%` for `loss`, `off` for
    /// `local-reads`. Empty for a name that nothing has.
    pub fn setting(&self, name: &str) -> String {
        if let Some(part) = place(&PARTS, name) {
            return part_of(&self.network, part);
        }
        if let Some(number) = place(&MISTAKES, name) {
            return on_or_off(*mistake(&mut self.mistakes.clone(), number)).into();
        }
        let values = values(self).into_iter();
        values.filter(|(other, _)| *other == name).map(|(_, value)| value).collect()
    }

    /// Changes one setting to what a text says, as a script or [`Scenario::setting`] writes it.
    ///
    /// # Errors
    /// If the text is no such setting, or makes the scenario impossible; then nothing changes.
    pub fn set(&mut self, name: &str, text: &str) -> Result<(), BadSetting> {
        let mut changed = self.clone();
        let words = &mut Words::new(text, 0, 0);
        let read = match (place(&PARTS, name), place(&MISTAKES, name)) {
            _ if words.is_done() => return Err(BadSetting("a value is missing".into())),
            (Some(part), _) => read_part(part, words, &mut changed.network),
            (_, Some(number)) => {
                switch(words).map(|made| *mistake(&mut changed.mistakes, number) = made)
            }
            _ => read_one(name, words, &mut changed),
        };
        let read = read.and_then(|()| words.end_of("the end"));
        read.map_err(|error| BadSetting(error.sentence()))?;
        changed.check().map_err(|error| BadSetting(error.to_string()))?;
        *self = changed;
        Ok(())
    }
}
