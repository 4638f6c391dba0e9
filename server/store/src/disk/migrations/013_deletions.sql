-- Documents that were deleted for good, known by the hash of their identifier: whoever still names one is told by whom,
-- and nothing here names it.
CREATE TABLE deletions(
  document_hash BLOB PRIMARY KEY NOT NULL CHECK (length(document_hash) = 32),
  space         BLOB NOT NULL REFERENCES spaces ON DELETE CASCADE,
  participant   BLOB NOT NULL,    -- who deleted it
  at_ms         INTEGER NOT NULL
) WITHOUT ROWID, STRICT;
CREATE INDEX deletions_of_space ON deletions(space);

-- How much the rows of a document hold, so that those of a space are counted without being looked through.
ALTER TABLE documents ADD COLUMN bytes INTEGER NOT NULL DEFAULT 0;
UPDATE documents SET bytes = (SELECT coalesce(sum(length(c.bytes)), 0) FROM chunks c WHERE c.document = documents.id);
