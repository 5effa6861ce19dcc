//! The page as a user sees it. Module `actions` contains the user's actions.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, ensure};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::WebDriver;

use super::observation::{self, Observation};
use super::site::Site;

/// The timeout for an expected change on a slow and busy machine.
pub const TIMEOUT: Duration = Duration::from_mins(2);

/// The polling interval.
const PACE: Duration = Duration::from_millis(15);

/// An opened page.
pub struct Page {
    pub(super) driver: WebDriver,
    pub(super) site: Site,
    /// Whether the pointer is a finger instead of a mouse.
    pub(super) finger: bool,
}

impl Page {
    /// Opens the page with this query, and waits until it is ready.
    ///
    /// # Errors
    /// If it never is.
    pub async fn open(&self, query: &str) -> Result<()> {
        self.driver.goto(self.site.url(query)).await.context("opening the page")?;
        self.until_alive().await
    }

    /// Reloads the page, and waits until it is ready.
    ///
    /// # Errors
    /// If it never is.
    pub async fn reload(&self) -> Result<()> {
        self.driver.refresh().await.context("reloading the page")?;
        self.until_alive().await
    }

    /// A loaded page still waits for its catalogues: first those of the stage, then the others. An
    /// older build that a benchmark visits has none.
    async fn until_alive(&self) -> Result<()> {
        self.until("life", |_| true).await?;
        self.until_reads("all words", "return self.words?.isComplete ?? true", true).await?;
        // What the catalogues add can move what stands beside it.
        self.pass_frames(2).await
    }

    /// The `WebDriver` session, for special needs of a test.
    pub fn driver(&self) -> &WebDriver {
        &self.driver
    }

    /// The server of the page.
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// Runs a script in the page, for state outside the automation contract.
    ///
    /// # Errors
    /// If it throws, or returns another type.
    pub async fn read<T: DeserializeOwned>(&self, script: &str, values: Vec<Value>) -> Result<T> {
        let returned = self.driver.execute(script, values).await?;
        serde_json::from_value(returned.json().clone()).context("what the script returned")
    }

    /// The visible state now.
    ///
    /// # Errors
    /// If the page is not ready.
    pub async fn seen(&self) -> Result<Observation> {
        self.read::<Option<Observation>>(observation::SCRIPT, vec![])
            .await?
            .context("the page is not alive")
    }

    /// Waits until the predicate holds for the visible state.
    ///
    /// # Errors
    /// If that takes too long.
    pub async fn until(
        &self,
        what: &str,
        is_so: impl Fn(&Observation) -> bool,
    ) -> Result<Observation> {
        let look = async || match self.seen().await {
            Ok(seen) if is_so(&seen) => Ok(seen),
            Ok(seen) => Err(anyhow!("last seen: {seen:#?}")),
            Err(error) => Err(error),
        };
        self.keep_trying(what, look).await
    }

    /// Waits until one node leads, all others follow, and all entries are committed everywhere.
    ///
    /// # Errors
    /// If that takes too long.
    pub async fn until_settled(&self) -> Result<Observation> {
        self.until("one leader, whom all follow", |seen| seen.settled_leader().is_some()).await
    }

    /// Waits until one node leads and all others follow it. Returns its name.
    ///
    /// # Errors
    /// If that takes too long.
    pub async fn leader(&self) -> Result<String> {
        let seen = self.until_settled().await?;
        Ok(seen.settled_leader().context("a settled cluster has a leader")?.name.clone())
    }

    /// Waits until a script returns the wanted value.
    ///
    /// # Errors
    /// If that takes too long.
    pub async fn until_reads<T>(&self, what: &str, script: &str, wanted: T) -> Result<()>
    where
        T: DeserializeOwned + PartialEq + std::fmt::Debug,
    {
        let look = async || {
            let read: T = self.read(script, vec![]).await?;
            ensure!(read == wanted, "last read: {read:?}");
            Ok(())
        };
        self.keep_trying(what, look).await
    }

