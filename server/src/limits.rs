//! What this server bounds, with units and reasons.

use std::time::Duration;

// Connections, and what all of them share

/// Connections at once, WebSockets included: ten thousand people, and what they ask for beside; fewer where the system allows
/// fewer open files. One address has half of those that others leave: a room behind one address has thousands, and there
/// is room for whoever comes last.
pub const CONNECTIONS_MAX: usize = 12_000;
/// Descriptors kept for files.
pub const DESCRIPTORS_RESERVED: usize = 128;
/// The headers of a request that have not come in this time never will. A connection without a request is closed after it.
pub const HEADER_WAIT_MAX: Duration = Duration::from_secs(30);
/// Longest headers of a request, in bytes.
pub const HEADER_BYTES_MAX: usize = 32 * 1024;
/// Most headers of a request.
pub const HEADERS_MAX: usize = 64;
/// How long requests that are under way may take when the server stops.
pub const STOP_WAIT_MAX: Duration = Duration::from_secs(10);
/// Bytes of files, and of messages that are not short, that are being received or worked on. One address has half of those
/// that others leave, two of the longest messages.
pub const IN_FLIGHT_BYTES_MAX: usize = 64 * 1024 * 1024;
/// The same of requests without a file.
pub const SHORT_BODIES_BYTES_MAX: usize = 8 * 1024 * 1024;
/// From one piece of a body to the next.
pub const PIECE_WAIT_MAX: Duration = Duration::from_secs(10);
/// Bytes of archives that are on their way in and wait on the disk for their turn: two from one address.
pub const ARCHIVES_WAITING_BYTES_MAX: usize = 256 * 1024 * 1024;
/// Pictures in one file that is written, in bytes, together: whoever reads it finds words in the place of more.
pub const FILE_IMAGES_BYTES_MAX: usize = 32 * 1024 * 1024;
/// Images that are decoded at the same time, for all visitors together: one takes up to 130 MB.
pub const IMAGES_AT_ONCE_MAX: usize = 1;
/// Images that one text of another tool brings along, in bytes, together and as they are kept: more stay behind.
pub const IMPORTED_IMAGES_BYTES_MAX: usize = 32 * 1024 * 1024;
/// Imports, exports and archives that wait for a processor.
pub const HEAVY_WAITING_MAX: usize = 64;
/// After such work comes a rest of so many times what it took: three quarters of the time are for those who type.
pub const HEAVY_REST_FACTOR: u32 = 3;
/// Shortest such rest. A class that takes thirty plans home at once waits for some seconds.
pub const HEAVY_REST_MIN: Duration = Duration::from_millis(50);
/// Longest such rest.
pub const HEAVY_REST_MAX: Duration = Duration::from_secs(2);

/// How often it is looked at how much memory the process holds.
pub const MEMORY_LOOK_EVERY: Duration = Duration::from_secs(2);
/// What is free is given back to the system when the process holds so much more than after it was given back last, in bytes.
pub const MEMORY_GROWN_BYTES_MIN: usize = 16 * 1024 * 1024;

// Sockets

/// A message up to this length takes nothing of what is shared: writing goes on while others send files.
pub const SHORT_MESSAGE_BYTES_MAX: usize = 16 * 1024;
/// How long a message may take to come, however short; long ones earn more.
pub const MESSAGE_WAIT_MAX: Duration = Duration::from_secs(60);
/// How fast a long message must come: a bad phone connection does it.
pub const MESSAGE_BYTES_PER_SECOND_MIN: u64 = 8 * 1024;
/// A greeting is small; nothing longer is read before the session is known.
pub const GREETING_BYTES_MAX: usize = 4 * 1024;
/// A client that has not said `join` by then is nobody.
pub const GREETING_WAIT_MAX: Duration = Duration::from_secs(10);
/// What may wait for one socket. A join of the longest pad fits; a room of typists fits for seconds.
pub const OUTBOX_BYTES_MAX: usize = 8 * 1024 * 1024;
/// Many small frames cost as much as few large ones.
pub const OUTBOX_FRAMES_MAX: usize = 4_096;
/// Frames made for one peer alone that wait to be written, in all sockets together, in bytes: a device that comes to a long
/// pad is given all of it. One address has half of what others leave.
pub const ANSWERS_WAITING_BYTES_MAX: usize = 32 * 1024 * 1024;
/// Of frames that are not short, so much is written at once in all sockets together: writing copies them.
pub const WRITING_BYTES_MAX: usize = 32 * 1024 * 1024;
/// A frame made for one peer counts when it is longer.
pub const ANSWER_FREE_BYTES_MAX: usize = 1024;
/// A longer frame counts as one of this length: half of all there is, which one address can have.
pub const LONG_FRAME_BYTES_COUNTED_MAX: usize = 16 * 1024 * 1024;
/// What one socket collects before it writes: short frames of a moment go out together.
pub const WRITE_BUFFER_BYTES: usize = 16 * 1024;
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
/// Messages with changes one socket may send in a burst, and how many it earns back each second: those beyond are read more
/// slowly. As many others are taken: those beyond are dropped.
pub const MESSAGES_BURST_MAX: f64 = 400.0;
/// See [`MESSAGES_BURST_MAX`].
pub const MESSAGES_PER_SECOND: f64 = 100.0;
/// Messages without changes one socket may send in a burst: a stock client answers each frame of a room of a hundred
/// people, some 250 a second.
pub const ANSWERS_BURST_MAX: f64 = 4_000.0;
/// See [`ANSWERS_BURST_MAX`].
pub const ANSWERS_PER_SECOND: f64 = 1_000.0;
/// A socket with more dropped messages insists, and is closed.
pub const MESSAGES_DROPPED_MAX: u32 = 2_000;

