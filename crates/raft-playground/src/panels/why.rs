//! The answer to the open question.

use std::rc::Rc;

use crate::intent::Question;
use crate::phrases::{self, vocabulary};
use crate::snapshot::Snapshot;
use crate::state::OpenQuestion;
use crate::text::{Words, say};
use crate::view::WhyView;

/// The answer to the open question; none if its subject is gone.
pub(super) fn why(snapshot: &Snapshot) -> Option<WhyView> {
    let simulation = snapshot.simulation();
    let open_question = snapshot.selection.open_question.as_ref()?;
    let (answer, at, place) = match open_question {
        OpenQuestion::Record(record, answer) => (Rc::clone(answer), record.at, record.subject),
        OpenQuestion::Now(question) => {
            let (answer, place) = phrases::explain_now(&snapshot.lane.past(), *question)?;
            (Rc::new(answer), simulation.now(), place)
        }
    };
    let is_open = |question: &Question| match open_question {
        OpenQuestion::Now(open) => open == question,
        OpenQuestion::Record(..) => false,
    };
    let also = phrases::unanswered(simulation).into_iter();
    let phrases::Explanation { title, reason } = Rc::unwrap_or_clone(answer);
    Some(WhyView {
        title,
        place: place.map_or(Words::Time(at), |node| say::why_place(at, node).into()),
        sentences: reason.sentences,
        section: vocabulary::section(reason.section),
        compared: reason.compared,
        also: also.filter(|(_, question)| !is_open(question)).collect(),
    })
}
