//! How a component says what the user asked for: the one thing that the context carries.

use raft_playground::Intent;
use yew::prelude::*;

/// Where intents go. It never changes, so no component is drawn again because of it.
pub(crate) type Dispatch = Callback<Intent>;

/// Where this component's intents go.
#[hook]
pub(crate) fn use_dispatch() -> Dispatch {
    use_context().expect("the app provides the context")
}
