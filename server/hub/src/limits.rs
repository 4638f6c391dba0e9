//! Every bound the hub keeps, in one place, each with its unit in its name and its reason.

/// Longest WebSocket message. A client that was offline uploads all its changes in one message,
/// and one that exceeds this can never upload: 16 MiB is about 160 000 keystrokes of 100 bytes.
pub const FRAME_BYTES_MAX: usize = 16 * 1024 * 1024;

/// Longest `join`, `leave` or control message: nothing in them is written by people at length.
pub const GREETING_BYTES_MAX: usize = 4 * 1024;

/// Longest ephemeral message: a caret is about 200 bytes, and each is relayed to everybody.
pub const EPHEMERAL_BYTES_MAX: usize = 8 * 1024;

/// Deepest nesting of CBOR in a client message; the protocol itself needs three levels.
pub const CBOR_DEPTH_MAX: usize = 16;

/// Longest sync message that is copied out of its frame; a longer one stays in it, since both would be a lot of memory.
pub const SYNC_COPIED_BYTES_MAX: usize = 16 * 1024;

/// Most items in a client message: one has about ten, and gossip that is ignored some hundreds. Each costs time, none costs
/// memory.
pub const CBOR_ITEMS_MAX: usize = 16 * 1024;

/// Longest peer id, document id or message type.
pub const ID_BYTES_MAX: usize = 256;

/// Most hashes in one list (heads, need, last sync) of a sync message. Heads are kept near four by
/// merge changes; an offline client cannot have many more than it heard of.
pub const SYNC_HASHES_MAX: usize = 1_000;

/// Most `have` entries in a sync message; clients send one.
pub const SYNC_HAVES_MAX: usize = 8;

/// Most entries a Bloom filter may claim: one per change in a document's history.
pub const BLOOM_ENTRIES_MAX: usize = 2_000_000;

/// Bits per entry every automerge client uses.
pub const BLOOM_BITS_PER_ENTRY: u64 = 10;

/// Probes per entry every automerge client uses. A larger number costs memory per change hash.
pub const BLOOM_PROBES: u64 = 7;

/// Most changes in one sync message: as many as fit into a frame at the smallest honest size.
pub const SYNC_CHANGES_MAX: usize = 200_000;

/// Most bytes the changes of one message may have once inflated: compression must not multiply
/// what a frame can cost.
pub const MESSAGE_INFLATED_BYTES_MAX: usize = PENDING_BYTES_PER_PEER_MAX;

/// Most operations in the changes of one message: checking and applying takes some 10 µs each.
pub const MESSAGE_OPS_MAX: u64 = 200_000;

/// Longest change once inflated. One change above this is a paste of millions of characters.
pub const CHANGE_BYTES_MAX: usize = 4 * 1024 * 1024;

/// Most operations in one change: applying costs time and memory per operation, and a run-length
/// column can claim billions in a few bytes. A paste of fifty pages is about 100 000.
pub const CHANGE_OPS_MAX: u64 = 100_000;

/// Most earlier operations the operations of one change may replace, all together.
pub const CHANGE_PREDECESSORS_MAX: u64 = 2 * CHANGE_OPS_MAX;

/// Most dependencies of one change.
pub const CHANGE_DEPENDENCIES_MAX: u64 = 1_000;

/// Most other actors one change may mention.
pub const CHANGE_ACTORS_MAX: u64 = 10_000;

/// Most columns in one change; the format defines thirteen.
pub const CHANGE_COLUMNS_MAX: u64 = 32;

/// Longest actor id; clients draw 16 bytes.
pub const ACTOR_BYTES_MAX: usize = 64;

/// Longest map key or mark name.
pub const KEY_BYTES_MAX: u64 = 1_024;

/// Longest commit message and longest unparsed tail of a change.
pub const CHANGE_NOTE_BYTES_MAX: usize = 4 * 1024;

/// Largest time stamp in a change, either side of 1970: what a JavaScript number holds exactly.
pub const CHANGE_TIME_MAX: i64 = 1 << 53;

/// Most operations in a document over its whole history; automerge counts them in 32 bits and
/// clients load all of them.
pub const DOCUMENT_OPS_MAX: u64 = 2_000_000;

