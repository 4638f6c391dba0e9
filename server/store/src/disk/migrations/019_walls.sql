-- Walls whose notes are being written: what holds for them, and the notes with whose they are. What everybody sees is in the
-- document. A wall without a row takes no notes yet.
CREATE TABLE walls(
  document  BLOB PRIMARY KEY NOT NULL REFERENCES documents ON DELETE CASCADE,
  state     TEXT NOT NULL CHECK (state IN ('hidden', 'shown', 'closing', 'ended')),
  named     INTEGER NOT NULL CHECK (named IN (0, 1)),
  hidden    INTEGER NOT NULL CHECK (hidden IN (0, 1)),    -- whether it began so
  moderated INTEGER NOT NULL CHECK (moderated IN (0, 1)),
  met       INTEGER, -- how many expectations were met, at the end; null when that is not told
  partly    INTEGER,
  unmet     INTEGER
) STRICT;

-- What binds notes to people until the wall has ended. Written anew whenever a key goes, as asking_keys is; in another order,
-- so that tables without a schema are told apart.
CREATE TABLE wall_keys(
  key      BLOB NOT NULL CHECK (length(key) = 32),
  document BLOB PRIMARY KEY NOT NULL REFERENCES documents ON DELETE CASCADE
) WITHOUT ROWID, STRICT;

-- Without time and in the order of random identifiers: nothing here tells who wrote a note, or when.
CREATE TABLE wall_notes(
  id          BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  document    BLOB NOT NULL REFERENCES documents ON DELETE CASCADE,
  person      BLOB NOT NULL CHECK (length(person) = 32), -- HMAC-SHA256 of the participant with the key of the wall
  state       TEXT NOT NULL CHECK (state IN ('held', 'waiting', 'refused', 'shown')),
  wall_column TEXT NOT NULL, -- the key of the column it was written under
  body        TEXT NOT NULL,
  fulfilment  TEXT CHECK (fulfilment IN ('met', 'partly', 'unmet')) -- what its author says at the end
) WITHOUT ROWID, STRICT;
CREATE INDEX wall_notes_of_document ON wall_notes(document);
