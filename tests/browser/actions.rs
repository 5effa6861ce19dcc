//! User actions: real pointer and key events at the positions of elements.

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::{Value, json};
use thirtyfour::common::command::{Actions, Command};
use thirtyfour::{Key, TypingData};

use super::observation::Observation;
use super::page::Page;

/// A position on a link.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Spot<'a> {
    /// In the middle.
    Middle,
    /// Near the end at this node or client.
    Near(&'a str),
}

/// The position of a control.
#[derive(Deserialize, Clone, PartialEq, Debug)]
pub struct Place {
    /// The number of such controls; the other fields are valid only if it is 1.
    pub count: u32,
    /// Its middle.
    pub at: (f64, f64),
    /// Its width and height.
    pub size: (f64, f64),
    /// Whether a pointer at its middle reaches it without scrolling, because nothing covers it.
    pub at_hand: bool,
    /// The same, after scrolling to it.
    pub reached: bool,
}

impl Page {
    /// Finds the control with this accessible name, within the dialog of that name if one is given.
    ///
    /// # Errors
    /// If the browser does not answer.
    pub async fn find(&self, control: &str, dialog: Option<&str>) -> Result<Place> {
        self.read(include_str!("find.js"), vec![json!(control), json!(dialog)]).await
    }

    /// Clicks on the control with this accessible name as soon as it exists.
    ///
    /// # Errors
    /// If it does not appear, or cannot be reached.
    pub async fn click(&self, control: &str) -> Result<()> {
        self.click_found(control, None, 1).await
    }

    /// Clicks on a control within a dialog.
    ///
    /// # Errors
    /// If it does not appear, or cannot be reached.
    pub async fn click_in(&self, dialog: &str, control: &str) -> Result<()> {
        self.click_found(control, Some(dialog), 1).await
    }

    /// Double-clicks at the position of the control with this accessible name as soon as it exists.
    ///
    /// # Errors
    /// If it does not appear, or cannot be reached.
    pub async fn double_click(&self, control: &str) -> Result<()> {
        self.click_found(control, None, 2).await
    }

    /// Clicks this many times on a control, once it exists and does not move.
    async fn click_found(&self, control: &str, dialog: Option<&str>, times: usize) -> Result<()> {
        let attempt = async || {
            let place = self.find(control, dialog).await?;
            ensure!(place.count == 1, "there are {} of them", place.count);
            ensure!(place.reached, "a pointer does not reach it: {place:?}");
            let click = async || {
                // An element that has just appeared or disappeared may have moved the control.
                ensure!(place == self.find(control, dialog).await?, "it moves");
                self.click_times(place.at, times).await
            };
            self.between_frames(click).await
        };
        self.keep_trying(&format!("the control “{control}”"), attempt).await
    }

    /// Clicks on a node.
    ///
    /// # Errors
    /// If the browser does not answer.
    pub async fn click_node(&self, name: &str) -> Result<()> {
        let at = self.seen().await?.node(name).at;
        self.click_at(at).await
    }

    /// Opens the menu of a node, unless it is open, and waits until it appears. Returns its name.
    ///
    /// # Errors
    /// If it does not appear.
    pub async fn open_menu(&self, node: &str) -> Result<String> {
        let dialog = format!("Node {node}");
        if self.find("Send", Some(&dialog)).await?.count == 0 {
            self.click_node(node).await?;
        }
        let look = async || {
            let place = self.find("Send", Some(&dialog)).await?;
            ensure!(place.count == 1, "it is not there");
            Ok(())
        };
        self.keep_trying(&format!("the menu of {node}"), look).await?;
        Ok(dialog)
    }

    /// Opens the menu of a node and chooses an action.
    ///
    /// # Errors
    /// If the menu lacks that action.
    pub async fn act_on(&self, node: &str, act: &str) -> Result<()> {
        let dialog = self.open_menu(node).await?;
        self.click_in(&dialog, act).await
    }

    /// Sends a value to a node from its menu, and closes the menu.
    ///
    /// # Errors
    /// If the menu does not appear.
    pub async fn send_to(&self, node: &str, text: &str) -> Result<()> {
        let dialog = self.open_menu(node).await?;
        self.click_in(&dialog, &format!("Value for {node}")).await?;
        self.press(text).await?;
        self.press(Key::Enter).await?;
        self.press(Key::Escape).await
    }

    /// Clicks on a link, named `A-B`.
    ///
    /// # Errors
    /// If the browser does not answer.
    pub async fn click_link(&self, link: &str, spot: Spot<'_>) -> Result<()> {
        self.between_frames(async || {
            let at = place_on(&self.seen().await?, link, spot)?;
            self.click_at(at).await
        })
        .await
    }

