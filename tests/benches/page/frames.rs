//! Measures the time of each frame, and whether memory grows.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::json;
use tests::browser::{Page, Visit, dist};

/// The measured seconds of each row, and of the last row, which shows whether memory grows.
const SECONDS: u32 = 10;
const TEN_MINUTES: u32 = 600;

/// The visits of each build in a comparison. Odd, so that the median is one of the visits.
const ROUNDS: usize = 7;

/// The time of a frame at 60 frames per second.
const FRAME_MS: f64 = 1000.0 / 60.0;

/// A leader without rivals sends to four nodes every 50 ms, and messages take 250 ms each way: 40
/// are in flight.
const FORTY_MESSAGES: &str = "nodes 5
seed 40
network latency 250ms jitter 0ms
election-timeout 5s to 6s
";

/// The same with eight followers, every 25 ms, and 312.5 ms each way: 200.
const MANY_MESSAGES: &str = "nodes 9
seed 40
network latency 312500us jitter 0ms
heartbeat-interval 25ms
election-timeout 5s to 6s
";

/// Opens a run as if the user had chosen a file.
const OPEN: &str = "const files = new DataTransfer();
    files.items.add(new File([arguments[0]], 'run.raft'));
    const field = document.getElementById('file');
    field.files = files.files;
    field.dispatchEvent(new Event('change', { bubbles: true }));";

/// The conditions of a measurement.
struct Row {
    name: &'static str,
    shows: Shows,
    /// The number of values sent per second.
    values: u32,
    /// The factor by which the browser slows the processor.
    slower: u32,
    seconds: u32,
}

