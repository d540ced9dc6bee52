-- Signs of a day, medicines with their dates, and red flags that were read.

CREATE TABLE sign (
    id         BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    created_ms INTEGER NOT NULL,
    changed_ms INTEGER NOT NULL,
    day        TEXT    NOT NULL CHECK (day IS date(day)),
    kind       TEXT    NOT NULL CHECK (length(kind) > 0),
    side       TEXT    CHECK (side IN ('left', 'right', 'both')),
    note       TEXT    NOT NULL CHECK (length(note) <= 500),
    UNIQUE (day, kind)
) STRICT;

-- "class": what the person chose where the name is not known; what the name says is looked up each time.
CREATE TABLE medicine (
    id         BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    created_ms INTEGER NOT NULL,
    changed_ms INTEGER NOT NULL,
    name       TEXT    NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    class      TEXT    CHECK (length(class) BETWEEN 1 AND 40),
    dose       TEXT    NOT NULL CHECK (length(dose) <= 80),
    from_day   TEXT    CHECK (from_day IS date(from_day)),
    until_day  TEXT    CHECK (until_day IS date(until_day)),
    note       TEXT    NOT NULL CHECK (length(note) <= 500),
    CHECK (until_day IS NULL OR from_day IS NULL OR until_day >= from_day)
) STRICT;

-- "causes": the ids of the records that had made the flag fire, as hexadecimal text joined by "|" and sorted.
CREATE TABLE acknowledged (
    id         BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    created_ms INTEGER NOT NULL,
    changed_ms INTEGER NOT NULL,
    flag       TEXT    NOT NULL CHECK (flag GLOB 'rf[0-9][0-9]'),
    day        TEXT    NOT NULL CHECK (day IS date(day)),
    note       TEXT    NOT NULL CHECK (length(note) BETWEEN 1 AND 500),
    causes     TEXT    NOT NULL
) STRICT;
