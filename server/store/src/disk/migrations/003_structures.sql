-- Structures: spaces of their own, which go on after the workshop they come from. And how a space ends.

ALTER TABLE spaces ADD COLUMN workshop BLOB REFERENCES spaces ON DELETE SET NULL; -- where a structure was made
ALTER TABLE spaces ADD COLUMN shared INTEGER NOT NULL DEFAULT 0 CHECK (shared IN (0, 1)); -- shown to that workshop
ALTER TABLE spaces ADD COLUMN seen_ms INTEGER;    -- when one of its people last looked at it
ALTER TABLE spaces ADD COLUMN deletes_ms INTEGER; -- when it is erased; null while it stays
ALTER TABLE spaces ADD COLUMN ends TEXT;          -- why: somebody asked, or nobody comes any more
CREATE INDEX spaces_of_workshop ON spaces(workshop);
CREATE INDEX spaces_that_end ON spaces(deletes_ms) WHERE deletes_ms IS NOT NULL;
