INSERT INTO acknowledged (id, created_ms, changed_ms, flag, day, note, causes)
VALUES (:id, :created_ms, :changed_ms, :flag, :day, :note, :causes)
ON CONFLICT (id) DO UPDATE
SET created_ms = :created_ms, changed_ms = :changed_ms, flag = :flag, day = :day, note = :note, causes = :causes
