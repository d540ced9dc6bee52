INSERT INTO sign (id, created_ms, changed_ms, day, kind, side, note)
VALUES (:id, :created_ms, :changed_ms, :day, :kind, :side, :note)
ON CONFLICT (id) DO UPDATE
SET created_ms = :created_ms, changed_ms = :changed_ms, day = :day, kind = :kind, side = :side, note = :note
