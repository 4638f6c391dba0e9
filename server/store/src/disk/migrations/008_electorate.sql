-- Who may vote in a round: those who are there when it opens, and those let in to it later.
CREATE TABLE electors(
  round       BLOB NOT NULL REFERENCES rounds ON DELETE CASCADE,
  participant BLOB NOT NULL REFERENCES participants ON DELETE CASCADE,
  late        INTEGER NOT NULL CHECK (late IN (0, 1)), -- let in after the round was opened
  PRIMARY KEY (round, participant)
) WITHOUT ROWID, STRICT;
CREATE INDEX electors_by_participant ON electors(participant);
INSERT INTO electors(round, participant, late)
  SELECT r.id, p.id, 0 FROM rounds r JOIN documents d ON d.id = r.document JOIN participants p ON p.space = d.space
  WHERE r.state <> 'draft' AND p.role <> 'reader' AND p.removed = 0;

-- From which device a ballot came: one device holds one ballot of a round. Bound to the round like the voter is.
CREATE TABLE ballot_devices(
  round  BLOB NOT NULL REFERENCES rounds ON DELETE CASCADE,
  device BLOB NOT NULL CHECK (length(device) = 32), -- HMAC-SHA256 of the session with the key of the round
  voter  BLOB NOT NULL CHECK (length(voter) = 32),
  PRIMARY KEY (round, device)
) WITHOUT ROWID, STRICT;

-- What is told of a round with live totals: it moves on only when several ballots changed since.
ALTER TABLE rounds ADD COLUMN told TEXT;                        -- JSON, as revealed
ALTER TABLE ballots ADD COLUMN is_told INTEGER NOT NULL DEFAULT 0; -- whether it is as it was when that was told
