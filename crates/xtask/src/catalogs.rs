//! `catalogs`: makes each catalogue of a built page complete by itself, so that a reader loads only
//! one language. Trunk runs it after each build.
//!
//! The program names a message by its number in the English catalogue. So every published catalogue
//! has the messages of the English one, in its order. A message that a translation lacks is there
//! in English, and says so.

use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context, Result};

/// What stands after a message that is not translated.
const MARK: &str = " (English)";

/// Completes the catalogues in the folder into which Trunk builds.
pub(crate) fn run() -> Result<()> {
    let staging = env::var_os("TRUNK_STAGING_DIR").context("Trunk runs this command")?;
    let locales = PathBuf::from(staging).join("locales");
    let english = locales.join("en");
    for language in entries(&locales)? {
        if language == english {
            continue;
        }
        for file in entries(&english)? {
            let own = language.join(file.file_name().unwrap_or_default());
            let translation = fs::read_to_string(&own).unwrap_or_default();
            let english = fs::read_to_string(&file).context("reading a catalogue")?;
            fs::write(&own, complete(&english, &translation)).context("writing a catalogue")?;
        }
    }
    Ok(())
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("listing {}", folder.display()))?;
    entries.map(|entry| Ok(entry?.path())).collect()
}

/// A catalogue with the messages of the English one.
fn complete(english: &str, translation: &str) -> String {
    let translated = messages(translation);
    let mut completed = String::new();
    for (name, message) in messages(english) {
        match translated.iter().find(|(other, _)| *other == name) {
            Some((_, own)) => completed += own,
            None => completed.extend([message.trim_end(), MARK, "\n"]),
        }
    }
    completed
}

/// The messages of a Fluent file with their names, without comments. A message begins at the start
/// of a line.
fn messages(catalog: &str) -> Vec<(&str, String)> {
    let mut messages: Vec<(&str, String)> = Vec::new();
    for line in catalog.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if line.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
            let name = line.split_once('=').map_or(line, |(name, _)| name.trim_end());
            messages.push((name, String::new()));
        }
        if let Some((_, message)) = messages.last_mut() {
            message.extend([line, "\n"]);
        }
    }
    messages
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: &str = "### Menus\n\nheal = Heal\n# How many.\nlinks =\n    { $count ->\n\
        \x20       [one] 1 link\n       *[other] { $count } links\n    }\nsplit = Split\n";

    #[test]
    fn a_published_translation_has_the_order_of_the_english_catalogue_and_no_comments() {
        let translation = "# Título\nsplit = Dividir\nlinks = { $count } enlaces\nheal = Reparar\n";
        let completed = "heal = Reparar\nlinks = { $count } enlaces\nsplit = Dividir\n";
        assert_eq!(complete(ENGLISH, translation), completed);
    }

    #[test]
    fn a_message_that_is_not_translated_is_english_and_says_so() {
        let completed = "heal = Reparar\nlinks =\n    { $count ->\n        [one] 1 link\n       \
            *[other] { $count } links\n    } (English)\nsplit = Split (English)\n";
        assert_eq!(complete(ENGLISH, "heal = Reparar\n"), completed);
    }

    #[test]
    fn a_message_that_english_lacks_is_not_published() {
        assert_eq!(complete("heal = Heal\n", "heal = Reparar\nold = Viejo\n"), "heal = Reparar\n");
    }
}
