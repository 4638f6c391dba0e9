//! The automerge sync message: what a peer has, wants and sends.
