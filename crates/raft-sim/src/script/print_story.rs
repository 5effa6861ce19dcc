//! Prints beats and the settings of stories.

use core::fmt;

use super::literals::{Quoted, exactly};
use super::settings::write_text;
use super::story::{Beat, Choice, ChoiceLabel, Condition};
use super::{Act, Script};

/// Writes the settings of a story, after its title.
pub(super) fn write_settings(script: &Script, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write_text("summary", script.summary.as_deref(), f)?;
    if let Some(level) = script.level {
        writeln!(f, "level {level}")?;
    }
    write_text("paper", script.paper.as_deref(), f)?;
    if let Some(slowdown) = script.slowdown {
        writeln!(f, "speed 1/{slowdown}")?;
    }
    write_text("next", script.next.as_deref(), f)
}

pub(super) fn write_beat(beat: &Beat, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    writeln!(f, "beat {}:", beat.name)?;
    write_acts(&beat.acts, f)?;
    write_list("  point at", &beat.points, f)?;
    write_list("  invite", &beat.invites, f)?;
    let Some(question) = &beat.question else { return Ok(()) };
    writeln!(f, "  ask {}", Quoted(&question.text))?;
    for Choice { label, when } in &question.choices {
        match label {
            ChoiceLabel::Text(text) => write!(f, "    choice {}", Quoted(text))?,
            ChoiceLabel::Node(node) => write!(f, "    choice {node}")?,
        }
        if let Some(Condition { expectation, is_never, within }) = when {
            write!(f, " when {}{expectation}", if *is_never { "never " } else { "" })?;
            if let Some(span) = within {
                write!(f, " within {}", exactly(*span))?;
            }
        }
        writeln!(f)?;
    }
    writeln!(f, "    because {}", Quoted(&question.because))
}

pub(super) fn write_acts(acts: &[Act], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    acts.iter().try_for_each(|act| writeln!(f, "  {act}"))
}

/// Writes a list after a name, unless it is empty.
pub(super) fn write_list(
    name: &str,
    items: &[impl fmt::Display],
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    for (place, item) in items.iter().enumerate() {
        f.write_str(if place == 0 { name } else { "," })?;
        write!(f, " {item}")?;
    }
    if items.is_empty() { Ok(()) } else { writeln!(f) }
}
