INSERT INTO stretch (id, created_ms, changed_ms, day, name, duration_min, sets, holds, time)
VALUES (:id, :created_ms, :changed_ms, :day, :name, :duration_min, :sets, :holds, :time)
ON CONFLICT (id) DO UPDATE
SET created_ms = :created_ms, changed_ms = :changed_ms, day = :day, name = :name, duration_min = :duration_min,
    sets = :sets, holds = :holds, time = :time
