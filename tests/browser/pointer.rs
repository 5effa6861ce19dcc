//! Real pointer events, by mouse or finger, at positions in the window.

use anyhow::{Context, Result};
use serde_json::{Value, json};
use thirtyfour::common::command::{Actions, Command};

use super::page::Page;

impl Page {
    /// Clicks with the mouse, or taps with a finger, at a position in the window.
    ///
    /// # Errors
    /// If the position is outside.
    pub async fn click_at(&self, at: (f64, f64)) -> Result<()> {
        self.click_times(at, 1).await
    }

    pub(super) async fn click_times(&self, (x, y): (f64, f64), times: usize) -> Result<()> {
        let point = json!({ "type": "pointerMove", "duration": 0, "x": whole(x), "y": whole(y) });
        let press = json!({ "type": "pointerDown", "button": 0 });
        let release = json!({ "type": "pointerUp", "button": 0 });
        let mut actions = vec![point];
        for _ in 0..times {
            actions.extend([press.clone(), release.clone()]);
        }
        self.point(actions).await.with_context(|| format!("clicking at {x}, {y}"))
    }

    /// Clicks or taps at a position in the window, as a busy page sees it: the event's timestamp,
    /// in seconds since 1970, lies in the past.
    ///
    /// # Errors
    /// If the browser does not answer.
    pub async fn click_as_of(&self, (x, y): (f64, f64), at: f64) -> Result<()> {
        let (x, y) = (whole(x), whole(y));
        let mouse = |kind| {
            json!({
                "type": kind,
                "x": x,
                "y": y,
                "button": "left",
                "clickCount": 1,
                "timestamp": at,
            })
        };
        let touch = |kind, points| json!({ "type": kind, "touchPoints": points, "timestamp": at });
        let (method, down, up) = if self.finger {
            let down = touch("touchStart", json!([{ "x": x, "y": y }]));
            ("Input.dispatchTouchEvent", down, touch("touchEnd", json!([])))
        } else {
            ("Input.dispatchMouseEvent", mouse("mousePressed"), mouse("mouseReleased"))
        };
        for event in [down, up] {
            self.driver.cdp().send_raw(method, event).await.context("clicking late")?;
        }
        Ok(())
    }

    /// Presses with the mouse or a finger, without releasing.
    ///
    /// # Errors
    /// If the position is outside the window.
    pub async fn press_at(&self, (x, y): (f64, f64)) -> Result<()> {
        let point = json!({ "type": "pointerMove", "duration": 0, "x": whole(x), "y": whole(y) });
        self.point(vec![point, json!({ "type": "pointerDown", "button": 0 })]).await
    }

    /// Continues a drag to this position.
    ///
    /// # Errors
    /// If the position is outside the window.
    pub async fn drag_on(&self, (x, y): (f64, f64)) -> Result<()> {
        let to = json!({ "type": "pointerMove", "duration": 0, "x": whole(x), "y": whole(y) });
        self.point(vec![to]).await
    }

    /// Drags along these positions and releases.
    ///
    /// # Errors
    /// If a position is outside the window.
    pub async fn drag_and_drop(&self, places: &[(f64, f64)]) -> Result<()> {
        self.press_and_move(places).await?;
        // The browser reports touch movements once per frame.
        self.pass_frames(2).await?;
        self.let_go().await
    }

    /// Performs pointer actions.
    async fn point(&self, actions: Vec<Value>) -> Result<()> {
        let kind = if self.finger { "touch" } else { "mouse" };
        let pointer = json!({
            "type": "pointer",
            "id": kind,
            "parameters": { "pointerType": kind },
            "actions": actions,
        });
        self.perform(json!([pointer])).await
    }

    /// Presses at the first of these positions and moves to the others, without releasing.
    ///
    /// # Errors
    /// If a position is outside the window.
    pub async fn press_and_move(&self, places: &[(f64, f64)]) -> Result<()> {
        let go = |&(x, y): &(f64, f64)| {
            let (x, y) = (whole(x), whole(y));
            json!({ "type": "pointerMove", "duration": 10, "x": x, "y": y })
        };
        let mut actions: Vec<Value> = places.iter().map(go).collect();
        actions.insert(1, json!({ "type": "pointerDown", "button": 0 }));
        self.point(actions).await.with_context(|| format!("dragging along {places:?}"))
    }

    /// Releases the pointer at its position.
    ///
    /// # Errors
    /// If the browser does not answer.
    pub async fn let_go(&self) -> Result<()> {
        // The driver forgets a finger between two chains of actions, but not that it is pressed.
        self.driver.cmd(Command::ReleaseActions).await.context("letting go")?;
        Ok(())
    }

    async fn perform(&self, actions: Value) -> Result<()> {
        self.driver.cmd(Command::PerformActions(Actions::from(actions))).await?;
        Ok(())
    }
}

/// Pointers have whole pixel positions.
#[expect(clippy::cast_possible_truncation, reason = "pixels of a window")]
fn whole(length: f64) -> i64 {
    length.round() as i64
}
