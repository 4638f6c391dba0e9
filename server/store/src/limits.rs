//! Every bound the store enforces, with its unit in its name.

/// Longest title of a space or document, in characters.
pub const TITLE_CHARS_MAX: usize = 200;
/// Longest name of a person, in characters.
pub const NAME_CHARS_MAX: usize = 80;
/// Longest name of a structure, in characters.
pub const STRUCTURE_CHARS_MAX: usize = 120;
/// Longest word for a kind of document, in bytes.
pub const KIND_WORD_BYTES_MAX: usize = 32;
/// Spaces in one data directory.
pub const SPACES_MAX: u64 = 100_000;
/// Documents in one space, archived ones included.
pub const DOCUMENTS_PER_SPACE_MAX: u64 = 500;
/// People in one space, removed ones not counted.
pub const PEOPLE_PER_SPACE_MAX: u64 = 1_000;
/// Structures shown to someone about to join.
pub const STRUCTURES_SHOWN_MAX: u64 = 200;
/// Tokens of programs one person may have in a space.
pub const TOKENS_PER_PERSON_MAX: u64 = 10;
/// Spaces one session (one browser) may belong to.
pub const SPACES_PER_SESSION_MAX: u64 = 200;
/// Actors bound to one document: each opening of a page is one.
pub const ACTORS_PER_DOCUMENT_MAX: u64 = 200_000;
/// Longest actor id of automerge, in bytes.
pub const ACTOR_BYTES_MAX: usize = 64;
/// Largest row of changes or snapshot, in bytes.
pub const CHUNK_BYTES_MAX: usize = 64 * 1024 * 1024;
/// Largest copy kept of something refused, in bytes; the rest is cut off.
pub const QUARANTINE_BYTES_MAX: usize = 1024 * 1024;
/// Entries in the quarantine for one document; later ones are only counted in the log.
pub const QUARANTINE_PER_DOCUMENT_MAX: u64 = 100;
/// Work waiting for the disk, in KiB; callers wait beyond it.
pub const QUEUE_KIB_MAX: usize = 64 * 1024;
/// Jobs committed in one transaction.
pub const BATCH_JOBS_MAX: usize = 1_024;
/// Write-ahead log that is folded back as soon as nobody waits, in bytes.
pub const WAL_IDLE_BYTES_MAX: u64 = 1024 * 1024;
/// Write-ahead log that is folded back even when people wait, in bytes.
pub const WAL_BUSY_BYTES_MAX: u64 = 16 * 1024 * 1024;
/// What the log file is cut back to after it has been larger, in bytes.
pub const WAL_FILE_BYTES_MAX: u64 = 64 * 1024 * 1024;
/// Space kept in reserve for small necessary work on a full disk, in bytes.
pub const BALLAST_BYTES: u64 = 8 * 1024 * 1024;
/// How often a full disk is tried again, in milliseconds.
pub const FULL_POLL_MS: u64 = 1_000;
/// How long rows stay after a snapshot replaced them, in milliseconds: seven days.
pub const GRACE_MS: u64 = 7 * 24 * 60 * 60 * 1_000;
/// How long a space goes on after it was said to end, in milliseconds: thirty days.
pub const NOTICE_MS: u64 = 30 * 24 * 60 * 60 * 1_000;
/// A structure where nothing happened for so long ends, in milliseconds: a year.
pub const SILENCE_MS: u64 = 365 * 24 * 60 * 60 * 1_000;
/// How stale the time a session or a space was last seen may be, in milliseconds.
pub const SEEN_STEP_MS: u64 = 60 * 60 * 1_000;
/// How long the server runs, since its start and since the machine's clock last jumped, before anything is forgotten or
/// that clock believed, in milliseconds: three hours.
pub const CLOCK_SETTLE_MS: u64 = 3 * 60 * 60 * 1_000;
/// How far the machine's clock may be from what is believed before it is doubted, in milliseconds: a week.
pub const CLOCK_GAP_MS_MAX: u64 = 7 * 24 * 60 * 60 * 1_000;
/// How long the server runs with a clock that is doubted until it is believed, in milliseconds: a week.
pub const CLOCK_DOUBT_MS: u64 = 7 * 24 * 60 * 60 * 1_000;
/// How far two clocks drift apart before one is said to have jumped, in milliseconds: five minutes.
pub const CLOCK_SLACK_MS: u64 = 5 * 60 * 1_000;
/// Largest file beside a document, in bytes.
pub const ATTACHMENT_BYTES_MAX: usize = 5 * 1024 * 1024;
/// All files of one space together, in bytes.
pub const ATTACHMENTS_BYTES_PER_SPACE_MAX: u64 = 100 * 1024 * 1024;
/// All documents with their history and all files of one space together, in bytes: beyond it no document is made and no
/// file attached; what people write is taken.
pub const BYTES_PER_SPACE_MAX: u64 = 500 * 1024 * 1024;
/// The largest files of a space, of which it is told how much they hold.
pub const LARGEST_ATTACHMENTS_SHOWN_MAX: u64 = 20;
/// Deleted documents of one space that are remembered to have been; the oldest are forgotten.
pub const DELETIONS_PER_SPACE_MAX: u64 = 2_000;
/// Files in one space.
pub const ATTACHMENTS_PER_SPACE_MAX: u64 = 5_000;
/// Stars of one document.
pub const STARS_PER_DOCUMENT_MAX: u64 = 500;
/// Heads of a version that has a star.
pub const STAR_HEADS_MAX: usize = 100;
/// Longest message people say to each other, in characters.
pub const MESSAGE_CHARS_MAX: usize = 2_000;
/// Messages of one space, those beside its documents included.
pub const MESSAGES_PER_SPACE_MAX: u64 = 20_000;
/// Steps of the agenda that ran in one space and are remembered: each day of a workshop has some twenty.
pub const CONDUCTED_STEPS_PER_SPACE_MAX: u64 = 2_000;
/// Messages shown at once.
pub const MESSAGES_PER_PAGE_MAX: u64 = 100;
/// Longest mail address, in characters.
pub const EMAIL_CHARS_MAX: usize = 254;
/// How long a person waits between two mails that ask an address to confirm, in milliseconds: two minutes.
pub const MAIL_PAUSE_MS: u64 = 2 * 60 * 1_000;
/// Rounds of one vote.
pub const ROUNDS_PER_DOCUMENT_MAX: u64 = 100;
/// Bricks to choose from in one round.
pub const CHOICES_PER_ROUND_MAX: usize = 200;
/// Longest identifier of a brick, in characters.
pub const BRICK_CHARS_MAX: usize = 32;
/// Dots each person has in one round.
pub const DOTS_PER_PERSON_MAX: u32 = 100;
/// How long a round may stay open by itself, in seconds: a day.
pub const ROUND_SECONDS_MAX: u32 = 24 * 60 * 60;
/// People whose raised hands or paper dots are entered in one round.
pub const VOTERS_ENTERED_MAX: u32 = 10_000;
/// Findings of SQLite listed by a check.
pub const FINDINGS_MAX: usize = 20;
/// Longest text looked at for an identifier, in bytes.
pub const ID_TEXT_BYTES_MAX: usize = 64;
/// Longest text looked at for a secret, in bytes.
pub const SECRET_TEXT_BYTES_MAX: usize = 32;
/// Longest text looked at for the code of a room, in bytes.
pub const CODE_TEXT_BYTES_MAX: usize = 64;
/// Ballots that change before live totals move on: fewer would tell whose they are.
pub const BALLOTS_TOLD_TOGETHER_MIN: u32 = 3;
/// Ballots of an anonymous round that are revealed without a warning: from fewer, one may infer who voted what.
pub const BALLOTS_REVEALED_MIN: u32 = 3;
/// Times the question of one round is asked.
pub const ASKINGS_PER_DOCUMENT_MAX: u64 = 100;
/// States to choose from in one asking.
pub const STATES_PER_ASKING_MAX: u32 = 5;
/// Longest word somebody adds to an answer, in characters.
pub const WORD_CHARS_MAX: usize = 140;
/// Answers of an anonymous asking that are revealed: from fewer, one may infer who answered what.
pub const ANSWERS_REVEALED_MIN: u32 = 3;
/// Highest number of a round or an asking that came along with an archive and is counted on from: a forged one may be any.
pub const NUMBER_CARRIED_MAX: u32 = 1_000_000;
/// Longest text of a note, in characters.
pub const NOTE_CHARS_MAX: usize = 280;
/// Longest name of the column a note is written under, in bytes.
pub const NOTE_COLUMN_BYTES_MAX: usize = 64;
/// Notes of one wall, those that are not shown included.
pub const NOTES_PER_WALL_MAX: u64 = 500;
/// Notes one person has on one wall.
pub const NOTES_PER_PERSON_MAX: u64 = 50;
/// People who say what became of their expectations before that is told of a wall without names: of fewer, one may infer who.
pub const FULFILLED_PEOPLE_MIN: u32 = 3;
/// Longest name of a Wi-Fi, in bytes: what IEEE 802.11 allows.
pub const WIFI_NAME_BYTES_MAX: usize = 32;
/// Longest password of a Wi-Fi, in bytes: what WPA allows.
pub const WIFI_PASSWORD_BYTES_MAX: usize = 63;
