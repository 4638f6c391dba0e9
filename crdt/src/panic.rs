//! Turns a panic of automerge into an error: damaged or hostile bytes can make it panic, and one
//! document must never take others with it.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Runs `work`; a panic becomes its message. What `work` was changing must be dropped afterwards.
pub(crate) fn caught<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work)).map_err(message)
}

fn message(panic: Box<dyn Any + Send>) -> String {
    match panic.downcast::<String>() {
        Ok(text) => *text,
        Err(other) => other
            .downcast::<&'static str>()
            .map_or_else(|_| "unknown panic".to_owned(), |text| (*text).to_owned()),
    }
}
