//! The two clocks of a machine: the one on the wall, which anybody may set, and the one that only runs.

use std::{fmt, sync::Arc, time::Instant};

use super::now_ms;

/// Both clocks, read at one moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// What the clock on the wall says, in milliseconds since 1970. It may be wrong, and jump.
    pub wall_ms: u64,
    /// For how long the clocks have been read, in milliseconds. It never jumps, and stands still while the machine does.
    pub running_ms: u64,
}

/// Where the time is read: the machine's clocks, outside of tests.
#[derive(Clone)]
pub struct Clocks(Arc<dyn Fn() -> Reading + Send + Sync>);

impl Clocks {
    /// Clocks that are read by calling something.
    pub fn read_by(read: impl Fn() -> Reading + Send + Sync + 'static) -> Self {
        Clocks(Arc::new(read))
    }

    /// Both at this moment.
    pub fn read(&self) -> Reading {
        (self.0)()
    }
}

impl Default for Clocks {
    /// The machine's own.
    fn default() -> Self {
        let start = Instant::now();
        Self::read_by(move || Reading {
            wall_ms: now_ms(),
            running_ms: u64::try_from(start.elapsed().as_millis()).unwrap_or(u64::MAX),
        })
    }
}

impl fmt::Debug for Clocks {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "Clocks({:?})", self.read())
    }
}
