//! A page's text: Markdown in, HTML out, with what the contents and the search need.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use anyhow::{Result, ensure};
use pulldown_cmark::{
    Alignment, CodeBlockKind, CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html,
};

use crate::html::Escaped;

use super::code::{Block, Info};
use super::links::Links;
use super::sources::Fragment;

/// A page without what surrounds it.
#[derive(Default)]
pub(super) struct Rendered {
    pub(super) title: String,
    pub(super) html: String,
    pub(super) sections: Vec<Section>,
    /// The addresses of all links to pages of the book.
    pub(super) links: Vec<String>,
    /// The blocks with a name, as files.
    pub(super) files: BTreeMap<String, String>,
}

/// The text below a heading.
pub(super) struct Section {
    pub(super) level: usize,
    pub(super) title: String,
    /// The title of a page has none.
    pub(super) anchor: Option<String>,
    pub(super) text: String,
}

pub(super) fn render(fragments: &[Fragment], links: &Links) -> Result<Rendered> {
    let mut page = Rendered::default();
    for fragment in fragments {
        let events = Walk { fragment, links, page: &mut page }.events()?;
        html::push_html(&mut page.html, events.into_iter());
    }
    ensure!(!page.title.is_empty(), "the page has no title");
    Ok(page)
}

/// One fragment on its way into the page.
struct Walk<'a, 'page> {
    fragment: &'a Fragment,
    links: &'a Links<'a>,
    page: &'page mut Rendered,
}

impl<'a> Walk<'a, '_> {
    fn events(&mut self) -> Result<Vec<Event<'a>>> {
        let mut parser = Parser::new_ext(&self.fragment.text, Options::ENABLE_TABLES);
        let mut events = Vec::new();
        // Whether each open link is drawn.
        let mut open_links = Vec::new();
        while let Some(event) = parser.next() {
            match event {
                Event::Start(Tag::Heading { level, .. }) => {
                    let inner = parser.by_ref();
                    let inner: Vec<_> = inner
                        .take_while(|event| !matches!(event, Event::End(TagEnd::Heading(_))))
                        .collect();
                    events.push(self.heading(level, &inner)?);
                }
                Event::Start(Tag::CodeBlock(kind)) => {
                    let inner = parser.by_ref();
                    let text: String = inner
                        .take_while(|event| !matches!(event, Event::End(TagEnd::CodeBlock)))
                        .map(|event| text_of(&event).to_owned())
                        .collect();
                    events.push(self.code(&kind, &text)?);
                }
                Event::Start(Tag::Table(columns)) => {
                    // The alignment would be a style in the element, which a strict policy forbids.
                    let columns = vec![Alignment::None; columns.len()];
                    let table = Event::Start(Tag::Table(columns));
                    events.extend([raw("<div class=\"table\" tabindex=\"0\">"), table]);
                }
                Event::End(TagEnd::Table) => events.extend([event, raw("</div>")]),
                Event::Start(Tag::Link { ref dest_url, .. }) => {
                    let address = self.links.address(&self.fragment.path, dest_url)?;
                    open_links.push(address.is_some());
                    if let Some(address) = address {
                        events.push(raw(&format!("<a href=\"{}\">", Escaped(&address))));
                        self.page.links.push(address);
                    }
                }
                Event::End(TagEnd::Link) => {
                    if open_links.pop() == Some(true) {
                        events.push(raw("</a>"));
                    }
                }
                Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
                    let address = self.links.address(&self.fragment.path, &dest_url)?;
                    ensure!(address.is_some(), "the picture {dest_url} is not in the book");
                    let dest_url = address.unwrap_or_default().into();
                    events.push(Event::Start(Tag::Image { link_type, dest_url, title, id }));
                }
                Event::Html(_) => {}
                event => {
                    self.remember(&event);
                    events.push(event);
                }
            }
        }
        Ok(events)
    }

    /// Adds the text to what the search finds.
    fn remember(&mut self, event: &Event) {
        let Some(section) = self.page.sections.last_mut() else { return };
        section.text.push_str(match event {
            Event::End(_) => " ",
            event => text_of(event),
        });
    }

    fn heading(&mut self, level: HeadingLevel, inner: &[Event]) -> Result<Event<'a>> {
        let level = level as usize + self.fragment.lower_headings;
        let title: String = inner.iter().map(text_of).collect();
        let mut content = String::new();
        html::push_html(&mut content, inner.iter().filter(|event| is_visible(event)).cloned());
        if level == 1 {
            ensure!(self.page.title.is_empty(), "“{title}” is a second title");
            self.page.title.clone_from(&title);
            let text = String::new();
            self.page.sections.push(Section { level, title, anchor: None, text });
            return Ok(raw(&format!("<h1>{content}</h1>\n")));
        }
        let anchor = self.anchor(&title);
        let mut heading = String::new();
        let link = format!("<a href=\"#{anchor}\">{content}</a>");
        writeln!(heading, "<h{level} id=\"{anchor}\">{link}</h{level}>")?;
        let text = String::new();
        self.page.sections.push(Section { level, title, anchor: Some(anchor), text });
        Ok(raw(&heading))
    }

    /// A name for a heading that no other heading of the page has.
    fn anchor(&self, title: &str) -> String {
        let words = title.split(|letter: char| !letter.is_alphanumeric());
        let words: Vec<_> = words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
        let anchor = words.join("-");
        let is_taken = |anchor: &str| {
            self.page.sections.iter().any(|section| section.anchor.as_deref() == Some(anchor))
        };
        let numbered = (2..).map(|number| format!("{anchor}-{number}"));
        let mut candidates = [anchor.clone()].into_iter().chain(numbered);
        candidates.find(|anchor| !is_taken(anchor)).unwrap_or_default()
    }

    fn code(&mut self, kind: &CodeBlockKind, text: &str) -> Result<Event<'a>> {
        let info = match kind {
            CodeBlockKind::Fenced(info) => info,
            CodeBlockKind::Indented => "",
        };
        let info = Info::parse(info);
        if let Some(section) = self.page.sections.last_mut() {
            section.text.extend([" ", text]);
        }
        if let Some(file) = info.file {
            let earlier = self.page.files.insert(file.to_owned(), text.to_owned());
            ensure!(earlier.is_none(), "two blocks have the name {file}");
        }
        Ok(raw(&Block { info, text }.to_string()))
    }
}

/// Links in headings would be links in links.
fn is_visible(event: &Event) -> bool {
    !matches!(event, Event::Start(Tag::Link { .. }) | Event::End(TagEnd::Link))
}

fn raw<'a>(html: &str) -> Event<'a> {
    Event::Html(CowStr::from(html.to_owned()))
}

fn text_of<'a>(event: &'a Event) -> &'a str {
    match event {
        Event::Text(text) | Event::Code(text) => text,
        Event::SoftBreak | Event::HardBreak => " ",
        _ => "",
    }
}
