//! Links to a place in a page.

use anyhow::{Result, bail};

use super::SOURCE;
use super::markdown::Rendered;
use super::sources::Fragment;

/// Checks that each link to a place of a page leads to a heading of it.
pub(super) fn check_anchors(pages: &[(&str, Vec<Fragment>)], rendered: &[Rendered]) -> Result<()> {
    for ((name, _), page) in pages.iter().zip(rendered) {
        for link in &page.links {
            let Some((target, anchor)) = link.split_once('#') else { continue };
            let target = target.strip_suffix(".html").unwrap_or(target);
            let target = if target.is_empty() { *name } else { target };
            let Some(place) = pages.iter().position(|(name, _)| *name == target) else { continue };
            let sections = &rendered[place].sections;
            if !sections.iter().any(|section| section.anchor.as_deref() == Some(anchor)) {
                bail!("{SOURCE}/{name}.md: {target} has no heading for the link #{anchor}");
            }
        }
    }
    Ok(())
}
