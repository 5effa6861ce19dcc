//! The root: owns the session and the clock, and hands each part its share of the frame.

use std::rc::Rc;

use js_sys::Date;
use raft_playground::frame::{Motion, Scene};
use raft_playground::layout::Stage as Room;
use raft_playground::{Intent, Options, Session};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::ResizeObserver;
use yew::prelude::*;

use crate::caption::Caption;
use crate::client::ClientField;
use crate::clock::Clock;
use crate::dispatch::Dispatch;
use crate::keys::{self, Act};
use crate::listen::Listener;
use crate::menu::Menu;
use crate::notice::Notice;
use crate::shared::Shared;
use crate::stage::Stage;
use crate::top_bar::TopBar;
use crate::transport::Transport;
use crate::{crash, help, page};

/// With reduced motion, playing goes from event to event at this pace.
const REDUCED_MOTION_PACE_US: u64 = 700_000;

/// A screen reader hears a new sentence at most this often.
const ANNOUNCEMENT_PACE_MS: f64 = 3000.0;

/// What the address asked for.
#[derive(Properties, Clone, PartialEq)]
pub(crate) struct Props {
    /// How the session begins.
    pub(crate) options: Options,
    /// Whether only stage, sentence and transport are shown.
    pub(crate) embed: bool,
    /// The room for the stage before anything is drawn.
    pub(crate) stage: Room,
    /// Why parts of the address were not used.
    pub(crate) complaints: Rc<[String]>,
}

/// What happens to the root.
pub(crate) enum Msg {
    /// An animation frame came, at this time in milliseconds.
    Tick(f64),
    /// The user asked for something.
    Do(Intent),
    /// A key was pressed that means something everywhere.
    Press(Act),
    /// The stage may have a new size.
    Resized,
    /// The tab was hidden or shown.
    VisibilityChanged,
}

/// The page.
pub(crate) struct App {
    session: Session,
    scene: Shared<Scene>,
    motion: Shared<Motion>,
    clock: Clock,
    dispatch: Dispatch,
    /// Wall time that passed since the last event, with reduced motion.
    waited_us: u64,
    announced: Rc<str>,
    announced_ms: f64,
}

impl Component for App {
    type Message = Msg;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let props = ctx.props();
        let mut session = Session::new(&props.options).expect("the address gives 1 to 9 nodes");
        session.handle(Intent::Resize(props.stage));
        crash::remember(&session.report());
        let frame = session.frame();
        let mut app = Self {
            session,
            announced: Rc::clone(&frame.scene.sentence),
            announced_ms: 0.0,
            scene: frame.scene.into(),
            motion: Rc::new(frame.motion).into(),
            clock: Clock::new(ctx.link().callback(Msg::Tick)),
            dispatch: ctx.link().callback(Msg::Do),
            waited_us: 0,
        };
        listen(ctx);
        app.run_or_stop();
        app
    }

    fn update(&mut self, ctx: &Context<Self>, message: Msg) -> bool {
        match message {
            Msg::Tick(now_ms) => {
                let elapsed_us = self.clock.elapsed_us(now_ms);
                self.advance(elapsed_us);
            }
            Msg::Do(intent) => self.handle(intent),
            Msg::Press(act) => self.press(act),
            Msg::Resized => {
                let room = page::measure_stage(!ctx.props().embed);
                if room == self.scene.layout.stage {
                    return false;
                }
                self.session.handle(Intent::Resize(room));
            }
            Msg::VisibilityChanged => {
                self.run_or_stop();
                return false;
            }
        }
        self.refresh();
        self.run_or_stop();
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let scene = &self.scene;
        let Props { complaints, embed, .. } = ctx.props();
        html! {
            <ContextProvider<Dispatch> context={self.dispatch.clone()}>
                <TopBar {scene} />
                <main class="hold" aria-label="Cluster">
                    if !embed {
                        <ClientField {scene} />
                    }
                    <Stage {scene} motion={&self.motion} />
                    <Menu {scene} />
                </main>
                <Caption {scene} />
                <Transport {scene} now_us={self.motion.now_us} />
                <Notice {complaints} {scene} />
                <p class="vh" aria-live="polite">{ Rc::clone(&self.announced) }</p>
            </ContextProvider<Dispatch>>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if first && let Some(stage) = page::find(".stage") {
            let link = ctx.link().clone();
            let closure = Closure::<dyn Fn()>::new(move || link.send_message(Msg::Resized));
            if let Ok(observer) = ResizeObserver::new(closure.as_ref().unchecked_ref()) {
                observer.observe(&stage);
            }
            closure.forget();
        }
    }
}

impl App {
    /// Lets wall time pass.
    fn advance(&mut self, elapsed_us: u64) {
        if !page::reduced_motion() {
            self.session.advance(elapsed_us);
            return;
        }
        self.waited_us += elapsed_us;
        if self.waited_us >= REDUCED_MOTION_PACE_US {
            self.waited_us = 0;
            self.session.handle(Intent::Step);
            self.session.handle(Intent::Play);
        }
    }

    fn handle(&mut self, intent: Intent) {
        self.session.handle(intent);
        crash::remember(&self.session.report());
    }

    fn press(&mut self, act: Act) {
        let speed = self.scene.transport.speed;
        match act {
            Act::Do(intent) => self.handle(intent),
            Act::Faster => self.handle(Intent::SetSpeed(speed.faster())),
            Act::Slower => self.handle(Intent::SetSpeed(speed.slower())),
            Act::Help => help::toggle(),
        }
    }

    /// Takes what there is to draw now.
    fn refresh(&mut self) {
        let frame = self.session.frame();
        self.motion = Rc::new(frame.motion).into();
        if frame.scene.revision != self.scene.revision {
            self.scene = frame.scene.into();
        }
        self.announce();
    }

    fn announce(&mut self) {
        let sentence = &self.scene.sentence;
        let now_ms = Date::now();
        let due = now_ms - self.announced_ms >= ANNOUNCEMENT_PACE_MS;
        if *sentence != self.announced && (due || !self.scene.transport.playing) {
            self.announced = Rc::clone(sentence);
            self.announced_ms = now_ms;
        }
    }

    fn run_or_stop(&mut self) {
        if self.scene.transport.playing && !page::document().hidden() {
            self.clock.run();
        } else {
            self.clock.stop();
        }
    }
}

/// Listens to what happens around the page, as long as the page lives.
fn listen(ctx: &Context<App>) {
    let (document, window) = (page::document(), page::window());
    let tell = |message: fn() -> Msg| {
        let link = ctx.link().clone();
        move |_| link.send_message(message())
    };
    Listener::new(&document, "visibilitychange", tell(|| Msg::VisibilityChanged)).forever();
    // The shape of the page can change while the stage keeps its size.
    Listener::new(&window, "resize", tell(|| Msg::Resized)).forever();
    let link = ctx.link().clone();
    Listener::new(&document, "keydown", move |event| {
        if let Some(act) = keys::act(&event) {
            link.send_message(Msg::Press(act));
        }
    })
    .forever();
}
