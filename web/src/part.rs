//! A part of the page that is drawn again only when the values that it shows have changed.
//!
//! The root is drawn in every animation frame, a part only when needed. A part does not declare its
//! dependencies: while it is drawn, its view records which fields of the scene it reads. All parts
//! share one component type, since every further type costs a kilobyte; the look of a part is a
//! plain function.

#[cfg(test)]
mod tests;

use std::cell::Cell;
use std::rc::Rc;

use raft_playground::Intent;
use raft_playground::intent::{Subject, Tab};
use raft_playground::layout::{Layout, Segment};
use raft_playground::text::Sentence;
use raft_playground::view::{
    ClientView, InspectorView, LinkView, Menu, NodeView, PropertyView, Scene, Suggestion, Timeline,
    Transport, WhyView,
};
use yew::prelude::*;
use yew::virtual_dom::VComp;

use crate::message::Msg;
use crate::pointing::Touched;

/// A function that draws a part.
pub(crate) type Draw = fn(&View) -> Html;

/// The values that a part shows, and the callback for the user's actions.
#[derive(Clone)]
pub(crate) struct View {
    scene: Rc<Scene>,
    touched: Option<Touched>,
    /// Whether all catalogues are loaded, not only that of the stage.
    has_all_words: bool,
    /// The callback for all user actions. It never changes.
    pub(crate) tell: Callback<Msg>,
    draw: Draw,
    looked: Looked,
}

impl View {
    pub(crate) fn new(
        scene: &Rc<Scene>,
        touched: Option<Touched>,
        has_all_words: bool,
        tell: &Callback<Msg>,
        draw: Draw,
    ) -> Self {
        let (scene, tell) = (Rc::clone(scene), tell.clone());
        Self { scene, touched, has_all_words, tell, draw, looked: Looked::default() }
    }

    /// The part that shows this view.
    pub(crate) fn part(self) -> Html {
        VComp::new::<Part>(Rc::new(self), None).into()
    }

    /// The callback of a click with this intent.
    pub(crate) fn does(&self, intent: impl Into<Intent>) -> Callback<MouseEvent> {
        let (tell, intent) = (self.tell.clone(), intent.into());
        Callback::from(move |_| tell.emit(Msg::Do(intent.clone())))
    }
}

/// Defines accessors of a view. Each records its use, and two views are equal if all used values
/// are equal.
macro_rules! looking_at {
    ($($name:ident: $kind:ty = $of:expr;)*) => {
        impl View {
            $(
                pub(crate) fn $name(&self) -> $kind {
                    const OF: fn(&View) -> $kind = $of;
                    self.looked.$name.set(true);
                    OF(self)
                }
            )*
        }

        /// The accessors that were used.
        #[derive(Clone, Default)]
        struct Looked {
            is_drawn: Cell<bool>,
            $($name: Cell<bool>,)*
        }

        impl PartialEq for View {
            /// At most one of the two views was drawn, so only one has records. If neither was
            /// drawn, because a change came before the part could be drawn, its dependencies are
            /// unknown.
            fn eq(&self, other: &Self) -> bool {
                if !std::ptr::fn_addr_eq(self.draw, other.draw)
                    || self.has_all_words != other.has_all_words
                {
                    return false;
                }
                let is_same = Rc::ptr_eq(&self.scene, &other.scene);
                let is_drawn = self.looked.is_drawn.get() || other.looked.is_drawn.get();
                (is_same && self.touched == other.touched) || is_drawn $(&& {
                    const OF: fn(&View) -> $kind = $of;
                    let looked = self.looked.$name.get() || other.looked.$name.get();
                    !looked || OF(self) == OF(other)
                })*
            }
        }
    };
}

looking_at! {
    layout: &Layout = |view| &view.scene.layout;
    nodes: &[Rc<NodeView>] = |view| &view.scene.nodes;
    links: &[LinkView] = |view| &view.scene.links;
    clients: &[Rc<ClientView>] = |view| &view.scene.clients;
    sender: Option<&ClientView> = |view| view.scene.sender();
    sentence: &Sentence = |view| &view.scene.sentence;
    caption: Option<&Rc<str>> = |view| view.scene.caption.as_ref();
    suggestion: Option<&Suggestion> = |view| view.scene.suggestion.as_ref();
    properties: &[PropertyView] = |view| &view.scene.properties;
    cut_line: &[Segment] = |view| &view.scene.cut_line;
    menu: Option<&Menu> = |view| view.scene.menu.as_deref();
    selected: Option<Subject> = |view| view.scene.menu.as_ref().map(|menu| menu.subject);
    why: Option<&WhyView> = |view| view.scene.why.as_deref();
    inspector: Option<&InspectorView> = |view| view.scene.inspector.as_deref();
    tab: Option<Tab> = |view| view.scene.inspector.as_ref().map(|inspector| inspector.tab);
    timeline: &Rc<Timeline> = |view| &view.scene.timeline;
    transport: &Transport = |view| &view.scene.transport;
    touched: Option<Touched> = |view| view.touched;
}

/// Draws a view.
struct Part;

impl Component for Part {
    type Message = ();
    type Properties = View;

    fn create(_ctx: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let view = ctx.props();
        #[cfg(test)]
        tests::note(view.draw);
        view.looked.is_drawn.set(true);
        (view.draw)(view)
    }
}

/// A part is created directly from a view, never by `html!`, which would need a builder.
impl Properties for View {
    type Builder = ();

    fn builder() {}
}
