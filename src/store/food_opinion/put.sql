INSERT INTO food_opinion (id, created_ms, changed_ms, food, name, opinion)
VALUES (:id, :created_ms, :changed_ms, :food, :name, :opinion)
ON CONFLICT (id) DO UPDATE
SET created_ms = :created_ms, changed_ms = :changed_ms, food = :food, name = :name, opinion = :opinion
