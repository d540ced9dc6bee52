-- What merging two diaries needs to know, so that neither loses what it says.
--
-- The answer about a night, how much it was disturbed, how long the person slept and the note are merged one by one, so each has its own
-- time of change, in milliseconds since 1970. NULL stands for `changed_ms` of the row, or for 0 where nothing is said. The times of a note are those of its lines
-- (`store/note_marks.rs`).
--
-- Settings, panels and profile are replaced as a whole by what was changed later. NULL stands for never changed.
--
-- After this step the ids of records that are one a night, or one a day and key, are derived from their key (`store/derived_ids.rs`).

ALTER TABLE night ADD COLUMN answer_ms INTEGER;
ALTER TABLE night ADD COLUMN disturbed_ms INTEGER;
ALTER TABLE night ADD COLUMN slept_ms INTEGER;
ALTER TABLE night ADD COLUMN note_marks TEXT;

ALTER TABLE settings ADD COLUMN changed_ms INTEGER;
ALTER TABLE settings ADD COLUMN panels_ms INTEGER;
ALTER TABLE profile ADD COLUMN changed_ms INTEGER;
