//! The inspector's tabs for messages, clients and the transcript.

use anyhow::{Context, Result, ensure};
use tests::browser::{Key, Page, Visit, on_page};

use super::accessibility::audit;

#[test]
fn a_direction_is_cut_and_mended_in_the_table_of_links() {
    on_page("paused&seed=7", async |page| {
        page.click("Inspector").await?;
        page.click("Network").await?;
        page.click("A to B").await?;
        let seen = page.until("A-B is cut", |seen| seen.link("A-B").forward == "cut").await?;
        assert_eq!(seen.link("A-B").backward, "up");
        page.click("A to B, cut").await?;
        page.until("A-B is mended", |seen| seen.link("A-B").forward == "up").await?;
        Ok(())
    });
}

#[test]
fn a_message_is_dropped_and_another_sent_twice_from_the_list() {
    on_page("paused&seed=7", async |page| {
        page.step_until("requests for votes", |seen| seen.messages.len() == 4).await?;
        page.click("Inspector").await?;
        page.click("Network").await?;
        page.click("Drop message 0").await?;
        page.until("three are left", |seen| {
            seen.messages.iter().filter(|message| !message.dying).count() == 3
        })
        .await?;
        page.click("Duplicate message 1").await?;
        page.until("four again", |seen| {
            seen.messages.iter().filter(|message| !message.dying).count() == 4
        })
        .await?;
        let marked = "return document.querySelectorAll('[data-duplicate] .twin').length";
        page.until_reads("one marked as a duplicate", marked, 1).await
    });
}

#[test]
fn operations_are_listed_with_their_outcomes() {
    on_page("speed=1&seed=7", async |page| {
        page.until_settled().await?;
        page.click("Send x=5").await?;
        page.until("5 on all nodes", |seen| seen.all_show("5")).await?;
        page.click("Inspector").await?;
        page.click("Clients").await?;
        let rows = "return [...document.querySelectorAll('[role=table] tr.done')]
            .map((row) => [...row.cells].slice(0, 2).map((cell) => cell.textContent).join(' '))";
        page.until_reads("one row", rows, vec!["x=5 done".to_owned()]).await?;
        let verdict = "return document.querySelector('.verdict').textContent";
        page.until_reads("the verdict", verdict, "linearizable".to_owned()).await
    });
}

#[test]
fn a_transcript_line_seeks_to_its_moment() {
    on_page("speed=1&seed=7", async |page| {
        page.until_settled().await?;
        page.click("Pause").await?;
        let before = page.until("a pause", |seen| !seen.clock.playing).await?;
        page.click("Inspector").await?;
        page.click("Transcript").await?;
        let name = "return [...document.querySelectorAll('.transcript button:first-child')]
            .map((line) => line.textContent).find((line) => line.includes('leads term 1')) ?? ''";
        page.until_reads("the line", &format!("return (() => {{ {name} }})() !== ''"), true)
            .await?;
        let line: String = page.read(name, vec![]).await?;
        page.click(&line).await?;
        let (seconds, _) = line.split_once(" s").context("a line begins with its time")?;
        let millis: f64 = seconds.parse()?;
        let seen =
            page.until("that moment", |seen| seen.clock.now_us < before.clock.now_us).await?;
        let now = std::time::Duration::from_micros(seen.clock.now_us).as_secs_f64();
        ensure!((now - millis).abs() < 0.001, "{now} is not {millis}");
        Ok(())
    });
}

#[test]
fn the_audit_passes_on_the_record_tabs() {
    Visit::to("paused&seed=7&theme=light")
        .sized(1280, 800)
        .run(async |page| audit_tabs(page).await);
    Visit::to("paused&seed=7&theme=dark").sized(1280, 800).run(async |page| audit_tabs(page).await);
    Visit::to("paused&seed=7").on_a_phone().run(async |page| audit_tabs(page).await);
}

async fn audit_tabs(page: &Page) -> Result<()> {
    page.step_until("a leader", |seen| seen.leaders().len() == 1).await?;
    page.click("Value").await?;
    page.press("x=5").await?;
    page.press(Key::Enter).await?;
    page.step(30).await?;
    if page.find("Inspector", None).await?.count == 0 {
        page.click("Help").await?;
    }
    page.click("Inspector").await?;
    let mut found = Vec::new();
    for (tab, drawn) in [("Network", ".lanes"), ("Clients", ".bars"), ("Transcript", ".transcript")]
    {
        page.click(tab).await?;
        let is_drawn = format!("return document.querySelector('{drawn}') !== null");
        page.until_reads("the tab", &is_drawn, true).await?;
        found.extend(audit(page, tab).await?);
    }
    page.click("All").await?;
    found.extend(audit(page, "all that happened").await?);
    ensure!(found.is_empty(), "{found:#?}");
    Ok(())
}

/// The lines of the transcript that are in view, and where they stand.
const LINES: &str = "return [...document.querySelectorAll('.transcript li')].slice(0, 8)
    .map((line) => [line.innerText, Math.round(line.getBoundingClientRect().top)])";

#[test]
fn transcript_lines_stand_still_under_the_pointer() {
    Visit::to("seed=7&speed=50").sized(1280, 800).run(async |page| {
        page.press("i").await?;
        page.click("Transcript").await?;
        page.click("All").await?;
        page.until_reads("lines", "return document.querySelectorAll('.transcript li').length", 40)
            .await?;
        let at: (f64, f64) = page
            .read(
                "const { left, top } = document.querySelectorAll('.transcript li')[3]
                .getBoundingClientRect(); return [left + 80, top + 12]",
                vec![],
            )
            .await?;
        page.drag_on(at).await?;
        page.pass_frames(2).await?;
        let before: Vec<(String, i32)> = page.read(LINES, vec![]).await?;
        let began = page.seen().await?.clock.now_us;
        page.until("a while", |seen| seen.clock.now_us > began + 40_000).await?;
        let after: Vec<(String, i32)> = page.read(LINES, vec![]).await?;
        ensure!(before == after, "{before:?} became {after:?}");
        page.drag_on((300.0, 300.0)).await?;
        let first = "document.querySelector('.transcript li').innerText";
        let moved = format!("return {first} !== {:?}", before[0].0);
        page.until_reads("the latest lines", &moved, true).await
    });
}

#[test]
fn the_transcript_is_searched_back_to_the_beginning() {
    Visit::to("seed=7&paused&at=30s").sized(1280, 800).run(async |page| {
        page.press("i").await?;
        page.click("Transcript").await?;
        page.click("All").await?;
        page.click("Search the transcript").await?;
        for key in "LEADS TERM 1 with".chars() {
            page.press(key).await?;
            page.pass_frames(2).await?;
        }
        let found = "return [...document.querySelectorAll('.transcript span')]
            .map((line) => line.innerText)";
        let elected = "leads term 1 with 3 votes of the 3 it needs".to_owned();
        page.until_reads("the election", found, vec![elected]).await?;
        let why = "const { left, top } = document.querySelector('.transcript .reason')
                .getBoundingClientRect(); return [left + 8, top + 8]";
        page.click_at(page.read(why, vec![]).await?).await?;
        page.until("its moment", |seen| seen.clock.now_us < 1_000_000).await?;
        Ok(())
    });
}
