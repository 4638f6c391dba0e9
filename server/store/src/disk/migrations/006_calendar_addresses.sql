-- The address of a calendar is shown again to those who may change the plan: whoever reads it here reads the plan as well.

ALTER TABLE calendars ADD COLUMN token TEXT; -- null for one that was made before: it works, and is not shown
