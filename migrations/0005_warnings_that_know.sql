-- What is known to a doctor, what is gone, what was prescribed, and the country.

-- "course": how the sign is compared with what the person knows of it. NULL: not said.
ALTER TABLE sign ADD COLUMN course TEXT CHECK (course IN ('known', 'worse', 'new'));

ALTER TABLE supplement ADD COLUMN prescribed INTEGER NOT NULL DEFAULT 0 CHECK (prescribed IN (0, 1));

-- NULL: not said.
ALTER TABLE medicine ADD COLUMN prescribed INTEGER CHECK (prescribed IN (0, 1));

ALTER TABLE profile ADD COLUMN country TEXT CHECK (length(country) > 0);

-- A sign that a doctor has seen and that is as it always is. "side" NULL: a sign without a side, or the side was not said.
CREATE TABLE known_sign (
    id         BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    created_ms INTEGER NOT NULL,
    changed_ms INTEGER NOT NULL,
    day        TEXT    NOT NULL CHECK (day IS date(day)),
    kind       TEXT    NOT NULL CHECK (length(kind) > 0),
    side       TEXT    CHECK (side IN ('left', 'right', 'both')),
    known      INTEGER NOT NULL CHECK (known IN (0, 1))
) STRICT;

-- The person said on "day" whether a sign behind a warning was gone.
CREATE TABLE sign_gone (
    id         BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    created_ms INTEGER NOT NULL,
    changed_ms INTEGER NOT NULL,
    day        TEXT    NOT NULL CHECK (day IS date(day)),
    kind       TEXT    NOT NULL CHECK (length(kind) > 0),
    gone       INTEGER NOT NULL CHECK (gone IN (0, 1)),
    UNIQUE (day, kind)
) STRICT;
