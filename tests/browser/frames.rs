//! The page's clock. Only animation frames move it, and a test can hold them back. Then nothing
//! moves while the test looks and aims, and time advances exactly as far as the test says.

use anyhow::{Context, Result, bail};
use serde_json::json;

use super::observation::Observation;
use super::page::Page;

/// The script that holds frames back; other scripts follow it.
const FRAMES: &str = include_str!("frames.js");

/// The wall time between two frames that a test delivers, in milliseconds. Few frames show a
/// message's way, and no frame is so long that the page discards its time as a stall.
const FRAME_MS: f64 = 40.0;

impl Page {
    /// Holds all animation frames back until [`Page::release_frames`]. The browser still paints
    /// changes.
    ///
    /// # Errors
    /// If the browser does not answer.
    pub async fn keep_frames(&self) -> Result<()> {
        let script = format!("{FRAMES} frames_kept.keep(arguments[0])");
        self.driver.execute_async(script, vec![]).await.context("keeping frames")?;
        Ok(())
    }

    /// Delivers all further frames when the browser draws them. A page opened since
    /// [`Page::keep_frames`] gets its frames anyway.
    ///
    /// # Errors
    /// If the browser does not answer.
    pub async fn release_frames(&self) -> Result<()> {
        self.driver
            .execute("window.frames_kept?.release()", vec![])
            .await
            .context("releasing frames")?;
        Ok(())
    }

    /// Delivers a frame this long after the last one.
    ///
    /// # Errors
    /// If frames are not held back.
    pub async fn give_frame(&self, after_ms: f64) -> Result<()> {
        let script = "frames_kept.pass(arguments[0])";
        self.driver.execute(script, vec![json!(after_ms)]).await.context("giving a frame")?;
        Ok(())
    }

    /// Delivers frames until the predicate holds. Frames must be held back.
    ///
    /// # Errors
    /// If it never holds.
    pub async fn play_until(
        &self,
        what: &str,
        is_so: impl Fn(&Observation) -> bool,
    ) -> Result<Observation> {
        const MOST_FRAMES: u32 = 500;
        for _ in 0..MOST_FRAMES {
            let seen = self.seen().await?;
            if is_so(&seen) {
                return Ok(seen);
            }
            self.give_frame(FRAME_MS).await?;
        }
        bail!("{MOST_FRAMES} frames without {what}; last seen: {:#?}", self.seen().await?)
    }

    /// Acts before the page's next frame, so that the observation is still valid.
    ///
    /// # Errors
    /// If the action fails.
    pub(super) async fn between_frames<T>(
        &self,
        act: impl AsyncFnOnce() -> Result<T>,
    ) -> Result<T> {
        // A paused page requests no frame.
        let keep = "const [done] = arguments;
            if (document.querySelector('[data-clock]')?.dataset.playing !== 'true'
                || window.frames_kept?.keeps) return done(false);";
        let keep = format!("{keep} {FRAMES} frames_kept.keep(() => done(true))");
        let kept = self.driver.execute_async(keep, vec![]).await.context("keeping frames")?;
        let outcome = act().await;
        if kept.json() == true {
            self.release_frames().await?;
        }
        outcome
    }
}
