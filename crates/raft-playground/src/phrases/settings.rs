//! What is wrong with the value of a setting, and advice about a valid one.

use std::rc::Rc;

use raft_sim::raft_core::BadConfig;
use raft_sim::script::BadValue;
use raft_sim::{Advice, BadScenario, MAX_CLIENTS, MAX_NODES};

use crate::text::{Sentence, say};

/// Why a text is not a valid value.
pub(crate) fn bad_value(error: &BadValue) -> Sentence {
    match error {
        BadValue::Missing => say::value_missing(),
        BadValue::Trailing => say::value_trailing(),
        BadValue::Number => say::value_number(),
        BadValue::Time => say::value_span(),
        BadValue::TimePrecision => say::value_span_precision(),
        BadValue::Share => say::value_share(),
        BadValue::SharePrecision => say::value_share_precision(),
        BadValue::Choice(choices) => say::value_choice(choices.iter().copied()),
        BadValue::Reads => say::value_reads(),
        BadValue::CountOrNever => say::value_never(),
        BadValue::RateOrUnlimited => say::value_unlimited(),
        BadValue::Range { least, most } => say::value_range(*least, *most),
        BadValue::ShareRange { least_permille, most_permille } => {
            say::value_range_share(*least_permille, *most_permille)
        }
        BadValue::TooSmall(least) => say::value_too_small(*least),
        BadValue::TooLarge => say::value_too_large(),
        BadValue::Zero => say::value_positive(),
        BadValue::LongerThanHour => say::value_too_long(),
        BadValue::LongerThanDay => say::value_too_long_for_script(),
        BadValue::Order => say::value_order(),
        BadValue::UnknownSetting(name)
        | BadValue::UnknownLinkSetting(name)
        | BadValue::UnknownRule(name)
        | BadValue::UnknownBug(name) => say::value_unknown(Rc::from(&**name)),
        BadValue::Repeated(name) => say::value_repeated(Rc::from(&**name)),
        BadValue::Scenario(error) => bad_scenario(error),
    }
}

/// Why settings do not make a scenario.
fn bad_scenario(error: &BadScenario) -> Sentence {
    match *error {
        BadScenario::Nodes(_) => say::value_range(1_u32, MAX_NODES),
        BadScenario::Spares(count) => say::value_too_many_nodes(count, MAX_NODES),
        BadScenario::Clients(_) => say::value_range(0_u32, MAX_CLIENTS),
        BadScenario::Permille(_) => say::value_range_share(0, 1000),
        BadScenario::TooLong(_) => say::value_too_long(),
        BadScenario::Patience
        | BadScenario::Bandwidth
        | BadScenario::Config(BadConfig::NoHeartbeatInterval | BadConfig::NoEntries) => {
            say::value_positive()
        }
        BadScenario::Config(BadConfig::ElectionTimeout(_)) => say::value_order(),
        BadScenario::Config(BadConfig::HeartbeatTooSlow {
            election_timeout,
            heartbeat_interval,
        }) => say::value_heartbeat_too_slow(heartbeat_interval, election_timeout),
        BadScenario::Config(BadConfig::LeaseWithoutTime { drift_permille }) => {
            say::value_lease_without_time(drift_permille)
        }
        BadScenario::Config(BadConfig::LeaseWithoutCheckQuorum) => {
            say::value_lease_without_check_quorum()
        }
    }
}

/// Advice about a valid setting.
pub(crate) fn advice(advice: Advice) -> Sentence {
    match advice {
        Advice::LeaderWithoutMajority => say::advice_leader_without_majority(),
        Advice::EqualTimeouts(timeout) => say::advice_equal_timeouts(timeout),
        Advice::SlowVotes(round_trip) => say::advice_slow_votes(round_trip),
        Advice::ShortLease(lease) => say::advice_short_lease(lease),
    }
}
