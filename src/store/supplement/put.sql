INSERT INTO supplement (id, created_ms, changed_ms, name, dose, contents, daily_doses)
VALUES (:id, :created_ms, :changed_ms, :name, :dose, :contents, :daily_doses)
ON CONFLICT (id) DO UPDATE
SET created_ms = :created_ms, changed_ms = :changed_ms, name = :name, dose = :dose, contents = :contents, daily_doses = :daily_doses
