//! The root component: owns the session and the clock, and gives each view the frame.

mod announcer;
mod events;
mod opening;
mod sending;

use std::mem::take;
use std::rc::Rc;

use raft_playground::intent::{Panel, Playback};
use raft_playground::layout::Stage as Room;
use raft_playground::text::{Sentence, Words, count_words, say};
use raft_playground::view::{Motion, Scene};
use raft_playground::{Intent, Options, Playground};
use web_sys::MediaQueryList;
use yew::prelude::*;

use self::announcer::Announcer;
use crate::clock::Clock;
use crate::menu_focus::MenuFocus;
use crate::message::{KeyAction, Msg};
use crate::pointing::{self, PointerEffect, Pointing};
use crate::text::words;
use crate::tracked_view::View;
use crate::{
    badge, banner, client, inspector, menu, narration, page, share, stage, text, top, transport,
};

/// With reduced motion, playback steps from event to event at this interval.
const REDUCED_MOTION_PACE_US: u64 = 700_000;

/// The options from the address.
#[derive(Properties, Clone, PartialEq)]
pub(crate) struct Props {
    /// The options of the session.
    pub(crate) options: Options,
    /// The moment to seek to, in simulated microseconds.
    pub(crate) at_us: Option<u64>,
    /// The beat of the story to go to.
    pub(crate) beat: Option<String>,
    /// Whether a run is still being loaded.
    pub(crate) is_awaited: bool,
    /// The space for the stage before the first frame.
    pub(crate) stage: Room,
    /// Why parts of the address were ignored.
    pub(crate) complaints: Rc<[Sentence]>,
}

/// The root component.
pub(crate) struct App {
    session: Playground,
    scene: Rc<Scene>,
    motion: Rc<Motion>,
    clock: Clock,
    dispatch: Callback<Msg>,
    pointing: Pointing,
    menu_focus: MenuFocus,
    inspector_focus: inspector::Focus,
    /// Whether the catalogues of panels and notices are loaded, not only that of the stage.
    has_all_words: bool,
    /// Whether the run in the address is still being loaded.
    is_awaited: bool,
    /// The latest error message since the notices were dismissed.
    complaint: Option<Words>,
    /// The number of violations when the notices were last dismissed, if they were.
    dismissed: Option<usize>,
    reduced_motion: Option<MediaQueryList>,
    /// Whether reduced motion was active when the last frame was drawn.
    was_motion_reduced: bool,
    /// The wall time since the last event, with reduced motion.
    waited_us: u64,
    announcer: Announcer,
}

