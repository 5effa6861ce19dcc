//! The state of a session, in small structs that are independent of each other.

mod cut_lines;
mod narration;
mod panel_state;
mod playback;
mod provenance;
mod reading;
mod recent_events;
mod selection;
mod settings_draft;
mod story;
mod task_attempt;
mod transcript;

pub(crate) use cut_lines::{CutLines, groups};
pub(crate) use narration::{Narration, News};
pub(crate) use panel_state::PanelState;
pub(crate) use playback::PlaybackState;
pub use provenance::OpenedRun;
pub(crate) use provenance::Provenance;
pub(crate) use reading::Reading;
pub(crate) use recent_events::{DYING, RecentEvents};
pub(crate) use selection::{MessageSelection, OpenQuestion, Selected, Selection};
pub(crate) use settings_draft::SettingsDraft;
pub(crate) use story::{Story, StoryContent, TASK};
pub(crate) use task_attempt::TaskAttempt;
pub(crate) use transcript::RecentRecords;