    /// Waits until all transitions have ended.
    ///
    /// # Errors
    /// If that takes too long.
    pub async fn until_transitions_end(&self) -> Result<()> {
        let script = "return document.getAnimations().filter((animation) =>
            animation.effect.getComputedTiming().endTime !== Infinity).length";
        self.until_reads("the end of all transitions", script, 0).await
    }

    pub(super) async fn keep_trying<T>(
        &self,
        what: &str,
        attempt: impl AsyncFn() -> Result<T>,
    ) -> Result<T> {
        let began = Instant::now();
        loop {
            match attempt().await {
                Ok(value) => return Ok(value),
                Err(error) if began.elapsed() > TIMEOUT => {
                    return Err(error.context(format!("waited in vain for {what}")));
                }
                Err(_) => tokio::time::sleep(PACE).await,
            }
        }
    }

    /// Waits until the browser has drawn this many frames.
    ///
    /// # Errors
    /// If it draws none.
    pub async fn pass_frames(&self, count: u32) -> Result<()> {
        let script = "const [count, done] = arguments;
            const request = window.frames_kept?.request ?? requestAnimationFrame;
            let left = count;
            const frame = () => left-- > 0 ? request(frame) : done();
            frame();";
        self.driver.execute_async(script, vec![json!(count)]).await.context("drawing frames")?;
        Ok(())
    }

    /// The visible alerts.
    ///
    /// # Errors
    /// If the browser does not answer.
    pub async fn alerts(&self) -> Result<Vec<String>> {
        let script = "const alerts = [...document.querySelectorAll('[role=alert]')];
            return alerts.filter((alert) => alert.checkVisibility())
                .flatMap((alert) => alert.innerText.split('\\n'))
                .map((line) => line.trim()).filter((line) => line);";
        self.read(script, vec![]).await
    }

    /// Waits until this many alerts are visible. Returns them.
    ///
    /// # Errors
    /// If that takes too long.
    pub async fn until_alerts(&self, count: usize) -> Result<Vec<String>> {
        let look = async || {
            let alerts = self.alerts().await?;
            ensure!(alerts.len() == count, "they are {alerts:?}");
            Ok(alerts)
        };
        self.keep_trying(&format!("{count} alerts"), look).await
    }

    /// Waits until exactly the dialogs with these accessible names are open.
    ///
    /// # Errors
    /// If that takes too long.
    pub async fn until_dialogs(&self, names: &[&str]) -> Result<()> {
        let script = "const dialogs = [...document.querySelectorAll('[role=dialog]')];
            return dialogs.filter((dialog) => dialog.checkVisibility())
                .map((dialog) => dialog.getAttribute('aria-label'));";
        let names: Vec<String> = names.iter().map(ToString::to_string).collect();
        self.until_reads(&format!("the dialogs {names:?}"), script, names).await
    }

    /// The accessible name of the focused element; empty if there is none.
    ///
    /// # Errors
    /// If the browser does not answer.
    pub async fn focused(&self) -> Result<String> {
        let script = "const focused = document.activeElement;
            if (!focused || focused === document.body) return '';
            return (focused.getAttribute('aria-label') ?? focused.textContent).trim();";
        self.read(script, vec![]).await
    }

    /// Errors and warnings that the browser has logged since the last call.
    ///
    /// # Errors
    /// If the browser does not answer.
    pub async fn complaints(&self) -> Result<Vec<String>> {
        let entries = self.driver.browser_log().await?;
        let bad =
            entries.into_iter().filter(|entry| ["WARNING", "SEVERE"].contains(&&*entry.level));
        Ok(bad.map(|entry| format!("{}: {}", entry.level, entry.message)).collect())
    }

    /// Checks what every test expects: the browser logged no complaint, every file was found, no
    /// property is violated, and the page is not wider than its window.
    ///
    /// # Errors
    /// If a check fails.
    pub async fn check(&self) -> Result<()> {
        let complaints = self.complaints().await?;
        ensure!(complaints.is_empty(), "the browser complains: {complaints:#?}");
        let refused = self.site.refused();
        ensure!(refused.is_empty(), "not found on the server: {refused:?}");
        let violated = self.seen().await?.violated;
        ensure!(violated.is_empty(), "violated: {violated:?}");
        let (width, room) = self.widths().await?;
        ensure!(width <= room, "the page is {width} wide in a window of {room}");
        Ok(())
    }

    /// The width of the page, and of its window.
    ///
    /// # Errors
    /// If the browser does not answer.
    pub async fn widths(&self) -> Result<(u32, u32)> {
        let script = "return [document.scrollingElement.scrollWidth, innerWidth];";
        self.read(script, vec![]).await
    }
}
