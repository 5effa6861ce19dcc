//! Measures the time of a first visit on a slow phone until the cluster moves, compared with
//! another build.
//!
//! The phone is that of the design's goal: 1.6 Mbit/s, 150 ms for each round trip, and a processor
//! four times slower than this one. Each visit has a new browser, so nothing is cached. The two
//! builds alternate, so that other load on the machine affects both.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::json;
use tests::browser::{Page, Visit, dist};

/// The visits of each build. Odd, so that the median is one of the visits.
const VISITS: usize = 7;

/// The bandwidth of the phone, down and up: 1.6 Mbit/s and 750 kbit/s.
const DOWN_BYTES_PER_S: u32 = 200_000;
const UP_BYTES_PER_S: u32 = 93_750;

/// The minimum time of a response.
const ROUND_TRIP_MS: u32 = 150;

/// The factor by which the phone's processor is slower than this machine's.
const SLOWER: u32 = 4;

/// A fixed cluster that elects a leader soon.
const QUERY: &str = "seed=7";

/// What a first visit loaded, and the times of its steps, in milliseconds since the request.
#[derive(Deserialize)]
struct Measured {
    /// As transferred.
    bytes: f64,
    files: f64,
    /// The first contentful paint: the static picture.
    paint_ms: f64,
    /// The arrival of the program's last byte.
    program_ms: f64,
    /// The first animation frame in which a drawn element moves.
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

/// Opens the page as on a slow phone.
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
