//! `stories`: writes the index of the stories, from which the page makes its gallery.
//!
//! Trunk runs this command after each build of the page: see `Trunk.toml`.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, ensure};
use raft_sim::Script;
use raft_sim::script::{ChoiceLabel, Report};
use serde_json::{Value, json};

use crate::workspace::Workspace;

/// The folder of the stories in the repository. The build copies it.
pub(crate) const SOURCE: &str = "web/stories";
/// The folder of the stories and the name of their index, in a built page.
const PUBLISHED: &str = "stories";
const INDEX: &str = "index.json";
/// The folder with the translations of the stories, in both.
const TRANSLATIONS: &str = "locales";
/// Trunk names the folder of the running build in this variable.
const STAGING: &str = "TRUNK_STAGING_DIR";

/// The order of the gallery. The stories themselves are not in a folder.
const FOLDERS: [(&str, &str); 3] = [("tour", "tour"), ("", "story"), ("tasks", "task")];

const WORDS_A_MINUTE: f64 = 180.0;
/// How the page plays the way to a beat: slowly at its end, and before that a long way in as much
/// time as a short one. `state/story.rs` of `raft-playground` has the same numbers.
const WATCHED_US: u64 = 160_000;
const SKIPPED_WALL_US: u64 = 1_500_000;
const USUAL_SLOWDOWN: u64 = 50;

pub(crate) fn run(workspace: &Workspace) -> Result<()> {
    let staging = env::var_os(STAGING).with_context(|| format!("{STAGING} is not set"))?;
    let source = workspace.root().join(SOURCE);
    let published = PathBuf::from(staging).join(PUBLISHED);
    let mut index = index(&source)?;
    let languages = languages(&source.join(TRANSLATIONS))?;
    name_languages(&mut index, &languages, &source);
    write(&published.join(INDEX), &index)?;
    for language in &languages {
        let translated = translated(&index, &source.join(TRANSLATIONS).join(language));
        write(&published.join(TRANSLATIONS).join(language).join(INDEX), &translated)?;
    }
    Ok(())
}

/// The languages into which some story is translated.
fn languages(folder: &Path) -> Result<Vec<String>> {
    let mut languages = Vec::new();
    for language in fs::read_dir(folder).context("listing the languages")? {
        languages.push(language?.file_name().to_string_lossy().into_owned());
    }
    languages.sort();
    Ok(languages)
}

/// Says of each story into which languages it is translated, so that the page requests no
/// translation that is not there.
fn name_languages(index: &mut Value, languages: &[String], source: &Path) {
    for entry in index.as_array_mut().into_iter().flatten() {
        let has = |language: &&String| {
            translation(entry, &source.join(TRANSLATIONS).join(language)).is_file()
        };
        let languages: Vec<&String> = languages.iter().filter(has).collect();
        entry["languages"] = json!(languages);
    }
}

/// The file with the translation of an entry's story, in the folder of a language.
fn translation(entry: &Value, folder: &Path) -> PathBuf {
    let path = entry["path"].as_str().unwrap_or_default();
    let path = path.trim_start_matches(PUBLISHED).trim_start_matches('/');
    folder.join(path).with_extension("ftl")
}

fn write(path: &Path, index: &Value) -> Result<()> {
    fs::write(path, index.to_string()).with_context(|| format!("writing {}", path.display()))
}

/// The index with the titles and summaries that a folder has a translation of.
fn translated(index: &Value, folder: &Path) -> Value {
    let mut index = index.clone();
    for entry in index.as_array_mut().into_iter().flatten() {
        let Ok(texts) = fs::read_to_string(translation(entry, folder)) else { continue };
        for key in ["title", "summary"] {
            let text = texts.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(" = "));
            if let Some(text) = text {
                entry[key] = text.trim().into();
            }
        }
    }
    index
}

/// All stories in the order of the gallery.
fn index(source: &Path) -> Result<Value> {
    let mut all = Vec::new();
    for (_, kind) in FOLDERS {
        for path in paths(source, kind)? {
            let text = fs::read_to_string(source.join(&path)).context("reading a story")?;
            let (entry, next) =
                entry(kind, &path, &text).with_context(|| format!("{SOURCE}/{path}"))?;
            let is_there = next.is_none_or(|next| source.join(format!("{next}.raft")).is_file());
            ensure!(is_there, "{SOURCE}/{path}: the next story is not there");
            all.push(entry);
        }
    }
    Ok(Value::Array(all))
}

/// The files of the stories of one kind, in the order of their names.
pub(crate) fn paths(source: &Path, kind: &str) -> Result<Vec<String>> {
    let folder = FOLDERS.into_iter().find(|(_, of)| *of == kind).map(|(folder, _)| folder);
    let folder = folder.with_context(|| format!("there is no kind of story `{kind}`"))?;
    let mut names = Vec::new();
    for entry in fs::read_dir(source.join(folder)).context("listing the stories")? {
        let path = entry?.path();
        let is_story = path.extension().is_some_and(|ending| ending == "raft");
        let name = path.file_name().filter(|_| is_story);
        names.extend(name.map(|name| name.to_string_lossy().into_owned()));
    }
    names.sort();
    let in_folder = |name| if folder.is_empty() { name } else { format!("{folder}/{name}") };
    Ok(names.into_iter().map(in_folder).collect())
}

