INSERT INTO factor_value (id, created_ms, changed_ms, day, factor, value)
VALUES (:id, :created_ms, :changed_ms, :day, :factor, :value)
ON CONFLICT (id) DO UPDATE
SET created_ms = :created_ms, changed_ms = :changed_ms, day = :day, factor = :factor, value = :value
