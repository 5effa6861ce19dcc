//! What a page takes from the sources: each directive, a line such as `{{rules}}`, and the Markdown
//! that it stands for.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail, ensure};
use raft_sim::raft_core::Rule;
use raft_sim::{Property, Script};

use crate::stories;
use crate::workspace::{Workspace, output};

use super::SOURCE;

/// Markdown, and the file that it is from.
pub(super) struct Fragment {
    /// Relative to the root.
    pub(super) path: PathBuf,
    pub(super) text: String,
    /// By how many levels its headings are below those of its file.
    pub(super) lower_headings: usize,
}

/// The help of `raft-lab`: each command with its text, first the program itself without a command.
#[derive(Default)]
pub(super) struct Help(pub(super) Vec<(String, String)>);

impl Help {
    pub(super) fn of(workspace: &Workspace, program: &Path) -> Result<Self> {
        let ask = |command: &str| {
            let mut ask = workspace.command(program);
            output(ask.args(command.split_whitespace()).arg("--help"))
        };
        let all = ask("")?;
        let mut help = vec![(String::new(), all.clone())];
        for command in commands(&all) {
            help.push((command.to_owned(), ask(command)?));
        }
        ensure!(help.len() > 1, "the help of raft-lab lists no command");
        Ok(Self(help))
    }
}

/// The commands that the help of a program lists.
fn commands(help: &str) -> impl Iterator<Item = &str> {
    let lines = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    let lines = lines.take_while(|line| !line.is_empty());
    lines.filter_map(|line| line.split_whitespace().next()).filter(|command| *command != "help")
}

/// Where directives look things up.
pub(super) struct Sources<'a> {
    pub(super) root: &'a Path,
    pub(super) help: Help,
}

impl Sources<'_> {
    /// The text of a page without directives.
    pub(super) fn expand(&self, text: &str) -> Result<Vec<Fragment>> {
        let own = |text| Fragment { path: Path::new(SOURCE).join("-"), text, lower_headings: 0 };
        let mut fragments = Vec::new();
        let mut before = String::new();
        for line in text.lines() {
            let directive = line.strip_prefix("{{").and_then(|line| line.strip_suffix("}}"));
            if let Some(directive) = directive {
                fragments.push(own(std::mem::take(&mut before)));
                fragments.push(self.directive(directive).with_context(|| line.to_owned())?);
            } else {
                before.extend([line, "\n"]);
            }
        }
        fragments.push(own(before));
        fragments.retain(|fragment| !fragment.text.trim().is_empty());
        Ok(fragments)
    }

    fn directive(&self, directive: &str) -> Result<Fragment> {
        let (name, argument) = directive.split_once(' ').unwrap_or((directive, ""));
        let own = |text| Fragment { path: Path::new(SOURCE).join("-"), text, lower_headings: 0 };
        Ok(match name {
            "include" => self.include(argument)?,
            "section" => {
                let (path, title) = argument.split_once('#').context("it names no section")?;
                let text = section(&self.read(path)?, title)?;
                Fragment { path: path.into(), text, lower_headings: 0 }
            }
            "file" => {
                let ending = argument.rsplit('.').next().unwrap_or_default();
                own(format!("````{ending}\n{}````\n", self.read(argument)?))
            }
            "example" => own(example(&self.read(argument)?)?),
            "rules" => own(rules(&self.read("crates/raft-core/src/rules.rs")?)?),
            "guarantees" => {
                own(guarantees(&self.read("crates/raft-sim/src/checks/properties.rs")?)?)
            }
            "help" => own(self.help_text()?),
            "stories" => own(stories(self.root, argument)?),
            _ => bail!("there is no such directive"),
        })
    }

    fn read(&self, path: &str) -> Result<String> {
        fs::read_to_string(self.root.join(path)).with_context(|| format!("reading {path}"))
    }

    /// A whole file. Its title is dropped, since the page has one; a file whose sections are titles
    /// gets lower headings.
    fn include(&self, path: &str) -> Result<Fragment> {
        let text = self.read(path)?;
        let (text, lower_headings) = match text.strip_prefix("# ") {
            Some(rest) => (rest.split_once('\n').map_or("", |(_, rest)| rest).to_owned(), 0),
            None => (text, 1),
        };
        Ok(Fragment { path: path.into(), text, lower_headings })
    }

    fn help_text(&self) -> Result<String> {
        let mut text = String::new();
        for (command, help) in &self.help.0 {
            let title = if command.is_empty() { "The commands" } else { command };
            writeln!(text, "## {title}\n\n```text\n{}\n```\n", help.trim_end())?;
        }
        Ok(text)
    }
}

