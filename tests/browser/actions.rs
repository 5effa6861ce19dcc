//! User actions: clicks on elements, and keys.

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::json;
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
