//! A view that renders again only when the values that it shows have changed.
//!
//! The root renders in every animation frame, a tracked view only when needed. It does not declare
//! its dependencies: while it renders, it records which fields of the scene it reads. All tracked
//! views share one component type, since every further type costs a kilobyte; a plain function
//! renders each of them.

#[cfg(test)]
mod tests;

use std::cell::Cell;
use std::rc::Rc;

use raft_playground::Intent;
use raft_playground::intent::{MenuSubject, Tab};
use raft_playground::layout::{Layout, Segment};
use raft_playground::text::Sentence;
use raft_playground::view::{
    Badge, ClientView, InspectorView, LinkView, Menu, NodeView, PropertyView, Scene, StoryView,
    Suggestion, Timeline, Transport, WhyView,
};
use yew::prelude::*;
use yew::virtual_dom::VComp;

use crate::message::Msg;
use crate::pointing::Touched;

/// A function that renders a view.
pub(crate) type Render = fn(&View) -> Html;

/// The values that a view shows, and the callback for the user's actions.
#[derive(Clone)]
pub(crate) struct View {
    scene: Rc<Scene>,
    touched: Option<Touched>,
    /// Whether all catalogues are loaded, not only that of the stage.
    has_all_words: bool,
    /// The callback for all user actions. It never changes.
    pub(crate) dispatch: Callback<Msg>,
    render: Render,
    fields_read: FieldsRead,
}

impl View {
    pub(crate) fn new(
        scene: &Rc<Scene>,
        touched: Option<Touched>,
        has_all_words: bool,
        dispatch: &Callback<Msg>,
        render: Render,
    ) -> Self {
        let (scene, dispatch) = (Rc::clone(scene), dispatch.clone());
        Self { scene, touched, has_all_words, dispatch, render, fields_read: FieldsRead::default() }
    }

    /// The component that renders this view.
    pub(crate) fn into_html(self) -> Html {
        VComp::new::<TrackedView>(Rc::new(self), None).into()
    }

    /// Whether all catalogues and style sheets are loaded, not only those of the stage.
    pub(crate) fn has_all_words(&self) -> bool {
        self.has_all_words
    }

    /// The callback of a click with this intent.
    pub(crate) fn on_click(&self, intent: impl Into<Intent>) -> Callback<MouseEvent> {
        let (dispatch, intent) = (self.dispatch.clone(), intent.into());
        Callback::from(move |_| dispatch.emit(Msg::Do(intent.clone())))
    }
}

/// Defines accessors of a view. Each records its use, and two views are equal if all used values
/// are equal.
macro_rules! tracked_fields {
    ($($name:ident: $kind:ty = $of:expr;)*) => {
        impl View {
            $(
                pub(crate) fn $name(&self) -> $kind {
                    const OF: fn(&View) -> $kind = $of;
                    self.fields_read.$name.set(true);
                    OF(self)
                }
            )*
        }

        /// The accessors that were used.
        #[derive(Clone, Default)]
        struct FieldsRead {
            is_rendered: Cell<bool>,
            $($name: Cell<bool>,)*
        }

        impl PartialEq for View {
            /// At most one of the two views was rendered, so only one has records. If neither was
            /// rendered, because a change came before, the dependencies are unknown.
            fn eq(&self, other: &Self) -> bool {
                if !std::ptr::fn_addr_eq(self.render, other.render)
                    || self.has_all_words != other.has_all_words
                {
                    return false;
                }
                let is_same = Rc::ptr_eq(&self.scene, &other.scene);
                let is_rendered =
                    self.fields_read.is_rendered.get() || other.fields_read.is_rendered.get();
                (is_same && self.touched == other.touched) || is_rendered $(&& {
                    const OF: fn(&View) -> $kind = $of;
                    let is_read = self.fields_read.$name.get() || other.fields_read.$name.get();
                    !is_read || OF(self) == OF(other)
                })*
            }
        }
    };
}

tracked_fields! {
    layout: &Layout = |view| &view.scene.layout;
    badge: Option<&Badge> = |view| view.scene.badge.as_ref();
    nodes: &[Rc<NodeView>] = |view| &view.scene.nodes;
    links: &[LinkView] = |view| &view.scene.links;
    clients: &[Rc<ClientView>] = |view| &view.scene.clients;
    sender: Option<&ClientView> = |view| view.scene.sender();
    sentence: &Sentence = |view| &view.scene.sentence;
    caption: Option<&Rc<str>> = |view| view.scene.caption.as_ref();
    story: Option<&StoryView> = |view| view.scene.story.as_deref();
    is_untouched: bool = |view| view.scene.is_untouched;
    suggestion: Option<&Suggestion> = |view| view.scene.suggestion.as_ref();
    properties: &[PropertyView] = |view| &view.scene.properties;
    cut_line: &[Segment] = |view| &view.scene.cut_line;
    menu: Option<&Menu> = |view| view.scene.menu.as_deref();
    selected: Option<MenuSubject> = |view| view.scene.menu.as_ref().map(|menu| menu.subject);
    why: Option<&WhyView> = |view| view.scene.why.as_deref();
    inspector: Option<&InspectorView> = |view| view.scene.inspector.as_deref();
    tab: Option<Tab> = |view| view.scene.inspector.as_ref().map(|inspector| inspector.tab);
    timeline: &Rc<Timeline> = |view| &view.scene.timeline;
    transport: &Transport = |view| &view.scene.transport;
    touched: Option<Touched> = |view| view.touched;
}

/// The component of every tracked view.
struct TrackedView;

impl Component for TrackedView {
    type Message = ();
    type Properties = View;

    fn create(_ctx: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let view = ctx.props();
        #[cfg(test)]
        tests::note(view.render);
        view.fields_read.is_rendered.set(true);
        (view.render)(view)
    }
}

/// A component is created directly from a view, never by `html!`, which would need a builder.
impl Properties for View {
    type Builder = ();

    fn builder() {}
}
