//! Sending the value of a field.

use raft_playground::Address;
use raft_playground::intent::Client;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

use super::App;
use crate::{client, page};

impl App {
    /// Submits a value. An accepted value is cleared; a refused one stays, so that the user can
    /// correct it.
    pub(super) fn submit(&mut self, event: &SubmitEvent, via: Option<Address>) {
        let form = event.target_dyn_into::<Element>();
        let input = form.and_then(|form| page::all_within(&form, "input").into_iter().next());
        let Some(input) = input.and_then(|input| input.dyn_into::<HtmlInputElement>().ok()) else {
            return;
        };
        self.send(&input, input.value(), via);
    }

    /// Sends the field's value, or its example, from a client to a node.
    pub(super) fn send_value(&mut self, client: Address, node: Address) {
        self.handle(Client::SendAs(client));
        let text = client::to_be_sent(&self.scene);
        match page::element("value").and_then(|input| input.dyn_into().ok()) {
            Some(input) => self.send(&input, text, Some(node)),
            None => self.handle(Client::Send { text: text.into(), via: Some(node) }),
        }
    }

    fn send(&mut self, input: &HtmlInputElement, text: String, via: Option<Address>) {
        self.handle(Client::Send { text: text.into(), via });
        self.refresh();
        let refused = self.scene.menu.iter().any(|menu| menu.complaint.is_some())
            || self.scene.clients.iter().any(|client| client.complaint.is_some());
        if !refused {
            input.set_value("");
        }
    }
}
