//! The single-file page, opened from disk without a server.

use anyhow::{Result, ensure};
use tests::browser::{Page, dist, on_page};

use crate::stories::open_story;

#[test]
fn the_single_file_runs_and_plays_stories_from_disk() {
    on_page("paused", async |page| {
        open(page, "seed=7&speed=1").await?;
        let leader = page.leader().await?;
        page.click("Pause").await?;
        page.act_on(&leader, "Isolate").await?;
        page.click("Inspector").await?;
        page.click("Transcript").await?;
        open_story(page, "A split vote").await?;
        page.until("four nodes", |seen| seen.nodes.len() == 4).await?;
        open(page, "scenario=stories/figure-7.raft&paused&at=200ms").await?;
        page.until("seven nodes", |seen| seen.nodes.len() == 7).await?;
        let asked = "return performance.getEntriesByType('resource')
            .map((entry) => entry.name).filter((name) => !name.startsWith('data:'))";
        let asked: Vec<String> = page.read(asked, vec![]).await?;
        ensure!(asked.is_empty(), "it asked for {asked:?}");
        Ok(())
    });
}

async fn open(page: &Page, query: &str) -> Result<()> {
    let file = dist()?.canonicalize()?.join("raft-playground.html");
    Ok(page.driver().goto(format!("file://{}?{query}", file.display())).await?)
}