/// Most bytes of a document: its snapshot and the changes since. Everybody who joins downloads it.
pub const DOCUMENT_BYTES_MAX: usize = 64 * 1024 * 1024;

/// Most distinct actors in a document; many automerge costs grow with their number.
pub const DOCUMENT_ACTORS_MAX: usize = 50_000;

/// Most bytes of accepted changes that wait for the next tick or for a full disk, per room.
pub const PENDING_BYTES_MAX: usize = 48 * 1024 * 1024;

/// The same for one peer, so that one cannot fill the room's queue alone; more than one message.
pub const PENDING_BYTES_PER_PEER_MAX: usize = 24 * 1024 * 1024;

/// Most changes that wait, per room: each costs memory beyond its bytes.
pub const PENDING_CHANGES_MAX: usize = 400_000;

/// How often changes that came before what they build on are looked at again, per message. Clients
/// send in order; this is for those that put what was asked for first.
pub const LATE_PASSES_MAX: usize = 8;

/// Operations a peer may add to a document in a minute: a long afternoon offline, or two pastes of
/// fifty pages. They can be sent in very few bytes, and every client has to hold them.
pub const PEER_OPS_PER_MINUTE_MAX: u64 = 2 * MESSAGE_OPS_MAX;

/// Most operations one tick applies, a last change aside.
pub const TICK_OPS_MAX: usize = 200_000;

/// Most bytes of changes one tick takes in, a last change aside: all of it goes into one
/// transaction and one frame for everybody.
pub const TICK_BYTES_MAX: usize = 4 * 1024 * 1024;

/// A room rests a millisecond more after a tick for this many peers who are told of it: writing to
/// sockets, not bytes, is what a busy room spends its time on.
pub const PEERS_PER_REST_MS: u64 = 20;

/// Longest time between two ticks, however slow the document or the disk.
pub const TICK_INTERVAL_MS_MAX: u64 = 1_000;

/// From one tick of a busy room to the next passes this many times what the last one took: half of the time is left for
/// telling people and for other rooms. Longer rests make larger ticks, and what a tick costs grows faster than its size.
pub const TICK_REST_FACTOR: u64 = 2;

/// Above this number of heads the server adds a merge change: every new change names all heads.
pub const HEADS_MAX: usize = 4;

/// Ticks of a room whose heads are remembered. Who builds on older ones was away for that long, and the history is walked
/// for their first change.
pub const LANDMARKS_MAX: usize = 4_096;

/// Automerge keeps the clock of every so many changes (`CACHE_STEP` of its change graph, 0.12).
pub const CLOCK_KEPT_EVERY: u64 = 16;

/// Fewest changes of a tick that is cut to a round number.
pub const ROUNDED_CHANGES_MIN: usize = 48;

/// Fewest changes of a tick that go out as one bundle: for two or three it is hardly shorter.
pub const BUNDLE_CHANGES_MIN: usize = 4;

/// Full answers (missing changes or a whole document) a peer may ask for in a burst.
pub const FULL_SYNC_BURST: u32 = 6;

/// Time after which a peer may ask for one more full answer.
pub const FULL_SYNC_REFILL_MS: u64 = 5_000;

/// How long a peer may name heads whose changes do not arrive before it is asked for everything.
pub const STRANGE_HEADS_MS: u64 = 2_000;

/// First pause before a peer that lost a change is asked to send everything again; it doubles.
pub const RESEND_PAUSE_MS_MIN: u64 = 500;

/// Longest such pause.
pub const RESEND_PAUSE_MS_MAX: u64 = 60_000;

/// Refusals for nonsense or forgery after which a peer is reported as abusive.
pub const STRIKES_MAX: u32 = 10;

/// Hashes of changes that broke the document, remembered so that a second copy costs nothing.
pub const QUARANTINED_HASHES_MAX: usize = 1_000;

/// Most changes that are set aside to mend one document: with more, a person has to look at it.
pub const MENDED_CHANGES_MAX: usize = 100;

/// Most peers in one room.
pub const PEERS_MAX: usize = 2_000;
