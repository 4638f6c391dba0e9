-- What people say to each other: in the space, or beside one of its documents.
CREATE TABLE messages(
  id          BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  space       BLOB NOT NULL REFERENCES spaces ON DELETE CASCADE,
  document    BLOB REFERENCES documents ON DELETE CASCADE, -- beside which it was said
  participant BLOB NOT NULL,     -- who said it
  body        TEXT NOT NULL,
  at_ms       INTEGER NOT NULL,
  number      INTEGER NOT NULL,  -- its place among those of the space; there are holes
  UNIQUE (space, number)
) STRICT;
CREATE INDEX messages_of_document ON messages(document, number);
CREATE INDEX messages_of_participant ON messages(participant);

-- Whether people of the space talk to each other in it.
ALTER TABLE spaces ADD COLUMN chat INTEGER NOT NULL DEFAULT 1;
-- The number of its last message, which is given to no other when that one is deleted.
ALTER TABLE spaces ADD COLUMN last_message INTEGER NOT NULL DEFAULT 0;
