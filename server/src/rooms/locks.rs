//! What keeps everybody but those who facilitate from writing in a document: a lock of its own, and one of its whole space.

/// One of them changed: whether it is locked now.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Lock {
    Document(bool),
    Space(bool),
}

/// Both, as they are.
#[derive(Debug, Clone, Copy)]
pub(super) struct Locks {
    pub(super) document: bool,
    pub(super) space: bool,
}

impl Locks {
    pub(super) fn any(self) -> bool {
        self.document || self.space
    }

    pub(super) fn set(&mut self, lock: Lock) {
        match lock {
            Lock::Document(locked) => self.document = locked,
            Lock::Space(locked) => self.space = locked,
        }
    }
}
