//! What surrounds the text of a page: the head, the contents, and the ways to its neighbours.

use std::fmt::{Display, Formatter, Result};

use crate::html::Escaped;

use super::markdown::Rendered;
use super::summary::{Entry, Summary};

/// The name of the book.
const BOOK: &str = "Raft Playground: the book";

/// The symbol of the playground.
const ICON: &str = concat!(
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 26 26' ",
    "fill='%234682b4'%3E%3Ccircle cx='5.5' cy='8' r='3.6'/%3E%3Ccircle cx='16' cy='5' r='3.6' ",
    "stroke='%23888' stroke-width='2'/%3E%3Ccircle cx='22' cy='13.5' r='3.6'/%3E%3Ccircle ",
    "cx='16' cy='22' r='3.6'/%3E%3Ccircle cx='5.5' cy='19' r='3.6'/%3E%3C/svg%3E",
);

/// A page of the book.
pub(super) struct Page<'a> {
    pub(super) summary: &'a Summary,
    /// Its place among all pages.
    pub(super) place: usize,
    pub(super) rendered: &'a Rendered,
}

impl Display for Page<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let title = Escaped(&self.rendered.title);
        let head = if self.place == 0 { BOOK.to_owned() } else { format!("{title} - {BOOK}") };
        write!(
            f,
            "<!doctype html>\n<html lang=\"en\" data-theme=\"light\">\n<head>\n\
             <meta charset=\"utf-8\"/>\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n\
             <title>{head}</title>\n<link rel=\"icon\" href=\"{ICON}\"/>\n\
             <link rel=\"stylesheet\" href=\"book.css\"/>\n\
             <script src=\"book.js\"></script>\n</head>\n<body>\n\
             <a class=\"skip\" href=\"#text\">Skip to the text</a>\n\
             <header><button class=\"menu\" popovertarget=\"contents\">Contents</button>\n\
             <a class=\"name\" href=\"index.html\">{BOOK}</a>\n\
             <input type=\"search\" placeholder=\"Search\" aria-label=\"Search the book\" \
             autocomplete=\"off\"/>\n<button class=\"theme\">Dark</button>\n\
             <a class=\"open\" href=\"../index.html\"><span>Open the </span>playground</a>\
             </header>\n\
             <ol class=\"found\" hidden></ol>\n"
        )?;
        self.contents(f)?;
        write!(f, "<main id=\"text\">\n{}", self.rendered.html)?;
        self.neighbours(f)?;
        f.write_str("</main>\n</body>\n</html>\n")
    }
}

impl Page<'_> {
    fn contents(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str("<nav id=\"contents\" popover aria-label=\"Contents\">\n")?;
        let mut place = 0;
        for part in &self.summary.parts {
            if part.entries.is_empty() {
                continue;
            }
            if let Some(title) = &part.title {
                write!(f, "<p>{}</p>", Escaped(title))?;
            }
            f.write_str("<ul>\n")?;
            for entry in &part.entries {
                let here = if place == self.place { " aria-current=\"page\"" } else { "" };
                let Entry { title, name } = entry;
                write!(f, "<li><a href=\"{name}.html\"{here}>{}</a>", Escaped(title))?;
                if place == self.place {
                    self.sections(f)?;
                }
                f.write_str("</li>\n")?;
                place += 1;
            }
            f.write_str("</ul>\n")?;
        }
        f.write_str("</nav>\n")
    }

    /// The sections of this page, in the contents.
    fn sections(&self, f: &mut Formatter<'_>) -> Result {
        let sections = self.rendered.sections.iter().filter(|section| section.level == 2);
        f.write_str("<ul>")?;
        for section in sections {
            if let Some(anchor) = &section.anchor {
                write!(f, "<li><a href=\"#{anchor}\">{}</a></li>", Escaped(&section.title))?;
            }
        }
        f.write_str("</ul>")
    }

    /// The pages before and after this one.
    fn neighbours(&self, f: &mut Formatter<'_>) -> Result {
        let entry = |place: usize| self.summary.entries().nth(place);
        f.write_str("<nav class=\"neighbours\" aria-label=\"Neighbours\">")?;
        if let Some(Entry { title, name }) = self.place.checked_sub(1).and_then(entry) {
            write!(f, "<a rel=\"prev\" href=\"{name}.html\">← {}</a>", Escaped(title))?;
        }
        if let Some(Entry { title, name }) = entry(self.place + 1) {
            write!(f, "<a rel=\"next\" href=\"{name}.html\">{} →</a>", Escaped(title))?;
        }
        f.write_str("</nav>\n")
    }
}
