-- How much time is believed to have passed. One row; none before the server has run for an hour.

CREATE TABLE clock(
  number     INTEGER PRIMARY KEY NOT NULL CHECK (number = 1),
  trusted_ms INTEGER NOT NULL, -- the latest moment that is believed to have come; never goes back
  wall_ms    INTEGER NOT NULL, -- what the machine's clock said last
  doubted_ms INTEGER NOT NULL  -- for how long the server has run with a clock too far ahead to be believed
) STRICT;
