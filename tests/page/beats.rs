//! Stories in the page: their beats, questions and tasks.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use raft_sim::Script;
use serde_json::json;
use tests::browser::{Key, Page, Visit, on_page};

/// What is wrong with the picture of a beat.
const LOOK: &str = include_str!("beats.js");

/// Without the marks that isolate a text from the direction of another.
const SENTENCE: &str = "return document.querySelector('.sentence p').textContent
    .replace(/[\\u2068\\u2069]/g, '').trim()";

/// Whether a question is open.
const ASKS: &str = "return !!document.querySelector('.choice.open')";

const CHAPTER: &str = "tour/3-leader-election";

fn script(story: &str) -> Result<Script> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../web/stories");
    Ok(fs::read_to_string(folder.join(format!("{story}.raft")))?.parse()?)
}

/// The name and the text of each beat.
fn beats(script: &Script) -> Vec<(String, String)> {
    let beats = script.steps.iter().flat_map(|step| &step.beats);
    beats.map(|beat| (beat.name.clone(), beat.text())).collect()
}

async fn until_beat(page: &Page, name: &str) -> Result<()> {
    let shown = "return document.querySelector('.progress')?.dataset.beat ?? ''";
    page.until_reads(&format!("the beat {name}"), shown, name.to_owned()).await?;
    page.until("a pause", |seen| !seen.clock.playing).await?;
    Ok(())
}

/// Goes to a beat, or to the task after them, by its button in the progress, once the story is
/// there: the page is alive before it has loaded the story.
async fn go(page: &Page, place: usize) -> Result<()> {
    let is_there = format!("return document.querySelectorAll('.segments button').length > {place}");
    page.until_reads("the progress", &is_there, true).await?;
    let click = "document.querySelectorAll('.segments button')[arguments[0]].click()";
    page.driver().execute(click, vec![json!(place)]).await?;
    Ok(())
}

#[test]
fn a_story_stops_at_each_beat_and_says_its_text() {
    on_page(&format!("scenario=stories/{CHAPTER}.raft&speed=1"), async |page| {
        let beats = beats(&script(CHAPTER)?);
        for (place, (name, text)) in beats.iter().enumerate() {
            until_beat(page, name).await?;
            let told: String = page.read(SENTENCE, vec![]).await?;
            ensure!(told == *text, "{name}: {told}");
            match place % 3 {
                0 if place + 1 < beats.len() => page.click("Continue").await?,
                1 => page.press(" ").await?,
                _ => page.press(Key::PageDown).await?,
            }
        }
        page.until_reads("the task", "return !!document.querySelector('.task')", true).await?;
        page.press(Key::PageUp).await?;
        until_beat(page, &beats[beats.len() - 1].0).await?;
        page.press(Key::PageUp).await?;
        until_beat(page, &beats[beats.len() - 2].0).await
    });
}

#[test]
fn acting_leaves_the_story_and_one_button_leads_back() {
    on_page(&format!("scenario=stories/{CHAPTER}.raft&paused"), async |page| {
        go(page, 5).await?;
        let (name, _) = beats(&script(CHAPTER)?).swap_remove(5);
        until_beat(page, &name).await?;
        let before = page.seen().await?;
        page.act_on("B", "Stop").await?;
        page.until("it stops", |seen| seen.node("B").role == "stopped").await?;
        let told: String = page.read(SENTENCE, vec![]).await?;
        ensure!(told.starts_with("You left the story at"), "{told}");
        page.click("Back to the story").await?;
        until_beat(page, &name).await?;
        let after = page.seen().await?;
        ensure!(after.nodes == before.nodes, "{after:?}");
        Ok(())
    });
}

