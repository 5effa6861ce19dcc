//! Which parts are drawn after an event on the real page.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use raft_playground::intent::{Fault, NodeAction, Panel, Playback, Question, Tab};
use raft_playground::layout::Stage;
use raft_playground::{Address, Intent, NodeId, Options, Playground, Speed};
use wasm_bindgen_test::wasm_bindgen_test;
use yew::platform::time::sleep;
use yew::{AppHandle, Callback};

use super::{Draw, View};
use crate::app::{App, Props};
use crate::message::Msg;
use crate::{caption, client, inspector, menu, page, stage, top};

thread_local! {
    static DRAWN: RefCell<Vec<Draw>> = const { RefCell::new(Vec::new()) };
}

/// Records that a part is drawn.
pub(super) fn note(draw: Draw) {
    DRAWN.with_borrow_mut(|drawn| drawn.push(draw));
}

/// A page that is paused at first.
struct Page {
    app: AppHandle<App>,
    now_ms: f64,
}

impl Page {
    async fn open() -> Self {
        let root = page::document().create_element("div").unwrap();
        // The stage keeps its size, whatever else appears or disappears.
        root.set_attribute("style", "position:fixed;width:800px;height:600px").unwrap();
        page::document().body().unwrap().append_child(&root).unwrap();
        let speed = Speed::FASTEST;
        let props = Props {
            options: Options { seed: 7, nodes: 5, speed, paused: true },
            at_us: None,
            is_awaited: false,
            stage: Stage::default(),
            complaints: Rc::default(),
        };
        crate::text::install();
        let app = yew::Renderer::<App>::with_root_and_props(root, props).render();
        let page = Self { app, now_ms: 0.0 };
        sleep(Duration::ZERO).await;
        // The browser would report both, but later.
        page.drawn_by(Msg::WordsLoaded).await;
        page.drawn_by(Msg::Resized).await;
        page
    }

    /// The parts that are drawn after this message.
    async fn drawn_by(&self, message: Msg) -> Vec<Draw> {
        DRAWN.take();
        self.app.send_message(message);
        // Rendering is queued as microtasks, which run before this.
        sleep(Duration::ZERO).await;
        DRAWN.take()
    }

    async fn drawn_by_act(&self, intent: impl Into<Intent>) -> Vec<Draw> {
        self.drawn_by(Msg::Do(intent.into())).await
    }

    /// The parts that are drawn in the next animation frame.
    async fn drawn_by_frame(&mut self) -> Vec<Draw> {
        self.now_ms += 16.0;
        self.drawn_by(Msg::Tick(self.now_ms)).await
    }

    fn close(self) {
        self.app.destroy();
    }
}

/// Whether this part was drawn.
fn has(drawn: &[Draw], part: Draw) -> bool {
    drawn.iter().any(|draw| std::ptr::fn_addr_eq(*draw, part))
}

#[wasm_bindgen_test]
async fn an_intent_redraws_only_the_parts_that_show_its_effect() {
    let page = Page::open().await;
    let node: Address = NodeId(0).into();

    let drawn = page.drawn_by_act(Panel::Select(Some(node))).await;
    assert!(has(&drawn, menu::draw) && has(&drawn, stage::draw_nodes));
    assert_eq!(drawn.len(), 2, "of a menu only the node itself tells");

    let drawn = page.drawn_by_act(Panel::Select(None)).await;
    assert_eq!(drawn.len(), 2);

    let drawn = page.drawn_by_act(Panel::Inspect(Some(Tab::Logs))).await;
    assert!(has(&drawn, inspector::draw) && has(&drawn, top::draw));
    assert_eq!(drawn.len(), 2, "only the button in the top bar knows of the inspector");

    let drawn = page.drawn_by_act(Panel::Ask(Some(Question::Leader))).await;
    assert!(has(&drawn, caption::draw) && drawn.len() == 1, "the answer docks at the sentence");

    let drawn = page.drawn_by_act(Playback::SetSpeed(Speed::FASTEST.slower())).await;
    let others: [Draw; 3] = [stage::draw_nodes, client::draw_field, inspector::draw];
    assert!(others.iter().all(|other| !has(&drawn, *other)));

    assert!(page.drawn_by_act(Playback::Pause).await.is_empty(), "nothing differs");
    page.close();
}

#[wasm_bindgen_test]
async fn frames_without_events_redraw_no_part() {
    let mut page = Page::open().await;
    page.drawn_by_act(Playback::SetSpeed(Speed::from_step(0))).await;
    page.drawn_by_act(Panel::Inspect(Some(Tab::Checks))).await;
    page.drawn_by_act(Playback::Play).await;
    // The shortest election timeout takes longer than these frames.
    for _ in 0..100 {
        assert!(page.drawn_by_frame().await.is_empty());
    }
    page.close();
}

#[wasm_bindgen_test]
async fn an_event_redraws_only_the_parts_that_show_it() {
    let page = Page::open().await;
    let (mut nodes, mut told) = (0, 0);
    for _ in 0..100 {
        let drawn = page.drawn_by_act(Playback::Step).await;
        nodes += u32::from(has(&drawn, stage::draw_nodes));
        told += u32::from(has(&drawn, caption::draw));
        let others: [Draw; 3] = [client::draw_field, menu::draw, inspector::draw];
        assert!(others.iter().all(|other| !has(&drawn, *other)));
    }
    assert!(nodes > 0 && told > 0, "somebody was elected: {nodes} and {told}");
    assert!(nodes < 50, "most of what happens shows in messages only: {nodes}");
    page.close();
}

#[wasm_bindgen_test]
fn a_change_before_the_first_drawing_of_a_part_is_not_lost() {
    let speed = Speed::FASTEST;
    let options = Options { seed: 7, nodes: 5, speed, paused: true };
    let mut playground = Playground::new(&options).expect("five nodes");
    let tell = Callback::noop();
    let earlier = View::new(&playground.frame().scene, None, true, &tell, stage::draw_nodes);
    let node = NodeId(0).into();
    playground.handle(Fault::Node { node, action: NodeAction::Stop });
    let later = View::new(&playground.frame().scene, None, true, &tell, stage::draw_nodes);
    assert!(earlier != later, "neither says what it shows, since neither was drawn");
}
