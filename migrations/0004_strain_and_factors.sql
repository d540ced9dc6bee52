-- Strain of a day, how a night was slept, factors of one's own, and which panels the trends show.

ALTER TABLE night ADD COLUMN disturbed INTEGER CHECK (disturbed BETWEEN 0 AND 10);
ALTER TABLE night ADD COLUMN slept_h REAL CHECK (slept_h BETWEEN 0 AND 24);

CREATE TABLE strain (
    id           BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    created_ms   INTEGER NOT NULL,
    changed_ms   INTEGER NOT NULL,
    day          TEXT    NOT NULL UNIQUE CHECK (day IS date(day)),
    exercise_min INTEGER CHECK (exercise_min BETWEEN 0 AND 1440),
    effort       TEXT    CHECK (effort IN ('light', 'moderate', 'hard')),
    standing_h   REAL    CHECK (standing_h BETWEEN 0 AND 24),
    heat         INTEGER CHECK (heat IN (0, 1)),
    CHECK (effort IS NULL OR exercise_min > 0)
) STRICT;

CREATE TABLE factor (
    id         BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    created_ms INTEGER NOT NULL,
    changed_ms INTEGER NOT NULL,
    name       TEXT    NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    kind       TEXT    NOT NULL CHECK (kind IN ('yes_no', 'number', 'scale')),
    unit       TEXT    NOT NULL CHECK (length(unit) <= 20),
    retired    INTEGER NOT NULL CHECK (retired IN (0, 1))
) STRICT;

-- A factor that was answered is retired, not deleted: its days keep their meaning.
CREATE TABLE factor_value (
    id         BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    created_ms INTEGER NOT NULL,
    changed_ms INTEGER NOT NULL,
    day        TEXT    NOT NULL CHECK (day IS date(day)),
    factor     BLOB    NOT NULL REFERENCES factor (id),
    value      REAL    NOT NULL CHECK (value BETWEEN 0 AND 1000000),
    UNIQUE (day, factor)
) STRICT;

CREATE INDEX factor_value_by_factor ON factor_value (factor);

-- "panels": the words of the measures from top to bottom, joined by blanks; NULL for those that everybody begins with.
ALTER TABLE settings ADD COLUMN panels TEXT CHECK (panels <> '');
