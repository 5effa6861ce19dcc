//! Which views render after an event on the real page.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use raft_playground::intent::{Fault, NodeAction, Panel, Playback, Question, Tab};
use raft_playground::layout::Stage;
use raft_playground::{Address, Intent, NodeId, Options, Playground, Speed};
use wasm_bindgen_test::wasm_bindgen_test;
use yew::platform::time::sleep;
use yew::{AppHandle, Callback};

use super::{Render, View};
use crate::app::{App, Props};
use crate::message::Msg;
use crate::{client, inspector, menu, narration, page, stage, top};

thread_local! {
    static RENDERED: RefCell<Vec<Render>> = const { RefCell::new(Vec::new()) };
}

/// Records that a view renders.
pub(super) fn note(render: Render) {
    RENDERED.with_borrow_mut(|rendered| rendered.push(render));
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
        let body = page::document().body().unwrap();
        body.append_child(&root).unwrap();
        let style = page::document().create_element("style").unwrap();
        style.set_text_content(Some(".stage { position: fixed; inset: 0; overflow: hidden }"));
        body.append_child(&style).unwrap();
        let speed = Speed::FASTEST;
        let props = Props {
            beat: None,
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
        page.rendered_by(Msg::WordsLoaded).await;
        page.rendered_by(Msg::Resized).await;
        page
    }

    /// The views that render after this message.
    async fn rendered_by(&self, message: Msg) -> Vec<Render> {
        RENDERED.take();
        self.app.send_message(message);
        // Rendering is queued as microtasks, which run before this.
        sleep(Duration::ZERO).await;
        RENDERED.take()
    }

    async fn rendered_by_intent(&self, intent: impl Into<Intent>) -> Vec<Render> {
        self.rendered_by(Msg::Do(intent.into())).await
    }

    /// The views that render in the next animation frame.
    async fn rendered_by_frame(&mut self) -> Vec<Render> {
        self.now_ms += 16.0;
        self.rendered_by(Msg::Tick(self.now_ms)).await
    }

    fn close(self) {
        self.app.destroy();
    }
}

/// Whether this view was rendered.
fn has(rendered: &[Render], view: Render) -> bool {
    rendered.iter().any(|render| std::ptr::fn_addr_eq(*render, view))
}

#[wasm_bindgen_test]
async fn an_intent_rerenders_only_the_views_that_show_its_effect() {
    let page = Page::open().await;
    let node: Address = NodeId(0).into();

    let rendered = page.rendered_by_intent(Panel::Select(Some(node))).await;
    assert!(has(&rendered, menu::render) && has(&rendered, stage::render_nodes));
    assert_eq!(rendered.len(), 2, "only the node itself shows that its menu is open");

    let rendered = page.rendered_by_intent(Panel::Select(None)).await;
    assert_eq!(rendered.len(), 2);

    let rendered = page.rendered_by_intent(Panel::Inspect(Some(Tab::Logs))).await;
    assert!(has(&rendered, inspector::render) && has(&rendered, top::render));
    assert_eq!(rendered.len(), 2, "only the button in the top bar knows of the inspector");

    let rendered = page.rendered_by_intent(Panel::Ask(Some(Question::Leader))).await;
    assert!(
        has(&rendered, narration::render) && rendered.len() == 1,
        "the answer docks at the sentence"
    );

    let rendered = page.rendered_by_intent(Playback::SetSpeed(Speed::FASTEST.slower())).await;
    let others: [Render; 3] = [stage::render_nodes, client::render_field, inspector::render];
    assert!(others.iter().all(|other| !has(&rendered, *other)));

    assert!(page.rendered_by_intent(Playback::Pause).await.is_empty(), "nothing differs");
    page.close();
}

#[wasm_bindgen_test]
async fn frames_without_events_rerender_no_view() {
    let mut page = Page::open().await;
    page.rendered_by_intent(Playback::SetSpeed(Speed::from_step(0))).await;
    page.rendered_by_intent(Panel::Inspect(Some(Tab::Checks))).await;
    page.rendered_by_intent(Playback::Play).await;
    // The shortest election timeout takes longer than these frames.
    for _ in 0..100 {
        assert!(page.rendered_by_frame().await.is_empty());
    }
    page.close();
}

#[wasm_bindgen_test]
async fn an_event_rerenders_only_the_views_that_show_it() {
    let page = Page::open().await;
    let (mut nodes, mut narrations) = (0, 0);
    for _ in 0..100 {
        let rendered = page.rendered_by_intent(Playback::Step).await;
        nodes += u32::from(has(&rendered, stage::render_nodes));
        narrations += u32::from(has(&rendered, narration::render));
        let others: [Render; 3] = [client::render_field, menu::render, inspector::render];
        assert!(others.iter().all(|other| !has(&rendered, *other)));
    }
    assert!(nodes > 0 && narrations > 0, "a leader was elected: {nodes} and {narrations}");
    assert!(nodes < 50, "most of what happens shows in messages only: {nodes}");
    page.close();
}

#[wasm_bindgen_test]
fn a_change_before_the_first_rendering_of_a_view_is_not_lost() {
    let speed = Speed::FASTEST;
    let options = Options { seed: 7, nodes: 5, speed, paused: true };
    let mut playground = Playground::new(&options).expect("five nodes");
    let dispatch = Callback::noop();
    let earlier = View::new(&playground.frame().scene, None, true, &dispatch, stage::render_nodes);
    let node = NodeId(0).into();
    playground.handle(Fault::Node { node, action: NodeAction::Stop });
    let later = View::new(&playground.frame().scene, None, true, &dispatch, stage::render_nodes);
    assert!(earlier != later, "neither records what it shows, since neither was rendered");
}
