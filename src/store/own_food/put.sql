INSERT INTO own_food (id, created_ms, changed_ms, name, portion, portion_g, barcode, contents)
VALUES (:id, :created_ms, :changed_ms, :name, :portion, :portion_g, :barcode, :contents)
ON CONFLICT (id) DO UPDATE
SET created_ms = :created_ms, changed_ms = :changed_ms, name = :name, portion = :portion, portion_g = :portion_g,
    barcode = :barcode, contents = :contents
