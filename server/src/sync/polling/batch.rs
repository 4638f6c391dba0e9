//! The body that carries a batch of frames, piece by piece: long ones are not copied, and each piece that goes out shows that
//! the client still reads.

use std::convert::Infallible;
use std::sync::Arc;

use axum::body::Body;
use bytes::{BufMut, Bytes, BytesMut};
use futures_util::stream;

use super::posted::LENGTH_BYTES;
use crate::app::polled::LastSign;
use crate::limits::SHORT_MESSAGE_BYTES_MAX;
use crate::outbox::Frames;

/// What is given to the network at once.
const PIECE_BYTES: usize = 64 * 1024;

/// How long the body is.
pub(super) fn length(batch: &Frames) -> usize {
    let frames = batch.frames.iter();
    frames.map(|frame| LENGTH_BYTES + frame.len()).sum()
}

/// The body: each frame after its length in four bytes, the highest first. What the batch takes of what all share is held
/// until it is written.
pub(super) fn body(batch: Arc<Frames>, client: LastSign) -> Body {
    let pieces = Pieces {
        batch,
        next: 0,
        rest: Bytes::new(),
    };
    Body::from_stream(stream::iter(pieces.map(move |piece| {
        client.now();
        Ok::<_, Infallible>(piece)
    })))
}

struct Pieces {
    batch: Arc<Frames>,
    next: usize,
    /// Of a long frame, what was not given yet.
    rest: Bytes,
}

impl Iterator for Pieces {
    type Item = Bytes;

    fn next(&mut self) -> Option<Bytes> {
        if !self.rest.is_empty() {
            let bytes = self.rest.len().min(PIECE_BYTES);
            return Some(self.rest.split_to(bytes));
        }
        let mut piece = BytesMut::new();
        while piece.len() < PIECE_BYTES
            && self.rest.is_empty()
            && let Some(frame) = self.batch.frames.get(self.next)
        {
            self.next += 1;
            piece.put_u32(u32::try_from(frame.len()).unwrap_or(u32::MAX));
            match frame.len() > SHORT_MESSAGE_BYTES_MAX {
                true => self.rest = frame.clone(),
                false => piece.extend_from_slice(frame),
            }
        }
        (!piece.is_empty()).then(|| piece.freeze())
    }
}

#[cfg(test)]
mod tests {
    use std::net::IpAddr;

    use super::*;
    use crate::budget::Budget;
    use crate::budget::shares::Owner;
    use crate::sync::polling::posted::messages;

    #[test]
    fn frames_short_and_long_arrive_in_their_order() {
        let lengths = [3, 100_000, 0, SHORT_MESSAGE_BYTES_MAX, 200_000, 1];
        let frames = lengths.map(|length| Bytes::from(vec![7; length]));
        let none = Budget::default()
            .answers
            .none(Owner::at(IpAddr::from([192, 0, 2, 1])));
        let batch = Arc::new(Frames {
            frames: frames.clone().into(),
            shares: [none.none_of_it(), none],
        });
        let pieces = Pieces {
            batch: batch.clone(),
            next: 0,
            rest: Bytes::new(),
        };
        let pieces: Vec<_> = pieces.collect();
        assert!(pieces.iter().all(|piece| piece.len() < 2 * PIECE_BYTES));
        let body = pieces.concat();
        assert_eq!(body.len(), length(&batch));
        assert_eq!(messages(body.into()), Some(frames.to_vec()));
    }
}
