-- The host of the server may close a space: nothing of it is lost, and nobody gets in.

ALTER TABLE spaces ADD COLUMN closed_ms INTEGER; -- since when; null while people may come in
