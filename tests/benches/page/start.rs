//! How long a first visit takes on a slow phone until a cluster moves, beside another build.
//!
//! The phone is the one of the design's promise: 1.6 Mbit/s, 150 ms for each round trip, and a
//! processor four times slower than this one. Each visit has a new browser, so nothing is cached.
//! The two builds take turns, so that whatever else the machine does falls on both.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::json;
use tests::browser::{Page, Visit, dist};

/// How often each build is visited. Odd, so that the median is one of the visits.
const VISITS: usize = 7;

/// What the phone receives and sends in a second: 1.6 Mbit and 750 kbit.
const DOWN_BYTES_PER_S: u32 = 200_000;
const UP_BYTES_PER_S: u32 = 93_750;

/// How long an answer takes at least.
const ROUND_TRIP_MS: u32 = 150;

/// How many times slower than this machine's processor the phone's is.
const SLOWER: u32 = 4;

/// Always the same cluster, with a leader elected soon.
const QUERY: &str = "seed=7";

/// What a first visit loaded, and when what happened, in milliseconds since the page was asked for.
#[derive(Deserialize)]
struct Measured {
    /// As sent.
    bytes: f64,
    files: f64,
    /// The first paint with content: the static picture.
    paint_ms: f64,
    /// When the last byte of the program arrived.
    program_ms: f64,
    /// The first animation frame in which something drawn moves.
    moving_ms: f64,
}

pub(crate) fn run() -> Result<()> {
    let mut builds = vec![("this build", dist()?, Vec::new())];
    if let Some(other) = env::var_os("RAFT_AGAINST") {
        let other = PathBuf::from(other);
        let index = other.join("index.html");
        ensure!(index.is_file(), "{} is not there", index.display());
        builds.insert(0, ("the other build", other, Vec::new()));
    }
    for _ in 0..VISITS {
        for (_, folder, visits) in &mut builds {
            Visit::first_to(folder.clone()).on_a_phone().run(async |page| {
                visits.push(visit(page).await?);
                Ok(())
            });
        }
    }
    println!("A first visit with a slow phone, the median of {VISITS}: gzipped KB, milliseconds");
    println!("from navigation until the picture, the whole program, and a moving cluster.\n");
    println!(
        "{:<16} {:>5} {:>5} {:>8} {:>8} {:>8}  (each visit)",
        "", "KB", "files", "picture", "program", "moving"
    );
    let mut moving = Vec::new();
    for (name, _, visits) in &builds {
        println!("{name:<16} {}", describe(visits));
        moving.push(median(visits, |visit| visit.moving_ms));
    }
    if let [other, this] = moving[..] {
        println!("\nThis build takes {:.2} times what the other one takes.", this / other);
    }
    Ok(())
}

/// Opens the page as a slow phone does.
async fn visit(page: &Page) -> Result<Measured> {
    let cdp = page.driver().cdp();
    let network = json!({
        "offline": false,
        "latency": ROUND_TRIP_MS,
        "downloadThroughput": DOWN_BYTES_PER_S,
        "uploadThroughput": UP_BYTES_PER_S,
    });
    cdp.send_raw("Network.enable", json!({})).await?;
    cdp.send_raw("Network.emulateNetworkConditions", network).await?;
    cdp.send_raw("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWER })).await?;
    let script = json!({ "source": include_str!("start.js") });
    cdp.send_raw("Page.addScriptToEvaluateOnNewDocument", script).await?;
    page.open(QUERY).await?;
    let wait = "firstVisit.then(arguments[0])";
    let returned = page.driver().execute_async(wait, vec![]).await.context("nothing moves")?;
    let measured: Measured =
        serde_json::from_value(returned.json().clone()).context("what the page measured")?;
    Ok(measured)
}

fn describe(visits: &[Measured]) -> String {
    let each: Vec<String> = visits.iter().map(|visit| format!("{:.0}", visit.moving_ms)).collect();
    format!(
        "{:>5.0} {:>5.0} {:>8.0} {:>8.0} {:>8.0}  ({})",
        median(visits, |visit| visit.bytes) / 1000.0,
        median(visits, |visit| visit.files),
        median(visits, |visit| visit.paint_ms),
        median(visits, |visit| visit.program_ms),
        median(visits, |visit| visit.moving_ms),
        each.join(" ")
    )
}

fn median(visits: &[Measured], of: impl Fn(&Measured) -> f64) -> f64 {
    let mut values: Vec<f64> = visits.iter().map(of).collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
