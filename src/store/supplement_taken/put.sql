INSERT INTO supplement_taken (id, created_ms, changed_ms, day, product, name, dose, doses, contents, time_local, time_offset_s)
VALUES (:id, :created_ms, :changed_ms, :day, :product, :name, :dose, :doses, :contents, :time_local, :time_offset_s)
ON CONFLICT (id) DO UPDATE
SET created_ms = :created_ms, changed_ms = :changed_ms, day = :day, product = :product, name = :name, dose = :dose,
    doses = :doses, contents = :contents, time_local = :time_local, time_offset_s = :time_offset_s
