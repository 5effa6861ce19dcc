//! Addresses of senders and receivers: nodes A, B, C … and clients X, Y, Z.

use core::fmt;
use core::str::FromStr;

use raft_core::NodeId;
use serde::{Deserialize, Serialize};

/// A client of the cluster: 0 is X, 1 is Y, 2 is Z.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ClientId(pub u32);

/// A node or a client. Written as one letter: nodes from A, clients from X.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Address {
    /// A server of the cluster.
    Node(NodeId),
    /// A client of the cluster.
    Client(ClientId),
}

impl Address {
    /// The node; `None` for a client.
    pub fn node(self) -> Option<NodeId> {
        match self {
            Self::Node(node) => Some(node),
            Self::Client(_) => None,
        }
    }
}

/// Letters before this one name nodes, the others clients.
const FIRST_CLIENT: u8 = b'X';

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (first, number) = match self {
            Self::Node(NodeId(number)) => (b'A', *number),
            Self::Client(ClientId(number)) => (FIRST_CLIENT, *number),
        };
        let letter = u8::try_from(number).ok().and_then(|number| first.checked_add(number));
        match letter {
            Some(letter) if letter.is_ascii_uppercase() => write!(f, "{}", char::from(letter)),
            _ => write!(f, "{}{number}", char::from(first)),
        }
    }
}

/// The name is not one letter from A to Z.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("“{0}” names no node or client: nodes are A to W, clients X to Z")]
pub struct UnknownAddress(String);

impl FromStr for Address {
    type Err = UnknownAddress;

    fn from_str(text: &str) -> Result<Self, UnknownAddress> {
        match text.as_bytes() {
            [letter @ b'A'..FIRST_CLIENT] => Ok(Self::Node(NodeId(u32::from(letter - b'A')))),
            [letter @ FIRST_CLIENT..=b'Z'] => {
                Ok(Self::Client(ClientId(u32::from(letter - FIRST_CLIENT))))
            }
            _ => Err(UnknownAddress(text.chars().take(12).collect())),
        }
    }
}

impl TryFrom<String> for Address {
    type Error = UnknownAddress;

    fn try_from(text: String) -> Result<Self, UnknownAddress> {
        text.parse()
    }
}

impl From<Address> for String {
    fn from(address: Address) -> Self {
        address.to_string()
    }
}

impl From<NodeId> for Address {
    fn from(node: NodeId) -> Self {
        Self::Node(node)
    }
}

impl From<ClientId> for Address {
    fn from(client: ClientId) -> Self {
        Self::Client(client)
    }
}
