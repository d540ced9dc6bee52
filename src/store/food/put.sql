INSERT INTO food (id, created_ms, changed_ms, day, food, name, contents, amount_g, portion, meal, time_local, time_offset_s)
VALUES (:id, :created_ms, :changed_ms, :day, :food, :name, :contents, :amount_g, :portion, :meal, :time_local, :time_offset_s)
ON CONFLICT (id) DO UPDATE
SET created_ms = :created_ms, changed_ms = :changed_ms, day = :day, food = :food, name = :name, contents = :contents, amount_g = :amount_g,
    portion = :portion, meal = :meal, time_local = :time_local, time_offset_s = :time_offset_s
