-- Versions of documents that people gave a star, to find them again.
CREATE TABLE stars(
  id          BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  document    BLOB NOT NULL REFERENCES documents ON DELETE CASCADE,
  participant BLOB NOT NULL,     -- who gave it
  label       TEXT NOT NULL,     -- may be empty
  heads       BLOB NOT NULL CHECK (length(heads) > 0 AND length(heads) % 32 = 0), -- of the version, one hash after the other
  at_ms       INTEGER NOT NULL   -- when it was given
) STRICT;
CREATE INDEX stars_of_document ON stars(document);
