//! The answer to what was asked.

use crate::intent::Question;
use crate::phrases;
use crate::snapshot::Snapshot;
use crate::state::Asked;
use crate::view::WhyView;

/// Answers the question that was asked, if one was and it still makes sense.
pub(super) fn why(snapshot: &Snapshot) -> Option<WhyView> {
    let simulation = snapshot.simulation();
    let asked = snapshot.selection.asked.as_ref()?;
    let (answer, at, place) = match asked {
        Asked::Record(record) => (phrases::explain_record(record), record.at, record.subject),
        Asked::Now(question) => {
            let (answer, place) = phrases::answer_now(simulation, *question)?;
            (answer, simulation.now(), place)
        }
    };
    let is_asked = |question: &Question| matches!(asked, Asked::Now(other) if other == question);
    let also = phrases::unanswered(simulation).into_iter();
    Some(WhyView {
        title: answer.title.into(),
        place: phrases::moment_and_place(at, place).into(),
        sentence: answer.sentence.into(),
        section: answer.section,
        compared: answer.compared,
        also: also.filter(|(_, question)| !is_asked(question)).collect(),
    })
}
