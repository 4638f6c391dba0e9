//! What this server bounds, with units and reasons.

use std::time::Duration;

/// A greeting is small; nothing longer is read before the session is known.
pub const GREETING_BYTES_MAX: usize = 4 * 1024;
/// A client that has not said `join` by then is nobody.
pub const GREETING_WAIT_MAX: Duration = Duration::from_secs(10);
/// What may wait for one socket. A join of the longest pad fits; a room of typists fits for seconds.
pub const OUTBOX_BYTES_MAX: usize = 8 * 1024 * 1024;
/// Many small frames cost as much as few large ones.
pub const OUTBOX_FRAMES_MAX: usize = 4_096;
/// A socket that takes longer than this to accept what is written to it is dead.
pub const WRITE_WAIT_MAX: Duration = Duration::from_secs(30);
/// Our clients watch for silence; this is what breaks it. Each beat wakes every idle connection.
pub const ALIVE_EVERY: Duration = Duration::from_secs(15);
/// The beats of all connections fall on multiples of this, so that the process wakes once for many of them. Must divide
/// [`ALIVE_EVERY`].
pub const BEATS_FALL_EVERY: Duration = Duration::from_millis(100);
/// Beats from one ping to the next: a pong costs the server more than the ping.
pub const BEATS_PER_PING: u32 = 2;
/// Beats without a word of the peer that are no reason to worry: one more, and it is gone. A ping has two beats to be
/// answered in.
pub const SILENT_BEATS_MAX: u32 = 2;
/// Documents one socket may have open.
pub const DOCUMENTS_PER_SOCKET_MAX: usize = 64;
/// Spaces one socket may look at; a page looks at one.
pub const SPACES_PER_SOCKET_MAX: usize = 8;
/// Sockets one session may hold: two devices with several tabs each.
pub const SOCKETS_PER_SESSION_MAX: usize = 32;
/// Small read buffers: thousands of idle sockets must stay cheap (the default is 128 KiB each).
pub const READ_BUFFER_BYTES: usize = 4 * 1024;
/// Messages one socket may send in a burst, and how many it earns back each second.
pub const MESSAGES_BURST_MAX: f64 = 400.0;
/// See [`MESSAGES_BURST_MAX`].
pub const MESSAGES_PER_SECOND: f64 = 100.0;
/// Messages over the rate are dropped; a socket that insists is closed.
pub const MESSAGES_DROPPED_MAX: u32 = 2_000;

/// Archives that are packed at once, and that arrive at once: each may take 64 MiB several times over.
pub const ARCHIVES_AT_ONCE_MAX: usize = 2;