/// What the gallery shows of a story, and the next story.
fn entry(kind: &str, path: &str, text: &str) -> Result<(Value, Option<String>)> {
    // A script error shows the line and the place in it.
    let script: Script = text.parse().map_err(|error| anyhow!("{error}"))?;
    let report = script.clone().play().context("it cannot be performed")?;
    let needed = |setting: &Option<String>, name| {
        setting.clone().with_context(|| format!("it has no {name}, which the gallery shows"))
    };
    let mut moments: Vec<u64> = match &report.beats[..] {
        // A story without beats stops where it says something.
        [] => report.said.iter().map(|said| said.at.0).collect(),
        beats => beats.iter().map(|beat| beat.at.0).collect(),
    };
    if report.beats.is_empty() {
        moments.dedup();
    }
    let read_minutes = words(&script, &report) / WORDS_A_MINUTE;
    let played_minutes = played_s(&moments, script.slowdown) / 60.0;
    let entry = json!({
        "path": format!("{PUBLISHED}/{path}"),
        "kind": kind,
        "title": needed(&script.title, "title")?,
        "summary": needed(&script.summary, "summary")?,
        "level": script.level.context("it has no level, which the gallery shows")?,
        "paper": script.paper.unwrap_or_default(),
        "beats": moments.len(),
        "task": script.task.is_some(),
        "minutes": (10.0 * (read_minutes + played_minutes)).round() / 10.0,
    });
    Ok((entry, script.next))
}

/// The number of words that a reader of the story reads.
#[expect(clippy::cast_precision_loss, reason = "a story has some thousands of words at most")]
fn words(script: &Script, report: &Report) -> f64 {
    let count = |text: &str| text.split_whitespace().count();
    let mut words: usize = match &report.beats[..] {
        [] => report.said.iter().map(|said| count(&said.text)).sum(),
        beats => beats.iter().map(|beat| count(&beat.text)).sum(),
    };
    for question in report.beats.iter().filter_map(|beat| beat.question.as_ref()) {
        words += count(&question.text) + count(&question.because);
        for choice in &question.choices {
            words += match &choice.label {
                ChoiceLabel::Text(text) => count(text),
                ChoiceLabel::Node(_) => 1,
            };
        }
    }
    words += script.task.as_ref().map_or(0, |task| count(&task.text));
    words as f64
}

/// For how many seconds the page plays on the way to these moments, in microseconds of simulated
/// time.
#[expect(clippy::cast_precision_loss, reason = "a story takes some minutes at most")]
fn played_s(moments: &[u64], slowdown: Option<u32>) -> f64 {
    let slowdown = slowdown.map_or(USUAL_SLOWDOWN, u64::from);
    let (mut from, mut wall_us) = (0, 0);
    for &moment in moments {
        let way = moment - from;
        wall_us += way.min(WATCHED_US) * slowdown;
        wall_us += (way.saturating_sub(WATCHED_US) * slowdown).min(SKIPPED_WALL_US);
        from = moment;
    }
    wall_us as f64 / 1e6
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_story_of_the_page_is_in_the_index_and_the_tour_comes_first() {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(SOURCE);
        let index = index(&source).unwrap();
        let entries = index.as_array().unwrap();
        let of = |kind| entries.iter().filter(|entry| entry["kind"] == kind).count();
        assert_eq!(of("tour"), 9);
        assert!(of("story") >= 30 && of("task") >= 20, "{} {}", of("story"), of("task"));
        assert_eq!(entries[0]["path"], "stories/tour/1-the-problem.raft");
        for entry in entries.iter().filter(|entry| entry["kind"] == "task") {
            assert_eq!(entry["task"], true, "{entry}");
        }
    }

    #[test]
    fn the_index_names_the_languages_of_a_story() {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(SOURCE);
        let languages = languages(&source.join(TRANSLATIONS)).unwrap();
        assert_eq!(languages, ["es", "fa", "zh"]);
        let mut index = json!([
            { "path": "stories/tour/3-leader-election.raft" },
            { "path": "stories/read-confirmed.raft" },
            { "path": "stories/not-there.raft" },
        ]);
        name_languages(&mut index, &languages, &source);
        let of = |place: usize| index[place]["languages"].clone();
        assert_eq!(of(0), json!(["es", "fa", "zh"]));
        assert!(of(1).as_array().unwrap().contains(&json!("es")), "{}", of(1));
        assert_eq!(of(2), json!([]));
    }

    #[test]
    fn an_entry_says_what_a_story_is_about_and_how_long_it_takes() {
        let text = format!(
            "title \"A\"\nsummary \"B\"\nlevel 2\npaper \"§5\"\nspeed 1/10\n\
             at 100ms:\nbeat one:\n  say \"{}\"\nat 10s:\nbeat two:\n  say \"b\"\n",
            "a ".repeat(179)
        );
        // 180 words, 1 s until the first beat, then 1.5 s and 1.6 s.
        let expected = json!({
            "path": "stories/a.raft", "kind": "story", "title": "A", "summary": "B", "level": 2,
            "paper": "§5", "beats": 2, "task": false, "minutes": 1.1,
        });
        assert_eq!(entry("story", "a.raft", &text).unwrap(), (expected, None));
    }

    #[test]
    fn a_story_with_a_mistake_or_without_a_summary_is_refused() {
        let error = entry("story", "a.raft", "title \"A\"\nsumary \"B\"\n").unwrap_err();
        assert!(error.to_string().contains('2'), "{error}");
        let error = entry("story", "a.raft", "title \"A\"\nat 1s: say \"b\"\n").unwrap_err();
        assert!(error.to_string().contains("summary"), "{error}");
    }
}
