INSERT INTO factor (id, created_ms, changed_ms, name, kind, unit, retired)
VALUES (:id, :created_ms, :changed_ms, :name, :kind, :unit, :retired)
ON CONFLICT (id) DO UPDATE
SET created_ms = :created_ms, changed_ms = :changed_ms, name = :name, kind = :kind, unit = :unit, retired = :retired
