-- Names of up to 200 characters and notes of up to 10,000, as every text field and every command allow.
--
-- A CHECK is no part of what is stored, so the words of the tables are exchanged and no row is copied: a row that breaks a CHECK stays
-- what it is. SQLite documents this way for a CHECK (lang_altertable, "Making Other Kinds Of Table Schema Changes").

PRAGMA writable_schema = ON;

UPDATE sqlite_schema
SET sql = replace(sql, 'CHECK (length(name) BETWEEN 1 AND 80)', 'CHECK (length(name) BETWEEN 1 AND 200)')
WHERE type = 'table' AND name IN ('stretch', 'own_food', 'recipe', 'supplement', 'medicine', 'factor');

UPDATE sqlite_schema
SET sql = replace(sql, 'CHECK (length(dose) <= 80)', 'CHECK (length(dose) <= 200)')
WHERE type = 'table' AND name = 'medicine';

UPDATE sqlite_schema
SET sql = replace(
    replace(sql, 'CHECK (length(note) <= 500)', 'CHECK (length(note) <= 10000)'),
    'CHECK (length(note) BETWEEN 1 AND 500)', 'CHECK (length(note) BETWEEN 1 AND 10000)')
WHERE type = 'table' AND name IN ('sign', 'medicine', 'acknowledged');

PRAGMA writable_schema = RESET;

-- A change that SQLite makes by itself has every other process read the tables anew.
CREATE VIEW passing AS SELECT 1;
DROP VIEW passing;
