//! Runs automerge where it may panic without taking the room with it.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// What `work` returns, or the message it panicked with. What `work` was changing must be thrown
/// away after a panic.
pub(crate) fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work)).map_err(message)
}

/// The same for work that can also fail.
pub(crate) fn guarded_result<T, E: ToString>(
    work: impl FnOnce() -> Result<T, E>,
) -> Result<T, String> {
    guarded(work)?.map_err(|error| error.to_string())
}

fn message(panic: Box<dyn Any + Send>) -> String {
    let words = panic
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| panic.downcast_ref::<&str>().copied());
    format!("panic: {}", words.unwrap_or("without words"))
}
