-- Votes by dots. The bricks are in the document of the vote; its rounds and ballots are here.

CREATE TABLE rounds(
  id         BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  document   BLOB NOT NULL REFERENCES documents ON DELETE CASCADE,
  number     INTEGER NOT NULL,       -- 1, 2, 3 and so on in its document
  state      TEXT NOT NULL,
  rules      TEXT NOT NULL,          -- JSON, as are choices, entered and revealed
  choices    TEXT NOT NULL,
  run_off_of BLOB REFERENCES rounds,
  opened_ms  INTEGER,
  closes_ms  INTEGER,                -- null when only people close it
  entered    TEXT NOT NULL,          -- raised hands and paper dots
  revealed   TEXT,                   -- the tally, and the turnout that the ballots told
  UNIQUE (document, number)
) STRICT;
CREATE UNIQUE INDEX open_round_of_document ON rounds(document) WHERE state = 'open';
CREATE INDEX rounds_that_close ON rounds(closes_ms) WHERE state = 'open';

-- What binds ballots to people while a round is open or closed. A table of its own, because it is written anew
-- whenever a key goes: a row taken out of a page may leave traces there.
CREATE TABLE round_keys(
  round BLOB PRIMARY KEY NOT NULL REFERENCES rounds ON DELETE CASCADE,
  key   BLOB NOT NULL CHECK (length(key) = 32)
) WITHOUT ROWID, STRICT;

-- Without time and in the order of the keyed hash: nothing here tells who voted, or when, or before whom.
CREATE TABLE ballots(
  round BLOB NOT NULL REFERENCES rounds ON DELETE CASCADE,
  voter BLOB NOT NULL CHECK (length(voter) = 32), -- HMAC-SHA256 of the participant with the key of the round
  dots  TEXT NOT NULL,
  done  INTEGER NOT NULL CHECK (done IN (0, 1)),
  PRIMARY KEY (round, voter)
) WITHOUT ROWID, STRICT;
