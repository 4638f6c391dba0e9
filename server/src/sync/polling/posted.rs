//! What is in the body of a post: messages, each after its length in four bytes, the highest first.

use bytes::{Buf, Bytes};

use crate::limits::MESSAGES_PER_POST_MAX;

/// The bytes that say how long a message is.
pub(super) const LENGTH_BYTES: usize = 4;

/// The messages, which share the memory of the body; none when it is something else.
pub(super) fn messages(mut body: Bytes) -> Option<Vec<Bytes>> {
    let mut messages = Vec::new();
    while !body.is_empty() {
        if body.len() < LENGTH_BYTES || messages.len() == MESSAGES_PER_POST_MAX {
            return None;
        }
        let length = usize::try_from(body.get_u32()).ok()?;
        if length > body.len() {
            return None;
        }
        messages.push(body.split_to(length));
    }
    Some(messages)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_come_one_after_the_other() {
        let body = Bytes::from_static(b"\0\0\0\x02hi\0\0\0\0\0\0\0\x01!");
        let found = messages(body).expect("three messages");
        assert_eq!(found, ["hi", "", "!"]);
        assert_eq!(messages(Bytes::new()), Some(Vec::new()));
    }

    #[test]
    fn a_body_that_is_cut_is_none() {
        for cut in [&b"\0"[..], b"\0\0\0\x02h", b"\xff\xff\xff\xffhi"] {
            assert_eq!(messages(Bytes::from_static(cut)), None, "{cut:?}");
        }
        let many = vec![0; LENGTH_BYTES * (MESSAGES_PER_POST_MAX + 1)];
        assert_eq!(messages(many.into()), None);
    }
}
