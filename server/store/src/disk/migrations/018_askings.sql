-- Rounds: each time a question is asked is here, with the answers until they are revealed. What is asked is in the document.
CREATE TABLE askings(
  id        BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  document  BLOB NOT NULL REFERENCES documents ON DELETE CASCADE,
  number    INTEGER NOT NULL,        -- 1, 2, 3 and so on in its document; there are holes
  said      TEXT NOT NULL,           -- what the document is to say of it, as the server wrote it
  anonymous INTEGER NOT NULL CHECK (anonymous IN (0, 1)),
  words     INTEGER NOT NULL CHECK (words IN (0, 1)), -- whether a word may go with an answer
  states    INTEGER NOT NULL,        -- how many there are to choose from
  outcome   TEXT,                    -- JSON: counts and words, and who answered what where that is not anonymous
  UNIQUE (document, number)
) STRICT;
CREATE UNIQUE INDEX open_asking_of_document ON askings(document) WHERE outcome IS NULL;

-- What binds answers to people until they are revealed. A table of its own, written anew whenever a key goes, as round_keys is.
-- Its columns differ from those, as do those of speakers from electors: whoever mends a file without its schema tells tables
-- apart by their columns.
CREATE TABLE asking_keys(
  asking   BLOB PRIMARY KEY NOT NULL REFERENCES askings ON DELETE CASCADE,
  document BLOB NOT NULL REFERENCES documents ON DELETE CASCADE,
  key      BLOB NOT NULL CHECK (length(key) = 32)
) WITHOUT ROWID, STRICT;

-- Without time and in the order of the keyed hash: nothing here tells who answered, or when, or before whom.
CREATE TABLE answers(
  asking BLOB NOT NULL REFERENCES askings ON DELETE CASCADE,
  person BLOB NOT NULL CHECK (length(person) = 32), -- HMAC-SHA256 of the participant with the key of the asking
  state  INTEGER NOT NULL,
  word   TEXT NOT NULL,              -- may be empty
  PRIMARY KEY (asking, person)
) WITHOUT ROWID, STRICT;

-- Who speaks and who has spoken. Who is not here has not.
CREATE TABLE speakers(
  document    BLOB NOT NULL REFERENCES documents ON DELETE CASCADE,
  participant BLOB NOT NULL REFERENCES participants ON DELETE CASCADE,
  turn        TEXT NOT NULL CHECK (turn IN ('speaks', 'spoken')),
  PRIMARY KEY (document, participant)
) WITHOUT ROWID, STRICT;
CREATE INDEX speakers_by_participant ON speakers(participant);
