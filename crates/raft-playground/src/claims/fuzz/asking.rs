//! Asks Why about everything, as somebody would who presses every entry, message and line.

use std::rc::Rc;

use raft_sim::raft_core::LogIndex;
use raft_sim::{Address, Host, Record};

use super::Stage;
use crate::claims::Moment;
use crate::claims::why::check_row;
use crate::intent::Question;
use crate::phrases::{self, Explanation};
use crate::text::Catalog as _;

/// The present is asked about once in so many steps.
const EVERY: u64 = 61;

/// Of so many records one is asked about again later.
const REMEMBERED: u64 = 23;

/// How many answers to records are kept, to be asked for again.
const MOST_REMEMBERED: usize = 60;

/// What was said about a record at its moment.
pub(super) type Remembered = (Rc<Record>, Explanation);

impl Stage {
    /// Why what was just recorded has happened.
    pub(super) fn ask_about(&mut self, records: &[Rc<Record>]) {
        for record in records {
            let Some(answer) = phrases::explain_record(record, &self.past()) else { continue };
            self.judge_answer(&answer, Some(record), None);
            if record.seq.is_multiple_of(REMEMBERED) {
                self.remembered.push((Rc::clone(record), answer));
            }
        }
    }

    /// Everything that can be asked about the present, and again about some of what happened
    /// earlier, from time to time.
    pub(super) fn ask_now_and_then(&mut self) {
        self.steps += 1;
        if !self.steps.is_multiple_of(EVERY) {
            return;
        }
        for question in self.questions() {
            let answer = phrases::explain_now(&self.past(), question);
            if let Some((answer, _)) = answer {
                self.judge_answer(&answer, None, Some(question));
            }
        }
        for (title, question) in phrases::unanswered(&self.world) {
            self.judge_at(&title, None, Some(question));
        }
        self.ask_again();
    }

    /// Asks about earlier records again. The new answer must also be true of the earlier moment.
    fn ask_again(&mut self) {
        let remembered = std::mem::take(&mut self.remembered);
        for (record, before) in &remembered {
            if self.recent.find(record.seq).is_none() {
                continue;
            }
            let Some(answer) = phrases::explain_record(record, &self.past()) else { continue };
            if answer != *before {
                self.judge_answer(&answer, Some(record), None);
            }
        }
        let old = remembered.len().saturating_sub(MOST_REMEMBERED);
        self.remembered.extend(remembered.into_iter().skip(old));
    }

    /// Whatever the page lets one ask now.
    fn questions(&self) -> Vec<Question> {
        let mut questions = vec![Question::Leader];
        let messages = self.world.network().messages();
        questions.extend(messages.map(|message| Question::Message(message.id.0)));
        questions
            .extend(self.world.clients().iter().map(|client| Question::Client(client.id.into())));
        let nodes = || self.world.hosts().iter().map(|host| Address::Node(host.id));
        for voter in nodes() {
            for candidate in nodes().filter(|candidate| *candidate != voter) {
                questions.push(Question::Vote { voter, candidate });
            }
        }
        for host in self.world.hosts() {
            let node = Address::Node(host.id);
            questions.extend(indexes(host).map(|index| Question::Entry { node, index }));
        }
        questions
    }

    fn judge_answer(
        &mut self,
        answer: &Explanation,
        record: Option<&Record>,
        question: Option<Question>,
    ) {
        self.judge_at(&answer.title, record, question);
        for sentence in &answer.reason.sentences {
            self.judge_at(sentence, record, question);
        }
        for row in &answer.reason.compared {
            let moment = Moment { simulation: &self.world, truth: &self.truth, record, question };
            let checked = check_row(row, &moment);
            self.note_as(row.what.id(), checked, |english| {
                let (here, needed) = (english.write(&row.here), english.write(&row.needed));
                format!("{}: {here} / {needed} {}", english.render(&row.what), row.holds)
            });
        }
    }
}

/// The indexes of the entries of which somebody may ask: those that are not known to be committed,
/// and the last that are.
fn indexes(host: &Host) -> impl Iterator<Item = u64> + use<> {
    let (last, commit_index) = match &host.process {
        Some(process) => (process.node.log().last().index, process.node.commit_index()),
        None => (host.disk.durable().last().index, LogIndex::ZERO),
    };
    let first = commit_index.0.saturating_sub(1).max(last.0.saturating_sub(8)).max(1);
    first..=last.0
}
