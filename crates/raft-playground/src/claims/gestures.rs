//! Claims about what was asked for: of clients, of links and networks, of administrators.

use raft_sim::raft_core::{Answer, Event, Micros, Payload, Rule};
use raft_sim::{Address, AdminRequest, Command, LinkConfig, RecordKind, RoleName};

use super::elections::is_off;
use super::{Checked, Moment, claim, is_about};
use crate::phrases::packets;
use crate::text::{Sentence, Statement};

pub(super) fn check(said: &Statement, moment: &Moment) -> Option<Checked> {
    let network = moment.simulation.network();
    match *said {
        Statement::ClientSends { client, operation } => commanded(moment, |command| {
            matches!(command, Command::Submit { client: of, via: None, operation: sent }
                if *of == client && sent.to_string() == operation)
        })
        .into(),
        Statement::ClientSendsToNode { client, operation, node } => commanded(moment, |command| {
            matches!(command, Command::Submit { client: of, via: Some(via), operation: sent }
                if (*of, *via) == (client, node) && sent.to_string() == operation)
        })
        .into(),
        Statement::ClientSendsAgain { client, number } => commanded(moment, |command| {
            matches!(command, Command::Resend { client: of, serial, .. }
                if (*of, *serial) == (client, number))
        })
        .into(),
        Statement::NextMessageDropped { from, to, what } => commanded(moment, |command| {
            matches!(command, Command::DropNext { kind, from: begin, to: end }
                if (*begin, *end) == (from, to) && packets::kind(*kind) == *what)
        })
        .into(),
        Statement::LinkChanged { from, to, quality } => {
            is_quality(quality, network.link_config(from, to)?).into()
        }
        Statement::NetworkChanged { quality } => network
            .directions()
            .filter_map(|(from, to, _)| network.link_config(from, to))
            .try_for_each(|link| is_quality(quality, link))
            .into(),
        Statement::LinksCut { count } => {
            let cut = network.directions().filter(|(from, to, is_up)| {
                !is_up && (from < to || network.is_up(*to, *from) == Some(true))
            });
            let cut = cut.count() as u64;
            claim(cut >= count, || format!("{cut} links are cut"))
        }
        Statement::LinksMended { count } => {
            let up = network.directions().filter(|(.., is_up)| *is_up).count() as u64;
            claim(up >= count, || format!("{up} directions are up"))
        }
        Statement::NetworkSplit { groups } => is_split(moment, &groups_of(groups)).into(),
        _ => administered(said, moment),
    }
}

fn commanded(moment: &Moment, is_it: impl Fn(&Command) -> bool) -> Checked {
    match moment.record.map(|record| &record.kind) {
        Some(RecordKind::Commanded(command)) if is_it(command) => Ok(()),
        other => Err(format!("{other:?}")),
    }
}

/// A link does what its description says, and nothing more.
fn is_quality(told: &Sentence, link: LinkConfig) -> Checked {
    let mut described =
        LinkConfig { latency: Micros(0), jitter: Micros(0), ..LinkConfig::default() };
    for part in parts(told) {
        match part.statement() {
            Statement::QualityLatency { latency } => described.latency = latency,
            Statement::QualityLatencyRange { latency, most_latency } => {
                described.latency = latency;
                described.jitter.0 = most_latency.0 - latency.0;
            }
            Statement::QualityTail { span } => described.tail = span,
            Statement::QualityLoss { share } => described.loss_permille = share,
            Statement::QualityDuplicate { share } => described.duplicate_permille = share,
            Statement::QualityReorder { share } => described.reorder_permille = share,
            Statement::QualityBandwidth { count } => described.bandwidth = Some(count),
            other => return Err(format!("{other:?} is no quality")),
        }
    }
    if described == link { Ok(()) } else { Err(format!("it is {link:?}")) }
}

/// The items of a list with commas.
fn parts(told: &Sentence) -> Vec<&Sentence> {
    match told.statement() {
        Statement::ListComma { list, item } => {
            let mut parts = parts(list);
            parts.push(item);
            parts
        }
        _ => vec![told],
    }
}

/// The groups of a split network.
fn groups_of(told: &Sentence) -> Vec<Vec<Address>> {
    match told.statement() {
        Statement::NetworkGroup { nodes } => vec![nodes.to_vec()],
        Statement::NetworkGroups { groups, nodes } => {
            let mut all = groups_of(groups);
            all.push(nodes.to_vec());
            all
        }
        _ => Vec::new(),
    }
}

