//! The custom element and the messages of a frame, in a page of another origin.

mod attributes;
mod book;
mod dialog;
mod messages;
mod methods;
mod several;

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};

use anyhow::{Context, Result, anyhow};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tests::browser::{Page, Site, Visit, Withheld};

/// Notes every event of every player in `heard`, and every message to the host page in `received`.
const EARS: &str = "<script>
    const heard = [], received = [];
    for (const kind of ['ready', 'beat', 'violation', 'solved', 'error', 'record'])
      document.addEventListener(kind,
        ({ target, detail }) => heard.push([target.id, kind, detail]), true);
    addEventListener('message', ({ data, origin }) => received.push({ data, origin }));
  </script>";

/// A page of another origin that has this body. It is served until it is dropped.
pub(crate) struct Host {
    site: Site,
}

impl Host {
    /// Opens a page with this body: `PAGE` stands for the address of the playground.
    pub(crate) async fn open(page: &Page, body: &str) -> Result<Self> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("host-{number}"));
        fs::create_dir_all(&folder).context("creating the folder of a host page")?;
        let body = body.replace("PAGE", &page.site().folder());
        let html = format!(
            "<!doctype html><meta charset=utf-8><title>Host</title>\
             <link rel=icon href=data:,>{body}"
        );
        fs::write(folder.join("index.html"), html).context("writing a host page")?;
        fs::write(folder.join("own.raft"), OWN).context("writing a scenario")?;
        let site = Site::serve(folder, Withheld::Nothing).context("serving a host page")?;
        page.driver().goto(site.url("")).await.context("opening a host page")?;
        Ok(Self { site })
    }

    /// Opens a page with players with these attributes, named `p0`, `p1`, …
    async fn with_players(page: &Page, players: &[&str]) -> Result<Self> {
        let mut body = format!("{EARS}{ELEMENT}");
        for (place, attributes) in players.iter().enumerate() {
            write!(body, "<raft-playground id=p{place} {attributes}></raft-playground>")?;
        }
        Self::open(page, &body).await
    }
}

/// The line that loads the element.
const ELEMENT: &str = "<script type=\"module\" src=\"PAGEembed.js\"></script>";

/// A scenario of the host page.
const OWN: &str = "title \"A scenario of the host\"\nseed 11\nnodes 3\nat 0ms: time out B\n\
    until leader B within 1s:\n  beat elected:\n    say \"B leads.\"\nend after 100ms\n";

/// Runs the body of an asynchronous function in the host page; `p` is a player by its number.
async fn run<T: DeserializeOwned>(page: &Page, body: &str) -> Result<T> {
    let script = format!(
        "const done = arguments[arguments.length - 1];
         const p = (place) => document.getElementById('p' + place);
         (async () => {{ {body} }})().then((value) => done({{ value: value ?? null }}),
           (error) => done({{ error: `${{error.code}}: ${{error.message}}` }}));"
    );
    let returned = page.driver().execute_async(script, vec![]).await?;
    let answer = returned.json().clone();
    if let Some(error) = answer["error"].as_str() {
        return Err(anyhow!("{error}"));
    }
    serde_json::from_value(answer["value"].clone()).with_context(|| format!("{body}: {answer}"))
}

/// The code with which a call is refused.
async fn refusal(page: &Page, body: &str) -> Result<String> {
    match run::<Value>(page, body).await {
        Ok(value) => Err(anyhow!("{body} was not refused, and gave {value}")),
        Err(error) => Ok(error.to_string().split(':').next().unwrap_or_default().to_owned()),
    }
}

/// Waits until a script in the host page returns true.
async fn until(page: &Page, what: &str, script: &str) -> Result<()> {
    page.until_reads(what, &format!("return Boolean({script})"), true).await
}

/// Waits until the first players of the host page show their runs.
async fn until_ready(page: &Page, count: usize) -> Result<()> {
    let ready = "new Set(heard.filter(([, kind]) => kind === 'ready').map(([id]) => id)).size";
    until(page, "players that are ready", &format!("{ready} >= {count}")).await
}

/// The frame of a player.
const FRAME: &str =
    "document.getElementById('p' + arguments[0]).shadowRoot.querySelector('iframe')";

/// Runs a script in the frame of a player.
async fn inside<T: DeserializeOwned>(page: &Page, player: u32, script: &str) -> Result<T> {
    let frame = format!("return {FRAME}");
    let frame = page.driver().execute(frame, vec![json!(player)]).await?.element()?;
    frame.enter_frame().await?;
    let read = page.read(script, vec![]).await;
    page.driver().enter_default_frame().await?;
    read
}

/// Opens a visit for a test with host pages. It ends on the playground, for what every test checks
/// afterwards.
fn visit(test: impl AsyncFnOnce(&Page) -> Result<()>) {
    Visit::to("paused").run(async |page| {
        test(page).await?;
        page.open("paused").await
    });
}
