-- The conduct of a workshop: which step of its agenda runs, and since when. A space without a row is not conducted yet.
CREATE TABLE conducts(
  space    BLOB PRIMARY KEY NOT NULL REFERENCES spaces ON DELETE CASCADE,
  document BLOB NOT NULL REFERENCES documents ON DELETE CASCADE, -- the agenda it follows
  revision INTEGER NOT NULL,  -- the number of the last change of what runs: deeds name the one they were made from
  course   TEXT               -- JSON: the step that runs and its clock; null before the first one
) STRICT;
CREATE INDEX conducts_of_document ON conducts(document);

-- When steps were planned, and when they really were. Times are in milliseconds since 1970.
CREATE TABLE conducted_steps(
  space      BLOB NOT NULL REFERENCES spaces ON DELETE CASCADE,
  document   BLOB NOT NULL REFERENCES documents ON DELETE CASCADE, -- the agenda
  number     INTEGER NOT NULL,  -- their order
  step       TEXT NOT NULL,     -- its key in the agenda
  title      TEXT NOT NULL,
  planned_ms INTEGER NOT NULL,  -- when it was to begin
  minutes    INTEGER NOT NULL,  -- how long it was to take
  began_ms   INTEGER NOT NULL,
  ended_ms   INTEGER,           -- null while it runs
  paused_ms  INTEGER NOT NULL,  -- for how long its clock stood still
  added_ms   INTEGER NOT NULL,  -- what was given it besides; below zero when it was shortened
  PRIMARY KEY (space, number)
) STRICT;
CREATE INDEX conducted_steps_of_document ON conducted_steps(document);

-- Hands that are raised.
CREATE TABLE hands(
  space       BLOB NOT NULL REFERENCES spaces ON DELETE CASCADE,
  participant BLOB NOT NULL,
  number      INTEGER NOT NULL,  -- their order
  raised_ms   INTEGER NOT NULL,
  PRIMARY KEY (space, participant)
) STRICT;
CREATE INDEX hands_of_participant ON hands(participant);

-- Everybody of a space is asked whether they are ready; and those who are.
CREATE TABLE ready_checks(
  space    BLOB PRIMARY KEY NOT NULL REFERENCES spaces ON DELETE CASCADE,
  asked_ms INTEGER NOT NULL
) STRICT;
CREATE TABLE ready_people(
  space       BLOB NOT NULL REFERENCES ready_checks ON DELETE CASCADE,
  participant BLOB NOT NULL,
  PRIMARY KEY (space, participant)
) STRICT;
CREATE INDEX ready_people_of_participant ON ready_people(participant);

-- The number of the last change of any of these: it only grows, so that what is told late is known to be old.
ALTER TABLE spaces ADD COLUMN last_conduct INTEGER NOT NULL DEFAULT 0;
