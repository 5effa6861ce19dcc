//! Recording a story and a task in the page, and changing their text.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use raft_sim::script::ScriptRun;
use raft_sim::{Script, Time};
use serde_json::json;
use tests::browser::{Observation, Page, Visit, on_page};
use thirtyfour::By;

use crate::share::files::{drop_file, folder, saved};

const PANEL: &str = "Record a story";

const PROBLEM: &str = "return document.querySelector('.author .problem').textContent";

/// The text of the story in the panel.
const SOURCE: &str = "return document.getElementById('author-source').value";

/// The number of choices of the shown question.
const CHOICES: &str = "return document.querySelectorAll('.choice').length";

/// The number of beats in the panel.
const BEATS: &str = "return document.querySelectorAll('.author ol li').length";

#[test]
fn a_recorded_story_is_saved_opened_and_its_task_solved() {
    on_page("seed=7&speed=1", async |page| {
        page.until_settled().await?;
        let leader = page.leader().await?;
        let other = if leader == "A" { "B" } else { "A" };
        begin(page).await?;
        write(page, "author-name", "A leader stops").await?;
        write(page, "author-text", "All five \"run\".").await?;
        page.click_in(PANEL, &leader).await?;
        page.click_in(PANEL, "Add a beat").await?;
        // At the moment of the beat: the story shows the beat before it.
        page.act_on(other, "Stop").await?;
        play_until(page, "a while", |_| true).await?;
        write(page, "author-text", "One node has stopped.").await?;
        page.click_in(PANEL, "Add a beat").await?;
        page.until_reads("both beats", BEATS, 2).await?;
        page.click_in(PANEL, "The task begins here").await?;
        write(page, "author-task", "Let another node lead").await?;
        page.act_on(&leader, "Stop").await?;
        play_until(page, "another leader", |seen| !seen.leaders().is_empty()).await?;
        let others: Vec<_> =
            ["A", "B", "C", "D", "E"].into_iter().filter(|n| *n != leader).collect();
        page.click_in(PANEL, &format!("leader in {}", others.join(","))).await?;
        page.click_in(PANEL, "This is the goal").await?;
        write(page, "author-hint", "Stop the leader.").await?;
        page.click_in(PANEL, "Add a hint").await?;
        let folder = folder("authored")?;
        let behaviour = json!({ "behavior": "allow", "downloadPath": folder });
        page.driver().cdp().send_raw("Browser.setDownloadBehavior", behaviour).await?;
        page.click_in(PANEL, "Save").await?;
        let file = folder.join("a-leader-stops.raft");
        let text = String::from_utf8(saved(&file).await?)?;
        let script: Script = text.parse()?;
        let mut run = ScriptRun::new(script)?;
        run.advance(Time::NEVER);
        let task = run.task_beginning().context("it has a task")?;
        ensure!(task.check().is_empty() && task.task().par == Some(1), "{text}");
        ensure!(!task.solves_itself(), "{text}");

        page.open("seed=3&paused").await?;
        drop_file(page, &file).await?;
        until_beat(page, "all-five-run").await?;
        ensure!(page.seen().await?.node(other).role != "stopped");
        page.click("Continue").await?;
        until_beat(page, "one-node-has-stopped").await?;
        ensure!(page.seen().await?.node(other).role == "stopped");
        page.click("Try it yourself").await?;
        page.until_reads("the task", "return !!document.querySelector('.task')", true).await?;
        page.act_on(&leader, "Stop").await?;
        page.click("Play").await?;
        let solved = "return document.querySelector('.task')?.dataset.solved ?? ''";
        page.until_reads("it is solved", solved, "1".to_owned()).await
    });
}

#[test]
fn the_text_of_an_opened_story_is_changed_and_an_error_keeps_the_run() {
    let story = "stories/tasks/elect-a-leader.raft";
    on_page(&format!("scenario={story}&beat=start&speed=1"), async |page| {
        until_beat(page, "start").await?;
        begin(page).await?;
        page.click_in(PANEL, "Edit as text").await?;
        let text: String = page.read(SOURCE, vec![]).await?;
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../web");
        ensure!(text == fs::read_to_string(folder.join(story))?, "it is the text of the file");
        let before = page.seen().await?.without_places();
        replace(page, &text.replacen("at 100ms", "at 100meters", 1)).await?;
        page.click_in(PANEL, "Open this text").await?;
        let line = 1 + text.lines().position(|line| line.starts_with("at 100ms")).context("at")?;
        let complains = format!("{PROBLEM}.includes('line {line}, column 4: ')");
        page.until_reads("where the error is", &complains, true).await?;
        let kept = page.seen().await?.without_places();
        ensure!(kept == before, "{kept:?}");
        let question = "    ask \"Which?\"\n      choice A when no leader\n      choice \"B\"\n \
                        \x20    because \"No node leads.\"\n    expect no leader";
        let changed = text.replacen("Five followers, no leader.", "Changed.", 1);
        replace(page, &changed.replacen("    expect no leader", question, 1)).await?;
        page.click_in(PANEL, "Open this text").await?;
        page.until_reads("the changed text", &told("Changed."), true).await?;
        until_beat(page, "start").await?;
        page.until_reads("the question", CHOICES, 2).await?;
        // Recording continues with the same beat, question and task.
        write(page, "author-text", "Another beat.").await?;
        page.click_in(PANEL, "Add a beat").await?;
        page.until_reads("both beats", BEATS, 2).await?;
        page.click_in(PANEL, "Edit as text").await?;
        let composed: String = page.read(SOURCE, vec![]).await?;
        for part in [
            "summary \"Five followers wait",
            "point at timer A, timer C",
            "choice A when no leader",
            "because \"No node leads.\"",
            "beat another-beat:",
            "allow time-out, timer",
            "until leader C in term 1 within 200ms",
        ] {
            ensure!(composed.contains(part), "{part} is not in\n{composed}");
        }
        let folder = self::folder("edited")?;
        let behaviour = json!({ "behavior": "allow", "downloadPath": folder });
        page.driver().cdp().send_raw("Browser.setDownloadBehavior", behaviour).await?;
        page.click_in(PANEL, "Save").await?;
        let file = folder.join("elect-a-leader.raft");
        ensure!(String::from_utf8(saved(&file).await?)? == composed);

        page.open("seed=3&paused&speed=1").await?;
        drop_file(page, &file).await?;
        until_beat(page, "start").await?;
        page.until_reads("its text", &told("Changed."), true).await?;
        page.until_reads("its question", CHOICES, 2).await?;
        let spots = "return document.querySelectorAll('.spotlights circle').length";
        page.until_reads("what it points at", spots, 2).await?;
        page.click("Continue").await?;
        until_beat(page, "another-beat").await
    });
}

