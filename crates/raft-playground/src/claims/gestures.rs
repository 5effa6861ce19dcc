//! Claims about what was asked for: of clients, of links and networks, of administrators.

use raft_sim::raft_core::{Answer, Micros, Payload};
use raft_sim::{Address, AdminRequest, Command, LinkConfig, RecordKind, RoleName};

use super::elections::is_off;
use super::{Checked, Moment, claim, is_about};
use crate::phrases::packets;
use crate::text::{Said, Sentence};

pub(super) fn check(said: &Said, moment: &Moment) -> Option<Checked> {
    let network = moment.simulation.network();
    match *said {
        Said::ClientSends { client, operation } => commanded(moment, |command| {
            matches!(command, Command::Submit { client: of, via: None, operation: sent }
                if *of == client && sent.to_string() == operation)
        })
        .into(),
        Said::ClientSendsToNode { client, operation, node } => commanded(moment, |command| {
            matches!(command, Command::Submit { client: of, via: Some(via), operation: sent }
                if (*of, *via) == (client, node) && sent.to_string() == operation)
        })
        .into(),
        Said::ClientSendsAgain { client, number } => commanded(moment, |command| {
            matches!(command, Command::Resend { client: of, serial, .. }
                if (*of, *serial) == (client, number))
        })
        .into(),
        Said::NextMessageDropped { from, to, what } => commanded(moment, |command| {
            matches!(command, Command::DropNext { kind, from: begin, to: end }
                if (*begin, *end) == (from, to) && packets::kind(*kind) == *what)
        })
        .into(),
        Said::LinkChanged { from, to, quality } => {
            is_quality(quality, network.link_config(from, to)?).into()
        }
        Said::NetworkChanged { quality } => network
            .directions()
            .filter_map(|(from, to, _)| network.link_config(from, to))
            .try_for_each(|link| is_quality(quality, link))
            .into(),
        Said::LinksCut { count } => {
            let cut = network.directions().filter(|(from, to, is_up)| {
                !is_up && (from < to || network.is_up(*to, *from) == Some(true))
            });
            let cut = cut.count() as u64;
            claim(cut >= count, || format!("{cut} links are cut"))
        }
        Said::LinksMended { count } => {
            let up = network.directions().filter(|(.., is_up)| *is_up).count() as u64;
            claim(up >= count, || format!("{up} directions are up"))
        }
        Said::NetworkSplit { groups } => is_split(moment, &groups_of(groups)).into(),
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
        match part.said() {
            Said::QualityLatency { latency } => described.latency = latency,
            Said::QualityLatencyRange { latency, most_latency } => {
                described.latency = latency;
                described.jitter.0 = most_latency.0 - latency.0;
            }
            Said::QualityTail { span } => described.tail = span,
            Said::QualityLoss { share } => described.loss_permille = share,
            Said::QualityDuplicate { share } => described.duplicate_permille = share,
            Said::QualityReorder { share } => described.reorder_permille = share,
            Said::QualityBandwidth { count } => described.bandwidth = Some(count),
            other => return Err(format!("{other:?} is no quality")),
        }
    }
    if described == link { Ok(()) } else { Err(format!("it is {link:?}")) }
}

/// The items of a list with commas.
fn parts(told: &Sentence) -> Vec<&Sentence> {
    match told.said() {
        Said::ListComma { list, item } => {
            let mut parts = parts(list);
            parts.push(item);
            parts
        }
        _ => vec![told],
    }
}

/// The groups of a split network.
fn groups_of(told: &Sentence) -> Vec<Vec<Address>> {
    match told.said() {
        Said::NetworkGroup { nodes } => vec![nodes.to_vec()],
        Said::NetworkGroups { groups, nodes } => {
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
fn administered(said: &Said, moment: &Moment) -> Option<Checked> {
    match *said {
        Said::NodeAsked { node, action } => commanded(moment, |command| {
            matches!(command, Command::Administer { via, request }
                if *via == node && is_request(action, request))
        })
        .into(),
        Said::RequestRefused { node, action, what } => {
            answered(moment, node, action, |answer| matches!(answer, Answer::Refused(_)))
                .and_then(|()| is_refused_because(moment, node, what))
                .into()
        }
        Said::RequestRedirected { node, action, leader } => {
            let hint = leader.node();
            answered(moment, node, action, |answer| *answer == Answer::NotLeader { hint }).into()
        }
        Said::RequestRedirectedNowhere { node, action } => {
            answered(moment, node, action, |answer| *answer == Answer::NotLeader { hint: None })
                .into()
        }
        Said::RequestUndecided { node, action } => answered(moment, node, action, |answer| {
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
    match (told.said(), request) {
        (Said::DoChangeMembers {}, AdminRequest::Reconfigure { .. }) => true,
        (Said::DoAdd { node }, AdminRequest::Add(of))
        | (Said::DoRemove { node }, AdminRequest::Remove(of))
        | (Said::DoTransfer { node }, AdminRequest::Transfer(of)) => node == *of,
        (Said::DoReplaceBy { node, other }, AdminRequest::Replace { node: of, by }) => {
            (node, other) == (*of, *by)
        }
        _ => false,
    }
}

/// The reason that a node gives is so.
fn is_refused_because(moment: &Moment, node: Address, told: &Sentence) -> Checked {
    let process = node.node().and_then(|node| moment.simulation.host(node).process.as_ref());
    let raft = &process.ok_or_else(|| format!("{node} is stopped"))?.node;
    let holds = match told.said() {
        Said::RefusedAnotherChange {} => {
            // A newcomer is sent the log before the change enters it (diss. §4.2.1).
            let mut hosts = moment.simulation.hosts().iter().map(|host| host.id);
            let catches_up = |id| raft.progress(id).is_some() && !raft.membership().contains(id);
            raft.membership().is_joint()
                || hosts.any(catches_up)
                || raft
                    .log()
                    .entries_from(raft.commit_index().next())
                    .any(|entry| matches!(entry.payload, Payload::Membership(_)))
        }
        Said::RefusedOwnTerm { .. } => {
            raft.log().term_at(raft.commit_index()).is_none_or(|term| term < raft.term())
        }
        Said::RefusedByRule { rule } => is_off(moment, rule).is_err(),
        _ => true,
    };
    let role = moment.record.and_then(|record| record.state.as_ref()).map(|state| state.role);
    if holds && role == Some(RoleName::Leader) {
        Ok(())
    } else {
        Err(format!("it is {role:?}, with {:?}", raft.membership()))
    }
}
