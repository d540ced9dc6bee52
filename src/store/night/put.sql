INSERT INTO night (id, created_ms, changed_ms, night, answer, disturbed, slept_h, note)
VALUES (:id, :created_ms, :changed_ms, :night, :answer, :disturbed, :slept_h, :note)
ON CONFLICT (id) DO UPDATE
SET created_ms = :created_ms, changed_ms = :changed_ms, night = :night, answer = :answer, disturbed = :disturbed, slept_h = :slept_h,
    note = :note