/// The content on the screen.
enum Shows {
    /// The page with this query.
    Page(&'static str),
    /// The page with this query and this run from a file, once this many messages are visible.
    Run(&'static str, &'static str, usize),
    /// Forty circles without a framework.
    ByHand,
}

impl Row {
    const fn new(name: &'static str, shows: Shows) -> Self {
        Self { name, shows, values: 0, slower: 1, seconds: SECONDS }
    }
}

const ROWS: [Row; 10] = [
    Row::new("40 circles by hand", Shows::ByHand),
    Row::new("5 nodes at 1/50", Shows::Page("seed=7")),
    Row::new("5 nodes, 40 messages, 1/50", Shows::Run("", FORTY_MESSAGES, 38)),
    Row::new("9 nodes, 200 messages, 1/50", Shows::Run("", MANY_MESSAGES, 190)),
    Row::new("5 nodes, 40 messages, 1×", Shows::Run("speed=1", FORTY_MESSAGES, 38)),
    Row { values: 1, ..Row::new("5 nodes, a value a second, 1×", Shows::Page("seed=7&speed=1")) },
    Row {
        values: 2,
        ..Row::new("9 nodes, 2 values a second, 1/50", Shows::Page("seed=7&nodes=9"))
    },
    Row { slower: 4, ..Row::new("40 circles by hand, 4× slower", Shows::ByHand) },
    Row {
        slower: 4,
        ..Row::new("5 nodes, 40 messages, 1/50, 4× slower", Shows::Run("", FORTY_MESSAGES, 38))
    },
    Row { seconds: TEN_MINUTES, ..Row::new("5 nodes at 1/50, ten minutes", Shows::Page("seed=7")) },
];

/// Compares five nodes and 40 messages with another build. The two alternate, so that other load on
/// the machine affects both.
fn compare(other: OsString) -> Result<()> {
    let row = &ROWS[2];
    let mut builds = [("the other build", other.into(), vec![]), ("this build", dist()?, vec![])];
    for _ in 0..ROUNDS {
        for (_, folder, slowest) in &mut builds {
            Visit::first_to(PathBuf::clone(folder)).run(async |page| {
                let wholes = sorted(&watch(page, row).await?.after.frames, whole);
                slowest.push((percentile(&wholes, 50), percentile(&wholes, 99)));
                Ok(())
            });
        }
    }
    println!("{}: milliseconds per frame, median and 99 %, the median of {ROUNDS}", row.name);
    for (name, _, visits) in &mut builds {
        let middle = |of: fn(&(f64, f64)) -> f64| {
            let mut values: Vec<f64> = visits.iter().map(of).collect();
            values.sort_by(f64::total_cmp);
            percentile(&values, 50)
        };
        println!("{name:<16} {:>6.2} {:>6.2}", middle(|visit| visit.0), middle(|visit| visit.1));
    }
    Ok(())
}

pub(crate) fn run() -> Result<()> {
    if let Some(other) = env::var_os("RAFT_AGAINST") {
        return compare(other);
    }
    println!("Milliseconds of script, style and layout per frame; of these, layout.");
    println!("A frame is missed if the next one comes more than {FRAME_MS:.1} ms late.");
    println!("Milliseconds from navigation to the first paint, and to the first moving frame.\n");
    println!(
        "{:<38} {:>6} {:>6} {:>6} {:>6}  {:>6} {:>6}  {:>6} {:>8}  {:>15} {:>15}  {:>5} {:>6}",
        "",
        "frames",
        "median",
        "99 %",
        "most",
        "layout",
        "99 %",
        "missed",
        "messages",
        "heap KB",
        "wasm KB",
        "paint",
        "moving"
    );
    for row in ROWS {
        Visit::to("paused").run(async |page| {
            println!("{:<38} {}", row.name, measure(page, &row).await?);
            // The checks after every visit do not apply to another page.
            if matches!(row.shows, Shows::ByHand) { page.open("").await } else { Ok(()) }
        });
    }
    Ok(())
}

/// The measurements of the script in the page.
#[derive(Deserialize)]
struct Measured {
    frames: Vec<Frame>,
    /// The time of the first frame in which the clock moves, since the page was requested.
    alive_ms: Option<f64>,
    wasm_bytes: Option<u64>,
}

/// The start, the script time and the layout time of a frame, and the number of its messages.
#[derive(Deserialize)]
struct Frame(f64, f64, f64, f64);

/// What was measured in a visit, before and after the seconds that count.
struct Watched {
    before: Measured,
    after: Measured,
    heap_before: u64,
    heap_after: u64,
    paint_ms: f64,
}

async fn measure(page: &Page, row: &Row) -> Result<String> {
    let Watched { before, after, heap_before, heap_after, paint_ms } = watch(page, row).await?;
    let alive_ms = before.alive_ms.context("time did not move")?;
    Ok(format!(
        "{}  {heap_before:>6} → {heap_after:>6} {:>6} → {:>6}  {paint_ms:>5.0} {alive_ms:>6.0}",
        describe(&after.frames),
        before.wasm_bytes.unwrap_or_default() / 1000,
        after.wasm_bytes.unwrap_or_default() / 1000,
    ))
}

async fn watch(page: &Page, row: &Row) -> Result<Watched> {
    let cdp = page.driver().cdp();
    let script = json!({ "source": include_str!("frames.js") });
    cdp.send_raw("Page.addScriptToEvaluateOnNewDocument", script).await?;
    cdp.send_raw("Emulation.setCPUThrottlingRate", json!({ "rate": row.slower })).await?;
    match row.shows {
        Shows::Page(query) | Shows::Run(query, ..) => page.open(query).await?,
        Shows::ByHand => {
            let content = include_str!("by_hand.html").replace('#', "%23");
            page.driver().goto(format!("data:text/html,{content}")).await?;
        }
    }
    page.until_reads("life", "return measured.read().alive_ms !== null", true).await?;
    let paint = "return performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0";
    let paint_ms: f64 = page.read(paint, vec![]).await?;
    match row.shows {
        Shows::ByHand => {}
        Shows::Page(_) => settle(page).await?,
        Shows::Run(_, script, least) => {
            page.driver().execute(OPEN, vec![script.into()]).await?;
            page.until_reads(
                "the run",
                "return document.querySelector('[data-seed]').dataset.seed",
                "40".to_owned(),
            )
            .await?;
            settle(page).await?;
            page.until("all messages", |seen| seen.messages.len() >= least).await?;
        }
    }
    if row.values > 0 {
        page.click("Value").await?;
    }
    let before: Measured = page.read("return measured.read()", vec![]).await?;
    let heap_before = heap_kb(page).await?;
    page.driver().execute("measured.forget()", vec![]).await?;
    for second in 0..row.seconds {
        tokio::time::sleep(Duration::from_secs(1)).await;
        for value in 0..row.values {
            // The last character is Enter.
            page.press(format!("x={second}{value}\u{e007}")).await?;
        }
    }
    let heap_after = heap_kb(page).await?;
    let after: Measured = page.read("return measured.read()", vec![]).await?;
    Ok(Watched { before, after, heap_before, heap_after, paint_ms })
}

/// Waits for a leader at full speed, then restores the speed.
async fn settle(page: &Page) -> Result<()> {
    let speed = page.seen().await?.clock.speed;
    page.press("+".repeat(9)).await?;
    page.until_settled().await?;
    while page.seen().await?.clock.speed != speed {
        page.press("-").await?;
    }
    Ok(())
}

fn describe(frames: &[Frame]) -> String {
    let wholes = sorted(frames, whole);
    let layouts = sorted(frames, |Frame(_, _, layout, _)| *layout);
    let messages = sorted(frames, |Frame(.., messages)| *messages);
    let missed = frames.windows(2).filter(|pair| pair[1].0 - pair[0].0 > 2.0 * FRAME_MS).count();
    format!(
        "{:>6} {:>6.1} {:>6.1} {:>6.1}  {:>6.1} {:>6.1}  {missed:>6} {:>8.0}",
        frames.len(),
        percentile(&wholes, 50),
        percentile(&wholes, 99),
        percentile(&wholes, 100),
        percentile(&layouts, 50),
        percentile(&layouts, 99),
        percentile(&messages, 100),
    )
}

/// The time of a frame's script, style and layout.
fn whole(Frame(_, script, layout, _): &Frame) -> f64 {
    script + layout
}

fn sorted(frames: &[Frame], of: impl Fn(&Frame) -> f64) -> Vec<f64> {
    let mut values: Vec<f64> = frames.iter().map(of).collect();
    values.sort_by(f64::total_cmp);
    values
}

/// The value that so many of a hundred do not exceed.
fn percentile(sorted: &[f64], percent: usize) -> f64 {
    let place = (sorted.len() * percent).div_ceil(100).saturating_sub(1);
    sorted.get(place).copied().unwrap_or(f64::NAN)
}

/// The size of the JavaScript heap after garbage collection.
async fn heap_kb(page: &Page) -> Result<u64> {
    let cdp = page.driver().cdp();
    cdp.send_raw("HeapProfiler.collectGarbage", json!({})).await?;
    let usage = cdp.send_raw("Runtime.getHeapUsage", json!({})).await?;
    Ok(usage["usedSize"].as_u64().context("how much is used")? / 1000)
}
