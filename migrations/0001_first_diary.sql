-- The first diary: nights, cramps, drinks, stretching, food, settings.
--
-- Dates are ISO text, so that a person can read the file with any SQLite shell. Instants of making and
-- change are UTC milliseconds. A time that a person gave is local wall-clock text plus its UTC offset.
--
-- A CHECK lets NULL pass, and date('rubbish') is NULL: hence IS and not = where a date or time is checked.

PRAGMA application_id = 0x43726470; -- "Crdp"

CREATE TABLE night (
    id         BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    created_ms INTEGER NOT NULL,
    changed_ms INTEGER NOT NULL,
    night      TEXT    NOT NULL UNIQUE CHECK (night IS date(night)),
    answer     TEXT    CHECK (answer IN ('no_cramps', 'had_cramps')),
    note       TEXT    NOT NULL
) STRICT;

CREATE TABLE cramp (
    id             BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    created_ms     INTEGER NOT NULL,
    changed_ms     INTEGER NOT NULL,
    night          TEXT    NOT NULL CHECK (night IS date(night)),
    muscle         TEXT    NOT NULL CHECK (muscle IN ('toes', 'sole', 'calf', 'shin', 'front_thigh', 'back_thigh', 'hand', 'other')),
    side           TEXT    NOT NULL CHECK (side IN ('left', 'right', 'both')),
    severity       INTEGER NOT NULL CHECK (severity BETWEEN 0 AND 10),
    time_known     TEXT    NOT NULL CHECK (time_known IN ('unknown', 'about', 'exact')),
    began_local    TEXT    CHECK (began_local IS strftime('%Y-%m-%dT%H:%M:%S', began_local)),
    began_offset_s INTEGER CHECK (began_offset_s BETWEEN -86399 AND 86399),
    duration_min   REAL    CHECK (duration_min BETWEEN 0.1 AND 180),
    woke_me        INTEGER CHECK (woke_me IN (0, 1)),
    hard_knot      INTEGER CHECK (hard_knot IN (0, 1)),
    sore_next_day  INTEGER CHECK (sore_next_day IN (0, 1)),
    note           TEXT    NOT NULL,
    CHECK ((time_known = 'unknown') = (began_local IS NULL)),
    CHECK ((began_local IS NULL) = (began_offset_s IS NULL))
) STRICT;

CREATE INDEX cramp_by_night ON cramp (night);

CREATE TABLE cramp_relief (
    cramp_id BLOB NOT NULL REFERENCES cramp (id) ON DELETE CASCADE,
    relief   TEXT NOT NULL CHECK (relief IN ('stretch', 'massage', 'walking', 'heat', 'cold', 'drink', 'medicine', 'other')),
    helped   TEXT CHECK (helped IN ('no', 'some', 'yes')),
    PRIMARY KEY (cramp_id, relief)
) STRICT, WITHOUT ROWID;

CREATE TABLE drink (
    id            BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    created_ms    INTEGER NOT NULL,
    changed_ms    INTEGER NOT NULL,
    day           TEXT    NOT NULL CHECK (day IS date(day)),
    kind          TEXT    NOT NULL CHECK (kind IN ('water', 'tea', 'coffee', 'juice', 'milk', 'soft_drink', 'electrolyte_drink', 'soup', 'beer', 'wine', 'spirits', 'other')),
    volume_ml     INTEGER NOT NULL CHECK (volume_ml BETWEEN 1 AND 5000),
    time_local    TEXT    CHECK (time_local IS strftime('%Y-%m-%dT%H:%M:%S', time_local)),
    time_offset_s INTEGER CHECK (time_offset_s BETWEEN -86399 AND 86399),
    CHECK ((time_local IS NULL) = (time_offset_s IS NULL))
) STRICT;

CREATE INDEX drink_by_day ON drink (day);

CREATE TABLE stretch (
    id           BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    created_ms   INTEGER NOT NULL,
    changed_ms   INTEGER NOT NULL,
    day          TEXT    NOT NULL CHECK (day IS date(day)),
    name         TEXT    NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    duration_min REAL    CHECK (duration_min BETWEEN 0.1 AND 180),
    sets         INTEGER CHECK (sets BETWEEN 1 AND 50),
    holds        INTEGER CHECK (holds BETWEEN 1 AND 100),
    time         TEXT    NOT NULL CHECK (time IN ('bedtime', 'other_time')),
    CHECK ((duration_min IS NULL) <> (sets IS NULL)),
    CHECK ((sets IS NULL) = (holds IS NULL))
) STRICT;

CREATE INDEX stretch_by_day ON stretch (day);

CREATE TABLE no_stretching (
    id         BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    created_ms INTEGER NOT NULL,
    changed_ms INTEGER NOT NULL,
    day        TEXT    NOT NULL UNIQUE CHECK (day IS date(day))
) STRICT;

CREATE TABLE food (
    id            BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    created_ms    INTEGER NOT NULL,
    changed_ms    INTEGER NOT NULL,
    day           TEXT    NOT NULL CHECK (day IS date(day)),
    food          TEXT    NOT NULL CHECK (length(food) > 0),
    name          TEXT    NOT NULL CHECK (length(name) > 0),
    amount_g      REAL    NOT NULL CHECK (amount_g BETWEEN 0.1 AND 5000),
    portion       TEXT    NOT NULL,
    meal          TEXT    CHECK (meal IN ('breakfast', 'lunch', 'dinner', 'snack')),
    time_local    TEXT    CHECK (time_local IS strftime('%Y-%m-%dT%H:%M:%S', time_local)),
    time_offset_s INTEGER CHECK (time_offset_s BETWEEN -86399 AND 86399),
    CHECK ((time_local IS NULL) = (time_offset_s IS NULL))
) STRICT;

CREATE INDEX food_by_day ON food (day);

CREATE TABLE settings (
    only_row          INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
    night_starts_hour INTEGER NOT NULL CHECK (night_starts_hour BETWEEN 0 AND 23),
    day_ends_hour     INTEGER NOT NULL CHECK (day_ends_hour BETWEEN 0 AND 23),
    hydration_goal_ml INTEGER CHECK (hydration_goal_ml BETWEEN 500 AND 6000),
    theme             TEXT    NOT NULL CHECK (theme IN ('system', 'light', 'dark'))
) STRICT;

INSERT INTO settings VALUES (1, 12, 4, NULL, 'system');

-- What was deleted, so that two copies of a diary can be merged later.
CREATE TABLE tombstone (
    id         BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    kind       TEXT    NOT NULL,
    deleted_ms INTEGER NOT NULL
) STRICT;
