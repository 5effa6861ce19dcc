//! The pages in the book that embed the playground, each opened as the book gives it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use tests::browser::Page;

use super::{Host, until, visit};

/// The address that stands for the playground in the book.
const ADDRESS: &str = "https://example.org/raft/";

async fn open_each(page: &Page, chapter: &str, least: usize) -> Result<()> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../web/book").join(chapter);
    let text = fs::read_to_string(path).context("reading a chapter")?;
    let blocks: Vec<&str> = text
        .split("```html embed\n")
        .skip(1)
        .filter_map(|rest| Some(rest.split_once("```")?.0))
        .collect();
    ensure!(blocks.len() >= least, "{chapter} has {} pages", blocks.len());
    for block in blocks {
        ensure!(block.contains(ADDRESS), "{block}");
        let _host = Host::open(page, &block.replace(ADDRESS, "PAGE")).await?;
        if block.contains("<raft-playground") {
            let states = "const players = [...document.querySelectorAll('raft-playground')];
                window.states = []; for (const player of players)
                  player.state().then((state) => states.push(state.nodes.length))";
            page.driver().execute(states, vec![]).await?;
            let count = "document.querySelectorAll('raft-playground').length";
            until(page, block, &format!("states.length === {count} && !states.includes(0)"))
                .await?;
        }
        if block.contains("id=\"split\"") {
            page.driver().execute("document.getElementById('split').click()", vec![]).await?;
            until(
                page,
                "the split",
                "document.getElementById('beat').value
                .startsWith('The network splits')",
            )
            .await?;
        }
        if block.contains("id=\"told\"") {
            until(
                page,
                "an answer",
                "JSON.parse(document.getElementById('told').textContent || '{}')
                .beat === 'split'",
            )
            .await?;
        } else if block.starts_with("<iframe") {
            let frame = "return document.querySelector('iframe')";
            page.driver().execute(frame, vec![]).await?.element()?.enter_frame().await?;
            let beat = "return document.querySelector('.progress')?.dataset.beat ?? ''";
            page.until_reads("the beat in the frame", beat, "split".to_owned()).await?;
            page.driver().enter_default_frame().await?;
        }
    }
    Ok(())
}

#[test]
fn every_page_of_the_chapter_for_teachers_works() {
    visit(async |page| open_each(page, "embedding.md", 5).await);
}

#[test]
fn every_page_of_the_chapter_for_engineers_works() {
    visit(async |page| open_each(page, "embedding-protocol.md", 1).await);
}