// Connections by plain requests

/// How long a poll waits for something to be answered: proxies cut what is silent for longer, some of them after 20 s. A
/// device that does nothing asks four times a minute.
pub const POLL_WAIT_MAX: Duration = Duration::from_secs(15);
/// A connection that nobody asked for, and read nothing of, for this long is left.
pub const POLLING_SILENCE_MAX: Duration = Duration::from_secs(30);
/// Longest body of a post: the longest message, and how long it is.
pub const POSTED_BYTES_MAX: usize = hub::limits::FRAME_BYTES_MAX + 4;
/// Messages in one post.
pub const MESSAGES_PER_POST_MAX: usize = 1_024;

// Open documents

/// A document nobody looks at stays open this long: people reload pages.
pub const DOCUMENT_IDLE_MAX: Duration = Duration::from_secs(60);
/// Orders that may wait for one room before the sockets that send them wait too.
pub const ORDERS_WAITING_MAX: usize = 1_024;
/// Changes after the last snapshot that make another worth its cost, in bytes: about ten thousand keystrokes.
pub const TAIL_BYTES_MIN: usize = 1024 * 1024;
/// The same in rows: each is one commit.
pub const TAIL_ROWS_MAX: u64 = 2_000;
/// A document that closes is written as one piece when at least this many bytes lie after its snapshot.
pub const TAIL_BYTES_ON_LEAVING: usize = 16 * 1024;

/// Documents of which a copy is kept for those who look at their past: of the longest, each takes some 50 MB.
pub const PASTS_MAX: usize = 4;
/// A copy nobody looked at for this long is let go: within an hour, or when another one is kept.
pub const PAST_IDLE_MAX: Duration = Duration::from_secs(10 * 60);
/// Sittings in one answer about the history of a document.
pub const SITTINGS_PER_PAGE_MAX: usize = 50;
/// Heads in the address of a version.
pub const HEADS_PER_VERSION_MAX: usize = store::limits::STAR_HEADS_MAX;
/// Actors asked about at once.
pub const ACTORS_PER_QUESTION_MAX: usize = 100;

// Requests

/// No request of ours is longer, files aside.
pub const BODY_BYTES_MAX: usize = 64 * 1024;
/// A body that has not come in this time never will.
pub const BODY_WAIT_MAX: Duration = Duration::from_secs(10);
/// A file takes longer, over a phone's connection.
pub const FILE_WAIT_MAX: Duration = Duration::from_secs(5 * 60);
/// Tickets that may wait for one session.
pub const TICKETS_PER_SESSION_MAX: usize = 50;
/// Tickets that may wait in all.
pub const TICKETS_MAX: usize = 10_000;
/// Failed attempts from one address within a minute. A room full of people shares one address.
pub const FAILURES_PER_ADDRESS_MAX: u32 = 30;
/// Failed attempts from everywhere within a minute; after that, each address that did not fail yet has one.
pub const FAILURES_MAX: u32 = 300;
/// Addresses remembered for their failures within a minute; further ones are refused.
pub const FAILED_ADDRESSES_MAX: usize = 20_000;
/// Codes remembered to have opened from an address: there they go on opening, whoever guesses beside.
pub const OPENED_CODES_MAX: usize = 20_000;
/// A longer text of a page is left to the editor: a page should not be slow for being early.
pub const VIEW_BYTES_MAX: usize = 1024 * 1024;
/// A database that does not answer in this time is as good as gone.
pub const HEALTH_WAIT_MAX: Duration = Duration::from_secs(5);
/// Commands of the host that the running server hears at once; others wait for a place.
pub const HOST_CONNECTIONS_MAX: usize = 8;
/// A command that has not said what it wants in this time never will.
pub const HOST_REQUEST_WAIT_MAX: Duration = Duration::from_secs(5);
/// A command that does not take an answer in this time is told nothing more; what it asked for is done.
pub const HOST_ANSWER_WAIT_MAX: Duration = Duration::from_secs(10);
/// Before the next command is listened to, when the system gives no file for it.
pub const HOST_PAUSE: Duration = Duration::from_secs(1);
/// A request of the command line to the running server is one short line.
pub const HOST_REQUEST_BYTES_MAX: u64 = 16 * 1024;
/// A session nobody came with for this long is forgotten: a cookie lasts a year after it was last given.
pub const SESSION_UNSEEN_MS_MAX: u64 = 400 * 24 * 60 * 60 * 1_000;

