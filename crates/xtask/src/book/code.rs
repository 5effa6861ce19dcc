//! A block of code in HTML: comments and strings have a colour, and a scenario with a name has
//! links that open and save it.

use std::fmt::{Display, Formatter, Result};

use crate::html::Escaped;

use super::FILES;

/// What stands behind the fence of a block: a language and attributes, such as
/// `raft file=first.raft`.
pub(super) struct Info<'a> {
    pub(super) language: &'a str,
    /// The name under which a reader saves the block.
    pub(super) file: Option<&'a str>,
    /// Whether the playground can open it: it is a whole scenario.
    pub(super) opens: bool,
}

impl<'a> Info<'a> {
    pub(super) fn parse(info: &'a str) -> Self {
        let language = info.split_whitespace().next().unwrap_or_default();
        let file = info.split_whitespace().find_map(|word| word.strip_prefix("file="));
        let is_part = info.split_whitespace().any(|word| word == "part");
        Self { language, file, opens: language == "raft" && !is_part }
    }
}

pub(super) struct Block<'a> {
    pub(super) info: Info<'a>,
    pub(super) text: &'a str,
}

impl Display for Block<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let Info { language, file, opens } = self.info;
        f.write_str("<figure class=\"code\">")?;
        if let Some(file) = file {
            write!(f, "<figcaption><a href=\"{FILES}/{file}\" download>{file}</a>")?;
            if opens {
                let address = format!("../index.html?scenario=book/{FILES}/{file}");
                write!(f, " <a href=\"{address}\">Open in the playground</a>")?;
            }
            f.write_str("</figcaption>")?;
        }
        write!(f, "<pre tabindex=\"0\"><code class=\"language-{language}\">")?;
        for (kind, piece) in pieces(language, self.text) {
            match kind {
                Kind::Code => write!(f, "{}", Escaped(piece))?,
                Kind::Comment => write!(f, "<i>{}</i>", Escaped(piece))?,
                Kind::String => write!(f, "<b>{}</b>", Escaped(piece))?,
            }
        }
        f.write_str("</code></pre></figure>\n")
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    Code,
    Comment,
    String,
}

/// The sign that begins a comment in this language.
fn comment_sign(language: &str) -> Option<&'static str> {
    match language {
        "raft" | "sh" | "toml" | "yaml" => Some("#"),
        "js" | "ts" | "rust" => Some("//"),
        _ => None,
    }
}

/// The comments, the strings and the rest of a text, in its order.
fn pieces<'a>(language: &str, text: &'a str) -> Vec<(Kind, &'a str)> {
    let Some(sign) = comment_sign(language) else { return vec![(Kind::Code, text)] };
    let mut pieces = Vec::new();
    for line in text.split_inclusive('\n') {
        let mut rest = line;
        while !rest.is_empty() {
            let comment = rest.find(sign).unwrap_or(rest.len());
            let string = rest.find('"').unwrap_or(rest.len());
            let (code, after) = rest.split_at(comment.min(string));
            pieces.push((Kind::Code, code));
            if comment < string {
                pieces.push((Kind::Comment, after));
                break;
            }
            let end =
                after.get(1..).and_then(|after| after.find('"')).map_or(after.len(), |at| at + 2);
            let (string, after) = after.split_at(end);
            pieces.push((Kind::String, string));
            rest = after;
        }
    }
    pieces.retain(|(_, piece)| !piece.is_empty());
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_in_a_string_begins_no_comment() {
        let found = pieces("raft", "say \"a # b\" # c\n");
        let expected = [
            (Kind::Code, "say "),
            (Kind::String, "\"a # b\""),
            (Kind::Code, " "),
            (Kind::Comment, "# c\n"),
        ];
        assert_eq!(found, expected);
        assert_eq!(pieces("text", "# a"), [(Kind::Code, "# a")]);
    }

    #[test]
    fn a_scenario_with_a_name_can_be_opened_and_saved() {
        let block = |info| Block { info: Info::parse(info), text: "seed 1\n" }.to_string();
        let named = block("raft file=a.raft");
        assert!(named.contains("href=\"files/a.raft\" download"), "{named}");
        assert!(named.contains("../index.html?scenario=book/files/a.raft"), "{named}");
        assert!(!block("raft file=a.raft part").contains("Open in the playground"));
        assert!(!block("raft").contains("figcaption"));
    }
}
