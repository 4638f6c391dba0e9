//! While a document is being loaded: newcomers are given what lies on disk, everything else waits in its order.

use bytes::Bytes;
use hub::{AlreadySent, PeerKey, Porch};
use store::DocumentId;
use tokio::sync::mpsc;
use tokio::task::spawn_blocking;

use super::loading;
use super::loading::{LoadError, Loaded};
use super::{ORDERS_WAITING_MAX, Order, Rooms, Visitor};

/// Loads a document, and sees to those who come meanwhile. What has to wait for it is added to `waiting`.
pub(super) async fn load(
    rooms: &Rooms,
    document: DocumentId,
    waiting: &mut Vec<Order>,
    orders: &mut mpsc::Receiver<Order>,
) -> Result<Loaded, LoadError> {
    let stored = loading::read(rooms, document).await?;
    let identity = loading::identity(rooms, document);
    let look = move || (loading::porch(&stored, &identity), stored, identity);
    let (porch, stored, identity) = spawn_blocking(look).await?;
    let mut loading = spawn_blocking(move || loading::open(stored, identity));
    loop {
        tokio::select! {
            biased;
            loaded = &mut loading => return loaded?,
            Some(order) = orders.recv(), if waiting.len() < ORDERS_WAITING_MAX => {
                attend(order, waiting, porch.as_ref());
            }
        }
    }
}

/// Answers a newcomer, or lets the order wait for the room.
fn attend(order: Order, waiting: &mut Vec<Order>, porch: Option<&Porch>) {
    let is_answered = match (&order, porch) {
        (Order::Sync(peer, data, _), Some(porch)) => answer(*peer, data, waiting, porch).is_some(),
        _ => false,
    };
    if !is_answered {
        waiting.push(order);
    }
}

fn answer(peer: PeerKey, data: &Bytes, waiting: &mut [Order], porch: &Porch) -> Option<()> {
    let visitor = newcomer(peer, waiting)?;
    visitor.outbox.push(porch.answer(data)?);
    visitor.already_sent = AlreadySent::Everything;
    Some(())
}

/// Somebody who was told nothing yet and of whom nothing else waits. When rights change or the room is told to close or to
/// load again,
/// that comes first, and there is nobody new.
fn newcomer(peer: PeerKey, waiting: &mut [Order]) -> Option<&mut Visitor> {
    let mut found = None;
    for order in waiting {
        let is_theirs = order.comes_from(peer);
        match order {
            Order::Role(..) | Order::Lock(_) | Order::Reload | Order::Close(_) => return None,
            Order::Enter(visitor)
                if is_theirs && found.is_none() && visitor.already_sent == AlreadySent::Nothing =>
            {
                found = Some(visitor);
            }
            _ if is_theirs => return None,
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests;
