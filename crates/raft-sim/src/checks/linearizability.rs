//! stub
use crate::address::ClientId;
use crate::kv::{Operation, Outcome};
#[derive(Clone, Debug, Default)]
pub(crate) struct Linearizability;
pub(crate) struct Contradiction {
    pub(crate) after: Option<(ClientId, u64)>,
}
impl Linearizability {
    pub(crate) fn invoke(&mut self, _: (ClientId, u64), _: &Operation) {}
    pub(crate) fn complete(
        &mut self,
        _: (ClientId, u64),
        _: &Outcome,
    ) -> Result<(), Contradiction> {
        Ok(())
    }
    pub(crate) fn fail(&mut self, _: (ClientId, u64)) -> Result<(), Contradiction> {
        Ok(())
    }
}
