INSERT INTO no_stretching (id, created_ms, changed_ms, day)
VALUES (:id, :created_ms, :changed_ms, :day)
ON CONFLICT (id) DO UPDATE
SET created_ms = :created_ms, changed_ms = :changed_ms, day = :day
