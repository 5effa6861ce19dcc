//! Session, stage and panels together, with the last scene.

use std::rc::Rc;

use raft_sim::BadRun;

use crate::intent::{Intent, Panel};
use crate::panel_cache::PanelCache;
use crate::session::{Options, Session};
use crate::share::{OpenedRun, ShareSnapshot};
use crate::stage;
use crate::text::{Contains, Sentence};
use crate::view::{Frame, Scene};

/// The playground. The same options, intents and passages of time give the same frames.
#[derive(Clone, Debug)]
pub struct Playground {
    session: Session,
    panels: PanelCache,
    /// The last scene, and whether something happened since.
    scene: Option<Rc<Scene>>,
    is_stale: bool,
}

impl Playground {
    /// Begins a session.
    ///
    /// # Errors
    /// If no cluster can have that many nodes.
    pub fn new(options: &Options) -> Result<Self, BadRun> {
        let session = Session::new(options)?;
        Ok(Self { session, panels: PanelCache::default(), scene: None, is_stale: true })
    }

    /// Handles an intent. One that is impossible now, such as stopping a stopped node, does
    /// nothing.
    pub fn handle(&mut self, intent: impl Into<Intent>) {
        let intent = intent.into();
        if matches!(intent, Intent::Panel(Panel::Ask(_))) {
            self.panels.forget_answer();
        }
        self.session.handle(intent);
        self.touch();
    }

    /// Lets `wall_us` microseconds of wall time pass. Nothing happens while paused, or while the
    /// user drags the head of the time bar.
    pub fn advance(&mut self, wall_us: u64) {
        self.panels.age_panels(wall_us);
        self.is_stale |= self.session.advance(wall_us);
    }

    /// Sets the function that searches in the lines of the transcript.
    pub fn search_with(&mut self, contains: Contains) {
        self.session.search_with(contains);
    }

    /// Searches a piece of the past for more lines of the open transcript.
    pub fn look_back(&mut self) {
        self.is_stale |= self.session.look_back();
    }

    /// Plays on to the next visible event, for reduced motion, after this much wall time. Nothing
    /// happens while paused, or while the user drags the head of the time bar.
    pub fn advance_to_event(&mut self, wall_us: u64) {
        self.session.advance_to_event(wall_us);
        self.touch();
    }

    /// Sets the function that counts the words of a sentence in the language of the page. Without
    /// it, every sentence is held like a short one.
    pub fn count_words_with(&mut self, count_words: fn(&Sentence) -> usize) {
        self.session.count_words_with(count_words);
    }

    /// Shows an opened run in place of the present one. A shared moment is paused, a story plays.
    pub fn open(&mut self, opened: OpenedRun) {
        self.session.open(opened);
        self.touch();
    }

    /// Goes to a moment, in simulated microseconds. If the run is not known that far, it is played
    /// on.
    pub fn show(&mut self, at_us: u64) {
        self.session.show(at_us);
        self.touch();
    }

    /// Shows the beat of the story with this name, or its task (`task`), paused; whether the run is
    /// a story that has it.
    pub fn show_beat(&mut self, name: &str) -> bool {
        self.touch();
        self.session.show_named_beat(name)
    }

    /// Skips the beginning of the run, in which nothing happens: goes to a moment so shortly before
    /// the first election timeout that it comes after this much wall time, in microseconds. The run
    /// stays the same.
    pub fn begin_soon(&mut self, wall_us: u64) {
        self.session.begin_soon(wall_us);
        self.touch();
    }

    /// The moment on screen, for sharing.
    pub fn share_snapshot(&self) -> ShareSnapshot {
        ShareSnapshot::of(&self.session.snapshot())
    }

    /// The frame to draw now. Cheap if nothing happened: it shares the last scene.
    pub fn frame(&mut self) -> Frame {
        let snapshot = self.session.snapshot();
        let is_refreshed = self.panels.refresh(&snapshot, self.is_stale);
        let scene = match self.scene.take() {
            Some(scene)
                if !self.is_stale
                    && !is_refreshed
                    && scene.sentence == snapshot.sentence()
                    && scene.caption == snapshot.caption() =>
            {
                scene
            }
            before => stage::scene(&snapshot, self.panels.open_panels(&snapshot), before),
        };
        self.is_stale = false;
        self.scene = Some(Rc::clone(&scene));
        Frame { scene, motion: stage::motion(&snapshot) }
    }

    /// Everything may have changed.
    fn touch(&mut self) {
        self.is_stale = true;
        self.panels.expire();
    }
}
