INSERT INTO night (id, created_ms, changed_ms, night, answer, note)
VALUES (:id, :created_ms, :changed_ms, :night, :answer, :note)
ON CONFLICT (id) DO UPDATE
SET created_ms = :created_ms, changed_ms = :changed_ms, night = :night, answer = :answer, note = :note
