INSERT INTO strain (id, created_ms, changed_ms, day, exercise_min, effort, standing_h, heat)
VALUES (:id, :created_ms, :changed_ms, :day, :exercise_min, :effort, :standing_h, :heat)
ON CONFLICT (id) DO UPDATE
SET created_ms = :created_ms, changed_ms = :changed_ms, day = :day, exercise_min = :exercise_min, effort = :effort,
    standing_h = :standing_h, heat = :heat
