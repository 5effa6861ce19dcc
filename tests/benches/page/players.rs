//! Measures ten embedded players on one page: only those in view run.

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::json;
use tests::browser::{Page, Site, Visit, Withheld};

const PLAYERS: u32 = 10;

/// The measured time.
const SECONDS: u64 = 10;

/// What all players together may take of a frame.
const BUDGET_MS: f64 = 16.0;

/// The frames of two documents belong together if they began within this time.
const SAME_FRAME_MS: f64 = 4.0;

/// The layouts of the page: a column of text, and as many small players as the window holds.
const LAYOUTS: [(&str, &str); 2] = [
    ("ten players in a column of 760 pixels", "max-width: 760px; margin: auto"),
    (
        "ten players, three beside each other",
        "display: grid; grid-template-columns: repeat(3, 1fr)",
    ),
];

/// The frames of one document: their starts since 1970, and their times of script and layout.
#[derive(Deserialize)]
struct Player {
    origin_ms: f64,
    frames: Vec<(f64, f64, f64, f64)>,
}

pub(crate) fn run() -> Result<()> {
    println!(
        "Milliseconds per frame, of all players together: the processor time of the browser's"
    );
    println!("main thread, then the passing time of script, style and layout.\n");
    println!(
        "{:<38} {:>8} {:>6} {:>9}  {:>6} {:>6} {:>6}",
        "", "running", "frames", "processor", "median", "99 %", "most"
    );
    let mut slow = Vec::new();
    for (name, style) in LAYOUTS {
        Visit::to("paused").run(async |page| {
            let Watched { players, processor_ms } = watch(page, style).await?;
            let running = players.iter().filter(|player| !player.frames.is_empty()).count();
            let frames = together(&players);
            let of = |percent: usize| {
                let place = (frames.len() * percent).div_ceil(100).saturating_sub(1);
                frames.get(place).copied().unwrap_or(f64::NAN)
            };
            let count = u32::try_from(frames.len()).context("so many frames")?;
            let processor_ms = processor_ms / f64::from(count);
            println!(
                "{name:<38} {running:>8} {count:>6} {processor_ms:>9.1}  {:>6.1} {:>6.1} {:>6.1}",
                of(50),
                of(99),
                of(100)
            );
            if processor_ms > BUDGET_MS {
                slow.push(name);
            }
            page.open("paused").await
        });
    }
    ensure!(slow.is_empty(), "over {BUDGET_MS} ms a frame: {slow:?}");
    Ok(())
}

/// The times of all frames in order of their length, each the sum of what the players took in it.
fn together(players: &[Player]) -> Vec<f64> {
    let mut frames: Vec<(f64, f64)> = players
        .iter()
        .flat_map(|Player { origin_ms, frames }| {
            frames
                .iter()
                .map(move |(start, script, layout, _)| (origin_ms + start, script + layout))
        })
        .collect();
    frames.sort_by(|one, other| one.0.total_cmp(&other.0));
    let together = frames.chunk_by(|one, other| other.0 - one.0 < SAME_FRAME_MS);
    let mut sums: Vec<f64> =
        together.map(|frame| frame.iter().map(|(_, time)| time).sum()).collect();
    sums.sort_by(f64::total_cmp);
    sums
}

/// What was measured in a visit.
struct Watched {
    players: Vec<Player>,
    /// The processor time of the main thread, which draws the host page and all players, because
    /// they are of one site.
    processor_ms: f64,
}

async fn watch(page: &Page, style: &str) -> Result<Watched> {
    let script = json!({ "source": include_str!("frames.js") });
    page.driver().cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", script).await?;
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("players");
    fs::create_dir_all(&folder).context("creating the folder of a host page")?;
    let mut html = format!(
        "<!doctype html><meta charset=utf-8><link rel=icon href=data:,><main style='{style}'>"
    );
    for player in 0..PLAYERS {
        write!(html, "<raft-playground seed={player}></raft-playground>")?;
    }
    write!(html, "</main><script type=module src={}embed.js></script>", page.site().folder())?;
    fs::write(folder.join("index.html"), html).context("writing a host page")?;
    let host = Site::serve(folder, Withheld::Nothing).context("serving a host page")?;
    page.driver().goto(host.url("")).await?;
    // All of them are loaded; then the first ones are in view.
    let load = "const done = arguments[0];
        const players = [...document.querySelectorAll('raft-playground')];
        Promise.all(players.map((player) => player.play())).then(() => done())";
    page.driver().execute_async(load, vec![]).await.context("loading ten players")?;
    let mut players = Vec::new();
    for player in 0..PLAYERS {
        inside::<()>(page, player, "measured.forget()").await?;
    }
    let before_ms = processor_ms(page).await?;
    tokio::time::sleep(Duration::from_secs(SECONDS)).await;
    let processor_ms = processor_ms(page).await? - before_ms;
    let read = "return { origin_ms: performance.timeOrigin, frames: measured.read().frames }";
    for player in 0..PLAYERS {
        players.push(inside(page, player, read).await?);
    }
    Ok(Watched { players, processor_ms })
}

/// The processor time that the main thread has taken for tasks.
async fn processor_ms(page: &Page) -> Result<f64> {
    let cdp = page.driver().cdp();
    // The time of the thread, so that other load on the machine does not count.
    cdp.send_raw("Performance.enable", json!({ "timeDomain": "threadTicks" })).await?;
    let metrics = cdp.send_raw("Performance.getMetrics", json!({})).await?;
    let metrics = metrics["metrics"].as_array().context("metrics")?;
    let tasks = metrics.iter().find(|metric| metric["name"] == "TaskDuration");
    let seconds = tasks.and_then(|metric| metric["value"].as_f64()).context("a time of tasks")?;
    Ok(1000.0 * seconds)
}

/// Runs a script in the frame of a player.
async fn inside<T: serde::de::DeserializeOwned>(
    page: &Page,
    player: u32,
    script: &str,
) -> Result<T> {
    let frame = "return document.querySelectorAll('raft-playground')[arguments[0]]
        .shadowRoot.querySelector('iframe')";
    page.driver().execute(frame, vec![json!(player)]).await?.element()?.enter_frame().await?;
    let read = page.read(script, vec![]).await;
    page.driver().enter_default_frame().await?;
    read
}
