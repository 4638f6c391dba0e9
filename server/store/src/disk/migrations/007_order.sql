-- The order in which things came, in a column of its own: what comes together has the same time.

ALTER TABLE spaces ADD COLUMN number INTEGER NOT NULL DEFAULT 0; -- of a structure, among those of its workshop
UPDATE spaces SET number = rowid;
ALTER TABLE participants ADD COLUMN number INTEGER NOT NULL DEFAULT 0; -- among the people of its space
UPDATE participants SET number = rowid;
ALTER TABLE memberships ADD COLUMN number INTEGER NOT NULL DEFAULT 0; -- among the spaces of its session
UPDATE memberships SET number = rowid;
ALTER TABLE documents ADD COLUMN number INTEGER NOT NULL DEFAULT 0; -- among the documents of its space
UPDATE documents SET number = rowid;
