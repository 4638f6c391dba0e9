-- Everything that is kept. Names of people and hashes of secrets are here and only here; documents hold neither.

CREATE TABLE meta(
  name  TEXT PRIMARY KEY NOT NULL,
  value ANY NOT NULL
) STRICT;

CREATE TABLE spaces(
  id         BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  kind       TEXT NOT NULL,
  title      TEXT NOT NULL,
  language   TEXT NOT NULL,
  code       TEXT UNIQUE,             -- null while the door is closed
  created_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE participants(
  id        BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  space     BLOB NOT NULL REFERENCES spaces,
  name      TEXT NOT NULL,
  structure TEXT,
  role      TEXT NOT NULL,
  removed   INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  joined_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX participants_of_space ON participants(space);

CREATE TABLE links(
  token_hash  BLOB PRIMARY KEY NOT NULL CHECK (length(token_hash) = 32),
  space       BLOB NOT NULL REFERENCES spaces,
  role        TEXT,                              -- a link of a role: one per space and role
  participant BLOB UNIQUE REFERENCES participants, -- or a return link: one per person
  UNIQUE (space, role),
  CHECK ((role IS NULL) <> (participant IS NULL))
) STRICT;

CREATE TABLE sessions(
  token_hash BLOB PRIMARY KEY NOT NULL CHECK (length(token_hash) = 32),
  created_ms INTEGER NOT NULL,
  seen_ms    INTEGER NOT NULL
) STRICT;

CREATE TABLE memberships(
  session     BLOB NOT NULL REFERENCES sessions ON DELETE CASCADE,
  space       BLOB NOT NULL REFERENCES spaces,
  participant BLOB NOT NULL REFERENCES participants,
  PRIMARY KEY (session, space)
) STRICT;
CREATE INDEX memberships_of_participant ON memberships(participant);

CREATE TABLE documents(
  id         BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  space      BLOB NOT NULL REFERENCES spaces,
  kind       TEXT NOT NULL,
  title      TEXT NOT NULL,
  archived   INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  created_ms INTEGER NOT NULL,
  updated_ms INTEGER,
  first_chunk INTEGER NOT NULL DEFAULT 1, -- the rows from first_chunk up to next_chunk exist without holes
  next_chunk  INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX documents_of_space ON documents(space);

CREATE TABLE chunks(
  id            INTEGER PRIMARY KEY,
  document      BLOB NOT NULL REFERENCES documents,
  number        INTEGER NOT NULL,
  kind          INTEGER NOT NULL CHECK (kind IN (1, 2, 3)), -- changes, snapshot, withdrawn snapshot
  covers_to     INTEGER,          -- snapshot: every row up to this number is contained in it
  at_ms         INTEGER NOT NULL,
  sha256        BLOB NOT NULL,    -- of the document, number, kind, covers_to, heads and bytes
  heads         BLOB NOT NULL,    -- of the document after this row, 32 bytes each
  bytes         BLOB NOT NULL,    -- last, so that the rest is read without it
  UNIQUE (document, number),
  CHECK ((covers_to IS NULL) = (kind = 1))
) STRICT;

-- Snapshots that were read back and found to contain all they claim. Marks are here and not in the rows of content,
-- because a row of content is never written twice.
CREATE TABLE verified(
  document    BLOB NOT NULL REFERENCES documents,
  number      INTEGER NOT NULL,
  verified_ms INTEGER NOT NULL,
  PRIMARY KEY (document, number)
) STRICT;

CREATE TABLE actors(
  document    BLOB NOT NULL REFERENCES documents,
  actor       BLOB NOT NULL,
  participant BLOB NOT NULL,
  PRIMARY KEY (document, actor)
) WITHOUT ROWID, STRICT;

CREATE TABLE quarantine(
  id          INTEGER PRIMARY KEY,
  document    BLOB NOT NULL,
  number      INTEGER,            -- the damaged row; null for something refused
  why         TEXT NOT NULL,
  at_ms       INTEGER NOT NULL,
  total_bytes INTEGER NOT NULL,   -- before it was cut to the limit
  bytes       BLOB NOT NULL,
  UNIQUE (document, number)
) STRICT;
