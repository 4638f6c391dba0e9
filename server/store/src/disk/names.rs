//! What things in a data directory are called.

/// The database.
pub(crate) const FILE: &str = "atelier.sqlite";

/// A backup on its way in, beside it.
pub(crate) const STAGED: &str = "atelier.sqlite.restoring";

/// Directories with damaged databases, before the moment they were found.
pub(crate) const DAMAGED: &str = "damaged-";

/// Directories in which a restore sets aside what was there, before the moment it did.
pub(crate) const REPLACED: &str = "replaced-";
