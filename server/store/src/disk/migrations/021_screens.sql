-- The big screen of a workshop: one link that shows it and gives no right in it, and the Wi-Fi of the room when it was given.
CREATE TABLE screens(
  token_hash    BLOB PRIMARY KEY NOT NULL,
  space         BLOB NOT NULL UNIQUE REFERENCES spaces ON DELETE CASCADE,
  wifi_name     TEXT NOT NULL DEFAULT '',   -- empty when it was not given
  wifi_password TEXT NOT NULL DEFAULT '',   -- empty when everybody may join
  made_ms       INTEGER NOT NULL
) STRICT;
