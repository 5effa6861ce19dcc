//! The tour as one page of text with a picture for each beat, for printing and for people who
//! cannot see motion. It is made of the files of the tour, performed by the playground.

mod svg;

mod text_sizes;

mod words;

mod message_icon;

mod log;

mod picture;

mod description;

mod beat;

mod page;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow, ensure};
use fluent_syntax::ast::{Entry, PatternElement};
use fluent_syntax::parser;
use raft_playground::intent::{Panel, Story};
use raft_playground::layout::{Shape, Stage};
use raft_playground::share::{ImportJob, ImportProgress, OpenedRun};
use raft_playground::text::{Catalog, Language, NativeCatalog, Sentence};
use raft_playground::{Frame, Options, Playground, Speed};
use raft_sim::Script;

use words::{Texts, Words};

use crate::workspace::Workspace;

/// The start of the names of the pages: `tour.html`, `tour.es.html`.
pub(super) const NAME: &str = "tour.";

/// The folder of the stories in the repository, and that of the tour in it.
const STORIES: &str = "web/stories";
const TOUR: &str = "tour";

/// The stage of the pictures: as small as one with four entries in each log can be, so that its
/// text can be read on a phone and on paper.
const STAGE: Stage = Stage { shape: Shape::Wide, width: 540.0, height: 420.0, field: false };

/// What a page shows of a moment.
struct Moment {
    frame: Frame,
    /// What the badge says where it has room for names.
    badge: Option<Sentence>,
}

/// A chapter, with a picture of each beat.
struct Chapter {
    /// The name of its file without the ending.
    name: String,
    script: Script,
    beats: Vec<Moment>,
    /// The beginning of the task, if there is one.
    task: Option<Moment>,
}

/// Writes the page in each language into which the tour is translated.
pub(super) fn write(workspace: &Workspace, folder: &Path) -> Result<()> {
    for (name, page) in pages(workspace.root())? {
        fs::write(folder.join(&name), page).with_context(|| format!("writing {name}"))?;
    }
    Ok(())
}

/// The names and the contents of the pages.
fn pages(root: &Path) -> Result<Vec<(String, String)>> {
    let stories = root.join(STORIES);
    let chapters = chapters(&stories.join(TOUR))?;
    let languages = languages(&stories.join("locales"))?;
    let tags: Vec<&str> = languages.iter().map(|(tag, _)| tag.as_str()).collect();
    let page = |(tag, texts): &(String, BTreeMap<String, Texts>)| {
        let catalog = NativeCatalog::new(Language::from_tag(tag).unwrap_or_default());
        let words = Words { tag, catalog, texts };
        let page = page::Page { words, tags: &tags, chapters: &chapters };
        (page::file_name(tag), page.to_string())
    };
    Ok(languages.iter().map(page).collect())
}

/// The languages by their tags, each with the texts of each chapter that is translated; English,
/// which is in the chapters themselves, first.
fn languages(locales: &Path) -> Result<Vec<(String, BTreeMap<String, Texts>)>> {
    let mut languages = vec![("en".to_owned(), BTreeMap::new())];
    for tag in names(locales, "")? {
        let tour = locales.join(&tag).join(TOUR);
        if !tour.is_dir() {
            continue;
        }
        let mut texts = BTreeMap::new();
        for chapter in names(&tour, ".ftl")? {
            let path = tour.join(format!("{chapter}.ftl"));
            let catalog = fs::read_to_string(&path).context("reading a translation")?;
            let translated =
                translation(&catalog).with_context(|| format!("reading {}", path.display()))?;
            texts.insert(chapter, translated);
        }
        languages.push((tag, texts));
    }
    Ok(languages)
}

/// The texts of a Fluent file, in which every message is plain text.
fn translation(catalog: &str) -> Result<Texts> {
    let resource = parser::parse(catalog).map_err(|(_, errors)| anyhow!("{}", errors[0]))?;
    let mut texts = Texts::new();
    for entry in resource.body {
        let Entry::Message(message) = entry else { continue };
        let elements = message.value.map_or_else(Vec::new, |value| value.elements);
        let text = elements.iter().filter_map(|element| match element {
            PatternElement::TextElement { value } => Some(*value),
            PatternElement::Placeable { .. } => None,
        });
        texts.insert(message.id.name.to_owned(), text.collect());
    }
    Ok(texts)
}

/// The chapters in their order.
fn chapters(folder: &Path) -> Result<Vec<Chapter>> {
    let chapter = |name: String| {
        let path = folder.join(format!("{name}.raft"));
        let text = fs::read_to_string(&path).context("reading a chapter of the tour")?;
        chapter(name, &text).with_context(|| path.display().to_string())
    };
    names(folder, ".raft")?.into_iter().map(chapter).collect()
}

/// What is in a folder with this ending, in order, without the ending.
fn names(folder: &Path, ending: &str) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("listing {}", folder.display()))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        names.extend(name.strip_suffix(ending).map(str::to_owned));
    }
    names.sort();
    Ok(names)
}

/// Performs a chapter, and stops at each beat.
fn chapter(name: String, text: &str) -> Result<Chapter> {
    // A script error shows the line and the place in it.
    let script: Script = text.parse().map_err(|error| anyhow!("{error}"))?;
    let options = Options { seed: 1, nodes: 5, speed: Speed::default(), paused: true };
    let mut playground = Playground::new(&options)?;
    playground.open(opened(text)?);
    let mut beats = Vec::new();
    for beat in script.steps.iter().flat_map(|step| &step.beats) {
        playground.handle(Story::GoTo(beats.len()));
        // Any answer makes the page tell the true one.
        playground.handle(Story::Choose(0));
        let moment = moment(&mut playground);
        let story = moment.frame.scene.story.as_ref();
        let shown = story.and_then(|story| story.beats.get(story.place?));
        ensure!(shown.is_some_and(|shown| **shown == *beat.name), "{} is not reached", beat.name);
        beats.push(moment);
    }
    let task = script.task.is_some().then(|| {
        playground.handle(Story::GoTo(beats.len()));
        moment(&mut playground)
    });
    Ok(Chapter { name, script, beats, task })
}

fn moment(playground: &mut Playground) -> Moment {
    playground.handle(Panel::Resize(Stage::default()));
    let badge = playground.frame().scene.badge.as_ref().and_then(|badge| badge.text.clone());
    playground.handle(Panel::Resize(STAGE));
    Moment { frame: playground.frame(), badge }
}

fn opened(text: &str) -> Result<OpenedRun> {
    let mut job = ImportJob::new(text, None)
        .map_err(|error| anyhow!("{}", NativeCatalog::new(Language::English).render(&error)))?;
    loop {
        match job.resume() {
            ImportProgress::Going(going) => job = going,
            ImportProgress::Done(opened) => return Ok(*opened),
        }
    }
}
