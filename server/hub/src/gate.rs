//! Decides whether a change may reach the document at all.