impl Component for App {
    type Message = Msg;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let props = ctx.props();
        let paused = props.options.paused || props.is_awaited;
        // `expect` would add 2 KB for printing the error value.
        let Ok(mut session) = Playground::new(&Options { paused, ..props.options.clone() }) else {
            unreachable!("the address gives 1 to 9 nodes")
        };
        session.search_with(text::contains);
        session.handle(Panel::Resize(props.stage));
        session.count_words_with(|sentence| count_words(&words(sentence)));
        opening::begin(&mut session, props);
        share::remember(session.share_snapshot());
        let frame = session.frame();
        let dispatch = ctx.link().callback(std::convert::identity);
        events::listen(&dispatch);
        share::install(&dispatch);
        let mut app = Self {
            session,
            announcer: Announcer::new(frame.scene.sentence.clone()),
            scene: frame.scene,
            motion: Rc::new(frame.motion),
            clock: Clock::new(&dispatch),
            dispatch,
            pointing: Pointing::default(),
            menu_focus: MenuFocus::default(),
            inspector_focus: inspector::Focus::default(),
            has_all_words: false,
            is_awaited: props.is_awaited,
            complaint: None,
            dismissed: None,
            reduced_motion: page::reduced_motion(),
            was_motion_reduced: false,
            waited_us: 0,
        };
        app.run_or_stop();
        app
    }

    fn update(&mut self, ctx: &Context<Self>, message: Msg) -> bool {
        match message {
            Msg::Tick(now_ms) => {
                let elapsed_us = self.clock.elapsed_us(now_ms);
                if !self.pointing.holds_time() {
                    self.advance(elapsed_us);
                }
                self.session.look_back();
            }
            Msg::Do(intent) => self.handle(intent),
            Msg::Press(action) => self.press(action),
            Msg::Submit(event, via) => self.submit(&event, via),
            Msg::Point(event) => match self.pointing.follow(&event, &self.scene, &self.motion) {
                PointerEffect::Intent(intent) => self.handle(intent),
                PointerEffect::SelectMessage { message, seen_us } => {
                    self.select_message(message, seen_us);
                }
                PointerEffect::SendValue(client, node) => self.send_value(client, node),
                PointerEffect::Redraw => return true,
                PointerEffect::Nothing => match inspector::intent_of(&event, &self.scene) {
                    Some(intent) => self.handle(intent),
                    None => return false,
                },
            },
            Msg::Opened(opened) => self.open(*opened, ctx.props()),
            Msg::Show { at_us } => self.session.show(at_us),
            Msg::ShowBeat(name) => self.show_beat(&name),
            Msg::Notify(words) => self.complaint = Some(words),
            Msg::Refuse => {
                if take(&mut self.is_awaited) && !ctx.props().options.paused {
                    self.session.handle(Playback::Play);
                }
            }
            Msg::Dismiss => {
                self.complaint = None;
                self.dismissed = Some(banner::violations(&self.scene.properties));
            }
            Msg::WordsLoaded => self.has_all_words = true,
            Msg::Resized => {
                let room = page::measure_stage();
                if room == self.scene.layout.stage {
                    return false;
                }
                self.session.handle(Panel::Resize(room));
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
        let Self { scene, motion, dispatch, .. } = self;
        let complaints = &ctx.props().complaints;
        let memo = |render| {
            View::new(scene, self.pointing.touched, self.has_all_words, dispatch, render)
                .into_html()
        };
        html! {
            <>
                { memo(top::render) }
                <main class="stage-area" aria-label={words(&say::cluster_label())}>
                    if scene.layout.stage.field {
                        { memo(client::render_field) }
                    }
                    { stage::render(scene, motion, &self.pointing, &memo) }
                    { memo(stage::render_tip) }
                    { stage::render_gesture_tip(scene, &self.pointing.gesture) }
                    { memo(badge::render) }
                    { memo(narration::render_pill) }
                    { memo(menu::render) }
                </main>
                { memo(narration::render) }
                { memo(inspector::render) }
                { transport::render(scene, motion.now_us, &memo) }
                if self.has_all_words {
                    { banner::render(scene, complaints, self.complaint.as_ref(), self.dismissed,
                        dispatch) }
                }
                <p class="visually-hidden" aria-live="polite">
                    { words(self.announcer.sentence()) }
                </p>
            </>
        }
    }

    fn rendered(&mut self, _ctx: &Context<Self>, first: bool) {
        self.pointing.recent_frames.add(&self.scene, &self.motion, page::now_ms());
        self.menu_focus.follow(&self.scene);
        self.inspector_focus.follow(&self.scene);
        if first {
            let dispatch = self.dispatch.clone();
            text::when_complete(move || dispatch.emit(Msg::WordsLoaded));
            events::observe_stage(&self.dispatch);
        }
    }
}

impl App {
    /// Advances the session by wall time.
    fn advance(&mut self, elapsed_us: u64) {
        let is_reduced = self.reduced_motion.as_ref().is_some_and(MediaQueryList::matches);
        if std::mem::replace(&mut self.was_motion_reduced, is_reduced) != is_reduced {
            self.session.handle(Playback::ReducedMotion(is_reduced));
        }
        if !is_reduced {
            self.session.advance(elapsed_us);
            return;
        }
        self.waited_us += elapsed_us;
        if self.waited_us >= REDUCED_MOTION_PACE_US {
            self.session.advance_to_event(take(&mut self.waited_us));
        }
    }

    fn handle(&mut self, intent: impl Into<Intent>) {
        self.session.handle(intent);
    }

    /// Opens the menu of a message that the user saw at this moment. If the message has arrived
    /// since then, the run goes back to that moment.
    fn select_message(&mut self, message: u64, seen_us: u64) {
        if !pointing::is_on_its_way(&self.motion, message) {
            self.handle(Playback::Seek { to_us: seen_us });
        }
        self.handle(Panel::SelectMessage(message));
    }

    fn press(&mut self, action: KeyAction) {
        let speed = self.scene.transport.speed;
        match action {
            KeyAction::Do(intent) => self.handle(intent),
            KeyAction::Faster => self.handle(Playback::SetSpeed(speed.faster())),
            KeyAction::Slower => self.handle(Playback::SetSpeed(speed.slower())),
            KeyAction::Present => {
                page::find("[data-toggle=presentation]").iter().for_each(page::click);
            }
            KeyAction::CancelGesture => drop(self.pointing.cancel_gesture()),
            KeyAction::Help => page::element("help-button").iter().for_each(page::click),
        }
    }

    /// Fetches the current frame.
    fn refresh(&mut self) {
        let frame = self.session.frame();
        self.motion = Rc::new(frame.motion);
        self.scene = frame.scene;
        if !self.has_all_words {
            close_panels(&mut self.scene);
        }
        share::remember(self.session.share_snapshot());
        self.announcer.follow(&self.scene);
    }

    fn run_or_stop(&mut self) {
        let looks_back = self.scene.inspector.as_ref().is_some_and(|open| open.looks_back);
        if (self.scene.transport.playing || looks_back) && !page::is_hidden() {
            self.clock.run();
        } else {
            self.clock.stop();
        }
    }
}

/// Hides panels and the controls of a story until their catalogues and style sheets are loaded.
fn close_panels(scene: &mut Rc<Scene>) {
    let Scene { menu, why, inspector, story, .. } = &**scene;
    if menu.is_some() || why.is_some() || inspector.is_some() || story.is_some() {
        let scene = Rc::make_mut(scene);
        (scene.menu, scene.why, scene.inspector, scene.story) = (None, None, None, None);
    }
}
