-- What a device lost and does not get back by a link it still has: whoever was removed stays out, whoever was given a
-- weaker role keeps it, until a facilitator says otherwise.
CREATE TABLE bars(
  space       BLOB NOT NULL REFERENCES spaces ON DELETE CASCADE,
  session     BLOB NOT NULL CHECK (length(session) = 32),
  participant BLOB NOT NULL REFERENCES participants ON DELETE CASCADE,
  role        TEXT,                  -- the most it may be there; null: nothing
  PRIMARY KEY (space, session)
) WITHOUT ROWID, STRICT;
CREATE INDEX bars_by_participant ON bars(participant);

-- An address belongs to the person who made it, and ends with their right. Whose the addresses were that were made
-- before, nobody knows: they are ended.
DROP TABLE calendars;
CREATE TABLE calendars(
  document    BLOB NOT NULL REFERENCES documents ON DELETE CASCADE,
  participant BLOB NOT NULL REFERENCES participants ON DELETE CASCADE,
  token_hash  BLOB NOT NULL UNIQUE CHECK (length(token_hash) = 32),
  token       TEXT NOT NULL,
  PRIMARY KEY (document, participant)
) WITHOUT ROWID, STRICT;
CREATE INDEX calendars_by_participant ON calendars(participant);
