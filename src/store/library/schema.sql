-- Imported foods: a file of their own beside the diary, which can be made again from the download.
--
-- A part is the foods of one type in one import. What is not active is not in use: not accepted yet, taken
-- back, or replaced by a later import of the same type.

PRAGMA application_id = 0x43726466; -- "Crdf"
PRAGMA user_version = 1;

CREATE TABLE import (
    id      INTEGER PRIMARY KEY AUTOINCREMENT, -- counts up, so that undo never means another import
    source  TEXT    NOT NULL,
    made_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE part (
    number      INTEGER PRIMARY KEY AUTOINCREMENT,
    import      INTEGER NOT NULL REFERENCES import (id) ON DELETE CASCADE,
    data_type   TEXT    NOT NULL CHECK (data_type IN ('foundation_food', 'sr_legacy_food', 'survey_fndds_food', 'branded_food')),
    foods       INTEGER NOT NULL,
    active      INTEGER NOT NULL CHECK (active IN (0, 1)),
    switched_ms INTEGER, -- when it last came into use or went out of it; NULL: it never was in use
    UNIQUE (import, data_type)
) STRICT;

CREATE UNIQUE INDEX one_active_part_of_a_type ON part (data_type) WHERE active = 1;

-- Amounts are per 100 g; NULL is unknown and never zero.
CREATE TABLE food (
    fdc_id         INTEGER NOT NULL,
    part           INTEGER NOT NULL REFERENCES part (number),
    name           TEXT    NOT NULL CHECK (length(name) > 0),
    brand          TEXT,
    category       TEXT,
    barcode        INTEGER, -- without leading zeros
    portions       TEXT,    -- JSON: [["1 cup", 240.0]], usual first
    energy_kcal    REAL,
    water_g        REAL,
    protein_g      REAL,
    magnesium_mg   REAL,
    potassium_mg   REAL,
    calcium_mg     REAL,
    sodium_mg      REAL,
    zinc_mg        REAL,
    vitamin_d_ug   REAL,
    thiamin_mg     REAL,
    vitamin_b6_mg  REAL,
    vitamin_b12_ug REAL,
    vitamin_k1_ug  REAL,
    caffeine_mg    REAL,
    alcohol_g      REAL,
    PRIMARY KEY (fdc_id, part)
) STRICT, WITHOUT ROWID;

CREATE INDEX food_by_barcode ON food (barcode) WHERE barcode IS NOT NULL;
