//! Carries out what a room wants: frames to sockets, changes to the disk, refusals to people.

use bytes::Bytes;
use hub::{Effect, PeerKey, Refusal};
use store::{Append, ParticipantId};

use super::keeper::Keeper;
use crate::control_messages;
use crate::outbox::Farewell;

impl Keeper<'_> {
    pub(super) fn carry_out(&mut self, effect: Effect) {
        match effect {
            Effect::Send { to, frame } => self.send(&to, &frame),
            Effect::TickAt { at_ms } => self.tick_at = Some(self.rooms.instant(at_ms)),
            Effect::Commit {
                commit,
                bytes,
                heads,
                actors,
            } => {
                self.tail.grows(bytes.len());
                let append = Append {
                    document: self.document,
                    bytes: bytes.into(),
                    heads,
                    actors: actors
                        .into_iter()
                        .map(|(actor, who)| (actor, ParticipantId(who)))
                        .collect(),
                };
                self.commit = Some((commit, self.rooms.write(append)));
            }
            Effect::Refused { peer, refusal } => self.refuse(peer, refusal),
            Effect::Quarantine { peer, why, bytes } => self.quarantine(peer, &why, bytes),
            Effect::Rebuild { why } => {
                tracing::error!(document = %self.document, why, "opened again from disk");
                self.rebuild = true;
            }
        }
    }

    fn send(&self, to: &[PeerKey], frame: &Bytes) {
        let visitors = to.iter().filter_map(|peer| self.visitors.get(peer));
        if let [_] = to {
            visitors.for_each(|visitor| visitor.outbox.answer(frame.clone()));
        } else {
            visitors.for_each(|visitor| visitor.outbox.push(frame.clone()));
        }
    }

    fn refuse(&self, peer: PeerKey, refusal: Refusal) {
        let code = refusal.code.as_str();
        self.rooms.0.metrics.refused(code);
        let Some(visitor) = self.visitors.get(&peer) else {
            return;
        };
        tracing::info!(
            document = %self.document, participant = %visitor.participant, code, abuse = refusal.abuse,
            "refused a message"
        );
        if visitor.speaks_atelier {
            visitor
                .outbox
                .push(control_messages::refused(Some(self.document), code));
        }
        if refusal.abuse {
            visitor.outbox.close(Farewell::Abuse);
        }
    }

    fn quarantine(&self, peer: Option<PeerKey>, why: &str, bytes: Bytes) {
        let sender = peer
            .and_then(|peer| self.visitors.get(&peer))
            .map(|visitor| visitor.participant);
        tracing::error!(
            document = %self.document, sender = ?sender, why, bytes = bytes.len(),
            "set aside changes that broke the document in memory"
        );
        self.rooms.quarantine(self.document, bytes);
    }
}