// Texts

/// Longest file of a text of another tool, in bytes: a report of Word with its photographs.
pub const TEXT_FILE_BYTES_MAX: usize = 20 * 1024 * 1024;
/// Most letters of all pads that are written into one file, in bytes of UTF-8: some 2,000 pages.
pub const VOLUME_BYTES_MAX: usize = 4 * 1024 * 1024;

// Archives

/// Archives that are packed at once, and that arrive at once: each may take 64 MiB several times over.
pub const ARCHIVES_AT_ONCE_MAX: usize = 1;
/// Longest archive, in bytes.
pub const ARCHIVE_BYTES_MAX: usize = 64 * 1024 * 1024;
/// Longest manifest, in bytes: some 80 000 openings of pages, 1 000 people and 5 000 files.
pub const MANIFEST_BYTES_MAX: usize = 8 * 1024 * 1024;
/// Bytes of messages in an archive, before they are written down: some 80 000 of the usual length.
pub const MESSAGES_IN_ARCHIVE_BYTES_MAX: usize = 8 * 1024 * 1024;
/// Most entries of an archive: every document, file and the manifest of a full space, and as many more.
pub const ARCHIVE_ENTRIES_MAX: usize = 12_000;

// Making spaces: for one network, and for everybody

/// Workshops made within an hour: a course of facilitators, each of whom makes one from the same room.
pub const WORKSHOPS_PER_HOUR_MAX: (f64, f64) = (60.0, 400.0);
/// Structures made within an hour: a room where everybody takes a plan home.
pub const STRUCTURES_PER_HOUR_MAX: (f64, f64) = (120.0, 600.0);
/// Archives sent within an hour, whether they can be opened or not.
pub const ARCHIVES_PER_HOUR_MAX: (f64, f64) = (60.0, 400.0);
/// Bytes of archives within an hour, 512 MiB and 4 GiB: eight and sixty-four of the largest.
pub const ARCHIVE_BYTES_PER_HOUR_MAX: (f64, f64) = (536_870_912.0, 4_294_967_296.0);
/// A whole IPv6 site holds many networks: it counts for so many of them.
pub const NETWORKS_PER_SITE: f64 = 4.0;
/// The part of what all may have that is kept for those who asked for nothing within the hour: who takes much cannot
/// take it from who takes little.
pub const KEPT_FOR_NEWCOMERS: f64 = 0.25;

// Messages

/// Messages of one person within an hour: one every twelve seconds, and 300 in a heated moment.
pub const MESSAGES_BY_PERSON_MAX: f64 = 300.0;
/// Messages in one space within an hour.
pub const MESSAGES_IN_SPACE_MAX: f64 = 3_000.0;

// Gestures

/// Hands raised, answers and turns of the clock of one person within an hour.
pub const GESTURES_BY_PERSON_MAX: f64 = 600.0;
/// The same in one space within an hour.
pub const GESTURES_IN_SPACE_MAX: f64 = 6_000.0;

// Mail

/// Mails that ask one address to confirm, within an hour: somebody who looks for the first one, not a bombardment.
pub const LETTERS_TO_ADDRESS_MAX: f64 = 3.0;
/// Such mails asked for by one person within an hour: a few slips of the finger.
pub const LETTERS_BY_PERSON_MAX: f64 = 5.0;
/// Such mails from one space within an hour: a room full of people.
pub const LETTERS_FROM_SPACE_MAX: f64 = 60.0;
/// Such mails from one network, and in all, within an hour: a few rooms full of people.
pub const LETTERS_FROM_NETWORK_AND_ALL_MAX: (f64, f64) = (60.0, 240.0);
/// Most cards of one letter, each with two links; the others are counted.
pub const CARDS_PER_LETTER_MAX: usize = 40;
/// A mail server that does not answer in this time is not there.
pub const MAIL_SERVER_WAIT_MAX: Duration = Duration::from_secs(20);
/// How long links in mails work.
pub const MAIL_LINK_MS_MAX: u64 = 400 * 24 * 60 * 60 * 1_000;
