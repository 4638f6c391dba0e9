//! Who hears what: the sync state machine of one open document.
