//! The page: its head, the contents, the messages, and the chapters.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{Display, Formatter, Result};

use raft_playground::text::{Catalog, Direction, Sentence, say};
use raft_playground::view::MessageKind;

use super::beat::Beat;
use super::text_sizes::TextSizes;
use super::words::{Rendered, Told, Words};
use super::{Chapter, NAME, message_icon};

/// The colours of the page, and the look of the stage.
const STYLES: [&str; 3] = [
    include_str!("../../../../../web/style/tokens.css"),
    include_str!("../../../../../web/style/stage.css"),
    include_str!("page.css"),
];

/// A kind of message, whether it refuses something, and what it does in words.
type Legend = (MessageKind, bool, fn() -> Sentence);

/// The messages that the help explains, too.
const LEGEND: [Legend; 8] = [
    (MessageKind::VoteRequest, false, say::help_vote_request),
    (MessageKind::VoteReply, false, say::help_vote_granted),
    (MessageKind::VoteReply, true, say::help_vote_refused),
    (MessageKind::Heartbeat, false, say::help_heartbeat),
    (MessageKind::Append, false, say::help_entries),
    (MessageKind::AppendReply, false, say::help_entries_accepted),
    (MessageKind::ClientRequest, false, say::help_client_request),
    (MessageKind::ClientReply, false, say::help_client_answer),
];

/// The tour in one language.
pub(super) struct Page<'a> {
    pub(super) words: Words<'a>,
    /// The tags of all languages.
    pub(super) tags: &'a [&'a str],
    pub(super) chapters: &'a [Chapter],
}

/// The name of the page in a language.
pub(super) fn file_name(tag: &str) -> String {
    if tag == "en" { format!("{NAME}html") } else { format!("{NAME}{tag}.html") }
}

/// What a language calls itself.
fn name_of(tag: &str) -> &str {
    match tag {
        "en" => "English",
        "es" => "Español",
        "fa" => "فارسی",
        "zh" => "简体中文",
        tag => tag,
    }
}

impl Display for Page<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let direction = match self.words.catalog.language().direction() {
            Direction::LeftToRight => "ltr",
            Direction::RightToLeft => "rtl",
        };
        let title = self.say(say::readable_title());
        write!(
            f,
            "<!doctype html>\n<html lang=\"{}\" dir=\"{direction}\" data-theme=\"light\">\n<head>\n\
             <meta charset=\"utf-8\"/>\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n\
             <title>{title}</title>\n<style>\n",
            self.words.tag,
        )?;
        STYLES.iter().try_for_each(|style| f.write_str(style))?;
        let moments =
            self.chapters.iter().flat_map(|chapter| chapter.beats.iter().chain(&chapter.task));
        let rules = moments.map(|moment| TextSizes(&moment.frame.scene.layout.sizes).rule());
        rules.collect::<BTreeSet<_>>().iter().try_for_each(|rule| f.write_str(rule))?;
        write!(f, "</style>\n</head>\n<body>\n<header>\n<h1>{title}</h1>\n")?;
        writeln!(f, "<p>{}</p>", self.say(say::readable_about()))?;
        f.write_str("<p class=\"languages\">")?;
        for tag in self.tags {
            let (file, name) = (file_name(tag), name_of(tag));
            let here = if *tag == self.words.tag { " aria-current=\"page\"" } else { "" };
            write!(f, "<a href=\"{file}\" lang=\"{tag}\" hreflang=\"{tag}\"{here}>{name}</a> ")?;
        }
        f.write_str("</p>\n</header>\n")?;
        self.contents(f)?;
        self.legend(f)?;
        f.write_str("<main>\n")?;
        self.chapters.iter().try_for_each(|chapter| self.chapter(chapter, f))?;
        f.write_str("</main>\n</body>\n</html>\n")
    }
}

impl<'a> Page<'a> {
    fn say(&self, sentence: Sentence) -> Rendered<'_> {
        self.words.say(sentence)
    }

    fn contents(&self, f: &mut Formatter<'_>) -> Result {
        let label = self.say(say::readable_chapters());
        write!(f, "<nav aria-label=\"{label}\">\n<ol>\n")?;
        for chapter in self.chapters {
            let title = self.title(chapter);
            writeln!(f, "<li><a href=\"#{}\">{title}</a></li>", chapter.name)?;
        }
        f.write_str("</ol>\n</nav>\n")
    }

    /// What the messages in the pictures look like, and the pattern that pictures use.
    fn legend(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(
            "<svg class=\"patterns\" aria-hidden=\"true\"><defs><pattern id=\"hatch\" width=\"6\" \
             height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
             <path class=\"hatch\" d=\"M0 0V6\"/></pattern></defs></svg>\n",
        )?;
        write!(
            f,
            "<section class=\"legend\">\n<h2>{}</h2>\n<dl>\n",
            self.say(say::help_messages())
        )?;
        for (kind, is_refusal, word) in LEGEND {
            let class = message_icon::class(kind);
            f.write_str("<div><dt><svg viewBox=\"-13 -13 26 26\" aria-hidden=\"true\">")?;
            write!(f, "<g class=\"message {class}\">")?;
            message_icon::draw(kind, is_refusal, false, f)?;
            writeln!(f, "</g></svg></dt><dd>{}</dd></div>", self.say(word()))?;
        }
        f.write_str("</dl>\n</section>\n")
    }

    fn title(&self, chapter: &'a Chapter) -> Told<'a> {
        let title = chapter.script.title.as_deref().unwrap_or(&chapter.name);
        self.words.told(&chapter.name, "title", title)
    }

    fn chapter(&self, chapter: &'a Chapter, f: &mut Formatter<'_>) -> Result {
        let Chapter { name, script, beats, task } = chapter;
        write!(f, "<section class=\"chapter\" id=\"{name}\">\n<h2>{}</h2>\n", self.title(chapter))?;
        if let Some(summary) = &script.summary {
            writeln!(f, "<p class=\"summary\">{}</p>", self.words.told(name, "summary", summary))?;
        }
        if let Some(paper) = &script.paper {
            let paper = self.say(say::readable_paper(paper.as_str()));
            writeln!(f, "<p class=\"paper\">{paper}</p>")?;
        }
        let texts = script.texts();
        let texts: BTreeMap<_, _> =
            texts.iter().map(|(key, text)| (key.as_str(), text.as_str())).collect();
        let beat_names = script.steps.iter().flat_map(|step| &step.beats).map(|beat| &beat.name);
        for (place, (beat, moment)) in beat_names.zip(beats).enumerate() {
            Beat { words: &self.words, chapter, name: beat, moment, texts: &texts }
                .write(place, f)?;
        }
        if let Some(moment) = task {
            Beat { words: &self.words, chapter, name: "task", moment, texts: &texts }
                .write_task(f)?;
        }
        f.write_str("</section>\n")
    }
}