#[test]
fn a_recording_survives_its_panel_and_another_run() {
    on_page("seed=7&speed=1", async |page| {
        page.until_settled().await?;
        begin(page).await?;
        write(page, "author-text", "To be kept.").await?;
        page.click_in(PANEL, "Add a beat").await?;
        page.click_in(PANEL, "Close; the recording is kept").await?;
        page.until_dialogs(&[]).await?;
        let notice = "return (document.querySelector('.notices p')?.textContent ?? '')
            .startsWith('The recording is kept')";
        page.until_reads("where it is", notice, true).await?;
        let file = folder("replacing")?.join("other.raft");
        fs::write(&file, "nodes 3\nat 0ms: time out A\nend at 1s\n")?;
        drop_file(page, &file).await?;
        page.until("three nodes", |seen| seen.nodes.len() == 3).await?;
        begin(page).await?;
        page.until_reads("no beat", BEATS, 0).await?;
        page.click_in(PANEL, "Return to the unsaved recording").await?;
        page.until("five nodes", |seen| seen.nodes.len() == 5).await?;
        page.until_reads("the beat", BEATS, 1).await?;
        let marked = "return document.querySelectorAll('.author .other-run').length";
        page.until_reads("it is of this run", marked, 0).await?;
        page.click("Reset").await?;
        page.click("New seed").await?;
        page.until_reads("it is of another run", marked, 1).await?;
        page.click_in(PANEL, "Remove: to-be-kept").await?;
        page.until_reads("no beat", BEATS, 0).await
    });
}

#[test]
fn a_phone_keeps_the_transport_free_while_it_records() {
    Visit::to("seed=7&speed=1").on_a_phone().run(async |page| {
        page.until_settled().await?;
        page.click("Help").await?;
        page.click_in("Help", "Share").await?;
        page.click_in("Share", PANEL).await?;
        page.until_dialogs(&[PANEL]).await?;
        for control in ["Add a beat", "The task begins here", "Save", "Try it", "Edit as text"] {
            let place = page.find(control, Some(PANEL)).await?;
            ensure!(place.reached && place.size.1 >= 24.0, "{control}: {place:?}");
        }
        page.click("Play").await?;
        page.until("it plays", |seen| seen.clock.playing).await?;
        Ok(())
    });
}

/// Whether the story says a text that begins so.
fn told(begin: &str) -> String {
    format!("return document.querySelector('.sentence p').textContent.startsWith('{begin}')")
}

/// Opens the panel.
async fn begin(page: &Page) -> Result<()> {
    page.click("Share").await?;
    page.click_in("Share", PANEL).await?;
    page.until_dialogs(&[PANEL]).await
}

/// Types into a field of the panel.
async fn write(page: &Page, id: &str, text: &str) -> Result<()> {
    let field = page.driver().find(By::Id(id)).await?;
    field.scroll_into_view().await?;
    field.click().await?;
    Ok(field.send_keys(text).await?)
}

/// Replaces the text of the story.
async fn replace(page: &Page, text: &str) -> Result<()> {
    let field = page.driver().find(By::Id("author-source")).await?;
    let select = "document.getElementById('author-source').select()";
    field.click().await?;
    page.driver().execute(select, vec![]).await?;
    page.paste(text).await
}

/// Plays at least half a second of simulated time, until a state is reached, and pauses.
async fn play_until(
    page: &Page,
    what: &str,
    is_reached: impl Fn(&Observation) -> bool,
) -> Result<()> {
    let from = page.seen().await?.clock.now_us;
    page.click("Play").await?;
    let is_there = |seen: &Observation| seen.clock.now_us > from + 500_000 && is_reached(seen);
    page.until(what, is_there).await?;
    page.click("Pause").await
}

async fn until_beat(page: &Page, name: &str) -> Result<()> {
    let shown = "return document.querySelector('.progress')?.dataset.beat ?? ''";
    page.until_reads(&format!("the beat {name}"), shown, name.to_owned()).await
}
