-- Whether those who facilitate alone write in it.
ALTER TABLE documents ADD COLUMN locked INTEGER NOT NULL DEFAULT 0;