fn is_split(moment: &Moment, groups: &[Vec<Address>]) -> Checked {
    for (place, group) in groups.iter().enumerate() {
        for (from, to) in group.iter().flat_map(|from| {
            groups[..place].iter().flatten().flat_map(move |to| [(*from, *to), (*to, *from)])
        }) {
            if moment.simulation.network().is_up(from, to) == Some(true) {
                return Err(format!("{from} still reaches {to}"));
            }
        }
    }
    if groups.len() > 1 { Ok(()) } else { Err("there is one group".into()) }
}

/// What an administrator asked of a node, and what it answered.
fn administered(said: &Statement, moment: &Moment) -> Option<Checked> {
    match *said {
        Statement::NodeAsked { node, action } => commanded(moment, |command| {
            matches!(command, Command::Administer { via, request }
                if *via == node && is_request(action, request))
        })
        .into(),
        Statement::RequestRefused { node, action, what } => {
            answered(moment, node, action, |answer| matches!(answer, Answer::Refused(_)))
                .and_then(|()| is_refused_because(moment, node, what))
                .into()
        }
        Statement::RequestRedirected { node, action, leader } => {
            let hint = leader.node();
            answered(moment, node, action, |answer| *answer == Answer::NotLeader { hint }).into()
        }
        Statement::RequestRedirectedNowhere { node, action } => {
            answered(moment, node, action, |answer| *answer == Answer::NotLeader { hint: None })
                .into()
        }
        Statement::RequestUndecided { node, action } => answered(moment, node, action, |answer| {
            matches!(answer, Answer::Superseded { .. } | Answer::Unknown)
        })
        .into(),
        _ => None,
    }
}

fn answered(
    moment: &Moment,
    node: Address,
    action: &Sentence,
    is_it: impl Fn(&Answer) -> bool,
) -> Checked {
    is_about(moment, node)?;
    match moment.record.map(|record| &record.kind) {
        Some(RecordKind::Administered { request, answer })
            if is_it(answer) && is_request(action, request) =>
        {
            Ok(())
        }
        other => Err(format!("{other:?}")),
    }
}

fn is_request(told: &Sentence, request: &AdminRequest) -> bool {
    match (told.statement(), request) {
        (Statement::DoChangeMembers {}, AdminRequest::Reconfigure { .. }) => true,
        (Statement::DoAdd { node }, AdminRequest::Add(of))
        | (Statement::DoRemove { node }, AdminRequest::Remove(of))
        | (Statement::DoTransfer { node }, AdminRequest::Transfer(of)) => node == *of,
        (Statement::DoReplaceBy { node, other }, AdminRequest::Replace { node: of, by }) => {
            (node, other) == (*of, *by)
        }
        _ => false,
    }
}

/// The node has begun an earlier change and has not answered it yet.
fn has_begun_change(moment: &Moment) -> bool {
    let Some(record) = moment.record else { return false };
    let mut at_node =
        moment.truth.backwards(record).filter(|other| other.subject == record.subject);
    let latest = at_node.find_map(|other| match &other.kind {
        RecordKind::Protocol(Event::ChangeDecided { verdict }) if verdict.is_allowed() => {
            Some(true)
        }
        RecordKind::Administered { answer: Answer::Refused(rule), .. }
            if *rule != Rule::CatchUpFirst =>
        {
            None
        }
        RecordKind::Administered { .. }
        | RecordKind::Protocol(Event::SteppedDown { .. } | Event::Booted { .. }) => Some(false),
        _ => None,
    });
    latest == Some(true)
}

/// The reason that a node gives is so.
fn is_refused_because(moment: &Moment, node: Address, told: &Sentence) -> Checked {
    let process = node.node().and_then(|node| moment.simulation.host(node).process.as_ref());
    let raft = &process.ok_or_else(|| format!("{node} is stopped"))?.node;
    let holds = match told.statement() {
        Statement::RefusedAnotherChange {} => {
            // A newcomer is sent the log before the change enters it (diss. §4.2.1).
            let mut hosts = moment.simulation.hosts().iter().map(|host| host.id);
            let catches_up = |id| raft.progress(id).is_some() && !raft.membership().contains(id);
            raft.membership().is_joint()
                || has_begun_change(moment)
                || hosts.any(catches_up)
                || raft
                    .log()
                    .entries_from(raft.commit_index().next())
                    .any(|entry| matches!(entry.payload, Payload::Membership(_)))
        }
        Statement::RefusedOwnTerm { .. } => {
            raft.log().term_at(raft.commit_index()).is_none_or(|term| term < raft.term())
        }
        Statement::RefusedByRule { rule } => is_off(moment, rule).is_err(),
        _ => true,
    };
    let role = moment.record.and_then(|record| record.state.as_ref()).map(|state| state.role);
    if holds && role == Some(RoleName::Leader) {
        Ok(())
    } else {
        Err(format!("it is {role:?}, with {:?}", raft.membership()))
    }
}