    /// Clicks with the mouse, or taps with a finger, at a position in the window.
    ///
    /// # Errors
    /// If the position is outside.
    pub async fn click_at(&self, at: (f64, f64)) -> Result<()> {
        self.click_times(at, 1).await
    }

    async fn click_times(&self, (x, y): (f64, f64), times: usize) -> Result<()> {
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
    /// in
    /// seconds since 1970, lies in the past.
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

    /// Presses keys one after the other.
    ///
    /// # Errors
    /// If the browser does not answer.
    pub async fn press(&self, keys: impl Into<TypingData>) -> Result<()> {
        self.driver.action_chain().send_keys(keys).perform().await.context("pressing keys")
    }

    /// Presses a key while another one is held down.
    ///
    /// # Errors
    /// If the browser does not answer.
    pub async fn press_with(&self, held: Key, key: impl Into<char>) -> Result<()> {
        let keys = self.driver.action_chain().key_down(held.clone()).send_keys(key.into());
        keys.key_up(held).perform().await.context("pressing keys")
    }

    /// Inserts a text at the focus, as pasting does.
    ///
    /// # Errors
    /// If the browser does not answer.
    pub async fn paste(&self, text: &str) -> Result<()> {
        self.driver.cdp().send_raw("Input.insertText", json!({ "text": text })).await?;
        Ok(())
    }

    /// Steps from event to event until the predicate holds. Time must be paused.
    ///
    /// # Errors
    /// If it never holds.
    pub async fn step_until(
        &self,
        what: &str,
        is_so: impl Fn(&Observation) -> bool,
    ) -> Result<Observation> {
        const MOST_STEPS: u32 = 400;
        let place = self.find("Step", None).await?;
        ensure!(place.reached, "a pointer does not reach “Step”: {place:?}");
        for _ in 0..MOST_STEPS {
            let seen = self.seen().await?;
            ensure!(!seen.clock.playing, "time does not stand still");
            if is_so(&seen) {
                return Ok(seen);
            }
            self.click_at(place.at).await?;
        }
        anyhow::bail!("{MOST_STEPS} steps without {what}; last seen: {:#?}", self.seen().await?)
    }

    /// Performs this many steps. Time must be paused.
    ///
    /// # Errors
    /// If the browser does not answer.
    pub async fn step(&self, count: u32) -> Result<Observation> {
        for _ in 0..count {
            self.click("Step").await?;
        }
        self.seen().await
    }

    async fn perform(&self, actions: Value) -> Result<()> {
        self.driver.cmd(Command::PerformActions(Actions::from(actions))).await?;
        Ok(())
    }
}

/// A position on a link that a user would choose: between the two ends, and away from messages,
/// which would receive the click instead.
fn place_on(seen: &Observation, link: &str, spot: Spot<'_>) -> Result<(f64, f64)> {
    /// The radius that a message covers.
    const COVERED: f64 = 13.5;
    /// The distance from the middle of a node to a near position on its link, as a share of the
    /// link.
    const NEAR: f64 = 0.25;
    let (first, second) = link.split_once('-').context("a link is named A-B")?;
    let (from, to) = (place_of(seen, first)?, place_of(seen, second)?);
    let part = match spot {
        Spot::Middle => 0.5,
        Spot::Near(end) if end == first => NEAR,
        Spot::Near(_) => 1.0 - NEAR,
    };
    let at = |part: f64| (from.0 + (to.0 - from.0) * part, from.1 + (to.1 - from.1) * part);
    let is_free = |(x, y): (f64, f64)| {
        let mut messages = seen.messages.iter().filter(|message| !message.dying);
        messages.all(|message| (message.at.0 - x).hypot(message.at.1 - y) > COVERED)
    };
    // On a short link, a message in the middle covers the places right beside it.
    let asides: &[f64] = match spot {
        Spot::Middle => &[0.0, 0.06, -0.06, 0.11, -0.11],
        Spot::Near(_) => &[0.0, 0.06, -0.06],
    };
    let place = asides.iter().map(|aside| at(part + aside)).find(|place| is_free(*place));
    place.with_context(|| format!("messages cover the link {link}"))
}

pub(super) fn place_of(seen: &Observation, name: &str) -> Result<(f64, f64)> {
    let nodes = seen.nodes.iter().map(|node| (&node.name, node.at));
    let clients = seen.clients.iter().map(|client| (&client.name, client.at));
    let found = nodes.chain(clients).find(|(other, _)| *other == name);
    Ok(found.with_context(|| format!("there is no {name}"))?.1)
}

/// Pointers have whole pixel positions.
#[expect(clippy::cast_possible_truncation, reason = "pixels of a window")]
fn whole(length: f64) -> i64 {
    length.round() as i64
}
