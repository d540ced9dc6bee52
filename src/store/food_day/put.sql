INSERT INTO food_day (id, created_ms, changed_ms, day, complete)
VALUES (:id, :created_ms, :changed_ms, :day, :complete)
ON CONFLICT (id) DO UPDATE
SET created_ms = :created_ms, changed_ms = :changed_ms, day = :day, complete = :complete
