//! The page's clock. Only animation frames move it, and a test can keep them from the page: then
//! nothing moves, however long the test takes to look and to aim, and time goes on by as much as
//! the test says.

use anyhow::{Context, Result, bail};
use serde_json::json;

use super::observation::Observation;
use super::page::Page;

/// What keeps frames, as a script that other scripts follow.
const FRAMES: &str = include_str!("frames.js");

/// How much wall time passes from one frame that a test gives to the next, in milliseconds: few
/// frames show a message's way, and none is as long as a stall, whose time the page does not count.
const FRAME_MS: f64 = 40.0;

impl Page {
    /// Keeps all animation frames from the page until [`Page::release_frames`]. The browser draws
    /// what changes all the same.
    ///
    /// # Errors
    /// If the browser does not answer.
    pub async fn keep_frames(&self) -> Result<()> {
        let script = format!("{FRAMES} frames_kept.keep(arguments[0])");
        self.driver.execute_async(script, vec![]).await.context("keeping frames")?;
        Ok(())
    }

    /// Gives the page all further frames when the browser draws them. A page that was opened since
    /// they were kept gets them anyway.
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

    /// Gives the page a frame that comes so long after the last one.
    ///
    /// # Errors
    /// If frames are not kept.
    pub async fn give_frame(&self, after_ms: f64) -> Result<()> {
        let script = "frames_kept.pass(arguments[0])";
        self.driver.execute(script, vec![json!(after_ms)]).await.context("giving a frame")?;
        Ok(())
    }

    /// Gives the page frames until what is seen is as described. Frames must be kept.
    ///
    /// # Errors
    /// If it never is.
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

    /// Does something before the page's next frame: what it sees is still so when it acts.
    ///
    /// # Errors
    /// If it fails.
    pub(super) async fn between_frames<T>(
        &self,
        act: impl AsyncFnOnce() -> Result<T>,
    ) -> Result<T> {
        // A page whose time stands still has asked for no frame.
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
