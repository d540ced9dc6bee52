-- Food that is one's own: profile, foods from labels, recipes, supplements, and what was in a food when it was eaten.
--
-- "contents" is a JSON object of amounts by nutrient and unit, {"magnesium_mg": 27.0}: per 100 g for food, per dose
-- for supplements. What is not known does not stand in it.

-- NULL: logged before this version; the catalogue says what was in it.
ALTER TABLE food ADD COLUMN contents TEXT CHECK (contents IS NULL OR json_valid(contents));

CREATE TABLE own_food (
    id         BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    created_ms INTEGER NOT NULL,
    changed_ms INTEGER NOT NULL,
    name       TEXT    NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    portion    TEXT    NOT NULL,
    portion_g  REAL    NOT NULL CHECK (portion_g BETWEEN 0.1 AND 5000),
    barcode    TEXT    CHECK (barcode IS NULL OR (length(barcode) BETWEEN 1 AND 20 AND barcode NOT GLOB '*[^0-9]*')),
    contents   TEXT    NOT NULL CHECK (json_valid(contents))
) STRICT;

CREATE TABLE recipe (
    id         BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    created_ms INTEGER NOT NULL,
    changed_ms INTEGER NOT NULL,
    name       TEXT    NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    cooked_g   REAL    CHECK (cooked_g BETWEEN 0.1 AND 5000),
    portions   REAL    NOT NULL CHECK (portions BETWEEN 1 AND 100)
) STRICT;

CREATE TABLE recipe_ingredient (
    recipe_id BLOB    NOT NULL REFERENCES recipe (id) ON DELETE CASCADE,
    place     INTEGER NOT NULL CHECK (place >= 0),
    food      TEXT    NOT NULL CHECK (length(food) > 0),
    name      TEXT    NOT NULL CHECK (length(name) > 0),
    amount_g  REAL    NOT NULL CHECK (amount_g BETWEEN 0.1 AND 5000),
    portion   TEXT    NOT NULL,
    contents  TEXT    NOT NULL CHECK (json_valid(contents)),
    PRIMARY KEY (recipe_id, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE supplement (
    id          BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    created_ms  INTEGER NOT NULL,
    changed_ms  INTEGER NOT NULL,
    name        TEXT    NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    dose        TEXT    NOT NULL CHECK (length(dose) > 0),
    contents    TEXT    NOT NULL CHECK (json_valid(contents)),
    daily_doses REAL    CHECK (daily_doses BETWEEN 0.25 AND 20)
) STRICT;

CREATE TABLE supplement_taken (
    id            BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    created_ms    INTEGER NOT NULL,
    changed_ms    INTEGER NOT NULL,
    day           TEXT    NOT NULL CHECK (day IS date(day)),
    product       BLOB    NOT NULL CHECK (length(product) = 16),
    name          TEXT    NOT NULL CHECK (length(name) > 0),
    dose          TEXT    NOT NULL CHECK (length(dose) > 0),
    doses         REAL    NOT NULL CHECK (doses BETWEEN 0.25 AND 20),
    contents      TEXT    NOT NULL CHECK (json_valid(contents)),
    time_local    TEXT    CHECK (time_local IS strftime('%Y-%m-%dT%H:%M:%S', time_local)),
    time_offset_s INTEGER CHECK (time_offset_s BETWEEN -86399 AND 86399),
    CHECK ((time_local IS NULL) = (time_offset_s IS NULL))
) STRICT;

CREATE INDEX supplement_taken_by_day ON supplement_taken (day);

-- Whether the food of a day is all there, where the person said so.
CREATE TABLE food_day (
    id         BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    created_ms INTEGER NOT NULL,
    changed_ms INTEGER NOT NULL,
    day        TEXT    NOT NULL UNIQUE CHECK (day IS date(day)),
    complete   INTEGER NOT NULL CHECK (complete IN (0, 1))
) STRICT;

-- What the person thinks of a suggested food.
CREATE TABLE food_opinion (
    id         BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    created_ms INTEGER NOT NULL,
    changed_ms INTEGER NOT NULL,
    food       TEXT    NOT NULL UNIQUE CHECK (length(food) > 0),
    name       TEXT    NOT NULL CHECK (length(name) > 0),
    opinion    TEXT    NOT NULL CHECK (opinion IN ('to_try', 'not_for_me'))
) STRICT;

-- Lists of keys are joined by "|" and sorted.
CREATE TABLE profile (
    only_row                  INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
    birth_year                INTEGER CHECK (birth_year BETWEEN 1900 AND 2100),
    sex                       TEXT    CHECK (sex IN ('female', 'male')),
    pregnant_from             TEXT    CHECK (pregnant_from IS date(pregnant_from)),
    pregnant_until            TEXT    CHECK (pregnant_until IS date(pregnant_until)),
    breastfeeding_from        TEXT    CHECK (breastfeeding_from IS date(breastfeeding_from)),
    breastfeeding_until       TEXT    CHECK (breastfeeding_until IS date(breastfeeding_until)),
    conditions                TEXT    NOT NULL,
    medicine_raises_potassium INTEGER NOT NULL CHECK (medicine_raises_potassium IN (0, 1)),
    diet                      TEXT    NOT NULL CHECK (diet IN ('everything', 'pescatarian', 'vegetarian', 'vegan')),
    avoid                     TEXT    NOT NULL,
    region                    TEXT    CHECK (region IN ('us', 'eu', 'uk')),
    CHECK (pregnant_until IS NULL OR pregnant_until >= pregnant_from),
    CHECK (breastfeeding_until IS NULL OR breastfeeding_until >= breastfeeding_from)
) STRICT;

INSERT INTO profile VALUES (1, NULL, NULL, NULL, NULL, NULL, NULL, '', 0, 'everything', '', NULL);
