INSERT INTO medicine (id, created_ms, changed_ms, name, class, dose, from_day, until_day, note)
VALUES (:id, :created_ms, :changed_ms, :name, :class, :dose, :from_day, :until_day, :note)
ON CONFLICT (id) DO UPDATE
SET created_ms = :created_ms, changed_ms = :changed_ms, name = :name, class = :class, dose = :dose, from_day = :from_day,
    until_day = :until_day, note = :note