/// The text below a heading, up to the next heading of the same level.
fn section(text: &str, title: &str) -> Result<String> {
    let heading = |line: &str| {
        let level = line.len() - line.trim_start_matches('#').len();
        (level > 0 && line[level..].starts_with(' ')).then_some(level)
    };
    let mut lines = text.lines();
    let level = lines
        .find_map(|line| heading(line).filter(|level| line[level + 1..] == *title))
        .with_context(|| format!("there is no section “{title}”"))?;
    let ends = |line: &&str| heading(line).is_none_or(|other| other > level);
    Ok(lines.take_while(ends).flat_map(|line| [line, "\n"]).collect())
}

/// The first example in the documentation of a crate, which the crate's own tests run.
fn example(source: &str) -> Result<String> {
    let docs = source.lines().take_while(|line| line.starts_with("//!"));
    let docs = docs.map(|line| line[3..].strip_prefix(' ').unwrap_or(&line[3..]));
    let lines = docs.skip_while(|line| *line != "```").skip(1).take_while(|line| *line != "```");
    // rustdoc hides these lines, too.
    let shown = lines.filter(|line| !line.starts_with("# "));
    let code: String = shown.flat_map(|line| [line, "\n"]).collect();
    ensure!(!code.is_empty(), "the documentation has no example");
    Ok(format!("```rust\n{code}```\n"))
}

/// The comment above a line of a source file.
fn comment_above(source: &str, item: &str) -> Result<String> {
    let lines: Vec<&str> = source.lines().map(str::trim).collect();
    let at = lines.iter().position(|line| *line == item);
    let at = at.with_context(|| format!("the source has no line `{item}`"))?;
    let comment = lines[..at].iter().rev().map_while(|line| line.strip_prefix("/// "));
    let mut comment: Vec<&str> = comment.collect();
    comment.reverse();
    ensure!(!comment.is_empty(), "`{item}` has no comment");
    Ok(comment.join(" "))
}

/// The rules of the protocol, each with its section.
fn rules(source: &str) -> Result<String> {
    let mut table = String::from("| rule | what it says | stated in |\n|---|---|---|\n");
    for rule in Rule::ALL {
        let section = rule.section();
        let comment = comment_above(source, &format!("{rule:?} = \"{section}\","))?;
        writeln!(table, "| `{rule}` | {comment} | {section} |")?;
    }
    Ok(table)
}

/// The properties that the simulator checks.
fn guarantees(source: &str) -> Result<String> {
    let mut table = String::from("| guarantee | key | what it says |\n|---|---|---|\n");
    for property in Property::ALL {
        let comment = comment_above(source, &format!("{property:?},"))?;
        writeln!(table, "| {} | `{}` | {comment} |", property.name(), property.key())?;
    }
    Ok(table)
}

/// The stories of the page of one kind, each with a link that opens it in the page.
fn stories(root: &Path, kind: &str) -> Result<String> {
    let mut list = String::new();
    for path in stories::paths(&root.join(stories::SOURCE), kind)? {
        let text = fs::read_to_string(root.join(stories::SOURCE).join(&path))?;
        let script: Script = text.parse().map_err(|error| anyhow!("{path}: {error}"))?;
        let title = script.title.unwrap_or_default();
        let summary = script.summary.unwrap_or_default();
        writeln!(list, "- [{title}](../stories/{path}): {summary}")?;
    }
    ensure!(!list.is_empty(), "there is no story of this kind");
    Ok(list)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_ends_at_the_next_heading_of_its_level() {
        let text = "# A\none\n## B\ntwo\n# C\nthree\n";
        assert_eq!(section(text, "A").unwrap(), "one\n## B\ntwo\n");
        assert_eq!(section(text, "B").unwrap(), "two\n");
        assert!(section(text, "D").is_err());
    }

    #[test]
    fn an_example_omits_the_lines_that_rustdoc_hides() {
        let source = "//! Text.\n//!\n//! ```\n//! let a = 1;\n//! # drop(a);\n//! ```\nmod x;\n";
        assert_eq!(example(source).unwrap(), "```rust\nlet a = 1;\n```\n");
        assert!(example("//! Text.\nmod x;\n").is_err());
    }

    #[test]
    fn a_comment_of_several_lines_is_one_text() {
        let source = "enum A {\n    /// One\n    /// two.\n    B,\n    C,\n}\n";
        assert_eq!(comment_above(source, "B,").unwrap(), "One two.");
        assert!(comment_above(source, "C,").is_err() && comment_above(source, "D,").is_err());
    }

    #[test]
    fn the_commands_of_a_program_are_read_from_its_help() {
        let help = "Text\n\nCommands:\n  run   Runs\n  help  Prints\n\nOptions:\n  -h  x\n";
        assert_eq!(commands(help).collect::<Vec<_>>(), ["run"]);
    }
}
