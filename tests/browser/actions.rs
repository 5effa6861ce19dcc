//! What a person does: real pointer and key events, at the places where things are.

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::{Value, json};
use thirtyfour::common::command::{Actions, Command};
use thirtyfour::{Key, TypingData};

use super::observation::Observation;
use super::page::Page;

/// Where on a link one points.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Spot<'a> {
    /// In the middle.
    Middle,
    /// Near the end at this node or client.
    Near(&'a str),
}

/// Where a control is.
#[derive(Deserialize, Clone, PartialEq, Debug)]
pub struct Place {
    /// How many such controls there are; what follows is of use only if it is one.
    pub count: u32,
    /// Its middle.
    pub at: (f64, f64),
    /// Its width and height.
    pub size: (f64, f64),
    /// Whether a pointer at its middle reaches it without scrolling: nothing covers it.
    pub at_hand: bool,
    /// The same, once one has scrolled to it.
    pub reached: bool,
}

impl Page {
    /// Where the control with this accessible name is, within the dialog of that name if one is
    /// given.
    ///
    /// # Errors
    /// If the browser does not answer.
    pub async fn find(&self, control: &str, dialog: Option<&str>) -> Result<Place> {
        self.read(include_str!("find.js"), vec![json!(control), json!(dialog)]).await
    }

    /// Clicks on the control with this accessible name, as soon as it is there.
    ///
    /// # Errors
    /// If it does not come, or cannot be reached.
    pub async fn click(&self, control: &str) -> Result<()> {
        self.click_found(control, None, 1).await
    }

    /// Clicks on a control within a dialog.
    ///
    /// # Errors
    /// If it does not come, or cannot be reached.
    pub async fn click_in(&self, dialog: &str, control: &str) -> Result<()> {
        self.click_found(control, Some(dialog), 1).await
    }

    /// Clicks twice on the place of the control with this accessible name, as soon as it is there.
    ///
    /// # Errors
    /// If it does not come, or cannot be reached.
    pub async fn double_click(&self, control: &str) -> Result<()> {
        self.click_found(control, None, 2).await
    }

    /// Clicks so many times on a control, once it is there and stands still.
    async fn click_found(&self, control: &str, dialog: Option<&str>, times: usize) -> Result<()> {
        let attempt = async || {
            let place = self.find(control, dialog).await?;
            ensure!(place.count == 1, "there are {} of them", place.count);
            ensure!(place.reached, "a pointer does not reach it: {place:?}");
            let click = async || {
                // What has just come or gone may have moved it.
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

    /// Opens the menu of a node, unless it is open, and waits until it is there. Its name is
    /// returned.
    ///
    /// # Errors
    /// If it does not come.
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

    /// Opens the menu of a node and does something there.
    ///
    /// # Errors
    /// If that is not to be done there.
    pub async fn act_on(&self, node: &str, act: &str) -> Result<()> {
        let dialog = self.open_menu(node).await?;
        self.click_in(&dialog, act).await
    }

    /// Sends a value to a node from its menu, and closes the menu.
    ///
    /// # Errors
    /// If the menu does not come.
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

    /// Clicks with the mouse, or taps with a finger, at a place of the window.
    ///
    /// # Errors
    /// If it is outside.
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

    /// Clicks or taps at a place of the window as a busy page hears of it: later than it happened,
    /// which is given in seconds since 1970.
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

    /// Presses with the mouse or a finger, and does not let go yet.
    ///
    /// # Errors
    /// If it is outside of the window.
    pub async fn press_at(&self, (x, y): (f64, f64)) -> Result<()> {
        let point = json!({ "type": "pointerMove", "duration": 0, "x": whole(x), "y": whole(y) });
        self.point(vec![point, json!({ "type": "pointerDown", "button": 0 })]).await
    }

    /// Moves on with what is dragged.
    ///
    /// # Errors
    /// If it is outside of the window.
    pub async fn drag_on(&self, (x, y): (f64, f64)) -> Result<()> {
        let to = json!({ "type": "pointerMove", "duration": 0, "x": whole(x), "y": whole(y) });
        self.point(vec![to]).await
    }

    /// Drags something along these places and lets go.
    ///
    /// # Errors
    /// If one is outside of the window.
    pub async fn drag_and_drop(&self, places: &[(f64, f64)]) -> Result<()> {
        self.press_and_move(places).await?;
        // What a finger does is told once in a frame.
        self.pass_frames(2).await?;
        self.let_go().await
    }

    /// Does something with the pointer.
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

    /// Presses at the first of these places and goes on to the others, and does not let go yet.
    ///
    /// # Errors
    /// If one of them is outside.
    pub async fn press_and_move(&self, places: &[(f64, f64)]) -> Result<()> {
        let go = |&(x, y): &(f64, f64)| {
            let (x, y) = (whole(x), whole(y));
            json!({ "type": "pointerMove", "duration": 10, "x": x, "y": y })
        };
        let mut actions: Vec<Value> = places.iter().map(go).collect();
        actions.insert(1, json!({ "type": "pointerDown", "button": 0 }));
        self.point(actions).await.with_context(|| format!("dragging along {places:?}"))
    }

    /// Lets go where the pointer is.
    ///
    /// # Errors
    /// If the browser does not answer.
    pub async fn let_go(&self) -> Result<()> {
        // The driver forgets a finger from one chain of actions to the next, but not that it holds.
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

    /// Puts a text where the focus is, as pasting does.
    ///
    /// # Errors
    /// If the browser does not answer.
    pub async fn paste(&self, text: &str) -> Result<()> {
        self.driver.cdp().send_raw("Input.insertText", json!({ "text": text })).await?;
        Ok(())
    }

    /// Steps from event to event until what is seen is as described. Time must stand still.
    ///
    /// # Errors
    /// If it never is.
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

    /// Steps so many times. Time must stand still.
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

/// A place on a link, found as a person finds it: between the two ends, and where no message is,
/// which would be meant instead.
fn place_on(seen: &Observation, link: &str, spot: Spot<'_>) -> Result<(f64, f64)> {
    /// What a message covers.
    const COVERED: f64 = 16.0;
    /// From the middle of a node to a place on its link that is near it, as a part of the whole.
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
        let mut messages = seen.messages.iter();
        messages.all(|message| (message.at.0 - x).hypot(message.at.1 - y) > COVERED)
    };
    let beside = [0.0, 0.06, -0.06].into_iter().map(|aside| at(part + aside));
    Ok(beside.into_iter().find(|place| is_free(*place)).unwrap_or(at(part)))
}

pub(super) fn place_of(seen: &Observation, name: &str) -> Result<(f64, f64)> {
    let nodes = seen.nodes.iter().map(|node| (&node.name, node.at));
    let clients = seen.clients.iter().map(|client| (&client.name, client.at));
    let found = nodes.chain(clients).find(|(other, _)| *other == name);
    Ok(found.with_context(|| format!("there is no {name}"))?.1)
}

/// Pointers stand on whole pixels.
#[expect(clippy::cast_possible_truncation, reason = "pixels of a window")]
fn whole(length: f64) -> i64 {
    length.round() as i64
}
