-- Reminders by mail, for those who asked. An address is kept as long as its reminders, and the links in mails with it.

CREATE TABLE reminders(
  participant BLOB PRIMARY KEY NOT NULL REFERENCES participants,
  email       TEXT NOT NULL,
  weekday     INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7), -- Monday is 1
  confirmed   INTEGER NOT NULL DEFAULT 0 CHECK (confirmed IN (0, 1)),
  asked_ms    INTEGER NOT NULL,           -- when the address was last asked to confirm
  sent_day    INTEGER NOT NULL DEFAULT 0, -- days from 1970 to the last reminder
  nudged      INTEGER NOT NULL DEFAULT 0, -- months after which it was last asked whether the structure lives
  warned_ms   INTEGER                     -- the moment of deletion it was last warned of
) STRICT;

-- What a link in a mail does. The secret in the link is all that is needed to do it.
CREATE TABLE mail_deeds(
  token_hash  BLOB PRIMARY KEY NOT NULL CHECK (length(token_hash) = 32),
  participant BLOB NOT NULL REFERENCES reminders ON DELETE CASCADE,
  deed        TEXT NOT NULL, -- JSON
  made_ms     INTEGER NOT NULL
) STRICT;
CREATE INDEX mail_deeds_of_participant ON mail_deeds(participant);
