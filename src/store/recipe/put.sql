INSERT INTO recipe (id, created_ms, changed_ms, name, cooked_g, portions)
VALUES (:id, :created_ms, :changed_ms, :name, :cooked_g, :portions)
ON CONFLICT (id) DO UPDATE
SET created_ms = :created_ms, changed_ms = :changed_ms, name = :name, cooked_g = :cooked_g, portions = :portions
