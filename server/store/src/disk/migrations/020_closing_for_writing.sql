-- Whether those who facilitate alone write in any of it, as `documents.locked` says of one document.
ALTER TABLE spaces ADD COLUMN locked INTEGER NOT NULL DEFAULT 0;
