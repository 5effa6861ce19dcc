//! The picture in the README shows the current page. `UPDATE_EXPECT=1` takes a new one.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use tests::browser::{Key, Page, Visit};

/// The PNG chunk that contains a text description.
const KIND: &[u8; 4] = b"iTXt";

/// The header of the text: its keyword, uncompressed, without language or translated keyword.
const KEYWORD: &[u8] = b"Scene\0\0\0\0\0";

/// The last chunk of a PNG file, which is empty.
const END: &[u8] = b"\0\0\0\0IEND\xae\x42\x60\x82";

/// Fonts differ between machines, so the test does not compare pixels: the picture contains a text
/// that describes the page when it was taken.
#[test]
fn the_picture_in_the_readme_shows_this_page() {
    Visit::to("seed=7&paused&theme=light").sized(1280, 800).run(async |page| {
        show_a_partition(page).await?;
        page.until_transitions_end().await?;
        let scene: String = page.read(include_str!("scene.js"), vec![]).await?;
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../.github/partition.png");
        if env::var_os("UPDATE_EXPECT").is_some() {
            fs::write(&path, with_scene(&page.driver().screenshot_as_png().await?, &scene)?)?;
        }
        let shown = scene_of(&path)?;
        let differing = shown.lines().zip(scene.lines()).find(|(then, now)| then != now);
        ensure!(
            shown == scene,
            "the picture shows an older page ({differing:?}): look at what has changed, and run \
             this test with UPDATE_EXPECT=1"
        );
        Ok(())
    });
}

/// Two leaders, one on each side of a partition: only one can commit its entries.
async fn show_a_partition(page: &Page) -> Result<()> {
    page.act_on("B", "Start an election now").await?;
    page.press(Key::Escape).await?;
    page.step_until("B leads", |seen| seen.settled_leader().is_some()).await?;
    page.click("Send x=5").await?;
    page.step_until("5 on all nodes", |seen| seen.all_show("5")).await?;
    let seen = page.seen().await?;
    let (client, c) = (seen.client().at, seen.node("C").at);
    let (start, end) = ((client.0 + 50.0, client.1 - 4.0), (c.0 + 2.0, c.1 - 93.0));
    let middle = (f64::midpoint(start.0, end.0), f64::midpoint(start.1, end.1));
    page.drag_and_drop(&[start, middle, end]).await?;
    let seen = page.step_until("another leader", |seen| seen.leaders().len() == 2).await?;
    let new = seen.leaders().into_iter().find(|leader| leader.name != "B");
    let new = new.context("a leader other than B")?.name.clone();
    page.send_to(&new, "x=2").await?;
    let has_2 = |seen: &tests::browser::Observation| {
        ["C", "D", "E"].iter().all(|node| seen.node(node).value == "2")
    };
    page.step_until("x=2 on three nodes", has_2).await?;
    page.send_to("B", "x=9").await?;
    page.step_until("x=9 at A", |seen| seen.node("A").last_index == 3).await?;
    let is_lively = |seen: &tests::browser::Observation| {
        seen.messages.iter().filter(|message| message.dying).count() == 3
    };
    page.step_until("messages that die", is_lively).await?;
    // At a position over nothing.
    page.drag_on((20.0, 600.0)).await?;
    page.pass_frames(2).await
}

/// A PNG file with a text description.
fn with_scene(png: &[u8], scene: &str) -> Result<Vec<u8>> {
    let mut content = KIND.to_vec();
    content.extend_from_slice(KEYWORD);
    content.extend_from_slice(scene.as_bytes());
    let length = u32::try_from(content.len() - KIND.len())?;
    let sum = crc32fast::hash(&content);
    let start = png.strip_suffix(END).context("the browser's picture is no PNG file")?;
    Ok([start, &length.to_be_bytes(), &content, &sum.to_be_bytes(), END].concat())
}

/// The text description in a picture.
fn scene_of(path: &PathBuf) -> Result<String> {
    let png = fs::read(path).with_context(|| format!("reading {}", path.display()))?;
    let mark = [&KIND[..], KEYWORD].concat();
    let place = png.windows(mark.len()).position(|window| window == mark);
    let place = place.with_context(|| format!("{} says nothing of a scene", path.display()))?;
    let length = png[..place].last_chunk().map_or(0, |length| u32::from_be_bytes(*length) as usize);
    let content = png.get(place..place + KIND.len() + length).context("a chunk is cut short")?;
    Ok(String::from_utf8(content[mark.len()..].to_vec())?)
}
