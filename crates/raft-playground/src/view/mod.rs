//! Plain data to draw: the boundary between the playground and the page.
//!
//! A [`Frame`] has two lanes. The [`Scene`] changes only when something happened (its `revision`
//! says so); [`Motion`] changes with every instant of simulated time.

mod hit_test;
mod menu;
mod motion;
mod nodes;
mod panels;
mod piece;
mod scene;
mod story;
mod timeline;

use std::rc::Rc;

pub use hit_test::{Hit, hit_test};
pub use menu::{Menu, MenuAction, MenuTarget};
pub use motion::{FlashView, MessageView, Motion, TimerView};
pub use nodes::{ClientView, LinkView, LogView, NodeView, RowView};
pub(crate) use panels::Panels;
pub use panels::{InspectorView, WhyView};
pub(crate) use piece::Writer;
pub use piece::{Picture, Piece, PieceKind};
pub use scene::{Badge, PropertyStatus, PropertyView, Scene, Suggestion, Transport};
pub use story::{ChoiceState, ChoiceView, Control, QuestionView, Spotlight, StoryView, TaskView};
pub(crate) use timeline::TimelineKey;
pub use timeline::{BranchView, MarkView, TermSpan, Timeline};

pub use crate::phrases::Compared;
pub use crate::query::{MemberKind, NodeRole, OutcomeKind};
pub use crate::significance::{FlashKind, MarkShape};
pub use raft_sim::MessageKind;

/// One picture.
#[derive(Clone, PartialEq, Debug)]
pub struct Frame {
    /// Everything that does not move between events.
    pub scene: Rc<Scene>,
    /// Everything that moves.
    pub motion: Motion,
}
