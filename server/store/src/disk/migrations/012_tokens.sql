-- Keys of programs: each stands for one person in one space, for reading or for writing, until it is revoked or the person
-- goes.
CREATE TABLE tokens(
  token_hash  BLOB PRIMARY KEY NOT NULL CHECK (length(token_hash) = 32),
  id          BLOB NOT NULL UNIQUE CHECK (length(id) = 16), -- by which it is revoked
  space       BLOB NOT NULL REFERENCES spaces ON DELETE CASCADE,
  participant BLOB NOT NULL REFERENCES participants ON DELETE CASCADE,
  name        TEXT NOT NULL,    -- what the person calls the program
  scope       TEXT NOT NULL,
  made_ms     INTEGER NOT NULL,
  used_ms     INTEGER           -- null: never; noted at most once an hour
) STRICT;
CREATE INDEX tokens_by_participant ON tokens(participant);