#[test]
fn a_question_is_answered_on_the_stage_or_by_a_key() {
    on_page(&format!("scenario=stories/{CHAPTER}.raft&paused"), async |page| {
        let script = script(CHAPTER)?;
        let all: Vec<_> = script.steps.iter().flat_map(|step| &step.beats).collect();
        let asks = |place: &usize| all[*place].question.is_some();
        let places: Vec<usize> = (0..all.len()).filter(asks).collect();
        let right = "return document.querySelectorAll('.choice.right').length";
        for (turn, place) in places.into_iter().enumerate() {
            go(page, place).await?;
            until_beat(page, &all[place].name).await?;
            ensure!(page.read::<u32>(right, vec![]).await? == 0, "the answer is not given away");
            let node = "return document.querySelector('.choice').lastChild.textContent";
            let node: String = page.read(node, vec![]).await?;
            if turn == 0 && node.len() == 1 {
                page.click_node(&node).await?;
            } else {
                page.press("1").await?;
            }
            page.until_reads("the true answer", right, 1).await?;
            let because: String =
                page.read("return document.querySelector('.because').textContent", vec![]).await?;
            ensure!(!because.is_empty());
        }
        Ok(())
    });
}

#[test]
fn a_task_is_solved_by_acting_and_can_be_begun_again() {
    let task = "tasks/elect-a-leader";
    on_page(&format!("scenario=stories/{task}.raft&paused"), async |page| {
        let beats = beats(&script(task)?);
        go(page, beats.len()).await?;
        let solved = "return document.querySelector('.task')?.dataset.solved ?? ''";
        page.until_reads("the task", "return !!document.querySelector('.task')", true).await?;
        ensure!(page.read::<String>(solved, vec![]).await?.is_empty());
        page.click("Hint").await?;
        page.until_reads("a hint", "return !!document.querySelector('.hint')", true).await?;
        page.click("Show the solution").await?;
        page.click("Keep trying").await?;
        page.click("Show the solution").await?;
        page.click("Show it").await?;
        let met = "return [...document.querySelectorAll('.task li')]
            .every((goal) => goal.className === 'met')";
        page.driver().execute("document.querySelector('.speed input').value = 9", vec![]).await?;
        page.press("+++++").await?;
        page.until_reads("the goals are met", met, true).await?;
        ensure!(page.read::<String>(solved, vec![]).await?.is_empty(), "it does not count");
        page.click("Start over").await?;
        page.until_reads("the goals are open", met, false).await
    });
}

#[test]
fn every_beat_of_the_tour_has_its_picture_in_view_on_a_screen() {
    Visit::to("paused").sized(1280, 800).run(async |page| look_at_all(page).await);
}

#[test]
fn every_beat_of_the_tour_has_its_picture_in_view_on_a_phone() {
    Visit::to("paused").on_a_phone().run(async |page| look_at_all(page).await);
}

/// Looks at every beat of the tour.
async fn look_at_all(page: &Page) -> Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../web/stories/tour");
    let mut wrong: Vec<String> = Vec::new();
    let mut chapters: Vec<_> = fs::read_dir(folder)?.collect::<Result<_, _>>()?;
    chapters.sort_by_key(fs::DirEntry::path);
    for chapter in chapters {
        let name = chapter.path().file_stem().context("a name")?.to_string_lossy().into_owned();
        let story = format!("tour/{name}");
        page.open(&format!("scenario=stories/{story}.raft&paused")).await?;
        for (place, (beat, text)) in beats(&script(&story)?).into_iter().enumerate() {
            go(page, place).await?;
            until_beat(page, &beat).await?;
            page.pass_frames(2).await?;
            let told: String = page.read(SENTENCE, vec![]).await?;
            ensure!(told == text, "{story}, {beat}: {told}");
            let look = async |at: &str| page.read(LOOK, vec![json!(format!("{name}, {at}"))]).await;
            let seen: Vec<String> = look(&beat).await?;
            wrong.extend(seen);
            if page.read::<bool>(ASKS, vec![]).await? {
                page.press("1").await?;
                page.until_reads("the answer", ASKS, false).await?;
                page.pass_frames(2).await?;
                let seen: Vec<String> = look(&format!("{beat}, answered")).await?;
                wrong.extend(seen);
            }
        }
    }
    ensure!(wrong.is_empty(), "{wrong:#?}");
    // The checks after a visit require that every property holds.
    page.open("paused").await
}
