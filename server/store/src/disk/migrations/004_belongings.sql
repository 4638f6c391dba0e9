-- What belongs to an action plan and is not in its document: files people put there, and the address of its calendar.

CREATE TABLE attachments(
  id          BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  document    BLOB NOT NULL REFERENCES documents ON DELETE CASCADE,
  participant BLOB NOT NULL,            -- who put it there
  name        TEXT NOT NULL,
  at_ms       INTEGER NOT NULL,
  size        INTEGER NOT NULL,         -- in bytes, so that they are counted without being read
  bytes       BLOB NOT NULL
) STRICT;
CREATE INDEX attachments_of_document ON attachments(document);

CREATE TABLE calendars(
  document   BLOB PRIMARY KEY NOT NULL REFERENCES documents ON DELETE CASCADE,
  token_hash BLOB NOT NULL UNIQUE CHECK (length(token_hash) = 32)
) STRICT;
